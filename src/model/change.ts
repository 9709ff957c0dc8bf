import type { FileCommit, SignOff } from '../github/commit.ts';
import type { Label, Rewrite } from '../github/incidents.ts';
import type { NewAction } from '../github/review-actions.ts';

/**
 * Something that a run does to what people see on GitHub. Steps plan changes; `run/apply.ts` alone carries them out. A run may end
 * between any two of them, and the next run goes on from there.
 */
export type Change = {
  /** What it does, for the run's output: a sentence without its full stop. */
  readonly sentence: string;
} & (
  | { readonly kind: 'create-label'; readonly label: Label }
  | { readonly kind: 'add-labels'; readonly issue: number; readonly labels: readonly string[] }
  | { readonly kind: 'remove-label'; readonly issue: number; readonly label: string }
  | CommentChange
  | { readonly kind: 'edit-comment'; readonly issue: number; readonly comment: number; readonly body: string }
  | { readonly kind: 'delete-comment'; readonly issue: number; readonly comment: number }
  /** Deletes all of our comments with this marker. */
  | { readonly kind: 'delete-comments'; readonly issue: number; readonly marker: string }
  | { readonly kind: 'react'; readonly comment: number; readonly content: '+1' | 'confused' }
  | ({ readonly kind: 'rewrite-issue' } & Rewrite)
  | ({ readonly kind: 'create-action'; readonly incident: number } & NewAction)
  | { readonly kind: 'assign'; readonly issue: number; readonly assignees: readonly string[] }
  | ({ readonly kind: 'link-action' } & SubIssue)
  | ({ readonly kind: 'unlink-action' } & SubIssue)
  | { readonly kind: 'close-duplicate'; readonly action: number }
  | {
      readonly kind: 'merge-base';
      readonly branch: string;
      readonly base: string;
      readonly commit: string;
      readonly signOff: SignOff;
    }
  | CommitChange
  | OpenPullRequest
  | ({ readonly kind: 'update-pull-request'; readonly number: number } & PullRequestUpdate)
  | { readonly kind: 'delete-branch'; readonly branch: string; readonly from: string }
);

/** A comment that ends in a hidden marker. */
interface CommentChange {
  readonly kind: 'comment';
  readonly issue: number;
  readonly marker: string;
  readonly text: string;
  /**
   * What becomes of our other comments with the same marker: where one is there already, none is posted (`unless-there`); they stay
   * (`keep`); or the new comment, which notifies people as an edit would not, takes their place (`replace`).
   */
  readonly others: 'unless-there' | 'keep' | 'replace';
}

interface SubIssue {
  readonly incident: number;
  /** Number of the review action's issue. */
  readonly action: number;
  /** GitHub's id of that issue, which the API wants here instead of its number. */
  readonly id: number;
}

interface CommitChange {
  readonly kind: 'commit';
  readonly branch: string;
  /** The commit that the branch was seen at; null where there was no branch. */
  readonly from: string | null;
  /** Whether the branch moves forward, or is rebuilt from the base. */
  readonly how: 'forward' | 'rebuild';
  /** Name of the branch to create where rules of the repository keep this one from being rebuilt. */
  readonly spare: string;
  readonly commit: FileCommit;
}

interface OpenPullRequest {
  readonly kind: 'open-pull-request';
  readonly repositoryUrl: string;
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

interface PullRequestUpdate {
  readonly body?: string;
  readonly base?: string;
  readonly state?: 'closed';
}

type Of<Kind extends Change['kind']> = Omit<Extract<Change, { kind: Kind }>, 'kind' | 'sentence'>;

export function createLabel(label: Label): Change {
  return { kind: 'create-label', label, sentence: `Create the label “${label.name}”` };
}

export function addLabels(issue: number, labels: readonly string[]): Change {
  const names = labels.map((label) => `“${label}”`).join(', ');
  return { kind: 'add-labels', issue, labels, sentence: `Label #${issue} with ${names}` };
}

export function removeLabel(issue: number, label: string): Change {
  return { kind: 'remove-label', issue, label, sentence: `Take the label “${label}” off #${issue}` };
}

export function comment(sentence: string, comment: Of<'comment'>): Change {
  return { kind: 'comment', sentence, ...comment };
}

/** Edits the status comment of an incident, which notifies nobody. */
export function editStatusComment(issue: number, comment: number, body: string): Change {
  const sentence = `Bring up to date what is said on #${issue}`;
  return { kind: 'edit-comment', issue, comment, body, sentence };
}

export function deleteComment(issue: number, comment: number): Change {
  return { kind: 'delete-comment', issue, comment, sentence: `Delete a former comment of ours on #${issue}` };
}

export function deleteReminder(issue: number, marker: string): Change {
  const sentence = `Delete reminder on #${issue}, if there is one`;
  return { kind: 'delete-comments', issue, marker, sentence };
}

export function react(comment: number, content: '+1' | 'confused'): Change {
  return { kind: 'react', comment, content, sentence: `React to the comment ${comment} with ${content}` };
}

/** Replaces the text of an issue, unless somebody has changed it since it was read. */
export function rewriteIssue(sentence: string, rewrite: Rewrite): Extract<Change, { kind: 'rewrite-issue' }> {
  return { kind: 'rewrite-issue', sentence, ...rewrite };
}

export function createAction(action: Of<'create-action'>): Change {
  const sentence = `Create an issue for a review action of #${action.incident}: “${action.title}”`;
  return { kind: 'create-action', sentence, ...action };
}

export function assign(issue: number, assignees: readonly string[]): Change {
  return { kind: 'assign', issue, assignees, sentence: `Assign #${issue} to ${assignees.join(', ')}` };
}

export function linkAction(link: SubIssue): Change {
  const sentence = `Link #${link.action} as a sub-issue of #${link.incident}`;
  return { kind: 'link-action', sentence, ...link };
}

export function unlinkAction(link: SubIssue): Change {
  return { kind: 'unlink-action', sentence: `Take #${link.action} from under #${link.incident}`, ...link };
}

export function closeDuplicate(action: number): Change {
  const sentence = `Close #${action} as a duplicate, for two runs made it at the same moment`;
  return { kind: 'close-duplicate', action, sentence };
}

export function mergeBase(merge: Of<'merge-base'>): Change {
  const sentence = `Merge ${merge.base} into ${merge.branch}, which has somebody's commits on it`;
  return { kind: 'merge-base', sentence, ...merge };
}

export function commitFiles(commit: Of<'commit'>): Change {
  const paths = commit.commit.files.map(({ path }) => path).join(', ');
  const rebuilt = commit.how === 'rebuild' ? ', made anew from the base' : '';
  return { kind: 'commit', sentence: `Commit ${paths} to ${commit.branch}${rebuilt}`, ...commit };
}

export function openPullRequest(pullRequest: Of<'open-pull-request'>): Change {
  const sentence = `Open a pull request from ${pullRequest.branch} to ${pullRequest.base}`;
  return { kind: 'open-pull-request', sentence, ...pullRequest };
}

export function updatePullRequest(number: number, update: Omit<PullRequestUpdate, 'state'>): Change {
  const sentence = `Rewrite the description of pull request #${number}`;
  return { kind: 'update-pull-request', number, sentence, ...update };
}

export function closePullRequest(number: number): Change {
  return { kind: 'update-pull-request', number, state: 'closed', sentence: `Close pull request #${number}` };
}

export function deleteBranch(branch: string, from: string): Change {
  return { kind: 'delete-branch', branch, from, sentence: `Delete the branch ${branch}` };
}
