import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  elapsedMinutes,
  formatDuration,
  formatDurationInDays,
  isTimeZone,
  readLeadingTime,
  readOpeningTime,
  readTime,
} from '../../../src/incident/clock.ts';
import { withoutInvisible } from '../../../src/incident/invisible.ts';
import { scaled } from '../../thorough.ts';

const time = (iso: string, note: string | null = null) => ({
  kind: 'time',
  time: { instant: Date.parse(iso), note },
});

function problemOf(text: string, timezone = 'UTC'): { rule: string; message: string } {
  const reading = readTime(text, timezone);
  if (reading.kind !== 'problem') throw new Error(`read as ${JSON.stringify(reading)}`);
  return { rule: reading.rule, message: reading.message };
}

describe('readTime', () => {
  it.each([
    ['2024-10-15 11:29', '2024-10-15T10:29Z'],
    ['  2024-10-15   11:29\u00a0', '2024-10-15T10:29Z'],
    ['2024-10-15\u00a011:29', '2024-10-15T10:29Z'],
    ['2024-10-15T11:29', '2024-10-15T10:29Z'],
    ['2024-10-15 11:29:59', '2024-10-15T10:29Z'],
    ['2024-10-15T11:29:59Z', '2024-10-15T11:29Z'],
    ['2024-10-15t11:29z', '2024-10-15T11:29Z'],
    ['2024-10-15 11:29 UTC', '2024-10-15T11:29Z'],
    ['2024-10-15 11:29 utc', '2024-10-15T11:29Z'],
    ['2024-10-15 11:29 +05:45', '2024-10-15T05:44Z'],
    ['2024-10-15 11:29-03:30', '2024-10-15T14:59Z'],
    ['2024-10-15 11:29 -00:00', '2024-10-15T11:29Z'],
    ['2024-10-15 11:29 +14:00', '2024-10-14T21:29Z'],
    ['2024-02-29 00:00', '2024-02-29T00:00Z'],
    ['2024-10-15 11:29 GMT', '2024-10-15T11:29Z'],
    ['2024-10-15 9:20 pm', '2024-10-15T20:20Z'],
    ['2024-10-15 9.20pm', '2024-10-15T20:20Z'],
    ['2024-10-15 09:20 P.M. UTC', '2024-10-15T21:20Z'],
    ['2024-10-15 12:20 am', '2024-10-14T23:20Z'],
    ['2024-10-15 12:20 pm +01:00', '2024-10-15T11:20Z'],
    ['2026-03-09T08:15:00.000Z', '2026-03-09T08:15Z'],
    ['2026-03-09T08:15:59.999999+01:00', '2026-03-09T07:15Z'],
    ['2026-03-09 08:15:59,5', '2026-03-09T08:15Z'],
    ['2024-12-31 23:59', '2024-12-31T23:59Z'],
    ['1970-01-01 00:00 UTC', '1970-01-01T00:00Z'],
    ['9999-12-31 23:59', '9999-12-31T23:59Z'],
  ])('reads %j in London as %s', (text, iso) => {
    expect(readTime(text, 'Europe/London')).toEqual(time(iso));
  });

  it('lesson 49: for every instant, reads the form that our own JSON prints', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-30'), noInvalidDate: true }), (date) => {
        const minute = Math.floor(date.getTime() / 60_000) * 60_000;
        expect(readTime(date.toISOString(), 'Europe/London')).toMatchObject({ time: { instant: minute } });
      }),
      { numRuns: scaled(500) },
    );
  });

  it.each([
    ['2024-10-15 11:29 (fix forward)', 'fix forward'],
    ['2024-10-15 11:29(fix forward)', 'fix forward'],
    ['2024-10-15 11:29 Z ( fix (in two steps (or three)) forward )', 'fix (in two steps (or three)) forward'],
    ['2024-10-15 11:29 (see [#12](https://example.org/12))', 'see [#12](https://example.org/12)'],
    ['2024-10-15 11:29 (🎉)', '🎉'],
    ['2024-10-15 11:29 ( )', null],
  ])('takes the note off %j', (text, note) => {
    expect(readTime(text, 'UTC')).toEqual(time('2024-10-15T11:29Z', note));
  });

  it.each([
    '\ufeff2024-10-15 11:29',
    '\u200e2024-10-15\u200f 11:29\u202c',
    '2024-10\u00ad-15 11\u200b:29\u2060 \u200b',
    '\u2066\n2024-10-15 11:29\u2069',
  ])('lesson 48: ignores what shows nothing in %j', (text) => {
    expect(readTime(text, 'UTC')).toEqual(time('2024-10-15T11:29Z'));
    expect(readTime(`${text}\u200b(by 👩\u200d💻)\u200b`, 'UTC')).toEqual(
      time('2024-10-15T11:29Z', 'by 👩\u200d💻'),
    );
  });

  it('lesson 98: gives the seconds of a time that a line begins with, fractions included', () => {
    expect(readOpeningTime('2024-10-15 11:29:50.25Z, fixed', 'UTC')).toEqual({
      reading: { kind: 'time', instant: Date.parse('2024-10-15T11:29Z'), seconds: 50.25 },
      length: 23,
    });
  });

  it.each(['', ' ', '\u00a0', '\r\n\t \u00a0\n', '\u200b\ufeff'])('takes %j for blank', (text) => {
    expect(readTime(text, 'UTC')).toEqual({ kind: 'blank' });
  });

  it.each([
    '14.43',
    '2024-10-15',
    '11:29',
    '15/10/2024 11:29',
    '2024-1-5 11:29',
    '2024-10-15 9:29',
    '2024-10-15 11.29',
    '2024-10-15 13:29 pm',
    '2024-10-15 0:29 am',
    '2024-10-15 9.29',
    '2024-10-15 11:29 BST',
    '2024-10-15 9:29 pm CEST',
    '2024-10-15 11:29 (BST)',
    '2024-10-15 11:29 (CET time)',
    '2024-10-15 11:29 (UTC + 9)',
    '2024-10-15 09:29 (pm)',
    '2024-10-15 10:00-10:30',
    '2024-10-15 11:29 +0100',
    '2024-10-15 11:29 +1',
    '2024-10-15 11:29 +14:01',
    '2024-10-15 11:29 +01:60',
    '2024-10-15 11:29 UTC+01:00',
    '2024-10-15 11:29:3',
    '2024-10-15 11:2930',
    '2024-10-15 11:29:30.',
    '2024-10-15 11:29:60',
    '2024-10-15 11:60',
    '2024-10-15 24:00',
    '2024-02-30 11:29',
    '2023-02-29 11:29',
    '2024-04-31 11:29',
    '2024-13-01 11:29',
    '2024-00-10 11:29',
    '2024-10-00 11:29',
    '2024-10-32 24:00',
    '1969-12-31 23:59',
    '0024-10-15 11:29',
    '9999-12-31 23:59 -00:01',
    '12024-10-15 11:29',
    '-2024-10-15 11:29',
    '2024-10-15 11:29 (a) (b)',
    '2024-10-15 11:29 (a',
    '2024-10-15 11:29 (a (b)',
    '2024-10-15 11:29 a)',
    '2024-10-15 11:29 )a(',
    '2024-10-15 11:29 - fixed',
    'about 2024-10-15 11:29',
    '2024-10-15 11:29\n2024-10-15 11:40',
    '2024-10-15 11:29\r(fixed)',
    '٢٠٢٤-١٠-١٥ ١١:٢٩',
    '２０２４-１０-１５ １１:２９',
    '_No response_',
    'N/A',
  ])('guesses nothing from %j', (text) => {
    const { rule, message } = problemOf(text);
    expect(rule).toBe('timestamp-form');
    expect(message).toMatch(
      /^“.+” .*: type it as YYYY-MM-DD HH:MM, for example \d{4}-\d{2}-\d{2} \d{2}:\d{2}\.$/,
    );
  });

  it("lesson 10: time in prose is prose, and 12/11/2026 is nobody's date", () => {
    expect(problemOf('12/11/2026 10:00').rule).toBe('timestamp-form');
    expect(problemOf('for 10h5m').rule).toBe('timestamp-form');
    expect(problemOf('down since 2026-11-12 10:00 for 10h5m').rule).toBe('timestamp-form');
    expect(readLeadingTime('down since 2026-11-12 10:00', 'UTC')).toBeNull();
  });

  it('says why, quoting what was typed, shortened and without characters that are not seen', () => {
    expect(problemOf('14\u0000.4\u202e3\n x').message).toMatch(/^“14\.43 x” stands on several lines: /);
    expect(problemOf('x'.repeat(61)).message).toContain(`“${'x'.repeat(59)}…”`);
    expect(problemOf('x'.repeat(60)).message).toContain(`“${'x'.repeat(60)}”`);
    expect(problemOf('🎉'.repeat(61)).message).toContain(`“${'🎉'.repeat(59)}…”`);
    expect(problemOf('2024-02-30 10:00').message).toContain('a day that does not exist');
    expect(problemOf('2024-02-20 24:00').message).toContain('a time of day that does not exist');
    expect(problemOf('2024-02-20 23:00 +15:00').message).toContain('an offset from UTC that does not exist');
    expect(problemOf('1924-02-20 23:00').message).toContain('a year that is not between 1970 and 9999');
    expect(problemOf('2024-02-20 23:00 BST').message).toContain('offsets such as +01:00');
    expect(problemOf('2024-02-20 23:00 x').message).toContain('neither an offset such as +01:00 nor a note');
  });

  it('asks for an offset where the clock was put back, naming both', () => {
    expect(problemOf('2024-10-27 01:30 (fix forward)', 'Europe/London')).toEqual({
      rule: 'timestamp-ambiguous',
      message:
        '“2024-10-27 01:30 (fix forward)” came twice in Europe/London, where the clock was put back: ' +
        'type 2024-10-27 01:30 +01:00 or 2024-10-27 01:30 +00:00.',
    });
    expect(readTime('2024-10-27 01:30 +01:00', 'Europe/London')).toEqual(time('2024-10-27T00:30Z'));
    expect(readTime('2024-10-27 01:30 UTC', 'Europe/London')).toEqual(time('2024-10-27T01:30Z'));
  });

  it('says which times there are where the clock was put forward', () => {
    expect(problemOf('2011-12-30 12:00', 'Pacific/Apia')).toEqual({
      rule: 'timestamp-form',
      message:
        '“2011-12-30 12:00” does not exist in Pacific/Apia, where the clock went from 2011-12-29 23:59 ' +
        'straight to 2011-12-31 00:00: type a time before or after that gap.',
    });
  });

  it('throws on a zone that is none, since that is no fault of the person who typed the time', () => {
    expect(() => readTime('2024-10-15 11:29', 'Mars/Olympus')).toThrow(RangeError);
  });

  it('reads any string without throwing, the largest that an issue can hold included', () => {
    const unit = fc.constantFrom(
      '2024-10-15',
      ' 11:29',
      ' ',
      '\u00a0',
      ':30',
      ' +01:00',
      '(',
      ')',
      '\n',
      'UTC',
      '🎉',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit })), (text) => {
        const reading = readTime(text, 'Europe/London');
        expect(reading.kind === 'blank').toBe(withoutInvisible(text).trim() === '');
        if (reading.kind === 'problem') expect(reading.message).toMatch(/^“\P{Cc}*” \P{Cc}+\.$/u);
      }),
      { numRuns: scaled(1000) },
    );
    for (const part of [' ', '(', '()', '0', '-', '\u00a0(']) {
      const long = part.repeat(65_536 / part.length);
      expect(readTime(`2024-10-15${long}x`, 'UTC').kind).toBe('problem');
      expect(readTime(`2024-10-15 11:29${long}x`, 'UTC').kind).toBe('problem');
    }
    const nested = `${'('.repeat(30_000)}x${')'.repeat(30_000)}`;
    expect(readTime(`2024-10-15 11:29 ${nested}`, 'UTC').kind).toBe('time');
  });
});

