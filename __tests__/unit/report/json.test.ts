import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { type Issue, issueSchema } from '../../../src/github/issue.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { buildLog } from '../../../src/model/build-log.ts';
import { readIssue, schemaOf } from '../../../src/model/incidents.ts';
import { asJson } from '../../../src/report/json.ts';
import { type FormAnswers, renderSubmission } from '../../local-github/issue-form.ts';
import { scaled } from '../../thorough.ts';

const root = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(root, 'docs/data.schema.json'), 'utf8'));
const ourForm = readFileSync(join(root, '.github/ISSUE_TEMPLATE/incident.yml'), 'utf8');

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: fullFormats });
const validate = ajv.compile(schema);

const repositoryUrl = 'https://github.com/octo/service';
const now = Date.UTC(2025, 0, 15, 12);

/** A team's form: fields of its own, with and without an id, and services to tick. */
const teamForm = `name: Incident
description: What happened?
body:
  - type: input
    id: impact-started
    attributes: { label: Started }
  - type: input
    id: first-detected
    attributes: { label: Detected }
  - type: input
    id: declared
    attributes: { label: Declared }
  - type: input
    id: repaired
    attributes: { label: Fixed }
  - type: dropdown
    id: severity
    attributes: { label: How bad, options: [Total, "Half, or so", Hardly] }
  - type: checkboxes
    id: services
    attributes: { label: Hit, options: [{ label: Sign-in }, { label: "Billing, monthly" }] }
  - type: textarea
    id: impact
    attributes: { label: Impact }
  - type: input
    id: region
    attributes: { label: Region }
  - type: input
    attributes: { label: Ticket }
  - type: textarea
    id: review-actions
    attributes: { label: Actions }
`;

function issue(number: number, body: string, changes: Record<string, unknown> = {}): Issue {
  return v.parse(issueSchema, {
    number,
    title: `[Incident] Number ${number}`,
    body,
    html_url: `${repositoryUrl}/issues/${number}`,
    labels: ['incident'],
    ...changes,
  });
}

function dataOf(
  issues: readonly Issue[],
  {
    form = ourForm,
    timezone = 'Europe/London',
    log = null,
  }: { readonly form?: string; readonly timezone?: string; readonly log?: string | null } = {},
) {
  const template = schemaOf(form, 'incident.yml');
  const existing = log === null ? null : readLog(log, repositoryUrl);
  const built = buildLog({
    issues: issues.map((each) => readIssue(each, template, { timezone, now })),
    actionStates: new Map(),
    template,
    settings: {
      path: 'INCIDENTS.md',
      chartPath: '',
      overview: 'leave',
      title: 'Incident Log',
      intro: '',
      timezone,
      emptyQuarters: 'zero',
      handKept: 'keep',
      engine: 'auto',
    },
    repositoryUrl,
    existing,
    existingName: 'INCIDENTS.md',
    formerLogs: existing === null ? [] : [existing],
    now,
  });
  return { text: built.log.text, data: JSON.parse(JSON.stringify(asJson(built, timezone))) };
}

function expectValid(data: unknown): void {
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
}

/** Without durations there are no figures about them, and otherwise there are. */
function expectNullsWithoutDurations({
  timeToDetect,
  timeToRepair,
  timeToResolve,
}: Record<string, Record<string, unknown>>): void {
  for (const distribution of [timeToDetect, timeToRepair, timeToResolve]) {
    const { n, mean, median, shortest, longest } = distribution ?? {};
    for (const figure of [mean, median, shortest, longest]) expect(figure === null).toBe(n === 0);
  }
}

/** A day and time of 2024, on the clock. */
const times = fc
  .date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2024-12-31T23:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16).replace('T', ' '));
const words = fc.oneof(
  fc.constantFrom(...blns),
  fc.constantFrom('', '=1+1', '"', '\u2028', '\uD800'),
  fc.string(),
);
const actions = fc
  .array(
    fc.tuple(
      words,
      fc.constantFrom(
        '',
        ' (#34)',
        ' (o/s#4)',
        ' (@mona, due 2024-12-01)',
        ' - DONE',
        " - WON'T DO",
        ' - TODO',
      ),
    ),
    { maxLength: 3 },
  )
  .map((items) => items.map(([text, end]) => `- ${text}${end}`).join('\n'));
