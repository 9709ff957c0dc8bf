import { monthOf } from './clock.ts';
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

/** The quarter that holds `instant` on the calendar in `timezone`. */
export function quarterOf(instant: Instant, timezone: string): Quarter {
  const { year, month } = monthOf(instant, timezone);
  const number = month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4;
  return { year, number };
}

/** `Q4 2024` */
export function quarterName(quarter: Quarter): string {
  return `Q${quarter.number} ${quarter.year}`;
}

/** `Q4 2024 (October to December)` */
export function quarterHeading(quarter: Quarter): string {
  return `${quarterName(quarter)} (${months[quarter.number]})`;
}

/** Negative when `a` is the earlier one, positive when it is the later one, zero when they are the same. */
export function compareQuarters(a: Quarter, b: Quarter): number {
  return a.year - b.year || a.number - b.number;
}

export function nextQuarter({ year, number }: Quarter): Quarter {
  switch (number) {
    case 1:
      return { year, number: 2 };
    case 2:
      return { year, number: 3 };
    case 3:
      return { year, number: 4 };
    case 4:
      return { year: year + 1, number: 1 };
  }
}

/** The latest quarter that is over by `now` on the calendar in `timezone`. */
export function lastEndedQuarter(now: Instant, timezone: string): Quarter {
  const { year, number } = quarterOf(now, timezone);
  switch (number) {
    case 1:
      return { year: year - 1, number: 4 };
    case 2:
      return { year, number: 1 };
    case 3:
      return { year, number: 2 };
    case 4:
      return { year, number: 3 };
  }
}

/** Every quarter from `oldest` to `newest`, both included, newest first; none when `oldest` is the later one. */
export function quartersBetween(oldest: Quarter, newest: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = oldest; compareQuarters(quarter, newest) <= 0; quarter = nextQuarter(quarter)) {
    quarters.push(quarter);
  }
  return quarters.reverse();
}
