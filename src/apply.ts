import { Explained } from './explained.ts';
import { createCommit, deleteBranch, mergeBase, moveBranch } from './github/branch.ts';
import { type Client, mustLookAgain, Outdated, type Repository } from './github/client.ts';
import { commentOnce } from './github/comment.ts';
import { addLabels, createLabel, removeLabel } from './github/incidents.ts';
import { openPullRequest, type PullRequest, updatePullRequest } from './github/pull-request.ts';
import type { Change } from './plan.ts';

/**
 * Carries out a plan's changes in order and returns the pull request that was opened, if one was. Starts none after
 * `deadline` (UTC milliseconds). Throws {@link Outdated} when GitHub shows that the plan rests on something that has
 * changed.
 */
export async function apply(
  client: Client,
  repository: Repository & { readonly url: string },
  changes: readonly Change[],
  { deadline, say }: { deadline: number; say: (line: string) => void },
): Promise<PullRequest | null> {
  let opened: PullRequest | null = null;
  for (const [index, change] of changes.entries()) {
    if (Date.now() > deadline) {
      const left = changes.slice(index).map(describe).join('; ');
      throw new Explained(`The run has used up its ten minutes; left for the next run: ${left}.`);
    }
    say(`${describe(change)}.`);
    try {
      opened = (await carryOut(client, repository, change)) ?? opened;
    } catch (error) {
      // It may have been made all the same: look before making another.
      if (mustLookAgain(error)) throw new Outdated(`GitHub did not answer: ${describe(change)}.`);
      throw error;
    }
  }
  return opened;
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
): Promise<PullRequest | undefined> {
  const { owner, repo, url } = repository;
  const where = { owner, repo };
  switch (change.kind) {
    case 'create-label':
      await createLabel(client, where, change.label);
      return;
    case 'add-labels':
      await addLabels(client, where, change.issue, change.labels);
      return;
    case 'remove-label':
      await removeLabel(client, where, change.issue, change.label);
      return;
    case 'merge-base':
      await mergeBase(client, where, change);
      return;
    case 'commit': {
      const commit = await createCommit(client, where, change.commit);
      await moveBranch(client, where, { ...change, commit });
      return;
    }
    case 'open-pull-request': {
      const [base, branch] = [change.base, change.branch].map((name) =>
        encodeURI(name).replaceAll('#', '%23'),
      );
      const compareUrl = `${url}/compare/${base}...${branch}?expand=1`;
      const opened = await openPullRequest(client, where, { ...change, compareUrl });
      if (change.labels.length > 0) await addLabels(client, where, opened.number, change.labels);
      return opened;
    }
    case 'update-pull-request':
      await updatePullRequest(client, where, change.number, change);
      return;
    case 'comment':
      await commentOnce(client, where, change.issue, change);
      return;
    case 'close-pull-request':
      await updatePullRequest(client, where, change.number, { state: 'closed' });
      return;
    case 'delete-branch':
      await deleteBranch(client, where, change);
      return;
  }
}
