import { describe, expect, it } from 'vitest';
import { incident, logInput, logText, repositoryUrl, time } from '../log/incidents.ts';
import {
  audit,
  copiedOffAPage,
  entry,
  figureLines,
  findings,
  found,
  keptByHand,
  meanLines,
  rightEntry,
  rightLog,
  rightLogBut,
} from './audits.ts';

describe('the log that this project is modelled on', () => {
  it('has four wrong durations, four wrong means and a missing quarter, and nothing else but what its actions lack', () => {
    const list = (rule: string) =>
      findings(keptByHand, [rule]).map(({ line, stated, computed, fix }) => [
        line,
        stated,
        computed,
        fix !== null,
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
    ['by hand', rightLog],
    ['without quarters', rightEntry()],
    [
      'without durations that anybody could tell',
      rightLog.replace(/Repaired.*|Resolved.*/g, '').replace(/\d\dh \d\dm/g, 'ongoing'),
    ],
    ['empty', ''],
    [
      'with an empty quarter',
      '## Q1 2024\n\n- **Mean Time to Repair**: N/A\n- **Mean Time to Resolve**: 0h 0m\n\n### No incidents declared\n',
    ],
    [
      'with means that are cut down',
      `## Q4 2024\n\n${meanLines('24h 29m', '24h 40m')}${rightEntry()}${entry('Incident on 2024-10-01 - x', ['First detected: 2024-10-01 10:00', 'Repaired: 2024-10-02 10:00', 'Resolved: 2024-10-02 10:11'], figureLines('24h', '24h 11m'))}`,
    ],
    [
      'the same, rounded',
      `## Q4 2024\n\n${meanLines('24h 30m', '24h 41m')}${rightEntry()}${entry('Incident on 2024-10-01 - x', ['First detected: 2024-10-01 10:00', 'Repaired: 2024-10-02 10:00', 'Resolved: 2024-10-02 10:11'], figureLines('24h', '24h 11m'))}`,
    ],
    [
      'with a pattern to copy',
      `${rightLog}## Template\n\n${entry('Incident on YYYY-MM-DD HH:MM - [Brief description]', ['First detected YYYY-MM-DD HH:MM', 'Resolved YYYY-MM-DD HH:MM'], figureLines('Xh Xm', 'Xh Xm'))}`,
    ],
    [
      'with a pattern in a fence and one in a comment',
      `${rightLog}\`\`\`\n${rightEntry(figureLines('1h', '1h'))}\`\`\`\n\n<!--\n${rightEntry(figureLines('1h', '1h'))}-->\n`,
    ],
    [
      'with definitions behind',
      `${rightLog}## About this log\n\n- *Time to Repair* - The time until the service is back. 3h is a lot.\n- **Time to resolve**: as long as it takes\n`,
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

describe('places', () => {
  it('are those of the words in question, from 1, up to just past them', () => {
    const [mean] = findings(rightLogBut('**: 24h 59m', '**: 24h 58m'));
    expect(mean).toMatchObject({ line: 5, column: 28, endLine: 5, endColumn: 35 });
    const source = rightLogBut('**: 24h 59m', '**: 24h 58m');
    expect(source.slice(mean?.start, mean?.end)).toBe('24h 58m');
  });

  it('are those of the source, behind a byte order mark and lines that end in two characters', () => {
    const [mean] = findings(`\uFEFF${rightLogBut('**: 24h 59m', '**: 24h 58m').replaceAll('\n', '\r\n')}`);
    expect(mean).toMatchObject({ line: 5, column: 28, endColumn: 35 });
  });
});

it('has findings at one place in the order of the rules', () => {
  const atOnePlace = (source: string, line: number) =>
    findings(source)
      .filter((finding) => finding.line === line)
      .map(({ rule }) => rule);
  const misplaced = entry('Incident on 2024-10-15 - x', [
    'First detected: 2024-10-14 10:30',
    'Resolved: 2024-10-15 11:40',
  ]);
  expect(atOnePlace(`## Q3 2024\n\n${misplaced}`, 3)).toEqual([
    'event-missing',
    'duration-missing',
    'heading-date',
    'wrong-quarter',
  ]);
  const quarters = ['Q4 2024', 'Q2 2024', 'Q1 2024', 'Q2 2024', 'Q4 2023'];
  expect(atOnePlace(quarters.map((name) => `## ${name}\n`).join(''), 4)).toEqual([
    'quarter-name',
    'quarter-order',
    'quarter-missing',
  ]);
});

it('computes nothing without a first detection, and nothing up to now', () => {
  const computed = (source: string) =>
    audit(source).incidents.map(({ figures }) => Object.values(figures).map((figure) => figure.computed));
  expect(computed(rightLogBut(/.*First.*\n/, ''))).toEqual([[null, null]]);
  expect(computed(rightLogBut(/.*Re(?:paired|solved):.*\n/g, ''))).toEqual([[null, null]]);
});

it('is done with as many review actions as a file can hold', () => {
  const source = `${rightLog}- **Review actions**:\n${'  - a\n'.repeat(200_000)}`;
  expect(audit(source).incidents).toHaveLength(1);
});
