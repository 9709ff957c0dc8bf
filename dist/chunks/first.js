// src/environment.ts
/** What an input of the action was given, without the white space around it; empty where it was given nothing. */
function readInput(environment, name) {
	return (environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}

// src/errors.ts
/**
* An error that a person can mend. Its message is what they read: one sentence that says what is wrong, where, and how to
* mend it; it is printed without a stack trace.
*/
var Explained = class extends Error {};

// src/choices.ts
const onOrOff = ["true", "false"];
/** The inputs that take one of a fixed set of values, and the values. */
const choices = {
	mode: ["sync", "audit"],
	feedback: ["comment", "none"],
	"close-on-resolved": onOrOff,
	"review-actions": ["issues", "text"],
	"hand-kept": ["keep", "fix"],
	"empty-quarters": [
		"zero",
		"none",
		"omit"
	],
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
/** The value that a word stands for, in any case. Throws {@link Explained}, with the list of values, on any other word. */
function readChoice(name, word) {
	const values = choices[name];
	const value = values.find((each) => each === word.trim().toLowerCase());
	if (value !== void 0) return value;
	throw new Explained(`“${word.trim()}” is not a value of \`${name}\`. Use ${listed(values)}.`);
}
/**
* The value of an input of the action, in any case; an empty switch is off. Throws {@link Explained}, with the list of values,
* on any other word.
*/
function readChoiceInput(environment, name) {
	const word = readInput(environment, name);
	const values = choices[name];
	if (word !== "") return readChoice(name, word);
	if (values === onOrOff) return readChoice(name, "false");
	throw new Explained(`The input \`${name}\` is empty. Use ${listed(values)}, or leave it out for the default.`);
}
/** One sentence about the first such input with another value; null where all can be used. */
function wrongChoice(environment) {
	for (const name of Object.keys(choices)) try {
		readChoiceInput(environment, name);
	} catch (error) {
		if (error instanceof Explained) return error.message;
		throw error;
	}
	return null;
}
function listed(values) {
	return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

// src/incident/unseen.ts
/**
* Characters that show nothing and come along with pasted text: soft hyphens, zero-width spaces and joiners, marks and overrides of
* writing direction, word joiners and byte order marks. A joiner in front of a picture makes one emoji of two, and shows.
*/
const unseen = /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\u200D(?!\p{Extended_Pictographic})/gu;
/** The text without characters that show nothing. */
function withoutUnseen(text) {
	return text.replace(unseen, "");
}
/** The offset in a text just behind as many characters that show something. */
function offsetOfSeen(text, count) {
	if (withoutUnseen(text) === text) return count;
	let left = count;
	for (let offset = 0; offset < text.length; offset += 1) {
		if (left === 0) return offset;
		if (withoutUnseen(text.charAt(offset)) !== "") left -= 1;
	}
	return text.length;
}
/** The text without white space and characters that show nothing at either end. */
function trimUnseen(text) {
	const seen = [...text].map((character) => withoutUnseen(character).trim() !== "");
	const from = seen.indexOf(true);
	return from < 0 ? "" : [...text].slice(from, seen.lastIndexOf(true) + 1).join("");
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

export { trimUnseen as a, readChoiceInput as c, readInput as d, offsetOfSeen as i, wrongChoice as l, withinAnnotationLimit as n, withoutUnseen as o, withoutCommands as r, readChoice as s, annotationCommand as t, Explained as u };