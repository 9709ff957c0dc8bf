import { i as toString } from "./lib.js";
import { a as withinStack, c as isReadable, g as lineStart, n as parseMarkdown, o as inertBlocks, p as isThematicBreak, s as isInertLine, t as offsetsOf, v as visit } from "./parse.js";
import { a as formatDuration, d as readLeadingTime, i as formatDate, n as elapsedMinutes, s as formatTime, t as clockTolerance } from "./clock.js";
import { _ as disarm, a as escapeLine, c as isPlain, d as referenceBreaks, f as trimSpaces, h as isTooMuch, i as escapeInline, l as partAt, n as cleanText, o as escapeLineStart, r as closingHashes, s as escapeText, t as cleanLine, y as escapeForEngine } from "./escape.js";
import { m as textKeys, o as fields, s as figureEvents, t as eventKeys, u as furtherEvents } from "./fields.js";

// src/incident/figures.ts
/**
* Resolved once a resolved time is recorded or the issue is closed as completed (`closed`), else repaired once a repaired
* time is recorded, else ongoing.
*/
function stateOf(events, closed) {
	if (events.resolved !== null || closed) return "resolved";
	return events.repaired === null ? "ongoing" : "repaired";
}
/**
* Computes the figures from the key events: elapsed minutes from first detection to repair and to resolution. A figure
* with an event that is missing, before first detection (`event-order`) or more than 5 minutes after `now` (`timestamp-future`) is null, never
* a guess, and an ongoing incident is never measured up to now. A resolution before the repair is a warning
* (`event-order`), and both figures stand.
*/
function measure(events, now) {
	const { firstDetected, repaired, resolved } = events;
	const problems = [...figureEvents.flatMap((key) => futureProblems(fields[key], events[key], now)), ...firstDetected.instant > now ? [] : orderProblems(firstDetected, repaired, resolved)];
	const figures = {
		timeToRepair: figure(firstDetected, repaired, now),
		timeToResolve: figure(firstDetected, resolved, now)
	};
	const { timeToRepair, timeToResolve } = figures;
	if (timeToRepair !== null && timeToResolve !== null && timeToResolve < timeToRepair) problems.push({
		rule: "event-order",
		severity: "warning",
		field: fields.resolved.id,
		message: "Resolved is before Repaired: check both times, and correct the one that is wrong."
	});
	return {
		figures,
		problems
	};
}
/**
* Whole minutes from the start of the impact to first detection; null where either is missing or in the future. A detection before the
* impact is a warning (`event-order`), and no figure.
*/
function measureDetection({ impactStarted, firstDetected }, now) {
	const none = {
		timeToDetect: null,
		problems: []
	};
	if (impactStarted === null) return none;
	if (impactStarted.instant > firstDetected.instant && impactStarted.instant <= now + 3e5) {
		const { id, label } = fields.impactStarted;
		return {
			timeToDetect: null,
			problems: [{
				rule: "event-order",
				severity: "warning",
				field: id,
				message: `${label} is after First detected, so the time to detect can't be computed: correct the one that is wrong.`
			}]
		};
	}
	return {
		timeToDetect: figure(impactStarted, firstDetected, now),
		problems: []
	};
}
/**
* A figure as the log words it: the duration; `ongoing` while the event that it needs (`operand`) is not recorded and can
* still come; else `not recorded`.
*/
function figureText(minutes, operand, state) {
	if (minutes !== null) return formatDuration(minutes);
	return operand === null && state !== "resolved" ? "ongoing" : "not recorded";
}
function figure(firstDetected, event, now) {
	if (event === null || event.instant > now + 3e5) return null;
	const minutes = elapsedMinutes(firstDetected.instant, event.instant);
	return minutes < 0 ? null : minutes;
}
function futureProblems({ id, label }, event, now) {
	if (event === null || event.instant <= now + 3e5) return [];
	return [{
		rule: "timestamp-future",
		severity: "error",
		field: id,
		message: `${label} is in the future: type the time at which it happened.`
	}];
}
/** One problem, also where both are before first detection: then that is the time that is probably wrong. */
function orderProblems(firstDetected, repaired, resolved) {
	const isBefore = (event) => event !== null && event.instant < firstDetected.instant;
	const [first, second] = [...isBefore(repaired) ? [fields.repaired] : [], ...isBefore(resolved) ? [fields.resolved] : []];
	if (first === void 0) return [];
	if (second !== void 0) return [{
		rule: "event-order",
		severity: "error",
		field: fields.firstDetected.id,
		message: "Repaired and Resolved are both before First detected, so nothing can be computed: correct First detected, or both of them."
	}];
	const message = `${first.label} is before First detected, so nothing can be computed from the two: correct the one that is wrong.`;
	return [{
		rule: "event-order",
		severity: "error",
		field: first.id,
		message
	}];
}

