import { describe, expect, it } from 'vitest';
import { compareUrlOf } from '../../../src/github/pull-request.ts';
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

async function runGreen(stage: Stage) {
  const run = await stage.run();
  expect(run, run.stdout + run.stderr).toMatchObject({ exitCode: 0 });
  return run.outputs;
}

/** A repository with one incident, whose log waits in a pull request. */
async function withPullRequest() {
  const stage = await setStage();
  const issue = await stage.file();
  expect(await runGreen(stage)).toMatchObject({ result: 'created' });
  return { stage, issue };
}

const later = { ...repairedIncident, 'first-detected': '2024-11-14 10:30', repaired: '', resolved: '' };

it('lesson 67: a merge queue that merged an older head leaves exactly the rest to propose', async () => {
  const { stage } = await withPullRequest();
  const { rest } = stage.github.as(owner);
  const older = await stage.github.tipOf(repository, branch);
  await stage.file(later, { title: 'Search was slow' });
  expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
  await rest.repos.merge({ owner, repo, base: 'main', head: older ?? '' });
  expect(await stage.log('main')).not.toContain('Search was slow');

  const run = await stage.run();
  expect(run.exitCode).toBe(0);
  expect(await stage.log()).toContain('Search was slow');
  const [pullRequest, ...others] = await stage.pullRequests();
  expect(others).toEqual([]);
  expect(pullRequest).toMatchObject({ state: 'open' });
  // The description names the entry that is left, and not the one that was merged.
  expect(pullRequest?.body).toContain('Search was slow');
  expect(pullRequest?.body).not.toContain('Onboarding mechanism');
  expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
});

it('lesson 68: a formatter that commits on the branch is answered once, and the runs come to rest', async () => {
  const { stage, issue } = await withPullRequest();
  const log = (await stage.log()) ?? '';
  // As Prettier sets a list: no blank lines between its items.
  const files = { [logPath]: log.replaceAll(/\n\n(?=- )/g, '\n') };
  const theirs = await stage.github.commitFiles({ repository, branch, login: 'octo', files });
  await runGreen(stage);
  const settled = (await stage.github.tipOf(repository, branch)) ?? '';
  // The formatter's commit stays in the history.
  const place = { owner, repo, commit_sha: settled };
  const { data } = await stage.github.as(owner).rest.git.getCommit(place);
  expect(data.parents.map(({ sha }) => sha)).toEqual([theirs]);
  for (let run = 1; run <= 2; run += 1) expect(await runGreen(stage)).toMatchObject({ result: 'unchanged' });
  expect(await stage.github.tipOf(repository, branch)).toBe(settled);

  await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
  expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
  expect(await stage.log()).toContain('26h 10m');
});

it('lesson 70: whose a branch is does not rest on a comparison that lists 300 files and 250 commits at most', async () => {
  const { stage, issue } = await withPullRequest();
  // The base goes another way, so that hundreds of files and commits stand between it and the branch.
  const files = Object.fromEntries(
    Array.from({ length: 301 }, (_, index) => [`docs/${index}.md`, `${index}`]),
  );
  await stage.github.commitFiles({ repository, branch: 'main', files });
  await stage.answer(issue.number, { ...repairedIncident, resolved: '2024-10-15 12:40' });
  expect(await runGreen(stage)).toMatchObject({ result: 'updated' });
  expect(await stage.log()).toContain('26h 10m');
  expect(await stage.github.readFile(repository, 'docs/300.md', branch)).toBe('300');
  const [pullRequest] = await stage.pullRequests();
  const { data } = await stage.github
    .as(owner)
    .rest.pulls.listFiles({ owner, repo, pull_number: pullRequest?.number ?? 0 });
  expect(data.map(({ filename }) => filename)).toEqual([logPath]);
});

describe('lesson 78: a link that fills in a pull request', () => {
  it.each(['a', '”', '🙂', '%'])('is short enough for GitHub with the longest title of %s', (character) => {
    // GitHub takes titles of 256 characters, and answers 414 to an address of more than 8,191 bytes.
    const title = character.repeat(256 / character.length);
    const url = compareUrlOf(`https://github.com/${'o'.repeat(39)}/${'r'.repeat(100)}`, {
      base: 'b'.repeat(200),
      branch: `incident-log/${'b'.repeat(200)}`,
      title,
    });
    expect(Buffer.byteLength(url)).toBeLessThanOrEqual(8191);
    expect(new URL(url).searchParams.get('title')).toBe(title);
  });
});
