import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOut } from '../../../src/commands/carry-out.ts';
import { readCommands } from '../../../src/commands/read.ts';
import type { CommandResult } from '../../../src/commands/result.ts';
import { contextEntries } from '../../../src/form/context.ts';
import { answerOf } from '../../../src/form/edit.ts';
import { readIncident } from '../../../src/form/read.ts';
import { defaultTemplate, type Template } from '../../../src/form/template.ts';
import { type FieldId, fields } from '../../../src/incident/fields.ts';
import { form } from '../../end-to-end/stage.ts';
import { type FormAnswers, renderSubmission } from '../../local-github/issue-form.ts';
import { scaled } from '../../thorough.ts';
import { hostileMarkdown } from '../markdown/hostile-markdown.ts';

const timezone = 'Europe/London';
const url = 'https://github.com/octo/service/issues/12';
/** 14:43 on the clock in London. */
const at = Date.parse('2024-10-15T13:43:20Z');
const ongoing: FormAnswers = { 'first-detected': '2024-10-15 10:30', impact: 'Nobody can sign in.' };

function bodyOf(answers: FormAnswers = ongoing): string {
  return renderSubmission(form, answers);
}

function run(comment: string, body: string, template: Template = defaultTemplate): readonly CommandResult[] {
  let current = body;
  return readCommands(comment).map((command) => {
    const result = carryOut(command, current, { template, timezone, url, at });
    if (result.kind === 'done') current = result.body;
    return result;
  });
}

/** The body after the commands of a comment, all of which must have been carried out. */
function bodyAfter(comment: string, body = bodyOf(), template: Template = defaultTemplate): string {
  const results = run(comment, body, template);
  expect(results.filter(({ kind }) => kind === 'error')).toEqual([]);
  const last = results.at(-1);
  return last?.kind === 'done' ? last.body : body;
}

const answered = (comment: string, id: FieldId, body = bodyOf()) =>
  answerOf(bodyAfter(comment, body), defaultTemplate, id);

/** The message of the only command of a comment, which must have been refused. */
function errorOf(comment: string, body = bodyOf(), template: Template = defaultTemplate): string {
  const [result] = run(comment, body, template);
  if (result?.kind !== 'error') throw new Error(`“${comment}” was carried out`);
  return [result.message, ...result.examples].join(' ');
}

