import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGitHub, startLocalGitHub, workflowBot } from './local-github.ts';
import { refusal } from './refusal.ts';

let github: LocalGitHub;
let count = 0;
let at = { owner: 'octo', repo: '' };

beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(() => github.close());
beforeEach(async () => {
  count += 1;
  at = { owner: 'octo', repo: `sub-${count}` };
  await github.createRepository({ name: `octo/sub-${count}` });
});

const bot = () => github.as(workflowBot).rest;
const file = async (title: string) => (await bot().issues.create({ ...at, title })).data;

describe('sub-issues', () => {
  it('lesson 33: are added by id, to one parent alone', async () => {
    const [parent, other, sub] = [await file('parent'), await file('other'), await file('sub')];
    const add = (issue_number: number, sub_issue_id: number, replace_parent?: boolean) =>
      bot().issues.addSubIssue({
        ...at,
        issue_number,
        sub_issue_id,
        ...(replace_parent ? { replace_parent } : {}),
      });
    expect((await refusal(add(parent.number, sub.number))).status).toBe(404);
    expect((await add(parent.number, sub.id)).status).toBe(201);
    expect((await refusal(add(parent.number, sub.id))).message).toContain('duplicate sub-issues');
    expect((await refusal(add(other.number, sub.id))).message).toContain('only have one parent');
    const linked = await bot().issues.get({ ...at, issue_number: sub.number });
    expect(linked.data).toHaveProperty('parent_issue_url', parent.url);
    const above = await bot().issues.getParent({ ...at, issue_number: sub.number });
    expect(above.data.number).toBe(parent.number);
    await add(other.number, sub.id, true);
    expect((await bot().issues.listSubIssues({ ...at, issue_number: parent.number })).data).toEqual([]);
    await bot().issues.removeSubIssue({ ...at, issue_number: other.number, sub_issue_id: sub.id });
    expect((await refusal(bot().issues.getParent({ ...at, issue_number: sub.number }))).status).toBe(404);
  });

  it('lesson 33: are 100 at most', async () => {
    const parent = await file('parent');
    for (let index = 0; index <= 100; index += 1) {
      const request = bot().issues.addSubIssue({
        ...at,
        issue_number: parent.number,
        sub_issue_id: (await file(`${index}`)).id,
      });
      if (index < 100) await request;
      else
        expect(await refusal(request)).toMatchObject({
          status: 422,
          message: expect.stringContaining('100'),
        });
    }
  });
});

describe('reactions', () => {
  it('are given once by each, and taken back', async () => {
    const { number } = await file('issue');
    const { data: comment } = await bot().issues.createComment({ ...at, issue_number: number, body: 'b' });
    const react = (login: string) =>
      github
        .as(login)
        .rest.reactions.createForIssueComment({ ...at, comment_id: comment.id, content: 'eyes' });
    const first = await react(workflowBot);
    expect(first.status).toBe(201);
    expect((await react(workflowBot)).status).toBe(200);
    await react('stranger');
    const list = async () =>
      (await bot().reactions.listForIssueComment({ ...at, comment_id: comment.id })).data;
    expect((await list()).map(({ user, content }) => [user?.login, content])).toEqual([
      [workflowBot, 'eyes'],
      ['stranger', 'eyes'],
    ]);
    await bot().reactions.deleteForIssueComment({
      ...at,
      comment_id: comment.id,
      reaction_id: first.data.id,
    });
    expect(await list()).toHaveLength(1);
    expect((await bot().reactions.listForIssue({ ...at, issue_number: number })).data).toEqual([]);
  });
});
