import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingLength, lengthsIn } from '../../../../src/audit/reading/lengths.ts';

describe('a duration in anybody’s words', () => {
  it.each([
    ['2h 30m', 150, 60, 'exact'],
    ['1h05m', 65, 60, 'exact'],
    ['56 minutes', 56, 60, 'exact'],
    ['33 hours', 33 * 60, 3600, 'exact'],
    ['2.3 hours', 138, 360, 'exact'],
    ['7.5 hours', 450, 1800, 'exact'],
    ['1,25 hours', 75, 900, 'exact'],
    ['~1hr', 60, 3600, 'about'],
    ['13+ hours', 13 * 60, 3600, 'about'],
    ['1 day 5 hours', 29 * 60, 3600, 'exact'],
    ['6 hours, 28 minutes', 388, 60, 'exact'],
    ['2 hours and 5 minutes', 125, 60, 'exact'],
    ['less than an hour', 60, 3600, 'about'],
    ['half an hour', 30, 1800, 'exact'],
    ['1:05', 65, 60, 'exact'],
    ['12:00:30', 720, 1, 'exact'],
    ['約 3 日 23 時間', 95 * 60, 3600, 'about'],
    ['6 時間 31 分（ラテント期間）', 391, 60, 'exact'],
    ['45 minutes or so', 45, 60, 'about'],
    ['2 hours (approximately)', 120, 3600, 'about'],
  ] as const)('%s', (text, minutes, precision, manner) => {
    const length = leadingLength(text);
    expect(length && Math.floor(length.seconds / 60)).toBe(minutes);
    expect(length?.precision).toBeCloseTo(precision);
    expect(length?.manner).toBe(manner);
  });

  it.each([
    '2–3 minutes',
    '30 to 45 minutes',
    '30 min to 1 hour',
    '1.5-2 hours',
    '3h 2h',
    '10:05 – 11:20',
    '10:05 UTC',
    '10:05 PM',
    '2026-03-01',
    'a few minutes',
    'N/A',
    'v2m',
    '20',
    '',
  ])('%s is none', (text) => {
    expect(leadingLength(text)).toBeNull();
  });

  it('stands where it says, for every text', () => {
    const words = fc.array(
      fc.constantFrom('~', '2', '30', ' ', 'h', ' minutes', 'about ', '-', ':', '.', '(', 'x', '分'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const found = lengthsIn(text, 'words and clock');
        for (const { start, end, seconds } of found) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(seconds).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('is read back, for every duration of whole minutes', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        for (const text of [
          `${hours}h ${minutes}m`,
          `${hours} hours, ${minutes} minutes`,
          `${hours * 60 + minutes} min`,
        ])
          expect(leadingLength(text)?.seconds).toBe((hours * 60 + minutes) * 60);
      }),
    );
  });
});
