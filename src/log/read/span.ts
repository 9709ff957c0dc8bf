import { withoutInvisible } from '../../incident/invisible.ts';

/** A piece of the source: its offsets, its text without white space at the ends, and the number of its line, from 1. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The span of a text that stands at an offset, without white space at its ends. */
export function spanAt(text: string, start: number, line: number): Span {
  const from = start + (text.length - text.trimStart().length);
  const trimmed = text.trim();
  return { text: trimmed, start: from, end: from + trimmed.length, line };
}

/** Whether words say that something is not known, or not yet: "TBC", "N/A", or a pattern that nobody has filled in. */
export function isUnknown(words: string): boolean {
  return /^(?:$|[-–—?.…_*]+$|(?:n\/?a|t\.?b\.?[acd]|none|unknown|unclear|ongoing|in progress|pending|not|xx?h? ?xx?m?|y{4}|still)(?![\p{L}\d]))/iu.test(
    withoutInvisible(words).replace(/^[([*_`\s]+/, ''),
  );
}
