import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../../src/incident/incident.ts';
import { isGeneratedEntry } from '../../../../src/log/read/model.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { scaled } from '../../../thorough.ts';
import { copiedOffAPage, entry, keptByHand } from '../../audit/audits.ts';
import { parse } from '../containment/containment.ts';
import {
  generatedEntries,
  incident,
  type LogSettings,
  logInput,
  logText,
  repositoryUrl,
  time,
} from '../incidents.ts';

const settings: LogSettings = { now: Date.UTC(2025, 3, 22) };
const write = (existing: string, incidents: readonly Incident[], more: LogSettings = {}) =>
  logText(logInput(incidents, { existing, ...settings, ...more }));

/** Repaired after two hours, resolved after four. */
const filed = (issue: number, day: string, facts: Partial<Incident> = {}) =>
  incident(issue, `${day} 10:00`, {
    repaired: time(`${day} 12:00`),
    resolved: time(`${day} 14:00`),
    ...facts,
  });

/** Lines that one text has and the other lacks, by their longest common subsequence, with - and + in front. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const same = old[row] === now[column];
      const cells = lengths[row];
      if (cells)
        cells[column] = same
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: string[] = [];
  for (let [row, column] = [0, 0]; row < old.length || column < now.length; ) {
    if (row < old.length && column < now.length && old[row] === now[column])
      [row, column] = [row + 1, column + 1];
    else if (column >= now.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) {
      lines.push(`-${old[row]}`);
      row += 1;
    } else {
      lines.push(`+${now[column]}`);
      column += 1;
    }
  }
  return lines.filter((line) => line.slice(1).trim() !== '');
}

describe('a log that people keep', () => {
  it('gets the new incident and the means of its quarter, and keeps everything else', () => {
    const log = write(keptByHand, [filed(12, '2024-11-01')]);
    expect(difference(keptByHand, log)).toEqual([
      '-- **Mean Time to Repair**: 24h 10m',
      '+- **Mean Time to Repair**: 13h 5m',
      '-- **Mean Time to Resolve**: 24h 10m',
      '+- **Mean Time to Resolve**: 14h 5m',
      '+### Incident on 2024-11-01 - Something broke',
      '+- **Incident issue**: [#12](https://github.com/o/r/issues/12)',
      '+- **Key events**',
      '+  - First detected: 2024-11-01 10:00',
      '+  - Repaired: 2024-11-01 12:00',
      '+  - Resolved: 2024-11-01 14:00',
      '+- **Time to repair**: 2h 0m',
      '+- **Time to resolve**: 4h 0m',
      '+- **Impact**: Much.',
    ]);
    expect(write(log, [filed(12, '2024-11-01')])).toBe(log);
  });

  it('is left alone when there is nothing to list', () => {
    expect(write(keptByHand, [])).toBe(keptByHand);
  });

  it.each([
    ['above the older one', '2024-11-01', 'Q4 2024', 0],
    ['below the newer one', '2024-10-02', 'Q4 2024', 1],
    ['between two', '2023-12-10', 'Q4 2023', 1],
    ['below all three', '2023-10-02', 'Q4 2023', 3],
    ['alone in its quarter', '2024-05-02', 'Q2 2024', 0],
  ])('takes it to its place: %s', (_, day, quarter, place) => {
    const { entries } = readLog(write(keptByHand, [filed(12, day)]), repositoryUrl);
    const there = entries.filter(
      (each) => each.quarter && `Q${each.quarter.number} ${each.quarter.year}` === quarter,
    );
    expect(there.findIndex(isGeneratedEntry)).toBe(place);
  });

  it('counts what is stated there in the means, and says how many have a figure', () => {
    const source = keptByHand.replace('- **Time to repair**: 0h 42m\n', '');
    const log = write(source, [filed(12, '2023-10-02')]);
    // (2h + 97h 6m + 6h 24m) / 3, (4h + 97h 6m + 2808h 28m + 3649h 45m) / 4
    expect(log).toContain('- **Mean Time to Repair**: 35h 10m (from 3 of 4 incidents)\n');
    expect(log).toContain('- **Mean Time to Resolve**: 1639h 50m\n');
    expect(write(log, [])).toBe(
      source.replace('83h 50m', '51h 45m (from 2 of 3 incidents)').replace('2185h 6m', '2185h 6m'),
    );
  });

  it('gets a quarter of its own layout where it has none for the incident, and those that have ended since', () => {
    const log = write(keptByHand, [filed(12, '2025-07-05'), filed(13, '2024-08-01')], {
      now: Date.UTC(2026, 0, 2),
    });
    expect(difference(keptByHand, log).filter((line) => /##|Mean|Incidents/.test(line))).toEqual([
      '+## Q4 2025 (October to December)',
      '+- **Mean Time to Repair**: 0h 0m',
      '+- **Mean Time to Resolve**: 0h 0m',
      '+## Q3 2025 (July to September)',
      '+- **Mean Time to Repair**: 2h 0m',
      '+- **Mean Time to Resolve**: 4h 0m',
      '+### Incident on 2025-07-05 - Something broke',
      '+## Q3 2024 (July to September)',
      '+- **Mean Time to Repair**: 2h 0m',
      '+- **Mean Time to Resolve**: 4h 0m',
      '+### Incident on 2024-08-01 - Something broke',
    ]);
    const names = readLog(log, repositoryUrl).quarters.map(
      ({ quarter: { year, number } }) => `${year}/${number}`,
    );
    expect(names).toEqual(names.toSorted().toReversed());
    // A gap that was there before is theirs to fill.
    expect(write(keptByHand, [], { now: Date.UTC(2026, 0, 2) })).not.toContain('Q3 2024');
    expect(write(keptByHand, [], { now: Date.UTC(2026, 0, 2), emptyQuarters: 'omit' })).toBe(keptByHand);
  });

  it.each([
    ['without quarters', entry('2024-10-14 - x', ['First detected: 2024-10-14 10:00'], [], 2)],
    [
      'oldest first',
      ['Q1 2024', 'Q2 2024', 'Q3 2024'].map((name) => `## ${name}\n\nA quiet one.\n\n`).join(''),
    ],
    [
      'with quarters of level 1',
      `# Q4 2024\n\n${entry('2024-10-14 - x', ['First detected: 2024-10-14 10:00'], [], 2)}`,
    ],
    ['with quarters that are underlined', 'Q4 2024\n---\n\n### 2024-10-14 - x\n\nWords.\n'],
    ['copied off a page', copiedOffAPage],
    ['with no line end', '## Q4 2024\n\n### 2024-10-14 - x\n\nWords.'],
    ['with no means', '## Q4 2024\n\n### 2024-10-14 - x\n\nWords.\n\n## Contacts\n\nAda\n'],
    [
      'with breaks everywhere',
      '## Q4 2024\n\n---\n\n### 2024-10-14 - x\n\nWords.\n\n---\n\n### 2024-10-01 - y\n\n---\n\n## Q3 2024\n\n---\n',
    ],
    [
      'with definitions at the end',
      '## Q4 2024\n\n### 2024-10-14 - [x]\n\nWords.\n\n[x]: https://a.example\n',
    ],
    [
      'with a pattern in a fence at the end',
      '## Q4 2024\n\nWords.\n\n## Template\n\n```\n### Incident on YYYY-MM-DD\n',
    ],
  ])('keeps every byte of it: %s', (_, source) => {
    for (const text of [source, source.replaceAll('\n', '\r\n'), `\uFEFF${source}`]) {
      const log = write(text, [filed(12, '2024-11-01'), filed(13, '2024-07-02'), filed(14, '2024-10-03')]);
      expect(generatedEntries(log)).toHaveLength(3);
      const pieces = readLog(text, repositoryUrl).sections.map(({ start, contentEnd }) =>
        text.slice(start, contentEnd),
      );
      const withoutMeans = (words: string) => words.replace(/(Mean Time.*: ).*/g, '$1');
      for (const piece of pieces) expect(withoutMeans(log)).toContain(withoutMeans(piece));
      if (text.includes('\r')) expect(log.replaceAll('\r\n', '')).not.toContain('\n');
      expect(write(log, [filed(14, '2024-10-03'), filed(13, '2024-07-02'), filed(12, '2024-11-01')])).toBe(
        log,
      );
      expect(readLog(write(log, []), repositoryUrl).entries).toHaveLength(
        readLog(text, repositoryUrl).entries.length,
      );
    }
  });

  it('without quarters stays one, with the incident at its place', () => {
    const one = (day: string) => entry(`${day} - x`, [`First detected: ${day} 10:00`], [], 2);
    const days = ['2024-10-14', '2024-08-14'];
    const log = write(`# Log\n\n${days.map(one).join('')}## Contacts\n`, [filed(12, '2024-09-01')]);
    expect(log.match(/^#.*/gm)).toEqual([
      '# Log',
      '## 2024-10-14 - x',
      '## Incident on 2024-09-01 - Something broke',
      '## 2024-08-14 - x',
      '## Contacts',
    ]);
  });

  it('goes on in its own order, the oldest first', () => {
    const log = write('## Q1 2024\n\n## Q2 2024\n\n## Q4 2024\n', [
      filed(12, '2024-08-01'),
      filed(13, '2025-02-01'),
    ]);
    expect(log.match(/^## .*/gm)).toEqual([
      '## Q1 2024',
      '## Q2 2024',
      '## Q3 2024',
      '## Q4 2024',
      '## Q1 2025',
    ]);
  });

  it('loses an incident that is none any more, and is as it was before', () => {
    const incidents = [filed(12, '2024-11-01'), filed(13, '2023-12-10')];
    const back = write(write(keptByHand, incidents), []);
    // The means of these quarters had been set; nobody knows what was there.
    expect(back.replace(/(Mean.*: ).*/g, '$1')).toBe(keptByHand.replace(/(Mean.*: ).*/g, '$1'));
  });

  it('keeps what somebody writes between our lines, and behind them', () => {
    const incidents = [filed(12, '2024-11-01'), filed(13, '2024-10-02')];
    const log = write(keptByHand, incidents)
      .replace('\n- **Time to repair**: 2h 0m\n', '\nA word in between.\n\n- **Time to repair**: 2h 0m\n')
      .replace('- **Impact**: Much.\n', '- **Impact**: Much.\n\nA word behind.\n\n---\n');
    const again = write(log, incidents);
    expect(again.match(/^(?:A word.*|### Inc.*2024.*|---)/gm)).toEqual([
      // The front matter's.
      '---',
      '---',
      '### Incident on 2024-11-01 - Something broke',
      'A word in between.',
      'A word behind.',
      '---',
      '### Incident on 2024-10-14 - Onboarding Mechanism Release Failure (AP GitHub Organisation)',
      '### Incident on 2024-10-02 - Something broke',
      '---',
    ]);
    expect(write(again, incidents)).toBe(again);
    expect(write(again, [])).toMatch(/A word in between\.\n\nA word behind\.\n\n---\n/);
    expect(generatedEntries(write(again, []))).toEqual([]);
  });

  it('keeps a quarter of ours apart from what is theirs', () => {
    const ours = logText(logInput([filed(12, '2024-11-01'), filed(13, '2024-02-02')]));
    const source = ours
      .replace('## Q1 2024', '## Q2 2024, the hard one\n\nWords.\n\n## Q1 2024')
      .replace(/## Q2 2024 \(A[\s\S]*?(?=## Q2)/, '');
    const log = write(source, [filed(12, '2024-11-01'), filed(13, '2024-02-02'), filed(14, '2024-02-03')], {
      now: logInput([]).now,
    });
    expect(log).toContain(
      '## Q2 2024, the hard one\n\nWords.\n\n## Q1 2024 (January to March)\n\n- **Incidents**: 2\n',
    );
    expect(log).toContain('## Q3 2024 (July to September)\n\n- **Incidents**: 0\n');
  });
});

