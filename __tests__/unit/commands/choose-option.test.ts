import { describe, expect, it } from 'vitest';
import { chooseOption } from '../../../src/commands/choose-option.ts';
import { readTemplate, type Template } from '../../../src/form/template.ts';

const levels = ['SEV1: all', 'SEV2: many, or money', 'SEV3'];

function templateOf(severity: string): Template {
  const reading = readTemplate(
    `body:\n  - type: input\n    id: first-detected\n    attributes: { label: Detected }\n${severity}  - type: textarea\n    id: impact\n    attributes: { label: Impact }\n`,
  );
  if (reading.kind !== 'template') throw new Error(reading.message);
  return reading.template;
}

const dropdown = templateOf(
  `  - type: dropdown\n    id: severity\n    attributes: { label: How Bad, options: ${JSON.stringify(levels)} }\n`,
);
const input = templateOf('  - type: input\n    id: severity\n    attributes: { label: How Bad }\n');
const without = templateOf('');

const body = '### Detected\n\n2024-10-14 10:30\n\n### How Bad\n\n_No response_\n\n### Impact\n\nSome.';

function choose(argument: string, template = dropdown, text = body) {
  const context = { template, timezone: 'UTC', url: 'https://github.com/o/r/issues/1', at: 0 };
  return chooseOption('severity', { typed: 'sev', argument }, text, context);
}

const withAnswer = (answer: string) => ({ kind: 'done', body: body.replace('_No response_', answer) });

describe('/severity', () => {
  it.each([
    ['SEV3', 'SEV3'],
    ['sev3', 'SEV3'],
    [' Sev3\u200B', 'SEV3'],
    ['sev1', 'SEV1: all'],
    ['SEV1: ALL', 'SEV1: all'],
    ['sev2', 'SEV2: many, or money'],
  ])('takes %j for %j', (argument, level) => {
    expect(choose(argument)).toEqual(withAnswer(level));
  });

  it('replaces the level that stands there, and leaves all else', () => {
    const answered = withAnswer('SEV3').body;
    expect(choose('sev1', dropdown, answered)).toEqual(withAnswer('SEV1: all'));
    const crlf = answered.replaceAll('\n', '\r\n');
    expect(choose('sev1', dropdown, crlf)).toEqual({
      kind: 'done',
      body: withAnswer('SEV1: all').body.replaceAll('\n', '\r\n'),
    });
  });

  it.each(['SEV', 'SEV4', 'all', 'SEV1 SEV2', '@team `x`'])(
    'refuses %j, and lists all levels',
    (argument) => {
      expect(choose(argument)).toEqual({
        kind: 'error',
        message: `“${argument}” isn't a how bad of the form.`,
        examples: levels.map((level) => `/sev ${level}`),
      });
    },
  );

  it('lists all levels where none is given', () => {
    for (const argument of ['', ' ', '\u200B']) {
      expect(choose(argument)).toMatchObject({
        kind: 'error',
        examples: levels.map((level) => `/sev ${level}`),
      });
    }
  });

  it('takes any words where the form offers no levels', () => {
    expect(choose('P1, for now', input)).toEqual(withAnswer('P1, for now'));
    expect(choose('', input)).toMatchObject({ kind: 'error', examples: [] });
  });

  it('says that the form has no such field', () => {
    expect(choose('SEV1', without)).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('no field with the id severity'),
    });
  });

  it('puts the heading in where the issue lacks it', () => {
    const result = choose('SEV3', dropdown, '### Detected\n\n2024-10-14 10:30\n\n### Impact\n\nSome.');
    expect(result).toEqual(withAnswer('SEV3'));
  });

  it('says so where the issue is as long as GitHub takes', () => {
    const full = body.padEnd(65_536, '.');
    expect(choose('SEV2', dropdown, full)).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('no place'),
    });
    expect(choose('SEV3', dropdown, full)).toMatchObject({ kind: 'done' });
  });
});
