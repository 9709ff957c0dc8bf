import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { withoutInvisible } from '../../../src/incident/invisible.ts';
import { cleanLine } from '../../../src/markdown/escape.ts';
import { plainText } from '../../../src/markdown/parse.ts';
import { clipped } from '../../../src/markdown/sections.ts';
import { type OverviewSettings, writeOverview } from '../../../src/model/overview.ts';
import type { Summary } from '../../../src/model/summary.ts';
import { sampleOf, scaled } from '../../thorough.ts';
import { collected, hostileMarkdown } from '../markdown/hostile-markdown.ts';
import { elementsOf, harmIn, outline, readPage, renderers, textOf } from '../markdown/renderers.ts';
import { figures, nothing } from './summaries.ts';

const settings: OverviewSettings = {
  repositoryUrl: 'https://github.com/o/r',
  path: 'docs/INCIDENTS.md',
  timezone: 'Europe/London',
  now: Date.UTC(2024, 11, 24),
  engine: 'none',
  chart: null,
};
const write = (summary: Partial<Summary>, more: Partial<OverviewSettings> = {}) =>
  writeOverview({ ...nothing, ...summary }, { ...settings, ...more });

describe('writeOverview', () => {
  it('writes chart, periods, severities and open actions', () => {
    const overview = write(
      {
        periods: [
          { period: 'rolling-year', ...figures(7, [42, 60, 90, 120, 384, 5826], [60, 5826]) },
          { period: '2024', ...figures(2, [1499], []) },
          { period: 'Q4 2024', ...figures(2, [1499], []) },
          { period: '2023', ...figures(3, [42, 384, 5826]) },
          { period: 'Q4 2023', ...figures(3, [42, 384, 5826]) },
        ],
        severities: [
          { severity: 'SEV1', ...figures(1, [5826]) },
          { severity: null, ...figures(4, [42, 384, 1499]) },
        ],
        openActions: [
          { text: 'Write the *runbook*', issue: 13, incident: 12, owner: 'ada', due: '2024-11-01' },
          { text: '', issue: 'o/handbook#4', incident: 12, owner: null, due: null },
          { text: '#14', issue: 14, incident: 11, owner: null, due: null },
          { text: '<!-- x -->', issue: null, incident: 11, owner: null, due: null },
        ],
      },
      { chart: { path: 'docs/img/incidents (all).svg', alt: 'Durations [in hours]' } },
    );
    const names =
      'Incidents | Ongoing | Median time to repair | Mean time to repair | Longest time to repair | Median time to resolve | Mean time to resolve | Longest time to resolve |';
    const rule = '--- | --: | --: | --: | --: | --: | --: | --: | --: |';
    expect(overview).toBe(
      [
        '![Durations \\[in hours\\]](img/incidents%20%28all%29.svg)',
        '',
        `| Period | ${names}`,
        `| ${rule}`,
        '| **Rolling year** (Q4 2023 to Q3 2024) | 7 | 1 | 1h 45m (from 6 of 7; 95% interval 0h 42m to 97h 6m) | 18h 7m (from 6 of 7) | 97h 6m (4d 1h) (from 6 of 7) | 49h 3m (from 2 of 7) | 49h 3m (from 2 of 7) | 97h 6m (4d 1h) (from 2 of 7) |',
        '| **2024** | 2 | 1 | 24h 59m (from 1 of 2) | 24h 59m (from 1 of 2) | 24h 59m (from 1 of 2) | – | – | – |',
        '| Q4 2024 | 2 | 1 | 24h 59m (from 1 of 2) | 24h 59m (from 1 of 2) | 24h 59m (from 1 of 2) | – | – | – |',
        '| **2023** | 3 | 0 | 6h 24m | 34h 44m | 97h 6m (4d 1h) | 6h 24m | 34h 44m | 97h 6m (4d 1h) |',
        '| Q4 2023 | 3 | 0 | 6h 24m | 34h 44m | 97h 6m (4d 1h) | 6h 24m | 34h 44m | 97h 6m (4d 1h) |',
        '',
        `| Severity | ${names}`,
        `| ${rule}`,
        '| SEV1 | 1 | 0 | 97h 6m (4d 1h) | 97h 6m (4d 1h) | 97h 6m (4d 1h) | 97h 6m (4d 1h) | 97h 6m (4d 1h) | 97h 6m (4d 1h) |',
        '| *not stated* | 4 | 1 | 6h 24m (from 3 of 4) | 10h 42m (from 3 of 4) | 24h 59m (from 3 of 4) | 6h 24m (from 3 of 4) | 10h 42m (from 3 of 4) | 24h 59m (from 3 of 4) |',
        '',
        '| Open review action | Incident | Owner | Due |',
        '| --- | --- | --- | --- |',
        '| [#13](https://github.com/o/r/issues/13) Write the runbook | [#12](https://github.com/o/r/issues/12) | ada | 2024-11-01 |',
        '| [o/handbook#4](https://github.com/o/handbook/issues/4) | [#12](https://github.com/o/r/issues/12) |  |  |',
        '| [#14](https://github.com/o/r/issues/14) | [#11](https://github.com/o/r/issues/11) |  |  |',
        '| (without words) | [#11](https://github.com/o/r/issues/11) |  |  |',
      ].join('\n'),
    );
  });

  it('has words for no incidents', () => {
    expect(write({})).toBe('No incidents yet.');
  });

  it('leaves out severities where no incident has one', () => {
    expect(write({ severities: [{ severity: null, ...figures(1, [1]) }] })).toBe('No incidents yet.');
  });

  it('names the rolling year by its four quarters, which change when one ends', () => {
    const periods = [{ period: 'rolling-year', ...figures(1, [1]) }];
    const [year] = [2024, 2025].map((at) => [0, 3, 6, 9].map((month) => Date.UTC(at, month, 1, 12)));
    expect(year?.map((now) => write({ periods }, { now }).match(/\(Q.*?\)/)?.[0])).toEqual([
      '(Q1 2023 to Q4 2023)',
      '(Q2 2023 to Q1 2024)',
      '(Q3 2023 to Q2 2024)',
      '(Q4 2023 to Q3 2024)',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 9, 1), max: Date.UTC(2025, 0, 1) - 1 }), (now) => {
        expect(write({ periods }, { now })).toBe(write({ periods }));
      }),
    );
  });

  it('lists all years, and the newest twelve quarters', () => {
    const periods = Array.from({ length: 20 }, (_, index) => 2024 - index).flatMap((year) => [
      { period: `${year}`, ...figures(150, []) },
      ...[4, 3, 2, 1].map((number) => ({ period: `Q${number} ${year}`, ...figures(40, []) })),
    ]);
    const overview = write({ periods });
    expect(overview.match(/^\| \*\*\d{4}/gm)).toHaveLength(20);
    expect(overview.match(/^\| Q\d \d{4}/gm)).toHaveLength(12);
    expect(overview).toContain('| Q1 2022 |');
    expect(overview.split('\n\n')[1]).toBe('The quarters before Q1 2022 are counted in their years.');
  });

  it('links a chart from wherever the log stands', () => {
    const linkFrom = (path: string, chart: string) =>
      write({}, { path, chart: { path: chart, alt: 'a' } }).split('\n')[0];
    expect(linkFrom('INCIDENTS.md', 'incidents.svg')).toBe('![a](incidents.svg)');
    expect(linkFrom('docs/log/INCIDENTS.md', 'img/incidents.svg')).toBe('![a](../../img/incidents.svg)');
  });
});

