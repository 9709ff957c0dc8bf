import type { GitCommit, GitTree } from '../answer.ts';
import { mergeBase } from './compare.ts';
import type { RepositoryState, Site } from './site.ts';
import { askFor } from './site.ts';

interface File {
  readonly mode: string;
  readonly sha: string;
}

export async function filesOf(
  site: Site,
  repository: RepositoryState,
  commit: string,
): Promise<Map<string, File>> {
  const { tree } = await askFor<GitCommit>(site, repository, 'GET', `/git/commits/${commit}`);
  const listed = await askFor<GitTree>(site, repository, 'GET', `/git/trees/${tree.sha}?recursive=1`);
  return new Map(
    listed.tree.flatMap(({ path, mode, sha, type }) =>
      type === 'blob' && path && mode && sha ? [[path, { mode, sha }] as const] : [],
    ),
  );
}

/**
 * Merges two commits file by file against their merge base.
 * @returns the sha of the merged tree, or `conflict` when both sides changed a file, differently
 */
export async function mergeTrees(
  site: Site,
  repository: RepositoryState,
  base: string,
  head: string,
): Promise<string> {
  const common = await mergeBase(site, repository, base, head);
  const before = common === null ? new Map<string, File>() : await filesOf(site, repository, common);
  const ours = await filesOf(site, repository, base);
  const theirs = await filesOf(site, repository, head);
  const same = (one: File | undefined, other: File | undefined): boolean =>
    one?.sha === other?.sha && one?.mode === other?.mode;
  const tree: unknown[] = [];
  for (const path of new Set([...ours.keys(), ...theirs.keys()])) {
    const [was, our, their] = [before.get(path), ours.get(path), theirs.get(path)];
    if (!same(was, our) && !same(was, their) && !same(our, their)) return 'conflict';
    const file = same(was, our) ? their : our;
    if (file !== undefined) tree.push({ path, mode: file.mode, type: 'blob', sha: file.sha });
  }
  const made = await askFor<GitTree>(site, repository, 'POST', '/git/trees', { tree });
  return made.sha;
}
