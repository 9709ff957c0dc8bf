import type { Answer, Call, Comparison, GitCommit } from '../answer.ts';
import { json, notFound } from '../answer.ts';
import { resolveCommit } from '../git.ts';
import type { RepositoryState, Site } from './site.ts';
import { askFor, repositoryOf } from './site.ts';

async function parentsOf(site: Site, repository: RepositoryState, sha: string): Promise<readonly string[]> {
  const known = repository.parents.get(sha);
  if (known !== undefined) return known;
  const commit = await askFor<GitCommit>(site, repository, 'GET', `/git/commits/${sha}`);
  const parents = commit.parents.map((parent) => parent.sha);
  repository.parents.set(sha, parents);
  return parents;
}

/** A commit and everything before it, nearest first. */
export async function ancestorsOf(
  site: Site,
  repository: RepositoryState,
  sha: string,
): Promise<Set<string>> {
  const seen = new Set([sha]);
  for (const commit of seen) for (const parent of await parentsOf(site, repository, commit)) seen.add(parent);
  return seen;
}

/**
 * The best common ancestor, as `git merge-base` defines it: one that is no ancestor of another common one.
 * Null for histories without one. (emulate takes the common ancestor with the fewest steps, which a long branch beats.)
 */
export async function mergeBase(
  site: Site,
  repository: RepositoryState,
  one: string,
  other: string,
): Promise<string | null> {
  const theirs = await ancestorsOf(site, repository, other);
  const common = [...(await ancestorsOf(site, repository, one))].filter((sha) => theirs.has(sha));
  const beneath = new Set<string>();
  for (const sha of common) {
    if (beneath.has(sha)) continue;
    for (const ancestor of await ancestorsOf(site, repository, sha))
      if (ancestor !== sha) beneath.add(ancestor);
  }
  return common.find((sha) => !beneath.has(sha)) ?? null;
}

/** `base` and `head` are branches or commits; 404 for one that is not there. Files are against the merge base. */
export async function compareCommits(
  site: Site,
  repository: RepositoryState,
  base: string,
  head: string,
): Promise<Comparison> {
  const baseSha = await resolveCommit(site, repository, base);
  const headSha = await resolveCommit(site, repository, head);
  if (baseSha === null || headSha === null) throw notFound();
  const common = await mergeBase(site, repository, baseSha, headSha);
  if (common === null) throw notFound();
  const path = `/compare/${baseSha}...${headSha}`;
  const comparison = await askFor<Comparison>(site, repository, 'GET', path);
  const html_url = comparison.html_url.replace(`${baseSha}...${headSha}`, `${base}...${head}`);
  if (comparison.merge_base_commit.sha === common) return { ...comparison, html_url };
  // A commit made for this alone has the right merge base as its only parent, which emulate cannot miss.
  const tree = await askFor<GitCommit>(site, repository, 'GET', `/git/commits/${headSha}`);
  const only = { message: 'compare', tree: tree.tree.sha, parents: [common] };
  const standIn = await askFor<GitCommit>(site, repository, 'POST', '/git/commits', only);
  const right = await askFor<Comparison>(site, repository, 'GET', `/compare/${common}...${standIn.sha}`);
  const { merge_base_commit, files } = right;
  return { ...comparison, html_url, merge_base_commit, ...(files === undefined ? {} : { files }) };
}

export async function getComparison(call: Call, site: Site): Promise<Answer> {
  const [base, head] = (call.params.rest ?? '').split('...');
  if (base === undefined || head === undefined) throw notFound();
  const repository = repositoryOf(site, call.params);
  const own = (ref: string): string => ref.replace(`${repository.owner}:`, '');
  return json(200, await compareCommits(site, repository, own(base), own(head)));
}
