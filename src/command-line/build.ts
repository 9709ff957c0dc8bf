import { UserError } from '../errors.ts';
import { asJson } from '../report/json.ts';
import { type LogOptions, logOfIssues } from './built-log.ts';
import { PROBLEMS } from './input.ts';
import { printJson, printToKeep } from './output.ts';

export interface BuildOptions extends LogOptions {
  readonly format: 'markdown' | 'json' | 'csv';
  readonly bom?: true;
}

/** Prints the log of issues, or the same as data. */
export async function build(options: BuildOptions): Promise<void> {
  const { format, bom } = options;
  if (bom && format !== 'csv') throw new UserError('--bom is for spreadsheets: add --format csv.');
  const { built, timezone, printProblems } = await logOfIssues(options);
  if (format === 'markdown') printToKeep(built.log.text);
  else {
    const data = asJson(built, timezone);
    if (format === 'json') printJson(data);
    else printToKeep((bom ? '\uFEFF' : '') + (await import('../report/csv.ts')).asCsv(data));
  }
  printProblems();
  if (options.failOnProblems && built.problems.length > 0) process.exitCode = PROBLEMS;
}
