import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  elapsedMinutes,
  formatDate,
  formatTime,
  readLeadingTime,
  readTime,
} from '../../../src/incident/clock.ts';
import { quarterName, quarterOf } from '../../../src/incident/quarter.ts';
import { scaled } from '../../thorough.ts';
import { onEveryHost } from './hosts.ts';

// From 1980, since Asia/Kathmandu changed its offset for the last time in 1986.
const from = Temporal.Instant.from('1980-01-01T00:00Z');
const until = Temporal.Instant.from('2036-01-01T00:00Z');

/** How many changes of offset the zone database has for each zone in those years, at the least. */
const zones: readonly (readonly [timezone: string, changes: number])[] = [
  ['Europe/London', 100],
  ['America/New_York', 100],
  ['Asia/Kathmandu', 1],
  ['Australia/Lord_Howe', 100],
  ['Pacific/Apia', 20],
  ['Africa/Casablanca', 40],
];

/** Minutes from a change: just around it, and around it by the hours and half hours by which clocks are moved. */
const distances = [-1441, -61, -60, -59, -31, -30, -29, -1, 0, 1, 29, 30, 31, 59, 60, 61, 1441];

function changesOf(timezone: string): Temporal.Instant[] {
  const changes: Temporal.Instant[] = [];
  let change = from.toZonedDateTimeISO(timezone).getTimeZoneTransition('next');
  while (change !== null && Temporal.Instant.compare(change.toInstant(), until) < 0) {
    changes.push(change.toInstant());
    change = change.getTimeZoneTransition('next');
  }
  return changes;
}

/** What the clock on the wall shows around a change: counted from the time it left off and from the time it went on. */
function wallClocksAround(change: Temporal.Instant, timezone: string): string[] {
  const after = change.toZonedDateTimeISO(timezone).toPlainDateTime();
  const before = change
    .subtract({ minutes: 1 })
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .add({ minutes: 1 });
  const halfway = before.add({ minutes: Math.floor(before.until(after).total('minutes') / 2) });
  const wallClocks = [before, after, halfway].flatMap((wallClock) =>
    distances.map((minutes) => text(wallClock.add({ minutes }))),
  );
  return [...new Set(wallClocks)];
}

function text(wallClock: Temporal.PlainDateTime): string {
  return wallClock.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** The oracle: what Temporal makes of a wall clock, in words. */
function expectedReading(wallClock: string, timezone: string): string {
  const plain = Temporal.PlainDateTime.from(wallClock);
  const earlier = plain.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(timezone, { disambiguation: 'later' });
  if (earlier.equals(later)) return `${wallClock} is ${earlier.toInstant()}`;
  if (earlier.toPlainDateTime().equals(plain)) {
    return `${wallClock} is ${earlier.offset} ${earlier.toInstant()} or ${later.offset} ${later.toInstant()}`;
  }
  const change = earlier.getTimeZoneTransition('next');
  const [last, first] = [change?.subtract({ minutes: 1 }), change].map(
    (time) => time && text(time.toPlainDateTime()),
  );
  return `${wallClock} is skipped, ${last} is not, ${first} is not`;
}

function instantText(instant: number | undefined): string {
  return instant === undefined ? 'unread' : Temporal.Instant.fromEpochMilliseconds(instant).toString();
}

function readInstant(words: string, timezone: string): number | undefined {
  const reading = readTime(words, timezone);
  return reading.kind === 'time' ? reading.time.instant : undefined;
}

/** What `readTime` makes of it, in the same words, everything after “is” taken from its reading or its message. */
function actualReading(wallClock: string, timezone: string): string {
  const reading = readTime(wallClock, timezone);
  if (reading.kind === 'time') return `${wallClock} is ${instantText(reading.time.instant)}`;
  if (reading.kind === 'blank') return `${wallClock} is blank`;
  const times = reading.message.match(/(?<!“)\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?: [+-]\d{2}:\d{2})?/g) ?? [];
  if (reading.rule === 'timestamp-ambiguous') {
    const choices = times.map((time) => `${time.slice(17)} ${instantText(readInstant(time, timezone))}`);
    return `${wallClock} is ${choices.join(' or ')}`;
  }
  return `${wallClock} is skipped, ${times.map((time) => `${time} is not`).join(', ')}`;
}

