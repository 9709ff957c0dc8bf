import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ChoiceName, choices, readChoice, readChoiceInput, wrongChoice } from '../../src/choices.ts';
import { readActionDefinition } from '../runner/action-yml.ts';

const { inputs } = readActionDefinition(join(import.meta.dirname, '../..'));
const names = Object.keys(choices) as ChoiceName[];

describe('inputs with a fixed set of values', () => {
  it('are those of action.yml, and their defaults are among the values', () => {
    for (const name of names) expect(choices[name], name).toContain(inputs.get(name));
    const switches = [...inputs].filter(([, value]) => value === 'true' || value === 'false');
    expect(switches.map(([name]) => name).filter((name) => !names.includes(name as ChoiceName))).toEqual([]);
  });

  it('are described with each of their values', () => {
    const text = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8');
    for (const name of names) {
      const [, description = ''] = text.split(`\n  ${name}:\n    description: `);
      const line = description.split('\n')[0] ?? '';
      if (!inputs.get(name)?.match(/^(?:true|false)$/))
        for (const value of choices[name]) expect(line).toContain(`\`${value}\``);
    }
  });

  it('lesson 55: are taken in any case, and anything else is refused with the list', () => {
    expect(readChoice('mode', ' Audit ')).toBe('audit');
    expect(() => readChoice('mode', 'adit')).toThrow(
      '“adit” is not a value of `mode`. Use sync, audit or report.',
    );
    expect(() => readChoice('empty-quarters', 'constructor')).toThrow('Use none, zero or omit.');
  });

  it('lesson 55: are checked all at once', () => {
    const variable = (name: string) => `INPUT_${name.toUpperCase()}`;
    const defaults = Object.fromEntries(names.map((name) => [variable(name), inputs.get(name)]));
    expect(wrongChoice(defaults)).toBeNull();
    for (const name of names)
      expect(wrongChoice({ ...defaults, [variable(name)]: 'mistyped' })).toContain(
        `“mistyped” is not a value of \`${name}\``,
      );
  });

  it('are off where a switch is empty, and refused where another one is', () => {
    const environment = { 'INPUT_DRY-RUN': '', INPUT_MODE: ' ' };
    expect(readChoiceInput(environment, 'dry-run')).toBe('false');
    expect(() => readChoiceInput(environment, 'mode')).toThrow(
      'The input `mode` is empty. Use sync, audit or report',
    );
  });
});
