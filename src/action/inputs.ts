import * as v from 'valibot';
import { type ChoiceName, choices, readChoiceInput } from '../choices.ts';
import { type Environment, readInput } from '../environment.ts';
import { UserError } from '../errors.ts';
import { OVERDUE_LABEL } from '../model/labels.ts';
import { engineSetting, type Settings } from '../model/settings.ts';
import {
  branch,
  branchOrEmpty,
  chartPath,
  choice,
  days,
  folder,
  labelName,
  list,
  oneLine,
  oneLineOrEmpty,
  path,
  required,
  text,
  timeZone,
} from './input-kinds.ts';

/** The schema of an object in which each entry knows its name. */
function named<const Kinds extends Record<string, (name: string) => v.GenericSchema<string, unknown>>>(
  kinds: Kinds,
) {
  type Entries = { [Name in keyof Kinds]: ReturnType<Kinds[Name]> };
  const entries = Object.entries(kinds).map(([name, kind]) => [name, kind(name)]);
  return v.object(Object.fromEntries(entries) as Entries);
}

const shared = {
  token: required,
  'log-path': path,
  timezone: timeZone,
  'empty-quarters': choice('empty-quarters'),
};

const runSchema = named({
  ...shared,
  label: labelName,
  'confirmed-label': oneLine,
  'problem-label': oneLine,
  feedback: choice('feedback'),
  'close-on-resolved': choice('close-on-resolved'),
  'allowed-bots': list,
  'chart-path': chartPath,
  'log-title': oneLine,
  'log-intro': text,
  'hand-kept': choice('hand-kept'),
  'template-engine': choice('template-engine'),
  overview: choice('overview'),
  'template-path': path,
  branch,
  base: branchOrEmpty,
  'review-actions': choice('review-actions'),
  'review-action-label': oneLine,
  'action-days': text,
  'pull-request': choice('pull-request'),
  'pr-title': oneLine,
  'pr-labels': list,
  'commit-message': oneLineOrEmpty,
  signoff: choice('signoff'),
  'dry-run': choice('dry-run'),
  'fail-on-problems': choice('fail-on-problems'),
});

/** What else is asked of the inputs where review actions have issues. */
const reviewActionSchema = named({ 'action-days': days, 'review-action-label': labelName });

const auditSchema = named({ ...shared, 'allow-empty': choice('allow-empty') });

const reportSchema = named({ 'report-path': folder });

type RunInputs = v.InferOutput<typeof runSchema>;

export interface Inputs {
  readonly token: string;
  readonly settings: Settings;
  readonly mode: 'apply' | 'dry-run';
  readonly onProblems: 'fail' | 'go-on';
}

/** The action's inputs; action.yml has their defaults. Throws {@link UserError} on the first that can't be used. */
export function readInputs(environment: Environment): Inputs {
  const inputs = read(runSchema, environment);
  refuseSharedNames(inputs);
  const reviewActions = inputs['review-actions'] === 'text' ? null : read(reviewActionSchema, environment);
  return {
    token: inputs.token,
    settings: {
      label: inputs.label,
      confirmedLabel: inputs['confirmed-label'],
      problemLabel: inputs['problem-label'],
      feedback: inputs.feedback,
      onResolved: inputs['close-on-resolved'] === 'true' ? 'close' : 'leave-open',
      allowedBots: inputs['allowed-bots'],
      log: {
        path: inputs['log-path'],
        chartPath: inputs['chart-path'],
        title: inputs['log-title'],
        intro: inputs['log-intro'],
        timezone: inputs.timezone,
        emptyQuarters: inputs['empty-quarters'],
        handKept: inputs['hand-kept'],
        engine: engineSetting(inputs['template-engine']),
        overview: inputs.overview === 'true' ? 'write' : 'leave',
      },
      templatePath: inputs['template-path'],
      branch: inputs.branch,
      base: inputs.base,
      reviewActions: reviewActions && {
        label: reviewActions['review-action-label'],
        days: reviewActions['action-days'],
      },
      pullRequest: inputs['pull-request'],
      pullRequestTitle: inputs['pr-title'],
      pullRequestLabels: inputs['pr-labels'],
      commitMessage: inputs['commit-message'],
      signOff: inputs.signoff === 'true' ? 'add' : 'none',
    },
    mode: inputs['dry-run'] === 'true' ? 'dry-run' : 'apply',
    onProblems: inputs['fail-on-problems'] === 'true' ? 'fail' : 'go-on',
  };
}

/** The inputs of `mode: report`. Throws {@link UserError} on the first that can't be used. */
export function readReportInputs(environment: Environment) {
  const { token, settings, mode, onProblems } = readInputs(environment);
  return { token, settings, mode, onProblems, reportPath: read(reportSchema, environment)['report-path'] };
}

/** The inputs of `mode: audit`. Throws {@link UserError} on the first that can't be used. */
export function readAuditInputs(environment: Environment) {
  const inputs = read(auditSchema, environment);
  return {
    token: inputs.token,
    path: inputs['log-path'],
    timezone: inputs.timezone,
    emptyQuarters: inputs['empty-quarters'],
    /** How grave it is that the audit could check nothing. */
    nothing: inputs['allow-empty'] === 'true' ? ('notice' as const) : ('error' as const),
  };
}

type InputSchema = v.GenericSchema<unknown, unknown> & {
  readonly entries: Readonly<Record<string, unknown>>;
};

function read<const Schema extends InputSchema>(
  schema: Schema,
  environment: Environment,
): v.InferOutput<Schema> {
  const typed = Object.keys(schema.entries).map((name) => [
    name,
    name in choices ? readChoiceInput(environment, name as ChoiceName) : readInput(environment, name),
  ]);
  const result = v.safeParse(schema, Object.fromEntries(typed), { abortEarly: true });
  if (result.success) return result.output;
  throw new UserError(result.issues[0].message);
}

/** Two files must not have one path, and two labels must not have one name: label names are the same whatever their case. */
function refuseSharedNames(inputs: RunInputs): void {
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const { 'log-path': logPath, 'problem-label': problemLabel } = inputs;
  if (logPath === inputs['template-path']) {
    throw new UserError(
      `The inputs \`log-path\` and \`template-path\` both name ${logPath}; they are two files.`,
    );
  }
  const labels = ['label', 'confirmed-label', 'review-action-label'] as const;
  const taken = labels.find((name) => isSame(inputs[name], problemLabel));
  if (taken !== undefined || isSame(problemLabel, OVERDUE_LABEL)) {
    throw new UserError(
      `The input \`problem-label\` names “${problemLabel}”, which ${taken === undefined ? 'overdue review actions have' : `\`${taken}\` names, too`}; choose another, for it is set and taken off again.`,
    );
  }
  if (inputs['review-actions'] === 'text') return;
  const actionLabel = inputs['review-action-label'];
  const other = (['label', 'confirmed-label'] as const).find((name) => isSame(inputs[name], actionLabel));
  if (other !== undefined) {
    throw new UserError(
      `The inputs \`review-action-label\` and \`${other}\` both name “${actionLabel}”; they are two labels.`,
    );
  }
  const overdue = labels.find((name) => isSame(inputs[name], OVERDUE_LABEL));
  if (overdue !== undefined) {
    throw new UserError(
      `The input \`${overdue}\` names “${inputs[overdue]}”, the label that review actions past their date get and lose; choose another.`,
    );
  }
}
