import { Explained } from '../errors.ts';
import { deleteBranch, mergeBase, moveBranch } from '../github/branch.ts';
import { type Client, mustLookAgain, type Repository } from '../github/client.ts';
import type { Clock } from '../github/clock.ts';
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
import { Outdated, secondsToWait } from '../github/refusal.ts';
import {
  type ActionIssue,
  assign,
  closeAsDuplicate,
  createAction,
  type LinkRefusal,
  linkAction,
  unlinkAction,
} from '../github/review-actions.ts';
import type { Change } from '../pull-request/plan.ts';

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

/** Who is told of each change: before it is begun in words, and when it is done. */
export interface Reporting {
  say(line: string): void;
  done(change: Change): void;
}

/**
 * Carries out a plan's changes in order and returns what came of each. Starts none after `deadline` (UTC milliseconds).
 * Throws {@link Outdated} when GitHub shows that the plan rests on something that has changed.
 */
export async function apply(
  client: Client,
  repository: Repository & { readonly url: string },
  changes: readonly Change[],
  {
    clock,
    deadline,
    ownLogin,
    say,
    done,
  }: Reporting & { readonly clock: Clock; readonly deadline: number; readonly ownLogin: OwnLogin },
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, change] of changes.entries()) {
    if (clock.now() > deadline) {
      const left = changes.slice(index).map(describe).join('; ');
      throw new Explained(`The run has used up its ten minutes; left for the next run: ${left}.`);
    }
    say(`${describe(change)}.`);
    try {
      const result = await carryOut(client, repository, onItsBranch(change, results), ownLogin);
      const note = noteOn(change, result);
      if (note !== null) say(note);
      results.push(result);
      done(change);
    } catch (error) {
      // It may have been made all the same: look before making another.
      const wait = secondsToWait(error, clock.now()) * 1000;
      if (!mustLookAgain(error) || clock.now() + wait > deadline) throw error;
      await clock.wait(wait);
      throw new Outdated(
        `${wait === 0 ? 'GitHub did not answer' : "GitHub's rate limit was reached"}: ${describe(change)}.`,
      );
    }
  }
  return results;
}

/** A pull request is opened from where the commit before it went. */
function onItsBranch(change: Change, results: readonly Result[]): Change {
  const last = results.findLast((result) => result?.kind === 'branch');
  return change.kind === 'open-pull-request' && last ? { ...change, branch: last.branch } : change;
}

function noteOn(change: Change, result: Result): string | null {
  if (result?.kind === 'left') return result.sentence;
  if (result?.kind !== 'branch' || change.kind !== 'commit' || result.branch === change.branch) return null;
  return `Rules of the repository let nobody rebuild or delete ${change.branch}, so the log is on ${result.branch}.`;
}

