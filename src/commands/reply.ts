import { fieldOf } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import { fields } from '../incident/fields.ts';
import { cleanLine, quoteInConversation } from '../markdown/escape.ts';
import type { TypedCommand } from './read.ts';
import { type Command, commandNames, commands, commandText } from './registry.ts';
import type { CommandError } from './result.ts';

/** A command that was not carried out, and why. */
export interface RefusedCommand {
  readonly command: TypedCommand;
  readonly error: CommandError;
}

const longestLine = 120;

/** The reply to a comment, in Markdown; `others` says whether it holds commands that were carried out. */
export function refusalText(refused: readonly RefusedCommand[], others: 'none' | 'some'): string {
  const items = refused.slice(0, 20).map(({ command, error }) => {
    const line = [...`/${command.typed} ${command.argument}`.trim()];
    const shown = line.length > longestLine ? `${line.slice(0, longestLine - 1).join('')}…` : line.join('');
    const message = quoteInConversation(error.message);
    const examples = error.examples.map((example) => `\`${example}\``).join(' or ');
    return `- ${quoteInConversation(shown)}\n  ${message} Try: ${examples}`;
  });
  const more = refused.length > items.length ? [`- … and ${refused.length - items.length} more.`] : [];
  const rest = others === 'some' ? ' The other commands of that comment were carried out.' : '';
  return [
    `Not carried out:\n\n${[...items, ...more].join('\n')}`,
    `Write it in a new comment, for one that is edited is not looked at again.${rest}`,
  ].join('\n\n');
}

/** The text as a code span in a table cell. Its backticks become quotes, because they would end the span. */
function codeOf(text: string): string {
  return `\`${cleanLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}

/** What `/help` is answered with, in Markdown. `timezone` is an IANA name. */
export function helpText({
  template,
  timezone,
  onResolved,
}: {
  template: Template;
  timezone: string;
  onResolved: 'close' | 'leave-open';
}): string {
  const rows = commandNames.flatMap((name) => {
    const { does, help, aliases, field, closesIssue }: Command = commands[name];
    const inForm = field === null ? undefined : fieldOf(template, fields[field].id);
    if (help === null || (field !== null && inForm === undefined)) return [];
    const example = does === 'choose-option' ? (inForm?.options?.[0] ?? help.example) : help.example;
    const closing = closesIssue && onResolved === 'close' ? ', and closes the issue' : '';
    const others = aliases.map((alias) => `\`/${alias}\``).join(', ');
    const also = others === '' ? '' : ` Also: ${others}.`;
    return `| ${codeOf(commandText(name, example))} | ${help.says}${closing}.${also} |`;
  });
  return [
    'Each command stands on a line of its own, anywhere in a comment:',
    ['| Command | What it does |', '| --- | --- |', ...rows].join('\n'),
    `A time is \`now\`, \`14:43\` or \`2:43 pm\` of the last 12 hours (${timezone}), or in full: \`2024-10-15 14:43\`. An offset such as \`+01:00\`, \`UTC\` or \`Z\` may stand behind it.`,
  ].join('\n\n');
}