describe('a time', () => {
  it.each<[string, FieldId, string]>([
    ['/repaired', 'repaired', '2024-10-15 14:43'],
    ['/repaired now', 'repaired', '2024-10-15 14:43'],
    ['/repaired rolled forward', 'repaired', '2024-10-15 14:43 (rolled forward)'],
    ['/repaired 11:29 (rolled forward)', 'repaired', '2024-10-15 11:29 (rolled forward)'],
    ['/resolved 2024-10-15 12:00Z by mail', 'resolved', '2024-10-15 13:00 (by mail)'],
    ['/detected 10:15', 'first-detected', '2024-10-15 10:15'],
    ['/repaired 11:29 phew :) <b>@team</b> #3', 'repaired', '2024-10-15 11:29 (phew :] <b>@team</b> #3)'],
  ])('%s', (comment, id, expected) => {
    expect(answered(comment, id)).toBe(expected);
  });

  it('in an hour that comes twice keeps its offset', () => {
    const late = Date.parse('2024-10-27T01:20:00Z');
    const [command] = readCommands('/repaired');
    if (command === undefined) throw new Error('No command');
    const result = carryOut(command, bodyOf(), { template: defaultTemplate, timezone, url, at: late });
    expect(result.kind === 'done' && answerOf(result.body, defaultTemplate, 'repaired')).toBe(
      '2024-10-27 01:20 +00:00',
    );
  });

  it('recorded a second time wins, and the earlier one goes into the timeline', () => {
    const body = bodyAfter('/timeline 11:00 Rolled back\n/repaired 11:29 rolled back\n/repaired 14:00');
    expect(answerOf(body, defaultTemplate, 'repaired')).toBe('2024-10-15 14:00');
    expect(answerOf(body, defaultTemplate, 'context')).toBe(
      '- 2024-10-15 11:00 Rolled back\n- 2024-10-15 11:29 Repaired (rolled back), recorded anew as 2024-10-15 14:00',
    );
  });

  it('recorded as it was adds nothing to the timeline, and keeps its note', () => {
    const body = bodyAfter('/repaired 11:29 rolled back\n/repaired 11:29');
    expect(answerOf(body, defaultTemplate, 'repaired')).toBe('2024-10-15 11:29 (rolled back)');
    expect(answerOf(body, defaultTemplate, 'context')).toBe('');
  });

  it('keeps the words of one that could not be read in the timeline', () => {
    const body = bodyAfter(
      '/repaired 14:40',
      bodyOf({ ...ongoing, repaired: 'about 14.30, after Ann came' }),
    );
    expect(answerOf(body, defaultTemplate, 'repaired')).toBe('2024-10-15 14:40');
    expect(answerOf(body, defaultTemplate, 'context')).toBe(
      '- 2024-10-15 14:40 Repaired said before: about 14.30, after Ann came',
    );
  });

  it('takes the place of a mere typing error', () => {
    expect(answered('/repaired 14:43', 'repaired', bodyOf({ ...ongoing, repaired: '14.43' }))).toBe(
      '2024-10-15 14:43',
    );
  });

  it.each(['/repaired 09:00', '/resolved 2024-10-15 10:29', '/fixed 2024-10-14 12:00'])(
    'lesson 45: %s, before First detected, is refused',
    (comment) => {
      const said = errorOf(comment);
      expect(said).toContain('before First detected (2024-10-15 10:30)');
      expect(said).toContain('/detected YYYY-MM-DD HH:MM');
    },
  );

  it('lesson 45: before First detected, but not on a clock behind ours, is answered with its offset', () => {
    const fix = '/repaired 2024-10-15 09:00 -04:00';
    expect(errorOf('/repaired 09:00')).toContain(fix);
    expect(answered(fix, 'repaired')).toBe('2024-10-15 14:00');
    expect(
      errorOf('/repaired 09:00', bodyOf({ ...ongoing, 'first-detected': '2024-10-15 14:30' })),
    ).not.toContain('-04:00');
  });

  it('lesson 51: has other names for the same', () => {
    for (const name of ['mitigated', 'restored', 'fixed'])
      expect(answered(`/${name} 11:29 rolled back`, 'repaired')).toBe('2024-10-15 11:29 (rolled back)');
    expect(answered('/closed', 'resolved')).toBe('2024-10-15 14:43');
    expect(errorOf('/fixed 11.29')).toContain('/fixed 11:29');
  });

  it('lesson 51: of the start and the declaration is recorded where the form has a field for it', () => {
    const fields = ['impact-started', 'declared'].map((id) => ({
      id,
      label: `Label of ${id}`,
      kind: 'input',
      rendered: false,
      required: false,
    }));
    const template = { title: '', fields: [...defaultTemplate.fields, ...fields] };
    const body = bodyAfter('/started 10:00\n/declared\n/declared 11:00 by Ann', bodyOf(), template);
    expect(answerOf(body, template, 'impact-started')).toBe('2024-10-15 10:00');
    expect(answerOf(body, template, 'declared')).toBe('2024-10-15 11:00 (by Ann)');
    expect(errorOf('/started', bodyOf(), template)).toContain('The time is missing');
    expect(errorOf('/declared 09:00', bodyOf(), template)).toContain('before First detected');
    expect(errorOf('/started 10:00')).toContain('no field with the id impact-started');
  });

  it('of the detection is not taken for now', () => {
    expect(errorOf('/detected')).toContain('The time is missing');
    expect(errorOf('/detected 14.43')).toContain(
      '“14.43” is not a time in the form expected. /detected 14:43',
    );
  });
});

