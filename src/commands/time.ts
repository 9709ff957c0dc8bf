import {
  clockTolerance,
  formatDate,
  formatTime,
  instantsShown,
  quote,
  readOpeningClock,
  readOpeningTime,
} from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { trimInvisible, withoutInvisible } from '../incident/invisible.ts';
import type { TimeOfDay } from '../incident/time-pattern.ts';
import { faultBehind, isQualifier, zoneFault } from '../incident/time-words.ts';
import { hour, minute, offsetAt } from '../incident/wall-clock.ts';
import { fullAt, offsetBefore } from './offsets.ts';
import { changesTime, namesTime, tellsTime } from './time-words.ts';

/** When a comment was written, and the zone (IANA name) that its wall clocks are in. */
export interface Moment {
  /** UTC milliseconds; null where the comment was edited later, so that nobody knows when its words were written. */
  readonly at: Instant | null;
  readonly timezone: string;
}

/** What is wrong with the time of a command. */
export interface TimeError {
  readonly kind: 'error';
  /** One or two sentences. */
  readonly message: string;
  /** What to type behind the command instead, with the words that were typed; none where there is no telling. */
  readonly suggestions: readonly string[];
}

export type CommandTime =
  | { readonly kind: 'time'; readonly instant: Instant; readonly rest: string }
  /** The words name no time at all. */
  | { readonly kind: 'none' }
  | TimeError;

const day = 24 * hour;
/** The furthest back that a clock showed a time which it will not show in the next 12 hours, on a day that is two hours longer. */
const furthest = 14 * hour;

/**
 * The time that the words of a command begin with: `now`, which is when the comment was written; a time of day; or a full time as
 * the form takes it. A time of day is the next one that the clock shows after the comment where that is at most 5 minutes ahead;
 * more than that and up to 12 hours ahead is an error, since the clock may be one in another zone; otherwise it is the
 * last time that the clock showed it. What stands behind a time may not change it. Nothing is guessed.
 *
 * @param behind what may stand behind the time, and alone: a note, or the text that tells what happened
 */
export function readCommandTime(argument: string, moment: Moment, behind: 'note' | 'text'): CommandTime {
  const now = (behind === 'note' ? /^now(?![\p{L}\p{N}-])/iu : /^now(?![\p{L}\p{N}-])/u).exec(argument)?.[0];
  if (now !== undefined) {
    const instant = momentOf(moment);
    if (typeof instant !== 'number') return instant;
    const rest = argument.slice(now.length);
    return faultOfRest(rest, 'YYYY-MM-DD HH:MM', behind) ?? { kind: 'time', instant, rest: noteBehind(rest) };
  }
  const full = readOpeningTime(argument, moment.timezone);
  if (full !== null) return fullTime(argument, full, moment, behind);
  const clock = readOpeningClock(argument);
  if (clock !== null) return clockTime(argument, clock, moment, behind);
  if (!(behind === 'note' ? namesTime : tellsTime)(argument)) return { kind: 'none' };
  const typed = correctedClock(argument);
  if (typed !== null) return invalid(argument, 'is not a time in the form expected.', [typed]);
  return invalid(argument, 'may say when it was, in a way that is not read. Put the time in front.', [
    `YYYY-MM-DD HH:MM${restOf(argument, behind)}`,
  ]);
}

/** The whole minute in which a comment was written, or what is wrong with relying on it. */
export function momentOf({ at }: Moment): Instant | TimeError {
  if (at !== null) return Math.floor(at / minute) * minute;
  return {
    kind: 'error',
    message: 'The comment was edited since it was written, so the time must be given in full.',
    suggestions: [],
  };
}

function fullTime(
  argument: string,
  { reading, length }: NonNullable<ReturnType<typeof readOpeningTime>>,
  { at, timezone }: Moment,
  behind: 'note' | 'text',
): CommandTime {
  const [typed, rest] = [argument.slice(0, length), argument.slice(length)];
  // A date says which day is meant, and parentheses what is a note.
  const isNote = /^\s*\(.*\)[\s.!]*$/s.test(rest) && !isQualifier(rest);
  const fault = isNote ? null : faultBehind(withoutInvisible(rest));
  if (fault !== null) return invalid(argument, `${fault}.`, offsetSuggestions(fault, typed));
  if (reading.kind === 'problem') return { kind: 'error', message: reading.message, suggestions: [] };
  const { instant } = reading;
  if (at !== null && instant > at + clockTolerance) {
    const elsewhere = offsetBefore(instant - at, offsetAt(instant, timezone));
    const isOffset = /(?:Z|UTC|GMT|[+-]\d\d:\d\d)\s*$/i.test(withoutInvisible(typed));
    const suggestions = isOffset || instant > at + 14 * hour ? [] : [`${typed.trim()}${elsewhere}`];
    return invalid(
      typed,
      `is still to come in ${timezone}.`,
      suggestions.map((each) => each + restOf(rest, behind)),
    );
  }
  const isFree = behind === 'text' || isNote;
  return (
    (isFree ? null : faultOfRest(rest, withoutInvisible(typed).trim(), behind)) ?? {
      kind: 'time',
      instant,
      rest: noteBehind(rest),
    }
  );
}

