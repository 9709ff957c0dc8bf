import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { defaultTemplate, type Template } from '../../../src/form/template.ts';
import { distributionOf } from '../../../src/incident/distribution.ts';
import type { Incident, ReviewAction } from '../../../src/incident/incident.ts';
import type { Measured } from '../../../src/incident/statistics.ts';
import { type Summary, summarise } from '../../../src/model/summary.ts';
import { scaled } from '../../thorough.ts';
import { incident } from '../log/incidents.ts';

const minute = 60_000;
const levels = ['Worst', 'Bad', 'Mild'];
const template: Template = {
  ...defaultTemplate,
  fields: [
    {
      id: 'severity',
      label: 'Severity',
      kind: 'dropdown',
      rendered: false,
      required: false,
      options: levels,
    },
  ],
};

interface Input {
  readonly incidents: readonly Incident[];
  readonly formerEntries: readonly Measured[];
  readonly handWritten: readonly Measured[];
  readonly timezone: string;
  readonly now: number;
}

const summaryOf = ({ timezone, now, ...log }: Input) => summarise(log, { template, timezone, now });

/** Year and quarter, counted in quarters, as the host's own calendar has them. */
function quarterCount(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return part('year') * 4 + Math.ceil(part('month') / 3) - 1;
}

/** The same by going over all incidents for each row, with nothing shared between rows. */
function bruteForce({ incidents, formerEntries, handWritten, timezone, now }: Input): Summary {
  const all = [
    ...incidents.map((each) => ({
      count: quarterCount(each.firstDetected.instant, timezone),
      severity: each.severity,
      services: each.services,
      isOngoing: each.state === 'ongoing',
      minutes: [each.timeToDetect, each.figures.timeToRepair, each.figures.timeToResolve] as const,
    })),
    ...[...formerEntries, ...handWritten].map(({ firstDetected, figures }) => ({
      count: quarterCount(firstDetected, timezone),
      severity: null,
      services: [],
      isOngoing: false,
      minutes: [null, figures.timeToRepair, figures.timeToResolve] as const,
    })),
  ];
  type One = (typeof all)[number];
  const figures = (isIn: (one: One) => boolean) => {
    const within = all.filter(isIn);
    const distribution = (index: 0 | 1 | 2) => {
      const sorted = within.map(({ minutes }) => minutes[index]).filter((each) => each !== null);
      sorted.sort((one, other) => one - other);
      const n = sorted.length;
      const at = (place: number) => sorted.at(place) ?? Number.NaN;
      const { medianInterval, p90Bound } = distributionOf(sorted);
      if (n === 0)
        return { n, mean: null, median: null, shortest: null, longest: null, medianInterval, p90Bound };
      let sum = 0;
      for (const each of sorted) sum += each;
      const median = n % 2 === 1 ? at((n - 1) / 2) : (at(n / 2) + at(n / 2 - 1)) / 2;
      return { n, mean: sum / n, median, shortest: at(0), longest: at(-1), medianInterval, p90Bound };
    };
    return {
      incidents: within.length,
      ongoing: within.filter(({ isOngoing }) => isOngoing).length,
      timeToDetect: distribution(0),
      timeToRepair: distribution(1),
      timeToResolve: distribution(2),
    };
  };
  // A name is the same in any case.
  const isSame = (one: string | null, other: string | null) => one?.toLowerCase() === other?.toLowerCase();
  const spelled = (name: string) => {
    const level = levels.find((each) => isSame(each, name));
    const found = incidents.flatMap(({ severity, services: served, firstDetected: { instant } }) =>
      [severity, ...served].flatMap((each) =>
        each !== null && isSame(each, name) ? [{ each, instant }] : [],
      ),
    );
    found.sort((one, other) => other.instant - one.instant || (one.each < other.each ? -1 : 1));
    return level ?? found[0]?.each ?? name;
  };
  const current = quarterCount(now, timezone);
  const periods: [string, (one: One) => boolean][] = [
    ['rolling-year', ({ count }) => count < current && count >= current - 4],
  ];
  for (let year = 2100; year > 1900; year -= 1) {
    periods.push([`${year}`, ({ count }) => Math.floor(count / 4) === year]);
    for (const number of [4, 3, 2, 1]) {
      periods.push([`Q${number} ${year}`, ({ count }) => count === year * 4 + number - 1]);
    }
  }
  const byName = (names: readonly (string | null)[]) =>
    [...new Set(names.flatMap((name) => (name === null ? [] : spelled(name))))].sort((one, other) =>
      one < other ? -1 : 1,
    );
  const others = byName(all.map(({ severity }) => severity)).filter((name) => !levels.includes(name));
  const services = byName(all.flatMap((one) => one.services));
  const hasIncidents = ({ incidents: count }: { incidents: number }) => count > 0;
  const newest = [...incidents].sort(
    (one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue,
  );
  return {
    periods: periods.map(([period, isIn]) => ({ period, ...figures(isIn) })).filter(hasIncidents),
    severities: [...levels, ...others, null]
      .map((severity) => ({ severity, ...figures((one) => isSame(one.severity, severity)) }))
      .filter(hasIncidents),
    services: [...services, null]
      .map((service) => ({
        service,
        ...figures((one) =>
          service === null ? one.services.length === 0 : one.services.some((name) => isSame(name, service)),
        ),
      }))
      .filter(hasIncidents),
    openActions: newest.flatMap(({ issue, reviewActions, state: stage }) =>
      reviewActions
        .filter(({ state }) => stage !== 'ongoing' && (state === null || state === 'TODO'))
        .map((action) => ({
          text: action.text,
          issue: action.issue,
          incident: issue,
          owner: action.owner,
          due: action.due,
        })),
    ),
  };
}

const zones = fc.constantFrom(
  ...['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'Pacific/Apia'],
);
/** Whole minutes, most of them within a day of where a quarter begins in UTC, and some at the same time. */
const instants = fc
  .oneof(
    {
      weight: 1,
      arbitrary: fc.integer({ min: Date.UTC(2022, 0) / minute, max: Date.UTC(2025, 0) / minute }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: -24 * 60, max: 24 * 60 }))
        .map(([quarter, minutes]) => Date.UTC(2022, quarter * 3) / minute + minutes),
    },
    { weight: 1, arbitrary: fc.constant(Date.UTC(2024, 4) / minute) },
  )
  .map((minutes) => minutes * minute);
