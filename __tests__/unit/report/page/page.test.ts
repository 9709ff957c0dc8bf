import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { issueSchema } from '../../../../src/github/issue.ts';
import { buildLog } from '../../../../src/model/build-log.ts';
import { readIssue, schemaOf } from '../../../../src/model/incidents.ts';
import { asCsv } from '../../../../src/report/csv.ts';
import { asJson } from '../../../../src/report/json.ts';
import { reportPage } from '../../../../src/report/page/page.ts';
import { jsonWithoutCommands } from '../../../../src/workflow-commands.ts';
import { issuesOf, issueWith } from '../../../browser/issues.ts';

const timezone = 'Europe/London';
const repositoryUrl = 'https://github.com/octo/service';
const at = (text: string) => Date.parse(text);

function built(issues: readonly unknown[], now: number) {
  const template = schemaOf(null, '');
  const read = v
    .parse(v.array(issueSchema), issues)
    .map((issue) => readIssue(issue, template, { timezone, now }));
  return buildLog({
    issues: read,
    actionStates: new Map(),
    template,
    settings: {
      path: 'INCIDENTS.md',
      chartPath: '',
      title: 'Incident Log',
      intro: '',
      timezone,
      emptyQuarters: 'none',
      handKept: 'keep',
      engine: 'none',
      overview: 'write',
    },
    repositoryUrl,
    existing: null,
    existingName: '',
    formerLogs: [],
    now,
  });
}

function pageOf(issues: readonly unknown[], now = at('2017-02-01T12:00Z')): string {
  return reportPage({ built: built(issues, now), timezone, now, repositoryUrl });
}

/** The text of a page, with single spaces. */
function text(page: string): string {
  return page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the report page', () => {
  it('is the same whatever the order of the issues', () => {
    const issues = issuesOf(20);
    const page = pageOf(issues);
    fc.assert(
      fc.property(fc.shuffledSubarray(issues, { minLength: issues.length }), (shuffled) => {
        expect(pageOf(shuffled)).toBe(page);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same whatever the time zone of the machine', () => {
    const zone = process.env.TZ;
    const pages = ['UTC', 'Asia/Kathmandu', 'America/St_Johns'].map((name) => {
      process.env.TZ = name;
      return pageOf(issuesOf(20));
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(pages).size).toBe(1);
  });

  it('depends on the clock in nothing but the quarters that have ended', () => {
    const issues = issuesOf(20);
    const page = pageOf(issues, at('2017-01-01T00:00Z'));
    expect(pageOf(issues, at('2017-03-31T22:59Z'))).toBe(page);
    expect(pageOf(issues, at('2017-03-31T23:00Z'))).not.toBe(page);
    expect(text(page)).toContain('Q1 2016 to Q4 2016 the last four quarters that have ended');
  });

  it('holds the data as the command line prints them', () => {
    const now = at('2017-02-01T12:00Z');
    const data = asJson(built(issuesOf(5), now), timezone);
    const texts = [...pageOf(issuesOf(5), now).matchAll(/href="data:[^;]*;base64,([^"]*)"/g)].map(
      ([, base64 = '']) => Buffer.from(base64, 'base64').toString('utf8'),
    );
    expect(texts).toEqual([asCsv(data), jsonWithoutCommands(data)]);
  });

  it('says from how many incidents each figure is, and gives long durations in days, too', () => {
    const times = (detected: string, repaired: string, resolved: string) => ({
      'first-detected': detected,
      repaired,
      resolved,
      impact: 'Some.',
    });
    const page = text(
      pageOf([
        issueWith(1, 'Short', times('2016-05-01 10:00', '2016-05-01 11:00', '2016-05-01 12:00')),
        issueWith(2, 'Long', times('2016-06-01 10:00', '2016-06-04 10:01', '')),
        issueWith(3, 'Ongoing', times('2016-07-01 10:00', '', '')),
      ]),
    );
    expect(page).toContain('Median time to repair 36h 31m from 2 of 3 incidents');
    expect(page).toContain('Median time to resolve 2h 0m from 1 of 3 incidents');
    expect(page).toContain('Incidents 3 1 of them ongoing');
    expect(page).toContain('72h 1m (3d 0h)');
  });

  it('is a sentence where there are no incidents', () => {
    expect(text(pageOf([]))).toContain('0 incidents · times in Europe/London No incidents yet.');
    expect(pageOf([])).not.toMatch(/<(table|svg|nav)/);
  });

  it('gives every element its own id, and every link a place to go', () => {
    const page = pageOf(issuesOf(40)).replace(/<script>[\s\S]*/, '');
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = [...page.matchAll(/ (?:href="#|aria-labelledby="|aria-describedby=")([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
