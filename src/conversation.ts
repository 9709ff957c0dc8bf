import { type Cursor, readCursor } from './commands/cursor.ts';
import { readCommands, type TypedCommand } from './commands/read.ts';
import { type ReplyKind, readReplyMarker } from './commands/reply.ts';
import { type FeedbackMemory, readFeedbackMarker } from './feedback/marker.ts';
import type { Client, Repository } from './github/client.ts';
import { type Comment, listComments, ownMarker, readComment, readReactions } from './github/comment.ts';
import type { Permissions } from './github/incidents.ts';
import { type Issue, isTrusted, type TrustRule, trustOf } from './github/issue.ts';
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
  /** Of a stranger's incident nobody can say that the cursor is ours. */
  readonly author: 'trusted' | 'stranger';
  readonly cursor: Cursor | null;
  /** Those that are not settled, oldest first. */
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

/** How far back an incident is looked at that no event was about. */
const RECENT_MILLISECONDS = 36 * 60 * 60_000;
const MOST_CONVERSATIONS = 20;

/**
 * The issues whose comments are read: the event's, or those that list it as a review action, and of the others those that were updated
 * last, in 36 hours, twenty in all. More would be a request for each incident that there ever was. Strangers' come last, for anybody can
 * file twenty. Closed ones are among them, for what closes one may be cut short.
 */
export function conversingIssues(
  listed: readonly Issue[],
  { event, now, rule }: { event: number | null; now: Instant; rule: TrustRule },
): Issue[] {
  const issues = listed.filter(({ pull_request: pull }) => pull === null);
  const rank = (issue: Issue) => (trustOf(issue, rule) === 'trusted' ? 0 : 1);
  const recent = issues
    .filter(({ updated_at: updated }) => Date.parse(updated) >= now - RECENT_MILLISECONDS)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        Date.parse(other.updated_at) - Date.parse(one.updated_at) ||
        other.number - one.number,
    );
  const own = issues.filter(({ number }) => number === event);
  const listing = issues.filter(
    (issue) => event !== null && rank(issue) === 0 && issue.body?.includes(`(#${event})`),
  );
  return [...new Set([...own, ...listing, ...recent])].slice(0, MOST_CONVERSATIONS);
}

export interface ConversationReader {
  readonly client: Client;
  readonly repository: Repository;
  readonly rule: TrustRule;
  readonly isPermitted: Permissions;
  /** The login that the run acts as, where it is a person's; null for an app's. */
  readonly ownLogin: () => Promise<string | null>;
  /** Whether comments tell how incidents were read. */
  readonly feedback: 'comment' | 'none';
  readonly now: Instant;
}

/** One request for each hundred comments since the commands that were carried out last, and one for each odd thing among them. */
export async function readConversation(issue: Issue, reader: ConversationReader): Promise<Conversation> {
  const { cursor, listed } = await readSinceCursor(issue, reader);
  const own: { readonly comment: Comment; readonly marker: string }[] = [];
  for (const comment of listed) {
    const marker = await markerOfOurs(comment, reader);
    if (marker !== null) own.push({ comment, marker });
  }
  const feedback = own.flatMap(({ comment: { id, body }, marker }): Feedback[] => {
    const memory = readFeedbackMarker(marker);
    return memory === null ? [] : [{ id, body, memory }];
  });
  const replies = new Map(own.map(({ marker }) => readReplyMarker(marker)).filter((reply) => reply !== null));
  const logins = new Set(['github-actions[bot]', ...own.flatMap(({ comment }) => loginOf(comment) ?? [])]);
  const others = listed.filter((comment) => !own.some((each) => each.comment === comment));
  const comments: CommandComment[] = [];
  for (const comment of others.toSorted((one, other) => one.id - other.id))
    comments.push(...(await readCommandComment(comment, { cursor, replies, logins }, reader)));
  return {
    issue,
    author: isStrangers(issue, reader.rule) ? 'stranger' : 'trusted',
    cursor,
    comments,
    feedback: feedback.at(-1) ?? null,
    outdated: feedback.slice(0, -1).map(({ id }) => id),
  };
}

