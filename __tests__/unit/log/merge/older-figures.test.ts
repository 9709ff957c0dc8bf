import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { defaultTemplate } from '../../../../src/form/template.ts';
import { quarterFigures } from '../../../../src/incident/quarter-figures.ts';
import { changesBetween } from '../../../../src/log/diff.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { summarise } from '../../../../src/model/summary.ts';
import { asJson } from '../../../../src/report/json.ts';
import { stepSummary } from '../../../../src/report/summary.ts';
import { scaled } from '../../../thorough.ts';
import { incident, logInput, logText, repositoryUrl, time } from '../incidents.ts';

// The list of figures as a later version may have it, with two figures that older logs lack.
vi.mock('../../../../src/incident/quarter-figures.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../../src/incident/quarter-figures.ts')>();
  const [incidents, repair, resolve] = original.quarterFigures;
  const added = { otherNames: 'x', wasAlwaysWritten: false, by: 'mean' };
  const quarterFigures = [
    incidents,
    repair,
    { ...added, key: 'medianTimeToRepair', label: 'Median Time to Repair', of: 'timeToRepair' },
    resolve,
    { ...added, key: 'medianTimeToResolve', label: 'Median Time to Resolve', of: 'timeToResolve' },
  ];
  return { ...original, quarterFigures, summaryFigures: quarterFigures.slice(1) };
});

const labels = quarterFigures.map(({ label }) => label);
const added = labels.filter((label) => label.startsWith('Median'));
const lineOf = (label: string) => new RegExp(`^- \\*\\*${label}\\*\\*: .*\\r?\\n`, 'gm');

/** A log as a version wrote it that knew some of the figures alone. */
const withFigures = (log: string, known: readonly string[]) =>
  labels
    .filter((label) => !known.includes(label))
    .reduce((text, label) => text.replace(lineOf(label), ''), log);

const filed = (issue: number, day: string) =>
  incident(issue, `${day} 10:00`, { repaired: time(`${day} 12:00`), resolved: time(`${day} 14:00`) });
const heading = '## Q4 2024 (October to December)';
const own = [filed(12, '2024-11-01')];
const today = logText(logInput(own));
const quartersIn = (log: string) => readLog(log, repositoryUrl).quarters;

it('a later version writes its figures, and shows them in JSON, changes and summary', () => {
  expect(today).toContain(
    [
      heading,
      '',
      '- **Incidents**: 1',
      '- **Mean Time to Repair**: 2h 0m',
      '- **Median Time to Repair**: 2h 0m',
      '- **Mean Time to Resolve**: 4h 0m',
      '- **Median Time to Resolve**: 4h 0m',
      '',
    ].join('\n'),
  );
  const log = readLog(today, repositoryUrl);
  const former = readLog(today.replace('- **Median Time to Repair**: 2h 0m\n', ''), repositoryUrl);
  const unsummarised = { log, incidents: [], formerEntries: [], handWritten: [], findings: [], problems: [] };
  const settled = { template: defaultTemplate, timezone: 'UTC', now: Date.UTC(2025, 11, 31) };
  const summary = summarise(unsummarised, settled);
  const built = { ...unsummarised, summary };
  expect(asJson(built, 'UTC').quarters).toEqual([
    {
      quarter: 'Q4 2024',
      incidents: 1,
      meanTimeToRepair: 120,
      medianTimeToRepair: 120,
      meanTimeToResolve: 240,
      medianTimeToResolve: 240,
    },
  ]);
  const logChanges = changesBetween(former, log, repositoryUrl);
  expect(logChanges.quarters).toMatchObject([
    { quarter: 'Q4 2024', figures: { medianTimeToRepair: { before: null, after: '2h 0m' } } },
  ]);
  const common = { headline: 'x', logChanges, built, repositoryUrl, removals: new Map() };
  expect(stepSummary({ ...common, openActions: [], done: [], notes: [] })).toContain(
    `| Quarter | ${labels.join(' | ')} |`,
  );
});

