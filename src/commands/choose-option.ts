import { fieldOf, withAnswer } from '../form/edit.ts';
import { optionNamed } from '../form/groups.ts';
import { fields, type GroupKey } from '../incident/fields.ts';
import { withoutInvisible } from '../incident/invisible.ts';
import { cleanLine } from '../markdown/escape.ts';
import { type CommandContext, type CommandResult, fieldMissing, noRoom, type TypedLine } from './result.ts';

/** Answers a field with one of the options that the form offers for it, in the form's own spelling. An error lists all of them. */
export function chooseOption(
  key: GroupKey,
  { typed, argument }: TypedLine,
  body: string,
  { template }: CommandContext,
): CommandResult {
  const field = fieldOf(template, fields[key].id);
  if (field === undefined) return fieldMissing(fields[key].id);
  const wanted = cleanLine(withoutInvisible(argument));
  const { options = [] } = field;
  // A form without options takes any words.
  const option = optionNamed(wanted, options) ?? (options.length === 0 && wanted !== '' ? wanted : null);
  if (option === null) {
    const label = field.label.toLowerCase();
    const message = wanted === '' ? `The ${label} is missing.` : `“${wanted}” isn't a ${label} of the form.`;
    return { kind: 'error', message, examples: options.map((each) => `/${typed} ${each}`) };
  }
  const changed = withAnswer(body, template, field, [option]);
  return changed === null ? noRoom : { kind: 'done', body: changed };
}
