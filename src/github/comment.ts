import * as v from 'valibot';
import { ConflictError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { allPages, checked, type GitHub, nothing, orNull } from './client.ts';
import type { Issue } from './issue.ts';
import { isOurs, type OwnLogin } from './own-login.ts';

/** One page of a list. */
const MOST_RECENT = 100;

const commentSchema = v.object({
  id: v.number(),
  body: v.nullish(v.string(), ''),
  user: v.nullish(v.object({ login: v.string(), type: v.nullish(v.string(), 'User') }), null),
  author_association: v.nullish(v.string(), 'NONE'),
  issue_url: v.string(),
  created_at: v.string(),
  updated_at: v.nullish(v.string(), ''),
  /** How often people, and we, have reacted so. */
  reactions: v.nullish(v.object({ '+1': v.nullish(v.number(), 0), confused: v.nullish(v.number(), 0) }), {
    '+1': 0,
    confused: 0,
  }),
});
export type Comment = v.InferOutput<typeof commentSchema>;

const reactionSchema = v.object({
  content: v.string(),
  user: v.nullish(v.object({ login: v.string(), type: v.nullish(v.string(), 'User') }), null),
});

/**
 * The hidden marker that a comment of ours ends in, on a line of its own: a reply by mail quotes the whole comment that it answers.
 * Null for anybody else's comment: people and other bots can repeat a marker.
 */
export async function ownMarker({ body, user }: Comment, ownLogin: OwnLogin): Promise<string | null> {
  const last = lastLine(body);
  if (!isMarker(last)) return null;
  return (await isOurs(user, ownLogin)) ? last : null;
}

/** Whether a comment ends as ours do, whoever wrote it. */
function hasMarker({ body }: Comment): boolean {
  return isMarker(lastLine(body));
}

function isMarker(line: string): boolean {
  return line.startsWith('<!-- incident-log:');
}

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  );
}

async function ourCommentsWith(
  marker: string,
  comments: readonly Comment[],
  ownLogin: OwnLogin,
): Promise<Comment[]> {
  const markers = await Promise.all(comments.map((comment) => ownMarker(comment, ownLogin)));
  return comments.filter((_, index) => markers[index] === marker);
}

/** The comments of an issue, oldest first; those that were written or edited since an instant (UTC milliseconds) alone, if it is given. */
export function listComments(github: GitHub, issue: number, since: number | null): Promise<Comment[]> {
  const from = since === null ? {} : { since: new Date(since).toISOString() };
  return allPages(github, commentSchema, (page) =>
    github.rest.issues.listComments({ ...github.repository, issue_number: issue, ...from, ...page }),
  );
}

/** Comments of a repository's issues and pull requests. */
export interface RecentComments {
  /** All that were written or edited after this instant are there (UTC milliseconds). */
  readonly after: number;
  readonly byIssue: ReadonlyMap<number, readonly Comment[]>;
}

/**
 * The comments of all issues that were written or edited since an instant (UTC milliseconds), a hundred at most: the newest. One request,
 * where a list for each issue would be many
 * (https://docs.github.com/en/rest/issues/comments#list-issue-comments-for-a-repository).
 */
export async function listRecentComments(github: GitHub, since: number): Promise<RecentComments> {
  const response = await github.rest.issues.listCommentsForRepo({
    ...github.repository,
    since: new Date(since).toISOString(),
    sort: 'updated',
    direction: 'desc',
    per_page: MOST_RECENT,
  });
  return asRecent(checked(v.array(commentSchema), response), since, MOST_RECENT);
}

/** What a list of the newest comments since an instant covers, which ends after `most`. */
export function asRecent(comments: readonly Comment[], since: number, most: number): RecentComments {
  const oldest = comments.at(-1);
  const isWhole = comments.length < most || oldest === undefined;
  return {
    after: isWhole ? since - 1 : Date.parse(oldest.updated_at),
    byIssue: groupBy(comments, ({ issue_url: url }) => Number(url.split('/').at(-1))),
  };
}

type Commented = Pick<Issue, 'number' | 'comments' | 'updated_at'>;

/** The comments of an issue as {@link listComments} gives them: from the recent ones where they hold all of them, or else by a request. */
export async function commentsOf(
  github: GitHub,
  issue: Commented,
  since: number | null,
  recent: RecentComments,
): Promise<Comment[]> {
  return recentOf(issue, since, recent) ?? (await listComments(github, issue.number, since));
}

/** The comments of an issue since an instant, or all of them, oldest first; null where the recent ones may lack some. */
export function recentOf(issue: Commented, since: number | null, recent: RecentComments): Comment[] | null {
  const found = recent.byIssue.get(issue.number) ?? [];
  // A comment that was written after the issue was read is not among those that it counts.
  const counted = found.filter(({ created_at: created }) => created <= issue.updated_at);
  // A list without any of ours is not believed: one that was written in the second in which the issue was read may stand for ours.
  const isCounted = counted.length === issue.comments && (found.length === 0 || found.some(hasMarker));
  const isWhole = since === null ? isCounted : since > recent.after;
  if (!isWhole) return null;
  return found
    .filter(({ updated_at: updated }) => since === null || Date.parse(updated) >= since)
    .toSorted((one, other) => one.id - other.id);
}

