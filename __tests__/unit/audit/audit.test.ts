import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixLog } from '../../../src/audit/audit.ts';
import { type RuleId, rules } from '../../../src/audit/rules/rules.ts';
import { incident, logInput, logText, repositoryUrl, time } from '../log/incidents.ts';
import { audit, copiedOffAPage, entry, findings, found, keptByHand } from './audits.ts';

const events = [
  'First detected: 2024-10-14 10:30',
  'Repaired: 2024-10-15 11:29',
  'Resolved: 2024-10-15 11:40',
];
const figures = (repair: string, resolve: string) => [
  `- **Time to repair**: ${repair}`,
  `- **Time to resolve**: ${resolve}`,
];
const right = figures('24h 59m', '25h 10m');
const means = (repair: string, resolve: string) =>
  `- **Mean Time to Repair**: ${repair}\n- **Mean Time to Resolve**: ${resolve}\n\n`;
const oneEntry = (lines: readonly string[], below: readonly string[] = right) =>
  entry('Incident on 2024-10-14 - Mail was late', lines, below);
const good = `# Log\n\n## Q4 2024\n\n${means('24h 59m', '25h 10m')}${oneEntry(events)}`;

describe('the log that this project is modelled on', () => {
  it('has four wrong durations, four wrong means and a missing quarter, and nothing else but what its actions lack', () => {
    const list = (rule: RuleId) =>
      findings(keptByHand, [rule]).map(({ line, stated, computed, fixable }) => [
        line,
        stated,
        computed,
        fixable,
      ]);
    const minutes = (hours: number, more: number) => hours * 60 + more;
    expect(list('duration-mismatch')).toEqual([
      [37, minutes(24, 10), minutes(24, 59), true],
      [38, minutes(24, 10), minutes(25, 10), true],
      [89, minutes(2808, 28), minutes(2826, 32), true],
      [145, minutes(3649, 45), minutes(3504, 45), true],
    ]);
    expect(list('mean-mismatch')).toEqual([
      [25, minutes(24, 10), minutes(24, 59), true],
      [27, minutes(24, 10), minutes(25, 10), true],
      [76, minutes(83, 50), minutes(34, 44), true],
      [78, minutes(2185, 6), minutes(2142, 48), true],
    ]);
    expect(findings(keptByHand, ['quarter-missing'])).toMatchObject([
      { line: 62, severity: 'warning', message: expect.stringContaining('Q3 2024') },
    ]);
    expect(findings(keptByHand)).toHaveLength(9);
    expect(found(keptByHand, ['action-state', 'action-open'])).toEqual([
      '55 action-state',
      '56 action-state',
      '57 action-state',
      '58 action-state',
      '133 action-open',
    ]);
  });

  it('is the same whatever stands before it, in lines that end as they may', () => {
    const crlf = keptByHand.replaceAll('\n', '\r\n');
    for (const source of [crlf, `\uFEFF${keptByHand}`]) expect(found(source)).toEqual(found(keptByHand));
    const indented = keptByHand.replace(/^ {2}- /gm, '\t- ');
    expect(found(indented)).toEqual(found(keptByHand));
  });

  it('says the same as it reads on a page, without headings, bold and blank lines', () => {
    expect(copiedOffAPage).not.toMatch(/^#|\*\*|\n\n/m);
    const rulesOf = (source: string) => audit(source).findings.map(({ rule, stated }) => `${rule} ${stated}`);
    expect(rulesOf(copiedOffAPage)).toEqual(rulesOf(keptByHand));
  });

  it('is corrected in these eight figures alone', () => {
    const fixed = fixLog(keptByHand, audit(keptByHand));
    const [before, after] = [keptByHand, fixed].map((text) => text.split('\n'));
    const changed = before?.flatMap((line, index) =>
      line === after?.[index] ? [] : [`${line} → ${after?.[index]}`],
    );
    expect(changed).toEqual([
      '- **Mean Time to Repair**: 24h 10m → - **Mean Time to Repair**: 24h 59m',
      '- **Mean Time to Resolve**: 24h 10m → - **Mean Time to Resolve**: 25h 10m',
      '- **Time to repair**: 24h 10m → - **Time to repair**: 24h 59m',
      '- **Time to resolve**: 24h 10m → - **Time to resolve**: 25h 10m',
      '- **Mean Time to Repair**: 83h 50m → - **Mean Time to Repair**: 34h 44m',
      '- **Mean Time to Resolve**: 2185h 6m → - **Mean Time to Resolve**: 2142h 48m',
      '- **Time to resolve**: 2808h 28m → - **Time to resolve**: 2826h 32m',
      '- **Time to resolve**: 3649h 45m → - **Time to resolve**: 3504h 45m',
    ]);
    expect(found(fixed)).toEqual(['62 quarter-missing']);
  });

  it('lesson 17: has its last entry, and each one in its own quarter once', () => {
    const { incidents } = audit(keptByHand);
    expect(incidents.map(({ entry: { title, date, quarter } }) => [date, title, quarter?.number])).toEqual([
      ['2024-10-14', 'Onboarding Mechanism Release Failure (AP GitHub Organisation)', 4],
      ['2023-12-15', 'Sentry Session Replay Quota Exhausted', 4],
      ['2023-12-08', 'obr.uk email migration - Email failure due to cached MTA-STS policy', 4],
      ['2023-11-17', 'Sentry Session Replay Quota Breach', 4],
    ]);
    expect(incidents.map(({ context }) => context.length)).toEqual([6, 3, 4, 4]);
    expect(incidents.map(({ reviewActions }) => reviewActions.map(({ state }) => state))).toEqual([
      [null, null, null, null],
      [],
      ['DONE', 'DONE', 'TODO'],
      ['DONE', 'DONE', 'DONE', 'DONE'],
    ]);
  });
});

describe('a log that is right', () => {
  it.each([
    ['by hand', good],
    ['without quarters', oneEntry(events)],
    [
      'without durations that anybody could tell',
      good.replace(/Repaired.*|Resolved.*/g, '').replace(/\d\dh \d\dm/g, 'ongoing'),
    ],
    ['empty', ''],
    [
      'with an empty quarter',
      '## Q1 2024\n\n- **Mean Time to Repair**: N/A\n- **Mean Time to Resolve**: 0h 0m\n\n### No incidents declared\n',
    ],
    [
      'with means that are cut down',
      `## Q4 2024\n\n${means('24h 29m', '24h 40m')}${oneEntry(events)}${entry('Incident on 2024-10-01 - x', ['First detected: 2024-10-01 10:00', 'Repaired: 2024-10-02 10:00', 'Resolved: 2024-10-02 10:11'], figures('24h', '24h 11m'))}`,
    ],
    [
      'the same, rounded',
      `## Q4 2024\n\n${means('24h 30m', '24h 41m')}${oneEntry(events)}${entry('Incident on 2024-10-01 - x', ['First detected: 2024-10-01 10:00', 'Repaired: 2024-10-02 10:00', 'Resolved: 2024-10-02 10:11'], figures('24h', '24h 11m'))}`,
    ],
    [
      'with a pattern to copy',
      `${good}## Template\n\n${entry('Incident on YYYY-MM-DD HH:MM - [Brief description]', ['First detected YYYY-MM-DD HH:MM', 'Resolved YYYY-MM-DD HH:MM'], figures('Xh Xm', 'Xh Xm'))}`,
    ],
    [
      'with a pattern in a fence and one in a comment',
      `${good}\`\`\`\n${oneEntry(events, figures('1h', '1h'))}\`\`\`\n\n<!--\n${oneEntry(events, figures('1h', '1h'))}-->\n`,
    ],
    [
      'with definitions behind',
      `${good}## About this log\n\n- *Time to Repair* - The time until the service is back. 3h is a lot.\n- **Time to resolve**: as long as it takes\n`,
    ],
  ])('has no finding: %s', (_, source) => {
    expect(
      findings(source).filter(({ severity }) => severity !== 'warning' || !/ongoing/.test(source)),
    ).toEqual([]);
  });

  it('lesson 16: is one of ours, which follows from timestamps alone', () => {
    const incidents = [
      incident(1, '2024-10-27 00:10', {
        repaired: time('2024-10-27 01:30 +00:00'),
        resolved: time('2024-10-27 02:00'),
      }),
      incident(2, '2024-07-01 10:00', {
        state: 'ongoing',
        context: '- **Time to repair**: 1h\n- **Repaired**: 2024-07-01 11:00',
      }),
      incident(3, '2024-02-01 10:00', {
        resolved: time('2024-02-02 10:00'),
        impact: '- **Time to resolve**: 3h',
      }),
    ];
    for (const emptyQuarters of ['zero', 'none', 'omit'] as const) {
      const log = logText(logInput(incidents, { emptyQuarters }));
      const found = findings(log, [], { repositoryUrl });
      expect(found.filter(({ rule }) => rule !== 'quarter-missing')).toEqual([]);
    }
  });
});

/** The log with one thing in it replaced. */
const but = (from: string | RegExp, to: string) => good.replace(from, to);

describe('rules', () => {
  const cases: readonly (readonly [RuleId, string, string, readonly string[]])[] = [
    [
      'duration-mismatch',
      'another figure',
      but('24h 59m\n- **Time to res', '24h 58m\n- **Time to res'),
      ['15 duration-mismatch'],
    ],
    ['mean-mismatch', 'another mean', but('**: 24h 59m', '**: 24h 58m'), ['5 mean-mismatch']],
    ['mean-mismatch', 'words where there is a mean', but('**: 24h 59m', '**: N/A'), ['5 mean-mismatch']],
    [
      'mean-mismatch',
      'a mean of nothing',
      good.replace('## Q4', '## Q1 2025\n\n- Mean time to repair: 3h\n\n## Q4'),
      ['5 mean-mismatch'],
    ],
    ['duration-missing', 'no figure', but('- **Time to repair**: 24h 59m\n', ''), ['8 duration-missing']],
    [
      'duration-missing',
      'a figure that is none',
      but('**Time to repair**: 24h 59m', '**Time to repair**: about a day'),
      ['15 duration-missing'],
    ],
    [
      'wrong-quarter',
      'another quarter',
      good.replace('Q4', 'Q3').replace(/- \*\*Mean.*\n/g, ''),
      ['6 quarter-missing', '3 quarter-missing'],
    ],
    [
      'quarter-name',
      'other months',
      good.replace('Q4 2024', 'Q4 2024 (July to September)'),
      ['3 quarter-name'],
    ],
    ['quarter-name', 'another kind of year', `${good}## Q3 2024/25\n`, ['18 quarter-name']],
    ['quarter-name', 'the same again', `${good}## Q4 2024\n`, ['18 quarter-name']],
    ['quarter-missing', 'a gap', `${good}## Q2 2024\n`, ['18 quarter-missing']],
    [
      'quarter-missing',
      'three of them',
      `${good}## Q4 2023\n`,
      ['18 quarter-missing', '18 quarter-missing', '18 quarter-missing'],
    ],
    ['quarter-missing', 'a mistyped year', `${good}## Q3 1924\n`, ['18 quarter-missing']],
    [
      'quarter-order',
      'a newer one below',
      `${good}## Q3 2024\n## Q1 2025\n## Q2 2024\n`,
      ['19 quarter-order'],
    ],
    [
      'incident-order',
      'a newer one below',
      `${good}${entry('Incident on 2024-11-01 - x', ['First detected: 2024-11-01 10:00'])}## Q3 2024\n`,
      ['18 event-missing', '18 event-missing', '18 incident-order'],
    ],
    ['unclosed-block', 'an open fence', `${good}\`\`\`\n`, ['18 unclosed-block']],
    ['unclosed-block', 'an open comment', `<!-- x\n${good}`, ['1 unclosed-block']],
    [
      'event-order',
      'repaired before detected',
      but('Repaired: 2024-10-15', 'Repaired: 2024-10-13'),
      ['12 event-order'],
    ],
    [
      'event-order',
      'resolved before repaired',
      but('Resolved: 2024-10-15 11:40', 'Resolved: 2024-10-15 11:20').replaceAll('25h 10m', '24h 50m'),
      ['13 event-order'],
    ],
    [
      'event-order',
      'started after detected',
      but('  - Repaired', '  - Impact started: 2024-10-14 10:31\n  - Repaired'),
      ['11 event-order'],
    ],
    [
      'event-order',
      'declared in another year',
      but('  - Repaired', '  - Incident declared: 2023-10-14 10:31\n  - Repaired'),
      ['12 event-order'],
    ],
    ['event-missing', 'no first detection', but(/.*First.*\n/, ''), ['8 event-missing']],
    ['event-missing', 'no repair', but(/.*Repaired.*\n/, ''), ['8 event-missing']],
    ['event-missing', 'TBC', but('Resolved: 2024-10-15 11:40', 'Resolved: TBC'), ['13 event-missing']],
    [
      'timestamp-form',
      '14.43',
      but('Resolved: 2024-10-15 11:40', 'Resolved 2024-10-15 14.43'),
      ['13 timestamp-form'],
    ],
    [
      'timestamp-form',
      'a day that is none',
      but('Resolved: 2024-10-15', 'Resolved: 2024-10-32'),
      ['13 timestamp-form'],
    ],
    [
      'timestamp-ambiguous',
      'a repeated hour',
      but('Resolved: 2024-10-15 11:40', 'Resolved: 2024-10-27 01:30'),
      ['13 timestamp-ambiguous'],
    ],
    [
      'timestamp-ambiguous',
      'two times for one event',
      but('  - Resolved', '  - Resolved: 2024-10-15 11:39\n  - Resolved'),
      ['13 timestamp-ambiguous'],
    ],
    [
      'timestamp-future',
      'next year',
      but('Resolved: 2024-10-15', 'Resolved: 2026-10-15'),
      ['13 timestamp-future'],
    ],
    [
      'heading-date',
      'another day',
      but('Incident on 2024-10-14', 'Incident on 2024-10-15'),
      ['8 heading-date'],
    ],
    [
      'context-order',
      'entries out of order',
      `${good}- **Context**:\n  - 2024-10-14 10:40 b\n  - 2024-10-14 10:30 a\n`,
      ['20 context-order'],
    ],
  ];

  it.each(cases)('%s: %s', (rule, _, source, places) => {
    const all = found(source);
    expect(all.length).toBeGreaterThan(0);
    if (rule === 'wrong-quarter') expect(found(source, [rule])).toEqual(['6 wrong-quarter']);
    else
      expect(
        all.filter((place) => !/ (?:mean|duration)-mismatch$/.test(place) || rule.endsWith('mismatch')),
      ).toEqual(places);
  });

  it.each([
    ['First detected, behind all others', '2024-10-16 10:00', '2024-10-14 11:00', '2024-10-14 12:00', ['6']],
    ['Resolved, before all others', '2024-10-14 10:00', '2024-10-14 11:00', '2024-10-13 12:00', ['8']],
    ['First detected, in the future', '2042-10-14 10:00', '2024-10-14 11:00', '2024-10-14 12:00', []],
  ])('lesson 62: one bad time gives one finding: %s', (_, first, repaired, resolved, lines) => {
    const events = [`First detected: ${first}`, `Repaired: ${repaired}`, `Resolved: ${resolved}`];
    const source = `# Log\n\n${entry('Incident on 2024-10-14 - x', events)}`;
    expect(found(source, ['event-order'])).toEqual(lines.map((line) => `${line} event-order`));
  });

  it('each has a severity and says what it is about, and is tested', () => {
    const elsewhere = ['action-state', 'action-open', 'nothing-read', 'nothing-compared'];
    const tested = new Set([...cases.map(([rule]) => rule), ...elsewhere]);
    for (const [rule, { severity, documentation }] of Object.entries(rules)) {
      expect(tested).toContain(rule);
      expect(['error', 'warning', 'notice']).toContain(severity);
      expect(documentation).toMatch(/\.$/);
    }
  });

  it.each([
    ['First detected', 'error'],
    ['Repaired', 'warning'],
    ['Resolved', 'warning'],
  ])('event-missing: without %s is of severity %s', (name, severity) => {
    expect(findings(but(new RegExp(`.*${name}.*\\n`), ''), ['event-missing'])).toMatchObject([{ severity }]);
  });

  it('nothing is computed without a first detection, and nothing up to now', () => {
    const [only] = audit(but(/.*First.*\n/, '')).incidents;
    expect(only?.computed).toEqual({ timeToRepair: null, timeToResolve: null });
    const [ongoing] = audit(but(/.*Re(?:paired|solved):.*\n/g, '')).incidents;
    expect(ongoing?.computed).toEqual({ timeToRepair: null, timeToResolve: null });
  });

  it('action-open: a state of TODO, 90 days after the incident', () => {
    const source = `${good}- **Review actions**:\n  - Write it down - TODO\n  - Tell people - DONE\n`;
    const day = 24 * 60 * 60_000;
    const detected = Date.UTC(2024, 9, 14, 9, 30);
    const daysLater = (days: number) => found(source, ['action-open'], { now: detected + days * day + 1 });
    expect([daysLater(89.9), daysLater(90)]).toEqual([[], ['19 action-open']]);
  });

  it('a missing quarter is one that the log passes over, and none that is still to be added', () => {
    expect(found(keptByHand, ['quarter-missing'], { now: Date.UTC(2026, 10, 25) })).toHaveLength(1);
  });

  it('follows the order that a log has', () => {
    const quarters = ['Q1 2024', 'Q2 2024', 'Q3 2024', 'Q4 2024'];
    const log = (names: readonly string[]) => names.map((name) => `## ${name}\n\n`).join('');
    expect(found(log(quarters))).toEqual([]);
    expect(found(log(quarters.toReversed()))).toEqual([]);
    expect(found(log(['Q4 2024', 'Q2 2024', 'Q3 2024', 'Q1 2024']))).toEqual(['5 quarter-order']);
    expect(found(log(['Q3 2024', 'Q4 2024']))).toEqual([]);
  });
});

describe('what is no finding', () => {
  const two = (upper: string, lower: string) =>
    `## Q4 2024\n\n${entry(upper.slice(0, 10), [`First detected: ${upper}`])}${entry(lower.slice(0, 10), [`First detected: ${lower}`])}`;

  it('an order that goes the other way within each quarter', () => {
    const quarters = ['2024-10', '2024-07', '2024-04'].map((month, index) =>
      two(`${month}-01 10:00`, `${month}-02 10:00`).replace('Q4', `Q${4 - index}`),
    );
    expect(found(quarters.join(''), ['incident-order'])).toEqual([]);
    expect(found(quarters.slice(0, 1).join(''), ['incident-order'])).toEqual([]);
    const mixed = (quarters[0] ?? '') + two('2024-07-02 10:00', '2024-07-01 10:00').replace('Q4', 'Q3');
    expect(found(mixed, ['incident-order'])).toHaveLength(1);
  });

  it('the order of two on one day, one of which has no time', () => {
    expect(found(two('2024-10-14 10:00', '2024-10-14 TBC'), ['incident-order'])).toEqual([]);
  });

  it('a mean that cannot be read is no error, and not counted as wrong', () => {
    for (const words of ['1:30', '~1h', 'TBC', ''])
      expect(findings(but('**: 24h 59m', `**: ${words}`), ['mean-mismatch'])).toMatchObject([
        { severity: 'warning' },
      ]);
    expect(findings(but('**: 24h 59m', '**: **24h 59m**'))).toEqual([]);
  });

  it('a mean of incidents that are not read, which is said', () => {
    for (const row of [
      '| Date | Title |\n|--|--|\n| 2024-10-14 | Mail |',
      '**2024-10-14 - Mail**\n\n- Time to repair: 40m',
      '- 2024-10-14: Mail',
    ])
      expect(found(`## Q4 2024\n\nMean time to repair: 40m\n\n${row}\n`)).toEqual([
        expect.stringMatching(/^[57] event-missing$/),
      ]);
  });

  it('a figure that is blurred behind it is none, as one that is blurred in front', () => {
    for (const words of ['1 day or so', '24h?', '25h-ish', '25h (approx)', 'about 25h'])
      expect(found(but('**Time to repair**: 24h 59m', `**Time to repair**: ${words}`))).toEqual([
        '15 duration-missing',
      ]);
  });

  it('means are found wherever they stand in their quarter', () => {
    const moved = (source: string) => findings(source, ['mean-mismatch']).map(({ stated }) => stated);
    expect(moved(`## Q4 2024\n\n${oneEntry(events)}- Mean time to repair: 9h\n`)).toEqual([540]);
    expect(moved(`## Q4 2024\n\n### Summary\n\n- Mean time to recovery: 9h\n\n${oneEntry(events)}`)).toEqual([
      540,
    ]);
  });
});

describe('places', () => {
  it('are those of the words in question, from 1, up to just past them', () => {
    const [mean] = findings(but('**: 24h 59m', '**: 24h 58m'));
    expect(mean).toMatchObject({ line: 5, column: 28, endLine: 5, endColumn: 35 });
    const source = but('**: 24h 59m', '**: 24h 58m');
    expect(source.slice(mean?.start, mean?.end)).toBe('24h 58m');
  });

  it('are those of the source, behind a byte order mark and lines that end in two characters', () => {
    const [mean] = findings(`\uFEFF${but('**: 24h 59m', '**: 24h 58m').replaceAll('\n', '\r\n')}`);
    expect(mean).toMatchObject({ line: 5, column: 28, endColumn: 35 });
  });
});

it('is done with as many review actions as a file can hold', () => {
  const source = `${good}- **Review actions**:\n${'  - a\n'.repeat(200_000)}`;
  expect(audit(source).incidents).toHaveLength(1);
});

describe('fixLog', () => {
  it('for every log: leaves nothing to fix, changes nothing a second time, and no words but figures', () => {
    const time = fc
      .record({
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 9, max: 12 }),
        hour: fc.nat(23),
        minute: fc.nat(59),
      })
      .map(({ day, month, hour, minute }) => {
        const two = (value: number) => String(value).padStart(2, '0');
        return `2024-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
      });
    const figure = fc.oneof(
      fc.tuple(fc.nat(60), fc.nat(59)).map(([hours, minutes]) => `${hours}h ${minutes}m`),
      fc.constantFrom(
        '59m',
        '7h',
        '1d 5h 47m',
        '3h 21',
        '9h 16m (during support hours)',
        'N/A',
        'TBC',
        '',
        'about 3h',
        '0h 0m',
      ),
    );
    const one = fc
      .tuple(fc.array(time, { minLength: 1, maxLength: 4 }), figure, figure)
      .map(([times, repair, resolve]) =>
        entry(
          `Incident on ${times[0]?.slice(0, 10)} - x`,
          ['First detected', 'Repaired', 'Resolved', 'Declared'].flatMap((name, index) =>
            times[index] === undefined ? [] : [`${name}: ${times[index]}`],
          ),
          figures(repair, resolve),
        ),
      );
    const quarter = fc
      .tuple(
        fc.constantFrom('## Q4 2024', '## Q3 2024 (July to October)', '## Notes'),
        figure,
        figure,
        fc.array(one, { maxLength: 3 }),
      )
      .map(
        ([heading, repair, resolve, entries]) => `${heading}\n\n${means(repair, resolve)}${entries.join('')}`,
      );
    fc.assert(
      fc.property(fc.array(quarter, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (quarters, lineEnd) => {
        const source = quarters.join('').replaceAll('\n', lineEnd);
        const fixed = fixLog(source, audit(source));
        const again = audit(fixed);
        expect(again.findings.filter(({ fixable }) => fixable)).toEqual([]);
        expect(fixLog(fixed, again)).toBe(fixed);
        const withoutFigures = (text: string) => text.replace(/(?:\*\*: ).*/g, '');
        expect(withoutFigures(fixed)).toBe(withoutFigures(source));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a figure with a remark, and other ways of writing the figures that are right', () => {
    const source = `## Q4 2024\n\n${means('24h 58m, all in all', '1d 1h 10m')}${oneEntry(events, figures('24h 58m (by night)', '25h 10m'))}`;
    expect(fixLog(source, audit(source))).toBe(source);
    const without = source.replace(', all in all', '').replace(' (by night)', '');
    expect(fixLog(without, audit(without))).toBe(without.replaceAll('24h 58m', '24h 59m'));
  });
});
