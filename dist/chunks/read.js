import { _ as linesOf, c as isReadable, d as blockLines, n as parseMarkdown, v as visit } from "./parse.js";
import { l as withoutInvisible, u as commandLine } from "./first.js";

// src/commands/registry.ts
/**
* The commands that people type in comments, in the order in which they are listed. This is the only list of them: reading and carrying
* out comments, replies, the status comment and the README all follow it. A new command needs an entry here, and a new effect a case
* in `carry-out.ts`.
*/
const commands = {
	started: {
		does: "record-time",
		field: "impactStarted",
		aliases: [],
		stem: null,
		closesIssue: false,
		takes: "TIME",
		example: "14:30",
		toComplete: "YYYY-MM-DD HH:MM",
		help: {
			example: "14:30",
			says: "Records when its impact started"
		},
		readme: "Records when its impact started."
	},
	detected: {
		does: "record-time",
		field: "firstDetected",
		aliases: [],
		stem: "detect",
		closesIssue: false,
		takes: "TIME",
		example: "14:43",
		toComplete: "YYYY-MM-DD HH:MM",
		help: {
			example: "14:43",
			says: "Records when the incident was first detected"
		},
		readme: "Records when it was first detected."
	},
	declared: {
		does: "record-time",
		field: "declared",
		aliases: [],
		stem: null,
		closesIssue: false,
		takes: "[TIME]",
		example: "14:43",
		toComplete: "YYYY-MM-DD HH:MM",
		help: {
			example: "",
			says: "Records that it was declared an incident, as of now or at a time"
		},
		readme: "Records when it was declared an incident."
	},
	repaired: {
		does: "record-time",
		field: "repaired",
		aliases: [
			"mitigated",
			"restored",
			"fixed"
		],
		stem: "repair",
		closesIssue: false,
		takes: "[TIME] [note]",
		example: "14:43 rolled back",
		toComplete: "YYYY-MM-DD HH:MM",
		help: {
			example: "",
			says: "Records that people can work again, as of now. A time and a note may follow: `/repaired 14:43 rolled back`"
		},
		readme: "Records that people can work again. A second one wins, and the earlier time goes into the timeline."
	},
	resolved: {
		does: "record-time",
		field: "resolved",
		aliases: ["closed"],
		stem: "resolve",
		closesIssue: true,
		takes: "[TIME] [note]",
		example: "2024-10-15 11:40",
		toComplete: "YYYY-MM-DD HH:MM",
		help: {
			example: "",
			says: "Records that it is over, likewise"
		},
		readme: "Records that it is over, and closes the issue as completed (`close-on-resolved`)."
	},
	severity: {
		does: "choose-option",
		field: "severity",
		aliases: ["sev"],
		stem: "sever",
		closesIssue: false,
		takes: "LEVEL",
		example: "SEV2",
		toComplete: "LEVEL",
		help: {
			example: "SEV2",
			says: "Sets the severity to one of the levels of the form"
		},
		readme: "Sets the severity to one of the levels of the form, in any case."
	},
	timeline: {
		does: "add-timeline-entry",
		field: "context",
		aliases: [],
		stem: "timeline",
		closesIssue: false,
		takes: "[TIME] text",
		example: "14:43 Traffic moved to the other region.",
		toComplete: "YYYY-MM-DD HH:MM what happened",
		help: {
			example: "14:43 Traffic moved",
			says: "Puts what happened into the timeline, in the order of time"
		},
		readme: "Puts what happened into Context, in the order of time."
	},
	action: {
		does: "add-review-action",
		field: "reviewActions",
		aliases: [],
		stem: "action",
		closesIssue: false,
		takes: "text (@login, due YYYY-MM-DD)",
		example: "Alert on failed sign-ins (@login, due 2024-11-01)",
		toComplete: "what should change (@login, due YYYY-MM-DD)",
		help: {
			example: "Alert on it (@login, due 2024-11-01)",
			says: "Adds a review action, and makes its issue"
		},
		readme: "Adds a review action and makes its issue at once. Owner and date may be left out."
	},
	help: {
		does: "reply-with-help",
		field: null,
		aliases: [],
		stem: "help",
		closesIssue: false,
		takes: "",
		example: "",
		toComplete: null,
		help: null,
		readme: "Answers with this table."
	}
};
/** In the order in which they are listed. */
const commandNames = Object.keys(commands);
/** A command as people type it, with these arguments. */
function commandText(name, args) {
	return `/${name} ${args}`.trimEnd();
}
/** The command that fills in a known field; null where none does. */
function commandFor(field) {
	return commandNames.find((name) => field !== null && commands[name].field === field) ?? null;
}

