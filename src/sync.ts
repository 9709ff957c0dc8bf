import * as v from 'valibot';
import { apply } from './apply.ts';
import { type BuiltLog, buildLog, type LogSettings, schemaOf } from './build.ts';
import type { Occasion } from './event.ts';
import { Explained } from './explained.ts';
import { hasFormShape } from './form/answers.ts';
import type { Template } from './form/template.ts';
import { readBranch } from './github/branch.ts';
import { type Client, checked, Outdated, type Repository } from './github/client.ts';
import { type File, readFile } from './github/file.ts';
import {
  hasTriagePermission,
  type Label,
  listIssues,
  missingLabels,
  readIssue,
  trustedIssues,
} from './github/incidents.ts';
import { hasLabel, type Issue, incidentIssues, type TrustRule, trustOf } from './github/issue.ts';
import { type BranchState, type PullRequest, readBranchState } from './github/pull-request.ts';
import type { Instant } from './incident/incident.ts';
import { type Change, footingOf, mustMergeBase, planPullRequest, type Result } from './plan.ts';
import { pullRequestBody, type Removal } from './report.ts';

export interface Settings extends TrustRule {
  readonly label: string;
  readonly log: LogSettings;
  readonly templatePath: string;
  readonly branch: string;
  /** Empty means the default branch. */
  readonly base: string;
  readonly pullRequestTitle: string;
  readonly pullRequestLabels: readonly string[];
  readonly commitMessage: string;
}

