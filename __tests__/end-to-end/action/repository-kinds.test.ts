import { describe, expect, it } from 'vitest';
import { branch, owner, repo, repository, setStage } from '../stage.ts';

describe('lesson 71: a repository that cannot have a log', () => {
  it.each([
    [
      'Issues are turned off',
      { hasIssues: false },
      'Issues are turned off in octo/service, so there are no incidents to read: turn them on under Settings, General, Features.',
    ],
    [
      'it is a fork, in which GitHub turns Issues off',
      { hasIssues: false, fork: true },
      'octo/service is a fork, and Issues are turned off there: turn them on under Settings, General, Features to keep a log in the fork, or disable this workflow there under Actions.',
    ],
    [
      'pull requests are turned off',
      { hasPullRequests: false },
      'Pull requests are turned off in octo/service, so the log cannot be proposed: turn them on under Settings, General, Features.',
    ],
    [
      'it is archived',
      { archived: true },
      'octo/service is archived, so nothing in it can change: unarchive it under Settings, General, or disable this workflow under Actions.',
    ],
  ])('%s: one sentence says so, and nothing changes', async (_, kind, sentence) => {
    const stage = await setStage();
    await stage.file();
    await stage.run();
    const before = [await stage.log(), await stage.pullRequests()];
    stage.github.configure(repository, { kind });
    const requests = stage.github.requests.length;
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([{ command: 'error', message: sentence }]);
    const asked = stage.github.requests.slice(requests);
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect([await stage.log(), await stage.pullRequests()]).toEqual(before);
  });

  it('it is empty: one sentence says so', async () => {
    const stage = await setStage({ kind: { isEmpty: true } });
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([
      {
        command: 'error',
        message: 'octo/service has no commit yet: commit the issue form to main, and run the workflow again.',
      },
    ]);
  });

  it('a fork with Issues keeps a log of its own', async () => {
    const stage = await setStage({ kind: { fork: true } });
    await stage.file();
    expect((await stage.run()).outputs).toMatchObject({ result: 'created', incidents: '1' });
  });

  it.each([
    ['archived', { archived: true }, 'is archived, so nothing in it can change'],
    ['without Issues', { hasIssues: false }, 'Issues are turned off in octo/service'],
  ])('%s while a run goes on: that is no missing permission', async (_, kind, words) => {
    const stage = await setStage();
    const { number } = await stage.file();
    await stage.github.as(owner).rest.issues.update({ owner, repo, issue_number: number, title: 'Other' });
    const isDone = stage.onceAfter(
      ({ path }) => path.includes(`/git/ref/heads/${branch}`),
      async () => stage.github.configure(repository, { kind }),
    );
    const run = await stage.run();
    expect(isDone()).toBe(true);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain(words);
    expect(run.stdout).not.toContain('permissions:');
  });
});