describe('readLeadingTime', () => {
  it.each([
    ['2024-10-14 10:30 Planning began.', '2024-10-14T09:30Z', 16],
    ['2024-10-14 10:30: Planning began.', '2024-10-14T09:30Z', 16],
    ['2024-10-14 10:30 - Planning began.', '2024-10-14T09:30Z', 16],
    ['2024-10-14 10:30', '2024-10-14T09:30Z', 16],
    ['2024-10-14T10:30:15Z, planning', '2024-10-14T10:30Z', 20],
    ['2024-10-14 10:30 +02:00 (planned)', '2024-10-14T08:30Z', 23],
    ['2024-10-27 01:30 the first of two', '2024-10-27T00:30Z', 16],
  ])('finds the time in %j', (line, iso, length) => {
    expect(readLeadingTime(line, 'Europe/London')).toEqual({ instant: Date.parse(iso), length });
  });

  it.each([
    '',
    ' 2024-10-14 10:30',
    'On 2024-10-14 10:30',
    '2024-10-14 10:305',
    '2024-10-14 10:30pmx',
    '2024-10-14 13:30pm',
    '2024-02-30 10:30 Planning',
    '2024-10-14 24:00 Planning',
    '2024-03-31 01:30 skipped',
  ])('finds none in %j', (line) => {
    expect(readLeadingTime(line, 'Europe/London')).toBeNull();
  });
});

describe('durations', () => {
  it.each([
    [0, '0h 0m'],
    [42, '0h 42m'],
    [60, '1h 0m'],
    [5826, '97h 6m'],
    [210_285, '3504h 45m'],
  ])('writes %i minutes as %s', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });

  it.each([
    [0, '0h 0m'],
    [72 * 60 - 1, '71h 59m'],
    [72 * 60, '72h 0m (3d 0h)'],
    [96 * 60 - 1, '95h 59m (3d 23h)'],
    [2826 * 60 + 32, '2826h 32m (117d 18h)'],
  ])('writes %i minutes as %s where days are wanted', (minutes, text) => {
    expect(formatDurationInDays(minutes)).toBe(text);
  });

  it('counts elapsed minutes either way', () => {
    expect(elapsedMinutes(0, 42 * 60_000)).toBe(42);
    expect(elapsedMinutes(42 * 60_000, 0)).toBe(-42);
  });
});

describe('isTimeZone', () => {
  it.each(['UTC', 'Europe/London', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'])('knows %j', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', ' ', '+01:00', '-0530', '+01', 'London', 'Mars/Olympus', 'BST+1', 'Europe/London '])(
    'does not know %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});
