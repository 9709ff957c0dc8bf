import type { Answer, Call, Schemas } from '../answer.ts';
import { invalid, json, noContent, notFound, textOf } from '../answer.ts';
import { paged } from '../paging.ts';
import { numberOf, readIssue } from './issues.ts';
import { simpleUser } from './people.ts';
import type { Reaction, RepositoryState, Site } from './site.ts';
import { ask, repositoryOf } from './site.ts';

const contents: readonly string[] = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'];

/** What is reacted to, as the path behind the repository; 404 when it is not there. */
async function subjectOf(call: Call, site: Site, repository: RepositoryState): Promise<string> {
  if (call.params.comment === undefined) {
    const { number } = await readIssue(site, repository, numberOf(call));
    return `/issues/${number}`;
  }
  await ask(site, repository, 'GET', `/issues/comments/${call.params.comment}`);
  return `/issues/comments/${call.params.comment}`;
}

async function present(
  site: Site,
  { id, login, content, createdAt }: Reaction,
): Promise<Schemas['reaction']> {
  const node_id = Buffer.from(`Reaction${id}`).toString('base64');
  return { id, node_id, user: await simpleUser(site, login), content, created_at: createdAt };
}

export async function listReactions(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const subject = await subjectOf(call, site, repository);
  const own = repository.reactions.filter((reaction) => reaction.subject === subject);
  const shown = await Promise.all(own.map((reaction) => present(site, reaction)));
  return paged(site, repository, call, `${subject}/reactions`, shown);
}

/** 201, or 200 when that person has reacted so before. */
export async function createReaction(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const subject = await subjectOf(call, site, repository);
  const content = textOf(call.body, 'content') ?? '';
  if (!contents.includes(content)) throw invalid({ resource: 'Reaction', field: 'content', code: 'invalid' });
  const login = call.actor ?? '';
  const known = repository.reactions.find(
    (one) => one.subject === subject && one.login === login && one.content === content,
  );
  if (known !== undefined) return json(200, await present(site, known));
  const id = 1 + Math.max(0, ...repository.reactions.map((one) => one.id));
  const made: Reaction = {
    id,
    subject,
    login,
    content: content as Reaction['content'],
    createdAt: new Date().toISOString(),
  };
  repository.reactions.push(made);
  return json(201, await present(site, made));
}

export async function deleteReaction(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const subject = await subjectOf(call, site, repository);
  const index = repository.reactions.findIndex(
    (one) => one.subject === subject && `${one.id}` === call.params.reaction,
  );
  if (index < 0) throw notFound();
  repository.reactions.splice(index, 1);
  return noContent;
}
