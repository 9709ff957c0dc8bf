import { type AuditSettings, auditLog, fixLog } from '../audit/audit.ts';
import type { Finding } from '../audit/rules/finding.ts';
import { Explained } from '../errors.ts';
import { type FiledIssue, readIncident } from '../form/read.ts';
import { defaultTemplate, readTemplate, type Template } from '../form/template.ts';
import { type Issue, isReopened } from '../github/issue.ts';
import type {
  Incident,
  Instant,
  IssueProblem,
  Problem,
  ReviewAction,
  ReviewActionState,
} from '../incident/incident.ts';
import type { Measured } from '../incident/statistics.ts';
import { handWrittenDuplicates, handWrittenEntries } from '../log/read/hand-written.ts';
import { type FormerEntry, isAllGenerated, isGeneratedEntry, type Log } from '../log/read/model.ts';
import { unclosedBlock } from '../log/read/outline.ts';
import { asFormerEntry, readLog } from '../log/read/read.ts';
import { writeLog } from '../log/write.ts';
import type { LogSettings } from './settings.ts';

export interface BuiltLog {
  /** The new file, read. */
  readonly log: Log;
  readonly incidents: readonly Incident[];
  /** Entries of incidents that can't be read any more, as the log had them. */
  readonly formerEntries: readonly FormerEntry[];
  /** Hand-written entries, with the figures that count in the means. */
  readonly handWritten: readonly Measured[];
  /** What an audit finds in what is hand-written. */
  readonly findings: readonly Finding[];
  readonly problems: readonly IssueProblem[];
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

export function readIssues(
  issues: readonly Issue[],
  template: Template,
  options: { readonly timezone: string; readonly now: Instant },
): ReadIssue[] {
  return issues.map((issue) => {
    const { incident, problems } = readIncident(filed(issue), template, options);
    return { issue, incident, problems: [...problems, ...closedByBot(issue)] };
  });
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

/** States of the issues that review actions refer to, by {@link referenceKey}; null where the issue cannot be read. */
export type ActionStates = ReadonlyMap<string, ReviewActionState | null>;

/** One key for a reference, however it is typed: names of repositories are the same whatever their case. */
export function referenceKey(reference: number | string): string {
  return String(reference).toLowerCase();
}

/**
 * The log of these incident issues, written into `existing`. An issue that can't be read any more keeps the entry it has
 * in the first of `formerLogs` that has one. The issue of a review action wins over the state that is typed behind it. An
 * incident that has a hand-written entry in the log, too, is not listed twice. Throws {@link Explained} where a block that
 * is left open would swallow what is written.
 */
export function buildLog({
  issues,
  actionStates,
  settings,
  repositoryUrl,
  existing: found,
  existingName,
  formerLogs,
  now,
}: {
  issues: readonly ReadIssue[];
  actionStates: ActionStates;
  settings: LogSettings;
  repositoryUrl: string;
  existing: Log | null;
  /** What a message calls the file that `existing` is from. */
  existingName: string;
  formerLogs: readonly Log[];
  now: Instant;
}): BuiltLog {
  const { timezone, handKept } = settings;
  const auditSettings = { timezone, now, repositoryUrl, emptyQuarters: settings.emptyQuarters };
  const existing = found !== null && handKept === 'fix' ? fixed(found, auditSettings) : found;
  const duplicateOf = existing === null ? () => null : handWrittenDuplicates(existing, timezone);
  const incidents: Incident[] = [];
  const formerEntries: FormerEntry[] = [];
  const problems: IssueProblem[] = [];
  const formerEntryOf = formerEntriesIn(formerLogs, settings.timezone);
  for (const { issue, incident, problems: found } of issues) {
    const { number } = issue;
    const entry = incident === null ? formerEntryOf(number) : null;
    const said = incident === null ? saidWithout(found, entry) : found;
    problems.push(...said.map((problem) => ({ issue: number, ...problem })));
    const duplicate = incident && duplicateOf(incident);
    if (duplicate !== null) {
      problems.push(listedByHand(number, duplicate));
      continue;
    }
    if (incident !== null) {
      incidents.push(withActionStates(incident, actionStates));
      problems.push(...unreadableActions(incident, actionStates));
      continue;
    }
    if (entry !== null) formerEntries.push(entry);
  }
  const log = writeLog({
    ...settings,
    existing,
    incidents,
    formerEntries,
    repository: { url: repositoryUrl },
    now,
  });
  const hasHandWritten = existing !== null && !isAllGenerated(existing);
  const open = existing === null ? null : unclosedBlock(existing.text);
  if (existing !== null && (hasHandWritten || open !== null)) {
    const written = [...incidents, ...formerEntries].map(({ issue }) => issue);
    refuseUnreadable({ existing, name: existingName, open, log }, written);
  }
  return {
    log,
    incidents,
    formerEntries,
    handWritten:
      existing === null
        ? []
        : handWrittenEntries(existing, { ...settings, now }).flatMap(({ instant, figures }) =>
            instant === null ? [] : [{ firstDetected: instant, figures }],
          ),
    findings: hasHandWritten ? handWrittenFindings(log, auditSettings) : [],
    problems,
  };
}

/** The log with the figures corrected that an audit calls fixable. */
function fixed(log: Log, settings: AuditSettings): Log {
  const text = fixLog(log.text, auditLog(log, settings));
  return text === log.text ? log : readLog(text, settings.repositoryUrl);
}

/** What is wrong in generated entries is said on their issues. */
function handWrittenFindings(log: Log, settings: AuditSettings): Finding[] {
  const generated = log.entries.filter(isGeneratedEntry);
  return auditLog(log, settings).findings.filter(
    ({ start }) => !generated.some((entry) => entry.start <= start && start < entry.end),
  );
}

/**
 * What is written must be there to be read, or the next run would write it again: a fence or a comment that is left open makes
 * text of all that is written below its first line.
 */
function refuseUnreadable(
  {
    existing,
    name,
    open,
    log,
  }: {
    readonly existing: Log;
    readonly name: string;
    /** The block that is open at the end of the existing file. */
    readonly open: ReturnType<typeof unclosedBlock>;
    readonly log: Log;
  },
  issues: readonly number[],
): void {
  const lines = existing.text.split('\n');
  if (open !== null && !log.text.endsWith(lines.slice(open.line - 1).join('\n'))) {
    const block = open.kind === 'fence' ? 'A code fence' : 'An HTML block';
    throw new Explained(
      `${block} that begins in line ${open.line} of ${name} is never closed, and would swallow what is written below it; close it there. The file was left as it is.`,
    );
  }
  const written = new Set(log.entries.map(({ issue }) => issue));
  const lost = issues.filter((issue) => !written.has(issue));
  if (lost.length === 0) return;
  throw new Explained(
    `The headings of ${name} leave no place where the entry of #${lost[0]} could be found again; give the log quarters such as “## Q3 2024”. The file was left as it is.`,
  );
}

/** An incident whose review actions have the state of their issues. */
export function withActionStates(incident: Incident, states: ActionStates): Incident {
  return { ...incident, reviewActions: incident.reviewActions.map((action) => inState(action, states)) };
}

/** A typed state may have been true once: where an issue is to tell and cannot be read, the state is not known. */
function inState(action: ReviewAction, states: ActionStates): ReviewAction {
  const state = action.issue === null ? undefined : states.get(referenceKey(action.issue));
  return state === undefined ? action : { ...action, state };
}

/** Elsewhere the token may not reach, which is nobody's mistake. */
function unreadableActions({ issue, reviewActions }: Incident, states: ActionStates): IssueProblem[] {
  return reviewActions.flatMap(({ issue: action }) => {
    if (typeof action !== 'number' || states.get(referenceKey(action)) !== null) return [];
    const message = `The review action that refers to #${action} has no state in the log, for that issue was deleted, or is not there: correct the number, or take it away to get a new issue.`;
    return [{ issue, rule: 'action-unreadable', severity: 'warning', field: 'review-actions', message }];
  });
}

/** The schema of the issues: the repository's form, or ours where it has none. Throws {@link Explained} on one that is broken. */
export function schemaOf(form: string | null, path: string): Template {
  if (form === null) return { ...defaultTemplate, missing: path };
  const reading = readTemplate(form);
  if (reading.kind === 'template') return reading.template;
  throw new Explained(`${path}: ${reading.message}`);
}

/** The entry of an issue in the first of these logs that has one. */
function formerEntriesIn(logs: readonly Log[], timezone: string): (issue: number) => FormerEntry | null {
  // Collected when it is needed: most runs need none.
  let entries: Map<number, FormerEntry> | undefined;
  const collect = () => {
    const found = new Map<number, FormerEntry>();
    for (const log of logs) {
      for (const entry of log.entries.filter(isGeneratedEntry)) {
        const former = asFormerEntry(entry, log, timezone);
        if (former !== null && !found.has(entry.issue)) found.set(entry.issue, former);
      }
    }
    return found;
  };
  return (issue) => {
    entries ??= collect();
    return entries.get(issue) ?? null;
  };
}

/**
 * The problems of an issue whose first detection can't be read. The message about that time also says what the log does with the issue:
 * one mistake gets one message.
 */
function saidWithout(problems: readonly Problem[], entry: FormerEntry | null): Problem[] {
  const effect = entry === null ? 'The log does not list it yet.' : 'The log keeps the entry it had.';
  const about = problems.find(({ field, severity }) => field === 'first-detected' && severity === 'error');
  return problems.map((each) => (each === about ? { ...each, message: `${each.message} ${effect}` } : each));
}

function listedByHand(issue: number, line: number): IssueProblem {
  return {
    issue,
    rule: 'entry-hand-kept',
    severity: 'warning',
    field: null,
    message: `The log has this incident already, kept by hand in line ${line}, so it is not listed twice: take that entry out of the file, and the issue's takes its place.`,
  };
}
