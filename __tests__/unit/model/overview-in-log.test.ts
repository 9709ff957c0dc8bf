import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '../../../src/form/template.ts';
import { issueSchema } from '../../../src/github/issue.ts';
import type { Incident } from '../../../src/incident/incident.ts';
import { changesBetween } from '../../../src/log/diff.ts';
import { isAllGenerated } from '../../../src/log/read/model.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { type BuiltLog, buildLog } from '../../../src/model/build-log.ts';
import type { LogSettings } from '../../../src/model/settings.ts';
import { scaled } from '../../thorough.ts';
import { findings as auditFindings, keptByHand } from '../audit/audits.ts';
import { incident, repositoryUrl, time } from '../log/incidents.ts';

const [begin, end] = ['<!-- incident-log:overview -->', '<!-- /incident-log:overview -->'];
const empty = `${begin}\n\n${end}`;

const filed = (issue: number, day: string) =>
  incident(issue, `${day} 10:00`, { repaired: time(`${day} 12:00`), resolved: time(`${day} 14:00`) });
const incidents = [filed(12, '2024-11-01'), filed(11, '2024-05-02')];

interface Build {
  readonly existing?: string | null;
  readonly settings?: Partial<LogSettings>;
  readonly filed?: readonly Incident[];
}

function issueOf(number: number) {
  const [html_url, author] = [`${repositoryUrl}/issues/${number}`, { login: 'ada' }];
  return v.parse(issueSchema, {
    number,
    title: 'x',
    body: '',
    html_url,
    state: 'open',
    user: author,
    labels: [],
  });
}

function build({ existing = null, settings = {}, filed: all = incidents }: Build): BuiltLog {
  const log = existing === null ? null : readLog(existing, repositoryUrl);
  return buildLog({
    issues: all.map((each) => ({ issue: issueOf(each.issue), incident: each, problems: [] })),
    actionStates: new Map(),
    settings: {
      ...{ path: 'INCIDENTS.md', chartPath: '', title: 'Log', intro: 'Words.', timezone: 'UTC' },
      ...{ emptyQuarters: 'zero', handKept: 'keep', engine: 'auto', overview: 'write' },
      ...settings,
    },
    repositoryUrl,
    existing: log,
    existingName: 'INCIDENTS.md',
    formerLogs: log === null ? [] : [log],
    template: defaultTemplate,
    now: Date.UTC(2024, 11, 24),
  });
}
const textOf = (input: Build) => build(input).log.text;

describe('a new log', () => {
  it('begins with title, intro and overview', () => {
    const log = textOf({});
    expect(log).toMatch(
      /^# Log\n\nWords\.\n\n<!-- An entry .* -->\n\n<!-- incident-log:overview -->\n\n\| Period \|/,
    );
    expect(log).toContain(`| **Rolling year** (Q4 2023 to Q3 2024) | 1 | 0 |`);
    expect(log).toMatch(/\|\n\n<!-- \/incident-log:overview -->\n\n## Q4 2024/);
    expect(isAllGenerated(readLog(log, repositoryUrl))).toBe(true);
  });

  it('begins with it in MDX, too', () => {
    const log = textOf({ settings: { path: 'log.mdx' } });
    expect(log).toMatch(/\n\n\{\/\* incident-log:overview \*\/\}\n\n\| Period \|/);
    expect(log).toContain('|\n\n{/* /incident-log:overview */}\n\n## Q4 2024');
    expect(log).not.toContain('<!--');
    expect(textOf({ settings: { path: 'log.mdx' }, existing: log })).toBe(log);
  });

  it('has none where the team leaves it out', () => {
    expect(textOf({ settings: { overview: 'leave' } })).not.toContain('incident-log:');
  });

  it('has one without incidents, which says so', () => {
    expect(textOf({ filed: [] })).toContain(`${begin}\n\nNo incidents yet.\n\n${end}\n`);
  });
});

describe('a log that exists', () => {
  const former = textOf({ settings: { overview: 'leave' } });

  it('gets an overview where a person has put the two comments, and nothing else changes', () => {
    const place = former.indexOf('## Q3 2024');
    const existing = `${former.slice(0, place)}${empty}\n\n${former.slice(place)}`;
    const built = build({ existing });
    const [, overview] = built.log.text.split(/<!-- \/?incident-log:overview -->/);
    expect(overview).toContain('| Period |');
    expect(built.log.text.replace(overview ?? '', '\n\n')).toBe(existing);
    expect(build({ existing: built.log.text }).log.text).toBe(built.log.text);
    const changes = changesBetween(readLog(existing, repositoryUrl), built.log, repositoryUrl);
    expect(changes).toEqual({ entries: [], actions: [], quarters: [] });
  });

  it('gets none otherwise', () => {
    expect(textOf({ existing: former })).toBe(former);
  });

  it('keeps the one that stands where the team leaves it out', () => {
    const existing = `${begin}\n\nOld.\n\n${end}\n\n${former}`;
    expect(textOf({ existing, settings: { overview: 'leave' } })).toBe(existing);
  });

  it('keeps what people write, and has one beside it', () => {
    const existing = `${empty}\n\n${keptByHand}`;
    const log = textOf({ existing, filed: [] });
    expect(log.endsWith(`\n\n${end}\n\n${keptByHand}`)).toBe(true);
    expect(textOf({ existing: log, filed: [] })).toBe(log);
    expect(auditFindings(log).map(({ message }) => message)).toEqual(
      auditFindings(keptByHand).map(({ message }) => message),
    );
  });

  it.each([
    ['never closed', `${begin}\n\n${former}`, 1],
    ['closed twice', `${empty}\n\n${end}\n\n${former}`, 5],
    ['doubled at the end, behind an entry', `${empty}\n\n${former}\n${empty}\n`, 51],
  ])('says which line is wrong where a zone is %s, and leaves it', (_, existing, line) => {
    const { log, findings } = build({ existing });
    expect(log.text).toBe(existing);
    expect(findings).toMatchObject([{ rule: 'broken-zone', line }]);
  });

  it('comes to rest after one run, wherever the comments stand', () => {
    const blanks = [...former.matchAll(/\n(?=\n|$)/g)].map(({ index }) => index + 1);
    fc.assert(
      fc.property(fc.constantFrom(...blanks), fc.constantFrom('\n', '\r\n'), (offset, lineEnd) => {
        const existing = `${former.slice(0, offset)}\n${empty}\n${former.slice(offset)}`.replaceAll(
          '\n',
          lineEnd,
        );
        const log = textOf({ existing });
        expect(log).toContain('| Period |');
        expect(log.replace(/\r/g, '').match(/^### .*/gm)).toHaveLength(2);
        expect(textOf({ existing: log })).toBe(log);
      }),
      { numRuns: scaled(60) },
    );
  });
});