/**
 * The cursor, and the comments since then. Anybody can type a cursor into an incident of theirs, to have commands passed over that are
 * still to come, or to hide what we remember: one counts where the comment that it names is there and by somebody trusted, and in a
 * stranger's incident it hides nothing. Where none counts, our reactions tell what is settled.
 */
async function readSinceCursor(
  issue: Issue,
  reader: ConversationReader,
): Promise<{ readonly cursor: Cursor | null; readonly listed: readonly Comment[] }> {
  const { client, repository, rule, isPermitted } = reader;
  const written = readCursor(issue.body);
  const since = isStrangers(issue, rule) ? null : (written?.since ?? null);
  const listed = await listComments(client, repository, issue.number, since);
  const last = listed.find(({ id }) => id === written?.through);
  const cursor = last !== undefined && (await isTrusted(last, rule, isPermitted)) ? written : null;
  if (since === null) return { cursor, listed };
  const isThere = listed.some((comment) => readFeedbackMarker(ownMarker(comment)) !== null);
  const older = cursor?.feedback && !isThere ? await readComment(client, repository, cursor.feedback) : null;
  if (cursor !== null && (isThere || reader.feedback === 'none')) return { cursor, listed };
  if (cursor !== null && older?.issue_url.endsWith(`/issues/${issue.number}`)) {
    return { cursor, listed: [older, ...listed] };
  }
  return { cursor, listed: await listComments(client, repository, issue.number, null) };
}

/** Whether only a request could tell that an author is trusted, whatever labels say. */
function isStrangers(what: Pick<Issue, 'user' | 'author_association'>, rule: TrustRule): boolean {
  return trustOf({ ...what, labels: [] }, rule) !== 'trusted';
}

/** The marker of a comment that we wrote; a person's who pasted one below words of theirs stays that person's. */
async function markerOfOurs(comment: Comment, { ownLogin }: ConversationReader): Promise<string | null> {
  const marker = ownMarker(comment);
  if (marker === null || comment.user?.type === 'Bot') return marker;
  return loginOf(comment) === (await ownLogin())?.toLowerCase() ? marker : null;
}

/** A comment with commands that are not settled, or nothing. Who wrote it is asked only where something follows from that. */
async function readCommandComment(
  comment: Comment,
  {
    cursor,
    replies,
    logins,
  }: { cursor: Cursor | null; replies: ReadonlyMap<number, ReplyKind>; logins: ReadonlySet<string> },
  reader: ConversationReader,
): Promise<CommandComment[]> {
  const { client, repository, rule, isPermitted } = reader;
  const { id, created_at: created, updated_at: updated, reactions } = comment;
  const commands = readCommands(comment.body);
  const hasReaction = reactions['+1'] + reactions.confused > 0;
  const isPassed = id <= (cursor?.through ?? 0);
  // Or a stranger's comments would cost a request each for ever.
  const isOld = Date.parse(created) < reader.now - RECENT_MILLISECONDS;
  const isAnswered = isOld && reactions.confused > 0 && isStrangers(comment, rule);
  if (commands.length === 0 || (hasReaction && isPassed) || isAnswered) return [];
  const author = (await isTrusted(comment, rule, isPermitted)) ? 'trusted' : 'untrusted';
  const reacted = author === 'trusted' && hasReaction ? await readReactions(client, repository, id) : [];
  const answers = reacted.filter(({ content }) => content === '+1' || content === 'confused');
  const people = answers.some(({ user }) => user?.type === 'User') ? await reader.ownLogin() : null;
  const isOurs = (reaction: Pick<Comment, 'user'>) => {
    const login = loginOf(reaction);
    return login !== undefined && (logins.has(login) || login === people?.toLowerCase());
  };
  return [
    {
      id,
      at: Date.parse(created),
      commands,
      author,
      wasEdited: updated > created,
      hasReaction,
      hasOurReaction: answers.some(isOurs),
      reply: replies.get(id) ?? null,
    },
  ];
}

function loginOf({ user }: Pick<Comment, 'user'>): string | undefined {
  return user?.login.toLowerCase();
}