describe('for every set of figures that a version may have known', () => {
  const day = fc
    .tuple(fc.constantFrom(2023, 2024), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-14`);
  const days = fc.uniqueArray(day, { minLength: 1, maxLength: 5 });
  const known = fc
    .subarray(added)
    .map((some) => labels.filter((label) => !added.includes(label) || some.includes(label)));
  const emptyQuarters = fc.constantFrom('zero', 'none', 'omit');
  const lineEnd = fc.constantFrom('\n', '\r\n');

  it('its quarters are known as generated, and the next run writes all figures', () => {
    fc.assert(
      fc.property(days, known, emptyQuarters, lineEnd, (all, figures, empty, end) => {
        const incidents = all.map((date, index) => filed(index + 1, date));
        const settings = { emptyQuarters: empty, now: Date.UTC(2025, 3, 22) } as const;
        const log = logText(logInput(incidents, settings)).replaceAll('\n', end);
        const older = withFigures(log, figures);
        const expected = quarterFigures.filter(({ label }) => figures.includes(label)).map(({ key }) => key);
        for (const { generated } of quartersIn(older)) expect(generated?.figures).toEqual(expected);
        expect(logText(logInput(incidents, { ...settings, existing: older }))).toBe(log);
      }),
      { numRuns: scaled(200) },
    );
  });

  it('hand-written quarters beside them stay as they are', () => {
    const entry = (date: string) =>
      `### Incident on ${date} - By hand\n\n- First detected: ${date} 09:00\n- Repaired: ${date} 10:00\n- Time to repair: 1h 0m\n`;
    const blocks = fc.constantFrom(
      '- **Incidents**: 1\n- **Mean Time to Repair**: 1h 0m\n- **Mean Time to Resolve**: not recorded',
      '- **Mean Time to Repair**: 1h 0m\n- **Mean Time to Resolve**: not recorded',
      '- **Incidents**: 1\n- **Mean Time to Repair**: 1h 0m (ask Ann)\n- **Mean Time to Resolve**: TBC',
      'Words.',
    );
    fc.assert(
      fc.property(known, blocks, (figures, block) => {
        const byHand = `## Q3 2024 (July to September)\n\n${block}\n\n${entry('2024-08-14')}`;
        const source = `${withFigures(today, figures)}\n${byHand}`;
        const log = logText(logInput(own, { existing: source }));
        expect(log).toBe(`${today}\n${byHand}`);
      }),
      { numRuns: scaled(50) },
    );
  });
});

describe('a quarter that looks like a generated one is hand-written where', () => {
  const older = withFigures(today, labels.slice(0, 2).concat('Mean Time to Resolve'));
  it.each([
    ['a figure that every version wrote is missing', today.replace(lineOf('Incidents'), '')],
    ['the lines have another order', older.replace(/(- \*\*Inc.*\n)(- \*\*Mean.*\n)/, '$2$1')],
    ['a figure stands twice', older.replace(lineOf('Mean Time to Resolve'), '$&$&')],
    [
      'a line is of no known figure',
      older.replace('- **Mean Time', '- **Worst Time**: 9h 0m\n- **Mean Time'),
    ],
    ['a line is something else', older.replace('- **Mean Time', 'See below.\n- **Mean Time')],
    [
      'a figure is in words',
      today.replace('Median Time to Repair**: 2h 0m', 'Median Time to Repair**: about two'),
    ],
    ['the count is no number', older.replace('Incidents**: 1', 'Incidents**: one')],
    ['the heading says more', older.replace(heading, `${heading}, a hard one`)],
    ['the heading has another level', older.replace(heading, `#${heading}`)],
  ])('%s', (_, log) => {
    expect(log).not.toBe(today);
    expect(log).not.toBe(older);
    expect(quartersIn(log).map(({ generated }) => generated)).toEqual([null]);
    const label = '- **Median Time to Resolve**: ';
    expect(logText(logInput(own, { existing: log })).split(label).length).toBe(log.split(label).length);
  });
});
