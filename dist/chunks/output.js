import { _ as UserError, i as jsonWithoutCommands, o as withoutCommands } from "./first.js";
import { t as decodeText } from "./text.js";
import { fstatSync, readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";

// src/command-line/input.ts
/** Exit codes. */
const [FINE, PROBLEMS, UNUSABLE] = [
	0,
	1,
	2
];
/** The text of a file. Throws {@link UserError} on one that cannot be read, or is no text. */
function readText(file) {
	try {
		return decodeText(readFileSync(file), file);
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError(`${file} cannot be read (${messageOf(error)}).`);
	}
}
/** Throws {@link UserError} on what is no text. */
async function readStandardInput() {
	return decodeText(await buffer(process.stdin), "standard input");
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
/** UTC milliseconds. Throws {@link UserError} on what is no instant with its offset. */
function readNow(text) {
	const now = text === void 0 ? Date.now() : Date.parse(text);
	if (!Number.isNaN(now) && (text === void 0 || /(Z|[+-]\d\d:\d\d)$/.test(text))) return now;
	throw new UserError(`“${text}” is no instant; write --now as 2026-01-31T12:00Z.`);
}
/** Web address of the repository that a log's entries link to; empty where it has none that are generated. */
function repositoryOfLog(log) {
	const [, url = ""] = /^- \*\*Incident issue\*\*: \[#\d+\]\((.*)\/issues\/\d+\)/m.exec(log) ?? [];
	return url;
}

// src/command-line/output.ts
/** Prints lines for people to read. */
function print(text) {
	process.stdout.write(withoutCommands(text));
}
/** Prints lines for people to read on standard error. */
function printError(text) {
	process.stderr.write(withoutCommands(text));
}
/**
* Prints a text that is to be kept to the byte. Only a runner that reads it gets it with its commands made harmless: what goes
* into a file is never read as commands.
*/
function printToKeep(text) {
	const isReadByRunner = process.env.GITHUB_ACTIONS === "true" && !fstatSync(process.stdout.fd).isFile();
	process.stdout.write(isReadByRunner ? withoutCommands(text) : text);
}
/** Prints a value as JSON. */
function printJson(value) {
	process.stdout.write(jsonWithoutCommands(value));
}
/** Prints workflow commands that `annotationCommand` has made. */
function printCommands(commands) {
	process.stdout.write(commands);
}

export { printToKeep as a, UNUSABLE as c, readStandardInput as d, readText as f, printJson as i, messageOf as l, printCommands as n, FINE as o, repositoryOfLog as p, printError as r, PROBLEMS as s, print as t, readNow as u };