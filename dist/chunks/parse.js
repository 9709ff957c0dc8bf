import { i as toString, n as visitParents } from "./lib.js";
import { c as isPlain, t as cleanLine } from "./escape.js";
import { createRequire } from "node:module";
import { extname } from "node:path";

// node_modules/unist-util-visit/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
* @import {
*   InclusiveDescendant,
*   Matches,
*   Visitors as ParentsVisitors,
*   VisitorResult,
*   VisitorResultExit
* } from 'unist-util-visit-parents'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Like `Visitor` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Like `VisitorExit` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*
*   Like `Visitors` in `unist-util-visit-parents`.
* @property {Visitor<Visited, Ancestor> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, Ancestor>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Visited, Parent<Ancestor, Visited>>} BuildVisitorFromMatch
*   Build a typed `Visitor` function from a node and all possible parents.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Visited
*   Node type.
* @template {UnistParent} Ancestor
*   Parent type.
*/
/**
* @typedef {(
*   BuildVisitorFromMatch<
*     Matches<Descendant, Check>,
*     Extract<Descendant, UnistParent>
*   >
* )} BuildVisitorFromDescendants
*   Build a typed `Visitor` function from a list of descendants and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Descendant
*   Node type.
* @template {Test} Check
*   Test type.
*/
/**
* @typedef {(
*   BuildVisitorFromDescendants<
*     InclusiveDescendant<Tree>,
*     Check
*   >
* )} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {(
*   Visitors<
*     Matches<InclusiveDescendant<Tree>, Check>,
*     Parent<
*       Extract<InclusiveDescendant<Tree>, UnistParent>,
*       Matches<InclusiveDescendant<Tree>, Check>
*     >
*   >
* )} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* Visit nodes.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check> | BuildVisitors<Tree, Check>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree> | BuildVisitors<Tree>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [maybeReverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visit(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, maybeReverse) {
	/** @type {Test} */
	let check;
	/** @type {Visitor | Visitors} */
	let visitors;
	/** @type {boolean | null | undefined} */
	let reverse;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		reverse = maybeReverse;
	} else {
		visitors = testOrEnterOrVisitors;
		reverse = enterOrVisitorsOrReverse;
	}
	if (typeof visitors === "function") visitParents(tree, check, wrap(visitors), reverse);
	else visitParents(tree, check, wrapVisitors(visitors), reverse);
}
/**
* Turn `visit` visitors into `visitParents` visitors.
*
* @param {Visitors} visitors
*   Visitors for `visit`.
* @returns {ParentsVisitors}
*   Visitors for `visitParents`.
*/
function wrapVisitors(visitors) {
	if (!visitors || typeof visitors !== "object") return visitors;
	return {
		enter: typeof visitors.enter === "function" ? wrap(visitors.enter) : visitors.enter,
		exit: typeof visitors.exit === "function" ? wrap(visitors.exit) : visitors.exit
	};
}
/**
* Turn a `visit` visitor into a `visitParents` one.
*
* @template {VisitorResult} Result
*   Result type.
* @param {(node: UnistNode, index: number | undefined, parent: UnistParent | undefined) => Result} visitor
*   Visitor for `visit`.
* @returns {(node: UnistNode, parents: Array<UnistParent>, index: number | undefined) => Result}
*   Visitor for `visitParents`.
*/
function wrap(visitor) {
	return overload;
	/**
	* Call `visitor` with `index` and `parent` instead of `parents`.
	*
	* @param {UnistNode} node
	*   Visited node.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @returns {Result}
	*   What to do next.
	*/
	function overload(node, parents, index) {
		return visitor(node, index, parents[parents.length - 1]);
	}
}

