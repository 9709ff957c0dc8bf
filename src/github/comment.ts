import * as v from 'valibot';
import { allPages, type Client, checked, nothing, orNull, type Repository } from './client.ts';
import { isTrustedAssociation } from './issue.ts';

const commentSchema = v.object({
  id: v.number(),
  body: v.nullish(v.string(), ''),
  user: v.nullish(v.object({ type: v.nullish(v.string(), 'User') }), null),
  author_association: v.nullish(v.string(), 'NONE'),
  issue_url: v.string(),
  created_at: v.string(),
});
type Comment = v.InferOutput<typeof commentSchema>;

/**
 * Whether it ends in this hidden marker, on a line of its own: a reply by mail quotes the whole comment that it answers. One
 * counts only in text by a bot or by somebody trusted, for anybody can type one.
 */
function isMarked({ body, user, author_association }: Comment, marker: string): boolean {
  const last = body
    .trimEnd()
    .split(/[\r\n]/)
    .at(-1);
  return last === marker && (user?.type === 'Bot' || isTrustedAssociation(author_association));
}

async function commentsWith(
  client: Client,
  repository: Repository,
  issue: number,
  marker: string,
): Promise<Comment[]> {
  const comments = await allPages(commentSchema, (page) =>
    client.rest.issues.listComments({ ...repository, issue_number: issue, ...page }),
  );
  return comments.filter((comment) => isMarked(comment, marker));
}

/** Whether an issue or pull request has a comment with this hidden marker, by a bot or by somebody trusted. */
export async function hasCommentWith(
  client: Client,
  repository: Repository,
  issue: number,
  marker: string,
): Promise<boolean> {
  return (await commentsWith(client, repository, issue, marker)).length > 0;
}

/** Comments once: a comment with the same marker is not followed by a second. */
export async function commentOnce(
  client: Client,
  repository: Repository,
  issue: number,
  { marker, text }: { marker: string; text: string },
): Promise<void> {
  if (await hasCommentWith(client, repository, issue, marker)) return;
  await createComment(client, repository, issue, { marker, text });
}

/** Comments anew, which notifies people as an edit would not, and takes the former comments with this marker away. */
export async function replaceComment(
  client: Client,
  repository: Repository,
  issue: number,
  { marker, text }: { marker: string; text: string },
): Promise<void> {
  await deleteComments(client, repository, issue, marker);
  await createComment(client, repository, issue, { marker, text });
}

async function createComment(
  client: Client,
  repository: Repository,
  issue: number,
  { marker, text }: { marker: string; text: string },
): Promise<void> {
  const body = `${text}\n\n${marker}`;
  const response = await client.rest.issues.createComment({ ...repository, issue_number: issue, body });
  checked(commentSchema, response);
}

/** Deletes the comments with this marker, by a bot or by somebody trusted. */
export async function deleteComments(
  client: Client,
  repository: Repository,
  issue: number,
  marker: string,
): Promise<void> {
  for (const { id } of await commentsWith(client, repository, issue, marker)) {
    const response = await orNull(client.rest.issues.deleteComment({ ...repository, comment_id: id }));
    if (response !== null) checked(nothing, response);
  }
}

/**
 * The numbers of the issues that have got a comment with this marker since an instant (UTC milliseconds), and when. One list
 * for the whole repository, so that it costs the same however many issues there are to look at.
 */
export async function commentedSince(
  client: Client,
  repository: Repository,
  marker: string,
  since: number,
): Promise<ReadonlyMap<number, number>> {
  const comments = await allPages(commentSchema, (page) =>
    client.rest.issues.listCommentsForRepo({ ...repository, since: new Date(since).toISOString(), ...page }),
  );
  // `since` goes by when a comment was last edited.
  return new Map(
    comments
      .filter((comment) => isMarked(comment, marker) && Date.parse(comment.created_at) >= since)
      .map(({ issue_url, created_at }) => [Number(issue_url.split('/').at(-1)), Date.parse(created_at)]),
  );
}
