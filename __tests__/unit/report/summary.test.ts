import type { Link, Nodes, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { auditLog } from '../../../src/audit/audit.ts';
import type { Incident, ReviewAction } from '../../../src/incident/incident.ts';
import { changesBetween } from '../../../src/log/diff.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { PULL_REQUEST_MARKER } from '../../../src/markers/fixed.ts';
import { pullRequestBody } from '../../../src/pull-request/body.ts';
import { stepSummary } from '../../../src/report/summary.ts';
import type { OpenAction } from '../../../src/review-actions/open.ts';
import { parse } from '../log/containment/containment.ts';
import { incident, logInput, logText, repositoryUrl, time } from '../log/incidents.ts';

const zeroWidthSpace = '\u200B';

type Listed = readonly [text: string, state: ReviewAction['state'], issue?: number | string];

function logOf(actions: readonly Listed[], more: Partial<Incident> = {}): string {
  const reviewActions = actions.map(([text, state, issue = null]) => ({
    text,
    state,
    issue,
    owner: null,
    due: null,
  }));
  return logText(logInput([incident(12, '2024-10-14 10:30', { reviewActions, ...more })]));
}

function common(before: string | null, text: string) {
  const log = readLog(text, repositoryUrl);
  const former = before === null ? null : readLog(before, repositoryUrl);
  return {
    logChanges: changesBetween(former, log, repositoryUrl),
    built: {
      log,
      incidents: [],
      formerEntries: [],
      handWritten: [],
      findings: [],
      problems: [],
      summary: { periods: [], severities: [], services: [], openActions: [] },
    },
    repositoryUrl,
    removals: new Map(),
  };
}

const bodyOf = (before: string | null, after: string) => pullRequestBody(common(before, after));

const summaryOf = (
  before: string | null,
  after: string,
  more: Partial<Parameters<typeof stepSummary>[0]> = {},
) =>
  stepSummary({ ...common(before, after), headline: 'Done.', openActions: [], done: [], notes: [], ...more });

const open: OpenAction = {
  reference: 34,
  url: `${repositoryUrl}/issues/34`,
  title: 'Write the runbook',
  incident: 12,
  owners: [],
  due: null,
  ageDays: 41,
  isOverdue: false,
};

const openSummary = (...actions: readonly OpenAction[]) => {
  const log = logOf([]);
  return summaryOf(log, log, { openActions: actions });
};

/** The rows of the table under a heading, as Markdown; none where there is no such heading. */
function rowsUnder(heading: string, report: string): string[] {
  const [, part = ''] = report.split(`${heading}\n\n`);
  return (part.split('\n\n')[0] ?? '').split('\n').slice(2);
}

const headings = (report: string) => report.split('\n').filter((line) => line.startsWith('#'));

const hostileTexts = [
  '@team and @everyone',
  'a | b | c',
  'a\n\n| x |\n|---|\n| y |',
  'two\nlines\r\n# and a heading',
  '<!-- never closed',
  '<script>alert(1)</script><details>',
  '`` ` ``` open',
  'Fixes #12, GH-12 and o/r#12',
  'see https://github.com/o/r/issues/12 and 0123456789abcdef0123456789abcdef01234567',
  '](javascript:x) ![x](https://a/b.png) [y](https://c)',
  '\\',
  '&lt;b&gt; &#64;team',
  'a\u202E\u0000b',
  '*'.repeat(500),
  'word '.repeat(14_000),
  '🎉'.repeat(35_000),
];

/** Fails when a report has more than tables of those columns, and links to our own places, to show for somebody's text. */
function expectHarmless(report: string): void {
  const tree = parse(report);
  const own = new Set(headings(report));
  visit(tree, (node: Nodes) => {
    expect(['code', 'image', 'imageReference', 'definition', 'break']).not.toContain(node.type);
    if (node.type === 'html') expect(['<br>', PULL_REQUEST_MARKER]).toContain(node.value);
    if (node.type === 'link')
      expect((node as Link).url).toMatch(/^https:\/\/github\.com\/o\/[rs]\/issues\/\d+$/);
    if (node.type === 'text') {
      expect(node.value).not.toMatch(/@[\w-]|\bGH-\d|:\/\/|[0-9a-f]{7,}/);
      expect(node.value.replace(/^(?:o\/s)?#\d+$/, '')).not.toMatch(/#\d/);
    }
  });
  expect(tree.children.filter(({ type }) => type === 'heading').length).toBe(own.size);
  for (const { children } of tablesIn(tree)) {
    for (const row of children) expect(row.children.length).toBe(children[0]?.children.length);
  }
}

function tablesIn(tree: Root): Table[] {
  return tree.children.filter((node) => node.type === 'table');
}

describe('the review actions that changed', () => {
  const before: readonly Listed[] = [
    ['Done since', 'TODO', 34],
    ['Not *typed* yet', null],
    ['In another place', 'TODO', 'o/s#4'],
    ['Reopened', "WON'T DO", 36],
    ['One too many', 'TODO', 38],
    ['Without its issue', 'TODO', 39],
    ['No longer there', 'TODO', 40],
    ['As it was', 'DONE', 41],
    ['Words alone', 'TODO'],
  ];
  const after: readonly Listed[] = [
    ['Done since', 'DONE', 34],
    ['Not *typed* yet', 'TODO', 35],
    ['In another place', null, 'O/s#4'],
    ['Reopened', 'TODO', 36],
    ['One too many', 'TODO', 37],
    ['Without its issue', 'TODO'],
    ['As it was', 'DONE', 41],
    ['Words alone', 'DONE'],
    ['New', 'TODO', 42],
    ['New, and without a state', null],
    ['#43', 'TODO', 43],
    ['<br>', null, 44],
    ['![](https://a/b.png)', 'DONE'],
  ];
  const issue = (number: number) => `[#${number}](https://github.com/o/r/issues/${number})`;
  const rows = [
    `| ${issue(34)} Done since | ${issue(12)} | TODO → DONE |`,
    `| ${issue(35)} Not typed yet | ${issue(12)} | no state → TODO, has an issue now |`,
    `| [O/s#4](https://github.com/O/s/issues/4) In another place | ${issue(12)} | TODO → no state |`,
    `| ${issue(36)} Reopened | ${issue(12)} | WON'T DO → TODO |`,
    `| ${issue(37)} One too many | ${issue(12)} | instead of ${issue(38)} |`,
    `| ${issue(39)} Without its issue | ${issue(12)} | no longer refers to ${issue(39)} |`,
    `| Words alone | ${issue(12)} | TODO → DONE |`,
    `| ${issue(42)} New | ${issue(12)} | added, TODO |`,
    `| New, and without a state | ${issue(12)} | added |`,
    `| ${issue(43)} | ${issue(12)} | added, TODO |`,
    `| ${issue(44)} | ${issue(12)} | added |`,
    `| (without words) | ${issue(12)} | added, DONE |`,
    `| ${issue(40)} No longer there | ${issue(12)} | removed from the list |`,
  ];

  it('stand in pull request and summary, behind the incidents', () => {
    const body = bodyOf(logOf(before), logOf(after));
    expect(rowsUnder('## Review actions', body)).toEqual(rows);
    expect(headings(body)).toEqual(['## Incidents', '## Review actions']);
    const summary = summaryOf(logOf(before), logOf(after));
    expect(rowsUnder('## Review actions', summary)).toEqual(rows);
    expect(headings(summary)).toEqual(['## Incidents', '## Review actions']);
  });

  it('lesson 58: what leaves the log comes first', () => {
    const listed = (numbers: readonly number[], more: Partial<Incident> = {}) =>
      logText(logInput(numbers.map((number) => incident(number, `2024-10-${number} 10:30`, more))));
    const body = bodyOf(listed([12, 13, 14]), listed([11, 14], { title: 'Other' }));
    expect(
      rowsUnder('## Incidents', body).map((row) => row.replace(/.*\[(#\d+)\].*?\| (\w+).*/, '$1 $2')),
    ).toEqual(['#13 removed', '#12 removed', '#14 changed', '#11 added']);
  });

  it('have no section where there are none', () => {
    expect(headings(bodyOf(logOf([['a', 'TODO']]), logOf([['a', 'TODO']], { title: 'Other' })))).toEqual([
      '## Incidents',
    ]);
  });

  it.each(hostileTexts)('lesson 31: notify, link and break nothing by their words: %#', (text) => {
    const log = logOf([
      [text, 'TODO', 34],
      [text, null, 'o/s#4'],
      [text, null],
    ]);
    expectHarmless(bodyOf(null, log));
    expectHarmless(summaryOf(null, log));
    const table = tablesIn(parse(bodyOf(null, log)))[1];
    expect(table?.children.slice(1).map(({ children }) => textOf(children[2]))).toEqual([
      'added, TODO',
      'added',
      'added',
    ]);
    for (const row of table?.children ?? []) expect([...textOf(row.children[0])].length).toBeLessThan(120);
  });

  it('show somebody’s words as they read, apart from what notifies', () => {
    const [row] = rowsUnder(
      '## Review actions',
      bodyOf(null, logOf([['Ask @team about `a|b` | #12', 'TODO']])),
    );
    expect(row).toBe(
      `| Ask @${zeroWidthSpace}team about a\\|b \\| #${zeroWidthSpace}12 | ${issue(12)} | added, TODO |`,
    );
  });

  it('lesson 22: are cut at a row where they are too many', () => {
    const many = Array.from({ length: 900 }, (_, index): Listed => ['word '.repeat(20), 'TODO', 100 + index]);
    const body = bodyOf(null, logOf(many));
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(60_000);
    const rows = rowsUnder('## Review actions', body);
    expect(rows.at(-1)).toMatch(/ \| added, TODO \|$/);
    expect(body).toContain(`\n\n… and ${900 - rows.length} more, left out`);
  });
});

describe('what a run changes', () => {
  const listed = (now: number, ...incidents: readonly Incident[]) => logText(logInput(incidents, { now }));
  const [spring, summer] = [Date.UTC(2024, 3, 2), Date.UTC(2024, 6, 2)];
  const action = { text: 'Write it down', state: 'TODO', issue: 34, owner: null, due: null } as const;
  const first = incident(11, '2024-02-01 10:30');
  const second = incident(12, '2024-03-01 10:30', {
    repaired: time('2024-03-01 12:00'),
    figures: { timeToRepair: 90, timeToResolve: null },
    reviewActions: [action],
  });

  it('comes first: incidents, then review actions, then the figures that moved, old → new', () => {
    const [before, after] = [listed(spring, first), listed(spring, first, second)];
    const sections = ['## Incidents', '## Review actions', '## Figures'];
    const body = bodyOf(before, after);
    expect(headings(body)).toEqual(sections);
    expect(body).toMatch(/^## Incidents\n/);
    const summary = summaryOf(before, after, { openActions: [open], done: ['Committed.'] });
    expect(headings(summary)).toEqual([...sections, '## Open review actions', '## Steps']);
    for (const report of [body, summary]) {
      expect(report).toContain('| Quarter | Incidents | Mean Time to Repair | Mean Time to Resolve |');
      expect(rowsUnder('## Figures', report)).toEqual([
        '| Q1 2024 | 1 → 2 | not recorded → 1h 30m (from 1 of 2 incidents) | not recorded |',
      ]);
    }
  });

  it('says how incidents went on', () => {
    const changed = (more: Partial<Incident>) =>
      rowsUnder(
        '## Incidents',
        bodyOf(
          listed(spring, incident(12, '2024-03-01 10:30', { state: 'ongoing' })),
          listed(spring, { ...second, ...more }),
        ),
      );
    expect(changed({ state: 'repaired' })[0]).toContain(' | repaired | ');
    expect(changed({ state: 'resolved' })[0]).toContain(' | resolved | ');
  });

  it('lesson 86: leaves out quarters that did not change, and those without incidents', () => {
    const [before, after] = [listed(spring, first), listed(summer, first)];
    expect(after).toContain('## Q2 2024');
    for (const report of [bodyOf(before, after), summaryOf(before, after)]) {
      expect(report).not.toMatch(/Q\d 2024|\d+h \d+m/);
    }
    expect(bodyOf(before, after)).toMatch(/^Incidents, review actions and figures are unchanged\.\n/);
    const emptied = bodyOf(listed(spring, first), listed(spring));
    expect(rowsUnder('## Figures', emptied)[0]).toContain('| Q1 2024 | 1 → ');
  });

  it('lesson 89: gives no age in what is proposed, and the same text at every time', () => {
    const [before, after] = [listed(spring, first), listed(spring, first, second)];
    expect(bodyOf(before, after)).not.toMatch(/\bdays?\b|overdue/);
    expect(after).not.toMatch(/\bdays?\b|overdue/);
    expect(listed(Date.UTC(2024, 5, 30), first, second)).toBe(after);
  });

  it('says at the end of the pull request where entries are edited', () => {
    const body = bodyOf(listed(spring), listed(spring, first));
    expect(body.split('\n\n').slice(-3)).toEqual([
      '---',
      expect.stringMatching(/Edit the issue, not the entry/),
      PULL_REQUEST_MARKER,
    ]);
  });
});

describe('the open review actions', () => {
  it('stand in the summary in the order given, with incident, owner, due and age', () => {
    const report = openSummary(
      { ...open, owners: ['mona', 'hubot[bot]'], due: '2026-11-01', isOverdue: true },
      { ...open, reference: 'o/s#4', url: 'https://github.com/o/s/issues/4', due: '2026-12-01', ageDays: 1 },
      { ...open, isOverdue: true, ageDays: 0 },
    );
    expect(headings(report)).toEqual(['## Open review actions']);
    expect(report).toContain('\n| Action | Incident | Owner | Due | Age |\n');
    const incidentLink = '[#12](https://github.com/o/r/issues/12)';
    expect(rowsUnder('## Open review actions', report)).toEqual([
      `| [#34](https://github.com/o/r/issues/34) Write the runbook | ${incidentLink} | mona, hubot\\[bot\\] | 2026-11-01, overdue | 41 days |`,
      `| [o/s#4](https://github.com/o/s/issues/4) Write the runbook | ${incidentLink} |  | 2026-12-01 | 1 day |`,
      `| [#34](https://github.com/o/r/issues/34) Write the runbook | ${incidentLink} |  | overdue | 0 days |`,
    ]);
  });

  it.each(hostileTexts)('notify, link and break nothing by their titles: %#', (title) => {
    const report = openSummary({ ...open, title }, { ...open, title, owners: ['@deadbeef01'] });
    expectHarmless(report);
    expect(tablesIn(parse(report))[0]?.children.map(({ children }) => textOf(children[4]))).toEqual([
      'Age',
      '41 days',
      '41 days',
    ]);
  });

  it('lesson 22: are cut at a row where they are too many', () => {
    const title = '🎉'.repeat(80);
    const report = openSummary(...Array.from({ length: 5000 }, () => ({ ...open, title })));
    expect(Buffer.byteLength(report)).toBeLessThanOrEqual(1024 * 1024);
    const rows = rowsUnder('## Open review actions', report);
    expect(rows.length).toBeGreaterThan(2000);
    expect(report).toContain(`\n\n… and ${5000 - rows.length} more, left out`);
  });
});

describe('notes on review actions', () => {
  it('are a list of their own, as text', () => {
    const log = logOf([]);
    const report = summaryOf(log, log, { notes: ['5 are left.', ...hostileTexts] });
    expect(report).toContain('\n\n## Notes on review actions\n\n- 5 are left.\n- @');
    expectHarmless(report);
    const items = parse(report).children.find(({ type }) => type === 'list');
    expect(items).toMatchObject({ children: { length: hostileTexts.length + 1 } });
  });

  it('have no section where there are none', () => {
    const log = logOf([]);
    expect(headings(summaryOf(log, log))).toEqual([]);
  });
});

describe('what an audit finds in what people keep', () => {
  /** A log with an action that an audit quotes, and as many findings as there are actions. */
  const found = (actions: readonly string[]) => {
    const list = actions.map((action) => `  - ${action.replace(/\s+/g, ' ')}`).join('\n');
    const text = `## Q4 2024\n\n### 2024-10-14 - By hand\n\n- First detected: 2024-10-14 10:00\n- Repaired: 10.30\n\n- **Review actions**:\n${list}\n`;
    const shared = common(null, text);
    const settings = { timezone: 'UTC', now: Date.UTC(2025, 0), repositoryUrl };
    const { findings } = auditLog(shared.built.log, settings);
    return { ...shared, built: { ...shared.built, findings } };
  };

  it('is listed with its line, errors first', () => {
    const rows = rowsUnder('## Found in what is kept by hand', pullRequestBody(found(['Write it down'])));
    expect(rows.map((row) => row.split(' | ').slice(0, 3).join(' '))).toEqual([
      '| 6 error timestamp-form',
      '| 3 warning event-missing',
      '| 9 notice action-state',
    ]);
  });

  it.each(hostileTexts)('lesson 20: shows words of the file, and obeys none of them: %#', (text) => {
    expectHarmless(pullRequestBody(found([text])));
  });

  it('lesson 22: is cut at a row where it is too much', () => {
    const body = pullRequestBody(
      found(Array.from({ length: 480 }, (_, index) => `Write down number ${index}`)),
    );
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/… and \d+ more, left out because GitHub takes no longer text\./);
  });
});
