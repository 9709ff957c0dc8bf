import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/incident/clock.ts';
import { measure } from '../../../src/incident/figures.ts';
import type { Instant } from '../../../src/incident/incident.ts';
import { compareQuarters, quarterName, quarterOf } from '../../../src/incident/quarter.ts';
import {
  type EmptyQuarters,
  exactMean,
  groupByQuarter,
  type Mean,
  type Measured,
  quarterFigureTexts,
  roundedMean,
} from '../../../src/incident/statistics.ts';
import { scaled } from '../../thorough.ts';
import { onEveryHost } from './hosts.ts';

const timezone = 'Europe/London';

function at(words: string): Instant {
  const reading = readTime(words, timezone);
  if (reading.kind !== 'time') throw new Error(`${words} is ${reading.kind}`);
  return reading.time.instant;
}

function incident(firstDetected: string, repaired: string | null, resolved: string | null): Measured {
  const recorded = (words: string | null) => (words === null ? null : { instant: at(words), note: null });
  const events = {
    firstDetected: { instant: at(firstDetected), note: null },
    repaired: recorded(repaired),
    resolved: recorded(resolved),
  };
  return {
    firstDetected: events.firstDetected.instant,
    figures: measure(events, at('2026-11-12 12:00')).figures,
  };
}

/** Each quarter as `Q4 2024: 1, 24h 59m, 25h 10m`. */
function listed(measured: readonly Measured[], now: string, emptyQuarters: EmptyQuarters = 'zero'): string[] {
  return groupByQuarter(measured, { now: at(now), timezone, emptyQuarters }).map(
    ({ quarter, incidents }) =>
      `${quarterName(quarter)}: ${Object.values(quarterFigureTexts(incidents, emptyQuarters)).join(', ')}`,
  );
}

const known: readonly Measured[] = [
  incident('2023-12-15 15:34', '2023-12-15 16:16', '2024-04-11 11:06'),
  incident('2024-10-14 10:30', '2024-10-15 11:29', '2024-10-15 11:40'),
  incident('2023-11-17 09:21', '2023-11-17 15:45', '2024-04-11 11:06'),
  incident('2023-12-08 14:12', '2023-12-12 15:18', '2023-12-12 15:18'),
];

onEveryHost(() => {
  it('lesson 14: a quarter without incidents has neither NaN nor the means of its neighbour', () => {
    expect(listed(known, '2025-04-22 09:00')).toEqual([
      'Q1 2025: 0, 0h 0m, 0h 0m',
      'Q4 2024: 1, 24h 59m, 25h 10m',
      'Q3 2024: 0, 0h 0m, 0h 0m',
      'Q2 2024: 0, 0h 0m, 0h 0m',
      'Q1 2024: 0, 0h 0m, 0h 0m',
      'Q4 2023: 3, 34h 44m, 2142h 48m',
    ]);
  });

  it('lesson 15: an incident counts in the quarter of its first detection on the calendar in the zone', () => {
    const newYearsEve = incident('2026-12-31 23:30', null, null);
    expect(listed([newYearsEve], '2027-01-01 00:00')).toEqual(['Q4 2026: 1, not recorded, not recorded']);
    const justIntoJuly = { ...newYearsEve, firstDetected: Date.parse('2026-06-30T23:30Z') };
    expect(listed([justIntoJuly], '2026-07-01 00:31')).toEqual(['Q3 2026: 1, not recorded, not recorded']);
  });
});

describe('which quarters are listed', () => {
  const now = '2025-04-22 09:00';

  it('no incidents, no quarters', () => {
    expect(listed([], now)).toEqual([]);
  });

  it('an empty quarter only once it is over', () => {
    expect(listed(known, '2025-03-31 23:59')[0]).toBe('Q4 2024: 1, 24h 59m, 25h 10m');
    expect(listed(known, '2025-04-01 00:00')[0]).toBe('Q1 2025: 0, 0h 0m, 0h 0m');
  });

  it('a quarter with incidents at once', () => {
    expect(listed([...known, incident('2025-04-20 09:00', null, null)], now)[0]).toBe(
      'Q2 2025: 1, not recorded, not recorded',
    );
  });

  it('empty quarters with words, or not at all', () => {
    expect(listed(known, now, 'none')[0]).toBe('Q1 2025: 0, No incidents, No incidents');
    expect(listed(known, now, 'omit')).toEqual([
      'Q4 2024: 1, 24h 59m, 25h 10m',
      'Q4 2023: 3, 34h 44m, 2142h 48m',
    ]);
  });

  it('a year mistyped as a far one brings no empty quarters along', () => {
    expect(listed([...known, incident('9024-10-14 10:30', null, null)], now).slice(0, 2)).toEqual([
      'Q4 9024: 1, not recorded, not recorded',
      'Q1 2025: 0, 0h 0m, 0h 0m',
    ]);
  });
});

