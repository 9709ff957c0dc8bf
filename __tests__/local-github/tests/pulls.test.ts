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
  name = `octo/pulls-${count}`;
  at = { owner: 'octo', repo: `pulls-${count}` };
  await github.createRepository({ name, files: { 'a.txt': 'a\n' }, roles: { mona: 'write' } });
});

const bot = () => github.as(workflowBot).rest;
const mona = () => github.as('mona').rest;
const change = (branch: string, text: string) =>
  github.commitFiles({ repository: name, branch, files: { 'a.txt': text } });
const open = (head = 'log') => bot().pulls.create({ ...at, head, base: 'main', title: 'Update', body: 'b' });
const get = async (pull_number: number) => (await bot().pulls.get({ ...at, pull_number })).data;

describe('opening', () => {
  it('refuses what GitHub refuses', async () => {
    const main = (await github.tipOf(name, 'main')) ?? '';
    const missing = await refusal(open('nowhere'));
    expect(missing).toMatchObject({ status: 422, message: expect.stringMatching(/"head".*invalid/) });
    await bot().git.createRef({ ...at, ref: 'refs/heads/log', sha: main });
    expect((await refusal(open())).message).toContain('No commits between main and log');
    await change('log', 'b\n');
    await open();
    const second = await refusal(open());
    expect(second).toMatchObject({
      status: 422,
      message: expect.stringContaining('A pull request already exists for octo:log.'),
    });
    const long = await refusal(bot().pulls.update({ ...at, pull_number: 1, body: 'x'.repeat(65_537) }));
    expect(long).toMatchObject({ status: 422, message: expect.stringContaining('65536') });
  });

  it('lesson 27: is refused to workflows where the setting is off', async () => {
    await change('log', 'b\n');
    github.configure(name, { actionsMayOpenPullRequests: false });
    const refused = await refusal(open());
    expect(refused.status).toBe(403);
    expect(refused.message).toContain('GitHub Actions is not permitted to create or approve pull requests.');
    const app = github.as('incident-log-app[bot]').rest;
    expect((await app.pulls.create({ ...at, head: 'log', base: 'main', title: 't' })).status).toBe(201);
  });

  it('lesson 29: gives one of two that are opened at the same moment', async () => {
    await change('log', 'b\n');
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => open()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await bot().pulls.list(at)).data).toHaveLength(1);
  });
});

describe('a pull request', () => {
  it('follows its branch while it is open, and no longer', async () => {
    await change('log', 'b\n');
    const { number } = (await open()).data;
    const second = await change('log', 'c\n');
    expect((await get(number)).head.sha).toBe(second);
    await mona().pulls.update({ ...at, pull_number: number, state: 'closed' });
    await change('log', 'd\n');
    expect(await get(number)).toMatchObject({ state: 'closed', merged: false, head: { sha: second } });
  });

  it('is listed by head, base and state', async () => {
    await change('log', 'b\n');
    await change('other', 'c\n');
    const { number } = (await open()).data;
    await open('other');
    const list = async (query: object) =>
      (await bot().pulls.list({ ...at, ...query })).data.map((pull) => pull.number);
    expect(await list({ head: 'octo:log' })).toEqual([number]);
    expect(await list({ head: 'mona:log' })).toEqual([]);
    expect(await list({ base: 'none' })).toEqual([]);
    expect(await list({ direction: 'asc' })).toEqual([number, number + 1]);
    await mona().pulls.update({ ...at, pull_number: number, state: 'closed' });
    expect(await list({ head: 'octo:log' })).toEqual([]);
    expect(await list({ head: 'octo:log', state: 'closed' })).toEqual([number]);
  });

  it('says in a list that it was merged by merged_at alone', async () => {
    await change('log', 'b\n');
    const { number } = (await open()).data;
    await mona().pulls.merge({ ...at, pull_number: number });
    const [listed] = (await bot().pulls.list({ ...at, state: 'all' })).data;
    expect(listed).toMatchObject({ state: 'closed', merged_at: expect.any(String) });
    expect(listed).not.toHaveProperty('merged');
  });

  it('closes when its branch is deleted, and cannot be opened again', async () => {
    await change('log', 'b\n');
    const { number } = (await open()).data;
    await mona().git.deleteRef({ ...at, ref: 'heads/log' });
    expect((await get(number)).state).toBe('closed');
    const refused = await refusal(mona().pulls.update({ ...at, pull_number: number, state: 'open' }));
    expect(refused.status).toBe(422);
    expect((await refusal(mona().git.deleteRef({ ...at, ref: 'heads/log' }))).message).toContain(
      'does not exist',
    );
  });

  it('shows its files and commits', async () => {
    await change('log', 'b\n');
    await change('log', 'c\n');
    await github.commitFiles({ repository: name, files: { 'main.txt': 'm' } });
    const { number } = (await open()).data;
    const files = await bot().pulls.listFiles({ ...at, pull_number: number });
    expect(files.data.map(({ filename }) => filename)).toEqual(['a.txt']);
    expect((await bot().pulls.listCommits({ ...at, pull_number: number })).data).toHaveLength(2);
  });
});

describe('merging', () => {
  it('makes a merge commit of both sides', async () => {
    const tip = await change('log', 'b\n');
    const { number } = (await open()).data;
    const main = await github.commitFiles({ repository: name, files: { 'main.txt': 'm' } });
    const { data } = await mona().pulls.merge({ ...at, pull_number: number });
    expect(await github.tipOf(name, 'main')).toBe(data.sha);
    const commit = await bot().git.getCommit({ ...at, commit_sha: data.sha });
    expect(commit.data.parents.map(({ sha }) => sha)).toEqual([main, tip]);
    expect(await github.readFile(name, 'a.txt')).toBe('b\n');
    expect(await github.readFile(name, 'main.txt')).toBe('m');
    expect(await get(number)).toMatchObject({
      merged: true,
      merge_commit_sha: data.sha,
      merged_by: { login: 'mona' },
    });
  });

  it('lesson 31a: a squash merge leaves the branch with commits that the base has not', async () => {
    const tip = await change('log', 'b\n');
    const { number } = (await open()).data;
    const { data } = await mona().pulls.merge({ ...at, pull_number: number, merge_method: 'squash' });
    const commit = await bot().git.getCommit({ ...at, commit_sha: data.sha });
    expect(commit.data.parents).toHaveLength(1);
    expect(await github.tipOf(name, 'log')).toBe(tip);
    const { data: comparison } = await bot().repos.compareCommitsWithBasehead({
      ...at,
      basehead: 'main...log',
    });
    expect(comparison.status).toBe('diverged');
    expect((await get(number)).head.sha).toBe(tip);
  });

  it('refuses a conflict', async () => {
    await change('log', 'b\n');
    const { number } = (await open()).data;
    await change('main', 'm\n');
    expect((await refusal(mona().pulls.merge({ ...at, pull_number: number }))).status).toBe(405);
    expect((await get(number)).merged).toBe(false);
  });
});
