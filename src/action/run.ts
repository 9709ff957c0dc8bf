import type { Environment } from '../environment.ts';
import { failureSummary, stepSummary } from '../report/summary.ts';
import { type RunInput, startJournal } from '../run/context.ts';
import type { Outcome } from '../run/outcome.ts';
import { run } from '../run/run.ts';
import { type Inputs, readInputs } from './inputs.ts';
import type { ExitCode, Io } from './io.ts';
import { setOutputs } from './outputs.ts';
import { annotate, failedByProblems, unaskedNote, warningsOf } from './problems.ts';
import { inRunner, type Runner } from './runner.ts';

/** One run as an action: inputs in; outputs, annotations and step summary out. Ends red when work was left undone. */
export function runInActions(
  environment: Environment,
  io: Io,
  { trigger, defaultBranch }: Pick<RunInput, 'trigger' | 'defaultBranch'>,
): Promise<ExitCode> {
  const journal = startJournal();
  return inRunner(
    environment,
    io,
    async (runner) => {
      const { clock, say } = runner;
      const inputs = readInputs(environment);
      const { github, deadline } = runner.connect(inputs.token);
      const outcome = await run({
        github,
        settings: inputs.settings,
        trigger,
        defaultBranch,
        now: clock.now(),
        clock,
        deadline,
        mode: inputs.mode,
        journal,
        say,
      });
      return report(runner, outcome, inputs, 'issue' in trigger ? trigger.issue : null);
    },
    (failure, { repositoryUrl }) =>
      failureSummary({
        failure,
        repositoryUrl,
        done: journal.done.map(({ sentence }) => `${sentence}.`),
        left: [...journal.left].map(({ sentence }) => `${sentence}.`),
      }),
  );
}

function report(
  runner: Runner,
  outcome: Outcome,
  { mode, onProblems, settings }: Inputs,
  eventIssue: number | null,
): ExitCode {
  const { core, say } = runner;
  const { built, pullRequest, compareUrl, actions, unasked } = outcome;
  const problems = [...built.problems];
  if (mode === 'apply') {
    setOutputs(core, {
      result: outcome.result,
      'pull-request-number': pullRequest?.number ?? '',
      'pull-request-url': pullRequest?.html_url ?? '',
      'compare-url': compareUrl ?? '',
    });
  }
  setOutputs(core, {
    incidents: built.incidents.length + built.formerEntries.length + built.handWritten.length,
    'actions-open': actions.open.length,
    'actions-created': actions.created,
    'actions-overdue': actions.open.filter(({ isOverdue }) => isOverdue).length,
    problems: JSON.stringify(problems),
  });
  if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
  annotate(runner, warningsOf(problems, actions.notes, eventIssue));

  const headline = headlineOf(outcome, mode, settings.log.path);
  say(headline);
  const done = outcome.changes.map(({ sentence }) =>
    mode === 'dry-run' ? wouldDo(sentence) : `${sentence}.`,
  );
  if (mode === 'dry-run') for (const line of done) say(line);
  const failure =
    onProblems === 'fail' && problems.length > 0
      ? failedByProblems(problems.length, 'the log was written all the same')
      : null;
  runner.writeSummary(
    stepSummary({
      ...outcome,
      headline,
      failure,
      openActions: actions.open,
      done,
      notes: actions.notes,
    }),
  );
  if (failure === null) return 0;
  core.error(failure);
  return 1;
}

/** "Would open a pull request …" */
function wouldDo(change: string): string {
  return `Would ${change.charAt(0).toLowerCase()}${change.slice(1)}.`;
}

function headlineOf(outcome: Outcome, mode: Inputs['mode'], path: string): string {
  const { result, pullRequest, compareUrl, built, logAtBase } = outcome;
  const where = pullRequest === null ? '' : ` ${pullRequest.html_url}`;
  const isWithoutLog = logAtBase === null && built.incidents.length + built.formerEntries.length === 0;
  const empty = `There are no incidents, and ${path} does not exist yet.`;
  if (mode === 'dry-run') {
    const would = {
      created: `It would open a pull request that updates ${path}.`,
      updated: `It would update the pull request for ${path}:${where}`,
      unchanged: `The pull request for ${path} is already up to date:${where}`,
      closed: `It would close the pull request, because ${path} on the base branch is already up to date:${where}`,
      declined: `Somebody closed a pull request with exactly this ${path}, so it would open none:${where}`,
      branch: `It would put ${path} on its branch.`,
      none: isWithoutLog ? empty : `${path} is up to date.`,
    };
    return `Dry run: nothing was changed. ${would[result]}`;
  }
  switch (result) {
    case 'created':
      return `Opened a pull request that updates ${path}:${where}`;
    case 'updated':
      return `Updated the pull request for ${path}:${where}`;
    case 'unchanged':
      return `The pull request for ${path} is already up to date:${where}`;
    case 'closed':
      return `Closed the pull request, for nothing differs from the base any more:${where}`;
    case 'declined':
      return `Somebody closed a pull request with exactly this ${path}, so none was opened:${where}`;
    case 'branch':
      return `${path} is on its branch. Open the pull request at: ${compareUrl}`;
    case 'none':
      return isWithoutLog ? empty : `${path} is up to date.`;
  }
}
