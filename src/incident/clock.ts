import { differenceInMinutes } from 'date-fns';
import type { Instant, ProblemRule, RecordedTime } from './incident.ts';
import { trimInvisible, withoutInvisible } from './invisible.ts';
import {
  clockPattern,
  type Opening,
  open,
  readTimeOfDay,
  type TimeOfDay,
  timePattern,
} from './time-pattern.ts';
import { faultBehind, isQualifier } from './time-words.ts';
import {
  formatOffset,
  formatWallClock,
  hour,
  instantsAt,
  minute,
  offsetAt,
  offsetChange,
  type WallClock,
  wallClockAt,
} from './wall-clock.ts';

export type TimeReading =
  | { readonly kind: 'time'; readonly time: RecordedTime }
  | { readonly kind: 'blank' }
  | TimeProblem;

export interface TimeProblem {
  readonly kind: 'problem';
  readonly rule: Extract<ProblemRule, 'timestamp-form' | 'timestamp-ambiguous'>;
  readonly message: string;
}

/** How far somebody's clock may be ahead of GitHub's, in milliseconds: a time that is no further in the future has happened. */
export const clockTolerance = 5 * 60_000;

/** Outside these years a time is surely mistyped, and one such year would fill a log with empty quarters. */
const years = { first: 1970, last: 9999 };
const mistypedYear = `names a year that is not between ${years.first} and ${years.last}`;

/**
 * Reads one recorded time: `YYYY-MM-DD HH:MM`, `T` or spaces between, seconds and their fractions dropped, or on a clock of twelve
 * hours (`9:20 pm`, `9.20pm`); then optionally `Z`, `UTC`, `GMT` or `±HH:MM` (at most 14 hours), then optionally a note in
 * parentheses, which may nest. Without an offset it is wall clock in `timezone` (an IANA name). Characters that show nothing are
 * ignored.
 *
 * Blank is what shows nothing. All else is a problem, `timestamp-ambiguous` where the clock showed that
 * time twice and `timestamp-form` otherwise, a time that the clock skipped included: nothing is guessed.
 */
export function readTime(text: string, timezone: string): TimeReading {
  const trimmed = trimInvisible(text);
  if (trimmed === '') return { kind: 'blank' };
  if (/[\r\n]/.test(trimmed)) return formProblem(trimmed, 'stands on several lines');

  const opening = open(trimmed, timePattern);
  const reading = opening && resolve(opening, timezone);
  if (opening === null || reading === null) return formProblem(trimmed, 'is not a time in the form expected');
  const rest = trimmed.slice(opening.length);
  const note = readNote(rest);
  if (note === undefined || isQualifier(rest)) {
    return formProblem(
      trimmed,
      faultBehind(withoutInvisible(rest)) ??
        'ends in something that is neither an offset such as +01:00 nor a note in parentheses',
    );
  }
  if (typeof reading === 'string') return formProblem(trimmed, reading);

  const resolved = resolvedTime(trimmed, reading, timezone);
  return resolved.kind === 'time' ? { kind: 'time', time: { instant: resolved.instant, note } } : resolved;
}

/**
 * The time that a line begins with, in the forms of `readTime` but without a note, and how many characters it takes; null
 * when the line begins with none, or with one that the clock in `timezone` skipped. A time that the clock showed twice is
 * taken for the earlier instant, so this serves to compare the order of lines and not to compute figures.
 */
export function readLeadingTime(line: string, timezone: string): { instant: Instant; length: number } | null {
  const opening = open(line, timePattern);
  const reading = opening && resolve(opening, timezone);
  if (opening === null || reading === null || typeof reading === 'string') return null;
  const instant = reading.instants[0];
  return instant === undefined ? null : { instant, length: opening.length };
}

/** The instants, earliest first, at which the clock in `timezone` shows a time of day on a date (`YYYY-MM-DD`): none where it skips it, two where it shows it twice. */
export function instantsShown(
  date: string,
  { hours, minutes }: Pick<TimeOfDay, 'hours' | 'minutes'>,
  timezone: string,
): readonly Instant[] {
  return instantsAt(Date.parse(`${date}T00:00Z`) + hours * hour + minutes * minute, timezone);
}

/**
 * As `readTime`, of the time that a line begins with, whatever follows it, with the seconds that are cut off its instant (fractions
 * included), and how many characters it takes; null when the line begins with nothing of that form.
 */
export function readOpeningTime(
  line: string,
  timezone: string,
): {
  readonly reading: TimeProblem | { kind: 'time'; instant: Instant; seconds: number };
  readonly length: number;
} | null {
  const opening = open(line, timePattern);
  const resolved = opening && resolve(opening, timezone);
  if (opening === null || resolved === null) return null;
  const text = line.slice(0, opening.length);
  const reading =
    typeof resolved === 'string' ? formProblem(text, resolved) : resolvedTime(text, resolved, timezone);
  return { reading, length: opening.length };
}

/** The time of day that a line begins with, or what is wrong with it, as words after “…”, and how many characters it takes; null for none. */
export function readOpeningClock(
  line: string,
): { readonly reading: TimeOfDay | string; readonly length: number } | null {
  const opening = open(line, clockPattern);
  const reading = opening && readTimeOfDay(opening);
  return opening === null || reading === null ? null : { reading, length: opening.length };
}

