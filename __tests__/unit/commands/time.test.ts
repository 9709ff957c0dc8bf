import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCommandTime } from '../../../src/commands/time.ts';
import { scaled } from '../../thorough.ts';
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
    ['11:46', '2024-10-15T10:46:00Z', ''],
    ['11:50', '2024-10-15T10:50:00Z', ''],
    ['23:46', '2024-10-14T22:46:00Z', ''],
    ['00:05 (rolled back)', '2024-10-14T23:05:00Z', 'rolled back'],
    ['09:30 (a) and (b)', '2024-10-15T08:30:00Z', '(a) and (b)'],
    ['09:30: rolled back', '2024-10-15T08:30:00Z', 'rolled back'],
    ['09:30.', '2024-10-15T08:30:00Z', ''],
    ['09:30 - rolled back', '2024-10-15T08:30:00Z', 'rolled back'],
    ['2024-10-15 11:29', '2024-10-15T10:29:00Z', ''],
    ['2024-10-15T10:29Z by hand', '2024-10-15T10:29:00Z', 'by hand'],
    ['2024-10-15 11:50', '2024-10-15T10:50:00Z', ''],
    ['2024-10-15 11:29 (reverted Friday’s deploy)', '2024-10-15T10:29:00Z', 'reverted Friday’s deploy'],
  ])('%j', (words, iso, rest) => {
    expect(readCommandTime(words, moment, 'note')).toEqual({ kind: 'time', instant: Date.parse(iso), rest });
  });

  it.each([
    '14.43',
    '9:30',
    '25:00',
    '11:51',
    '23:45',
    '11:45pm',
    '11:45 pm',
    '13:45 pm',
    '00:45 am',
    '11:45 BST',
    '11:45 UTC',
    '11:45Z',
    '10:00-10:30',
    '10:00 to 10:30',
    '12/11/2026 10:00',
    '2024-10-15 11:51',
    '09:30 CT scanner is back',
    '09:30 est. two hours lost',
    'Friday deploy reverted',
    'sat proxy restarted',
    '24h without errors',
    'workaround from a year ago',
    'today’s release is out',
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
  ])('%j is an error, because nothing is guessed', (words) => {
    expect(readCommandTime(words, moment, 'note')).toMatchObject({ kind: 'error' });
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
    '2 of 3 nodes are back',
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
      expect(readCommandTime(words, moment, 'text')).toMatchObject({ kind: 'error' });
    }
  });

  it.each([
    ['21:20 UTC', '2024-10-15T21:20Z'],
    ['21:20Z', '2024-10-15T21:20Z'],
    ['21:20 gmt', '2024-10-15T21:20Z'],
    ['21:20+01:00', '2024-10-15T20:20Z'],
    ['21:20 +01:00', '2024-10-15T20:20Z'],
    ['21:20:30Z', '2024-10-15T21:20Z'],
    ['9:20 pm', '2024-10-15T20:20Z'],
    ['9:20 pmZ', '2024-10-15T21:20Z'],
    ['9.20pm', '2024-10-15T20:20Z'],
    ['9:20 p.m. UTC', '2024-10-15T21:20Z'],
    ['09:20 PM', '2024-10-15T20:20Z'],
    ['12:05 pm', '2024-10-15T11:05Z'],
    ['2024-10-15 9:20 pm', '2024-10-15T20:20Z'],
    ['2024-10-15T20:20:00.000Z', '2024-10-15T20:20Z'],
    ['\u200e21:20\u2009Z\u200b', '2024-10-15T21:20Z'],
    ['\ufeff2\u00ad1:20', '2024-10-15T20:20Z'],
  ])('lesson 46: %j at 22:30 in London', (words, iso) => {
    const evening = { at: Date.parse('2024-10-15T21:30Z'), timezone: 'Europe/London' };
    expect(readCommandTime(`${words} rolled back`, evening, 'note')).toEqual({
      kind: 'time',
      instant: Date.parse(iso),
      rest: 'rolled back',
    });
  });

  it.each([
    ['21:20 CET', '21:20±HH:MM'],
    ['9:20 pm EST', '21:20±HH:MM'],
    ['21:20 bst by hand', '21:20±HH:MM'],
    ['2024-10-15 21:20 CEST', '2024-10-15 21:20±HH:MM'],
  ])('lesson 46: %j is answered with the form of an offset', (words, attempt) => {
    const evening = { at: Date.parse('2024-10-15T21:30Z'), timezone: 'Europe/London' };
    expect(readCommandTime(words, evening, 'note')).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('offsets such as +01:00'),
      suggestions: [attempt],
    });
  });

  it('lesson 45: a clock in another zone is answered with both corrections of what was typed', () => {
    const evening = { at: Date.parse('2026-11-27T22:06:40Z'), timezone: 'UTC' };
    const tried = (words: string, behind: 'note' | 'text' = 'note') => {
      const reading = readCommandTime(words, evening, behind);
      return reading.kind === 'error' ? reading.suggestions : reading;
    };
    expect(tried('23:06')).toEqual(['23:06+01:00', '2026-11-26 23:06']);
    expect(tried('11:06 pm rolled back')).toEqual([
      '23:06+01:00 (rolled back)',
      '2026-11-26 23:06 (rolled back)',
    ]);
    expect(tried('23:06 Traffic moved', 'text')).toEqual([
      '23:06+01:00 Traffic moved',
      '2026-11-26 23:06 Traffic moved',
    ]);
    expect(tried('03:30')).toEqual(['03:30+06:00', '2026-11-27 03:30']);
    expect(tried('23:06Z')).toEqual(['2026-11-26 23:06 +00:00']);
    expect(tried('2026-11-27 23:06')).toEqual(['2026-11-27 23:06+01:00']);
    expect(tried('2027-11-27 23:06')).toEqual([]);
    for (const words of ['23:06+01:00', '2026-11-26 23:06', '23:06 -03:00'])
      expect(readCommandTime(words, evening, 'note')).toMatchObject({
        kind: words.endsWith('-03:00') ? 'error' : 'time',
      });
  });

  it('a time that the clock skipped is not one of the day before', () => {
    const morning = { at: Date.parse('2024-03-31T01:10Z'), timezone: 'Europe/London' };
    expect(readCommandTime('01:30', morning, 'note')).toMatchObject({ kind: 'error' });
  });

  const asked = [
    '00:01 yesterday',
    '00:01 (yesterday)',
    '00:01 2024-10-14',
    '00:01 on Monday',
    '00:01 two days ago',
    '10:30 Oct 14',
    '10:30 14/10',
    '10:30 14.10.',
    '10:30 the 14th',
    '10:30 last night',
    '09:43 in UTC',
    '09:43 local time',
    '09:43 Europe/Paris',
    '09:43 rolled back (CEST)',
    'now - 5m',
    'now -90',
    'now – 5',
    'now, or half an hour ago',
    'now-5m',
    'on Tuesday',
    'around two',
    'about half past three',
    'in 5 minutes',
    'soon',
    '１４:43',
    '١٤:٤٣',
    '09:43 or １１:00',
    '14∶43',
    '\u200b14.43',
    'yes\u00adterday',
    '09:43 then again at 10',
    '10:00 -10:30',
    '10:00-10:30',
  ];
  it.each(asked)('lesson 96 and 97: %j is asked back', (words) => {
    expect(readCommandTime(words, moment, 'note')).toMatchObject({ kind: 'error' });
  });

  it.each([
    'we restarted the pods at 21:10',
    'we restarted the pods at 9pm',
    'restarted (21:10)',
    'restarted around 2110',
    'restarted last night',
    'paged two hours ago',
    'paged yesterday',
    'on Monday the disk filled up',
    '00:01 yesterday we were paged',
    '00:01 we were paged yesterday',
    '00:01 Monday: paged',
    '10:30 14/10 paged',
    '09:43 CET paged',
    '09:43 in UTC paged',
    '09:43 +2h paged',
    '09:43 two days ago',
  ])('lesson 47: the text %j is asked back', (words) => {
    expect(readCommandTime(words, moment, 'text')).toMatchObject({ kind: 'error' });
  });

  it.each([
    ['we restarted the pods', 'none'],
    ['2:1 against it', 'none'],
    ['p95 is 1:23:45 again', 'none'],
    ['09:43 the 08:00 job ran twice', 'time'],
    ['09:43 waited 5 minutes, then restarted', 'time'],
    ['09:43 Monday’s deploy is the cause', 'time'],
    ['2024-10-14 09:43 paged, as on Monday', 'time'],
  ])('the text %j says what happened', (words, kind) => {
    expect(readCommandTime(words, moment, 'text')).toMatchObject({ kind });
  });

  it('a comment that was edited since has no now', () => {
    const edited = { at: null, timezone: 'UTC' };
    for (const words of ['now', '14:43'])
      expect(readCommandTime(words, edited, 'note')).toMatchObject({ kind: 'error' });
    expect(readCommandTime('2024-10-15 14:43', edited, 'note')).toMatchObject({ kind: 'time' });
  });

  it('a day of 23 hours is not skipped', () => {
    const night = { at: Date.parse('2014-03-30T23:59Z'), timezone: 'Europe/London' };
    expect(readCommandTime('02:00', night, 'note')).toMatchObject({
      kind: 'error',
      suggestions: ['02:00+03:00', '2014-03-30 02:00'],
    });
    expect(readCommandTime('13:30', night, 'note')).toMatchObject({
      instant: Date.parse('2014-03-30T12:30Z'),
    });
  });

  onEveryHost(() => {
    it('lesson 45: for every moment, zone and clock: the next such time where it is at most 5 minutes ahead, a question where it is up to 12 hours ahead, else the last one, as Temporal has it', () => {
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
          const { last, next } = oracle(now, timezone, hour, minute);
          const ahead = (next - now) / 60_000;
          const instant = ahead <= 5 ? next : ahead > 12 * 60 && now - last <= 14 * 3_600_000 ? last : null;
          expect(reading).toMatchObject(
            instant === null ? { kind: 'error' } : { kind: 'time', instant, rest: '' },
          );
        }),
        { numRuns: scaled(400) },
      );
    });
  });
});

/** What Temporal makes of the clock on the days around an instant: the last time that it shows not after it, and the next one. */
function oracle(now: number, timezone: string, hour: number, minute: number): { last: number; next: number } {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  const candidates = [-3, -2, -1, 0, 1, 2, 3].flatMap((days) => {
    const wall = today.subtract({ days }).toPlainDateTime({ hour, minute });
    return (['earlier', 'later'] as const).flatMap((disambiguation) => {
      const zoned = wall.toZonedDateTime(timezone, { disambiguation });
      return zoned.toPlainDateTime().equals(wall) ? [zoned.epochMilliseconds] : [];
    });
  });
  return {
    last: Math.max(...candidates.filter((candidate) => candidate <= now)),
    next: Math.min(...candidates.filter((candidate) => candidate > now)),
  };
}
