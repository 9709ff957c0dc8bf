import { describe, expect, it } from 'vitest';
import { carryOut } from '../../../src/commands/carry-out.ts';
import { readCommands } from '../../../src/commands/read.ts';
import { type Command, commandFor, commandNames, commands } from '../../../src/commands/registry.ts';
import { commandLine, commandSign, mayHoldCommand } from '../../../src/commands/syntax.ts';
import { answerOf } from '../../../src/form/edit.ts';
import { defaultTemplate, type Template } from '../../../src/form/template.ts';
import { fields } from '../../../src/incident/fields.ts';

/** A form with every known field. */
const template: Template = {
  ...defaultTemplate,
  fields: Object.values(fields).map(({ id, label, form }) => ({
    id,
    label,
    kind: form?.kind ?? 'input',
    required: form?.required ?? false,
    rendered: false,
  })),
};
const context = {
  template,
  timezone: 'Europe/London',
  url: 'https://github.com/octo/service/issues/12',
  at: Date.parse('2024-10-15T13:43:20Z'),
};
const entries = commandNames.map((name): [string, Command] => [name, commands[name]]);

describe('the registry of commands', () => {
  const words = commandNames.flatMap((name) => [name, ...commands[name].aliases]);

  it('gives every command words of its own', () => {
    expect(new Set(words).size).toBe(words.length);
  });

  it.each(words)('%s is found in a comment, by the cheap check too', (word) => {
    expect(commandLine.exec(`${commandSign}${word}`)?.[2]).toBe(word);
    expect(mayHoldCommand(`Done.\n${commandSign}${word}`)).toBe(true);
    expect(readCommands(`/${word}`).map(({ typed }) => typed)).toEqual([word]);
  });

  it.each(entries.filter(([, { stem }]) => stem !== null))(
    '%s is meant by words with its stem',
    (name, { stem }) => {
      const [command] = readCommands(`/${stem}xyzxyz`);
      if (command === undefined) throw new Error('No command');
      expect(command.name).toBeNull();
      expect(carryOut(command, '', context)).toMatchObject({
        examples: [expect.stringMatching(new RegExp(`^/${name}\\b`))],
      });
    },
  );

  it.each(entries)('the example of %s is carried out, and fills in its field', (name, { example, field }) => {
    const [command] = readCommands(`/${name} ${example}`);
    if (command === undefined) throw new Error('No command');
    const result = carryOut(command, '', context);
    if (result.kind !== 'done') throw new Error(result.message);
    const filled = Object.values(fields).filter(({ id }) => answerOf(result.body, template, id) !== '');
    expect(filled).toEqual(field === null ? [] : [fields[field]]);
  });

  it.each(entries.filter(([, { help }]) => help !== null))(
    'so is that in the help for %s',
    (name, { help }) => {
      const [command] = readCommands(`/${name} ${help?.example}`);
      if (command === undefined) throw new Error('No command');
      expect(carryOut(command, '', context).kind).toBe('done');
    },
  );

  it('fills in each field by one command at most', () => {
    const filled = commandNames.flatMap((name) => commands[name].field ?? []);
    expect(new Set(filled).size).toBe(filled.length);
    expect(commandFor('context')).toBe('timeline');
    expect(commandFor('identified')).toBeNull();
    expect(commandFor(null)).toBeNull();
  });
});
