import type { Heading } from '../../markdown/headings.ts';

/** The lines that stand under a label, from what stands behind it on, or under a heading. */
export interface Body {
  readonly start: number;
  readonly end: number;
  /** Number of its first line, from 1. */
  readonly line: number;
}

/** What stands between a heading and an offset. */
export function bodyBetween(heading: Heading, end: number, source: string): Body {
  const lines = source.slice(heading.start, heading.end).trimEnd().split('\n').length;
  return { start: heading.end, end, line: heading.line + lines };
}