/** What a run came to. */
export interface Outcome {
  readonly result: Result;
  readonly pullRequest: PullRequest | null;
  readonly log: BuiltLog;
  readonly logAtBase: string | null;
  readonly repositoryUrl: string;
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

interface Observation {
  readonly repositoryUrl: string;
  readonly base: { readonly branch: string; readonly commit: string };
  readonly logAtBase: File | null;
  readonly branch: BranchState;
  readonly template: Template;
  /** All that carry the label, whoever wrote them. */
  readonly listed: readonly Issue[];
  /** Those of them that are incidents of trusted authors. */
  readonly incidents: readonly Issue[];
  /** What must be done to labels. */
  readonly labelling: readonly Change[];
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
  let seen = await observe(run);
  if (mustMergeBase(seen.branch) && run.mode === 'apply') {
    const { branch, commit } = seen.base;
    await carryOut(run, seen, [{ kind: 'merge-base', branch: run.settings.branch, base: branch, commit }]);
    // The merge may have changed the log on the branch, which ours is edited from.
    seen = await observe(run);
  }
  const outcome = plan(run.settings, seen, run.now);
  if (run.mode === 'dry-run') return outcome;
  const opened = await carryOut(run, seen, outcome.changes);
  return { ...outcome, pullRequest: opened ?? outcome.pullRequest };
}

function carryOut({ client, repository, deadline, say }: Run, seen: Observation, changes: readonly Change[]) {
  return apply(client, { ...repository, url: seen.repositoryUrl }, changes, { deadline, say });
}

async function observe({ client, repository, settings, occasion }: Run): Promise<Observation> {
  const about = checked(
    v.object({ html_url: v.pipe(v.string(), v.url()), default_branch: v.string() }),
    await client.rest.repos.get({ ...repository }),
  );
  const base = settings.base || about.default_branch;
  const commit = await readBranch(client, repository, base);
  if (commit === null) {
    throw new Explained(`The base branch ${base} does not exist; name one that does in the input \`base\`.`);
  }
  const { path: logPath } = settings.log;
  const [logAtBase, form, found, branch, labels] = await Promise.all([
    readFile(client, repository, logPath, commit),
    readFile(client, repository, settings.templatePath, commit),
    listIssues(client, repository, settings.label),
    readBranchState(client, repository, { branch: settings.branch, logPath, baseCommit: commit }),
    occasion.kind === 'setup' ? missingLabels(client, repository, labelsOf(settings)) : [],
  ]);
  const template = schemaOf(form?.text ?? null, settings.templatePath);
  const opened = await openedMeanwhile(client, repository, { settings, occasion, template, listed: found });
  const unconfirmed = await unconfirmedByEdit(client, repository, { settings, occasion, issues: found });
  const listed = [
    ...found.filter((issue) => issue !== unconfirmed),
    ...(opened === null ? [] : [opened.issue]),
  ];
  const candidates = incidentIssues(listed, settings.label);
  return {
    repositoryUrl: about.html_url,
    base: { branch: base, commit },
    logAtBase,
    branch,
    template,
    listed: found,
    incidents: await trustedIssues(client, repository, candidates, settings),
    labelling: [
      ...labels.map((label): Change => ({ kind: 'create-label', label })),
      ...(opened?.labelling ?? []),
      ...(unconfirmed === null
        ? []
        : [{ kind: 'remove-label', issue: unconfirmed.number, label: settings.confirmedLabel } as const]),
    ],
  };
}

function labelsOf({ label, confirmedLabel }: Settings): Label[] {
  return [
    { name: label, color: 'b60205', description: 'An incident, filed through the form' },
    {
      name: confirmedLabel,
      color: '0e8a16',
      description: 'An incident that may enter the log whoever filed it',
    },
  ];
}

/**
 * The issue that was opened through the form and that the list does not hold yet: GitHub dropped the form's label, or it got
 * the label only after the list was read. As it will be once it has it.
 */
async function openedMeanwhile(
  client: Client,
  repository: Repository,
  {
    settings,
    occasion,
    template,
    listed,
  }: { settings: Settings; occasion: Occasion; template: Template; listed: readonly Issue[] },
): Promise<{ readonly issue: Issue; readonly labelling: readonly Change[] } | null> {
  if (occasion.kind !== 'opened' || listed.some(({ number }) => number === occasion.issue)) return null;
  const issue = await readIssue(client, repository, occasion.issue);
  if (issue === null) return null;
  if (hasLabel(issue, settings.label)) return { issue, labelling: [] };
  if (!hasFormShape(issue.body, template)) return null;
  const labels = [settings.label];
  const missing = await missingLabels(client, repository, labelsOf(settings).slice(0, 1));
  return {
    issue: { ...issue, labels: [...issue.labels, ...labels] },
    labelling: [
      ...missing.map((label): Change => ({ kind: 'create-label', label })),
      { kind: 'add-labels', issue: issue.number, labels },
    ],
  };
}

/** The confirmed issue that somebody untrusted has edited: what was confirmed is not what it says now. */
async function unconfirmedByEdit(
  client: Client,
  repository: Repository,
  { settings, occasion, issues }: { settings: Settings; occasion: Occasion; issues: readonly Issue[] },
): Promise<Issue | null> {
  if (occasion.kind !== 'edited') return null;
  const issue = issues.find(({ number }) => number === occasion.issue);
  if (issue === undefined || !hasLabel(issue, settings.confirmedLabel)) return null;
  const withoutLabel = { ...issue, labels: [] };
  if (trustOf(withoutLabel, settings) === 'trusted') return null;
  return (await hasTriagePermission(client, repository, occasion.editor)) ? null : issue;
}

/** Pure: the same observation gives the same plan. */
function plan(settings: Settings, seen: Observation, now: Instant): Outcome {
  const { branch, logAtBase, repositoryUrl } = seen;
  const logOnBranch = branch.tip?.log ?? null;
  const existing = (footingOf(branch) === 'theirs' ? logOnBranch : logAtBase)?.text ?? null;
  const log = buildLog({
    issues: seen.incidents,
    template: seen.template,
    settings: settings.log,
    repositoryUrl,
    existing,
    formerLogs: [logOnBranch, logAtBase].flatMap((file) => file?.text ?? []),
    now,
  });
  const isEmpty = existing === null && log.incidents.length + log.kept.length === 0;
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
      removals: removalsOf(seen, settings),
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
    changes: [...seen.labelling, ...planned.changes],
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
