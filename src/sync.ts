import { apply } from './apply.ts';
import { type BuiltLog, buildLog } from './build.ts';
import type { Occasion } from './event.ts';
import type { Client, Repository } from './github/client.ts';
import { missingLabels } from './github/incidents.ts';
import { incidentIssues } from './github/issue.ts';
import type { PullRequest } from './github/pull-request.ts';
import { Outdated } from './github/refusal.ts';
import { isAssignable } from './github/review-actions.ts';
import type { Instant, IssueProblem } from './incident/incident.ts';
import { labelsOf, type Observation, observe, type Settings } from './observe.ts';
import { type Change, footingOf, isFirstStep, planPullRequest, type Result } from './plan.ts';
import { pullRequestBody, type Removal } from './report.ts';
import type { OpenAction } from './review-actions/open.ts';
import { openActions } from './review-actions/overdue.ts';
import { firstStep, reconcileActions } from './review-actions/reconcile.ts';
import { actionStates } from './review-actions/tracking.ts';

/** What a run came to. */
export interface Outcome {
  readonly result: Result;
  readonly pullRequest: PullRequest | null;
  readonly log: BuiltLog;
  readonly logAtBase: string | null;
  readonly repositoryUrl: string;
  readonly removals: ReadonlyMap<number, Removal>;
  readonly changes: readonly Change[];
  readonly actions: ActionsOutcome;
}

/** What became of the review actions. */
export interface ActionsOutcome {
  readonly created: number;
  readonly open: readonly OpenAction[];
  readonly notes: readonly string[];
  readonly problems: readonly IssueProblem[];
}

export interface Run {
  readonly client: Client;
  readonly repository: Repository;
  readonly settings: Settings;
  readonly occasion: Occasion;
  readonly now: Instant;
  /** UTC milliseconds after which no change is started. */
  readonly deadline: number;
  /** Carry out the plan, or only say it. */
  readonly mode: 'apply' | 'dry-run';
  readonly say: (line: string) => void;
}

/** A run, and what its earlier tries have done. */
interface Trying extends Run {
  readonly tally: { created: number };
}

const TIMES_OUTDATED = 3;

/**
 * One run: observe everything, plan, apply. When somebody else was faster (a branch that moved, a pull request opened at
 * the same moment) it looks again, at most three times.
 */
export async function sync(started: Run): Promise<Outcome> {
  const run: Trying = { ...started, tally: { created: 0 } };
  for (let times = 1; ; times += 1) {
    try {
      return await reconcile(run);
    } catch (error) {
      if (!(error instanceof Outdated) || times === TIMES_OUTDATED) throw error;
      run.say(`${error.message} Looking again.`);
    }
  }
}

async function reconcile(run: Trying): Promise<Outcome> {
  const seen = await observe(run);
  if (run.mode === 'dry-run') {
    const { actions, changes } = await reconcileTracked(run, seen);
    const planned = plan(run.settings, seen, actions, run.now);
    return { ...planned, changes: [...seen.labelling, ...changes, ...planned.changes] };
  }
  // Before anything that may fail: only the event of this run tells that these labels are due.
  await carryOut(run, seen, seen.labelling);
  // Before the log, which shows what comes of it.
  const tracked = await reconcileTracked(run, seen);
  const before = [...seen.labelling, ...tracked.changes];
  const first = await planAndApply(run, tracked.seen, tracked.actions);
  if (!isFirstStep(first.changes)) return { ...first, changes: [...before, ...first.changes] };
  const second = await planAndApply(run, await observe(run), tracked.actions);
  if (isFirstStep(second.changes)) throw new Outdated('The base moved while this run was merging it.');
  return {
    ...second,
    changes: [...before, ...first.changes, ...second.changes],
    result: second.result === 'unchanged' ? first.result : second.result,
  };
}

