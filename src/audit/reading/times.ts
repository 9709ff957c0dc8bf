import type { Instant } from '../../incident/incident.ts';
import { hour, instantsAt, minute, type WallClock } from '../../incident/wall-clock.ts';
import { monthOf } from '../../log/headings/months.ts';

/** A time as anybody's log states it. */
export interface WallTime {
  /** What the clock shows; null where the day is not known. */
  readonly wall: WallClock | null;
  /** Milliseconds since midnight; null for a day without a time. */
  readonly timeOfDay: number | null;
  /** Minutes east of UTC where the log says so, `local` for the zone of the run, or letters that say no offset for sure. */
  readonly clock: number | string;
  readonly precision: 'minute' | 'about' | 'day';
  /** Whether it is on a clock of twelve hours. */
  readonly isHalfDay: boolean;
}

/** A time in a text, and the characters that it takes. */
export interface FoundTime {
  readonly day: Day | null;
  readonly timeOfDay: number | null;
  /** As typed; null where none stands with the time. */
  readonly zone: string | null;
  readonly isAbout: boolean;
  /** Whether it is on a clock of twelve hours. */
  readonly isHalfDay: boolean;
  readonly start: number;
  readonly end: number;
}

/** A day; without a year it is one of the year of its incident. */
export interface Day {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const weekday = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,? )?';
const word = '[a-z]{3,9}\\.?';
const ordinal = '(?:st|nd|rd|th)?';
const dayForms = [
  // Of several days, the first counts; the year may stand behind the last.
  `(?<m5>${word}) (?<d5>\\d{1,2})${ordinal} ?[-–—] ?(?:(?:${word} )?\\d{1,2}${ordinal}|${word}),? (?<y5>(?:19|20)\\d{2})(?!\\d)`,
  `(?<d6>\\d{1,2})${ordinal}(?: (?<m6>${word}))? ?[-–—] ?\\d{1,2}${ordinal} (?<other>${word})?,? ?(?<y6>(?:19|20)\\d{2})(?!\\d)`,
  '(?<y1>\\d{4})(?<mark>[-/.])(?<m1>\\d{1,2})\\k<mark>(?<d1>\\d{1,2})(?!\\d)',
  '(?<y4>\\d{4})年(?<m4>\\d{1,2})月(?<d4>\\d{1,2})日',
  `(?<d2>\\d{1,2})${ordinal}(?: of)?[ -](?<m2>${word})(?:,?[ -](?<y2>(?:19|20)\\d{2})(?!\\d))?`,
  `(?<m3>${word}) (?<d3>\\d{1,2})${ordinal}(?![\\d:.]\\d|\\d)(?:,? (?<y3>(?:19|20)\\d{2})(?!\\d))?`,
];
/** Letters for a zone. None of them says an offset for sure: IST is that of three countries. */
const letters =
  '[ECMP][SD]?T|CES?T|EES?T|WES?T|BST|IST|MSK|JST|KST|HKT|SGT|SAST|AK[SD]T|HST|AE[SD]T|AC[SD]T|AWST|NZ[SD]T';
const zone = `(?: ?[([]?(?<zone>Z|UTC[+-]\\d{1,2}(?::?\\d{2})?|UTC|GMT[+-]\\d{1,2}|GMT|[+-](?:0\\d|1[0-4]):?\\d{2}|${letters})(?![A-Za-z\\d])[)\\]]?)?`;
const clock = `(?=\\d{1,2}(?:[:.]\\d{2}| ?[ap]))(?<h>\\d{1,2})(?:(?<colon>[:.])(?<min>[0-5]\\d)(?::(?<s>[0-5]\\d)(?:[.,]\\d{1,9})?)?)?(?![\\d:])(?: ?(?<half>[ap])(?:\\.?m\\.?)?(?![a-z]))?`;
const about = '(?<about>(?:[~≈]|約|(?:about|around|approx\\.?|approximately|circa|ca\\.|c\\.|roughly) ) ?)?';
const spaced = `(?:T|,? (?:at |@ ?|around |about |[-–—] )?~?|,)`;
const patterns = dayForms.map(
  (day) => new RegExp(`^${about}${weekday}${day}(?:${spaced}${clock}${zone})?`, 'iu'),
);
const clockFirst = dayForms.map(
  (day) => new RegExp(`^${about}${clock}${zone},? (?:on )?${weekday}${day}`, 'iu'),
);
const clockAlone = new RegExp(`^${about}${clock}${zone}`, 'iu');

