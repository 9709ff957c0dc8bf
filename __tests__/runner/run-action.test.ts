import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatchEvent, type WorkflowEvent } from '../local-github/events.ts';
import { isWrite } from '../local-github/faults.ts';
import { type LocalGitHub, startLocalGitHub } from '../local-github/local-github.ts';
import { createClock } from './clock.ts';
import { killActionAt, runAction, startAction } from './run-action.ts';

const repository = 'octo/site';
let github: LocalGitHub;
let event: WorkflowEvent;

beforeEach(async () => {
  github = await startLocalGitHub();
  await github.createRepository({ name: repository });
  event = await dispatchEvent(github, repository, 'octo');
});
afterEach(() => github.close());

/** What a run that somebody starts creates first. */
const labels = async () => {
  const { data } = await github.as('octo').rest.issues.listLabelsForRepo({ owner: 'octo', repo: 'site' });
  return data.map(({ name }) => name);
};

describe('a run in this process', () => {
  it('leaves environment, standard output and exit code of the process alone', async () => {
    const before = { ...process.env };
    const { write } = process.stdout;
    const run = await runAction({ github, repository, event, inputs: { timezone: 'Mars/Olympus' } });
    expect(run).toMatchObject({
      exitCode: 1,
      annotations: [{ command: 'error' }],
      outputs: { result: 'none' },
    });
    expect(run.summary).toContain('Mars/Olympus');
    expect({ ...process.env }).toEqual(before);
    expect(process.stdout.write).toBe(write);
    expect(process.exitCode).toBeUndefined();
  });

  it('goes on beside others, each with its own inputs and outputs', async () => {
    const zones = ['UTC', 'Mars/Olympus', 'Europe/London', 'Moon/Sea'];
    const runs = await Promise.all(
      zones.map((timezone) => runAction({ github, repository, event, inputs: { timezone } })),
    );
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0, 1]);
    expect(runs[1]?.stdout).toContain('Mars/Olympus');
    expect(runs[3]?.stdout).toContain('Moon/Sea');
    for (const index of [0, 2]) expect(runs[index]?.stdout).not.toMatch(/Mars|Moon/);
  });

  it('waits for limits without taking time', async () => {
    const clock = createClock();
    const begin = clock.now();
    github.fault(
      { times: 3 },
      { kind: 'status', status: 403, message: 'You have exceeded a secondary rate limit' },
    );
    expect(await runAction({ github, repository, event, clock })).toMatchObject({ exitCode: 0 });
    expect(clock.now() - begin).toBeGreaterThanOrEqual(180_000);
  });

  it('is rejected when it does not end', async () => {
    github.fault({ times: 1000 }, { kind: 'hang' });
    await expect(runAction({ github, repository, event, timeLimitMs: 300 })).rejects.toThrow(
      'still running after 300 ms',
    );
  });

  it('that is killed does nothing any more, whatever it was waiting for', async () => {
    const running = startAction({ github, repository, event });
    running.kill();
    expect((await running.done).exitCode).toBeNull();
    const known = await labels();
    const asked = github.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(github.requests.length).toBeLessThanOrEqual(asked + 1);
    expect(await labels()).toEqual(known);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)(
    'that is killed %s the first request that changes something has changed %i things',
    async (moment, made) => {
      const calm = await startLocalGitHub();
      await calm.createRepository({ name: repository });
      await runAction({ github: calm, repository, event: await dispatchEvent(calm, repository, 'octo') });
      const nth = calm.requests.findIndex(isWrite) + 1;
      await calm.close();
      expect(nth).toBeGreaterThan(1);
      const known = await labels();
      const killed = await killActionAt({ github, repository, event }, nth, moment);
      expect(killed).toMatchObject({ exitCode: null, outputs: { result: 'none' } });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(github.requests).toHaveLength(nth);
      expect(await labels()).toHaveLength(known.length + made);
    },
  );
});
