import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FiledIssue, readIncident, readTitle } from '../../../src/form/read.ts';
import { defaultTemplate, type FormField, type Template } from '../../../src/form/template.ts';
import { scaled } from '../../thorough.ts';

const now = Date.UTC(2026, 10, 22, 10);
const london = { timezone: 'Europe/London', now };

type AnswersById = Readonly<Record<string, string>>;

const minimal: AnswersById = { 'first-detected': '2024-10-14 10:30', impact: 'Nobody could join.' };

function issueWith(answers: AnswersById, template: Template = defaultTemplate): FiledIssue {
  const sections = template.fields.map(
    (field) => `### ${field.label}\n\n${answers[field.id ?? field.label] ?? '_No response_'}`,
  );
  return {
    number: 12,
    url: 'https://github.com/octo/shop/issues/12',
    title: '[Incident] Joining fails',
    body: sections.join('\n\n'),
    closed: false,
    reopenedAt: null,
  };
}

function messagesFor(answers: AnswersById): string[] {
  return readIncident(issueWith(answers), defaultTemplate, london).problems.map((problem) => problem.message);
}

function input(id: string | null, label: string): FormField {
  return { id, label, kind: 'input', rendered: false, required: false };
}

describe('readIncident', () => {
  it.each([
    ['- One (@octocat, due friday)', '“One (@octocat, due friday)”'],
    ['- One\n- Two @octo/team', '“Two @octo/team”'],
    ['- One, due 2026-02-30', '“One, due 2026-02-30”'],
    ['- One by 3/4/2026', '“One by 3/4/2026”'],
    ['- One – owner: Ann', '“One – owner: Ann”'],
  ])('lesson 50: warns of an owner or a date that is not read in %j', (list, words) => {
    const { problems } = readIncident(
      issueWith({ ...minimal, 'review-actions': list }),
      defaultTemplate,
      london,
    );
    expect(problems).toMatchObject([{ rule: 'action-unread', severity: 'warning', field: 'review-actions' }]);
    expect(problems[0]?.message).toContain(words);
  });

  it.each([
    '- One @octocat',
    '- Talk to @octocat',
    '- One (@octocat, due friday) - DONE',
    '- Pay what is due',
    '- Fix the race due to 2 workers',
  ])('warns of nothing in %j', (list) => {
    expect(messagesFor({ ...minimal, 'review-actions': list })).toEqual([]);
  });

  it('lesson 48: ignores what shows nothing in headings, labels, times and blank answers', () => {
    const template = {
      ...defaultTemplate,
      fields: defaultTemplate.fields.map((field) =>
        field.id === 'repaired' ? { ...field, label: 'Mitigated' } : field,
      ),
    };
    const filed = issueWith(
      { ...minimal, repaired: '\u200e2024-10-15 11:29\u202c', context: '\u200b' },
      template,
    );
    const body = filed.body
      ?.replace('### First detected', '### \u200bFirst\u00ad detected\ufeff')
      .replace('### Mitigated', '### Mitigated\u200e');
    const { incident, problems } = readIncident({ ...filed, body: body ?? '' }, template, london);
    expect(problems).toEqual([]);
    expect(incident).toMatchObject({
      firstDetected: { instant: Date.UTC(2024, 9, 14, 9, 30) },
      repaired: { instant: Date.UTC(2024, 9, 15, 10, 29) },
      context: '',
    });
    const blank = issueWith({ ...minimal, 'first-detected': '\u200b' });
    expect(readIncident(blank, defaultTemplate, london)).toMatchObject({
      incident: null,
      problems: [{ rule: 'event-missing' }],
    });
  });

  it('reads everything that the form asks for', () => {
    const answers = {
      'first-detected': '2024-10-14 10:30',
      repaired: '2024-10-15 11:29 (fixed forward (no way back))',
      resolved: '2024-10-15T11:40Z',
      identified: 'Calls to the help desk.',
      impact: 'Nobody could join.\n\nAbout 40 people.',
      context: '- 2024-10-14 10:30 Planning\n- 2024-10-14 14:00 Switched on',
      resolution: 'Told people what to do.',
      'review-actions':
        '- Write a runbook (@octocat, due 2024-12-01) - TODO\n- Announce a day ahead (#13) - DONE',
    };
    expect(readIncident({ ...issueWith(answers), closed: true }, defaultTemplate, london)).toEqual({
      problems: [],
      incident: {
        issue: 12,
        url: 'https://github.com/octo/shop/issues/12',
        title: 'Joining fails',
        state: 'resolved',
        firstDetected: { instant: Date.UTC(2024, 9, 14, 9, 30), note: null },
        repaired: { instant: Date.UTC(2024, 9, 15, 10, 29), note: 'fixed forward (no way back)' },
        resolved: { instant: Date.UTC(2024, 9, 15, 11, 40), note: null },
        impactStarted: null,
        declared: null,
        figures: { timeToRepair: 1499, timeToResolve: 1570 },
        identified: 'Calls to the help desk.',
        impact: 'Nobody could join.\n\nAbout 40 people.',
        context: '- 2024-10-14 10:30 Planning\n- 2024-10-14 14:00 Switched on',
        resolution: 'Told people what to do.',
        timeToDetect: null,
        severity: null,
        services: [],
        listedFields: [],
        reviewActions: [
          { text: 'Write a runbook', state: 'TODO', issue: null, owner: 'octocat', due: '2024-12-01' },
          { text: 'Announce a day ahead', state: 'DONE', issue: 13, owner: null, due: null },
        ],
        reviewRemark: '',
      },
    });
  });

  it('reads the two optional times and the fields of the team, in form order', () => {
    const fields = [
      input(null, 'Team'),
      input('impact-started', 'Began'),
      input('declared', 'Declared'),
      input('ticket', 'Ticket'),
    ];
    const template = { title: '', fields: [...defaultTemplate.fields, ...fields] };
    const answers = {
      ...minimal,
      'impact-started': '2024-10-14 09:00',
      declared: '2024-10-14 10:45',
      Team: 'Shop',
      ticket: 'T-1',
    };
    const { incident, problems } = readIncident(issueWith(answers, template), template, london);
    expect(incident?.impactStarted).toEqual({ instant: Date.UTC(2024, 9, 14, 8), note: null });
    expect(incident?.declared).toEqual({ instant: Date.UTC(2024, 9, 14, 9, 45), note: null });
    expect(incident?.listedFields).toEqual([
      { id: null, label: 'Team', answer: 'Shop' },
      { id: 'ticket', label: 'Ticket', answer: 'T-1' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([null, '', 'It is down!'])('lesson 1: makes no incident of the body %j', (body) => {
    const { incident, problems } = readIncident({ ...issueWith({}), body }, defaultTemplate, london);
    expect(incident).toBeNull();
    expect(problems).toEqual([
      {
        rule: 'event-missing',
        severity: 'error',
        field: 'first-detected',
        message:
          'The time is missing under the heading “### First detected”, and without it the incident cannot be in the log: type it there as YYYY-MM-DD HH:MM.',
      },
      {
        rule: 'answer-missing',
        severity: 'error',
        field: 'impact',
        message:
          'Nothing stands under the heading “### Impact”, which the form requires: fill it in, if only with what is known so far.',
      },
    ]);
  });

  it.each(['14.43', '12/11/2024', '2024-02-30 10:00', '2024-10-14 10:30 BST', 'for 10h5m'])(
    'lesson 10: makes no incident of a first detection %j, and says why',
    (time) => {
      const { incident, problems } = readIncident(
        issueWith({ ...minimal, 'first-detected': time }),
        defaultTemplate,
        london,
      );
      expect(incident).toBeNull();
      expect(problems.map(({ rule, field }) => [rule, field])).toEqual([
        ['timestamp-form', 'first-detected'],
      ]);
      expect(problems[0]?.message).toContain(`Under First detected, “${time}” `);
    },
  );

  it('leaves an incident in that has an unreadable, ambiguous or future time elsewhere, without its figure', () => {
    const answers = { ...minimal, repaired: '2024-10-27 01:30', resolved: '2026-11-23 10:00' };
    const { incident, problems } = readIncident(issueWith(answers), defaultTemplate, london);
    expect(incident?.figures).toEqual({ timeToRepair: null, timeToResolve: null });
    expect(problems.map(({ rule, field }) => [rule, field])).toEqual([
      ['timestamp-ambiguous', 'repaired'],
      ['timestamp-future', 'resolved'],
    ]);
  });

  it('names the future in a time that no figure rests on, too', () => {
    const template = { title: '', fields: [...defaultTemplate.fields, input('declared', 'Ausgerufen')] };
    const { problems } = readIncident(
      issueWith({ ...minimal, declared: '2026-11-23 10:00' }, template),
      template,
      london,
    );
    expect(problems.map(({ rule, field, message }) => [rule, field, message])).toEqual([
      [
        'timestamp-future',
        'declared',
        'Ausgerufen is in the future: type the time at which it happened, or leave it blank until it has.',
      ],
    ]);
  });

  it('passes on an event before the first detection', () => {
    const { incident, problems } = readIncident(
      issueWith({ ...minimal, repaired: '2024-10-14 10:29' }),
      defaultTemplate,
      london,
    );
    expect(incident?.figures.timeToRepair).toBeNull();
    expect(problems.map(({ rule, field }) => [rule, field])).toEqual([['event-order', 'repaired']]);
  });

  /** A body of sections in the order given. */
  const bodyOf = (...sections: readonly (readonly [string, string])[]): string =>
    sections.map(([label, answer]) => `### ${label}\n\n${answer}`).join('\n\n');

  const first: readonly [string, string] = ['First detected', '2024-10-14 10:30'];
  const impact: readonly [string, string] = ['Impact', 'Nobody could join.'];

  it('takes a time whose heading stands below text that the form has behind it, and says so', () => {
    const body = bodyOf(first, impact, ['Review actions', '- Check names'], ['Repaired', '2024-10-15 11:29']);
    const { incident, problems } = readIncident({ ...issueWith({}), body }, defaultTemplate, london);
    expect(incident?.figures.timeToRepair).toBe(1499);
    expect(incident?.reviewActions.map(({ text }) => text)).toEqual(['Check names']);
    expect(problems).toEqual([
      {
        rule: 'heading-order',
        severity: 'warning',
        field: 'repaired',
        message:
          'The heading “### Repaired” stands below Impact, above which the form has it, and the time under it counts: move both up, or, if the line is no heading of the form, give it another number of #.',
      },
    ]);
  });

  it('lesson 77: a private repository does not enforce what the form requires, so what is blank is said', () => {
    const { incident, problems } = readIncident(issueWith({}), defaultTemplate, london);
    expect(incident).toBeNull();
    expect(problems.map(({ field }) => field)).toEqual(['first-detected', 'impact']);
    const withoutImpact = readIncident(
      issueWith({ 'first-detected': minimal['first-detected'] ?? '' }),
      defaultTemplate,
      london,
    );
    expect(withoutImpact.incident).not.toBeNull();
    expect(withoutImpact.problems.map(({ field }) => field)).toEqual(['impact']);
  });

  it.each([
    ['left blank', bodyOf(first, impact, ['Repaired', '_No response_'])],
    [
      'above all text',
      bodyOf(['Resolved', '2024-10-15 11:40'], first, ['Repaired', '2024-10-15 11:29'], impact),
    ],
    ['below text that the form has above it, too', bodyOf(first, ['Impact', 'All'], ['Context', '- a'])],
  ])('says nothing of a time in another place that is %s', (_, body) => {
    expect(readIncident({ ...issueWith({}), body }, defaultTemplate, london).problems).toEqual([]);
  });

  it('lesson 9: keeps code whole that the log shows, and reads through the fence what it reads', () => {
    const rendered = ['impact', 'context', 'review-actions', 'logs'];
    const logs: FormField = { id: 'logs', label: 'Logs', kind: 'textarea', rendered: true, required: false };
    const template = {
      title: '',
      fields: [...defaultTemplate.fields, logs].map((field) => ({
        ...field,
        rendered: rendered.includes(field.id ?? ''),
      })),
    };
    const answers = {
      ...minimal,
      impact: '```text\n    $ a\n```',
      context: '```text\n- 2024-10-14 10:40 b\n- 2024-10-14 10:30 a\n```',
      'review-actions': '```markdown\n- Check names\n```',
      logs: '```shell\n# rm *foo* _x_\n```',
    };
    const { incident, problems } = readIncident(issueWith(answers, template), template, london);
    expect(incident?.listedFields).toEqual([{ id: 'logs', label: 'Logs', answer: answers.logs }]);
    expect(incident?.impact).toBe(answers.impact);
    expect(incident?.reviewActions.map(({ text }) => text)).toEqual(['Check names']);
    expect(problems.map(({ rule }) => rule)).toEqual(['context-order']);
  });

  it.each([
    ['a list', '- 2024-10-14 10:30 Planning\n- 2024-10-14 14:40 Alarm\n- 2024-10-14 14:00 Switched on\n'],
    ['lines', '2024-10-14 10:30 Planning\n2024-10-14 14:40: Alarm\n2024-10-14 14:00 - Switched on'],
    [
      'a list with blank lines and entries without a time',
      '1. 2024-10-14 14:40 Alarm\n\n1. Searched\n\n1. 2024-10-14 14:00',
    ],
    ['lines of their own', '2024-10-14 14:40 Alarm\n\n2024-10-14 14:00 Switched on'],
  ])('names an entry of the Context that is out of order: %s', (_, context) => {
    expect(messagesFor({ ...minimal, context })).toEqual([
      'Under Context, the entry of 2024-10-14 14:00 stands below that of 2024-10-14 14:40: put the entries in the order of their times, or correct the time.',
    ]);
  });

  it('says once that entries are out of order, and how many', () => {
    const context = Array.from({ length: 500 }, (_, index) => `- ${2500 - index}-01-01 00:00`).join('\n');
    expect(messagesFor({ ...minimal, context })).toEqual([
      'Under Context, the entry of 2499-01-01 00:00 stands below that of 2500-01-01 00:00 (and 498 more like it): put the entries in the order of their times, or correct the time.',
    ]);
  });

  it.each([
    ['in order', '- 2024-10-14 10:30 Planning\n- 2024-10-14 10:30 Alarm'],
    [
      'in a quote or a code block',
      '- 2024-10-14 10:30 Planning\n\n> 2024-10-13 10:30\n\n```\n2024-10-12 10:30\n```\n\n    2024-10-11 10:30',
    ],
    ['in the details of an entry', '- 2024-10-14 10:30 Planning\n  - 2024-10-13 10:30 remembered'],
    ['across the change of the clocks', '- 2024-10-27 01:50+01:00 Alarm\n- 2024-10-27 01:10+00:00 Cause'],
    ['with prose', 'Began 2024-10-14 10:30, see 2024-10-13 10:30.'],
  ])('finds nothing wrong with a Context %s', (_, context) => {
    expect(messagesFor({ ...minimal, context })).toEqual([]);
  });

  const hostile = [
    ...[
      '>'.repeat(10_000),
      '- '.repeat(6_000),
      '### A\n'.repeat(5_000),
      '### Impact\n'.repeat(5_000),
      '```\n'.repeat(9_999),
    ],
    ...['[', '*', '<', '`', '(', ' ', '\n', '\r', '\0', '- a\n', '> \n', '| a ', '1. ', '<!--', '\u202e'].map(
      (piece) => piece.repeat(65_536 / piece.length),
    ),
  ];

  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 12)), text]))(
    'keeps an incident whose answers hold a mass of %s',
    (_, text) => {
      for (const id of ['identified', 'impact', 'context', 'review-actions']) {
        const { incident } = readIncident(issueWith({ ...minimal, [id]: text }), defaultTemplate, london);
        expect(incident?.firstDetected.instant).toBe(Date.UTC(2024, 9, 14, 9, 30));
      }
      expect(
        readIncident({ ...issueWith({}), body: text, title: text }, defaultTemplate, london).incident,
      ).toBeNull();
    },
  );

  it('never throws, whatever stands in an issue', () => {
    const piece = fc.constantFrom(
      '### First detected\n\n',
      '2024-10-14 10:30',
      '\n### Impact\n',
      '- ',
      '\n',
      '### Context\n',
      '(',
      '### Review actions\n',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.option(text), fc.boolean(), text, (title, body, closed, url) => {
        const { incident, problems } = readIncident(
          { number: 1, url, title, body, closed, reopenedAt: null },
          defaultTemplate,
          london,
        );
        expect(incident !== null || problems.some((problem) => problem.severity === 'error')).toBe(true);
      }),
      { numRuns: scaled(500) },
    );
  });
});

