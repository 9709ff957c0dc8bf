import { describe, expect, it } from 'vitest';
import { commentEvent } from '../../local-github/events.ts';
import { killActionAt, startAction } from '../../runner/run-action.ts';
import { ongoingIncident, say } from '../conversing.ts';
import { faults, forEachRequest, upTo } from '../disturbances.ts';
import { owner, repo, repository, type Stage, setStage } from '../stage.ts';

/** Three commands that are carried out, one of which makes an issue, a mistake, and somebody who is not trusted. */
async function setCommanded(): Promise<Stage> {
  const stage = await setStage({ labels: ['incident'], roles: { mona: 'write' } });
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

async function undisturbed() {
  const stage = await setCommanded();
  const run = await stage.run({ event: await eventOf(stage) });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { 'actions-created': '1' } });
  const requests = stage.github.requests.length;
  const state = await endState(stage);
  await stage.run({ event: await eventOf(stage) });
  expect(await endState(stage)).toEqual(state);
  await stage.close();
  return { state, requests };
}

const done = '- 2024-10-14 10:45 Paged\n';

describe('lesson 35: a run with three commands carries each out exactly once, whatever happens on the way', () => {
  it.each(['before', 'after'] as const)('the process ends right %s a request', async (moment) => {
    const { state, requests } = await undisturbed();
    const [body] = state.issues.map((issue) => issue.body ?? '');
    expect(body).toContain(`### Context\n\n${done}\n### Resolution`);
    expect(body).toContain('### Repaired\n\n2024-10-14 11:00\n');
    expect(body).toContain('### Review actions\n\n- Alert on it (#2)\n');
    expect(state.comments.filter((comment) => comment.includes('reply to='))).toHaveLength(1);
    await forEachRequest(upTo(requests), async (nth) => {
      const stage = await setCommanded();
      const request = { github: stage.github, repository, event: await eventOf(stage) };
      const ended = await killActionAt(request, nth, moment);
      expect(ended.exitCode).toBeNull();
      const run = await stage.run({ event: await eventOf(stage) });
      expect(run, run.stdout).toMatchObject({ exitCode: 0 });
      expect(await endState(stage), `${moment} request ${nth}`).toEqual(state);
      await stage.close();
    });
  });

  it.each(faults.filter(([name]) => /carried out|secondary|closed/.test(name)))(
    'lessons 36, 37, 41: GitHub answers with %s',
    async (_, fault) => {
      const { state, requests } = await undisturbed();
      await forEachRequest(upTo(requests), async (nth) => {
        const stage = await setCommanded();
        stage.github.fault({ nth }, fault);
        const disturbed = await stage.run({ event: await eventOf(stage) });
        expect(disturbed.stdout + disturbed.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
        const errors = disturbed.annotations.filter((annotation) => annotation.command === 'error');
        expect(errors).toHaveLength(disturbed.exitCode === 0 ? 0 : 1);
        const run = await stage.run({ event: await eventOf(stage) });
        expect(run, run.stdout).toMatchObject({ exitCode: 0 });
        expect(await endState(stage), `request ${nth}`).toEqual(state);
        await stage.close();
      });
    },
  );

  it('lesson 29: two runs at the same moment write the text once each at most, and nothing twice into it', async () => {
    const { state } = await undisturbed();
    const stage = await setCommanded();
    const request = { github: stage.github, repository, event: await eventOf(stage) };
    await Promise.all([startAction(request).done, startAction(request).done]);
    const last = await stage.run({ event: await eventOf(stage) });
    expect(last, last.stdout).toMatchObject({ exitCode: 0 });
    const { issues } = await endState(stage);
    const body = issues[0]?.body?.replace(/\(#\d+\)/, '(#2)');
    expect(body).toBe(state.issues[0]?.body);
  });
});