/** A comment, or null where it is gone. */
export async function readComment(github: GitHub, comment: number): Promise<Comment | null> {
  const response = await orNull(github.rest.issues.getComment({ ...github.repository, comment_id: comment }));
  return response && checked(commentSchema, response);
}

/** Who has reacted to a comment; nobody where it is gone. */
export async function readReactions(
  github: GitHub,
  comment: number,
): Promise<v.InferOutput<typeof reactionSchema>[]> {
  const reactions = await orNull(
    allPages(github, reactionSchema, (page) =>
      github.rest.reactions.listForIssueComment({ ...github.repository, comment_id: comment, ...page }),
    ),
  );
  return reactions ?? [];
}

/** Reacts to a comment; that it is gone, or has been reacted to so before, is fine. */
export async function react(
  github: GitHub,
  { comment, content }: { comment: number; content: '+1' | 'confused' },
): Promise<void> {
  const request = { ...github.repository, comment_id: comment, content };
  const response = await orNull(github.rest.reactions.createForIssueComment(request));
  if (response !== null) checked(reactionSchema, response);
}

/** Rewrites a comment of ours, which notifies nobody. Throws {@link ConflictError} where it is gone. */
export async function editComment(
  github: GitHub,
  { comment, body }: { comment: number; body: string },
): Promise<void> {
  const response = await orNull(
    github.rest.issues.updateComment({ ...github.repository, comment_id: comment, body }),
  );
  if (response === null) throw new ConflictError('A comment of ours was deleted meanwhile.');
  checked(commentSchema, response);
}

async function commentsWith(
  github: GitHub,
  issue: number,
  marker: string,
  ownLogin: OwnLogin,
): Promise<Comment[]> {
  return ourCommentsWith(marker, await listComments(github, issue, null), ownLogin);
}

/** Whether an issue or pull request has a comment of ours with this hidden marker. */
export async function hasCommentWith(
  github: GitHub,
  issue: number,
  marker: string,
  ownLogin: OwnLogin,
): Promise<boolean> {
  return (await commentsWith(github, issue, marker, ownLogin)).length > 0;
}

/** Comments once: a comment of ours with the same marker is not followed by a second. */
export async function commentOnce(
  github: GitHub,
  issue: number,
  { marker, text }: { marker: string; text: string },
  ownLogin: OwnLogin,
): Promise<void> {
  if (await hasCommentWith(github, issue, marker, ownLogin)) return;
  await createComment(github, issue, { marker, text });
}

/** Posts a new comment, which notifies people as an edit would not, and deletes our former comments with this marker. */
export async function replaceComment(
  github: GitHub,
  issue: number,
  { marker, text }: { marker: string; text: string },
  ownLogin: OwnLogin,
): Promise<void> {
  await deleteComments(github, issue, marker, ownLogin);
  await createComment(github, issue, { marker, text });
}

export async function createComment(
  github: GitHub,
  issue: number,
  { marker, text }: { marker: string; text: string },
): Promise<void> {
  const body = `${text}\n\n${marker}`;
  const response = await github.rest.issues.createComment({
    ...github.repository,
    issue_number: issue,
    body,
  });
  checked(commentSchema, response);
}

/** Deletes our comments with this marker. */
export async function deleteComments(
  github: GitHub,
  issue: number,
  marker: string,
  ownLogin: OwnLogin,
): Promise<void> {
  for (const { id } of await commentsWith(github, issue, marker, ownLogin)) await deleteComment(github, id);
}

/** Deletes a comment; that it is gone is fine. */
export async function deleteComment(github: GitHub, comment: number): Promise<void> {
  const response = await orNull(
    github.rest.issues.deleteComment({ ...github.repository, comment_id: comment }),
  );
  if (response !== null) checked(nothing, response);
}

/**
 * The numbers of the issues that have got a comment of ours with this marker since an instant (UTC milliseconds), and when. One list
 * for the whole repository, so that it costs the same however many issues there are to look at.
 */
export async function commentedSince(
  github: GitHub,
  marker: string,
  since: number,
  ownLogin: OwnLogin,
): Promise<ReadonlyMap<number, number>> {
  const comments = await allPages(github, commentSchema, (page) =>
    github.rest.issues.listCommentsForRepo({
      ...github.repository,
      since: new Date(since).toISOString(),
      ...page,
    }),
  );
  const ours = await ourCommentsWith(marker, comments, ownLogin);
  // `since` goes by when a comment was last edited.
  return new Map(
    ours
      .filter(({ created_at }) => Date.parse(created_at) >= since)
      .map(({ issue_url, created_at }) => [Number(issue_url.split('/').at(-1)), Date.parse(created_at)]),
  );
}
