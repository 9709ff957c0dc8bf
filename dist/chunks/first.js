// src/environment.ts
/** What an input of the action was given, without the white space around it; empty where it was given nothing. */
function readInput(environment, name) {
	return (environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}

// src/errors.ts
/**
* Something that a person can fix. Its message is what they read, without a stack trace: one sentence that says what is wrong, where, and
* how to fix it.
*/
var UserError = class extends Error {};
/** Something on GitHub changed after this run had read it. The run looks again, and plans again. */
var ConflictError = class extends Error {};

// src/choices.ts
const onOrOff = ["true", "false"];
/** The inputs that take one of a fixed set of values, and the values. */
const choices = {
	mode: [
		"sync",
		"audit",
		"report"
	],
	feedback: ["comment", "none"],
	"close-on-resolved": onOrOff,
	"review-actions": ["issues", "text"],
	"hand-kept": ["keep", "fix"],
	"empty-quarters": [
		"none",
		"zero",
		"omit"
	],
	overview: onOrOff,
	"dry-run": onOrOff,
	"fail-on-problems": onOrOff,
	"allow-empty": onOrOff,
	"template-engine": [
		"auto",
		"none",
		"liquid",
		"erb",
		"mdx",
		"vue"
	],
	"pull-request": ["open", "branch"],
	signoff: onOrOff
};
/** The value that a word stands for, in any case. Throws {@link UserError}, with the list of values, on any other word. */
function readChoice(name, word) {
	const values = choices[name];
	const value = values.find((each) => each === word.trim().toLowerCase());
	if (value !== void 0) return value;
	throw new UserError(`“${word.trim()}” is not a value of \`${name}\`. Use ${listed(values)}.`);
}
/**
* The value of an input of the action, in any case; an empty switch is off. Throws {@link UserError}, with the list of values,
* on any other word.
*/
function readChoiceInput(environment, name) {
	const word = readInput(environment, name);
	const values = choices[name];
	if (word !== "") return readChoice(name, word);
	if (values === onOrOff) return readChoice(name, "false");
	throw new UserError(`The input \`${name}\` is empty. Use ${listed(values)}, or leave it out for the default.`);
}
/** One sentence about the first such input with another value; null where all can be used. */
function wrongChoice(environment) {
	for (const name of Object.keys(choices)) try {
		readChoiceInput(environment, name);
	} catch (error) {
		if (error instanceof UserError) return error.message;
		throw error;
	}
	return null;
}
function listed(values) {
	return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

// src/commands/syntax.ts
/** A line that begins with a slash and a word: its indentation, the word, and the rest. */
const commandLine = /^( {0,3})\/([a-z]{2,24})[:,.;!]?(?=[\s(]|$)(.*)$/is;
/** Whether a comment has a line that begins like a command. Only its words and the Markdown around it tell whether it is one. */
function mayHoldCommand(comment) {
	return /^ {0,3}\/[a-z]/im.test(comment);
}

// src/incident/invisible.ts
/**
* Invisible characters, which come along with pasted text: soft hyphens, zero-width spaces and joiners, marks and overrides of writing
* direction, word joiners and byte order marks. A joiner in front of a picture is visible: it makes one emoji of two.
*/
const invisible = /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\u200D(?!\p{Extended_Pictographic})/gu;
/** The text without its invisible characters. */
function withoutInvisible(text) {
	return text.replace(invisible, "");
}
/** The offset in a text behind its first `count` visible characters. */
function offsetOfVisible(text, count) {
	if (withoutInvisible(text) === text) return count;
	let left = count;
	for (let offset = 0; offset < text.length; offset += 1) {
		if (left === 0) return offset;
		if (withoutInvisible(text.charAt(offset)) !== "") left -= 1;
	}
	return text.length;
}
/** The text without white space and invisible characters at either end. */
function trimInvisible(text) {
	const visible = [...text].map((character) => withoutInvisible(character).trim() !== "");
	const from = visible.indexOf(true);
	return from < 0 ? "" : [...text].slice(from, visible.lastIndexOf(true) + 1).join("");
}

// src/workflow-commands.ts
/**
* Text for a log in which the Actions runner finds no command of its own. It reads `::` at the start of a line, behind white
* space too, and `##[` anywhere in one (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). A space
* without width parts their characters, so people read the same.
*/
function withoutCommands(text) {
	return text.replaceAll("##[", "##​[").replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*):(?=:)/g, "$1$2:​");
}
/** A value as JSON in which an escape hides `##[`, so a program reads the same. No line of it begins with `::`. */
function jsonWithoutCommands(value) {
	return `${JSON.stringify(value, null, 2).replaceAll("##[", "##\\u005b")}\n`;
}
/**
* A command that makes an annotation
* (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Empty properties are left out.
*/
function annotationCommand(kind, properties, message) {
	const pairs = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
	return `::${kind}${pairs.length === 0 ? "" : ` ${pairs.join(",")}`}::${data(message)}\n`;
}
/** How many annotations of a kind GitHub shows for a step (https://github.com/orgs/community/discussions/26680). */
const MOST_ANNOTATIONS = 10;
/**
* Those that GitHub shows, the first of each kind, and the rest; with the sentence that says so, which is a notice itself.
*
* @param reserved how many errors the step makes besides
*/
function withinAnnotationLimit(items, { reserved, rest: where }) {
	const kinds = [
		"error",
		"warning",
		"notice"
	];
	const found = kinds.map((kind) => items.filter(({ severity }) => severity === kind));
	const isOver = found.some(({ length }, index) => length > MOST_ANNOTATIONS - (index === 0 ? reserved : 0));
	const left = [
		MOST_ANNOTATIONS - reserved,
		MOST_ANNOTATIONS,
		MOST_ANNOTATIONS - (isOver ? 1 : 0)
	];
	const shown = new Set(found.flatMap((each, index) => each.slice(0, left[index])));
	const counts = found.flatMap((each, index) => {
		const most = left[index] ?? 0;
		return each.length > most ? [`${most} of ${each.length} ${kinds[index]}s`] : [];
	});
	return {
		shown: items.filter((item) => shown.has(item)),
		rest: items.filter((item) => !shown.has(item)),
		notice: isOver ? `${counts.join(" and ")} are shown here, because GitHub shows ten of a kind per step. ${where}` : null
	};
}
function data(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/action/outputs.ts
/** The action's outputs, with the values that they have where a run does not say otherwise. */
const outputs = {
	result: "none",
	"pull-request-number": "",
	"pull-request-url": "",
	"compare-url": "",
	incidents: "0",
	problems: "[]",
	"actions-open": "0",
	"actions-created": "0",
	"actions-overdue": "0",
	"report-path": ""
};
/** Lines for the file GITHUB_OUTPUT. They come first, so that each output has a value however a run ends: the last value counts. */
function defaultOutputs() {
	return Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`).join("");
}
function setOutputs(core, values) {
	for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
}

export { UserError as _, withinAnnotationLimit as a, trimInvisible as c, mayHoldCommand as d, choices as f, ConflictError as g, wrongChoice as h, jsonWithoutCommands as i, withoutInvisible as l, readChoiceInput as m, setOutputs as n, withoutCommands as o, readChoice as p, annotationCommand as r, offsetOfVisible as s, defaultOutputs as t, commandLine as u, readInput as v };