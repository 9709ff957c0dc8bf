import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/incident/clock.ts';
import type { Incident } from '../../../src/incident/incident.ts';
import { changesBetween } from '../../../src/log/diff.ts';
import { readActions } from '../../../src/log/entry-actions.ts';
import { isGeneratedEntry } from '../../../src/log/read/model.ts';
import { asFormerEntry, readLog, statedFigures } from '../../../src/log/read/read.ts';
import { writeLog } from '../../../src/log/write-log.ts';
import { scaled } from '../../thorough.ts';
import { parse } from './containment/containment.ts';
import { generatedEntries, incident, logInput, logText, repositoryUrl, time, timezone } from './incidents.ts';

const golden = readFileSync(new URL('four-incidents.txt', import.meta.url), 'utf8');
/** The same log as versions wrote it that put blank lines between the items of an entry. */
const wide = readFileSync(new URL('four-incidents-wide.txt', import.meta.url), 'utf8');

/** The incidents of the log that this one is modelled on. */
const four: readonly Incident[] = [
  incident(9, '2023-11-17 09:21', {
    title: 'Sentry Session Replay Quota Breach',
    impactStarted: time('2023-11-16 17:17'),
    declared: time('2023-11-17 10:38'),
    repaired: time('2023-11-17 15:45'),
    resolved: time('2024-04-11 11:06'),
    impact: 'Three projects could record no replay.',
  }),
  incident(12, '2024-10-14 10:30', {
    title: 'Onboarding Mechanism Release Failure (AP GitHub Organisation)',
    repaired: time('2024-10-15 11:29 (fix forward)'),
    resolved: time('2024-10-15 11:40'),
    identified: 'People were asked to sign in again when they used `git` and the command line.',
    impact: 'Two groups were hit:\n\n- everybody who pushed over SSH\n- everybody who saw the banner',
    context:
      '2024-10-14 10:30 Planning of the release began.\r\n\r\n2024-10-14 14:00 Single sign-on went live.',
    resolution: 'The release was repaired in place.',
    listedFields: [{ id: null, label: 'Customer | region', answer: 'All' }],
    reviewActions: [
      {
        text: 'Write a runbook for such a release',
        state: 'TODO',
        issue: 13,
        owner: 'ada',
        due: '2024-11-01',
      },
      { text: 'Announce changes a day ahead', state: 'DONE', issue: 'o/handbook#4', owner: null, due: null },
    ],
  }),
  incident(11, '2023-12-08 14:12', {
    title: 'obr.uk email migration - Email failure due to cached MTA-STS policy',
    repaired: time('2023-12-12 15:18'),
    resolved: time('2023-12-12 15:18'),
    impact: 'Mail did not arrive.',
    reviewActions: [
      { text: 'Mend the decommissioning page', state: 'DONE', issue: null, owner: null, due: null },
      { text: 'Rethink how the policy is deployed', state: null, issue: null, owner: null, due: null },
    ],
  }),
  incident(10, '2023-12-15 15:34', {
    title: 'Sentry Session Replay Quota Exhausted',
    repaired: time('2023-12-15 16:16'),
    resolved: time('2024-04-11 11:06'),
    impact: 'No project could record a replay until the next month.',
    reviewRemark: 'N/A, a larger quota is on its way.',
  }),
];

