import { answerOf, longestBody } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import type { Issue } from '../github/issue.ts';
import { fields } from '../incident/fields.ts';
import { readReviewActions } from '../markdown/review-actions.ts';
import { type Cursor, withCursor } from '../markers/cursor.ts';
import { textHash } from '../markers/hash.ts';
import { type ReplyKind, writeReplyMarker } from '../markers/reply.ts';
import { type Change, comment, react, rewriteIssue } from '../model/change.ts';
import { rememberRewrite, withStatusComment } from '../model/status-comment.ts';
import { carryOut, withExample } from './carry-out.ts';
import type { CommandComment, Conversation } from './conversation.ts';
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

/** What a step does about the commands in a conversation. */
export interface CommandPlan {
  /** Replies first, then the incident's text, then reactions: a run that ends in between loses nothing. */
  readonly changes: readonly Change[];
  /** The conversation once all of this is done. */
  readonly conversation: Conversation;
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
  const { verdicts, rewrite, ...carried } = carryOutAll(pending, conversation, settings);
  const leftOver = comments.filter((comment) => !pending.includes(comment)).flatMap(settle);
  const { remembered, text } = rewrite ?? { remembered: [], text: null };
  const after = {
    ...withStatusComment(conversation, remembered),
    cursor: carried.cursor,
    issue: text === null ? issue : rewritten(issue, text),
  };
  return {
    changes: [
      ...verdicts.flatMap((verdict) => replyTo(verdict, issue)),
      ...remembered,
      ...(text === null ? [] : [text]),
      ...verdicts.map(reactTo),
      ...leftOver,
    ],
    conversation: after,
  };
}

type RewriteIssue = Extract<Change, { kind: 'rewrite-issue' }>;

/** The issue as a rewrite leaves it. */
function rewritten(issue: Issue, { body, closes }: RewriteIssue): Issue {
  return { ...issue, body, ...(closes === undefined ? {} : { state: 'closed', state_reason: closes }) };
}

function replyTo({ comment: { id, reply: former }, reply }: Verdict, { number, locked }: Issue): Change[] {
  if (reply === null || former !== null || locked) return [];
  const { text, kind } = reply;
  const marker = writeReplyMarker(id, kind);
  // Another run may have answered meanwhile.
  return [comment(`Answer commands on #${number}`, { issue: number, marker, text, others: 'unless-there' })];
}

interface Carried {
  readonly verdicts: readonly Verdict[];
  readonly cursor: Cursor | null;
  /** The new text of the issue, and the note of it in the status comment; null where the text stays as it is. */
  readonly rewrite: { readonly remembered: readonly Change[]; readonly text: RewriteIssue } | null;
}

function carryOutAll(
  pending: readonly CommandComment[],
  conversation: Conversation,
  settings: CommandSettings,
): Carried {
  const { issue, author, cursor, statusComment } = conversation;
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
    statusComment: statusComment?.id ?? cursor?.statusComment ?? null,
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
  const { number, title } = issue;
  const settled = isChanged ? { through: last.id, actions } : null;
  const sentence =
    done.length === 0
      ? `Note on #${number} that its commands were read`
      : `Carry out ${done.slice(0, 20).join(', ')} on #${number}${isToClose ? ', and close it' : ''}`;
  const text = rewriteIssue(sentence, {
    issue: number,
    snapshot: { title, body: issue.body },
    body: written,
    ...(isToClose ? { closes: 'completed' } : {}),
  });
  const remembered = rememberRewrite(conversation, { title, body: written }, settled);
  return { verdicts, cursor: reached, rewrite: { remembered, text } };
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
  return react(comment.id, refused.length === 0 ? '+1' : 'confused');
}

/** The reaction that a comment lacks which is not to be carried out: any more, or ever. */
function settle({ id, author, wasEdited, hasReaction, reply }: CommandComment): Change[] {
  if (hasReaction) return [];
  if (author === 'untrusted') return [react(id, 'confused')];
  // What an edit has put into it since was not carried out.
  return wasEdited ? [] : [react(id, reply === 'refused' ? 'confused' : '+1')];
}