const durations = fc.option(fc.integer({ min: 0, max: 5000 }));
const figures = fc.record({ timeToRepair: durations, timeToResolve: durations });
const actions = fc.array(
  fc.record<ReviewAction>({
    text: fc.string(),
    state: fc.constantFrom('TODO', 'DONE', "WON'T DO", null),
    issue: fc.constantFrom(null, 34, 'o/s#4'),
    owner: fc.constantFrom(null, 'mona'),
    due: fc.constantFrom(null, '2024-12-01'),
  }),
  { maxLength: 3 },
);
const names = fc.constantFrom('mail', 'Mail', 'é', 'z', '__proto__', 'constructor', '=1+1');
const incidents = fc.uniqueArray(
  fc
    .record({
      issue: fc.integer({ min: 1, max: 1000 }),
      instant: instants,
      state: fc.constantFrom('ongoing', 'repaired', 'resolved'),
      severity: fc.option(fc.constantFrom(...levels, 'Old', 'bad', 'toString')),
      services: fc.uniqueArray(names, { maxLength: 3 }),
      timeToDetect: durations,
      figures,
      reviewActions: actions,
    })
    .map(({ issue, instant, ...facts }) =>
      incident(issue, '2024-01-01 00:00', { ...facts, firstDetected: { instant, note: null } }),
    ),
  { selector: ({ issue }) => issue, maxLength: 40 },
);
const entries = fc.array(fc.record({ firstDetected: instants, figures }), { maxLength: 5 });
const inputs = fc.record<Input>({
  incidents,
  formerEntries: entries,
  handWritten: entries,
  timezone: zones,
  now: instants,
});