describe('what stands around figures and headings is nobody’s to change', () => {
  const byHand =
    '### Incident on 2024-10-14 - By hand\n\n- First detected: 2024-10-14 10:00\n- Time to repair: 1h 0m\n';
  const log = (figures: string, rest = byHand) => `## Q4 2024\n\n${figures}\n\n${rest}`;
  const added = [filed(12, '2024-11-01')];
  /** No quarter has ended since. */
  const write = (existing: string, incidents: readonly Incident[], more: LogSettings = {}) =>
    logText(logInput(incidents, { existing, emptyQuarters: 'omit', ...settings, ...more }));

  it.each([
    ['a list of incidents', 'Incidents:\n\n- [DNS](#dns)\n- [Disk](#disk)'],
    ['a sentence about them', '**Incidents**\n\nAll of them were DNS.'],
    ['words for their number', '- Incidents: #12, #13 and the DNS one'],
    ['a heading', '### Incidents'],
    ['means that are still to come', '- Mean Time to Repair:\n- Mean Time to Resolve:\n\nWe had a freeze.'],
    ['a mean in words', '- Mean Time to Repair: not computed, for the DNS one is in dispute (ask Ann)'],
    ['about a mean', '- Mean Time to Repair: ~1h'],
  ])('%s', (_, words) => {
    const next = write(log(words), added);
    expect(next).toContain(`## Q4 2024\n\n${words}\n\n### Incident on 2024-11-01`);
    expect(write(next, [])).toBe(log(words));
  });

  it.each([
    [
      'in bold, with a remark',
      '- Mean Time to Repair: **1h 0m** (ask Ann)',
      '- Mean Time to Repair: **1h 30m** (ask Ann)',
    ],
    ['a link', '- Mean Time to Repair: [1h](stats.md)', '- Mean Time to Repair: [1h 30m](stats.md)'],
    ['below its label', '**Mean time to repair**\n\n1h', '**Mean time to repair**\n\n1h 30m'],
    [
      'how many it rests on',
      '- Mean Time to Repair: 1h 0m (from 1 of 2 incidents)',
      '- Mean Time to Repair: 1h 30m',
    ],
    ['not known yet', '- Mean Time to Repair: TBC', '- Mean Time to Repair: 1h 30m'],
  ])('a mean is set where it stands: %s', (_, before, after) => {
    expect(write(log(before), added)).toContain(`## Q4 2024\n\n${after}\n\n### Incident on 2024-11-01`);
  });

  it.each([
    ['a chat', 'Chat:\n\n[Ann]: it is down\n[Bob]: restarted\n'],
    ['a table with a definition below', '| 1 | 2 |\n[x]: https://a.example\n'],
    ['a definition in a list', '- **Notes**: [x]\n\n  [x]: https://a.example\n'],
    ['a break in a list', '- **Notes**: x\n\n  ---\n'],
    ['a last paragraph', 'Over.\n'],
  ])('an older incident goes behind the last lines of an entry: %s', (_, end) => {
    const source = `${log('- Mean Time to Repair: 1h 0m', `${byHand}\n${end}`)}\n## Q3 2024\n`;
    const older = [filed(12, '2024-10-02')];
    const next = write(source, older);
    expect(next).toContain(`${end}\n### Incident on 2024-10-02`);
    expect(write(next, older)).toBe(next);
    expect(write(next, [])).toBe(source);
  });

  it('no paragraph becomes a heading when an entry goes', () => {
    const next = write(log('', `${byHand}\nOver.\n`), [filed(12, '2024-10-02')]);
    const withBreak = next.replace(/Much\.\n$/, 'Much.\n---\n');
    expect(write(withBreak, [])).toMatch(/Over\.\n\n---\n$/);
  });

  it('a note goes with its incident to another quarter', () => {
    const next = write(keptByHand, added).replace(
      '\n- **Time to repair**: 2h 0m\n',
      '\nAnn typed this.\n\n- **Time to repair**: 2h 0m\n',
    );
    const moved = write(next, [filed(12, '2024-05-01')]);
    expect(moved).toMatch(/### Incident on 2024-05-01[\s\S]*Much\.\n\nAnn typed this\.\n\n## Q1 2024/);
    expect(moved.match(/Ann typed/g)).toHaveLength(1);
  });

  it('what stands behind a heading or in a fence of a person’s is no part of an entry of ours', () => {
    const note = '#### Post-mortem\n\n- **Done**: restarted it\n\n```\n- **line** of output\n```\n';
    const next = write(keptByHand, added).replace('- **Impact**: Much.\n', `- **Impact**: Much.\n\n${note}`);
    expect(write(next, added)).toBe(next);
  });

  it.each([
    ['a fence', '```\n14:02 oom-killer\n- **Impact**: none\n## x\n```'],
    ['a fence with other marks', '~~~~ text\n```\n- **Time to repair**: 9h 9m\n~~~~'],
    ['a heading below the entry’s', '#### Post-mortem\n\nAnn typed this.'],
    ['a heading of the entry’s level', '### Post-mortem\n\nAnn typed this.'],
    ['a heading above the entry’s', '## Post-mortem\n\n- **Done**: restarted it'],
    ['a heading and a fence', '#### Log\n\n```\noutput\n```'],
  ])('lesson 101: an entry with %s in it stands once, and what a person put there stays', (_, note) => {
    for (const line of ['- **Time to repair**: 2h 0m\n', '- **Impact**: Much.\n']) {
      const next = write(keptByHand, added).replace(line, `${note}\n\n${line}`);
      expect(next).toContain(note);
      const later = [filed(12, '2024-11-01', { repaired: time('2024-11-01 12:30') })];
      const again = write(next, later);
      expect(again.match(/^.*2h 30m$/gm)).toEqual(['- **Time to repair**: 2h 30m']);
      expect(again).not.toMatch(/\*\*: 2h 0m/);
      expect(again.split(note)).toHaveLength(2);
      expect(again.split('\n- **Impact**: Much.')).toHaveLength(2);
      expect(write(again, later)).toBe(again);
    }
  });

  it('an anchor right above a heading stays there', () => {
    const next = write('<a name="q3"></a>\n## Q3 2024\n\nA quiet one.\n', added);
    expect(next).toMatch(/Much\.\n\n<a name="q3"><\/a>\n## Q3 2024\n/);
  });

  it.each([
    ['a title that speaks of examples', '# Example incident log\n\nWords.\n\n## Q4 2024\n\nMore.\n'],
    [
      'a pattern and no incident yet',
      '# Log\n\nWords.\n\n# Template\n\n## Incident on YYYY-MM-DD - Title\n\n- **Key events**\n',
    ],
    [
      'a pattern in a quarter',
      '## Q4 2024\n\nWords.\n\n### Template\n\n#### Incident on YYYY-MM-DD\n\nMore.\n',
    ],
    ['another title', '# Log\n\nWords.\n\n# Glossary\n\nMore.\n'],
  ])('is found again, and written once: %s', (_, source) => {
    const next = write(source, added);
    expect(generatedEntries(next)).toHaveLength(1);
    expect(write(next, added)).toBe(next);
    if (source.includes('# Template') || source.includes('# Glossary'))
      expect(next.indexOf('Incident on 2024-11-01')).toBeLessThan(next.search(/^#+ (?:Template|Glossary)/m));
  });

  it('in a log without quarters an incident goes to the chapter of what happened nearest to it', () => {
    const chapter = (name: string, day: string) =>
      `## ${name}\n\n### ${day} - x\n\n- First detected: ${day} 10:00\n\n`;
    const next = write(chapter('October 2024', '2024-10-14') + chapter('August 2024', '2024-08-14'), [
      filed(12, '2024-08-01'),
      filed(13, '2024-10-20'),
    ]);
    expect(next.match(/^##+ .*/gm)).toEqual([
      '## October 2024',
      '### Incident on 2024-10-20 - Something broke',
      '### 2024-10-14 - x',
      '## August 2024',
      '### 2024-08-14 - x',
      '### Incident on 2024-08-01 - Something broke',
    ]);
  });

  it('means of incidents that are not read stay as they are', () => {
    const table =
      '## Q4 2024\n\nMean time to repair: 40m\n\n| Date | Title |\n|--|--|\n| 2024-10-14 | Mail |\n';
    expect(write(table, added)).toContain('Mean time to repair: 40m\n');
  });

  it('an incident goes to its place among those of its quarter, which have the oldest first', () => {
    const one = (day: string) => `### ${day} - x\n\n- First detected: ${day} 10:00\n\n`;
    const next = write(`## Q4 2024\n\n${['2024-10-14', '2024-10-20', '2024-11-20'].map(one).join('')}`, [
      filed(12, '2024-12-01'),
      filed(13, '2024-10-16'),
    ]);
    expect(next.match(/^### .*\d{4}-\d\d-\d\d/gm)?.map((heading) => heading.slice(-10))).toEqual([
      '2024-10-14',
      '2024-10-16',
      '2024-10-20',
      '2024-11-20',
      '2024-12-01',
    ]);
  });

  it('a year above its quarters keeps to them', () => {
    const next = write('# 2024\n\n## Q3\n\n# 2023\n\n## Q4\n', [
      filed(12, '2025-01-05'),
      filed(13, '2024-05-01'),
    ]);
    expect(next.match(/^#+ (?!Incident).*/gm)).toEqual([
      '# 2025',
      '## Q1 2025 (January to March)',
      '# 2024',
      '## Q3',
      '## Q2 2024 (April to June)',
      '# 2023',
      '## Q4',
    ]);
  });

  it('a quarter in our words without an entry of ours may be a person’s', () => {
    const typed =
      '## Q4 2024 (October to December)\n\n- **Incidents**: 0\n- **Mean Time to Repair**: No incidents\n- **Mean Time to Resolve**: No incidents\n\n';
    const source = `${typed}## Q3 2024\n\n${byHand}`;
    expect(write(source, [], { now: Date.UTC(2024, 11, 24) })).toBe(source);
  });

  it('a mistyped year fills no log with quarters', () => {
    const source = `${log('', byHand)}\n## Q3 1924\n`;
    expect(write(source, [], { handKept: 'fix' }).match(/^## /gm)?.length).toBeLessThan(5);
  });
});

describe('with `fix`', () => {
  it('means follow from timestamps, and missing quarters are put in', () => {
    const log = write(keptByHand, [filed(12, '2024-11-01')], { handKept: 'fix' });
    // (2h + 24h 59m) / 2, (4h + 25h 10m) / 2
    expect(log).toContain('- **Mean Time to Repair**: 13h 30m\n\n- **Mean Time to Resolve**: 14h 35m\n');
    expect(log).toContain(
      '---\n\n## Q3 2024 (July to September)\n\n- **Mean Time to Repair**: 0h 0m\n\n- **Mean Time to Resolve**: 0h 0m\n\n## Q2 2024',
    );
  });
});

it('comes to rest with `fix`, too, when an incident is older than all quarters', () => {
  const incidents = [filed(12, '2023-05-01')];
  const fix = (source: string) => write(source, incidents, { handKept: 'fix' });
  const next = fix('# Log\n\n## Q4 2024\n\nNone.\n\n## Q2 2024\n\nNone.\n');
  expect(fix(next)).toBe(next);
  expect(readLog(next, repositoryUrl).quarters).toHaveLength(8);
});

describe('for every log and every set of incidents', () => {
  const day = fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map((date) => `2024-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`);
  const words = fc.constantFrom(
    'Words.',
    '- a list',
    '> a quote',
    '```\n## Q4 2024\n```',
    '<!-- hidden -->',
    '[a]: /b',
    '---',
    '#### Note',
    '| a | b |\n|---|---|\n| c | d |',
    '* * *',
    'N/A',
  );
  const byHand = fc
    .tuple(day, fc.array(words, { maxLength: 3 }))
    .map(
      ([date, more]) =>
        `### Incident on ${date} - By hand\n\n- First detected: ${date} 09:00\n- **Time to repair**: 1h 30m\n\n${more.join('\n\n')}`,
    );
  const means = fc.constantFrom(
    '- **Mean Time to Repair**: 1h 30m\n\n- **Mean Time to Resolve**: N/A',
    '',
    '- Mean time to repair - 90m (by hand)',
    '- **Incidents**: 1\n- **Mean Time to Repair**: 1h 30m\n- **Mean Time to Resolve**: not recorded',
  );
  const quarter = fc
    .tuple(fc.integer({ min: 1, max: 4 }), means, fc.array(fc.oneof(byHand, words), { maxLength: 3 }))
    .map(([number, figures, parts]) =>
      [`## Q${number} 2024`, figures, ...parts].filter((part) => part !== '').join('\n\n'),
    );
  const logs = fc
    .tuple(
      fc.constantFrom('# Log\n\nWords.\n\n', '---\ntitle: x\n---\n', ''),
      fc.array(quarter, { maxLength: 4 }),
      fc.constantFrom('\n', '\n\n', '', '\n\n## Contacts\n\nAda\n', '\n\n[c]: /d\n'),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([head, quarters, end, lineEnd]) => (head + quarters.join('\n\n') + end).replaceAll('\n', lineEnd));
  const incidents = fc.uniqueArray(fc.record({ issue: fc.integer({ min: 1, max: 9 }), on: day }), {
    selector: ({ issue }) => issue,
    maxLength: 4,
  });
  const handKeptParts = (log: string) =>
    readLog(log, repositoryUrl)
      .entries.filter((each) => !isGeneratedEntry(each))
      .map(({ start, contentEnd }) => log.slice(start, contentEnd));

  it('lessons 19 and 21: keeps the bytes of entries by hand, lists each incident once, and comes to rest', () => {
    fc.assert(
      fc.property(
        logs,
        incidents,
        incidents,
        fc.constantFrom('zero', 'omit'),
        (source, first, second, emptyQuarters) => {
          let log = source;
          for (const facts of [first, second, []]) {
            const list = facts.map(({ issue, on }) => filed(issue, on));
            const next = write(log, list, { emptyQuarters });
            expect(write(next, list.toReversed(), { emptyQuarters })).toBe(next);
            expect(handKeptParts(next)).toEqual(handKeptParts(source.trim() === '' ? next : source));
            const managed = generatedEntries(next);
            expect(managed.map(({ issue }) => issue).toSorted()).toEqual(
              facts.map(({ issue }) => issue).toSorted(),
            );
            for (const { issue, quarter } of managed) {
              const on = facts.find((each) => each.issue === issue)?.on ?? '';
              if (quarter !== null) expect(quarter.number).toBe(Math.ceil(Number(on.slice(5, 7)) / 3));
            }
            // All that is said outside entries of ours and figures is said as often as before.
            const said = (text: string) =>
              (
                text.match(/Words\.|a list|a quote|hidden|\[a\]: \/b|\[c\]: \/d|#### Note|Ada|By hand/gm) ??
                []
              )
                .toSorted()
                .join();
            expect(said(next)).toBe(said(source));
            log = next;
          }
        },
      ),
      { numRuns: scaled(400) },
    );
  });

  it.each([
    ['a link definition', '- Mean time to repair - 1h 30m\n\n[a]: /b'],
    ['a remark', '- Mean time to repair - 90m (by hand)'],
  ])('a quarter with %s of a person stays when its last incident goes', (_, words) => {
    const source = `# Log\n\n## Q1 2024\n\n${words}\n\n## Q2 2024\n\n- Mean time to repair - 1h 30m\n`;
    const settled = write(write(source, [filed(1, '2024-04-01'), filed(2, '2024-01-01')]), []);
    const [, last = ''] = words.split(/ - \d+\w+(?: \d+m)?/);
    expect(settled).toContain('## Q1 2024');
    expect(settled).toContain(last);
    expect(write(settled, [])).toBe(settled);
  });

  it('leaves a quarter without an incident of ours as it is', () => {
    fc.assert(
      fc.property(logs, incidents, (source, facts) => {
        const concerned = new Set(facts.map(({ on }) => Math.ceil(Number(on.slice(5, 7)) / 3)));
        const log = write(
          source,
          facts.map(({ issue, on }) => filed(issue, on)),
        );
        const others = (text: string) =>
          readLog(text, repositoryUrl)
            .quarters.filter(
              ({ quarter, generated }) =>
                generated === null && !concerned.has(quarter.number) && quarter.year === 2024,
            )
            .map(({ start, contentEnd }) => text.slice(start, contentEnd));
        for (const quarter of others(source)) expect(others(log)).toContain(quarter);
      }),
      { numRuns: scaled(300) },
    );
  });

  it('gives every Markdown parser the headings that stand there, and no other', () => {
    fc.assert(
      fc.property(logs, incidents, (source, facts) => {
        const headings = (text: string) =>
          parse(text).children.filter((node) => node.type === 'heading').length;
        const count = (text: string) => {
          const { quarters, entries } = readLog(text, repositoryUrl);
          return quarters.length + entries.length;
        };
        // Blank files get a head.
        if (source.trim() === '') return;
        const log = write(
          source,
          facts.map(({ issue, on }) => filed(issue, on)),
        );
        expect(headings(log) - headings(source)).toBe(count(log) - count(source));
      }),
      { numRuns: scaled(200) },
    );
  });
});
