import type { Template } from '../form/template.ts';
import type { FieldId } from '../incident/fields.ts';
import type { Instant } from '../incident/incident.ts';
import type { TimeError } from './time.ts';

/** What a command is carried out with. */
export interface CommandContext {
  readonly template: Template;
  /** IANA name of the zone that its times without an offset are in. */
  readonly timezone: string;
  /** Web address of the incident issue. */
  readonly url: string;
  /** When the comment was written (UTC milliseconds); null where it was edited later, so that nobody knows when its words were written. */
  readonly at: Instant | null;
}

/** What somebody typed: the word behind the slash, and the rest of the line. */
export interface TypedLine {
  readonly typed: string;
  readonly argument: string;
}

/** What is wrong with a command. */
export interface CommandError {
  readonly kind: 'error';
  /** One or two sentences, plain text; words of the comment stand in “curly quotes”. */
  readonly message: string;
  /** Lines to type instead, any of them; none where the command's own example will do. */
  readonly examples: readonly string[];
}

/** The incident's body with what a command asks for, or what is wrong with the command. `added` is the text of a new review action. */
export type CommandResult =
  | { readonly kind: 'done'; readonly body: string; readonly added?: string }
  | CommandError;

export function commandError(message: string): CommandError {
  return { kind: 'error', message, examples: [] };
}

/** Suggests the line that was typed with its time corrected, where the error has such a suggestion. */
export function timeError(typed: string, { message, suggestions }: TimeError): CommandError {
  return { kind: 'error', message, examples: suggestions.map((argument) => `/${typed} ${argument}`) };
}

/** The form has no field that the command could fill in. */
export function fieldMissing(id: FieldId): CommandError {
  return commandError(`The issue form has no field with the id ${id}, so there is no place for it.`);
}

/** No edit of the text would hold what the command asks for and leave all else as it is. */
export const noRoom: CommandError = commandError(
  'It has no place in the text of the issue: that is as long as GitHub takes, or what stands there cannot be told apart; close what is left open in it, or edit it by hand.',
);