// src/markdown/line.ts
/** A cursor at the start of a line. */
function lineStart(text) {
	return cursorAt(text, 0, 0);
}
/** The cursor behind `length` characters of content. */
function afterContent(cursor, length) {
	return cursorAt(cursor.text, cursor.content + length, cursor.contentColumn + length);
}
/** The cursor behind `columns` of its indentation, or behind all of it where there is less. */
function afterIndent(cursor, columns) {
	return {
		...cursor,
		column: Math.min(cursor.column + columns, cursor.contentColumn)
	};
}
/** Columns of white space before the content. */
function indentOf$1(cursor) {
	return cursor.contentColumn - cursor.column;
}
/** Whether nothing but white space follows. */
function isBlank(cursor) {
	return cursor.content === cursor.text.length;
}
/** The line from its content on. */
function contentOf({ text, content }) {
	return text.slice(content);
}
/** Whether the content of the line is a thematic break (CommonMark 4.1). */
function isThematicBreak({ text, content }) {
	const marker = text[content];
	if (marker !== "*" && marker !== "-" && marker !== "_") return false;
	let count = 0;
	for (let index = content; index < text.length; index += 1) {
		const character = text[index];
		if (character === marker) count += 1;
		else if (character !== " " && character !== "	") return false;
	}
	return count >= 3;
}
/** What a sticky pattern matches at the beginning of the content; null for no match. */
function matchAt(pattern, { text, content }) {
	pattern.lastIndex = content;
	return pattern.exec(text)?.[0] ?? null;
}
function cursorAt(text, index, column) {
	let content = index;
	let contentColumn = column;
	for (; content < text.length; content += 1) {
		const character = text[content];
		if (character === " ") contentColumn += 1;
		else if (character === "	") contentColumn += 4 - contentColumn % 4;
		else break;
	}
	return {
		text,
		column,
		content,
		contentColumn
	};
}
/** The lines of a text between two offsets; LF, CRLF and a lone CR each end one (CommonMark 2.1). */
function* linesOf(source, from = 0, to = source.length) {
	const ending = /\r\n|\n|\r/g;
	ending.lastIndex = from;
	let start = from;
	while (start < to) {
		const match = ending.exec(source);
		const textEnd = Math.min(match?.index ?? to, to);
		const end = Math.min(match === null ? to : ending.lastIndex, to);
		yield {
			text: source.slice(start, textEnd),
			start,
			end
		};
		start = end;
	}
}
/** Offset at which the last line of a text begins. */
function lastLineStart(text) {
	return Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
}
/** How the first line of a text ends; a line feed where it has but one. */
function lineEndingOf(text) {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

// src/markdown/containers.ts
/** Lines in more containers than this are read as plain text. Nobody writes such lines on purpose, and parsers run out of stack on them. */
const mostContainers = 100;
/**
* The open containers that a line continues.
*
* @param innermost `empty` when the last of them is an item whose only line so far is blank, so that a second blank line ends it
*/
function continueContainers(containers, start, innermost) {
	let cursor = start;
	let count = 0;
	for (const container of containers) {
		const next = innermost === "empty" && count === containers.length - 1 && isBlank(cursor) ? null : continueContainer(container, cursor);
		if (next === null) break;
		cursor = next;
		count += 1;
	}
	return {
		containers: containers.slice(0, count),
		cursor
	};
}
function continueContainer(container, cursor) {
	if (container.kind === "quote") return afterQuoteMarker(cursor);
	const width = container.kind === "item" ? container.width : 4;
	return isBlank(cursor) || indentOf$1(cursor) >= width ? afterIndent(cursor, width) : null;
}
/**
* The containers that a line continues and those that it opens, up to one more than `mostContainers`.
*
* @param interrupted `paragraph` when a new container would end a paragraph. An empty item, or one with a number other than 1, cannot do
*   that (CommonMark 5.2). Within the new container items can be of any kind, because they interrupt nothing; micromark wrongly refuses
*   these as well.
*/
function openContainers(continued, interrupted) {
	const containers = [...continued.containers];
	let { cursor } = continued;
	while (containers.length <= 100 && indentOf$1(cursor) < 4) {
		const isFirst = containers.length === continued.containers.length;
		const opened = openContainer(cursor, isFirst ? interrupted : "nothing");
		if (opened === null) break;
		containers.push(opened.container);
		cursor = opened.cursor;
	}
	return {
		containers,
		cursor
	};
}
function openContainer(cursor, interrupted) {
	const quote = afterQuoteMarker(cursor);
	if (quote !== null) return {
		container: { kind: "quote" },
		cursor: quote
	};
	const label = matchAt(/\[\^(?:[^\\[\]\s]|\\(?:[\\[\]]|(?![\\[\]]))){1,999}\]:/y, cursor);
	if (label !== null) {
		const behind = afterContent(cursor, label.length);
		return {
			container: { kind: "footnote" },
			cursor: afterIndent(behind, indentOf$1(behind))
		};
	}
	return openItem(cursor, interrupted);
}
function openItem(cursor, interrupted) {
	const marker = matchAt(/(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y, cursor);
	if (marker === null || isThematicBreak(cursor)) return null;
	const behind = afterContent(cursor, marker.length);
	if (interrupted === "paragraph" && (isBlank(behind) || !/^(?:[-+*]|1[.)])$/.test(marker))) return null;
	const padding = isBlank(behind) || indentOf$1(behind) > 4 ? 1 : indentOf$1(behind);
	return {
		container: {
			kind: "item",
			width: indentOf$1(cursor) + marker.length + padding
		},
		cursor: afterIndent(behind, padding)
	};
}
function afterQuoteMarker(cursor) {
	if (indentOf$1(cursor) >= 4 || cursor.text[cursor.content] !== ">") return null;
	return afterIndent(afterContent(cursor, 1), 1);
}

// src/markdown/html-block.ts
const blockNames = new Set("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul".split(" "));
/**
* The kind of HTML block that begins with this text (indentation removed), or null when none begins.
*
* @param interrupted what is open above: a paragraph is not interrupted by the kind `other`
*/
function htmlKindOf(text, interrupted) {
	if (!text.startsWith("<")) return null;
	if (/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i.test(text)) return "raw";
	if (text.startsWith("<!--")) return "comment";
	if (text.startsWith("<?")) return "instruction";
	if (text.startsWith("<![CDATA[")) return "cdata";
	if (/^<![a-z]/i.test(text)) return "declaration";
	const name = /^<\/?([a-z][a-z0-9-]{0,20})(?:[ \t>]|\/>|$)/i.exec(text)?.[1];
	if (name !== void 0 && blockNames.has(name.toLowerCase())) return "block";
	return interrupted === "nothing" && isLoneTag(text) ? "other" : null;
}
/** What the last line of an HTML block contains. The kinds that are not listed here end in front of a blank line. */
const ends = {
	raw: /<\/(?:script|pre|style|textarea)>/i,
	comment: /-->/,
	instruction: /\?>/,
	declaration: />/,
	cdata: /\]\]>/
};
/** Whether an HTML block can contain blank lines. */
function spansBlankLines(kind) {
	return ends[kind] !== void 0;
}
/** Whether a line of an HTML block ends it. No line ends a block that a blank line ends. */
function isLastOfHtml(kind, text) {
	return ends[kind]?.test(text) ?? false;
}
const attribute = /[ \t]+[a-z_:][a-z0-9_.:-]*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^ \t"'/<=>`]+))?/iy;
const openingTagEnd = /[ \t]*\/?>[ \t]*$/y;
/** Whether the line is one complete tag and nothing else. It reads attributes one by one, so that no regular expression backtracks far. */
function isLoneTag(text) {
	if (/^<\/[a-z][a-z0-9-]*[ \t]*>[ \t]*$/i.test(text)) return true;
	const name = /^<[a-z][a-z0-9-]*/i.exec(text);
	if (name === null) return false;
	let index = name[0].length;
	for (;;) {
		attribute.lastIndex = index;
		if (!attribute.test(text)) break;
		index = attribute.lastIndex;
	}
	openingTagEnd.lastIndex = index;
	return openingTagEnd.test(text);
}

