import { isListLegible } from '../form/references.ts';
import { hasLabel } from '../github/issue.ts';
import { groupBy } from '../group-by.ts';
import type { IssueProblem } from '../incident/incident.ts';
import { UNLISTED_MARKER } from '../markers/fixed.ts';
import { UNLISTED, withMarker } from '../markers/review-action.ts';
import { referenceKey } from '../model/action-states.ts';
import { type Change, comment, rewriteIssue } from '../model/change.ts';
import { filed } from '../model/incidents.ts';
import { MOST_IN_A_RUN } from './creations.ts';
import type { ActionSnapshot, Ours } from './snapshot.ts';

/**
 * An issue whose item has gone from the list that it came from is told so, once; nothing else becomes of it. A list that cannot be
 * told from the incident's text says nothing of its items: that is a problem of the incident.
 *
 * @param adopted issues that are about to be referred to
 */
export function planUnlisted(
  snapshot: ActionSnapshot,
  adopted: ReadonlySet<number>,
): {
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
  readonly problems: readonly IssueProblem[];
} {
  const { ours, items, duplicates, tracking, progress, settings } = snapshot;
  const left = ours.filter(({ issue, marker }) => {
    const { number } = issue;
    const isListed = items.has(referenceKey(number)) || adopted.has(number) || duplicates.has(number);
    return !isListed && hasLabel(issue, settings.label) && marker.item !== UNLISTED;
  });
  const byIncident = groupBy(left, ({ marker }) => marker.incident);
  const changes: Change[][] = [];
  const problems: IssueProblem[] = [];
  for (const { issue, incident } of tracking.incidents) {
    const gone = byIncident.get(issue.number) ?? [];
    if (incident === null || gone.length === 0) continue;
    if (isListLegible(filed(issue), settings.template)) changes.push(...gone.map(tell));
    else problems.push(illegible(issue.number, gone));
  }
  const room = MOST_IN_A_RUN - progress.told;
  const rest = changes.length - room;
  const notes =
    rest <= 0
      ? []
      : [
          `${rest} more ${rest === 1 ? 'issue is' : 'issues are'} still to be told that no item refers to ${rest === 1 ? 'it' : 'them'} any more: a run tells ${MOST_IN_A_RUN} at most, and the next one goes on.`,
        ];
  return { changes: changes.slice(0, room).flat(), notes, problems };
}

function tell({ issue, marker }: Ours): Change[] {
  const { number, title, body, locked } = issue;
  const text = `The review actions of #${marker.incident} do not list this issue any more, so the incident log does not follow it from here on. It stays as it is; put \`(#${number})\` behind an item there to have it followed again.`;
  return [
    ...(locked
      ? []
      : [
          comment(`Comment on #${number}`, {
            issue: number,
            marker: UNLISTED_MARKER,
            text,
            others: 'unless-there',
          }),
        ]),
    rewriteIssue(`Bring #${number} into step with its item`, {
      issue: number,
      snapshot: { title, body },
      title,
      body: withMarker(body ?? '', { ...marker, item: UNLISTED }),
    }),
  ];
}

function illegible(incident: number, actions: readonly Ours[]): IssueProblem {
  const [first] = actions.map(({ issue }) => `#${issue.number}`);
  const message = `The list of review actions cannot be told from the text, so the log lacks ${first}, which was made from it: put it under the heading that the form has for it, and close what is left open above it.`;
  return { issue: incident, rule: 'list-illegible', severity: 'warning', field: 'review-actions', message };
}
