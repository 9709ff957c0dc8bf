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
  name = `octo/issues-${count}`;
  at = { owner: 'octo', repo: `issues-${count}` };
  const roles = { mona: 'write', lead: 'triage', reader: 'read' } as const;
  await github.createRepository({ name, labels: ['Incident'], roles });
});

const bot = () => github.as(workflowBot).rest;
const as = (login: string) => github.as(login).rest;
async function file(login: string, title = 'It broke', labels: string[] = []): Promise<number> {
  const { data } = await as(login).issues.create({ ...at, title, body: 'b', labels });
  return data.number;
}

describe('the issue list', () => {
  it('lesson 32: goes on in pages whose links lead back here, and holds pull requests', async () => {
    for (const title of ['a', 'b', 'c']) await file('octo', title, ['incident']);
    await github.commitFiles({ repository: name, branch: 'log', files: { 'a.txt': 'a' } });
    const pull = await as('octo').pulls.create({ ...at, head: 'log', base: 'main', title: 'log' });
    await bot().issues.addLabels({ ...at, issue_number: pull.data.number, labels: ['incident'] });
    const list = {
      ...at,
      labels: 'INCIDENT',
      state: 'all',
      per_page: 2,
      sort: 'created',
      direction: 'asc',
    } as const;
    const first = await bot().issues.listForRepo(list);
    expect(first.headers.link).toContain(`<${github.url}/repositories/`);
    const last = await bot().issues.listForRepo({ ...list, page: 2 });
    expect(last.headers.link).not.toContain('rel="next"');
    const all = await github.as(workflowBot).paginate(bot().issues.listForRepo, list);
    expect(all.map(({ title }) => title)).toEqual(['a', 'b', 'c', 'log']);
    expect(all.map(({ pull_request }) => pull_request !== undefined)).toEqual([false, false, false, true]);
    const newest = await bot().issues.listForRepo({ ...at, state: 'all' });
    expect(newest.data.map(({ title }) => title)).toEqual(['log', 'c', 'b', 'a']);
  });

  it('lists open issues unless asked for others, newest first', async () => {
    const number = await file('octo', 'closed');
    await file('octo', 'open');
    await as('octo').issues.update({ ...at, issue_number: number, state: 'closed' });
    const titles = async (state?: 'closed' | 'all') =>
      (await bot().issues.listForRepo({ ...at, ...(state ? { state } : {}) })).data.map(({ title }) => title);
    expect(await titles()).toEqual(['open']);
    expect(await titles('closed')).toEqual(['closed']);
    expect(await titles('all')).toEqual(['open', 'closed']);
  });
});

