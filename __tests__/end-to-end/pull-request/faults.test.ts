import { describe, expect, it } from 'vitest';
import { dispatchEvent } from '../../local-github/events.ts';
import { branch, openStage, owner, repairedIncident, repo, repository, type Stage } from '../stage.ts';
import { itSurvivesFaults, itSurvivesKills, playCalmly, type Scene } from '../sweep.ts';

/** Everything that a first run makes: labels, a label on an issue, a branch, a pull request with a label. */
const inputs = { 'pr-labels': 'log', timezone: 'Europe/London' };

async function setFirstRun(): Promise<Stage> {
  const stage = await openStage({ labels: ['incident'] });
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

const event = (stage: Stage) => dispatchEvent(stage.github, repository, owner);

describe('lesson 41: whatever goes wrong at any request, a second run ends where an undisturbed one does', async () => {
  const scene: Scene<unknown> = { set: setFirstRun, event, inputs, endState };
  const calm = await playCalmly(scene);
  itSurvivesFaults(scene, calm);
  itSurvivesKills(scene, calm);
});

describe('a withdrawal that is cut short', async () => {
  const scene = {
    async set() {
      const stage = await openStage();
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
    },
    event,
    inputs,
    endState: async (stage: Stage) => ({
      ...(await endState(stage)),
      tip: await stage.github.tipOf(repository, branch),
    }),
  };
  const calm = await playCalmly(scene);

  it('ends without a branch, and the pull request closed with a comment', () => {
    expect(calm.state).toMatchObject({
      pullRequests: [{ state: 'closed' }],
      comments: [1],
      log: null,
      tip: null,
    });
  });
  itSurvivesKills(scene, calm);
});
