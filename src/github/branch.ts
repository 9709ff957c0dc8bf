import * as v from 'valibot';
import { ConflictError, UserError } from '../errors.ts';
import { trailersOf, type WrittenFile } from '../markers/trailer.ts';
import { checked, type GitHub, nothing, orNull } from './client.ts';
import { readCommitter, type SignOff, withSignOff } from './commit.ts';
import { type Files, readFiles } from './file.ts';
import { explain, hasStatus } from './refusal.ts';
import { explainedRule, isDeletionRefused, isForcePushRefused } from './rules.ts';

const refSchema = v.object({ object: v.object({ sha: v.string() }) });
const treeSchema = v.object({ sha: v.string() });
const comparisonSchema = v.object({
  ahead_by: v.number(),
  base_commit: v.object({ sha: v.string(), commit: v.object({ tree: treeSchema }) }),
  merge_base_commit: v.object({ sha: v.string() }),
  commits: v.array(
    v.object({ sha: v.string(), commit: v.object({ message: v.string(), tree: treeSchema }) }),
  ),
  /** With the names of their blobs; a removed one has that of what was removed. */
  files: v.array(
    v.object({ filename: v.string(), status: v.nullish(v.string(), ''), sha: v.nullish(v.string(), null) }),
  ),
});

const tipSchema = v.object({ message: v.string(), parents: v.array(v.object({ sha: v.string() })) });

/** How our branch stands to the base commit. */
export interface Tip {
  readonly commit: string;
  /** The trees of the commits that the comparison with the base lists: the base, and up to 250 of the branch. */
  readonly trees: ReadonlyMap<string, string>;
  /** The generated files. */
  readonly files: Files;
  /** Whether it has commits that the base has not. */
  readonly isAhead: boolean;
  /** Whether the base has commits that it has not. */
  readonly isBehind: boolean;
  /** The generated files where the branch left the base; null where nothing was read, because it is not behind. */
  readonly filesWhereItLeft: Files | null;
  /** Whether it differs from where it left the base in generated files alone. */
  readonly hasGeneratedAlone: boolean;
  /** Whether nothing but our own last commit stands on it: it may be rewritten from the base without losing anything. */
  readonly isOurs: boolean;
}

/** The commit that a branch points to, or null where there is no such branch. Any other refusal is thrown. */
export async function readBranch(github: GitHub, branch: string): Promise<string | null> {
  const response = await orNull(github.rest.git.getRef({ ...github.repository, ref: `heads/${branch}` }));
  return response === null ? null : checked(refSchema, response).object.sha;
}

/** How the branch, whose tip is `commit`, stands to the base commit. `paths` are those of the generated files. */
export async function readTip(
  github: GitHub,
  { commit, paths, baseCommit }: { commit: string; paths: readonly string[]; baseCommit: string },
): Promise<Tip> {
  const [files, comparison] = await Promise.all([
    readFiles(github, paths, commit),
    compare(github, baseCommit, commit),
  ]);
  const hasGeneratedAlone = comparison !== null && hasAlone(comparison, files);
  const isOurs =
    comparison?.ahead_by === 0 ||
    (comparison !== null && isWritten(comparison, lastWritten(comparison), paths)) ||
    (await isWrittenByUs(github, { commit, paths }));
  const left = comparison?.merge_base_commit.sha;
  const isBehind = left !== baseCommit;
  return {
    commit,
    trees: treesIn(comparison),
    files,
    filesWhereItLeft: isBehind && left !== undefined ? await readFiles(github, paths, left) : null,
    // Without a common ancestor both have commits that the other has not.
    isAhead: comparison?.ahead_by !== 0,
    isBehind,
    hasGeneratedAlone,
    isOurs,
  };
}

/** Null where the two have no common ancestor. */
async function compare(github: GitHub, base: string, head: string) {
  const basehead = `${base}...${head}`;
  const response = await orNull(
    github.rest.repos.compareCommitsWithBasehead({ ...github.repository, basehead }),
  );
  return response === null ? null : checked(comparisonSchema, response);
}

function treesIn(comparison: Comparison | null): ReadonlyMap<string, string> {
  const commits = comparison === null ? [] : [comparison.base_commit, ...comparison.commits];
  return new Map(commits.map(({ sha, commit }) => [sha, commit.tree.sha]));
}

type Comparison = v.InferOutput<typeof comparisonSchema>;

function hasAlone(comparison: Comparison, generated: Files): boolean {
  return comparison.files.every(({ filename }) => generated.has(filename));
}

/** The files that the last commit of ours wrote, as far as the list reaches (250 commits). */
function lastWritten({ commits }: Comparison): WrittenFile[] {
  return commits.map((each) => trailersOf(each.commit.message)).findLast(({ length }) => length > 0) ?? [];
}

/**
 * Whether all that differs is what a commit of ours wrote. Its trailers tell which files that were: a team may have set other paths since.
 */
