import { expect, it } from 'vitest';
import { branch, owner, repairedIncident, repo, repository, setStage } from '../stage.ts';

const inputs = { 'chart-path': 'docs/incidents.svg' };

it('a chart comes with the log, in one pull request and one commit, and rests', async () => {
  const stage = await setStage();
  const { number } = await stage.file(repairedIncident, { title: 'Sign-in <fails> & "breaks"' });
  expect(await stage.run({ inputs })).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
  const chart = await stage.github.readFile(repository, 'docs/incidents.svg', branch);
  expect(chart).toMatch(/^<svg [^>]*class="incident-chart"/);
  expect(chart).toContain(`href="https://github.com/${repository}/issues/${number}"`);
  expect(chart).toContain('Sign-in &lt;fails&gt; &amp;');
  const { data } = await stage.github
    .as(owner)
    .rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `main...${branch}` });
  expect(data.commits).toHaveLength(1);
  expect(data.commits[0]?.commit.message.match(/^Incident-Log-Blob: /gm)).toHaveLength(2);
  expect(await stage.run({ inputs })).toMatchObject({ exitCode: 0, outputs: { result: 'unchanged' } });
});

it('a chart that somebody edited on the branch is drawn anew', async () => {
  const stage = await setStage();
  await stage.file(repairedIncident);
  await stage.run({ inputs });
  const drawn = await stage.github.readFile(repository, 'docs/incidents.svg', branch);
  const files = { 'docs/incidents.svg': `${drawn}<!-- mine -->` };
  await stage.github.commitFiles({ repository, branch, files });
  expect(await stage.run({ inputs })).toMatchObject({ exitCode: 0, outputs: { result: 'updated' } });
  expect(await stage.github.readFile(repository, 'docs/incidents.svg', branch)).toBe(drawn);
});

it('a file that is no chart of ours is left as it is, in one sentence, and so is the log', async () => {
  const files = { 'docs/incidents.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n' };
  const stage = await setStage({ files });
  await stage.file(repairedIncident);
  const run = await stage.run({ inputs });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain(
    'docs/incidents.svg on main is no chart of ours, and was left as it is: set `chart-path` to another path, or delete the file.',
  );
  expect(await stage.pullRequests()).toEqual([]);
});

it('an input that names no SVG is refused', async () => {
  const stage = await setStage();
  const run = await stage.run({ inputs: { 'chart-path': 'incidents.png' } });
  expect(run).toMatchObject({ exitCode: 1 });
  expect(run.stdout).toContain(
    '“incidents.png” is no path of an SVG; set `chart-path` to one such as incidents.svg.',
  );
});

it('a chart that is given another path, or none, while the pull request is open leaves the old one', async () => {
  const stage = await setStage();
  await stage.file(repairedIncident);
  await stage.run({ inputs });
  const moved = { 'chart-path': 'incidents.svg' };
  expect(await stage.run({ inputs: moved })).toMatchObject({ exitCode: 0, outputs: { result: 'updated' } });
  expect(await stage.github.readFile(repository, 'docs/incidents.svg', branch)).toBeNull();
  expect(await stage.github.readFile(repository, 'incidents.svg', branch)).toMatch(/^<svg/);
  expect(await stage.run({ inputs: moved })).toMatchObject({ exitCode: 0, outputs: { result: 'unchanged' } });
  await stage.run();
  expect(await stage.github.readFile(repository, 'incidents.svg', branch)).toBeNull();
  expect(await stage.run()).toMatchObject({ exitCode: 0, outputs: { result: 'unchanged' } });
});

it('what a person adds on the branch stays, even if it is a copy of the chart', async () => {
  const stage = await setStage();
  await stage.file(repairedIncident);
  await stage.run({ inputs });
  const drawn = await stage.github.readFile(repository, 'docs/incidents.svg', branch);
  await stage.github.commitFiles({ repository, branch, files: { 'elsewhere.svg': drawn ?? '' } });
  expect(await stage.run({ inputs })).toMatchObject({ exitCode: 0 });
  expect(await stage.github.readFile(repository, 'elsewhere.svg', branch)).toBe(drawn);
});
