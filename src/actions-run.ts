import * as core from '@actions/core';
import { context } from '@actions/github';
import { describe } from './apply.ts';
import type { Occasion } from './event.ts';
import { createClient, RUN_LIMIT_MILLISECONDS } from './github/client.ts';
import type { IssueProblem } from './incident/incident.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { stepSummary } from './report.ts';
import { explained, say, writeSummary } from './runner.ts';
import { type Outcome, sync } from './sync.ts';

/** One run as an action: inputs in; outputs, annotations and step summary out. Ends red when work was left undone. */
export async function runInActions(occasion: Occasion): Promise<void> {
  await explained(async () => {
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
      say,
    });
    report(outcome, inputs);
  });
}

function report(outcome: Outcome, { mode, onProblems, settings }: Inputs): void {
  const { log, pullRequest, compareUrl, actions, unasked } = outcome;
  const problems = [...log.problems];
  if (mode === 'apply') {
    core.setOutput('result', outcome.result);
    core.setOutput('pull-request-number', pullRequest?.number ?? '');
    core.setOutput('pull-request-url', pullRequest?.html_url ?? '');
    core.setOutput('compare-url', compareUrl ?? '');
  }
  core.setOutput('incidents', log.incidents.length + log.kept.length + log.handKept.length);
  core.setOutput('actions-open', actions.open.length);
  core.setOutput('actions-created', actions.created);
  core.setOutput('actions-overdue', actions.open.filter(({ isOverdue }) => isOverdue).length);
  core.setOutput('problems', JSON.stringify(problems));
  if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
  for (const note of actions.notes) core.warning(note, { title: 'Review actions' });
  for (const problem of problems) core.warning(annotation(problem), { title: problem.rule });

  const headline = headlineOf(outcome, mode, settings.log.path);
  say(headline);
  const done = outcome.changes.map((change) => `${describe(change)}.`);
  if (mode === 'dry-run') for (const line of done) say(`Would do: ${line}`);
  writeSummary(
    stepSummary({
      ...outcome,
      headline,
      before: outcome.logAtBase,
      openActions: actions.open,
      done,
      notes: actions.notes,
    }),
  );
  if (onProblems === 'fail' && problems.length > 0) {
    core.setFailed(
      `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} must be mended on the issues named above; the log was written all the same.`,
    );
  }
}

function headlineOf(
  { result, pullRequest, compareUrl }: Outcome,
  mode: Inputs['mode'],
  path: string,
): string {
  if (mode === 'dry-run') return `Dry run: nothing was changed. Without it the result would be “${result}”.`;
  const where = pullRequest === null ? '' : ` ${pullRequest.html_url}`;
  switch (result) {
    case 'created':
      return `Opened a pull request that updates ${path}:${where}`;
    case 'updated':
      return `Refreshed the pull request that updates ${path}:${where}`;
    case 'unchanged':
      return `The pull request that updates ${path} says all there is to say:${where}`;
    case 'closed':
      return `Closed the pull request, for nothing differs from the base any more:${where}`;
    case 'declined':
      return `Somebody closed a pull request with exactly this ${path}, so none was opened:${where}`;
    case 'branch':
      return `${path} is on its branch. Open the pull request at: ${compareUrl}`;
    case 'none':
      return `${path} is up to date.`;
  }
}

function unaskedNote(count: number, confirmedLabel: string): string {
  const incidents = count === 1 ? '1 incident is' : `${count} incidents are`;
  return `${incidents} left as the log has them, because a run asks GitHub about the permission of 20 people only: add the label “${confirmedLabel}” to those that belong in the log.`;
}

function annotation({ issue, message }: IssueProblem): string {
  return issue === null ? message : `#${issue}: ${message}`;
}
