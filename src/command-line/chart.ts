import { writeFileSync } from 'node:fs';
import { chartSvg } from '../chart/chart.ts';
import { UserError } from '../errors.ts';
import { chartDataOf } from '../model/chart-data.ts';
import { type LogOptions, logOfIssues } from './built-log.ts';
import { messageOf, PROBLEMS } from './input.ts';
import { printToKeep } from './output.ts';

export interface ChartOptions extends LogOptions {
  readonly out?: string;
}

/** Draws the chart of issues, to standard output or into a file. */
export async function chart(options: ChartOptions): Promise<void> {
  const { built, timezone, printProblems } = await logOfIssues(options);
  const svg = chartSvg(chartDataOf(built, timezone));
  if (options.out === undefined) printToKeep(svg);
  else write(options.out, svg);
  printProblems();
  if (options.failOnProblems && built.problems.length > 0) process.exitCode = PROBLEMS;
}

function write(file: string, svg: string): void {
  try {
    writeFileSync(file, svg);
  } catch (error) {
    throw new UserError(`${file} cannot be written (${messageOf(error)}); give --out a file that can.`);
  }
}
