import type { Answer, Call, Comparison, JsonObject, Pull } from '../answer.ts';
import { invalid, json, Refusal, textOf } from '../answer.ts';
import { branchTip, setBranchTip } from '../git.ts';
import { paged, sorted } from '../paging.ts';
import { compareCommits } from './compare.ts';
import { checkLengths, numberOf } from './issues.ts';
import { mergeTrees } from './merge.ts';
import { associationOf, simpleUser } from './people.ts';
import type { PullState, RepositoryState, Site } from './site.ts';
import { ask, askFor, askForAll, repositoryOf } from './site.ts';

function stateOf(repository: RepositoryState, number: number): PullState {
  const known = repository.pulls.get(number);
  if (known !== undefined) return known;
  const state: PullState = { headSha: null, mergedAt: null, mergedBy: null, mergeCommitSha: null };
  repository.pulls.set(number, state);
  return state;
}

/** A pull request as emulate keeps it, following its branch while it is open, and merged if it was. */
async function present(site: Site, repository: RepositoryState, pull: Pull): Promise<Pull> {
  const state = stateOf(repository, pull.number);
  const tip = pull.state === 'open' ? await branchTip(site, repository, pull.head.ref) : null;
  const merged_by = state.mergedBy === null ? null : await simpleUser(site, state.mergedBy);
  return {
    ...pull,
    author_association: associationOf(repository, pull.user?.login ?? 'ghost'),
    head: { ...pull.head, sha: tip ?? state.headSha ?? pull.head.sha },
    merged: state.mergedAt !== null,
    merged_at: state.mergedAt,
    merged_by,
    merge_commit_sha: state.mergeCommitSha,
  };
}

export async function allPulls(site: Site, repository: RepositoryState): Promise<Pull[]> {
  const pulls = await askForAll<Pull>(site, repository, '/pulls?state=all');
  return Promise.all(pulls.map((pull) => present(site, repository, pull)));
}

export async function readPull(site: Site, repository: RepositoryState, number: number): Promise<Pull> {
  return present(site, repository, await askFor<Pull>(site, repository, 'GET', `/pulls/${number}`));
}

/** What a list leaves out; whether it was merged shows in `merged_at` alone. */
const onlyInOne: ReadonlySet<string> = new Set(
  'merged mergeable rebaseable mergeable_state merged_by comments review_comments maintainer_can_modify commits additions deletions changed_files'.split(
    ' ',
  ),
);

/** `head` counts only as `owner:branch`, as the endpoint's page says. */
export async function listPulls(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const state = call.query.get('state') ?? 'open';
  const head = call.query.get('head');
  const base = call.query.get('base');
  const pulls = (await allPulls(site, repository)).filter((pull) => {
    if (state !== 'all' && pull.state !== state) return false;
    if (head?.includes(':') && pull.head.label !== head) return false;
    return base === null || pull.base.ref === base;
  });
  const simple = sorted(pulls, call).map((pull) =>
    Object.fromEntries(Object.entries(pull).filter(([key]) => !onlyInOne.has(key))),
  );
  return paged(site, repository, call, '/pulls', simple);
}

export async function getPull(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const pull = await readPull(site, repository, numberOf(call));
  const base = pull.state === 'open' ? await branchTip(site, repository, pull.base.ref) : null;
  if (base === null) return json(200, pull);
  const mergeable = (await mergeTrees(site, repository, base, pull.head.sha)) !== 'conflict';
  return json(200, { ...pull, mergeable, mergeable_state: mergeable ? 'clean' : 'dirty' });
}

/** POST …/pulls with each refusal of docs.github.com/rest/pulls that a bot meets. */
export async function createPull(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  if (call.actor === 'github-actions[bot]' && !repository.actionsMayOpenPullRequests)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  checkLengths(call.body);
  const resource = 'PullRequest';
  const title = textOf(call.body, 'title')?.trim() ?? '';
  if (title === '') throw invalid({ resource, field: 'title', code: 'missing_field' });
  const base = textOf(call.body, 'base') ?? '';
  const head = (textOf(call.body, 'head') ?? '').replace(`${repository.owner}:`, '');
  if ((await branchTip(site, repository, base)) === null)
    throw invalid({ resource, field: 'base', code: 'invalid' });
  if ((await branchTip(site, repository, head)) === null)
    throw invalid({ resource, field: 'head', code: 'invalid' });
  await checkOneOpen(site, repository, head, base);
  const comparison = await compareCommits(site, repository, base, head);
  if (comparison.ahead_by === 0)
    throw invalid({ resource, code: 'custom', message: `No commits between ${base} and ${head}` });
  const body = {
    title,
    head,
    base,
    body: textOf(call.body, 'body') ?? null,
    draft: call.body.draft === true,
  };
  const made = await askFor<Pull>(site, repository, 'POST', '/pulls', body, call.actor ?? undefined);
  return json(201, await readPull(site, repository, made.number), { location: made.url });
}

