import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readActionDefinition } from './action-yml.ts';
import { type ActionRun, killAt, prepareStep, type RunningAction, type StepRequest } from './step.ts';

export interface BundleRequest extends StepRequest {
  /** TZ of the machine. */
  readonly timezone?: string;
  /** Where action.yml is; this repository unless told otherwise. */
  readonly directory?: string;
  /** Node's own options. */
  readonly nodeOptions?: readonly string[];
}

/** Runs the built action to its end. */
export function runBundle(request: BundleRequest): Promise<ActionRun> {
  return startBundle(request).done;
}

/** As {@link killAt}. */
export function killBundleAt(
  request: BundleRequest,
  nth: number,
  moment: 'before' | 'after',
): Promise<ActionRun> {
  return killAt(request, () => startBundle(request), nth, moment);
}

/** Starts the action as the runner does: a child process of `node` and the built script. */
export function startBundle(request: BundleRequest): RunningAction {
  const directory = request.directory ?? join(import.meta.dirname, '../..');
  const definition = readActionDefinition(directory);
  const step = prepareStep(request, definition);
  const child = spawn(process.execPath, [...(request.nodeOptions ?? []), join(directory, definition.main)], {
    cwd: step.folder,
    env: { ...step.environment, ...(request.timezone === undefined ? {} : { TZ: request.timezone }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    done: finish(child, request.timeLimitMs ?? 60_000).then(step.end),
    kill: () => void child.kill('SIGKILL'),
  };
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function finish(child: ChildProcess, timeLimitMs: number): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, timeLimitMs);
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      const stdout = Buffer.concat(out).toString('utf8');
      const stderr = Buffer.concat(err).toString('utf8');
      if (isLate)
        reject(new Error(`The action was still running after ${timeLimitMs} ms.\n${stdout}\n${stderr}`));
      else resolve({ exitCode, stdout, stderr });
    });
  });
}
