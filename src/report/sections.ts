import type { IssueProblem } from '../incident/incident.ts';
import { quarterFigures } from '../incident/quarter-figures.ts';
import type { ActionChange, Change, EntryChange, LogChanges, QuarterChange } from '../log/diff.ts';
import { issueLink } from '../log/write/entry.ts';
import { quoteInConversation } from '../markdown/escape.ts';
import { clipped, list, type Section, table } from '../markdown/sections.ts';

/** Why an issue that carries the label is no incident: closed as not planned or duplicate, or its author is not trusted. */
export type Removal = 'dismissed' | 'untrusted';

/** What changed in the log, the sections without rows left out: incidents, then review actions, then figures. */
export function changeSections(
  { entries, actions, quarters }: LogChanges,
  repositoryUrl: string,
  removals: ReadonlyMap<number, Removal>,
): Section[] {
  return [
    entrySection(entries, repositoryUrl, removals),
    actionSection(actions, repositoryUrl),
    figureSection(quarters),
  ];
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
    const text = quoteInConversation(clipped(change.text));
    const action = [link, text].filter((part) => part !== '').join(' ') || '(without words)';
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

function reasonOf(removal: Removal | undefined): string {
  if (removal === 'dismissed') return 'closed as not planned or duplicate';
  if (removal === 'untrusted') return 'filed or edited by somebody who is not trusted, and not confirmed';
  return 'its issue lost the label, was deleted or was transferred';
}

/** The quarters with a figure that moved. A quarter that has no incident, and had none, has nothing to tell. */
function figureSection(changes: readonly QuarterChange[]): Section {
  const rows = changes
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ quarter, figures }) => [quarter, ...quarterFigures.map(({ key }) => wording(figures[key]))]);
  return table('## Figures', ['Quarter', ...quarterFigures.map(({ label }) => label)], rows);
}

function wording({ before, after }: Change): string {
  const now = quoteInConversation(after ?? '');
  if (before === null || before === after) return now;
  return `${quoteInConversation(before)} → ${now || 'not listed'}`;
}

export function problemSection(problems: readonly IssueProblem[], repositoryUrl: string): Section {
  const items = problems.map(({ issue, message }) => {
    const link = issue === null ? '' : `${issueLink(issue, repositoryUrl)}: `;
    return link + quoteInConversation(message);
  });
  return list('## To be mended', items);
}
