#!/usr/bin/env node
// The command line's entry: the same core as the action's, on files instead of GitHub.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { Command, CommanderError, Option } from 'commander';
import { FINE, UNUSABLE } from './command-line/input.ts';
import { print, printError } from './command-line/output.ts';
import { UserError } from './errors.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const program = new Command('incident-log')
  .version(version, '--version', 'print the version')
  .configureOutput({ writeOut: print, writeErr: printError })
  .description('Keeps an incident log true: every figure is computed from the timestamps of its incidents.')
  .exitOverride()
  .showHelpAfterError('(see --help)');

/** The options of the commands that read issues. */
function readsIssues(command: Command): Command {
  return command
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
        .choices(['none', 'zero', 'omit'])
        .default('none'),
    )
    .addOption(
      new Option('--hand-kept <how>', 'what becomes of what people keep by hand in the log')
        .choices(['keep', 'fix'])
        .default('keep'),
    )
    .option('--fail-on-problems', 'exit with 1 when somebody must fix something');
}

readsIssues(program.command('build'))
  .description(
    'Print the log of incident issues, read from a JSON array as the REST API lists them. Untrusted authors, pull requests, false alarms and duplicates are left out as the action leaves them out.',
  )
  .addOption(
    new Option(
      '--template-engine <engine>',
      'what a site generator runs the log through; auto goes by the file',
    )
      .choices(['auto', 'none', 'liquid', 'erb', 'mdx', 'vue'])
      .default('auto'),
  )
  .option('--chart-path <path>', 'the chart that the overview shows, as the action has it in the repository')
  .option('--no-overview', 'leave out the overview of a new log, and leave the one that stands as it is')
  .addOption(
    new Option('--format <format>', 'what to print: the log, data, or a table with a row for each incident')
      .choices(['markdown', 'json', 'csv'])
      .default('markdown'),
  )
  .option('--bom', 'begin the CSV with a byte order mark, which Excel needs to read it as UTF-8')
  .action(async (options) => (await import('./command-line/build.ts')).build(options));

readsIssues(program.command('chart'))
  .description(
    'Draw a chart of the incidents, read as build reads them: an SVG with a mark for each, by when it was first detected and how long it took to resolve.',
  )
  .option('--out <file>', 'file to write instead of standard output')
  .action(async (options) => (await import('./command-line/chart.ts')).chart(options));

readsIssues(program.command('report'))
  .description(
    'Write a page with figures, a chart and a table of the incidents, read as build reads them: one HTML file that loads nothing from anywhere.',
  )
  .requiredOption('--out <folder>', 'folder of the page, index.html; created where it is missing')
  .action(async (options) => (await import('./command-line/report.ts')).report(options));

program
  .command('audit')
  .description(
    'Check a log that is kept by hand: every stated duration and mean against what follows from the timestamps. Exits with 0 when there is no error, 1 when there is, 2 when a file cannot be read.',
  )
  .argument('[files...]', 'logs in Markdown; - reads standard input')
  .option('--timezone <zone>', 'IANA name of the zone of times and quarters', 'UTC')
  .option('--now <instant>', 'ISO 8601 instant that counts as now, such as 2026-01-31T12:00Z')
  .addOption(
    new Option('--format <format>', 'what to print: text, data, or annotations of a workflow')
      .choices(['text', 'json', 'github'])
      .default('text'),
  )
  .addOption(
    new Option('--empty-quarters <how>', 'with omit, a quarter without incidents need not be listed')
      .choices(['none', 'zero', 'omit'])
      .default('none'),
  )
  .option('--fix', 'correct in the files the figures that are certain, and nothing else')
  .option('--allow-empty', 'make it a notice when no incident is found, or no figure could be compared')
  .option('--rules', 'list what is looked for, and end')
  .action(async (files, options) => (await import('./command-line/audit.ts')).auditFiles(files, options));

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? FINE : UNUSABLE),
);

try {
  await program.parseAsync();
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  process.exitCode = isHelp ? FINE : UNUSABLE;
  if (error instanceof UserError) printError(`incident-log: ${error.message}\n`);
  // What is no mistake of the caller's is a fault of ours, and its stack trace says where.
  else if (!(error instanceof CommanderError)) printError(`${inspect(error)}\n`);
}
