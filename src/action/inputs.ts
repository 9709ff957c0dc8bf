import { readChoiceInput } from '../choices.ts';
import { type Environment, readInput } from '../environment.ts';
import { UserError } from '../errors.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import { OVERDUE_LABEL } from '../model/labels.ts';
import { type ActionSettings, engineSetting, readTimeZone, type Settings } from '../model/settings.ts';

export interface Inputs {
  readonly token: string;
  readonly settings: Settings;
  readonly mode: 'apply' | 'dry-run';
  readonly onProblems: 'fail' | 'go-on';
}

/** The action's inputs; defaults stand in action.yml. Throws {@link UserError} on the first that cannot be used. */
export function readInputs(environment: Environment): Inputs {
  const [logPath, templatePath] = [path(environment, 'log-path'), path(environment, 'template-path')];
  if (logPath === templatePath) {
    throw new UserError(
      `The inputs \`log-path\` and \`template-path\` both name ${logPath}; they are two files.`,
    );
  }
  return {
    token: required(environment, 'token'),
    settings: {
      label: labelName(environment, 'label'),
      confirmedLabel: oneLine(environment, 'confirmed-label'),
      problemLabel: problemLabel(environment),
      feedback: readChoiceInput(environment, 'feedback'),
      onResolved: readChoiceInput(environment, 'close-on-resolved') === 'true' ? 'close' : 'leave-open',
      allowedBots: list(environment, 'allowed-bots'),
      log: {
        path: logPath,
        title: oneLine(environment, 'log-title'),
        intro: readInput(environment, 'log-intro'),
        timezone: readTimeZone(required(environment, 'timezone')),
        emptyQuarters: readChoiceInput(environment, 'empty-quarters'),
        handKept: readChoiceInput(environment, 'hand-kept'),
        engine: engineSetting(readChoiceInput(environment, 'template-engine')),
      },
      templatePath,
      branch: branch('branch', oneLine(environment, 'branch')),
      base: branch('base', readInput(environment, 'base')),
      reviewActions: reviewActions(environment),
      pullRequest: readChoiceInput(environment, 'pull-request'),
      pullRequestTitle: oneLine(environment, 'pr-title'),
      pullRequestLabels: list(environment, 'pr-labels'),
      commitMessage: oneLine(environment, 'commit-message'),
      signOff: readChoiceInput(environment, 'signoff') === 'true' ? 'add' : 'none',
    },
    mode: readChoiceInput(environment, 'dry-run') === 'true' ? 'dry-run' : 'apply',
    onProblems: readChoiceInput(environment, 'fail-on-problems') === 'true' ? 'fail' : 'go-on',
  };
}

/** What an audit needs to know. */
export interface AuditInputs {
  readonly emptyQuarters: EmptyQuarters;
  readonly token: string;
  readonly path: string;
  readonly timezone: string;
  /** What it is where the audit could do nothing. */
  readonly nothing: 'error' | 'notice';
}

/** The inputs of `mode: audit`. Throws {@link UserError} on the first that cannot be used. */
export function readAuditInputs(environment: Environment): AuditInputs {
  return {
    token: required(environment, 'token'),
    path: path(environment, 'log-path'),
    timezone: readTimeZone(required(environment, 'timezone')),
    emptyQuarters: readChoiceInput(environment, 'empty-quarters'),
    nothing: readChoiceInput(environment, 'allow-empty') === 'true' ? 'notice' : 'error',
  };
}

function required(environment: Environment, name: string): string {
  const value = readInput(environment, name);
  if (value !== '') return value;
  throw new UserError(`The input \`${name}\` is empty; give it a value, or leave it out for the default.`);
}

function oneLine(environment: Environment, name: string): string {
  const value = required(environment, name);
  if (!/\p{Cc}/u.test(value)) return value;
  throw new UserError(`The input \`${name}\` has line ends or control characters; write it on one line.`);
}

function problemLabel(environment: Environment): string {
  const name = oneLine(environment, 'problem-label');
  const others = ['label', 'confirmed-label', 'review-action-label'];
  const taken = others.find((input) => oneLine(environment, input).toLowerCase() === name.toLowerCase());
  if (taken === undefined && name.toLowerCase() !== OVERDUE_LABEL) return name;
  throw new UserError(
    `The input \`problem-label\` names “${name}”, which ${taken === undefined ? 'overdue review actions have' : `\`${taken}\` names, too`}; choose another, for it is set and taken off again.`,
  );
}

function reviewActions(environment: Environment): ActionSettings | null {
  if (readChoiceInput(environment, 'review-actions') === 'text') return null;
  const days = required(environment, 'action-days');
  if (!/^\d{1,5}$/.test(days)) {
    throw new UserError(`“${days}” is no number of days; set \`action-days\` to one such as 30, or to 0.`);
  }
  const label = labelName(environment, 'review-action-label');
  const others = ['label', 'confirmed-label'].filter(
    (name) => oneLine(environment, name).toLowerCase() === label.toLowerCase(),
  );
  if (others.length > 0) {
    throw new UserError(
      `The inputs \`review-action-label\` and \`${others[0]}\` both name “${label}”; they are two labels.`,
    );
  }
  const taken = ['label', 'confirmed-label', 'review-action-label'].find(
    (name) => oneLine(environment, name).toLowerCase() === OVERDUE_LABEL,
  );
  if (taken !== undefined) {
    throw new UserError(
      `The input \`${taken}\` names “${oneLine(environment, taken)}”, the label that review actions past their date get and lose; choose another.`,
    );
  }
  return { label, days: Number(days) };
}

/** Items stand on lines of their own or between commas. */
function list(environment: Environment, name: string): string[] {
  const items = readInput(environment, name).split(/[,\n]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The name of a label by which issues are listed: GitHub takes several at once, with commas between them. */
function labelName(environment: Environment, name: string): string {
  const value = oneLine(environment, name);
  if (!value.includes(',')) return value;
  throw new UserError(
    `The input \`${name}\` names “${value}”, but GitHub cannot list issues by a label with a comma; rename it.`,
  );
}

function path(environment: Environment, name: string): string {
  const value = oneLine(environment, name).replace(/^\.\//, '');
  if (!value.startsWith('/') && !value.split('/').some((part) => ['', '.', '..', '.git'].includes(part))) {
    return value;
  }
  throw new UserError(
    `“${value}” is no path in the repository; set \`${name}\` to one such as docs/INCIDENTS.md.`,
  );
}

/** A name that git takes for a branch (https://git-scm.com/docs/git-check-ref-format), or empty. */
function branch(name: string, value: string): string {
  const prefix = 'refs/heads/';
  if (value.startsWith(prefix) && value !== prefix) return branch(name, value.slice(prefix.length));
  const isRefused =
    /[\s~^:?*[\\\u007f]|\.\.|@\{|\/\/|[/.]$|^[-/]|\.lock(\/|$)|(^|\/)\./.test(value) ||
    value === '@' ||
    value === 'HEAD';
  if (!isRefused) return value;
  throw new UserError(`“${value}” is no name of a branch; set \`${name}\` to one such as incident-log.`);
}
