import { describe, expect, it } from 'vitest';
import { isWrite } from '../../local-github/faults.ts';
import {
  branch,
  logPath,
  owner,
  repairedIncident,
  repo,
  repository,
  type Stage,
  setStage,
} from '../stage.ts';

const stillOngoing = { 'first-detected': '2024-10-14 10:30', impact: 'People were asked to sign in again.' };

/** Runs the action and expects it green; returns its outputs. */
async function runGreen(stage: Stage, inputs: Record<string, string> = {}) {
  const run = await stage.run({ inputs });
  expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
  return run.outputs;
}

/** A stage with one incident whose pull request is open. */
async function withPullRequest() {
  const stage = await setStage();
  const issue = await stage.file(stillOngoing);
  expect(await runGreen(stage)).toMatchObject({ result: 'created' });
  const [pullRequest] = await stage.pullRequests();
  if (pullRequest === undefined) throw new Error('No pull request was opened.');
  return { stage, issue, pullRequest };
}

async function parentsOf(stage: Stage, commit: string): Promise<string[]> {
  const { data } = await stage.github.as(owner).rest.git.getCommit({ owner, repo, commit_sha: commit });
  return data.parents.map(({ sha }) => sha);
}

/** First line of the last commit on the branch. */
async function subjectOf(stage: Stage): Promise<string | undefined> {
  const commit = { owner, repo, commit_sha: await tipOf(stage) };
  const { data } = await stage.github.as(owner).rest.git.getCommit(commit);
  return data.message.split('\n')[0];
}

async function tipOf(stage: Stage, name = branch): Promise<string> {
  const tip = await stage.github.tipOf(repository, name);
  if (tip === null) throw new Error(`There is no branch ${name}.`);
  return tip;
}

const writesOf = (stage: Stage) => stage.github.requests.filter(isWrite);

