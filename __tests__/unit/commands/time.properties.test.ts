import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readCommandTime } from '../../../src/commands/time.ts';
import { scaled } from '../../thorough.ts';
import { onEveryHost } from '../incident/hosts.ts';

/** When the words of a command may say that something was: from one instant until another. */
type Reading = readonly [from: number, until: number];

/** What a person types, and what it can mean in a comment that was written then and there. */
interface Phrase {
  readonly words: string;
  readonly readings: (written: Temporal.ZonedDateTime) => readonly Reading[];
}

const hour = 3_600_000;
const at = (instant: number): Reading => [instant, instant];

/** The instants at which the clock of a zone shows a time on a day. */
function shown(day: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Reading[] {
  const wall = day.toPlainDateTime(time);
  return (['earlier', 'later'] as const).map((disambiguation) =>
    at(wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds),
  );
}

/** Of the instants at which a clock shows a time on three days, those nearest to a comment: half a day away, or a little more. */
function nearest(written: Temporal.ZonedDateTime, time: Temporal.PlainTime, zone: string): Reading[] {
  const today = written.withTimeZone(zone).toPlainDate();
  return [-1, 0, 1]
    .flatMap((days) => shown(today.add({ days }), time, zone))
    .filter(([instant]) => Math.abs(instant - written.epochMilliseconds) <= 14 * hour);
}

const two = (number: number) => String(number).padStart(2, '0');

/** A time of day, as people write it. */
const timeOfDay = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('24', '24 with seconds', '12', '12 with a full stop', 'full-width', 'unseen'),
  )
  .map(([hours, minutes, manner]) => {
    const plain = `${two(hours)}:${two(minutes)}`;
    const half = `${two(minutes)}${hours < 12 ? 'am' : ' pm'}`;
    const words = {
      '24': plain,
      '24 with seconds': `${plain}:59`,
      '12': `${hours % 12 || 12}:${half}`,
      '12 with a full stop': `${hours % 12 || 12}.${half}`,
      'full-width': plain.replace(/\d/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      unseen: `\u200e${plain.slice(0, 3)}\u200b${plain.slice(3)}\ufeff`,
    }[manner];
    return { words, time: new Temporal.PlainTime(hours, minutes) };
  });

/** What names a day, and that day. */
const dayNames: readonly ((
  today: Temporal.PlainDate,
  back: number,
) => readonly [string, Temporal.PlainDate])[] = [
  (today) => ['yesterday', today.subtract({ days: 1 })],
  (today) => ['(yesterday)', today.subtract({ days: 1 })],
  (today) => ['the day before', today.subtract({ days: 1 })],
  (today, back) => {
    const day = today.subtract({ days: back });
    return [`on ${day.toLocaleString('en', { weekday: 'long' })}`, day];
  },
  (today, back) => {
    const day = today.subtract({ days: back });
    return [day.toLocaleString('en', { weekday: 'short' }), day];
  },
  (today, back) => [today.subtract({ days: back }).toString(), today.subtract({ days: back })],
  (today, back) => {
    const day = today.subtract({ days: back });
    return [`${day.day}/${day.month}`, day];
  },
  (today, back) => {
    const day = today.subtract({ days: back });
    return [day.toLocaleString('en', { month: 'short', day: 'numeric' }), day];
  },
  (today, back) => [`${back} days ago`, today.subtract({ days: back })],
];

/** What names a zone, and a zone of that name for Temporal. */
const zoneNames = [
  ['Z', 'UTC'],
  [' UTC', 'UTC'],
  [' GMT', 'UTC'],
  [' in UTC', 'UTC'],
  [' (UTC)', 'UTC'],
  ['+05:30', '+05:30'],
  [' -08:00', '-08:00'],
  [' +1300', '+13:00'],
  [' JST', '+09:00'],
  [' NZDT', '+13:00'],
  [' HST', '-10:00'],
  [' (UTC+9)', '+09:00'],
] as const;

const notes = ['', ' rolled back', ' (by hand)', ', 3 of 4 nodes are back', ' - restarted v1.28.3'];

/** Phrases for a comment that is written then. */
function phrases(written: Temporal.ZonedDateTime): fc.Arbitrary<Phrase> {
  const today = written.toPlainDate();
  const zone = written.timeZoneId;
  const now = written.epochMilliseconds;
  const clock = fc.tuple(timeOfDay, fc.constantFrom(...notes)).map(([{ words, time }, note]) => ({
    words: words + note,
    readings: () => nearest(written, time, zone),
  }));
  const onDay = fc
    .tuple(timeOfDay, fc.constantFrom(...dayNames), fc.integer({ min: 1, max: 6 }))
    .map(([{ words, time }, name, back]) => {
      const [day, date] = name(today, back);
      return { words: `${words} ${day}`, readings: () => shown(date, time, zone) };
    });
  const inZone = fc.tuple(timeOfDay, fc.constantFrom(...zoneNames), fc.constantFrom(...notes)).map(
    ([{ words, time }, [name, other], note]): Phrase => ({
      words: words + name + note,
      readings: () => nearest(written, time, other),
    }),
  );
  const full = fc
    .tuple(timeOfDay, fc.integer({ min: 0, max: 40 }), fc.constantFrom(...notes))
    .map(([{ words, time }, back, note]) => {
      const date = today.subtract({ days: back });
      return { words: `${date} ${words}${note}`, readings: () => shown(date, time, zone) };
    });
  const distance = fc
    .tuple(
      fc.integer({ min: 13, max: 90 }),
      fc.constantFrom('h', ' hours', ' hrs'),
      fc.constantFrom('now - ', 'now -', '-', 'about ', ''),
    )
    .map(([hours, unit, lead]) => ({
      words: `${lead}${hours}${unit}${lead.includes('-') ? '' : ' ago'}`,
      readings: () => [at(now - hours * hour)],
    }));
  const day = fc.tuple(fc.constantFrom(...dayNames), fc.integer({ min: 2, max: 6 })).map(([name, back]) => {
    const [words, date] = name(today, back);
    const start = date.toZonedDateTime(zone).epochMilliseconds;
    return { words, readings: (): Reading[] => [[start, start + 24 * hour]] };
  });
  const plain = fc
    .constantFrom('', 'now', 'rolled back', 'now, rolled back')
    .map((words) => ({ words, readings: () => [at(now)] }));
  return fc.oneof(clock, onDay, inZone, full, distance, day, plain);
}

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
];

