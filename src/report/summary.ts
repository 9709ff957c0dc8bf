import { findingSection } from '../audit/output/report.ts';
import { PULL_REQUEST_MARKER } from '../github/pull-request.ts';
import { quarterFigures, summaryFigures } from '../incident/figures.ts';
import type { IssueProblem } from '../incident/incident.ts';
import type { ActionChange, Change, EntryChange, LogChanges, QuarterChange } from '../log/diff.ts';
import { quarterRows } from '../log/quarter-rows.ts';
import type { Log } from '../log/read/model.ts';
import { issueLink } from '../log/write/entry.ts';
import { quoteMessage } from '../markdown/message.ts';
import { escapeText, quoteInConversation } from '../markdown/plain.ts';
import {
  BODY_LIMIT,
  clipped,
  list,
  type Section,
  SUMMARY_LIMIT_BYTES,
  shortened,
  table,
} from '../markdown/sections.ts';
import type { BuiltLog } from '../model/build-log.ts';
import type { OpenAction } from '../review-actions/open.ts';

/** Why an issue that carries the label is no incident: closed as not planned or duplicate, or its author is not trusted. */
export type Removal = 'dismissed' | 'untrusted';

/** The pull request's description: what changed and why, what must be mended, and where entries are edited. */
export function pullRequestBody({
  logChanges,
  log,
  repositoryUrl,
  removals,
}: {
  /** What differs from the log at the base. */
  logChanges: LogChanges;
  log: BuiltLog;
  repositoryUrl: string;
  removals: ReadonlyMap<number, Removal>;
}): string {
  const intro = [
    'The entries that have an incident issue, generated anew from it. Such an entry is edited on its issue, which each row links to, not in the file: what is changed here in it is overwritten. Everything else in the file is yours, and stays as it is.',
  ];
  const sections: Section[] = [
    { head: intro, rows: [] },
    entrySection(logChanges.entries, repositoryUrl, removals),
    actionSection(logChanges.actions, repositoryUrl),
    ...quarterSections(logChanges.quarters),
    problemSection(log.problems, repositoryUrl),
    findingSection('## Found in what is kept by hand', log.findings),
  ];
  return shortened(sections, PULL_REQUEST_MARKER, { limit: BODY_LIMIT, sizeOf: (text) => text.length });
}

