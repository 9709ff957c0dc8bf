import { expect } from 'vitest';
import type { Issue } from '../local-github/answer.ts';
import { isWrite } from '../local-github/faults.ts';
import type { FormAnswers } from '../local-github/issue-form.ts';
import type { ActionRun } from '../runner/step.ts';
import { owner, repairedIncident, repo, repository, type Stage } from './stage.ts';

/** The label of review actions that action.yml gives by default. */
export const actionLabel = 'review-action';

/** The label of an incident's problems that action.yml gives by default. */
const problemLabel = 'incident-problem';

/** Files a repaired incident with these review actions. @returns its number */
export async function fileWith(stage: Stage, actions: string, answers: FormAnswers = {}): Promise<number> {
  const { number } = await stage.file({ ...repairedIncident, ...answers, 'review-actions': actions });
  return number;
}

/** Runs the action, which must end green. */
export async function runGreen(stage: Stage, request: Parameters<Stage['run']>[0] = {}): Promise<ActionRun> {
  const run = await stage.run(request);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  return run;
}

/** An issue as the owner sees it now. */
export async function issueOf(stage: Stage, number: number): Promise<Issue> {
  const { data } = await stage.github.as(owner).rest.issues.get({ owner, repo, issue_number: number });
  return data as Issue;
}

/** The issues with the label of review actions, lowest number first. */
export async function actionIssues(stage: Stage): Promise<Issue[]> {
  const { rest, paginate } = stage.github.as(owner);
  const issues = await paginate(rest.issues.listForRepo, {
    owner,
    repo,
    labels: actionLabel,
    state: 'all',
    per_page: 100,
  });
  return (issues as Issue[]).sort((one, other) => one.number - other.number);
}

/** What was said in an issue, oldest first. */
export async function commentsOf(stage: Stage, number: number): Promise<string[]> {
  const { data } = await stage.github
    .as(owner)
    .rest.issues.listComments({ owner, repo, issue_number: number });
  return data.map(({ body }) => body ?? '');
}

/** The numbers of an issue's sub-issues. */
export async function subIssuesOf(stage: Stage, number: number): Promise<number[]> {
  const { rest, paginate } = stage.github.as(owner);
  const place = { owner, repo, issue_number: number, per_page: 100 };
  const issues = await paginate(rest.issues.listSubIssues, place);
  return issues.map((issue) => issue.number);
}

/** Changes an issue as a person who edits it does. */
export async function editIssue(
  stage: Stage,
  number: number,
  changes: {
    readonly title?: string;
    readonly body?: string;
    readonly state?: 'open';
    readonly assignees?: string[];
  },
): Promise<void> {
  await stage.github.as(owner).rest.issues.update({ owner, repo, issue_number: number, ...changes });
}

/** Closes an issue as a person does. */
export async function closeIssue(
  stage: Stage,
  number: number,
  reason: 'completed' | 'not_planned' | 'duplicate',
): Promise<void> {
  const place = { owner, repo, issue_number: number };
  await stage.github.as(owner).rest.issues.update({ ...place, state: 'closed', state_reason: reason });
}

/** Changes an incident's body as a person who edits it does. */
export async function editBody(stage: Stage, number: number, edit: (body: string) => string): Promise<void> {
  const { body } = await issueOf(stage, number);
  await editIssue(stage, number, { body: edit(body ?? '') });
}

/** The requests besides reading ones that bots have made after so many requests. */
export function writesAfter(stage: Stage, requests: number): string[] {
  return stage.github.requests
    .slice(requests)
    .filter(isWrite)
    .map(({ method, path }) => `${method} ${path}`);
}

/**
 * The same, without those by which an incident's issue tells how it was read: its comment is posted, rewritten, or posted anew and the
 * former deleted right after that, and the label of its problems is set or taken off. Any other comment or label counts, and so do these
 * on any other issue.
 */
export function writesBesideStatusComment(stage: Stage, requests: number, incident: number): string[] {
  const issues = `/repos/${repository}/issues`;
  let hasReplaced = false;
  const writes = stage.github.requests.slice(requests).filter(isWrite);
  return writes.flatMap(({ method, path, body }) => {
    const write = `${method} ${path}`;
    const isPosted = write === `POST ${issues}/${incident}/comments` && isStatusComment(body);
    const isRewritten = write.startsWith(`PATCH ${issues}/comments/`) && isStatusComment(body);
    const isForgotten = hasReplaced && write.startsWith(`DELETE ${issues}/comments/`);
    hasReplaced = isPosted;
    const isLabelling =
      write === `DELETE ${issues}/${incident}/labels/${problemLabel}` ||
      (write === `POST ${issues}/${incident}/labels` &&
        JSON.stringify(body) === JSON.stringify({ labels: [problemLabel] }));
    return isPosted || isRewritten || isForgotten || isLabelling ? [] : [write];
  });
}

/** Whether a request's body is that of a comment which tells how an incident was read. */
function isStatusComment(body: unknown): boolean {
  const text = (body as { readonly body?: unknown } | null)?.body;
  return typeof text === 'string' && /\n<!-- incident-log: feedback [^\n]*-->$/.test(text);
}

/** The first lines of the actions that the log lists, with references as `(#34)`. */
export async function loggedActions(stage: Stage, ref?: string): Promise<string[]> {
  const log = (await stage.log(ref)) ?? '';
  const parts = log.split('- **Review Actions**:').slice(1);
  return parts.flatMap((part) => {
    const lines = part.split(/\n(?=[-#])/)[0]?.split('\n') ?? [];
    return lines
      .filter((line) => line.startsWith('  - '))
      .map((line) => line.slice(4).replace(/\[([^\]]*#\d+)\]\([^)]*\)/g, '$1'));
  });
}

/** What the pull request says of review actions, a line each, with addresses left out. */
export async function reportedActions(stage: Stage): Promise<string[]> {
  const { body } = (await stage.pullRequests()).at(-1) ?? {};
  const table = /## Review actions\n\n.*\n.*\n((?:\|.*\n?)*)/.exec(body ?? '')?.[1] ?? '';
  return table
    .trim()
    .split('\n')
    .map((row) => row.replace(/\[([^\]]*#\d+)\]\([^)]*\)/g, '$1'));
}
