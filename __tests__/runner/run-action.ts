import { join } from 'node:path';
import * as core from '@actions/core';
import type { Core } from '../../src/action/io.ts';
import { main } from '../../src/action/main.ts';
import type { Clock } from '../../src/github/clock.ts';
import { readActionDefinition } from './action-yml.ts';
import { createClock } from './clock.ts';
import { type ActionRun, killAt, prepareStep, type RunningAction, type StepRequest } from './step.ts';

const definition = readActionDefinition(join(import.meta.dirname, '../..'));

export interface ActionRequest extends StepRequest {
  /** What the run takes for the time; one on which nothing waits unless told otherwise. */
  readonly clock?: Clock;
  /** What carries its requests; the network unless told otherwise. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Runs the action to its end. */
export function runAction(request: ActionRequest): Promise<ActionRun> {
  return startAction(request).done;
}

/** As {@link killAt}. */
export function killActionAt(
  request: ActionRequest,
  nth: number,
  moment: 'before' | 'after',
): Promise<ActionRun> {
  return killAt(request, () => startAction(request), nth, moment);
}

/**
 * Starts the action from its sources, in this process, several at once if need be. Where it waits, its clock goes on at once.
 * When it is killed, no request of it reaches GitHub any more, and nothing that it waits for ever comes.
 */
export function startAction(request: ActionRequest): RunningAction {
  const step = prepareStep(request, definition);
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>();
  let isOver = false;
  let stdout = '';
  const write = (text: string) => {
    if (!isOver) stdout += text;
  };
  const whileAlive = <Result>(begin: () => Promise<Result>): Promise<Result> =>
    new Promise((settle, fail) => {
      if (isOver) return;
      begin().then(
        (result) => isOver || settle(result),
        (error) => isOver || fail(error),
      );
    });
  const { now, wait, second } = request.clock ?? createClock();
  const run = main(step.environment, {
    write,
    fetch: (...args) => whileAlive(() => (request.fetch ?? fetch)(...args)),
    clock: { now, wait: (milliseconds) => whileAlive(() => wait(milliseconds)), second },
    loadCore: async () => coreIn(step.environment, write),
  });
  run.then(resolve, reject);
  const limit = request.timeLimitMs ?? 60_000;
  const timer = setTimeout(
    () => reject(new Error(`The action was still running after ${limit} ms.\n${stdout}`)),
    limit,
  );
  const done = ended
    .finally(() => {
      isOver = true;
      clearTimeout(timer);
    })
    .then((exitCode) => step.end({ exitCode, stdout, stderr: '' }));
  return {
    done,
    kill() {
      isOver = true;
      resolve(null);
    },
  };
}

/** The functions of npm `@actions/core` as if this process had another environment and standard output while they work. */
function coreIn(environment: Readonly<Record<string, string>>, write: (text: string) => void): Core {
  const inside =
    <Arguments extends readonly unknown[]>(act: (...args: Arguments) => void) =>
    (...args: Arguments) => {
      const { env, stdout } = process;
      const { write: writeOut } = stdout;
      process.env = { ...environment };
      stdout.write = (text: string | Uint8Array) => {
        write(`${text}`);
        return true;
      };
      try {
        act(...args);
      } finally {
        process.env = env;
        stdout.write = writeOut;
      }
    };
  return {
    error: inside(core.error),
    notice: inside(core.notice),
    setOutput: inside(core.setOutput),
    warning: inside(core.warning),
  };
}
