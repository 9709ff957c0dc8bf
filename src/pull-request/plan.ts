import type { Tip } from '../github/branch.ts';
import type { SignOff } from '../github/commit.ts';
import { blobOf, type Files } from '../github/file.ts';
import { type BranchState, isEnded, type PullRequest } from '../github/pull-request.ts';
import { CLOSING_MARKER, PULL_REQUEST_MARKER } from '../markers/fixed.ts';
import { messageWithTrailers } from '../markers/trailer.ts';
import {
  addLabels,
  type Change,
  closePullRequest,
  comment,
  commitFiles,
  deleteBranch,
  mergeBase,
  openPullRequest,
  updatePullRequest,
} from '../model/change.ts';
import type { GeneratedFile } from '../model/generated-files.ts';

/** What becomes of the pull request; the action's output `result`. */
export type PullRequestResult =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'closed'
  | 'declined'
  | 'branch'
  | 'none';

export interface PullRequestPlan {
  readonly result: PullRequestResult;
  /** The one that stands, was closed or was declined; one that is to be opened has no number yet. */
  readonly pullRequest: PullRequest | null;
  readonly changes: readonly Change[];
}

/** Whether more is to be planned once these changes are carried out. */
export function isFirstStep(changes: readonly Change[]): boolean {
  return changes.some(({ kind }) => kind === 'merge-base');
}

/** How the next commit stands to what is on the branch. */
export type Footing =
  /** The branch is rebuilt from the base. */
  | 'rebuild'
  /** Nothing but our last commit is on it: the base's tree with the generated files. */
  | 'ours'
  /** A person has committed there: the generated files alone change, on top of what they left. */
  | 'theirs';

export function footingOf(state: BranchState): Footing {
  const { tip } = state;
  if (tip === null || isEnded(state)) return 'rebuild';
  return tip.isOurs ? 'ours' : 'theirs';
}

/** What is to be proposed. */
export interface Proposal {
  /** Null when there is nothing to write: no incidents and no log. */
  readonly files: readonly GeneratedFile[] | null;
  readonly filesAtBase: Files;
  readonly repositoryUrl: string;
  readonly branch: string;
  readonly base: { readonly branch: string; readonly commit: string };
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly commitMessage: string;
  readonly signOff: SignOff;
  /** Whether the run opens the pull request, or leaves that to a person. */
  readonly pullRequest: 'open' | 'branch';
}

/** What becomes of the branch and its pull request. Pure: the same observation gives the same plan. */
export function planPullRequest(state: BranchState, proposal: Proposal): PullRequestPlan {
  const { files, repositoryUrl, branch, base, title, body, labels } = proposal;
  if (files === null || holds(proposal.filesAtBase, files)) return withdraw(state, proposal);
  if (state.open === null && state.refused !== null && holds(state.refused.files, files)) {
    return { result: 'declined', pullRequest: state.refused.pullRequest, changes: [] };
  }
  if (state.tip?.isBehind && footingOf(state) === 'theirs' && !isLeftBehind(state, files, proposal)) {
    // The merge may change the log on the branch, which ours is edited from: what follows is planned once it is there.
    const { signOff } = proposal;
    const merge = mergeBase({ branch, base: base.branch, commit: base.commit, signOff });
    return { result: 'updated', pullRequest: state.open, changes: [merge] };
  }
  const commits = commitChanges(state, proposal, files);
  if (state.open === null && proposal.pullRequest === 'branch') {
    return { result: 'branch', pullRequest: null, changes: commits };
  }
  if (state.open === null) {
    const open = openPullRequest({ repositoryUrl, branch, base: base.branch, title, body, labels });
    return { result: 'created', pullRequest: null, changes: [...commits, open] };
  }
  const changes = [...commits, ...refresh(state.open, proposal)];
  const result = changes.length === 0 ? 'unchanged' : 'updated';
  return { result, pullRequest: state.open, changes };
}

/** Whether the files that were read say what is to be written. */
function holds(read: Files, files: readonly GeneratedFile[]): boolean {
  return files.every(({ path, content }) => read.get(path)?.text === content);
}

/**
 * Whether a branch that is behind the base stays so: its pull request is open, its files are what would be written, and the base
 * changed nothing that concerns it. Every push dismisses reviews and runs checks again.
 */
