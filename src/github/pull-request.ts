import * as v from 'valibot';
import { ConflictError, UserError } from '../errors.ts';
import { CLOSING_MARKER, PULL_REQUEST_MARKER } from '../markers/fixed.ts';
import { readBranch, readTip, type Tip } from './branch.ts';
import { allPages, checked, type GitHub } from './client.ts';
import { hasCommentWith } from './comment.ts';
import { type Files, readFiles } from './file.ts';
import type { OwnLogin } from './own-login.ts';
import { hasStatus } from './refusal.ts';

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
  /** The branch in use: the one that is set, or a numbered one that took its place because rules keep that as it is. */
  readonly branch: string;
  /** The name of the branch that would take its place. */
  readonly spare: string;
  /** Null when the branch does not exist. */
  readonly tip: Tip | null;
  readonly open: PullRequest | null;
  /** Whether GitHub says that the open one conflicts with its base; asked only where the branch is behind. */
  readonly isConflicting: boolean;
  /** The tip is the head of a merged pull request: building on it would bring back what a squash merge replaced. */
  readonly isMerged: boolean;
  /** The newest pull request that ended unmerged, when we closed it ourselves. */
  readonly closedByUs: PullRequest | null;
  /** The newest pull request that ended unmerged, when a person closed it, with the generated files it held. */
  readonly refused: { readonly pullRequest: PullRequest; readonly files: Files } | null;
}

interface Wanted {
  readonly branch: string;
  /** Paths of the generated files. */
  readonly paths: readonly string[];
  /** What needs no base is read before it is known. */
  readonly base: Promise<{ readonly branch: string; readonly commit: string }>;
  readonly ownLogin: OwnLogin;
}

/** Everything that decides what becomes of the pull request; see {@link BranchState}. */
export async function readBranchState(github: GitHub, wanted: Wanted): Promise<BranchState> {
  const { branch } = wanted;
  const set = await readOneState(github, wanted);
  if (!isEnded(set)) return { ...set, branch, spare: `${branch}-2` };
  // Left behind, perhaps because rules neither let it be rebuilt nor deleted: then a numbered one is in use.
  const numbers = await numberedBranches(github, branch);
  const spare = `${branch}-${Math.max(1, ...numbers) + 1}`;
  for (const number of numbers.toSorted((one, other) => other - one)) {
    const name = `${branch}-${number}`;
    const state = await readOneState(github, { ...wanted, branch: name });
    const holdsOurs = state.tip?.isOurs && state.tip.isAhead;
    if (holdsOurs || state.open?.body.includes(PULL_REQUEST_MARKER)) return { ...state, branch: name, spare };
  }
  return { ...set, branch, spare };
}

/** Whether what the branch holds was merged or withdrawn, so that the next proposal starts from the base. */
export function isEnded({ tip, open, isMerged, closedByUs }: Omit<BranchState, 'branch' | 'spare'>): boolean {
  if (tip === null || open !== null) return false;
  return isMerged || (closedByUs?.head.sha === tip.commit && tip.isOurs);
}

/** The numbers from 2 on of the branches that are named like `branch` with a hyphen and a number behind. */
async function numberedBranches(github: GitHub, branch: string): Promise<number[]> {
  // GitHub gives this list whole: it describes no page size for it.
  const refs = await allPages(github, v.object({ ref: v.string() }), () =>
    github.rest.git.listMatchingRefs({ ...github.repository, ref: `heads/${branch}-` }),
  );
  return refs
    .map(({ ref }) => /^[1-9]\d{0,5}$/.exec(ref.slice(`refs/heads/${branch}-`.length)))
    .flatMap((number) => (number === null ? [] : [Number(number[0])]))
    .filter((number) => number > 1);
}

async function readOneState(
  github: GitHub,
  { branch, paths, base, ownLogin }: Wanted,
): Promise<Omit<BranchState, 'branch' | 'spare'>> {
  const [commit, pullRequests, { branch: baseBranch, commit: baseCommit }] = await Promise.all([
    readBranch(github, branch),
    listPullRequests(github, branch),
    base,
  ]);
  const openOnes = pullRequests.filter(({ state }) => state === 'open');
  const open =
    openOnes.find(({ body }) => body.includes(PULL_REQUEST_MARKER)) ??
    openOnes.find(({ base }) => base.ref === baseBranch) ??
    null;
  const [tip, ended] = await Promise.all([
    commit === null ? null : readTip(github, { commit, paths, baseCommit }),
    open === null ? readEnded(github, { pullRequests, paths, ownLogin }) : notEnded,
  ]);
  return {
    tip,
    open,
    isConflicting: open !== null && tip?.isBehind === true && (await hasConflict(github, open.number)),
    isMerged: pullRequests.some(({ merged_at, head }) => merged_at !== null && head.sha === commit),
    ...ended,
  };
}

