import * as v from 'valibot';
import { type LogSettings, type ReadIssue, readIssues, schemaOf } from './build.ts';
import type { Occasion } from './event.ts';
import { Explained } from './explained.ts';
import { hasFormShape } from './form/answers.ts';
import type { Template } from './form/template.ts';
import { readBranch } from './github/branch.ts';
import { type Client, checked, type Repository } from './github/client.ts';
import { type File, readFile } from './github/file.ts';
import {
  askPermissions,
  type Label,
  listIssues,
  missingLabels,
  type Permissions,
  readIssue,
  trustedIssues,
} from './github/incidents.ts';
import {
  hasLabel,
  type Issue,
  incidentIssues,
  issueSchema,
  type TrustRule,
  trustOf,
} from './github/issue.ts';
import { type BranchState, readBranchState } from './github/pull-request.ts';
import { actionIssueSchema } from './github/review-actions.ts';
import type { Instant } from './incident/incident.ts';
import type { Change } from './plan.ts';
import { OVERDUE_LABEL } from './review-actions/overdue.ts';
import { readReminders, readTracking } from './review-actions/read.ts';
import type { Tracking } from './review-actions/tracking.ts';

/** How review actions are kept as issues. */
export interface ActionSettings {
  readonly label: string;
  /** Days after an incident was resolved when an action without a due date is overdue; 0 for never. */
  readonly days: number;
}

export interface Settings extends TrustRule {
  readonly label: string;
  /** Null leaves them as they are typed. */
  readonly reviewActions: ActionSettings | null;
  readonly log: LogSettings;
  readonly templatePath: string;
  readonly branch: string;
  /** Empty means the default branch. */
  readonly base: string;
  readonly pullRequestTitle: string;
  readonly pullRequestLabels: readonly string[];
  readonly commitMessage: string;
}

export interface Observation {
  readonly repositoryUrl: string;
  readonly base: { readonly branch: string; readonly commit: string };
  readonly logAtBase: File | null;
  readonly branch: BranchState;
  readonly template: Template;
  /** All that carry the label, whoever wrote them. */
  readonly listed: readonly Issue[];
  /** Those of them that are incidents of trusted authors. */
  readonly incidents: readonly ReadIssue[];
  /** Null where review actions stay as they are typed. */
  readonly tracking: Tracking | null;
  /** When issues got their last reminder; null where nobody is to be reminded. */
  readonly reminders: ReadonlyMap<number, Instant> | null;
  /** What must be done to labels. */
  readonly labelling: readonly Change[];
}

const aboutSchema = v.object({
  id: v.number(),
  full_name: v.string(),
  html_url: v.pipe(v.string(), v.url()),
  default_branch: v.string(),
});

/** Reads everything that decides what a run does, once, the repository's files as of one commit of the base. */
export async function observe({
  client,
  repository,
  settings,
  occasion,
  now,
}: {
  readonly client: Client;
  readonly repository: Repository;
  readonly settings: Settings;
  readonly occasion: Occasion;
  readonly now: Instant;
}): Promise<Observation> {
  const about = checked(aboutSchema, await client.rest.repos.get({ ...repository }));
  const base = settings.base || about.default_branch;
  const commit = await readBranch(client, repository, base);
  if (commit === null) {
    throw new Explained(`The base branch ${base} does not exist; name one that does in the input \`base\`.`);
  }
  if (settings.branch === base) {
    throw new Explained(
      `The inputs \`branch\` and \`base\` both name ${base}; give \`branch\` another name, for the log arrives there as a pull request.`,
    );
  }
  const { path: logPath } = settings.log;
  const { reviewActions } = settings;
  const [logAtBase, form, found, branch, labels, actions] = await Promise.all([
    readFile(client, repository, logPath, commit),
    readFile(client, repository, settings.templatePath, commit),
    listIssues(client, repository, settings.label, issueSchema),
    readBranchState(client, repository, { branch: settings.branch, logPath, base: { branch: base, commit } }),
    occasion.kind === 'setup' ? missingLabels(client, repository, labelsOf(settings)) : [],
    reviewActions && listIssues(client, repository, reviewActions.label, actionIssueSchema),
  ]);
  const template = schemaOf(form?.text ?? null, settings.templatePath);
  const opened = await openedMeanwhile(client, repository, { settings, occasion, template, listed: found });
  const isPermitted = askPermissions(client, repository);
  const unconfirmed = await unconfirmedByEdit(found, { settings, occasion, isPermitted });
  const listed = [
    ...found.filter((issue) => issue !== unconfirmed),
    ...(opened === null ? [] : [opened.issue]),
  ];
  const candidates = await trustedIssues(incidentIssues(listed, settings.label), settings, isPermitted);
  const incidents = readIssues(candidates, template, { timezone: settings.log.timezone, now });
  const place = { id: about.id, name: about.full_name, url: about.html_url };
  const tracking =
    actions && (await readTracking(client, repository, { place, incidents, labelled: actions, isPermitted }));
  return {
    repositoryUrl: about.html_url,
    base: { branch: base, commit },
    logAtBase,
    branch,
    template,
    listed: found,
    incidents,
    tracking,
    reminders:
      occasion.kind === 'schedule' && reviewActions !== null && tracking !== null
        ? await readReminders(client, repository, tracking, { ...settings.log, ...reviewActions, now })
        : null,
    labelling: [
      ...labels.map((label): Change => ({ kind: 'create-label', label })),
      ...(opened?.labelling ?? []),
      ...(unconfirmed === null
        ? []
        : [{ kind: 'remove-label', issue: unconfirmed.number, label: settings.confirmedLabel } as const]),
    ],
  };
}

/** The labels that the repository is to have. */
export function labelsOf({ label, confirmedLabel, reviewActions }: Settings): Label[] {
  return [
    { name: label, color: 'b60205', description: 'An incident, filed through the form' },
    {
      name: confirmedLabel,
      color: '0e8a16',
      description: 'An incident that may enter the log whoever filed it',
    },
    ...(reviewActions === null
      ? []
      : [
          { name: reviewActions.label, color: '1d76db', description: 'A review action of an incident' },
          { name: OVERDUE_LABEL, color: 'fbca04', description: 'A review action past its date' },
        ]),
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
  issues: readonly Issue[],
  { settings, occasion, isPermitted }: { settings: Settings; occasion: Occasion; isPermitted: Permissions },
): Promise<Issue | null> {
  if (occasion.kind !== 'edited') return null;
  const issue = issues.find(({ number }) => number === occasion.issue);
  if (issue === undefined || !hasLabel(issue, settings.confirmedLabel)) return null;
  const withoutLabel = { ...issue, labels: [] };
  if (trustOf(withoutLabel, settings) === 'trusted') return null;
  return (await isPermitted(occasion.editor)) ? null : issue;
}