// src/markdown/blocks.ts
const none = { kind: "none" };
/**
* The lines of a Markdown text, each with its block. Linear in the length of the text; never throws.
*
* Block structure is that of CommonMark 0.31 with GFM's tables and footnotes, with two exceptions. A paragraph that begins like a
* link definition (`[a]: …`) becomes no heading by an underline, because only a parser of links can tell. A line in more than
* `mostContainers` containers is a paragraph.
*
* @param part of the text to read instead of all of it, with the number of its first line; no block may be open where it begins
*/
function* blockLines(source, part = {
	start: 0,
	end: source.length,
	line: 1
}) {
	let open = {
		containers: [],
		leaf: none
	};
	let number = part.line;
	for (const line of linesOf(source, part.start, part.end)) {
		const read = readLine(open, line, number, source);
		const { text, start, end } = line;
		yield {
			text,
			start,
			end,
			line: number,
			depth: read.containers.length,
			block: read.block
		};
		open = read;
		number += 1;
	}
}
/** CommonMark's appendix "Phase 1: block structure", one line of it. */
function readLine(before, line, number, source) {
	const { leaf } = before;
	const start = lineStart(line.text);
	const innermost = leaf.kind === "empty-item" ? "empty" : "begun";
	const continued = continueContainers(before.containers, start, innermost);
	const allContinued = continued.containers.length === before.containers.length;
	if (allContinued && leaf.kind === "fence") return continueFence(before.containers, leaf, continued.cursor);
	if (allContinued && leaf.kind === "html" && (spansBlankLines(leaf.html) || !isBlank(continued.cursor))) return html(before.containers, leaf, continued.cursor);
	const paragraph = leaf.kind === "paragraph" ? leaf : null;
	const { containers, cursor } = openContainers(continued, paragraph !== null && allContinued ? "paragraph" : "nothing");
	if (containers.length > 100) return paragraph === null ? startParagraph([], cursor, line, number) : {
		...before,
		block: {
			kind: "paragraph",
			line: paragraph.line
		}
	};
	const isNewContainer = containers.length > continued.containers.length;
	const code = leaf.kind === "code" && allContinued && !isNewContainer ? leaf : null;
	if (isBlank(cursor)) return {
		containers,
		leaf: isNewContainer && containers.at(-1)?.kind === "item" ? { kind: "empty-item" } : code ?? none,
		block: {
			kind: "blank",
			line: number
		}
	};
	const continuable = isNewContainer ? null : paragraph;
	if (indentOf$1(cursor) >= 4) {
		if (continuable !== null) return continueParagraph(before.containers, continuable, cursor);
		const block = code ?? {
			kind: "code",
			line: number
		};
		return {
			containers,
			leaf: block,
			block
		};
	}
	const started = startBlock(containers, cursor, line, number, continuable);
	if (started !== null) return started;
	const level = continuable !== null && allContinued ? underlineLevel(cursor) : 0;
	if (continuable !== null && level > 0 && !beginsLikeDefinition(continuable)) {
		const { first } = continuable;
		const block = {
			kind: "heading",
			level,
			text: source.slice(first.start, line.start).trim(),
			start: first.start,
			line: continuable.line
		};
		return {
			containers,
			leaf: none,
			block
		};
	}
	if (isThematicBreak(cursor)) return {
		containers,
		leaf: none,
		block: {
			kind: "break",
			line: number
		}
	};
	if (leaf.kind === "table" && allContinued && !isNewContainer && countCells(contentOf(cursor)) > 0) return {
		containers,
		leaf,
		block: leaf
	};
	if (continuable === null) return startParagraph(containers, cursor, line, number);
	if (allContinued && !continuable.isTableRefused && isDelimiterRow(contentOf(cursor))) {
		if (countCells(continuable.lastText) !== countCells(contentOf(cursor))) return continueParagraph(containers, {
			...continuable,
			isTableRefused: true
		}, cursor);
		const table = {
			kind: "table",
			line: number - 1
		};
		return {
			containers,
			leaf: table,
			block: table
		};
	}
	return continueParagraph(before.containers, continuable, cursor);
}
/** A fence, an HTML block or a heading with `#`s, where one begins. */
function startBlock(containers, cursor, { start }, number, interrupted) {
	const marker = matchAt(/`{3,}(?=[^`]*$)|~{3,}/y, cursor);
	if (marker !== null) return {
		containers,
		leaf: {
			kind: "fence",
			line: number,
			marker
		},
		block: {
			kind: "fence",
			line: number,
			part: "opening"
		}
	};
	const kind = htmlKindOf(contentOf(cursor), interrupted === null ? "nothing" : "paragraph");
	if (kind !== null) return html(containers, {
		kind: "html",
		line: number,
		html: kind
	}, cursor);
	const heading = atxHeadingAt(cursor);
	return heading && {
		containers,
		leaf: none,
		block: {
			kind: "heading",
			...heading,
			start,
			line: number
		}
	};
}
function startParagraph(containers, cursor, first, line) {
	return continueParagraph(containers, {
		kind: "paragraph",
		line,
		first,
		isTableRefused: false,
		lastText: ""
	}, cursor);
}
function continueParagraph(containers, paragraph, cursor) {
	return {
		containers,
		leaf: {
			...paragraph,
			lastText: contentOf(cursor)
		},
		block: {
			kind: "paragraph",
			line: paragraph.line
		}
	};
}
function continueFence(containers, leaf, cursor) {
	const { line, marker } = leaf;
	return (indentOf$1(cursor) < 4 ? matchAt(/(?:`{3,}|~{3,})(?=[ \t]*$)/y, cursor) : null)?.startsWith(marker) ? {
		containers,
		leaf: none,
		block: {
			kind: "fence",
			line,
			part: "closing"
		}
	} : {
		containers,
		leaf,
		block: {
			kind: "fence",
			line,
			part: "content"
		}
	};
}
function html(containers, leaf, cursor) {
	return {
		containers,
		leaf: isLastOfHtml(leaf.html, contentOf(cursor)) ? none : leaf,
		block: leaf
	};
}
/** The heading that a line would be if it stood in no other block; null if it does not begin with `#`s. */
function atxHeading(line) {
	return atxHeadingAt(lineStart(line));
}
function atxHeadingAt(cursor) {
	const level = indentOf$1(cursor) < 4 ? matchAt(/#{1,6}(?=[ \t]|$)/y, cursor)?.length ?? 0 : 0;
	if (level === 0) return null;
	return {
		level,
		text: withoutClosingHashes(cursor.text.slice(cursor.content + level).trim())
	};
}
function withoutClosingHashes(text) {
	let end = text.length;
	while (text[end - 1] === "#") end -= 1;
	const before = text.slice(0, end);
	return before === "" || before.trimEnd() !== before ? before.trimEnd() : text;
}
function underlineLevel(cursor) {
	const underline = matchAt(/(?:=+|-+)(?=[ \t]*$)/y, cursor);
	if (underline === null) return 0;
	return underline.startsWith("=") ? 1 : 2;
}
function beginsLikeDefinition(paragraph) {
	return /^ {0,3}\[[^\]]*\]:/.test(paragraph.first.text);
}
/** Whether a line can be the delimiter row of a table (GFM 4.10): `|---|:-:|`. A line of dashes alone is none. */
function isDelimiterRow(line) {
	return /[|:]/.test(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell.trim()));
}
/** How many cells a row of a table has. A head must have as many as its delimiter row; a lone `|` has none. */
function countCells(row) {
	return row.trim() === "|" ? 0 : cellsOf(row.replaceAll("\\|", "")).length;
}
/** The cells of a row in which no `|` is escaped. */
function cellsOf(row) {
	return row.trim().replace(/^\|/, "").replace(/\|$/, "").split("|");
}

// src/load.ts
/**
* The module `name` in the folder of the module at `url`, loaded when this is called, for code that cannot wait for a promise. A run that does
* not need it saves the time; the bundle has it as a file of its own beside the chunks (`rolldown.config.ts`).
*/
function loadBeside(url, name) {
	return createRequire(url)(`./${name}${extname(url)}`);
}

// src/markdown/parsing-cost.ts
/**
* The microseconds that micromark needs for the parts of a text, by measurement. Some costs grow with the square of a count: `blockAbove`
* is what each block costs for every block above it, and so on.
*/
const costs = {
	line: 40,
	/** A line of code in a fence. */
	codeLine: 20,
	item: 60,
	quote: 20,
	columnOfIndentation: 10,
	word: 3,
	/** A run of punctuation. */
	punctuation: 3,
	/** A cell of a table, or a heading. */
	cell: 20,
	/** A character that may begin an image, an entity or an escape. */
	sign: 6,
	/** What begins a web address, or the `@` of an e-mail address. */
	address: 25,
	/** A backtick, or an underscore within a word. */
	tick: 12,
	/** A character that may begin or end emphasis, a link or a tag. */
	mark: 15,
	blockAbove: .3,
	/** A line that continues an item's paragraph without the item's indentation, for every such line above it. */
	lazyLineAbove: .3,
	/** A `]`, for every one above it in the paragraph. */
	bracketAbove: .12,
	/** A character of a paragraph, for each code span, tag or link whose end micromark may search the paragraph for in vain. */
	searched: .06
};
/**
* The longest text that is parsed is GitHub's limit for the body of an issue. The cost is in microseconds: parsing such a text and using
* the tree then takes at most 0.2 s per 100 kB.
*/
const limits = {
	characters: 65536,
	cost: 11e4
};
/** Whether text can be parsed quickly and without running out of stack. Linear in its length. */
function isReadable(text) {
	return text.length <= limits.characters && parsingCost(text) <= limits.cost;
}
/**
* The estimated microseconds that micromark takes to parse a text; infinite for one that may make it run out of stack. Linear in the
* length of the text.
*/
function parsingCost(text) {
	let [cost, blocks, lazyLines, quotesAbove, isBlankAbove] = [
		0,
		0,
		0,
		0,
		true
	];
	let paragraph = emptyParagraph();
	for (const { text: line, depth, block } of blockLines(text)) {
		const { quotes, others } = countContainers(line);
		if (quotes + others > 100) return Infinity;
		const isCode = depth === 0 && block.kind === "fence" && block.part === "content";
		cost += isCode ? costs.codeLine : costs.line;
		if (isCode) continue;
		const isBlank = line.trim() === "";
		const isPlain = !isBlank && quotes + others === 0;
		if (isBlank || beginsItem.test(line)) {
			cost += searchCost(paragraph);
			paragraph = emptyParagraph();
		}
		lazyLines = isBlank ? 0 : isPlain && lazyLines > 0 ? lazyLines + 1 : isPlain ? 0 : 1;
		const beginsBlock = isPlain && isBlankAbove || underline.test(line);
		const newBlocks = others + Math.max(quotes - quotesAbove, 0) + (beginsBlock ? 1 : 0);
		blocks += newBlocks;
		cost += newBlocks * blocks * costs.blockAbove + lazyLines * costs.lazyLineAbove;
		cost += others * costs.item + quotes * costs.quote + indentOf(line) * costs.columnOfIndentation;
		if (!isBlank) cost += costOfWords(line, paragraph);
		[quotesAbove, isBlankAbove] = [quotes, isBlank];
	}
	return cost + searchCost(paragraph);
}
/** The beginning of an item that can interrupt a paragraph. */
const beginsItem = /^ {0,3}(?:[-+*]|1[.)])[ \t]+\S/;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
/** The beginning of a link or tag that does not end on the same line. */
const unclosed = /\]\((?![^\s()]*\))|<(?=[A-Za-z!?])(?![^<>"']*>)/g;
function emptyParagraph() {
	return {
		characters: 0,
		brackets: 0,
		unclosed: 0,
		ticks: /* @__PURE__ */ new Set()
	};
}
/** The cost of the words of a line. Adds the line to the counts of its paragraph. */
function costOfWords(line, paragraph) {
	const marks = count(/[*~<[\]]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, line);
	paragraph.characters += line.length;
	const brackets = count(/\]/g, line);
	paragraph.brackets += brackets;
	paragraph.unclosed += count(unclosed, line);
	for (const [run] of line.matchAll(/`+/g)) paragraph.ticks.add(run.length);
	return count(/\w+/g, line) * costs.word + count(/[!&\\]/g, line) * costs.sign + count(/[^\w\s!&\\]+/g, line) * costs.punctuation + count(/:\/\/|www\.|@/gi, line) * costs.address + count(/\||^ {0,3}#/g, line) * costs.cell + count(/[_`]/g, line) * costs.tick + marks * costs.mark + brackets * paragraph.brackets * costs.bracketAbove;
}
function searchCost({ characters, unclosed, ticks }) {
	return (unclosed + Math.max(ticks.size - 1, 0)) * characters * costs.searched;
}
function count(pattern, line) {
	return line.match(pattern)?.length ?? 0;
}
function indentOf(line) {
	return line.length - line.trimStart().length;
}
/** How many markers of quotes, and of list items and footnotes, a line begins with. Whether each opens a container does not matter. */
function countContainers(line) {
	const marker = /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^(?:[^\\[\]\s]|\\(?:[\\[\]]|(?![\\[\]]))){1,999}\]:)/y;
	let [quotes, others] = [0, 0];
	for (let match = marker.exec(line); match !== null; match = marker.exec(line)) if (match[1] === void 0) others += 1;
	else quotes += 1;
	return {
		quotes,
		others
	};
}