/** The step summary: the quarters as a table, what changed, what is still open, what was done, what must be mended. */
export function stepSummary({
  headline,
  failure = null,
  notice = null,
  logChanges,
  log,
  repositoryUrl,
  removals,
  openActions,
  done,
  notes,
}: {
  headline: string;
  /** Why the run fails all the same, in one sentence. */
  failure?: string | null;
  /** What people should know about how issues were read, in one sentence. */
  notice?: string | null;
  /** What differs from the log at the base. */
  logChanges: LogChanges;
  log: BuiltLog;
  repositoryUrl: string;
  removals: ReadonlyMap<number, Removal>;
  /** In the order in which they are shown. */
  openActions: readonly OpenAction[];
  /** What was done, or would be, a sentence each. */
  done: readonly string[];
  /** What was left undone about review actions, and why, a sentence each. */
  notes: readonly string[];
}): string {
  const sections: Section[] = [
    { head: [headline], rows: [] },
    failedSection(failure, repositoryUrl),
    { head: notice === null ? [] : [`**Note**: ${quoteInConversation(notice)}`], rows: [] },
    tableOfQuarters(log.log),
    entrySection(logChanges.entries, repositoryUrl, removals),
    actionSection(logChanges.actions, repositoryUrl),
    ...quarterSections(logChanges.quarters),
    openSection(openActions, repositoryUrl),
    list('## Steps', done.map(quoteInConversation)),
    list(
      '## Notes on review actions',
      notes.map((note) => quoteMessage(note, repositoryUrl)),
    ),
    problemSection(log.problems, repositoryUrl),
    findingSection('## Found in what is kept by hand', log.findings),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

/** The step summary of a run that failed on its way: the error, what was done, and what was not. Each is one sentence. */
export function failureSummary({
  failure,
  repositoryUrl,
  done,
  left,
}: {
  failure: string;
  repositoryUrl: string;
  done: readonly string[];
  left: readonly string[];
}): string {
  const rest =
    done.length === 0
      ? 'No change was completed.'
      : 'The rest of the run was not reached; the next run does it.';
  const sections: Section[] = [
    failedSection(failure, repositoryUrl),
    { head: [rest], rows: [] },
    list('## Done', done.map(quoteInConversation)),
    list('## Not done', left.map(quoteInConversation)),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

function failedSection(failure: string | null, repositoryUrl: string): Section {
  return { head: failure === null ? [] : [`**Failed**: ${quoteMessage(failure, repositoryUrl)}`], rows: [] };
}

function tableOfQuarters(log: Log): Section {
  return table(
    '## Quarters',
    ['Quarter', ...quarterFigures.map(({ label }) => label)],
    quarterRows(log).map(({ quarter, figures }) => [
      quarter,
      ...quarterFigures.map(({ key }) => quoteInConversation(figures[key].text)),
    ]),
  );
}

function entrySection(
  changes: readonly EntryChange[],
  repositoryUrl: string,
  removals: ReadonlyMap<number, Removal>,
): Section {
  const removed = changes.filter(({ kind }) => kind === 'removed');
  const others = changes.filter(({ kind }) => kind !== 'removed');
  const rows = [...removed, ...others].map(({ issue, kind, entry, timeToRepair, timeToResolve }) => [
    `${issueLink(issue, repositoryUrl)} ${quoteInConversation(clipped(entry.title))}`,
    kind === 'removed' ? `removed: ${reasonOf(removals.get(issue))}` : kind,
    wording(timeToRepair),
    wording(timeToResolve),
    entry.events.map(({ name, value }) => quoteInConversation(clipped(`${name} ${value.text}`))).join('<br>'),
  ]);
  return table('## Incidents', ['Incident', 'Change', 'Time to repair', 'Time to resolve', 'From'], rows);
}

function actionSection(changes: readonly ActionChange[], repositoryUrl: string): Section {
  const rows = changes.map((change) => {
    const reference = change.issue.after ?? change.issue.before;
    const link = reference === null ? '' : issueLink(reference, repositoryUrl);
    const words = quoteInConversation(clipped(change.text));
    const action = [link, words].filter((part) => part !== '').join(' ') || '(without words)';
    return [action, issueLink(change.incident, repositoryUrl), actionWording(change, repositoryUrl)];
  });
  return table('## Review actions', ['Action', 'Incident', 'Change'], rows);
}

function actionWording({ kind, state, issue }: ActionChange, repositoryUrl: string): string {
  if (kind === 'added') return state.after === null ? 'added' : `added, ${state.after}`;
  if (kind === 'removed') return 'removed from the list';
  const states =
    state.before === state.after ? '' : `${state.before ?? 'no state'} → ${state.after ?? 'no state'}`;
  return [states, issueWording(issue, repositoryUrl)].filter((part) => part !== '').join(', ');
}

function issueWording({ before, after }: ActionChange['issue'], repositoryUrl: string): string {
  if (`${before}`.toLowerCase() === `${after}`.toLowerCase()) return '';
  if (before === null) return 'has an issue now';
  const former = issueLink(before, repositoryUrl);
  return after === null ? `no longer refers to ${former}` : `instead of ${former}`;
}

function openSection(actions: readonly OpenAction[], repositoryUrl: string): Section {
  const rows = actions.map(({ reference, url, title, incident, owners, due, ageDays, isOverdue }) => [
    `[${typeof reference === 'number' ? `#${reference}` : escapeText(reference)}](${url}) ${quoteInConversation(clipped(title))}`,
    issueLink(incident, repositoryUrl),
    owners.map(quoteInConversation).join(', '),
    [due ?? '', isOverdue ? 'overdue' : ''].filter((part) => part !== '').join(', '),
    ageDays === 1 ? '1 day' : `${ageDays} days`,
  ]);
  return table('## Open review actions', ['Action', 'Incident', 'Owner', 'Due', 'Age'], rows);
}

function reasonOf(removal: Removal | undefined): string {
  if (removal === 'dismissed') return 'closed as not planned or duplicate';
  if (removal === 'untrusted') return 'filed or edited by somebody who is not trusted, and not confirmed';
  return 'its issue lost the label, was deleted or was transferred';
}

function quarterSections(changes: readonly QuarterChange[]): Section[] {
  const rows = changes
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ quarter, figures }) => [quarter, ...summaryFigures.map(({ key }) => wording(figures[key]))]);
  const empty = changes.filter(({ isEmpty }) => isEmpty).map(({ quarter }) => quarter);
  return [
    table('## Means', ['Quarter', ...summaryFigures.map(({ label }) => label)], rows),
    { head: empty.length === 0 ? [] : [`Over and without incidents: ${empty.join(', ')}.`], rows: [] },
  ];
}

function wording({ before, after }: Change): string {
  const now = quoteInConversation(after ?? '');
  if (before === null || before === after) return now;
  return `${quoteInConversation(before)} → ${now || 'not listed'}`;
}

function problemSection(problems: readonly IssueProblem[], repositoryUrl: string): Section {
  const items = problems.map(({ issue, message }) => {
    const link = issue === null ? '' : `${issueLink(issue, repositoryUrl)}: `;
    return link + quoteInConversation(message);
  });
  return list('## To be mended', items);
}
