import { reportPage } from '../report/page/page.ts';
import { writePage } from '../report/page/write.ts';
import { type LogOptions, logOfIssues } from './built-log.ts';
import { PROBLEMS } from './input.ts';
import { print } from './output.ts';

export interface ReportOptions extends LogOptions {
  readonly out: string;
}

/** Writes the report page of issues, and prints where it is. */
export async function report(options: ReportOptions): Promise<void> {
  const log = await logOfIssues(options);
  print(`${writePage(options.out, reportPage(log))}\n`);
  log.printProblems();
  if (options.failOnProblems && log.built.problems.length > 0) process.exitCode = PROBLEMS;
}
