import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followsForm, readAnswers } from '../../../src/form/answers.ts';
import { defaultTemplate, type FormField } from '../../../src/form/template.ts';
import { scaled } from '../../thorough.ts';

const { fields } = defaultTemplate;
const times = fields.slice(0, 3);

/** An issue's body as GitHub renders a submission, the answers in form order. */
function render(texts: readonly string[]): string {
  return fields
    .map((field, index) => `### ${field.label}\n\n${texts[index] ?? '_No response_'}`)
    .join('\n\n');
}

function bodyOf(sections: readonly (readonly [string, string])[]): string {
  return sections.map(([label, text]) => `### ${label}\n\n${text}`).join('\n\n');
}

function textsIn(body: string): string[] {
  const { answers } = readAnswers(body, defaultTemplate);
  return fields.map((field) => answers.get(field)?.text ?? 'no heading');
}

/** Without blank lines around it: what a person typed into the form, as far as it matters. */
function trimmed(text: string): string {
  return text.trimEnd().replace(/^(?:\s*[\r\n])?(?=.*\S)/, '');
}

const harmless = [
  'word',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '1. ',
  '**b**',
  '| a |',
  '#### Note',
  '### Not a label',
  '    ',
];
const open = [
  '```',
  '~~~',
  '````',
  '<!--',
  '-->',
  '<details>',
  '<x>',
  '<script>',
  '> ',
  '===',
  '---',
  '`',
  '[a]: b',
  '\t',
];
const labels = fields.flatMap((field) => [`\n### ${field.label}\n`, `\n\n  ### ${field.label} ##\n\n`]);

function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(''));
}

function textsOf(pieces: readonly string[]): fc.Arbitrary<string[]> {
  return fc.array(textOf(pieces), { minLength: fields.length, maxLength: fields.length });
}

