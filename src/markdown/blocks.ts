import { type Container, continueContainers, mostContainers, openContainers } from './containers.ts';
import { type HtmlKind, htmlKindOf, isLastOfHtml, spansBlankLines } from './html-block.ts';
import {
  type Cursor,
  codeIndent,
  contentOf,
  indentOf,
  isBlank,
  isThematicBreak,
  type Line,
  lineStart,
  linesOf,
  matchAt,
} from './line.ts';

/** A line of Markdown, and the block that it belongs to as far as the lines up to it tell. */
export interface BlockLine extends Line {
  /** Number of the line, from 1. */
  readonly line: number;
  /** How many quotes, list items and footnotes the line stands in; 0 for a line of the document itself. */
  readonly depth: number;
  readonly block: Block;
}

/** A block of Markdown that holds lines and no other blocks. */
export type Block = {
  /** Number of its first line, from 1. */
  readonly line: number;
} & (
  | {
      /**
       * `blank`: no content behind the markers of containers, between blocks or in indented code. `break`: a thematic break. `code`:
       * indented code. `table`: the delimiter row and the rows below; the head is yielded as the last line of a paragraph.
       */
      readonly kind: 'blank' | 'break' | 'code' | 'paragraph' | 'table';
    }
  | HeadingBlock
  | { readonly kind: 'fence'; readonly part: 'opening' | 'content' | 'closing' }
  | { readonly kind: 'html'; readonly html: HtmlKind }
);

/**
 * A heading. An underlined heading is yielded with its underline, where the scanner first sees it; its other lines are yielded as a
 * paragraph.
 */
export interface HeadingBlock extends AtxHeading {
  readonly kind: 'heading';
  readonly line: number;
  /** Offset of its first line. */
  readonly start: number;
}

/** A heading that begins with `#`. */
export interface AtxHeading {
  /** 1 to 6. */
  readonly level: number;
  /** Markdown of the heading without its `#`s or underline, trimmed; no-break spaces count as white space. */
  readonly text: string;
}

/** What the next line may continue, in the innermost open container. */
type Leaf =
  | { readonly kind: 'none' }
  | { readonly kind: 'table' | 'code'; readonly line: number }
  /** A list item whose first line is blank: a second blank line ends it. */
  | { readonly kind: 'empty-item' }
  | Paragraph
  /** `marker` is the backticks or tildes that it begins with. */
  | { readonly kind: 'fence'; readonly line: number; readonly marker: string }
  | { readonly kind: 'html'; readonly line: number; readonly html: HtmlKind };

interface Paragraph {
  readonly kind: 'paragraph';
  readonly line: number;
  readonly first: Line;
  /** Its last line so far, without what containers put in front. */
  readonly lastText: string;
  /** Whether a delimiter row in it did not fit the line above: GitHub then makes no table of it (cmark-gfm's table.c). */
  readonly isTableRefused: boolean;
}

/** The blocks that are open between two lines. */
interface Open {
  readonly containers: readonly Container[];
  readonly leaf: Leaf;
}

/** What is open behind a line, and the block of the line. */
interface ReadLine extends Open {
  readonly block: Block;
}

const none: Leaf = { kind: 'none' };

/**
 * The lines of a Markdown text, each with its block. Linear in the length of the text; never throws.
 *
 * Block structure is that of CommonMark 0.31 with GFM's tables and footnotes, with two exceptions. A paragraph that begins like a
 * link definition (`[a]: …`) becomes no heading by an underline, because only a parser of links can tell. A line in more than
 * `mostContainers` containers is a paragraph.
 *
 * @param part of the text to read instead of all of it, with the number of its first line; no block may be open where it begins
 */
export function* blockLines(
  source: string,
  part: { readonly start: number; readonly end: number; readonly line: number } = {
    start: 0,
    end: source.length,
    line: 1,
  },
): Generator<BlockLine> {
  let open: Open = { containers: [], leaf: none };
  let number = part.line;
  for (const line of linesOf(source, part.start, part.end)) {
    const read: ReadLine = readLine(open, line, number, source);
    const { text, start, end } = line;
    yield { text, start, end, line: number, depth: read.containers.length, block: read.block };
    open = read;
    number += 1;
  }
}

