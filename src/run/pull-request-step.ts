import { ConflictError } from '../errors.ts';
import { missingFormNotice } from '../form/assumed.ts';
import { incidentIssues } from '../github/issue.ts';
import { compareUrlOf } from '../github/pull-request.ts';
import type { Instant } from '../incident/incident.ts';
import { changesBetween } from '../log/diff.ts';
import { buildLog } from '../model/build-log.ts';
import { generatedFiles } from '../model/generated-files.ts';
import type { Settings } from '../model/settings.ts';
import { pullRequestBody } from '../pull-request/body.ts';
import { footingOf, isFirstStep, planPullRequest } from '../pull-request/plan.ts';
import { commitSubject } from '../pull-request/subject.ts';
import type { Removal } from '../report/sections.ts';
import { actionStates } from '../review-actions/tracking.ts';
import { apply } from './apply.ts';
import type { RunContext } from './context.ts';
import { observe } from './observe.ts';
import { observeIssues } from './observe-issues.ts';
import type { ActionsOutcome, Outcome } from './outcome.ts';
import { startReads } from './reads.ts';
import type { Snapshot } from './snapshot.ts';

/** Builds the log and proposes it. Where the base must be merged into the branch first, it plans again from what is there after that. */
export async function pullRequestStep(
  context: RunContext,
  snapshot: Snapshot,
  actions: ActionsOutcome,
): Promise<Outcome> {
  const first = await planAndApply(context, snapshot, actions);
  if (context.mode === 'dry-run' || !isFirstStep(first.changes)) return first;
  const reads = startReads(context);
  const merged = await observe(context, await observeIssues(context, reads), reads);
  const second = await planAndApply(context, merged, actions);
  if (isFirstStep(second.changes)) throw new ConflictError('The base moved while this run was merging it.');
  return {
    ...second,
    changes: [...first.changes, ...second.changes],
    result: second.result === 'unchanged' ? first.result : second.result,
  };
}

async function planAndApply(
  context: RunContext,
  snapshot: Snapshot,
  actions: ActionsOutcome,
): Promise<Outcome> {
  const planned = await plan(context.settings, snapshot, actions, context.now);
  const results = await apply(context, planned.changes);
  const opened = results.find((result) => result?.kind === 'pull-request');
  const branch = results.find((result) => result?.kind === 'branch')?.branch ?? snapshot.branch.branch;
  const proposed = { base: snapshot.base.branch, branch, title: context.settings.pullRequestTitle };
  return {
    ...planned,
    pullRequest: opened?.pullRequest ?? planned.pullRequest,
    compareUrl: planned.result === 'branch' ? compareUrlOf(planned.repositoryUrl, proposed) : null,
  };
}

/** The same snapshot gives the same plan. */
async function plan(
  settings: Settings,
  snapshot: Snapshot,
  actions: ActionsOutcome,
  now: Instant,
): Promise<Omit<Outcome, 'compareUrl'>> {
  const { branch, repositoryUrl, logAtBase, logOnBranch } = snapshot;
  const footing = footingOf(branch);
  const [existing, where] =
    footing === 'theirs' ? [logOnBranch, branch.branch] : [logAtBase, snapshot.base.branch];
  // A branch that is to be rebuilt may be older than the base.
  const former = footing === 'rebuild' ? [logAtBase] : [logOnBranch, logAtBase];
  const built = buildLog({
    issues: snapshot.incidents,
    actionStates: snapshot.tracking === null ? new Map() : actionStates(snapshot.tracking),
    template: snapshot.template,
    settings: settings.log,
    repositoryUrl,
    existing,
    existingName: `${settings.log.path} on the branch ${where}`,
    formerLogs: former.filter((log) => log !== null),
    now,
  });
  const log = { ...built, problems: [...built.problems, ...actions.problems] };
  const files = (footing === 'theirs' ? branch.tip?.files : null) ?? snapshot.filesAtBase;
  const isEmpty = existing === null && log.incidents.length + log.formerEntries.length === 0;
  const logChanges = changesBetween(logAtBase, log.log, repositoryUrl);
  // A commit on top of what is on the branch changes less than the whole pull request.
  const committed = footing === 'rebuild' ? logChanges : changesBetween(logOnBranch, log.log, repositoryUrl);
  const removals = removalsOf(snapshot, settings);
  const planned = planPullRequest(branch, {
    files: isEmpty ? null : await generatedFiles(log, { settings, existing: files, branch: where }),
    filesAtBase: snapshot.filesAtBase,
    repositoryUrl,
    branch: branch.branch,
    base: snapshot.base,
    title: settings.pullRequestTitle,
    body: pullRequestBody({ logChanges, built: log, repositoryUrl, removals }),
    labels: settings.pullRequestLabels,
    commitMessage: settings.commitMessage || commitSubject(committed),
    signOff: settings.signOff,
    pullRequest: settings.pullRequest,
  });
  return {
    result: planned.result,
    pullRequest: planned.pullRequest,
    built: log,
    logAtBase,
    logChanges,
    repositoryUrl,
    notice: missingFormNotice(snapshot.template),
    removals,
    changes: planned.changes,
    actions,
    unasked: snapshot.incidents.filter(({ author }) => author === 'unasked').length,
  };
}

/** Why issues that are listed are no incidents, by number. */
function removalsOf({ listed, incidents }: Snapshot, { label }: Settings): ReadonlyMap<number, Removal> {
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
