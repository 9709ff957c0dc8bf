import { offsetOfVisible, withoutInvisible } from './invisible.ts';

/** A time of day; hours of one digit and full stops are read on a clock of twelve hours alone. */
const clock = String.raw`(?<hours>\d{1,2})(?<mark>[:.])(?<minutes>\d{2})(?::(?<seconds>\d{2}(?:[.,]\d+)?))?(?:\s?(?<half>[ap])\.?m(?:(?=Z|UTC|GMT)|\b)\.?)?`;
const offset = String.raw`(?:(?<gap>\s*)(?<offset>Z|UTC|GMT|[+-]\d{2}:\d{2}))?`;
/** What follows may not run on, so that `11:2930`, `11:29:3` or `11:29 UTCish` does not pass for its first half. */
const end = String.raw`(?![\p{L}\p{N}_]|[:.]\d)`;
/** Upper and lower case alike, as RFC 3339 section 5.6 has it for `T` and `Z`. */
export const timePattern = new RegExp(
  String.raw`^(?<date>\d{4}-\d{2}-\d{2})(?<between>T|\s+)${clock}${offset}${end}`,
  'iu',
);
export const clockPattern = new RegExp(`^${clock}${offset}${end}`, 'iu');

/** What a pattern finds at the beginning of a text. */
export interface Opening {
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Characters that it takes, those that show nothing included. */
  readonly length: number;
}

/** A time of day as typed, on a clock of 24 hours. */
export interface TimeOfDay {
  readonly hours: number;
  readonly minutes: number;
  /** With fractions. */
  readonly seconds: number;
  /** Minutes east of UTC; null where none was typed. */
  readonly offset: number | null;
}

/** What a text begins with, characters that show nothing aside; null where the pattern does not fit. */
export function open(text: string, pattern: RegExp): Opening | null {
  const match = pattern.exec(withoutInvisible(text));
  return match && { groups: match.groups ?? {}, length: offsetOfVisible(text, match[0].length) };
}

/** A time of day; what is wrong with it, as words after “…”; null for what is not of that form. */
export function readTimeOfDay({ groups }: Opening): TimeOfDay | string | null {
  const { hours: typed = '', mark, half } = groups;
  if (half === undefined && (typed.length < 2 || mark === '.')) return null;
  const [hours, minutes] = [Number(typed), Number(groups.minutes)];
  const seconds = Number(groups.seconds?.replace(',', '.') ?? 0);
  const isOnClock = half === undefined ? hours <= 23 : hours >= 1 && hours <= 12;
  if (!isOnClock || minutes > 59 || seconds >= 60) return 'names a time of day that does not exist';
  const offset = readOffset(groups.offset);
  if (offset === undefined) return 'names an offset from UTC that does not exist';
  if (mayBeRange(groups)) return 'may be a range, or a time with an offset that lacks the blank in front';
  const inDay = half === undefined ? hours : (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { hours: inDay, minutes, seconds, offset };
}

/** Minutes east of UTC, null where no offset was typed, undefined where there is no such offset. */
function readOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (/^[zug]/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4));
  // +14:00, Kiritimati, is the furthest that any clock has been from UTC since 1970.
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** `10:00-10:30`: half a day behind UTC, or half an hour. Machines write offsets so, but with a `T` or seconds. */
function mayBeRange({
  between,
  hours,
  minutes,
  seconds,
  half,
  gap,
  offset = '',
}: Opening['groups']): boolean {
  const isPlain = seconds === undefined && half === undefined && between?.toUpperCase() !== 'T';
  return isPlain && gap === '' && offset.startsWith('-') && offset.slice(1) > `${hours}:${minutes}`;
}
