import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../src/incident/clock.ts';
import { readDuration } from '../../../src/incident/duration.ts';

describe('readDuration', () => {
  it.each([
    ['59m', 59],
    ['7h', 420],
    ['1h 05m', 65],
    ['0h 07m', 7],
    ['1d 5h 47m', 29 * 60 + 47],
    ['19 hours 43 minutes', 19 * 60 + 43],
    ['1 hour, 5 mins', 65],
    ['2 hours and 5 minutes', 125],
    ['3h21', 201],
    ['3h 21', 201],
    ['90 min', 90],
    ['3.5h', 210],
    ['1.25 hours', 75],
    ['2 weeks', 14 * 24 * 60],
    ['1h5m30s', 65],
    ['3649h 45m', 218_985],
    ['0h 0m', 0],
    ['2h + 30m', 150],
    ['1 hour & 10 mins', 70],
    ['1h plus 30m', 90],
    ['1 hr. 5 min', 65],
    ['1 hour; 5 min', 65],
  ])('lesson 18: reads %s', (text, minutes) => {
    expect(readDuration(text)).toMatchObject({ minutes, length: text.length });
  });

  it.each([
    ['9h 16m (during support hours 10:00-17:00)', 556, '9h 16m'],
    ['33h 15m (during support hours 10:00-17:00 M-F)', 1995, '33h 15m'],
    ['7h (during support hours 10:00-17:00)', 420, '7h'],
    ['8m.', 8, '8m'],
    ['12m - all of it by night', 12, '12m'],
    ['2h, roughly', 120, '2h'],
    ['1h and a bit', 60, '1h'],
  ])('lesson 18: keeps the remark of “%s” apart', (text, minutes, words) => {
    expect(readDuration(text)).toMatchObject({ minutes, length: words.length });
  });

  it.each([
    '',
    'N/A',
    'Unknown',
    'TBC',
    'Xh Xm',
    'about 3h',
    '~3h',
    '3h - 4h',
    '2h-3h',
    '1h/2h',
    '3h to 4h',
    '5',
    '10:30',
    '3.33h',
    '1.5m',
    '2 months',
    '5 people',
    '3m 2h',
    '2h 3h',
    '20 minutes 5',
    '3h 4x',
    '1h m',
    '2h 3m 4',
    '12hx',
    '-3h',
    '1 hour and a half',
    '1h −5m',
    '3h → 4h',
    '3h…4h',
    '3h until 5h',
  ])('guesses nothing: “%s”', (text) => {
    expect(readDuration(text)).toBeNull();
  });

  it.each([
    ['1h 29m 20s', 5360, 1],
    ['1h 30m', 5400, 60],
    ['8 hours', 28_800, 3600],
  ])('lesson 98: tells the seconds and the precision of “%s”', (text, seconds, precision) => {
    expect(readDuration(text)).toMatchObject({ seconds, precision });
  });

  it('reads back every duration that we write, whatever stands behind', () => {
    const behind = fc.constantFrom('', ' (from 2 of 3 incidents)', ' (x)', '.', ', or so', '\n');
    fc.assert(
      fc.property(fc.nat(10_000_000), behind, (minutes, rest) => {
        const words = formatDuration(minutes);
        expect(readDuration(words + rest)).toEqual({
          minutes,
          seconds: minutes * 60,
          precision: 60,
          length: words.length,
        });
      }),
    );
  });

  it('reads any string within its length, and nothing else of it', () => {
    const text = fc.string({
      unit: fc.constantFrom('1', '05', ' ', 'h', 'm', 'd', 'min', 'and', ',', '(', '.', '-'),
    });
    fc.assert(
      fc.property(text, (words) => {
        const read = readDuration(words);
        if (read === null) return;
        expect(read.length).toBeLessThanOrEqual(words.length);
        // The words that --fix replaces are a duration by themselves.
        expect(readDuration(words.slice(0, read.length))).toEqual(read);
      }),
    );
  });
});