describe('the timeline', () => {
  it('is kept in the order of time, whatever order it is told in', () => {
    const context = '- 2024-10-15 10:30 Paged\n  by the alert\n- 2024-10-15 13:00 Traced';
    expect(
      answered(
        '/timeline 11:00 First\n/timeline Last\n/timeline 10:00 Before',
        'context',
        bodyOf({ ...ongoing, context }),
      ),
    ).toBe(
      [
        '- 2024-10-15 10:00 Before',
        '- 2024-10-15 10:30 Paged',
        '  by the alert',
        '- 2024-10-15 11:00 First',
        '- 2024-10-15 13:00 Traced',
        '- 2024-10-15 14:43 Last',
      ].join('\n'),
    );
  });

  it('that is lines stays lines', () => {
    const context = '2024-10-15 10:30 Paged\n2024-10-15 13:00 Traced';
    expect(answered('/timeline 11:00 Between', 'context', bodyOf({ ...ongoing, context }))).toBe(
      '2024-10-15 10:30 Paged\n2024-10-15 11:00 Between\n2024-10-15 13:00 Traced',
    );
  });

  it.each([
    [
      '  - 2024-10-15 10:30 A\n  - 2024-10-15 13:00 B',
      '  - 2024-10-15 10:30 A\n  - 2024-10-15 11:00 X\n  - 2024-10-15 13:00 B',
    ],
    ['1. 2024-10-15 10:30 A', '1. 2024-10-15 10:30 A\n1. 2024-10-15 11:00 X'],
    ['* 2024-10-15 13:00 B', '* 2024-10-15 11:00 X\n* 2024-10-15 13:00 B'],
  ])('%j keeps its kind of items', (context, expected) => {
    expect(answered('/timeline 11:00 X', 'context', bodyOf({ ...ongoing, context }))).toBe(expected);
  });

  it('below words is a list, and is put above a block that is left open', () => {
    expect(
      answered('/timeline 11:00 X', 'context', bodyOf({ ...ongoing, context: 'It began at night.' })),
    ).toBe('It began at night.\n- 2024-10-15 11:00 X');
  });

  it('keeps the line ends of the answer', () => {
    const body = renderSubmission(
      form,
      { ...ongoing, context: '- 2024-10-15 10:30 A\n- 2024-10-15 13:00 B' },
      '\r\n',
    );
    expect(answered('/timeline 11:00 X', 'context', body)).toBe(
      '- 2024-10-15 10:30 A\r\n- 2024-10-15 11:00 X\r\n- 2024-10-15 13:00 B',
    );
  });

  it('wants to be told what happened', () => {
    expect(errorOf('/timeline')).toContain('What happened is missing');
    expect(errorOf('/timeline 11:00')).toContain('What happened is missing');
  });

  it.each([
    ['newlines that are none', 'a\u2028### Resolved\u2028b'],
    ['a heading', '### Resolved'],
    ['a fence', '```'],
    ['HTML', '<script>alert(1)</script><!--'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['10,000 marks', '*['.repeat(5000)],
    ['what String.replace obeys', "$& $1 $` $'"],
    ['a mention', '@team #12'],
    ['a marker of ours', '<!-- incident-log: commands through=9 since=2024-01-01T00:00:00Z -->'],
  ])('lesson 20: %s stays in its entry', (_, words) => {
    const body = bodyAfter(`/timeline 11:00 ${words}`);
    expect(
      readIncident({ number: 12, url, title: 'x', body, closed: false, reopenedAt: null }, defaultTemplate, {
        timezone,
        now: at,
      }),
    ).toMatchObject({
      incident: { impact: 'Nobody can sign in.', repaired: null, resolution: '' },
      problems: [],
    });
    expect(answerOf(body, defaultTemplate, 'context')).toContain(words.split('\u2028')[0] ?? '');
    expect(contextEntries(answerOf(body, defaultTemplate, 'context'), timezone).length).toBeLessThanOrEqual(
      1,
    );
  });
});

describe('a review action', () => {
  it.each([
    ['', '- Alert on it (@mona, due 2024-11-01)'],
    ['  - One\n  - Two', '  - One\n  - Two\n  - Alert on it (@mona, due 2024-11-01)'],
    [
      '- Alert on it (@mona, due 2024-11-01) and more',
      '- Alert on it (@mona, due 2024-11-01) and more\n- Alert on it (@mona, due 2024-11-01)',
    ],
    ['* One\n* Two', '* One\n* Two\n* Alert on it (@mona, due 2024-11-01)'],
    ['N/A so far', '- Alert on it (@mona, due 2024-11-01)\n\nN/A so far'],
    ['- One\n\n  ```\n  code', '- One\n\n  ```\n  code\n- Alert on it (@mona, due 2024-11-01)'],
  ])('is added to %j', (list, expected) => {
    const body = bodyOf({ ...ongoing, 'review-actions': list });
    expect(answered('/action Alert on it (@mona, due 2024-11-01)', 'review-actions', body)).toBe(expected);
  });

  it('the same twice is two', () => {
    expect(answered('/action One\n/action One', 'review-actions')).toBe('- One\n- One');
  });

  it('that would be a heading, code or a list of its own is written as words', () => {
    expect(answered('/action # One\n/action > Two\n/action - Three', 'review-actions')).toBe(
      '- \\# One\n- \\> Two\n- \\- Three',
    );
  });

  it('says which date it cannot read', () => {
    for (const words of [
      '(@mona, due friday)',
      '(due 2024-02-30)',
      '(@mona, @lead, due 2024-11-01)',
      'due 2024-02-30',
      'by friday',
      '@octo/team',
      '(@mona, please)',
    ])
      expect(errorOf(`/action One ${words}`), words).toContain('(@login, due YYYY-MM-DD)');
    for (const words of ['@mona due 2024-11-01', '(@mona; due 2024-11-01)', 'by 2024-11-01 @mona'])
      expect(answered(`/action One ${words}`, 'review-actions')).toBe(`- One ${words}`);
    expect(answered('/action Pay what is due (see #3)', 'review-actions')).toBe('- Pay what is due (see #3)');
    expect(answered('/action Fix the race due to 2 workers', 'review-actions')).toBe(
      '- Fix the race due to 2 workers',
    );
    expect(answered('/action One (@mona, due 2024-11-01).', 'review-actions')).toBe(
      '- One (@mona, due 2024-11-01)',
    );
    expect(errorOf('/action')).toContain('What is to be done is missing');
  });
});

describe('lesson 54: an issue without the headings of a form', () => {
  it.each([
    ['words', 'Sign-ins fail since the deploy.\n\nSee the dashboard.'],
    ['nothing', ''],
    ['a heading of its own', '## What happened\n\nSign-ins fail.\n\n### Notes\n\n- one'],
    ['a comment that is left open', 'Sign-ins fail. <!-- more'],
    ['HTML that is left open', '<details>\nerror 500'],
    ['a list', '- sign-ins fail\n  - since the deploy'],
    ['a table', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['a line that could be underlined', 'Sign-ins fail'],
  ])('with %s gets each heading where the form has it', (_, body) => {
    const comment =
      '/resolved 14:00\n/action Alert on it\n/detected 10:30\n/timeline 11:00 Paged\n/repaired 11:29';
    const changed = bodyAfter(comment, body);
    expect(changed).toContain(body);
    expect(
      [...changed.matchAll(/^### (.*)$/gm)].map(([, label]) => label).filter((label) => label !== 'Notes'),
    ).toEqual(['First detected', 'Repaired', 'Resolved', 'Context', 'Review actions']);
    expect(
      readIncident(
        { number: 12, url, title: 'x', body: changed, closed: false, reopenedAt: null },
        defaultTemplate,
        {
          timezone,
          now: at,
        },
      ).incident,
    ).toMatchObject({
      figures: { timeToRepair: 59, timeToResolve: 210 },
      context: '- 2024-10-15 11:00 Paged',
      reviewActions: [{ text: 'Alert on it' }],
    });
  });
});

it('lesson 54: a code block that is left open hides what stands below it, and the answer says so', () => {
  expect(errorOf('/repaired 11:29', 'Sign-ins fail:\n\n```\nerror 500')).toContain('close what is left open');
});

describe('a body that is not as the form writes it', () => {
  it.each([
    [
      'nothing stands under a heading',
      '### Repaired\n\n### Resolved\n\n_No response_',
      '### Repaired\n\n2024-10-15 11:29\n\n### Resolved\n\n_No response_',
    ],
    [
      'the next heading follows at once',
      '### Repaired\n### Resolved\n\n_No response_',
      '### Repaired\n\n2024-10-15 11:29\n\n### Resolved\n\n_No response_',
    ],
    [
      'the heading is the end',
      '### Impact\n\nX\n\n### Repaired',
      '### Impact\n\nX\n\n### Repaired\n\n2024-10-15 11:29',
    ],
    ['the heading is missing', '### Impact\n\nX', '### Repaired\n\n2024-10-15 11:29\n\n### Impact\n\nX'],
    [
      'the last heading is missing',
      '### First detected\n\nX',
      '### First detected\n\nX\n\n### Repaired\n\n2024-10-15 11:29',
    ],
    ['there is nothing', '', '### Repaired\n\n2024-10-15 11:29'],
    [
      'line ends are CRLF',
      '### Repaired\r\n\r\n_No response_\r\n\r\n### Resolved\r\n',
      '### Repaired\r\n\r\n2024-10-15 11:29\r\n\r\n### Resolved\r\n',
    ],
  ])('%s', (_, before, expected) => {
    expect(bodyAfter('/repaired 11:29', before)).toBe(expected);
  });

  it('a form may wrap an answer in a fence', () => {
    const fields = defaultTemplate.fields.map((field) => ({ ...field, rendered: field.id === 'context' }));
    const template = { title: '', fields };
    const empty =
      '### First detected\n\n2024-10-15 10:30\n\n### Context\n\n```shell\n\n```\n\n### Review actions\n\nx';
    const body = bodyAfter('/timeline 11:00 One\n/timeline 10:00 Two', empty, template);
    expect(body).toContain(
      '```shell\n- 2024-10-15 10:00 Two\n- 2024-10-15 11:00 One\n```\n\n### Review actions\n\nx',
    );
  });

  it('a field that the form lacks is named', () => {
    const template = { title: '', fields: defaultTemplate.fields.filter(({ id }) => id !== 'context') };
    expect(errorOf('/timeline X', bodyOf(), template)).toContain('no field with the id context');
    // An earlier time has no timeline to go into then.
    expect(bodyAfter('/repaired 11:00\n/repaired 12:00', bodyOf(), template)).toContain(
      '### Repaired\n\n2024-10-15 12:00',
    );
  });

  it('a text that is as long as GitHub takes stays as it is', () => {
    const body = bodyOf({ ...ongoing, context: 'x'.repeat(65_000) });
    expect(errorOf(`/timeline ${'y'.repeat(1000)}`, body)).toContain('as long as GitHub takes');
  });
});

describe('for every text and every sequence of commands', () => {
  const touched: Readonly<Record<string, readonly string[]>> = {
    detected: ['first-detected', 'context'],
    repaired: ['repaired', 'context'],
    resolved: ['resolved', 'context'],
    timeline: ['context'],
    action: ['review-actions'],
    help: [],
  };
  const words = fc.oneof(hostileMarkdown, fc.string()).map((text) => text.replace(/[\r\n]/g, ' '));
  const time = fc.constantFrom('', 'now ', '11:29 ', '09:00 ', '2024-10-14 12:00 ', '14.43 ');
  const line = fc
    .tuple(fc.constantFrom(...Object.keys(touched)), time, words)
    .map(([name, typed, text]) => `/${name} ${typed}${text}`);
  const answers = fc.record({
    'first-detected': fc.constantFrom('2024-10-15 10:30', '10.30', ''),
    repaired: fc.constantFrom('2024-10-15 11:00 (a)', '', 'soon'),
    resolved: fc.constantFrom('', '2024-10-15 12:00'),
    identified: hostileMarkdown,
    impact: hostileMarkdown,
    context: fc.oneof(hostileMarkdown, fc.constantFrom('', '- 2024-10-15 10:30 A\n- 2024-10-15 12:30 B')),
    resolution: hostileMarkdown,
    'review-actions': fc.oneof(hostileMarkdown, fc.constantFrom('', '- One\n- Two', 'N/A')),
  });
  const lineEnding = fc.constantFrom('\n', '\r\n') as fc.Arbitrary<'\n' | '\r\n'>;

  it('the answers to all other fields are as they were', () => {
    fc.assert(
      fc.property(
        answers,
        lineEnding,
        fc.array(line, { minLength: 1, maxLength: 4 }),
        (given, eol, lines) => {
          const body = renderSubmission(form, given, eol);
          const changed = lines.flatMap((each) => touched[/^\/(\w+)/.exec(each)?.[1] ?? ''] ?? []);
          const last = run(lines.join('\n\n'), body).findLast(({ kind }) => kind === 'done');
          const result = last?.kind === 'done' ? last.body : body;
          for (const { id } of Object.values(fields)) {
            if (changed.includes(id)) continue;
            expect(answerOf(result, defaultTemplate, id)).toBe(answerOf(body, defaultTemplate, id));
          }
        },
      ),
      { numRuns: scaled(600) },
    );
  });

  it('a timeline that was in order stays so, and loses nothing', () => {
    const commands = fc.array(
      fc.tuple(
        fc.constantFrom('timeline', 'repaired', 'resolved', 'detected'),
        fc.integer({ min: 0, max: 14 * 60 }),
        words,
      ),
      { minLength: 1, maxLength: 6 },
    );
    const start = '- 2024-10-15 01:00 A\n  - detail\n- 2024-10-15 07:30 B';
    fc.assert(
      fc.property(commands, (list) => {
        const comment = list
          .map(([name, minutes, text]) => {
            const clock = new Date(minutes * 60_000).toISOString().slice(11, 16);
            return `/${name} 2024-10-15 ${clock} ${text.replace(/^[\s\d:.,+−–—-]+/, '')}x`;
          })
          .join('\n\n');
        const body = bodyOf({ ...ongoing, context: start });
        const last = run(comment, body).findLast(({ kind }) => kind === 'done');
        const context = answerOf(last?.kind === 'done' ? last.body : body, defaultTemplate, 'context');
        const instants = contextEntries(context, timezone).map(({ instant }) => instant);
        expect(instants).toEqual(instants.toSorted((one, other) => one - other));
        for (const entry of start.split('\n')) expect(context.split('\n')).toContain(entry);
      }),
      { numRuns: scaled(300) },
    );
  });
});