/** An overview with somebody's text in each place that holds any. */
const hostileOverview = (text: string, engine: OverviewSettings['engine'] = 'none') =>
  write(
    {
      periods: [{ period: 'Q4 2024', ...figures(1, [1]) }],
      severities: [
        { severity: text, ...figures(1, [1]) },
        { severity: 'SEV9', ...figures(1, [1]) },
      ],
      openActions: [
        { text, issue: 13, incident: 12, owner: text, due: text },
        { text, issue: null, incident: 12, owner: null, due: null },
        { text: 'Last', issue: null, incident: 12, owner: null, due: null },
      ],
    },
    { engine, chart: { path: 'a.svg', alt: text } },
  );
const inLog = (overview: string) =>
  `# Log\n\n<!-- incident-log:overview -->\n\n${overview}\n\n<!-- /incident-log:overview -->\n\n## Q4 2024\n\nSee [foo], [bar][foo] and [^1].\n`;

/** The parsers that know tables. */
const withTables = renderers.filter(({ name }) => !/commonmark\.js|without HTML/.test(name));

function tablesIn(page: Nodes): string[][][] {
  const rowsOf = (node: Element): Element[] =>
    node.tagName === 'tr' ? [node] : elementsOf(node).flatMap(rowsOf);
  return elementsOf(page)
    .filter(({ tagName }) => tagName === 'table')
    .map((table) => rowsOf(table).map((row) => elementsOf(row).map((cell) => textOf(cell).trim())));
}

