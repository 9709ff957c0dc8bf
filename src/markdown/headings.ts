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
  /** Null for a real heading; otherwise the fence or HTML block that the line stands in. */
  readonly inside: EnclosingBlock | null;
}

/** A fence or HTML block that stands in no list or quote, closed or not. */
export interface EnclosingBlock {
  readonly kind: 'fence' | 'html';
  /** Number of the line where it begins, from 1. */
  readonly line: number;
}

/**
 * The headings of a Markdown text that stand in no list, quote or footnote, in order. Lines in a fence or HTML block that look like
 * headings (`### a`) are among them, with `inside` set. Linear in the length of the text.
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
      const inside: EnclosingBlock = { kind: block.kind, line: block.line };
      if (heading !== null) headings.push({ ...heading, start: lineStart, end, line: number, inside });
    }
  }
  return headings;
}
