import { fieldOf } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import { quoteInConversation } from '../markdown/plain.ts';
import type { Mistake } from './mistake.ts';
import type { TypedCommand } from './read.ts';

/** Commands of one comment that were not carried out, each with what to type instead. */
export interface Refusal {
  readonly command: TypedCommand;
  readonly mistake: Mistake;
}

const longestLine = 120;

/** The reply to a comment, in Markdown; `others` says whether it holds commands that were carried out. */
export function refusalText(refusals: readonly Refusal[], others: 'none' | 'some'): string {
  const items = refusals.slice(0, 20).map(({ command, mistake }) => {
    const line = [...`/${command.typed} ${command.words}`.trim()];
    const shown = line.length > longestLine ? `${line.slice(0, longestLine - 1).join('')}…` : line.join('');
    const message = quoteInConversation(mistake.message);
    const examples = mistake.examples.map((example) => `\`${example}\``).join(' or ');
    return `- ${quoteInConversation(shown)}\n  ${message} Try: ${examples}`;
  });
  const more = refusals.length > items.length ? [`- … and ${refusals.length - items.length} more.`] : [];
  const rest = others === 'some' ? ' The other commands of that comment were carried out.' : '';
  return [
    `Not carried out:\n\n${[...items, ...more].join('\n')}`,
    `Write it in a new comment, for one that is edited is not looked at again.${rest}`,
  ].join('\n\n');
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
  const row = (id: string, line: string): string[] => (fieldOf(template, id) === undefined ? [] : [line]);
  const closing = onResolved === 'close' ? ', and closes the issue' : '';
  return [
    'Each command stands on a line of its own, anywhere in a comment:',
    [
      '| Command | What it does |',
      '| --- | --- |',
      ...row('impact-started', '| `/started 14:30` | Records when its impact started. |'),
      '| `/detected 14:43` | Records when the incident was first detected. |',
      ...row(
        'declared',
        '| `/declared` | Records that it was declared an incident, as of now or at a time. |',
      ),
      '| `/repaired` | Records that people can work again, as of now. A time and a note may follow: `/repaired 14:43 rolled back`. Also: `/mitigated`, `/restored`, `/fixed`. |',
      `| \`/resolved\` | Records that it is over, likewise${closing}. Also: \`/closed\`. |`,
      '| `/timeline 14:43 Traffic moved` | Puts what happened into the timeline, in the order of time. |',
      '| `/action Alert on it (@login, due 2024-11-01)` | Adds a review action, and makes its issue. |',
    ].join('\n'),
    `A time is \`now\`, \`14:43\` or \`2:43 pm\` of the last 12 hours (${timezone}), or in full: \`2024-10-15 14:43\`. An offset such as \`+01:00\`, \`UTC\` or \`Z\` may stand behind it.`,
  ].join('\n\n');
}
