import { t as chartSvg } from "./chart.js";
import { _ as UserError } from "./first.js";
import { t as chartDataOf } from "./chart-data.js";
import { t as logOfIssues } from "./built-log.js";
import { a as printToKeep, l as messageOf, s as PROBLEMS } from "./output.js";
import { writeFileSync } from "node:fs";

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
function write(file, svg) {
	try {
		writeFileSync(file, svg);
	} catch (error) {
		throw new UserError(`${file} cannot be written (${messageOf(error)}); give --out a file that can.`);
	}
}

export { chart };