describe('readTitle', () => {
  it.each([
    ['[Incident] Joining fails', 'Joining fails'],
    ['[incident]: Joining  fails ', 'Joining fails'],
    ['Incident: Joining fails', 'Joining fails'],
    ['Incident on 2024-10-14 - Joining fails', 'Joining fails'],
    ['Incident on 2024-10-14 – Joining fails', 'Joining fails'],
    ['Incident on 2024-10-14 10:30 UTC — Joining fails', 'Joining fails'],
    ['[Incident] Incident on 2024-10-14: Joining fails', 'Joining fails'],
    ['Joining fails', 'Joining fails'],
    ['Incident on the call rota - nobody came', 'Incident on the call rota - nobody came'],
    ['Incidental costs', 'Incidental costs'],
    ['Joining [Incident] fails', 'Joining [Incident] fails'],
    ['[Incident] ', 'Untitled incident'],
    ['Incident on 2024-10-14', 'Untitled incident'],
    ['', 'Untitled incident'],
  ])('reads %j as %j', (title, expected) => {
    expect(readTitle(title, defaultTemplate)).toBe(expected);
  });

  it('reads a title that is all prefixes', () => {
    expect(readTitle('[Incident]'.repeat(50_000), defaultTemplate)).toBe('Untitled incident');
  });

  it.each([
    ['Störung: ', 'störung: Beitritt', 'Beitritt'],
    ['INC', 'Incorrect data', 'Incorrect data'],
    ['INC', 'INC5 is back', 'INC5 is back'],
    ['INC', 'inc: data', ': data'],
    ['INC-', 'INC-5 is back', '5 is back'],
    ['Incident', 'Incidental outage', 'Incidental outage'],
    ['Incident', 'Incident outage', 'outage'],
    ['Cafe', 'Cafe\u0301 closed', 'Cafe\u0301 closed'],
    ['[İhlal] ', '[İhlal] Giriş yok', 'Giriş yok'],
    ['Big  outage ', 'big outage  Sign-in', 'Sign-in'],
  ])('leaves out what the form puts in front, %j, where a word ends: %j', (front, title, expected) => {
    expect(readTitle(title, { title: front, fields: [] })).toBe(expected);
  });
});
