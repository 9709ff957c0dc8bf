import { describe, expect, it, onTestFinished } from 'vitest';
import { commentEvent } from '../../local-github/events.ts';
import { startAction } from '../../runner/run-action.ts';
import { ongoingIncident, say } from '../conversing.ts';
import { openStage, owner, repo, repository, type Stage } from '../stage.ts';
import { faults, itSurvivesFaults, itSurvivesKills, playCalmly, type Scene } from '../sweep.ts';

/** Three commands that are carried out, one of which makes an issue, a mistake, and somebody who is not trusted. */
async function setCommanded(): Promise<Stage> {
  const stage = await openStage({ labels: ['incident'], roles: { mona: 'write' } });
  const { number } = await stage.file(ongoingIncident);
  await say(stage, number, '/timeline 2024-10-14 10:45 Paged\n/action Alert on it', 'mona');
  await say(stage, number, '/resolved 13.00', 'mona');
  await say(stage, number, '/repaired', 'stranger');
  await say(stage, number, '/repaired 2024-10-14 11:00', 'mona');
  return stage;
}

const incident = 1;

async function eventOf(stage: Stage) {
  const comment = { body: '/repaired 2024-10-14 11:00', user: { login: 'mona' } };
  return commentEvent(
    stage.github,
    repository,
    'created',
    incident,
    comment as Parameters<typeof commentEvent>[4],
  );
}

/** What people see in the end; our comments in whatever order they were made. */
async function endState(stage: Stage) {
  const { rest } = stage.github.as(owner);
  const list = { owner, repo, state: 'all', sort: 'created', direction: 'asc', per_page: 100 } as const;
  const { data: issues } = await rest.issues.listForRepo(list);
  const { data: comments } = await rest.issues.listComments({ owner, repo, issue_number: incident });
  const { data: labels } = await rest.issues.listLabelsForRepo({ owner, repo, per_page: 100 });
  return {
    labels: labels.map(({ name }) => name).sort(),
    issues: issues.map(({ title, body, state, labels: own }) => ({
      title,
      // Which of our comments the line names depends on the order in which they were made, and the time on the clock.
      body: body?.replace(/ since=\S+/, '').replace(/ feedback=\d+/, ''),
      state,
      labels: own.map((label) => (typeof label === 'string' ? label : label.name)),
    })),
    comments: comments
      .map(({ body, reactions }) => [body, reactions?.['+1'], reactions?.confused].join(' '))
      .sort(),
    log: await stage.log(),
  };
}

const scene: Scene<Awaited<ReturnType<typeof endState>>> = { set: setCommanded, event: eventOf, endState };
const done = '- 2024-10-14 10:45 Paged\n';

describe('lessons 35 to 37, 41: a run with three commands carries each out exactly once', async () => {
  const calm = await playCalmly(scene);

  it('when nothing goes wrong', () => {
    const [body] = calm.state.issues.map((issue) => issue.body ?? '');
    expect(body).toContain(`### Context\n\n${done}\n### Resolution`);
    expect(body).toContain('### Repaired\n\n2024-10-14 11:00\n');
    expect(body).toContain('### Review actions\n\n- Alert on it (#2)\n');
    expect(calm.state.comments.filter((comment) => comment.includes('reply to='))).toHaveLength(1);
  });
  itSurvivesKills(scene, calm);
  itSurvivesFaults(
    scene,
    calm,
    faults.filter(([name]) => /carried out|secondary|closed/.test(name)),
  );

  it('lesson 29: two runs at the same moment write the text once each at most, and nothing twice into it', async () => {
    const stage = await setCommanded();
    onTestFinished(stage.close);
    const request = { github: stage.github, repository, event: await eventOf(stage) };
    await Promise.all([startAction(request).done, startAction(request).done]);
    const last = await stage.run({ event: await eventOf(stage) });
    expect(last, last.stdout).toMatchObject({ exitCode: 0 });
    const { issues } = await endState(stage);
    const body = issues[0]?.body?.replace(/\(#\d+\)/, '(#2)');
    expect(body).toBe(calm.state.issues[0]?.body);
  });
});
