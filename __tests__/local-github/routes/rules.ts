import type { GitCommit } from '../answer.ts';
import { Refusal } from '../answer.ts';
import type { RepositoryState, Site } from './site.ts';
import { askFor } from './site.ts';

/**
 * A ruleset for every branch but `main`, which its owner may bypass (docs.github.com, "Available rules for rulesets"). Patterns are
 * metadata restrictions.
 */
export interface Ruleset {
  readonly blockForcePushes?: boolean;
  readonly restrictDeletions?: boolean;
  readonly restrictCreations?: boolean;
  readonly requirePullRequest?: boolean;
  readonly requireSignedCommits?: boolean;
  readonly branchName?: string;
  readonly commitMessage?: string;
}

/** A change of a branch: null where it is not there before, or afterwards. */
export interface BranchChange {
  readonly branch: string;
  readonly actor: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly isForward: boolean;
}

/** Refuses what the ruleset does, in GitHub's words: 422 for git refs, as people quote it in issues of public clients. */
export async function checkRules(
  site: Site,
  repository: RepositoryState,
  change: BranchChange,
  status: 409 | 422 = 422,
): Promise<void> {
  if (change.branch === 'main' || change.actor === repository.owner) return;
  const { to } = change;
  const commit = to === null ? null : await askFor<GitCommit>(site, repository, 'GET', `/git/commits/${to}`);
  const broken = [
    ...brokenByRef(repository.rules, change),
    ...(commit === null ? [] : brokenBy(repository.rules, commit)),
  ];
  if (broken.length > 0)
    throw new Refusal(status, `Repository rule violations found\n\n${broken.join('\n\n')}\n\n`);
}

function brokenByRef(rules: Ruleset, { branch, from, to, isForward }: BranchChange): string[] {
  if (to === null) return rules.restrictDeletions ? ['Cannot delete this branch'] : [];
  if (from === null) {
    const isMisnamed = rules.branchName !== undefined && !new RegExp(rules.branchName).test(branch);
    return [
      ...(rules.restrictCreations ? ['Cannot create ref due to creations being restricted.'] : []),
      ...(isMisnamed ? [`Branch name must match a given regex pattern: ${rules.branchName}`] : []),
    ];
  }
  return [
    ...(rules.blockForcePushes && !isForward ? ['Cannot force-push to this branch'] : []),
    ...(rules.requirePullRequest ? ['Changes must be made through a pull request.'] : []),
  ];
}

function brokenBy(rules: Ruleset, { sha, message, committer }: GitCommit): string[] {
  const pattern = rules.commitMessage;
  const found = `\n  Found 1 violation:\n\n  ${sha}`;
  const isUnsigned = rules.requireSignedCommits && committer.name !== 'GitHub';
  const isMisworded = pattern !== undefined && !new RegExp(pattern, 'm').test(message);
  return [
    ...(isUnsigned ? [`Commits must have verified signatures.${found}`] : []),
    ...(isMisworded ? [`Commit message must match a given regex pattern: ${pattern}${found}`] : []),
  ];
}
