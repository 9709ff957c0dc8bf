import { _ as UserError, l as withoutInvisible, s as offsetOfVisible } from "./first.js";
import { _ as linesOf, d as blockLines, f as openContainers, g as lineStart$1, i as readBlocks, r as plainText, u as atxHeading } from "./parse.js";
import { t as groupBy } from "./group-by.js";
import { a as formatDuration, d as readLeadingTime, h as faultBehind, i as formatDate, l as isTimeZone, n as elapsedMinutes, p as readOpeningTime, r as formProblem, s as formatTime } from "./clock.js";
import { a as quarterName$1, i as quarterMonths, n as lastEndedQuarter, o as quarterOf, r as quarterHeading, s as quartersBetween, t as compareQuarters } from "./quarter.js";
import { b as frontMatterEnd, g as sourceOffset, m as applyEdits, p as unescapeText, s as escapeText, v as engineOf } from "./escape.js";
import { f as isMeasured, i as eventPairs, l as freeParts, m as textKeys, o as fields, r as eventNames } from "./fields.js";
import { c as linkDefinitionEdits, d as repairWords, l as byFigure, n as newestFirst, p as measure, r as writeEntry, u as quarterFigures } from "./entry.js";

// src/log/headings/months.ts
const names = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december"
];
/** The month, 1 to 12, that an English word names in full or by its first three letters or more ("Sept."); null for another word. */
function monthOf(word) {
	const letters = word.toLowerCase();
	const index = letters.length < 3 ? -1 : names.findIndex((name) => name.startsWith(letters));
	return index < 0 ? null : index + 1;
}
/** A month's name in the manner of another: "October" in that of "July", "Oct" in that of "Jul", "OCTOBER" in that of "JULY". */
function monthLike(model, month) {
	const name = names[month - 1] ?? "";
	const word = model.length === 3 && model.toLowerCase() !== "may" ? name.slice(0, 3) : name;
	if (model === model.toUpperCase()) return word.toUpperCase();
	return model === model.toLowerCase() ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

// src/log/headings/quarter-heading.ts
const ordinals = [
	"first",
	"second",
	"third",
	"fourth"
];
const cardinals = [
	"one",
	"two",
	"three",
	"four"
];
const number$1 = String.raw`(?:q(?:uarter|tr)?\.?\s*([1-4])|([1-4])(?:q\b|(?:st|nd|rd|th)\s+quarter)|(${ordinals.join("|")})\s+quarter|quarter\s+(${cardinals.join("|")})\b)`;
const between = String.raw`[\s,/_:(–—-]*(?:of\s+)?(?:cy\s*)?`;
/** Months may stand between quarter and year. */
const months = String.raw`(?:[\s(–—:-]+[a-z]{3,9}\s*(?:-|–|—|to)\s*[a-z]{3,9}\)?)?`;
/** Not the first half of "2024/25", which is another kind of year. */
const year = String.raw`((?:19|20)\d{2})(?![\d/]|\s*[-–—]\s*\d)`;
const quarterFirst = new RegExp(`^${number$1}(?:(?!\\d)(${months})${between}${year})?(?![\\w/])(.*)$`, "is");
const yearFirst = new RegExp(`^${year}${between}${number$1}(?!\\w)(.*)$`, "is");
const monthRange = String.raw`([a-z]{3,9})\.?(?:\s+(?:19|20)\d{2})?\s*(?:-|–|—|to|until|/|,\s*[a-z]{3,9}\.?,?(?:\s+and)?)\s*([a-z]{3,9})\.?`;
const monthsFirst = new RegExp(`^${monthRange},?\\s+\\(?((?:19|20)\\d{2})(?!\\d|/)(.*)$`, "is");
const yearAndMonths = new RegExp(`^${year}[\\s,:(–—-]+${monthRange}\\)?$`, "i");
/**
* The quarter that a heading names: `Q1 2024`, `2024 Q1`, `First quarter of 2024`, `January to March 2024`, whatever else stands
* behind; null where it names none, or one of a financial year.
*
* @param heading Markdown of the heading, without its marks
* @param above the year that a heading above this one names, for `Q1` alone
*/
function readQuarterHeading(heading, above) {
	const text = plainHeading(heading);
	for (const style of styles) {
		const named = style(text, above);
		if (named !== null) return named;
	}
	return null;
}
/** The ways to name a quarter, in the order in which they are tried. */
const styles = [
	numberThenYear,
	yearThenNumber,
	monthsThenYear,
	yearThenMonths
];
/** `Q1 2024`, `First quarter of 2024`, and `Q1` below a year. */
function numberThenYear(text, above) {
	const match = quarterFirst.exec(text);
	const found = numberIn(match?.slice(1, 5));
	const [months = "", ownYear, rest = ""] = match?.slice(5) ?? [];
	const year = ownYear ?? (above === null || /^[\s:,–—-]*(?:fy|\d)/i.test(rest) ? void 0 : above);
	return found === null || year === void 0 ? null : namedQuarter(Number(year), found, months + rest);
}
/** `2024 Q1` */
function yearThenNumber(text) {
	const match = yearFirst.exec(text);
	const found = numberIn(match?.slice(2, 6));
	return match === null || found === null ? null : namedQuarter(Number(match[1]), found, match[6] ?? "");
}
/** `January to March 2024` */
function monthsThenYear(text) {
	const [, from = "", to = "", year] = monthsFirst.exec(text) ?? [];
	return quarterOfMonths(from, to, year);
}
/** `2024, January to March` */
function yearThenMonths(text) {
	const [, year, from = "", to = ""] = yearAndMonths.exec(text) ?? [];
	return quarterOfMonths(from, to, year);
}
/** @param rest what stands behind the name, where its months may stand */
function namedQuarter(year, number, rest) {
	const quarter = {
		year,
		number
	};
	return {
		quarter,
		months: monthsIn(rest, quarter)
	};
}
function quarterOfMonths(from, to, year) {
	const [first, last] = [monthOf(from), monthOf(to)];
	if (year === void 0 || first === null || last !== first + 2 || first % 3 !== 1) return null;
	return {
		quarter: {
			year: Number(year),
			number: numberOf((first - 1) / 3 + 1)
		},
		months: "own"
	};
}
/** Whether a line without marks reads as the heading of a quarter, as in a log that was copied off a page. */
function isPlainQuarterHeading(line) {
	if (!/^(?:q[1-4]\b|\d{4} q[1-4]\b)/i.test(line) || readQuarterHeading(line, null) === null) return false;
	return /^\S+ \S+(?:\s*\([^()]*\))?\s*$/.test(line);
}
/** Whether a heading speaks of a quarter, but of a financial year or of no year at all. */
function isUnreadableQuarter(heading) {
	const text = plainHeading(heading);
	return /^q[1-4]\b/i.test(text) || /^(?:fy\s*)?(?:\d{2}|\d{4})(?:[/-]\d{2,4})?\s+q[1-4]\b/i.test(text);
}
/** A heading for `quarter` like another quarter's; the usual one where the other says more than its quarter and its months. */
function quarterHeadingLike(model, quarter) {
	const named = readQuarterHeading(model, null);
	const months = [...model.matchAll(/[a-z]{3,}/gi)].filter(([word]) => monthOf(word) !== null);
	const [first, last] = [0, months.length - 1];
	const rest = model.replace(/[a-z]{3,}/gi, (word) => monthOf(word) === null ? word : "").replace(/(?:19|20)\d{2}|q[1-4]|\bto\b|\buntil\b/gi, "");
	if (named === null || /[\p{L}\p{N}#]/u.test(rest) || months.length === 1 || months.length > 3) return quarterHeading(quarter);
	const own = quarterMonths(quarter);
	let index = -1;
	return model.replace(/[a-z]{3,}/gi, (word) => {
		if (monthOf(word) === null) return word;
		index += 1;
		return monthLike(word, index === first ? own.first : index === last ? own.last : own.first + 1);
	}).replaceAll(String(named.quarter.year), () => String(quarter.year)).replace(/q[1-4]/i, (word) => `${word.charAt(0)}${quarter.number}`);
}
/** The number that one of the ways to write it has. */
function numberIn([digit, ordinal, name, word] = []) {
	const found = digit ?? ordinal;
	if (found !== void 0) return numberOf(Number(found));
	const index = name !== void 0 ? ordinals.indexOf(name.toLowerCase()) : cardinals.indexOf(word?.toLowerCase() ?? "");
	return index < 0 ? null : numberOf(index + 1);
}
function numberOf(value) {
	return value === 1 || value === 2 || value === 3 ? value : 4;
}
/** Whether the months behind a quarter are its own. Words that are no months are ignored: the number names the quarter. */
function monthsIn(rest, quarter) {
	const months = [...rest.matchAll(/[a-z]{3,}/gi)].flatMap(([word]) => monthOf(word) ?? []);
	if (months.length < 2) return "none";
	const { first, last } = quarterMonths(quarter);
	return months[0] === first && months.at(-1) === last ? "own" : "others";
}
/** A heading without marks of emphasis, code and links, and without words that lead up to a quarter. */
function plainHeading(heading) {
	return withoutInvisible(heading).slice(0, longest$1).replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/[*`\\]|(?<!\w)_|_(?!\w)/g, "").replace(/\s+/g, " ").replace(/^[^\p{L}\p{N}]+/u, "").replace(/^(?:incidents?|log|summary|report)(?: (?:in|for|of|during|from))? (?=q[1-4]|quarter|first|second|third|fourth)/i, "").trim();
}
/** A longer heading names no quarter. */
const longest$1 = 200;

// src/log/headings/period.ts
const lengths = {
	year: 12,
	quarter: 3,
	month: 1
};
function yearPeriod(year) {
	return {
		kind: "year",
		first: year * 12
	};
}
function quarterPeriod({ year, number }) {
	return {
		kind: "quarter",
		first: year * 12 + (number - 1) * 3
	};
}
/** The quarter that a period begins in. */
function quarterIn({ first }) {
	const number = Math.floor(first % 12 / 3) + 1;
	return {
		year: Math.floor(first / 12),
		number: number === 1 || number === 2 || number === 3 ? number : 4
	};
}
/** The month of a day that is written `YYYY-MM-DD`. */
function monthPeriod(day) {
	return {
		kind: "month",
		first: Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
	};
}
/** The longer period of a kind that holds a shorter one. */
function periodAround({ first }, kind) {
	return {
		kind,
		first: first - first % lengths[kind]
	};
}
/** How many months a period has. */
function monthsOf({ kind }) {
	return lengths[kind];
}
/** Whether a period holds another one, or is the same. */
function holds(outer, inner) {
	return outer.first <= inner.first && inner.first + lengths[inner.kind] <= outer.first + lengths[outer.kind];
}
function yearOf({ first }) {
	return Math.floor(first / 12);
}
const generic = "(?:the|of|in|from|for|year|all|our|incidents?|outages?|log|logs|reports?|summary|reviews?|post-?mortems?)";
const yearPattern = new RegExp(`^(?:${generic} )*((?:19|20)\\d{2})(?: ${generic})*$`, "i");
/**
* The year or the month that a chapter's heading names, and nothing besides: `2025`, `Incidents in 2025`, `May 2025`, `2025-05`,
* and `May` below a year; null for any other heading. Quarters are read by `readQuarterHeading`.
*
* @param heading Markdown of the heading, without its marks
* @param above the year that a heading above this one names
*/
function readPeriodHeading(heading, above) {
	const text = plainHeading(heading).replace(/[,:()[\]]+/g, " ").replace(/\s+/g, " ").trim();
	const [, year] = yearPattern.exec(text) ?? [];
	if (year !== void 0) return yearPeriod(Number(year));
	const [, numbered, number] = /^((?:19|20)\d{2})[-/](0[1-9]|1[0-2])$/.exec(text) ?? [];
	if (numbered !== void 0) return monthPeriod(`${numbered}-${number}`);
	const [, before, name = "", behind] = /^((?:19|20)\d{2} )?([a-z]{3,9})\.?( (?:19|20)\d{2})?$/i.exec(text) ?? [];
	const month = monthOf(name);
	const own = before ?? behind;
	const monthYear = own === void 0 ? above : Number(own);
	if (month === null || monthYear === null || before !== void 0 && behind !== void 0) return null;
	return {
		kind: "month",
		first: monthYear * 12 + month - 1
	};
}
/** The words of a heading for a year or a month, like those of another one of its kind. */
function periodHeadingLike(model, period) {
	const year = yearOf(period);
	const month = period.first % 12 + 1;
	const dated = model.replace(/(?:19|20)\d{2}/, String(year));
	if (period.kind === "year") return dated;
	return dated.replace(/(?<=\d{4}[-/])\d{2}/, String(month).padStart(2, "0")).replace(/[a-z]{3,9}/i, (word) => monthOf(word) === null ? word : monthLike(word, month));
}

// src/log/read/order.ts
/** The difference between each place in time and the one above it: positive where the lower one is newer. */
function differencesOf(places) {
	return places.slice(1).map((place, index) => place - (places[index] ?? place));
}
/** The order that most differences follow, even if there is only one; null where neither order has more. */
function prevailingOrder(differences) {
	const up = differences.filter((difference) => difference > 0).length;
	const down = differences.filter((difference) => difference < 0).length;
	if (up === down) return null;
	return up > down ? "oldest-first" : "newest-first";
}

// src/markdown/document-lines.ts
/** The lines of a file behind its front matter or byte order mark, as `blockLines` yields them. */
function documentLines(source) {
	const start = frontMatterEnd(source) || (source.startsWith("﻿") ? 1 : 0);
	return blockLines(source, {
		start,
		end: source.length,
		line: source.slice(0, start).split("\n").length
	});
}

// src/markers/zone.ts
/** The parts of a file that the action owns as a whole. */
const zoneNames = ["overview"];
/** A line that is a zone's comment and nothing else, in a text of several lines. */
const zoneMarkerLine = /^ {0,3}(?:<!--|\{\/\*)[ \t]*\/?incident-log:[ \t]*[a-z][a-z0-9-]{0,40}[ \t]*(?:-->|\*\/\})[ \t]*\r?$/gm;
const parts$1 = /^ {0,3}(<!--|\{\/\*)[ \t]*(\/?)incident-log:[ \t]*([a-z][a-z0-9-]{0,40})[ \t]*(-->|\*\/\})[ \t]*\r?$/;
/** Null for any other line. */
function readZoneMarker(line) {
	const [, opening, slash, name, closing] = parts$1.exec(line) ?? [];
	if (name === void 0 || opening === "<!--" !== (closing === "-->")) return null;
	return {
		name,
		edge: slash === "/" ? "end" : "begin",
		syntax: opening === "<!--" ? "html" : "mdx"
	};
}
function writeZoneMarker({ name, edge, syntax }) {
	const text = `${edge === "end" ? "/" : ""}incident-log:${name}`;
	return syntax === "mdx" ? `{/* ${text} */}` : `<!-- ${text} -->`;
}

// src/log/zones/zones.ts
/**
* The zones of a file. Their comments stand on lines of their own, and in no list, quote, fence, HTML or other comment; elsewhere they
* are text. Linear in the length of the text.
*/
function readZones(source) {
	const zones = [];
	const begun = /* @__PURE__ */ new Map();
	let open = null;
	for (const marker of markersIn(source)) {
		const { name, edge, line } = marker;
		const isClosing = edge === "end" && open?.name === name && open.syntax === marker.syntax;
		const known = zoneNames.find((each) => each === name);
		const message = isClosing ? null : problemOf(marker, open, begun.get(name) ?? null);
		if (message !== null) return broken(line, message);
		if (open === null) begun.set(name, line.line);
		else if (known !== void 0) zones.push({
			name: known,
			start: open.line.end,
			end: line.start
		});
		open = open === null ? marker : null;
	}
	if (open === null) return {
		zones,
		problem: null
	};
	const end = writeZoneMarker({
		...open,
		edge: "end"
	});
	return broken(open.line, `The zone “${open.name}” that begins in line ${open.line.line} is never closed: put ${end} below it.`);
}
function broken(line, message) {
	const end = line.start + line.text.trimEnd().length;
	return {
		zones: [],
		problem: {
			start: line.start,
			end,
			line: line.line,
			message
		}
	};
}
/** What is wrong with a comment that closes no zone; null for one that begins a zone as it should. */
function problemOf({ name, edge, line: { line } }, open, begun) {
	if (!zoneNames.some((each) => each === name)) return `The comment in line ${line} is of no zone that exists: name one of ${zoneNames.join(", ")}, or take it out.`;
	if (edge === "end") return `The comment in line ${line} closes the zone “${name}”, which is not open there: take it out.`;
	if (open !== null) return `The comment in line ${line} begins a zone inside the zone “${open.name}” of line ${open.line.line}: close that one first.`;
	return begun === null ? null : `The zone “${name}” begins in line ${begun}, and once more in line ${line}: keep one of the two.`;
}
function* markersIn(source) {
	const last = [...source.matchAll(zoneMarkerLine)].at(-1)?.index ?? -1;
	if (last < 0) return;
	for (const line of documentLines(source)) {
		if (line.start > last) return;
		const marker = line.depth === 0 ? readZoneMarker(line.text) : null;
		if (marker !== null && isBlockOf(marker, line)) yield {
			...marker,
			line
		};
	}
}
/** Whether the comment is a block of its own. To Markdown, MDX's is a paragraph. */
function isBlockOf({ syntax }, { block, line }) {
	if (block.line !== line) return false;
	return syntax === "mdx" ? block.kind === "paragraph" : block.kind === "html" && block.html === "comment";
}
/**
* What keeps zones from being written: comments that a person has broken, or a zone that holds what people write in a log, a heading or a
* list, of which we write none there. Where its second comment has slipped down, replacing all above it would lose their text.
*/
function zoneProblem(source) {
	const { zones, problem } = readZones(source);
	if (problem !== null) return problem;
	for (const { name, start, end } of zones) {
		const [found] = foreignLine.exec(source.slice(start, end)) ?? [];
		if (found === void 0) continue;
		const begin = source.lastIndexOf("\n", start - 2) + 1;
		const line = source.slice(0, start).split("\n").length - 1;
		const message = `The zone “${name}” that begins in line ${line} holds headings or lists, which are not its own, and was left as it is: move its second comment up, above them.`;
		return {
			start: begin,
			end: source.slice(0, start).trimEnd().length,
			line,
			message
		};
	}
	return null;
}
const foreignLine = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|[-*+][ \t]|\d{1,9}[.)][ \t])/m;
/** The text with blanks in its zones, in which all else has its offsets and its line: nothing is read from a zone. */
function withoutZones(source) {
	const { zones } = readZones(source);
	const blank = (text) => text.replace(/[^\r\n]/g, " ");
	return applyEdits(source, zones.map(({ start, end }) => ({
		start,
		end,
		text: blank(source.slice(start, end))
	})));
}
/**
* The file with this content in the zone of that name; the file as it is where it has no such zone, or where a person has broken it.
*
* @param content blocks of Markdown, with line feeds, in which every block is closed
*/
function withZone(source, name, content) {
	const zone = readZones(source).zones.find((each) => each.name === name);
	if (zone === void 0 || zoneProblem(source) !== null) return source;
	const lineEnd = source.slice(0, zone.start).endsWith("\r\n") ? "\r\n" : "\n";
	const text = `\n${content}\n\n`.replaceAll("\n", lineEnd);
	return applyEdits(source, [{
		start: zone.start,
		end: zone.end,
		text
	}]);
}
/** An empty zone: its two comments. */
function emptyZone(name, syntax) {
	return ["begin", "end"].map((edge) => writeZoneMarker({
		name,
		edge,
		syntax
	})).join("\n\n");
}

// src/audit/finding.ts
/** The first line of a section without the marks that make it a heading. */
function headingSpan({ start, end }, source) {
	const [line = ""] = /^[^\r\n]*/.exec(source.slice(start, end)) ?? [];
	const marks = /^[ \t]*#*[ \t]*/.exec(line)?.[0].length ?? 0;
	const text = line.trimEnd().replace(/#{1,6}$/, "").trimEnd();
	return {
		start: start + marks,
		end: start + Math.max(text.length, marks)
	};
}
/** The line that begins at an offset, without white space at its end. */
function lineSpan(start, source) {
	const [line = ""] = /^[^\r\n]*/.exec(source.slice(start)) ?? [];
	return {
		start,
		end: start + line.trimEnd().length
	};
}
/** Text from the log, on one line and short enough to stand in a message. */
function clip(text) {
	const line = [...text.replace(/\s+/g, " ").replace(/\p{C}/gu, "")];
	return line.length > 60 ? `${line.slice(0, 59).join("")}…` : line.join("");
}

// src/log/read/labels.ts
const remark = String.raw`(?: \([^)]*\))?`;
const patterns = [
	...Object.values(fields).flatMap((field) => field.holds === "level" || field.holds === "names" ? [] : [[field.holds === "time" ? field.event.kind : field.id, field.synonyms.join("|")]]).filter(([, name]) => name !== ""),
	["issue", "incident issue"],
	["key-events", "(?:key )?(?:events|times|timings|timestamps|dates)|key (?:event|time|date|moment|milestone)s?"],
	["time-to-repair", `time (?:taken )?to ${repairWords}|(?:repair|recovery|restoration) time`],
	["time-to-resolve", "time (?:taken )?to (?:resolve|resolution|close)|resolution time"],
	...quarterFigures.map(({ key, label, otherNames }) => [key, `${label.toLowerCase()}|${otherNames}`])
].map(([kind, name]) => [kind, new RegExp(`^(?:${name})${remark}$`)]);
const lead$2 = /^(?: {0,3}>[ \t]?)*([ \t]*)((?:[-*+•·–—]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]?\][ \t]+)?/;
const marked = /^(\*{1,3}|_{1,2}|`)(?=\S)([^*_|`]{1,80})\1/;
/** What may stand between a label and its value: a remark, unless it is a time zone, and a colon or a dash. */
const separator = /^[ \t]*(?:\((?!UTC|GMT|[A-Z]{2,4}T\))[^()]*\)[ \t]*(?=[:\d–—-]))?(?::|[-–—](?=[ \t]))?[ \t]*/;
/** A label that nothing marks ends at a separator, or where a value begins. */
const unmarked = /^([\p{L}][^\n:–—|\d~]{0,59}?)[ \t]*(?::|[–—]|[ \t]-[ \t]|[ \t](?=[~\d(]|(?:TBC|TBD|TBA|N\/?A|unknown|none|ongoing|YYYY|not)(?![\p{L}]))|$)/iu;
/** Whether a name says in which zone its time is, which nobody's settings know of. */
function namesZone(name) {
	return /\((?:UTC|GMT|Z|[A-Z]{2,4}T)\b[^)]*\)\s*$/.test(name);
}
/** The event or part that a name stands for; null for another name. Case and a remark in parentheses make no difference. */
function kindOf(name) {
	const text = withoutInvisible(name).toLowerCase().replace(/[\s\u00A0]+/g, " ").trim();
	if (!/^[acdfhiklmnorstupbw]/.test(text) || text.length > 80) return null;
	return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
/**
* The label that a line begins with, null for none: a known name, in whatever case, as an item or not, in bold or not, with
* a colon, a dash or nothing before its value; or any other name in bold, with a colon or alone on its line.
*/
function readLabel(line) {
	const visible = withoutInvisible(line);
	const [start = "", white = "", bullet] = lead$2.exec(visible) ?? [];
	const place = {
		indent: columnsOf(white),
		isItem: bullet !== void 0
	};
	const label = labelAt(visible.slice(start.length));
	return label && {
		...place,
		...label,
		valueStart: offsetOfVisible(line, start.length + label.valueStart)
	};
}
/** Where the text begins with marks, the name may end with them, or label and value stand between them together. */
function labelAt(text) {
	const inMarks = marked.exec(text);
	if (inMarks === null) return unmarkedLabel(text, "plain");
	const [whole, marks = "", inside = ""] = inMarks;
	const name = inside.replace(/[\s:–—-]+$/, "");
	if (/^\d/.test(name)) return null;
	const kind = kindOf(name);
	const together = kind === null && name.includes(":") ? unmarkedLabel(text.slice(marks.length), "marked") : null;
	if (together !== null) return {
		...together,
		valueStart: marks.length + together.valueStart
	};
	const behind = text.slice(whole.length);
	if (!(kind !== null || inside.trimEnd().endsWith(":") || /^\s*(?::|$)/.test(behind))) return null;
	const more = kind !== null && isEvent(kind) ? /^ (?:declared|at|on)\b/i.exec(behind)?.[0].length ?? 0 : 0;
	return {
		isMarked: true,
		isSeparated: true,
		kind,
		name,
		valueStart: whole.length + more + (separator.exec(behind.slice(more))?.[0].length ?? 0)
	};
}
/** A label without marks of emphasis: only a known name is one. */
function unmarkedLabel(text, marks) {
	const [, name = ""] = unmarked.exec(text) ?? [];
	const kind = name === "" ? null : kindOf(name);
	if (kind === null) return null;
	const between = separator.exec(text.slice(name.length))?.[0] ?? "";
	const isMarked = marks === "marked";
	return {
		isMarked,
		isSeparated: /[:–—-]/.test(between) || isMarked,
		kind,
		name,
		valueStart: name.length + between.length
	};
}
/** Columns of white space, a tab up to the next multiple of four. */
function columnsOf(white) {
	let columns = 0;
	for (const character of white) columns += character === "	" ? 4 - columns % 4 : 1;
	return columns;
}
function isEvent(kind) {
	return kind in eventNames;
}

// src/log/read/model.ts
function isGeneratedEntry(entry) {
	return entry.issue !== null;
}
/** Whether a log holds nothing but generated quarters and entries, and other text. */
function isAllGenerated({ entries, quarters }) {
	return entries.every(isGeneratedEntry) && quarters.every(({ generated }) => generated !== null);
}

// src/log/headings/entry-heading.ts
/**
* The ways to write a day, in the order in which they are tried: with a year, a day, and a month as a number or an English word. A
* way without these groups can be read as two days, and is read as none.
*/
const dateStyles = [
	/(?<![\w-])(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/,
	/\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})\b/i,
	/\b(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b/i,
	/(?<![\w-])\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/
];
/** As `writeEntry` writes it. */
const generated = /^Incident on (\d{4}-\d{2}-\d{2})(?: - (.*))?$/;
const clockTime = /^(?: (?:at )?|T)\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?(?:Z|UTC|GMT|BST|[+-]\d{2}:\d{2}))?(?![\w:])/i;
const until = /^ ?(?:to|until|[-–—]) (?=\d{4}-\d{2}-\d{2})\S+/i;
const weekday = /(?:^|[ ,])(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$/i;
const lead$1 = /^\W*(?:incident ?(?:report)? ?(?:on|of|from)?|on)(?=\W|$) ?/i;
/** Whether a heading names a day, in whatever way. */
function hasDate(heading) {
	return findDate(withoutInvisible(heading)) !== null;
}
/** Whether a line without marks reads as the heading of an entry, as in a log that was copied off a page. */
function isPlainEntryHeading(line) {
	return /^incident\b/i.test(line) && hasDate(line);
}
/** Whether a heading is a day and a title, with something between them, and no time of day alone. */
function isTitled(typed) {
	const heading = withoutInvisible(typed);
	const found = findDate(heading);
	const behind = found === null ? "" : heading.slice(found.end);
	return found !== null && (/^\W*incident\b/i.test(heading) || /^\s*[-–—:|)\]]+\s*\S/.test(behind) || found.start > 3);
}
/** Whether a heading is a pattern to copy, or an explanation, rather than an incident. */
function isTemplateHeading(typed) {
	const heading = withoutInvisible(typed);
	if (/^\W*(?:incident |entry )?template\b(?!\w)/i.test(heading) && !/^\W*template\s+\w+\s+\w/i.test(heading)) return true;
	if (hasDate(heading)) return false;
	return /YYYY|\bDD[/-]MM\b|^\W*(?:incident |entry |log )?examples?(?:\W*$|\s*[:(]|\s+(?:incident|entry)\W*$)|^\W*(?:how to|about|definitions?|instructions|glossary)\b/i.test(heading);
}
/**
* Day and title of an entry, however they are put together: `Incident on 2024-10-14 10:30 - Title`, `Title (14 October 2024)`.
*
* @param origin `generated`: as `writeEntry` writes it, with the title as escaped text; `hand-written`: Markdown
*/
function readEntryHeading(heading, origin) {
	const [, date, text] = origin === "generated" && generated.exec(heading) || [];
	if (date !== void 0) return {
		date,
		title: unescapeText(text ?? "")
	};
	const line = plainText(withoutInvisible(heading).replace(/\s+/g, " ").replace(/ ?\{#[^{}]*\} ?$/, ""));
	const found = findDate(line);
	if (found === null) return {
		date: "",
		title: line
	};
	const before = trimEnd(line.slice(0, found.start).replace(lead$1, "")).replace(weekday, "");
	const behind = line.slice(found.end).replace(clockTime, "").replace(until, "");
	const title = [before.replace(/ on$/i, ""), trimStart(behind)].filter((part) => part !== "").join(" ");
	return {
		date: found.date,
		title
	};
}
/** What stands between a day and a title. */
const separators = /* @__PURE__ */ new Set(" ()[]-–—:,|");
function trimEnd(text) {
	let end = text.length;
	while (separators.has(text.charAt(end - 1)) && end > 0) end -= 1;
	return text.slice(0, end);
}
function trimStart(text) {
	let start = 0;
	while (start < text.length && separators.has(text.charAt(start))) start += 1;
	return text.slice(start);
}
function findDate(heading) {
	for (const style of dateStyles) {
		const match = style.exec(heading);
		if (match === null) continue;
		const { year, month, day } = match.groups ?? {};
		const number = month === void 0 ? null : /^\d/.test(month) ? Number(month) : monthOf(month);
		if (month !== void 0 && number === null) continue;
		const date = number === null ? "" : dateOf(year, number, day);
		return {
			start: match.index,
			end: match.index + match[0].length,
			date
		};
	}
	return null;
}
/** `YYYY-MM-DD`, or '' for a day that does not exist. */
function dateOf(year, month, day) {
	const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
	return date.getUTCMonth() === month - 1 && Number(day) > 0 ? date.toISOString().slice(0, 10) : "";
}

// src/log/read/content-end.ts
/**
* Offset at which the content of a section ends: the blank lines, breaks and link definitions at its end separate it from the next
* section. A break or definition right under another line, or indented, is content like that line.
*
* @param headingEnd offset at which the text of its heading ends
* @param lines under its heading
*/
function contentEnd(headingEnd, lines) {
	let end = headingEnd;
	let isBehindBlank = true;
	for (const line of lines) {
		const isSeparator = line.text.trim() === "" || isBehindBlank && (isBreak(line) || isDefinition(line));
		if (!isSeparator) end = line.start + line.text.trimEnd().length;
		isBehindBlank = isSeparator;
	}
	return end;
}
function isBreak({ text, block }) {
	return block.kind === "break" && /^\S/.test(text);
}
/** Whether a line is a link definition, and not somebody's words behind a name in brackets. */
function isDefinition({ text, block }) {
	return block.kind === "paragraph" && /^\[(?!\^)[^\]]+\]:[ \t]*\S+(?:[ \t]+["'(].*|[ \t]*)$/s.test(text);
}

// src/log/read/generated-entry.ts
/** The labels that a generated entry may have, once each, beside those of a team's own fields. */
const labels = [
	"Incident issue",
	"Key events",
	"Time to repair",
	"Time to resolve",
	...textKeys.map((key) => fields[key].label),
	"Review Actions"
];
const generatedLabel = new RegExp(`^- \\*\\*(${labels.join("|")})\\*\\*`);
/** The labels of generated entries that begin a line of a text. */
function generatedLabels(text) {
	return new Set([...linesOf(text)].flatMap((line) => generatedLabel.exec(line.text)?.[1] ?? []));
}
/**
* The generated lines of an entry, and the notes that a person has put between them. Generated lines are items at the margin with a
* label in bold, and what is indented under them. Notes are everything else, and all from a heading down to the next generated label
* that the entry did not have before. What stands behind the last generated line is no part of the entry.
*
* @param text of the file, from which the lines may lack what stands in zones
*/
function splitGenerated(lines, text) {
	const seen = /* @__PURE__ */ new Set();
	const pieces = [];
	let [end, count, isUnderHeading] = [
		0,
		0,
		false
	];
	for (const line of lines) {
		const before = pieces.at(-1);
		const isFirst = before === void 0;
		const isFenced = line.block.kind === "fence" && line.depth === 0;
		const label = isFenced ? void 0 : generatedLabel.exec(line.text)?.[1];
		if (!isFirst && !isFenced && /^#{1,6}(?:[ \t]|$)/.test(line.text)) isUnderHeading = true;
		else if (label !== void 0 && !seen.has(label)) isUnderHeading = false;
		if (label !== void 0) seen.add(label);
		const isItem = line.text.startsWith("- **");
		const isGenerated = isFirst || !isUnderHeading && !isFenced && (/^\S/.test(line.text) ? isItem : before?.isGenerated ?? true);
		const whole = text.slice(line.start, line.start + line.text.length);
		if (before?.isGenerated === isGenerated) before.lines.push(whole);
		else pieces.push({
			isGenerated,
			lines: [whole]
		});
		if (isGenerated && line.text.trim() !== "") {
			end = line.start + line.text.trimEnd().length;
			count = pieces.length;
		}
	}
	const joined = (isGenerated) => pieces.slice(0, count).filter((piece) => piece.isGenerated === isGenerated).map((piece) => piece.lines.join("\n").replace(/^\n+/, "").trimEnd()).filter((piece) => piece !== "").join("\n\n");
	return {
		generated: joined(true),
		notes: joined(false),
		end
	};
}

// src/markdown/headings.ts
/**
* The headings of a Markdown text that stand in no list, quote or footnote, in order. Lines in a fence or HTML block that look like
* headings (`### a`) are among them, with `inside` set. Linear in the length of the text.
*/
function readHeadings(source) {
	return headingsIn(blockLines(source));
}
/** As `readHeadings`, from the lines of a text. */
function headingsIn(lines) {
	const headings = [];
	for (const { text: source, start: lineStart, end, line: number, depth, block } of lines) {
		if (depth > 0) continue;
		if (block.kind === "heading") {
			const { level, text, start, line } = block;
			headings.push({
				level,
				text,
				start,
				end,
				line,
				inside: null
			});
		} else if (block.kind === "fence" || block.kind === "html") {
			const heading = atxHeading(source);
			const inside = {
				kind: block.kind,
				line: block.line
			};
			if (heading !== null) headings.push({
				...heading,
				start: lineStart,
				end,
				line: number,
				inside
			});
		}
	}
	return headings;
}

// src/log/read/readable-lines.ts
/**
* The lines outside fences and comments, as people mean them. Indented code counts, because people indent lists too far; a fence or
* comment within it, or within a paragraph or HTML, does not.
*/
function* readableLines(lines) {
	let hiding = null;
	/** Lines that are hidden if the end of what hides them is found. */
	let pending = [];
	for (const line of lines) {
		const { text, block } = line;
		if (hiding !== null && block.kind !== "blank" && block.line !== hiding.block) {
			yield* pending;
			[hiding, pending] = [null, []];
		}
		if (block.kind === "fence" || block.kind === "html" && block.html === "comment") continue;
		const end = hiding?.end.exec(text) ?? null;
		if (hiding !== null && end === null) {
			pending.push(line);
			continue;
		}
		const begun = beginHiding(end === null ? text : text.slice(end.index + end[0].length), block.line);
		pending = begun?.kind === "fence" ? [line] : [];
		if (hiding === null && begun?.kind !== "fence" && !/^\s*<!--/.test(text)) yield line;
		hiding = begun;
	}
	yield* pending;
}
/** What a text begins and does not end; null for nothing that hides lines. */
function beginHiding(text, block) {
	if (![
		"```",
		"~~~",
		"<!--"
	].some((sign) => text.includes(sign))) return null;
	const [, marker] = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(text) ?? [];
	if (marker !== void 0) return {
		kind: "fence",
		block,
		end: new RegExp(`^[ \\t>]*${marker}[\`~]*[ \\t]*$`)
	};
	return text.lastIndexOf("<!--") > text.lastIndexOf("-->") ? {
		kind: "comment",
		block,
		end: /-->/
	} : null;
}
/**
* The lines that stand between two offsets, of lines in order. Of a line that begins in front of the first offset, the text from
* there on.
*/
function linesBetween(lines, start, end) {
	const from = firstEndingBehind(start, lines);
	const found = [];
	for (let index = from; index < lines.length; index += 1) {
		const line = lines[index];
		if (line === void 0 || line.start >= end) break;
		found.push(line.start >= start ? line : {
			...line,
			start,
			text: line.text.slice(start - line.start)
		});
	}
	return found;
}
/** Index of the first line that ends behind an offset. */
function firstEndingBehind(offset, lines) {
	let [least, most] = [0, lines.length];
	while (least < most) {
		const middle = Math.floor((least + most) / 2);
		if ((lines[middle]?.end ?? 0) > offset) most = middle;
		else least = middle + 1;
	}
	return least;
}

// src/log/read/body.ts
/** What stands between a heading and an offset, of the lines of a log. */
function bodyBetween(heading, end, lines) {
	const below = linesBetween(lines, heading.end, end);
	return {
		start: heading.end,
		end,
		line: below[0]?.line ?? heading.line + 1,
		lines: below
	};
}

// src/incident/duration.ts
/** From the largest unit down, with the seconds that each has. */
const units = [
	{
		name: /^w(?:ks?|eeks?)?$/i,
		seconds: 604800
	},
	{
		name: /^d(?:ays?)?$/i,
		seconds: 86400
	},
	{
		name: /^h(?:rs?|ours?)?$/i,
		seconds: 3600
	},
	{
		name: /^m(?:ins?|inutes?)?$/i,
		seconds: 60
	},
	{
		name: /^s(?:ecs?|econds?)?$/i,
		seconds: 1
	}
];
const [hours, minutes] = [2, 3];
const amount = /\.?[\s,;]*(?:(?:and|plus|&|\+)\s*)?(\d{1,6}(?:\.\d{1,2})?)(?:\s*([a-z]+))?/iy;
/** What may belong to a duration that it follows: a range, an alternative, a fraction. */
const goesOn = /^[\p{L}\p{N}_]|^\s+[hmds]\b|^[.:/]\d|^\s*(?:[-–—−/~→…]|->|to\b|or\b|until\b|till\b)\s*~?\d|^\s*and\s+(?:a|half|three)\b(?!\s+bit)/iu;
/**
* The duration that a text begins with, in the ways that people write it: `59m`, `7h`, `1h 05m`, `1d 5h 47m`, `19 hours 43
* minutes`, `1.5 hours`, `2 weeks`. A day has 24 hours; minutes behind hours need no name; seconds are dropped downward. Null
* when the text begins with none, or goes on in something that may belong to it, as a range does: nothing is guessed.
*/
function readDuration(text) {
	if (!/^\d/.test(text)) return null;
	let [seconds, length, previous, precision] = [
		0,
		0,
		-1,
		1
	];
	for (;;) {
		amount.lastIndex = length;
		const match = amount.exec(text);
		if (match === null) break;
		const [, digits = "", name] = match;
		const unit = name === void 0 ? -1 : units.findIndex((each) => each.name.test(name));
		const isBareMinutes = name === void 0 && previous === hours && digits.length < 3;
		if (unit <= previous && !isBareMinutes) return null;
		const size = units[isBareMinutes ? minutes : unit]?.seconds ?? 0;
		if (digits.includes(".") && Number(digits) * size % 60 !== 0) return null;
		seconds += Number(digits) * size;
		precision = size / 10 ** (digits.split(".")[1]?.length ?? 0);
		[length, previous] = [amount.lastIndex, isBareMinutes ? units.length : unit];
	}
	if (previous < 0 || goesOn.test(text.slice(length))) return null;
	return {
		minutes: Math.floor(seconds / 60),
		seconds,
		precision,
		length
	};
}

// src/log/read/span.ts
/** The span of a text that stands at an offset, without white space at its ends. */
function spanAt(text, start, line) {
	const from = start + (text.length - text.trimStart().length);
	const trimmed = text.trim();
	return {
		text: trimmed,
		start: from,
		end: from + trimmed.length,
		line
	};
}
/** Whether a value says that something is not known, or not yet: "TBC", "N/A", or a placeholder that nobody has filled in. */
function isUnknown(value) {
	return /^(?:$|[-–—?.…_*]+$|(?:n\/?a|t\.?b\.?[acd]|none|unknown|unclear|ongoing|in progress|pending|not|xx?h? ?xx?m?|y{4}|still)(?![\p{L}\d]))/iu.test(withoutInvisible(value).replace(/^[([*_`\s]+/, ""));
}

// src/log/read/label-lines.ts
/** Longer lines are no headings and no events. */
const longestHeading = 300;
function isEventLabel({ kind }) {
	return kind !== null && isEvent(kind);
}
/** The label that a line begins with, with its value; null for none, and where what follows shows that it is prose. */
function labelOf(line, origin) {
	if (origin === "generated" && !/^(?:- \*\*| {2}- (?!\d))/.test(line.text)) return null;
	const label = headingLabel(line.text) ?? readLabel(line.text);
	const found = label && labelLine(label, line);
	return found !== null && isPlausible(found) ? found : null;
}
/**
* "Reported: by a user" and "Time to repair was long" are prose. Only the usual names of events, apart from their value, are sure
* to be followed by a time, or by what should be one.
*/
function isPlausible({ kind, name, isSeparated, value }) {
	if (kind === null) return true;
	if (!isEvent(kind)) {
		const duration = isSeparated || value.text === "" ? null : readDuration(value.text);
		return isSeparated || value.text === "" || isUnknown(value.text) || duration !== null && /^\s*(?:[(.,;]|$)/.test(value.text.slice(duration.length));
	}
	return /^(?:first detected|repaired|resolved)$/i.test(name) || value.text === "" || isTimelike(value.text) || isUnknown(value.text);
}
/** Whether a value begins like a day or a time of day. */
function isTimelike(value) {
	return /^[*_`"“'\s]*(?:(?:[a-z]{3,9},? )?(?:\d{4}[-/.]\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4})|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/i.test(withoutInvisible(value));
}
/** Under an entry's heading a deeper one is a label. */
function headingLabel(text) {
	if (text.length > longestHeading) return null;
	const rest = /^ {0,3}#{1,6}(?=[ \t])(.*)$/s.exec(text)?.[1];
	if (rest === void 0) return null;
	const name = rest.trim().replace(/#+$/, "").replace(/[ \t:]+$/, "");
	return {
		indent: 0,
		isItem: false,
		isMarked: true,
		isSeparated: true,
		kind: kindOf(name.replace(/[*_]/g, "")),
		name,
		valueStart: text.length
	};
}
/** An event with its time in front: `2024-10-14 10:30 First detected`. */
function reversedEvent(line) {
	if (line.text.length > longestHeading) return null;
	const [, lead = "", time = "", name = ""] = /^([ \t]*(?:[-*+•·–—][ \t]+)?[*_`]*)(\d[\d-]+(?:T|\s+)[\d:]+(?:[.,]\d+)?(?:\s?[ap]\.?m\b\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d\d:\d\d))?)[ \t*_`]*(?::|[-–—]|[ \t])[ \t]*(.+?)[ \t.]*$/s.exec(withoutInvisible(line.text)) ?? [];
	const kind = kindOf(name.replace(/[*_]/g, "").replace(/ by .*$/i, ""));
	if (kind === null || !isEvent(kind)) return null;
	return labelLine({
		indent: lead.length,
		isItem: true,
		isMarked: false,
		isSeparated: true,
		kind,
		name,
		valueStart: offsetOfVisible(line.text, lead.length)
	}, line, offsetOfVisible(line.text, lead.length + time.length));
}
function labelLine(label, line, valueEnd = line.text.length) {
	const value = spanAt(line.text.slice(label.valueStart, valueEnd), line.start + label.valueStart, line.line);
	return {
		...label,
		line: line.line,
		start: line.start,
		value
	};
}
/** The text of a line without its bullet. */
function spanOfLine(line) {
	const text = line.text.replace(/^[ \t]*(?:[-*+][ \t]+)?/, (lead) => " ".repeat(lead.length));
	return spanAt(text, line.start, line.line);
}

// src/log/read/parts.ts
/** Parts with free text: a label deeper inside belongs to that text. */
const freeKinds = new Set(freeParts);
/**
* What stands under a heading, by its labels; the first of each counts. Linear in the length.
*
* @param lines that stand under the heading
* @param origin `generated` as `writeEntry` writes it: labels stand in bold at the margin, everything deeper is somebody's answer.
*   `hand-written` however people write: nested or flat, as items or not, in bold or not, in quotes where all is in quotes.
*/
function readParts(lines, origin) {
	const plain = findLabels(lines, origin, "plain");
	return assemble(lines, [
		plain.parts,
		plain.events,
		plain.loose
	].every(({ length }) => length === 0) && lines.some(isQuoteLine) ? findLabels(lines, origin, "quoted") : plain, origin);
}
function isQuoteLine({ text }) {
	return /^ {0,3}>/.test(text);
}
function findLabels(lines, origin, from) {
	const found = {
		parts: [],
		events: [],
		loose: [],
		table: null
	};
	let current = null;
	let pending = null;
	for (const each of readableLines(lines)) {
		if (found.table === null && /^\s*\|.*\|\s*$/.test(each.text)) found.table = each.line;
		if (from === "plain" && isQuoteLine(each)) continue;
		const label = labelOf(each, origin);
		const reversed = label === null && current?.label.kind === "key-events" ? reversedEvent(each) : null;
		if (reversed !== null) found.events.push(reversed);
		else if (label !== null && begins(label, current, origin)) {
			const isInside = isEventLabel(label) && current?.label.kind === "key-events";
			if (isEventLabel(label)) found.events.push(label);
			if (!isInside) {
				current = {
					label,
					end: each.end
				};
				found.parts.push(current);
			}
		} else if (label !== null && current?.label.kind === null) found.loose.push(label);
		else if (pending !== null && label === null && each.text.trim() !== "") {
			const below = spanOfLine(each);
			if (/^[*_`]*\d/.test(below.text)) found.events[found.events.indexOf(pending)] = {
				...pending,
				value: below
			};
		}
		if (label !== null || each.text.trim() !== "") {
			const last = found.events.at(-1);
			pending = label !== null && last === label && label.value.text === "" ? label : null;
		}
		if (current !== null) current.end = each.end;
	}
	return found;
}
function assemble(lines, { parts, events, loose, table }, origin) {
	const partOf = (kind) => parts.find(({ label }) => label.kind === kind) ?? null;
	const bodyOf = (kind) => {
		const part = partOf(kind);
		return part && {
			start: part.label.value.start,
			end: part.end,
			line: part.label.line
		};
	};
	const spanOf = (kind) => {
		const part = partOf(kind);
		if (part === null) return loose.find((label) => label.kind === kind)?.value ?? null;
		return part.label.value.text === "" ? spanBelow(lines, part) : part.label.value;
	};
	const context = bodyOf("context");
	const found = [events, loose.filter(isEventLabel)].find((each) => each.length > 0) ?? (origin === "generated" ? [] : eventsIn(lines, context));
	const timed = found.filter(({ value }) => isTimelike(value.text));
	return {
		events: found.flatMap(({ kind, name, value }) => kind !== null && isEvent(kind) ? [{
			kind,
			name,
			value
		}] : []),
		issue: spanOf("issue"),
		timeToRepair: spanOf("time-to-repair"),
		timeToResolve: spanOf("time-to-resolve"),
		figures: byFigure(quarterFigures, ({ key, of }) => of === "incidents" ? partOf(key)?.label.value ?? null : spanOf(key)),
		context,
		reviewActions: bodyOf("review-actions"),
		table,
		labelled: timed.length
	};
}
/** A timeline may name the events that have no part of their own. */
function eventsIn(lines, context) {
	if (context === null) return [];
	return [...readableLines(linesBetween(lines, context.start, context.end))].flatMap((line) => {
		const label = labelOf(line, "hand-written");
		if (label === null) return reversedEvent(line) ?? [];
		return isEventLabel(label) && isTimelike(label.value.text) ? [label] : [];
	});
}
/** Whether a label begins a part, or is an event that counts, in the part that is open. */
function begins(label, current, origin) {
	const { kind } = label;
	const open = current?.label;
	if (isEventLabel(label) && open?.kind === "key-events") return true;
	if (origin === "generated") return label.indent === 0 && !isEventLabel(label);
	if (open === void 0) return true;
	const isFree = freeKinds.has(open.kind);
	const isListed = label.indent === open.indent && label.isItem && !open.isItem && isFree && open.value.text === "";
	if (label.indent <= open.indent && !isListed) return true;
	return kind !== null && !isEventLabel(label) && (label.isMarked || !isFree && open.kind !== null);
}
/** A figure that stands on a line of its own under its label; the empty value behind the label where there is none. */
function spanBelow(lines, { label, end }) {
	const { value } = label;
	for (const line of readableLines(linesBetween(lines, value.end, end))) {
		const below = spanOfLine(line);
		if (below.text !== "") return /^[*_`[]*\d/.test(below.text) ? below : value;
	}
	return value;
}

// src/log/read/heading-kinds.ts
/** What each heading of a log begins. */
function headingKinds(headings, log) {
	const candidates = candidatesOf(headings, log);
	const level = entryLevel$1(candidates);
	const areEntries = candidates.map((_, index) => isEntry(index, candidates, level, log));
	const above = headingsAbove(headings, areEntries);
	const aboveHandWritten = headingsAbove(headings, candidates.map(({ labelled }, index) => areEntries[index] === true && labelled < Infinity));
	const [title] = headings;
	const isDivided = [...aboveHandWritten].some((each) => each !== title && each.level === title?.level);
	const isAboveEntries = (heading) => heading === title ? isDivided && aboveHandWritten.has(heading) : above.has(heading);
	const kinds = [];
	/** Level of the heading whose section is open, and of the entry; deeper ones stand inside it. */
	let [open, entry] = [0, Infinity];
	for (const [index, candidate] of candidates.entries()) {
		const { heading, named, period } = candidate;
		if (heading.level <= entry) entry = Infinity;
		const isText = (beginsChapter(candidate, index) || heading.level < entry && (isMonth(period) || isAboveEntries(heading)) || open === 0 && index > 0 && level !== null && heading.level < level || open > 0 && heading.level <= open) && !cutsEntry(index, candidates, log.source);
		if (named !== null) kinds.push({
			kind: "quarter",
			named
		});
		else if (areEntries[index]) kinds.push({ kind: "entry" });
		else kinds.push(isText ? {
			kind: "text",
			period
		} : { kind: "inner" });
		if (kinds.at(-1)?.kind !== "inner") open = heading.level;
		if (areEntries[index]) entry = Math.min(entry, heading.level);
	}
	return kinds;
}
/** Whether a person has put a heading into a generated entry: the entry above lacks labels, and they follow below the heading. */
function cutsEntry(index, candidates, source) {
	const [above, candidate, below] = [
		candidates[index - 1],
		candidates[index],
		candidates[index + 1]
	];
	if (above === void 0 || candidate === void 0 || above.labelled < Infinity) return false;
	if (candidate.isDated || candidate.period !== null || candidate.labelled === Infinity) return false;
	const before = generatedLabels(source.slice(above.heading.start, candidate.heading.start));
	const after = generatedLabels(source.slice(candidate.heading.end, below?.heading.start ?? source.length));
	return after.size > 0 && [...after].every((label) => !before.has(label));
}
function isMonth(period) {
	return period?.kind === "month";
}
/** The headings that entries stand under: chapters, whatever they are called. */
function headingsAbove(headings, areEntries) {
	const above = /* @__PURE__ */ new Set();
	const open = [];
	for (const [index, heading] of headings.entries()) {
		while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
		if (areEntries[index]) for (const each of open) above.add(each);
		open.push(heading);
	}
	return above;
}
function isEntry(index, candidates, level, log) {
	const candidate = candidates[index];
	if (candidate === void 0 || candidate.named !== null || candidate.isTemplate || candidate.isLabel) return false;
	const { heading, isDated, labelled } = candidate;
	if (isDated) return heading.level === level || labelled > (level !== null && heading.level > level ? 1 : 0);
	if (level !== null && heading.level > level) return false;
	return labelled > 0 || heading.level === level && isLabelledBelow(index, candidates, log);
}
/** Whether headings under an undated one divide what it says, and are no entries themselves. */
function isLabelledBelow(index, candidates, { source, lines }) {
	const heading = candidates[index]?.heading;
	if (heading === void 0 || isUnreadableQuarter(heading.text)) return false;
	const below = [];
	for (let at = index + 1; (candidates[at]?.heading.level ?? 0) > heading.level; at += 1) {
		const candidate = candidates[at];
		if (candidate) below.push(candidate);
	}
	if (!below.some(({ labelled }) => labelled > 0) || below.some(({ isDated, named }) => isDated || named)) return false;
	const next = candidates[index + below.length + 1]?.heading.start ?? source.length;
	return readParts(bodyBetween(heading, next, lines).lines, "hand-written").labelled > 0;
}
/** A chapter that nothing may slip into, wherever it stands: a year, patterns to copy, an unreadable quarter, another title. */
function beginsChapter({ heading: { level, text }, isTemplate, period }, index) {
	if (period?.kind === "year") return true;
	return index > 0 && (isTemplate || level === 1 || isUnreadableQuarter(text));
}
function candidatesOf(headings, log) {
	const isLabel = headings.map(({ text }) => kindOf(text.replace(/[*_:]/g, "")) !== null);
	const periods = periodsOf(headings);
	let year = null;
	let template = null;
	return headings.map((heading, index) => {
		const { level, text } = heading;
		if (template !== null && level <= template) template = null;
		const isTemplate = template !== null || isTemplateHeading(text);
		if (isTemplate) template ??= level;
		if (year !== null && level <= year.level) year = null;
		const named = isTemplate ? null : readQuarterHeading(text, year?.year ?? null);
		const period = isTemplate ? null : periods[index] ?? null;
		if (period?.kind === "year") year = {
			level,
			year: yearOf(period)
		};
		return {
			heading,
			named,
			period: named === null ? period : null,
			isTemplate,
			isLabel: isLabel[index] ?? false,
			isDated: named === null && hasDate(text),
			labelled: named !== null || isTemplate || isLabel[index] || isUnreadableQuarter(text) ? 0 : labelledUnder(index, headings, isLabel, log)
		};
	});
}
/** The year or month that each heading is for. A title such as "Incidents 2025" is for none, unless others like it stand beside it. */
function periodsOf(headings) {
	let year = null;
	const found = headings.map(({ level, text }) => {
		if (year !== null && level <= year.level) year = null;
		const period = readPeriodHeading(text, year?.year ?? null);
		if (period?.kind === "year") year = {
			level,
			year: yearOf(period)
		};
		return period;
	});
	const place = titlePlace(headings);
	const title = headings[place];
	return !headings.some(({ level }, index) => index > place && level === title?.level && found[index]?.kind === found[place]?.kind) && title !== void 0 && /\p{L}/u.test(title.text) ? found.with(place, null) : found;
}
/** Index of the heading that may be the title. Entries that were put above all chapters are deeper than these, and don't count. */
function titlePlace(headings) {
	const highest = Math.min(...new Set(headings.map(({ level }) => level)));
	const place = headings.findIndex(({ level, text }) => level === highest || !hasDate(text));
	return Math.max(place, 0);
}
/** How many key events stand under a heading, up to the next one that does not name a part of the same entry. */
function labelledUnder(index, headings, isLabel, { source, lines }) {
	const heading = headings[index];
	if (heading === void 0) return 0;
	let next = index + 1;
	while (isLabel[next] && (headings[next]?.level ?? 0) > heading.level) next += 1;
	const body = bodyBetween(heading, headings[next]?.start ?? source.length, lines);
	if (source.slice(body.start, body.end).includes("\n- **Incident issue**: [")) return Infinity;
	const { labelled, events } = readParts(body.lines, "hand-written");
	return hasDate(heading.text) || new Set(events.map(({ name }) => name.toLowerCase())).size === events.length ? labelled : 0;
}
/** The level of entries: the deepest that has several days with key events under them, or the next best thing. */
function entryLevel$1(candidates) {
	const all = candidates.filter(({ isDated, isTemplate, isLabel }) => isDated && !isTemplate && !isLabel);
	const byHand = all.filter(({ labelled }) => labelled < Infinity);
	const dated = byHand.length > 0 ? byHand : all;
	const levels = [...groupBy(dated, ({ heading }) => heading.level)].sort(([one], [other]) => other - one);
	const isLabelled = (some) => some.some(({ labelled }) => labelled > 0);
	const isRepeated = (some) => some.length > 1;
	const areTitled = (some) => some.every(({ heading }) => isTitled(heading.text));
	const [found] = levels.find(([, some]) => isRepeated(some) && isLabelled(some)) ?? levels.find(([, some]) => isLabelled(some)) ?? levels.find(([, some]) => isRepeated(some) && areTitled(some)) ?? levels.find(([, some]) => isRepeated(some)) ?? levels[0] ?? [];
	return found ?? null;
}

// src/log/read/outline.ts
/**
* Cuts a log at its headings: what stands before the first quarter or entry, quarters, entries, and other chapters. An entry is
* what stands under a heading with a day, of the deepest level that has several of them and key events or durations below, and
* under one without a day that has key events or durations itself. Patterns to copy are none.
*/
function readOutline(source) {
	const lines = [...documentLines(source)];
	const headings = [...headingsIn(lines).filter((heading) => heading.inside === null && !isUnderlinedLabel(heading, source)), ...plainHeadings(lines)].sort((one, other) => one.start - other.start);
	const kinds = headingKinds(headings, {
		source,
		lines
	});
	const cuts = headings.flatMap((heading, index) => {
		const found = kinds[index];
		return found === void 0 || found.kind === "inner" ? [] : [{
			heading,
			found
		}];
	});
	const first = cuts[0]?.heading.start ?? source.length;
	return [...first === 0 ? [] : [{
		kind: "text",
		heading: null,
		period: null,
		line: 1,
		start: 0,
		end: first,
		lines: [],
		body: {
			start: 0,
			end: first,
			line: 1,
			lines: []
		}
	}], ...cuts.map(({ heading, found }, index) => {
		const { line, start } = heading;
		const end = cuts[index + 1]?.heading.start ?? source.length;
		const body = bodyBetween(heading, end, lines);
		const place = {
			line,
			start,
			end,
			lines: linesBetween(lines, start, end),
			body
		};
		if (found.kind === "quarter") return {
			...place,
			kind: "quarter",
			heading,
			named: found.named
		};
		if (found.kind === "text") return {
			...place,
			kind: "text",
			heading,
			period: found.period
		};
		return {
			...place,
			kind: "entry",
			heading
		};
	})];
}
/** The block that is open at the end of the source, and would swallow what were written there; null for none. */
function unclosedBlock$1(source) {
	return headingsIn(documentLines(`${source}\n\n# End`)).at(-1)?.inside ?? null;
}
/**
* Lines that are headings in all but marks, as in a log that was copied off a page: "Q4 2024 (October to December)" right above
* its means or an incident, "Incident on 2024-10-14 - Title" right above its events.
*/
function plainHeadings(lines) {
	const headings = [];
	let last = null;
	for (const { text, start, end, line } of readableLines(lines)) {
		if (text.trim() === "") continue;
		const kind = plainKind(text);
		if (last !== null && (kind === "entry" || last.kind === "quarter" && kind === "quarter" || isLabel(text))) headings.push(last.heading);
		last = kind === null ? null : {
			kind,
			heading: {
				level: kind === "quarter" ? 2 : 3,
				text: text.trim(),
				start,
				end,
				line,
				inside: null
			}
		};
	}
	return headings;
}
function plainKind(text) {
	if (text.length > 200) return null;
	const plain = text.replace(/[*_]/g, "");
	if (isPlainEntryHeading(plain)) return readLabel(text) === null ? "entry" : null;
	return isPlainQuarterHeading(plain) ? "quarter" : null;
}
/** Lines of labels with a break right under them are a heading to a parser, and to nobody else. */
function isUnderlinedLabel({ start, text }, source) {
	return !/^ {0,3}#/.test(source.slice(start, start + 4)) && isLabel(text.split("\n", 1)[0] ?? "");
}
/** Whether a line begins with a label of a known meaning. */
function isLabel(line) {
	return (readLabel(line)?.kind ?? null) !== null;
}

// src/log/read/stated-duration.ts
/** The duration that a value begins with; null where there is no value, or none that can be read. */
function statedDuration(value) {
	if (value === null) return null;
	const marks = /^[*_`[]*/.exec(value.text)?.[0].length ?? 0;
	const found = readDuration(value.text.slice(marks).replace(spaces, (entity) => " ".repeat(entity.length)));
	if (found === null) return null;
	const end = marks + found.length;
	if (isBlurred(value.text.slice(end).replace(spaces, " "))) return null;
	return {
		minutes: found.minutes,
		seconds: found.seconds,
		precision: found.precision,
		start: value.start + marks,
		end: value.start + end,
		text: value.text.slice(marks, end),
		remark: value.text.slice(end)
	};
}
/** Whether a value is a duration, or says in a word that there is none, so that another one can take its place. */
function isReplaceableDuration(value) {
	return statedDuration(value) !== null || /^(?:not recorded|no incidents)$/i.test(value.text) || isUnknown(value.text) && /^[\p{L}/?.–—-]+$/u.test(value.text);
}
/** Entities that stand for white space, which belongs to a figure. */
const spaces = /&(?:nbsp|thinsp|ensp|emsp|emsp13|emsp14|numsp|hairsp|#0*(?:32|160|8201|8239)|#x0*(?:20|a0|2009|202f));/gi;
/**
* Whether a stated duration is what really passed, in the precision in which it is stated: minutes may be rounded or cut, longer
* units are rounded.
*
* @param exact seconds
*/
function agrees({ seconds, precision }, exact) {
	if (precision > 60) return Math.abs(seconds - exact) <= precision / 2;
	const units = exact / precision;
	return [Math.floor(units), Math.round(units)].some((each) => each * precision === seconds);
}
/** What a person has written behind a duration, or in parentheses on the line below; '' for nothing but marks. */
function remarkWith({ remark, end }, source) {
	const [, below = ""] = /^[^\n]*\n[ \t]*(\([^\n]*)/.exec(source.slice(end, end + 1e3)) ?? [];
	const text = `${remark} ${below}`.replace(spaces, " ").replace(/^\]\([^()]*\)/, "").replace(/^ \(from \d+ of \d+ incidents\)/, "").trim();
	return /[\p{L}\p{N}]/u.test(text) ? text : "";
}
/** "2 hours or so" is no figure to compare, as "about 2 hours" is none. */
function isBlurred(remark) {
	return /^\s*(?:&(?:[a-z]+|#\w+);|[?+]|-?ish\b|or so\b|max\b|and a bit\b|at (?:least|most)\b|(?:[(]\s*)?(?:approx|roughly|about|estimated|rounded|ca\b))/i.test(remark);
}

// src/log/read/quarter-section.ts
/** A quarter of a log, by its heading and what stands under that. */
function readQuarter(section, base, source) {
	const { heading, named, body } = section;
	const { figures } = readParts(body.lines, "hand-written");
	return {
		...base,
		...named,
		...byFigure(quarterFigures, ({ key, of }) => of === "incidents" && !isCount$1(figures[key]?.text) ? null : figures[key]),
		kind: "quarter",
		heading: heading.text,
		generated: generatedBlock(section, base, figures),
		unread: unreadLine(source, body)
	};
}
/**
* The block under the heading of a quarter that this action wrote, now or when it knew fewer figures: nothing but lines of known
* figures, in their order and each once, with values that it can replace. Null where a person wrote the quarter.
*/
function generatedBlock({ heading, named, body }, { contentEnd }, figures) {
	if (heading.level !== 2 || heading.text !== quarterHeading(named.quarter)) return null;
	const lines = body.lines.filter(({ text, start }) => start < contentEnd && text.trim() !== "");
	const found = quarterFigures.filter((figure) => lines.some((line) => isLineOf(figure, line)));
	const isWhole = found.length === lines.length && found.every((figure, index) => isLineOf(figure, lines[index])) && quarterFigures.every((figure) => found.includes(figure) || !figure.wasAlwaysWritten);
	const isReplaceable = found.every(({ key, of }) => {
		const value = figures[key];
		return of === "incidents" ? isCount$1(value?.text) : value !== null && isReplaceableDuration(value);
	});
	const [first] = lines;
	if (first === void 0 || !isWhole || !isReplaceable) return null;
	return {
		start: first.start,
		figures: found.map(({ key }) => key)
	};
}
/** Whether a line is one that the action writes for a figure. */
function isLineOf({ label }, line) {
	return line?.text.trimEnd().startsWith(`- **${label}**: `) ?? false;
}
function isCount$1(text) {
	return /^\d+$/.test(text ?? "");
}
function unreadLine(source, { start, end }) {
	const row = /^[ \t]*(?:\|.*|(?:(?:[-*+]|\d{1,3}[.)])[ \t]*)?\*{0,2})\d{4}-\d{2}-\d{2}/m.exec(source.slice(start, end));
	return row === null ? null : start + row.index;
}

// src/log/read/read.ts
/**
* Reads a log; never throws. An entry is generated when its own "Incident issue" line links to an issue of the repository at
* `repositoryUrl` (`https://github.com/owner/name`, in any case); every other one is hand-written, and read as people write
* them. Linear in the length of the text.
*/
function readLog(text, repositoryUrl) {
	let quarter = null;
	const sections = [];
	const source = withoutZones(text);
	for (const section of readOutline(source)) if (section.kind === "quarter") {
		quarter = {
			quarter: section.named.quarter,
			level: section.heading.level
		};
		sections.push(readQuarter(section, place(section, source), source));
	} else if (section.kind === "entry") {
		const { entry, parts } = readEntry(section, {
			text,
			source
		}, repositoryUrl, quarter?.quarter ?? null);
		sections.push(entry);
		if (quarter !== null && !isGeneratedEntry(entry)) addFiguresBehind(sections, parts);
	} else {
		const level = section.heading?.level ?? 0;
		if (quarter !== null && level <= quarter.level) quarter = null;
		sections.push({
			...place(section, source),
			kind: "text",
			isUnreadableQuarter: section.heading !== null && isUnreadableQuarter(section.heading.text),
			heading: section.heading?.text ?? null,
			period: section.period
		});
	}
	const entries = sections.filter((section) => section.kind === "entry");
	return {
		text,
		sections,
		quarters: sections.filter((section) => section.kind === "quarter"),
		entries
	};
}
/** As `readLog`, but the log is not read before somebody asks for more than its text. */
function readLogLater(text, repositoryUrl) {
	let log;
	const read = () => {
		log ??= readLog(text, repositoryUrl);
		return log;
	};
	return {
		text,
		get sections() {
			return read().sections;
		},
		get quarters() {
			return read().quarters;
		},
		get entries() {
			return read().entries;
		}
	};
}
/** People may write the figures of a quarter behind its last entry. */
function addFiguresBehind(sections, { figures }) {
	const index = sections.findLastIndex((section) => section.kind === "quarter");
	const quarter = sections[index];
	if (quarter?.kind !== "quarter") return;
	const found = (key) => quarter[key] ?? figures[key];
	sections[index] = {
		...quarter,
		...byFigure(quarterFigures, ({ key, of }) => of === "incidents" ? quarter[key] : found(key))
	};
}
/**
* A generated entry as it can be written again; null when it names no day. Its figures are those that it states, so that the
* means agree with what is there to read, whatever the time zone and the clock have become since it was written.
*
* @param log that the entry was read from
*/
function asFormerEntry(entry, log, timezone) {
	const stated = entry.events.find(({ kind }) => kind === "first-detected")?.value.text ?? "";
	const firstDetected = (readLeadingTime(stated, timezone) ?? readLeadingTime(`${entry.date} 12:00`, "UTC"))?.instant;
	if (firstDetected === void 0) return null;
	return {
		issue: entry.issue,
		firstDetected,
		figures: statedFigures$1(entry),
		isOngoing: isOngoing(entry),
		markdown: markdownOf(entry, log)
	};
}
/** Whether an entry says that its incident is not repaired yet. */
function isOngoing({ timeToRepair }) {
	return /^ongoing\b/i.test(timeToRepair?.text ?? "");
}
/** The figures that an entry states, in minutes; null for what is no duration. */
function statedFigures$1({ timeToRepair, timeToResolve }) {
	return {
		timeToRepair: statedDuration(timeToRepair)?.minutes ?? null,
		timeToResolve: statedDuration(timeToResolve)?.minutes ?? null
	};
}
/** An entry without what a person has written between and behind its parts. */
function markdownOf({ start, generatedEnd, notes, line }, { text }) {
	return notes === "" ? text.slice(start, generatedEnd) : splitGenerated(blockLines(withoutZones(text), {
		start,
		end: generatedEnd,
		line
	}), text).generated;
}
function readEntry(section, { text, source }, repositoryUrl, quarter) {
	const { heading, body } = section;
	const asGenerated = source.slice(body.start, body.end).includes("- **Incident issue**: ") ? readParts(body.lines, "generated") : null;
	const issue = asGenerated && readIssue(asGenerated.issue?.text ?? "", repositoryUrl);
	const parts = asGenerated !== null && issue !== null ? asGenerated : readParts(body.lines, "hand-written");
	const base = place(section, source);
	const split = issue === null ? null : splitGenerated(section.lines, text);
	return {
		entry: {
			...base,
			...readEntryHeading(heading.text, issue === null ? "hand-written" : "generated"),
			kind: "entry",
			issue,
			quarter,
			events: parts.events,
			timeToRepair: parts.timeToRepair,
			timeToResolve: parts.timeToResolve,
			context: parts.context,
			reviewActions: parts.reviewActions,
			table: parts.table,
			generatedEnd: split === null ? base.contentEnd : split.end,
			notes: split?.notes ?? ""
		},
		parts
	};
}
function place({ line, start, end, heading, body }, source) {
	const headingEnd = start + source.slice(start, heading?.end ?? end).trimEnd().length;
	const contentEndOffset = heading === null ? headingEnd : contentEnd(headingEnd, body.lines);
	return {
		line,
		start,
		end,
		level: heading?.level ?? 0,
		contentEnd: contentEndOffset
	};
}
function readIssue(value, repositoryUrl) {
	const url = /^\[[^\]]*\]\(([^\s)]+)\)/.exec(value)?.[1]?.toLowerCase();
	const issues = `${repositoryUrl.toLowerCase()}/issues/`;
	const number = url?.startsWith(issues) ? url.slice(issues.length) : "";
	return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
}

// src/log/read/stated-time.ts
/**
* Reads a time that somebody typed into a log, whatever remark stands behind it: as `readTime` does, and with an hour of one
* digit as it stands. All else is a problem, zones by their letters and several times too: nothing is guessed.
*/
function readStatedTime(typed, timezone) {
	const text = withoutInvisible(typed).replace(/^[*_`"“'\s]+/, "");
	if (isUnknown(text)) return { kind: "unknown" };
	const padded = text.replace(/^(\d{4}-\d{2}-\d{2}(?:T|\s+))(\d)(?=:\d{2})/i, (_, day, hour) => `${day}0${hour}`);
	const opening = readOpeningTime(padded, timezone);
	if (opening === null) return formProblem(text, "is not a time in the form expected");
	const rest = padded.slice(opening.length);
	const others = rest.replace(/\([^()]*\)/g, "");
	if (/\d{4}-\d{2}-\d{2}(?:T|\s+)\d{1,2}:\d{2}/.test(others)) return formProblem(text, "is more than one time");
	const fault = faultBehind(rest);
	if (fault !== null) return formProblem(text, fault);
	const { reading } = opening;
	if (reading.kind !== "time") return reading;
	return {
		kind: "time",
		instant: reading.instant + reading.seconds * 1e3
	};
}

// src/log/read/hand-written.ts
/**
* The events of an entry, one of each kind: the one by its usual name, or else the first; of several first detections the
* earliest. Where that leaves two times to choose from, there is a problem instead of a time.
*/
function statedEvents({ events }, timezone) {
	const kinds = groupBy(events, ({ kind }) => kind);
	return new Map([...kinds].map(([kind, found]) => [kind, choose(kind, found, timezone)]));
}
const usualName = /^(?:first detected|repaired|resolved|(?:incident )?declared|impact started)$/i;
function choose(kind, found, timezone) {
	const usual = found.filter(({ name }) => usualName.test(name));
	const stated = (usual.length > 0 ? usual : found).map((event) => ({
		event,
		time: timeOf(event, timezone)
	}));
	const known = stated.filter(({ time }) => time.kind !== "unknown");
	const instants = new Set(known.map(({ event, time }) => time.kind === "time" ? time.instant : event.value.text));
	const [first] = known.length > 0 ? known : stated;
	if (first === void 0) throw new Error("An event of no kind");
	if (instants.size < 2) return first;
	if (kind === "first-detected" && usual.length === 0) {
		const readable = known.filter(({ time }) => time.kind === "time");
		const earliest = readable.sort((one, other) => instantIn(one) - instantIn(other))[0];
		return readable.length === known.length && earliest !== void 0 ? earliest : first;
	}
	const message = `${[...new Set(known.map(({ event }) => event.name))].join(" and ")} ${known.length === 2 ? "give two" : `give ${known.length}`} times for one event: keep the one that is right.`;
	return {
		event: first.event,
		time: {
			kind: "problem",
			rule: "timestamp-ambiguous",
			message
		}
	};
}
/** The time of one event. */
function timeOf({ name, value }, timezone) {
	return namesZone(name) ? formProblem(value.text, "stands behind a name with a time zone") : readStatedTime(value.text, timezone);
}
function instantIn({ time }) {
	return time.kind === "time" ? time.instant : Infinity;
}
/** The instant of an event; null where it is unknown. */
function instantOf(events, kind) {
	const time = events.get(kind)?.time;
	return time?.kind === "time" ? time.instant : null;
}
/**
* The figures that follow from the times of an entry, in elapsed minutes from first detection; null where one of the two times
* is missing, cannot be read, is after `now`, or stands before first detection.
*/
function computedFigures(events, now) {
	const recorded = (kind) => {
		const instant = instantOf(events, kind);
		return instant === null ? null : {
			instant,
			note: null
		};
	};
	const firstDetected = recorded("first-detected");
	if (firstDetected === null) return {
		timeToRepair: null,
		timeToResolve: null
	};
	return measure({
		firstDetected,
		repaired: recorded("repaired"),
		resolved: recorded("resolved")
	}, now).figures;
}
/** As `computedFigures`, in seconds. */
function exactFigures(events, { timeToRepair, timeToResolve }) {
	const passed = (kind) => ((instantOf(events, kind) ?? 0) - (instantOf(events, "first-detected") ?? 0)) / 1e3;
	return {
		timeToRepair: timeToRepair === null ? null : passed("repaired"),
		timeToResolve: timeToResolve === null ? null : passed("resolved")
	};
}
/** When an entry's incident was first detected, or noon of the day in its heading; null where both are unknown. */
function placeInTime(entry, events, timezone) {
	return instantOf(events, "first-detected") ?? readLeadingTime(`${entry.date} 12:00`, timezone)?.instant ?? null;
}
/**
* The hand-written entries of a log, with the figures that they state or, for `fix`, those that follow from their times, as
* minutes and parts of them. A figure with a remark is not fixed, and counts as it is stated.
*/
function handWrittenEntries({ entries, text }, { handKept, timezone, now }) {
	return entries.filter((entry) => !isGeneratedEntry(entry)).map((entry) => {
		const events = statedEvents(entry, timezone);
		const figures = handKept === "fix" ? fixedFigures(entry, events, text, now) : statedFigures$1(entry);
		return {
			entry,
			instant: placeInTime(entry, events, timezone),
			figures
		};
	});
}
function fixedFigures(entry, events, source, now) {
	const exact = exactFigures(events, computedFigures(events, now));
	const figure = (name) => {
		const stated = statedDuration(entry[name]);
		if (stated !== null && remarkWith(stated, source) !== "") return stated.minutes;
		const seconds = exact[name];
		return seconds === null ? null : seconds / 60;
	};
	return {
		timeToRepair: figure("timeToRepair"),
		timeToResolve: figure("timeToResolve")
	};
}
/**
* Finds the hand-written entry of an incident, by its day and its title, and gives the number of its line; null where there is
* none. Case, punctuation and spaces make no difference.
*/
function handWrittenDuplicates({ entries }, timezone) {
	const lines = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		if (isGeneratedEntry(entry)) continue;
		const first = instantOf(statedEvents(entry, timezone), "first-detected");
		const days = [entry.date, ...first === null ? [] : [formatDate(first, timezone)]];
		for (const day of days) if (lettersOf(entry.title) !== "") lines.set(`${day} ${lettersOf(entry.title)}`, entry.line);
	}
	return ({ title, firstDetected }) => lines.get(`${formatDate(firstDetected.instant, timezone)} ${lettersOf(title)}`) ?? null;
}
function lettersOf(title) {
	return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// src/markdown/action-details.ts
const noDetails = {
	state: null,
	issue: null,
	owner: null,
	due: null
};
/** Details are looked for in so many characters at the end, because the patterns below are slow on long texts. */
const longest = 600;
/**
* Splits a review action into its words and the details at its end. Details stand in any order, each at most once:
*
* - the state: `- DONE`, `- TODO` or `- WON'T DO`, in any case, bold or not;
* - owner and due date: `(@login, due YYYY-MM-DD)`, either of them alone, in either order, with `by` for `due`, with or without
*   parentheses;
* - the issue: `(#34)`, `(owner/repo#34)`, `([#34](address))` or the address of an issue.
*
* An invalid detail, such as a due date of 30 February, stays part of the words. If the whole text is a reference to an issue, that
* reference is also its words, without parentheses.
*
* @param issueUrl web address of the incident's issue: `#34` is an issue of its repository
*/
function readDetails(text, issueUrl) {
	let rest = text.trim();
	let details = noDetails;
	for (;;) {
		const taken = takeDetail(rest, issueUrl);
		if (taken === null || repeats(taken.detail, details)) break;
		details = {
			...details,
			...taken.detail
		};
		rest = taken.rest;
	}
	const issue = details.issue ?? readReference(rest, issueUrl);
	return {
		text: wholeReference.exec(rest)?.[1] ?? rest,
		details: {
			...details,
			issue
		}
	};
}
const login = "[a-z0-9][a-z0-9_-]{0,99}(?:\\[bot\\])?";
const date = "\\d{4}-\\d{2}-\\d{2}";
const number = "[1-9]\\d{0,9}";
/** GitHub has no repository that is named `.` or `..`. */
const repository = "[a-z0-9_-]{1,100}/(?!\\.{1,2}[#/])[a-z0-9._-]{1,100}";
const reference = `(?:${repository})?#${number}`;
const address = "https?://[^\\s<>()[\\]]{1,300}";
/** An opening parenthesis that is neither escaped nor part of a link. */
const open = "(?<![\\\\\\]])\\(";
const statePattern = /\s[-–—]\s+([*_]{0,2})(DONE|TODO|TO DO|WON['’]?T DO)\1$/i;
const parts = "(?:\\s*[,;]\\s*|\\s+)";
const when = `(?:due|by):?\\s+(${date})`;
const people = `(?:@(${login})(?:${parts}${when})?|${when}(?:${parts}@(${login}))?)`;
const peoplePattern = new RegExp(`${open}${people}\\)$`, "i");
const barePeoplePattern = new RegExp(`(\\s*[,;]\\s*|\\s+[-–—]\\s+|\\s+)(?:(?:owner:?|assigned to|by)\\s+(?=@))?${people}\\.?$`, "i");
/** Behind these words a name is part of the sentence and names no owner: `Talk to @mona`. */
const mentions = /(?:^|\s)(?:to|with|from|of|for|at|on|in|and|or|like|than|via|cc|ask|asks|tell|tells|see|ping|inform|notify|thank|thanks)$/i;
const referencePattern = new RegExp(`${open}(${reference})\\)$`, "i");
const link = `\\[${reference}\\]\\((${address})\\)`;
const linkPattern = new RegExp(`${open}${link}\\)$`, "i");
const bareLinkPattern = new RegExp(`\\s${link}$`, "i");
const addressPattern = new RegExp(`\\s<?(${address})>?$`, "i");
function takeDetail(text, issueUrl) {
	const tail = text.slice(-600);
	const match = matchDetail(tail, issueUrl);
	if (match === null) return null;
	const rest = text.slice(0, text.length - tail.length + match.index).trimEnd();
	return rest === "" ? null : {
		rest,
		detail: match.detail
	};
}
function matchDetail(tail, issueUrl) {
	const state = statePattern.exec(tail);
	if (state !== null) return {
		index: state.index,
		detail: { state: stateNamed(state[2] ?? "") }
	};
	const people = peoplePattern.exec(tail);
	if (people !== null) return peopleDetail(people.index, people.slice(1));
	const bare = barePeoplePattern.exec(tail);
	if (bare !== null) {
		const [lead = "", owner] = bare.slice(1);
		return owner !== void 0 && lead.trim() === "" && mentions.test(tail.slice(0, bare.index)) ? null : peopleDetail(bare.index, bare.slice(2));
	}
	const found = [
		referencePattern,
		linkPattern,
		bareLinkPattern,
		addressPattern
	].map((pattern) => pattern.exec(tail)).find((match) => match !== null) ?? null;
	const issue = found === null ? null : readReference(found[1] ?? "", issueUrl);
	if (found === null || issue === null) return null;
	return {
		index: /(?:\s[-–—]|:)?\s*$/.exec(tail.slice(0, found.index))?.index ?? found.index,
		detail: { issue }
	};
}
function peopleDetail(index, [first, after, before, last]) {
	const [owner, due] = [first ?? last, after ?? before];
	if (due !== void 0 && !isDate(due)) return null;
	return {
		index,
		detail: {
			...owner !== void 0 && { owner },
			...due !== void 0 && { due }
		}
	};
}
const unreadDate = new RegExp(`(?<![\\w-])(?:(?:due|by|until|till|before|deadline):?\\s+(?:on\\s+|by\\s+)?(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next \\w+|end of [\\w ]+|(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?: \\d{1,2})?)|\\d{4}-\\d{2}-\\d{2})\\W*$`, "i");
const unreadOwner = /(?:^|\s)(?:owner:?\s+\S+|@[\w-]+(?:\/[\w-]+)?)[).,;!]*$/i;
/**
* Whether the words of an action end in what looks like an owner or due date that could not be read: `(@octo/team)`,
* `(@mona, due friday)`, `due 2026-02-30`, but not `Talk to @mona`.
*/
function endsWithUnreadDetail({ text, owner, due }) {
	const tail = text.slice(-600);
	const [, inside = ""] = /\(([^()]*)\)\W*$/.exec(tail) ?? [];
	const name = unreadOwner.exec(tail);
	const isName = name !== null && !mentions.test(tail.slice(0, name.index));
	return owner === null && (inside.includes("@") || isName) || due === null && (/\bdue\b/i.test(inside) || unreadDate.test(tail) || /@\S+\s+due\s/i.test(tail));
}
function stateNamed(text) {
	if (/^DONE$/i.test(text)) return "DONE";
	return /^TO/i.test(text) ? "TODO" : "WON'T DO";
}
function repeats(detail, details) {
	return detail.state !== void 0 && details.state !== null || detail.issue !== void 0 && details.issue !== null || detail.owner !== void 0 && details.owner !== null || detail.due !== void 0 && details.due !== null;
}
const wholeReference = new RegExp(`^\\(?(${reference})\\)?$`, "i");
const wholeAddress = new RegExp(`^\\(?(?:<?|\\[[^\\[\\]]{1,500}\\]\\()(${address})\\)?>?\\)?$`, "i");
/**
* The issue that the words refer to, if they are only a reference, the address of an issue or a link to one; otherwise null. An issue on
* another host gives null, because this program cannot read it.
*/
function readReference(text, issueUrl) {
	if (text.length > 2 * longest) return null;
	const own = issuePlace(issueUrl);
	const named = wholeReference.exec(text)?.[1];
	if (named !== void 0) {
		const [repository = "", digits = ""] = named.split("#");
		return inRepository(repository, Number(digits), own?.repository ?? "");
	}
	const place = issuePlace(wholeAddress.exec(text)?.[1] ?? "");
	if (place === null || place.host !== own?.host) return null;
	return inRepository(place.repository, place.number, own.repository);
}
function inRepository(repository, issue, own) {
	return repository === "" || repository.toLowerCase() === own.toLowerCase() ? issue : `${repository}#${issue}`;
}
const issueAddress = new RegExp(`^https?://([^/]+)/(${repository})/issues/(${number})/?$`, "i");
function issuePlace(url) {
	const [, host, name, digits] = issueAddress.exec(url) ?? [];
	if (host === void 0 || name === void 0) return null;
	return {
		host: host.toLowerCase(),
		repository: name,
		number: Number(digits)
	};
}
function isDate(text) {
	const instant = Date.parse(`${text}T00:00Z`);
	return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

// src/markdown/review-actions.ts
/**
* Reads the answer to Review actions: each item of a top-level list is one action, and the same text twice makes two. An answer that begins
* with `N/A`, has no list, or is not `isReadable` is a remark, and so is an item that begins with `N/A`. Items that show nothing are ignored.
*
* @param issueUrl web address of the incident's issue: `#34` is an issue of its repository
*/
function readReviewActions(typed, issueUrl) {
	const { items, remark } = readAnswer(typed, issueUrl);
	return {
		actions: items.map(({ action }) => action),
		remark
	};
}
/** The actions of `readReviewActions`, in the same order, each with its place in the answer. */
function locateReviewActions(typed, issueUrl) {
	const { items, edits, mark } = readAnswer(typed, issueUrl);
	const offset = (inAnswer) => mark.length + sourceOffset(inAnswer, edits);
	return items.map(({ action, start, textSpan, end }) => ({
		action,
		textSpan: textSpan && {
			start: offset(textSpan.start),
			end: offset(textSpan.end)
		},
		end: offset(end),
		indent: widthAt(offset(start), typed)
	}));
}
function readAnswer(typed, issueUrl) {
	const mark = typed.startsWith("﻿") ? "﻿" : "";
	const markdown = typed.slice(mark.length);
	const edits = linkDefinitionEdits(markdown);
	return {
		...readList(applyEdits(markdown, edits), issueUrl),
		mark,
		edits
	};
}
function readList(answer, issueUrl) {
	const blocks = isNotApplicable(answer.trimStart()) ? [] : readBlocks(answer);
	if (!blocks.some((block) => block.type === "list")) return {
		items: [],
		remark: answer
	};
	const items = [];
	const remarks = [];
	for (const block of blocks) if (block.type === "list") {
		const read = block.children.flatMap((item) => readItem(item, answer, issueUrl) ?? []);
		items.push(...read.filter(({ action }) => !isNotApplicable(action.text)));
		remarks.push(...read.map(({ action }) => action.text).filter(isNotApplicable));
	} else remarks.push(answer.slice(startOf(block), endOf(block)));
	return {
		items,
		remark: remarks.join("\n\n")
	};
}
/** Null for an item that shows nothing. */
function readItem(item, answer, issueUrl) {
	const box = boxOf(item, answer);
	const textStart = (block) => startOf(block) + (block === item.children[0] ? box.length : 0);
	const blocks = item.children.filter((block) => isVisible(block, textStart(block), answer));
	const [first] = blocks;
	const last = blocks.at(-1);
	if (first === void 0 || last === void 0) return null;
	const [start, end] = [textStart(first), endOfLines(last, answer)];
	const [sentence] = [last, first].filter((block) => block.type === "paragraph");
	const from = sentence === void 0 ? end : textStart(firstOfParagraphs(blocks, sentence));
	const to = sentence === void 0 ? end : endOfText(sentence, answer);
	const { text, details } = readTyped(answer.slice(from, to), from > start ? "blocks" : "nothing", issueUrl);
	const below = sentence === void 0 ? "" : answer.slice(endOf(sentence), end);
	const whole = `${answer.slice(start, from)}${text}${below}`.trimEnd();
	return {
		action: {
			...details,
			text: unindented(whole, widthAt(startOf(item), answer)),
			state: details.state ?? boxState(item, box)
		},
		start: startOf(item),
		textSpan: sentence === void 0 ? null : {
			start: from,
			end: to
		},
		end
	};
}
/** The first of the paragraphs that stand one below the other down to `last`. */
function firstOfParagraphs(blocks, last) {
	const index = blocks.indexOf(last);
	return blocks[blocks.slice(0, index).findLastIndex((block) => block.type !== "paragraph") + 1] ?? last;
}
/** Splits words into text and details. With `blocks` above them in the item, all of the words may be details. */
function readTyped(source, above, issueUrl) {
	const wordAbove = above === "blocks" ? "x " : "";
	const typed = wordAbove + source.trim();
	const { text, details } = readDetails(typed, issueUrl);
	return {
		text: (text + (typed.startsWith(text) ? /^\s*:(?=\s*\()/.exec(typed.slice(text.length))?.[0] ?? "" : "")).slice(wordAbove.length),
		details
	};
}
/** The task box that an item begins with, with the white space behind it; '' if there is none or the parser has read it already. */
function boxOf({ children: [first] }, answer) {
	if (first?.type !== "paragraph") return "";
	return /^\[[ xX]?\](?:\s+|$)/.exec(answer.slice(startOf(first), endOf(first)))?.[0] ?? "";
}
/** Whether a block shows anything. Comments don't. */
function isVisible(block, textStart, answer) {
	if (block.type === "html") return block.value.replace(/<!--[\s\S]*?(?:-->|$)/g, "").trim() !== "";
	return block.type !== "paragraph" || endOfText(block, answer) > textStart;
}
/** The end of a block's last line that is not blank. To the parser, an unclosed fence also contains the blank lines below. */
function endOfLines(block, answer) {
	const source = answer.slice(startOf(block), endOf(block));
	const length = source.trimEnd().length;
	const lineEnding = source.slice(length).search(/[\r\n]/);
	return startOf(block) + (lineEnding < 0 ? source.length : length + lineEnding);
}
/** Offset at which the words of a paragraph end, without comments behind them. */
function endOfText(paragraph, answer) {
	const start = startOf(paragraph);
	const last = paragraph.children.findLast((child) => !isInvisible(child));
	return last === void 0 ? start : start + answer.slice(start, endOf(last)).trimEnd().length;
}
function isInvisible(node) {
	return node.type === "html" ? node.value.startsWith("<!--") : node.type === "text" && node.value.trim() === "";
}
/** The state of a task box. GitHub reads `[]` as text, but a person who types it means an open box. */
function boxState(item, box) {
	if (item.checked === true) return "DONE";
	return item.checked === false || box !== "" ? "TODO" : null;
}
/** The text of an item, its lines after the first without the item's indentation. */
function unindented(text, columns) {
	return [...linesOf(text)].map((line, index) => {
		const { content, contentColumn } = lineStart$1(line.text);
		const indent = " ".repeat(Math.max(contentColumn - columns, 0));
		return index === 0 ? text.slice(line.start, line.end) : indent + text.slice(line.start + content, line.end);
	}).join("");
}
/** Columns by which the lines of the item that begins at an offset are indented. */
function widthAt(start, answer) {
	const indent = / *$/.exec(answer.slice(Math.max(start - 10, 0), start))?.[0] ?? "";
	const line = /^[^\r\n]*/.exec(answer.slice(start))?.[0] ?? "";
	const cursor = lineStart$1(indent + line);
	const [container] = openContainers({
		containers: [],
		cursor
	}, "nothing").containers;
	return container?.kind === "item" ? container.width : indent.length;
}
function isNotApplicable(text) {
	return /^N\/A(?!\w)/i.test(text);
}
function startOf(node) {
	return node.position?.start.offset ?? 0;
}
function endOf(node) {
	return node.position?.end.offset ?? 0;
}

// src/log/read/review-list.ts
/** In front, or behind a dash, a colon or a bracket at the end; a place or a day may follow. */
const statePatterns = [
	["WON'T DO", "won['’]?t (?:do|fix)|will not (?:do|fix)|wontfix|cancell?ed|rejected"],
	["TODO", "to[ -]?do|open|in progress|ongoing|pending|outstanding|wip|not (?:yet )?(?:started|done)"],
	["DONE", "done|completed?|closed"]
].map(([state, names]) => [state, new RegExp(`^(?:status: *)?(?:\\*\\*|__|[([])?(?:${names})(?:\\*\\*|__|[)\\]])?\\s*[-–—:]\\s|(?:\\s[-–—]\\s*|:\\s*|\\*\\*|__)(?:${names})(?:\\*\\*|__)?(?: (?:in|by|via|with|on) \\S.{0,200})?[.!]?$|[([]\\s*(?:${names})(?:[,;:]? [^)\\]]{0,80}|,[^)\\]]{0,80})?[)\\]][.!]?$`, "i")]);
/**
* The review actions that a person has listed: the items of the list under the label, with the state that each one names at its
* end or in front, as a box, or in capital letters.
*
* @param issueUrl web address of some issue of the log's repository, or '' where that is not known
*/
function readReviewList(body, source, issueUrl) {
	const lines = source.slice(body.start, body.end).split(/\r\n?|\n/);
	const indent = lines.slice(1).filter((line) => line.trim() !== "").reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
	const text = lines.map((line, index) => (index === 0 ? line : line.slice(Math.min(indent, line.length))).replace(/^(\s*)[–—•](?=\s)/, "$1-")).join("\n");
	const starts = [...linesOf(text)].map(({ start }) => start);
	const places = [...linesOf(source.slice(body.start, body.end))].map(({ start, text: line }) => ({
		start: body.start + start + (line.length - line.trimStart().length),
		end: body.start + start + line.trimEnd().length
	}));
	return locateReviewActions(text, issueUrl).filter(({ action }) => !/^(?:none|nothing|n\/?a)\W*$/i.test(action.text)).map(({ action, textSpan, end }) => {
		const typed = text.slice(textSpan?.start ?? end, Math.max(end, textSpan?.end ?? end));
		const start = textSpan?.start ?? end;
		return {
			text: action.text,
			state: action.state ?? stateIn(action.text) ?? stateIn(typed),
			references: referencesIn(typed),
			range: places[starts.findLastIndex((lineStart) => lineStart <= start)] ?? body
		};
	});
}
/** The state that words name by themselves: in front of a colon or a dash, at the end behind one, or in capital letters. */
function stateIn(typed) {
	const text = typed.trim();
	const bare = text.replace(/\((?:[^()]|\([^()]{0,500}\)){1,200}\)$/, "").trimEnd();
	for (const [state, pattern] of statePatterns) if (pattern.test(text) || pattern.test(bare)) return state;
	if (/✅|☑|✔/.test(text)) return "DONE";
	const [isDone, isOpen] = [/\bDONE\b/, /\bTODO\b/].map((pattern) => pattern.test(text));
	const isDenied = /\b(?:not|be|never|n't)\s+DONE\b/i.test(text);
	return isDone === isOpen || isDenied ? null : isDone ? "DONE" : "TODO";
}
function referencesIn(text) {
	const linked = [...text.matchAll(/https?:\/\/[^\s<>()[\]]{1,300}?\/([\w.-]{1,100}\/[\w.-]{1,100})\/(?:issues|pull)\/(\d+)/g)].map(([, repository, number]) => `${repository}#${number}`);
	const others = [...text.replace(/\]\([^)]{0,500}\)|https?:\/\/\S+/g, " ").matchAll(/(?<![\w/&])(?:[\w.-]{1,100}\/[\w.-]{1,100})?#[1-9]\d*(?!\w)/g)].map(([name]) => name).filter((name) => !linked.some((link) => link === name || link.endsWith(name)));
	return [.../* @__PURE__ */ new Set([...linked, ...others])];
}

// src/audit/evidence/context.ts
/** What may stand in front of a time. */
const lead = /^[ \t]*(?:[-*+•–—]|\d{1,3}[.)](?=[ \t]))?[ \t]*[*_`[(]*/;
const timelike = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4})/i;
/** The lines of a context that begin with a time, from that time to the end of the line. */
function contextEntries({ start, end }, source, timezone) {
	return [...linesOf(source.slice(start, end))].flatMap((line) => {
		const from = lead.exec(line.text)?.[0].length ?? 0;
		const text = line.text.slice(from);
		if (!timelike.test(text)) return [];
		const time = readStatedTime(text, timezone);
		return [{
			instant: time.kind === "time" ? time.instant : null,
			start: start + line.start + from,
			end: start + line.start + line.text.trimEnd().length
		}];
	});
}

// src/audit/evidence/remark.ts
/** What stands around a figure: its line without it, and a line in parentheses below. */
function remarkAround({ start, end }, source) {
	const before = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
	const [behind = ""] = /^[^\n]*(?:\n[ \t]*\([^\n]*)?/.exec(source.slice(end)) ?? [];
	return `${before} ${behind}`;
}
/** Whether the text around a figure says that it leaves out some of the time, such as nights or weekends. */
function leavesOutTime(remark) {
	return /\b(?:support|working|business|office|core|opening|staffed|service|on-call|sla)[- ](?:hours?|days?|time)\b|\b(?:in|out)[- ](?:of[- ])?hours\b|\bhours (?:only|of (?:support|service))\b|\b(?:weekdays?|weekends?|overnight)\b|\bM(?:on(?:day)?)?\s*(?:-|–|—|to)\s*F(?:ri(?:day)?)?\b/i.test(remark) || /\b(?:excluding|excl|except|without|not counting|minus|paused|downtime|degraded)\b/i.test(remark);
}

// src/audit/evidence/explain.ts
/** All strong explanations of a stated duration, or else the first weak one; null where there is none. */
function explainDuration(stated) {
	const isZero = stated.minutes === 0;
	const strong = [
		isZero ? null : otherPair(stated),
		supportHours(stated),
		otherMonthOrYear(stated),
		isZero ? null : contextEntry(stated)
	].filter((each) => each !== null);
	if (strong.length > 0) return {
		strength: "strong",
		text: strong.join(", or ")
	};
	const weak = isZero ? null : plainDifference(stated) ?? otherDigit(stated);
	return weak === null ? null : {
		strength: "weak",
		text: weak
	};
}
/** Among more events than these, two are as far apart as any duration by chance. */
const mostOthers = 30;
/** Two events of the entry that are as far apart as the stated duration. */
function otherPair({ minutes, to, events, others }) {
	const all = [...[...events.keys()].map((kind) => ({
		kind,
		name: eventNames[kind],
		instant: instantOf(events, kind)
	})), ...others.slice(0, mostOthers).map((other) => ({
		kind: null,
		...other
	}))];
	for (const from of all) for (const until of all) {
		if (from.kind === "first-detected" && until.kind === to || from.instant === null || until.instant === null) continue;
		if (elapsedMinutes(from.instant, until.instant) !== minutes) continue;
		return `this is ${from.name.toLowerCase()} → ${until.name.toLowerCase()}`;
	}
	return null;
}
function supportHours({ remark }) {
	return leavesOutTime(remark) ? "the remark with it says that not all of the time counts" : null;
}
/** Both ends of the duration, each with the time at which it would make the stated duration right. */
function impliedTimes({ minutes, to, events, timezone }) {
	const [from, until] = [instantOf(events, "first-detected"), instantOf(events, to)];
	if (from === null || until === null) return [];
	const time = (kind, instant, implied) => ({
		name: eventNames[kind],
		instant: implied,
		wall: formatTime(instant, timezone).slice(0, 16),
		implied: formatTime(implied, timezone).slice(0, 16)
	});
	const length = minutes * 6e4;
	return [time(to, until, from + length), time("first-detected", from, until - length)];
}
/** A time that differs from the one in the log in the month or the year alone. */
function otherMonthOrYear(stated) {
	const found = impliedTimes(stated).find(({ wall, implied }) => {
		const [year, month] = [wall.slice(0, 4) !== implied.slice(0, 4), wall.slice(5, 7) !== implied.slice(5, 7)];
		return year !== month && wall.slice(7) === implied.slice(7);
	});
	return found === void 0 ? null : `right if ${found.name} is ${found.implied.slice(0, 10)}`;
}
/** A time of the context that would make the stated duration right. */
function contextEntry(stated) {
	const found = impliedTimes(stated).find(({ instant }) => stated.contextInstants.includes(instant));
	return found === void 0 ? null : `the context has an entry at ${found.implied}, where ${found.name} would be`;
}
/** The difference of the wall clocks, on a day on which the clocks changed. */
function plainDifference({ minutes, to, events, timezone }) {
	const [from, until] = [instantOf(events, "first-detected"), instantOf(events, to)];
	if (from === null || until === null) return null;
	const wall = (instant) => Date.parse(`${formatTime(instant, timezone).slice(0, 16).replace(" ", "T")}Z`);
	return wall(until) - wall(from) === minutes * 6e4 ? "this leaves out that the clocks changed in between" : null;
}
/** A time that differs from the one in the log in one digit of the day, the hour or the minute. */
function otherDigit(stated) {
	const found = impliedTimes(stated).find(({ wall, implied }) => {
		const differing = [...wall].flatMap((digit, index) => digit === implied[index] ? [] : [index]);
		return differing.length === 1 && (differing[0] ?? 0) > 7;
	});
	return found === void 0 ? null : `right if ${found.name} is ${found.implied}`;
}

// src/audit/evidence/figure.ts
/** The figures of an incident, in the order in which entries have them. */
const figures = {
	timeToRepair: {
		label: "Time to repair",
		to: "repaired"
	},
	timeToResolve: {
		label: "Time to resolve",
		to: "resolved"
	}
};
/**
* Compares a figure of an entry with what follows from its times.
*
* @param computed whole minutes
* @param exact seconds
*/
function auditFigure(name, computed, exact, surroundings) {
	const span = surroundings.entry[name];
	const figure = {
		...figures[name],
		span,
		stated: statedDuration(span),
		computed,
		exact
	};
	return {
		...figure,
		mismatch: mismatchOf$1(figure, surroundings)
	};
}
function mismatchOf$1({ to, stated, computed, exact }, { entry, events, context, source, timezone }) {
	if (stated === null || computed === null || agrees(stated, exact ?? computed * 60)) return null;
	const remark = remarkWith(stated, source);
	const explanation = explainDuration({
		minutes: stated.minutes,
		remark: remarkAround(stated, source),
		to,
		events,
		others: entry.events.flatMap((event) => {
			const time = timeOf(event, timezone);
			const isChosen = events.get(event.kind)?.event === event;
			return time.kind === "time" && !isChosen ? [{
				name: event.name,
				instant: time.instant
			}] : [];
		}),
		contextInstants: context.flatMap(({ instant }) => instant ?? []),
		timezone
	});
	const isCertain = explanation?.strength !== "strong" && remark === "";
	return {
		explanation: explanation?.text ?? null,
		remark,
		fix: isCertain ? formatDuration(computed) : null
	};
}

// src/audit/evidence/incident.ts
/** Reads what an entry says, and computes what follows from it. */
function auditIncident(entry, source, { timezone, now, repositoryUrl }) {
	const events = statedEvents(entry, timezone);
	const instant = placeInTime(entry, events, timezone);
	const computed = computedFigures(events, now);
	const exact = exactFigures(events, computed);
	const context = entry.context === null ? [] : contextEntries(entry.context, source, timezone);
	const figure = (name) => auditFigure(name, computed[name], exact[name], {
		entry,
		events,
		context,
		source,
		timezone
	});
	return {
		entry,
		heading: headingSpan(entry, source),
		events,
		figures: {
			timeToRepair: figure("timeToRepair"),
			timeToResolve: figure("timeToResolve")
		},
		instant,
		quarter: instant === null ? entry.quarter : quarterOf(instant, timezone),
		context,
		reviewActions: entry.reviewActions === null ? [] : readReviewList(entry.reviewActions, source, repositoryUrl && `${repositoryUrl}/issues/1`)
	};
}

// src/incident/statistics.ts
/** Minutes, unrounded; null when no incident has the figure. */
function exactMean({ total, measured }) {
	return measured === 0 ? null : total / measured;
}
/** Whole minutes, halves up; null when no incident has the figure. */
function roundedMean({ total, measured }) {
	if (measured === 0) return null;
	const [dividend, divisor] = [2 * total + measured, 2 * measured];
	return (dividend - dividend % divisor) / divisor;
}
/**
* The quarters that the log lists, newest first: every one that has incidents and, unless `emptyQuarters` is `omit`, every
* one without that is over by `now` and not before the oldest incident or `since`. An incident belongs to the quarter of its first
* detection on the calendar in `timezone`. The order of `measured` makes no difference.
*/
function groupByQuarter(measured, options) {
	const byQuarter = /* @__PURE__ */ new Map();
	for (const incident of measured) {
		const name = quarterName$1(quarterOf(incident.firstDetected, options.timezone));
		const others = byQuarter.get(name);
		if (others === void 0) byQuarter.set(name, [incident]);
		else others.push(incident);
	}
	const lastEnded = lastEndedQuarter(options.now, options.timezone);
	return span(measured, lastEnded, options).map((quarter) => ({
		quarter,
		incidents: byQuarter.get(quarterName$1(quarter)) ?? []
	})).filter(({ quarter, incidents }) => incidents.length > 0 || options.emptyQuarters !== "omit" && compareQuarters(quarter, lastEnded) <= 0);
}
/**
* The figures of a quarter with these incidents as the log words them. A count is a number. A duration is `34h 44m`, `34h 44m (from 2
* of 3 incidents)` when some of the incidents lack the figure, `not recorded` when all do; for a quarter without incidents what
* `emptyQuarters` asks for.
*/
function quarterFigureTexts(incidents, emptyQuarters) {
	return byFigure(quarterFigures, (figure) => figure.of === "incidents" ? `${incidents.length}` : summaryText(figure, incidents, emptyQuarters));
}
function summaryText({ of, by }, incidents, emptyQuarters) {
	if (incidents.length === 0) return emptyQuarters === "zero" ? formatDuration(0) : "No incidents";
	const recorded = incidents.flatMap(({ figures }) => figures[of] ?? []);
	const minutes = summaries[by](recorded);
	if (minutes === null) return "not recorded";
	const basis = recorded.length < incidents.length ? ` (from ${recorded.length} of ${incidents.length} incidents)` : "";
	return `${formatDuration(minutes)}${basis}`;
}
/** Each kind of summary of the minutes of the incidents that have a figure: whole minutes, halves up; null where there are none. */
const summaries = { mean: (minutes) => roundedMean({
	total: minutes.reduce((sum, each) => sum + each, 0),
	measured: minutes.length
}) };
/** From the oldest incident's quarter to the newest incident's or the last that has ended, whichever is later. */
function span(measured, lastEnded, { timezone, since = null }) {
	let [oldest, newest] = [Infinity, -Infinity];
	for (const { firstDetected } of measured) {
		oldest = Math.min(oldest, firstDetected);
		newest = Math.max(newest, firstDetected);
	}
	const isNone = measured.length === 0;
	const first = [...isNone ? [] : [quarterOf(oldest, timezone)], ...since === null ? [] : [since]].sort(compareQuarters)[0];
	if (first === void 0) return [];
	const newestQuarter = isNone ? first : quarterOf(newest, timezone);
	const end = compareQuarters(newestQuarter, lastEnded) > 0 ? newestQuarter : lastEnded;
	return quartersBetween(first, end);
}

// src/audit/evidence/mean.ts
/** The members of a quarter, with the means that follow from them. */
function membersOf(belonging, listed) {
	const mean = (figure) => computedMean(belonging, figure);
	return {
		belonging,
		listed,
		means: {
			timeToRepair: mean("timeToRepair"),
			timeToResolve: mean("timeToResolve")
		}
	};
}
/** The means of a quarter, and the figure that each is the mean of. */
const means = {
	meanTimeToRepair: {
		label: "Mean time to repair",
		figure: "timeToRepair"
	},
	meanTimeToResolve: {
		label: "Mean time to resolve",
		figure: "timeToResolve"
	}
};
/** Compares a mean of a quarter with what follows from the times of its incidents. */
function auditMean(name, quarter, members, source) {
	const { label, figure } = means[name];
	const span = quarter[name];
	const mean = members.means[figure];
	const stated = statedDuration(span);
	const mismatch = stated === null ? null : members.belonging.length === 0 ? mismatchOfNone(stated, figure, quarter, members) : mismatchOf(stated, figure, quarter, members, source);
	return {
		label,
		span,
		stated,
		mean,
		computed: roundedMean(mean),
		mismatch
	};
}
function mismatchOf(stated, figure, quarter, members, source) {
	const { belonging, listed, means } = members;
	const [computed, exact] = [roundedMean(means[figure]), exactMean(means[figure])];
	if (computed === null || exact === null || agrees(stated, exact * 60)) return null;
	const explanation = isMeanOf(stated.minutes, statedMean(belonging, figure)) ? "it is the mean of the durations that are stated" : isMeanOf(stated.minutes, computedMean(listed, figure)) ? "it is the mean of the incidents that stand under it, which do not all belong here" : null;
	const remark = remarkWith(stated, source) || remarkOn(belonging, figure, source);
	return {
		explanation,
		remark,
		fix: isSettled(figure, members) && quarter.unread === null && remark === "" && !leavesOutTime(remarkAround(stated, source)) ? formatDuration(computed) : null
	};
}
/** A quarter without incidents has no mean; people write zero there. Any other figure is wrong. */
function mismatchOfNone(stated, figure, quarter, { listed }) {
	if (stated.minutes === 0 || quarter.unread !== null) return null;
	return {
		explanation: isMeanOf(stated.minutes, computedMean(listed, figure)) ? "it is the mean of the incidents that stand under it, which do not belong here" : null,
		remark: "",
		fix: null
	};
}
/** The mean of a figure over the incidents that have it, as it follows from their times. Seconds count. */
function computedMean(incidents, figure) {
	const seconds = incidents.flatMap(({ figures }) => figures[figure].exact ?? []);
	return {
		total: seconds.reduce((sum, each) => sum + each, 0) / 60,
		measured: seconds.length
	};
}
/** The mean of a figure as the incidents state it. */
function statedMean(incidents, figure) {
	const minutes = incidents.flatMap(({ figures }) => figures[figure].stated?.minutes ?? []);
	return {
		total: minutes.reduce((sum, each) => sum + each, 0),
		measured: minutes.length
	};
}
function isMeanOf(minutes, mean) {
	const exact = exactMean(mean);
	return exact !== null && (minutes === roundedMean(mean) || minutes === Math.floor(exact));
}
/** The first remark behind a figure that the mean rests on: it may say that the mean leaves the figure out. */
function remarkOn(incidents, figure, source) {
	return incidents.map(({ figures }) => {
		const { stated } = figures[figure];
		return stated === null ? "" : remarkWith(stated, source);
	}).find((remark) => remark !== "") ?? "";
}
/** Whether nothing is left to decide about the incidents of a quarter, so that their mean is certain. */
function isSettled(figure, { belonging, listed }) {
	return [...belonging, ...listed].every(({ entry, quarter }) => isSame(entry.quarter, quarter)) && belonging.every((incident) => Object.values(incident.figures).every(({ mismatch }) => mismatch === null || mismatch.fix !== null) && (incident.figures[figure].stated === null || incident.figures[figure].computed !== null));
}
function isSame(one, other) {
	return one !== null && other !== null && compareQuarters(one, other) === 0;
}

// src/audit/evidence/log.ts
/** Computes what follows from the times in a log; never throws. Linear in the length. */
function readAuditedLog(log, settings) {
	const source = withoutZones(log.text);
	const incidents = log.entries.map((entry) => auditIncident(entry, source, settings));
	return {
		source: log.text,
		settings,
		log,
		incidents,
		quarters: auditQuarters(log, incidents, source),
		quarterOrder: prevailingOrder(differencesOf(log.quarters.map(({ quarter }) => quarterPeriod(quarter).first)))
	};
}
function auditQuarters(log, incidents, source) {
	const belonging = groupBy(incidents, ({ quarter }) => quarter && quarterName$1(quarter));
	const listed = groupBy(incidents, ({ entry }) => entry.quarter && quarterName$1(entry.quarter));
	const members = /* @__PURE__ */ new Map();
	return log.quarters.map((section) => {
		const name = quarterName$1(section.quarter);
		const own = members.get(name) ?? membersOf(belonging.get(name) ?? [], listed.get(name) ?? []);
		members.set(name, own);
		return {
			section,
			name,
			heading: headingSpan(section, source),
			incidents: own.belonging,
			means: {
				meanTimeToRepair: auditMean("meanTimeToRepair", section, own, source),
				meanTimeToResolve: auditMean("meanTimeToResolve", section, own, source)
			}
		};
	});
}

// src/audit/rules/entries/action-open.ts
const dayInMilliseconds = 864e5;
const mostDaysOpen = 90;
const actionOpen = {
	id: "action-open",
	severities: ["warning"],
	documentation: "A review action is still to be done 90 days after its incident.",
	check: ({ incidents, settings: { now } }) => incidents.flatMap(({ reviewActions, instant }) => reviewActions.flatMap(({ text, state, range }) => {
		if (state !== "TODO" || instant === null) return [];
		const days = (now - instant) / dayInMilliseconds;
		if (days <= mostDaysOpen) return [];
		return [{
			span: range,
			message: `The review action “${clip(text)}” is still to be done, ${Math.floor(days)} days after its incident.`
		}];
	}))
};

// src/audit/rules/entries/action-state.ts
const actionState = {
	id: "action-state",
	severities: ["notice"],
	documentation: "A review action does not say whether it is done.",
	check: ({ incidents }) => incidents.flatMap(({ reviewActions }) => reviewActions.flatMap(({ text, state, range }) => {
		if (state !== null) return [];
		return [{
			span: range,
			message: `The review action “${clip(text)}” does not say whether it is done: write “- DONE”, “- TODO” or “- WON'T DO” behind it.`
		}];
	}))
};

// src/audit/rules/entries/context-order.ts
const contextOrder = {
	id: "context-order",
	severities: ["warning"],
	documentation: "An entry of the context is earlier than the one above it.",
	check: ({ incidents }) => incidents.flatMap(({ context }) => {
		const timed = context.filter((each) => each.instant !== null);
		const [first, ...others] = timed.filter(({ instant }, index) => instant < (timed[index - 1]?.instant ?? instant));
		if (first === void 0) return [];
		return [{
			span: first,
			message: `An entry of the context is earlier than the one above it${others.length === 0 ? "" : ` (and ${others.length} more like it)`}: put them in the order of their times, or correct the time.`
		}];
	})
};

// src/audit/rules/entries/heading-date.ts
const headingDate = {
	id: "heading-date",
	severities: ["warning"],
	documentation: "The heading of an entry names another day than that of first detection.",
	check: ({ incidents, settings: { timezone } }) => incidents.flatMap(({ entry, events, heading }) => {
		const firstDetected = instantOf(events, "first-detected");
		if (firstDetected === null || entry.date === "") return [];
		const day = formatDate(firstDetected, timezone);
		if (day === entry.date) return [];
		return [{
			span: heading,
			message: `The heading says ${entry.date}, but the incident was first detected on ${day}: correct the one that is wrong.`
		}];
	})
};

// src/audit/evidence/order.ts
/**
* Whether the difference between a section and the one above it goes against the order of the log.
*
* @param difference positive where the lower section is newer
*/
function isAgainst(order, difference) {
	return order === "newest-first" ? difference > 0 : difference < 0;
}
/** What stands first in an order, as messages name it. */
function firstIn(order) {
	return order === "newest-first" ? "newest" : "oldest";
}

// src/audit/rules/entries/incident-order.ts
const incidentOrder = {
	id: "incident-order",
	severities: ["warning"],
	documentation: "An entry stands out of the order in which its quarter has them.",
	check({ incidents, quarterOrder }) {
		const pairs = incidents.slice(1).flatMap((lower, index) => {
			const upper = incidents[index];
			return upper !== void 0 && upper.entry.quarter === lower.entry.quarter ? [{
				lower,
				difference: differenceBetween(upper, lower)
			}] : [];
		});
		const order = orderOf(pairs.map(({ difference }) => difference), quarterOrder);
		if (order === null) return [];
		return pairs.filter(({ difference }) => isAgainst(order, difference)).map(({ lower: { heading } }) => ({
			span: heading,
			message: `The entry stands below one that is ${order === "newest-first" ? "older" : "newer"}, but the log has the ${firstIn(order)} first.`
		}));
	}
};
/** The order of the entries within quarters, which may be the other way round than that of the quarters. */
function orderOf(differences, inQuarters) {
	const shown = prevailingOrder(differences);
	const isOther = shown === "oldest-first" && differences.filter((difference) => difference > 0).length > 1;
	return inQuarters === null || inQuarters === "newest-first" && isOther ? shown : inQuarters;
}
/** Positive where the lower one is newer. By their days alone where one of them has no time. */
function differenceBetween(upper, lower) {
	const [one, other] = [upper, lower].map(({ events }) => instantOf(events, "first-detected"));
	if (one != null && other != null) return other - one;
	const days = [upper, lower].map(({ instant }) => instant === null ? null : Math.floor(instant / 864e5));
	return days[0] == null || days[1] == null ? 0 : days[1] - days[0];
}

// src/audit/rules/entries/wrong-quarter.ts
const wrongQuarter = {
	id: "wrong-quarter",
	severities: ["error"],
	documentation: "An entry stands under another quarter than that of its first detection, to which it belongs.",
	check: ({ incidents, settings: { timezone } }) => incidents.flatMap(({ entry, events, instant, heading }) => {
		if (instant === null || entry.quarter === null) return [];
		const [own, above] = [quarterName$1(quarterOf(instant, timezone)), quarterName$1(entry.quarter)];
		if (own === above) return [];
		return [{
			span: heading,
			message: `The entry stands under ${above}, but belongs to ${own}, ${instantOf(events, "first-detected") === null ? "to which its day belongs" : "in which it was first detected"}: move it there.`
		}];
	})
};

// src/audit/rules/events/event-missing.ts
const eventMissing = {
	id: "event-missing",
	severities: ["error", "warning"],
	documentation: "Without a first detection nothing is computed. A missing repair or resolution is a warning, and leaves out one figure.",
	check: ({ incidents, quarters, source }) => [...incidents.flatMap((incident) => [...missingDetection(incident), ...Object.values(incident.figures).flatMap((figure) => missingEnd(incident, figure))]), ...quarters.flatMap(({ name, section: { unread } }) => {
		if (unread === null) return [];
		const message = `What looks like an incident of ${name} is not read here: give it a heading with its day, and list its key events as items.`;
		return [{
			span: lineSpan(unread, source),
			message,
			severity: "warning"
		}];
	})]
};
function missingDetection(incident) {
	if (isStated(incident, "first-detected")) return [];
	const message = `The entry has no time of first detection, so nothing can be computed: add “First detected: YYYY-MM-DD HH:MM” to its key events.${tableHint(incident)}`;
	return [{
		span: spanOf(incident, "first-detected"),
		message,
		severity: "error"
	}];
}
/** The event at which a figure ends is missing. */
function missingEnd(incident, { label, to, span }) {
	if (/^(?:ongoing|not recorded)\b/i.test(span?.text ?? "") || isStated(incident, to)) return [];
	const message = `The entry has no time for ${eventNames[to]}, so there is no ${label.toLowerCase()}: add “${eventNames[to]}: YYYY-MM-DD HH:MM” to its key events.${tableHint(incident)}`;
	return [{
		span: spanOf(incident, to),
		message,
		severity: "warning"
	}];
}
/** Whether an entry has something for the time of an event, be it readable or not. */
function isStated({ events }, kind) {
	const found = events.get(kind);
	return found !== void 0 && found.time.kind !== "unknown";
}
function spanOf({ events, heading }, kind) {
	const span = events.get(kind)?.event.value;
	return span === void 0 || span.text === "" ? heading : span;
}
function tableHint({ entry: { table } }) {
	return table === null ? "" : ` The table in line ${table} is not read: list the events as items.`;
}

// src/audit/rules/events/event-order.ts
const eventOrder = {
	id: "event-order",
	severities: ["error", "warning"],
	documentation: "An event stands before one that it must follow. Before first detection it leaves a figure untold; any other order is a warning.",
	check: ({ incidents, settings: { now } }) => incidents.flatMap((incident) => misplacedEvents(incident, now))
};
/**
* One finding for each time that must be wrong: the event that is out of order with most others, and so on with the pairs that
* are left. A time in the future has a rule of its own.
*/
function misplacedEvents({ events }, now) {
	let left = eventPairs.filter(([earlier, later]) => {
		const [one, other] = [instantOf(events, earlier), instantOf(events, later)];
		return one !== null && other !== null && one <= now && other < one;
	});
	const drafts = [];
	while (left.length > 0) {
		const count = (kind) => left.filter((pair) => pair.includes(kind)).length;
		const [wrong] = left.flatMap(([earlier, later]) => [later, earlier]).toSorted((one, other) => count(other) - count(one));
		const found = wrong && events.get(wrong);
		if (wrong === void 0 || found === void 0) break;
		const concerned = left.filter((pair) => pair.includes(wrong));
		left = left.filter((pair) => !pair.includes(wrong));
		drafts.push({
			span: found.event.value,
			...describe(wrong, concerned)
		});
	}
	return drafts;
}
function describe(wrong, concerned) {
	const isFigure = concerned.some(([earlier, later]) => earlier === "first-detected" && isMeasured(later));
	const above = concerned.filter(([, later]) => later === wrong).map(([earlier]) => eventNames[earlier]);
	const below = concerned.filter(([earlier]) => earlier === wrong).map(([, later]) => eventNames[later]);
	const places = [above.length === 0 ? "" : `before ${above.join(" and ")}`, below.length === 0 ? "" : `after ${below.join(" and ")}`].filter((place) => place !== "");
	const remedy = concerned.length > 1 ? `correct ${eventNames[wrong]}, or the others` : isFigure ? "correct the one that is wrong" : "check both times, and correct the one that is wrong";
	const effect = isFigure ? `, so nothing can be computed from ${concerned.length > 1 ? "them" : "the two"}` : "";
	return {
		message: `${eventNames[wrong]} is ${places.join(" and ")}${effect}: ${remedy}.`,
		severity: isFigure ? "error" : "warning"
	};
}

// src/audit/rules/events/timestamps.ts
/** A wrong time is an error where figures are computed from its event. */
function severityOf(kind) {
	return isMeasured(kind) ? "error" : "warning";
}
/** The times of incidents that can't be read, for the reason that a rule is about. */
function unreadableTimes(incidents, rule) {
	return incidents.flatMap(({ events }) => [...events].flatMap(([kind, { event, time }]) => time.kind === "problem" && time.rule === rule ? [{
		span: event.value,
		message: time.message,
		severity: severityOf(kind)
	}] : []));
}

// src/audit/rules/events/timestamp-ambiguous.ts
const timestampAmbiguous = {
	id: "timestamp-ambiguous",
	severities: ["error", "warning"],
	documentation: "The clock showed that time twice, or the entry states two times for one event.",
	check: ({ incidents }) => unreadableTimes(incidents, "timestamp-ambiguous")
};

// src/audit/rules/events/timestamp-form.ts
const timestampForm = {
	id: "timestamp-form",
	severities: ["error", "warning"],
	documentation: "A time is not of the form `YYYY-MM-DD HH:MM`, or does not exist. It is used in nothing until it is mended; a warning where no figure rests on it.",
	check: ({ incidents }) => unreadableTimes(incidents, "timestamp-form")
};

// src/audit/rules/events/timestamp-future.ts
const timestampFuture = {
	id: "timestamp-future",
	severities: ["error", "warning"],
	documentation: "An event is still to come.",
	check: ({ incidents, settings: { now } }) => incidents.flatMap(({ events }) => [...events].flatMap(([kind, { event, time }]) => {
		if (time.kind !== "time" || time.instant <= now) return [];
		const message = `${eventNames[kind]} is in the future: correct the time.`;
		return [{
			span: event.value,
			message,
			severity: severityOf(kind)
		}];
	}))
};

// src/audit/rules/figures/duration-mismatch.ts
const durationMismatch = {
	id: "duration-mismatch",
	severities: ["error"],
	documentation: "A stated time to repair or to resolve is not what passes from first detection to that event. `--fix` corrects it, unless something explains what was stated; then the time or the figure is wrong, and a person must decide which.",
	check: ({ incidents }) => incidents.flatMap(({ figures }) => Object.values(figures).flatMap(mismatch))
};
function mismatch({ label, to, stated, computed, mismatch }) {
	if (stated === null || computed === null || mismatch === null) return [];
	const { explanation, remark, fix } = mismatch;
	const reasons = [explanation, remark && `the remark with it is “${clip(remark)}”`].filter(Boolean);
	const why = reasons.length === 0 ? "" : `; ${reasons.join(", and ")}`;
	const remedy = fix === null ? ": check which one is wrong" : "";
	return [{
		span: stated,
		message: `${label} is stated as ${stated.text}, but ${formatDuration(computed)} passed from first detected to ${to}${why}${remedy}.`,
		stated: stated.minutes,
		computed,
		explanation,
		fix
	}];
}

// src/audit/rules/figures/duration-missing.ts
const durationMissing = {
	id: "duration-missing",
	severities: ["warning"],
	documentation: "The times are there, and the duration between them is not stated, or not so that it can be read.",
	check: ({ incidents }) => incidents.flatMap(({ figures, heading }) => Object.values(figures).flatMap((figure) => missing(figure, heading)))
};
function missing({ label, to, span, stated, computed }, heading) {
	if (stated !== null || computed === null) return [];
	const right = `${formatDuration(computed)} passed from first detected to ${to}`;
	if (span === null || span.text === "") return [{
		span: heading,
		message: `${label} is not stated: ${right}.`,
		computed
	}];
	return [{
		span,
		message: `${label} is stated as “${clip(span.text)}”, which is no duration that can be compared: ${right}.`,
		computed
	}];
}

// src/audit/rules/figures/mean-mismatch.ts
const meanMismatch = {
	id: "mean-mismatch",
	severities: ["error", "warning"],
	documentation: "A stated mean is not the mean of the durations that follow from the times of the quarter’s incidents, rounded or cut down to minutes. `--fix` corrects it once nothing about those incidents is left to decide.",
	check: ({ quarters }) => quarters.flatMap((quarter) => Object.values(quarter.means).flatMap((mean) => [...unreadableMean(mean, quarter), ...wrongMean(mean, quarter)]))
};
function wrongMean({ label, stated, computed, mean, mismatch }, { name, incidents }) {
	if (stated === null || mismatch === null) return [];
	const { explanation, remark, fix } = mismatch;
	const right = computed === null ? "no incident belongs to that quarter" : `${meanOf(mean, incidents.length)} is ${formatDuration(computed)}`;
	const reasons = [explanation, remark && `a remark says “${clip(remark)}”`].filter(Boolean);
	const why = reasons.length === 0 ? "" : `; ${reasons.join(", and ")}`;
	const remedy = remark === "" ? "" : ": check which one is wrong";
	return [{
		span: stated,
		message: `${label} of ${name} is stated as ${stated.text}, but ${right}${why}${remedy}.`,
		stated: stated.minutes,
		...computed === null ? {} : { computed },
		explanation,
		fix
	}];
}
/** Text that is no duration claims no figure, so that it is no error: somebody may have left the mean out on purpose. */
function unreadableMean({ label, span, stated, computed, mean }, { name, heading, incidents }) {
	if (span === null || stated !== null || computed === null) return [];
	const message = `${label} of ${name} is stated as “${span.text.slice(0, 60)}”, but ${meanOf(mean, incidents.length)} is ${formatDuration(computed)}.`;
	return [{
		span: span.text === "" ? heading : span,
		message,
		severity: "warning",
		computed
	}];
}
function meanOf({ measured }, incidents) {
	const of = measured < incidents ? `${measured} of its ${incidents}` : `its ${incidents}`;
	return incidents === 1 ? "that of its one incident" : `the mean of ${of} incidents`;
}

// src/audit/rules/file/broken-zone.ts
const brokenZone = {
	id: "broken-zone",
	severities: ["warning"],
	documentation: "The comments around a part of the file that the action writes, such as the overview, are not one pair, or hold headings or lists that are not its own, so that part is left as it is.",
	check({ source }) {
		const problem = zoneProblem(source);
		if (problem === null) return [];
		const { start, end, message } = problem;
		return [{
			span: {
				start,
				end
			},
			message
		}];
	}
};

// src/audit/evidence/labelled-values.ts
/** A name and what stands behind it, in a line or in a row of a table, whatever the name is. */
const labelledLine = /^[ \t>|]*(?:[-*+•·–—][ \t]+|\d{1,3}[.)][ \t]+)?([^\d:|\n][^:|\n]{0,60})[:|]([^\n]*)/;
const figure = /^[~≈<>]?\s*(?:(?:about|around|approx\.?|approximately|less than|more than|over|under)\s+)?\d[\d.,:]*\s*\+?\s*(?:weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|[dhms])(?![\p{L}])/iu;
/** Times and figures under labels of any name, in hand-written entries and in quarters. */
function labelledValues({ sections }, source) {
	return sections.filter((section) => section.kind === "quarter" || section.kind === "entry" && !isGeneratedEntry(section)).flatMap((section) => [...readableLines(blockLines(source, section))].flatMap(({ text, start }) => {
		const [, name = "", behind = ""] = labelledLine.exec(text) ?? [];
		if (!/\p{L}/u.test(name)) return [];
		const value = behind.replace(/^[\s*_`|:]+/, "");
		const span = {
			start,
			end: start + text.trimEnd().length
		};
		if (figure.test(value)) return [{
			kind: "figure",
			...span
		}];
		return isTimelike(value) && /\d[:.]\d{2}/.test(value) ? [{
			kind: "time",
			...span
		}] : [];
	}));
}

// src/audit/rules/file/allow-empty.ts
/** What to do about a log in which there is rightly nothing to check. */
const allowEmptyHint = "If that is right, `--allow-empty` (input `allow-empty`) makes a notice of this.";

// src/audit/rules/file/nothing-compared.ts
const nothingCompared = {
	id: "nothing-compared",
	severities: ["error", "notice"],
	documentation: "Times or figures stand under labels, and none of them could be used. A notice where a log states no figure, and with `--allow-empty`.",
	headline: "No figure was compared",
	check(audited) {
		const { whenNothingChecked: severity } = audited.settings;
		const [entry] = audited.log.entries;
		if (severity === void 0 || entry === void 0 || isAnyCompared(audited)) return [];
		const unused = firstUnused(audited);
		if (unused === null) return [{
			span: headingSpan(entry, audited.source),
			message: "This log states no figure, so nothing was compared: a figure such as “Time to repair: 1h 30m” is checked.",
			severity: "notice"
		}];
		return [{
			span: unused,
			message: `No figure in this log could be compared with its times; the first value that was not used is here. Write times as “First detected: 2024-10-14 10:30” and “Repaired: …”, and figures as “Time to repair: 1h 30m”. ${allowEmptyHint}`,
			severity
		}];
	}
};
function isAnyCompared({ incidents, quarters }) {
	return [...incidents.flatMap(({ figures }) => Object.values(figures)), ...quarters.flatMap(({ means }) => Object.values(means))].some(({ stated, computed }) => stated !== null && computed !== null);
}
/** The first figure or time under a label; null without any. A time counts only where no time at all could be read. */
function firstUnused({ log, incidents, source }) {
	const labelled = labelledValues(log, source);
	const stated = incidents.flatMap(({ figures }) => Object.values(figures).flatMap((figure) => figure.stated ?? []));
	const times = incidents.flatMap(({ events }) => [...events.values()]);
	const unusedTimes = times.some(({ time }) => time.kind === "time") ? [] : [...times.flatMap(({ event, time }) => time.kind === "problem" ? event.value : []), ...labelled.filter(({ kind }) => kind === "time")];
	return [
		...stated,
		...labelled.filter(({ kind }) => kind === "figure"),
		...unusedTimes
	].toSorted((one, other) => one.start - other.start)[0] ?? null;
}

// src/log/write/quarter.ts
/** A quarter's heading and figures, without a line ending behind the last line. */
function writeQuarter(quarter, texts, { heading, level, figures }) {
	return [`${"#".repeat(level)} ${heading(quarter)}`, figures(texts)].filter((part) => part !== "").join("\n\n");
}
/** How a quarter of a new log looks. */
const usualLayout = {
	heading: quarterHeading,
	level: 2,
	figures: (texts) => quarterFigures.map(({ key, label }) => `- **${label}**: ${texts[key]}`).join("\n")
};
/** The layout of a hand-written quarter; null for a generated one, and where there is none. */
function quarterLayout(model, source) {
	if (model === null || model.generated !== null) return null;
	const found = statedFigures(model).filter(({ value }) => isFigureLine(source, value));
	const [first, second] = found;
	const leads = found.map(({ value }) => source.slice(lineStart(source, value.start), value.start));
	const isLoose = first && second && /\n\s*\n/.test(source.slice(first.value.end, second.value.start));
	return {
		heading: (quarter) => quarterHeadingLike(model.heading, quarter),
		level: model.level,
		figures: (texts) => found.map(({ key }, index) => `${leads[index]}${texts[key]}`).join(isLoose ? "\n\n" : "\n")
	};
}
/** Whether a quarter's heading and figures are nothing but what would be written in this layout, for whatever figures. */
function hasLayout(quarter, layout, source) {
	if (statedFigures(quarter).some(({ value }) => !writtenFigure.test(value.text))) return false;
	const texts = byFigure(quarterFigures, ({ key }) => quarter[key]?.text ?? "0");
	const written = writeQuarter(quarter.quarter, texts, {
		...layout,
		level: quarter.level
	});
	return source.slice(quarter.start, quarter.contentEnd).replaceAll("\r\n", "\n") === written;
}
/** A figure as `quarterFigureTexts` words it. */
const writtenFigure = /^(?:0|[1-9]\d*|\d+h \d+m(?: \(from \d+ of \d+ incidents\))?|not recorded|no incidents)$/i;
/**
* The edits that make a quarter state these figures. A generated block that lacks a figure, because an older version wrote it, is
* written again. In every other quarter a figure is set where one stands, or a word that says that there is none; figures that say
* the same already stay, and so do remarks and other words.
*/
function figureEdits(quarter, texts) {
	const { generated } = quarter;
	if (generated !== null && generated.figures.length < quarterFigures.length) return [{
		start: generated.start,
		end: quarter.contentEnd,
		text: usualLayout.figures(texts)
	}];
	return statedFigures(quarter).flatMap(({ key, value }) => {
		const text = texts[key];
		const stated = statedDuration(value);
		if (stated === null) return (isCount(key) || isReplaceableDuration(value)) && value.text !== text ? [{
			start: value.start,
			end: value.end,
			text
		}] : [];
		const basis = basisPattern.exec(stated.remark)?.[0] ?? "";
		const wanted = readDuration(text);
		return wanted?.minutes === stated.minutes && text.slice(wanted.length) === basis ? [] : [{
			start: stated.start,
			end: stated.end + basis.length,
			text
		}];
	});
}
/** How many incidents a figure rests on, as it is written behind it. */
const basisPattern = /^ \(from \d+ of \d+ incidents\)/;
function isCount(key) {
	return quarterFigures.some((figure) => figure.key === key && figure.of === "incidents");
}
/** The figures that a quarter states, from top to bottom. */
function statedFigures(quarter) {
	return quarterFigures.flatMap(({ key }) => {
		const value = quarter[key];
		return value === null ? [] : [{
			key,
			value
		}];
	}).sort((one, other) => one.value.start - other.value.start);
}
/** Whether a figure's line can serve as a pattern: it begins with the one label and a space, and no heading. */
function isFigureLine(source, value) {
	const lead = source.slice(lineStart(source, value.start), value.start);
	return /^[^#\d]*\s$/.test(lead) && /[a-z]/i.test(lead) && !/^[^,;|/]*[,;|/][^a-z]*[a-z]/i.test(value.text);
}
function lineStart(source, offset) {
	return source.lastIndexOf("\n", offset - 1) + 1;
}

// src/log/merge/chapters.ts
/** The chapters of a file as a tree: the root, which is the first of them, and the others in it. */
function chaptersOf(inFile) {
	const chapters = [];
	const open = [];
	for (const existing of inFile) {
		while (open.length > 1 && (open.at(-1)?.existing?.level ?? 0) >= existing.level) open.pop();
		const parent = open.at(-1) ?? null;
		const chapter = {
			existing,
			period: parent && existing.period,
			parent,
			children: []
		};
		parent?.children.push(chapter);
		chapters.push(chapter);
		open.push(chapter);
	}
	return chapters;
}
function periodChildren({ children }) {
	return children.filter((each) => each.period !== null);
}
/** The order in which chapters that lie in time stand inside others; null where none shows any. */
function chapterOrder(chapters) {
	return prevailingOrder(chapters.flatMap((chapter) => differencesOf(periodChildren(chapter).map(({ period }) => period.first))));
}
/**
* The chapter for what happened in a month, or for a quarter: the one that is for it, made where those beside it are for other
* times. Nothing goes into a chapter that is for no time, unless it holds all that there is.
*
* @param without what a log consists of that has no chapter for any time: quarters, or entries alone
*/
function chapterFor(root, period, without) {
	let chapter = root;
	for (;;) {
		if (chapter.period !== null && holds(period, chapter.period)) return chapter;
		const next = childFor(chapter, period, without);
		if (next === null) return chapter;
		chapter = next;
	}
}
function childFor(chapter, period, without) {
	const beside = periodChildren(chapter);
	if (beside.length > 0) {
		const [own] = beside.filter((each) => holds(each.period, period)).sort((one, other) => monthsOf(one.period) - monthsOf(other.period));
		const quarter = beside.find((each) => period.kind === "quarter" && each.period.kind === "quarter");
		const longEnough = beside.filter((each) => monthsOf(each.period) >= monthsOf(period));
		const model = quarter ?? nearest(longEnough, period);
		return own ?? added(chapter, period, model?.period.kind);
	}
	if (hasHandWrittenEntries(chapter)) return null;
	const inner = onlyInner(chapter);
	if (inner !== null) return inner;
	if (chapter.parent === null) return without === "quarters" ? added(chapter, period, "quarter") : null;
	if (chapter.period === null) return null;
	const model = nearest(periodChildren(chapter.parent).filter((each) => each.existing !== null && periodChildren(each).length > 0), chapter.period);
	return added(chapter, period, model === null ? void 0 : periodChildren(model)[0]?.period.kind);
}
/** The only chapter inside another that entries stand in, unless its heading names a number, and so may be for some time. */
function onlyInner({ children }) {
	const holding = children.filter(holdsEntries$1);
	const divided = holding.filter((each) => periodChildren(each).length > 0);
	const [only, ...others] = divided.length > 0 ? divided : holding;
	const head = only?.existing?.sections[0];
	const heading = head?.kind === "text" ? head.heading : null;
	return only === void 0 || others.length > 0 || heading === null || /\d/.test(heading) ? null : only;
}
function holdsEntries$1({ existing, children }) {
	return (existing?.sections.some(({ kind }) => kind === "entry") ?? false) || children.some(holdsEntries$1);
}
/** Whether hand-written entries stand right in a chapter. */
function hasHandWrittenEntries({ existing }) {
	return existing?.sections.some((section) => section.kind === "entry" && !isGeneratedEntry(section)) ?? false;
}
function nearest(chapters, { first }) {
	const distance = ({ period }) => Math.abs(period.first - first);
	return chapters.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
/** A new chapter of a kind, around a period; null for no kind, and for one too short to hold it. */
function added(parent, inner, kind) {
	if (kind === void 0) return null;
	const period = periodAround(inner, kind);
	if (!holds(period, inner)) return null;
	const chapter = {
		existing: null,
		period,
		parent,
		children: []
	};
	parent.children.push(chapter);
	return chapter;
}

// src/log/merge/chapter-layouts.ts
function layoutsOf(chapters, source) {
	const quarters = chapters.filter(({ existing }) => existing?.quarter).toSorted((one, other) => (other.period?.first ?? 0) - (one.period?.first ?? 0));
	const model = quarters.find(isHandWritten) ?? quarters[0] ?? null;
	const quarter = quarterLayout(model?.existing?.quarter ?? null, source);
	const heading = (period, parent, others) => {
		const head = nearest(others.filter((each) => each.period?.kind === period.kind), period)?.existing?.sections[0];
		if (head?.kind !== "text" || head.heading === null) return null;
		const name = periodHeadingLike(head.heading, period);
		return {
			text: `${name}${/\d{4}/.test(name) || parent.period?.kind === "year" ? "" : ` ${yearOf(period)}`}`,
			level: head.level
		};
	};
	const handWritten = chapters.filter(isHandWritten);
	return {
		quarter,
		heading: (period, parent) => heading(period, parent, handWritten) ?? heading(period, parent, chapters) ?? {
			text: String(yearOf(period)),
			level: 2
		},
		isLikeOthers: (chapter) => {
			const { existing, period, parent } = chapter;
			if (existing === null || period === null || parent === null) return false;
			if (existing.quarter) return chapter !== model && quarter !== null && hasLayout(existing.quarter, quarter, source);
			const [head] = existing.sections;
			const like = heading(period, parent, handWritten.filter((each) => each !== chapter));
			const written = `${"#".repeat(existing.level)} ${like?.text}`;
			return head !== void 0 && source.slice(head.start, head.contentEnd) === written;
		}
	};
}
/** Whether hand-written entries stand in a chapter, or in one inside it. */
function isHandWritten(chapter) {
	return hasHandWrittenEntries(chapter) || chapter.children.some(isHandWritten);
}

// src/log/merge/file-chapters.ts
/** The chapters of a file, from top to bottom; the first is what stands before the others, which may be nothing. */
function fileChapters({ sections }) {
	const chapters = [];
	let level = 0;
	for (const [index, section] of sections.entries()) {
		const isChapter = section.kind === "quarter" || holdsEntries(section, sections[index + 1]);
		if (index === 0 && (isChapter || section.kind === "entry")) chapters.push([nothing]);
		const isInside = chapters.length > 0 && (section.kind === "entry" || !isChapter && level > 0 && section.level > level);
		if (isInside) chapters.at(-1)?.push(section);
		else chapters.push([section]);
		if (isChapter) level = section.level;
		else if (!isInside) level = 0;
	}
	if (chapters.length === 0) chapters.push([nothing]);
	return chapters.map((members) => {
		const [head = nothing] = members;
		return {
			quarter: head.kind === "quarter" ? head : null,
			period: head.kind === "quarter" ? quarterPeriod(head.quarter) : head.kind === "text" ? head.period : null,
			level: head.level,
			sections: members,
			start: head.start,
			contentEnd: members.at(-1)?.contentEnd ?? 0
		};
	});
}
/** Whether a chapter is for a year or a month, or has entries right under its heading. */
function holdsEntries(section, next) {
	if (section.kind !== "text" || section.heading === null) return false;
	return section.period !== null || next?.kind === "entry" && next.level > section.level;
}
/** What stands before a file that begins with a chapter or an entry. */
const nothing = {
	kind: "text",
	line: 1,
	start: 0,
	end: 0,
	contentEnd: 0,
	level: 0,
	heading: null,
	isUnreadableQuarter: false,
	period: null
};
/** Whether nothing stands under a chapter's heading but generated entries. */
function isNothingButGenerated({ sections, quarter }, source) {
	const [head, ...others] = sections;
	if (head === void 0) return false;
	const isAlone = (section, end) => source.slice(end, section === sections.at(-1) ? section.contentEnd : section.end).trim() === "";
	const last = sections.at(-1) ?? head;
	if (!(source.slice(last.end).trim() === "") && source.slice(last.contentEnd, last.end).includes("[")) return false;
	const lines = source.slice(head.start, head.contentEnd).split("\n").length;
	return (quarter !== null || lines === 1) && isAlone(head, head.contentEnd) && others.every((section) => section.kind === "entry" && isGeneratedEntry(section) && section.notes === "" && isAlone(section, section.generatedEnd));
}
/** The generated entries of a chapter. */
function generatedIn({ sections }) {
	return sections.filter((section) => section.kind === "entry").filter(isGeneratedEntry);
}

// src/log/merge/listed-quarters.ts
/** The quarters that are to stand in the file, newest first, with what counts in them. */
function listedQuarters(written, handWritten, { staying, isGenerated }, settings) {
	const counted = [...written.map((entry) => ({
		...entry,
		written: entry
	})), ...handWritten.flatMap(({ entry, instant, figures }) => {
		const firstDetected = instant ?? (entry.quarter && middleOf(entry.quarter));
		return firstDetected === null ? [] : [{
			firstDetected,
			figures,
			written: null
		}];
	})];
	const sorted = staying.toSorted(compareQuarters);
	const listed = groupByQuarter(counted, {
		...settings,
		since: sorted[0] ?? null
	});
	if (isGenerated) return listed;
	const newest = sorted.at(-1);
	const filed = written.map(({ firstDetected }) => quarterOf(firstDetected, settings.timezone));
	const gaps = settings.gaps === "fill" ? gapsBetween([...staying, ...filed]) : [];
	const named = new Set([
		...staying,
		...filed,
		...gaps
	].map(quarterName$1));
	const ended = lastEndedQuarter(settings.now, settings.timezone);
	return listed.filter(({ quarter }) => named.has(quarterName$1(quarter)) || newest !== void 0 && compareQuarters(quarter, newest) > 0 && compareQuarters(quarter, ended) <= 0);
}
/** Quarters that are missing between others; not so many in a row that a year must be mistyped. */
function gapsBetween(quarters) {
	const sorted = quarters.toSorted(compareQuarters);
	return sorted.slice(1).flatMap((newer, index) => {
		const gap = quartersBetween(sorted[index] ?? newer, newer).slice(1, -1);
		return gap.length > 12 ? [] : gap;
	});
}
function middleOf({ year, number }) {
	return Date.UTC(year, number * 3 - 2, 15);
}

// src/log/merge/chapter-plan.ts
/** Finds the chapter of every entry, the quarters to list, and the chapters that go. */
function planChapters(log, written, handWritten, settings) {
	const chapters = chaptersOf(fileChapters(log));
	const layouts = layoutsOf(chapters, log.text);
	const isGenerated = isAllGenerated(log);
	const dated = written.toSorted(newestFirst).map((entry) => ({
		entry,
		month: monthPeriod(formatDate(entry.firstDetected, settings.timezone))
	}));
	const going = goingChapters(chapters, layouts, dated.map(({ month }) => month), {
		isGenerated,
		source: log.text
	});
	const staying = chapters.flatMap((chapter) => chapter.existing?.quarter && !going.has(chapter) ? [chapter.existing.quarter.quarter] : []);
	const isDivided = chapters.some(({ period }) => period !== null && period.kind !== "quarter");
	const consistsOf = staying.length === 0 && (handWritten.length > 0 || isDivided) ? "entries" : "quarters";
	const listed = consistsOf === "entries" ? [] : listedQuarters(written, handWritten, {
		staying,
		isGenerated
	}, settings);
	const quarters = new Map(listed.map((each) => [quarterName$1(each.quarter), each]));
	const chapterByKey = new Map([...chapters.filter((chapter) => going.has(chapter)).toReversed(), ...chapters.filter((chapter) => !going.has(chapter))].map((chapter) => [keyOf(chapter), chapter]));
	const leaving = new Set([...going].filter((chapter) => {
		const quarter = chapter.existing?.quarter;
		return !(quarter && quarters.has(quarterName$1(quarter.quarter))) || chapterByKey.get(keyOf(chapter)) !== chapter;
	}));
	for (const { children } of chapters) children.splice(0, children.length, ...children.filter((each) => !leaving.has(each)));
	const order = chapterOrder(chapters) ?? prevailingOrder(differencesOf(handWritten.flatMap(({ instant }) => instant ?? []))) ?? "newest-first";
	const [root] = chapters;
	if (root === void 0) throw new Error("A log without a beginning");
	const entries = /* @__PURE__ */ new Map();
	for (const { entry, month } of order === "newest-first" ? dated : dated.toReversed()) {
		const chapter = chapterFor(root, month, consistsOf);
		const others = entries.get(chapter);
		if (others === void 0) entries.set(chapter, [entry]);
		else others.push(entry);
	}
	const stands = new Set(chapters.filter((chapter) => !leaving.has(chapter)).map(keyOf));
	for (const { quarter, incidents } of listed) {
		const period = quarterPeriod(quarter);
		if (!stands.has(keyOf({ period })) && incidents.every(({ written }) => written === null)) chapterFor(root, period, consistsOf);
	}
	return {
		order,
		quarters,
		chapters,
		leaving,
		entries,
		layouts,
		isGenerated
	};
}
/** Generated chapters that no incident is to stand in, and those that consist of such chapters. */
function goingChapters(chapters, layouts, months, { isGenerated, source }) {
	const going = /* @__PURE__ */ new Set();
	const needed = /* @__PURE__ */ new Set();
	for (const chapter of chapters) {
		const { period } = chapter;
		if (period !== null && months.some((month) => holds(period, month))) needed.add(keyOf(chapter));
	}
	const seen = /* @__PURE__ */ new Set();
	const seconds = chapters.filter((chapter) => seen.size === seen.add(keyOf(chapter)).size);
	for (const chapter of chapters.toReversed()) {
		const { existing, period, children } = chapter;
		if (existing === null || period === null || !isNothingButGenerated(existing, source)) continue;
		if (needed.has(keyOf(chapter)) && !seconds.includes(chapter)) continue;
		const isMade = (existing.quarter?.generated ?? null) !== null || layouts.isLikeOthers(chapter);
		const isLeft = existing.quarter === null && generatedIn(existing).length === 0 ? children.length > 0 && children.every((each) => going.has(each)) : generatedIn(existing).length > 0;
		if (isMade && isLeft || isGenerated && existing.quarter !== null) going.add(chapter);
	}
	return going;
}
function keyOf({ period }) {
	return period === null ? "" : `${period.kind} ${period.first}`;
}

// src/log/merge/chapter-replacements.ts
/** Chapters to be added and to be taken out between those that stay. */
function chapterReplacements(plan, emptyQuarters, textUnder) {
	const { chapters, leaving, order } = plan;
	const staying = chapters.filter((chapter) => !leaving.has(chapter));
	const indexes = new Map(staying.map((chapter, index) => [chapter, index]));
	const indexOf = (chapter) => indexes.get(chapter) ?? 0;
	const old = staying.map(() => []);
	let behind = -1;
	for (const chapter of chapters) if (!leaving.has(chapter)) behind = indexOf(chapter);
	else if (chapter.existing !== null) old[behind]?.push(chapter.existing);
	const added = staying.map(() => []);
	for (const [index, parent] of staying.entries()) for (const chapter of periodChildren(parent)) {
		if (chapter.existing !== null) continue;
		added[placeOf(parent, chapter, index)]?.push({
			chapter,
			depth: depthOf(chapter),
			text: write(chapter)
		});
	}
	return staying.flatMap(({ existing }, index) => {
		const texts = (added[index] ?? []).sort((one, other) => other.depth - one.depth || inOrder(one.chapter, other.chapter));
		return existing === null ? [] : [{
			anchor: existing,
			old: old[index] ?? [],
			texts: texts.map(({ text }) => text)
		}];
	});
	/** Behind the last chapter beside it that comes earlier, else above the first, else where such chapters stood. */
	function placeOf(parent, chapter, index) {
		const beside = periodChildren(parent).filter(({ existing }) => existing !== null);
		const [first] = beside;
		const earlier = beside.findLast((each) => inOrder(each, chapter) < 0);
		if (earlier !== void 0) return lastIn(earlier);
		if (first !== void 0) return indexOf(first) - 1;
		const stood = old.findIndex((gone, at) => gone.length > 0 && at >= index && at <= lastIn(parent));
		return stood >= 0 ? stood : index;
	}
	/** Of a chapter and those inside it. */
	function lastIn(chapter) {
		const last = chapter.children.filter(({ existing }) => existing !== null).at(-1);
		return last === void 0 ? indexOf(chapter) : lastIn(last);
	}
	function inOrder(one, other) {
		const step = (one.period?.first ?? 0) - (other.period?.first ?? 0);
		return order === "newest-first" ? -step : step;
	}
	function write(chapter) {
		const { period, parent } = chapter;
		if (period === null || parent === null) return "";
		const inside = periodChildren(chapter).toSorted(inOrder).map(write);
		const heading = head(chapter);
		const level = /^#*/.exec(heading)?.[0].length ?? 0;
		return [
			heading,
			...(plan.entries.get(chapter) ?? []).map((entry) => textUnder(level, entry)),
			...inside
		].filter((part) => part !== "").join("\n\n");
	}
	function head({ period, parent }) {
		if (period === null || parent === null) return "";
		if (period.kind !== "quarter") {
			const { text, level } = plan.layouts.heading(period, parent);
			return `${"#".repeat(levelUnder(parent, period, level))} ${text}`;
		}
		const quarter = quarterIn(period);
		const incidents = plan.quarters.get(quarterName$1(quarter))?.incidents ?? [];
		const layout = plan.layouts.quarter ?? usualLayout;
		const level = levelUnder(parent, period, layout.level);
		return writeQuarter(quarter, quarterFigureTexts(incidents, emptyQuarters), {
			...layout,
			level
		});
	}
	/** Chapters beside each other have one level, and those inside a year a deeper one than that. */
	function levelUnder(parent, period, usual) {
		const beside = periodChildren(parent).filter(({ existing }) => existing !== null);
		const level = nearest(beside, period)?.existing?.level;
		if (level !== void 0 || parent.period === null) return level ?? usual;
		const above = parent.existing?.level ?? /^#*/.exec(head(parent))?.[0].length ?? 0;
		return Math.min(Math.max(usual, above + 1), 6);
	}
}
function depthOf({ parent }) {
	return parent === null ? 0 : depthOf(parent) + 1;
}

// src/log/merge/replacements.ts
/**
* The edits that make these replacements, with a blank line between texts. A replacement by what stands there changes nothing.
*
* @param replacements from the top of the file to its end
* @param lineEnd of the file
* @param appended whether other edits have put something, with a line end, at the end of the source
*/
function replacementEdits(replacements, source, lineEnd, appended = "nothing") {
	const separator = lineEnd.repeat(2);
	return replacements.flatMap(({ anchor, old, texts }, index) => {
		const [first, last] = [old[0], old.at(-1)];
		const next = replacements[index + 1]?.anchor.start;
		const text = texts.map((each) => each.replaceAll("\n", lineEnd)).join(separator);
		if (first !== void 0 && last !== void 0) return [text === "" ? removal(first.start, last.contentEnd, next) : {
			start: first.start,
			end: last.contentEnd,
			text
		}];
		if (text === "") return [];
		if (next !== void 0) {
			const start = aboveAnchors(next);
			return [{
				start,
				end: start,
				text: text + separator
			}];
		}
		const end = anchor.contentEnd;
		const behind = source.slice(end);
		if (behind.trim() === "") {
			const missing = appended === "something" ? 1 : end === 0 ? 0 : Math.max(2 - lineFeeds(behind), 0);
			return [{
				start: source.length,
				end: source.length,
				text: lineEnd.repeat(missing) + text + lineEnd
			}];
		}
		if (source.slice(0, end).trim() === "") {
			const start = source.startsWith("﻿") ? 1 : 0;
			return [{
				start,
				end: start,
				text: text + separator
			}];
		}
		return [{
			start: end,
			end,
			text: separator + text + (beginsBlank(behind) ? "" : lineEnd)
		}];
	});
	/** Takes out the blank lines, too, that were put there: those behind, or those in front of what was the last. */
	function removal(start, end, next) {
		if (next !== void 0 && source.slice(end, next).trim() === "") return {
			start,
			end: next,
			text: ""
		};
		if (source.slice(0, start).trim() === "") {
			const behind = source.slice(end);
			return {
				start,
				end: source.length - behind.trimStart().length,
				text: ""
			};
		}
		return {
			start: source.slice(0, start).trimEnd().length,
			end,
			text: ""
		};
	}
	/** An anchor or a comment right above a heading belongs to it, but not the end of a zone. */
	function aboveAnchors(offset) {
		const lines = /(?:^|\n[ \t]*\r?\n)((?:[ \t]*<[^\n]*>[ \t]*\r?\n)+)$/.exec(source.slice(Math.max(offset - 1e3, 0), offset))?.[1] ?? "";
		const zone = [...lines.matchAll(zoneMarkerLine)].at(-1);
		return offset - (zone === void 0 ? lines.length : lines.length - zone.index - zone[0].length - 1);
	}
}
/** Whether a blank line, or nothing, stands at the beginning. */
function beginsBlank(text) {
	return /^[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|$)/.test(text);
}
function lineFeeds(white) {
	return white.split("\n").length - 1;
}

// src/log/merge/entry-edits.ts
/** The edits that put `entries` into a quarter or a chapter in place of the generated entries that stand there. */
function entryEdits(chapter, entries, context) {
	const { source, order, lineEnd, listed } = context;
	const { anchors, old } = anchorsOf(chapter, context);
	const isOlder = (one, other) => order === "newest-first" ? one < other : one > other;
	const texts = anchors.map(() => []);
	for (const entry of entries.toSorted(order === "newest-first" ? newestFirst : oldestFirst)) {
		const before = anchors.findIndex(({ instant }) => instant !== null && isOlder(instant, entry.firstDetected));
		const last = anchors.findLastIndex(({ instant }) => instant !== null);
		texts[before > 0 ? before - 1 : last >= 0 ? last : Math.max(old.findIndex(({ length }) => length > 0), 0)]?.push(entryUnder(chapter.level, entry, context));
	}
	for (const [index, entriesThere] of old.entries()) {
		const gone = entriesThere.filter(({ issue }) => issue !== null && !listed.has(issue));
		texts[index]?.push(...gone.map(({ issue }) => noteOf(issue, context)).filter((note) => note !== ""));
	}
	const replacements = anchors.map((anchor, index) => ({
		anchor,
		old: (old[index] ?? []).map(({ start, generatedEnd }) => ({
			start,
			contentEnd: generatedEnd
		})),
		texts: texts[index] ?? []
	}));
	return replacementEdits(replacements, source, lineEnd);
}
/** An entry's Markdown as it stands under a heading of a level, with what a person has written into it behind. */
function entryUnder(level, { issue, markdown }, context) {
	const marks = "#".repeat(Math.min(level + 1, 6));
	return [markdown.replace(/^#+/, (usual) => usual.length < marks.length ? marks : usual), noteOf(issue, context)].filter((part) => part !== "").join("\n\n");
}
function noteOf(issue, { notes }) {
	return (notes.get(issue ?? 0) ?? "").replaceAll("\r\n", "\n");
}
function oldestFirst(one, other) {
	return newestFirst(other, one);
}
/** The parts of a chapter that stay, and behind each the generated entries that stand there. */
function anchorsOf({ sections }, { source, order, timezone, instants }) {
	const anchors = [];
	const old = [];
	/** The time of what a person has put behind the generated entry above. */
	let behindEntry = null;
	for (const section of sections) {
		if (section.kind !== "entry" || !isGeneratedEntry(section)) {
			if (section.kind !== "text") behindEntry = null;
			anchors.push({
				...section,
				instant: instants.get(section) ?? behindEntry
			});
			old.push([]);
			continue;
		}
		const stated = section.events.find(({ kind }) => kind === "first-detected")?.value.text ?? "";
		const firstDetected = readLeadingTime(stated, timezone)?.instant;
		behindEntry = firstDetected === void 0 ? null : firstDetected + (order === "newest-first" ? -1 : 1);
		old.at(-1)?.push(section);
		const end = section === sections.at(-1) ? section.contentEnd : section.end;
		const behind = source.slice(section.generatedEnd, end);
		if (behind.trim() === "") continue;
		anchors.push({
			start: end - behind.trimStart().length,
			contentEnd: section.generatedEnd + behind.trimEnd().length,
			instant: behindEntry
		});
		old.push([]);
	}
	return {
		anchors,
		old
	};
}

// src/log/merge/merge.ts
/**
* The file with these entries in it, by edits: generated entries are put in, replaced or taken out, and figures set. Everything else
* keeps its bytes, and a hand-written quarter keeps all of them while it has no generated entry. What stands in the file
* keeps its place; an entry goes into the chapter that is for its time, which is added in the log's own layout where it is missing,
* and a generated chapter goes when its last entry goes. Merging into the result again changes nothing.
*/
function mergeLog(log, written, handWritten, settings) {
	const { text: source } = log;
	const plan = planChapters(log, written, handWritten, settings);
	const context = {
		source,
		order: plan.order,
		lineEnd: lineEndOf(source),
		timezone: settings.timezone,
		instants: new Map(handWritten.map(({ entry, instant }) => [entry, instant])),
		notes: new Map(log.entries.filter(isGeneratedEntry).map(({ issue, notes }) => [issue, notes])),
		listed: new Set(written.map(({ issue }) => issue))
	};
	const edits = plan.chapters.flatMap((chapter) => {
		const { existing } = chapter;
		const entries = plan.entries.get(chapter) ?? [];
		if (existing === null || plan.leaving.has(chapter)) return [];
		if (entries.length === 0 && generatedIn(existing).length === 0 && !plan.isGenerated) return [];
		const ofEntries = entryEdits(existing, entries, {
			...context,
			order: orderIn(existing, context)
		});
		const { quarter } = existing;
		if (quarter === null || quarter.unread !== null) return ofEntries;
		const incidents = plan.quarters.get(quarterName$1(quarter.quarter))?.incidents ?? [];
		const ofFigures = figureEdits(quarter, quarterFigureTexts(incidents, settings.emptyQuarters));
		return [...ofEntries, ...ofFigures.map((edit) => ({
			...edit,
			text: edit.text.replaceAll("\n", context.lineEnd)
		}))];
	});
	const appended = edits.some(({ start }) => start === source.length) ? "something" : "nothing";
	const replacements = chapterReplacements(plan, settings.emptyQuarters, (level, entry) => entryUnder(level, entry, context));
	edits.push(...replacementEdits(replacements, source, context.lineEnd, appended));
	return applyEdits(source, edits);
}
/** People may have the newest quarter first, and the oldest incident in each. */
function orderIn({ sections }, { order, instants }) {
	if (order === "oldest-first") return order;
	return prevailingOrder(differencesOf(sections.flatMap((section) => instants.get(section) ?? []))) ?? order;
}
/** That of most lines. */
function lineEndOf(source) {
	const [all, long] = [source.split("\n").length - 1, source.split("\r\n").length - 1];
	return long > all / 2 ? "\r\n" : "\n";
}

// src/log/write-log.ts
/**
* The log. A missing or blank file begins with title, intro and overview; in one that exists, the overview is written where it has a zone. In one that exists, what is generated from issues is put in its
* place, replaced or taken out, newest first; what a person has written keeps its bytes (`mergeLog`). The order of the input
* makes no difference, and writing into the result again changes nothing. Linear in the size of the input, but for sorting.
*/
function writeLog(input) {
	const { existing, incidents, formerEntries, repository, timezone } = input;
	const isNew = existing === null || existing.text.trim() === "";
	const log = isNew ? readLog(`${writeHead(input)}\n`, repository.url) : existing;
	const settings = {
		repositoryUrl: repository.url,
		timezone,
		engine: engineOf(input.engine, input.path, isNew ? "" : log.text),
		level: entryLevel(log)
	};
	const written = [...incidents.map((incident) => ({
		issue: incident.issue,
		firstDetected: incident.firstDetected.instant,
		figures: incident.figures,
		markdown: writeEntry(incident, settings)
	})), ...formerEntries.map((entry) => ({
		...entry,
		markdown: withLineFeeds(entry.markdown).trim()
	}))];
	const merged = mergeLog(log, written, handWrittenEntries(log, input), {
		...input,
		gaps: input.handKept === "fix" ? "fill" : "keep"
	});
	const text = input.overview === null ? merged : withZone(merged, "overview", input.overview(settings.engine));
	if (text.trim() === "" && !isNew) return writeLog({
		...input,
		existing: null
	});
	return [log, ...input.readLogs].find((read) => read.text === text) ?? readLogLater(text, repository.url);
}
/** Level of an entry's heading: that of most hand-written entries, or one below their quarters. */
function entryLevel({ entries, quarters }) {
	const handWritten = entries.filter((entry) => !isGeneratedEntry(entry));
	const levels = [...groupBy(handWritten, ({ level }) => level)].sort(([, one], [, other]) => other.length - one.length);
	const quarter = quarters.find(({ generated }) => generated === null)?.level ?? 2;
	return levels[0]?.[0] ?? Math.min(quarter + 1, 6);
}
/** What a new log says of itself in a comment. */
const OWN_NOTICE = "An entry with an incident issue is generated from it: edit the issue, not this file.";
function writeHead({ engine: setting, path, title, intro, repository, timezone, overview }) {
	const engine = engineOf(setting, path, "");
	return [
		`# ${escapeText(title, engine)}`,
		intro.trim() ? withLineFeeds(intro).trim() : usualIntro(repository.url, timezone),
		engine === "mdx" ? `{/* ${OWN_NOTICE} */}` : `<!-- ${OWN_NOTICE} -->`,
		...overview === null ? [] : [emptyZone("overview", engine === "mdx" ? "mdx" : "html")]
	].join("\n\n");
}
function usualIntro(repositoryUrl, timezone) {
	const owner = URL.canParse(repositoryUrl) ? new URL(repositoryUrl).pathname.split("/")[1] : void 0;
	return [`This is a log of incidents${owner ? ` managed by ${escapeText(owner)}` : ""}. Time to repair runs from first detection to repair, time to resolve from`, `first detection to resolution, in elapsed hours and minutes; times are ${escapeText(timezone)}.`].join("\n");
}
function withLineFeeds(text) {
	return text.replace(/\r\n?/g, "\n");
}

// src/audit/rules/file/nothing-read.ts
const nothingRead = {
	id: "nothing-read",
	severities: ["error", "notice"],
	documentation: "No incident was found in a file with text in it, so nothing was checked. An empty file and a generated log without incidents are right. `--allow-empty` makes a notice of it.",
	headline: "No incident was found",
	check({ log, incidents, source, settings: { whenNothingChecked: severity } }) {
		const text = source.replace(/^\uFEFF/, "");
		const isRight = text.trim() === "" || isGeneratedWithoutIncidents(log, source);
		if (severity === void 0 || incidents.length > 0 || isRight) return [];
		const message = `No incident was found in this file, so nothing was checked: give each a heading with its day, such as “## 2024-10-14: Title”, and list its times below. ${allowEmptyHint}`;
		return [{
			span: lineSpan(source.length - text.trimStart().length, source),
			message,
			severity
		}];
	}
};
function isGeneratedWithoutIncidents({ quarters }, source) {
	return quarters.every(({ generated, incidents }) => generated !== null && incidents?.text === "0") && (quarters.length > 0 || source.includes("An entry with an incident issue is generated from it: edit the issue, not this file."));
}

// src/audit/rules/file/unclosed-block.ts
const unclosedBlock = {
	id: "unclosed-block",
	severities: ["error"],
	documentation: "A code fence or an HTML block is never closed, so that nothing below its first line is read.",
	check({ source }) {
		const open = unclosedBlock$1(source);
		if (open === null) return [];
		const line = [...linesOf(source)][open.line - 1];
		const start = line?.start ?? 0;
		const block = open.kind === "fence" ? "code fence" : "HTML block";
		return [{
			span: {
				start,
				end: start + (line?.text.trimEnd().length ?? 0)
			},
			message: `The ${block} that begins here is never closed, so nothing below it is read: close it.`
		}];
	}
};

// src/audit/rules/quarters/quarter-missing.ts
const quarterMissing = {
	id: "quarter-missing",
	severities: ["warning"],
	documentation: "A quarter between two others has no heading. With `empty-quarters: omit`, and in a log that is generated as a whole, one without incidents needs none.",
	check(audited) {
		const { log, quarters } = audited;
		const isOmitted = audited.settings.emptyQuarters === "omit" || isAllGenerated(log);
		const headed = quarters.toSorted((one, other) => compareQuarters(one.section.quarter, other.section.quarter));
		const present = new Set(quarters.map(({ name }) => name));
		const mentioned = mentionedQuarters(audited);
		return mentioned.flatMap((newer, index) => {
			const older = mentioned[index - 1];
			const gap = older === void 0 || isOmitted ? [] : quartersBetween(older, newer).slice(1, -1);
			const missing = [...present.has(quarterName$1(newer)) ? [] : [newer], ...gap];
			const oldest = missing.at(-1);
			if (oldest === void 0) return [];
			const below = headed.findLast(({ section }) => compareQuarters(section.quarter, oldest) < 0) ?? headed[0];
			if (below === void 0) return [];
			return messagesFor(missing).map((message) => ({
				span: below.heading,
				message
			}));
		});
	}
};
/** The quarters that the log mentions, by a heading or by the day of an incident, the oldest first. */
function mentionedQuarters({ quarters, incidents }) {
	const all = [...quarters.map(({ section }) => section.quarter), ...incidents.flatMap(({ quarter }) => quarter ?? [])];
	return [...new Map(all.map((quarter) => [quarterName$1(quarter), quarter])).values()].sort(compareQuarters);
}
/** @param missing quarters in a row, the newest first */
function messagesFor(missing) {
	const names = missing.map(quarterName$1);
	if (names.length > 12) return [`${names.length} quarters in a row, from ${names.at(-1)} to ${names[0]}, have no heading: a year may be mistyped.`];
	return names.map((name) => `${name} has no heading: every quarter in between is listed, one without incidents too.`);
}

// src/audit/rules/quarters/quarter-name.ts
const quarterName = {
	id: "quarter-name",
	severities: ["warning"],
	documentation: "A quarter’s heading names other months than its own, a quarter of another kind of year, or one that stands above already.",
	check: (log) => [...wrongNames(log), ...unreadableNames(log)]
};
function wrongNames({ quarters }) {
	const lines = /* @__PURE__ */ new Map();
	return quarters.flatMap(({ name, heading, section }) => {
		const above = lines.get(name);
		if (above !== void 0) return [{
			span: heading,
			message: `${name} stands a second time; it is in line ${above} already.`
		}];
		lines.set(name, section.line);
		if (section.months !== "others") return [];
		return [{
			span: heading,
			message: `The months behind ${name} are not its own: ${quarterHeading(section.quarter)}.`
		}];
	});
}
function unreadableNames({ log, source }) {
	return log.sections.flatMap((section) => {
		if (section.kind !== "text" || !section.isUnreadableQuarter) return [];
		return [{
			span: headingSpan(section, source),
			message: "It cannot be told which quarter of a calendar year this is: write it as “Q3 2024”."
		}];
	});
}

// src/audit/rules/quarters/quarter-order.ts
const quarterOrder = {
	id: "quarter-order",
	severities: ["warning"],
	documentation: "A quarter stands out of the order in which the log has them.",
	check({ quarters, quarterOrder: order }) {
		if (order === null) return [];
		return quarters.flatMap(({ section, name, heading }, index) => {
			const above = quarters[index - 1];
			const difference = above === void 0 ? 0 : compareQuarters(section.quarter, above.section.quarter);
			if (above === void 0 || !isAgainst(order, difference)) return [];
			return [{
				span: heading,
				message: `${name} stands below ${above.name}, but the log has the ${firstIn(order)} first.`
			}];
		});
	}
};

// src/audit/rules/index.ts
/** Every rule, in the order in which `--rules` prints them. */
const rules = [
	nothingRead,
	nothingCompared,
	durationMismatch,
	meanMismatch,
	durationMissing,
	wrongQuarter,
	quarterName,
	quarterMissing,
	quarterOrder,
	incidentOrder,
	unclosedBlock,
	brokenZone,
	eventOrder,
	eventMissing,
	timestampForm,
	timestampAmbiguous,
	timestampFuture,
	headingDate,
	contextOrder,
	actionState,
	actionOpen
];
/** Where several rules find something at one place, these come first; the others follow in the order above. */
const firstAtOnePlace = [
	eventMissing,
	durationMissing,
	headingDate,
	quarterName,
	quarterOrder,
	quarterMissing
];
/** Every rule, in the order in which their findings stand where several have one at the same place. */
const rulesByPrecedence = [...firstAtOnePlace, ...rules.filter((rule) => !firstAtOnePlace.includes(rule))];

// src/audit/audit.ts
/** Checks what a log states against what follows from its timestamps; never throws. Linear in the length, but for sorting. */
function auditLog(log, settings) {
	const audited = readAuditedLog(log, settings);
	const complete = findingsIn(log.text);
	const findings = rulesByPrecedence.flatMap((rule) => rule.check(audited).map((draft) => complete(rule, draft)));
	return {
		...audited,
		findings: findings.toSorted((one, other) => Number(one.headline === null) - Number(other.headline === null) || one.start - other.start || one.end - other.end)
	};
}
/** Returns a function that completes the drafts of one source: it adds the rule and the place in lines and columns. */
function findingsIn(source) {
	const starts = [...linesOf(source)].map(({ start }) => start === 0 && source.startsWith("﻿") ? 1 : start);
	const lineAt = (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low;
	};
	return ({ id, severities, headline = null }, { span: { start, end }, message, ...details }) => {
		const [line, endLine] = [lineAt(start), lineAt(Math.max(end - 1, start))];
		return {
			rule: id,
			severity: details.severity ?? severities[0],
			line: line + 1,
			column: start - (starts[line] ?? 0) + 1,
			endLine: endLine + 1,
			endColumn: end - (starts[endLine] ?? 0) + 1,
			message,
			stated: details.stated ?? null,
			computed: details.computed ?? null,
			explanation: details.explanation ?? null,
			fix: details.fix ?? null,
			headline,
			start,
			end
		};
	};
}

// src/model/settings.ts
/** Where the form is unless `template-path` says otherwise; as action.yml has it. */
const DEFAULT_TEMPLATE_PATH = ".github/ISSUE_TEMPLATE/incident.yml";
/** Throws {@link UserError} on a name that is no IANA time zone. */
function readTimeZone(name) {
	if (isTimeZone(name)) return name;
	throw new UserError(timeZoneSentence(name));
}
/** What a team says of the site generator that shows its log; `auto` goes by the file. */
function engineSetting(word) {
	return word === "liquid" || word === "erb" ? "tags" : word;
}
/** What is wrong with a name that is no IANA time zone. */
function timeZoneSentence(name) {
	return `“${name}” is no time zone; set \`timezone\` to an IANA name such as Europe/London or America/New_York.`;
}

export { withoutZones as C, isGeneratedEntry as S, readLog as _, auditLog as a, readHeadings as b, brokenZone as c, endsWithUnreadDetail as d, handWrittenDuplicates as f, isOngoing as g, asFormerEntry as h, timeZoneSentence as i, locateReviewActions as l, instantOf as m, engineSetting as n, rules as o, handWrittenEntries as p, readTimeZone as r, writeLog as s, DEFAULT_TEMPLATE_PATH as t, readReviewActions as u, statedDuration as v, zoneProblem as w, isAllGenerated as x, unclosedBlock$1 as y };