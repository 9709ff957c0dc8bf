import type { Template } from '../form/template.ts';
import { hasLabel } from '../github/issue.ts';
import type { ActionIssue, LinkRefusal } from '../github/review-actions.ts';
import { groupBy } from '../group-by.ts';
import type { Incident, Instant, ReviewAction } from '../incident/incident.ts';
import type { Marker } from '../markers/review-action.ts';
import { referenceKey } from '../model/action-states.ts';
import { itemsByIssue, type ListedAction, type TrackedIssue, type Tracking } from './tracking.ts';

/** What a run has found out and done so far. */
export interface Progress {
  readonly created: number;
  /** How many issues were told that their item has gone. */
  readonly told: number;
  /** Whether the server links sub-issues: one request finds out. */
  readonly linking: 'unknown' | 'works' | LinkRefusal;
  /** Why single issues could not be linked, by number. */
  readonly unlinked: ReadonlyMap<number, string>;
  /** Whether issues can be assigned to a login, as far as it was asked. */
  readonly assignable: ReadonlyMap<string, boolean>;
}

export interface PlanSettings {
  readonly label: string;
  readonly template: Template;
  readonly timezone: string;
  readonly now: Instant;
}

/** An issue that a run has made. */
export interface Ours extends TrackedIssue {
  readonly marker: Marker;
}

/** What the next step is planned from. */
export interface ActionSnapshot {
  readonly tracking: Tracking;
  readonly progress: Progress;
  readonly settings: PlanSettings;
  readonly ours: readonly Ours[];
  readonly items: ReadonlyMap<string, readonly ListedAction[]>;
  /** The issue that stays, by the number of one that two runs made of the same action at the same moment. */
  readonly duplicates: ReadonlyMap<number, Ours>;
}

export function actionSnapshot(
  tracking: Tracking,
  progress: Progress,
  settings: PlanSettings,
): ActionSnapshot {
  const marked = [...tracking.issues.values()].filter((tracked) => isMarked(tracked));
  const { duplicates, copies } = sameAmong(marked, settings.label);
  const ours = marked.filter(({ issue }) => !copies.has(issue.number));
  const items = itemsByIssue(tracking);
  return { tracking, progress, settings, ours, items, duplicates };
}

function isMarked(tracked: TrackedIssue | null): tracked is Ours {
  return tracked !== null && tracked.marker !== null;
}

/**
 * Two runs at the same moment make the same action's issue twice, with the same marker. The lowest number stays. A person
 * who copies an issue copies its marker, too: such an issue is a person's, and nothing to us.
 */
function sameAmong(
  marked: readonly Ours[],
  label: string,
): { readonly duplicates: ReadonlyMap<number, Ours>; readonly copies: ReadonlySet<number> } {
  const labelled = marked.filter(({ issue }) => hasLabel(issue, label));
  const same = groupBy(labelled, ({ marker }) => `${marker.incident} ${marker.text} ${marker.occurrence}`);
  const duplicates = new Map<number, Ours>();
  const copies = new Set<number>();
  for (const group of same.values()) {
    const [first, ...others] = group.toSorted((one, other) => one.issue.number - other.issue.number);
    for (const other of others) {
      const { number } = other.issue;
      if (first !== undefined && isMadeByTheSame(first.issue, other.issue)) duplicates.set(number, first);
      else copies.add(number);
    }
  }
  return { duplicates, copies };
}

function isMadeByTheSame(one: ActionIssue, other: ActionIssue): boolean {
  return one.user?.login === other.user?.login && (one.user?.type === 'Bot' || one.body === other.body);
}

/** The item that an issue was made for, where its incident still lists it. */
export function ownItem({ issue, marker }: Ours, { items }: ActionSnapshot): ListedAction | undefined {
  const listed = items.get(referenceKey(issue.number)) ?? [];
  return listed.find(({ incident }) => incident.issue === marker.incident);
}

export function placeOf({ issue, url }: Incident) {
  return { number: issue, url };
}

export function ownerOf(
  { owner }: ReviewAction,
  { progress }: ActionSnapshot,
): 'assignable' | 'unassignable' {
  return owner !== null && progress.assignable.get(owner) === false ? 'unassignable' : 'assignable';
}

export function unknownOwners(listed: readonly ListedAction[], { progress }: ActionSnapshot): string[] {
  return listed.flatMap(({ action: { owner } }) =>
    owner === null || progress.assignable.has(owner) ? [] : owner,
  );
}
