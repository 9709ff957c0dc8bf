// Loads nothing but Node's own modules and a little of ours at first, for most events end here.
import { appendFileSync, readFileSync } from 'node:fs';
import { readChoiceInput, wrongChoice } from '../choices.ts';
import { type Environment, readInput } from '../environment.ts';
import { type Payload, triggerOf } from '../run/trigger.ts';
import { withoutCommands } from '../workflow-commands.ts';
import type { ExitCode, Io } from './io.ts';
import { defaultOutputs } from './outputs.ts';

/**
 * One run of the action, which uses nothing of the process but what it is given, and returns the exit code. Several may go on
 * at once.
 */
export async function main(environment: Environment, io: Io): Promise<ExitCode> {
  if (environment.GITHUB_OUTPUT) appendFileSync(environment.GITHUB_OUTPUT, defaultOutputs());
  // First, on every event: a misspelt value must not pass because the first events happen not to concern the log.
  const wrong = wrongChoice(environment);
  if (wrong !== null) {
    const { failWith } = await import('./runner.ts');
    return failWith(environment, io, wrong);
  }
  const mode = readChoiceInput(environment, 'mode');
  if (mode === 'report') {
    const { reportInActions } = await import('./report.ts');
    return reportInActions(environment, io);
  }
  if (mode === 'audit') {
    const { auditInActions } = await import('./audit.ts');
    return auditInActions(environment, io);
  }
  return keepInStep(environment, io);
}

async function keepInStep(environment: Environment, io: Io): Promise<ExitCode> {
  const event = environment.GITHUB_EVENT_NAME ?? '';
  const payload: Payload = environment.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH, 'utf8'))
    : {};
  const hasActions = readChoiceInput(environment, 'review-actions') === 'issues';
  const trigger = triggerOf(event, payload, {
    label: readInput(environment, 'label'),
    confirmedLabel: readInput(environment, 'confirmed-label'),
    actionLabel: hasActions ? readInput(environment, 'review-action-label') : null,
    base: readInput(environment, 'base'),
  });

  if (trigger === null || (trigger.kind === 'commented' && !(await holdsCommand(trigger.comment)))) {
    const action = payload.action === undefined ? '' : ` (${payload.action})`;
    io.write(`${withoutCommands(`The event ${event}${action} does not concern the incident log.`)}\n`);
    return 0;
  }
  const { runInActions } = await import('./run.ts');
  const defaultBranch = payload.repository?.default_branch ?? '';
  return runInActions(environment, io, { trigger, defaultBranch });
}

/** Whether a comment that looks like one holds a command: one in code or a quote is none, and costs no request. */
async function holdsCommand(comment: string): Promise<boolean> {
  const { readCommands } = await import('../commands/read.ts');
  return readCommands(comment).length > 0;
}
