import { formProblem, readOpeningTime, type TimeProblem } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { isUnknown } from './words.ts';

/** A time as a log states it. */
export type StatedTime =
  | { readonly kind: 'time'; readonly instant: Instant }
  /** Nothing, or words for it: "TBC". */
  | { readonly kind: 'unknown' }
  | TimeProblem;

/** What stands behind a time and would make another time of it, with what is then to be said of the words. */
const followers: readonly (readonly [RegExp, string])[] = [
  [/^[\s,]*[([]?\s*[ap]\.?\s?m\b/i, 'is a time on a clock of twelve hours'],
  [
    /^[\s,]*[([-]?\s*(?:UTC|GMT|BST|IST|CES?T|EES?T|WES?T|MSK|[ECMP][SD]T|AK[SD]T|HK?T|HST|JST|KST|SGT|SAST|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|ET|PT|CT|MT)(?![\p{L}\p{N}])/iu,
    'names its time zone by letters, which do not mean the same everywhere',
  ],
  [/^[([]?\s*[+−-]\d/, 'ends in something that is no offset of the form +01:00'],
  [/^\s*[([]\s*(?:UTC|GMT)?\s*[+−-]\s*\d/i, 'ends in something that is no offset of the form +01:00'],
  [
    /^\s*(?:-|–|—|to|till|til|until|or|and|\/|,|&|→|->)\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?!\d))/i,
    'is more than one time',
  ],
];

/**
 * Reads a time that somebody typed into a log, whatever remark stands behind it: as `readTime` does, and with an hour of one
 * digit as it stands. All else is a problem, twelve-hour clocks, zones by their letters and several times too: nothing is guessed.
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
  const [typed, rest] = [padded.slice(0, opening.length), padded.slice(opening.length)];
  if (mayBeRange(typed)) return formProblem(text, 'may be a range, or a time with an offset');
  // A remark in parentheses may name other times.
  const others = rest.replace(/\([^()]*\)/g, '');
  if (/\d{4}-\d{2}-\d{2}(?:T|\s+)\d{1,2}:\d{2}/.test(others))
    return formProblem(text, 'is more than one time');
  const [, fault] = followers.find(([pattern]) => pattern.test(rest)) ?? [];
  if (fault !== undefined) return formProblem(text, fault);
  return opening.reading;
}

/** `10:00-10:30`: half a day behind UTC, or half an hour. An offset with a blank in front is how we write one ourselves. */
function mayBeRange(typed: string): boolean {
  const [, from, until] = /(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(typed) ?? [];
  return from !== undefined && until !== undefined && until > from;
}
