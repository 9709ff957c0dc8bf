import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareQuarters,
  lastEndedQuarter,
  type Quarter,
  quarterHeading,
  quarterName,
  quarterOf,
  quartersBetween,
} from '../../../src/incident/quarter.ts';
import { onEveryHost } from './hosts.ts';

const quarter: fc.Arbitrary<Quarter> = fc.record({
  year: fc.integer({ min: 1970, max: 2100 }),
  number: fc.constantFrom(1, 2, 3, 4),
});

onEveryHost(() => {
  it.each([
    ['2026-12-31T23:30Z', 'UTC', 'Q4 2026'],
    ['2026-12-31T23:30Z', 'Africa/Lagos', 'Q1 2027'],
    ['2027-01-01T04:30Z', 'America/New_York', 'Q4 2026'],
    ['2027-01-01T05:00Z', 'America/New_York', 'Q1 2027'],
    ['2024-03-31T22:59Z', 'Europe/London', 'Q1 2024'],
    ['2024-03-31T23:00Z', 'Europe/London', 'Q2 2024'],
    ['2024-06-30T18:15Z', 'Asia/Kathmandu', 'Q3 2024'],
    ['2024-09-30T13:29Z', 'Australia/Lord_Howe', 'Q3 2024'],
    ['2024-09-30T13:30Z', 'Australia/Lord_Howe', 'Q4 2024'],
  ])('lesson 15: a detection at %s belongs, in %s, to %s', (iso, timezone, name) => {
    expect(quarterName(quarterOf(Date.parse(iso), timezone))).toBe(name);
  });

  it('a quarter has ended when it has ended in the zone', () => {
    const newYear = Date.parse('2025-01-01T00:00Z');
    expect(quarterName(lastEndedQuarter(newYear, 'UTC'))).toBe('Q4 2024');
    expect(quarterName(lastEndedQuarter(newYear - 60_000, 'UTC'))).toBe('Q3 2024');
    expect(quarterName(lastEndedQuarter(newYear, 'America/New_York'))).toBe('Q3 2024');
    expect(quarterName(lastEndedQuarter(newYear - 60_000, 'Asia/Kathmandu'))).toBe('Q4 2024');
  });
});

it('a heading names the months', () => {
  expect(
    [1, 2, 3, 4]
      .map((month) => Date.UTC(2024, month * 3 - 2))
      .map((instant) => quarterHeading(quarterOf(instant, 'UTC'))),
  ).toEqual([
    'Q1 2024 (January to March)',
    'Q2 2024 (April to June)',
    'Q3 2024 (July to September)',
    'Q4 2024 (October to December)',
  ]);
});

/** Quarters counted through, so that neighbours differ by one. */
const index = ({ year, number }: Quarter) => year * 4 + number;

describe('order', () => {
  it('lesson 17: quarters are ordered by date, not as words', () => {
    fc.assert(
      fc.property(quarter, quarter, (a, b) => {
        expect(Math.sign(compareQuarters(a, b))).toBe(Math.sign(index(a) - index(b)));
      }),
    );
  });

  it('the last quarter that has ended comes right before that of now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (now) => {
        const [ended, current] = [lastEndedQuarter(now, 'Asia/Kathmandu'), quarterOf(now, 'Asia/Kathmandu')];
        expect(index(current) - index(ended)).toBe(1);
      }),
    );
  });

  it('between two quarters there are no gaps, newest first', () => {
    expect(quartersBetween({ year: 2023, number: 3 }, { year: 2024, number: 1 }).map(quarterName)).toEqual([
      'Q1 2024',
      'Q4 2023',
      'Q3 2023',
    ]);
    fc.assert(
      fc.property(quarter, quarter, (a, b) => {
        const [oldest, newest] = compareQuarters(a, b) <= 0 ? [a, b] : [b, a];
        const quarters = quartersBetween(oldest, newest);
        expect(quarters[0]).toEqual(newest);
        expect(quarters.at(-1)).toEqual(oldest);
        for (const [place, older] of quarters.slice(1).entries()) {
          expect(index(quarters[place] as Quarter) - index(older)).toBe(1);
        }
      }),
    );
  });

  it('from a later quarter to an earlier one there are none', () => {
    expect(quartersBetween({ year: 2024, number: 1 }, { year: 2023, number: 4 })).toEqual([]);
  });
});
