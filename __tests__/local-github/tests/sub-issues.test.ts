import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGitHub, startLocalGitHub, workflowBot } from '../local-github.ts';
import { refusal } from '../refusal.ts';

let github: LocalGitHub;
let count = 0;
let name = '';
let at = { owner: 'octo', repo: '' };

beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(() => github.close());
beforeEach(async () => {
  count += 1;
  name = `octo/sub-${count}`;
  at = { owner: 'octo', repo: `sub-${count}` };
  await github.createRepository({ name, roles: { mona: 'write', lead: 'triage', reader: 'read' } });
});

const bot = () => github.as(workflowBot).rest;
const file = async (title: string) => (await bot().issues.create({ ...at, title })).data;
const get = async (issue_number: number) => (await bot().issues.get({ ...at, issue_number })).data;
const add = (issue_number: number, sub_issue_id: number, login = workflowBot) =>
  github.as(login).rest.issues.addSubIssue({ ...at, issue_number, sub_issue_id });
const move = (issue_number: number, sub_issue_id: number) =>
  bot().issues.addSubIssue({ ...at, issue_number, sub_issue_id, replace_parent: true });
const remove = (issue_number: number, sub_issue_id: number) =>
  bot().issues.removeSubIssue({ ...at, issue_number, sub_issue_id });
const under = async (issue_number: number) =>
  (await bot().issues.listSubIssues({ ...at, issue_number })).data.map(({ title }) => title);
const parentOf = (issue_number: number) => bot().issues.getParent({ ...at, issue_number });
const close = (issue_number: number) => bot().issues.update({ ...at, issue_number, state: 'closed' });