const ours = fc.record<Record<string, string | readonly string[]>>({
  'first-detected': times,
  repaired: fc.oneof(times, words),
  resolved: fc.oneof(times, words),
  severity: fc.constantFrom('', 'SEV1', 'sev3', 'Gone'),
  services: fc.oneof(words, fc.constant('mail, web,mail')),
  identified: words,
  impact: words,
  context: words,
  resolution: words,
  'review-actions': actions,
});
const theirs = fc.record<Record<string, string | readonly string[]>>({
  'impact-started': fc.oneof(times, words),
  'first-detected': times,
  declared: fc.oneof(times, words),
  repaired: fc.oneof(times, words),
  severity: fc.constantFrom('', 'Total', 'Half, or so', 'Other'),
  services: fc.subarray(['Sign-in', 'Billing, monthly']),
  impact: words,
  region: words,
  'review-actions': actions,
});

describe('the data of a log', () => {
  it('fits its schema without incidents', () => {
    const { data } = dataOf([]);
    expectValid(data);
    expect(data).toEqual({
      version: 2,
      timezone: 'Europe/London',
      incidents: [],
      quarters: [],
      periods: [],
      severities: [],
      services: [],
      openActions: [],
      problems: [],
    });
  });

  it.each<[string, string, fc.Arbitrary<FormAnswers>]>([
    ['ours', ourForm, ours],
    ['a team’s', teamForm, theirs],
  ])('fits its schema for every log, whatever people typed into a form: %s', (_, form, answers) => {
    const filed = fc.record({
      answers,
      title: words,
      changes: fc.constantFrom<Record<string, unknown>>(
        {},
        { state: 'closed', state_reason: 'completed' },
        { state: 'open', state_reason: 'reopened' },
        { html_url: '' },
      ),
    });
    const zones = fc.constantFrom('UTC', 'Europe/London', 'Pacific/Apia', 'America/New_York');
    fc.assert(
      fc.property(fc.array(filed, { maxLength: 12 }), zones, (all, timezone) => {
        const issues = all.map(({ answers: given, title, changes }, index) =>
          issue(index + 1, renderSubmission(form, given), { title, ...changes }),
        );
        const { data } = dataOf(issues, { form, timezone });
        expectValid(data);
        for (const figures of [...data.periods, ...data.severities, ...data.services]) {
          expectNullsWithoutDurations(figures);
        }
      }),
      { numRuns: scaled(300) },
    );
  });

  it('fits its schema where figures come from many incidents, and has every figure there', () => {
    const issues = Array.from({ length: 40 }, (_, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      const given = {
        'impact-started': `2024-10-${day} 09:00`,
        'first-detected': `2024-10-${day} 10:00`,
        repaired: `2024-10-${day} 11:${10 + index}`,
        severity: 'Total',
        services: ['Sign-in', 'Billing, monthly'],
      };
      return issue(index + 1, renderSubmission(teamForm, given));
    });
    const { data } = dataOf(issues, { form: teamForm });
    expectValid(data);
    expect(data.periods.map(({ period }: { period: string }) => period)).toEqual([
      'rolling-year',
      '2024',
      'Q4 2024',
    ]);
    expect(data.services.map(({ service }: { service: string }) => service)).toEqual([
      'Billing, monthly',
      'Sign-in',
    ]);
    // Keys come in the order in which the schema documents them.
    expect(Object.keys(data)).toEqual(schema.required);
    expect(Object.keys(data.incidents[0])).toEqual(schema.$defs.incident.required);
    expect(data.severities).toHaveLength(1);
    expect(Object.keys(data.severities[0])).toEqual([
      'severity',
      'incidents',
      'ongoing',
      'timeToDetect',
      'timeToRepair',
      'timeToResolve',
    ]);
    expect(data.severities[0].timeToRepair).toEqual({
      n: 40,
      mean: 89.5,
      median: 89.5,
      shortest: 70,
      longest: 109,
      medianInterval: { low: 83, high: 96, confidence: expect.closeTo(0.9615, 4) },
      p90Bound: 109,
    });
    expect(data.severities[0].timeToDetect).toMatchObject({ n: 40, mean: 60 });
    expect(data.severities[0].timeToResolve).toEqual({
      n: 0,
      mean: null,
      median: null,
      shortest: null,
      longest: null,
      medianInterval: null,
      p90Bound: null,
    });
  });

  it('lesson 87: has the figures of each severity apart', () => {
    const filed = (number: number, severity: string, repaired: string) =>
      issue(
        number,
        renderSubmission(ourForm, {
          'first-detected': '2024-10-14 10:00',
          repaired: `2024-10-14 ${repaired}`,
          severity,
          impact: 'Some.',
        }),
      );
    const { data } = dataOf([
      filed(1, 'SEV4', '20:00'),
      filed(2, 'SEV1', '10:10'),
      filed(3, 'SEV1', '10:30'),
    ]);
    expectValid(data);
    expect(
      data.severities.map(
        ({
          severity,
          timeToRepair: { n, mean },
        }: {
          severity: string;
          timeToRepair: { n: number; mean: number };
        }) => [severity, n, mean],
      ),
    ).toEqual([
      ['SEV1', 2, 20],
      ['SEV4', 1, 600],
    ]);
  });

  it('lesson 88: has no percentile of few values', () => {
    const of = (count: number) =>
      dataOf(
        Array.from({ length: count }, (_, index) =>
          issue(
            index + 1,
            renderSubmission(ourForm, {
              'first-detected': '2024-10-14 10:00',
              repaired: `2024-10-14 10:${10 + index}`,
            }),
          ),
        ),
      ).data.periods[0].timeToRepair;
    expect(of(5)).toMatchObject({ n: 5, medianInterval: null, p90Bound: null });
    expect(of(28)).toMatchObject({ n: 28, p90Bound: null });
    expect(of(29)).toMatchObject({ n: 29, p90Bound: 38 });
  });

  it('fits its schema beside entries that are in the log alone', () => {
    const answers = { 'first-detected': '2024-10-14 10:00', repaired: '2024-10-14 11:00', impact: 'Some.' };
    const { text } = dataOf([issue(1, renderSubmission(ourForm, answers))]);
    const hand =
      '### 2024-10-02 - By hand\n\n- First detected: 2024-10-02 10:00\n- Repaired: 2024-10-02 10:30\n- Time to repair: 0h 30m\n';
    const { data } = dataOf([issue(1, '### First detected\n\nsome day')], { log: `${text}\n${hand}` });
    expectValid(data);
    expect(data.incidents).toEqual([]);
    expect(data.quarters[0]).toMatchObject({ quarter: 'Q4 2024', incidents: 2 });
    expect(data.periods[1]).toMatchObject({ period: '2024', incidents: 2, timeToRepair: { n: 2, mean: 45 } });
    expect(data.severities).toMatchObject([{ severity: null, incidents: 2 }]);
    expect(data.problems).not.toEqual([]);
  });

  it('keeps every key of version 1', () => {
    const answers = {
      'first-detected': '2024-10-14 10:00',
      repaired: '14.43',
      impact: 'Some.',
      'review-actions': '- Write it down',
    };
    const { data } = dataOf([issue(1, renderSubmission(ourForm, answers))]);
    expectValid(data);
    const has = (value: object, keys: readonly string[]) =>
      expect(Object.keys(value)).toEqual(expect.arrayContaining([...keys]));
    has(data, ['timezone', 'incidents', 'quarters', 'problems']);
    has(data.incidents[0], [
      ...['issue', 'title', 'date', 'quarter', 'state', 'firstDetected', 'repaired', 'resolved'],
      ...['timeToRepair', 'timeToResolve', 'reviewActions'],
    ]);
    has(data.incidents[0].reviewActions[0], ['text', 'state', 'issue', 'owner', 'due']);
    has(data.quarters[0], ['quarter', 'incidents', 'meanTimeToRepair', 'meanTimeToResolve']);
    has(data.problems[0], ['issue', 'rule', 'severity', 'field', 'message']);
  });
});

