import { describe, expect, it } from 'vitest';
import type { WorkflowEvent } from '../local-github/events.ts';
import { type Fault, isWrite, type RecordedRequest } from '../local-github/faults.ts';
import { killActionAt } from '../runner/run-action.ts';
import type { ActionRun } from '../runner/step.ts';
import { sampleOf } from '../thorough.ts';
import { repository, type Stage } from './stage.ts';

/** A run, to be disturbed at each of its requests; what there is before it, and what people see in the end. */
export interface Scene<State> {
  /** A stage that is not closed by itself. */
  readonly set: () => Promise<Stage>;
  readonly event: (stage: Stage) => Promise<WorkflowEvent>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly endState: (stage: Stage) => Promise<State>;
}

/** What comes of a scene when nothing goes wrong. */
export interface Calm<State> {
  readonly state: State;
  /** In order; the first is number 1 of the run. */
  readonly requests: readonly RecordedRequest[];
}

/** Plays a scene as it should go; a second run must change nothing. Works while tests are collected, too. */
export async function playCalmly<State>(scene: Scene<State>): Promise<Calm<State>> {
  return onStage(scene, async (stage, run) => {
    const before = stage.github.requests.length;
    const first = await run();
    expect(first, first.stdout).toMatchObject({ exitCode: 0 });
    const requests = stage.github.requests.slice(before);
    const state = await scene.endState(stage);
    await run();
    expect(await scene.endState(stage)).toEqual(state);
    return { state, requests };
  });
}

/** What can go wrong at any request, each with a name. */
export const faults: readonly (readonly [string, Fault])[] = [
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['500, though it was carried out', { kind: 'status', status: 500, carriedOut: true }],
  ['a rate limit that is used up', { kind: 'rate-limit' }],
  ['a secondary limit', { kind: 'secondary-limit' }],
  ['429', { kind: 'too-many-requests' }],
  ['a web page', { kind: 'html' }],
  ['a web page, though it was carried out', { kind: 'html', carriedOut: true }],
  ['JSON of another shape', { kind: 'wrong-shape' }],
  ['a closed connection', { kind: 'closed' }],
];

/** A request of a run by its number there, from 1, with a name for a test. */
export type Numbered = readonly [nth: number, name: string];

/** The requests of a run by their numbers. */
export function numbered(requests: readonly RecordedRequest[]): Numbered[] {
  return requests.map(({ method, path }, index) => [
    index + 1,
    `${method} ${path.replace(/\?.*/, '').replace(/[0-9a-f]{40}/g, '…')}`,
  ]);
}

/** Those that change something. */
export function writesAmong(requests: readonly RecordedRequest[]): Numbered[] {
  return numbered(requests).filter((_, index) => {
    const request = requests[index];
    return request !== undefined && isWrite(request);
  });
}

/**
 * A test for each request: the run ends there, before GitHub got it or once GitHub carried it out, and another run must lead
 * where a calm one does. The sample is every request that changes something, and some of the others.
 */
export function itSurvivesKills<State>(
  scene: Scene<State>,
  { state, requests }: Calm<State>,
  {
    among = numbered(requests),
    kill = killActionAt,
  }: { readonly among?: readonly Numbered[]; readonly kill?: typeof killActionAt } = {},
): void {
  const writes = new Set(writesAmong(requests).map(([nth]) => nth));
  describe.each(['before', 'after'] as const)('the run ends right %s a request', (moment) => {
    // Between two writes nothing is left behind: right before one is the same as right after the one before it.
    const reads = sampleOf(
      among.filter(([nth]) => moment === 'before' || !writes.has(nth)),
      { every: 5 },
    );
    const chosen = new Set([
      ...reads,
      ...(moment === 'after' ? among.filter(([nth]) => writes.has(nth)) : []),
    ]);
    it.each(among.filter((each) => chosen.has(each)))('%i: %s', (nth) =>
      onStage(scene, async (stage, run) => {
        const request = {
          github: stage.github,
          repository,
          event: await scene.event(stage),
          inputs: scene.inputs ?? {},
        };
        const ended = await kill(request, stage.github.requests.length + nth, moment);
        expect(ended.exitCode, 'the run made no such request').toBeNull();
        const second = await run();
        expect(second, second.stdout).toMatchObject({ exitCode: 0 });
        expect(await scene.endState(stage)).toEqual(state);
      }),
    );
  });
}

/**
 * A test for each request and each fault: the run completes, or says in one sentence what is wrong, and another run must lead where
 * a calm one does. The sample is one request in five for each fault, so that each request meets two of ten faults.
 */
export function itSurvivesFaults<State>(
  scene: Scene<State>,
  { state, requests }: Calm<State>,
  kinds: typeof faults = faults,
  among: readonly Numbered[] = numbered(requests),
): void {
  describe.each(kinds.map(([name, fault], index) => ({ name, fault, index })))(
    'GitHub answers with $name',
    ({ fault, index }) => {
      it.each(sampleOf(among, { every: 5, from: index }))('%i: %s', (nth) =>
        onStage(scene, async (stage, run) => {
          stage.github.fault({ nth: stage.github.requests.length + nth }, fault);
          const disturbed = await run();
          expect(disturbed.stdout + disturbed.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
          const errors = disturbed.annotations.filter(({ command }) => command === 'error');
          expect(errors).toHaveLength(disturbed.exitCode === 0 ? 0 : 1);
          const second = await run();
          expect(second, second.stdout).toMatchObject({ exitCode: 0 });
          expect(await scene.endState(stage)).toEqual(state);
        }),
      );
    },
  );
}

async function onStage<Result>(
  { set, event, inputs = {} }: Pick<Scene<unknown>, 'set' | 'event' | 'inputs'>,
  act: (stage: Stage, run: () => Promise<ActionRun>) => Promise<Result>,
): Promise<Result> {
  const stage = await set();
  try {
    return await act(stage, async () => stage.run({ event: await event(stage), inputs }));
  } finally {
    await stage.close();
  }
}
