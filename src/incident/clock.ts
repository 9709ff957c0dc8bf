import { tzOffset } from '@date-fns/tz';
import { differenceInMinutes } from 'date-fns';
import type { Instant, ProblemRule, RecordedTime } from './incident.ts';

export type TimeReading =
  | { readonly kind: 'time'; readonly time: RecordedTime }
  | { readonly kind: 'blank' }
  | TimeProblem;

export interface TimeProblem {
  readonly kind: 'problem';
  readonly rule: Extract<ProblemRule, 'timestamp-form' | 'timestamp-ambiguous'>;
  readonly message: string;
}

/** Milliseconds since 1970-01-01 00:00 on the clock on the wall, as if that clock were UTC's. */
type WallClock = number;

const minute = 60_000;
const hour = 60 * minute;

/** Outside these years a time is surely mistyped, and one such year would fill a log with empty quarters. */
const years = { first: 1970, last: 9999 };
const mistypedYear = `names a year that is not between ${years.first} and ${years.last}`;

/**
 * A time without its note. Upper and lower case alike, as RFC 3339 section 5.6 has it for `T` and `Z`. What follows may not
 * run on in letters or digits, so that `11:2930` or `11:29 UTCish` does not pass for its first half.
 */
const timePattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:T|\s+)(\d{2}):(\d{2})(?::(\d{2}))?(?:\s*(Z|UTC|[+-]\d{2}:\d{2}))?(?![\p{L}\p{N}_])/iu;

/**
 * Reads one recorded time: `YYYY-MM-DD HH:MM`, `T` or spaces between, seconds dropped, then optionally `Z`, `UTC` or
 * `±HH:MM` (at most 14 hours), then optionally a note in parentheses, which may nest. Without an offset it is wall clock in
 * `timezone` (an IANA name).
 *
 * Blank is what holds nothing but white space. All else is a problem, `timestamp-ambiguous` where the clock showed that
 * time twice and `timestamp-form` otherwise, a time that the clock skipped included: nothing is guessed.
 */
export function readTime(text: string, timezone: string): TimeReading {
  const words = text.trim();
  if (words === '') return { kind: 'blank' };
  if (/[\r\n]/.test(words)) return formProblem(words, 'stands on several lines');

  const match = timePattern.exec(words);
  if (match === null) return formProblem(words, 'is not a time in the form expected');
  const note = readNote(words.slice(match[0].length));
  if (note === undefined) {
    return formProblem(
      words,
      'ends in something that is neither an offset such as +01:00 nor a note in parentheses',
    );
  }
  const reading = resolve(match, timezone);
  if (typeof reading === 'string') return formProblem(words, reading);

  const resolved = resolvedTime(words, reading, timezone);
  return resolved.kind === 'time' ? { kind: 'time', time: { instant: resolved.instant, note } } : resolved;
}

/**
 * The time that a line begins with, in the forms of `readTime` but without a note, and how many characters it takes; null
 * when the line begins with none, or with one that the clock in `timezone` skipped. A time that the clock showed twice is
 * taken for the earlier instant, so this serves to compare the order of lines and not to compute figures.
 */
export function readLeadingTime(line: string, timezone: string): { instant: Instant; length: number } | null {
  const match = timePattern.exec(line);
  if (match === null) return null;
  const reading = resolve(match, timezone);
  const instant = typeof reading === 'string' ? undefined : reading.instants[0];
  return instant === undefined ? null : { instant, length: match[0].length };
}

/** The instants, earliest first, at which the clock showed a time that is nothing but that: none where it skipped it, two where it showed it twice. */
export function instantsShown(time: string, timezone: string): readonly Instant[] {
  const match = timePattern.exec(time);
  const resolved = match === null ? '' : resolve(match, timezone);
  return typeof resolved === 'string' ? [] : resolved.instants;
}

/**
 * As `readTime`, of the time that a line begins with, whatever follows it, and how many characters it takes; null when the line
 * begins with nothing of that form.
 */
