import { describe, expect, it } from 'vitest';
import { statusCommentText } from '../conversing.ts';
import { branch, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const inputs = { 'pull-request': 'branch' };

async function runGreen(stage: Stage) {
  const run = await stage.run({ inputs });
  expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
  return run;
}

/** What a person does who follows the link, and presses the button. */
async function follow(stage: Stage, compareUrl: string): Promise<number> {
  const { pathname, searchParams } = new URL(compareUrl);
  const [, base = '', head = ''] = /\/compare\/(.+)\.\.\.(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
  const [title, body] = [searchParams.get('title') ?? '', searchParams.get('body') ?? ''];
  const { data } = await stage.github.as(owner).rest.pulls.create({ owner, repo, base, head, title, body });
  return data.number;
}

describe('lesson 66: pull-request: branch', () => {
  it('pushes the branch, opens nothing, and gives the link; the pull request of a person who follows it is adopted', async () => {
    const stage = await setStage({ actionsMayOpenPullRequests: false });
    const issue = await stage.file();
    const first = await runGreen(stage);
    const url = first.outputs['compare-url'] ?? '';
    expect(first.outputs).toMatchObject({
      result: 'branch',
      'pull-request-number': '',
      'pull-request-url': '',
    });
    expect(url).toMatch(/^https:\/\/github\.com\/octo\/service\/compare\/main\.\.\.incident-log\?expand=1&/);
    expect(first.stdout).toContain(`Open the pull request at: ${url}`);
    expect(first.summary).toContain(url);
    expect(await statusCommentText(stage, issue.number)).toContain(`[opens the pull request](${url})`);
    expect(await stage.log()).toContain('24h 59m');
    expect(await stage.pullRequests()).toEqual([]);

    const tip = await stage.github.tipOf(repository, branch);
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'branch', 'compare-url': url });
    expect(await stage.github.tipOf(repository, branch)).toBe(tip);

    const number = await follow(stage, url);
    const adopted = await runGreen(stage);
    expect(adopted.outputs).toMatchObject({
      result: 'updated',
      'pull-request-number': `${number}`,
      'compare-url': '',
    });
    const [pullRequest] = await stage.pullRequests();
    expect(pullRequest?.title).toBe('Update the incident log');
    expect(pullRequest?.body).toContain('| Q4 2024 | 1 | 24h 59m | 25h 10m |');
    expect(await statusCommentText(stage, issue.number)).toContain(`[#${number}]`);
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'unchanged' });

    await stage.merge(number, 'squash');
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'none' });
    await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'branch' });
    expect(await stage.log()).toContain('26h 10m');
  });

  it('adopts one that has only what GitHub fills in from the commit, and leaves words of a person alone', async () => {
    const stage = await setStage({ actionsMayOpenPullRequests: false });
    await stage.file();
    await runGreen(stage);
    const { rest } = stage.github.as(owner);
    const tip = (await stage.github.tipOf(repository, branch)) ?? '';
    const { data: commit } = await rest.git.getCommit({ owner, repo, commit_sha: tip });
    const [title = '', ...body] = commit.message.split('\n');
    const opened = await rest.pulls.create({
      owner,
      repo,
      base: 'main',
      head: branch,
      title,
      body: body.join('\n').trim(),
    });
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'updated' });
    expect((await stage.pullRequests())[0]?.body).toContain('| Q4 2024 |');
    await rest.pulls.update({
      owner,
      repo,
      pull_number: opened.data.number,
      body: 'Note: our words.\n\nMore.',
    });
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'unchanged' });
    expect((await stage.pullRequests())[0]?.body).toBe('Note: our words.\n\nMore.');
  });

  it('takes the branch away when nothing differs from the base any more, unless a person has committed there', async () => {
    const stage = await setStage();
    const { number } = await stage.file();
    const { rest } = stage.github.as(owner);
    const label = { owner, repo, issue_number: number };
    await runGreen(stage);
    await rest.issues.removeLabel({ ...label, name: 'incident' });
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'none', 'compare-url': '' });
    expect(await stage.github.tipOf(repository, branch)).toBeNull();

    await rest.issues.addLabels({ ...label, labels: ['incident'] });
    await runGreen(stage);
    await stage.github.commitFiles({ repository, branch, files: { 'notes.txt': 'by hand' } });
    await rest.issues.removeLabel({ ...label, name: 'incident' });
    await runGreen(stage);
    expect(await stage.github.readFile(repository, 'notes.txt', branch)).toBe('by hand');
  });

  it('takes no other word', async () => {
    const stage = await setStage();
    const run = await stage.run({ inputs: { 'pull-request': 'opne' } });
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.stdout).toContain('“opne” is not a value of `pull-request`. Use open or branch.');
  });
});
