import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowEvent } from '../local-github/events.ts';
import { type LocalGitHub, workflowBot } from '../local-github/local-github.ts';
import { type ActionDefinition, evaluateDefault } from './action-yml.ts';
import { readCommands, readOutputs, type WorkflowCommand } from './runner-files.ts';

/** A step of a workflow that uses the action. */
export interface StepRequest {
  readonly github: LocalGitHub;
  /** `owner/name`. */
  readonly repository: string;
  readonly event: WorkflowEvent;
  /** `with:` of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** More environment, as a workflow's `env:`. */
  readonly env?: Readonly<Record<string, string>>;
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
  /** Ends the run at once, as a cancelled job or a lost runner does. */
  kill(): void;
}

/** A step that is ready to start. */
export interface Step {
  readonly folder: string;
  /** Inputs, event and context as the runner gives them, and nothing of ours but PATH and HOME. */
  readonly environment: Readonly<Record<string, string>>;
  /** What has become of it; it cannot be started again. */
  end(ended: Pick<ActionRun, 'exitCode' | 'stdout' | 'stderr'>): ActionRun;
}

/** Prepares a step as the runner does: files for the event and the outputs, inputs with their defaults, the context. */
export function prepareStep(request: StepRequest, definition: ActionDefinition): Step {
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
  const { PATH = '', HOME = '' } = process.env;
  return {
    folder,
    environment: {
      PATH,
      HOME,
      ...Object.fromEntries(
        Object.entries(context).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]),
      ),
      ...paths,
      ...inputEnvironment(definition.inputs, request, context),
      ...request.env,
    },
    end(ended) {
      try {
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
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * Starts a step and ends it at the nth request of a bot: before GitHub got it, or once GitHub carried it out. A run that makes
 * fewer requests ends as it does.
 */
export function killAt(
  { github }: StepRequest,
  start: () => RunningAction,
  nth: number,
  moment: 'before' | 'after',
): Promise<ActionRun> {
  github.fault({ nth }, { kind: 'closed', ...(moment === 'after' ? { carriedOut: true } : {}) });
  const running = start();
  github.onRequest(nth, moment, running.kill);
  return running.done;
}

/** The `github` context, which the runner also gives as GITHUB_… variables (docs.github.com, "Variables reference"). */
function contextOf({ github, repository, event }: StepRequest): Readonly<Record<string, string>> {
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
  { github, inputs = {} }: StepRequest,
  context: Readonly<Record<string, string>>,
): Record<string, string> {
  const known = { ...context, token: github.tokenOf(workflowBot) };
  const values = new Map([...defaults].map(([name, text]) => [name, evaluateDefault(text, known)]));
  for (const [name, value] of Object.entries(inputs)) values.set(name, value);
  return Object.fromEntries(
    [...values].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}
