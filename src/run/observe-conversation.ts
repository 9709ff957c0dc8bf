import type { CommandComment, Conversation } from '../commands/conversation.ts';
import { readCommands } from '../commands/read.ts';
import type { GitHub } from '../github/client.ts';
import {
  type Comment,
  commentsOf,
  ownMarker,
  type RecentComments,
  readComment,
  readReactions,
} from '../github/comment.ts';
import { type Issue, isTrusted, type TrustRule, trustOf } from '../github/issue.ts';
import { type Account, isOurs, type OwnLogin } from '../github/own-login.ts';
import type { Permissions } from '../github/permissions.ts';
import type { Instant } from '../incident/incident.ts';
import { type Cursor, readCursor } from '../markers/cursor.ts';
import { type ReplyKind, readReplyMarker } from '../markers/reply.ts';
import { incidentHash, readStatusCommentMarker } from '../markers/status-comment.ts';
import type { StatusComment } from '../model/status-comment.ts';
import { RECENT_MILLISECONDS } from './recent-issues.ts';

export interface ConversationReader {
  readonly github: GitHub;
  readonly rule: TrustRule;
  readonly isPermitted: Permissions;
  readonly ownLogin: OwnLogin;
  readonly recent: RecentComments;
  /** Whether incidents get status comments. */
  readonly feedback: 'comment' | 'none';
  readonly now: Instant;
}

/**
 * The comments since the commands that were carried out last. A request for those that the repository's recent comments do not cover, and
 * one for each odd thing among them.
 */
export async function readConversation(
  issue: Issue,
  reader: ConversationReader,
): Promise<Omit<Conversation, 'confirmation'>> {
  const { cursor, listed, own } = await readSinceCursor(issue, reader);
  const statusComments = own.flatMap(statusCommentIn);
  const replies = new Map(own.map(({ marker }) => readReplyMarker(marker)).filter((reply) => reply !== null));
  const isOurReaction = ownReactions(own, reader);
  const others = listed.filter((comment) => !own.some((each) => each.comment === comment));
  const comments = await Promise.all(
    others
      .toSorted((one, other) => one.id - other.id)
      .map((comment) => readCommandComment(comment, { cursor, replies, isOurReaction }, reader)),
  );
  const { rule, isPermitted } = reader;
  // Without commands nobody needs to know whether the author is trusted, so the request is saved.
  const isTrustedAuthor =
    comments.flat().length === 0
      ? !isUntrustedAtSight(issue, rule)
      : await isTrusted(issue, rule, isPermitted);
  return {
    issue,
    author: isTrustedAuthor ? 'trusted' : 'untrusted',
    cursor,
    comments: comments.flat(),
    statusComment: statusComments.at(-1) ?? null,
    formerStatusComments: statusComments.slice(0, -1).map(({ id }) => id),
  };
}

/** A comment of ours, with its hidden marker. */
interface OwnComment {
  readonly comment: Comment;
  readonly marker: string;
}

async function ownAmong(
  comments: readonly Comment[],
  { ownLogin }: ConversationReader,
): Promise<OwnComment[]> {
  const own: OwnComment[] = [];
  for (const comment of comments) {
    const marker = await ownMarker(comment, ownLogin);
    if (marker !== null) own.push({ comment, marker });
  }
  return own;
}

function statusCommentIn({ comment: { id, body }, marker }: OwnComment): StatusComment[] {
  const memory = readStatusCommentMarker(marker);
  return memory === null ? [] : [{ id, body, memory }];
}

interface SinceCursor {
  readonly cursor: Cursor | null;
  readonly listed: readonly Comment[];
  readonly own: readonly OwnComment[];
}

/**
 * The comments since the cursor, and the cursor. Anybody can type a cursor into their own incident, to have later commands skipped or to
 * hide the status comment. So a cursor in an untrusted author's text is ignored. In other texts it counts only if the comment that it
 * names exists and is by somebody trusted, and if the status comment, where there is one, agrees that these commands were carried out.
 * A cursor that does not count is replaced by what the status comment remembers; our reactions show what else was carried out.
 */
async function readSinceCursor(issue: Issue, reader: ConversationReader): Promise<SinceCursor> {
  const { github, rule, isPermitted, recent } = reader;
  const typed = readCursor(issue.body);
  const written = typed !== null && (await isTrusted(issue, rule, isPermitted)) ? typed : null;
  if (written !== null) {
    const since = await listSince(issue, written, reader);
    if (since !== null && (await agrees(written, since, reader))) return { ...since, cursor: written };
  }
  const listed = await commentsOf(github, issue, null, recent);
  const own = await ownAmong(listed, reader);
  if (written !== null && (await agrees(written, { listed, own }, reader))) {
    return { listed, own, cursor: written };
  }
  const noted = own.flatMap(statusCommentIn).at(-1)?.memory.commands ?? null;
  if (noted === null) return { listed, own, cursor: null };
  const isWritten = noted.text === null || noted.text === incidentHash(issue);
  const through = isWritten ? noted.through : 0;
  return { listed, own, cursor: { through, since: 0, statusComment: null, actions: noted.actions } };
}

