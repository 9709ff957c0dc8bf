import { apply } from './apply.ts';
import { type BuiltLog, buildLog } from './build.ts';
import type { Occasion } from './event.ts';
import { type Client, Outdated, type Repository } from './github/client.ts';
import { incidentIssues } from './github/issue.ts';
import type { PullRequest } from './github/pull-request.ts';
import type { Instant } from './incident/incident.ts';
import { type Observation, observe, type Settings } from './observe.ts';
import { type Change, footingOf, isFirstStep, planPullRequest, type Result } from './plan.ts';
import { pullRequestBody, type Removal } from './report.ts';

/** What a run came to. */
export interface Outcome {
  readonly result: Result;
  readonly pullRequest: PullRequest | null;
  readonly log: BuiltLog;
  readonly logAtBase: string | null;
  readonly repositoryUrl: string;
  readonly removals: ReadonlyMap<number, Removal>;
  readonly changes: readonly Change[];
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

const TIMES_OUTDATED = 3;

/**
 * One run: observe everything, plan, apply. When somebody else was faster (a branch that moved, a pull request opened at
 * the same moment) it looks again, at most three times.
 */
export async function sync(run: Run): Promise<Outcome> {
  for (let times = 1; ; times += 1) {
    try {
      return await reconcile(run);
    } catch (error) {
      if (!(error instanceof Outdated) || times === TIMES_OUTDATED) throw error;
      run.say(`${error.message} Looking again.`);
    }
  }
}

async function reconcile(run: Run): Promise<Outcome> {
  const seen = await observe(run);
  if (run.mode === 'dry-run') {
    const planned = plan(run.settings, seen, run.now);
    return { ...planned, changes: [...seen.labelling, ...planned.changes] };
  }
  // Before anything that may fail: only the event of this run tells that these labels are due.
  await carryOut(run, seen, seen.labelling);
  const first = await planAndApply(run, seen);
  if (!isFirstStep(first.changes)) return { ...first, changes: [...seen.labelling, ...first.changes] };
  const second = await planAndApply(run, await observe(run));
  if (isFirstStep(second.changes)) throw new Outdated('The base moved while this run was merging it.');
  return {
    ...second,
    changes: [...seen.labelling, ...first.changes, ...second.changes],
    result: second.result === 'unchanged' ? first.result : second.result,
  };
}

async function planAndApply(run: Run, seen: Observation): Promise<Outcome> {
  const planned = plan(run.settings, seen, run.now);
  const opened = await carryOut(run, seen, planned.changes);
  return { ...planned, pullRequest: opened ?? planned.pullRequest };
}

function carryOut({ client, repository, deadline, say }: Run, seen: Observation, changes: readonly Change[]) {
  return apply(client, { ...repository, url: seen.repositoryUrl }, changes, { deadline, say });
}

/** Pure: the same observation gives the same plan. */
function plan(settings: Settings, seen: Observation, now: Instant): Outcome {
  const { branch, logAtBase, repositoryUrl } = seen;
  const logOnBranch = branch.tip?.log ?? null;
  const footing = footingOf(branch);
  const [existingFile, where] =
    footing === 'theirs' ? [logOnBranch, settings.branch] : [logAtBase, seen.base.branch];
  const existing = existingFile?.text ?? null;
  // A branch that is to be made anew may be older than the base.
  const former = footing === 'anew' ? [logAtBase] : [logOnBranch, logAtBase];
  const log = buildLog({
    issues: seen.incidents,
    template: seen.template,
    settings: settings.log,
    repositoryUrl,
    existing,
    existingName: `${settings.log.path} on the branch ${where}`,
    formerLogs: former.flatMap((file) => file?.text ?? []),
    now,
  });
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
  };
}

/** Why issues that are listed are no incidents, by number. */
function removalsOf({ listed, incidents }: Observation, { label }: Settings): ReadonlyMap<number, Removal> {
  const trusted = new Set(incidents.map(({ number }) => number));
  return new Map(
    listed
      .filter(({ number }) => !trusted.has(number))
      .map((issue) => [
        issue.number,
        incidentIssues([issue], label).length === 0 ? 'dismissed' : 'untrusted',
      ]),
  );
}
