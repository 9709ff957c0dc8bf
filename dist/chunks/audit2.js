import { _ as readLog, a as auditLog, m as instantOf, o as rules, r as readTimeZone } from "./settings.js";
import { t as fixLog } from "./fix.js";
import { n as auditAsText, t as auditAsCommands } from "./github.js";
import { n as eventKinds } from "./fields.js";
import { a as quarterName } from "./quarter.js";
import { _ as UserError, p as readChoice } from "./first.js";
import { c as UNUSABLE, d as readStandardInput, f as readText, i as printJson, l as messageOf, n as printCommands, p as repositoryOfLog, r as printError, s as PROBLEMS, t as print, u as readNow } from "./output.js";
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

// src/audit/output/json.ts
/** An audit as data: instants as ISO 8601 in UTC, durations in whole minutes, null where something is unknown. */
function auditAsJson({ file, audit }) {
	return {
		file,
		timezone: audit.settings.timezone,
		incidents: audit.incidents.map(incidentAsJson),
		quarters: audit.quarters.map(({ section, name, incidents, means }) => ({
			line: section.line,
			quarter: name,
			incidents: incidents.length,
			meanTimeToRepair: durationAsJson(means.meanTimeToRepair),
			meanTimeToResolve: durationAsJson(means.meanTimeToResolve)
		})),
		findings: audit.findings.map(findingAsJson)
	};
}
function incidentAsJson({ entry, events, figures, quarter, context, reviewActions }) {
	const iso = (kind) => {
		const instant = instantOf(events, kind);
		return instant === null ? null : new Date(instant).toISOString();
	};
	return {
		line: entry.line,
		date: entry.date || null,
		title: entry.title,
		heading: entry.quarter && quarterName(entry.quarter),
		quarter: quarter && quarterName(quarter),
		events: Object.fromEntries(eventKinds.map((kind) => [jsonKey(kind), iso(kind)])),
		timeToRepair: durationAsJson(figures.timeToRepair),
		timeToResolve: durationAsJson(figures.timeToResolve),
		contextEntries: context.length,
		reviewActions: reviewActions.map(({ text, state, references }) => ({
			text,
			state,
			references
		}))
	};
}
/** `first-detected` is `firstDetected` in JSON. */
function jsonKey(kind) {
	return kind.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
function durationAsJson({ stated, computed }) {
	return {
		stated: stated?.minutes ?? null,
		computed
	};
}
function findingAsJson({ rule, severity, line, column, endLine, endColumn, ...rest }) {
	const { message, stated, computed, explanation, fix } = rest;
	return {
		rule,
		severity,
		line,
		column,
		endLine,
		endColumn,
		message,
		stated,
		computed,
		explanation,
		fixable: fix !== null
	};
}

// src/audit/output/rules.ts
/** What every rule says about itself: its id, the severity of most of its findings, and its documentation. */
function rulesAsText() {
	return rules.map(({ id, severities, documentation }) => `${id} (${severities[0]})\n    ${documentation}\n`).join("\n");
}

// src/command-line/audit.ts
/**
* Audits logs and prints what it finds. Exit code: 1 after an error in a log, 2 where a file can't be read; the other files are
* audited all the same. Throws {@link UserError} on options that can't be used, before it reads any file.
*/
async function auditFiles(files, options) {
	if (options.rules) {
		print(rulesAsText());
		return;
	}
	if (files.length === 0) throw new UserError("Name the log to audit, such as INCIDENTS.md, or - for standard input.");
	if (options.fix && files.includes("-")) throw new UserError("What comes from standard input cannot be corrected in place; name a file with --fix.");
	const settings = {
		timezone: readTimeZone(options.timezone),
		now: readNow(options.now),
		emptyQuarters: readChoice("empty-quarters", options.emptyQuarters),
		whenNothingChecked: options.allowEmpty ? "notice" : "error"
	};
	const audited = [];
	for (const file of files) try {
		const source = file === "-" ? await readStandardInput() : readText(file);
		audited.push(auditFile(file, source, settings, options.fix ? "fix" : "check"));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		printError(`incident-log: ${error.message}\n`);
		process.exitCode = UNUSABLE;
	}
	printAudits(audited, options.format, files.length);
	if (audited.some(({ audit }) => audit.findings.some(({ severity }) => severity === "error"))) process.exitCode ??= PROBLEMS;
}
function auditFile(file, source, settings, purpose) {
	const repositoryUrl = repositoryOfLog(source);
	const auditText = (text) => auditLog(readLog(text, repositoryUrl), {
		...settings,
		repositoryUrl
	});
	const audit = auditText(source);
	const fixed = purpose === "fix" ? fixLog(source, audit) : source;
	if (fixed === source) return {
		file,
		audit
	};
	const count = audit.findings.filter(({ fix }) => fix !== null).length;
	replaceFile(file, fixed);
	printError(`incident-log: ${count} ${count === 1 ? "figure" : "figures"} corrected in ${file}.\n`);
	return {
		file,
		audit: auditText(fixed)
	};
}
/** Writes a new file beside it and renames that, so that the file is never half-written. */
function replaceFile(file, text) {
	try {
		const target = realpathSync(file);
		const beside = `${target}.${process.pid}.tmp`;
		try {
			writeFileSync(beside, text, { mode: statSync(target).mode });
			renameSync(beside, target);
		} finally {
			rmSync(beside, { force: true });
		}
	} catch (error) {
		throw new UserError(`${file} cannot be written (${messageOf(error)}).`);
	}
}
function printAudits(audited, format, asked) {
	if (format === "text") print(audited.map(auditAsText).join("\n"));
	else if (format === "github") {
		const annotations = auditAsCommands(audited, {
			reserved: 0,
			rest: "The rest is in the log of this step."
		});
		printCommands(annotations.commands);
		print(annotations.rest);
	} else {
		const data = audited.map(auditAsJson);
		if (asked > 1) printJson(data);
		else if (data[0] !== void 0) printJson(data[0]);
	}
}

export { auditFiles };