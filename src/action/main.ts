import * as core from '@actions/core';
import { context } from '@actions/github';
import { Explained } from '../errors.ts';
import { createClient, RUN_LIMIT_MILLISECONDS } from '../github/client.ts';
import type { IssueProblem } from '../incident/incident.ts';
import { failureSummary, stepSummary } from '../report/summary.ts';
import { describe } from '../run/apply.ts';
import type { RunRecord } from '../run/carry-out.ts';
import { type Outcome, sync } from '../run/run.ts';
import type { Occasion } from '../run/trigger.ts';
import { withinAnnotationLimit } from '../workflow-commands.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { explained, repositoryUrl, say, writeSummary } from './runner.ts';

/** One run as an action: inputs in; outputs, annotations and step summary out. Ends red when work was left undone. */
export async function runInActions(occasion: Occasion): Promise<void> {
  const record: RunRecord = { done: [], left: new Set() };
  await explained(
    async () => {
      const inputs = readInputs();
      const deadline = Date.now() + RUN_LIMIT_MILLISECONDS;
      const outcome = await sync({
        client: createClient(inputs.token, deadline),
        repository: context.repo,
        settings: inputs.settings,
        occasion,
        now: Date.now(),
        deadline,
        mode: inputs.mode,
        record,
        say,
      });
      report(outcome, inputs, 'issue' in occasion ? occasion.issue : null);
    },
    (failure) =>
      failureSummary({
        failure,
        repositoryUrl: repositoryUrl(),
        done: record.done.map((change) => `${describe(change)}.`),
        left: [...record.left].map((change) => `${describe(change)}.`),
      }),
  );
}

/** Fails the run before it has begun. */
export async function failWith(sentence: string): Promise<void> {
  await explained(
    () => Promise.reject(new Explained(sentence)),
    (failure) => failureSummary({ failure, repositoryUrl: repositoryUrl(), done: [], left: [] }),
  );
}

function report(outcome: Outcome, { mode, onProblems, settings }: Inputs, eventIssue: number | null): void {
  const { log, pullRequest, compareUrl, actions, unasked } = outcome;
  const problems = [...log.problems];
  if (mode === 'apply') {
    core.setOutput('result', outcome.result);
    core.setOutput('pull-request-number', pullRequest?.number ?? '');
    core.setOutput('pull-request-url', pullRequest?.html_url ?? '');
    core.setOutput('compare-url', compareUrl ?? '');
  }
  core.setOutput('incidents', log.incidents.length + log.formerEntries.length + log.handWritten.length);
  core.setOutput('actions-open', actions.open.length);
  core.setOutput('actions-created', actions.created);
  core.setOutput('actions-overdue', actions.open.filter(({ isOverdue }) => isOverdue).length);
  core.setOutput('problems', JSON.stringify(problems));
  if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
  annotate(warningsOf(problems, actions.notes, eventIssue));

  const headline = headlineOf(outcome, mode, settings.log.path);
  say(headline);
  const done = outcome.changes.map((change) =>
    mode === 'dry-run' ? wouldDo(describe(change)) : `${describe(change)}.`,
  );
  if (mode === 'dry-run') for (const line of done) say(line);
  const failure =
    onProblems === 'fail' && problems.length > 0
      ? `${problems.length} ${problems.length === 1 ? 'problem needs' : 'problems need'} fixing on the issues named above; the log was written all the same.`
      : null;
  writeSummary(
    stepSummary({
      ...outcome,
      headline,
      failure,
      openActions: actions.open,
      done,
      notes: actions.notes,
    }),
  );
  if (failure !== null) core.setFailed(failure);
}

interface Warning {
  readonly severity: 'warning';
  readonly title: string;
  readonly message: string;
}

/** Those of the event's issue first: somebody is waiting there, and GitHub shows the first ten. */
function warningsOf(
  problems: readonly IssueProblem[],
  notes: readonly string[],
  eventIssue: number | null,
): Warning[] {
  const warning = (title: string, message: string): Warning => ({ severity: 'warning', title, message });
  const ofProblem = ({ issue, rule, message }: IssueProblem) =>
    warning(rule, issue === null ? message : `#${issue}: ${message}`);
  const isEvents = ({ issue }: IssueProblem) => issue !== null && issue === eventIssue;
  return [
    ...problems.filter(isEvents).map(ofProblem),
    ...notes.map((note) => warning('Review actions', note)),
    ...problems.filter((problem) => !isEvents(problem)).map(ofProblem),
  ];
}

function annotate(warnings: readonly Warning[]): void {
  const { shown, rest, notice } = withinAnnotationLimit(warnings, {
    reserved: 0,
    rest: 'The step summary lists all of them.',
  });
  if (notice !== null) core.notice(notice);
  for (const { message, title } of shown) core.warning(message, { title });
  for (const { message, title } of rest) say(`${title}: ${message}`);
}

/** "Would open a pull request …" */
function wouldDo(change: string): string {
  return `Would ${change.charAt(0).toLowerCase()}${change.slice(1)}.`;
}

function headlineOf(outcome: Outcome, mode: Inputs['mode'], path: string): string {
  const { result, pullRequest, compareUrl, log, logAtBase } = outcome;
  const where = pullRequest === null ? '' : ` ${pullRequest.html_url}`;
  const isWithoutLog = logAtBase === null && log.incidents.length + log.formerEntries.length === 0;
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

function unaskedNote(count: number, confirmedLabel: string): string {
  const incidents = count === 1 ? '1 incident is' : `${count} incidents are`;
  return `${incidents} left as the log has them, because a run asks GitHub about the permission of 20 people only: add the label “${confirmedLabel}” to those that belong in the log.`;
}