function isLeftBehind(
  { tip, open, isConflicting }: BranchState,
  files: readonly GeneratedFile[],
  { filesAtBase, base }: Proposal,
): boolean {
  return (
    tip !== null &&
    open !== null &&
    open.base.ref === base.branch &&
    !isConflicting &&
    holds(tip.files, files) &&
    files.every(({ path }) => tip.filesWhereItLeft?.get(path)?.text === filesAtBase.get(path)?.text)
  );
}

/** Nothing differs from the base any more. */
function withdraw(
  { tip, open, closedByUs, isMerged }: BranchState,
  { branch, pullRequest }: Proposal,
): PullRequestPlan {
  // What a person has committed there stays, whatever becomes of the pull request.
  const leftover: Change[] = tip?.isOurs ? [deleteBranch(branch, tip.commit)] : [];
  if (open === null) {
    const isCutShort = closedByUs !== null && closedByUs.head.sha === tip?.commit;
    // Nobody has opened a pull request from it, and what it holds is out of date.
    const isUnopened = pullRequest === 'branch' && tip?.isAhead && !isMerged;
    return { result: 'none', pullRequest: null, changes: isCutShort || isUnopened ? leftover : [] };
  }
  if (!isAdopted(open, pullRequest)) return { result: 'unchanged', pullRequest: open, changes: [] };
  const text = 'The log on the base branch says all of this already, so there is nothing left to merge here.';
  return {
    result: 'closed',
    pullRequest: open,
    changes: [
      comment(`Comment on #${open.number}`, {
        issue: open.number,
        marker: CLOSING_MARKER,
        text,
        others: 'unless-there',
      }),
      closePullRequest(open.number),
      ...leftover,
    ],
  };
}

function commitChanges(state: BranchState, proposal: Proposal, files: readonly GeneratedFile[]): Change[] {
  const { tip } = state;
  const footing = footingOf(state);
  const isWritten =
    tip !== null &&
    holds(tip.files, files) &&
    (footing === 'theirs' ||
      (tip.hasGeneratedAlone && (!tip.isBehind || isLeftBehind(state, files, proposal))));
  if (footing !== 'rebuild' && isWritten) return [];
  const { branch, base, commitMessage, signOff } = proposal;
  const written = files.map(({ path, content }, index) => ({
    path: index === 0 ? null : path,
    blob: blobOf(content),
  }));
  // Without the trailers a branch with a person's commit on it never counts as ours again.
  const message = footing === 'theirs' ? commitMessage : messageWithTrailers(commitMessage, written);
  const parents = parentsOf(tip, footing, base.commit);
  const top = footing === 'theirs' && tip !== null ? tip.commit : base.commit;
  const onto = { commit: top, tree: tip?.trees.get(top) ?? null };
  const commit = { files, message, onto, parents, signOff };
  return [
    commitFiles({
      branch,
      from: tip?.commit ?? null,
      how: footing === 'rebuild' ? 'rebuild' : 'forward',
      spare: state.spare,
      commit,
    }),
  ];
}

function parentsOf(tip: Tip | null, footing: Footing, base: string): string[] {
  if (tip === null || footing === 'rebuild' || !tip.isAhead) return [base];
  return footing === 'ours' && tip.isBehind ? [tip.commit, base] : [tip.commit];
}

/**
 * Whether the description of a pull request is ours to keep up to date: it has our marker; or a person was to open it, and it says no more
 * than GitHub puts there by itself, the trailers of the commit.
 */
function isAdopted({ body }: PullRequest, pullRequest: Proposal['pullRequest']): boolean {
  const words = body.replace(/^[A-Za-z-]+: .*$/gm, '').trim();
  return body.includes(PULL_REQUEST_MARKER) || (pullRequest === 'branch' && words === '');
}

/** What an open pull request lacks. Its title is people's to change, and one that is not adopted is theirs altogether. */
function refresh(open: PullRequest, { body, base, labels, pullRequest }: Proposal): Change[] {
  if (!isAdopted(open, pullRequest)) return [];
  const isSame = open.body.replaceAll('\r\n', '\n').trim() === body.trim();
  const changed = {
    ...(isSame ? {} : { body }),
    ...(open.base.ref === base.branch ? {} : { base: base.branch }),
  };
  const present = new Set(open.labels.map(({ name }) => name.toLowerCase()));
  const missing = labels.filter((label) => !present.has(label.toLowerCase()));
  return [
    ...(Object.keys(changed).length === 0 ? [] : [updatePullRequest(open.number, changed)]),
    ...(missing.length === 0 ? [] : [addLabels(open.number, missing)]),
  ];
}
