import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { type ChartData, type ChartIncident, type ChartYear, chartSvg } from '../../../src/chart/chart.ts';
import { onEveryHost } from '../incident/hosts.ts';
import { data, dotsOf, expectInert, incident, parsed, pictureOf, textsOf } from './pictures.ts';

const minute = 60_000;

/** Spans of time, from a quarter to all that an incident can have. */
const spans = fc.constantFrom(
  [Date.UTC(2024, 9, 5), Date.UTC(2024, 11, 25)],
  [Date.UTC(2019, 0), Date.UTC(2026, 0)],
  [Date.UTC(1970, 0, 2), Date.UTC(9999, 11, 30)],
);
const durations = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 4_300_000_000 }),
);
const levels = ['SEV1', 'SEV2', 'SEV3'];

const incidents = spans.chain(([from = 0, to = 0]) => {
  const each = fc.record({
    issue: fc.integer({ min: 1, max: 30 }),
    firstDetected: fc.integer({ min: from / minute, max: to / minute }).map((minutes) => minutes * minute),
    minutes: fc.option(durations),
    isOngoing: fc.boolean(),
    severity: fc.option(fc.constantFrom(...levels, 'Gone', 'not stated')),
  });
  return fc.array(each, { minLength: 1, maxLength: 20 });
});
const timezones = fc.constantFrom(
  'UTC',
  'Europe/London',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
);

const years = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 1970, max: 9999 }),
    n: fc.integer({ min: 1, max: 99 }),
    median: durations,
    interval: fc.option(
      fc
        .tuple(durations, durations)
        .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b), confidence: 0.96875 })),
    ),
  }),
  { selector: ({ year }) => year, maxLength: 5 },
);

const charts: fc.Arbitrary<ChartData> = fc
  .record({ incidents, timezone: timezones, years })
  .map((of) => data({ ...of, incidents: of.incidents.map((each) => incident(each)) }));

function year(of: Partial<ChartYear> = {}): ChartYear {
  return { year: 2024, n: 1, median: 1510, interval: null, ...of };
}

/** The minutes that a tick's label names. */
function labelled(label: string): number | null {
  const units = { min: 1, hour: 60, day: 1440, week: 10_080, year: 525_600 };
  const [, amount, unit] = /^(\d+) (min|hour|day|week|year)s?$/.exec(label) ?? [];
  return unit === undefined ? null : Number(amount) * units[unit as keyof typeof units];
}

/** The labels of durations, from the lowest to the highest, with the minutes that they name. */
function durationTicks(svg: string): { minutes: number; y: number; isWide: boolean }[] {
  return textsOf(svg)
    .flatMap(({ text, y, class: classes }) => {
      const minutes = labelled(text);
      return minutes === null ? [] : { minutes, y, isWide: classes.includes('wide') };
    })
    .sort((a, b) => b.y - a.y);
}

describe('the place of an incident', () => {
  it('is its share of the time from the first quarter to the last on the clock of the team, for every set of incidents', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const wall = ({ firstDetected }: ChartIncident) =>
          Temporal.Instant.fromEpochMilliseconds(firstDetected)
            .toZonedDateTimeISO(chart.timezone)
            .toPlainDateTime();
        const quarterStart = (time: Temporal.PlainDateTime) =>
          Temporal.PlainDateTime.from({
            year: time.year,
            month: time.month - ((time.month - 1) % 3),
            day: 1,
          });
        const since = (from: Temporal.PlainDateTime, to: Temporal.PlainDateTime) =>
          from.until(to, { largestUnit: 'minutes' }).total('minutes');
        const sorted = [...chart.incidents].sort((a, b) => a.firstDetected - b.firstDetected);
        const [first, last] = [sorted[0] ?? incident(), sorted.at(-1) ?? incident()];
        const [start, end] = [quarterStart(wall(first)), quarterStart(wall(last)).add({ months: 3 })];
        const expected = sorted.map((each) => 108 + (592 * since(start, wall(each))) / since(start, end));
        const drawn = dotsOf(chartSvg(chart))
          .map(({ x }) => x)
          .sort((a, b) => a - b);
        expect(drawn).toHaveLength(expected.length);
        for (const [index, x] of drawn.entries())
          expect(Math.abs(x - (expected[index] ?? 0))).toBeLessThan(0.11);
      }),
    );
  });

  it('is its share of the logarithms between the lowest tick and the highest, for every duration', () => {
    fc.assert(
      fc.property(fc.array(durations, { minLength: 1, maxLength: 20 }), (minutes) => {
        const svg = pictureOf(...minutes.map((each) => ({ minutes: each })));
        const ticks = durationTicks(svg);
        const [low, high] = [ticks.at(0), ticks.at(-1)];
        if (low === undefined || high === undefined) throw new Error('a chart has ticks');
        const logarithm = (each: number) => Math.log2(Math.max(each, 1));
        const expected = (each: number) =>
          low.y +
          ((high.y - low.y) * (logarithm(each) - logarithm(low.minutes))) /
            (logarithm(high.minutes) - logarithm(low.minutes));
        const drawn = dotsOf(svg)
          .map(({ y }) => y)
          .sort((a, b) => b - a);
        for (const [index, each] of [...minutes].sort((a, b) => a - b).entries()) {
          expect(Math.abs((drawn[index] ?? 0) - expected(each))).toBeLessThan(0.11);
        }
        for (const { y, minutes: each } of ticks) expect(Math.abs(y - expected(each))).toBeLessThan(0.11);
      }),
    );
  });

  it('is between two ticks: the nearest that are lower and higher', () => {
    expect(durationTicks(pictureOf({ minutes: 42 })).map(({ minutes }) => minutes)).toEqual([15, 60]);
    expect(durationTicks(pictureOf({ minutes: 60 })).map(({ minutes }) => minutes)).toEqual([15, 60, 240]);
    expect(durationTicks(pictureOf({ minutes: 0 })).map(({ minutes }) => minutes)).toEqual([1, 5]);
  });

  it('is in its own quarter where the day differs from UTC', () => {
    const [at] = [Date.parse('2024-12-31T12:00Z')];
    const names = (timezone: string) =>
      textsOf(chartSvg(data({ incidents: [incident({ firstDetected: at })], timezone })))
        .map(({ text }) => text)
        .filter((text) => /^Q\d$|^\d{4}$/.test(text));
    expect(names('Europe/London')).toEqual(['Q4', '2024']);
    expect(names('Pacific/Kiritimati')).toEqual(['Q1', '2025']);
  });
});

