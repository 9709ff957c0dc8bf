import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime } from '../../../../src/incident/clock.ts';
import { quarterOf } from '../../../../src/incident/quarter.ts';
import { isGeneratedEntry } from '../../../../src/log/read/model.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { cleanLine } from '../../../../src/markdown/escape.ts';
import { scaled } from '../../../thorough.ts';
import { audit } from '../../audit/audits.ts';
import { fields } from '../fields.ts';
import { generatedEntries, incident, logInput, logText, repositoryUrl, timezone } from '../incidents.ts';

const golden = readFileSync(new URL('../four-incidents.txt', import.meta.url), 'utf8');
const quarter = '## Q4 2024 (October to December)\n\n- **Mean Time to Repair**: 1h 0m\n\n';
const entry =
  '### Incident on 2024-10-14 - Ours\n\n- **Incident issue**: [#12](https://github.com/o/r/issues/12)\n';

/** Lines of the entries that a person keeps. */
const handKept = (source: string) =>
  readLog(source, repositoryUrl)
    .entries.filter((each) => !isGeneratedEntry(each))
    .map(({ line }) => line);

describe('readLog', () => {
  it('reads back the log of four incidents', () => {
    const log = readLog(golden, 'https://github.com/O/R');
    expect(log.entries.every(isGeneratedEntry)).toBe(true);
    expect(log.quarters.every(({ generated }) => generated !== null)).toBe(true);
    expect(
      log.quarters.map(({ line, quarter, meanTimeToRepair, meanTimeToResolve }) => [
        line,
        `${quarter.number}/${quarter.year}`,
        meanTimeToRepair?.text,
        meanTimeToResolve?.text,
      ]),
    ).toEqual([
      [8, '4/2024', '24h 59m', '25h 10m'],
      [41, '3/2024', '0h 0m', '0h 0m'],
      [47, '2/2024', '0h 0m', '0h 0m'],
      [53, '1/2024', '0h 0m', '0h 0m'],
      [59, '4/2023', '34h 44m', '2142h 48m'],
    ]);
    expect(log.entries.map(({ issue, line, date }) => [issue, line, date])).toEqual([
      [12, 14, '2024-10-14'],
      [10, 65, '2023-12-15'],
      [11, 77, '2023-12-08'],
      [9, 91, '2023-11-17'],
    ]);
    const [first] = log.entries;
    expect(first).toMatchObject({
      issue: 12,
      line: 14,
      start: golden.indexOf('### '),
      end: golden.indexOf('## Q3 2024'),
      quarter: { year: 2024, number: 4 },
      date: '2024-10-14',
      title: 'Onboarding Mechanism Release Failure (AP GitHub Organisation)',
      events: [
        { kind: 'first-detected', name: 'First detected', value: { text: '2024-10-14 10:30', line: 18 } },
        { kind: 'repaired', name: 'Repaired', value: { text: '2024-10-15 11:29 (fix forward)' } },
        { kind: 'resolved', name: 'Resolved', value: { text: '2024-10-15 11:40' } },
      ],
      timeToRepair: { text: '24h 59m' },
      timeToResolve: { text: '25h 10m' },
    });
    expect(golden.slice(first?.timeToRepair?.start, first?.timeToRepair?.end)).toBe('24h 59m');
  });

  it('lesson 17: reads back every log that we write, whatever people have typed, to the last entry', () => {
    const minutes = fc.integer({ min: Date.UTC(2023, 0) / 60_000, max: Date.UTC(2024, 11, 20) / 60_000 });
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '### Incident on 2024-10-14 - x',
        '## Q1 2024',
        '- **Incident issue**: [#99](https://github.com/o/r/issues/99)',
        '- **Time to repair**: 0h 1m\n- **Key events**\n\n  - Repaired: never',
        '```\n\n### Incident on 2024-10-14 - x\n\n',
        '<!--\n\n# x',
        'a\n===\n\nb\n---',
      ),
    );
    const incidents = fc.uniqueArray(
      fc.record({ issue: fc.integer({ min: 1, max: 10_000 }), minute: minutes, title: text, answer: text }),
      { selector: ({ issue }) => issue, maxLength: 6 },
    );
    const files = fc.constantFrom(null, '# Ours\n\nWords.', '---\na: 1\nb: 2\n---\n\n## Words\r\n');
    fc.assert(
      fc.property(incidents, files, (facts, existing) => {
        const written = facts.map(({ issue, minute, title, answer }) =>
          incident(issue, formatTime(minute * 60_000, timezone), {
            title,
            ...{
              identified: answer,
              impact: answer,
              context: answer,
              resolution: answer,
              reviewRemark: answer,
            },
            listedFields: [{ id: null, label: answer, answer: title }],
          }),
        );
        const log = logText(logInput(written, { existing }));
        const read = { entries: generatedEntries(log) };
        expect(handKept(log)).toEqual([]);
        const byIssue = (one: { issue: number }, other: { issue: number }) => one.issue - other.issue;
        expect(
          read.entries
            .map(({ issue, title, quarter, events, date }) => ({
              issue,
              title,
              quarter,
              events: events.map(({ kind, value }) => [kind, value.text]),
              date,
            }))
            .sort(byIssue),
        ).toEqual(
          written
            .map(({ issue, title, firstDetected: { instant } }) => ({
              issue,
              title: cleanLine(title),
              quarter: quarterOf(instant, timezone),
              events: [['first-detected', formatTime(instant, timezone)]],
              date: formatTime(instant, timezone).slice(0, 10),
            }))
            .sort(byIssue),
        );
        expect(read.entries.every(({ timeToRepair }) => timeToRepair?.text === 'not recorded')).toBe(true);
      }),
      { numRuns: scaled(200) },
    );
  });

  it.each([
    ['the repository in another case', 'https://github.com/O/r/issues/12', 12],
    ['another repository', 'https://github.com/o/s/issues/12', null],
    ['a repository whose name begins alike', 'https://github.com/o/r2/issues/12', null],
    ['another server', 'https://github.example.org/o/r/issues/12', null],
    ['a pull request', 'https://github.com/o/r/pull/12', null],
    ['an anchor', 'https://github.com/o/r/issues/12#a', null],
  ])('knows its own entries by their issue: %s', (_, url, issue) => {
    const log = readLog(quarter + entry.replace('https://github.com/o/r/issues/12', url), repositoryUrl);
    expect(log.entries.map((each) => each.issue)).toEqual([issue]);
  });

  it.each([
    [
      'an issue linked elsewhere in the entry',
      '- **Context**:\n\n  - **Incident issue**: [#12](https://github.com/o/r/issues/12)\n',
    ],
    ['an issue named but not linked', '- **Incident issue**: #12\n'],
    ['nothing', ''],
  ])('takes an entry for a person’s that has %s', (_, body) => {
    expect(handKept(`${quarter}### Incident on 2024-10-14 - Theirs\n\n${body}`)).toEqual([5]);
  });

  it('lesson 18: finds every entry of the log that people kept by hand', () => {
    const log = [
      '---\ntitle: Incident Log\nreview_in: 3 months\n---\n\n# Incident Log\n\n',
      '## Q4 2023 (October to December)\n\n- **Mean Time to Repair**: 83h 50m\n\n- **Mean Time to Resolve**: 2185h 6m\n\n',
      '### Incident on 2023-12-15 - Quota\n\n- **Key events**\n\n  - First detected: 2023-12-15 15:34\n\nN/A\n\n\n',
      '### Incident on 2023-12-08 - Mail\n\nText\n\n---\n\n',
      '## Q3 2023 (July - September)\n\n### No incidents declared\n',
    ].join('');
    expect(handKept(log)).toEqual([14, 23]);
    expect(readLog(log, repositoryUrl).quarters).toMatchObject([
      { line: 8, meanTimeToRepair: { text: '83h 50m' }, meanTimeToResolve: { text: '2185h 6m' } },
      { line: 29, meanTimeToRepair: null },
    ]);
  });

  it.each([
    ['', 0],
    ['# Log\n\nWords, and *more*.\n\n## Contacts\n', 0],
    ['# Log\n\n```\n## Q4 2024\n### Incident on 2024-10-14 - x\n```\n', 0],
    ['---\n## Q4 2024\n---\n', 0],
    ['- ## Q4 2024\n\n> ## Q3 2024\n', 0],
    ['Q4 2024\n---\n', 1],
    ['\uFEFF## Q4 2024 (October-December)\n', 1],
    ['+++\na = 1\n+++\n## Q4 2024\n', 1],
  ])('finds the quarters of %j', (source, quarters) => {
    const log = readLog(source, repositoryUrl);
    expect(log.quarters).toHaveLength(quarters);
    expect(log.entries).toEqual([]);
  });

  it('is done in time with a single line of hostile words', () => {
    const day = '2024-10-14';
    for (const line of [
      `### DB outage${' '.repeat(50_000)}x ${day} - A`,
      `### ${'['.repeat(200_000)} ${day}`,
      `### ${'[a]('.repeat(100_000)} ${day}`,
      `### ${day} - x\n\n#### ${' :'.repeat(100_000)}x`,
      `### ${day} - x\n\n- **Key events**\n  - ${day} 10:00 a${' .'.repeat(100_000)}x`,
      `### ${day} - x\n\n- Time to repair: ${'1h '.repeat(100_000)}`,
      `### ${day} - x\n\n- ${'a '.repeat(200_000)}`,
      `## Q4 ${'('.repeat(100_000)}2024`,
      `### ${'5 '.repeat(100_000)}${day}`,
      `### ${day} - x\n\n- **Review actions**:\n  - ${'(done '.repeat(20_000)}`,
    ]) {
      expect(audit(line, { timezone, now: 0, repositoryUrl }).incidents.length).toBeLessThan(2);
    }
  });

  it('is done in time with a log of 5 MB', () => {
    const body = `${entry}\n- **Impact**: ${'x'.repeat(400)}\n\n`;
    expect(readLog(quarter + body.repeat(scaled(10_000)), repositoryUrl).entries).toHaveLength(
      scaled(10_000),
    );
    expect(readLog(quarter + '#\n'.repeat(scaled(1_000_000)), repositoryUrl).sections).toHaveLength(
      scaled(1_000_000) + 1,
    );
    for (const source of [
      quarter + '>'.repeat(scaled(5_000_000)),
      `---\n${'a: b\n'.repeat(scaled(1_000_000))}`,
      quarter + '## Context\n'.repeat(scaled(400_000)),
      `## 2024-10-14 - x\n${'- **a**: b\n'.repeat(scaled(400_000))}`,
      `## 2024-10-14 - x\n${'- First detected: 2024-10-14 10:30\n'.repeat(scaled(100_000))}`,
      '## Q4 2024\n'.repeat(scaled(300_000)),
    ]) {
      expect(handKept(source).length).toBeLessThan(2);
    }
  });
});

