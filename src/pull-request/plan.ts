import type { Tip } from '../github/branch.ts';
import { type LogCommit, messageWithTrailer, type SignOff } from '../github/commit.ts';
import { blobOf } from '../github/file.ts';
import type { Label, Rewrite } from '../github/incidents.ts';
import {
  type BranchState,
  CLOSING_MARKER,
  isEnded,
  PULL_REQUEST_MARKER,
  type PullRequest,
} from '../github/pull-request.ts';
import type { NewAction } from '../github/review-actions.ts';
import type { CommandMemory } from '../markers/status-comment.ts';

export type Result = 'created' | 'updated' | 'unchanged' | 'closed' | 'declined' | 'branch' | 'none';

/** Something a run does to what people see on GitHub. Stopping after any of a plan's changes is safe. */
export type Change =
  | { readonly kind: 'create-label'; readonly label: Label }
  | { readonly kind: 'add-labels'; readonly issue: number; readonly labels: readonly string[] }
  | { readonly kind: 'remove-label'; readonly issue: number; readonly label: string }
  | {
      readonly kind: 'merge-base';
      readonly branch: string;
      readonly base: string;
      readonly commit: string;
      readonly signOff: SignOff;
    }
  | {
      readonly kind: 'commit';
      readonly branch: string;
      readonly from: string | null;
      readonly how: 'forward' | 'anew';
      /** Takes the branch's place where rules keep it as it is. */
      readonly spare: string;
      readonly commit: LogCommit;
    }
  | {
      readonly kind: 'open-pull-request';
      readonly branch: string;
      readonly base: string;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
    }
  | {
      readonly kind: 'update-pull-request';
      readonly number: number;
      readonly body?: string;
      readonly base?: string;
    }
  | { readonly kind: 'comment'; readonly issue: number; readonly marker: string; readonly text: string }
  /** A new comment, which notifies people, in the place of those with this marker. */
  | {
      readonly kind: 'replace-comment';
      readonly issue: number;
      readonly marker: string;
      readonly text: string;
    }
  | { readonly kind: 'delete-comments'; readonly issue: number; readonly marker: string }
  /** What an incident's text says once these commands have been carried out, and up to which comment any have been. */
  | ({
      readonly kind: 'write-commands';
      readonly commands: readonly string[];
      /** What the status comment remembers before this is written; null where the text stays as it is. */
      readonly settles: Pick<CommandMemory, 'through' | 'actions'> | null;
    } & Rewrite)
  /** A comment that answers one with commands in it. */
  | { readonly kind: 'reply'; readonly issue: number; readonly marker: string; readonly text: string }
  | { readonly kind: 'react'; readonly comment: number; readonly content: '+1' | 'confused' }
  /** Tells on an incident's issue how it was read. */
  | {
      readonly kind: 'create-feedback';
      readonly issue: number;
      readonly marker: string;
      readonly text: string;
    }
  | { readonly kind: 'edit-comment'; readonly issue: number; readonly comment: number; readonly body: string }
  | { readonly kind: 'delete-comment'; readonly issue: number; readonly comment: number }
  | ({ readonly kind: 'create-action'; readonly incident: number } & NewAction)
  /** The references of an incident's items to the issues that were made for them. */
  | ({ readonly kind: 'write-references'; readonly references: readonly number[] } & Rewrite)
  | ({ readonly kind: 'rewrite-action' } & Rewrite)
  | { readonly kind: 'assign'; readonly issue: number; readonly assignees: readonly string[] }
  /** `id` is the issue's id, not its number. */
  | { readonly kind: 'link-action'; readonly incident: number; readonly action: number; readonly id: number }
  | {
      readonly kind: 'unlink-action';
      readonly incident: number;
      readonly action: number;
      readonly id: number;
    }
  | { readonly kind: 'close-duplicate'; readonly action: number }
  | { readonly kind: 'close-pull-request'; readonly number: number }
  | { readonly kind: 'delete-branch'; readonly branch: string; readonly from: string };