export function readOpeningTime(
  line: string,
  timezone: string,
): { readonly reading: TimeProblem | { kind: 'time'; instant: Instant }; readonly length: number } | null {
  const match = timePattern.exec(line);
  if (match === null) return null;
  const [words] = match;
  const resolved = resolve(match, timezone);
  const reading =
    typeof resolved === 'string' ? formProblem(words, resolved) : resolvedTime(words, resolved, timezone);
  return { reading, length: words.length };
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

/** Whole minutes that pass from one instant to the other, whatever the clocks do meanwhile; negative when `to` is earlier. */
export function elapsedMinutes(from: Instant, to: Instant): number {
  return differenceInMinutes(to, from, { roundingMethod: 'floor' });
}

/** Whether `name` is a time zone by its IANA name. An offset such as `+01:00`, which Intl takes for a zone, is not. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The instants that a matched time can mean, none to two, earliest first; or what is wrong with it, as words after “…”. */
function resolve(
  match: RegExpExecArray,
  timezone: string,
): { readonly wall: WallClock; readonly instants: readonly Instant[] } | string {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  if (isMistyped(year)) return mistypedYear;
  // A day too many, or too few, is carried over into another month: 30 February into March.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1) return 'names a day that does not exist';
  if (hours > 23 || minutes > 59 || seconds > 59) return 'names a time of day that does not exist';
  const offset = readOffset(match[7]);
  if (offset === undefined) return 'names an offset from UTC that does not exist';

  const wall = midnight.getTime() + hours * hour + minutes * minute;
  if (offset === null) return { wall, instants: instantsAt(wall, timezone) };
  const instant = wall - offset * minute;
  // An offset can carry 31 December into the year that is out of bounds.
  return isMistyped(new Date(wallClockAt(instant, timezone)).getUTCFullYear())
    ? mistypedYear
    : { wall, instants: [instant] };
}

/** The one instant that the clock shows, or what is wrong with a time that it skips or shows twice. */
function resolvedTime(
  words: string,
  { wall, instants: [instant, second] }: { readonly wall: WallClock; readonly instants: readonly Instant[] },
  timezone: string,
): TimeProblem | { kind: 'time'; instant: Instant } {
  if (instant === undefined) return skippedProblem(words, wall, timezone);
  if (second !== undefined) return ambiguousProblem(words, instant, second, timezone);
  return { kind: 'time', instant };
}

function isMistyped(year: number): boolean {
  return year < years.first || year > years.last;
}

/** Minutes east of UTC, null where no offset was typed, undefined where there is no such offset. */
function readOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (/^[zu]/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4));
  // +14:00, Kiritimati, is the furthest that any clock has been from UTC since 1970.
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The words in parentheses, null when there are none, undefined when the text is anything but one pair of parentheses. */
function readNote(text: string): string | null | undefined {
  const words = text.trim();
  if (words === '') return null;
  if (!words.startsWith('(') || !words.endsWith(')')) return undefined;
  const note = words.slice(1, -1);
  let depth = 0;
  for (const character of note) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? note.trim() || null : undefined;
}

/** The instants at which the clock in `timezone` shows `wall`: none where it skips that time, two where it repeats it. */
function instantsAt(wall: WallClock, timezone: string): readonly Instant[] {
  const { before, after } = offsetsAround(wall, timezone);
  if (before === after) return [wall - before * minute];
  // Where both fit, the clock was put back: the larger offset, and so the earlier instant, is the one before.
  return [wall - before * minute, wall - after * minute].filter(
    (instant) => wallClockAt(instant, timezone) === wall,
  );
}

/**
 * The offsets at the ends of the hours in which the clock can show `wall`: since 1970 none has been more than 14 hours ahead
 * of UTC or 12 behind it. No zone has changed its offset twice within so short a time.
 */
function offsetsAround(
  wall: WallClock,
  timezone: string,
): { readonly before: number; readonly after: number } {
  return { before: offsetAt(wall - 14 * hour, timezone), after: offsetAt(wall + 12 * hour, timezone) };
}

function wallClockAt(instant: Instant, timezone: string): WallClock {
  return instant + offsetAt(instant, timezone) * minute;
}

/** Whole minutes east of UTC. Throws a RangeError for what is not a time zone. */
function offsetAt(instant: Instant, timezone: string): number {
  const offset = tzOffset(timezone, new Date(instant));
  if (Number.isNaN(offset)) throw new RangeError(`“${timezone}” is not a time zone`);
  // Since 1970 only Africa/Monrovia, until 7 January 1972, has had seconds in its offset.
  return Math.round(offset);
}

function formatWallClock(wall: WallClock): string {
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
}

function formatWithOffset(instant: Instant, timezone: string): string {
  const offset = offsetAt(instant, timezone);
  const size = new Date(Math.abs(offset) * minute).toISOString().slice(11, 16);
  return `${formatWallClock(instant + offset * minute)} ${offset < 0 ? '-' : '+'}${size}`;
}

/** What is wrong with a time that is not of the form expected. `fault` goes on behind the words. */
export function formProblem(words: string, fault: string): TimeProblem {
  const message = `${quote(words)} ${fault}: type it as YYYY-MM-DD HH:MM, for example 2024-10-15 11:29.`;
  return { kind: 'problem', rule: 'timestamp-form', message };
}

function skippedProblem(words: string, wall: WallClock, timezone: string): TimeProblem {
  const change = offsetChange(wall, timezone);
  const message =
    `${quote(words)} does not exist in ${timezone}, where the clock went from ${formatTime(change - minute, timezone)} ` +
    `straight to ${formatTime(change, timezone)}: type a time before or after that gap.`;
  return { kind: 'problem', rule: 'timestamp-form', message };
}

function ambiguousProblem(words: string, first: Instant, second: Instant, timezone: string): TimeProblem {
  const message =
    `${quote(words)} came twice in ${timezone}, where the clock was put back: ` +
    `type ${formatWithOffset(first, timezone)} or ${formatWithOffset(second, timezone)}.`;
  return { kind: 'problem', rule: 'timestamp-ambiguous', message };
}

/** The instant at which the clock in `timezone` jumps over `wall`. */
function offsetChange(wall: WallClock, timezone: string): Instant {
  const { before } = offsetsAround(wall, timezone);
  let [earlier, later] = [wall - 14 * hour, wall + 12 * hour];
  while (later - earlier > minute) {
    const middle = earlier + Math.floor((later - earlier) / minute / 2) * minute;
    if (offsetAt(middle, timezone) === before) earlier = middle;
    else later = middle;
  }
  return later;
}

/** The person's words on one line, without characters that are not seen, shortened to 60. */
export function quote(words: string): string {
  const seen = Array.from(words.slice(0, 1000).replace(/\s+/g, ' ').replace(/\p{C}/gu, ''));
  return `“${seen.length > 60 ? `${seen.slice(0, 59).join('')}…` : seen.join('')}”`;
}