/** CommonMark's appendix "Phase 1: block structure", one line of it. */
function readLine(before: Open, line: Line, number: number, source: string): ReadLine {
  const { leaf } = before;
  const start = lineStart(line.text);
  const innermost = leaf.kind === 'empty-item' ? 'empty' : 'begun';
  const continued = continueContainers(before.containers, start, innermost);
  const allContinued = continued.containers.length === before.containers.length;
  if (allContinued && leaf.kind === 'fence') return continueFence(before.containers, leaf, continued.cursor);
  if (allContinued && leaf.kind === 'html' && (spansBlankLines(leaf.html) || !isBlank(continued.cursor))) {
    return html(before.containers, leaf, continued.cursor);
  }

  const paragraph = leaf.kind === 'paragraph' ? leaf : null;
  const interrupted = paragraph !== null && allContinued ? 'paragraph' : 'nothing';
  const { containers, cursor } = openContainers(continued, interrupted);
  if (containers.length > mostContainers) {
    return paragraph === null
      ? startParagraph([], cursor, line, number)
      : { ...before, block: { kind: 'paragraph', line: paragraph.line } };
  }

  const isNewContainer = containers.length > continued.containers.length;
  const code = leaf.kind === 'code' && allContinued && !isNewContainer ? leaf : null;
  if (isBlank(cursor)) {
    const isEmptyItem = isNewContainer && containers.at(-1)?.kind === 'item';
    const below: Leaf = isEmptyItem ? { kind: 'empty-item' } : (code ?? none);
    return { containers, leaf: below, block: { kind: 'blank', line: number } };
  }
  // A line that continues a paragraph may lack the markers of its containers ("laziness").
  const continuable = isNewContainer ? null : paragraph;
  if (indentOf(cursor) >= codeIndent) {
    if (continuable !== null) return continueParagraph(before.containers, continuable, cursor);
    const block = code ?? ({ kind: 'code', line: number } as const);
    return { containers, leaf: block, block };
  }
  const started = startBlock(containers, cursor, line, number, continuable);
  if (started !== null) return started;
  const level = continuable !== null && allContinued ? underlineLevel(cursor) : 0;
  if (continuable !== null && level > 0 && !beginsLikeDefinition(continuable)) {
    const { first } = continuable;
    const text = source.slice(first.start, line.start).trim();
    const block: HeadingBlock = { kind: 'heading', level, text, start: first.start, line: continuable.line };
    return { containers, leaf: none, block };
  }
  if (isThematicBreak(cursor)) return { containers, leaf: none, block: { kind: 'break', line: number } };
  const isRow = leaf.kind === 'table' && allContinued && !isNewContainer && countCells(contentOf(cursor)) > 0;
  if (isRow) return { containers, leaf, block: leaf };
  if (continuable === null) return startParagraph(containers, cursor, line, number);
  if (allContinued && !continuable.isTableRefused && isDelimiterRow(contentOf(cursor))) {
    if (countCells(continuable.lastText) !== countCells(contentOf(cursor))) {
      return continueParagraph(containers, { ...continuable, isTableRefused: true }, cursor);
    }
    const table = { kind: 'table', line: number - 1 } as const;
    return { containers, leaf: table, block: table };
  }
  return continueParagraph(before.containers, continuable, cursor);
}

/** A fence, an HTML block or a heading with `#`s, where one begins. */
function startBlock(
  containers: readonly Container[],
  cursor: Cursor,
  { start }: Line,
  number: number,
  interrupted: Paragraph | null,
): ReadLine | null {
  const marker = matchAt(/`{3,}(?=[^`]*$)|~{3,}/y, cursor);
  if (marker !== null) {
    const leaf: Leaf = { kind: 'fence', line: number, marker };
    return { containers, leaf, block: { kind: 'fence', line: number, part: 'opening' } };
  }
  const kind = htmlKindOf(contentOf(cursor), interrupted === null ? 'nothing' : 'paragraph');
  if (kind !== null) return html(containers, { kind: 'html', line: number, html: kind }, cursor);
  const heading = atxHeadingAt(cursor);
  return heading && { containers, leaf: none, block: { kind: 'heading', ...heading, start, line: number } };
}

function startParagraph(
  containers: readonly Container[],
  cursor: Cursor,
  first: Line,
  line: number,
): ReadLine {
  const paragraph = { kind: 'paragraph', line, first, isTableRefused: false } as const;
  return continueParagraph(containers, { ...paragraph, lastText: '' }, cursor);
}

function continueParagraph(containers: readonly Container[], paragraph: Paragraph, cursor: Cursor): ReadLine {
  const leaf = { ...paragraph, lastText: contentOf(cursor) };
  return { containers, leaf, block: { kind: 'paragraph', line: paragraph.line } };
}

function continueFence(
  containers: readonly Container[],
  leaf: Leaf & { readonly kind: 'fence' },
  cursor: Cursor,
): ReadLine {
  const { line, marker } = leaf;
  const closing = indentOf(cursor) < codeIndent ? matchAt(/(?:`{3,}|~{3,})(?=[ \t]*$)/y, cursor) : null;
  return closing?.startsWith(marker)
    ? { containers, leaf: none, block: { kind: 'fence', line, part: 'closing' } }
    : { containers, leaf, block: { kind: 'fence', line, part: 'content' } };
}

function html(
  containers: readonly Container[],
  leaf: Leaf & { readonly kind: 'html' },
  cursor: Cursor,
): ReadLine {
  return { containers, leaf: isLastOfHtml(leaf.html, contentOf(cursor)) ? none : leaf, block: leaf };
}

/** The heading that a line would be if it stood in no other block; null if it does not begin with `#`s. */
export function atxHeading(line: string): AtxHeading | null {
  return atxHeadingAt(lineStart(line));
}

function atxHeadingAt(cursor: Cursor): AtxHeading | null {
  const level = indentOf(cursor) < codeIndent ? (matchAt(/#{1,6}(?=[ \t]|$)/y, cursor)?.length ?? 0) : 0;
  if (level === 0) return null;
  return { level, text: withoutClosingHashes(cursor.text.slice(cursor.content + level).trim()) };
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

function beginsLikeDefinition(paragraph: Paragraph): boolean {
  return /^ {0,3}\[[^\]]*\]:/.test(paragraph.first.text);
}

/** Whether a line can be the delimiter row of a table (GFM 4.10): `|---|:-:|`. A line of dashes alone is none. */
function isDelimiterRow(line: string): boolean {
  return /[|:]/.test(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** How many cells a row of a table has. A head must have as many as its delimiter row; a lone `|` has none. */
function countCells(row: string): number {
  // To GitHub, a pipe behind any backslash is text.
  return row.trim() === '|' ? 0 : cellsOf(row.replaceAll('\\|', '')).length;
}

/** The cells of a row in which no `|` is escaped. */
function cellsOf(row: string): string[] {
  return row.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
}
