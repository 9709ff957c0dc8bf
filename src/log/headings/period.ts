import type { Quarter } from '../../incident/quarter.ts';
import { monthLike, monthOf } from './months.ts';
import { plainHeading } from './quarter-heading.ts';

/** A year, a quarter or a month of the calendar. */
export interface Period {
  readonly kind: 'year' | 'quarter' | 'month';
  /** Its first month, counted from January of year 0. */
  readonly first: number;
}

const lengths = { year: 12, quarter: 3, month: 1 } as const;

export function yearPeriod(year: number): Period {
  return { kind: 'year', first: year * 12 };
}

export function quarterPeriod({ year, number }: Quarter): Period {
  return { kind: 'quarter', first: year * 12 + (number - 1) * 3 };
}

/** The quarter that a period begins in. */
export function quarterIn({ first }: Period): Quarter {
  const number = Math.floor((first % 12) / 3) + 1;
  return { year: Math.floor(first / 12), number: number === 1 || number === 2 || number === 3 ? number : 4 };
}

/** The month of a day that is written `YYYY-MM-DD`. */
export function monthPeriod(day: string): Period {
  return { kind: 'month', first: Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 };
}

/** The longer period of a kind that holds a shorter one. */
export function periodAround({ first }: Period, kind: Period['kind']): Period {
  return { kind, first: first - (first % lengths[kind]) };
}

/** How many months a period has. */
export function monthsOf({ kind }: Period): number {
  return lengths[kind];
}

/** Whether a period holds another one, or is the same. */
export function holds(outer: Period, inner: Period): boolean {
  return outer.first <= inner.first && inner.first + lengths[inner.kind] <= outer.first + lengths[outer.kind];
}

export function yearOf({ first }: Period): number {
  return Math.floor(first / 12);
}

const generic =
  '(?:the|of|in|from|for|year|all|our|incidents?|outages?|log|logs|reports?|summary|reviews?|post-?mortems?)';
const yearPattern = new RegExp(`^(?:${generic} )*((?:19|20)\\d{2})(?: ${generic})*$`, 'i');

/**
 * The year or the month that a chapter's heading names, and nothing besides: `2025`, `Incidents in 2025`, `May 2025`, `2025-05`,
 * and `May` below a year; null for any other heading. Quarters are read by `readQuarterHeading`.
 *
 * @param heading Markdown of the heading, without its marks
 * @param above the year that a heading above this one names
 */
export function readPeriodHeading(heading: string, above: number | null): Period | null {
  const text = plainHeading(heading)
    .replace(/[,:()[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, year] = yearPattern.exec(text) ?? [];
  if (year !== undefined) return yearPeriod(Number(year));
  const [, numbered, number] = /^((?:19|20)\d{2})[-/](0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (numbered !== undefined) return monthPeriod(`${numbered}-${number}`);
  const [, before, name = '', behind] =
    /^((?:19|20)\d{2} )?([a-z]{3,9})\.?( (?:19|20)\d{2})?$/i.exec(text) ?? [];
  const month = monthOf(name);
  const own = before ?? behind;
  const monthYear = own === undefined ? above : Number(own);
  if (month === null || monthYear === null || (before !== undefined && behind !== undefined)) return null;
  return { kind: 'month', first: monthYear * 12 + month - 1 };
}

/** The words of a heading for a year or a month, like those of another one of its kind. */
export function periodHeadingLike(model: string, period: Period): string {
  const year = yearOf(period);
  const month = (period.first % 12) + 1;
  const dated = model.replace(/(?:19|20)\d{2}/, String(year));
  if (period.kind === 'year') return dated;
  return dated
    .replace(/(?<=\d{4}[-/])\d{2}/, String(month).padStart(2, '0'))
    .replace(/[a-z]{3,9}/i, (word) => (monthOf(word) === null ? word : monthLike(word, month)));
}
