import type { ActionChange, EntryChange, LogChanges } from '../log/diff.ts';

/** Longer subjects are cut off where GitHub lists commits. */
const LIMIT = 72;

/**
 * The subject of a commit that changes the log so: `Update the incident log: #12 resolved, #9 added and 3 more`. It has numbers and our
 * own words only, because what somebody typed could close an issue or notify people from there.
 */
export function commitSubject(changes: LogChanges): string {
  const start = 'Update the incident log';
  const parts = partsOf(changes);
  const subjectOf = (shown: number) => {
    const left = parts.length - shown;
    return `${start}: ${parts.slice(0, shown).join(', ')}${left === 0 ? '' : ` and ${left} more`}`;
  };
  if (parts.length === 0) return start;
  for (let shown = Math.min(parts.length, LIMIT); shown > 1; shown -= 1) {
    const subject = subjectOf(shown);
    if (subject.length <= LIMIT) return subject;
  }
  return subjectOf(1);
}

function partsOf({ entries, actions, quarters }: LogChanges): string[] {
  const parts = [
    ...entries.toSorted(byWeight).map(({ issue, kind }) => `#${issue} ${kind}`),
    ...movedActions(actions),
  ];
  // Figures follow from incidents, so quarters are worth a word only where nothing else changed.
  return parts.length > 0 ? parts : quarters.map(({ quarter }) => `${quarter} changed`);
}

/** What left the log comes first, as in the pull request, and what has no better word than "changed" last. */
function byWeight(one: EntryChange, other: EntryChange): number {
  const weight = ({ kind }: EntryChange) => (kind === 'removed' ? 0 : kind === 'changed' ? 2 : 1);
  return weight(one) - weight(other);
}

function movedActions(actions: readonly ActionChange[]): string[] {
  return (['DONE', "WON'T DO"] as const).flatMap((state) => {
    const moved = actions.filter(
      (action) => action.kind === 'moved' && action.state.before !== state && action.state.after === state,
    );
    const word = state === 'DONE' ? 'done' : 'dropped';
    return moved.length === 0
      ? []
      : [`${moved.length} review ${moved.length === 1 ? 'action' : 'actions'} ${word}`];
  });
}
