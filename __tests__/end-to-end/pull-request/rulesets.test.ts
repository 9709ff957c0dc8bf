import { describe, expect, it } from 'vitest';
import type { Ruleset } from '../../local-github/routes/rules.ts';
import { branch, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const ongoing = { 'first-detected': '2024-10-14 10:30', impact: 'People were asked to sign in again.' };

async function runGreen(stage: Stage, inputs: Record<string, string> = {}) {
  const run = await stage.run({ inputs });
  expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
  return run;
}

/** A stage whose pull request was squashed and merged, with the branch left behind, and whose incident has changed since. */
async function setMerged(rules: Ruleset) {
  const stage = await setStage({ rules });
  const issue = await stage.file(ongoing);
  await runGreen(stage);
  await stage.merge((await stage.pullRequests())[0]?.number ?? 0, 'squash');
  await stage.answer(issue.number, repairedIncident);
  return { stage, issue };
}

async function commitAt(stage: Stage, name: string) {
  const commit_sha = (await stage.github.tipOf(repository, name)) ?? '';
  return (await stage.github.as(owner).rest.git.getCommit({ owner, repo, commit_sha })).data;
}

/** What a run that a rule stops says. */
async function refused(rules: Ruleset, inputs: Record<string, string> = {}): Promise<string | undefined> {
  const stage = await setStage({ rules, roles: { lead: 'write' } });
  await stage.file();
  const run = await stage.run({
    inputs: 'token' in inputs ? { ...inputs, token: stage.github.tokenOf('lead') } : inputs,
  });
  expect(run.exitCode).toBe(1);
  return run.annotations.find(({ command }) => command === 'error')?.message;
}

describe('lesson 64: after a squash merge', () => {
  it('a branch that may not be pushed by force is deleted and created again', async () => {
    const { stage } = await setMerged({ blockForcePushes: true });
    const run = await runGreen(stage);
    expect(run.outputs).toMatchObject({ result: 'created' });
    const main = await stage.github.tipOf(repository, 'main');
    expect((await commitAt(stage, branch)).parents.map(({ sha }) => sha)).toEqual([main]);
    expect(await stage.log()).toContain('24h 59m');
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'unchanged' });
  });

  it('one that may not be deleted either is left, and a numbered one takes its place, run after run', async () => {
    const { stage, issue } = await setMerged({ blockForcePushes: true, restrictDeletions: true });
    const left = await stage.github.tipOf(repository, branch);
    const run = await runGreen(stage);
    expect(run.outputs).toMatchObject({ result: 'created' });
    expect(run.stdout).toContain('so the log is on incident-log-2.');
    expect(await stage.github.tipOf(repository, branch)).toBe(left);
    expect(await stage.log('incident-log-2')).toContain('24h 59m');
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'unchanged' });
    await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'updated' });
    expect(await stage.log('incident-log-2')).toContain('26h 10m');

    await stage.merge((await stage.pullRequests())[1]?.number ?? 0, 'squash');
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'none' });
    await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 13:40' });
    expect((await runGreen(stage, { 'pull-request': 'branch' })).outputs).toMatchObject({
      result: 'branch',
      'compare-url': expect.stringContaining('/compare/main...incident-log-3?'),
    });
    expect(await stage.log('incident-log-3')).toContain('27h 10m');
  });

  it.each(['by hand', 'merged already'])(
    'a person’s branch with such a name (%s) is not taken for one of ours',
    async (what) => {
      const { stage } = await setMerged({ blockForcePushes: true, restrictDeletions: true });
      const place = { repository, branch: 'incident-log-2' };
      const theirs = await stage.github.commitFiles({ ...place, files: { 'notes.txt': what } });
      if (what === 'merged already') {
        const pull = { owner, repo, base: 'main', head: place.branch, title: 'Notes' };
        const { data } = await stage.github.as(owner).rest.pulls.create(pull);
        await stage.merge(data.number, 'merge');
      }
      expect((await runGreen(stage)).outputs).toMatchObject({ result: 'created' });
      expect(await stage.github.tipOf(repository, 'incident-log-2')).toBe(theirs);
      expect(await stage.log('incident-log-3')).toContain('24h 59m');
    },
  );

  it('nothing that somebody has pushed meanwhile is deleted', async () => {
    const { stage } = await setMerged({ blockForcePushes: true });
    const isPushed = stage.onceAfter(
      ({ method, path }) => method === 'PATCH' && path.includes('/git/refs/'),
      () => stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } }),
    );
    await stage.run();
    expect(isPushed()).toBe(true);
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
  });
});

