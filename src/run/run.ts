import { missingFormNotice } from '../form/assumed.ts';
import { incidentIssues } from '../github/issue.ts';
import { askOwnLogin } from '../github/own-login.ts';
import { askPermissions } from '../github/permissions.ts';
import { compareUrlOf, type PullRequest } from '../github/pull-request.ts';
import { explain, Outdated } from '../github/refusal.ts';
import { isAssignable } from '../github/review-actions.ts';
import type { Instant, IssueProblem } from '../incident/incident.ts';
import { changesBetween, type LogChanges } from '../log/diff.ts';
import type { Log } from '../log/read/model.ts';
import { readLog } from '../log/read/read.ts';
import { type BuiltLog, buildLog } from '../model/build-log.ts';
import type { Settings } from '../model/settings.ts';
import { type Change, footingOf, isFirstStep, planPullRequest, type Result } from '../pull-request/plan.ts';
import { pullRequestBody, type Removal } from '../report/summary.ts';
import type { OpenAction } from '../review-actions/open.ts';
import { openActions } from '../review-actions/overdue.ts';
import { actionStates } from '../review-actions/tracking.ts';
import { carryOut, labelChanges, type Progress, type Run } from './carry-out.ts';
import { reconcileCommands } from './commands.ts';
import { type Observation, observe } from './observe.ts';
import { observeIssues } from './observe-issues.ts';
import { firstStep, reconcileActions } from './review-actions.ts';
import { reconcileFeedback } from './status-comments.ts';

/** What a run came to. */
export interface Outcome {
  readonly result: Result;
  readonly pullRequest: PullRequest | null;
  /** Where a person is to open the pull request; null where there is nothing to open. */
  readonly compareUrl: string | null;
  readonly log: BuiltLog;
  readonly logAtBase: Log | null;
  /** What differs between the two. */
  readonly logChanges: LogChanges;
  readonly repositoryUrl: string;
  /** What people should know about how issues were read, in one sentence; null where there is nothing. */
  readonly notice: string | null;
  readonly removals: ReadonlyMap<number, Removal>;
  readonly changes: readonly Change[];
  readonly actions: ActionsOutcome;
  /** How many incidents stay as the log has them, because this run did not ask about their authors. */
  readonly unasked: number;
}

/** What became of the review actions. */
export interface ActionsOutcome {
  readonly created: number;
  readonly open: readonly OpenAction[];
  readonly notes: readonly string[];
  readonly problems: readonly IssueProblem[];
}

const TIMES_OUTDATED = 3;

/**
 * One run: observe everything, plan, apply. When somebody else was faster (a branch that moved, a pull request opened at
 * the same moment) it looks again, at most three times.
 */
export async function sync(started: Run): Promise<Outcome> {
  const run: Progress = {
    ...started,
    isPermitted: askPermissions(started.client, started.repository),
    ownLogin: askOwnLogin(started.client),
    tally: { created: 0 },
    memory: new Map(),
    ownTexts: new Set(),
  };
  for (let times = 1; ; times += 1) {
    run.memory.clear();
    // What is still to be done is planned again.
    run.record.left.clear();
    try {
      return await reconcile(run);
    } catch (error) {
      if (!(error instanceof Outdated) || times === TIMES_OUTDATED) throw error;
      run.say(`${error.message} Looking again.`);
    }
  }
}

async function reconcile(run: Progress): Promise<Outcome> {
  const issues = await observeIssues(run);
  // Before anything that may fail: only the event of this run tells that these labels are due.
  const labels = await carryOut(run, issues, issues.labelling);
  // Before the log and the review actions, which follow from what the incidents say.
  const commanded = await reconcileCommands(run, issues);
  const seen = await observe(run, commanded.seen);
  const tracked = await reconcileTracked(run, seen);
  const logged = await saidWhereItFails(run, tracked.seen, () =>
    reconcileLog(run, tracked.seen, tracked.actions),
  );
  // Last, for it tells what has become of all that.
  const said = await reconcileFeedback(run, tracked.seen, logged);
  const changes = [
    ...labels.changes,
    ...commanded.changes,
    ...tracked.changes,
    ...logged.changes,
    ...said.changes,
  ];
  return { ...logged, changes };
}

