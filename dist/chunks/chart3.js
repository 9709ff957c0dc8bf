import { t as chartSvg } from "./chart.js";
import { t as isOwnChart } from "./own-chart.js";
import { _ as UserError } from "./first.js";
import { t as chartDataOf } from "./chart-data.js";
import { t as logOfIssues } from "./built-log.js";
import { a as printToKeep, f as readText, l as messageOf, s as PROBLEMS } from "./output.js";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";

// src/command-line/chart.ts
/** Draws the chart of issues, to standard output or into a file. */
async function chart(options) {
	const { built, timezone, printProblems } = await logOfIssues(options);
	const svg = chartSvg(chartDataOf(built, timezone));
	if (options.out === void 0) printToKeep(svg);
	else write(options.out, svg);
	printProblems();
	if (options.failOnProblems && built.problems.length > 0) process.exitCode = PROBLEMS;
}
/** Writes the file, unless something else than a chart of ours is there. */
function write(file, svg) {
	const beside = `${file}.${process.pid}.tmp`;
	if (existsSync(file) && !isOwnChart(readText(file))) throw new UserError(`${file} is no chart of ours, so it was left as it is; give --out another file.`);
	try {
		writeFileSync(beside, svg, { flag: "wx" });
		renameSync(beside, file);
	} catch (error) {
		rmSync(beside, { force: true });
		throw new UserError(`${file} cannot be written (${messageOf(error)}); give --out a file that can.`);
	}
}

export { chart };