describe('readAnswers', () => {
  it.each([null, '', ' \r\n\u00a0', 'Sign-in is down!', '### Weather\n\nfine'])(
    'lesson 1: finds no answers and no problems in the body %j',
    (body) => {
      expect(readAnswers(body, defaultTemplate)).toEqual({ answers: new Map(), problems: [] });
    },
  );

  it('says where each answer stands in the body', () => {
    const body = '### First detected\r\n\r\n2026-03-09 08:15\r\n\r\n### Repaired\r\n\r\n_No response_\r\n';
    const { answers } = readAnswers(body, defaultTemplate);
    expect([...answers.values()]).toEqual([
      { text: '2026-03-09 08:15', start: 22, end: 38 },
      { text: '', start: 58, end: 71 },
    ]);
  });

  it('lesson 3: names a label that stands twice, with its lines, once', () => {
    const body = `${render([])}\n### Impact\n### Impact\n`;
    const { problems } = readAnswers(body, defaultTemplate);
    expect(problems).toEqual([
      {
        rule: 'duplicate-heading',
        severity: 'error',
        field: 'impact',
        message:
          'The heading “Impact” stands in line 25 and again in line 40, and only the first counts: remove the second, or give it another number of #.',
      },
    ]);
  });

  it('lesson 4: names the line where a block was left open, and the first heading that it swallows', () => {
    const body = render(['2026-03-09 08:15', '', '', '', '', 'Seen:\n\n~~~\nerror 7']);
    const { problems } = readAnswers(body, defaultTemplate);
    expect(problems.map((problem) => problem.message)).toEqual([
      'The code block that begins in line 25, under Identified, runs on over the heading “Impact”: end it above that heading with a line of the same backticks or tildes that it begins with.',
    ]);
  });

  it('skips a label that the body lacks', () => {
    const body =
      '### First detected\n\n2026-03-09 08:15\n\n### Impact\n\nSign-in\n\n### Resolution\n\nPut back';
    const { answers } = readAnswers(body, defaultTemplate);
    const texts = [...answers].map(([field, answer]) => [field.id, answer.text]);
    expect(texts).toEqual([
      ['first-detected', '2026-03-09 08:15'],
      ['impact', 'Sign-in'],
      ['resolution', 'Put back'],
    ]);
  });

  it('reads what stands behind a byte order mark, at the same offsets', () => {
    const { answers } = readAnswers('\uFEFF### First detected\n\n2026-03-09 08:15', defaultTemplate);
    expect([...answers.values()]).toEqual([{ text: '2026-03-09 08:15', start: 21, end: 37 }]);
  });

  it('lesson 2: takes the first of each label where the body has another order than the form', () => {
    const body = bodyOf([
      ['First detected', '2026-03-09 08:15'],
      ['Context', 'Alarm'],
      ['Impact', 'Sign-in'],
      ['Identified', 'Calls:\n\n### Context\n\nnone'],
    ]);
    const { answers, problems } = readAnswers(body, defaultTemplate);
    expect([...answers.values()].map(({ text }) => text)).toEqual([
      '2026-03-09 08:15',
      'Alarm',
      'Sign-in',
      'Calls:\n\n### Context\n\nnone',
    ]);
    expect(problems.map(({ rule, field }) => [rule, field])).toEqual([['duplicate-heading', 'context']]);
  });

  it('lesson 3: ends an answer of one line at a label that does not count', () => {
    const body = render(['2026-03-09 08:15\n\n### First detected\n\n2026-03-09 08:30']);
    expect(textsIn(body)[0]).toBe('2026-03-09 08:15');
    expect(readAnswers(body, defaultTemplate).problems.map(({ rule }) => rule)).toEqual([
      'duplicate-heading',
    ]);
  });

  it.each(times.slice(1).map(({ label }) => [label]))(
    'reads the other times when the mere heading %s of a blank one was removed',
    (label) => {
      const body = render(['2026-03-09 08:15']).replace(`### ${label}\n`, '');
      const expected = fields.map((field) => (field.label === label ? 'no heading' : ''));
      expect(textsIn(body)).toEqual(['2026-03-09 08:15', ...expected.slice(1)]);
    },
  );

  it('reads the first time when the headings of all blank ones were removed', () => {
    const body = render(['2026-03-09 08:15'])
      .replaceAll('\n', '\r\n')
      .replaceAll(/### Re[ps]\w+\r\n/g, '');
    expect(textsIn(body).slice(0, 3)).toEqual(['2026-03-09 08:15', 'no heading', 'no heading']);
  });

  it('never throws, whatever the body', () => {
    const body = fc.oneof(fc.string({ unit: 'binary' }), textOf([...harmless, ...open, ...labels]));
    fc.assert(
      fc.property(body, (text) => {
        const { answers } = readAnswers(text, defaultTemplate);
        let end = 0;
        for (const answer of answers.values()) {
          expect(answer.start).toBeGreaterThanOrEqual(end);
          expect(answer.end).toBeGreaterThanOrEqual(answer.start);
          end = answer.end;
        }
      }),
      { numRuns: scaled(500) },
    );
  });

  it('reads every answer as it was typed when none has a label line, whatever blocks the others leave open', () => {
    fc.assert(
      fc.property(textsOf([...harmless, ...open]), (texts) => {
        expect(textsIn(render(texts))).toEqual(texts.map(trimmed));
      }),
      { numRuns: scaled(500) },
    );
  });

  it('reads an answer the same whatever later fields hold, labels included', () => {
    const before = fc.integer({ min: 0, max: fields.length - 1 });
    fc.assert(
      fc.property(
        before,
        textsOf(harmless),
        textsOf([...harmless, ...open, ...labels]),
        (count, plain, any) => {
          const texts = textsIn(render([...plain.slice(0, count), ...any.slice(count)]));
          expect(texts.slice(0, count)).toEqual(plain.slice(0, count).map(trimmed));
        },
      ),
      { numRuns: scaled(500) },
    );
  });

  it('reads the times whatever the fields behind them hold', () => {
    fc.assert(
      fc.property(textsOf([...harmless, ...open, ...labels]), (texts) => {
        const recorded = ['2026-03-09 08:15', '2026-03-09 09:40 (rolled back)', '_No response_'];
        const read = textsIn(render([...recorded, ...texts.slice(times.length)]));
        expect(read.slice(0, times.length)).toEqual([
          '2026-03-09 08:15',
          '2026-03-09 09:40 (rolled back)',
          '',
        ]);
      }),
      { numRuns: scaled(500) },
    );
  });
});

describe('readAnswers, from a body that is not as the form has it', () => {
  const anyOrder = fc.shuffledSubarray([...fields], { minLength: fields.length });
  const anyFields = fc.shuffledSubarray([...fields]);

  it('reads every answer whatever the order of the form and of the body, and whatever the body lacks', () => {
    fc.assert(
      fc.property(anyOrder, anyFields, textsOf([...harmless, ...open]), (order, present, texts) => {
        const sections = present.map((field, index) => [field.label, texts[index] ?? ''] as const);
        const { answers } = readAnswers(bodyOf(sections), { title: '', fields: order });
        expect([...answers].map(([field, answer]) => [field.label, answer.text])).toEqual(
          sections.map(([label, text]) => [label, trimmed(text)]),
        );
      }),
      { numRuns: scaled(500) },
    );
  });

  it('lesson 3: reads the times above all text, whatever the order of the form and whatever the text holds', () => {
    const recorded = '2026-03-09 08:15';
    const someTimes = fc.shuffledSubarray([...times], { minLength: 1 });
    const someTexts = fc.shuffledSubarray(fields.slice(times.length));
    const anyText = textsOf([...harmless, ...open, ...labels]);
    fc.assert(
      fc.property(anyOrder, someTimes, someTexts, anyText, (order, above, below, texts) => {
        const body = bodyOf([
          ...above.map((field) => [field.label, recorded] as const),
          ...below.map((field, index) => [field.label, texts[index] ?? ''] as const),
        ]);
        const { answers } = readAnswers(body, { title: '', fields: order });
        expect(above.map((field) => answers.get(field)?.text)).toEqual(above.map(() => recorded));
      }),
      { numRuns: scaled(1000) },
    );
  });
});

describe('followsForm', () => {
  const submission = render(['2026-03-09 08:15']);
  const without = (label: string): string => submission.replace(`### ${label}\n`, '');

  it.each([
    ['a submission', submission],
    ['one with CRLF', submission.replaceAll('\n', '\r\n')],
    ['one without an optional heading', without('Context')],
    ['one behind a byte order mark', `\uFEFF${submission}`],
    ['one with a label in an answer', render(['2026-03-09 08:15', '', '', '', '', '### Context'])],
    ['one with a fence left open', render(['2026-03-09 08:15', '', '', '', '', '```'])],
  ])('knows %s', (_, body) => {
    expect(followsForm(body, defaultTemplate)).toBe(true);
  });

  const onlyFields = (kept: readonly FormField[]): string =>
    kept.map((field) => `### ${field.label}\n\nx\n`).join('\n');

  it.each([
    ['no body', null],
    ['an empty one', ''],
    ['a heading that many reports have', '### Impact\n\nHigh\n'],
    ['one without a required heading', without('Impact')],
    ['only half of the labels', onlyFields(fields.filter((_, index) => [0, 1, 2, 4].includes(index)))],
    ['the labels in another order', onlyFields(fields.toReversed())],
    ['a report that begins in its own words', `The form asks too much:\n\n${submission}`],
    ['a report that quotes the form', `\`\`\`\n${submission}\n\`\`\`\n`],
  ])('does not take for the form: %s', (_, body) => {
    expect(followsForm(body, defaultTemplate)).toBe(false);
  });
});