/** What comes of the log. A run that fails at it says so on the incidents, where people are waiting, and fails. */
async function saidWhereItFails(
  run: Progress,
  seen: Observation,
  updateLog: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await updateLog();
  } catch (error) {
    const failure = error instanceof Outdated ? null : explain(error);
    // That this fails, too, is no news: what it is about is the first failure.
    if (failure !== null) await reconcileFeedback(run, seen, { failure }).catch(() => {});
    throw error;
  }
}

/** The pull request's part of a run, in two steps where the base must be merged into the branch first. */
async function reconcileLog(run: Progress, seen: Observation, actions: ActionsOutcome): Promise<Outcome> {
  const first = await planAndApply(run, seen, actions);
  if (run.mode === 'dry-run' || !isFirstStep(first.changes)) return first;
  const second = await planAndApply(run, await observe(run, await observeIssues(run)), actions);
  if (isFirstStep(second.changes)) throw new Outdated('The base moved while this run was merging it.');
  return {
    ...second,
    changes: [...first.changes, ...second.changes],
    result: second.result === 'unchanged' ? first.result : second.result,
  };
}

/** The review actions' part of a run, and what there is to see after it. */
async function reconcileTracked(
  run: Progress,
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
          apply: async (changes) => (await carryOut(run, seen, changes)).results,
        });
  const { tracking, changes, created, notes, problems } = reconciled;
  const open = openActions(tracking, settings);
  return {
    seen: { ...seen, tracking, incidents: tracking.incidents },
    actions: { created, open, notes, problems },
    changes,
  };
}

async function planAndApply(run: Progress, seen: Observation, actions: ActionsOutcome): Promise<Outcome> {
  const planned = plan(run.settings, seen, actions, run.now);
  const { results } = await carryOut(run, seen, planned.changes);
  const opened = results.find((result) => result?.kind === 'pull-request');
  const moved = results.find((result) => result?.kind === 'branch')?.branch ?? seen.branch.branch;
  const proposed = { base: seen.base.branch, branch: moved, title: run.settings.pullRequestTitle };
  return {
    ...planned,
    pullRequest: opened?.pullRequest ?? planned.pullRequest,
    compareUrl: planned.result === 'branch' ? compareUrlOf(planned.repositoryUrl, proposed) : null,
  };
}

/** Pure: the same observation gives the same plan. */
function plan(
  settings: Settings,
  seen: Observation,
  actions: ActionsOutcome,
  now: Instant,
): Omit<Outcome, 'compareUrl'> {
  const { branch, repositoryUrl } = seen;
  const logAtBase = seen.logAtBase && readLog(seen.logAtBase.text, repositoryUrl);
  const fileOnBranch = branch.tip?.log ?? null;
  const logOnBranch =
    fileOnBranch?.text === logAtBase?.text
      ? logAtBase
      : fileOnBranch && readLog(fileOnBranch.text, repositoryUrl);
  const footing = footingOf(branch);
  const [existing, where] =
    footing === 'theirs' ? [logOnBranch, branch.branch] : [logAtBase, seen.base.branch];
  // A branch that is to be made anew may be older than the base.
  const former = footing === 'anew' ? [logAtBase] : [logOnBranch, logAtBase];
  const built = buildLog({
    issues: seen.incidents,
    actionStates: seen.tracking === null ? new Map() : actionStates(seen.tracking),
    settings: settings.log,
    repositoryUrl,
    existing,
    existingName: `${settings.log.path} on the branch ${where}`,
    formerLogs: former.filter((log) => log !== null),
    now,
  });
  const log = { ...built, problems: [...built.problems, ...actions.problems] };
  const isEmpty = existing === null && log.incidents.length + log.formerEntries.length === 0;
  const logChanges = changesBetween(logAtBase, log.log, repositoryUrl);
  const removals = removalsOf(seen, settings);
  const planned = planPullRequest(branch, {
    log: isEmpty ? null : log.log.text,
    logAtBase: logAtBase?.text ?? null,
    path: settings.log.path,
    branch: branch.branch,
    base: seen.base,
    title: settings.pullRequestTitle,
    body: pullRequestBody({ logChanges, log, repositoryUrl, removals }),
    labels: settings.pullRequestLabels,
    commitMessage: settings.commitMessage,
    signOff: settings.signOff,
    pullRequest: settings.pullRequest,
  });
  return {
    result: planned.result,
    pullRequest: planned.pullRequest,
    log,
    logAtBase,
    logChanges,
    repositoryUrl,
    notice: missingFormNotice(seen.template),
    removals,
    changes: planned.changes,
    actions,
    unasked: seen.incidents.filter(({ author }) => author === 'unasked').length,
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
