import { getInput } from '@actions/core';
import { readChoiceInput } from '../choices.ts';
import { Explained } from '../errors.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import { OVERDUE_LABEL } from '../model/labels.ts';
import { type ActionSettings, engineSetting, readTimeZone, type Settings } from '../model/settings.ts';

export interface Inputs {
  readonly token: string;
  readonly settings: Settings;
  readonly mode: 'apply' | 'dry-run';
  readonly onProblems: 'fail' | 'go-on';
}

/** The action's inputs; defaults stand in action.yml. Throws {@link Explained} on the first that cannot be used. */
export function readInputs(): Inputs {
  const [logPath, templatePath] = [path('log-path'), path('template-path')];
  if (logPath === templatePath) {
    throw new Explained(
      `The inputs \`log-path\` and \`template-path\` both name ${logPath}; they are two files.`,
    );
  }
  return {
    token: required('token'),
    settings: {
      label: labelName('label'),
      confirmedLabel: oneLine('confirmed-label'),
      problemLabel: problemLabel(),
      feedback: readChoiceInput('feedback'),
      onResolved: readChoiceInput('close-on-resolved') === 'true' ? 'close' : 'leave-open',
      allowedBots: list('allowed-bots'),
      log: {
        path: logPath,
        title: oneLine('log-title'),
        intro: getInput('log-intro'),
        timezone: readTimeZone(required('timezone')),
        emptyQuarters: readChoiceInput('empty-quarters'),
        handKept: readChoiceInput('hand-kept'),
        engine: engineSetting(readChoiceInput('template-engine')),
      },
      templatePath,
      branch: branch('branch', oneLine('branch')),
      base: branch('base', getInput('base')),
      reviewActions: reviewActions(),
      pullRequest: readChoiceInput('pull-request'),
      pullRequestTitle: oneLine('pr-title'),
      pullRequestLabels: list('pr-labels'),
      commitMessage: oneLine('commit-message'),
      signOff: readChoiceInput('signoff') === 'true' ? 'add' : 'none',
    },
    mode: readChoiceInput('dry-run') === 'true' ? 'dry-run' : 'apply',
    onProblems: readChoiceInput('fail-on-problems') === 'true' ? 'fail' : 'go-on',
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

/** The inputs of `mode: audit`. Throws {@link Explained} on the first that cannot be used. */
export function readAuditInputs(): AuditInputs {
  return {
    token: required('token'),
    path: path('log-path'),
    timezone: readTimeZone(required('timezone')),
    emptyQuarters: readChoiceInput('empty-quarters'),
    nothing: readChoiceInput('allow-empty') === 'true' ? 'notice' : 'error',
  };
}

function required(name: string): string {
  const value = getInput(name);
  if (value !== '') return value;
  throw new Explained(`The input \`${name}\` is empty; give it a value, or leave it out for the default.`);
}

function oneLine(name: string): string {
  const value = required(name);
  if (!/\p{Cc}/u.test(value)) return value;
  throw new Explained(`The input \`${name}\` has line ends or control characters; write it on one line.`);
}

function problemLabel(): string {
  const name = oneLine('problem-label');
  const others = ['label', 'confirmed-label', 'review-action-label'];
  const taken = others.find((input) => oneLine(input).toLowerCase() === name.toLowerCase());
  if (taken === undefined && name.toLowerCase() !== OVERDUE_LABEL) return name;
  throw new Explained(
    `The input \`problem-label\` names “${name}”, which ${taken === undefined ? 'overdue review actions have' : `\`${taken}\` names, too`}; choose another, for it is set and taken off again.`,
  );
}

function reviewActions(): ActionSettings | null {
  if (readChoiceInput('review-actions') === 'text') return null;
  const days = required('action-days');
  if (!/^\d{1,5}$/.test(days)) {
    throw new Explained(`“${days}” is no number of days; set \`action-days\` to one such as 30, or to 0.`);
  }
  const label = labelName('review-action-label');
  const others = ['label', 'confirmed-label'].filter(
    (name) => oneLine(name).toLowerCase() === label.toLowerCase(),
  );
  if (others.length > 0) {
    throw new Explained(
      `The inputs \`review-action-label\` and \`${others[0]}\` both name “${label}”; they are two labels.`,
    );
  }
  const taken = ['label', 'confirmed-label', 'review-action-label'].find(
    (name) => oneLine(name).toLowerCase() === OVERDUE_LABEL,
  );
  if (taken !== undefined) {
    throw new Explained(
      `The input \`${taken}\` names “${oneLine(taken)}”, the label that review actions past their date get and lose; choose another.`,
    );
  }
  return { label, days: Number(days) };
}

/** Items stand on lines of their own or between commas. */
function list(name: string): string[] {
  const items = getInput(name).split(/[,\n]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The name of a label by which issues are listed: GitHub takes several at once, with commas between them. */
function labelName(name: string): string {
  const value = oneLine(name);
  if (!value.includes(',')) return value;
  throw new Explained(
    `The input \`${name}\` names “${value}”, but GitHub cannot list issues by a label with a comma; rename it.`,
  );
}

function path(name: string): string {
  const value = oneLine(name).replace(/^\.\//, '');
  if (!value.startsWith('/') && !value.split('/').some((part) => ['', '.', '..', '.git'].includes(part))) {
    return value;
  }
  throw new Explained(
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
  throw new Explained(`“${value}” is no name of a branch; set \`${name}\` to one such as incident-log.`);
}
