import { expect, it } from 'vitest';
import type { ActionIssue } from '../../../src/github/review-actions.ts';
import type { Change } from '../../../src/model/change.ts';
import type { Result } from '../../../src/run/apply.ts';
import { reconcileActions } from '../../../src/run/review-action-step.ts';
import { incidentIssue, issueFor, settings, trackingOf } from '../review-actions/tracked.ts';

/** A GitHub that does what it is asked, and what it was asked. */
function obligingGitHub(issues: readonly ActionIssue[]) {
  const done: Change[] = [];
  const byNumber = new Map(issues.map((issue) => [issue.number, issue]));
  const carryOut = (change: Change): Result => {
    done.push(change);
    const issue = change.kind === 'rewrite-issue' ? byNumber.get(change.issue) : undefined;
    return change.kind === 'rewrite-issue' && issue !== undefined
      ? { kind: 'issue', issue: { ...issue, title: change.title ?? issue.title, body: change.body } }
      : null;
  };
  return {
    done,
    questions: {
      created: 0,
      isAssignable: async () => true,
      missingLabels: async () => [],
      apply: async (changes: readonly Change[]) => changes.map(carryOut),
    },
  };
}

it('lesson 41: of 65 issues whose items were removed a run tells 60, says so, and the next tells the rest', async () => {
  const issues = Array.from({ length: 65 }, (_, index) => issueFor(index + 20, { text: `Action ${index}` }));
  const { done, questions } = obligingGitHub(issues);
  const told = () => done.flatMap((change) => (change.kind === 'comment' ? [change.issue] : []));
  const first = await reconcileActions(trackingOf(incidentIssue('N/A'), issues), settings, null, questions);
  expect(told()).toEqual(issues.slice(0, 60).map(({ number }) => number));
  expect(first.notes).toEqual([expect.stringMatching(/^5 more issues are still to be told/)]);
  const second = await reconcileActions(first.tracking, settings, null, questions);
  expect(told()).toEqual(issues.map(({ number }) => number));
  expect(second.notes).toEqual([]);
});
