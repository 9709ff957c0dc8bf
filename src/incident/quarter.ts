import type { Instant } from './incident.ts';
import { wallClockAt } from './wall-clock.ts';

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

/** The quarter that holds `instant` on the calendar in `timezone`. */
export function quarterOf(instant: Instant, timezone: string): Quarter {
  const day = new Date(wallClockAt(instant, timezone));
  return quarterAt(day.getUTCFullYear() * 4 + Math.floor(day.getUTCMonth() / 3));
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
  return quarterAt(countOf(quarterOf(now, timezone)) - 1);
}

/** Every quarter from `oldest` to `newest`, both included, newest first; none when `oldest` is the later one. */
export function quartersBetween(oldest: Quarter, newest: Quarter): Quarter[] {
  const [first, last] = [countOf(oldest), countOf(newest)];
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => quarterAt(last - index));
}

/** Quarters since the beginning of the year 0. */
function countOf({ year, number }: Quarter): number {
  return year * 4 + number - 1;
}

function quarterAt(count: number): Quarter {
  return { year: Math.floor(count / 4), number: ((count % 4) + 1) as Quarter['number'] };
}
