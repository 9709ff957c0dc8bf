import type { Answer, Call, Comparison, GitCommit, GitReference } from './answer.ts';
import { isObject, json, noContent, Refusal, textOf } from './answer.ts';
import { ancestorsOf } from './routes/compare.ts';
import { mergeTrees } from './routes/merge.ts';
import { isBot } from './routes/people.ts';
import { closePullsOf } from './routes/pulls.ts';
import { checkRules } from './routes/rules.ts';
import type { RepositoryState, Site } from './routes/site.ts';
import { ask, askFor, pathOf, repositoryOf } from './routes/site.ts';

const encoded = (ref: string): string => ref.split('/').map(encodeURIComponent).join('/');

/** The commit at the end of a branch; null for a branch that is not there. */
export async function branchTip(
  site: Site,
  repository: RepositoryState,
  branch: string,
): Promise<string | null> {
  if (branch === '') return null;
  const path = `${pathOf(repository)}/git/ref/heads/${encoded(branch)}`;
  const answer = await site.emulator.send(repository.owner, 'GET', path);
  return answer.status === 200 ? (answer.body as GitReference).object.sha : null;
}

export async function setBranchTip(
  site: Site,
  repository: RepositoryState,
  branch: string,
  sha: string,
): Promise<void> {
  await ask(site, repository, 'PATCH', `/git/refs/heads/${encoded(branch)}`, { sha, force: true });
}

async function isCommit(site: Site, repository: RepositoryState, sha: string): Promise<boolean> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return false;
  const answer = await site.emulator.send(
    repository.owner,
    'GET',
    `${pathOf(repository)}/git/commits/${sha}`,
  );
  return answer.status === 200;
}

/** The commit that a branch or a full sha stands for, or null. */
export async function resolveCommit(
  site: Site,
  repository: RepositoryState,
  ref: string,
): Promise<string | null> {
  if (await isCommit(site, repository, ref)) return ref;
  return branchTip(site, repository, ref.replace(/^(?:refs\/)?heads\//, ''));
}

export async function createReference(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const ref = textOf(call.body, 'ref') ?? '';
  const sha = textOf(call.body, 'sha') ?? '';
  if (!/^refs\/[^/]+\/./.test(ref))
    throw new Refusal(422, "Reference name must start with 'refs' and have at least two slashes.");
  if (!(await isCommit(site, repository, sha))) throw new Refusal(422, 'Object does not exist');
  const branch = ref.replace(/^refs\/heads\//, '');
  if ((await branchTip(site, repository, branch)) !== null)
    throw new Refusal(422, 'Reference already exists');
  await checkRules(site, repository, { branch, actor: call.actor, from: null, to: sha, isForward: true });
  return json(201, await askFor<GitReference>(site, repository, 'POST', '/git/refs', { ref, sha }));
}

export async function updateReference(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const branch = (call.params.rest ?? '').replace(/^heads\//, '');
  const sha = textOf(call.body, 'sha') ?? '';
  const tip = await branchTip(site, repository, branch);
  if (tip === null) throw new Refusal(422, 'Reference does not exist');
  if (!(await isCommit(site, repository, sha))) throw new Refusal(422, 'Object does not exist');
  const isForward = (await ancestorsOf(site, repository, sha)).has(tip);
  if (!isForward && call.body.force !== true) throw new Refusal(422, 'Update is not a fast forward');
  await checkRules(site, repository, { branch, actor: call.actor, from: tip, to: sha, isForward });
  await setBranchTip(site, repository, branch, sha);
  return json(200, await askFor<GitReference>(site, repository, 'GET', `/git/ref/heads/${encoded(branch)}`));
}

export async function deleteReference(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const branch = (call.params.rest ?? '').replace(/^heads\//, '');
  const tip = await branchTip(site, repository, branch);
  if (tip === null) throw new Refusal(422, 'Reference does not exist');
  await checkRules(site, repository, { branch, actor: call.actor, from: tip, to: null, isForward: true });
  await closePullsOf(site, repository, branch);
  await ask(site, repository, 'DELETE', `/git/refs/heads/${encoded(branch)}`);
  return noContent;
}

/** Without author and committer GitHub signs a bot's commit, as its own committer. */
export async function createCommit(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { message, tree, author, committer } = call.body;
  const parents: unknown[] = Array.isArray(call.body.parents) ? call.body.parents : [];
  for (const parent of parents)
    if (!(await isCommit(site, repository, String(parent))))
      throw new Refusal(422, 'Parent SHA does not exist or is not a commit object');
  const signs = isBot(call.actor) && !isObject(author) && !isObject(committer);
  const signed = { committer: { name: 'GitHub', email: 'noreply@github.com' } };
  const body = { message, tree, parents, author, committer, ...(signs ? signed : {}) };
  const made = await askFor<GitCommit>(
    site,
    repository,
    'POST',
    '/git/commits',
    body,
    call.actor ?? undefined,
  );
  return json(201, verified(made));
}

function verified(commit: GitCommit): GitCommit {
  if (commit.committer.name !== 'GitHub') return commit;
  return { ...commit, verification: { ...commit.verification, verified: true, reason: 'valid' } };
}

export async function getCommit(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  return json(
    200,
    verified(await askFor<GitCommit>(site, repository, 'GET', `/git/commits/${call.params.sha}`)),
  );
}

/** `type` of an entry may be left out: GitHub knows a file by its mode. */
export async function createTree(call: Call, site: Site): Promise<Answer> {
  const entries: unknown[] = Array.isArray(call.body.tree) ? call.body.tree : [];
  const tree = entries.map((entry) => (isObject(entry) ? { type: 'blob', ...entry } : entry));
  return ask(site, repositoryOf(site, call.params), 'POST', '/git/trees', { ...call.body, tree });
}

/** POST …/merges (docs.github.com/rest/branches#merge-a-branch). */
export async function mergeBranch(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const base = textOf(call.body, 'base') ?? '';
  const head = textOf(call.body, 'head') ?? '';
  const tip = await branchTip(site, repository, base);
  if (tip === null) throw new Refusal(404, 'Base does not exist');
  const headSha = await resolveCommit(site, repository, head);
  if (headSha === null) throw new Refusal(404, 'Head does not exist');
  if ((await ancestorsOf(site, repository, tip)).has(headSha)) return noContent;
  const tree = await mergeTrees(site, repository, tip, headSha);
  if (tree === 'conflict') throw new Refusal(409, 'Merge conflict');
  const message = textOf(call.body, 'commit_message') ?? `Merge ${head} into ${base}`;
  const committer = { name: 'GitHub', email: 'noreply@github.com' };
  const body = { message, tree, parents: [tip, headSha], committer };
  const made = await askFor<GitCommit>(
    site,
    repository,
    'POST',
    '/git/commits',
    body,
    call.actor ?? undefined,
  );
  const change = { branch: base, actor: call.actor, from: tip, to: made.sha, isForward: true };
  // The endpoint's page knows 409 alone for what cannot be merged.
  await checkRules(site, repository, change, 409);
  await setBranchTip(site, repository, base, made.sha);
  return json(201, await askFor<Comparison['base_commit']>(site, repository, 'GET', `/commits/${made.sha}`));
}
