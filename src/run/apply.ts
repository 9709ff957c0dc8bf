import { ConflictError, UserError } from '../errors.ts';
import { deleteBranch, mergeBase, moveBranch } from '../github/branch.ts';
import { type GitHub, mustLookAgain } from '../github/client.ts';
import {
  commentOnce,
  createComment,
  deleteComment,
  deleteComments,
  editComment,
  react,
  replaceComment,
} from '../github/comment.ts';
import { createCommit } from '../github/commit.ts';
import { addLabels, createLabel, removeLabel, rewriteIssue } from '../github/incidents.ts';
import type { Issue } from '../github/issue.ts';
import type { OwnLogin } from '../github/own-login.ts';
import {
  compareUrlOf,
  openPullRequest,
  type PullRequest,
  updatePullRequest,
} from '../github/pull-request.ts';
import { secondsToWait } from '../github/refusal.ts';
import {
  type ActionIssue,
  assign,
  closeAsDuplicate,
  createAction,
  type LinkRefusal,
  linkAction,
  unlinkAction,
} from '../github/review-actions.ts';
import { incidentHash } from '../markers/status-comment.ts';
import type { Change } from '../model/change.ts';
import type { RunContext } from './context.ts';

/** What came of a change, where more rests on it. */
export type Result =
  | { readonly kind: 'pull-request'; readonly pullRequest: PullRequest }
  | { readonly kind: 'action'; readonly issue: ActionIssue }
  | { readonly kind: 'issue'; readonly issue: Issue }
  /** The branch that a commit went to. */
  | { readonly kind: 'branch'; readonly branch: string }
  /** What was left as it is, in one sentence. */
  | { readonly kind: 'left'; readonly sentence: string }
  /** Null where it is linked. */
  | { readonly kind: 'link'; readonly refusal: LinkRefusal | null }
  | null;

type ApplyContext = Pick<
  RunContext,
  'github' | 'clock' | 'mode' | 'deadline' | 'ownLogin' | 'say' | 'journal'
>;

/**
 * Carries out changes in order, and returns what came of each; in a dry run it does nothing. Starts none after the run's deadline.
 * Throws {@link ConflictError} when GitHub shows that the plan rests on something that has changed meanwhile.
 */
export async function apply(
  { github, clock, mode, deadline, ownLogin, say, journal }: ApplyContext,
  changes: readonly Change[],
): Promise<Result[]> {
  if (mode === 'dry-run') return [];
  for (const change of changes) journal.left.add(change);
  const results: Result[] = [];
  for (const [index, change] of changes.entries()) {
    if (clock.now() > deadline) {
      const left = changes.slice(index).map(({ sentence }) => sentence);
      throw new UserError(`The run has used up its ten minutes; left for the next run: ${left.join('; ')}.`);
    }
    say(`${change.sentence}.`);
    // Before it is written: a request without an answer may have been carried out.
    if (change.kind === 'rewrite-issue') journal.written.add(writtenHash(change));
    try {
      const result = await carryOut(github, onItsBranch(change, results), ownLogin);
      const note = noteOn(change, result);
      if (note !== null) say(note);
      results.push(result);
      journal.left.delete(change);
      journal.done.push(change);
    } catch (error) {
      // It may have been carried out all the same: look before doing it again.
      const wait = secondsToWait(error, clock.now()) * 1000;
      if (!mustLookAgain(error) || clock.now() + wait > deadline) throw error;
      await clock.wait(wait);
      throw new ConflictError(
        `${wait === 0 ? 'GitHub did not answer' : "GitHub's rate limit was reached"}: ${change.sentence}.`,
      );
    }
  }
  return results;
}

function writtenHash({ title, body, snapshot }: Extract<Change, { kind: 'rewrite-issue' }>): string {
  return incidentHash({ title: title ?? snapshot.title, body });
}

/** A pull request is opened from the branch that the commit before it went to. */
function onItsBranch(change: Change, results: readonly Result[]): Change {
  const last = results.findLast((result) => result?.kind === 'branch');
  return change.kind === 'open-pull-request' && last ? { ...change, branch: last.branch } : change;
}

function noteOn(change: Change, result: Result): string | null {
  if (result?.kind === 'left') return result.sentence;
  if (result?.kind !== 'branch' || change.kind !== 'commit' || result.branch === change.branch) return null;
  return `Rules of the repository let nobody rebuild or delete ${change.branch}, so the log is on ${result.branch}.`;
}

async function carryOut(github: GitHub, change: Change, ownLogin: OwnLogin): Promise<Result> {
  switch (change.kind) {
    case 'create-label':
      await createLabel(github, change.label);
      return null;
    case 'add-labels':
      await addLabels(github, change.issue, change.labels);
      return null;
    case 'remove-label':
      await removeLabel(github, change.issue, change.label);
      return null;
    case 'comment':
      await postComment(github, change, ownLogin);
      return null;
    case 'edit-comment':
      await editComment(github, change);
      return null;
    case 'delete-comment':
      await deleteComment(github, change.comment);
      return null;
    case 'delete-comments':
      await deleteComments(github, change.issue, change.marker, ownLogin);
      return null;
    case 'react':
      await react(github, change);
      return null;
    case 'rewrite-issue':
      return { kind: 'issue', issue: await rewriteIssue(github, change) };
    case 'create-action':
      return { kind: 'action', issue: await createAction(github, change) };
    case 'assign':
      await assign(github, change);
      return null;
    case 'link-action':
      return { kind: 'link', refusal: await linkAction(github, change) };
    case 'unlink-action':
      await unlinkAction(github, change);
      return null;
    case 'close-duplicate':
      await closeAsDuplicate(github, change.action);
      return null;
    case 'merge-base':
      await mergeBase(github, change);
      return null;
    case 'commit': {
      const commit = await createCommit(github, change.commit);
      return { kind: 'branch', branch: await moveBranch(github, { ...change, commit }) };
    }
    case 'open-pull-request': {
      const compareUrl = compareUrlOf(change.repositoryUrl, change);
      const opened = await openPullRequest(github, { ...change, compareUrl });
      if (change.labels.length > 0) await addLabels(github, opened.number, change.labels);
      return { kind: 'pull-request', pullRequest: opened };
    }
    case 'update-pull-request':
      await updatePullRequest(github, change.number, change);
      return null;
    case 'delete-branch': {
      const sentence = await deleteBranch(github, change);
      return sentence === null ? null : { kind: 'left', sentence };
    }
  }
}

function postComment(
  github: GitHub,
  { issue, others, ...comment }: Extract<Change, { kind: 'comment' }>,
  ownLogin: OwnLogin,
): Promise<void> {
  switch (others) {
    case 'unless-there':
      return commentOnce(github, issue, comment, ownLogin);
    case 'keep':
      return createComment(github, issue, comment);
    case 'replace':
      return replaceComment(github, issue, comment, ownLogin);
  }
}
