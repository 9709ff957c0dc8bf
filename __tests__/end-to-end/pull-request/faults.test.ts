import { describe, expect, it } from 'vitest';
import { dispatchEvent } from '../../local-github/events.ts';
import { killActionAt } from '../../runner/run-action.ts';
import { faults, forEachRequest, upTo } from '../disturbances.ts';
import { branch, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

/** Everything that a first run makes: labels, a label on an issue, a branch, a pull request with a label. */
const inputs = { 'pr-labels': 'log', timezone: 'Europe/London' };

async function setFirstRun(): Promise<Stage> {
  const stage = await setStage({ labels: ['incident'] });
  await stage.file();
  await stage.file({ ...repairedIncident, resolved: '' }, { title: 'Another' });
  // Its author's permission is asked for.
  await stage.file(repairedIncident, { title: 'A stranger’s', login: 'stranger' });
  return stage;
}

/** What people see in the end, without names that depend on time. */
async function endState(stage: Stage) {
  const { rest } = stage.github.as(owner);
  const { data: labels } = await rest.issues.listLabelsForRepo({ owner, repo, per_page: 100 });
  const pullRequests = await stage.pullRequests();
  const comments = await Promise.all(
    pullRequests.map(({ number }) => rest.issues.listComments({ owner, repo, issue_number: number })),
  );
  return {
    labels: labels.map(({ name }) => name).sort(),
    pullRequests: pullRequests.map(({ state, title, body, labels }) => ({
      state,
      title,
      body,
      labels: labels.map(({ name }) => name),
    })),
    comments: comments.map(({ data }) => data.length),
    log: await stage.log(),
    logOnMain: await stage.log('main'),
  };
}

const undisturbed = async () => {
  const stage = await setFirstRun();
  const run = await stage.run({ inputs });
  expect(run, run.stdout).toMatchObject({ exitCode: 0 });
  return { state: await endState(stage), requests: stage.github.requests.length };
};

/** A run either completes or says in one sentence what is wrong; it never prints a stack trace. */
async function settle(stage: Stage): Promise<void> {
  const run = await stage.run({ inputs });
  expect(run.stdout + run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  const errors = run.annotations.filter(({ command }) => command === 'error');
  expect(errors).toHaveLength(run.exitCode === 0 ? 0 : 1);
}

describe('lesson 41: whatever goes wrong at any request, a second run ends where an undisturbed one does', () => {
  it.each(faults)('GitHub answers with %s', async (_, fault) => {
    const expected = await undisturbed();
    await forEachRequest(upTo(expected.requests), async (nth) => {
      const stage = await setFirstRun();
      stage.github.fault({ nth }, fault);
      await settle(stage);
      const run = await stage.run({ inputs });
      expect(run, run.stdout).toMatchObject({ exitCode: 0 });
      expect(await endState(stage), `request ${nth}`).toEqual(expected.state);
      await stage.close();
    });
  });

  it.each(['before', 'after'] as const)('the process ends right %s a request', async (moment) => {
    const expected = await undisturbed();
    await forEachRequest(upTo(expected.requests), async (nth) => {
      const stage = await setFirstRun();
      const event = await dispatchEvent(stage.github, repository, owner);
      const ended = await killActionAt({ github: stage.github, repository, event, inputs }, nth, moment);
      expect(ended.exitCode).toBeNull();
      const run = await stage.run({ inputs });
      expect(run, run.stdout).toMatchObject({ exitCode: 0 });
      expect(await endState(stage), `request ${nth}`).toEqual(expected.state);
      await stage.close();
    });
  });
});

describe('a withdrawal that is cut short', () => {
  it.each(['before', 'after'] as const)(
    'ends the same when the process ends right %s a request',
    async (moment) => {
      const withdraw = async () => {
        const stage = await setStage();
        const issue = await stage.file();
        await stage.run({ inputs });
        await stage.github.as(owner).rest.issues.update({
          owner,
          repo,
          issue_number: issue.number,
          state: 'closed',
          state_reason: 'not_planned',
        });
        return stage;
      };
      const calm = await withdraw();
      const before = calm.github.requests.length;
      await calm.run({ inputs });
      const expected = { state: await endState(calm), requests: calm.github.requests.length - before };
      expect(expected.state).toMatchObject({ pullRequests: [{ state: 'closed' }], comments: [1], log: null });
      await forEachRequest(upTo(expected.requests), async (nth) => {
        const stage = await withdraw();
        const event = await dispatchEvent(stage.github, repository, owner);
        const at = stage.github.requests.length + nth;
        const ended = await killActionAt({ github: stage.github, repository, event, inputs }, at, moment);
        expect(ended.exitCode).toBeNull();
        await stage.run({ inputs });
        expect(await endState(stage), `request ${nth}`).toEqual(expected.state);
        expect(await stage.github.tipOf(repository, branch)).toBeNull();
        await stage.close();
      });
    },
  );
});

it('a request that GitHub never answers is given up, and asked again', async () => {
  const stage = await setFirstRun();
  stage.github.fault({ method: 'GET', path: /\/issues\?/ }, { kind: 'hang' });
  expect(await stage.run({ inputs })).toMatchObject({ exitCode: 0 });
});