/**
 * The day, the time of day, or both that a text begins with; null for none. A number alone is no time of day, and neither is a
 * day that does not exist.
 *
 * @param text the part of a line from there on
 */
export function readTimeAt(text: string, start: number): FoundTime | null {
  const part = text.slice(start, start + 100);
  // Most lines begin with no time, and the patterns are many.
  if (!/^[\p{L}\d~≈]/u.test(part) || !/\d/.test(part.slice(0, 40))) return null;
  for (const pattern of [...clockFirst, ...patterns, clockAlone]) {
    const match = pattern.exec(part);
    if (match === null) continue;
    const { groups = {} } = match;
    const day = dayOf(groups);
    if (day === undefined) continue;
    const timeOfDay = timeOfDayOf(groups);
    if (timeOfDay === undefined || (day === null && timeOfDay === null)) continue;
    let end = start + match[0].length;
    // Machines write offsets right behind a time, with a T or seconds; else `10:00-11:30` is a range.
    const mayBeRange =
      /\d-\d{2}:?\d{2}$/.test(match[0]) && groups.s === undefined && !/\dT\d/i.test(match[0]);
    if (mayBeRange && groups.zone?.startsWith('-')) end -= groups.zone.length;
    const [suffix = ''] = /^ ?(?:\(JST\) ?頃|頃|ish\b|-ish\b)/.exec(text.slice(end, end + 12)) ?? [];
    end += suffix.length;
    // Zones are upper case letters; “at” and “to” begin other words.
    const typed =
      mayBeRange || groups.zone === undefined || groups.zone !== groups.zone.toUpperCase()
        ? null
        : groups.zone;
    return {
      day,
      timeOfDay,
      zone: typed,
      isHalfDay: groups.half !== undefined,
      isAbout: groups.about !== undefined || suffix !== '' || /[~]|around|about/.test(match[0]),
      start,
      end,
    };
  }
  return null;
}

/** Null without a day in the match; undefined for one that does not exist. */
function dayOf(groups: Readonly<Record<string, string | undefined>>): Day | null | undefined {
  const find = (name: string) =>
    groups[`${name}1`] ??
    groups[`${name}2`] ??
    groups[`${name}3`] ??
    groups[`${name}4`] ??
    groups[`${name}5`] ??
    groups[`${name}6`];
  const [year, month, day] = [find('y'), find('m') ?? groups.other, find('d')];
  if (month === undefined || day === undefined) return null;
  const number = /^\d/.test(month) ? Number(month) : monthOf(month.replace('.', ''));
  if (number === null) return undefined;
  const date = new Date(Date.UTC(Number(year ?? 2000), number - 1, Number(day)));
  if (date.getUTCMonth() !== number - 1 || Number(day) === 0) return undefined;
  const isMistyped = year !== undefined && (Number(year) < 1970 || Number(year) > 9998);
  return isMistyped
    ? undefined
    : { year: year === undefined ? null : Number(year), month: number, day: Number(day) };
}

/** Milliseconds since midnight; null without a time, undefined for one that does not exist. */
function timeOfDayOf(groups: Readonly<Record<string, string | undefined>>): number | null | undefined {
  const { h, min, s, half } = groups;
  if (h === undefined) return null;
  // “10” alone may be anything.
  if (min === undefined && half === undefined) return undefined;
  const hours = Number(h);
  if (half === undefined ? hours > 23 : hours < 1 || hours > 12) return undefined;
  const inDay = half === undefined ? hours : (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return inDay * hour + Number(min ?? 0) * minute + Number(s ?? 0) * 1000;
}

const untilMark = /^(?: ?[)\]])?[ *_`]*(?:-|–|—|~|〜|～|→|->|to|until|till|through)[ *_`]*/i;

