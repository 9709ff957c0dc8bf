import { type Container, continueContainers, deepest, openContainers } from './containers.ts';
import { type HtmlEnd, htmlBlockEnd } from './html-block.ts';
import {
  type Cursor,
  codeIndent,
  indentOf,
  isBlank,
  isThematicBreak,
  type Line,
  lineStart,
  linesOf,
  matchAt,
} from './line.ts';
import { countCells, isDelimiterRow } from './table.ts';

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

/** The block that takes lines of text, in the innermost open container. */
type Leaf =
  | { readonly kind: 'none' | 'table' }
  /** A list item whose first line is blank: a second blank line ends it. */
  | { readonly kind: 'empty-item' }
  | Paragraph
  | Fence
  | HtmlBlock;

interface Paragraph {
  readonly kind: 'paragraph';
  readonly first: Line;
  readonly line: number;
  /** Its last line so far, without what containers put in front. */
  readonly lastText: string;
  /** Whether a delimiter row in it did not fit the line above: GitHub then makes no table of it (cmark-gfm's table.c). */
  readonly isTableRefused: boolean;
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

const none: Leaf = { kind: 'none' };

/**
 * The headings of a Markdown text that stand in no list, quote or footnote, in order; among them, with `inside` set, lines
 * that would be ATX headings did they not stand in a fence or HTML block.
 *
 * Block structure as in CommonMark 0.31 with GFM's tables and footnotes. One thing is told less finely than by a parser: a
 * paragraph that begins like a link definition (`[a]: …`) becomes no heading by an underline. Linear in the length of the
 * text.
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
  const start = lineStart(line.text);
  const continued = continueContainers(
    before.containers,
    start,
    leaf.kind === 'empty-item' ? 'empty' : 'begun',
  );
  const allContinued = continued.containers.length === before.containers.length;
  if (allContinued && (leaf.kind === 'fence' || leaf.kind === 'html')) {
    const inside: SwallowingBlock = { kind: leaf.kind, line: leaf.line };
    const heading =
      before.containers.length === 0 ? atxHeading(continued.cursor, line, number, inside) : null;
    return { containers: before.containers, leaf: continueVerbatim(leaf, continued.cursor), heading };
  }

  const paragraph = leaf.kind === 'paragraph' ? leaf : null;
  const interrupted = paragraph !== null && allContinued ? 'paragraph' : 'nothing';
  const { containers, cursor } = openContainers(continued, interrupted);
  if (containers.length > deepest) {
    return paragraph === null ? startParagraph([], cursor, line, number) : { ...before, heading: null };
  }

  const newContainer = containers.length > continued.containers.length;
  if (isBlank(cursor)) {
    const emptyItem = newContainer && containers.at(-1)?.kind === 'item';
    return at(containers, emptyItem ? { kind: 'empty-item' } : none);
  }
  const isRoot = containers.length === 0;
  // A line that continues a paragraph may lack the markers of its containers ("laziness").
  const continuable = newContainer ? null : paragraph;
  if (indentOf(cursor) < codeIndent) {
    const block = blockStart(cursor, continuable, number);
    if (block !== null) return at(containers, block);
    if (atxLevel(cursor) > 0)
      return at(containers, none, isRoot ? atxHeading(cursor, line, number, null) : null);
    const level = continuable !== null && allContinued ? underlineLevel(cursor) : 0;
    if (continuable !== null && level > 0 && !beginsLikeDefinition(continuable)) {
      return at(containers, none, isRoot ? setextHeading(continuable, level, line, source) : null);
    }
    if (isThematicBreak(cursor)) return at(containers, none);
    const isRow = leaf.kind === 'table' && allContinued && !newContainer && countCells(contentOf(cursor)) > 0;
    if (isRow) return at(containers, leaf);
    if (continuable === null) return startParagraph(containers, cursor, line, number);
    if (allContinued && !continuable.isTableRefused && isDelimiterRow(contentOf(cursor))) {
      return countCells(continuable.lastText) === countCells(contentOf(cursor))
        ? at(containers, { kind: 'table' })
        : at(containers, { ...continuable, lastText: contentOf(cursor), isTableRefused: true });
    }
  }
  return continuable === null
    ? at(containers, none)
    : at(before.containers, { ...continuable, lastText: contentOf(cursor) });
}

function at(containers: readonly Container[], leaf: Leaf, heading: Heading | null = null): ReadLine {
  return { containers, leaf, heading };
}

function startParagraph(
  containers: readonly Container[],
  cursor: Cursor,
  first: Line,
  line: number,
): ReadLine {
  return at(containers, {
    kind: 'paragraph',
    first,
    line,
    lastText: contentOf(cursor),
    isTableRefused: false,
  });
}

function contentOf(cursor: Cursor): string {
  return cursor.text.slice(cursor.content);
}

function blockStart(cursor: Cursor, interrupted: Paragraph | null, line: number): Leaf | null {
  const marker = matchAt(/`{3,}(?=[^`]*$)|~{3,}/y, cursor);
  if (marker !== null) return { kind: 'fence', marker, line };
  const ending = htmlBlockEnd(contentOf(cursor), interrupted === null ? 'allowed' : 'excluded');
  if (ending === null) return null;
  return endsHtml(ending, cursor) ? none : { kind: 'html', ending, line };
}

function continueVerbatim(leaf: Fence | HtmlBlock, cursor: Cursor): Leaf {
  if (leaf.kind === 'html') return endsHtml(leaf.ending, cursor) ? none : leaf;
  const closing = indentOf(cursor) < codeIndent ? matchAt(/(?:`{3,}|~{3,})(?=[ \t]*$)/y, cursor) : null;
  return closing?.startsWith(leaf.marker) ? none : leaf;
}

function endsHtml(ending: HtmlEnd, cursor: Cursor): boolean {
  return ending === 'blank' ? isBlank(cursor) : ending.test(contentOf(cursor));
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
