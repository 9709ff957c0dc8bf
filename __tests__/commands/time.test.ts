import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCommandTime } from '../../src/commands/time.ts';
import { onEveryHost } from '../incident/hosts.ts';

const at = Date.parse('2024-10-15T10:45:30Z');
/** 11:45 on the clock in London. */
const moment = { at, timezone: 'Europe/London' };

describe('the time of a command', () => {
  it.each([
    ['now', '2024-10-15T10:45:00Z', ''],
    ['NOW rolled back', '2024-10-15T10:45:00Z', 'rolled back'],
    ['now, rolled back', '2024-10-15T10:45:00Z', 'rolled back'],
    ['11:45', '2024-10-15T10:45:00Z', ''],
    ['11:46', '2024-10-14T10:46:00Z', ''],
    ['00:05 (rolled back)', '2024-10-14T23:05:00Z', 'rolled back'],
    ['09:30 (a) and (b)', '2024-10-15T08:30:00Z', '(a) and (b)'],
    ['09:30: rolled back', '2024-10-15T08:30:00Z', 'rolled back'],
    ['09:30.', '2024-10-15T08:30:00Z', ''],
    ['09:30 CT scanner is back', '2024-10-15T08:30:00Z', 'CT scanner is back'],
    ['09:30 est. two hours lost', '2024-10-15T08:30:00Z', 'est. two hours lost'],
    ['09:30 - rolled back', '2024-10-15T08:30:00Z', 'rolled back'],
    ['2024-10-15 11:29', '2024-10-15T10:29:00Z', ''],
    ['2024-10-15T10:29Z by hand', '2024-10-15T10:29:00Z', 'by hand'],
    ['2024-10-15 11:46', '2024-10-15T10:46:00Z', ''],
  ])('%j', (words, iso, rest) => {
    expect(readCommandTime(words, moment, 'note')).toEqual({ kind: 'time', instant: Date.parse(iso), rest });
  });

  it.each([
    '14.43',
    '9:30',
    '25:00',
    '11:45pm',
    '11:45 pm',
    '11:45 BST',
    '11:45 UTC',
    '11:45Z',
    '11:45 +01:00',
    '11:45:30',
    '10:00-10:30',
    '10:00 to 10:30',
    '12/11/2026 10:00',
    '2024-10-15 11:47',
    '2024-10-15 11:29 BST',
    '2024-02-30 10:00',
    '2024-03-31 01:30',
    '2023-10-29 01:30',
    'yesterday 14:00',
    'at 14:00',
    'around 2pm',
    'since yesterday',
    '-1h',
    '10 minutes ago',
    'an hour ago',
    'at around 2 pm',
    'was at 2pm',
    'as of 1440',
    '1443 rolled back',
    '14',
    '10 min',
    'earlier this morning',
    'in the last hour',
    'today by hand',
    'Friday at 14',
    '11:45 pm by hand',
    '11:45 BST by hand',
    '(14:40) rolled back',
    'Monday 14:40',
    'Oct 15 14:40',
    'this morning',
    'by 14:40',
    'just before 13:20',
    'back at 13:20 by Ann',
    'HH:MM',
    'YYYY-MM-DD HH:MM',
  ])('%j is a mistake, for nothing is guessed', (words) => {
    expect(readCommandTime(words, moment, 'note')).toMatchObject({ kind: 'mistake' });
  });

  it.each([
    '',
    'rolled back',
    'nowhere near',
    'after a restart',
    'on call rolled it back',
    'rolled back to v1.28.3',
    'availability is 99.95% again',
    'rolled back to 10.45.12.3',
    'by 3 restarts',
    'since 2 nodes were drained',
    'Friday deploy reverted',
    'sat proxy restarted',
    '2 of 3 nodes are back',
    '24h without errors',
    'workaround from a year ago',
    'today’s release is out',
  ])('%j has none, and is a note', (words) => {
    expect(readCommandTime(words, moment, 'note')).toEqual({ kind: 'none' });
  });

  it('the text of a timeline may begin with a number, and not with what looks like a time', () => {
    for (const words of [
      '500 errors a second',
      '2 nodes are gone',
      'At last',
      'Yesterday’s release is out',
    ]) {
      expect(readCommandTime(words, moment, 'text')).toEqual({ kind: 'none' });
    }
    for (const words of [
      '(14:43) up',
      '**14:43** up',
      'about 14:43 up',
      'Oct 15 14:43 up',
      'HH:MM up',
      '14.43 up',
      '9:30 up',
      '2pm up',
      'at 14:43 up',
      '15/10/2024 up',
      '2024-10-15 up',
    ]) {
      expect(readCommandTime(words, moment, 'text')).toMatchObject({ kind: 'mistake' });
    }
  });

  it('a comment that was edited since has no now', () => {
    const edited = { at: null, timezone: 'UTC' };
    for (const words of ['now', '14:43'])
      expect(readCommandTime(words, edited, 'note')).toMatchObject({ kind: 'mistake' });
    expect(readCommandTime('2024-10-15 14:43', edited, 'note')).toMatchObject({ kind: 'time' });
  });

  it('a day of 23 hours is not passed over', () => {
    const night = { at: Date.parse('2014-03-30T23:59Z'), timezone: 'Europe/London' };
    expect(readCommandTime('02:00', night, 'note')).toMatchObject({
      instant: Date.parse('2014-03-30T01:00Z'),
    });
  });

  onEveryHost(() => {
    it('for every moment, zone and clock: the latest such time not after the comment, as Temporal has it', () => {
      const zone = fc.constantFrom(
        'UTC',
        'Europe/London',
        'America/New_York',
        'Australia/Lord_Howe',
        'Pacific/Apia',
      );
      const instant = fc
        .integer({ min: Date.parse('2010-01-01') / 60_000, max: Date.parse('2035-01-01') / 60_000 })
        .map((minutes) => minutes * 60_000);
      // Around the nights on which clocks are moved, too.
      const turning = fc
        .tuple(
          fc.integer({ min: 2010, max: 2034 }),
          fc.constantFrom([2, 31], [9, 31], [2, 14], [10, 7], [3, 7]),
          fc.integer({ min: -10_000, max: 10_000 }),
        )
        .map(([year, [month = 0, day = 1], minutes]) => Date.UTC(year, month, day) + minutes * 60_000);
      const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
      fc.assert(
        fc.property(zone, fc.oneof(instant, turning), clock, (timezone, now, [hour, minute]) => {
          const words = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const reading = readCommandTime(words, { at: now, timezone }, 'note');
          expect(reading).toEqual({ kind: 'time', instant: oracle(now, timezone, hour, minute), rest: '' });
        }),
        { numRuns: 400 },
      );
    });
  });
});

/** What Temporal makes of the clock on the days up to an instant. */
function oracle(now: number, timezone: string, hour: number, minute: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  const candidates = [0, 1, 2, 3].flatMap((days) => {
    const wall = today.subtract({ days }).toPlainDateTime({ hour, minute });
    return (['earlier', 'later'] as const).flatMap((disambiguation) => {
      const zoned = wall.toZonedDateTime(timezone, { disambiguation });
      return zoned.toPlainDateTime().equals(wall) ? [zoned.epochMilliseconds] : [];
    });
  });
  return Math.max(...candidates.filter((candidate) => candidate <= now));
}