const notEnded = { closedByUs: null, refused: null };

/** Who closed the newest pull request that ended unmerged, if there is one. */
async function readEnded(
  github: GitHub,
  {
    pullRequests,
    paths,
    ownLogin,
  }: { pullRequests: readonly PullRequest[] } & Pick<Wanted, 'paths' | 'ownLogin'>,
): Promise<Pick<BranchState, 'closedByUs' | 'refused'>> {
  const ended = pullRequests.find(({ state, merged_at }) => state === 'closed' && merged_at === null);
  if (ended === undefined) return notEnded;
  if (await hasCommentWith(github, ended.number, CLOSING_MARKER, ownLogin)) {
    return { closedByUs: ended, refused: null };
  }
  const files = await readFiles(github, paths, ended.head.sha);
  return { closedByUs: null, refused: { pullRequest: ended, files } };
}

/**
 * Whether GitHub has found a conflict. It looks in the background, and says null until it knows: then a later run takes the base in
 * (https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request).
 */
async function hasConflict(github: GitHub, number: number): Promise<boolean> {
  const response = await github.rest.pulls.get({ ...github.repository, pull_number: number });
  return checked(v.object({ mergeable: v.nullish(v.boolean(), null) }), response).mergeable === false;
}

/** Pull requests from our branch, newest first. GitHub allows one open one for each base, so a page is enough. */
async function listPullRequests(github: GitHub, branch: string): Promise<PullRequest[]> {
  const found = checked(
    v.array(pullRequestSchema),
    await github.rest.pulls.list({
      ...github.repository,
      head: `${github.repository.owner}:${branch}`,
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: 100,
    }),
  );
  // The filter goes by the owner's name, and an owner may hold a fork of a repository of theirs.
  const fullName = `${github.repository.owner}/${github.repository.repo}`.toLowerCase();
  return found.filter(({ head }) => head.repo?.full_name.toLowerCase() === fullName);
}

/**
 * Where a person opens the pull request, with its title and our marker filled in, by which it is adopted
 * (https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/using-query-parameters-to-create-a-pull-request).
 * Every character that could end a link in a text is escaped.
 */
export function compareUrlOf(
  repositoryUrl: string,
  { base, branch, title }: { readonly base: string; readonly branch: string; readonly title: string },
): string {
  const escaped = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  const [from, to] = [base, branch].map((name) => name.split('/').map(escaped).join('/'));
  const filled = `title=${escaped(title)}&body=${escaped(PULL_REQUEST_MARKER)}`;
  return `${repositoryUrl}/compare/${from}...${to}?expand=1&${filled}`;
}

export async function openPullRequest(
  github: GitHub,
  pullRequest: { title: string; body: string; branch: string; base: string; compareUrl: string },
): Promise<PullRequest> {
  const { title, body, branch: head, base, compareUrl } = pullRequest;
  const open = async () =>
    checked(
      pullRequestSchema,
      await github.rest.pulls.create({ ...github.repository, title, body, head, base }),
    );
  try {
    return await open().catch((error: unknown) => {
      // The branch was made a moment ago, and not every server knows of it yet.
      if (hasStatus(error, 422) && error.message.includes('Could not resolve to a node')) return open();
      throw error;
    });
  } catch (error) {
    if (hasStatus(error, 403) && error.message.includes('not permitted to create')) {
      throw new UserError(
        `GitHub Actions is not permitted to create or approve pull requests. The log is on the branch ${head}: open the pull request at ${compareUrl}, or turn on “Allow GitHub Actions to create and approve pull requests” in the settings under Actions, General, and run the workflow again. Where that is not allowed, set the input \`pull-request\` to branch.`,
      );
    }
    if (hasStatus(error, 422) && /already exists|No commits between/.test(error.message)) {
      throw new ConflictError(
        `Somebody else opened the pull request of ${head}, or merged it, at the same moment.`,
      );
    }
    throw error;
  }
}

/** Throws {@link ConflictError} when the pull request has been closed meanwhile, unless that is what is wanted. */
export async function updatePullRequest(
  github: GitHub,
  number: number,
  { body, base, state }: { body?: string; base?: string; state?: 'closed' },
): Promise<void> {
  const updated = checked(
    pullRequestSchema,
    await github.rest.pulls.update({
      ...github.repository,
      pull_number: number,
      ...(body === undefined ? {} : { body }),
      ...(base === undefined ? {} : { base }),
      ...(state === undefined ? {} : { state }),
    }),
  );
  if (updated.state !== (state ?? 'open')) {
    throw new ConflictError(`Pull request #${number} was closed or merged at the same moment.`);
  }
}
