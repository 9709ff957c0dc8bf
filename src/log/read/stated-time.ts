import { formProblem, readOpeningTime, type TimeProblem } from '../../incident/clock.ts';
import type { Instant } from '../../incident/incident.ts';
import { withoutInvisible } from '../../incident/invisible.ts';
import { faultBehind } from '../../incident/time-words.ts';
import { isUnknown } from './span.ts';

/** A time as a log states it. */
export type StatedTime =
  /** With its seconds, which count until a figure is compared. */
  | { readonly kind: 'time'; readonly instant: Instant }
  /** Nothing, or words for it: "TBC". */
  | { readonly kind: 'unknown' }
  | TimeProblem;

/**
 * Reads a time that somebody typed into a log, whatever remark stands behind it: as `readTime` does, and with an hour of one
 * digit as it stands. All else is a problem, zones by their letters and several times too: nothing is guessed.
 */
export function readStatedTime(typed: string, timezone: string): StatedTime {
  const text = withoutInvisible(typed).replace(/^[*_`"“'\s]+/, '');
  if (isUnknown(text)) return { kind: 'unknown' };
  const padded = text.replace(
    /^(\d{4}-\d{2}-\d{2}(?:T|\s+))(\d)(?=:\d{2})/i,
    (_, day: string, hour: string) => `${day}0${hour}`,
  );
  const opening = readOpeningTime(padded, timezone);
  if (opening === null) return formProblem(text, 'is not a time in the form expected');
  const rest = padded.slice(opening.length);
  // A remark in parentheses may name other times.
  const others = rest.replace(/\([^()]*\)/g, '');
  if (/\d{4}-\d{2}-\d{2}(?:T|\s+)\d{1,2}:\d{2}/.test(others))
    return formProblem(text, 'is more than one time');
  const fault = faultBehind(rest);
  if (fault !== null) return formProblem(text, fault);
  const { reading } = opening;
  if (reading.kind !== 'time') return reading;
  return { kind: 'time', instant: reading.instant + reading.seconds * 1000 };
}