/** The comments since a cursor, with the status comment, which may be older; null if there should be one and it is not found. */
async function listSince(
  issue: Issue,
  { since, statusComment }: Cursor,
  reader: ConversationReader,
): Promise<Omit<SinceCursor, 'cursor'> | null> {
  const { github, recent } = reader;
  const listed = await commentsOf(github, issue, since, recent);
  const own = await ownAmong(listed, reader);
  if (reader.feedback === 'none' || own.some((each) => statusCommentIn(each).length > 0))
    return { listed, own };
  const known = recent.byIssue.get(issue.number)?.find(({ id }) => id === statusComment);
  const older = statusComment === null ? null : (known ?? (await readComment(github, statusComment)));
  if (!older?.issue_url.endsWith(`/issues/${issue.number}`)) return null;
  const ours = await ownAmong([older], reader);
  return ours.some((each) => statusCommentIn(each).length > 0)
    ? { listed: [older, ...listed], own: [...ours, ...own] }
    : null;
}

/** Whether the comments agree with a cursor in a trusted author's text, so that we wrote it and nobody typed it. */
async function agrees(
  { through }: Cursor,
  { listed, own }: Omit<SinceCursor, 'cursor'>,
  { rule, isPermitted }: ConversationReader,
): Promise<boolean> {
  const [status] = own.flatMap(statusCommentIn).slice(-1);
  if (status !== undefined && (status.memory.commands?.through ?? 0) < through) return false;
  const last = listed.find(({ id }) => id === through);
  return last !== undefined && isTrusted(last, rule, isPermitted);
}

/** Whether only a request could tell that an author is trusted, whatever labels say. */
function isUntrustedAtSight(what: Pick<Issue, 'user' | 'author_association'>, rule: TrustRule): boolean {
  return trustOf({ ...what, labels: [] }, rule) !== 'trusted';
}

/**
 * Tells our reactions from other people's and bots'. Where GitHub does not say which App we are, ours are those of `github-actions[bot]`
 * and of the bots that wrote the comments which we take for ours.
 */
function ownReactions(
  own: readonly OwnComment[],
  { ownLogin }: ConversationReader,
): (user: Account | null) => Promise<boolean> {
  const guessed = new Set(own.flatMap(({ comment: { user } }) => user?.login.toLowerCase() ?? []));
  guessed.add('github-actions[bot]');
  return async (user) =>
    (await isOurs(user, ownLogin)) &&
    ((await ownLogin()) !== null || guessed.has(user?.login.toLowerCase() ?? ''));
}

/** A comment with commands that are not settled yet, or nothing. Asks who wrote it only where that matters. */
async function readCommandComment(
  comment: Comment,
  {
    cursor,
    replies,
    isOurReaction,
  }: {
    cursor: Cursor | null;
    replies: ReadonlyMap<number, ReplyKind>;
    isOurReaction: ReturnType<typeof ownReactions>;
  },
  reader: ConversationReader,
): Promise<CommandComment[]> {
  const { github, rule, isPermitted } = reader;
  const { id, created_at: created, updated_at: updated, reactions } = comment;
  const commands = readCommands(comment.body);
  const hasReaction = reactions['+1'] + reactions.confused > 0;
  const isPassed = id <= (cursor?.through ?? 0);
  // Otherwise every comment by an untrusted person would cost a request in every run.
  const isOld = Date.parse(created) < reader.now - RECENT_MILLISECONDS;
  const isAnswered = isOld && reactions.confused > 0 && isUntrustedAtSight(comment, rule);
  if (commands.length === 0 || (hasReaction && isPassed) || isAnswered) return [];
  const author = (await isTrusted(comment, rule, isPermitted)) ? 'trusted' : 'untrusted';
  const reacted = author === 'trusted' && hasReaction ? await readReactions(github, id) : [];
  const answers = reacted.filter(({ content }) => content === '+1' || content === 'confused');
  const areOurs = await Promise.all(answers.map(({ user }) => isOurReaction(user)));
  return [
    {
      id,
      at: Date.parse(created),
      commands,
      author,
      wasEdited: updated > created,
      hasReaction,
      hasOurReaction: areOurs.includes(true),
      reply: replies.get(id) ?? null,
    },
  ];
}
