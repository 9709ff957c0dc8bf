import type { Answer, Call, Comment, Schemas } from '../answer.ts';
import { invalid, json, noContent, Refusal, textOf } from '../answer.ts';
import { paged } from '../paging.ts';
import { atItsTime } from '../past.ts';
import { numberOf, readAll, readIssue } from './issues.ts';
import { associationOf, hasRole, isBot, isCollaborator } from './people.ts';
import type { Reaction, RepositoryState, Site } from './site.ts';
import { ask, askFor, askForAll, repositoryOf } from './site.ts';

const bodyLimit = 65_536;

function present(repository: RepositoryState, comment: Comment): Comment {
  const past = repository.pastComments.get(Number(comment.id));
  return {
    ...atItsTime(comment, past),
    reactions: rollupOf(repository, comment),
    author_association: associationOf(repository, comment.user?.login ?? 'ghost'),
  };
}

/** How often people have reacted to a comment, by what they reacted with (docs.github.com, "Issue comments"). */
function rollupOf(repository: RepositoryState, { id, url }: Comment): Schemas['reaction-rollup'] {
  const own = repository.reactions.filter(({ subject }) => subject === `/issues/comments/${id}`);
  const count = (content: Reaction['content']) =>
    own.filter((reaction) => reaction.content === content).length;
  return {
    url: `${url}/reactions`,
    total_count: own.length,
    '+1': count('+1'),
    '-1': count('-1'),
    laugh: count('laugh'),
    confused: count('confused'),
    heart: count('heart'),
    hooray: count('hooray'),
    rocket: count('rocket'),
    eyes: count('eyes'),
  };
}

function bodyOf(call: Call): string {
  const body = textOf(call.body, 'body') ?? '';
  const problem = { resource: 'IssueComment', code: 'unprocessable', field: 'data' };
  if (body.trim() === '') throw invalid({ ...problem, message: "Body can't be blank" });
  if (body.length > bodyLimit)
    throw invalid({ ...problem, message: `Body is too long (maximum is ${bodyLimit} characters)` });
  return body;
}

export async function listComments(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const path = `/issues/${number}/comments`;
  const since = call.query.get('since');
  const comments = (await askForAll<Comment>(site, repository, path))
    .map((comment) => present(repository, comment))
    .filter(({ updated_at }) => since === null || Date.parse(updated_at) >= Date.parse(since));
  return paged(site, repository, call, path, comments);
}

/** The comments of every issue and pull request of the repository, by id unless told otherwise. */
export async function listAllComments(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const since = call.query.get('since');
  const sort = call.query.get('sort');
  // Without `sort`, the endpoint's page says, it is ignored.
  const sign = sort !== null && call.query.get('direction') === 'desc' ? -1 : 1;
  const timeOf = ({ created_at, updated_at }: Comment): number =>
    sort === null ? 0 : Date.parse(sort === 'updated' ? updated_at : created_at);
  // emulate counts the comments of issues, and not those of pull requests.
  const talkedAbout = (await readAll(site, repository)).filter(
    (issue) => issue.comments > 0 || issue.pull_request !== undefined,
  );
  const comments: Comment[] = [];
  for (const { number } of talkedAbout)
    comments.push(...(await askForAll<Comment>(site, repository, `/issues/${number}/comments`)));
  const wanted = comments
    .map((comment) => present(repository, comment))
    .filter(({ updated_at }) => since === null || Date.parse(updated_at) >= Date.parse(since))
    .toSorted((a, b) => sign * (timeOf(a) - timeOf(b) || Number(a.id) - Number(b.id)));
  return paged(site, repository, call, '/issues/comments', wanted);
}

/** 403 in a locked conversation, but for the repository's collaborators (docs.github.com, "Locking conversations"). */
export async function createComment(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const issue = await readIssue(site, repository, numberOf(call));
  if (issue.locked && !isCollaborator(repository, call.actor))
    throw new Refusal(403, 'Unable to create comment because issue is locked.');
  const path = `/issues/${issue.number}/comments`;
  const body = { body: bodyOf(call) };
  const made = await askFor<Comment>(site, repository, 'POST', path, body, call.actor ?? undefined);
  return json(201, present(repository, made), { location: made.url });
}

async function readComment(call: Call, site: Site, repository: RepositoryState): Promise<Comment> {
  const comment = await askFor<Comment>(site, repository, 'GET', `/issues/comments/${call.params.id}`);
  await readIssue(site, repository, Number(comment.issue_url.split('/').at(-1)));
  return present(repository, comment);
}

export async function getComment(call: Call, site: Site): Promise<Answer> {
  return json(200, await readComment(call, site, repositoryOf(site, call.params)));
}

async function readOwnComment(call: Call, site: Site, repository: RepositoryState): Promise<Comment> {
  const comment = await readComment(call, site, repository);
  const isTheirs = comment.user?.login === call.actor;
  if (isTheirs || isBot(call.actor) || hasRole(repository, call.actor, 'write')) return comment;
  throw new Refusal(403, 'Must have admin rights to Repository.');
}

export async function changeComment(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { id } = await readOwnComment(call, site, repository);
  const body = { body: bodyOf(call) };
  return json(
    200,
    present(repository, await askFor<Comment>(site, repository, 'PATCH', `/issues/comments/${id}`, body)),
  );
}

export async function deleteComment(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { id } = await readOwnComment(call, site, repository);
  await ask(site, repository, 'DELETE', `/issues/comments/${id}`);
  return noContent;
}
