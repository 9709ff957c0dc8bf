import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../../src/incident/incident.ts';
import { isGeneratedEntry } from '../../../../src/log/read/model.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { scaled } from '../../../thorough.ts';
import { found } from '../../audit/audits.ts';
import { incident, type LogSettings, logInput, logText, repositoryUrl, time } from '../incidents.ts';

/** The log, without blank lines at its end. */
const tidy = (log: string) => `${log.trimEnd()}\n`;

const write = (existing: string, incidents: readonly Incident[], more: LogSettings = {}) =>
  logText(logInput(incidents, { existing, now: Date.UTC(2026, 1, 20), emptyQuarters: 'omit', ...more }));

/** Repaired after an hour, resolved after two. */
const filed = (issue: number, day: string) =>
  incident(issue, `${day} 10:00`, { repaired: time(`${day} 11:00`), resolved: time(`${day} 12:00`) });

const byHand = (day: string, level = 3) =>
  `${'#'.repeat(level)} ${day} - By hand\n\n- First detected: ${day} 10:00\n- Time to repair: 1h\n\n`;

/** The headings of a log, those of entries as their day alone. */
const headings = (log: string) =>
  log.match(/^#+ .*/gm)?.map((line) => /^(#+ ).*?(\d{4}-\d\d-\d\d)/.exec(line)?.slice(1).join('') ?? line);

describe('an incident goes under its own year and month', () => {
  const months = `# Log\n\n## 2025\n\n### May\n\n${byHand('2025-05-05', 4)}### February\n\n${byHand('2025-02-02', 4)}## 2024\n\n### November\n\n${byHand('2024-11-11', 4)}`;

  it('case 13: months that are missing are added in their year, and so is a year', () => {
    const incidents = ['2026-02-03', '2025-08-08', '2025-06-06', '2025-03-03', '2025-02-20', '2023-12-12'];
    const log = write(
      months,
      incidents.map((day, index) => filed(100 + index, day)),
    );
    expect(headings(log)).toEqual([
      '# Log',
      '## 2026',
      '### February',
      '#### 2026-02-03',
      '## 2025',
      '### August',
      '#### 2025-08-08',
      '### June',
      '#### 2025-06-06',
      '### May',
      '#### 2025-05-05',
      '### March',
      '#### 2025-03-03',
      '### February',
      '#### 2025-02-20',
      '#### 2025-02-02',
      '## 2024',
      '### November',
      '#### 2024-11-11',
      '## 2023',
      '### December',
      '#### 2023-12-12',
    ]);
    expect(tidy(write(log, []))).toBe(tidy(months));
  });

  it('lesson 79: under another year', () => {
    const years = `## 2025\n\n${byHand('2025-03-03')}## 2024\n\n${byHand('2024-05-05')}## Contacts\n\nAda\n`;
    expect(
      headings(write(years, [filed(1, '2026-02-02'), filed(2, '2024-06-06'), filed(3, '2022-02-02')])),
    ).toEqual([
      '## 2026',
      '### 2026-02-02',
      '## 2025',
      '### 2025-03-03',
      '## 2024',
      '### 2024-06-06',
      '### 2024-05-05',
      '## 2022',
      '### 2022-02-02',
      '## Contacts',
    ]);
  });

  it.each([
    ['months with their year', '## May 2025', '## March 2025', '## August 2025'],
    ['months by numbers', '## 2025-05', '## 2025-03', '## 2025-08'],
    ['short months', '## Sep 2025', '## Mar 2025', '## Aug 2025'],
    ['the year in words', '## Incidents in 2024', '## Incidents in 2023', '## Incidents in 2025'],
  ])('%s', (_, upper, lower, added) => {
    const dayOf = (heading: string) => {
      const [, year] = /(20\d\d)/.exec(heading) ?? [];
      const month = { May: '05', Sep: '09', Mar: '03', Aug: '08' }[/[A-Z][a-z]{2}/.exec(heading)?.[0] ?? ''];
      return `${year}-${month ?? /-(\d\d)/.exec(heading)?.[1] ?? '01'}-10`;
    };
    const log = `# Log\n\n${upper}\n\n${byHand(dayOf(upper))}${lower}\n\n${byHand(dayOf(lower))}`;
    const next = write(log, [filed(1, '2025-08-08'), filed(2, dayOf(lower))]);
    expect(headings(next)?.filter((line) => line.startsWith('## ') && line !== upper)).toEqual([
      added,
      lower,
    ]);
    expect(tidy(write(next, []))).toBe(tidy(log));
  });

  it('the oldest first, where years go so', () => {
    const log = `## 2023\n\n${byHand('2023-03-03')}## 2024\n\n${byHand('2024-05-05')}`;
    expect(headings(write(log, [filed(1, '2025-02-02'), filed(2, '2022-06-06')]))).toEqual([
      '## 2022',
      '### 2022-06-06',
      '## 2023',
      '### 2023-03-03',
      '## 2024',
      '### 2024-05-05',
      '## 2025',
      '### 2025-02-02',
    ]);
  });

  it('quarters in years: a year before all others gets a chapter of its own', () => {
    const quarter = (name: string, day: string) =>
      `## ${name}\n\n- Mean time to repair: 1h\n\n${byHand(day)}`;
    const log = `# 2025\n\n${quarter('Q1 2025', '2025-02-02')}# 2024\n\n${quarter('Q4 2024', '2024-11-11')}`;
    expect(
      headings(write(log, [filed(1, '2023-02-02'), filed(2, '2024-01-01'), filed(3, '2026-01-01')])),
    ).toEqual([
      '# 2026',
      '## Q1 2026',
      '### 2026-01-01',
      '# 2025',
      '## Q1 2025',
      '### 2025-02-02',
      '# 2024',
      '## Q4 2024',
      '### 2024-11-11',
      '## Q1 2024',
      '### 2024-01-01',
      '# 2023',
      '## Q1 2023',
      '### 2023-02-02',
    ]);
  });

  it.each([
    [
      'topics',
      `# Log\n\nWords.\n\n## Database\n\n${byHand('2025-03-03')}## Network\n\n${byHand('2025-05-05')}`,
    ],
    [
      'topics of level 1',
      `# Log\n\n# Database\n\n${byHand('2025-03-03')}# Network\n\n${byHand('2025-05-05')}`,
    ],
    ['topics without a title', `## Database\n\n${byHand('2025-03-03')}## Network\n\n${byHand('2025-05-05')}`],
    ['another kind of year', `# Log\n\n## 2024/25\n\n${byHand('2025-03-03')}`],
    ['numbered ones', `# Log\n\n## Sprint 12\n\n${byHand('2025-03-03')}`],
    ['months of no year', `# Log\n\n## May\n\n${byHand('2025-05-05')}## March\n\n${byHand('2025-03-03')}`],
    [
      'teams with quarters',
      `# Log\n\n# Payments\n\n## Q1 2025\n\n${byHand('2025-03-03')}# Search\n\n## Q1 2025\n\n${byHand('2025-03-05')}`,
    ],
  ])('nothing is put inside chapters that are not understood: %s', (_, log) => {
    const next = write(log, [filed(1, '2025-04-04'), filed(2, '2025-03-04')]);
    const [before = '', after] = next.split(/^(?=##? (?:Database|2024\/25|Sprint 12|May|Payments))/m);
    expect(before).toContain('2025-04-04');
    expect(before).toContain('2025-03-04');
    expect(after).toBe(log.slice(log.search(/##? (?:Database|2024\/25|Sprint 12|May|Payments)/)));
    expect(tidy(write(next, []))).toBe(tidy(log));
  });

  it('a chapter that holds all incidents gets them, and topics inside a quarter do not', () => {
    const all = `# Log\n\n## Outages\n\n${byHand('2025-03-03')}## Contacts\n\nAda\n`;
    expect(headings(write(all, [filed(1, '2025-02-02')]))).toEqual([
      '# Log',
      '## Outages',
      '### 2025-03-03',
      '### 2025-02-02',
      '## Contacts',
    ]);
    const topics = `## Q1 2025\n\n### Database\n\n${byHand('2025-03-03', 4)}### Network\n\n${byHand('2025-02-02', 4)}`;
    expect(headings(write(topics, [filed(1, '2025-02-10')]))).toEqual([
      '## Q1 2025',
      '#### 2025-02-10',
      '### Database',
      '#### 2025-03-03',
      '### Network',
      '#### 2025-02-02',
    ]);
  });
});

describe('the order of a log', () => {
  const quarter = (name: string, ...days: string[]) =>
    `## ${name}\n\n- **Mean Time to Repair**: 1h 0m\n\n${days.map((day) => byHand(day)).join('')}`;

  it('case 04: two quarters have one', () => {
    const log =
      quarter('Q1 2025', '2025-01-10', '2025-03-10') + quarter('Q2 2025', '2025-04-10', '2025-06-10');
    expect(headings(write(log, [filed(1, '2025-05-15'), filed(2, '2025-08-08')]))).toEqual([
      '## Q1 2025',
      '### 2025-01-10',
      '### 2025-03-10',
      '## Q2 2025',
      '### 2025-04-10',
      '### 2025-05-15',
      '### 2025-06-10',
      '## Q3 2025',
      '### 2025-08-08',
    ]);
    expect(found(log, ['quarter-order', 'incident-order'])).toEqual([]);
  });

  it('case 04: one quarter has that of its incidents', () => {
    const log = quarter('Q2 2025', '2025-04-10', '2025-06-10');
    expect(headings(write(log, [filed(2, '2025-08-08')]))?.at(-1)).toBe('### 2025-08-08');
  });

  it('lesson 84: where as many steps go up as down, nothing is out of order', () => {
    const log = quarter('Q2 2025') + quarter('Q1 2025') + quarter('Q3 2025');
    expect(found(log, ['quarter-order'])).toEqual([]);
  });

  it('case 03, lesson 100: a quarter that is generated after a merge keeps its place', () => {
    const ours = (heading: string) =>
      `## ${heading}\n\n- **Incidents**: 0\n- **Mean Time to Repair**: 0h 0m\n- **Mean Time to Resolve**: 0h 0m\n\n`;
    const log = `# Log\n\n${ours('Q1 2025 (January to March)')}${quarter('Q2 2025 (April to June)', '2025-05-05')}${ours('Q3 2025 (July to September)')}`;
    const next = write(log, [filed(1, '2025-08-08')], { emptyQuarters: 'zero', now: Date.UTC(2025, 8, 1) });
    expect(headings(next)).toEqual([
      '# Log',
      '## Q1 2025 (January to March)',
      '## Q2 2025 (April to June)',
      '### 2025-05-05',
      '## Q3 2025 (July to September)',
      '### 2025-08-08',
    ]);
    expect(write(next, [filed(1, '2025-08-08')], { emptyQuarters: 'zero', now: Date.UTC(2025, 8, 1) })).toBe(
      next,
    );
  });
});

describe('a generated quarter goes when its last incident goes', () => {
  const log = `# Log\n\n## Q4 2024\n\n- Mean time to repair: 1h\n\n${byHand('2024-11-11')}`;

  it.each(['omit', 'none', 'zero'] as const)('in a log that people keep, with %s', (emptyQuarters) => {
    const now = Date.UTC(2025, 0, 20);
    const next = write(log, [filed(1, '2025-01-05'), filed(2, '2024-02-02')], { emptyQuarters, now });
    expect(headings(next)?.filter((line) => line.startsWith('## '))).toEqual([
      '## Q1 2025',
      '## Q4 2024',
      '## Q1 2024',
    ]);
    expect(tidy(write(next, [], { emptyQuarters, now }))).toBe(tidy(log));
  });

  it('but not while a person’s words stand in it', () => {
    const next = write(log, [filed(1, '2025-01-05')]);
    const noted = next.replace(
      '- **Time to repair**: 1h 0m\n',
      'Ann typed this.\n\n- **Time to repair**: 1h 0m\n',
    );
    expect(noted).not.toBe(next);
    const again = write(noted, []);
    expect(again).toMatch(
      /## Q1 2025\n\n- Mean time to repair: No incidents\n\nAnn typed this\.\n\n## Q4 2024/,
    );
    expect(write(again, [])).toBe(again);
  });

  it('and its note goes with an incident to a quarter that is added for it', () => {
    const next = write(log, [filed(1, '2025-01-05')]);
    const noted = next.replace(
      '- **Time to repair**: 1h 0m\n',
      'Ann typed this.\n\n- **Time to repair**: 1h 0m\n',
    );
    expect(write(noted, [filed(1, '2023-01-05')])).toMatch(/## Q1 2023[\s\S]*Ann typed this\./);
  });
});

describe('for every log and every pair of runs with the first result merged in between', () => {
  const day = fc
    .record({
      year: fc.integer({ min: 2023, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(
      ({ year, ...date }) =>
        `${year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`,
    )
    .filter((date) => date < '2026-02-20');
  const incidents = fc.uniqueArray(fc.record({ issue: fc.integer({ min: 1, max: 9 }), on: day }), {
    selector: ({ issue }) => issue,
    maxLength: 4,
  });
  const figures = fc.constantFrom(
    '',
    '- Mean time to repair: 1h\n\n',
    '- **Incidents**: 0\n- **Mean Time to Repair**: TBC\n- **Mean Time to Resolve**: 0h 0m\n\n',
    '- **Incidents**: 1\n- **Mean Time to Repair**: 1h 0m (ask Ann)\n- **Mean Time to Resolve**: No incidents\n\n',
    'Words.\n\n',
  );
  const names = ['January to March', 'April to June', 'July to September', 'October to December'];
  const entries = (level: number) =>
    fc
      .array(
        fc.oneof({ weight: 3, arbitrary: day.map((on) => byHand(on, level)) }, fc.constant('Words.\n\n')),
        { maxLength: 2 },
      )
      .map((parts) => parts.join(''));
  const quarter = (level: number) =>
    fc
      .record({
        year: fc.integer({ min: 2024, max: 2025 }),
        number: fc.integer({ min: 1, max: 4 }),
        isNamed: fc.boolean(),
        figures,
        entries: entries(level + 1),
      })
      .map(
        (q) =>
          `${'#'.repeat(level)} Q${q.number} ${q.year}${q.isNamed ? ` (${names[q.number - 1]})` : ''}\n\n${q.figures}${q.entries}`,
      );
  const month = (level: number, suffix: string) =>
    fc
      .tuple(fc.constantFrom('January', 'May', 'December'), entries(level + 1))
      .map(([name, below]) => `${'#'.repeat(level)} ${name}${suffix}\n\n${below}`);
  const year = fc
    .tuple(
      fc.integer({ min: 2023, max: 2025 }),
      fc.oneof(
        entries(3),
        fc.array(month(3, ''), { maxLength: 2 }).map((parts) => parts.join('')),
        fc.array(quarter(3), { maxLength: 2 }).map((parts) => parts.join('')),
      ),
    )
    .map(([number, below]) => `## ${number}\n\n${below.replace(/(?<=^### Q\d )\d{4}/gm, String(number))}`);
  const topic = fc
    .tuple(fc.constantFrom('Database', 'Network', 'Contacts', 'Sprint 12'), entries(3))
    .map(([name, below]) => `## ${name}\n\n${below}`);
  const chapters = fc.oneof(
    fc.array(quarter(2), { maxLength: 4 }),
    fc.array(year, { maxLength: 3 }),
    fc.array(month(2, ' 2025'), { maxLength: 3 }),
    fc.array(fc.oneof(quarter(2), year, topic, month(2, ' 2024')), { maxLength: 4 }),
  );
  const logs = fc
    .tuple(
      fc.constantFrom('# Log\n\n', '# Log\n\nWords.\n\n', ''),
      fc.oneof({ weight: 3, arbitrary: fc.constant('') }, entries(2)),
      chapters,
      fc.constantFrom('', '## Contacts\n\nAda\n', '---\n\n[c]: /d\n'),
    )
    .map(([head, first, parts, end]) => head + first + parts.join('') + end);

  it.each(
    [
      // Nothing of it stays, so it is a new log.
      [
        '## Q1 2024 (January to March)\n\n- **Incidents**: 0\n- **Mean Time to Repair**: TBC\n- **Mean Time to Resolve**: 0h 0m\n\n',
      ],
      // What comes to stand above the first chapter makes no other chapter of it.
      ['January 2024', 'Database']
        .map((name) => `## ${name}\n\n### 2023-01-01 - By hand\n\n- First detected: 2023-01-01 10:00\n\n`)
        .join(''),
    ].flat(),
  )('lesson 100: the second run changes nothing in %j', (source) => {
    for (const list of [[], [filed(1, '2023-01-01')]]) {
      const next = write(source, list, { emptyQuarters: 'zero', handKept: 'keep' });
      expect(next.trim()).not.toBe('');
      expect(write(next, list, { emptyQuarters: 'zero', handKept: 'keep' })).toBe(next);
    }
  });

  it('lesson 100: the second run changes nothing where months stand beside years, and missing quarters are added', () => {
    const settings = { emptyQuarters: 'zero', handKept: 'fix' } as const;
    const source = '# Log\n\n## January 2024\n\n## 2025\n\n### Q1 2025\n\n';
    const next = write(source, [filed(1, '2023-01-01')], settings);
    expect(next).toContain('### Q2 2023');
    expect(write(next, [filed(1, '2023-01-01')], settings)).toBe(next);
  });

  it('lesson 100: the second run changes nothing, nothing by hand is lost, and nothing stands under another year', () => {
    fc.assert(
      fc.property(
        logs,
        fc.array(incidents, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('zero', 'none', 'omit'),
        fc.constantFrom('keep', 'fix'),
        (source, rounds, emptyQuarters, handKept) => {
          let log = source;
          for (const facts of rounds) {
            const list = facts.map(({ issue, on }) => filed(issue, on));
            const next = write(log, list, { emptyQuarters, handKept });
            expect(write(next, list.toReversed(), { emptyQuarters, handKept })).toBe(next);
            const { entries: read, sections } = readLog(next, repositoryUrl);
            expect(read.flatMap(({ issue }) => issue ?? []).toSorted()).toEqual(
              facts.map(({ issue }) => issue).toSorted(),
            );
            if (source.trim() !== '')
              expect(next.match(/By hand|Words\.|Ada|\[c\]/g) ?? []).toEqual(
                source.match(/By hand|Words\.|Ada|\[c\]/g) ?? [],
              );
            let above: number | null = null;
            for (const section of sections) {
              if (section.kind === 'text') above = section.period && Math.floor(section.period.first / 12);
              if (section.kind === 'quarter') above = section.quarter.year;
              if (section.kind === 'entry' && isGeneratedEntry(section) && above !== null)
                expect(section.date.slice(0, 4)).toBe(String(above));
            }
            log = next;
          }
        },
      ),
      { numRuns: scaled(300) },
    );
  });
});
