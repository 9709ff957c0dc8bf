#!/usr/bin/env node
// The command line's entry: the same core as the action's, on files instead of GitHub.
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Command, CommanderError, Option } from 'commander';
import * as v from 'valibot';
import { buildLog, readIssues, schemaOf } from './build.ts';
import { Explained } from './explained.ts';
import { type Issue, incidentIssues, issueSchema, trustOf } from './github/issue.ts';
import { asJson } from './json.ts';
import { readEmptyQuarters, readTimeZone } from './settings.ts';
import { decodeText } from './text.ts';

const [FINE, PROBLEMS, UNUSABLE] = [0, 1, 2];
const remedy = 'give it the array that the API returns as the list of issues.';

interface BuildOptions {
  readonly issues: string;
  readonly log?: string;
  readonly template?: string;
  readonly timezone: string;
  readonly now?: string;
  readonly label: string;
  readonly confirmedLabel: string;
  readonly emptyQuarters: string;
  readonly failOnProblems?: true;
  readonly format: 'markdown' | 'json';
}

const program = new Command('incident-log')
  .description('Keeps an incident log true: every figure is computed from the timestamps of its incidents.')
  .exitOverride()
  .showHelpAfterError('(see --help)');

program
  .command('build')
  .description(
    'Print the log of incident issues, read from a JSON array as the REST API lists them. Untrusted authors, pull requests, false alarms and duplicates are left out as the action leaves them out.',
  )
  .requiredOption('--issues <file>', 'JSON array of issues; - reads standard input')
  .option(
    '--log <file>',
    'the log as it stands: its own text is kept, and the last entries of issues that cannot be read',
  )
  .option('--template <file>', 'the issue form; without it the one that incident-log ships')
  .option('--timezone <zone>', 'IANA name of the zone of times, log and quarters', 'UTC')
  .option('--now <instant>', 'ISO 8601 instant that counts as now, such as 2026-01-31T12:00Z')
  .option('--label <name>', 'label that makes an issue an incident', 'incident')
  .option(
    '--confirmed-label <name>',
    'label that lets in what an untrusted person filed',
    'incident-confirmed',
  )
  .addOption(
    new Option('--empty-quarters <how>', 'how a quarter without incidents reads')
      .choices(['zero', 'none', 'omit'])
      .default('zero'),
  )
  .option('--fail-on-problems', 'exit with 1 when there is something that a person must mend')
  .addOption(
    new Option('--format <format>', 'what to print').choices(['markdown', 'json']).default('markdown'),
  )
  .action(build);

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? FINE : UNUSABLE),
);

try {
  await program.parseAsync();
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  process.exitCode = isHelp ? FINE : UNUSABLE;
  if (error instanceof Explained) console.error(`incident-log: ${error.message}`);
  // What is no mistake of the caller's is a fault of ours, and its stack trace says where.
  else if (!(error instanceof CommanderError)) console.error(error);
}

async function build(options: BuildOptions): Promise<void> {
  const issues =
    options.issues === '-'
      ? parseIssues(await readStandardInput(), 'standard input')
      : parseIssues(readText(options.issues), options.issues);
  const rule = { confirmedLabel: options.confirmedLabel, allowedBots: [] };
  const incidents = incidentIssues(issues, options.label).filter(
    (issue) => trustOf(issue, rule) === 'trusted',
  );
  const existing = options.log === undefined ? null : readText(options.log);
  const timezone = readTimeZone(options.timezone);
  const emptyQuarters = readEmptyQuarters(options.emptyQuarters);
  const now = readNow(options.now);
  const form = options.template === undefined ? null : readText(options.template);
  const template = schemaOf(form, options.template ?? '');
  const log = buildLog({
    issues: readIssues(incidents, template, { timezone, now }),
    actionStates: new Map(),
    settings: {
      path: options.log ?? 'INCIDENTS.md',
      title: 'Incident Log',
      intro: '',
      timezone,
      emptyQuarters,
    },
    repositoryUrl: repositoryOf(issues, existing),
    existing,
    existingName: options.log ?? '',
    formerLogs: existing === null ? [] : [existing],
    now,
  });
  process.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(asJson(log, { timezone, emptyQuarters, now }), null, 2)}\n`
      : log.text,
  );
  for (const { issue, rule: name, message } of log.problems)
    process.stderr.write(`#${issue} ${name}: ${message}\n`);
  if (options.failOnProblems && log.problems.length > 0) process.exitCode = PROBLEMS;
}

/** Web address of the repository that the issues are from, or else of the one that the log's entries link to; empty if neither says. */
function repositoryOf(issues: readonly Issue[], log: string | null): string {
  const issue = issues.find(({ html_url }) => html_url !== '');
  const url = issue?.html_url ?? /^- \*\*Incident issue\*\*: \[#\d+\]\((.*)\)/m.exec(log ?? '')?.[1] ?? '';
  return url.replace(/\/(issues|pull)\/\d+$/, '');
}

function parseIssues(text: string, name: string): Issue[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Explained(`${name} is not JSON (${messageOf(error)}); ${remedy}`);
  }
  const issues = v.safeParse(v.array(issueSchema), json);
  if (issues.success) return issues.output;
  const [issue] = issues.issues;
  const where = v.getDotPath(issue);
  throw new Explained(
    `${name} is no list of issues${where === null ? '' : ` (at ${where})`}: ${issue.message}; ${remedy}`,
  );
}

function readText(file: string): string {
  try {
    return decodeText(readFileSync(file), file);
  } catch (error) {
    if (error instanceof Explained) throw error;
    throw new Explained(`${file} cannot be read (${messageOf(error)}).`);
  }
}

async function readStandardInput(): Promise<string> {
  return decodeText(await buffer(process.stdin), 'standard input');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readNow(text: string | undefined): number {
  const now = text === undefined ? Date.now() : Date.parse(text);
  if (!Number.isNaN(now) && (text === undefined || /(Z|[+-]\d\d:\d\d)$/.test(text))) return now;
  throw new Explained(`“${text}” is no instant; write --now as 2026-01-31T12:00Z.`);
}
