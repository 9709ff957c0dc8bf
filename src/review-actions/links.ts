import { parentOf } from '../github/review-actions.ts';
import { groupBy } from '../group-by.ts';
import { type Change, linkAction } from '../model/change.ts';
import { type ActionSnapshot, ownItem } from './snapshot.ts';

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues */
const MOST_SUB_ISSUES = 100;

/** Those that their incident lists and that are not its sub-issues yet. */
export function planLinks(snapshot: ActionSnapshot): {
  readonly changes: readonly Change[];
  readonly notes: readonly string[];
} {
  const { tracking, progress, ours, duplicates } = snapshot;
  const unlinked = new Map<string, number[]>();
  const note = (reason: string, action: number) =>
    unlinked.set(reason, [...(unlinked.get(reason) ?? []), action]);
  const changes: Change[] = [];
  const byNumber = new Map(tracking.incidents.map((read) => [read.issue.number, read]));
  const children = groupBy(
    ours.filter((each) => !duplicates.has(each.issue.number) && ownItem(each, snapshot) !== undefined),
    ({ marker }) => marker.incident,
  );
  for (const [incident, tracked] of children) {
    const parent = `${tracking.repository.name}#${incident}`.toLowerCase();
    const linked = ours.filter(({ issue }) => parentOf(issue) === parent).length;
    let room =
      MOST_SUB_ISSUES - Math.max(byNumber.get(incident)?.issue.sub_issues_summary?.total ?? 0, linked);
    for (const { issue } of tracked) {
      const { number, id } = issue;
      const present = parentOf(issue);
      if (present === parent) continue;
      const refusal = progress.unlinked.get(number);
      if (typeof progress.linking === 'object') note(progress.linking.reason, number);
      else if (refusal !== undefined) note(refusal, number);
      else if (present !== null) note(`it has another parent (${present})`, number);
      else if (room <= 0)
        note(`#${incident} has ${MOST_SUB_ISSUES} sub-issues, which is GitHub's limit`, number);
      else {
        changes.push(linkAction({ incident, action: number, id }));
        room -= 1;
      }
    }
  }
  return {
    // As long as nobody knows whether the server, and this token, links at all, one is enough.
    changes: progress.linking === 'works' ? changes : changes.slice(0, 1),
    notes: [...unlinked].map(
      ([reason, actions]) =>
        `${enumeration(actions)} could not be linked as a sub-issue of the incident, which its text names all the same, because ${reason.replace(/\.$/, '')}.`,
    ),
  };
}

function enumeration(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 10).map((number) => `#${number}`);
  const rest = numbers.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}
