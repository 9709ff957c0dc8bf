import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalGitHub, startLocalGitHub } from '../local-github.ts';

const [name, at] = ['octo/past', { owner: 'octo', repo: 'past' }];
const [early, late] = ['2024-01-05T06:07:08Z', '2025-02-03T04:05:06Z'];
let github: LocalGitHub;

beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(() => github.close());

it('makes issues and comments old for lists, their order and `since`, until something happens to them', async () => {
  await github.createRepository({ name });
  const { issues } = github.as('octo').rest;
  const file = async (title: string) => (await issues.create({ ...at, title })).data.number;
  const [young, old] = [await file('young'), await file('old')];
  const say = async (body: string) =>
    (await issues.createComment({ ...at, issue_number: young, body })).data.id;
  const [second, first] = [await say('second'), await say('first')];
  await issues.update({ ...at, issue_number: old, state: 'closed' });

  github.backdate(name, { issue: old }, Date.parse(early));
  github.backdate(name, { comment: second }, Date.parse(late));
  github.backdate(name, { comment: first }, Date.parse(early));
  const get = async (number: number) => (await issues.get({ ...at, issue_number: number })).data;
  expect(await get(old)).toMatchObject({ created_at: early, updated_at: early, closed_at: early });
  expect((await get(young)).created_at > late).toBe(true);

  const listed = async (query: { direction?: 'asc'; since?: string }) =>
    (await issues.listForRepo({ ...at, ...query, state: 'all' })).data.map(({ title }) => title);
  expect(await listed({ direction: 'asc' })).toEqual(['old', 'young']);
  expect(await listed({ since: late })).toEqual(['young']);
  const comments = { ...at, sort: 'created' } as const;
  const said = async (list: Promise<{ data: { body?: string }[] }>) =>
    (await list).data.map(({ body }) => body);
  expect(await said(issues.listCommentsForRepo(at))).toEqual(['second', 'first']);
  expect(await said(issues.listCommentsForRepo(comments))).toEqual(['first', 'second']);
  expect(await said(issues.listCommentsForRepo({ ...comments, since: late }))).toEqual(['second']);
  expect(await said(issues.listComments({ ...at, issue_number: young, since: late }))).toEqual(['second']);

  // Times are in whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await issues.update({ ...at, issue_number: old, title: 'old, but edited' });
  expect(await get(old)).toMatchObject({ created_at: early, closed_at: early });
  expect(await listed({ since: late })).toContain('old, but edited');
});
