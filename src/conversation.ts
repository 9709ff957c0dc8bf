import { type Cursor, readCursor } from './commands/cursor.ts';
import { readCommands, type TypedCommand } from './commands/read.ts';
import { type ReplyKind, readReplyMarker } from './commands/reply.ts';
import { type FeedbackMemory, readFeedbackMarker } from './feedback/marker.ts';
import type { Client, Repository } from './github/client.ts';
import { type Comment, listComments, ownMarker, readComment, readReactions } from './github/comment.ts';
import { type Issue, isTrusted, type TrustRule } from './github/issue.ts';
import type { Instant } from './incident/incident.ts';

/** A comment of somebody's with commands in it. */
export interface CommandComment {
  readonly id: number;
  /** When it was written, in UTC milliseconds. */
  readonly at: Instant;
  readonly commands: readonly TypedCommand[];
  readonly author: 'trusted' | 'untrusted';
  readonly wasEdited: boolean;
  /** Whether anybody has reacted to it as we do. */
  readonly hasReaction: boolean;
  /** Whether we have: then it is settled, though the incident's text may not say so any more. */
  readonly hasOurReaction: boolean;
  readonly reply: ReplyKind | null;
}

/** What is said on an incident's issue, as far as it concerns the log. */
export interface Conversation {
  readonly issue: Issue;
  readonly cursor: Cursor | null;
  /** Those that are not long settled, oldest first. */
  readonly comments: readonly CommandComment[];
  /** Our comment that tells how the incident was read; null where there is none yet. */
  readonly feedback: Feedback | null;
  /** Ids of older such comments, which a run that was cut short has left behind. */
  readonly outdated: readonly number[];
}

export interface Feedback {
  readonly id: number;
  readonly body: string;
  readonly memory: FeedbackMemory;
}

/** How far back an open incident is looked at that no event was about. */
const RECENT_MILLISECONDS = 36 * 60 * 60_000;
const MOST_CONVERSATIONS = 20;

/**
 * The issues whose comments are read: the event's, or those that list it as a review action, and of the open ones those that were
 * updated last, in 36 hours, twenty in all. More would be a request for each incident that there ever was.
 */
export function conversingIssues(listed: readonly Issue[], event: number | null, now: Instant): Issue[] {
  const issues = listed.filter(({ pull_request: pull }) => pull === null);
  const recent = issues
    .filter(
      ({ state, updated_at: updated }) =>
        state === 'open' && Date.parse(updated) >= now - RECENT_MILLISECONDS,
    )
    .sort(
      (one, other) => Date.parse(other.updated_at) - Date.parse(one.updated_at) || other.number - one.number,
    );
  const ofEvent = issues.filter(({ number, body }) => number === event || body?.includes(`(#${event})`));
  return [...new Set([...ofEvent, ...recent])].slice(0, MOST_CONVERSATIONS);
}

/** One request for each hundred comments since the commands that were carried out last, and one for each odd thing among them. */
export async function readConversation(
  client: Client,
  repository: Repository,
  issue: Issue,
  {
    rule,
    isPermitted,
    now,
  }: { rule: TrustRule; isPermitted: (login: string) => Promise<boolean>; now: Instant },
): Promise<Conversation> {
  const cursor = readCursor(issue.body, now);
  const listed = await listComments(client, repository, issue.number, cursor?.since ?? null);
  const known = new Set(listed.map(({ id }) => id));
  const older =
    cursor?.feedback && !known.has(cursor.feedback)
      ? await readComment(client, repository, cursor.feedback)
      : null;
  const all =
    older === null || !older.issue_url.endsWith(`/issues/${issue.number}`) ? listed : [older, ...listed];
  const feedback = all.flatMap((comment): Feedback[] => {
    const memory = readFeedbackMarker(ownMarker(comment));
    return memory === null ? [] : [{ id: comment.id, body: comment.body, memory }];
  });
  const replies = new Map(
    all.map((comment) => readReplyMarker(ownMarker(comment))).filter((reply) => reply !== null),
  );
  const ourLogins = new Set(all.filter((comment) => ownMarker(comment) !== null).map(loginOf));
  const isOurs = ({ user }: Pick<Comment, 'user'>) =>
    ourLogins.size === 0 ? user?.type === 'Bot' : ourLogins.has(user?.login.toLowerCase());
  const read = async (comment: Comment): Promise<CommandComment[]> => {
    const commands = ownMarker(comment) === null ? readCommands(comment.body) : [];
    if (commands.length === 0) return [];
    const { id, created_at: created, updated_at: updated, reactions } = comment;
    const hasReaction = reactions['+1'] + reactions.confused > 0;
    const mayBeSettled = hasReaction && id > (cursor?.through ?? 0);
    const reacted = mayBeSettled ? await readReactions(client, repository, id) : [];
    const isAnswer = (content: string) => content === '+1' || content === 'confused';
    return [
      {
        id,
        at: Date.parse(created),
        commands,
        author: (await isTrusted(comment, rule, isPermitted)) ? 'trusted' : 'untrusted',
        wasEdited: updated > created,
        hasReaction,
        hasOurReaction: reacted.some((reaction) => isAnswer(reaction.content) && isOurs(reaction)),
        reply: replies.get(id) ?? null,
      },
    ];
  };
  const comments = await Promise.all(listed.toSorted((one, other) => one.id - other.id).map(read));
  return {
    issue,
    cursor,
    comments: comments.flat(),
    feedback: feedback.at(-1) ?? null,
    outdated: feedback.slice(0, -1).map(({ id }) => id),
  };
}

function loginOf({ user }: Comment): string | undefined {
  return user?.login.toLowerCase();
}
