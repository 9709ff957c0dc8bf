import * as v from 'valibot';
import { Explained } from '../explained.ts';
import { readBranch, readTip, type Tip } from './branch.ts';
import { type Client, checked, type Repository } from './client.ts';
import { hasCommentWith } from './comment.ts';
import { type File, readFile } from './file.ts';
import type { OwnLogin } from './own-login.ts';
import { hasStatus, Outdated } from './refusal.ts';

/** Stands in the body of every pull request of ours. One without it was opened or rewritten by a person, and is theirs. */
export const PULL_REQUEST_MARKER = '<!-- incident-log: pull-request -->';
/** Stands in the comment with which we close a pull request, so that this is not taken for a person's refusal. */
export const CLOSING_MARKER = '<!-- incident-log: nothing-differs -->';
const pullRequestSchema = v.object({
  number: v.number(),
  html_url: v.string(),
  state: v.picklist(['open', 'closed']),
  body: v.nullish(v.string(), ''),
  merged_at: v.nullish(v.string(), null),
  labels: v.array(v.object({ name: v.string() })),
  head: v.object({ sha: v.string(), repo: v.nullish(v.object({ full_name: v.string() }), null) }),
  base: v.object({ ref: v.string() }),
});
export type PullRequest = v.InferOutput<typeof pullRequestSchema>;

export interface BranchState {
  /** Null when the branch does not exist. */
  readonly tip: Tip | null;
  readonly open: PullRequest | null;
  /** The tip is the head of a merged pull request: building on it would bring back what a squash merge replaced. */
  readonly isMerged: boolean;
  /** The newest pull request that ended unmerged, when we closed it ourselves. */
  readonly closedByUs: PullRequest | null;
  /** The newest pull request that ended unmerged, when a person closed it, with the log it held. */
  readonly refused: { readonly pullRequest: PullRequest; readonly log: File | null } | null;
}

/** Everything that decides what becomes of the pull request; see {@link BranchState}. */
export async function readBranchState(
  client: Client,
  repository: Repository,
  {
    branch,
    logPath,
    base: { branch: baseBranch, commit: baseCommit },
    ownLogin,
  }: { branch: string; logPath: string; base: { branch: string; commit: string }; ownLogin: OwnLogin },
): Promise<BranchState> {
  const [commit, pullRequests] = await Promise.all([
    readBranch(client, repository, branch),
    listPullRequests(client, repository, branch),
  ]);
  const tip = commit === null ? null : await readTip(client, repository, { commit, logPath, baseCommit });
  const openOnes = pullRequests.filter(({ state }) => state === 'open');
  const open =
    openOnes.find(({ body }) => body.includes(PULL_REQUEST_MARKER)) ??
    openOnes.find(({ base }) => base.ref === baseBranch) ??
    null;
  const isMerged = pullRequests.some(({ merged_at, head }) => merged_at !== null && head.sha === commit);
  const ended = pullRequests.find(({ state, merged_at }) => state === 'closed' && merged_at === null);
  if (open !== null || ended === undefined) return { tip, open, isMerged, closedByUs: null, refused: null };
  if (await hasCommentWith(client, repository, ended.number, CLOSING_MARKER, ownLogin)) {
    return { tip, open, isMerged, closedByUs: ended, refused: null };
  }
  const log = await readFile(client, repository, logPath, ended.head.sha);
  return { tip, open, isMerged, closedByUs: null, refused: { pullRequest: ended, log } };
}

/** Pull requests from our branch, newest first. GitHub allows one open one for each base, so a page is enough. */
async function listPullRequests(
  client: Client,
  repository: Repository,
  branch: string,
): Promise<PullRequest[]> {
  const found = checked(
    v.array(pullRequestSchema),
    await client.rest.pulls.list({
      ...repository,
      head: `${repository.owner}:${branch}`,
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: 100,
    }),
  );
  // The filter goes by the owner's name, and an owner may hold a fork of a repository of theirs.
  const fullName = `${repository.owner}/${repository.repo}`.toLowerCase();
  return found.filter(({ head }) => head.repo?.full_name.toLowerCase() === fullName);
}

export async function openPullRequest(
  client: Client,
  repository: Repository,
  pullRequest: { title: string; body: string; branch: string; base: string; compareUrl: string },
): Promise<PullRequest> {
  const { title, body, branch: head, base, compareUrl } = pullRequest;
  const open = async () =>
    checked(pullRequestSchema, await client.rest.pulls.create({ ...repository, title, body, head, base }));
  try {
    return await open().catch((error: unknown) => {
      // The branch was made a moment ago, and not every server knows of it yet.
      if (hasStatus(error, 422) && error.message.includes('Could not resolve to a node')) return open();
      throw error;
    });
  } catch (error) {
    if (hasStatus(error, 403) && error.message.includes('not permitted to create')) {
      throw new Explained(
        `GitHub Actions is not permitted to create or approve pull requests: the log stands on the branch ${head}, but a person must open the pull request at ${compareUrl}, or turn on “Allow GitHub Actions to create and approve pull requests” in the settings under Actions, General, and run the workflow again.`,
      );
    }
    if (hasStatus(error, 422) && /already exists|No commits between/.test(error.message)) {
      throw new Outdated(
        `Somebody else opened the pull request of ${head}, or merged it, at the same moment.`,
      );
    }
    throw error;
  }
}

/** Throws {@link Outdated} when the pull request has been closed meanwhile, unless that is what is wanted. */
export async function updatePullRequest(
  client: Client,
  repository: Repository,
  number: number,
  { body, base, state }: { body?: string; base?: string; state?: 'closed' },
): Promise<void> {
  const updated = checked(
    pullRequestSchema,
    await client.rest.pulls.update({
      ...repository,
      pull_number: number,
      ...(body === undefined ? {} : { body }),
      ...(base === undefined ? {} : { base }),
      ...(state === undefined ? {} : { state }),
    }),
  );
  if (updated.state !== (state ?? 'open')) {
    throw new Outdated(`Pull request #${number} was closed or merged at the same moment.`);
  }
}
