import { answerOf, longestBody } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import { fields } from '../incident/fields.ts';
import { readReviewActions } from '../markdown/review-actions.ts';
import { type Cursor, withCursor } from '../markers/cursor.ts';
import { type ReplyKind, writeReplyMarker } from '../markers/reply.ts';
import type { Change } from '../pull-request/plan.ts';
import { textHash } from '../review-actions/issue-text.ts';
import type { CommandComment, Conversation } from '../run/conversation.ts';
import { carryOut, withExample } from './carry-out.ts';
import { commands } from './registry.ts';
import { helpText, type RefusedCommand, refusalText } from './reply.ts';
import { type CommandContext, noRoom } from './result.ts';

export interface CommandSettings {
  readonly template: Template;
  /** IANA name. */
  readonly timezone: string;
  /** Whether `/resolved` closes the issue. */
  readonly onResolved: 'close' | 'leave-open';
}

/** What the commands of a conversation come to, as data. */
export interface CommandPlan {
  /** What is said before the issue's text changes: no reply is lost when the run ends there. */
  readonly before: readonly Change[];
  /** The issue's text with what the commands ask for and the cursor, in one request; null where there is nothing to carry out. */
  readonly rewrite: Extract<Change, { kind: 'write-commands' }> | null;
  readonly after: readonly Change[];
  /** Which commands have been carried out once all this is done. */
  readonly cursor: Cursor | null;
}

interface Verdict {
  readonly comment: CommandComment;
  readonly refused: readonly RefusedCommand[];
  readonly reply: { readonly kind: ReplyKind; readonly text: string } | null;
}

/**
 * Carries out the commands of trusted people that the cursor has not come to, in the order of their comments. What was carried out by a
 * run that was cut short gets the answer that it still lacks. Everybody else's are answered by a reaction alone. Pure.
 */
export function planCommands(conversation: Conversation, settings: CommandSettings): CommandPlan {
  const { issue, cursor, comments } = conversation;
  const through = cursor?.through ?? 0;
  const isPending = ({ id, author, hasOurReaction }: CommandComment) =>
    id > through && author === 'trusted' && !hasOurReaction;
  const pending = comments.filter(isPending);
  const carried = carryOutAll(pending, conversation, settings);
  const leftOver = comments.filter((comment) => !pending.includes(comment)).flatMap(settle);
  return {
    before: carried.verdicts.flatMap(({ comment, reply }): Change[] =>
      reply === null || comment.reply !== null || issue.locked
        ? []
        : [
            {
              kind: 'reply',
              issue: issue.number,
              text: reply.text,
              marker: writeReplyMarker(comment.id, reply.kind),
            },
          ],
    ),
    rewrite: carried.rewrite,
    cursor: carried.cursor,
    after: [...carried.verdicts.map(reactTo), ...leftOver],
  };
}

function carryOutAll(
  pending: readonly CommandComment[],
  { issue, author, cursor, feedback }: Conversation,
  settings: CommandSettings,
): { readonly verdicts: readonly Verdict[] } & Pick<CommandPlan, 'rewrite' | 'cursor'> {
  const [first] = pending;
  const last = pending.at(-1);
  if (first === undefined || last === undefined) return { verdicts: [], rewrite: null, cursor };
  const place = { template: settings.template, timezone: settings.timezone, url: issue.html_url };
  let body = issue.body ?? '';
  let closes = false;
  const added: string[] = [...(cursor?.actions ?? [])];
  const done: string[] = [];
  const verdicts = pending.map((comment): Verdict => {
    const refused: RefusedCommand[] = [];
    const context = { ...place, at: comment.wasEdited ? null : comment.at };
    for (const command of comment.commands) {
      const result = carryOut(command, body, context);
      if (result.kind === 'error') refused.push({ command, error: result });
      else {
        body = result.body;
        done.push(`/${command.typed}`);
        closes ||= command.name !== null && commands[command.name].closesIssue;
        if (result.added !== undefined) added.push(textHash(result.added));
      }
    }
    return verdictOn(comment, refused, settings);
  });
  const actions = withoutIssue(added, body, place);
  const reached: Cursor = {
    through: last.id,
    since: first.at,
    feedback: feedback?.id ?? cursor?.feedback ?? null,
    actions,
  };
  const written = author === 'trusted' ? withCursor(body, reached) : body;
  if (written.length > longestBody) {
    return {
      verdicts: pending.map((comment) => verdictOn(comment, refuseAll(comment), settings)),
      rewrite: null,
      cursor,
    };
  }
  const isToClose = closes && issue.state === 'open' && settings.onResolved === 'close';
  const isChanged = written !== (issue.body ?? '');
  if (!isChanged && !isToClose) return { verdicts, rewrite: null, cursor: reached };
  return {
    verdicts,
    cursor: reached,
    rewrite: {
      kind: 'write-commands',
      issue: issue.number,
      seen: { title: issue.title, body: issue.body },
      body: written,
      ...(isToClose ? { closes: 'completed' } : {}),
      commands: done,
      settles: isChanged ? { through: last.id, actions } : null,
    },
  };
}

/** The hashes of items that still lack an issue. */
function withoutIssue(
  hashes: readonly string[],
  body: string,
  { template, url }: Pick<CommandContext, 'template' | 'url'>,
): string[] {
  const { actions } = readReviewActions(answerOf(body, template, fields.reviewActions.id), url);
  const lacking = new Set(actions.filter(({ issue }) => issue === null).map(({ text }) => textHash(text)));
  return [...new Set(hashes)].filter((hash) => lacking.has(hash));
}

function refuseAll(comment: CommandComment): RefusedCommand[] {
  return comment.commands.map((command) => ({ command, error: withExample(noRoom, command.name ?? 'help') }));
}

function verdictOn(
  comment: CommandComment,
  refused: readonly RefusedCommand[],
  settings: CommandSettings,
): Verdict {
  const isHelp = comment.commands.some(
    ({ name, isUnreadable }) => name === 'help' || (name === null && !isUnreadable),
  );
  if (refused.length === 0) {
    return { comment, refused, reply: isHelp ? { kind: 'help', text: helpText(settings) } : null };
  }
  const others = refused.length < comment.commands.length ? 'some' : 'none';
  const text = refusalText(refused, others);
  return {
    comment,
    refused,
    reply: { kind: 'refused', text: isHelp ? `${text}\n\n${helpText(settings)}` : text },
  };
}

function reactTo({ comment, refused }: Verdict): Change {
  return { kind: 'react', comment: comment.id, content: refused.length === 0 ? '+1' : 'confused' };
}

/** The reaction that a comment lacks which is not to be carried out: any more, or ever. */
function settle({ id, author, wasEdited, hasReaction, reply }: CommandComment): Change[] {
  if (hasReaction) return [];
  if (author === 'untrusted') return [{ kind: 'react', comment: id, content: 'confused' }];
  // What an edit has put into it since was not carried out.
  return wasEdited ? [] : [{ kind: 'react', comment: id, content: reply === 'refused' ? 'confused' : '+1' }];
}
