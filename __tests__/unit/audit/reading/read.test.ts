import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIncidents } from '../../../../src/audit/reading/read.ts';
import { days, judged } from './judged.ts';

describe('what a reader counts as incidents', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'headings with days',
      '# Log\n\n## 2026-03-01: A\n\nx\n\n## March 8, 2026 — B\n',
      ['3 2026-03-01', '7 2026-03-08'],
    ],
    [
      'numbered headings with a Date line',
      '# Incidents\n\n## Incident 1 — A\n\n**Date**: 2026-03-01\n\n### Root cause\n\nx\n\n## Incident 2 — B\n\n**Date**: 2026-03-05\n\n### Root cause\n\nx\n',
      ['3 2026-03-01', '11 2026-03-05'],
    ],
    [
      'a heading inside an incident',
      '## 2026-03-01: A\n\n### Timeline\n\n#### 2026-03-02\n\n- 10:00 x\n',
      ['1 2026-03-01'],
    ],
    [
      'headings that are folded away',
      '# Log\n\n## March 2026\n\n### Wrong type\n\nMar 30, 16:03 to 16:59 UTC\n<details>\n\n### 2026-03-30 summary\n\n</details>\n',
      ['5 2026-03-30'],
    ],
    [
      'a report',
      '# Postmortem: mail\n\nDate: 2026-03-01\n\n## Impact\n\nx\n\n## Timeline\n\n### 2026-03-02 10:00\n\nx\n',
      ['1 2026-03-01'],
    ],
    ['front matter', '---\ntitle: Mail is down\ndate: 2026-03-01T10:00:00Z\n---\n\nx\n', ['1 2026-03-01']],
    [
      'front matter in TOML',
      '+++\ntitle = "Mail is down"\ndate = 2026-03-01T10:00:00Z\n+++\n\nx\n',
      ['1 2026-03-01'],
    ],
    [
      'rows of a table',
      '| Date | Severity | TTR |\n|---|---|---|\n| 2026-03-05 | P3 | 2h |\n| 2026-03-01 | P2 | 1h |\n',
      ['3 2026-03-05', '4 2026-03-01'],
    ],
    [
      'items with a day',
      '# Outages\n\n* 1st of March 2026 20:15-22:29 UTC: A\n* 2nd of April 2026 00:01-01:35 UTC: B\n',
      ['3 2026-03-01', '4 2026-04-02'],
    ],
    ['a template', '# Log\n\n## YYYY-MM-DD: Title\n\n## 2026-03-01: A\n', ['5 2026-03-01']],
    ['a heading in a fence', '# Log\n\n```\n## 2026-03-01: A\n```\n', []],
    ['a page of another kind', '# Tool\n\n## Resolution\n\nWe support 4k.\n\n## Changelog\n', []],
    ['prose', '# Notes\n\nOn 2026-03-01 we moved.\n', []],
    ['front matter that never ends', '---\ndate: 2026-03-01\n', []],
  ])('%s', (_, source, expected) => {
    expect(days(source)).toEqual(expected);
  });
});

it('reads a page of a status page', () => {
  const source =
    '---\ntitle: Down\ndate: 2026-03-01T10:00:00Z\nresolved: true\nresolvedWhen: 2026-03-01T12:40:00Z\nseverity: down\n---\n';
  const [incident] = readIncidents(source, 'UTC');
  expect(incident).toMatchObject({ line: 1, title: 'Down', severity: 'down', date: '2026-03-01' });
  expect(incident?.events.map(({ kind, instant }) => [kind, instant])).toEqual([
    ['started', Date.UTC(2026, 2, 1, 10)],
    ['resolved', Date.UTC(2026, 2, 1, 12, 40)],
  ]);
});

it('takes the zone of the log where a time has none', () => {
  const at = (source: string) => readIncidents(source, 'Europe/Berlin')[0]?.events[0]?.instant;
  expect(at('## 2026-03-01: A\n\n- Start: 10:00\n')).toBe(Date.UTC(2026, 2, 1, 9));
  expect(at('All times in UTC.\n\n## 2026-03-01: A\n\n- Start: 10:00\n')).toBe(Date.UTC(2026, 2, 1, 10));
  expect(at('## 2026-03-01: A\n\n- Start (UTC): 10:00\n')).toBe(Date.UTC(2026, 2, 1, 10));
});

it('counts elapsed time where the clock was put forward', () => {
  const source = '## 2026-03-29: A\n\n- Start: 00:30\n- End: 03:30\n- Duration: 180 minutes\n';
  expect(judged(source, 'Europe/London')).toEqual(['5 180 minutes wrong 120 certain']);
});

it('never throws, for every text', () => {
  const part = fc.constantFrom(
    '# ',
    '## ',
    '2026-03-01',
    '10:00',
    '\n',
    '\n\n',
    '- ',
    '|',
    '---',
    '**',
    'Start',
    ': ',
    'Duration',
    '2h',
    ' ',
    '`',
    '<details>',
    '<!--',
    '-->',
    'Mar 5',
    '0000-00-00',
    '2026-02-30',
    '\r',
    '\uFEFF',
    '9'.repeat(12),
    'hours',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const source = parts.join('');
      for (const { span, figures } of readIncidents(source, 'Europe/London')) {
        expect(source.slice(span.start, span.end)).toBe(span.text);
        for (const { span: at } of figures) expect(source.slice(at.start, at.end)).toBe(at.text);
      }
    }),
  );
});
