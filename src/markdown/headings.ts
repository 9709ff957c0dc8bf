import { type HtmlEnd, htmlBlockEnd } from './html-block.ts';
import {
  afterContent,
  afterIndent,
  type Cursor,
  indentOf,
  isBlank,
  type Line,
  lineStart,
  linesOf,
} from './line.ts';

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Markdown of the heading without its `#`s or underline, trimmed; no-break spaces count as white space. */
  readonly text: string;
  /** Offset of its first line. */
  readonly start: number;
  /** Offset just past its line ending. */
  readonly end: number;
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Null for a heading of the document; otherwise the block that makes a mere line of text of it. */
  readonly inside: SwallowingBlock | null;
}

/** A fence or an HTML block of the document, closed or not. */
export interface SwallowingBlock {
  readonly kind: 'fence' | 'html';
  /** Number of the line where it begins, from 1. */
  readonly line: number;
}

type Container =
  | { readonly kind: 'quote' | 'footnote' }
  /** Its lines are indented by so many columns. */
  | { readonly kind: 'item'; readonly width: number };

/** The block that takes lines of text, in the innermost open container. */
type Leaf =
  | { readonly kind: 'none' }
  /** A list item whose first line is blank: a second blank line ends it. */
  | { readonly kind: 'empty-item' }
  | Paragraph
  | Fence
  | HtmlBlock;

interface Paragraph {
  readonly kind: 'paragraph';
  readonly first: Line;
  readonly line: number;
}

interface Fence {
  readonly kind: 'fence';
  /** The backticks or tildes it begins with. */
  readonly marker: string;
  readonly line: number;
}

interface HtmlBlock {
  readonly kind: 'html';
  readonly ending: HtmlEnd;
  readonly line: number;
}

/** The blocks that are open between two lines. */
interface Open {
  readonly containers: readonly Container[];
  readonly leaf: Leaf;
}

interface ReadLine extends Open {
  readonly heading: Heading | null;
}

/** The containers a line stands in, and the line behind their markers. */
interface Placed {
  readonly containers: readonly Container[];
  readonly cursor: Cursor;
}

/** A line in more containers than this is a line of text: nobody means it, and parsers overflow on it. */
const deepest = 100;

/** So many columns of indentation make a line code, or text. */
const codeIndent = 4;

const none: Leaf = { kind: 'none' };

/**
 * The headings of a Markdown text that stand in no list, quote or footnote, in order; among them, with `inside` set, lines
 * that would be ATX headings did they not stand in a fence or HTML block.
 *
 * Block structure as in CommonMark 0.31 with GFM footnotes. Two things are told less finely than by a parser: tables count
 * as paragraphs, and a paragraph that begins like a link definition (`[a]: …`) becomes no heading by an underline. Linear in
 * the length of the text.
 */
export function readHeadings(source: string): Heading[] {
  const headings: Heading[] = [];
  let open: Open = { containers: [], leaf: none };
  let number = 0;
  for (const line of linesOf(source)) {
    number += 1;
    const read = readLine(open, line, number, source);
    if (read.heading !== null) headings.push(read.heading);
    open = read;
  }
  return headings;
}