describe('lesson 64: a rule that stops a run is named in one sentence, with the input', () => {
  it.each<[string, Ruleset, string]>([
    [
      'creation',
      { restrictCreations: true },
      '“Restrict creations” or “Restrict branch names”) refuses incident-log: set the input `branch`',
    ],
    [
      'a name',
      { branchName: '^(feature|fix)/' },
      '“Restrict branch names”) refuses incident-log: set the input `branch`',
    ],
    [
      'a message',
      { commitMessage: '^[A-Z]+-\\d+ ' },
      'A rule about commit messages refuses the commit on incident-log: set the input `commit-message`',
    ],
    ['a sign-off', { commitMessage: '^Signed-off-by: ' }, 'set the input `signoff` to true'],
  ])('%s', async (_, rules, words) => {
    const message = await refused(rules);
    expect(message).toContain(words);
    expect(message).not.toMatch(/\n|GitHub refused|permissions:/);
  });

  it('lesson 65: an unsigned commit, by a personal access token; the workflow’s own commits are signed', async () => {
    expect(await refused({ requireSignedCommits: true }, { token: '' })).toContain(
      "The rule “Require signed commits” refuses the commit on incident-log: GitHub signs what an App or the workflow's own token commits",
    );
    const stage = await setStage({ rules: { requireSignedCommits: true } });
    await stage.file();
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'created' });
  });

  it('an update, where every branch asks for a pull request', async () => {
    const stage = await setStage({ rules: { requirePullRequest: true } });
    const { number } = await stage.file(ongoing);
    await runGreen(stage);
    await stage.answer(number, repairedIncident);
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain(
      '“Require a pull request before merging” or “Restrict updates” refuses commits on incident-log',
    );
  });

  it('a deletion: the branch is left, and the run goes on', async () => {
    const stage = await setStage({ rules: { restrictDeletions: true } });
    const { number } = await stage.file();
    await runGreen(stage);
    const { rest } = stage.github.as(owner);
    await rest.issues.removeLabel({ owner, repo, issue_number: number, name: 'incident' });
    const run = await runGreen(stage);
    expect(run.outputs).toMatchObject({ result: 'closed' });
    expect(run.stdout).toContain(
      'The rule “Restrict deletions” keeps incident-log, which is no longer needed, from being deleted',
    );
    expect(await stage.github.tipOf(repository, branch)).not.toBeNull();
  });

  it('a merge of the base into a branch with somebody’s commits is no conflict', async () => {
    const stage = await setStage();
    await stage.file();
    await runGreen(stage);
    await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    await stage.github.commitFiles({ repository, files: { 'other.txt': 'theirs' } });
    const { number } = await stage.file({ ...repairedIncident, impact: 'Another.' });
    expect(number).toBeGreaterThan(0);
    stage.github.configure(repository, { rules: { commitMessage: '^Signed-off-by: ' } });
    const run = await stage.run();
    expect(run.stdout).toContain('set the input `signoff` to true');
    expect(run.stdout).not.toContain('conflict');
    expect((await runGreen(stage, { signoff: 'true' })).outputs).toMatchObject({ result: 'updated' });
    expect(await stage.log()).toContain('Another.');
  });
});

describe('signoff: true', () => {
  it('adds the line of whoever the token commits as, among the trailers', async () => {
    const stage = await setStage({ rules: { commitMessage: '^Signed-off-by: ' }, roles: { lead: 'write' } });
    await stage.file();
    const token = stage.github.tokenOf('lead');
    for (const inputs of [{ signoff: 'true' }, { signoff: 'true', token, branch: 'by-lead' }]) {
      await runGreen(stage, inputs);
      const { message, author } = await commitAt(stage, 'branch' in inputs ? inputs.branch : branch);
      expect(message.trimEnd()).toMatch(
        /^Update the incident log: #1 added\n\nIncident-Log-Blob: [0-9a-f]{40}\nSigned-off-by: [^\n]+$/,
      );
      expect(message).toContain(`Signed-off-by: ${author.name} <${author.email}>`);
    }
    expect((await runGreen(stage, { signoff: 'true' })).outputs).toMatchObject({ result: 'unchanged' });
  });
});
