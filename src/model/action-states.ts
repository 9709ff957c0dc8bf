import type { Incident, IssueProblem, ReviewAction, ReviewActionState } from '../incident/incident.ts';

/** States of the issues that review actions refer to, by {@link referenceKey}; null where the issue cannot be read. */
export type ActionStates = ReadonlyMap<string, ReviewActionState | null>;

/** What an issue, or a pull request, tells of its state. */
export interface StatefulIssue {
  readonly state: 'open' | 'closed';
  readonly state_reason: string | null;
  readonly pull_request: { readonly merged_at: string | null } | null;
}

/** The state of a review action as its issue, or the pull request that it is, has it. */
export function stateOfIssue({
  state,
  state_reason: reason,
  pull_request: pull,
}: StatefulIssue): ReviewActionState {
  if (state === 'open') return 'TODO';
  const isDropped =
    pull === null ? reason === 'not_planned' || reason === 'duplicate' : pull.merged_at === null;
  return isDropped ? "WON'T DO" : 'DONE';
}

/** One key for a reference, however it is typed: names of repositories are the same whatever their case. */
export function referenceKey(reference: number | string): string {
  return String(reference).toLowerCase();
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
export function unreadableActions({ issue, reviewActions }: Incident, states: ActionStates): IssueProblem[] {
  return reviewActions.flatMap(({ issue: action }) => {
    if (typeof action !== 'number' || states.get(referenceKey(action)) !== null) return [];
    const message = `The review action that refers to #${action} has no state in the log, for that issue was deleted, or is not there: correct the number, or take it away to get a new issue.`;
    return [{ issue, rule: 'action-unreadable', severity: 'warning', field: 'review-actions', message }];
  });
}