/** Comments of all times, and of the days around changes of the clocks. */
const comment = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.integer({ min: Date.UTC(2010, 0) / 1000, max: Date.UTC(2035, 0) / 1000 }),
    fc.option(fc.integer({ min: -26 * 60, max: 26 * 60 })),
  )
  .map(([zone, seconds, beside]) => {
    const written = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
    const change = beside === null ? null : written.getTimeZoneTransition('next');
    return change === null ? written : change.add({ minutes: beside ?? 0 });
  });

describe('for every zone, comment and text', () => {
  onEveryHost(() => {
    it('lesson 45, 47, 96: what is recorded lies at most 12 hours from what the words can mean', () => {
      let recorded = 0;
      const told = comment.chain((written) =>
        fc.tuple(fc.constant(written), phrases(written), fc.constantFrom('note', 'text')),
      );
      fc.assert(
        fc.property(told, ([written, { words, readings }, behind]) => {
          const moment = { at: written.epochMilliseconds, timezone: written.timeZoneId };
          const reading = readCommandTime(words, moment, behind);
          if (reading.kind === 'error') return;
          const instant = reading.kind === 'time' ? reading.instant : written.epochMilliseconds;
          recorded += 1;
          const distances = readings(written).map(([from, until]) =>
            Math.max(from - instant, instant - until, 0),
          );
          expect(Math.min(...distances), `${words} → ${new Date(instant).toISOString()}`).toBeLessThanOrEqual(
            12 * hour,
          );
        }),
        { numRuns: scaled(1500) },
      );
      expect(recorded).toBeGreaterThan(scaled(200));
    });
  });
});
