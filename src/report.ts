import type { BuiltLog } from './build.ts';
import { PULL_REQUEST_MARKER } from './github/pull-request.ts';
import type { IssueProblem } from './incident/incident.ts';
import { quarterName } from './incident/quarter.ts';
import {
  type ActionChange,
  type Change,
  changesBetween,
  type EntryChange,
  type QuarterChange,
} from './log/changes.ts';
import { issueLink } from './log/entry.ts';
import { readLog } from './log/read.ts';
import { escapeText, quoteInConversation } from './markdown/plain.ts';
import type { OpenAction } from './review-actions/open.ts';

/** GitHub refuses a longer body of an issue, pull request or comment. */
const BODY_LIMIT = 65_536;
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;

/** Why an issue that carries the label is no incident: closed as not planned or duplicate, or its author is not trusted. */
export type Removal = 'dismissed' | 'untrusted';

/** A part of a report. Rows may be left out from the end, the head may not; without a head it is left out whole. */
interface Section {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** The pull request's description: what changed and why, what must be mended, and where entries are edited. */
export function pullRequestBody({
  before,
  log,
  repositoryUrl,
  removals,
}: {
  before: string | null;
  log: BuiltLog;
  repositoryUrl: string;
  removals: ReadonlyMap<number, Removal>;
}): string {
  const changes = changesBetween(before, log.text, repositoryUrl);
  const intro = [
    'The log, generated anew from the incident issues. An entry is edited on its issue, which each row links to, not in the file: what is changed here in an entry is overwritten. The text above the first quarter is yours.',
  ];
  const sections: Section[] = [
    { head: intro, rows: [] },
    entrySection(changes.entries, repositoryUrl, removals),
    actionSection(changes.actions, repositoryUrl),
    ...quarterSections(changes.quarters),
    problemSection(log.problems, repositoryUrl),
  ];
  return shortened(sections, PULL_REQUEST_MARKER, { limit: BODY_LIMIT, sizeOf: (text) => text.length });
}

/** The step summary: the quarters as a table, what changed, what is still open, what was done, what must be mended. */
export function stepSummary({
  headline,
  before,
  log,
  repositoryUrl,
  removals,
  openActions,
  done,
  notes,
}: {
  headline: string;
  before: string | null;
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
  const changes = changesBetween(before, log.text, repositoryUrl);
  const sections: Section[] = [
    { head: [headline], rows: [] },
    tableOfQuarters(log.text, repositoryUrl),
    entrySection(changes.entries, repositoryUrl, removals),
    actionSection(changes.actions, repositoryUrl),
    ...quarterSections(changes.quarters),
    openSection(openActions, repositoryUrl),
    list('## Steps', done.map(quoteInConversation)),
    list('## Notes on review actions', notes.map(quoteInConversation)),
    problemSection(log.problems, repositoryUrl),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

function tableOfQuarters(log: string, repositoryUrl: string): Section {
  const { quarters, entries } = readLog(log, repositoryUrl);
  const counts = new Map<string, number>();
  for (const { quarter } of entries) {
    const name = quarterName(quarter);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return table(
    '## Quarters',
    ['Quarter', 'Incidents', 'Mean Time to Repair', 'Mean Time to Resolve'],
    quarters.map(({ quarter, meanTimeToRepair, meanTimeToResolve }) => {
      const name = quarterName(quarter);
      return [name, `${counts.get(name) ?? 0}`, meanTimeToRepair ?? '', meanTimeToResolve ?? ''];
    }),
  );
}

function entrySection(
  changes: readonly EntryChange[],
  repositoryUrl: string,
  removals: ReadonlyMap<number, Removal>,
): Section {
  const rows = changes.map(({ issue, kind, entry, timeToRepair, timeToResolve }) => [
    `${issueLink(issue, repositoryUrl)} ${quoteInConversation(clipped(entry.title))}`,
    kind === 'removed' ? `removed: ${reasonOf(removals.get(issue))}` : kind,
    wording(timeToRepair),
    wording(timeToResolve),
    entry.events.map(({ name, text }) => quoteInConversation(clipped(`${name} ${text}`))).join('<br>'),
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
    .map(({ quarter, meanTimeToRepair, meanTimeToResolve }) => [
      quarter,
      wording(meanTimeToRepair),
      wording(meanTimeToResolve),
    ]);
  const empty = changes.filter(({ isEmpty }) => isEmpty).map(({ quarter }) => quarter);
  return [
    table('## Means', ['Quarter', 'Mean Time to Repair', 'Mean Time to Resolve'], rows),
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

function list(title: string, items: readonly string[]): Section {
  if (items.length === 0) return { head: [], rows: [] };
  return { head: [title, ''], rows: items.map((item) => `- ${item}`) };
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Section {
  if (rows.length === 0) return { head: [], rows: [] };
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return { head: [title, '', line(columns), line(columns.map(() => '---'))], rows: rows.map(line) };
}

/** The sections one after the other; where that is too long, the longest ones are cut at a row and say so. */
function shortened(
  sections: readonly Section[],
  end: string,
  { limit, sizeOf }: { limit: number; sizeOf: (text: string) => number },
): string {
  const render = (mostRows: number): string =>
    [
      ...sections.filter(({ head }) => head.length > 0).map((section) => renderSection(section, mostRows)),
      end,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  const fits = (mostRows: number) => sizeOf(render(mostRows)) <= limit;
  let most = Math.max(0, ...sections.map(({ rows }) => rows.length));
  if (fits(most)) return render(most);
  for (let least = 0; least < most; ) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return render(most);
}

function renderSection({ head, rows }: Section, mostRows: number): string {
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const notice = left === 0 ? [] : ['', `… and ${left} more, left out because GitHub takes no longer text.`];
  return [...head, ...shown, ...notice].join('\n');
}

/** Words of an answer, short enough for a cell. */
function clipped(text: string): string {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text;
}