describe('the schema of the data', () => {
  /** Every schema within it, with its place. */
  function schemasIn(value: unknown, place: string): [string, Record<string, unknown>][] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return [
      [place, value as Record<string, unknown>],
      ...Object.entries(value).flatMap(([key, inner]) => schemasIn(inner, `${place}/${key}`)),
    ];
  }
  const all = schemasIn(schema, '#');

  test('documents every key', () => {
    const keys = all.filter(([place]) => /\/properties\/[^/]+$/.test(place));
    expect(keys.length).toBeGreaterThan(60);
    for (const [place, key] of keys) {
      const { description, $ref } = key;
      const target =
        String($ref ?? '')
          .split('/')
          .at(-1) ?? '';
      expect(description ?? schema.$defs[target]?.description, place).toMatch(/^[A-Z`].*\.$/);
    }
  });

  test('takes no other key anywhere, and none is optional', () => {
    const objects = all.filter(([, { properties }]) => properties !== undefined);
    for (const [place, { properties, required, ...more }] of objects) {
      expect(required, place).toEqual(Object.keys(properties as object));
      expect(more.additionalProperties, place).toBe(false);
    }
    const { data } = dataOf([issue(1, renderSubmission(ourForm, { 'first-detected': '2024-10-14 10:00' }))]);
    expectValid(data);
    expect(validate({ ...data, more: 1 })).toBe(false);
    for (const list of ['incidents', 'quarters', 'periods', 'severities', 'services']) {
      expect(validate({ ...data, [list]: [{ ...data[list][0], more: 1 }] }), list).toBe(false);
      const { [Object.keys(data[list][0])[0] ?? '']: _, ...less } = data[list][0];
      expect(validate({ ...data, [list]: [less] }), list).toBe(false);
    }
  });
});