/** Two times with a word or a dash between them; null for anything else. */
export function readRangeAt(text: string, start: number): { from: FoundTime; to: FoundTime } | null {
  const from = readTimeAt(text, start);
  if (from === null) return null;
  const [mark] = untilMark.exec(text.slice(from.end, from.end + 40)) ?? [];
  if (mark === undefined) return null;
  const to = readTimeAt(text, from.end + mark.length);
  // In `3:30 to 4:15 PM`, the first may be in the morning or in the afternoon.
  return to === null || isOtherClock(from, to) ? null : { from, to };
}

/** Whether one of two times is on a clock of twelve hours and the other may be, too, so that its half of the day is not known. */
function isOtherClock(
  one: Pick<FoundTime, 'timeOfDay' | 'isHalfDay'>,
  other: Pick<FoundTime, 'timeOfDay' | 'isHalfDay'>,
): boolean {
  if (one.timeOfDay === null || other.timeOfDay === null || one.isHalfDay === other.isHalfDay) return false;
  const plain = one.isHalfDay ? other.timeOfDay : one.timeOfDay;
  return plain >= hour && plain < 13 * hour;
}

/** The first two times in a text with a word or a dash between them; null without any. */
export function rangeIn(text: string): ReturnType<typeof readRangeAt> {
  for (const { index } of text.slice(0, 300).matchAll(/(?<![\p{L}\d:.-])[\p{L}\d]/gu)) {
    const range = readRangeAt(text, index);
    if (range !== null && range.from.timeOfDay !== null && range.to.timeOfDay !== null) return range;
  }
  return null;
}

/** Minutes east of UTC; for letters that say no offset for sure, the letters. */
export function clockOf(typed: string | null): number | string | null {
  if (typed === null) return null;
  const [, sign = '', hours = '', minutes = ''] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(typed) ?? [];
  if (sign !== '') return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes || 0));
  return /^(?:Z|UTC|GMT)$/.test(typed) ? 0 : typed;
}

/** The zone that a statement such as “All times in UTC” or “Timeline (CET)” names; null for none. */
export function statedZone(text: string): string | null {
  const [, inWords, inParentheses] = zoneStatement.exec(text.slice(0, 300)) ?? [];
  return inWords ?? inParentheses ?? null;
}

const zoneStatement = new RegExp(
  `\\b(?:[Tt]imes?|[Tt]imestamps?|[Tt]imeline)\\b[^.\\n]{0,30}?\\b(?:in|are) \\(?(UTC|GMT|${letters})\\b|\\((?:[^()]{0,40}[ ,])?(UTC|GMT|Z|${letters})\\)`,
);

/** Midnight of a day on the wall. */
export function midnightOf({ year, month, day }: Day & { readonly year: number }): WallClock {
  return Date.UTC(year, month - 1, day);
}

/** The instant of a time; null where its zone is only known by letters, or its clock showed it twice or never. */
export function instantOfTime({ wall, timeOfDay, clock: at }: WallTime, timezone: string): Instant | null {
  if (wall === null || timeOfDay === null) return null;
  if (typeof at === 'number') return wall - at * minute;
  if (at !== 'local') return null;
  const [one, other] = instantsAt(wall, timezone);
  return one === undefined || other !== undefined ? null : one;
}

/** Milliseconds that pass between two times; null where that can't be told. Two times on one clock need no zone. */
export function passed(from: WallTime, to: WallTime, timezone: string): number | null {
  if (
    from.wall === null ||
    to.wall === null ||
    from.timeOfDay === null ||
    to.timeOfDay === null ||
    isOtherClock(from, to)
  )
    return null;
  if (from.clock === to.clock && typeof from.clock === 'string' && from.clock !== 'local')
    return to.wall - from.wall;
  const [start, end] = [instantOfTime(from, timezone), instantOfTime(to, timezone)];
  if (start === null || end === null) return null;
  // Where one of the two names a zone, the other may be meant in it, too.
  const isUnsure = (from.clock === 'local') !== (to.clock === 'local');
  return isUnsure && end - start !== to.wall - from.wall ? null : end - start;
}
