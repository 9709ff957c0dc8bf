import { UserError } from '../errors.ts';
import { type FiledIssue, readIncident } from '../form/read.ts';
import { defaultTemplate, readTemplate, type Template } from '../form/template.ts';
import { type Issue, isReopened } from '../github/issue.ts';
import type { Incident, Instant, Problem } from '../incident/incident.ts';

/** The schema of the issues: the repository's form, or ours where it has none. Throws {@link UserError} on one that is broken. */
export function schemaOf(form: string | null, path: string): Template {
  if (form === null) return { ...defaultTemplate, missing: path };
  const reading = readTemplate(form);
  if (reading.kind === 'template') return reading.template;
  throw new UserError(`${path}: ${reading.message}`);
}

/** An incident issue, read. */
export interface ReadIssue {
  readonly issue: Issue;
  /** Null where its first detection cannot be read. */
  readonly incident: Incident | null;
  readonly problems: readonly Problem[];
  /** Where this run did not ask whether its author is trusted: it is not read, and what the log has of it stays. */
  readonly author?: 'unasked';
}

/** Reads an incident issue as the form of the repository has it. */
export function readIssue(
  issue: Issue,
  template: Template,
  options: { readonly timezone: string; readonly now: Instant },
): ReadIssue {
  const { incident, problems } = readIncident(filed(issue), template, options);
  return { issue, incident, problems: [...problems, ...closedByBot(issue)] };
}

function closedByBot({ closed_by_bot: bot }: Issue): Problem[] {
  if (bot === null) return [];
  const message = `The bot ${bot} closed this issue as not planned, but a repair or resolution is recorded, so it stays in the log. Reopen it and close it as completed. If it was a false alarm, reopen it and close it as not planned yourself, or name the bot in the input \`allowed-bots\`.`;
  return [{ rule: 'closed-by-bot', severity: 'warning', field: null, message }];
}

/** An issue as the form's reader takes it. */
export function filed(issue: Issue): FiledIssue {
  const { number, title, body, html_url: url, state, reopened_at: reopened } = issue;
  // Where nobody can tell since when, no time that is recorded is known to be later.
  const reopenedAt = isReopened(issue) ? (reopened ?? Number.POSITIVE_INFINITY) : null;
  // What a bot closed is not completed by that.
  const closed = state === 'closed' && issue.closed_by_bot === null;
  return { number, title, body, url, closed, reopenedAt };
}
