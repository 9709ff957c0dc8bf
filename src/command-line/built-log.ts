import { isAbsolute, normalize } from 'node:path';
import * as v from 'valibot';
import { brokenZone } from '../audit/rules/file/broken-zone.ts';
import { readChoice } from '../choices.ts';
import { UserError } from '../errors.ts';
import { type Issue, incidentIssues, issueSchema, trustOf } from '../github/issue.ts';
import type { Instant } from '../incident/incident.ts';
import { readLog } from '../log/read/read.ts';
import { type ActionStates, referenceKey, stateOfIssue } from '../model/action-states.ts';
import { type BuiltLog, buildLog } from '../model/build-log.ts';
import { readIssue, schemaOf } from '../model/incidents.ts';
import { engineSetting, readTimeZone } from '../model/settings.ts';
import { messageOf, readNow, readStandardInput, readText, repositoryOfLog } from './input.ts';
import { leftOut } from './left-out.ts';
import { printError } from './output.ts';

const remedy = 'give it the array that the API returns as the list of issues.';

/** The options of the commands that build a log. */
export interface LogOptions {
  readonly issues: string;
  readonly log?: string;
  readonly template?: string;
  readonly timezone: string;
  readonly now?: string;
  readonly label: string;
  readonly confirmedLabel: string;
  readonly emptyQuarters: string;
  readonly handKept: string;
  readonly failOnProblems?: true;
  /** These concern the text of the log alone. */
  readonly templateEngine?: string;
  readonly overview?: boolean;
  readonly chartPath?: string;
}

export interface LogOfIssues {
  readonly built: BuiltLog;
  /** IANA name. */
  readonly timezone: string;
  readonly now: Instant;
  /** Empty where neither the issues nor the log say it. */
  readonly repositoryUrl: string;
  /** Lists on standard error what is not in the log, and what people must fix. */
  readonly printProblems: () => void;
}

/** Builds the log of issues. Throws {@link UserError} on options or files that can't be used. */
export async function logOfIssues(options: LogOptions): Promise<LogOfIssues> {
  const { templateEngine = 'auto', overview = true, chartPath = '' } = options;
  const isElsewhere = isAbsolute(options.log ?? '') || /^\.\.(?:[\\/]|$)/.test(normalize(options.log ?? ''));
  if (chartPath !== '' && isElsewhere) {
    throw new UserError(
      `--chart-path needs a log in the folder where the command runs, as the repository has both, and ${options.log} is elsewhere: run the command at the top of the repository.`,
    );
  }
  const issues =
    options.issues === '-'
      ? parseIssues(await readStandardInput(), 'standard input')
      : parseIssues(readText(options.issues), options.issues);
  const rule = { confirmedLabel: options.confirmedLabel, allowedBots: [] };
  const incidents = incidentIssues(issues, options.label).filter(
    (issue) => trustOf(issue, rule) === 'trusted',
  );
  const source = options.log === undefined ? null : readText(options.log);
  const timezone = readTimeZone(options.timezone);
  const emptyQuarters = readChoice('empty-quarters', options.emptyQuarters);
  const now = readNow(options.now);
  const form = options.template === undefined ? null : readText(options.template);
  const template = schemaOf(form, options.template ?? '');
  const repositoryUrl = repositoryOf(issues, source);
  const existing = source === null ? null : readLog(source, repositoryUrl);
  const built = buildLog({
    issues: incidents.map((issue) => readIssue(issue, template, { timezone, now })),
    actionStates: statesIn(issues),
    template,
    settings: {
      path: options.log ?? 'INCIDENTS.md',
      chartPath: chartPath,
      title: 'Incident Log',
      intro: '',
      timezone,
      emptyQuarters,
      handKept: readChoice('hand-kept', options.handKept),
      engine: engineSetting(readChoice('template-engine', templateEngine)),
      overview: overview ? 'write' : 'leave',
    },
    repositoryUrl,
    existing,
    existingName: options.log ?? '',
    formerLogs: existing === null ? [] : [existing],
    now,
  });
  const printProblems = () => {
    printError(leftOut(issues, options.label, rule));
    for (const { issue, rule: name, message } of built.problems)
      printError(`#${issue} ${name}: ${message}\n`);
    for (const { rule: name, message } of built.findings)
      if (name === brokenZone.id) printError(`${options.log ?? ''} ${name}: ${message}\n`);
  };
  return { built, timezone, now, repositoryUrl, printProblems };
}

/** The states of review actions whose issues are in the list, too. Pull requests there do not say whether they were merged. */
function statesIn(issues: readonly Issue[]): ActionStates {
  return new Map(
    issues
      .filter(({ pull_request: pull }) => pull === null)
      .map((issue) => [referenceKey(issue.number), stateOfIssue({ ...issue, pull_request: null })]),
  );
}

/** Web address of the repository that the issues are from, or else of the one that the log's entries link to; empty if neither says. */
function repositoryOf(issues: readonly Issue[], log: string | null): string {
  const issue = issues.find(({ html_url }) => html_url !== '');
  return issue?.html_url.replace(/\/(issues|pull)\/\d+$/, '') ?? repositoryOfLog(log ?? '');
}

function parseIssues(text: string, name: string): Issue[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError(`${name} is not JSON (${messageOf(error)}); ${remedy}`);
  }
  const issues = v.safeParse(v.array(issueSchema), json);
  if (issues.success) return issues.output;
  const [issue] = issues.issues;
  const where = v.getDotPath(issue);
  throw new UserError(
    `${name} is no list of issues${where === null ? '' : ` (at ${where})`}: ${issue.message}; ${remedy}`,
  );
}
