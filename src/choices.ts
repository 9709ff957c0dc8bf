// Loads next to nothing, so that every event can be checked first.
import { type Environment, readInput } from './environment.ts';
import { UserError } from './errors.ts';

const onOrOff = ['true', 'false'] as const;

/** The inputs that take one of a fixed set of values, and the values. */
export const choices = {
  mode: ['sync', 'audit', 'report'],
  feedback: ['comment', 'none'],
  'close-on-resolved': onOrOff,
  'review-actions': ['issues', 'text'],
  'hand-kept': ['keep', 'fix'],
  'empty-quarters': ['none', 'zero', 'omit'],
  overview: onOrOff,
  'dry-run': onOrOff,
  'fail-on-problems': onOrOff,
  'allow-empty': onOrOff,
  'template-engine': ['auto', 'none', 'liquid', 'erb', 'mdx', 'vue'],
  'pull-request': ['open', 'branch'],
  signoff: onOrOff,
} as const satisfies Record<string, readonly string[]>;

export type ChoiceName = keyof typeof choices;
export type Choice<Name extends ChoiceName> = (typeof choices)[Name][number];

/** The value that a word stands for, in any case. Throws {@link UserError}, with the list of values, on any other word. */
export function readChoice<Name extends ChoiceName>(name: Name, word: string): Choice<Name> {
  const values: readonly Choice<Name>[] = choices[name];
  const value = values.find((each) => each === word.trim().toLowerCase());
  if (value !== undefined) return value;
  throw new UserError(`“${word.trim()}” is not a value of \`${name}\`. Use ${listed(values)}.`);
}

/**
 * The value of an input of the action, in any case; an empty switch is off. Throws {@link UserError}, with the list of values,
 * on any other word.
 */
export function readChoiceInput<Name extends ChoiceName>(environment: Environment, name: Name): Choice<Name> {
  const word = readInput(environment, name);
  const values: readonly string[] = choices[name];
  if (word !== '') return readChoice(name, word);
  if (values === onOrOff) return readChoice(name, 'false');
  throw new UserError(
    `The input \`${name}\` is empty. Use ${listed(values)}, or leave it out for the default.`,
  );
}

/** One sentence about the first such input with another value; null where all can be used. */
export function wrongChoice(environment: Environment): string | null {
  for (const name of Object.keys(choices) as ChoiceName[]) {
    try {
      readChoiceInput(environment, name);
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
  }
  return null;
}

function listed(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