describe('the pull request', () => {
  it('lesson 23: a first run opens it, with the log and the reasons', async () => {
    const stage = await setStage();
    const issue = await stage.file();
    const outputs = await runGreen(stage, { timezone: 'Europe/London' });
    const [pullRequest] = await stage.pullRequests();
    expect(outputs).toMatchObject({
      result: 'created',
      'pull-request-number': `${pullRequest?.number}`,
      'pull-request-url': pullRequest?.html_url,
      incidents: '1',
      problems: '[]',
    });
    expect(pullRequest).toMatchObject({ state: 'open', title: 'Update the incident log' });
    expect(await subjectOf(stage)).toBe(`Update the incident log: #${issue.number} added`);
    const log = await stage.log();
    expect(log).toContain('- **Time to repair**: 24h 59m\n- **Time to resolve**: 25h 10m\n');
    expect(log).toContain(
      `- **Incident issue**: [#${issue.number}](https://github.com/octo/service/issues/${issue.number})\n`,
    );
    expect(pullRequest?.body).toContain(
      `| [#${issue.number}](https://github.com/octo/service/issues/${issue.number}) Onboarding mechanism release failure | added | 24h 59m | 25h 10m | First detected 2024-10-14 10:30<br>`,
    );
    expect(pullRequest?.body).toContain('| Q4 2024 | 1 | 24h 59m | 25h 10m |');
    expect(await stage.log('main')).toBeNull();
  });

  it('lesson 23: an incident that goes on refreshes it, and the figures read old → new', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.merge(pullRequest.number, 'merge');
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    const [, second] = await stage.pullRequests();
    expect(second?.body).toContain('| resolved | ongoing → 24h 59m | ongoing → 25h 10m |');
    expect(second?.body).toContain('| Q4 2024 | 1 | not recorded → 24h 59m | not recorded → 25h 10m |');
    expect(await subjectOf(stage)).toBe(`Update the incident log: #${issue.number} resolved`);
    await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
    expect(await runGreen(stage)).toMatchObject({
      result: 'updated',
      'pull-request-number': `${second?.number}`,
    });
    expect((await stage.pullRequests())[1]?.body).toContain(
      '| resolved | ongoing → 24h 59m | ongoing → 26h 10m |',
    );
    // The commit goes on from the one that resolved it.
    expect(await subjectOf(stage)).toBe(`Update the incident log: #${issue.number} changed`);
  });

  it('lesson 23: nothing new changes nothing', async () => {
    const { stage } = await withPullRequest();
    const before = writesOf(stage).length;
    expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
    expect(writesOf(stage)).toHaveLength(before);
  });

  it('lesson 30: a change of the file alone, and of the description alone, is seen', async () => {
    const { stage, pullRequest } = await withPullRequest();
    const { rest } = stage.github.as(owner);
    await rest.pulls.update({
      owner,
      repo,
      pull_number: pullRequest.number,
      body: `${pullRequest.body}\nmore`,
    });
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    expect((await stage.pullRequests())[0]?.body).toBe(pullRequest.body);
  });

  it('leaves title and description to people who took them over', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    const mine = { title: 'My title', body: 'My words' };
    await stage.github.as(owner).rest.pulls.update({ owner, repo, pull_number: pullRequest.number, ...mine });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    expect((await stage.pullRequests())[0]).toMatchObject(mine);
    expect(await stage.log()).toContain('24h 59m');
  });

  it('gets its labels, and keeps those that people gave it', async () => {
    const { stage, pullRequest } = await withPullRequest();
    await stage.github
      .as(owner)
      .rest.issues.addLabels({ owner, repo, issue_number: pullRequest.number, labels: ['mine'] });
    expect(await runGreen(stage, { 'pr-labels': 'log, documentation' })).toMatchObject({ result: 'updated' });
    const names = (await stage.pullRequests())[0]?.labels.map(({ name }) => name).sort();
    expect(names).toEqual(['documentation', 'log', 'mine']);
  });

  it('lesson 23: closed by a person, it is declined until the log differs', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.github
      .as(owner)
      .rest.pulls.update({ owner, repo, pull_number: pullRequest.number, state: 'closed' });
    const tip = await tipOf(stage);
    expect(await runGreen(stage)).toMatchObject({
      result: 'declined',
      'pull-request-number': `${pullRequest.number}`,
    });
    expect(await tipOf(stage)).toBe(tip);
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    expect(await parentsOf(stage, await tipOf(stage))).toEqual([tip]);
  });

  it('lesson 23: closed by a person and its branch deleted, it is declined all the same', async () => {
    const { stage, pullRequest } = await withPullRequest();
    const { rest } = stage.github.as(owner);
    await rest.pulls.update({ owner, repo, pull_number: pullRequest.number, state: 'closed' });
    await rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` });
    expect(await runGreen(stage)).toMatchObject({ result: 'declined' });
    expect(await stage.github.tipOf(repository, branch)).toBeNull();
  });

  it('lesson 26: declined with a person’s commit on the branch, that branch stays as it is though the base advances', async () => {
    const { stage, pullRequest } = await withPullRequest();
    const theirs = await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    await stage.github
      .as(owner)
      .rest.pulls.update({ owner, repo, pull_number: pullRequest.number, state: 'closed' });
    await stage.github.commitFiles({ repository, files: { 'other.txt': 'theirs' } });
    expect(await runGreen(stage)).toMatchObject({ result: 'declined' });
    expect(await tipOf(stage)).toBe(theirs);
  });

  it('lesson 31b: what we closed ourselves is no refusal', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    const { rest } = stage.github.as(owner);
    await rest.issues.removeLabel({ owner, repo, issue_number: issue.number, name: 'incident' });
    expect(await runGreen(stage)).toMatchObject({ result: 'closed', incidents: '0' });
    expect((await stage.pullRequests())[0]).toMatchObject({ number: pullRequest.number, state: 'closed' });
    expect(await stage.github.tipOf(repository, branch)).toBeNull();
    const { data: comments } = await rest.issues.listComments({
      owner,
      repo,
      issue_number: pullRequest.number,
    });
    expect(comments).toHaveLength(1);
    await rest.issues.addLabels({ owner, repo, issue_number: issue.number, labels: ['incident'] });
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    expect(await stage.pullRequests()).toHaveLength(2);
  });

  it.each(['merge', 'squash'] as const)(
    'lesson 31a: merged by %s with the branch left behind, the next one starts anew from the base',
    async (how) => {
      const { stage, issue, pullRequest } = await withPullRequest();
      await stage.merge(pullRequest.number, how);
      expect(await runGreen(stage)).toMatchObject({ result: 'none' });
      await stage.answer(issue.number, repairedIncident);
      expect(await runGreen(stage)).toMatchObject({ result: 'created' });
      expect(await parentsOf(stage, await tipOf(stage))).toEqual([await tipOf(stage, 'main')]);
    },
  );

  it('lesson 23: merged and its branch deleted, the next one makes the branch again', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.merge(pullRequest.number, 'squash');
    await stage.github.as(owner).rest.git.deleteRef({ owner, repo, ref: `heads/${branch}` });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    expect(await parentsOf(stage, await tipOf(stage))).toEqual([await tipOf(stage, 'main')]);
  });

  it('lesson 63: a branch that is merely behind is left alone', async () => {
    const { stage, pullRequest } = await withPullRequest();
    const tip = await tipOf(stage);
    await stage.github.commitFiles({ repository, files: { 'other.txt': 'theirs' } });
    const before = writesOf(stage).length;
    expect(await runGreen(stage)).toMatchObject({
      result: 'unchanged',
      'pull-request-number': `${pullRequest.number}`,
    });
    expect(writesOf(stage)).toHaveLength(before);
    expect(await tipOf(stage)).toBe(tip);
  });

  it('lesson 63: with a person’s commit on the branch, too', async () => {
    const { stage } = await withPullRequest();
    const theirs = await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    await stage.github.commitFiles({ repository, files: { 'other.txt': 'theirs' } });
    expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
    expect(await tipOf(stage)).toBe(theirs);
  });

  it('lesson 63: GitHub reports a conflict, so the base is taken in, which a person must settle', async () => {
    const { stage } = await withPullRequest();
    const theirs = await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'one' } });
    await stage.github.commitFiles({ repository, files: { 'notes.txt': 'other' } });
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toMatch(/somebody's commits on it that conflict with main/);
    expect(await tipOf(stage)).toBe(theirs);
  });

  it('lesson 63: the base changed the log, so it is taken in though the log to write is the same', async () => {
    const stage = await setStage({ files: { [logPath]: '# Our log\n' } });
    await stage.file(stillOngoing);
    await runGreen(stage);
    const tip = await tipOf(stage);
    const log = (await stage.log()) ?? '';
    const [quarter] = /^## [\s\S]*?(?=\n### )/m.exec(log) ?? [''];
    const base = await stage.github.commitFiles({
      repository,
      files: { [logPath]: `# Our log\n\n${quarter.replace('**Incidents**: 1', '**Incidents**: 9')}\n` },
    });
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    expect(await parentsOf(stage, await tipOf(stage))).toEqual([tip, base]);
    expect(await stage.log()).toBe(log);
    expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
  });

  it('lesson 24: a base that advanced is taken in when the log changes, and nobody’s work on it is reverted', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    const tip = await tipOf(stage);
    const base = await stage.github.commitFiles({ repository, files: { 'other.txt': 'theirs' } });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({
      result: 'updated',
      'pull-request-number': `${pullRequest.number}`,
    });
    expect(await parentsOf(stage, await tipOf(stage))).toEqual([tip, base]);
    expect(await stage.github.readFile(repository, 'other.txt', branch)).toBe('theirs');
    expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
  });

  it('lesson 23: a base that was pushed by force is joined', async () => {
    const { stage, issue } = await withPullRequest();
    const first = await tipOf(stage, 'main');
    await stage.github.commitFiles({ repository, branch: 'rewritten', files: { 'other.txt': 'theirs' } });
    const rewritten = await tipOf(stage, 'rewritten');
    const { rest } = stage.github.as(owner);
    await rest.git.updateRef({ owner, repo, ref: 'heads/main', sha: rewritten, force: true });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    await rest.git.updateRef({ owner, repo, ref: 'heads/main', sha: first, force: true });
    expect((await stage.run()).exitCode).toBe(0);
    expect(await stage.log()).toContain('## Q4 2024');
  });

  it('takes the words above the first quarter from the base', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.merge(pullRequest.number, 'squash');
    const log = (await stage.log('main')) ?? '';
    await stage.github.commitFiles({
      repository,
      files: { [logPath]: log.replace('# Incident Log', '# Our log') },
    });
    await stage.answer(issue.number, repairedIncident);
    await runGreen(stage);
    expect(await stage.log()).toMatch(/^# Our log\n/);
    expect(await stage.log()).toContain('24h 59m');
  });

  it('lesson 26: a person’s commit on the branch is built upon, never lost', async () => {
    const { stage, issue } = await withPullRequest();
    const log = (await stage.log()) ?? '';
    const files = { [logPath]: log.replace('# Incident Log', '# Our log'), 'notes.txt': 'by hand' };
    const theirs = await stage.github.commitFiles({ repository, branch, login: 'octo', files });
    expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    expect(await parentsOf(stage, await tipOf(stage))).toEqual([theirs]);
    expect(await stage.log()).toMatch(/^# Our log\n/);
    expect(await stage.log()).toContain('24h 59m');
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');

    // The words that a person changed in the log alone stay theirs in every later run as well.
    await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
    await runGreen(stage);
    expect(await stage.log()).toMatch(/^# Our log\n/);
    expect(await stage.log()).toContain('26h 10m');
  });

  it('lesson 26: our own commit, to which a person has added a file, is theirs', async () => {
    const { stage, issue } = await withPullRequest();
    const { rest } = stage.github.as(owner);
    const { data: ours } = await rest.git.getCommit({ owner, repo, commit_sha: await tipOf(stage) });
    await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    const { data: theirs } = await rest.git.getCommit({ owner, repo, commit_sha: await tipOf(stage) });
    const parents = ours.parents.map(({ sha }) => sha);
    const amended = { owner, repo, message: ours.message, tree: theirs.tree.sha, parents };
    const { data } = await rest.git.createCommit(amended);
    await rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: data.sha, force: true });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
  });

  it('lesson 26: a change of the log’s own words on the branch survives two refreshes', async () => {
    const { stage, issue } = await withPullRequest();
    const log = (await stage.log()) ?? '';
    await stage.github.commitFiles({
      repository,
      branch,
      files: { [logPath]: log.replace('# Incident Log', '# Our log') },
    });
    await stage.answer(issue.number, repairedIncident);
    await runGreen(stage);
    await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
    await runGreen(stage);
    expect(await stage.log()).toMatch(/^# Our log\n/);
    expect(await stage.log()).toContain('26h 10m');
  });

  it('lesson 26: with a person’s commit on the branch, an advanced base is merged in when the log changes', async () => {
    const { stage, issue } = await withPullRequest();
    const theirs = await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    const base = await stage.github.commitFiles({ repository, files: { 'other.txt': 'theirs' } });
    await stage.answer(issue.number, repairedIncident);
    await runGreen(stage);
    const [merge = ''] = await parentsOf(stage, await tipOf(stage));
    expect(await parentsOf(stage, merge)).toEqual([theirs, base]);
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
    expect(await stage.github.readFile(repository, 'other.txt', branch)).toBe('theirs');
  });

  it('lesson 26: a conflict is said and settled by a person', async () => {
    const { stage, issue } = await withPullRequest();
    const theirs = await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'one' } });
    await stage.github.commitFiles({ repository, files: { 'notes.txt': 'other' } });
    await stage.answer(issue.number, repairedIncident);
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([
      {
        command: 'error',
        message: expect.stringMatching(/somebody's commits on it that conflict with main/),
      },
    ]);
    expect(await tipOf(stage)).toBe(theirs);
  });

  it('closes with a person’s commit on the branch, and leaves the branch', async () => {
    const { stage, issue } = await withPullRequest();
    const theirs = await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    const log = await stage.log();
    await stage.github.commitFiles({ repository, files: { [logPath]: log ?? '' } });
    await runGreen(stage);
    expect((await stage.pullRequests())[0]?.state).toBe('closed');
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
    expect(theirs).not.toBe(await tipOf(stage));
  });

  it('lesson 25: a look-up of the branch that fails is not taken for a branch that is missing', async () => {
    const { stage, issue } = await withPullRequest();
    const tip = await tipOf(stage);
    await stage.answer(issue.number, repairedIncident);
    stage.github.fault(
      { path: new RegExp(`/git/ref/heads%2F${branch}|/git/ref/heads/${branch}`) },
      { kind: 'status', status: 403, message: 'Resource not accessible by integration' },
    );
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.outputs.result).toBe('none');
    expect(await tipOf(stage)).toBe(tip);
  });

  it('lesson 26: what is pushed while the branch is being made anew is not pushed over, even when GitHub does not answer', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.merge(pullRequest.number, 'squash');
    await stage.answer(issue.number, repairedIncident);
    stage.github.fault({ method: 'PATCH', path: /\/git\/refs\// }, { kind: 'status', status: 500 });
    const isPushed = stage.onceAfter(
      ({ method }) => method === 'PATCH',
      () => stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } }),
    );
    await stage.run();
    expect(isPushed()).toBe(true);
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
  });

  it('lesson 26: what is pushed while a commit is being made for a branch that starts anew is not pushed over', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.merge(pullRequest.number, 'squash');
    await stage.answer(issue.number, repairedIncident);
    const isPushed = stage.onceAfter(
      ({ path }) => path.endsWith('/git/commits'),
      () => stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } }),
    );
    await stage.run();
    expect(isPushed()).toBe(true);
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
  });

  it('lesson 31b: a branch that we closed but could not delete any more starts anew', async () => {
    const { stage, issue } = await withPullRequest();
    const { rest } = stage.github.as(owner);
    await rest.issues.removeLabel({ owner, repo, issue_number: issue.number, name: 'incident' });
    const forbidden = { kind: 'status', status: 403, message: 'Resource not accessible' } as const;
    stage.github.fault({ method: 'DELETE' }, forbidden);
    expect((await stage.run()).exitCode).toBe(1);
    expect((await stage.pullRequests())[0]?.state).toBe('closed');
    await rest.issues.addLabels({ owner, repo, issue_number: issue.number, labels: ['incident'] });
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    expect(await parentsOf(stage, await tipOf(stage))).toEqual([await tipOf(stage, 'main')]);
  });

  it('lesson 26: what is pushed while we withdraw keeps its branch', async () => {
    const { stage, issue } = await withPullRequest();
    await stage.github
      .as(owner)
      .rest.issues.removeLabel({ owner, repo, issue_number: issue.number, name: 'incident' });
    const isPushed = stage.onceAfter(
      ({ method }) => method === 'PATCH',
      () => stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } }),
    );
    expect(await runGreen(stage)).toMatchObject({ result: 'closed' });
    expect(isPushed()).toBe(true);
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
  });

  it('lesson 23: what a rewritten base has dropped is not brought back', async () => {
    const stage = await setStage();
    const first = await tipOf(stage, 'main');
    await stage.github.commitFiles({ repository, files: { 'secret.txt': 'oops' } });
    await stage.file();
    await runGreen(stage);
    const { rest } = stage.github.as(owner);
    await rest.git.updateRef({ owner, repo, ref: 'heads/main', sha: first, force: true });
    expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
    expect(await stage.github.readFile(repository, 'secret.txt', branch)).toBeNull();
    expect(await stage.log()).toContain('24h 59m');
  });

  it('moves to another base, with that base’s files alone', async () => {
    const stage = await setStage();
    await stage.github.commitFiles({ repository, branch: 'release', files: { 'release.txt': 'r' } });
    await stage.github.commitFiles({ repository, files: { 'main.txt': 'm' } });
    await stage.file();
    await runGreen(stage);
    expect(await runGreen(stage, { base: 'release' })).toMatchObject({ result: 'updated' });
    expect(await stage.github.readFile(repository, 'main.txt', branch)).toBeNull();
    expect(await stage.github.readFile(repository, 'release.txt', branch)).toBe('r');
    expect(await stage.pullRequests()).toHaveLength(1);
  });

  it('never writes to the base itself', async () => {
    const stage = await setStage();
    await stage.file();
    const run = await stage.run({ inputs: { branch: 'main' } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.at(-1)?.message).toContain('`branch` and `base` both name main');
    expect(writesOf(stage)).toEqual([]);
  });

  it('a pull request that is closed at the same moment is looked at again', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.answer(issue.number, repairedIncident);
    const { rest } = stage.github.as(owner);
    const isClosed = stage.onceAfter(
      ({ path }) => path.includes('/git/refs/'),
      () => rest.pulls.update({ owner, repo, pull_number: pullRequest.number, state: 'closed' }),
    );
    expect(await runGreen(stage)).toMatchObject({ result: 'declined' });
    expect(isClosed()).toBe(true);
  });

  it('the one with our marker is ours, though somebody opened another from the same branch', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.github.commitFiles({ repository, branch: 'release', files: { 'release.txt': 'r' } });
    const theirs = { title: 'Backport', head: branch, base: 'release', body: 'By hand.' };
    await stage.github.as(owner).rest.pulls.create({ owner, repo, ...theirs });
    await stage.answer(issue.number, repairedIncident);
    expect(await runGreen(stage)).toMatchObject({ 'pull-request-number': `${pullRequest.number}` });
    expect((await stage.pullRequests())[0]?.body).toContain('24h 59m');
    expect((await stage.pullRequests())[1]?.body).toBe('By hand.');
  });

  it('lesson 41: a page instead of an answer to a write is not believed', async () => {
    const { stage, issue } = await withPullRequest();
    await stage.answer(issue.number, repairedIncident);
    stage.github.fault({ method: 'PATCH', path: /\/git\/refs\// }, { kind: 'html' });
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations.at(-1)?.message).toContain('something its API does not describe');
  });

  it('lesson 31: nor does what somebody typed into the log itself', async () => {
    const { stage, issue, pullRequest } = await withPullRequest();
    await stage.merge(pullRequest.number, 'squash');
    const log = (await stage.log('main')) ?? '';
    const files = {
      [logPath]: log.replace('- **Time to repair**: ongoing', '- **Time to repair**: @octo fixes #12 | a'),
    };
    await stage.github.commitFiles({ repository, files });
    await stage.answer(issue.number, repairedIncident);
    await runGreen(stage);
    const body = (await stage.pullRequests())[1]?.body ?? '';
    expect(body).toMatch(/→ 24h 59m/);
    expect(body).not.toMatch(/@octo|#12\b/);
  });

  it('lesson 27: without the setting, the branch stands and the message says where to go', async () => {
    const stage = await setStage({ actionsMayOpenPullRequests: false });
    const { number } = await stage.file();
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    const [error] = run.annotations.filter(({ command }) => command === 'error');
    expect(error?.message).toContain('“Allow GitHub Actions to create and approve pull requests”');
    expect(error?.message).toContain('https://github.com/octo/service/compare/main...incident-log?expand=1');
    expect(await stage.log()).toContain('24h 59m');
    // Where people are waiting for it, the address is a link: nothing invisible parts it.
    const comments = await stage.github
      .as(owner)
      .rest.issues.listComments({ owner, repo, issue_number: number });
    const [link] =
      /<https:\/\/github\.com\/octo\/service\/compare\/[^>\s]*>/.exec(comments.data[0]?.body ?? '') ?? [];
    expect(error?.message).toContain(` ${link?.slice(1, -1)}, `);
    stage.github.configure(repository, { actionsMayOpenPullRequests: true });
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
  });

  it('lesson 28: a new pull request is tried once more when GitHub does not know the branch yet', async () => {
    const stage = await setStage();
    await stage.file();
    stage.github.fault(
      { method: 'POST', path: /\/pulls$/ },
      {
        kind: 'status',
        status: 422,
        message: 'Validation Failed: Could not resolve to a node with the global id',
      },
    );
    expect(await runGreen(stage)).toMatchObject({ result: 'created' });
    expect(await stage.pullRequests()).toHaveLength(1);
  });

  it('lesson 29: two runs at once, and one more, end in one pull request with the right file', async () => {
    const stage = await setStage();
    const issue = await stage.file();
    const [opened, labelled] = [
      await stage.event('opened', issue.number),
      await stage.event('labeled', issue.number, { label: 'incident' }),
    ];
    const runs = await Promise.all([stage.run({ event: opened }), stage.run({ event: labelled })]);
    for (const run of runs) expect(run, run.stdout).toMatchObject({ exitCode: 0 });
    expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
    expect(await stage.pullRequests()).toHaveLength(1);
    expect(await stage.log()).toContain('24h 59m');
  });

  it('lesson 31: nothing that an untrusted person typed notifies, refers or closes', async () => {
    const stage = await setStage();
    await stage.file(
      { ...repairedIncident, repaired: '2024-10-15 11:29 (Fixes #12 @octo)', impact: 'cc @octo' },
      { title: 'Fixes #12, cc @octo/team, see octo/service#3 and https://github.com/octo/service/issues/9' },
    );
    for (const [inputs, subject] of [
      [{}, 'Update the incident log: #1 added'],
      [{ branch: 'other', 'commit-message': 'Our words' }, 'Our words'],
    ] as const) {
      await runGreen(stage, inputs);
      const name = 'branch' in inputs ? inputs.branch : branch;
      const pullRequest = (await stage.pullRequests()).at(-1);
      expect(pullRequest).toMatchObject({ head: { ref: name } });
      const body = pullRequest?.body ?? '';
      expect(body.match(/@\w|#\d+(?!\]\()|Fixes #\d|issues\/9/g) ?? []).toEqual([]);
      const { data } = await stage.github
        .as(owner)
        .rest.git.getCommit({ owner, repo, commit_sha: await tipOf(stage, name) });
      const [first, ...rest] = data.message.split('\n');
      expect(first).toBe(subject);
      expect(rest.join('\n')).toMatch(/^\nIncident-Log-Blob: [0-9a-f]{40}\s*$/);
    }
  });

  it('lesson 22: a description that would be too long is shortened at a row, and says so', async () => {
    const stage = await setStage();
    const title = 'A title of a length that people really use when they are tired'.padEnd(200, '*');
    for (let index = 0; index < 260; index += 1) await stage.file(repairedIncident, { title });
    expect(await runGreen(stage)).toMatchObject({ result: 'created', incidents: '260' });
    const body = (await stage.pullRequests())[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(/… and \d+ more, left out because GitHub takes no longer text\./.test(body)).toBe(true);
    expect(
      body
        .split('\n')
        .filter((line) => line.startsWith('| [#'))
        .every((line) => line.endsWith(' |')),
    ).toBe(true);
  });

  it('dry-run says what it would do, and does nothing', async () => {
    const stage = await setStage({ labels: [] });
    await stage.file();
    const run = await stage.run({ inputs: { 'dry-run': 'true' } });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('Would create the label “incident”.');
    expect(writesOf(stage)).toEqual([]);
  });
});