export interface PullRequestPlan {
  readonly result: Result;
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
  /** The branch is made anew from the base. */
  | 'anew'
  /** Nothing but our last commit is on it: the base's tree with the log. */
  | 'ours'
  /** A person has committed there: the log alone changes, on top of what they left. */
  | 'theirs';

export function footingOf(state: BranchState): Footing {
  const { tip } = state;
  if (tip === null || isEnded(state)) return 'anew';
  return tip.isOurs ? 'ours' : 'theirs';
}

/** What is to be proposed. `log` is null when there is nothing to write: no incidents and no file. */
export interface Proposal {
  readonly log: string | null;
  readonly logAtBase: string | null;
  readonly path: string;
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
  const { log, branch, base, title, body, labels } = proposal;
  if (log === null || log === proposal.logAtBase) return withdraw(state, proposal);
  if (state.open === null && state.refused?.log?.text === log) {
    return { result: 'declined', pullRequest: state.refused.pullRequest, changes: [] };
  }
  if (state.tip?.isBehind && footingOf(state) === 'theirs' && !isLeftBehind(state, proposal)) {
    // The merge may change the log on the branch, which ours is edited from: what follows is planned once it is there.
    const merge: Change = {
      kind: 'merge-base',
      branch,
      base: base.branch,
      commit: base.commit,
      signOff: proposal.signOff,
    };
    return { result: 'updated', pullRequest: state.open, changes: [merge] };
  }
  const commits = commitChanges(state, proposal, log);
  if (state.open === null && proposal.pullRequest === 'branch') {
    return { result: 'branch', pullRequest: null, changes: commits };
  }
  if (state.open === null) {
    const open: Change = { kind: 'open-pull-request', branch, base: base.branch, title, body, labels };
    return { result: 'created', pullRequest: null, changes: [...commits, open] };
  }
  const changes = [...commits, ...refresh(state.open, proposal)];
  const result = changes.length === 0 ? 'unchanged' : 'updated';
  return { result, pullRequest: state.open, changes };
}

/**
 * Whether a branch that is behind the base stays so: its pull request is open, its log is what would be written, and the base
 * changed nothing that concerns it. Every push dismisses reviews and runs checks again.
 */
function isLeftBehind({ tip, open, isConflicting }: BranchState, proposal: Proposal): boolean {
  const { log, logAtBase, base } = proposal;
  return (
    tip !== null &&
    open !== null &&
    open.base.ref === base.branch &&
    !isConflicting &&
    tip.log?.text === log &&
    (tip.logWhereItLeft?.text ?? null) === logAtBase
  );
}

/** Nothing differs from the base any more. */
function withdraw(
  { tip, open, closedByUs, isMerged }: BranchState,
  { branch, pullRequest }: Proposal,
): PullRequestPlan {
  // What a person has committed there stays, whatever becomes of the pull request.
  const leftover: Change[] = tip?.isOurs ? [{ kind: 'delete-branch', branch, from: tip.commit }] : [];
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
      { kind: 'comment', issue: open.number, marker: CLOSING_MARKER, text },
      { kind: 'close-pull-request', number: open.number },
      ...leftover,
    ],
  };
}

function commitChanges(state: BranchState, proposal: Proposal, log: string): Change[] {
  const { tip } = state;
  const footing = footingOf(state);
  const isWritten =
    tip?.log?.text === log &&
    (footing === 'theirs' || (tip.isLogAlone && (!tip.isBehind || isLeftBehind(state, proposal))));
  if (footing !== 'anew' && isWritten) return [];
  const { branch, base, path, commitMessage, signOff } = proposal;
  // Without the trailer a branch with a person's commit on it never counts as ours again.
  const message = footing === 'theirs' ? commitMessage : messageWithTrailer(commitMessage, blobOf(log));
  const parents = parentsOf(tip, footing, base.commit);
  const treeOf = footing === 'theirs' && tip !== null ? tip.commit : base.commit;
  const commit: LogCommit = { path, content: log, message, treeOf, parents, signOff };
  return [
    {
      kind: 'commit',
      branch,
      from: tip?.commit ?? null,
      how: footing === 'anew' ? 'anew' : 'forward',
      spare: state.spare,
      commit,
    },
  ];
}

function parentsOf(tip: Tip | null, footing: Footing, base: string): string[] {
  if (tip === null || footing === 'anew' || !tip.isAhead) return [base];
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
    ...(Object.keys(changed).length === 0
      ? []
      : [{ kind: 'update-pull-request', number: open.number, ...changed } as const]),
    ...(missing.length === 0 ? [] : [{ kind: 'add-labels', issue: open.number, labels: missing } as const]),
  ];
}
