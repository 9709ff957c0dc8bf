import { type ActionIssue, isHere } from '../github/review-actions.ts';
import { groupBy } from '../group-by.ts';
import type { Incident, ReviewAction } from '../incident/incident.ts';
import type { Cursor } from '../markers/cursor.ts';
import { type Marker, readMarker } from '../markers/review-action.ts';
import { type ActionStates, referenceKey, stateOfIssue } from '../model/action-states.ts';
import type { ReadIssue } from '../model/incidents.ts';
import type { Remembering } from '../model/status-comment.ts';

/** An issue, or pull request, that tracks a review action. */
export interface TrackedIssue {
  readonly issue: ActionIssue;
  /** What we wrote into it; null for an issue that is not of our making. */
  readonly marker: Marker | null;
}

/** What is said on an incident's issue, as far as its review actions are concerned. */
export interface TrackedConversation extends Remembering {
  /** Its `actions` are hashes of the items that get an issue although the incident goes on: `/action` has added them. */
  readonly cursor: Pick<Cursor, 'actions'> | null;
}

/** All that is known of review actions and their issues. A run changes it as it goes. */
export interface Tracking {
  readonly repository: {
    readonly id: number;
    /** `owner/name`. */
    readonly name: string;
    readonly url: string;
  };
  readonly incidents: readonly ReadIssue[];
  /** By the number of the incident, of those whose comments were read. */
  readonly conversations: ReadonlyMap<number, TrackedConversation>;
  /** Those with the label and those that items refer to, by {@link referenceKey}; null for one that cannot be read. */
  readonly issues: ReadonlyMap<string, TrackedIssue | null>;
  /** The key of an issue of this repository by that of a reference to it in another way, by the repository's former name say. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** An item of an incident's list. */
export interface ListedAction {
  readonly incident: Incident;
  /** Its place in the incident's list, from 0. */
  readonly index: number;
  readonly action: ReviewAction;
}

function listedActions(incidents: readonly ReadIssue[]): ListedAction[] {
  return incidents.flatMap(({ incident }) =>
    incident === null ? [] : incident.reviewActions.map((action, index) => ({ incident, index, action })),
  );
}

/** The items that refer to an issue, by its {@link referenceKey}. */
export function itemsByIssue({
  incidents,
  aliases,
}: Pick<Tracking, 'incidents' | 'aliases'>): ReadonlyMap<string, readonly ListedAction[]> {
  const items = listedActions(incidents).filter(({ action }) => action.issue !== null);
  return groupBy(items, ({ action }) => {
    const key = referenceKey(action.issue ?? '');
    return aliases.get(key) ?? key;
  });
}

/**
 * The marker that makes an issue ours: it stands in text by us or by somebody trusted, names an incident of this repository, and the
 * issue is still here. `isTrustedAuthor` answers for both.
 */
export async function trustedMarker(
  issue: ActionIssue,
  repository: Tracking['repository'],
  isTrustedAuthor: (issue: ActionIssue) => Promise<boolean>,
): Promise<Marker | null> {
  const marker = issue.pull_request === null ? readMarker(issue.body) : null;
  if (marker?.repository !== repository.id || !isHere(issue, repository.url)) return null;
  return (await isTrustedAuthor(issue)) ? marker : null;
}

/** What the log is to show. */
export function actionStates({ issues, aliases }: Tracking): ActionStates {
  const states = new Map([...issues].map(([key, tracked]) => [key, tracked && stateOfIssue(tracked.issue)]));
  return new Map([
    ...states,
    ...[...aliases].map(([alias, key]) => [alias, states.get(key) ?? null] as const),
  ]);
}
