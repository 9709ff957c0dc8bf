import { _ as UserError } from "./first.js";
import { t as asJson } from "./json.js";
import { t as logOfIssues } from "./built-log.js";
import { a as printToKeep, i as printJson, s as PROBLEMS } from "./output.js";

// src/command-line/build.ts
/** Prints the log of issues, or the same as data. */
async function build(options) {
	const { format, bom } = options;
	if (bom && format !== "csv") throw new UserError("--bom is for spreadsheets: add --format csv.");
	const { built, timezone, printProblems } = await logOfIssues(options);
	if (format === "markdown") printToKeep(built.log.text);
	else {
		const data = asJson(built, timezone);
		if (format === "json") printJson(data);
		else printToKeep((bom ? "﻿" : "") + (await import("./csv.js")).asCsv(data));
	}
	printProblems();
	if (options.failOnProblems && built.problems.length > 0) process.exitCode = PROBLEMS;
}

export { build };