function clockTime(
  argument: string,
  { reading, length }: NonNullable<ReturnType<typeof readOpeningClock>>,
  moment: Moment,
  behind: 'note' | 'text',
): CommandTime {
  const rest = argument.slice(length);
  if (typeof reading === 'string') return invalid(argument.slice(0, length), `${reading}.`, []);
  const typed = `${pad(reading.hours)}:${pad(reading.minutes)}`;
  const fault = faultBehind(withoutInvisible(rest));
  if (fault !== null) return invalid(argument, `${fault}.`, offsetSuggestions(fault, typed));
  const changed = faultOfRest(rest, `YYYY-MM-DD ${typed}`, behind);
  if (changed !== null) return changed;
  const written = momentOf(moment);
  if (typeof written !== 'number') return written;

  const { timezone } = moment;
  const shown = instantsAround(reading, written, timezone);
  const next = shown.find((instant) => instant > written) ?? Infinity;
  const last = shown.findLast((instant) => instant <= written) ?? -Infinity;
  if (next - written <= clockTolerance) return { kind: 'time', instant: next, rest: noteBehind(rest) };
  const isAhead = next - written <= 12 * hour;
  if (!isAhead && written - last <= furthest) return { kind: 'time', instant: last, rest: noteBehind(rest) };

  const full = reading.offset === null ? formatTime(last, timezone) : fullAt(last, reading.offset);
  const note = restOf(rest, behind);
  const clock = argument.slice(0, length);
  if (!isAhead)
    return invalid(clock, `is a time that the clock in ${timezone} skipped of late.`, [full + note]);
  if (reading.offset !== null)
    return invalid(clock, 'is still to come. If it was the day before, type the date.', [full + note]);
  return invalid(
    clock,
    `is still to come in ${timezone}, where the comment was written at ${formatTime(written, timezone).slice(11, 16)}. If your clock is in another zone, type its offset; if it was the day before, type the date.`,
    [`${typed}${offsetBefore(next - written, offsetAt(next, timezone))}${note}`, full + note],
  );
}

/** The instants of four days around a comment at which a clock shows a time of day, earliest first. */
function instantsAround(time: TimeOfDay, written: Instant, timezone: string): Instant[] {
  const { offset } = time;
  if (offset !== null) {
    const midnight = Math.floor((written + offset * minute) / day) * day - offset * minute;
    const today = midnight + time.hours * hour + time.minutes * minute;
    return [today - day, today, today + day];
  }
  // A step of a day would pass over one of 23 hours.
  const dates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((halves) =>
    formatDate(written + halves * 12 * hour, timezone),
  );
  return [...new Set(dates)]
    .flatMap((date) => instantsShown(date, time, timezone))
    .sort((one, other) => one - other);
}

/** What to type where a zone is named in a way that is not read. */
function offsetSuggestions(fault: string, time: string): string[] {
  return fault === zoneFault ? [`${withoutInvisible(time).trim()}±HH:MM`] : [];
}

/** What is wrong with the words behind a time, or behind `now`; null where they leave it what it is. */
function faultOfRest(rest: string, full: string, behind: 'note' | 'text'): TimeError | null {
  if (!(behind === 'note' ? namesTime : changesTime)(rest)) return null;
  return invalid(
    rest.trim(),
    'behind the time may say another one. Type the time in full, and a note behind it in parentheses.',
    [full + restOf(rest, behind)],
  );
}

/** Words to go on with behind a time that is typed again; none that anybody would be notified by. */
function restOf(rest: string, behind: 'note' | 'text'): string {
  const note = noteBehind(withoutInvisible(rest));
  const isFit = note.length <= 60 && /\p{L}{2}/u.test(note) && !/[`@\p{Cc}]/u.test(note);
  if (!isFit) return behind === 'note' ? '' : ' …';
  return behind === 'note' ? ` (${note})` : ` ${note}`;
}

/** `HH:MM` of a time of day that was typed with a full stop, say; null where that would be a guess. */
function correctedClock(text: string): string | null {
  const [, hours, minutes] =
    /^(\d{1,2})\s?[:.h]\s?(\d{2})(?!\d|[:.]\d|\s*[ap]\.?m)/i.exec(withoutInvisible(text).normalize('NFKC')) ??
    [];
  return hours === undefined || Number(hours) > 23 || Number(minutes) > 59
    ? null
    : `${pad(Number(hours))}:${minutes}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** The words behind a time, without what parts them from it and without parentheses around the whole. */
export function noteBehind(rest: string): string {
  const text = trimInvisible(trimInvisible(rest).replace(/^[\s,;:.!–—-]+/, ''));
  const inside = /^\((.*)\)$/s.exec(text)?.[1];
  return inside === undefined || !isBalanced(inside) ? text : inside.trim();
}

/** Whether each parenthesis has its partner. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function invalid(text: string, fault: string, suggestions: readonly string[]): TimeError {
  return { kind: 'error', message: `${quote(text)} ${fault}`, suggestions };
}
