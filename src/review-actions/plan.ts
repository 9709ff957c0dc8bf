import { parentOf } from '../github/review-actions.ts';
import type { IssueProblem } from '../incident/incident.ts';
import { itemHash } from '../markers/hash.ts';
import { referenceKey } from '../model/action-states.ts';
import {
  assign,
  type Change,
  closeDuplicate,
  removeLabel,
  rewriteIssue,
  unlinkAction,
} from '../model/change.ts';
import { type IncidentPlan, MOST_IN_A_RUN, planIncidents } from './creations.ts';
import { isUntouched, writeAction } from './issue-text.ts';
import { planLinks } from './links.ts';
import {
  type ActionSnapshot,
  actionSnapshot,
  ownerOf,
  ownItem,
  type PlanSettings,
  type Progress,
  placeOf,
  unknownOwners,
} from './snapshot.ts';
import type { Tracking } from './tracking.ts';
import { planUnlisted } from './unlisted.ts';

export interface ActionPlan {
  /** What can be done now. More may follow from it: plan again once it is done. */
  readonly changes: readonly Change[];
  /** Owners of whom it must be asked first whether issues can be assigned to them. */
  readonly unknownOwners: readonly string[];
  /** Sentences about what is left as it is, and why. */
  readonly notes: readonly string[];
  readonly problems: readonly IssueProblem[];
}

/**
 * What there is to do next so that every review action has its issue, the incident refers to it, and it is linked. Each step
 * leaves a state from which the next is planned, whoever runs it: a run that was cut short is simply gone on with. Pure.
 */
export function planActions(tracking: Tracking, progress: Progress, settings: PlanSettings): ActionPlan {
  const snapshot = actionSnapshot(tracking, progress, settings);
  const plans = planIncidents(snapshot);
  const adopted = new Set(plans.flatMap(({ references }) => references.map(({ issue }) => issue)));
  const links = planLinks(snapshot);
  const rewrites = planRewrites(snapshot);
  const unlisted = planUnlisted(snapshot, adopted);
  return {
    changes: [
      ...plans.flatMap(({ changes }) => changes),
      ...links.changes,
      ...rewrites.changes,
      ...retireDuplicates(snapshot),
      ...unlisted.changes,
    ],
    unknownOwners: [...new Set([...plans, rewrites].flatMap(({ unknownOwners }) => unknownOwners))],
    notes: [...leftForLater(plans), ...links.notes, ...unlisted.notes],
    problems: [...plans.flatMap(({ problems }) => problems), ...unlisted.problems],
  };
}

function leftForLater(plans: readonly IncidentPlan[]): string[] {
  const left = plans.reduce((sum, plan) => sum + plan.left, 0);
  if (left === 0) return [];
  return [
    `${left} more review ${left === 1 ? 'action has' : 'actions have'} no issue yet: a run makes ${MOST_IN_A_RUN} at most, and the next one goes on.`,
  ];
}

/** An open issue that no person has changed says what its item says. */
function planRewrites(snapshot: ActionSnapshot): {
  readonly changes: readonly Change[];
  readonly unknownOwners: readonly string[];
} {
  const { ours, duplicates } = snapshot;
  const changed = ours.flatMap((each) => {
    const { issue, marker } = each;
    const listed = ownItem(each, snapshot);
    if (listed === undefined || issue.state === 'closed' || duplicates.has(issue.number)) return [];
    const isInStep = marker.item === itemHash(listed.action);
    return isInStep || !isUntouched(issue, marker) ? [] : [{ issue, marker, listed }];
  });
  const changes = changed.flatMap(({ issue, marker, listed: { action, incident } }): Change[] => {
    const owner = ownerOf(action, snapshot);
    const { repository, occurrence, text } = marker;
    const written = writeAction(action, { repository, incident: placeOf(incident), occurrence, text, owner });
    const isToAssign = action.owner !== null && owner === 'assignable' && issue.assignees.length === 0;
    const { number, title, body } = issue;
    return [
      // First, for once the issue says what its item says nothing tells that this is left to be done.
      ...(isToAssign && action.owner !== null ? [assign(number, [action.owner])] : []),
      rewriteIssue(`Bring #${number} into step with its item`, {
        issue: number,
        snapshot: { title, body },
        ...written,
      }),
    ];
  });
  return {
    changes,
    unknownOwners: unknownOwners(
      changed.map(({ listed }) => listed),
      snapshot,
    ),
  };
}

/**
 * The label goes last, for by it a run that was cut short is gone on with. The run that made the duplicate may be linking it at this
 * moment, so it is taken from under its incident late, whether or not it was seen there.
 */
function retireDuplicates({ ours, duplicates, items, tracking, settings }: ActionSnapshot): Change[] {
  return ours.flatMap(({ issue, marker }): Change[] => {
    const { number, id } = issue;
    if (!duplicates.has(number) || items.has(referenceKey(number))) return [];
    const [repository, parent] = parentOf(issue)?.split('#') ?? [];
    const incident = repository === tracking.repository.name.toLowerCase() ? Number(parent) : marker.incident;
    return [
      ...(issue.state === 'open' ? [closeDuplicate(number)] : []),
      unlinkAction({ incident, action: number, id }),
      removeLabel(number, settings.label),
    ];
  });
}