/** A change as a sentence without its full stop. */
export function describe(change: Change): string {
  switch (change.kind) {
    case 'create-label':
      return `Create the label “${change.label.name}”`;
    case 'add-labels':
      return `Label #${change.issue} with ${change.labels.map((label) => `“${label}”`).join(', ')}`;
    case 'remove-label':
      return `Take the label “${change.label}” off #${change.issue}`;
    case 'merge-base':
      return `Merge ${change.base} into ${change.branch}, which has somebody's commits on it`;
    case 'commit': {
      const { branch, how, commit } = change;
      return `Commit ${commit.path} to ${branch}${how === 'anew' ? ', made anew from the base' : ''}`;
    }
    case 'open-pull-request':
      return `Open a pull request from ${change.branch} to ${change.base}`;
    case 'update-pull-request':
      return `Rewrite the description of pull request #${change.number}`;
    case 'comment':
      return `Comment on #${change.issue}`;
    case 'replace-comment':
      return `Post reminder on #${change.issue}`;
    case 'delete-comments':
      return `Delete reminder on #${change.issue}, if there is one`;
    case 'write-commands':
      return change.commands.length === 0
        ? `Note on #${change.issue} that its commands were read`
        : `Carry out ${change.commands.slice(0, 20).join(', ')} on #${change.issue}${change.closes ? ', and close it' : ''}`;
    case 'reply':
      return `Answer commands on #${change.issue}`;
    case 'react':
      return `React to the comment ${change.comment} with ${change.content}`;
    case 'create-feedback':
      return `Say on #${change.issue} how it was read`;
    case 'edit-comment':
      return `Bring up to date what is said on #${change.issue}`;
    case 'delete-comment':
      return `Delete a former comment of ours on #${change.issue}`;
    case 'create-action':
      return `Create an issue for a review action of #${change.incident}: “${change.title}”`;
    case 'write-references':
      return `Write ${change.references.map((number) => `(#${number})`).join(' ')} into the review actions of #${change.issue}`;
    case 'rewrite-action':
      return `Bring #${change.issue} into step with its item`;
    case 'assign':
      return `Assign #${change.issue} to ${change.assignees.join(', ')}`;
    case 'link-action':
      return `Link #${change.action} as a sub-issue of #${change.incident}`;
    case 'unlink-action':
      return `Take #${change.action} from under #${change.incident}`;
    case 'close-duplicate':
      return `Close #${change.action} as a duplicate, for two runs made it at the same moment`;
    case 'close-pull-request':
      return `Close pull request #${change.number}`;
    case 'delete-branch':
      return `Delete the branch ${change.branch}`;
  }
}

async function carryOut(
  client: Client,
  repository: Repository & { readonly url: string },
  change: Change,
  ownLogin: OwnLogin,
): Promise<Result> {
  const { owner, repo, url } = repository;
  const where = { owner, repo };
  switch (change.kind) {
    case 'create-label':
      await createLabel(client, where, change.label);
      return null;
    case 'add-labels':
      await addLabels(client, where, change.issue, change.labels);
      return null;
    case 'remove-label':
      await removeLabel(client, where, change.issue, change.label);
      return null;
    case 'merge-base':
      await mergeBase(client, where, change);
      return null;
    case 'commit': {
      const commit = await createCommit(client, where, change.commit);
      return { kind: 'branch', branch: await moveBranch(client, where, { ...change, commit }) };
    }
    case 'open-pull-request': {
      const compareUrl = compareUrlOf(url, change);
      const opened = await openPullRequest(client, where, { ...change, compareUrl });
      if (change.labels.length > 0) await addLabels(client, where, opened.number, change.labels);
      return { kind: 'pull-request', pullRequest: opened };
    }
    case 'update-pull-request':
      await updatePullRequest(client, where, change.number, change);
      return null;
    case 'comment':
      await commentOnce(client, where, change.issue, change, ownLogin);
      return null;
    case 'replace-comment':
      await replaceComment(client, where, change.issue, change, ownLogin);
      return null;
    case 'delete-comments':
      await deleteComments(client, where, change.issue, change.marker, ownLogin);
      return null;
    case 'reply':
      // Another run may have answered meanwhile.
      await commentOnce(client, where, change.issue, change, ownLogin);
      return null;
    case 'create-feedback':
      await createComment(client, where, change.issue, change);
      return null;
    case 'react':
      await react(client, where, change);
      return null;
    case 'edit-comment':
      await editComment(client, where, change);
      return null;
    case 'delete-comment':
      await deleteComment(client, where, change.comment);
      return null;
    case 'create-action':
      return { kind: 'action', issue: await createAction(client, where, change) };
    case 'write-commands':
    case 'write-references':
    case 'rewrite-action':
      return { kind: 'issue', issue: await rewriteIssue(client, where, change) };
    case 'assign':
      await assign(client, where, change);
      return null;
    case 'link-action':
      return { kind: 'link', refusal: await linkAction(client, where, change) };
    case 'unlink-action':
      await unlinkAction(client, where, change);
      return null;
    case 'close-duplicate':
      await closeAsDuplicate(client, where, change.action);
      return null;
    case 'close-pull-request':
      await updatePullRequest(client, where, change.number, { state: 'closed' });
      return null;
    case 'delete-branch': {
      const sentence = await deleteBranch(client, where, change);
      return sentence === null ? null : { kind: 'left', sentence };
    }
  }
}
