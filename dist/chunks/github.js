import { a as withinAnnotationLimit, r as annotationCommand } from "./first.js";
import { a as formatDuration } from "./clock.js";
import { t as summaryOf } from "./counts.js";

// src/audit/output/text.ts
/** An audit for a person to read: each finding with its line, underlined where the finding is, and a summary at the end. */
function auditAsText({ file, audit }) {
	const lines = audit.source.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
	return `${[...audit.findings.map((finding) => {
		const { line, column, severity, rule, message, stated, computed } = finding;
		const figures = stated === null || computed === null ? [] : [`    stated ${formatDuration(stated)}, computed ${formatDuration(computed)}${finding.fix === null ? "" : ", corrected by --fix"}`];
		return [
			`${file}:${line}:${column}: ${severity} ${rule}`,
			`    ${shown(message)}`,
			...figures,
			...excerpt(lines[line - 1] ?? "", finding)
		].join("\n");
	}), `${file}: ${summaryOf(audit)}`].join("\n\n")}\n`;
}
const widest = 120;
/** The line with carets under the span; of a long line, the part around it. */
function excerpt(line, { line: number, column, endLine, endColumn }) {
	const from = Math.max(0, Math.min(column - 1 - 20, line.length - widest));
	const text = shown(line.slice(from, from + widest));
	const end = endLine === number ? endColumn - 1 : line.length;
	const start = Math.min(column - 1 - from, text.length);
	const length = Math.max(1, Math.min(end - from, text.length) - start);
	const margin = " ".repeat(String(number).length);
	return [`    ${number} | ${text}`, `    ${margin} | ${text.slice(0, start).replace(/[^\t]/g, " ")}${"^".repeat(length)}`];
}
/** The text with a replacement for each character that would control a terminal; its length stays. */
function shown(text) {
	return text.replace(/[^\P{C}\t]|[\u2028\u2029]/gu, (character) => "�".repeat(character.length));
}

// src/audit/output/github.ts
/**
* Audits as workflow commands, which GitHub shows as annotations on the lines of the files
* (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
*
* @param limits how many other errors the step reports, and a sentence that says where the rest of the findings is
*/
function auditAsCommands(audited, limits) {
	const findings = audited.flatMap(({ file, audit }) => audit.findings.map((found) => ({
		file,
		...found
	})));
	const { shown: annotated, rest, notice } = withinAnnotationLimit(findings, limits);
	const commands = annotated.map(({ file, severity, line, endLine, column, endColumn, rule, message }) => {
		const columns = line === endLine ? {
			col: column,
			endColumn: Math.max(column, endColumn - 1)
		} : {};
		return annotationCommand(severity, {
			file,
			line,
			endLine,
			...columns,
			title: rule
		}, message);
	});
	return {
		commands: [notice === null ? "" : annotationCommand("notice", {}, notice), ...commands].join(""),
		rest: rest.map(({ file, line, column, severity, rule, message }) => `${file}:${line}:${column}: ${severity} ${rule}: ${shown(message)}\n`).join("")
	};
}

export { auditAsText as n, auditAsCommands as t };