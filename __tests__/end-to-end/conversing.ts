import type { Comment } from '../local-github/answer.ts';
import { commentEvent } from '../local-github/events.ts';
import type { FormAnswers } from '../local-github/issue-form.ts';
import type { ActionRun } from '../runner/step.ts';
import { owner, repo, repository, type Stage } from './stage.ts';

/** An incident as it is filed while it goes on. */
export const ongoingIncident: FormAnswers = {
  'first-detected': '2024-10-14 10:30',
  impact: 'People were asked to sign in again.',
};

/** Somebody, the owner unless told otherwise, comments on an issue. */
export async function say(stage: Stage, number: number, body: string, login = owner): Promise<Comment> {
  const place = { owner, repo, issue_number: number };
  const { data } = await stage.github.as(login).rest.issues.createComment({ ...place, body });
  return data as Comment;
}

/** Somebody comments on an issue, and the action runs for that. */
export async function command(
  stage: Stage,
  number: number,
  body: string,
  { login = owner, ...request }: { login?: string } & Parameters<Stage['run']>[0] = {},
): Promise<ActionRun> {
  const comment = await say(stage, number, body, login);
  const event = await commentEvent(stage.github, repository, 'created', number, comment);
  return stage.run({ ...request, event });
}

/** All that was said on an issue, oldest first. */
export async function commentsOn(stage: Stage, number: number): Promise<Comment[]> {
  const { rest, paginate } = stage.github.as(owner);
  const comments = await paginate(rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  return comments as Comment[];
}

const marker = (kind: string) => `<!-- incident-log: ${kind} `;

/** The comments that tell how an incident was read. There is to be one. */
export async function statusCommentsOn(stage: Stage, number: number): Promise<Comment[]> {
  return (await commentsOn(stage, number)).filter(({ body }) => body?.includes(marker('feedback')));
}

/** What that comment says, without its marker. */
export async function statusCommentText(stage: Stage, number: number): Promise<string> {
  const [comment, ...others] = await statusCommentsOn(stage, number);
  if (comment === undefined || others.length > 0) throw new Error(`${others.length} comments too many`);
  return comment.body?.split(marker('feedback'))[0]?.trimEnd() ?? '';
}

/** What commands were answered with, without markers. */
export async function repliesOn(stage: Stage, number: number): Promise<string[]> {
  const replies = (await commentsOn(stage, number)).filter(({ body }) => body?.includes(marker('reply')));
  return replies.map(({ body }) => body?.split(marker('reply'))[0]?.trimEnd() ?? '');
}

/** How the commands on an issue were answered, in order: `+1`, `confused`, both, or nothing. */
export async function reactionsOn(stage: Stage, number: number): Promise<string[]> {
  const comments = (await commentsOn(stage, number)).filter(
    ({ body }) => !body?.includes('<!-- incident-log: '),
  );
  return comments.map(({ reactions }) =>
    (['+1', 'confused'] as const).filter((content) => (reactions?.[content] ?? 0) > 0).join(' '),
  );
}