async function checkOneOpen(
  site: Site,
  repository: RepositoryState,
  head: string,
  base: string,
): Promise<void> {
  const pulls = await allPulls(site, repository);
  if (!pulls.some((pull) => pull.state === 'open' && pull.head.ref === head && pull.base.ref === base))
    return;
  const message = `A pull request already exists for ${repository.owner}:${head}.`;
  throw invalid({ resource: 'PullRequest', code: 'custom', message });
}

/** Title, body, base and state; a pull request whose branch is gone cannot be opened again. */
export async function changePull(
  site: Site,
  repository: RepositoryState,
  number: number,
  body: JsonObject,
  actor: string | null,
): Promise<void> {
  checkLengths(body);
  const pull = await readPull(site, repository, number);
  if (body.state === 'open' && pull.state === 'closed') {
    const gone = (await branchTip(site, repository, pull.head.ref)) === null;
    if (gone || pull.merged) throw invalid({ resource: 'PullRequest', code: 'invalid', field: 'state' });
    await checkOneOpen(site, repository, pull.head.ref, pull.base.ref);
  }
  if (body.state === 'closed') stateOf(repository, number).headSha = pull.head.sha;
  await ask(site, repository, 'PATCH', `/pulls/${number}`, body, actor ?? undefined);
}

export async function patchPull(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  await changePull(site, repository, numberOf(call), call.body, call.actor);
  return json(200, await readPull(site, repository, numberOf(call)));
}

/** Deleting a branch closes the pull requests that come from it. */
export async function closePullsOf(site: Site, repository: RepositoryState, branch: string): Promise<void> {
  const pulls = await allPulls(site, repository);
  for (const pull of pulls) {
    if (pull.state !== 'open' || pull.head.ref !== branch) continue;
    await changePull(site, repository, pull.number, { state: 'closed' }, repository.owner);
  }
}

/** The green button: `merge` and `squash`. */
export async function mergePull(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const number = numberOf(call);
  const pull = await readPull(site, repository, number);
  const method = textOf(call.body, 'merge_method') ?? 'merge';
  if (pull.state !== 'open' || (method !== 'merge' && method !== 'squash'))
    throw new Refusal(405, 'Pull Request is not mergeable');
  const wanted = textOf(call.body, 'sha');
  if (wanted !== undefined && wanted !== pull.head.sha)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  const base = await branchTip(site, repository, pull.base.ref);
  if (base === null) throw new Refusal(405, 'Pull Request is not mergeable');
  const tree = await mergeTrees(site, repository, base, pull.head.sha);
  if (tree === 'conflict') throw new Refusal(405, 'Pull Request is not mergeable');
  const parents = method === 'squash' ? [base] : [base, pull.head.sha];
  const title =
    method === 'squash'
      ? `${pull.title} (#${number})`
      : `Merge pull request #${number} from ${pull.head.label}`;
  const message = textOf(call.body, 'commit_title') ?? title;
  const actor = call.actor ?? undefined;
  const commit = await askFor<{ sha: string }>(
    site,
    repository,
    'POST',
    '/git/commits',
    { message, tree, parents },
    actor,
  );
  await setBranchTip(site, repository, pull.base.ref, commit.sha);
  await changePull(site, repository, number, { state: 'closed' }, call.actor);
  const state = stateOf(repository, number);
  state.mergedAt = new Date().toISOString().replace(/\.\d{3}Z$/, 'Z');
  state.mergedBy = call.actor;
  state.mergeCommitSha = commit.sha;
  return json(200, { sha: commit.sha, merged: true, message: 'Pull Request successfully merged' });
}

async function compareOf(call: Call, site: Site): Promise<Comparison> {
  const repository = repositoryOf(site, call.params);
  const pull = await readPull(site, repository, numberOf(call));
  return compareCommits(site, repository, pull.merged ? pull.base.sha : pull.base.ref, pull.head.sha);
}

export async function listPullFiles(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { files } = await compareOf(call, site);
  return paged(site, repository, call, `/pulls/${numberOf(call)}/files`, files ?? []);
}

export async function listPullCommits(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { commits } = await compareOf(call, site);
  return paged(site, repository, call, `/pulls/${numberOf(call)}/commits`, commits);
}