describe('an incident without a duration', () => {
  const ongoing = { minutes: null, isOngoing: true };
  const unrecorded = { minutes: null };

  it('stands hollow above all that have one, in a row that says why', () => {
    const svg = pictureOf({}, ongoing, unrecorded);
    const [full, ...hollow] = dotsOf(svg).sort((a, b) => b.y - a.y);
    expect(full?.fill).toMatch(/^#/);
    expect(hollow.map(({ fill }) => fill)).toEqual(['none', 'none']);
    expect(hollow.map(({ title }) => title.split('\n')[1])).toEqual([
      '2024-10-14 10:30, not recorded',
      '2024-10-14 10:30, ongoing',
    ]);
    const highest = Math.min(...durationTicks(svg).map(({ y }) => y));
    for (const { y } of hollow) expect(y).toBeLessThan(highest - 10);
    expect(textsOf(svg).find(({ text }) => text === 'ongoing')?.y).toBe(hollow[1]?.y);
  });

  it('is never measured while it is ongoing', () => {
    expect(dotsOf(pictureOf({ isOngoing: true, minutes: 90 }))[0]).toMatchObject({ fill: 'none' });
    expect(dotsOf(pictureOf({ isOngoing: true, minutes: 90 }))[0]?.title).toContain(', ongoing');
  });

  it('has no row where there is none', () => {
    const rows = (svg: string) => textsOf(svg).filter(({ text }) => /^(?:ongoing|not|recorded)$/.test(text));
    expect(rows(pictureOf({}))).toEqual([]);
    expect(rows(pictureOf({}, ongoing))).toHaveLength(1);
    expect(rows(pictureOf({}, unrecorded))).toHaveLength(2);
  });

  it('is counted in the heading', () => {
    expect(textsOf(pictureOf({}, ongoing, unrecorded))[0]?.text).toBe(
      'Time to resolve: 3 incidents, 1 ongoing, 1 not recorded',
    );
  });
});

describe('severities', () => {
  const legend = (svg: string) =>
    textsOf(svg)
      .map(({ text }) => text)
      .filter((text) => ['SEV1', 'SEV2', 'SEV3', 'Gone', 'not stated'].includes(text));

  it('lesson 87: differ in colour and in shape, so that no figure hides them', () => {
    const dots = dotsOf(pictureOf(...[...levels, 'Gone', null].map((severity) => ({ severity }))));
    expect(new Set(dots.map(({ stroke }) => stroke)).size).toBe(5);
    expect(new Set(dots.map(({ outline }) => outline)).size).toBe(5);
  });

  it('are in the legend where they occur: worst first, those that the form lacks behind, “not stated” last', () => {
    expect(
      legend(pictureOf({ severity: null }, { severity: 'Gone' }, { severity: 'SEV3' }, { severity: 'SEV1' })),
    ).toEqual(['SEV1', 'SEV3', 'Gone', 'not stated']);
    expect(legend(pictureOf({ severity: 'SEV2' }))).toEqual(['SEV2']);
  });

  it('have no legend where none is stated', () => {
    expect(legend(pictureOf({ severity: null }))).toEqual([]);
    expect(dotsOf(pictureOf({ severity: null }))[0]?.title).toContain('severity not stated');
  });

  it('keep their marks when others come', () => {
    const mark = (svg: string) => dotsOf(svg).find(({ title }) => title.includes('SEV2'));
    const { stroke, outline } = mark(pictureOf({ severity: 'SEV2' })) ?? {};
    expect(mark(pictureOf({ severity: 'SEV1' }, { severity: 'SEV2' }, { severity: null }))).toMatchObject({
      stroke,
      outline,
    });
  });

  it('are drawn with the worst on top', () => {
    const drawn = dotsOf(pictureOf({ severity: 'SEV1' }, { severity: null }, { severity: 'SEV3' }));
    expect(drawn.map(({ title }) => title.slice(0, 2))).toEqual(['#2', '#3', '#1']);
  });

  it('differ in one of colour and shape up to 35 of them', () => {
    const many = Array.from({ length: 35 }, (_, index) => `Level ${index}`);
    const dots = dotsOf(
      chartSvg(data({ incidents: many.map((severity) => incident({ severity })), severities: many })),
    );
    expect(new Set(dots.map(({ stroke, outline }) => `${stroke} ${outline}`)).size).toBe(35);
  });
});

describe('the median of a year', () => {
  const interval = { low: 60, high: 10_080, confidence: 0.96875 };
  const marks = (svg: string, name: string) =>
    parsed(svg).filter(({ attributes, children }) => attributes.class === name && children.length > 0);

  it('is a line as wide as the year, on the place of its minutes, with a band from the low end of the interval to the high one', () => {
    const at = ['2023-11-01', '2024-03-01', '2025-01-01'].map((day) => ({ firstDetected: Date.parse(day) }));
    const svg = chartSvg(
      data({
        incidents: at.map((each) => incident({ ...each, minutes: 240 })),
        years: [year({ n: 7, median: 240, interval })],
      }),
    );
    const [, x1, y, x2] =
      /^M([\d.]+) ([\d.]+)H([\d.]+)$/.exec(marks(svg, 'median')[0]?.attributes.d ?? '') ?? [];
    const starts = textsOf(svg).filter(({ text }) => /^Q\d$/.test(text));
    expect(starts.map(({ text }) => text)).toEqual(['Q4', 'Q1', 'Q2', 'Q3', 'Q4', 'Q1']);
    // Six quarters, of which the year's are the second to the fifth.
    expect(Number(x1)).toBeCloseTo(108 + (592 * 92) / (92 + 366 + 90) + 2, 0);
    expect(Number(x2)).toBeCloseTo(108 + (592 * (92 + 366)) / (92 + 366 + 90) - 2, 0);
    expect(Number(y)).toBe(dotsOf(svg)[0]?.y);
    expect(marks(svg, 'median')[0]?.children[0]?.text).toBe(
      '2024: median 4h 0m, from 7 incidents; 96.9% interval 1h 0m to 168h 0m (7d 0h)',
    );
  });

  it('lesson 88: has no band where there is no interval, and always says of how many', () => {
    const svg = chartSvg(data({ years: [year({ n: 5 })] }));
    expect(marks(svg, 'band')).toEqual([]);
    expect(textsOf(svg).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['n = 5', 'median of the year']),
    );
    expect(marks(chartSvg(data({ years: [year({ n: 7, interval })] })), 'band')).toHaveLength(1);
  });

  it('lesson 86: is missing for a year without incidents, which is no year of 0h 0m', () => {
    const at = ['2022-03-01', '2024-03-01'].map((day) => ({ firstDetected: Date.parse(day) }));
    const svg = chartSvg(
      data({
        incidents: at.map((each) => incident(each)),
        years: [year({ year: 2022 }), year({ year: 2024 })],
      }),
    );
    expect(marks(svg, 'median').map(({ children }) => children[0]?.text.slice(0, 4))).toEqual([
      '2022',
      '2024',
    ]);
    expect(textsOf(svg).filter(({ text }) => text.startsWith('n = '))).toHaveLength(2);
    expect(svg).not.toContain('0h 0m<');
  });
});