// src/incident/quarter-figures.ts
/** How people word the repair in the name of a figure, as the source of a pattern for lower-case text. */
const repairWords = "(?:repair|fix|mitigat\\w+|restor\\w+|recover\\w*)";
/**
* The figures of a quarter, in the order of their lines. Everything that writes, reads, compares or shows them walks over this list:
* a new figure is a new row here, and a new kind of summary a function in `statistics.ts`.
*/
const quarterFigures = [
	{
		key: "incidents",
		label: "Incidents",
		otherNames: "number of incidents",
		wasAlwaysWritten: true,
		of: "incidents"
	},
	{
		key: "meanTimeToRepair",
		label: "Mean Time to Repair",
		otherNames: `(?:mean|average|avg\\.?) time to ${repairWords}`,
		wasAlwaysWritten: true,
		of: "timeToRepair",
		by: "mean"
	},
	{
		key: "meanTimeToResolve",
		label: "Mean Time to Resolve",
		otherNames: "(?:mean|average|avg\\.?) time to (?:resolve|resolution|close)",
		wasAlwaysWritten: true,
		of: "timeToResolve",
		by: "mean"
	}
];
/** The figures that are durations. */
const summaryFigures = quarterFigures.filter((figure) => figure.of !== "incidents");
/** A value for each of some figures, by key and in their order. */
function byFigure(figures, toValue) {
	return Object.fromEntries(figures.map((figure) => [figure.key, toValue(figure)]));
}

