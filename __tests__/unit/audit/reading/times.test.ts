import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRangeAt, readTimeAt, statedZone } from '../../../../src/audit/reading/times.ts';

function read(text: string): string | null {
  const found = readTimeAt(text, 0);
  if (found === null) return null;
  const { day, timeOfDay, zone, isAbout } = found;
  const clock = timeOfDay === null ? null : new Date(timeOfDay).toISOString().slice(11, 16);
  const date = day && [day.year ?? 'no year', day.month, day.day].join('-');
  return [isAbout ? 'about' : null, date, clock, zone].filter((part) => part !== null).join(' ');
}

describe('a time in anybody’s words', () => {
  it.each([
    ['2026-03-15 10:05', '2026-3-15 10:05'],
    ['2026-03-15T10:05:07.055Z', '2026-3-15 10:05 Z'],
    ['2026-03-15T10:05:00+01:00', '2026-3-15 10:05 +01:00'],
    ['15 March 2026, 03:50', '2026-3-15 03:50'],
    ['15th of March 2026 at 3.30PM', '2026-3-15 15:30'],
    ['March 15, 2026', '2026-3-15'],
    ['Sunday, March 15, 2026 12:30 am', '2026-3-15 00:30'],
    ['Mar 15, 16:03', 'no year-3-15 16:03'],
    ['Mar 15', 'no year-3-15'],
    ['10:05', '10:05'],
    ['10.05', '10:05'],
    ['3.30PM', '15:30'],
    ['5 PM', '17:00'],
    ['10:45a', '10:45'],
    ['10:05Z', '10:05 Z'],
    ['10:05 (UTC)', '10:05 UTC'],
    ['16:30 PT on March 1, 2026', '2026-3-1 16:30 PT'],
    ['~07:11 UTC', 'about 07:11 UTC'],
    ['about 10:05', 'about 10:05'],
    ['2026-04-13 09:20 (JST) 頃', 'about 2026-4-13 09:20 JST'],
    ['2026年3月15日 10:05', '2026-3-15 10:05'],
    ['September 27-29, 2026', '2026-9-27'],
    ['March 28-April 6, 2026', '2026-3-28'],
    ['January 25-August, 2026', '2026-1-25'],
    ['28th July 2020 - 12th August 2020', '2020-7-28'],
    ['1-3 March 2026', '2026-3-1'],
    ['10:00-11:30', '10:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '2026-02-30',
    '0000-01-01',
    '25:00',
    '10:60',
    '10',
    '15',
    'March',
    'we rolled back',
    'Marching 5 people',
    '',
  ])('%s is none', (text) => {
    expect(readTimeAt(text, 0)).toBeNull();
  });

  it('is no range where one half of the day is not known', () => {
    expect(readRangeAt('3:30 to 4:15 PM', 0)).toBeNull();
    expect(readRangeAt('3:30 PM to 4:15 PM', 0)).not.toBeNull();
    expect(readRangeAt('20:15-22:29 UTC', 0)?.to.zone).toBe('UTC');
  });

  it('stands where it says, for every text', () => {
    const part = fc.constantFrom(
      '2026',
      '-',
      '03',
      '15',
      ' ',
      ':',
      '.',
      'March',
      'pm',
      'UTC',
      '~',
      ',',
      'T',
      '+01:00',
      'th',
      '頃',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const found = readTimeAt(text, 0);
        if (found !== null) expect(found.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

it.each([
  ['All times in UTC.', 'UTC'],
  ['All times are in CET', 'CET'],
  ['Timeline (UTC)', 'UTC'],
  ['Timeline (times in BST)', 'BST'],
  ['Something else (RESET)', null],
  ['We ran out of time in LEFT', null],
])('%s', (text, zone) => {
  expect(statedZone(text)).toBe(zone);
});
