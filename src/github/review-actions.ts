import * as v from 'valibot';
import { ConflictError } from '../errors.ts';
import { checked, type GitHub, orNull } from './client.ts';
import { type Issue, issueSchema } from './issue.ts';
import { explain, hasStatus, isRateLimit } from './refusal.ts';

/** An issue that tracks a review action, or a pull request that does. */
export const actionIssueSchema = v.object({
  ...issueSchema.entries,
  id: v.number(),
  assignees: v.pipe(
    v.nullish(v.array(v.object({ login: v.string() })), []),
    v.transform((assignees) => assignees.map(({ login }) => login)),
  ),
  created_at: v.string(),
  /** Absent where the server has no sub-issues. */
  parent_issue_url: v.nullish(v.string(), null),
  pull_request: v.nullish(v.object({ merged_at: v.nullish(v.string(), null) }), null),
});

export type ActionIssue = v.InferOutput<typeof actionIssueSchema>;

/** The parent of an issue as `owner/name#12`, in lower case; null where it has none. */
export function parentOf({ parent_issue_url: url }: ActionIssue): string | null {
  const [, name, number] = /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(url ?? '') ?? [];
  return name === undefined || number === undefined ? null : `${name}#${number}`.toLowerCase();
}

/**
 * The issue that an item refers to, wherever it has been moved to. Null when it cannot be read: deleted (410), never there or not to be
 * seen with this token (404, 403), or blocked (451).
 *
 * @param reference a number in the repository, or `owner/name#34`
 */
export async function readReference(github: GitHub, reference: number | string): Promise<ActionIssue | null> {
  const [, owner, repo, number] = /^([^/]+)\/([^#]+)#(\d+)$/.exec(String(reference)) ?? [];
  const place = owner === undefined || repo === undefined ? github.repository : { owner, repo };
  try {
    const response = await github.rest.issues.get({ ...place, issue_number: Number(number ?? reference) });
    return checked(actionIssueSchema, response);
  } catch (error) {
    if (hasStatus(error, 403, 404, 410, 451) && !isRateLimit(error)) return null;
    throw error;
  }
}

/** Whether issues of the repository can be assigned to somebody (https://docs.github.com/en/rest/issues/assignees). */
export async function isAssignable(github: GitHub, login: string): Promise<boolean> {
  const response = await orNull(
    github.rest.issues.checkUserCanBeAssigned({ ...github.repository, assignee: login }),
  );
  return response !== null;
}

/** Assigns an issue to somebody more; whom people have assigned stays. */
export async function assign(
  github: GitHub,
  { issue, assignees }: { issue: number; assignees: readonly string[] },
): Promise<void> {
  const response = await github.rest.issues.addAssignees({
    ...github.repository,
    issue_number: issue,
    assignees: [...assignees],
  });
  checked(v.object({ number: v.number() }), response);
}

export interface NewAction {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** What it says where GitHub refuses the assignees. */
  readonly unassigned: { readonly title: string; readonly body: string };
}

/**
 * Makes an action's issue. A request that got no answer is not repeated: its marker tells whether it was carried out. GitHub refuses the
 * whole issue (422) for an assignee who has just been deactivated or removed; then it is made without assignees.
 */
export async function createAction(
  github: GitHub,
  { title, body, labels, assignees, unassigned }: NewAction,
): Promise<ActionIssue> {
  const create = (content: { title: string; body: string; assignees?: string[] }) =>
    github.rest.issues.create({ ...github.repository, ...content, labels: [...labels] });
  const response = await create({ title, body, assignees: [...assignees] }).catch((error: unknown) => {
    if (!hasStatus(error, 422) || !/"field":\s*"assignees?"/.test(error.message)) throw error;
    return create(unassigned);
  });
  return checked(actionIssueSchema, response);
}

/** Why an issue could not be linked, and whether no other can be linked either in this run. */
export interface LinkRefusal {
  readonly reach: 'this' | 'all';
  /** A clause that goes behind "because". */
  readonly reason: string;
}

/**
 * Makes an issue a sub-issue (https://docs.github.com/en/rest/issues/sub-issues): `id` is the issue's id, not its number.
 * Null when it is one now, also when it was one before.
 */
export async function linkAction(
  github: GitHub,
  { incident, action, id }: { incident: number; action: number; id: number },
): Promise<LinkRefusal | null> {
  try {
    const response = await github.rest.issues.addSubIssue({
      ...github.repository,
      issue_number: incident,
      sub_issue_id: id,
    });
    // A redirect, to where the incident was transferred, turns the request into one that only reads.
    if (Number(response.status) !== 201) throw new ConflictError(`#${incident} was transferred meanwhile.`);
    checked(v.object({ number: v.number() }), response);
    return null;
  } catch (error) {
    if (hasStatus(error, 404) && /sub-issue does not exist/i.test(error.message)) {
      return { reach: 'this', reason: 'it is gone' };
    }
    if (hasStatus(error, 404)) {
      return { reach: 'all', reason: 'GitHub answers 404 to it, as a server does that has no sub-issues' };
    }
    if (hasStatus(error, 403) && !isRateLimit(error)) return { reach: 'all', reason: explain(error) ?? '' };
    if (!hasStatus(error, 410, 422)) throw error;
    const issue = await readReference(github, action);
    const { owner, repo } = github.repository;
    const parent = issue && parentOf(issue);
    if (parent === `${owner}/${repo}#${incident}`.toLowerCase()) return null;
    // A server that does not tell an issue's parent.
    if (parent === null && /duplicate sub-issues/i.test(error.message)) return null;
    return { reach: 'this', reason: explain(error) ?? '' };
  }
}

/** Takes an issue from under its parent; that it is gone from there already is fine. */
export async function unlinkAction(
  github: GitHub,
  { incident, id }: { incident: number; id: number },
): Promise<void> {
  const response = await orNull(
    github.rest.issues.removeSubIssue({ ...github.repository, issue_number: incident, sub_issue_id: id }),
  );
  if (response !== null) checked(v.object({ number: v.number() }), response);
}

/** Closes an issue that says the same as another one. */
export async function closeAsDuplicate(github: GitHub, issue: number): Promise<void> {
  const response = await github.rest.issues.update({
    ...github.repository,
    issue_number: issue,
    state: 'closed',
    state_reason: 'duplicate',
  });
  checked(v.object({ state: v.literal('closed') }), response);
}

/** Whether an issue stands in the repository at `repositoryUrl` still: one that was transferred answers from where it went. */
export function isHere(issue: Pick<Issue, 'html_url' | 'number'>, repositoryUrl: string): boolean {
  return issue.html_url.toLowerCase() === `${repositoryUrl}/issues/${issue.number}`.toLowerCase();
}
