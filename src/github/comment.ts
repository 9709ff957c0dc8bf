import * as v from 'valibot';
import { allPages, type Client, checked, type Repository } from './client.ts';
import { isTrustedAssociation } from './issue.ts';

const commentSchema = v.object({
  body: v.nullish(v.string(), ''),
  user: v.nullish(v.object({ type: v.nullish(v.string(), 'User') }), null),
  author_association: v.nullish(v.string(), 'NONE'),
});

/**
 * Whether an issue or pull request has a comment with this hidden marker. A marker counts only in text by a bot or by
 * somebody trusted, for anybody can type one.
 */
export async function hasCommentWith(
  client: Client,
  repository: Repository,
  issue: number,
  marker: string,
): Promise<boolean> {
  const comments = await allPages(commentSchema, (page) =>
    client.rest.issues.listComments({ ...repository, issue_number: issue, ...page }),
  );
  return comments.some(
    ({ body, user, author_association }) =>
      body.includes(marker) && (user?.type === 'Bot' || isTrustedAssociation(author_association)),
  );
}

/** Comments once: a comment with the same marker is not followed by a second. */
export async function commentOnce(
  client: Client,
  repository: Repository,
  issue: number,
  { marker, text }: { marker: string; text: string },
): Promise<void> {
  if (await hasCommentWith(client, repository, issue, marker)) return;
  const body = `${text}\n\n${marker}`;
  checked(
    commentSchema,
    await client.rest.issues.createComment({ ...repository, issue_number: issue, body }),
  );
}