function linksIn(node: Nodes): string[] {
  const inner = elementsOf(node).flatMap(linksIn);
  return node.type === 'element' && node.tagName === 'a' ? [`${node.properties.href}`, ...inner] : inner;
}

/** As a cell shows it: zero-width spaces that part mentions aside. */
const shown = (text: string) =>
  text
    .replaceAll('\u200B', '')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();

describe('whatever somebody has typed', () => {
  it.each(withTables)('an overview keeps its tables, and shows plain text in them: $name', (renderer) => {
    const check = (text: string) => {
      const page = readPage(renderer, inLog(hostileOverview(text)));
      const harmless = readPage(renderer, inLog(hostileOverview('harmless')));
      const [tables, expected] = [tablesIn(page), tablesIn(harmless)];
      const sizes = (all: string[][][]) => all.map((rows) => rows.map((row) => row.length));
      expect(sizes(tables)).toEqual(sizes(expected));
      // Extensions of other sites take more signs for formatting.
      if (renderer.name !== 'comrak, all extensions') {
        expect(shown(tables[1]?.[1]?.[0] ?? '')).toBe(shown(cleanLine(clipped(text))));
        const action = shown(cleanLine(clipped(plainText(text))));
        const isSeen = withoutInvisible(action).trim() !== '';
        expect(shown(tables[2]?.[1]?.[0] ?? '')).toBe(isSeen ? `#13 ${action}` : '#13');
        expect(shown(tables[2]?.[2]?.[0] ?? '')).toBe(isSeen ? action : '(without words)');
      }
      expect(tables[2]?.[3]).toEqual(['Last', '#12', '', '']);
      const issues = [13, 12, 12, 12].map((number) => `https://github.com/o/r/issues/${number}`);
      // Some parsers make a link of whatever has an @ in it.
      expect(linksIn(page).filter((url) => !url.startsWith('mailto:'))).toEqual(issues);
      const below = (node: Nodes) => outline(node).split('<h2>')[1];
      expect(below(page)).toBe(below(harmless));
    };
    fc.assert(fc.property(hostileMarkdown, check), { numRuns: scaled(150) });
    for (const text of sampleOf(collected, { every: 5, from: renderers.indexOf(renderer) })) check(text);
  });

  it.each(renderers)('an overview does no harm: $name', (renderer) => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const page = readPage(renderer, inLog(hostileOverview(text)));
        const tagged = elementsOf(page).filter(({ tagName }) => !/^h[12]$/.test(tagName));
        for (const element of tagged) expect(harmIn(element)).toEqual([]);
        expect(elementsOf(page).filter(({ tagName }) => /^h[12]$/.test(tagName))).toHaveLength(2);
      }),
      { numRuns: scaled(100) },
    );
  });

  it('an overview mentions nobody, and executes nothing in a template engine', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        expect(hostileOverview(text).replace(/\]\([^)]*\)/g, '')).not.toMatch(
          /(?<![\w/])@(?=[\w.-])|https?:\/\/|<!--/,
        );
        for (const engine of ['tags', 'mdx', 'vue'] as const)
          expect(hostileOverview(text, engine)).not.toMatch(/<[%?#]|\{\{|\{%|\{#/);
        expect(hostileOverview(text, 'mdx')).not.toMatch(/(?<!\\)[{}]|<(?=\S)/);
      }),
      { numRuns: scaled(300) },
    );
  });
});
