import { describe, expect, it } from 'vitest';
import { quarterHeading, quarterName } from '../../../../src/incident/quarter.ts';
import {
  isUnreadableQuarter,
  quarterHeadingLike,
  readQuarterHeading,
} from '../../../../src/log/headings/quarter-heading.ts';

const read = (heading: string, year: number | null = null) => {
  const found = readQuarterHeading(heading, year);
  return found && `${quarterName(found.quarter)}, ${found.months}`;
};

describe('readQuarterHeading', () => {
  it.each([
    ['Q1 2024', 'Q1 2024, none'],
    ['2024 Q1', 'Q1 2024, none'],
    ['2024-Q1', 'Q1 2024, none'],
    ['Q1/2024', 'Q1 2024, none'],
    ['q1, 2024', 'Q1 2024, none'],
    ['**Q1 2024**', 'Q1 2024, none'],
    ['[Q1 2024](#q1)', 'Q1 2024, none'],
    ['Quarter 1 2024', 'Q1 2024, none'],
    ['1st quarter 2024', 'Q1 2024, none'],
    ['First quarter of 2024', 'Q1 2024, none'],
    ['Q1 2021 (January - March)', 'Q1 2021, own'],
    ['Q1 2021 (January-March)', 'Q1 2021, own'],
    ['Q1 2021 (January to March)', 'Q1 2021, own'],
    ['Q3 2021: Jul – Sept', 'Q3 2021, own'],
    ['Q4 2023 (October to Decmeber)', 'Q4 2023, none'],
    ['Q1 2024 (January-April)', 'Q1 2024, others'],
    ['Q2 2024 (January to March)', 'Q2 2024, others'],
    ['January to March 2024', 'Q1 2024, own'],
    ['Oct - Dec 2024', 'Q4 2024, own'],
    ['Q4 2024, a hard one', 'Q4 2024, none'],
    ['Incidents in Q3 2024', 'Q3 2024, none'],
    ['(Q1 2024)', 'Q1 2024, none'],
    ['[Q1 2024]', 'Q1 2024, none'],
    ['🗓️ Q1 2024', 'Q1 2024, none'],
    ['2024: Q1', 'Q1 2024, none'],
    ['2024 (Q1)', 'Q1 2024, none'],
    ['Q1 (2024)', 'Q1 2024, none'],
    ['Q1: 2024', 'Q1 2024, none'],
    ['1Q 2024', 'Q1 2024, none'],
    ['Quarter One 2024', 'Q1 2024, none'],
    ['Q1 (January to March) 2024', 'Q1 2024, own'],
    ['Q1 — January to March 2024', 'Q1 2024, own'],
    ['2024 (April to June)', 'Q2 2024, own'],
    ['July, August, September 2024', 'Q3 2024, own'],
    ['January to March (2024)', 'Q1 2024, own'],
    ['Oct 2023 - Dec 2023', 'Q4 2023, own'],
  ])('lesson 18: reads %s', (heading, quarter) => {
    expect(read(heading)).toBe(quarter);
  });

  it.each([
    'Q5 2024',
    'Q1',
    'Q1 2024/25',
    'Q1 2024-25',
    'FY24 Q1',
    'Q1 FY2024',
    'February to April 2024',
    'January 2024',
    'The Q1 2024 numbers',
    'Q12024',
    'Incident on 2024-01-01 - Q1 2024',
    '',
  ])('takes no other heading for one: %s', (heading) => {
    expect(read(heading)).toBeNull();
  });

  it('takes the year from the heading above', () => {
    expect(read('Q1', 2024)).toBe('Q1 2024, none');
    expect(read('Q2 (April to June)', 2024)).toBe('Q2 2024, own');
    expect(read('Q2 2025', 2024)).toBe('Q2 2025, none');
    expect(read('Q1 FY25', 2024)).toBeNull();
  });

  it('knows which headings speak of a quarter that cannot be told', () => {
    expect(['Q1 2024/25', 'FY24 Q1', '2024/25 Q1', 'Q3'].map(isUnreadableQuarter)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['Contacts', 'Quality', '2024'].map(isUnreadableQuarter)).toEqual([false, false, false]);
  });
});

describe('quarterHeadingLike', () => {
  it.each([
    ['Q3 2024 (July-September)', 'Q4 2025 (October-December)'],
    ['Q1 2021 (January - March)', 'Q4 2025 (October - December)'],
    ['Q2 2025 (April to June)', 'Q4 2025 (October to December)'],
    ['2024 Q3', '2025 Q4'],
    ['Q3 2024', 'Q4 2025'],
    ['**Q3 2024** (Jul–Sep)', '**Q4 2025** (Oct–Dec)'],
    ['Q1 2024 (Jan, Feb, Mar)', 'Q4 2025 (Oct, Nov, Dec)'],
    ['q3 2024 (july to september)', 'q4 2025 (october to december)'],
    // What says more than the quarter is not repeated.
    ['Q3 2024, a hard one', quarterHeading({ year: 2025, number: 4 })],
    ['First quarter of 2024', quarterHeading({ year: 2025, number: 4 })],
  ])('goes by %s', (model, heading) => {
    expect(quarterHeadingLike(model, { year: 2025, number: 4 })).toBe(heading);
  });
});