describe('writeLog', () => {
  it('writes the log of four incidents', () => {
    expect(logText(logInput(four))).toBe(golden);
  });

  it('shows key events, figures, Identified and Impact alone while an incident goes on', () => {
    const facts = { identified: 'By a user.', context: 'c', resolution: 'r', reviewRemark: 'w' };
    const listedFields = [{ id: null, label: 'Customer', answer: 'All' }];
    const ongoing = incident(12, '2024-10-14 10:30', { ...facts, listedFields, state: 'ongoing' });
    expect(logText(logInput([ongoing])).split('\n\n### ')[1]).toBe(`Incident on 2024-10-14 - Something broke

- **Incident issue**: [#12](https://github.com/o/r/issues/12)
- **Key events**
  - First detected: 2024-10-14 10:30
- **Time to repair**: ongoing
- **Time to resolve**: ongoing
- **Identified**: By a user.
- **Impact**: Much.
`);
  });

  it('lists the three key events as the form does, and in the order of time once there are others', () => {
    const facts = { repaired: time('2024-10-14 12:00'), resolved: time('2024-10-14 11:00') };
    const names = (more: Partial<Incident>) =>
      readLog(
        logText(logInput([incident(12, '2024-10-14 10:30', { ...facts, ...more })])),
        repositoryUrl,
      ).entries[0]?.events.map(({ name }) => name);
    expect(names({})).toEqual(['First detected', 'Repaired', 'Resolved']);
    expect(names({ declared: time('2024-10-14 10:30') })).toEqual([
      'First detected',
      'Declared',
      'Resolved',
      'Repaired',
    ]);
    expect(names({ impactStarted: time('2024-10-14 10:40') })).toEqual([
      'First detected',
      'Impact started',
      'Resolved',
      'Repaired',
    ]);
  });

  it('keeps a list in Context, and any other answer, as it is', () => {
    const log = (context: string) => logText(logInput([incident(12, '2024-10-14 10:30', { context })]));
    expect(log('- 10:30 a\n- 10:40 b')).toContain('\n- **Context**:\n  - 10:30 a\n  - 10:40 b\n');
    expect(log('- 10:30 a\n\n- 10:40 b')).toContain('\n- **Context**:\n\n  - 10:30 a\n\n  - 10:40 b\n');
    expect(log('3. a\n4. b')).toContain('\n- **Context**:\n\n  3. a\n  4. b\n');
    expect(log('- 2. a')).toContain('\n- **Context**:\n\n  - 2. a\n');
    expect(log('2024-10-14 10:30 a\nand b')).toContain('\n- **Context**: 2024-10-14 10:30 a\n  and b\n');
    expect(log('2024-10-14 10:30 a\n2024-10-14 10:20 <b>')).toContain(
      '\n- **Context**:\n  - 2024-10-14 10:30 a\n  - 2024-10-14 10:20 &lt;b>\n',
    );
  });

  it('lesson 17: places the quarters and the incidents newest first, the last one too, and two at one time by number', () => {
    const incidents = [
      incident(3, '2024-10-14 10:30'),
      incident(20, '2024-10-14 10:30'),
      incident(4, '2023-10-14 10:30'),
      incident(100, '2024-02-01 00:00'),
    ];
    const { entries, quarters } = readLog(logText(logInput(incidents)), repositoryUrl);
    expect(entries.map(({ issue }) => issue)).toEqual([20, 3, 100, 4]);
    expect(quarters.map(({ quarter: { year, number } }) => `${number}/${year}`)).toEqual([
      '4/2024',
      '3/2024',
      '2/2024',
      '1/2024',
      '4/2023',
    ]);
  });

  it('lesson 21: does not depend on the order of the input, and writes the same bytes into its own output', () => {
    const shuffled = fc.shuffledSubarray([...four], { minLength: 4 });
    fc.assert(
      fc.property(shuffled, fc.constantFrom('zero', 'none', 'omit'), (incidents, emptyQuarters) => {
        const log = logText(logInput(incidents, { emptyQuarters }));
        expect(log).toBe(logText(logInput(four, { emptyQuarters })));
        expect(logText(logInput(four, { emptyQuarters, existing: log }))).toBe(log);
      }),
      { numRuns: scaled(30) },
    );
  });

  it('lesson 21: writes the same bytes into its own output, whatever people have typed', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '#', '-', '`', '>', '[', '\uD800', '\r', '\t', '|'),
    });
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (title, impact, resolution, hasFrontMatter) => {
        const existing = hasFrontMatter ? '---\ntitle: x\n---\n\n# Ours\n' : null;
        const incidents = [incident(12, '2024-10-14 10:30', { title, impact, resolution })];
        const log = logText(logInput(incidents, { existing }));
        expect(log.isWellFormed()).toBe(true);
        expect(logText(logInput(incidents, { existing: log }))).toBe(log);
      }),
      { numRuns: scaled(300) },
    );
  });

  it('ends in one line end, without incidents too', () => {
    expect(logText(logInput([]))).toMatch(/^# Incident Log\n\n[\s\S]*-->\n$/);
    expect(logText(logInput(four))).toMatch(/[^\n]\n$/);
  });

  it('begins a new log with title and intro as they are set', () => {
    const log = logText(logInput([], { title: 'Our <log>', intro: 'By *us*.\r\n\r\nFor you.\n\n' }));
    expect(log.split('\n\n<!--')[0]).toBe('# Our &lt;log>\n\nBy *us*.\n\nFor you.');
  });

  it('writes a notice that MDX can read', () => {
    expect(logText(logInput([], { path: 'log.mdx' }))).toMatch(/\n\n\{\/\* An entry .* \*\/\}\n$/);
  });
});