describe('a hostile answer', () => {
  it.each([
    ...[
      '>',
      '> ',
      '- ',
      '1. ',
      '- - a\n',
      '[',
      ']',
      '![',
      '[a\\',
      '*a',
      '*a_ ',
      '*_',
      '~a',
      '`a',
      '<',
      '<!--',
      '<?',
      '<a b="',
    ],
    ...[
      '&#',
      '\\',
      '|',
      'a | b\n|---|---|\n',
      '[a][b]',
      '[^a]: x\n\n',
      '[a]: b\n\n[a] ',
      'http://a.b ',
      'a@b.c ',
      '# a\n',
    ],
    ...[
      'a\n===\n',
      '- a\n  ',
      '<kbd>',
      '<img src="https://a">',
      '2024-05-02 10:00 *a*\n',
      '\u0000',
      '\t',
      '\n',
    ],
  ])('is written in time, 65,536 characters of %j', (unit) => {
    const answer = unit.repeat(65_536 / unit.length);
    for (const field of fields.filter(({ name }) => /Context|review action$|First/.test(name))) {
      const log = logText(logInput([field.filled(answer), incident(11, '2024-05-01 09:00')]));
      expect(readLog(log, repositoryUrl).entries.map(({ issue }) => issue)).toEqual([12, 11]);
    }
  });
});
