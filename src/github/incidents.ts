import * as v from 'valibot';
import { ConflictError } from '../errors.ts';
import { allPages, checked, type GitHub, orNull } from './client.ts';
import { hasLabel, type Issue, issueSchema } from './issue.ts';
import { hasStatus } from './refusal.ts';

const labelSchema = v.object({ name: v.string() });

const eventSchema = v.object({ event: v.nullish(v.string(), ''), created_at: v.string() });

/** A label as we create it where it is missing. */
export interface Label {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/** Every issue and pull request that carries `label`, open or closed, oldest first, as far as `schema` reads it. */
export function listIssues<const Schema extends v.GenericSchema<unknown, unknown>>(
  github: GitHub,
  label: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>[]> {
  return allPages(github, schema, (page) =>
    github.rest.issues.listForRepo({
      ...github.repository,
      labels: label,
      state: 'all',
      sort: 'created',
      direction: 'asc',
      ...page,
    }),
  );
}

/** The issue as it stands now, or null where it is gone (deleted: 410, moved or never there: 404). */
export async function readIssue(github: GitHub, number: number): Promise<Issue | null> {
  try {
    const response = await orNull(github.rest.issues.get({ ...github.repository, issue_number: number }));
    if (response === null) return null;
    const issue = checked(issueSchema, response);
    const { owner, repo } = github.repository;
    // A transferred issue answers with the issue in the repository it went to.
    const path = `/${owner}/${repo}/issues/${number}`.toLowerCase();
    return issue.html_url.toLowerCase().endsWith(path) ? issue : null;
  } catch (error) {
    if (hasStatus(error, 410)) return null;
    throw error;
  }
}

/**
 * Changes an issue that a person may be editing: it is read once more right before, and the window that remains is one
 * request. Throws {@link ConflictError} when its title or body is not what was seen, or when it is gone.
 */
export async function rewriteIssue(
  github: GitHub,
  { issue, snapshot, closes, ...changes }: Rewrite,
): Promise<Issue> {
  const current = await readIssue(github, issue);
  if (current === null || current.body !== snapshot.body || current.title !== snapshot.title) {
    throw new ConflictError(`#${issue} was changed while this run was preparing a change to it.`);
  }
  const { title, body } = changes;
  return checked(
    issueSchema,
    await github.rest.issues.update({
      ...github.repository,
      issue_number: issue,
      body,
      ...(title === undefined ? {} : { title }),
      ...(closes === undefined ? {} : { state: 'closed', state_reason: closes }),
    }),
  );
}

/** What an issue is to say, and what it said when that was decided. */
export interface Rewrite {
  readonly issue: number;
  readonly snapshot: { readonly title: string; readonly body: string | null };
  readonly body: string;
  readonly title?: string;
  /** Closes it, too, and says why. */
  readonly closes?: 'completed';
}

/** Those of these labels that the repository does not have. One list tells of all of them. */
export async function missingLabels(github: GitHub, labels: readonly Label[]): Promise<Label[]> {
  if (labels.length === 0) return [];
  const found = await allPages(github, labelSchema, (page) =>
    github.rest.issues.listLabelsForRepo({ ...github.repository, ...page }),
  );
  const present = { labels: found.map(({ name }) => name) };
  return labels.filter(({ name }) => !hasLabel(present, name));
}

export async function createLabel(github: GitHub, label: Label): Promise<void> {
  try {
    checked(labelSchema, await github.rest.issues.createLabel({ ...github.repository, ...label }));
  } catch (error) {
    // Another run, or a first try whose answer was lost, was faster: the label is there.
    if (!hasStatus(error, 422) || !error.message.includes('already_exists')) throw error;
  }
}

/**
 * When an open issue was last reopened (UTC milliseconds); null where it never was
 * (https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#reopened).
 */
export async function lastReopening(github: GitHub, issue: number): Promise<number | null> {
  const events = await allPages(github, eventSchema, (page) =>
    github.rest.issues.listEvents({ ...github.repository, issue_number: issue, ...page }),
  );
  const reopened = events.findLast(({ event }) => event === 'reopened');
  return reopened === undefined ? null : Date.parse(reopened.created_at);
}

const closingSchema = v.object({
  closed_by: v.nullish(v.object({ login: v.string(), type: v.nullish(v.string(), 'User') }), null),
});

/**
 * The login of the bot that closed an issue; null where a person did, where nobody can tell, and where the issue is gone. Only the
 * single issue tells (https://docs.github.com/en/rest/issues/issues#get-an-issue), not the list.
 */
export async function closingBot(github: GitHub, issue: number): Promise<string | null> {
  try {
    const response = await orNull(github.rest.issues.get({ ...github.repository, issue_number: issue }));
    const closer = response && checked(closingSchema, response).closed_by;
    return closer?.type === 'Bot' ? closer.login : null;
  } catch (error) {
    if (hasStatus(error, 410)) return null;
    throw error;
  }
}

/** Adds labels; those that people set stay. */
export async function addLabels(github: GitHub, issue: number, labels: readonly string[]): Promise<void> {
  const added = await github.rest.issues.addLabels({
    ...github.repository,
    issue_number: issue,
    labels: [...labels],
  });
  checked(v.array(labelSchema), added);
}

/** Takes a single label off an issue; that it was gone already is fine. */
export async function removeLabel(github: GitHub, issue: number, name: string): Promise<void> {
  const left = await orNull(
    github.rest.issues.removeLabel({ ...github.repository, issue_number: issue, name }),
  );
  if (left !== null) checked(v.array(labelSchema), left);
}
