import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { chartSvg } from '../chart/chart.ts';
import { isOwnChart } from '../chart/own-chart.ts';
import { UserError } from '../errors.ts';
import { chartDataOf } from '../model/chart-data.ts';
import { type LogOptions, logOfIssues } from './built-log.ts';
import { messageOf, PROBLEMS, readText } from './input.ts';
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

/** Writes the file, unless something else than a chart of ours is there. */
function write(file: string, svg: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  if (existsSync(file) && !isOwnChart(readText(file)))
    throw new UserError(`${file} is no chart of ours, so it was left as it is; give --out another file.`);
  try {
    writeFileSync(beside, svg, { flag: 'wx' });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UserError(`${file} cannot be written (${messageOf(error)}); give --out a file that can.`);
  }
}