/** CommonMark's appendix "Phase 1: block structure", one line of it. */
function readLine(before: Open, line: Line, number: number, source: string): ReadLine {
  const { leaf } = before;
  const continued = continueContainers(before, lineStart(line.text));
  const allContinued = continued.containers.length === before.containers.length;
  if (allContinued && (leaf.kind === 'fence' || leaf.kind === 'html')) {
    const inside: SwallowingBlock = { kind: leaf.kind, line: leaf.line };
    const heading =
      before.containers.length === 0 ? atxHeading(continued.cursor, line, number, inside) : null;
    return { containers: before.containers, leaf: continueVerbatim(leaf, continued.cursor), heading };
  }

  const paragraph = leaf.kind === 'paragraph' ? leaf : null;
  const { containers, cursor } = openContainers(continued, allContinued ? paragraph : null);
  const text: ReadLine =
    paragraph === null
      ? { containers: [], leaf: { kind: 'paragraph', first: line, line: number }, heading: null }
      : { ...before, heading: null };
  if (containers.length > deepest) return text;

  const newContainer = containers.length > continued.containers.length;
  if (isBlank(cursor)) {
    const emptyItem = newContainer && containers.at(-1)?.kind === 'item';
    return { containers, leaf: emptyItem ? { kind: 'empty-item' } : none, heading: null };
  }
  // A line that continues a paragraph may lack the markers of its containers ("laziness").
  const continuable = newContainer ? null : paragraph;
  if (indentOf(cursor) >= codeIndent) {
    return continuable === null ? { containers, leaf: none, heading: null } : text;
  }
  const isRoot = containers.length === 0;
  const block = blockStart(cursor, continuable, number);
  if (block !== null) return { containers, leaf: block, heading: null };
  if (atxLevel(cursor) > 0) {
    return { containers, leaf: none, heading: isRoot ? atxHeading(cursor, line, number, null) : null };
  }
  if (
    continuable !== null &&
    allContinued &&
    underlineLevel(cursor) > 0 &&
    !beginsLikeDefinition(continuable)
  ) {
    const heading = isRoot ? setextHeading(continuable, underlineLevel(cursor), line, source) : null;
    return { containers, leaf: none, heading };
  }
  if (isThematicBreak(cursor)) return { containers, leaf: none, heading: null };
  if (continuable !== null) return text;
  return { containers, leaf: { kind: 'paragraph', first: line, line: number }, heading: null };
}

function continueContainers({ containers, leaf }: Open, start: Cursor): Placed {
  let cursor = start;
  let count = 0;
  for (const container of containers) {
    const next = continueContainer(container, cursor);
    const endsEmptyItem = leaf.kind === 'empty-item' && count === containers.length - 1 && isBlank(cursor);
    if (next === null || endsEmptyItem) break;
    cursor = next;
    count += 1;
  }
  return { containers: containers.slice(0, count), cursor };
}

function continueContainer(container: Container, cursor: Cursor): Cursor | null {
  if (container.kind === 'quote') return afterQuoteMarker(cursor);
  const width = container.kind === 'item' ? container.width : codeIndent;
  return isBlank(cursor) || indentOf(cursor) >= width ? afterIndent(cursor, width) : null;
}

/** @param paragraph the one that a new container would interrupt */
function openContainers(continued: Placed, paragraph: Paragraph | null): Placed {
  const containers = [...continued.containers];
  let { cursor } = continued;
  let interrupted = paragraph;
  while (containers.length <= deepest && indentOf(cursor) < codeIndent) {
    const opened = openContainer(cursor, interrupted);
    if (opened === null) break;
    containers.push(opened.container);
    cursor = opened.cursor;
    interrupted = null;
  }
  return { containers, cursor };
}

function openContainer(
  cursor: Cursor,
  interrupted: Paragraph | null,
): { readonly container: Container; readonly cursor: Cursor } | null {
  const quote = afterQuoteMarker(cursor);
  if (quote !== null) return { container: { kind: 'quote' }, cursor: quote };
  const footnote = matchAt(/\[\^(?:[^\\[\]\s]|\\[\\[\]]?){1,999}\]:/y, cursor);
  if (footnote !== null) {
    const behind = afterContent(cursor, footnote.length);
    return { container: { kind: 'footnote' }, cursor: afterIndent(behind, indentOf(behind)) };
  }
  return openItem(cursor, interrupted);
}