describe('the summary of a log', () => {
  test('for every log it is what going over all incidents for each row gives', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(summaryOf(input)).toEqual(bruteForce(input));
      }),
      { numRuns: scaled(300) },
    );
  });

  test('for every order of a log’s incidents it is the same', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        incidents: fc.shuffledSubarray([...input.incidents], { minLength: input.incidents.length }),
        handWritten: fc.shuffledSubarray([...input.handWritten], { minLength: input.handWritten.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, ...others }) => {
        expect(JSON.stringify(summaryOf({ ...input, ...others }))).toBe(JSON.stringify(summaryOf(input)));
      }),
      { numRuns: scaled(300) },
    );
  });

  it('is empty without incidents', () => {
    const none = { incidents: [], formerEntries: [], handWritten: [], timezone: 'UTC', now: 0 };
    expect(summaryOf(none)).toEqual({ periods: [], severities: [], services: [], openActions: [] });
  });

  const log = (more: Partial<Input>): Input => ({
    incidents: [],
    formerEntries: [],
    handWritten: [],
    timezone: 'Europe/London',
    now: Date.UTC(2025, 0, 15),
    ...more,
  });
  const periodsOf = (input: Input) =>
    summaryOf(input).periods.map(({ period, incidents: count }) => [period, count]);

  it('counts an incident in the quarter and year of the log’s own zone', () => {
    const instant = Date.UTC(2024, 11, 31, 12);
    const incidents = [incident(1, '2024-12-31 12:00', { firstDetected: { instant, note: null } })];
    const now = Date.UTC(2025, 1, 1);
    expect(periodsOf(log({ incidents, now, timezone: 'Europe/London' }))).toEqual([
      ['rolling-year', 1],
      ['2024', 1],
      ['Q4 2024', 1],
    ]);
    // It is 2025 there already, in a quarter that goes on.
    expect(periodsOf(log({ incidents, now, timezone: 'Pacific/Auckland' }))).toEqual([
      ['2025', 1],
      ['Q1 2025', 1],
    ]);
  });

  it('has a rolling year of four ended quarters, which moves at midnight in the log’s zone', () => {
    const incidents = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((day, index) =>
      incident(index + 1, `${day} 12:00`),
    );
    const rolling = (now: number, timezone = 'America/New_York') =>
      periodsOf(log({ incidents, now, timezone })).find(([period]) => period === 'rolling-year')?.[1];
    // New York is five hours behind.
    expect(rolling(Date.UTC(2025, 0, 1, 4, 59))).toBe(2);
    expect(rolling(Date.UTC(2025, 0, 1, 5, 0))).toBe(2);
    expect(rolling(Date.UTC(2025, 3, 1, 3, 59))).toBe(2);
    expect(rolling(Date.UTC(2025, 3, 1, 4, 0))).toBe(2);
    const many = [1, 2, 3, 4].map((month) => incident(month, `2024-0${month}-01 12:00`));
    const of = (now: number) => periodsOf(log({ incidents: many, now, timezone: 'America/New_York' }))[0];
    expect(of(Date.UTC(2024, 3, 1, 3, 59))).toEqual(['2024', 4]);
    expect(of(Date.UTC(2024, 3, 1, 4, 0))).toEqual(['rolling-year', 3]);
    expect(of(Date.UTC(2024, 6, 1, 4, 0))).toEqual(['rolling-year', 4]);
    expect(of(Date.UTC(2025, 3, 1, 3, 59))).toEqual(['rolling-year', 4]);
    expect(of(Date.UTC(2025, 3, 1, 4, 0))).toEqual(['rolling-year', 1]);
    expect(of(Date.UTC(2025, 6, 1, 4, 0))).toEqual(['2024', 4]);
  });

  it('changes with the clock only when a quarter ends', () => {
    const incidents = [1, 2, 3].map((month) => incident(month, `2024-0${month}-01 12:00`));
    const at = (now: number) => summaryOf(log({ incidents, now }));
    expect(at(Date.UTC(2024, 3, 1))).toEqual(at(Date.UTC(2024, 5, 30)));
  });

  it('lesson 87: keeps severities apart, the form’s levels first, then others, then none', () => {
    const severities = [null, 'Mild', 'Gone', 'Worst', 'Worst', 'bad'];
    const incidents = severities.map((severity, index) =>
      incident(index + 1, '2024-10-14 10:30', { severity }),
    );
    expect(
      summaryOf(
        log({
          incidents,
          handWritten: [{ firstDetected: 0, figures: { timeToRepair: 1, timeToResolve: null } }],
        }),
      ).severities.map(({ severity, incidents: count }) => [severity, count]),
    ).toEqual([
      ['Worst', 2],
      ['Bad', 1],
      ['Mild', 1],
      ['Gone', 1],
      [null, 2],
    ]);
  });

  it('counts an incident in each of its services', () => {
    const incidents = [['mail', 'web'], ['web'], []].map((services, index) =>
      incident(index + 1, '2024-10-14 10:30', { services }),
    );
    expect(
      summaryOf(log({ incidents })).services.map(({ service, incidents: count }) => [service, count]),
    ).toEqual([
      ['mail', 1],
      ['web', 2],
      [null, 1],
    ]);
  });

  it('lists open actions of all incidents but ongoing ones', () => {
    const listed = (...states: ReviewAction['state'][]) => ({
      reviewActions: states.map((state, index) => ({
        text: `${index}`,
        state,
        issue: null,
        owner: null,
        due: null,
      })),
    });
    const incidents = [
      incident(1, '2024-10-14 10:30', listed('TODO', 'DONE', null)),
      incident(2, '2024-10-15 10:30', { ...listed("WON'T DO", 'TODO'), state: 'ongoing' }),
    ];
    expect(summaryOf(log({ incidents })).openActions.map(({ incident: of, text }) => [of, text])).toEqual([
      [1, '0'],
      [1, '2'],
    ]);
  });
});

