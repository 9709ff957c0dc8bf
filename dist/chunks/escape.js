// src/markdown/template.ts
const engineNames = new Set("ejs eta erb eex handlebars hbs j2 jinja jinja2 liquid mustache njk nunjucks php tmpl tpl twig vue webc".split(" "));
/** The engine that a log is run through, by the setting or, for `auto`, by its path and source. */
function engineOf(setting, path, source) {
	return setting === "auto" ? templateEngine(path, source) : setting;
}
/** The engine, told by a file's name (`log.html.md.erb`, `log.mdx`) or by its having front matter. */
function templateEngine(path, source) {
	const extensions = path.slice(path.lastIndexOf("/") + 1).toLowerCase().split(".").slice(1);
	if (extensions.includes("mdx")) return "mdx";
	return extensions.some((extension) => engineNames.has(extension)) || frontMatterEnd(source) > 0 ? "tags" : "none";
}
/**
* Offset just past the front matter of a file, YAML between lines of `---` or TOML between lines of `+++`; 0 when it has none. If a blank
* line follows the first line of `---`, that line is a thematic break.
*/
function frontMatterEnd(source) {
	const begin = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?![ \t]*\r?\n)/.exec(source);
	const fence = begin?.[1];
	if (begin === null || fence === void 0) return 0;
	const closing = fence === "---" ? /^---[ \t]*(?:\r?\n|$)/gm : /^\+\+\+[ \t]*(?:\r?\n|$)/gm;
	closing.lastIndex = begin[0].length;
	const end = closing.exec(source);
	return end === null ? 0 : end.index + end[0].length;
}
/** The first of two characters that begin a tag of some engine. */
const tagStart = /[<{](?=[%{#?])/g;
/**
* Markdown in which an engine finds no tag to execute, not even in code: a zero-width space stands between the two characters that begin a
* tag. Text outside code also needs `escapeForEngine`.
*/
function disarm(markdown, engine) {
	if (engine === "none") return markdown;
	const starts = engine === "vue" ? /[<{](?=[%{#?!])/g : tagStart;
	return markdown.replace(starts, (character) => `${character}\u200B`);
}
/**
* Escaped text in which an engine finds nothing to execute: no tag, no MDX expression, and no braces by which kramdown (`{: onclick=""}`)
* and VitePress (`{onclick=""}`) give an element attributes.
*/
function escapeForEngine(escaped, engine) {
	switch (engine) {
		case "none": return escaped;
		case "vue": return escaped.replace(/\\?\{/g, "​{​").replace(/\}|<(?=[%#?!])/g, "$&​");
		default: return escaped.replace(/\\[\s\S]|[<{}]/g, (found) => found === "<" ? "&lt;" : found.length === 1 ? `\\${found}` : found).replace(tagStart, (character) => `${character}\\`);
	}
}

// src/markdown/edits.ts
/**
* The source with the edits applied; every character outside their ranges stays as it is. The order of the edits does not matter, except
* for insertions at the same offset, which stay in the order in which they are given. Of two edits that overlap, the one that begins later is ignored.
*/
function applyEdits(source, edits) {
	const parts = [];
	let position = 0;
	for (const { start, end, text } of inOrder(edits)) {
		parts.push(source.slice(position, start), text);
		position = end;
	}
	parts.push(source.slice(position));
	return parts.join("");
}
/**
* The offset in the source that corresponds to an offset in the result of `applyEdits`. An offset within new text or at its end
* corresponds to the end of the replaced range, and an offset where text was removed to the start of that range.
*/
function sourceOffset(offset, edits) {
	let added = 0;
	for (const { start, end, text } of inOrder(edits)) {
		if (offset <= start + added) break;
		added += text.length - (end - start);
		if (offset < end + added) return end;
	}
	return offset - added;
}
/** The edits in the order of their offsets, without those that overlap an earlier one. */
function inOrder(edits) {
	let position = 0;
	return edits.toSorted((a, b) => a.start - b.start || a.end - b.end).filter(({ start, end }) => {
		if (start < position) return false;
		position = end;
		return true;
	});
}
/** Whether edits add more text than anybody would by hand. A link definition that is used thousands of times could make them. */
function isTooMuch(edits) {
	return edits.reduce((sum, { text }) => sum + text.length, 0) > largestAddition;
}
const largestAddition = 2e5;

// src/markdown/escape.ts
/** An invisible character that keeps the two around it from being read as one sign. */
const zeroWidthSpace = "​";
/**
* Text without invisible characters that can do harm: control characters apart from tabs and line feeds, bidirectional overrides,
* embeddings and isolates (Unicode's UAX #9, 2.1 to 2.4), byte order marks, and lone surrogates, which no UTF-8 file can hold. Every
* line ending becomes a line feed.
*/
function cleanText(text) {
	return text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "");
}
/** As `cleanText`, on one line: tabs and line endings become spaces, and white space at both ends is removed. */
function cleanLine(text) {
	return cleanText(text).replace(/[\t\n]/g, " ").trim();
}
/**
* One line of Markdown that shows exactly the text (after `cleanLine`) in a heading, a paragraph, a list item, a link's text or a table
* cell. Only what Markdown would interpret is escaped, web addresses included, so that ordinary titles stay readable. `unescapeText` is
* the inverse.
*
* @param engine the template engine that the file is run through; it finds nothing to execute in the line
*/
function escapeText(text, engine = "none") {
	return escapeForEngine(escapeLine(cleanLine(text)), engine);
}
/** Whether a text is one line of Markdown that shows exactly that text, so that it needs no parsing and no escaping. */
function isPlain(text, engine = "none") {
	return escapeText(text, engine) === text;
}
/** As `escapeText`, for a line that is clean already; white space at its ends is kept. */
function escapeLine(line) {
	return escapeLineStart(escapeInline(line, "paragraph")).replace(closingHashes, "\\");
}
/** The place in a heading where `#`s begin that would close it and not be shown (CommonMark 4.2). */
const closingHashes = /(?<=\s)(?=#+\s*$)/;
/**
* Markdown of text within a line. Only what Markdown would interpret is escaped.
*
* @param within within a link's text, addresses are not escaped, because none becomes a link there
*/
function escapeInline(text, within) {
	const escaped = text.replace(/\\(?=[!-/:-@[-`{-~]|\s|$)|[`*~[\]|{]/g, (character) => `\\${character}`).replace(/_+/g, (run, offset, whole) => isLetter(whole[offset - 1]) && isLetter(whole[offset + run.length]) ? run : "\\_".repeat(run.length)).replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, "\\&").replace(/<(?=[^\s\d=]|\s*$|[^\s<>]*@)/g, "&lt;");
	return within === "link" ? escaped : escaped.replace(/(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, (character) => `\\${character}`);
}
/**
* The line, escaped where its beginning would begin a block or underline a heading in CommonMark or in a common extension (kramdown's and
* Pandoc's `:` and `^`, MkDocs' `===` and `!!!`).
*/
function escapeLineStart(escaped) {
	return escaped.replace(/^(\s*)(?=[#>=:^]|[-+](?:[\s:+-]|$)|[!?]{3})/, "$1\\").replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}
/** The line without spaces and tabs at both ends. To Markdown, other white space such as a no-break space is text. */
function trimSpaces(line) {
	let [start, end] = [0, line.length];
	while (line[start] === " " || line[start] === "	") start += 1;
	while (end > start && (line[end - 1] === " " || line[end - 1] === "	")) end -= 1;
	return line.slice(start, end);
}
/** The text that `escapeText` was given, after `cleanLine`. */
function unescapeText(markdown) {
	return markdown.replace(/\\([!-/:-@[-`{-~])|&lt;|(?<=[<{}])\u200B|\u200B(?=\{)/g, (found, character = "") => found === "&lt;" ? "<" : character);
}
/**
* As `escapeText`, for a pull request, an issue or a comment: the line mentions nobody, links no issue, commit or address, and closes no
* issue. GitHub looks for these in the text as it is shown, where escapes are gone, so zero-width spaces break them up. Source:
* docs.github.com, "Autolinked references and URLs".
*/
function quoteInConversation(text) {
	const line = cleanLine(text);
	return escapeLine(partAt(line, [...referenceBreaks(line), ...endsOf(/:(?=\/\/)|(?<=www)(?=\.)/gi, line)]));
}
/**
* The offsets in a text, as it is shown, where zero-width spaces keep GitHub from finding a mention, an issue or a commit in it. They do
* not break up the address of an issue.
*/
function referenceBreaks(text) {
	const hashes = [...text.matchAll(/(?<![0-9A-Za-z])[0-9a-f]{7,}(?![0-9A-Za-z])/gi)];
	return [...endsOf(/@(?=[\w.-])|#(?=\d)|\bGH-(?=\d)/gi, text), ...hashes.flatMap(({ index, 0: hash }) => endsOf(/.{6}(?=.)/g, hash).map((end) => index + end))];
}
/** The text with zero-width spaces at these offsets. */
function partAt(text, offsets) {
	return applyEdits(text, offsets.map((offset) => ({
		start: offset,
		end: offset,
		text: "​"
	})));
}
function endsOf(pattern, text) {
	return [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
}
/** Letters and digits that are one UTF-16 code unit. */
function isLetter(character) {
	return character !== void 0 && /[\p{L}\p{N}]/u.test(character);
}

export { disarm as _, escapeLine as a, frontMatterEnd as b, isPlain as c, referenceBreaks as d, trimSpaces as f, sourceOffset as g, isTooMuch as h, escapeInline as i, partAt as l, applyEdits as m, cleanText as n, escapeLineStart as o, unescapeText as p, closingHashes as r, escapeText as s, cleanLine as t, quoteInConversation as u, engineOf as v, escapeForEngine as y };