import { readDuration } from '../incident/duration.ts';
import type { Words } from './words.ts';

/** A duration as a log states it. */
export interface StatedDuration {
  readonly minutes: number;
  /** Offsets in the source of the figure alone, without marks of emphasis around it. */
  readonly start: number;
  readonly end: number;
  /** The figure as it is typed, and what stands behind it. */
  readonly text: string;
  readonly remark: string;
}

/** The duration that a value begins with; null where there is no value, or none that can be read. */
export function statedDuration(words: Words | null): StatedDuration | null {
  if (words === null) return null;
  const marks = /^[*_`[]*/.exec(words.text)?.[0].length ?? 0;
  const found = readDuration(words.text.slice(marks));
  if (found === null) return null;
  const end = marks + found.length;
  if (isBlurred(words.text.slice(end))) return null;
  return {
    minutes: found.minutes,
    start: words.start + marks,
    end: words.start + end,
    text: words.text.slice(marks, end),
    remark: words.text.slice(end),
  };
}

/** "2 hours or so" is no figure to compare, as "about 2 hours" is none. */
function isBlurred(remark: string): boolean {
  return /^\s*(?:[?+]|-?ish\b|or so\b|max\b|and a bit\b|at (?:least|most)\b|(?:[(]\s*)?(?:approx|roughly|about|estimated|rounded|ca\b))/i.test(
    remark,
  );
}