// src/markdown/inert.ts
/** Longer Markdown may be too much to parse, and is then shown as code, whatever it says. */
const surelyReadable = 1500;
/**
* The blocks of inert Markdown, which needs no parser: paragraphs, flat lists and code between backticks whose every line means the same to all
* parsers and is contained as it stands. Null for any other Markdown.
*
* They are the blocks of `parseMarkdown`, but that a paragraph holds its words as one text, with the marks of emphasis, code and links in it.
*/
function inertBlocks(markdown) {
	if (markdown.length > surelyReadable && !isReadable(markdown)) return null;
	const blocks = [];
	/** What the next line continues. */
	let open = "nothing";
	let number = 0;
	for (const each of linesOf(markdown)) {
		number += 1;
		const line = {
			...each,
			number
		};
		if (typeof open === "object") {
			if (line.text !== backticks) {
				if (/^ *\t|```/.test(line.text)) return null;
				continue;
			}
			const code = codeBetween(open, line, markdown);
			if (code === null) return null;
			blocks.push(code);
			open = "nothing";
		} else if (line.text === "") open = "nothing";
		else if (fenceStart.test(line.text)) open = line;
		else {
			if (!addLine(blocks, line, open, markdown)) return null;
			open = "block";
		}
	}
	return typeof open === "object" ? null : blocks;
}
/** Whether one line of words is inert. It stands at the beginning of a line, or behind other words. */
function isInertLine(line) {
	return inertLine.test(line) && !bareAddress.test(line);
}
/** The words of an inert line, without the marks of code, emphasis and links. */
function wordsOfInertLine(line) {
	return line.replace(inertMarks, (_, code = "", words = "", _mark = "", emphasized = "") => code + words + emphasized);
}
const backticks = "```";
const fenceStart = /^```[A-Za-z0-9_+#.-]*$/;
/** The parser counts the blank behind a task box to the words, unless they begin with text. */
const itemStart = /^([-+*]|\d{1,9}[.)]) (?:\[([ x])\] (?=[\p{L}\p{N}])(?!https?:))?/u;
/** A character that is plain text wherever it stands within a line. */
const plain = String.raw`[^\p{C}[\p{Z}--[ ]]\\\x60*_~\[\]\{\}<\|\^&@:]`;
/** What may stand in front of marks and behind them, so that the former only open and the latter only close. */
const [front, behind] = [String.raw`(?<=^|[ \("])`, String.raw`(?=$|[ .,;\)!?"])`];
const phrase = String.raw`[\p{L}\p{N}]+(?:[ ,.'’\/\-]+[\p{L}\p{N}]+)*`;
const inline = [
	String.raw`:(?!\/\/)`,
	"(?<=[A-Za-z0-9])_+(?=[A-Za-z0-9])",
	`${front}@(?=[A-Za-z0-9])`,
	"&(?= )",
	String.raw`${front}\x60[^\p{C}[\p{Z}--[ ]]\x60]+(?<! )\x60${behind}`,
	String.raw`${front}(?<mark>\*\*?|__?)${phrase}(?::\k<mark>(?=$| )|\k<mark>${behind})`,
	String.raw`${front}\[#?${phrase}\]\(https?:\/\/[A-Za-z0-9_\/:?#@!$&*+,=.~%'\-]+\)${behind}`,
	String.raw`${front}https?:\/\/[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?:\/(?:[A-Za-z0-9_\/:#=.%+?,\-]*[A-Za-z0-9\/])?)?(?=[.,;:!?"\)]*(?:$| ))`
];
/** Without what begins a block or underlines a heading, in CommonMark and its common extensions. */
const inertLine = new RegExp(String.raw`^(?=[\p{L}\p{N}"'\(\x60*_@\[]|[^\x00-\x7F])(?!\d{1,9}[.\)](?:$| ))${plain}*(?:(?:${inline.join("|")})${plain}*)*(?<! )$`, "v");
/** Code, the words of a link, and emphasis, as `inline` has them. */
const inertMarks = new RegExp(String.raw`\x60([^\x60]+)\x60|\[(#?${phrase})\]\(https?:[^\)]*\)|${front}(\*\*?|__?)(${phrase}:?)\3`, "gv");
/** What GitHub makes a link of without a scheme. */
const bareAddress = /(?<!\/\/)www\.|mailto:|xmpp:/i;
/** Adds an item or words to the blocks, or to the last of them, which may be open; false where it takes a parser to tell what the line is. */
function addLine(blocks, line, open, markdown) {
	const [lead = "", marker, box] = itemStart.exec(line.text) ?? [];
	if (!isInertLine(line.text.slice(lead.length))) return false;
	const last = blocks.at(-1);
	const words = paragraphOn(line, lead.length);
	if (marker === void 0) {
		if (open === "nothing") blocks.push(words);
		else if (last?.type === "paragraph") extend(last, line, markdown);
		else return false;
		return true;
	}
	const item = itemOf(words, line, box);
	if (last?.type === "list") {
		if (!(open === "block" && kindAt(last.position.start.offset ?? 0, markdown) === kindAt(line.start, markdown))) return false;
		last.children.push(item);
		last.position.end = item.position.end;
		return true;
	}
	if (open === "block" && /^\d/.test(marker) && !/^1\D/.test(marker)) return false;
	const ordered = /\d/.test(marker);
	blocks.push({
		type: "list",
		ordered,
		start: ordered ? Number.parseInt(marker, 10) : null,
		spread: false,
		children: [item],
		position: { ...item.position }
	});
	return true;
}
/** The bullet of the item at an offset, or what stands behind its number. */
function kindAt(offset, markdown) {
	return /[-+*.)]/.exec(markdown.slice(offset, offset + 10))?.[0];
}
function paragraphOn(line, column) {
	const position = {
		start: pointIn(line, column),
		end: pointIn(line, line.text.length)
	};
	return {
		type: "paragraph",
		children: [{
			type: "text",
			value: line.text.slice(column),
			position: { ...position }
		}],
		position
	};
}
function extend(paragraph, line, markdown) {
	const { start } = paragraph.position;
	const position = {
		start,
		end: pointIn(line, line.text.length)
	};
	paragraph.position = position;
	paragraph.children = [{
		type: "text",
		value: markdown.slice(start.offset, position.end.offset),
		position: { ...position }
	}];
}
function itemOf(words, line, box) {
	const checked = box === void 0 ? null : box !== " ";
	const position = {
		start: pointIn(line, 0),
		end: words.position.end
	};
	return {
		type: "listItem",
		spread: false,
		checked,
		children: [words],
		position
	};
}
/** Null for code that a serializer might write in another way: without lines, or with blank ones at its ends. */
function codeBetween(fence, closing, markdown) {
	const value = markdown.slice(fence.end, closing.start).replace(/\r\n$|[\r\n]$/, "");
	if (!/^[^\n\r]*\S/.test(value) || !/\S[^\n\r]*$/.test(value)) return null;
	return {
		type: "code",
		lang: fence.text.slice(3) || null,
		meta: null,
		value,
		position: {
			start: pointIn(fence, 0),
			end: pointIn(closing, closing.text.length)
		}
	};
}
function pointIn({ number, start }, column) {
	return {
		line: number,
		column: column + 1,
		offset: start + column
	};
}

// src/markdown/parse.ts
let parser;
/**
* The syntax tree of Markdown, in which every node has a position. Call it only for text that `isReadable` accepts or that this program
* wrote. The tree is empty if the parser runs out of stack all the same.
*/
function parseMarkdown(markdown) {
	parser ??= loadBeside(import.meta.url, "parser");
	const { parse } = parser;
	return withinStack(() => parse(markdown)) ?? emptyTree();
}
function emptyTree() {
	const nowhere = {
		line: 1,
		column: 1,
		offset: 0
	};
	return {
		type: "root",
		children: [],
		position: {
			start: nowhere,
			end: nowhere
		}
	};
}
/**
* What an action returns, or null when it runs out of stack. `isReadable` refuses texts that are nested too deeply; this catches what it
* misses, so that no text can end a run.
*/
function withinStack(action) {
	try {
		return action();
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
/** The offsets in the text of a node that `parseMarkdown` made: of its first character, and just past its last. */
function offsetsOf(node) {
	const start = node.position?.start.offset;
	const end = node.position?.end.offset;
	if (start === void 0 || end === void 0) throw new Error(`A ${node.type} without a position`);
	return {
		start,
		end
	};
}
/**
* The blocks of Markdown, for those who need no inline content: a paragraph that is inert holds its words as one text. None for Markdown that
* is not `isReadable`.
*/
function readBlocks(markdown) {
	return inertBlocks(markdown) ?? (isReadable(markdown) ? parseMarkdown(markdown).children : []);
}
/** Plain text of the first block of somebody's Markdown that has words, on one line; '' where no block has any. */
function plainText(markdown) {
	if (isPlain(markdown)) return markdown;
	if (isInertLine(markdown)) return cleanLine(wordsOfInertLine(markdown)).replace(/\s+/g, " ");
	if (!isReadable(markdown)) return cleanLine(markdown);
	const texts = parseMarkdown(markdown).children.map((block) => toString(block, { includeHtml: false }));
	return cleanLine(texts.find((text) => text.trim() !== "") ?? "").replace(/\s+/g, " ");
}

export { linesOf as _, withinStack as a, isReadable as c, blockLines as d, openContainers as f, lineStart as g, lineEndingOf as h, readBlocks as i, loadBeside as l, lastLineStart as m, parseMarkdown as n, inertBlocks as o, isThematicBreak as p, plainText as r, isInertLine as s, offsetsOf as t, atxHeading as u, visit as v };