import { describe, expect, it } from 'vitest';
import { otherEvent, scheduleEvent } from '../../local-github/events.ts';
import { killBundleAt, startBundle } from '../../runner/run-bundle.ts';
import type { ActionRun } from '../../runner/step.ts';
import { command, commentsOn, ongoingIncident, say } from '../conversing.ts';
import {
  logPath,
  openStage,
  owner,
  repairedIncident,
  repo,
  repository,
  type Stage,
  setStage,
} from '../stage.ts';
import { itSurvivesKills, playCalmly, writesAmong } from '../sweep.ts';

type Request = NonNullable<Parameters<Stage['run']>[0]>;

/** Two incidents, one of which needs fixing. */
async function setIncidents(): Promise<Stage> {
  const stage = await setStage({ labels: ['incident'], roles: { mona: 'write' } });
  await stage.file({ ...repairedIncident, 'review-actions': '- Alert earlier (@mona, due 2020-01-01)' });
  await stage.file({ ...repairedIncident, resolved: '14.43' }, { title: 'A wrong time: 100 %, ::error::' });
  return stage;
}

const wrongLog = `## Q4 2024

### Incident on 2024-10-14 - Sign-ins fail

- First detected: 2024-10-14 10:30
- Repaired: 2024-10-15 11:29
- **Time to repair**: 24h 10m
`;

const scenes: readonly (readonly [
  string,
  () => Promise<Stage>,
  (stage: Stage) => Promise<Request>,
  number,
])[] = [
  ['a first run', setIncidents, async () => ({ inputs: { timezone: 'Europe/London' } }), 0],
  ['a dry run', setIncidents, async () => ({ inputs: { 'dry-run': 'true' } }), 0],
  ['problems that fail the run', setIncidents, async () => ({ inputs: { 'fail-on-problems': 'true' } }), 1],
  [
    'a scheduled run',
    setIncidents,
    async ({ github }) => ({ event: await scheduleEvent(github, repository) }),
    0,
  ],
  ['a misspelt input', setStage, async () => ({ inputs: { mode: 'adit' } }), 1],
  ['a wrong time zone', setStage, async () => ({ inputs: { timezone: 'Mars/Olympus' } }), 1],
  ['a token that GitHub refuses', setStage, async () => ({ inputs: { token: 'wrong' } }), 1],
  [
    'an event that concerns nobody',
    setStage,
    async ({ github }) => ({
      event: await otherEvent(github, repository, 'pull_request', owner, { action: 'closed' }),
    }),
    0,
  ],
  [
    'an audit of a log with mistakes',
    () => setStage({ files: { [logPath]: wrongLog } }),
    async () => ({ inputs: { mode: 'audit' } }),
    1,
  ],
  [
    'an audit of a log without',
    () => setStage({ files: { [logPath]: wrongLog.replace('24h 10m', '24h 59m') } }),
    async () => ({ inputs: { mode: 'audit' } }),
    0,
  ],
];

/** What the runner and people see of a run. */
function seenOf({ exitCode, stdout, stderr, annotations, outputs, summary }: ActionRun) {
  return { exitCode, stdout, stderr, annotations, outputs, summary };
}

describe('the bundle does what the sources do, seen from outside', () => {
  it.each(scenes)('%s', async (_, set, request, exitCode) => {
    const [one, other] = [await set(), await set()];
    const bundled = seenOf(await one.runBundle(await request(one)));
    expect(bundled).toEqual(seenOf(await other.run(await request(other))));
    expect(bundled.exitCode).toBe(exitCode);
    expect(one.github.requests.map(({ method, path }) => `${method} ${path}`).length).toBe(
      other.github.requests.length,
    );
    expect(await one.log()).toBe(await other.log());
  });

  it('a command in a comment', async () => {
    const texts = [];
    for (const how of ['run', 'runBundle'] as const) {
      const stage = await setStage();
      const { number } = await stage.file(ongoingIncident);
      const run = await command({ ...stage, run: stage[how] }, number, '/repaired 2024-10-14 11:00');
      expect(run.exitCode).toBe(0);
      texts.push([run.stdout, await stage.log()]);
    }
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[0]?.[1]).toContain('0h 30m');
  });
});

describe('the zone of the machine', () => {
  it.each(['Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu'])('%s changes nothing', async (timezone) => {
    const [one, other] = [await setIncidents(), await setIncidents()];
    const inputs = { timezone: 'Europe/London' };
    const bundled = await one.runBundle({ inputs, timezone });
    expect(seenOf(bundled)).toEqual(seenOf(await other.run({ inputs })));
    expect(await one.log()).toBe(await other.log());
  });
});

describe('time that really passes', () => {
  it.concurrent('a request that GitHub never answers is given up, and asked again', async ({
    expect,
    onTestFinished,
  }) => {
    const stage = await openStage();
    onTestFinished(stage.close);
    await stage.file();
    stage.github.fault({ method: 'GET', path: /\/issues\?/ }, { kind: 'hang' });
    expect(await stage.runBundle()).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
  });

  it.concurrent('limits are waited for, and what failed is tried again later', async ({
    expect,
    onTestFinished,
  }) => {
    const stage = await openStage();
    onTestFinished(stage.close);
    await stage.file();
    stage.github.fault({ method: 'GET', path: /\/issues\?/ }, { kind: 'too-many-requests' });
    stage.github.fault({ path: /\/git\/trees/ }, { kind: 'secondary-limit' });
    stage.github.fault({ path: /\/git\/commits/ }, { kind: 'status', status: 502 });
    const begin = performance.now();
    const run = await stage.runBundle();
    expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
    expect(run.stdout.match(/rate limit was reached at .*; going on in 1 s\./g)).toHaveLength(2);
    expect(performance.now() - begin).toBeGreaterThan(3000);
  });
});

it('lesson 29: two at the same moment and one more leave one pull request, and carry a command out once', async () => {
  const stage = await setStage();
  const { number } = await stage.file(ongoingIncident);
  await say(stage, number, '/timeline 2024-10-14 10:45 Paged');
  const request = { github: stage.github, repository, event: await scheduleEvent(stage.github, repository) };
  await Promise.all([startBundle(request).done, startBundle(request).done]);
  expect(await stage.run()).toMatchObject({ exitCode: 0 });
  expect(await stage.pullRequests()).toHaveLength(1);
  const { body } = (await stage.github.as(owner).rest.issues.get({ owner, repo, issue_number: number })).data;
  expect(body?.match(/Paged/g)).toHaveLength(1);
});

describe('lesson 35: a process that is killed', async () => {
  const scene = {
    async set() {
      const stage = await openStage({ labels: ['incident'], roles: { mona: 'write' } });
      await stage.file({ ...repairedIncident, 'review-actions': '- Alert earlier (@mona)' });
      return stage;
    },
    event: (stage: Stage) => stage.event('edited', 1),
    async endState(stage: Stage) {
      const { rest } = stage.github.as(owner);
      const { data } = await rest.issues.listForRepo({ owner, repo, state: 'all' });
      return {
        issues: data.map(({ number, title, body, labels }) => ({
          number,
          title,
          body,
          labels: labels.length,
        })),
        comments: (await commentsOn(stage, 1)).length,
        log: await stage.log(),
      };
    },
  };
  const calm = await playCalmly(scene);
  itSurvivesKills(scene, calm, { among: writesAmong(calm.requests), kill: killBundleAt });
});
