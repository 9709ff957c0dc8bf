import type { BlockLine } from '../../markdown/blocks.ts';
import type { Heading } from '../../markdown/headings.ts';
import { linesBetween } from './readable-lines.ts';

/** The lines that stand under a label, from what stands behind it on, or under a heading. */
export interface Body {
  readonly start: number;
  readonly end: number;
  /** Number of its first line, from 1. */
  readonly line: number;
}

/** What stands under a heading, with its lines. */
export interface HeadingBody extends Body {
  readonly lines: readonly BlockLine[];
}

/** What stands between a heading and an offset, of the lines of a log. */
export function bodyBetween(heading: Heading, end: number, lines: readonly BlockLine[]): HeadingBody {
  const below = linesBetween(lines, heading.end, end);
  return { start: heading.end, end, line: below[0]?.line ?? heading.line + 1, lines: below };
}
