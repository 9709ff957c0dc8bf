import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGitHub, startLocalGitHub, workflowBot } from '../local-github.ts';
import { refusal } from '../refusal.ts';

let github: LocalGitHub;
const at = { owner: 'octo', repo: 'site' };

beforeEach(async () => {
  github = await startLocalGitHub();
  await github.createRepository({ name: 'octo/site' });
});
afterEach(() => github.close());

const bot = () => github.as(workflowBot).rest;
const file = (title: string) => bot().issues.create({ ...at, title });
const titles = async () =>
  (await github.as('octo').rest.issues.listForRepo(at)).data.map(({ title }) => title);

describe('faults', () => {
  it('lose a request before it is carried out, or its answer after', async () => {
    github.fault({ nth: 1 }, { kind: 'status', status: 502 });
    github.fault({ nth: 2 }, { kind: 'status', status: 500, carriedOut: true });
    expect((await refusal(file('before'))).status).toBe(502);
    expect((await refusal(file('after'))).status).toBe(500);
    expect(await titles()).toEqual(['after']);
    await file('fine');
    expect(github.requests.map(({ number, method, path, status }) => [number, method, path, status])).toEqual(
      [
        [1, 'POST', '/repos/octo/site/issues', 502],
        [2, 'POST', '/repos/octo/site/issues', 500],
        [3, 'POST', '/repos/octo/site/issues', 201],
      ],
    );
    await bot().git.getRef({ ...at, ref: 'heads/main' });
    expect(github.requests.at(-1)?.path).toBe('/repos/octo/site/git/ref/heads/main');
    expect(github.requests[2]?.body).toEqual({ title: 'fine' });
  });

  it('meet the requests that fit, as often as asked, and no person', async () => {
    github.fault({ method: 'POST', path: /\/issues$/, times: 2 }, { kind: 'too-many-requests' });
    await github.as('octo').rest.issues.create({ ...at, title: 'person' });
    await bot().issues.listForRepo(at);
    const first = await refusal(file('a'));
    expect(first).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect((await refusal(file('b'))).status).toBe(429);
    await file('c');
    expect(await titles()).toEqual(['c', 'person']);
  });

  it('look like those of GitHub', async () => {
    github.fault({ nth: 1 }, { kind: 'secondary-limit' });
    github.fault({ nth: 2 }, { kind: 'html' });
    github.fault({ nth: 3 }, { kind: 'wrong-shape' });
    github.fault({ nth: 4 }, { kind: 'status', status: 422, message: 'Could not resolve to a node' });
    github.fault({ nth: 5 }, { kind: 'rate-limit' });
    const limited = await refusal(bot().repos.get(at));
    expect(limited).toMatchObject({ status: 403, headers: { 'retry-after': '1' } });
    expect(limited.message).toContain('You have exceeded a secondary rate limit');
    const page: unknown = (await bot().repos.get(at)).data;
    expect(page).toContain('<html>');
    expect((await bot().repos.get(at)).data).toEqual({ unexpected: ['shape'] });
    expect((await refusal(bot().repos.get(at))).message).toContain('Could not resolve to a node');
    const used = await refusal(bot().repos.get(at));
    expect(used).toMatchObject({ status: 403, headers: { 'x-ratelimit-remaining': '0' } });
  });

  it('close a connection, or keep it waiting until GitHub itself is closed', async () => {
    github.fault({ nth: 1 }, { kind: 'closed', carriedOut: true });
    github.fault({ nth: 2 }, { kind: 'hang' });
    await expect(file('a')).rejects.toThrow();
    expect(await titles()).toEqual(['a']);
    const waiting = file('b').then(
      () => 'answered',
      () => 'ended',
    );
    while (github.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await titles()).toEqual(['a']);
    expect(github.requests.map(({ status }) => status)).toEqual([null, null]);
    await github.close();
    expect(await waiting).toBe('ended');
    github = await startLocalGitHub();
  });

  it('call back before and after a request is carried out', async () => {
    const seen: string[][] = [];
    const look = async () => void seen.push(await titles());
    github.onRequest(2, 'before', look);
    github.onRequest(2, 'after', look);
    await file('one');
    await file('two');
    expect(seen).toEqual([['one'], ['two', 'one']]);
  });
});
