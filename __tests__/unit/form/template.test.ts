import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTemplate, readTemplate } from '../../../src/form/template.ts';
import { scaled } from '../../thorough.ts';

const shipped = new URL('../../../.github/ISSUE_TEMPLATE/incident.yml', import.meta.url);

/** A form whose first element can be read, with more behind it. */
function form(elements: string): string {
  return `name: Incident
body:
  - type: input
    id: first-detected
    attributes:
      label: First detected
${elements}`;
}

function messageOf(yaml: string): string {
  const reading = readTemplate(yaml);
  return reading.kind === 'problem' ? reading.message : 'no problem';
}

describe('readTemplate', () => {
  it('reads the form that this project ships as the default', () => {
    expect(readTemplate(readFileSync(shipped, 'utf8'))).toEqual({
      kind: 'template',
      template: defaultTemplate,
    });
  });

  it('reads labels, kinds, rendering and what is required, and leaves out text shown to the person', () => {
    const yaml = form(`
  - type: markdown
    attributes: {value: Thank you}
  - type: textarea
    attributes: {label: "  Log output ##", render: shell}
    validations: {required: true}
  - {type: dropdown, id: region, attributes: {label: constructor, options: [a, b]}}
`);
    expect(readTemplate(yaml)).toEqual({
      kind: 'template',
      template: {
        title: '',
        fields: [
          { id: 'first-detected', label: 'First detected', kind: 'input', rendered: false, required: false },
          { id: null, label: 'Log output', kind: 'textarea', rendered: true, required: true },
          {
            id: 'region',
            label: 'constructor',
            kind: 'dropdown',
            rendered: false,
            required: false,
            options: ['a', 'b'],
          },
        ],
      },
    });
  });

  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [name, base] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf']) {
    bomb.push(`${name}: &${name} [${Array(10).fill(`*${base}`).join(', ')}]`);
  }

  it.each([
    [
      'an empty file',
      '',
      'The issue form is none that GitHub would accept: the file as a whole should be a mapping and is null.',
    ],
    ['an open bracket', 'name: Incident\nbody: [', /^The issue form is not YAML: .* at line 2\.$/],
    ['tabs for indentation', 'body:\n\t- type: input', /^The issue form is not YAML: .* at line 2\.$/],
    ['Markdown', '# Incident\n\nWhat *happened*?\n\n- a: b', /^The issue form is not YAML/],
    ['several documents', 'name: a\n---\nname: b', /^The issue form is not YAML: .* at line 2\.$/],
    [
      'aliases that multiply',
      bomb.join('\n'),
      /^The issue form is not YAML that can be read: .*[Ee]xcessive alias/,
    ],
    ['an alias of nothing', 'body: *b', /^The issue form is not YAML that can be read: /],
    ['20,000 brackets', '['.repeat(20_000), /^The issue form is not YAML/],
    ['no body', 'name: Incident', 'The issue form is none that GitHub would accept: body is missing.'],
    [
      'a body that is no list',
      'body: {type: input}',
      'The issue form is none that GitHub would accept: body should be a list and is Object.',
    ],
    [
      'a label that is no text',
      form('  - {type: input, attributes: {label: 2026}}'),
      'The issue form is none that GitHub would accept: body.1.attributes.label should be text and is 2026.',
    ],
    [
      'an element without a label',
      form('  - {type: input, id: repaired}'),
      'Element 2 of the issue form has no label: give it one under attributes.',
    ],
    [
      'a label twice',
      form('  - {type: input, attributes: {label: "First  detected #"}}'),
      'Two fields of the issue form have the label “First detected”: rename one of them.',
    ],
    [
      'an id twice',
      form('  - {type: input, id: first-detected, attributes: {label: Noticed}}'),
      'Two fields of the issue form have the id first-detected: change one of them.',
    ],
    [
      'no field for the first detection',
      'body:\n  - {type: input, id: detected, attributes: {label: First detected}}',
      'The issue form has no field with the id first-detected, and without that time no incident can be placed: give the id to the field that asks for it.',
    ],
  ])('says in one sentence what is wrong with %s', (_, yaml, message) => {
    expect(messageOf(yaml)).toMatch(message);
  });

  it('never throws, whatever the file', () => {
    const piece = fc.constantFrom(
      'body:',
      ' - ',
      'type: input',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '*a',
      '&a ',
      '"',
      '|',
      '!!js',
      ': ',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (yaml) => {
        expect(['template', 'problem']).toContain(readTemplate(yaml).kind);
      }),
      { numRuns: scaled(300) },
    );
  });
});