describe('what the log has beside issues that can be read', () => {
  const at = Date.UTC(2024, 9, 14);
  const none = {
    incidents: [],
    formerEntries: [],
    handWritten: [],
    timezone: 'UTC',
    now: Date.UTC(2025, 0, 6),
  };
  const figures = { timeToRepair: null, timeToResolve: null };

  it('is ongoing where its entry says so', () => {
    const entry = (isOngoing: boolean) => ({ firstDetected: at, figures, isOngoing });
    const summary = summaryOf({
      ...none,
      formerEntries: [entry(true)],
      handWritten: [entry(true), entry(false)],
    });
    expect(summary.periods[0]).toMatchObject({ incidents: 3, ongoing: 2 });
  });

  it('has a service once, however it is spelled, as its newest incident has it', () => {
    const filed = (issue: number, day: string, service: string) =>
      incident(issue, `${day} 10:00`, { services: [service], severity: 'bad' });
    const summary = summaryOf({
      ...none,
      incidents: [
        filed(1, '2024-10-01', 'mail'),
        filed(2, '2024-10-03', 'Mail'),
        filed(3, '2024-10-02', 'MAIL'),
      ],
    });
    expect(summary.services).toMatchObject([{ service: 'Mail', incidents: 3 }]);
    expect(summary.severities).toMatchObject([{ severity: 'Bad', incidents: 3 }]);
  });

  it('lists no review action of an incident that goes on', () => {
    const reviewActions = [{ text: 'Alert', state: null, issue: null, owner: null, due: null }];
    const filed = (state: Incident['state']) => incident(1, '2024-10-01 10:00', { state, reviewActions });
    expect(summaryOf({ ...none, incidents: [filed('ongoing')] }).openActions).toEqual([]);
    expect(summaryOf({ ...none, incidents: [filed('repaired')] }).openActions).toHaveLength(1);
  });
});
