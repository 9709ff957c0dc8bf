import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCsv } from '../../../src/report/csv.ts';
import type { LogData } from '../../../src/report/json.ts';

type IncidentData = LogData['incidents'][number];

const base: IncidentData = {
  issue: 12,
  url: 'https://github.com/octo/service/issues/12',
  title: 'Sign-ins fail',
  date: '2024-10-14',
  quarter: 'Q4 2024',
  state: 'resolved',
  severity: 'SEV2',
  services: ['sign-in', 'billing'],
  impactStarted: null,
  firstDetected: '2024-10-14T09:30:00.000Z',
  declared: null,
  repaired: '2024-10-15T10:29:00.000Z',
  resolved: '2024-10-15T10:40:00.000Z',
  timeToDetect: null,
  timeToRepair: 1499,
  timeToResolve: 1510,
  identified: 'An alert',
  impact: 'Nobody could sign in',
  context: '',
  resolution: '',
  ownFields: [],
  reviewActions: [],
};

function csv(incidents: readonly IncidentData[], openActions: LogData['openActions'] = []): string {
  return asCsv({ incidents: [...incidents], openActions });
}

/** Reads CSV by the grammar of RFC 4180 and nothing else, a character at a time. Throws on what the grammar does not have. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const line: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === '"') {
        for (at += 1; ; at += 1) {
          if (at >= text.length) throw new Error('A quote is not closed.');
          if (text[at] !== '"') value += text[at];
          else if (text[at + 1] === '"') {
            value += '"';
            at += 1;
          } else break;
        }
        at += 1;
      } else while (at < text.length && !',\r\n"'.includes(text.charAt(at))) value += text[at++];
      line.push(value);
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`No line end at ${at}.`);
    at += 2;
    lines.push(line);
  }
  return lines;
}

/** The rows by the names of their columns. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = [], ...lines] = readCsv(text);
  return lines.map((line) => {
    expect(line).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, index) => [name, line[index] ?? '']));
  });
}

describe('CSV', () => {
  it('has a row for each incident, and the keys of the JSON for columns', () => {
    expect(csv([base])).toBe(
      [
        'issue,url,title,date,quarter,state,severity,services,impactStarted,firstDetected,declared,repaired,resolved,timeToDetect,timeToRepair,timeToResolve,identified,impact,context,resolution,ownFields,openReviewActions\r\n',
        '12,https://github.com/octo/service/issues/12,Sign-ins fail,2024-10-14,Q4 2024,resolved,SEV2,sign-in; billing,,2024-10-14T09:30:00.000Z,,2024-10-15T10:29:00.000Z,2024-10-15T10:40:00.000Z,,1499,1510,An alert,Nobody could sign in,,,,0\r\n',
      ].join(''),
    );
    const others = Object.keys(base).filter((key) => key !== 'reviewActions');
    expect(readCsv(csv([]))).toEqual([[...others, 'openReviewActions']]);
  });

  it('lists own fields in a cell, and counts open review actions', () => {
    const ownFields = [
      { id: 'region', label: 'Region', answer: 'eu, us' },
      { id: null, label: 'Ticket', answer: '=1+1' },
    ];
    const open = (incident: number) => ({ text: 'Alert', issue: null, incident, owner: null, due: null });
    const [row] = rowsOf(csv([{ ...base, ownFields }], [open(12), open(12), open(13)]));
    expect(row).toMatchObject({ ownFields: 'Region: eu, us\nTicket: =1+1', openReviewActions: '2' });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|" /C calc"!A0'])(
    'a spreadsheet computes nothing of %j',
    (text) => {
      const [row] = rowsOf(csv([{ ...base, title: text, severity: text, services: [text], impact: text }]));
      expect(row).toMatchObject({
        title: `'${text}`,
        severity: `'${text}`,
        services: `'${text}`,
        impact: `'${text}`,
      });
    },
  );

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...blns),
    fc
      .array(fc.constantFrom('"', ',', '\r', '\n', '\r\n', '=', '@', "'", ';', ' ', 'a', '\u2028', '\uFEFF'))
      .map((parts) => parts.join('')),
  );

  it('lesson 90: whatever people wrote, a reader of RFC 4180 finds every text, and none that a spreadsheet computes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: text, impact: text, service: text }), { maxLength: 4 }),
        (texts) => {
          const incidents = texts.map(({ title, impact, service }) => ({
            ...base,
            title,
            impact,
            services: [service],
          }));
          const rows = rowsOf(csv(incidents));
          expect(rows).toHaveLength(texts.length);
          for (const [index, row] of rows.entries()) {
            const { title = '', impact = '', service = '' } = texts[index] ?? {};
            expect([title, `'${title}`]).toContain(row.title);
            expect([impact, `'${impact}`]).toContain(row.impact);
            expect([service, `'${service}`]).toContain(row.services);
            for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          }
        },
      ),
    );
  });
});