// src/commands/words.ts
/** What people type, and the command that it is. */
const byWord = new Map(commandNames.flatMap((name) => [name, ...commands[name].aliases].map((word) => [word, name])));
/** The command that a word is, in lower case; null for a word that is none. */
function commandOf(word) {
	return byWord.get(word) ?? null;
}
/** The command that a mistyped word was meant for: at most two letters away, one for a short word; null for other words. */
function nearestCommand(typed) {
	const near = [...byWord].map(([word, name]) => ({
		word,
		name,
		distance: distanceBetween(typed, word)
	})).filter(({ word, distance }) => distance <= (word.length > 4 ? 2 : 1)).sort((one, other) => one.distance - other.distance)[0];
	if (near !== void 0) return near.name;
	const isBegun = (name) => {
		const { stem } = commands[name];
		return stem !== null && typed.startsWith(stem);
	};
	return commandNames.find(isBegun) ?? null;
}
/** Letters to be added, left out or changed to make one word of the other (Levenshtein's distance). */
function distanceBetween(one, other) {
	let above = [...other, ""].map((_, index) => index);
	for (const [row, letter] of [...one].entries()) {
		const line = [row + 1];
		for (const [column, wanted] of [...other].entries()) {
			const [left = 0, up = 0, corner = 0] = [
				line[column],
				above[column + 1],
				above[column]
			];
			line.push(Math.min(left + 1, up + 1, corner + (letter === wanted ? 0 : 1)));
		}
		above = line;
	}
	return above.at(-1) ?? 0;
}

// src/commands/read.ts
/** Comments that this program writes have such a line, so a comment with one is never taken for a person's. */
const markerLine = /^<!-- incident-log:/m;
/**
* The commands in a comment: lines that begin with one, in a paragraph at the top level. Lines in code, quotes, lists and HTML don't
* count. Markdown behind a command, on its line, has no effect on the lines below. Where the paragraphs are too long or too dense to be
* parsed, only the first command is returned, marked as unreadable. Never throws.
*/
function readCommands(comment) {
	if (markerLine.test(comment)) return [];
	const lines = [...linesOf(comment)].map(({ text }) => text.replace(/^\s*\S*/, withoutInvisible));
	const matches = lines.map(matchCommand);
	if (matches.every((match) => match === null)) return [];
	const paragraphs = topLevelParagraphs(matches.map((match, index) => match ? `${match[1]}/${match[2]}` : lines[index]).join("\n"));
	const typed = paragraphs.map(({ line }) => matches[line - 1] ?? null);
	const [first] = typed.filter((match) => match !== null);
	if (first === void 0) return [];
	const markdown = paragraphs.map(({ text }) => text).join("\n");
	if (!isReadable(markdown)) return [{
		...typedCommand(first),
		name: null,
		argument: "",
		isUnreadable: true
	}];
	const textLines = textLinesOf(parseMarkdown(markdown));
	return typed.flatMap((match, index) => match !== null && textLines.has(index + 1) ? typedCommand(match) : []);
}
function typedCommand([, , word = "", argument = ""]) {
	const typed = word.toLowerCase();
	return {
		name: commandOf(typed),
		typed,
		argument: argument.trim()
	};
}
function matchCommand(line) {
	const match = commandLine.exec(line);
	const typed = match?.[2]?.toLowerCase() ?? "";
	return commandOf(typed) !== null || nearestCommand(typed) !== null ? match : null;
}
/**
* The lines of the comment's own paragraphs and underlined headings: of none in a list, a quote, or an HTML element that quotes, folds
* or holds code. One line 0 without text stands between paragraphs that do not touch.
*/
function topLevelParagraphs(source) {
	const found = [];
	let html = "";
	let openElements = 0;
	for (const { text, line, depth, block } of blockLines(source)) {
		if (depth === 0 && block.kind === "html") html += `${text}\n`;
		else if (depth === 0 && html !== "") {
			openElements = Math.max(openElements + openedBy(html), 0);
			html = "";
		}
		if (block.kind === "table" && found.at(-1)?.line === block.line) found.pop();
		if ((block.kind === "paragraph" || block.kind === "heading") && depth === 0 && openElements === 0) found.push({
			text,
			line
		});
		else if (found.length > 0 && found.at(-1)?.line !== 0) found.push({
			text: "",
			line: 0
		});
	}
	return found;
}
/** The numbers, from 1, of the lines of paragraphs and headings that do not begin inside a code span or a piece of HTML. */
function textLinesOf(tree) {
	const lines = /* @__PURE__ */ new Set();
	for (const block of tree.children) {
		if (block.type !== "paragraph" && block.type !== "heading" || block.position === void 0) continue;
		for (let line = block.position.start.line; line <= block.position.end.line; line += 1) lines.add(line);
		visit(block, ["inlineCode", "html"], ({ position }) => {
			for (let line = (position?.start.line ?? 0) + 1; line <= (position?.end.line ?? 0); line += 1) lines.delete(line);
		});
	}
	return lines;
}
/**
* How many more elements that quote, fold or hold code this HTML opens than it closes. Markdown takes text in them for a paragraph where
* blank lines stand around it.
*/
function openedBy(html) {
	let opened = 0;
	for (const [, slash] of html.replace(/<!--[\s\S]*?(?:-->|$)/g, "").matchAll(/<(\/?)(?:details|blockquote|pre|code|table|div)(?![a-z0-9-])/gi)) opened += slash === "" ? 1 : -1;
	return opened;
}

export { commandText as a, commandNames as i, nearestCommand as n, commands as o, commandFor as r, readCommands as t };