describe('what writeLog returns', () => {
  const log = readLog(golden, repositoryUrl);

  it('is read from the text', () => {
    expect(writeLog(logInput(four))).toEqual(log);
  });

  it('is a log that was read before where the text is the same', () => {
    expect(writeLog({ ...logInput(four), existing: log })).toBe(log);
    expect(writeLog({ ...logInput(four), readLogs: [readLog('# Ours\n', repositoryUrl), log] })).toBe(log);
  });
});

describe('writeLog with an existing file', () => {
  const quarters = golden.slice(golden.indexOf('## Q4 2024'));
  const write = (existing: string) => logText(logInput(four, { existing }));

  it.each([
    ['front matter', '---\ntitle: Log\n---\n\n# Ours\n\nOur words.\n\n'],
    ['no blank line before the quarter', '# Ours\n'],
    ['a byte order mark', '\uFEFF# Ours\n\n'],
    ['a list, code and comments', '* a\n\n\n```\n## Q4 2021\n```\n\n<!-- b -->\n\n* * *\n\n'],
    ['a quarter and nothing else', ''],
  ])('lesson 19: keeps the bytes before the first quarter: %s', (_, own) => {
    const old =
      '## Q1 2020 (January to March)\n\n- **Incidents**: 0\n- **Mean Time to Repair**: 0h 0m\n- **Mean Time to Resolve**: 0h 0m\n';
    expect(write(own + old)).toBe(own + quarters);
  });

  it('lesson 1: keeps CRLF, and writes its own part with it', () => {
    const own = '# Ours\r\n\r\nOur words.\r\n\r\n';
    const log = write(own);
    expect(log).toBe(own + quarters.replaceAll('\n', '\r\n'));
    expect(write(log.replace('24h 59m', '0h 1m'))).toBe(log);
    expect(write(log)).toBe(log);
  });

  it.each([
    ['# Ours', '\n\n'],
    ['# Ours\n', '\n'],
    ['# Ours\n\n', ''],
    ['# Ours\n \n', ''],
    ['# Ours\r\n', '\r\n'],
  ])('puts the quarters behind a file without any: %j', (own, between) => {
    const lineEnd = own.includes('\r') ? '\r\n' : '\n';
    const log = write(own);
    expect(log).toBe(own + between + quarters.replaceAll('\n', lineEnd));
    expect(write(log)).toBe(log);
  });

  it.each([[''], [' \n\n'], ['\uFEFF']])('takes a blank file for a new one: %j', (existing) => {
    expect(write(existing)).toBe(golden);
  });

  it('leaves the file alone when there is nothing to list', () => {
    expect(logText(logInput([], { existing: '# Ours' }))).toBe('# Ours');
    expect(logText(logInput([], { existing: `# Ours\n\n${quarters}` }))).toBe('# Ours\n');
  });
});

describe('a log whose entries an older version set wide', () => {
  const described = (text: string) => {
    const log = readLog(text, repositoryUrl);
    return log.entries.filter(isGeneratedEntry).map((entry) => ({
      issue: entry.issue,
      title: entry.title,
      events: entry.events.map(({ kind, value }) => `${kind} ${value.text}`),
      figures: statedFigures(entry),
      notes: entry.notes,
      actions: readActions(entry, log, repositoryUrl),
    }));
  };

  it('is read as generated, with all that it says, and set tight in one run', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const [older, now] = [wide, golden].map((text) => text.replaceAll('\n', lineEnd));
      expect(described(older ?? '')).toEqual(described(now ?? ''));
      expect(described(older ?? '')).toHaveLength(4);
      expect(logText(logInput(four, { existing: older ?? '' }))).toBe(now);
    }
  });

  it('says what it said: its changes are none', () => {
    expect(
      changesBetween(readLog(wide, repositoryUrl), readLog(golden, repositoryUrl), repositoryUrl),
    ).toEqual({ entries: [], actions: [], quarters: [] });
  });

  it('keeps a note that somebody has put between the items', () => {
    const note = 'Ask Ann about this.';
    const noted = wide.replace('- **Time to repair**: 24h', `${note}\n\n$&`);
    const now = logText(logInput(four, { existing: noted }));
    const behind = golden.indexOf('\n\n## Q3 2024');
    expect(now).toBe(`${golden.slice(0, behind)}\n\n${note}${golden.slice(behind)}`);
    expect(logText(logInput(four, { existing: now }))).toBe(now);
  });

  it('keeps an entry as it is whose issue can no longer be read', () => {
    const log = readLog(wide, repositoryUrl);
    const kept = log.entries
      .filter(isGeneratedEntry)
      .flatMap((entry) => asFormerEntry(entry, log, timezone) ?? []);
    expect(logText(logInput([], { existing: wide, formerEntries: kept }))).toBe(wide);
  });

  it('lets hand-written entries be: the wide form is theirs as well', () => {
    const byHand = wide.replace(/- \*\*Incident issue\*\*: .*\n\n/g, '');
    expect(logText(logInput([], { existing: byHand }))).toBe(byHand);
  });
});

