import { appendFileSync } from 'node:fs';
import type { Environment } from '../environment.ts';
import { UserError } from '../errors.ts';
import { connect, type GitHub, RUN_LIMIT_MILLISECONDS } from '../github/client.ts';
import { explain } from '../github/refusal.ts';
import { failureSummary } from '../report/summary.ts';
import { withoutCommands } from '../workflow-commands.ts';
import type { Core, ExitCode, Io } from './io.ts';

/** The job that a run is part of: its repository, and where output, summary and requests go. */
export interface Runner extends Io {
  readonly environment: Environment;
  readonly core: Core;
  /** Web address of the repository: `https://github.com/owner/name`. */
  readonly repositoryUrl: string;
  /** A line of the job's log, which may hold a person's words. */
  say(line: string): void;
  /** Adds to the step summary, in Markdown. */
  writeSummary(text: string): void;
  /** The API of the GitHub that the job is on, and when the run's time is up (UTC milliseconds). */
  connect(token: string): { readonly github: GitHub; readonly deadline: number };
}

/**
 * Runs `action` to its exit code. Fails the run with one sentence when it throws, and puts that into the step summary.
 *
 * @param summaryOf the summary of a run that failed with a sentence, in Markdown
 */
export async function inRunner(
  environment: Environment,
  io: Io,
  action: (runner: Runner) => Promise<ExitCode>,
  summaryOf: (failure: string, runner: Runner) => string = (failure, { repositoryUrl }) =>
    failureSummary({ failure, repositoryUrl, done: [], left: [] }),
): Promise<ExitCode> {
  const runner = await enterRunner(environment, io);
  try {
    return await action(runner);
  } catch (error) {
    const explanation = explain(error);
    // What is no refusal or mistake is a fault of ours, and its stack trace says where.
    if (explanation === null)
      runner.core.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const sentence =
      explanation ?? 'incident-log failed in a way it does not know; please report it with the lines above.';
    runner.writeSummary(summaryOf(sentence, runner));
    runner.core.error(sentence);
    return 1;
  }
}

/** Fails the run before it has begun. */
export function failWith(environment: Environment, io: Io, sentence: string): Promise<ExitCode> {
  return inRunner(environment, io, () => Promise.reject(new UserError(sentence)));
}

async function enterRunner(environment: Environment, io: Io): Promise<Runner> {
  const {
    GITHUB_API_URL: apiUrl = 'https://api.github.com',
    GITHUB_REPOSITORY: name = '',
    GITHUB_SERVER_URL: serverUrl = 'https://github.com',
    GITHUB_STEP_SUMMARY: summary,
  } = environment;
  const [owner = '', repo = ''] = name.split('/');
  const repository = { owner, repo };
  const say = (line: string) => io.write(`${withoutCommands(line)}\n`);
  return {
    ...io,
    environment,
    core: await io.loadCore(),
    repositoryUrl: `${serverUrl}/${owner}/${repo}`,
    say,
    writeSummary(text) {
      if (summary) appendFileSync(summary, text.endsWith('\n') ? text : `${text}\n`);
    },
    connect(token) {
      const { clock, fetch } = io;
      const deadline = clock.now() + RUN_LIMIT_MILLISECONDS;
      return { github: connect(token, { repository, apiUrl, clock, deadline, fetch, say }), deadline };
    },
  };
}
