import { describe, expect, it } from 'vitest';
import { choices } from '../../../src/choices.ts';
import { UserError } from '../../../src/errors.ts';
import { engineSetting, readTimeZone } from '../../../src/model/settings.ts';

describe('readTimeZone', () => {
  it.each(['Europe/London', 'UTC', 'America/New_York'])('takes %s as it is', (name) => {
    expect(readTimeZone(name)).toBe(name);
  });

  it.each(['', 'London', 'Europe/Lodnon', 'BST+1'])('refuses “%s”, and says what to type', (name) => {
    expect(() => readTimeZone(name)).toThrow(UserError);
    expect(() => readTimeZone(name)).toThrow(`“${name}” is no time zone; set \`timezone\``);
  });
});

it('reads Liquid and ERB as one engine, since both have tags, and every other choice as it is', () => {
  const read = choices['template-engine'].map((choice) => [choice, engineSetting(choice)]);
  const others = choices['template-engine'].filter((choice) => choice !== 'liquid' && choice !== 'erb');
  expect(Object.fromEntries(read)).toEqual({
    ...Object.fromEntries(others.map((choice) => [choice, choice])),
    liquid: 'tags',
    erb: 'tags',
  });
});
