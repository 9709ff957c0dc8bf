import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGitHub, startLocalGitHub, workflowBot } from '../local-github.ts';
import { refusal } from '../refusal.ts';

let github: LocalGitHub;
let count = 0;
let name = '';
let main = '';
let at = { owner: 'octo', repo: '' };

beforeAll(async () => {
  github = await startLocalGitHub();
});
afterAll(() => github.close());
beforeEach(async () => {
  count += 1;
  name = `octo/git-${count}`;
  at = { owner: 'octo', repo: `git-${count}` };
  await github.createRepository({
    name,
    files: { 'a.txt': 'a\n', 'deep/b.txt': 'b\n' },
    roles: { mona: 'write' },
  });
  main = (await github.tipOf(name, 'main')) ?? '';
});

const bot = () => github.as(workflowBot).rest;
const change = (branch: string, files: Record<string, string | null>) =>
  github.commitFiles({ repository: name, branch, files });

describe('references', () => {
  it('refuses what GitHub refuses', async () => {
    const ref = 'refs/heads/log';
    expect((await refusal(bot().git.getRef({ ...at, ref: 'heads/log' }))).status).toBe(404);
    const missing = await refusal(bot().git.createRef({ ...at, ref, sha: '1'.repeat(40) }));
    expect(missing).toMatchObject({ status: 422, message: expect.stringContaining('Object does not exist') });
    await bot().git.createRef({ ...at, ref, sha: main });
    const again = await refusal(bot().git.createRef({ ...at, ref, sha: main }));
    expect(again).toMatchObject({
      status: 422,
      message: expect.stringContaining('Reference already exists'),
    });
    const unknown = await refusal(bot().git.updateRef({ ...at, ref: 'heads/nowhere', sha: main }));
    expect(unknown).toMatchObject({
      status: 422,
      message: expect.stringContaining('Reference does not exist'),
    });
  });

  it('moves a branch forward alone, unless forced', async () => {
    const tip = await change('log', { 'a.txt': 'log\n' });
    const newer = await change('main', { 'a.txt': 'main\n' });
    const ref = 'heads/log';
    const refused = await refusal(bot().git.updateRef({ ...at, ref, sha: newer }));
    expect(refused).toMatchObject({
      status: 422,
      message: expect.stringContaining('Update is not a fast forward'),
    });
    expect(await github.tipOf(name, 'log')).toBe(tip);
    await bot().git.updateRef({ ...at, ref, sha: newer, force: true });
    expect(await github.tipOf(name, 'log')).toBe(newer);
  });

  it('makes commits with several parents, signed when no author is named', async () => {
    const tip = await change('log', { 'a.txt': 'log\n' });
    const { data: base } = await bot().git.getCommit({ ...at, commit_sha: tip });
    const commit = { ...at, message: 'm', tree: base.tree.sha, parents: [tip, main] };
    const { data: signed } = await bot().git.createCommit(commit);
    expect(signed).toMatchObject({ verification: { verified: true }, author: { name: workflowBot } });
    expect(signed.parents.map(({ sha }) => sha)).toEqual([tip, main]);
    const author = { name: 'A', email: 'a@example.com' };
    const { data: unsigned } = await bot().git.createCommit({ ...commit, author });
    expect(unsigned.verification.verified).toBe(false);
  });
});

describe('contents', () => {
  it('leaves out the content of a file over 1 MB, which raw and blob still give', async () => {
    const text = 'x'.repeat(1024 * 1024 + 1);
    await change('main', { 'big.txt': text, 'umlaut ü.txt': 'ü' });
    const { data } = await bot().repos.getContent({ ...at, path: 'big.txt', ref: 'main' });
    expect(data).toMatchObject({ content: '', encoding: 'none', size: text.length });
    const raw = await bot().repos.getContent({ ...at, path: 'big.txt', mediaType: { format: 'raw' } });
    expect(String(raw.data)).toHaveLength(text.length);
    const sha = 'sha' in data ? data.sha : '';
    const blob = await bot().git.getBlob({ ...at, file_sha: sha });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe(text);
    expect((await bot().repos.getContent({ ...at, path: 'umlaut ü.txt' })).data).toMatchObject({
      content: 'w7w=\n',
    });
    expect((await refusal(bot().repos.getContent({ ...at, path: 'none.txt' }))).status).toBe(404);
  });
});

describe('compare and merges', () => {
  const compare = async (basehead: string) =>
    (await bot().repos.compareCommitsWithBasehead({ ...at, basehead })).data;

  it('compares with the best common ancestor, however long the way to it', async () => {
    await change('side', { 'side.txt': 's' });
    await change('log', { 'a.txt': 'log\n' });
    for (let step = 0; step < 6; step += 1) await change('main', { [`main-${step}.txt`]: 'm' });
    await bot().repos.merge({ ...at, base: 'log', head: 'main' });
    const shared = await github.tipOf(name, 'main');
    for (let step = 6; step < 12; step += 1) await change('main', { [`main-${step}.txt`]: 'm' });
    await bot().repos.merge({ ...at, base: 'main', head: 'side' });
    const found = await compare('main...log');
    expect(found.merge_base_commit.sha).toBe(shared);
    expect(found.files?.map(({ filename }) => filename)).toEqual(['a.txt']);
    expect(found).toMatchObject({ status: 'diverged', ahead_by: 2 });
  });

  it('answers 404 for a branch that is not there', async () => {
    expect((await refusal(compare('main...nowhere'))).status).toBe(404);
  });

  it('merges file by file', async () => {
    await change('log', { 'deep/b.txt': 'log\n' });
    await change('main', { 'a.txt': null, 'new.txt': 'n' });
    const merged = await bot().repos.merge({
      ...at,
      base: 'log',
      head: 'main',
      commit_message: 'Bring in main',
    });
    expect(merged).toMatchObject({ status: 201, data: { commit: { message: 'Bring in main' } } });
    expect(await github.readFile(name, 'deep/b.txt', 'log')).toBe('log\n');
    expect(await github.readFile(name, 'a.txt', 'log')).toBeNull();
    expect(await github.readFile(name, 'new.txt', 'log')).toBe('n');
    expect((await bot().repos.merge({ ...at, base: 'log', head: 'main' })).status).toBe(204);
  });

  it('refuses a conflict, and branches that are not there', async () => {
    await change('log', { 'a.txt': 'log\n' });
    await change('main', { 'a.txt': 'main\n' });
    const conflict = await refusal(bot().repos.merge({ ...at, base: 'log', head: 'main' }));
    expect(conflict).toMatchObject({ status: 409, message: expect.stringContaining('Merge conflict') });
    expect((await refusal(bot().repos.merge({ ...at, base: 'none', head: 'main' }))).message).toContain(
      'Base does not',
    );
    expect((await refusal(bot().repos.merge({ ...at, base: 'log', head: 'none' }))).message).toContain(
      'Head does not',
    );
  });
});
