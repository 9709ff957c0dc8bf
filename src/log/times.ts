import { formProblem, readOpeningTime, type TimeProblem } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { faultBehind } from '../incident/time-words.ts';
import { isUnknown } from './words.ts';

/** A time as a log states it. */
export type StatedTime =
  /** With its seconds, which count until a figure is compared. */
  | { readonly kind: 'time'; readonly instant: Instant }
  /** Nothing, or words for it: "TBC". */
  | { readonly kind: 'unknown' }
  | TimeProblem;

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
  const fault = faultBehind(rest);
  if (fault !== null) return formProblem(text, fault);
  const { reading } = opening;
  if (reading.kind !== 'time') return reading;
  const [, seconds = '0'] = /\d{2}:\d{2}:(\d{2})/.exec(typed) ?? [];
  const minute = reading.instant - (reading.instant % 60_000);
  return { kind: 'time', instant: minute + Number(seconds) * 1000 };
}

/** `10:00-10:30`: half a day behind UTC, or half an hour. An offset with a blank in front is how we write one ourselves. */
function mayBeRange(typed: string): boolean {
  const [, from, until] = /(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(typed) ?? [];
  return from !== undefined && until !== undefined && until > from;
}