function openItem(
  cursor: Cursor,
  interrupted: Paragraph | null,
): { readonly container: Container; readonly cursor: Cursor } | null {
  const marker = matchAt(/(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y, cursor);
  if (marker === null || isThematicBreak(cursor)) return null;
  const behind = afterContent(cursor, marker.length);
  if (interrupted !== null) {
    const isFirst = /^(?:[-+*]|1[.)])$/.test(marker);
    if (!isFirst || isBlank(behind)) return null;
  }
  const padding = isBlank(behind) || indentOf(behind) > codeIndent ? 1 : indentOf(behind);
  const width = indentOf(cursor) + marker.length + padding;
  return { container: { kind: 'item', width }, cursor: afterIndent(behind, padding) };
}

function afterQuoteMarker(cursor: Cursor): Cursor | null {
  if (indentOf(cursor) >= codeIndent || cursor.text[cursor.content] !== '>') return null;
  return afterIndent(afterContent(cursor, 1), 1);
}

function blockStart(cursor: Cursor, interrupted: Paragraph | null, line: number): Leaf | null {
  const marker = matchAt(/`{3,}(?=[^`]*$)|~{3,}/y, cursor);
  if (marker !== null) return { kind: 'fence', marker, line };
  const text = cursor.text.slice(cursor.content);
  const ending = htmlBlockEnd(text, interrupted === null ? 'allowed' : 'excluded');
  if (ending === null) return null;
  return endsHtml(ending, cursor) ? none : { kind: 'html', ending, line };
}

function continueVerbatim(leaf: Fence | HtmlBlock, cursor: Cursor): Leaf {
  if (leaf.kind === 'html') return endsHtml(leaf.ending, cursor) ? none : leaf;
  const closing = indentOf(cursor) < codeIndent ? matchAt(/(?:`{3,}|~{3,})(?=[ \t]*$)/y, cursor) : null;
  return closing?.startsWith(leaf.marker) ? none : leaf;
}

function endsHtml(ending: HtmlEnd, cursor: Cursor): boolean {
  return ending === 'blank' ? isBlank(cursor) : ending.test(cursor.text.slice(cursor.content));
}

function atxLevel(cursor: Cursor): number {
  return indentOf(cursor) < codeIndent ? (matchAt(/#{1,6}(?=[ \t]|$)/y, cursor)?.length ?? 0) : 0;
}

function atxHeading(
  cursor: Cursor,
  line: Line,
  number: number,
  inside: SwallowingBlock | null,
): Heading | null {
  const level = atxLevel(cursor);
  if (level === 0) return null;
  const text = withoutClosingHashes(cursor.text.slice(cursor.content + level).trim());
  return { level, text, start: line.start, end: line.end, line: number, inside };
}

function withoutClosingHashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  const before = text.slice(0, end);
  return before === '' || before.trimEnd() !== before ? before.trimEnd() : text;
}

function underlineLevel(cursor: Cursor): number {
  const underline = matchAt(/(?:=+|-+)(?=[ \t]*$)/y, cursor);
  if (underline === null) return 0;
  return underline.startsWith('=') ? 1 : 2;
}

function setextHeading(paragraph: Paragraph, level: number, underline: Line, source: string): Heading {
  const text = source.slice(paragraph.first.start, underline.start).trim();
  const { start } = paragraph.first;
  return { level, text, start, end: underline.end, line: paragraph.line, inside: null };
}

function beginsLikeDefinition(paragraph: Paragraph): boolean {
  return /^ {0,3}\[[^\]]*\]:/.test(paragraph.first.text);
}

function isThematicBreak({ text, content }: Cursor): boolean {
  const marker = text[content];
  if (marker !== '*' && marker !== '-' && marker !== '_') return false;
  let count = 0;
  for (let index = content; index < text.length; index += 1) {
    const character = text[index];
    if (character === marker) count += 1;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return count >= 3;
}

/** What a sticky pattern matches where the content of the line begins. */
function matchAt(pattern: RegExp, { text, content }: Cursor): string | null {
  pattern.lastIndex = content;
  return pattern.exec(text)?.[0] ?? null;
}