// src/markdown/links.ts
/** Schemes that a link may have; an address without one is relative. */
const schemes = /* @__PURE__ */ new Set([
	"http",
	"https",
	"mailto"
]);
/** Whether an address has a scheme other than those of web pages and e-mail. Such an address may hold a script or a whole page. */
function hasForeignScheme(url) {
	const address = url.replace(/^[^!-\uFFFF]+|[\t\n\r]/g, "");
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
	return scheme !== void 0 && !schemes.has(scheme);
}
/**
* An address and title as they stand between the parentheses of a link. Every character of the address that some parser might take for
* Markdown, HTML or a tag of a template engine is percent-encoded (RFC 3986, 2.1), so that the address needs no brackets.
*/
function destination({ url, title }) {
	const address = url.replace(/[^\w/:?#@!$&*+,;=.~%'\u0080-\u{10FFFF}-]|\s/gu, percentEncode).replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, "&amp;");
	if (!title) return address;
	return `${address} "${title.replace(/\s+/g, " ").replace(/[\\"&[\]`*_>{}]/g, (character) => `\\${character}`).replaceAll("<", "&lt;")}"`;
}
/** The character percent-encoded, parentheses and `*` included, which `encodeURIComponent` leaves as they are. */
function percentEncode(character) {
	return /[()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character);
}
/** An address that is a link on GitHub without any markup, and in which no parser reads a character as Markdown. */
const bareAddress = /^(?:https?:\/\/|www\.)[A-Za-z0-9](?:[\w/:?#@!$,;=.%+-]*[\w/])?$|^[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+$/i;
/** What may follow such an address without becoming part of it. */
const endsAddress = /^(?:$|[\s]|[.,;:!?'")]+(?:\s|$))/;
/** An address that is a link to every parser when it stands between angle brackets (CommonMark 6.5). */
const plainAddress = /^(?:https?:|mailto:)[\w/:?#@!$,;=.%+~()*'-]+$|^[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/i;
/**
* The edits that replace link definitions by inline links, so that an answer can be cut into pieces: with the definition
* `[1]: https://b.c`, `[a][1]` becomes `[a](https://b.c)`. There are none for an answer that is not `isReadable` or would grow too much.
*
* @param answer without a byte order mark, because the parser would count offsets from behind it
*/
function linkDefinitionEdits(answer) {
	if (!answer.includes("]:") || !isReadable(answer)) return [];
	const edits = withinStack(() => definitionEdits(parseMarkdown(answer), answer)) ?? [];
	return isTooMuch(edits) ? [] : edits;
}
/** The targets of link definitions by identifier. Of several definitions of one identifier the first counts (CommonMark 4.7). */
function readDefinitions(tree) {
	const targets = /* @__PURE__ */ new Map();
	visit(tree, "definition", ({ identifier, url, title }) => {
		if (!targets.has(identifier)) targets.set(identifier, {
			url,
			title
		});
	});
	return targets;
}
/** The edits that remove the definitions and put their addresses where they are used. */
function definitionEdits(tree, source) {
	const edits = [];
	const targets = readDefinitions(tree);
	visit(tree, "definition", (node) => {
		edits.push({
			...offsetsOf(node),
			text: ""
		});
	});
	visit(tree, ["linkReference", "imageReference"], (node) => {
		if (node.type !== "linkReference" && node.type !== "imageReference") return;
		const target = targets.get(node.identifier);
		if (target === void 0) return;
		const { end } = offsetsOf(node);
		const label = {
			shortcut: 0,
			collapsed: 2,
			full: 0
		}[node.referenceType];
		const start = node.referenceType === "full" ? lastBracket(source, end) : end - label;
		edits.push({
			start,
			end,
			text: `(${destination(target)})`
		});
	});
	return edits;
}
/** Offset of the `[` that opens the label ending at `end`. Brackets within a label are escaped. */
function lastBracket(source, end) {
	let index = end;
	do
		index = source.lastIndexOf("[", index - 1);
	while (isEscaped(source, index));
	return index;
}
function isEscaped(source, index) {
	let start = index;
	while (source[start - 1] === "\\") start -= 1;
	return (index - start) % 2 === 1;
}

// src/markdown/contain/html.ts
/**
* Harmless Markdown for pieces of raw HTML, each on one line. Allowed are `kbd`, `sub` and `sup` where they are opened and closed, `br`, and
* `img` with an https source; they are rebuilt with known attributes only. Comments are dropped, and everything else is shown as text.
*
* @param pieces all raw HTML of one block, in order
* @param show returns Markdown that shows one line of text
* @param tags `none` for MDX, which has no HTML
*/
function containHtml(pieces, show, tags) {
	const tokens = pieces.map((html) => readTokens(html, tags));
	const paired = pairedTokens(tokens.flat());
	return tokens.map((piece) => {
		let markdown = "";
		let text = "";
		for (const token of piece) {
			if (token.kind === "comment") continue;
			if (token.kind !== "single" && !paired.has(token)) {
				text += token.html;
				continue;
			}
			markdown += showOnLine(text, show) + token.rebuilt;
			text = "";
		}
		return (markdown + showOnLine(text, show)).trim();
	});
}
function showOnLine(html, show) {
	return html === "" ? "" : show(html.replace(/\s+/g, " "));
}
function readTokens(html, tags) {
	const tokens = [];
	const tag = /<(\/?)([a-z]+)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/iy;
	const lastCommentEnd = html.lastIndexOf("-->");
	let position = 0;
	let text = 0;
	const push = (token) => {
		if (text < position) tokens.push(textToken(html.slice(text, position)));
		tokens.push(token);
		position += token.html.length;
		text = position;
	};
	for (let next = html.indexOf("<"); next >= 0; next = html.indexOf("<", position)) {
		position = next;
		tag.lastIndex = position;
		const match = tags === "none" ? null : tag.exec(html);
		const allowed = match === null ? null : tagToken(match);
		const comment = html.startsWith("<!--", position) && position + 2 <= lastCommentEnd ? html.indexOf("-->", position + 2) : -1;
		if (allowed !== null) push(allowed);
		else if (comment >= 0) push({
			kind: "comment",
			name: "",
			html: html.slice(position, comment + 3),
			rebuilt: ""
		});
		else position += 1;
	}
	position = html.length;
	if (text < position) tokens.push(textToken(html.slice(text)));
	return tokens;
}
function textToken(html) {
	return {
		kind: "text",
		name: "",
		html,
		rebuilt: ""
	};
}
function tagToken(match) {
	const [html, slash = "", tagName = "", attributes = ""] = match;
	const name = tagName.toLowerCase();
	if (name === "br") return {
		kind: "single",
		name: "",
		html,
		rebuilt: "<br>"
	};
	if (name === "img" && slash === "") {
		const image = rebuildImage(attributes);
		return image === null ? null : {
			kind: "single",
			name: "",
			html,
			rebuilt: image
		};
	}
	if (name !== "kbd" && name !== "sub" && name !== "sup") return null;
	return {
		kind: slash === "" ? "open" : "close",
		name,
		html,
		rebuilt: `<${slash}${name}>`
	};
}
/** An image with its source, texts and size, and no other attributes; null without an https source. */
function rebuildImage(attributes) {
	const values = /* @__PURE__ */ new Map();
	for (const [, name = "", ...quoted] of attributes.matchAll(/(?<![^\s"'/])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g)) {
		const value = quoted.find((each) => each !== void 0) ?? "";
		if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
	}
	if (!/^https:\/\/\S+$/i.test(values.get("src") ?? "")) return null;
	return `<img${[
		"src",
		"alt",
		"title",
		"width",
		"height"
	].flatMap((name) => {
		const value = values.get(name)?.replace(/\s+/g, " ");
		if (value === void 0 || /th$|^height$/.test(name) && !/^\d+%?$/.test(value)) return [];
		return [` ${name}="${value.replace(/["<>`*_[\]{}|\\~]/g, (character) => `&#${character.charCodeAt(0)};`)}"`];
	}).join("")}>`;
}
/** The opening and closing tags that belong together, properly nested. */
function pairedTokens(tokens) {
	const paired = /* @__PURE__ */ new Set();
	const open = [];
	for (const token of tokens) {
		if (token.kind === "open") open.push(token);
		const last = open.at(-1);
		if (token.kind !== "close" || last?.name !== token.name) continue;
		open.pop();
		paired.add(last).add(token);
	}
	return paired;
}

// src/markdown/contain/references.ts
const page = "(?:issues|pulls?|discussions|commits?)/\\w";
/** An owner and a repository. No owner is called `organizations`, and Sentry's addresses of issues begin so. */
const repository = "(?!organizations/)[^\\s/]+/[^\\s/]+";
/** The address of an issue, pull request, discussion, commit or person, which GitHub turns into a reference. */
const referenceAddress = new RegExp(`https?:(?=//(?:[^\\s/]+/${repository}/${page}|(?:(?:www\\.)?github\\.[^\\s/]+|[^\\s/]+\\.ghe\\.com)/[\\w-]+/?(?![\\w/.-])))`, "gi");
/** The offsets in a text, as it is shown, where zero-width spaces keep GitHub from finding a reference in it. */
function breaksIn(text) {
	const addresses = [...text.matchAll(referenceAddress)].map(({ index, 0: scheme }) => index + scheme.length);
	return [...referenceBreaks(text), ...addresses];
}
/** Whether GitHub may turn a link into a reference, by the address that it shows or leads to. Parsers disagree on entities in it. */
function isReference(address, url) {
	return [address, url].some((each) => each.search(referenceAddress) >= 0) || /&#?[0-9a-z]{1,40};/i.test(address);
}
/**
* Whether an address would mention somebody or link an issue if it were plain text. Parsers disagree on what is an address within a text.
*/
function mentionsSomebody(address) {
	return /(?<![0-9a-z])@|#\d|GH-\d/i.test(address);
}
const onGitHub = new RegExp(`^(?:https?:)?//(?:www\\.)?github\\.com/(?=${repository}/${page})`, "i");
/**
* The address through which a link to an issue on github.com leads to the same page without a backlink on the issue. Source:
* docs.github.com, "Autolinked references and URLs".
*/
function redirected(url) {
	return url.replace(onGitHub, "https://redirect.github.com/");
}

// src/markdown/contain/serialize-inline.ts
/**
* Markdown of inline content that every common parser reads in the same way: characters that could be markup are escaped, code stands on
* one line, and only harmless HTML tags are left. Its lines have no white space at their ends. Empty when it would show nothing.
*/
function writeInline(nodes, place, writing) {
	const markdown = trimLines(writeNodes(nodes, place, writing));
	return place.begins === "line" && markdown.startsWith("<") && markdown.includes("\n") ? writeInline(nodes, {
		...place,
		lines: "one"
	}, writing) : markdown;
}
function writeNodes(nodes, place, writing) {
	const pieces = joinText(readPieces(nodes, writing));
	const written = [];
	let { begins } = place;
	for (const [index, piece] of pieces.entries()) {
		const after = textFrom(pieces, index + 1, place.after);
		const markdown = writePiece(piece, {
			...place,
			begins,
			after
		}, writing);
		written.push(markdown);
		begins = beginsBehind(markdown, begins);
	}
	return written.join("");
}
/** The nodes with harmless HTML, and with footnotes, links to scripts and addresses that are references turned into text. */
function readPieces(nodes, writing) {
	const html = nodes.flatMap((node) => node.type === "html" ? [node.value] : []);
	const contained = containHtml(html, (line) => showText(line, writing), writing.engine === "mdx" ? "none" : "some");
	let position = 0;
	return nodes.map((node) => {
		if (node.type === "html") return {
			type: "raw",
			markdown: contained[position++] ?? ""
		};
		if (node.type === "footnoteReference") return textPiece(`[^${node.label ?? node.identifier}]`);
		const piece = withTarget(node, writing);
		if ((piece.type === "link" || piece.type === "image") && hasForeignScheme(piece.url)) return textPiece(sourceOf(node, writing));
		return writing.references === "quiet" && piece.type === "link" && isAddress(piece, writing) && isReference(toString(piece), piece.url) ? textPiece(toString(piece)) : piece;
	});
}
/** Whether a link is a bare address, without words of its own in brackets. */
function isAddress(link, writing) {
	return !sourceOf(link, writing).startsWith("[");
}
/** Markdown that shows one line of text, such as HTML that is not allowed. */
function showText(line, writing) {
	return escapeForEngine(escapeLine(quietly(line, writing)), writing.engine);
}
/** The text; for `quiet` references, with zero-width spaces so that GitHub finds none in it. */
function quietly(text, { references }) {
	return references === "quiet" ? partAt(text, breaksIn(text)) : text;
}
/** A link or image with the address from its definition, if it refers to one; other nodes as they are. */
function withTarget(node, { definitions }) {
	if (node.type !== "linkReference" && node.type !== "imageReference") return node;
	const { url = "", title } = definitions.get(node.identifier) ?? {};
	return node.type === "linkReference" ? {
		type: "link",
		url,
		title,
		children: node.children,
		position: node.position
	} : {
		type: "image",
		url,
		title,
		alt: node.alt,
		position: node.position
	};
}
function textPiece(value) {
	return {
		type: "text",
		value
	};
}
/** The pieces, with text around a dropped comment joined, because Markdown could arise where the two parts meet. */
function joinText(pieces) {
	const joined = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (piece.type === "raw" && piece.markdown === "") continue;
		if (piece.type !== "text" || last?.type !== "text") joined.push(piece);
		else joined[joined.length - 1] = textPiece(last.value + piece.value);
	}
	return joined;
}
/** The text from a piece on. `notText` stands for a piece that is neither text nor HTML. */
function textFrom(pieces, index, after) {
	const piece = pieces[index];
	if (piece === void 0) return after;
	if (piece.type === "raw") return piece.markdown;
	return piece.type === "text" ? piece.value + textFrom(pieces, index + 1, after) : notText;
}
function writePiece(piece, place, writing) {
	switch (piece.type) {
		case "raw": return place.begins === "line" ? escapeLineStart(piece.markdown) : piece.markdown;
		case "text": return writeText$1(piece.value, place, writing);
		case "emphasis":
		case "strong":
		case "delete": {
			const character = piece.type === "delete" ? "~" : sourceOf(piece, writing).slice(0, 1);
			const marker = piece.type === "emphasis" ? character : character.repeat(2);
			return mark(writeNodes(piece.children, {
				...place,
				after: marker
			}, writing), marker);
		}
		case "inlineCode": return writeCode$1(piece.value, place, writing);
		case "break": return place.lines === "one" ? " " : place.after === "" ? "" : "\\\n";
		case "link": return writeLink(piece, place, writing);
		case "image": return writeImage(piece, place, writing);
		default: throw new Error(`Not inline content: ${piece.type}`);
	}
}
function writeText$1(value, { begins, after, lines, within }, writing) {
	const escaped = quietly(value, writing).split("\n").map((line) => escapeForEngine(escapeInline(line, within), writing.engine));
	if (after === notText) escaped.push((escaped.pop() ?? "").replace(/[!^]$/, "\\$&"));
	return (lines === "one" ? [escaped.join(" ")] : escaped).map((line, index) => index > 0 || begins === "line" ? escapeLineStart(line) : line).join("\n");
}
/** Words between marks of emphasis. The marks touch the words, because next to white space they would be plain text. */
function mark(text, marker) {
	const start = text.search(/[^ \t\n]/);
	if (start < 0) return text;
	let end = text.length;
	while (" 	\n".includes(text[end - 1] ?? "")) end -= 1;
	return text.slice(0, start) + marker + text.slice(start, end) + marker + text.slice(end);
}
function writeCode$1(value, place, writing) {
	const code = disarm(value.replaceAll("\n", " "), writing.engine);
	if (place.within === "table" && code.includes("\\|")) return writeText$1(value, place, writing);
	const runs = new Set(code.match(/`+/g)?.map((run) => run.length));
	let length = 1;
	while (runs.has(length)) length += 1;
	const fence = "`".repeat(length);
	const padded = /^`|`$/.test(code) || /^ .* $/.test(code) && code.trim() !== "" ? ` ${code} ` : code;
	return fence + (place.within === "table" ? padded.replaceAll("|", "\\|") : padded) + fence;
}
function writeImage(image, place, writing) {
	return `![${writeText$1(cleanLine(image.alt ?? ""), inBrackets(place), {
		...writing,
		references: "live"
	})}](${destination(image)})`;
}
/** The place of the words of a link. */
function inBrackets(place) {
	return {
		...place,
		begins: "within a line",
		after: "]",
		within: "link"
	};
}
function writeLink(link, place, writing) {
	if (isAddress(link, writing)) return writeAddress(link, place, writing);
	const label = writeNodes(link.children, inBrackets(place), writing);
	const url = writing.references === "quiet" ? redirected(link.url) : link.url;
	return `[${label}](${destination({
		...link,
		url
	})})`;
}
/**
* An address as typed, bare or between angle brackets, if all parsers read it as a link and nothing in it as Markdown; otherwise a link with
* the address as its words.
*/
function writeAddress(link, place, writing) {
	const address = toString(link);
	const mayStay = !(writing.references === "quiet" && mentionsSomebody(address)) && writing.engine !== "mdx";
	const isBracketed = sourceOf(link, writing).startsWith("<");
	if (mayStay && isBracketed && plainAddress.test(address)) return `<${address}>`;
	if (!isBracketed && mayStay && bareAddress.test(address) && endsAddress.test(place.after)) return address;
	return `[${writeText$1(address, inBrackets(place), writing)}](${destination(link)})`;
}
const notText = "[";
/** Whether Markdown that follows this begins a line. It looks at this piece only, because looking at the whole text would be quadratic. */
function beginsBehind(markdown, begins) {
	let index = markdown.length - 1;
	while (markdown[index] === " " || markdown[index] === "	") index -= 1;
	if (index < 0) return begins;
	return markdown[index] === "\n" ? "line" : "within a line";
}
/** The lines without white space at their ends, and without blank lines, which would end a paragraph. */
function trimLines(markdown) {
	return markdown.split("\n").map(trimSpaces).filter((line) => line !== "").join("\n");
}
function sourceOf(node, { source }) {
	const { start, end } = offsetsOf(node);
	return source.slice(start, end);
}

// src/markdown/contain/serialize.ts
const paragraphPlace = {
	begins: "line",
	after: "",
	lines: "many",
	within: "paragraph"
};
/**
* Blocks as Markdown that every common parser reads in the same way. Link definitions are left out, footnotes and HTML are text, headings
* have level 4 to 6, and code stands in fences that nothing in it can close. Lists keep their markers, order and tightness. Blocks that
* would show nothing are left out.
*/
function writeBlocks(nodes, writing) {
	return nodes.map((node) => ({
		node,
		markdown: writeBlock(node, writing)
	})).filter(({ markdown }) => markdown !== "");
}
/** The blocks, with blank lines between them except where the source has none and none is needed. */
function joinBlocks(blocks) {
	return blocks.map((block, index) => {
		const above = blocks[index - 1];
		const markdown = block.node.type === "thematicBreak" ? indentBreak(block.markdown, above) : block.markdown;
		if (above === void 0) return markdown;
		return (mayTouch(above, block) ? "\n" : "\n\n") + markdown;
	}).join("");
}
/**
* A thematic break, indented by 2 columns so that it has 4 within an item: at one with fewer kramdown ends the list. Behind a list it is not
* indented, because it would become part of that list.
*/
function indentBreak(markdown, above) {
	return above?.node.type === "list" || above?.node.type === "footnoteDefinition" ? markdown : `  ${markdown}`;
}
/** Whether a block may follow another without a blank line: a list only if it can interrupt a paragraph (CommonMark 5.2). */
function mayTouch(above, { node, markdown }) {
	const isBelow = node.position?.start.line === (above.node.position?.end.line ?? 0) + 1;
	if (above.node.type !== "paragraph" || !isBelow) return false;
	return node.type === "list" && /^(?:[-+*]|1[.)]) /.test(markdown) || node.type === "code" || node.type === "blockquote";
}
function writeBlock(node, writing) {
	switch (node.type) {
		case "paragraph": return writeInline(node.children, paragraphPlace, writing);
		case "html": return writeInline([node], paragraphPlace, writing);
		case "heading": return writeHeading(node, writing);
		case "list": return writeList(node, writing);
		case "blockquote": return writeQuote(node, writing);
		case "code": return writeCode(node);
		case "table": return writeTable(node, writing);
		case "thematicBreak": return "***";
		case "footnoteDefinition": return writeAll(withLabel(node), writing);
		case "definition": return "";
		default: throw new Error(`Not a block: ${node.type}`);
	}
}
function writeAll(nodes, writing) {
	return joinBlocks(writeBlocks(nodes, writing));
}
/** The blocks of a footnote, with its label as text in front. */
function withLabel({ children, label, identifier }) {
	const text = {
		type: "text",
		value: `[^${label ?? identifier}]: `
	};
	const [first, ...others] = children;
	return first?.type === "paragraph" ? [{
		...first,
		children: [text, ...first.children]
	}, ...others] : [{
		type: "paragraph",
		children: [text]
	}, ...children];
}
/** Levels 1 to 3 are the document's own. */
function writeHeading({ depth, children }, writing) {
	const place = {
		...paragraphPlace,
		begins: "within a line",
		lines: "one"
	};
	const text = writeInline(children, place, writing).replace(closingHashes, "\\");
	return text && `${"#".repeat(Math.max(depth, 4))} ${text.replace(/^#+$/, "\\$&")}`;
}
function writeList({ children, spread }, writing) {
	const items = children.map((item) => ({
		marker: markerOf(item, writing),
		content: writeItem(item, writing)
	}));
	const isUnsafe = items.some(({ marker, content }) => isThematicBreak(lineStart(`${marker} ${firstLine(content)}`)));
	return items.map(({ marker, content }) => hang(isUnsafe ? "+" : marker, content)).join(spread ? "\n\n" : "\n");
}
/** The marker of an item as typed, such as `-` or `2.`. */
function markerOf(item, { source }) {
	const { start } = offsetsOf(item);
	return /^(?:[-+*]|\d{1,9}[.)])/.exec(source.slice(start, start + 10))?.[0] ?? "-";
}
function writeItem({ children, checked }, writing) {
	return (checked == null ? "" : checked ? "[x] " : "[ ] ") + joinBlocks(writeBlocks(children, writing)) || "​";
}
/** A list item: the content behind its marker, with further lines indented as far as the first. */
function hang(marker, content) {
	return content === "" ? marker : `${marker} ${indent(content, marker.length + 1).trimStart()}`;
}
/** Text indented by a number of columns; blank lines stay empty. */
function indent(text, columns) {
	return text.replace(/^(?=[^\n])/gm, " ".repeat(columns)).replace(/^ +$/gm, "");
}
function firstLine(markdown) {
	return markdown.split("\n", 1)[0] ?? "";
}
function writeQuote({ children }, writing) {
	const content = writeAll(children, writing);
	return content && quoteLines(content);
}
/** The lines as a block quote. */
function quoteLines(markdown) {
	return markdown.split("\n").map((line) => line === "" ? ">" : `> ${line}`).join("\n");
}
function writeCode({ value, lang }) {
	return fence(value, /^[\p{L}\p{N}_+#.-]+$/u.test(lang ?? "") ? lang ?? "" : "");
}
/**
* Code in a fence that no line of it can close. Tabs at the beginning of a line become spaces, because they would reach less far where the
* code is indented (CommonMark 2.2).
*/
function fence(code, language = "") {
	const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
	const marks = "`".repeat(longest + 1);
	return `${marks}${language}\n${code.replace(/^[ \t]*\t/gm, expandTabs)}\n${marks}`;
}
function expandTabs(indentation) {
	const { contentColumn } = lineStart(indentation);
	return " ".repeat(contentColumn);
}
function writeTable({ align, children: [head, ...rows] }, writing) {
	const columns = head?.children.length ?? 0;
	const place = {
		begins: "within a line",
		after: " ",
		lines: "one",
		within: "table"
	};
	const cells = (row) => Array.from({ length: columns }, (_, index) => writeInline(row?.children[index]?.children ?? [], place, writing));
	const line = (texts) => `| ${texts.join(" | ")} |`;
	const rules = {
		left: ":--",
		right: "--:",
		center: ":-:"
	};
	const delimiters = Array.from({ length: columns }, (_, index) => {
		const side = align?.[index];
		return side ? rules[side] : "---";
	});
	return [
		line(cells(head)),
		line(delimiters),
		...rows.map((row) => line(cells(row)))
	].join("\n");
}

// src/markdown/contain/contain.ts
/**
* A list item that contains somebody's Markdown: a single paragraph on its line, otherwise blocks below it; null when it would show nothing.
* The Markdown is parsed and written again in a form that every common parser reads in the same way. Whatever the Markdown is, the result is
* one item, our text around it is unaffected, and it contains no link definition, no footnote, no heading above level 4, no HTML except some
* harmless tags, no control characters and nothing that the engine executes. Markdown that is not `isReadable` is shown as code.
*
* The item is not indented, and no line ending follows its last line.
*/
function containItem(answer, place) {
	const text = cleanText(answer).replace(/^(?:[ \t]*\n)+/, "").trimEnd();
	const item = inertItem(text, place) ?? plainItem(text, place) ?? parsedItem(text, place);
	if (item === "") return null;
	return place.below === "" ? item : `${item}\n\n${indent(place.below, 2)}`;
}
/** The item of `containItem` without what stands below, by way of the parser; '' when it would show nothing. */
function parsedItem(text, place) {
	const item = rewrite(text, {
		engine: place.engine,
		references: "live"
	}, (nodes, writing) => {
		return arrange(writeBlocks(nodes, writing), place, (words, inLine) => writeInline(words, inLine, writing));
	});
	return disarm(item ?? hang("-", withLead(fence(text), place)), place.engine);
}
/** The same for a line of plain text; null for any other Markdown. */
function plainItem(text, place) {
	return isPlain(text, place.engine) ? text && `- ${place.before}${text}${place.after}` : null;
}
/** The same without parser and serializer; null for Markdown that is not inert. */
function inertItem(text, place) {
	if (place.engine === "mdx" || !endsAddress.test(place.after)) return null;
	const blocks = inertBlocks(text)?.map((node) => {
		const { start, end } = offsetsOf(node);
		return {
			node,
			markdown: text.slice(start, end)
		};
	});
	if (blocks === void 0) return null;
	const item = arrange(blocks, place, () => blocks[0]?.markdown ?? "");
	return item === null ? null : disarm(item, place.engine);
}
/** The most characters of a note that is parsed. */
const longestLine = 2e3;
/** As `containItem`, for Markdown that must stay on the item's line. Text that is too long for a note is shown as plain text. */
function containLine(text, place) {
	const line = cleanLine(text);
	const isAsTyped = place.engine !== "mdx" && line.length <= longestLine && endsAddress.test(place.after) && isInertLine(inParagraph(line));
	return `- ${place.before}${isAsTyped ? disarm(line, place.engine) : parsedLine(line, place)}${place.after}`;
}
/** The words of `containLine`, by way of the parser. */
function parsedLine(line, { after, engine }) {
	const inLine = {
		begins: "within a line",
		lines: "one",
		within: "paragraph",
		after
	};
	const written = line.length > longestLine ? null : rewrite(inParagraph(line), {
		engine,
		references: "live"
	}, ([block], writing) => block?.type === "paragraph" ? writeInline(block.children, inLine, writing).slice(2) : null);
	return disarm(written ?? escapeText(line, engine), engine);
}
/** With a word in front, a line is parsed as a paragraph and as no other block. */
function inParagraph(line) {
	return `x ${line}`;
}
/**
* Somebody's Markdown as blocks in the form that `containItem` describes; empty when it would show nothing, null when it is not
* `isReadable`.
*/
function rewriteMarkdown(text, style) {
	return rewrite(text, style, (nodes, writing) => joinBlocks(writeBlocks(nodes, writing)));
}
function rewrite(text, style, write) {
	if (!isReadable(text)) return null;
	return withinStack(() => {
		const tree = parseMarkdown(text);
		const definitions = readDefinitions(tree);
		if (growth(tree, definitions) > largestGrowth) return null;
		const markdown = write(tree.children, {
			...style,
			source: text,
			definitions
		});
		return markdown !== null && markdown.length > text.length + largestGrowth ? null : markdown;
	});
}
/**
* The most characters by which rewritten Markdown may be longer than its source. Hostile text could grow without bound: a link definition
* can be used thousands of times, and a line in a hundred quotes can lack their markers.
*/
const largestGrowth = 2e5;
function growth(tree, definitions) {
	let characters = 0;
	visit(tree, ["linkReference", "imageReference"], (node) => {
		if (node.type !== "linkReference" && node.type !== "imageReference") return;
		const target = definitions.get(node.identifier);
		if (target !== void 0) characters += destination(target).length;
	});
	return characters;
}
/** The blocks as one item; '' for none, and null where a parser would read something else. */
function arrange(written, place, writeWords) {
	const blocks = apart(written, place);
	const [first, ...others] = blocks;
	if (first === void 0) return "";
	const inline = inlineOf(first);
	if (inline === null || others.length > 0 && place.paragraph === "only") {
		const isTight = others.length === 0 && place.below === "" && mayTouchLead(first);
		return blockItem(joinBlocks(blocks), place, isTight ? "\n" : "\n\n");
	}
	const { before, after } = place;
	const line = before + writeWords(inline, {
		begins: before === "" ? "line" : "within a line",
		lines: "many",
		within: "paragraph",
		after
	}) + after;
	return hang("-", others.length === 0 ? line : `${line}\n\n${joinBlocks(others)}`);
}
/** The inline content of a block that is a paragraph once it is written, such as HTML that is shown as text; null for other blocks. */
function inlineOf({ node, markdown }) {
	if (node.type === "paragraph") return node.children;
	return node.type === "html" && !markdown.startsWith("<") ? [node] : null;
}
/** The blocks, in which a list that `below` follows has another marker than dashes, so that the two are not read as one list. */
function apart(blocks, { below }) {
	const last = blocks.at(-1);
	if (below === "" || last?.node.type !== "list") return blocks;
	return [...blocks.slice(0, -1), {
		...last,
		markdown: last.markdown.replace(/^-(?= |$)/gm, "+")
	}];
}
/**
* Whether a block, alone below the item's line, needs no blank line above it: a list without blank lines that begins with words.
* On a line that interrupts a paragraph, not every parser finds a list within the list (`- 2. a`).
*/
function mayTouchLead({ node, markdown }) {
	if (node.type !== "list" || markdown.includes("\n\n")) return false;
	return node.children[0]?.children[0]?.type === "paragraph" && /^(?:[-+*]|1[.)]) /.test(markdown);
}
function withLead(blocks, { lead }, gap = "\n\n") {
	return lead === "" ? blocks : lead + gap + blocks;
}
function blockItem(blocks, place, gap) {
	const content = withLead(blocks, place, place.paragraph === "first" ? "\n\n" : gap);
	return isThematicBreak(lineStart(`- ${content.split("\n", 1)[0]}`)) ? null : hang("-", content);
}

// src/log/write/entry.ts
/**
* An incident's entry: its heading and the list under it, without a line ending behind the last line. An ongoing incident
* shows its key events, figures, Identified and Impact alone, so that nobody's notes move the log while they are typed.
*/
function writeEntry(incident, settings) {
	const { repositoryUrl, timezone, engine } = settings;
	const title = escapeText(incident.title, engine);
	const date = formatDate(incident.firstDetected.instant, timezone);
	const texts = (entry) => textKeys.filter((key) => fields[key].entry === entry).map((key) => writeText(key, incident, settings));
	const items = [
		`- **Incident issue**: ${issueLink(incident.issue, repositoryUrl)}`,
		withList("- **Key events**", writeEvents(incident, settings)),
		...writeFigures(incident),
		...texts("always")
	];
	if (incident.state !== "ongoing") items.push(...incident.listedFields.map(({ label, answer }) => writeAnswer(escapeText(label, engine) || "Answer", answer, engine)), ...texts("once-repaired"), writeReview(incident, settings));
	return `${`${"#".repeat(settings.level)} Incident on ${date}${title && ` - ${title}`}`}\n\n${joinItems(items.filter((item) => item !== null))}`;
}
/** Items without a blank line inside stand right below each other, so that an entry reads as one block. */
function joinItems(items) {
	return items.reduce((above, item, index) => {
		return above + (!isSpaced(items[index - 1] ?? "") && !isSpaced(item) ? "\n" : "\n\n") + item;
	});
}
/** An item that ends in a list, which stands right below its label unless an item of the list has blocks. */
function withList(label, list) {
	return label + (isSpaced(list) ? "\n\n" : "\n") + indent(list, 2);
}
function isSpaced(markdown) {
	return markdown.includes("\n\n");
}
function writeText(key, incident, settings) {
	const { label, holds } = fields[key];
	return holds === "timeline" ? writeTimeline(label, incident[key], settings) : writeAnswer(label, incident[key], settings.engine);
}
/**
* @param label Markdown on one line
* @param below a list that ends the item
*/
function writeAnswer(label, text, engine, below = "") {
	const lead = `**${label}**:`;
	return containItem(text, {
		before: `${lead} `,
		after: "",
		lead,
		paragraph: "only",
		below,
		engine
	});
}
function writeEvents(incident, { timezone, engine }) {
	return keyEvents(incident).map(({ label, time }) => {
		const stated = `${label}: ${formatTime(time.instant, timezone)}`;
		return cleanLine(time.note ?? "") === "" ? `- ${stated}` : containLine(time.note ?? "", {
			before: `${stated} (`,
			after: ")",
			engine
		});
	}).join("\n");
}
/** The events that are recorded: in the order of the form, or in the order of time when there are further events. */
function keyEvents(incident) {
	const events = eventKeys.flatMap((key) => {
		const time = incident[key];
		return time === null ? [] : [{
			label: fields[key].label,
			time
		}];
	});
	return furtherEvents.some((key) => incident[key] !== null) ? events.sort((one, other) => one.time.instant - other.time.instant) : events;
}
function writeFigures({ figures, repaired, resolved, state }) {
	return [`- **Time to repair**: ${figureText(figures.timeToRepair, repaired, state)}`, `- **Time to resolve**: ${figureText(figures.timeToResolve, resolved, state)}`];
}
/** Lines that each begin with a time are a list, in the person's words and order. */
function writeTimeline(label, text, { timezone, engine }) {
	const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
	if (!(lines.length > 0 && lines.every((line) => readLeadingTime(line.trim(), timezone) !== null))) return writeAnswer(label, text, engine);
	const items = lines.map((line) => containItem(line.trim(), {
		before: "",
		after: "",
		lead: "",
		paragraph: "only",
		below: "",
		engine
	}));
	return withList(`- **${label}**:`, items.join("\n"));
}
/** The actions as a list; what stands there besides goes above it. */
function writeReview(incident, settings) {
	const label = "Review Actions";
	const actions = incident.reviewActions.map((action) => writeAction(action, settings)).filter((item) => item !== null).join("\n");
	const remark = writeAnswer(label, incident.reviewRemark, settings.engine, actions);
	return remark === null && actions !== "" ? withList(`- **${label}**:`, actions) : remark;
}
function writeAction({ text, state, issue }, settings) {
	const marks = [...state === null ? [] : [`**${state}**`], ...issue === null ? [] : [`(${issueLink(issue, settings.repositoryUrl)})`]].join(" ");
	const { engine } = settings;
	const place = {
		before: "",
		after: state === null ? marks && ` ${marks}` : ` - ${marks}`,
		lead: marks,
		paragraph: "first",
		below: "",
		engine
	};
	const ownText = issue !== null && (text === `#${issue}` || text === issue) ? "" : text;
	return containItem(ownText, place) ?? (marks === "" ? null : `- ${marks}`);
}
/**
* Markdown of a link to an issue, its reference for words.
*
* @param issue a number in the repository, or `owner/name#34` in another one of the same server
*/
function issueLink(issue, repositoryUrl) {
	if (typeof issue === "number") return `[#${issue}](${repositoryUrl}/issues/${issue})`;
	const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(issue) ?? [];
	if (repository === void 0 || number === void 0) return escapeText(issue);
	const server = URL.canParse(repositoryUrl) ? new URL(repositoryUrl).origin : "https://github.com";
	return `[${escapeText(issue)}](${server}/${repository}/issues/${number})`;
}
function newestFirst(one, other) {
	return other.firstDetected - one.firstDetected || other.issue - one.issue;
}

export { fence as a, linkDefinitionEdits as c, repairWords as d, figureText as f, stateOf as h, rewriteMarkdown as i, byFigure as l, measureDetection as m, newestFirst as n, quoteLines as o, measure as p, writeEntry as r, destination as s, issueLink as t, quarterFigures as u };