describe('an issue', () => {
  it('keeps why it was closed', async () => {
    const issue_number = await file('octo');
    const close = async (reason: 'completed' | 'not_planned' | 'duplicate') => {
      await as('octo').issues.update({
        ...at,
        issue_number,
        state: 'closed',
        state_reason: reason as 'completed',
      });
      return (await bot().issues.get({ ...at, issue_number })).data.state_reason;
    };
    expect(await close('duplicate')).toBe('duplicate');
    expect(await close('not_planned')).toBe('not_planned');
    expect(await close('completed')).toBe('completed');
    const { data } = await as('octo').issues.update({ ...at, issue_number, state: 'open' });
    expect(data).toMatchObject({ state: 'open', state_reason: 'reopened' });
  });

  it('lesson 33: has an id that is not its number', async () => {
    const { data } = await bot().issues.get({ ...at, issue_number: await file('octo') });
    expect(data.id).not.toBe(data.number);
  });

  it('says how its author stands to the repository', async () => {
    github.configure(name, { associations: { lead: 'MEMBER' } });
    const associations: unknown[] = [];
    for (const login of ['octo', 'mona', 'lead', 'stranger']) {
      const { data } = await bot().issues.get({ ...at, issue_number: await file(login) });
      associations.push(data.author_association);
    }
    expect(associations).toEqual(['OWNER', 'COLLABORATOR', 'MEMBER', 'NONE']);
  });

  it('lesson 22: has a body of 65,536 characters at most, and so has a comment', async () => {
    const issue_number = await file('octo');
    const body = 'x'.repeat(65_536);
    await bot().issues.update({ ...at, issue_number, body });
    await bot().issues.createComment({ ...at, issue_number, body });
    const long = [
      bot().issues.update({ ...at, issue_number, body: `${body}x` }),
      bot().issues.create({ ...at, title: 't', body: `${body}x` }),
      bot().issues.createComment({ ...at, issue_number, body: `${body}x` }),
    ];
    for (const request of long) {
      const refused = await refusal(request);
      expect(refused).toMatchObject({ status: 422, message: expect.stringContaining('65536') });
    }
  });

  it('lesson 39: is gone when deleted, and elsewhere when transferred', async () => {
    await github.createRepository({ name: `${name}-to` });
    const [deleted, moved] = [await file('octo', 'deleted'), await file('octo', 'moved')];
    expect(await github.deleteIssue(name, deleted)).toMatchObject({ title: 'deleted' });
    await github.transferIssue(name, moved, `${name}-to`);
    expect(await refusal(bot().issues.get({ ...at, issue_number: deleted }))).toMatchObject({ status: 410 });
    const followed = await bot().issues.get({ ...at, issue_number: moved });
    expect(followed.data).toMatchObject({ title: 'moved', repository_url: `${github.url}/repos/${name}-to` });
    expect((await bot().issues.listForRepo({ ...at, state: 'all' })).data).toEqual([]);
  });

  it('keeps its state, people, comments and the labels that are there too when transferred', async () => {
    const to = `${name}-to`;
    await github.createRepository({ name: to, labels: ['INCIDENT'], roles: { mona: 'write' } });
    const issue_number = await file('stranger', 'moved');
    await bot().issues.addLabels({ ...at, issue_number, labels: ['incident', 'only here'] });
    await bot().issues.addAssignees({ ...at, issue_number, assignees: ['mona', 'lead'] });
    await as('stranger').issues.createComment({ ...at, issue_number, body: 'said' });
    await as('octo').issues.update({
      ...at,
      issue_number,
      state: 'closed',
      state_reason: 'duplicate' as 'completed',
    });
    await github.transferIssue(name, issue_number, to);
    const { data } = await bot().issues.get({ ...at, issue_number });
    expect(data).toMatchObject({ state: 'closed', state_reason: 'duplicate', user: { login: 'stranger' } });
    expect(data.labels.map((label) => (typeof label === 'string' ? label : label.name))).toEqual([
      'INCIDENT',
    ]);
    expect(data.assignees?.map(({ login }) => login)).toEqual(['mona']);
    const there = { owner: 'octo', repo: `${at.repo}-to` };
    const comments = await bot().issues.listComments({ ...there, issue_number: data.number });
    expect(comments.data).toMatchObject([{ body: 'said', user: { login: 'stranger' } }]);
    expect((await bot().issues.listLabelsForRepo(there)).data).toHaveLength(1);
  });

  it('answers 301 from its old number when transferred', async () => {
    await github.createRepository({ name: `${name}-to` });
    const number = await file('octo', 'moved');
    await github.transferIssue(name, number, `${name}-to`);
    const answer = await fetch(`${github.url}/repos/${name}/issues/${number}`, { redirect: 'manual' });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe(`${github.url}/repos/${name}-to/issues/1`);
  });

  it('gets no labels or assignees from somebody without triage access, nor changes by a stranger', async () => {
    const asked = { ...at, title: 't', labels: ['incident'], assignees: ['mona'] };
    const { data } = await as('stranger').issues.create(asked);
    expect(data).toMatchObject({ labels: [], assignees: [] });
    const led = (await as('lead').issues.create(asked)).data;
    expect(led.assignees?.map(({ login }) => login)).toEqual(['mona']);
    expect(led.labels).toHaveLength(1);
    const theirs = await file('octo');
    const refused = await refusal(as('stranger').issues.update({ ...at, issue_number: theirs, title: 'x' }));
    expect(refused.status).toBe(403);
    await as('stranger').issues.update({ ...at, issue_number: data.number, body: 'mine' });
  });
});

describe('labels', () => {
  it('are found in any case and kept as first written', async () => {
    expect((await bot().issues.getLabel({ ...at, name: 'INCIDENT' })).data.name).toBe('Incident');
    const again = await refusal(bot().issues.createLabel({ ...at, name: 'incident', color: 'ff0000' }));
    expect(again).toMatchObject({ status: 422, message: expect.stringContaining('already_exists') });
    expect((await refusal(bot().issues.getLabel({ ...at, name: 'none' }))).status).toBe(404);
    await bot().issues.createLabel({ ...at, name: '__proto__', color: 'ff0000' });
    expect((await bot().issues.listLabelsForRepo(at)).data).toHaveLength(2);
  });

  it('lesson 38: are added and taken away singly; a missing one is made', async () => {
    const issue_number = await file('octo', 't', ['mine']);
    await bot().issues.addLabels({ ...at, issue_number, labels: ['INCIDENT', 'new'] });
    const { data } = await bot().issues.removeLabel({ ...at, issue_number, name: 'Mine' });
    expect(data.map((label) => label.name)).toEqual(['Incident', 'new']);
    const missing = await refusal(bot().issues.removeLabel({ ...at, issue_number, name: 'mine' }));
    expect(missing).toMatchObject({ status: 404, message: expect.stringContaining('Label does not exist') });
    expect((await bot().issues.getLabel({ ...at, name: 'new' })).status).toBe(200);
  });
});