function isWritten(
  { files }: Comparison,
  written: readonly WrittenFile[],
  [logPath]: readonly string[],
): boolean {
  const isOurs = ({ filename, status, sha }: Comparison['files'][number]) =>
    status !== 'removed' && written.some(({ path, blob }) => blob === sha && (path ?? logPath) === filename);
  return written.length > 0 && files.every(isOurs);
}

/**
 * Whether the tip itself is a commit of ours, unchanged since. A base that was rewritten, that is another one now, or that is
 * hundreds of our commits behind makes the branch look full of other people's work; but we put our trailer only on a branch
 * that holds nothing else.
 */
async function isWrittenByUs(
  github: GitHub,
  { commit, paths }: { commit: string; paths: readonly string[] },
): Promise<boolean> {
  const response = await github.rest.git.getCommit({ ...github.repository, commit_sha: commit });
  const { message, parents } = checked(tipSchema, response);
  const parent = parents.at(-1)?.sha;
  const written = trailersOf(message);
  if (parent === undefined || written.length === 0) return false;
  const comparison = await compare(github, parent, commit);
  return comparison !== null && isWritten(comparison, written, paths);
}

/**
 * Points the branch at `commit`, and returns its name. `from` is where the branch was seen: null creates it. It moves forward only, unless
 * `how` is `rebuild`: then the branch is read once more right before it is moved, and the window that remains is one request. Where a rule
 * blocks force pushes it is deleted and created again instead, and where a rule keeps it, `spare` is created in its place.
 */
export async function moveBranch(
  github: GitHub,
  {
    branch,
    from,
    commit,
    how,
    spare,
  }: { branch: string; from: string | null; commit: string; how: 'forward' | 'rebuild'; spare: string },
): Promise<string> {
  const outdated = new ConflictError(
    `The branch ${branch} moved while this run was preparing a commit for it.`,
  );
  if (how === 'rebuild' && from !== null && (await readBranch(github, branch)) !== from) throw outdated;
  const moved = { object: v.object({ sha: v.literal(commit) }) };
  const create = async (name: string) => {
    const response = await github.rest.git.createRef({
      ...github.repository,
      ref: `refs/heads/${name}`,
      sha: commit,
    });
    checked(v.object(moved), response);
    return name;
  };
  try {
    if (from === null) return await create(branch);
    const response = await github.rest.git.updateRef({
      ...github.repository,
      ref: `heads/${branch}`,
      sha: commit,
      force: how === 'rebuild',
    });
    checked(v.object(moved), response);
    return branch;
  } catch (error) {
    // 422: not a fast-forward, exists already, or is gone. 409: another update of it is under way.
    if (!hasStatus(error, 409, 422)) throw error;
    if ((await readBranch(github, branch)) !== from) throw outdated;
    if (from === null || !isForcePushRefused(error)) throw explainedRule(error, branch);
    const refusal = await deleteBranch(github, { branch, from });
    const name = refusal === null ? branch : spare;
    return create(name).catch((again: unknown) => {
      throw explainedRule(again, name);
    });
  }
}

/**
 * Deletes the branch if it is still where it was seen; it is read right before, and the window that remains is one request. Returns a
 * sentence where a rule keeps it, which does no harm, and null otherwise.
 */
export async function deleteBranch(
  github: GitHub,
  { branch, from }: { branch: string; from: string },
): Promise<string | null> {
  if ((await readBranch(github, branch)) !== from) return null;
  try {
    checked(nothing, await github.rest.git.deleteRef({ ...github.repository, ref: `heads/${branch}` }));
  } catch (error) {
    if (isDeletionRefused(error)) return explain(explainedRule(error, branch));
    // Gone already, which is what was wanted.
    if (!hasStatus(error, 404, 422)) throw error;
  }
  return null;
}

/** Merges the base into the branch by GitHub's own merge; a conflict is for a person to settle. */
export async function mergeBase(
  github: GitHub,
  { branch, base, commit, signOff }: { branch: string; base: string; commit: string; signOff: SignOff },
): Promise<void> {
  try {
    const request = { ...github.repository, base: branch, head: commit };
    const message = `Merge ${base} into ${branch}`;
    const author = signOff === 'add' ? await readCommitter(github, commit) : null;
    const response = await github.rest.repos.merge(
      author === null ? request : { ...request, commit_message: withSignOff(message, author) },
    );
    // 204 means that there was nothing to merge.
    checked(v.union([nothing, v.object({ sha: v.string() })]), response);
  } catch (error) {
    if (hasStatus(error, 404))
      throw new ConflictError(`The branch ${branch} was deleted at the same moment.`);
    const explained = explainedRule(error, branch);
    if (explained !== error || !hasStatus(error, 409)) throw explained;
    throw new UserError(
      `The branch ${branch} has somebody's commits on it that conflict with ${base}; merge ${base} into ${branch} by hand, or delete ${branch}, and run the workflow again.`,
    );
  }
}