describe('means', () => {
  const mean = (total: number, measured: number): Mean => ({ total, measured });

  it('lesson 12: an incident of no length counts', () => {
    const none = incident('2024-10-20 10:30', '2024-10-20 10:30', '2024-10-20 10:30');
    expect(listed([...known, none], '2024-12-01 00:00')[0]).toBe('Q4 2024: 2, 12h 30m, 12h 35m');
  });

  it('lesson 13: an incident that goes on is counted and shown, and its means do not drift with the clock', () => {
    const open = [...known, incident('2024-10-20 10:30', null, null)];
    const quarter = 'Q4 2024: 2, 24h 59m (from 1 of 2 incidents), 25h 10m (from 1 of 2 incidents)';
    expect(listed(open, '2024-12-01 00:00')[0]).toBe(quarter);
    expect(listed(open, '2024-12-31 23:59')[0]).toBe(quarter);
  });

  it('lesson 16: what is not recorded is no zero', () => {
    const quarter = [
      incident('2024-10-14 10:00', '2024-10-14 10:27', null),
      incident('2024-10-15 10:00', '2024-10-18 14:00', null),
      incident('2024-10-16 10:00', null, null),
    ];
    expect(listed(quarter, '2024-12-01 00:00')).toEqual([
      'Q4 2024: 3, 38h 14m (from 2 of 3 incidents), not recorded',
    ]);
  });

  it.each([
    [mean(0, 0), null, null],
    [mean(0, 3), 0, 0],
    [mean(1, 2), 0.5, 1],
    [mean(3, 2), 1.5, 2],
    [mean(1, 3), 1 / 3, 0],
    [mean(2, 3), 2 / 3, 1],
    [mean(6252, 3), 2084, 2084],
  ])('%j is %s, rounded %s', (value, exact, rounded) => {
    expect(exactMean(value)).toBe(exact);
    expect(roundedMean(value)).toBe(rounded);
  });

  it('is rounded once, to the nearest minute, halves up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 45 }),
        fc.integer({ min: 1, max: 100_000 }),
        (total, measured) => {
          const doubled = 2n * BigInt(total) + BigInt(measured);
          expect(roundedMean(mean(total, measured))).toBe(Number(doubled / (2n * BigInt(measured))));
        },
      ),
      { numRuns: scaled(1000) },
    );
  });
});

describe('for every list of incidents', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 300_000 }));
  const measured: fc.Arbitrary<Measured> = fc.record({
    firstDetected: fc
      .integer({ min: Date.UTC(2019, 0) / 60_000, max: Date.UTC(2026, 0) / 60_000 })
      .map((minute) => minute * 60_000),
    figures: fc.record({ timeToRepair: figure, timeToResolve: figure }),
  });
  const list = fc.array(measured, { maxLength: 40 });
  const options = (emptyQuarters: EmptyQuarters) => ({ now: Date.UTC(2025, 0), timezone, emptyQuarters });

  it('their order makes no difference', () => {
    const twoOrders = list.chain((incidents) =>
      fc.tuple(fc.constant(incidents), fc.shuffledSubarray(incidents, { minLength: incidents.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([incidents, shuffled]) => {
        const [one, other] = [incidents, shuffled].map((order) =>
          groupByQuarter(order, options('zero')).map(({ incidents, ...rest }) => ({
            ...rest,
            // Those of a quarter come in the order given.
            incidents: new Set(incidents),
          })),
        );
        expect(one).toEqual(other);
      }),
    );
  });

  it('lesson 17: each counts once and in its own quarter, the first and the last included', () => {
    fc.assert(
      fc.property(list, (incidents) => {
        const quarters = groupByQuarter(incidents, options('omit'));
        for (const { quarter, incidents: found } of quarters) {
          const own = incidents.filter(
            ({ firstDetected }) => compareQuarters(quarterOf(firstDetected, timezone), quarter) === 0,
          );
          expect(found).toEqual(own);
          const texts = quarterFigureTexts(found, 'omit');
          expect(texts.incidents).toBe(`${own.length}`);
          expect(texts.meanTimeToRepair).toBe(meanOf(own.map(({ figures }) => figures.timeToRepair)));
          expect(texts.meanTimeToResolve).toBe(meanOf(own.map(({ figures }) => figures.timeToResolve)));
        }
        expect(quarters.flatMap(({ incidents }) => incidents)).toHaveLength(incidents.length);
      }),
    );
  });

  it('lesson 17: quarters come newest first by date, and the empty ones change nothing about the others', () => {
    fc.assert(
      fc.property(list, (incidents) => {
        const all = groupByQuarter(incidents, options('zero'));
        for (const [index, older] of all.slice(1).entries()) {
          const newer = all[index];
          expect(newer && compareQuarters(older.quarter, newer.quarter)).toBeLessThan(0);
        }
        expect(groupByQuarter(incidents, options('none'))).toEqual(all);
        expect(groupByQuarter(incidents, options('omit'))).toEqual(
          all.filter(({ incidents }) => incidents.length > 0),
        );
      }),
    );
  });
});

/** A mean as the log words it, reckoned without the code under test. */
function meanOf(figures: readonly (number | null)[]): string {
  const recorded = figures.flatMap((figure) => (figure === null ? [] : [BigInt(figure)]));
  if (recorded.length === 0) return 'not recorded';
  const [sum, count] = [recorded.reduce((a, b) => a + b, 0n), BigInt(recorded.length)];
  const minutes = (2n * sum + count) / (2n * count);
  const basis = recorded.length < figures.length ? ` (from ${count} of ${figures.length} incidents)` : '';
  return `${minutes / 60n}h ${minutes % 60n}m${basis}`;
}