describe('sub-issues', () => {
  it('lesson 33: are added by id, to one parent alone', async () => {
    const [parent, other, sub] = [await file('parent'), await file('other'), await file('sub')];
    expect((await add(parent.number, sub.id)).status).toBe(201);
    expect(await get(sub.number)).toHaveProperty('parent_issue_url', parent.url);
    expect((await parentOf(sub.number)).data.number).toBe(parent.number);
    await move(other.number, sub.id);
    expect(await under(parent.number)).toEqual([]);
    expect(await under(other.number)).toEqual(['sub']);
    expect((await remove(other.number, sub.id)).data).toMatchObject({ title: 'other' });
    expect((await refusal(parentOf(sub.number))).status).toBe(404);
    expect(await get(sub.number)).not.toHaveProperty('parent_issue_url');
  });

  it('are listed in the order in which they were added, in pages', async () => {
    const parent = await file('parent');
    const subs = [await file('a'), await file('b'), await file('c')];
    for (const { id } of subs.toReversed()) await add(parent.number, id);
    const list = { ...at, issue_number: parent.number, per_page: 2 };
    const all = await github.as(workflowBot).paginate(bot().issues.listSubIssues, list);
    expect(all.map(({ title }) => title)).toEqual(['c', 'b', 'a']);
    expect((await bot().issues.listSubIssues(list)).data).toHaveLength(2);
  });

  it('are counted by every issue that the API gives, closed ones as completed', async () => {
    const parent = (await bot().issues.create({ ...at, title: 'parent' })).data;
    expect(parent.sub_issues_summary).toEqual({ total: 0, completed: 0, percent_completed: 0 });
    const subs = [await file('a'), await file('b'), await file('c')];
    for (const { id } of subs) await add(parent.number, id);
    await close(subs[0]?.number ?? 0);
    await close(subs[1]?.number ?? 0);
    const counted = { total: 3, completed: 2, percent_completed: 66 };
    expect((await get(parent.number)).sub_issues_summary).toEqual(counted);
    const changed = await bot().issues.update({ ...at, issue_number: parent.number, title: 'changed' });
    expect(changed.data.sub_issues_summary).toEqual(counted);
    const listed = (await bot().issues.listForRepo({ ...at, state: 'all' })).data;
    const none = { total: 0, completed: 0, percent_completed: 0 };
    expect(listed.map(({ title, sub_issues_summary }) => [title, sub_issues_summary])).toEqual([
      ['c', none],
      ['b', none],
      ['a', none],
      ['changed', counted],
    ]);
    expect(listed.map((issue) => issue.parent_issue_url)).toEqual([...subs.map(() => parent.url), undefined]);
    await bot().issues.update({ ...at, issue_number: subs[0]?.number ?? 0, state: 'open' });
    expect((await get(parent.number)).sub_issues_summary).toMatchObject({ total: 3, completed: 1 });
  });

  it('may be in another repository of the same owner', async () => {
    await github.createRepository({ name: `${name}-other` });
    const there = { owner: 'octo', repo: `${at.repo}-other` };
    const parent = await file('parent');
    const sub = (await bot().issues.create({ ...there, title: 'elsewhere' })).data;
    await add(parent.number, sub.id);
    expect(await under(parent.number)).toEqual(['elsewhere']);
    const linked = (await bot().issues.get({ ...there, issue_number: sub.number })).data;
    expect(linked.parent_issue_url).toBe(parent.url);
    await bot().issues.update({ ...there, issue_number: sub.number, state: 'closed' });
    const child = await file('child');
    await bot().issues.addSubIssue({ ...there, issue_number: sub.number, sub_issue_id: child.id });
    expect((await parentOf(child.number)).data.title).toBe('elsewhere');
    expect((await get(parent.number)).sub_issues_summary).toMatchObject({ total: 1, completed: 1 });
    github.configure(`${name}-other`, { private: true, permissions: { issues: 'none' } });
    expect(await under(parent.number)).toEqual([]);
    expect((await refusal(parentOf(child.number))).status).toBe(404);
    const unseen = await refusal(add((await file('another')).number, sub.id));
    expect(unseen).toMatchObject({ status: 404, message: expect.stringContaining('does not exist') });
  });

  it('may not be in a repository of another owner', async () => {
    const theirs = { owner: 'mona', repo: at.repo };
    await github.createRepository({ name: `mona/${at.repo}` });
    const sub = (await bot().issues.create({ ...theirs, title: 'theirs' })).data;
    expect((await refusal(add((await file('parent')).number, sub.id))).status).toBe(404);
  });

  it('are unknown to an old server, issues and all', async () => {
    const [parent, sub] = [await file('parent'), await file('sub')];
    await add(parent.number, sub.id);
    github.configure(name, { hasSubIssues: false, permissions: { issues: 'read' } });
    const requests = [
      bot().issues.listSubIssues({ ...at, issue_number: parent.number }),
      add(parent.number, sub.id),
      remove(parent.number, sub.id),
      parentOf(sub.number),
    ];
    for (const refused of await Promise.all(requests.map(refusal))) {
      expect(refused).toMatchObject({ status: 404, message: expect.stringContaining('Not Found') });
      expect(refused.headers).not.toHaveProperty('x-accepted-github-permissions');
    }
    const listed = (await bot().issues.listForRepo(at)).data;
    for (const issue of [await get(sub.number), await get(parent.number), ...listed]) {
      expect(issue).not.toHaveProperty('parent_issue_url');
      expect(issue).not.toHaveProperty('sub_issues_summary');
    }
  });
});

