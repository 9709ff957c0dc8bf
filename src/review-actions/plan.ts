import { referenceKey } from '../build.ts';
import { hasLabel } from '../github/issue.ts';
import { parentOf } from '../github/review-actions.ts';
import type { IssueProblem } from '../incident/incident.ts';
import type { Change } from '../plan.ts';
import { type IncidentPlan, MOST_IN_A_RUN, planIncidents } from './creations.ts';
import { isUntouched, itemHash, writeAction } from './issue-text.ts';
import { planLinks } from './links.ts';
import { UNLISTED, withMarker } from './marker.ts';
import {
  ownerOf,
  type PlanSettings,
  type Progress,
  placeOf,
  type Situation,
  situationOf,
  unknownOwners,
} from './situation.ts';
import type { Tracking } from './tracking.ts';

/** Stands in the comment that an issue gets when its item has gone. */
const UNLISTED_MARKER = '<!-- incident-log: unlisted -->';

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
  const situation = situationOf(tracking, progress, settings);
  const plans = planIncidents(situation);
  const adopted = new Set(plans.flatMap(({ references }) => references.map(({ issue }) => issue)));
  const links = planLinks(situation);
  const rewrites = planRewrites(situation);
  return {
    changes: [
      ...plans.flatMap(({ changes }) => changes),
      ...links.changes,
      ...rewrites.changes,
      ...retireTwins(situation),
      ...tellUnlisted(situation, adopted),
    ],
    unknownOwners: [...new Set([...plans, rewrites].flatMap(({ unknownOwners }) => unknownOwners))],
    notes: [...leftForLater(plans), ...links.notes],
    problems: plans.flatMap(({ problems }) => problems),
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
function planRewrites(situation: Situation): {
  readonly changes: readonly Change[];
  readonly unknownOwners: readonly string[];
} {
  const { ours, twins, items } = situation;
  const changed = ours.flatMap(({ issue, marker }) => {
    const listed = (items.get(referenceKey(issue.number)) ?? []).find(
      ({ incident }) => incident.issue === marker.incident,
    );
    if (listed === undefined || issue.state === 'closed' || twins.has(issue.number)) return [];
    const isInStep = marker.item === itemHash(listed.action);
    return isInStep || !isUntouched(issue, marker) ? [] : [{ issue, marker, listed }];
  });
  const changes = changed.map(({ issue, marker, listed: { action, incident } }): Change => {
    const owner = ownerOf(action, situation);
    const { repository, occurrence, text } = marker;
    const written = writeAction(action, { repository, incident: placeOf(incident), occurrence, text, owner });
    const isToAssign = action.owner !== null && owner === 'assignable' && issue.assignees.length === 0;
    return {
      kind: 'rewrite-action',
      issue: issue.number,
      seen: { title: issue.title, body: issue.body },
      ...written,
      ...(isToAssign && action.owner !== null ? { assignees: [action.owner] } : {}),
    };
  });
  return {
    changes,
    unknownOwners: unknownOwners(
      changed.map(({ listed }) => listed),
      situation,
    ),
  };
}

/** The label goes last, for by it a run that was cut short is gone on with. */
function retireTwins({ ours, twins, items, tracking, settings }: Situation): Change[] {
  return ours.flatMap(({ issue }): Change[] => {
    const { number, id } = issue;
    if (!twins.has(number) || items.has(referenceKey(number))) return [];
    const [repository, parent] = parentOf(issue)?.split('#') ?? [];
    const isLinked = repository === tracking.repository.name.toLowerCase();
    return [
      ...(isLinked ? [{ kind: 'unlink-action', incident: Number(parent), action: number, id } as const] : []),
      ...(issue.state === 'open' ? [{ kind: 'close-duplicate', action: number } as const] : []),
      { kind: 'remove-label', issue: number, label: settings.label },
    ];
  });
}

/** An issue whose item has gone from the list that it came from is told so, once. Nothing else becomes of it. */
function tellUnlisted(
  { ours, items, twins, tracking, settings }: Situation,
  adopted: ReadonlySet<number>,
): Change[] {
  // Without the field no incident lists anything, which says nothing of any item.
  if (!settings.template.fields.some(({ id }) => id === 'review-actions')) return [];
  const incidents = new Map(tracking.incidents.map((read) => [read.issue.number, read.incident]));
  return ours.flatMap(({ issue, marker }): Change[] => {
    const { number, title, body } = issue;
    const isListed = items.has(referenceKey(number)) || adopted.has(number) || twins.has(number);
    if (
      isListed ||
      !hasLabel(issue, settings.label) ||
      !incidents.get(marker.incident) ||
      marker.item === UNLISTED ||
      body === null
    )
      return [];
    const text = `The review actions of #${marker.incident} do not list this issue any more, so the incident log does not follow it from here on. It stays as it is; put \`(#${number})\` behind an item there to have it followed again.`;
    return [
      ...(issue.locked ? [] : [{ kind: 'comment', issue: number, marker: UNLISTED_MARKER, text } as const]),
      {
        kind: 'rewrite-action',
        issue: number,
        seen: { title, body },
        title,
        body: withMarker(body, { ...marker, item: UNLISTED }),
      },
    ];
  });
}
