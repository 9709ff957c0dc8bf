import { TZDate, tz } from '@date-fns/tz';
import { eachQuarterOfInterval, getQuarter, getYear, subQuarters } from 'date-fns';
import type { Instant } from './incident.ts';

/** A quarter of a calendar year; the first begins on 1 January. */
export interface Quarter {
  readonly year: number;
  readonly number: 1 | 2 | 3 | 4;
}

const months = {
  1: 'January to March',
  2: 'April to June',
  3: 'July to September',
  4: 'October to December',
} as const;

/** Quarters are reckoned with on this calendar, which no clock change disturbs, once an instant's own has been told. */
const calendar = { in: tz('UTC') };

/** The quarter that holds `instant` on the calendar in `timezone`. */
export function quarterOf(instant: Instant, timezone: string): Quarter {
  return quarterAt(new TZDate(instant, timezone));
}

/** `Q4 2024` */
export function quarterName(quarter: Quarter): string {
  return `Q${quarter.number} ${quarter.year}`;
}

/** `Q4 2024 (October to December)` */
export function quarterHeading(quarter: Quarter): string {
  return `${quarterName(quarter)} (${months[quarter.number]})`;
}

/** The quarter's first and last month, 1 to 12. */
export function quarterMonths({ number }: Quarter): { readonly first: number; readonly last: number } {
  return { first: number * 3 - 2, last: number * 3 };
}

/** Negative when `a` is the earlier one, positive when it is the later one, zero when they are the same. */
export function compareQuarters(a: Quarter, b: Quarter): number {
  return a.year - b.year || a.number - b.number;
}

/** The latest quarter that is over by `now` on the calendar in `timezone`. */
export function lastEndedQuarter(now: Instant, timezone: string): Quarter {
  return quarterAt(subQuarters(firstDay(quarterOf(now, timezone)), 1, calendar));
}

/** Every quarter from `oldest` to `newest`, both included, newest first; none when `oldest` is the later one. */
export function quartersBetween(oldest: Quarter, newest: Quarter): Quarter[] {
  if (compareQuarters(oldest, newest) > 0) return [];
  const interval = { start: firstDay(oldest), end: firstDay(newest) };
  return eachQuarterOfInterval(interval, calendar).map(quarterAt).reverse();
}

function firstDay({ year, number }: Quarter): Date {
  return new TZDate(year, (number - 1) * 3, 1, 'UTC');
}

/** The quarter of a date on its own calendar. */
function quarterAt(date: Date): Quarter {
  return { year: getYear(date), number: getQuarter(date) as Quarter['number'] };
}