describe('comments and people', () => {
  it('keeps, changes and deletes comments', async () => {
    const issue_number = await file('octo');
    const { data } = await bot().issues.createComment({ ...at, issue_number, body: 'one' });
    await bot().issues.updateComment({ ...at, comment_id: data.id, body: 'two' });
    const list = await bot().issues.listComments({ ...at, issue_number });
    expect(list.data).toMatchObject([{ body: 'two', user: { login: workflowBot, type: 'Bot' } }]);
    const everywhere = await bot().issues.listCommentsForRepo(at);
    expect(everywhere.data.map(({ body }) => body)).toEqual(['two']);
    await bot().issues.deleteComment({ ...at, comment_id: data.id });
    expect((await bot().issues.listComments({ ...at, issue_number })).data).toEqual([]);
  });

  it('lesson 39: lets none but collaborators into a locked conversation', async () => {
    const issue_number = await file('octo');
    await as('octo').issues.lock({ ...at, issue_number });
    const refused = await refusal(bot().issues.createComment({ ...at, issue_number, body: 'b' }));
    expect(refused).toMatchObject({ status: 403, message: expect.stringContaining('issue is locked') });
    await as('mona').issues.createComment({ ...at, issue_number, body: 'b' });
    expect((await bot().issues.get({ ...at, issue_number })).data.locked).toBe(true);
    expect((await bot().issues.listForRepo(at)).data).toMatchObject([{ locked: true }]);
    await as('octo').issues.unlock({ ...at, issue_number });
    await bot().issues.createComment({ ...at, issue_number, body: 'b' });
  });

  it('lesson 41c: tells the role of anybody', async () => {
    const permission = async (username: string) =>
      (await bot().repos.getCollaboratorPermissionLevel({ ...at, username })).data;
    expect(await permission('mona')).toMatchObject({ permission: 'write', role_name: 'write' });
    expect(await permission('lead')).toMatchObject({ permission: 'read', role_name: 'triage' });
    expect((await permission('lead')).user?.permissions).toMatchObject({ triage: true, push: false });
    expect(await permission('stranger')).toMatchObject({ permission: 'read', role_name: 'read' });
    expect((await permission('octo')).permission).toBe('admin');
    expect((await refusal(permission('nobody'))).message).toContain('nobody is not a user');
    expect((await refusal(permission(workflowBot))).status).toBe(404);
    github.configure(name, { private: true });
    expect((await permission('stranger')).permission).toBe('none');
  });

  it('assigns those who can be assigned', async () => {
    const issue_number = await file('octo');
    expect((await bot().issues.checkUserCanBeAssigned({ ...at, assignee: 'mona' })).status).toBe(204);
    expect((await refusal(bot().issues.checkUserCanBeAssigned({ ...at, assignee: 'stranger' }))).status).toBe(
      404,
    );
    const { data } = await bot().issues.addAssignees({
      ...at,
      issue_number,
      assignees: ['mona', 'stranger'],
    });
    expect(data.assignees?.map(({ login }) => login)).toEqual(['mona']);
  });

  it('lesson 37: names what the token lacks, and reads a public repository without', async () => {
    github.configure(name, { permissions: { issues: 'read', 'pull-requests': 'none', contents: 'none' } });
    const refused = await refusal(bot().issues.create({ ...at, title: 't' }));
    expect(refused).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    expect(refused.headers).toMatchObject({ 'x-accepted-github-permissions': 'issues=write' });
    await bot().git.getRef({ ...at, ref: 'heads/main' });
    github.configure(name, { private: true });
    expect((await refusal(bot().git.getRef({ ...at, ref: 'heads/main' }))).status).toBe(403);
    const anonymous = await fetch(`${github.url}/repos/${name}/issues`, {
      headers: { authorization: 'token x' },
    });
    expect(anonymous.status).toBe(401);
  });
});