describe('an entry that is kept', () => {
  const [, entry] = generatedEntries(golden);
  const kept = entry ? asFormerEntry(entry, readLog(golden, repositoryUrl), timezone) : null;

  it('has its time, and the figures that it states', () => {
    expect(kept).toMatchObject({
      issue: 10,
      firstDetected: time('2023-12-15 15:34').instant,
      figures: { timeToRepair: 42, timeToResolve: 2826 * 60 + 32 },
    });
  });

  it('stands in the log as it stood, and counts', () => {
    const others = four.filter(({ issue }) => issue !== 10);
    expect(logText(logInput(others, { formerEntries: kept ? [kept] : [] }))).toBe(golden);
    const crlf = golden.replaceAll('\n', '\r\n');
    expect(logText(logInput(others, { existing: crlf, formerEntries: kept ? [kept] : [] }))).toBe(crlf);
  });

  it.each([
    ['Repaired: 2023-12-15 16:16', 'Repaired: 16.16', { timeToRepair: 42 }],
    ['Repaired: 2023-12-15 16:16', 'Repaired: 2999-01-01 00:00', { timeToRepair: 42 }],
    ['repair**: 0h 42m', 'repair**: not recorded', { timeToRepair: null, timeToResolve: 2826 * 60 + 32 }],
    ['resolve**: 2826h 32m', 'resolve**: ongoing', { timeToRepair: 42, timeToResolve: null }],
    ['resolve**: 2826h 32m', 'resolve**: two days', { timeToResolve: null }],
  ])('counts with what it states and with nothing else: %j as %j', (before, after, figures) => {
    expect(keptOf(golden.split(before).join(after))?.figures).toMatchObject(figures);
  });

  it.each([
    ['First detected: 2023-12-15 15:34', 'First detected: some day', timezone],
    ['  - First detected: 2023-12-15 15:34\n', '', timezone],
    // The clock of this zone skips that hour of this day.
    ['2023-12-15', '2024-03-31', timezone],
    ['First detected: 2023-12-15 15:34', 'First detected: 2023-12-15 01:30', 'Pacific/Auckland'],
  ])('has its day, whatever has become of its time: %j as %j in %s', (before, after, zone) => {
    const log = golden.split(before).join(after).replace('2024-03-31 15:34', '2024-03-31 01:30');
    const { firstDetected } = keptOf(log, zone) ?? { firstDetected: 0 };
    expect(log).toContain(
      `### Incident on ${formatDate(firstDetected, zone)} - Sentry Session Replay Quota Exhausted`,
    );
  });

  it('is none without a day', () => {
    const log = golden
      .replace('First detected: 2023-12-15 15:34', 'First detected: some day')
      .replace('Incident on 2023-12-15', 'Incident on some day');
    expect(keptOf(log)).toBeNull();
  });

  function keptOf(log: string, zone = timezone) {
    const found = generatedEntries(log).find(({ issue }) => issue === 10);
    if (found === undefined) throw new Error('The log has no entry of #10.');
    return asFormerEntry(found, readLog(log, repositoryUrl), zone);
  }
});

it('the golden log is one title, its quarters, its entries and their lists', () => {
  const types = parse(golden).children.map((node) => node.type + ('depth' in node ? node.depth : ''));
  expect(types.filter((type) => type.startsWith('heading')).sort()).toEqual([
    'heading1',
    ...Array<string>(5).fill('heading2'),
    ...Array<string>(4).fill('heading3'),
  ]);
  expect(types.filter((type) => type === 'list')).toHaveLength(9);
});