describe('the picture', () => {
  it('is well-formed, with numbers alone, for every set of incidents and years', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const svg = chartSvg(chart);
        expectInert(svg, new Set(chart.incidents.map(({ url }) => url)));
        const { viewBox = '' } = parsed(svg)[0]?.attributes ?? {};
        const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
        for (const { x, y } of [...dotsOf(svg), ...textsOf(svg)]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }),
    );
  });

  it('has no label on another, in either size of letters, for every set of incidents and years', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const ticks = durationTicks(chartSvg(chart));
        for (const [index, { y }] of ticks.entries()) {
          expect((ticks[index - 1]?.y ?? Infinity) - y).toBeGreaterThanOrEqual(16.8);
        }
        const large = ticks.filter(({ isWide }) => !isWide);
        for (const [index, { y }] of large.entries()) {
          expect((large[index - 1]?.y ?? Infinity) - y).toBeGreaterThanOrEqual(31.8);
        }
        const names = textsOf(chartSvg(chart)).filter(({ text }) => /^\d{4}$/.test(text));
        expect(names.length).toBeGreaterThan(0);
        for (const [index, { x }] of names.entries()) {
          expect(x - (names[index - 1]?.x ?? -Infinity)).toBeGreaterThanOrEqual(50);
        }
      }),
    );
  });

  it('has the same bytes in whatever order incidents and years come', () => {
    // Two of everything, which differ in their titles alone.
    const twice = charts.map((chart) => ({
      ...chart,
      incidents: [...chart.incidents, ...chart.incidents.map((each) => ({ ...each, title: 'Again' }))],
    }));
    const shuffled = twice.chain((chart) =>
      fc.record({
        chart: fc.constant(chart),
        incidents: fc.shuffledSubarray([...chart.incidents], { minLength: chart.incidents.length }),
        years: fc.shuffledSubarray([...chart.years], { minLength: chart.years.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ chart, ...order }) => {
        expect(chartSvg({ ...chart, ...order })).toBe(chartSvg(chart));
      }),
    );
  });

  it('lesson 89: has the same bytes whatever the date', () => {
    const chart = data({
      incidents: [incident(), incident({ minutes: null, isOngoing: true })],
      years: [year()],
    });
    const before = chartSvg(chart);
    vi.useFakeTimers({ now: Date.UTC(2031, 5, 1) });
    try {
      expect(chartSvg(chart)).toBe(before);
    } finally {
      vi.useRealTimers();
    }
  });

  const fixed = data({
    incidents: ['2023-12-31T23:30Z', '2024-10-27T00:30Z', '2025-06-30T23:30Z'].map((time, index) =>
      incident({ issue: index + 1, firstDetected: Date.parse(time), minutes: 10 ** index }),
    ),
    years: [year({ n: 2, median: 5.5 })],
  });
  const expected = chartSvg(fixed);

  onEveryHost(() => {
    it('has the same bytes', () => {
      expect(chartSvg(fixed)).toBe(expected);
    });
  });

  it('has the same bytes on a machine that speaks another language', () => {
    const module = new URL('../../../src/chart/chart.ts', import.meta.url).href;
    const script = `import(${JSON.stringify(module)}).then(({ chartSvg }) => process.stdout.write(chartSvg(${JSON.stringify(fixed)})))`;
    const env = { ...process.env, LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8', TZ: 'Asia/Kathmandu' };
    expect(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })).toBe(expected);
  });

  it('says in words what it shows', () => {
    const svg = chartSvg({
      ...fixed,
      incidents: [...fixed.incidents, incident({ minutes: null, isOngoing: true })],
    });
    const [root, title, description] = parsed(svg);
    expect(root?.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': title?.attributes.id,
      'aria-describedby': description?.attributes.id,
    });
    expect(title?.text).toBe('Time to resolve: 4 incidents, first detected from 2023-12-31 to 2025-07-01');
    expect(description?.text).toBe(
      'One mark for each incident: when it was first detected against how long it took, on a log scale. ' +
        'Without a duration: 1 ongoing. By severity: SEV2 4. 2024: median 0h 6m, from 2 incidents.',
    );
  });

  it('says that there is no incident yet', () => {
    const svg = chartSvg(data({ incidents: [] }));
    expectInert(svg, new Set());
    expect(textsOf(svg).map(({ text }) => text)).toEqual(['No incidents yet']);
    expect(parsed(svg)[1]?.text).toBe('Time to resolve');
  });

  it('takes less than a megabyte for 3,000 incidents with long texts', () => {
    const size = (text: string) =>
      Buffer.byteLength(
        chartSvg(
          data({
            incidents: Array.from({ length: 3000 }, (_, index) => ({
              ...incident({ issue: 10_000 + index, title: text, severity: text, services: [text, text] }),
              url: `https://github.com/some-organisation/some-long-service-name/issues/${10_000 + index}`,
              firstDetected: Date.UTC(2015, 0, 1 + index),
              minutes: 1 + index * 17,
            })),
          }),
        ),
      );
    expect(size('Sign-ins fail for customers. '.repeat(20))).toBeLessThan(1_000_000);
    expect(size('重大な障害'.repeat(100))).toBeLessThan(1_000_000);
    expect(size('Вход не работает. '.repeat(20))).toBeLessThan(1_000_000);
  });
});