/**
 * `YYYY-MM-DD HH:MM` on the clock in `timezone`, with ` ±HH:MM` behind it when the clock shows that time twice. `readTime`
 * reads it back to the same instant.
 */
export function formatTime(instant: Instant, timezone: string): string {
  const wall = wallClockAt(instant, timezone);
  const isRepeated = instantsAt(wall, timezone).length > 1;
  return isRepeated ? formatWithOffset(instant, timezone) : formatWallClock(wall);
}

/** `YYYY-MM-DD` on the calendar in `timezone`. */
export function formatDate(instant: Instant, timezone: string): string {
  return formatWallClock(wallClockAt(instant, timezone)).slice(0, 10);
}

/** Hours and minutes, never days and never padded: `0h 42m`, `3504h 45m`. Takes whole minutes, zero or more. */
export function formatDuration(minutes: number): string {
  return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

/** As `formatDuration`; from 72 hours on also in days and hours, `97h 6m (4d 1h)`. */
export function formatDurationInDays(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${formatDuration(minutes)}${hours < 72 ? '' : ` (${Math.floor(hours / 24)}d ${hours % 24}h)`}`;
}

/** Whole minutes that pass from one instant to the other, whatever the clocks do meanwhile; negative when `to` is earlier. */
export function elapsedMinutes(from: Instant, to: Instant): number {
  return differenceInMinutes(to, from, { roundingMethod: 'floor' });
}

/** Whether `name` is a time zone by its IANA name. An offset such as `+01:00`, which Intl takes for a zone, is not. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  if (name === 'UTC') return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

interface Resolved {
  readonly wall: WallClock;
  readonly seconds: number;
  /** None to two, earliest first. */
  readonly instants: readonly Instant[];
}

/** What a time can mean; what is wrong with it, as words after “…”; null for what is not of that form. */
function resolve(opening: Opening, timezone: string): Resolved | string | null {
  const [year = 0, month = 0, day = 0] = opening.groups.date?.split('-').map(Number) ?? [];
  const time = readTimeOfDay(opening);
  if (time === null) return null;
  if (isMistyped(year)) return mistypedYear;
  // A day too many, or too few, is carried over into another month: 30 February into March.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1) return 'names a day that does not exist';
  if (typeof time === 'string') return time;

  const { seconds, offset } = time;
  const wall = midnight.getTime() + time.hours * hour + time.minutes * minute;
  if (offset === null) return { wall, seconds, instants: instantsAt(wall, timezone) };
  const instant = wall - offset * minute;
  // An offset can carry 31 December into the year that is out of bounds.
  return isMistyped(new Date(wallClockAt(instant, timezone)).getUTCFullYear())
    ? mistypedYear
    : { wall, seconds, instants: [instant] };
}

/** The one instant that the clock shows, or what is wrong with a time that it skips or shows twice. */
function resolvedTime(
  typed: string,
  { wall, seconds, instants: [instant, second] }: Resolved,
  timezone: string,
): TimeProblem | { kind: 'time'; instant: Instant; seconds: number } {
  if (instant === undefined) return skippedProblem(typed, wall, timezone);
  if (second !== undefined) return ambiguousProblem(typed, instant, second, timezone);
  return { kind: 'time', instant, seconds };
}

function isMistyped(year: number): boolean {
  return year < years.first || year > years.last;
}

/** The words in parentheses, null when there are none, undefined when the text is anything but one pair of parentheses. */
function readNote(text: string): string | null | undefined {
  const trimmed = trimInvisible(text);
  if (trimmed === '') return null;
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return undefined;
  const note = trimmed.slice(1, -1);
  let depth = 0;
  for (const character of note) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? note.trim() || null : undefined;
}

function formatWithOffset(instant: Instant, timezone: string): string {
  return `${formatWallClock(wallClockAt(instant, timezone))} ${formatOffset(offsetAt(instant, timezone))}`;
}

/** What is wrong with a time that is not of the form expected. `fault` goes on behind the words. */
export function formProblem(typed: string, fault: string): TimeProblem {
  const message = `${quote(typed)} ${fault}: type it as YYYY-MM-DD HH:MM, for example 2024-10-15 11:29.`;
  return { kind: 'problem', rule: 'timestamp-form', message };
}

function skippedProblem(typed: string, wall: WallClock, timezone: string): TimeProblem {
  const change = offsetChange(wall, timezone);
  const message =
    `${quote(typed)} does not exist in ${timezone}, where the clock went from ${formatTime(change - minute, timezone)} ` +
    `straight to ${formatTime(change, timezone)}: type a time before or after that gap.`;
  return { kind: 'problem', rule: 'timestamp-form', message };
}

function ambiguousProblem(typed: string, first: Instant, second: Instant, timezone: string): TimeProblem {
  const message =
    `${quote(typed)} came twice in ${timezone}, where the clock was put back: ` +
    `type ${formatWithOffset(first, timezone)} or ${formatWithOffset(second, timezone)}.`;
  return { kind: 'problem', rule: 'timestamp-ambiguous', message };
}

/** The person's words on one line, without characters that are not seen, shortened to 60. */
export function quote(typed: string): string {
  const characters = Array.from(typed.slice(0, 1000).replace(/\s+/g, ' ').replace(/\p{C}/gu, ''));
  return `“${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('')}”`;
}
