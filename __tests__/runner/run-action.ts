import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowEvent } from '../local-github/events.ts';
import { type LocalGitHub, workflowBot } from '../local-github/local-github.ts';
import { evaluateDefault, readActionDefinition } from './action-yml.ts';
import { readCommands, readOutputs, type WorkflowCommand } from './runner-files.ts';

export interface ActionRequest {
  readonly github: LocalGitHub;
  /** `owner/name`. */
  readonly repository: string;
  readonly event: WorkflowEvent;
  /** `with:` of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** More environment, as a workflow's `env:`. */
  readonly env?: Readonly<Record<string, string>>;
  /** TZ of the machine. */
  readonly timezone?: string;
  /** Where action.yml is; this repository unless told otherwise. */
  readonly directory?: string;
  /** After so long it counts as hung, is ended, and the run is rejected; 60 seconds unless told otherwise. */
  readonly timeLimitMs?: number;
}

/** What the runner sees of a step that has ended. */
export interface ActionRun {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Errors, warnings and notices, in order. */
  readonly annotations: readonly WorkflowCommand[];
  /** Every command that the runner would obey, annotations included. */
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What it wrote to the step summary. */
  readonly summary: string;
}

export interface RunningAction {
  readonly done: Promise<ActionRun>;
  /** Ends the process at once, as a cancelled job or a lost runner does. */
  kill(): void;
}

/** Runs the action to its end. */
export function runAction(request: ActionRequest): Promise<ActionRun> {
  return startAction(request).done;
}

/**
 * Runs the action and ends its process at the nth request of a bot: before GitHub got it, or once GitHub carried it out.
 * A run that makes fewer requests ends as it does.
 */
export function killActionAt(
  request: ActionRequest,
  nth: number,
  moment: 'before' | 'after',
): Promise<ActionRun> {
  request.github.fault({ nth }, { kind: 'closed', ...(moment === 'after' ? { carriedOut: true } : {}) });
  const running = startAction(request);
  request.github.onRequest(nth, moment, running.kill);
  return running.done;
}

/**
 * Starts the action as the runner does: a child process of `node` and the built script, with inputs, event and context in
 * its environment and nothing of ours but PATH and HOME.
 */
export function startAction(request: ActionRequest): RunningAction {
  const directory = request.directory ?? join(import.meta.dirname, '../..');
  const definition = readActionDefinition(directory);
  const folder = mkdtempSync(join(tmpdir(), 'incident-log-run-'));
  const file = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const paths = {
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(request.event.payload)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    RUNNER_TEMP: folder,
  };
  const context = contextOf(request);
  const child = spawn(process.execPath, [join(directory, definition.main)], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...(request.timezone === undefined ? {} : { TZ: request.timezone }),
      ...Object.fromEntries(
        Object.entries(context).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]),
      ),
      ...paths,
      ...inputEnvironment(definition.inputs, request, context),
      ...request.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const done = finish(child, request.timeLimitMs ?? 60_000).then((ended): ActionRun => {
    const commands = readCommands(ended.stdout);
    const isAnnotation = ({ command }: WorkflowCommand): boolean =>
      ['error', 'warning', 'notice'].includes(command);
    return {
      ...ended,
      commands,
      annotations: commands.filter(isAnnotation),
      outputs: readOutputs(readFileSync(paths.GITHUB_OUTPUT, 'utf8')),
      summary: readFileSync(paths.GITHUB_STEP_SUMMARY, 'utf8'),
    };
  });
  const cleared = done.finally(() => rmSync(folder, { recursive: true, force: true }));
  return { done: cleared, kill: () => void child.kill('SIGKILL') };
}

/** The `github` context, which the runner also gives as GITHUB_… variables (docs.github.com, "Variables reference"). */
function contextOf({ github, repository, event }: ActionRequest): Readonly<Record<string, string>> {
  const [owner = ''] = repository.split('/');
  return {
    actions: 'true',
    action: '__self',
    actor: event.actor,
    api_url: github.url,
    base_ref: '',
    event_name: event.name,
    graphql_url: `${github.url}/graphql`,
    head_ref: '',
    job: 'incident-log',
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(?:heads|tags)\//, ''),
    ref_type: 'branch',
    repository,
    repository_owner: owner,
    run_attempt: '1',
    run_id: '1658821493',
    run_number: '3',
    server_url: github.serverUrl,
    sha: event.sha,
    triggering_actor: event.actor,
    workflow: 'Incident log',
    workspace: tmpdir(),
  };
}

/** INPUT_ and the name in capitals with `_` for spaces; hyphens stay. Every input is there, empty when nothing is given. */
function inputEnvironment(
  defaults: ReadonlyMap<string, string>,
  { github, inputs = {} }: ActionRequest,
  context: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = { ...context, token: github.tokenOf(workflowBot) };
  const values = new Map([...defaults].map(([name, text]) => [name, evaluateDefault(text, known)]));
  for (const [name, value] of Object.entries(inputs)) values.set(name, value);
  return Object.fromEntries(
    [...values].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
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
