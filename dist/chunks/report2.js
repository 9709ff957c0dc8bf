import { n as writePage, t as reportPage } from "./page.js";
import { t as logOfIssues } from "./built-log.js";
import { s as PROBLEMS, t as print } from "./output.js";

// src/command-line/report.ts
/** Writes the report page of issues, and prints where it is. */
async function report(options) {
	const log = await logOfIssues(options);
	print(`${writePage(options.out, reportPage(log))}\n`);
	log.printProblems();
	if (options.failOnProblems && log.built.problems.length > 0) process.exitCode = PROBLEMS;
}

export { report };