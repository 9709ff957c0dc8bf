import { formProblem, readOpeningTime, type TimeProblem } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { isUnknown } from './parts.ts';

/** A time as a log states it. */
export type StatedTime =
  | {
      readonly kind: 'time';
      readonly instant: Instant;
      /** The time alone, in the form that `readTime` reads, to be varied. */
      readonly text: string;
    }
  /** Nothing, or words for it: "TBC". */
  | { readonly kind: 'unknown' }
  | TimeProblem;

const zones =
  /^\s*\(?(?:GMT|BST|IST|CES?T|EES?T|WES?T|MSK|[ECMP][SD]T|AK[SD]T|HST|JST|KST|SGT|SAST|AE[SD]T|AC[SD]T|AWST|NZ[SD]T)\b/;

/**
 * Reads a time that somebody typed into a log, whatever stands behind it: as `readTime` does, and with an hour of one digit as it
 * stands. All else is a problem, twelve-hour clocks, zones by their letters and ranges of times too: nothing is guessed.
 */
export function readStatedTime(words: string, timezone: string): StatedTime {
  const text = words.replace(/^[*_`"“'\s]+/, '');
  if (isUnknown(text)) return { kind: 'unknown' };
  const padded = text.replace(
    /^(\d{4}-\d{2}-\d{2}(?:T|\s+))(\d)(?=:\d{2})/i,
    (_, day: string, hour: string) => `${day}0${hour}`,
  );
  const opening = readOpeningTime(padded, timezone);
  if (opening === null) return formProblem(text, 'is not a time in the form expected');
  const rest = padded.slice(opening.length);
  if (/^\s*[ap]\.?\s?m\b/i.test(rest)) return formProblem(text, 'is a time on a clock of twelve hours');
  if (zones.test(rest)) {
    return formProblem(text, 'names its time zone by letters that do not mean the same everywhere');
  }
  if (/^\s*(?:-|–|—|to|until)\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2})/.test(rest))
    return formProblem(text, 'is a range');
  const { reading } = opening;
  return reading.kind === 'time' ? { ...reading, text: padded.slice(0, opening.length) } : reading;
}