describe.each(zones)('in %s', (timezone, fewest) => {
  const changes = changesOf(timezone);
  const wallClocks = changes.flatMap((change) => wallClocksAround(change, timezone));
  const instants = changes.flatMap((change) => distances.map((minutes) => change.add({ minutes })));
  const readings = wallClocks.map((wallClock) => expectedReading(wallClock, timezone));

  it('there are changes of offset to test with', () => {
    expect(changes.length).toBeGreaterThanOrEqual(fewest);
    expect(readings.some((reading) => reading.includes('skipped'))).toBe(true);
    expect(readings.some((reading) => reading.includes(' or '))).toBe(timezone !== 'Asia/Kathmandu');
  });

  onEveryHost(() => {
    it('lesson 11: every wall clock around every change is read as Temporal reads it', () => {
      expect(wallClocks.map((wallClock) => actualReading(wallClock, timezone))).toEqual(readings);
    });

    it('lesson 11: every instant around every change is written as Temporal writes it, and read back', () => {
      const expected = instants.map((instant) => {
        const time = instant.toZonedDateTimeISO(timezone);
        const wallClock = text(time.toPlainDateTime());
        const isRepeated = expectedReading(wallClock, timezone).includes(' or ');
        return `${wallClock}${isRepeated ? ` ${time.offset}` : ''}`;
      });
      const written = instants.map((instant) => formatTime(instant.epochMilliseconds, timezone));
      expect(written).toEqual(expected);
      expect(written.map((time) => instantText(readInstant(time, timezone)))).toEqual(instants.map(String));
    });

    it('lesson 11: the date and the quarter are those of the calendar in the zone', () => {
      const days = instants.map((instant) => instant.toZonedDateTimeISO(timezone));
      expect(days.map((day) => formatDate(day.epochMilliseconds, timezone))).toEqual(
        days.map((day) => day.toPlainDate().toString()),
      );
      expect(days.map((day) => quarterName(quarterOf(day.epochMilliseconds, timezone)))).toEqual(
        days.map((day) => `Q${Math.ceil(day.month / 3)} ${day.year}`),
      );
    });

    it('a line that begins with a repeated time is placed at the earlier one, with a skipped time nowhere', () => {
      const expected = wallClocks.map((wallClock, index) =>
        readings[index]?.includes('skipped')
          ? 'unread'
          : Temporal.PlainDateTime.from(wallClock)
              .toZonedDateTime(timezone, { disambiguation: 'earlier' })
              .toInstant()
              .toString(),
      );
      const placed = wallClocks.map((wallClock) => readLeadingTime(`${wallClock}: paged`, timezone)?.instant);
      expect(placed.map(instantText)).toEqual(expected);
    });
  });
});

describe('lesson 15: elapsed time is what a stopwatch shows', () => {
  it.each([
    ['Europe/London', 'the spring change', '2024-03-31 00:30', '2024-03-31 02:30', 60],
    ['Europe/London', 'the autumn change', '2024-10-27 00:30', '2024-10-27 02:30', 180],
    ['Europe/London', 'winter into summer', '2023-11-17 09:21', '2024-04-11 11:06', 3504 * 60 + 45],
    ['Australia/Lord_Howe', 'a change by half an hour', '2024-10-06 01:30', '2024-10-06 03:00', 60],
    ['Pacific/Apia', 'the day that the date line took', '2011-12-29 23:00', '2011-12-31 01:00', 120],
    ['Asia/Kathmandu', 'a change by a quarter of an hour', '1985-12-31 23:30', '1986-01-01 00:30', 45],
    ['Africa/Casablanca', 'the change at the end of Ramadan', '2024-04-14 01:30', '2024-04-14 03:30', 60],
  ])('in %s across %s', (timezone, _change, firstDetected, repaired, minutes) => {
    const [start, end] = [readInstant(firstDetected, timezone), readInstant(repaired, timezone)];
    expect(elapsedMinutes(start ?? Number.NaN, end ?? Number.NaN)).toBe(minutes);
  });
});

describe('for every zone', () => {
  const minutes = (from: string, to: string) =>
    fc
      .integer({ min: Date.parse(from) / 60_000, max: Date.parse(to) / 60_000 })
      .map((minute) => minute * 60_000);
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

  it('what is written reads back to the same instant', () => {
    const instant = minutes('1970-01-02T00:00Z', '9999-12-30T00:00Z');
    fc.assert(
      fc.property(instant, zone, (instant, timezone) => {
        expect(readTime(`${formatTime(instant, timezone)} (a note)`, timezone)).toEqual({
          kind: 'time',
          time: { instant, note: 'a note' },
        });
      }),
      { numRuns: scaled(1000) },
    );
  });

  onEveryHost(() => {
    it('lesson 11: an instant is written as Temporal writes it', () => {
      // From 1972, when Africa/Monrovia, last of all, came to an offset of whole minutes.
      fc.assert(
        fc.property(minutes('1972-01-08T00:00Z', '2100-01-01T00:00Z'), zone, (instant, timezone) => {
          const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
          const wallClock = expected.toPlainDateTime().toString({ smallestUnit: 'minute' });
          expect(formatTime(instant, timezone).slice(0, 16)).toBe(wallClock.replace('T', ' '));
          expect(formatDate(instant, timezone)).toBe(wallClock.slice(0, 10));
          const number = Math.ceil(expected.month / 3);
          expect(quarterOf(instant, timezone)).toEqual({ year: expected.year, number });
        }),
        { numRuns: scaled(300) },
      );
    });
  });
});
