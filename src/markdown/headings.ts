import { atxHeading, type BlockLine, blockLines } from './blocks.ts';

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

/**
 * The headings of a Markdown text that stand in no list, quote or footnote, in order; among them, with `inside` set, lines
 * that would be headings with `#`s did they not stand in a fence or HTML block. Linear in the length of the text.
 */
export function readHeadings(source: string): Heading[] {
  return headingsIn(blockLines(source));
}

/** As `readHeadings`, from the lines of a text. */
export function headingsIn(lines: Iterable<BlockLine>): Heading[] {
  const headings: Heading[] = [];
  for (const { text: source, start: lineStart, end, line: number, depth, block } of lines) {
    if (depth > 0) continue;
    if (block.kind === 'heading') {
      const { level, text, start, line } = block;
      headings.push({ level, text, start, end, line, inside: null });
    } else if (block.kind === 'fence' || block.kind === 'html') {
      const heading = atxHeading(source);
      const inside: SwallowingBlock = { kind: block.kind, line: block.line };
      if (heading !== null) headings.push({ ...heading, start: lineStart, end, line: number, inside });
    }
  }
  return headings;
}