/** The review actions' part of a run, and what there is to see after it. */
async function reconcileTracked(
  run: Trying,
  seen: Observation,
): Promise<{
  readonly seen: Observation;
  readonly actions: ActionsOutcome;
  readonly changes: readonly Change[];
}> {
  const { reviewActions, log } = run.settings;
  if (reviewActions === null || seen.tracking === null) {
    return { seen, actions: { created: 0, open: [], notes: [], problems: [] }, changes: [] };
  }
  const settings = { ...reviewActions, template: seen.template, timezone: log.timezone, now: run.now };
  const reconciled =
    run.mode === 'dry-run'
      ? firstStep(seen.tracking, settings, seen.reminders)
      : await reconcileActions(seen.tracking, settings, seen.reminders, {
          created: run.tally.created,
          isAssignable: (login) => isAssignable(run.client, run.repository, login),
          missingLabels: (names) => labelChanges(run, names),
          apply: (changes) => carryOut(run, seen, changes),
        });
  const { tracking, changes, created, notes, problems } = reconciled;
  const open = openActions(tracking, settings);
  return {
    seen: { ...seen, tracking, incidents: tracking.incidents },
    actions: { created, open, notes, problems },
    changes,
  };
}

async function labelChanges(
  { client, repository, settings, occasion }: Run,
  names: readonly string[],
): Promise<Change[]> {
  // Then all of them have been created already.
  if (occasion.kind === 'setup') return [];
  const wanted = labelsOf(settings).filter(({ name }) => names.includes(name));
  const missing = await missingLabels(client, repository, wanted);
  return missing.map((label): Change => ({ kind: 'create-label', label }));
}

async function planAndApply(run: Trying, seen: Observation, actions: ActionsOutcome): Promise<Outcome> {
  const planned = plan(run.settings, seen, actions, run.now);
  const results = await carryOut(run, seen, planned.changes);
  const opened = results.find((result) => result?.kind === 'pull-request');
  return { ...planned, pullRequest: opened?.pullRequest ?? planned.pullRequest };
}

function carryOut(
  { client, repository, deadline, say, tally }: Trying,
  seen: Observation,
  changes: readonly Change[],
) {
  return apply(client, { ...repository, url: seen.repositoryUrl }, changes, {
    deadline,
    say,
    done({ kind }) {
      if (kind === 'create-action') tally.created += 1;
    },
  });
}

/** Pure: the same observation gives the same plan. */
function plan(settings: Settings, seen: Observation, actions: ActionsOutcome, now: Instant): Outcome {
  const { branch, logAtBase, repositoryUrl } = seen;
  const logOnBranch = branch.tip?.log ?? null;
  const footing = footingOf(branch);
  const [existingFile, where] =
    footing === 'theirs' ? [logOnBranch, settings.branch] : [logAtBase, seen.base.branch];
  const existing = existingFile?.text ?? null;
  // A branch that is to be made anew may be older than the base.
  const former = footing === 'anew' ? [logAtBase] : [logOnBranch, logAtBase];
  const built = buildLog({
    issues: seen.incidents,
    actionStates: seen.tracking === null ? new Map() : actionStates(seen.tracking),
    settings: settings.log,
    repositoryUrl,
    existing,
    existingName: `${settings.log.path} on the branch ${where}`,
    formerLogs: former.flatMap((file) => file?.text ?? []),
    now,
  });
  const log = { ...built, problems: [...built.problems, ...actions.problems] };
  const isEmpty = existing === null && log.incidents.length + log.kept.length === 0;
  const removals = removalsOf(seen, settings);
  const planned = planPullRequest(branch, {
    log: isEmpty ? null : log.text,
    logAtBase: logAtBase?.text ?? null,
    path: settings.log.path,
    branch: settings.branch,
    base: seen.base,
    title: settings.pullRequestTitle,
    body: pullRequestBody({
      before: logAtBase?.text ?? null,
      log,
      repositoryUrl,
      removals,
    }),
    labels: settings.pullRequestLabels,
    commitMessage: settings.commitMessage,
  });
  return {
    result: planned.result,
    pullRequest: planned.pullRequest,
    log,
    logAtBase: logAtBase?.text ?? null,
    repositoryUrl,
    removals,
    changes: planned.changes,
    actions,
  };
}

/** Why issues that are listed are no incidents, by number. */
function removalsOf({ listed, incidents }: Observation, { label }: Settings): ReadonlyMap<number, Removal> {
  const trusted = new Set(incidents.map(({ issue }) => issue.number));
  return new Map(
    listed
      .filter(({ number }) => !trusted.has(number))
      .map((issue) => [
        issue.number,
        incidentIssues([issue], label).length === 0 ? 'dismissed' : 'untrusted',
      ]),
  );
}
