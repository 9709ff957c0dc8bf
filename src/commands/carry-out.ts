import { addAction } from './add-action.ts';
import { chooseOption } from './choose-option.ts';
import type { TypedCommand } from './read.ts';
import { recordEvent } from './record-event.ts';
import { type Command, type CommandName, commands, commandText } from './registry.ts';
import { type CommandContext, type CommandError, type CommandResult, commandError } from './result.ts';
import { addTimelineEntry } from './timeline.ts';
import { nearestCommand } from './words.ts';

/**
 * Carries out a command on an incident's body. The answer concerned changes, and the Context where a time replaces another one; all else
 * stays as it is. An error always has an example of what to type instead. Never throws.
 */
export function carryOut(command: TypedCommand, body: string, context: CommandContext): CommandResult {
  const { name, typed, isUnreadable } = command;
  if (name !== null) {
    const result = effectOf(commands[name], command, body, context);
    return result.kind === 'error' ? withExample(result, name) : result;
  }
  return isUnreadable
    ? withExample(
        commandError('The comment is too long, or nested too deeply, to find the commands in it.'),
        'help',
      )
    : withExample(commandError(`There is no command “/${typed}”.`), nearestCommand(typed) ?? 'help');
}

function effectOf(
  command: Command,
  typed: TypedCommand,
  body: string,
  context: CommandContext,
): CommandResult {
  switch (command.does) {
    case 'record-time':
      return recordEvent(command.field, typed, body, context);
    case 'choose-option':
      return chooseOption(command.field, typed, body, context);
    case 'add-timeline-entry':
      return addTimelineEntry(typed, body, context);
    case 'add-review-action':
      return addAction(typed, body, context);
    case 'reply-with-help':
      return { kind: 'done', body };
  }
}

/** The error with the example of a command, where it has none of its own. */
export function withExample(error: CommandError, name: CommandName): CommandError {
  return error.examples.length > 0
    ? error
    : { ...error, examples: [commandText(name, commands[name].example)] };
}