describe('a link that is refused', () => {
  it('lesson 33: names a number instead of an id, a pull request, or nothing that is there', async () => {
    const [parent, sub] = [await file('parent'), await file('sub')];
    await github.commitFiles({ repository: name, branch: 'log', files: { 'a.txt': 'a' } });
    const pull = await github
      .as('octo')
      .rest.pulls.create({ ...at, head: 'log', base: 'main', title: 'log' });
    const asIssue = await get(pull.data.number);
    for (const id of [sub.number, asIssue.id, 1]) {
      const refused = await refusal(add(parent.number, id));
      expect(refused).toMatchObject({ status: 404, message: expect.stringContaining('does not exist') });
    }
    expect((await refusal(add(999, sub.id))).status).toBe(404);
    expect((await refusal(remove(parent.number, sub.id))).status).toBe(404);
  });

  it('is a duplicate, or would give a second parent', async () => {
    const [parent, other, sub] = [await file('parent'), await file('other'), await file('sub')];
    await add(parent.number, sub.id);
    const twice = await refusal(add(parent.number, sub.id));
    expect(twice).toMatchObject({ status: 422, message: expect.stringContaining('duplicate sub-issues') });
    const second = await refusal(add(other.number, sub.id));
    expect(second).toMatchObject({ status: 422, message: expect.stringContaining('only have one parent') });
    expect(second.message).not.toContain('duplicate');
    expect((await refusal(add(other.number, other.id))).status).toBe(422);
    expect((await refusal(remove(other.number, sub.id))).status).toBe(404);
    expect(await under(parent.number)).toEqual(['sub']);
    expect(await under(other.number)).toEqual([]);
  });

  it('lesson 33: is past 100, closed ones counted', async () => {
    const parent = await file('parent');
    for (let index = 0; index < 100; index += 1) {
      const { number, id } = await file(`${index}`);
      await add(parent.number, id);
      if (index % 2 === 0) await close(number);
    }
    const { sub_issues_summary } = await get(parent.number);
    expect(sub_issues_summary).toEqual({ total: 100, completed: 50, percent_completed: 50 });
    const one = await file('one too many');
    expect(await refusal(add(parent.number, one.id))).toMatchObject({
      status: 422,
      message: expect.stringContaining('more than 100 sub-issues'),
    });
    expect(await get(one.number)).not.toHaveProperty('parent_issue_url');
  });

  it('lesson 37: lacks a permission, which is named to a bot', async () => {
    const [parent, sub] = [await file('parent'), await file('sub')];
    for (const login of ['reader', 'stranger'])
      expect((await refusal(add(parent.number, sub.id, login))).status).toBe(404);
    expect((await add(parent.number, sub.id, 'lead')).status).toBe(201);
    github.configure(name, { permissions: { issues: 'read' } });
    const requests = [add(parent.number, sub.id), remove(parent.number, sub.id)];
    for (const refused of await Promise.all(requests.map(refusal))) {
      expect(refused).toMatchObject({
        status: 403,
        message: expect.stringContaining('Resource not accessible by integration'),
      });
      expect(refused.headers).toMatchObject({ 'x-accepted-github-permissions': 'issues=write' });
    }
    expect(await under(parent.number)).toEqual(['sub']);
  });
});

describe('lesson 39: an issue that is gone', () => {
  it('is no sub-issue any more once it is deleted, and leaves its place', async () => {
    const [parent, sub, other] = [await file('parent'), await file('sub'), await file('other')];
    await add(parent.number, sub.id);
    await add(parent.number, other.id);
    await github.deleteIssue(name, sub.number);
    expect(await under(parent.number)).toEqual(['other']);
    expect((await get(parent.number)).sub_issues_summary).toMatchObject({ total: 1 });
    expect((await refusal(add(parent.number, sub.id))).status).toBe(404);
    expect((await refusal(parentOf(sub.number))).status).toBe(410);
  });

  it('is no parent any more once it is deleted, and frees its sub-issues', async () => {
    const [parent, sub, heir] = [await file('parent'), await file('sub'), await file('heir')];
    await add(parent.number, sub.id);
    await github.deleteIssue(name, parent.number);
    expect((await refusal(add(parent.number, sub.id))).status).toBe(410);
    expect((await refusal(parentOf(sub.number))).status).toBe(404);
    const listed = (await bot().issues.listForRepo(at)).data;
    for (const issue of listed) expect(issue).not.toHaveProperty('parent_issue_url');
    await add(heir.number, sub.id);
    expect(await under(heir.number)).toEqual(['sub']);
  });

  it('has no parent and no sub-issues where it was transferred to', async () => {
    await github.createRepository({ name: `${name}-to` });
    const [parent, middle, sub] = [await file('parent'), await file('middle'), await file('sub')];
    await add(parent.number, middle.id);
    await add(middle.number, sub.id);
    await close(middle.number);
    await github.transferIssue(name, middle.number, `${name}-to`);
    expect(await under(parent.number)).toEqual([]);
    expect((await get(parent.number)).sub_issues_summary).toMatchObject({ total: 0 });
    expect(await get(sub.number)).not.toHaveProperty('parent_issue_url');
    const moved = await get(middle.number);
    expect(moved).toMatchObject({ repository_url: `${github.url}/repos/${name}-to` });
    expect(moved).not.toHaveProperty('parent_issue_url');
    expect(moved.sub_issues_summary).toMatchObject({ total: 0 });
    await add(parent.number, moved.id);
    expect((await get(parent.number)).sub_issues_summary).toMatchObject({ total: 1, completed: 1 });
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
