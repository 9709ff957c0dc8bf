import * as v from 'valibot';
import { allPages, type Client, checked, hasStatus, orNull, type Repository } from './client.ts';
import { type Issue, issueSchema, type TrustRule, trustOf } from './issue.ts';

const permissionSchema = v.object({
  role_name: v.optional(v.string(), ''),
  permission: v.optional(v.string(), ''),
  user: v.nullish(
    v.object({ permissions: v.optional(v.object({ triage: v.optional(v.boolean(), false) })) }),
    null,
  ),
});

/** A label as we create it where it is missing. */
export interface Label {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/** Every issue and pull request that carries `label`, open or closed, oldest first. */
export function listIssues(client: Client, repository: Repository, label: string): Promise<Issue[]> {
  return allPages(issueSchema, (page) =>
    client.rest.issues.listForRepo({
      ...repository,
      labels: label,
      state: 'all',
      sort: 'created',
      direction: 'asc',
      ...page,
    }),
  );
}

/** The issue as it stands now, or null where it is gone (deleted: 410, moved or never there: 404). */
export async function readIssue(
  client: Client,
  repository: Repository,
  number: number,
): Promise<Issue | null> {
  try {
    const response = await orNull(client.rest.issues.get({ ...repository, issue_number: number }));
    if (response === null) return null;
    const issue = checked(issueSchema, response);
    // A transferred issue answers with the issue in the repository it went to.
    return issue.number === number ? issue : null;
  } catch (error) {
    if (hasStatus(error, 410)) return null;
    throw error;
  }
}

/** The issues among these whose author may put an incident into the log. Each login's permission is asked once. */
export async function trustedIssues(
  client: Client,
  repository: Repository,
  issues: readonly Issue[],
  rule: TrustRule,
): Promise<Issue[]> {
  const unknown = issues
    .filter((issue) => trustOf(issue, rule) === 'unknown')
    .flatMap(({ user }) => user ?? []);
  const logins = [...new Set(unknown.map(({ login }) => login))];
  const answers = await Promise.all(logins.map((login) => hasTriagePermission(client, repository, login)));
  const permitted = new Set(logins.filter((_, index) => answers[index]));
  return issues.filter(
    (issue) =>
      trustOf(issue, rule) === 'trusted' ||
      (trustOf(issue, rule) === 'unknown' && permitted.has(issue.user?.login ?? '')),
  );
}

/**
 * Whether somebody has the triage role or more here
 * (https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user). The role's name is
 * the fall-back: servers before 3.x leave `user.permissions` out, while a custom role has a name of its own.
 */
export async function hasTriagePermission(
  client: Client,
  repository: Repository,
  username: string,
): Promise<boolean> {
  const response = await orNull(
    client.rest.repos.getCollaboratorPermissionLevel({ ...repository, username }),
  );
  if (response === null) return false;
  const { role_name, permission, user } = checked(permissionSchema, response);
  return (
    user?.permissions?.triage ?? ['triage', 'write', 'maintain', 'admin'].includes(role_name || permission)
  );
}

/** The names among these that the repository has no label of. */
export async function missingLabels(
  client: Client,
  repository: Repository,
  labels: readonly Label[],
): Promise<Label[]> {
  const found = await Promise.all(
    labels.map(({ name }) => orNull(client.rest.issues.getLabel({ ...repository, name }))),
  );
  return labels.filter((_, index) => found[index] === null);
}

export async function createLabel(client: Client, repository: Repository, label: Label): Promise<void> {
  try {
    await client.rest.issues.createLabel({ ...repository, ...label });
  } catch (error) {
    // Another run, or a first try whose answer was lost, was faster: the label is there.
    if (!hasStatus(error, 422)) throw error;
  }
}

/** Adds a single label; those that people set stay. */
export async function addLabels(
  client: Client,
  repository: Repository,
  issue: number,
  labels: readonly string[],
): Promise<void> {
  await client.rest.issues.addLabels({ ...repository, issue_number: issue, labels: [...labels] });
}

/** Takes a single label off an issue; that it was gone already is fine. */
export async function removeLabel(
  client: Client,
  repository: Repository,
  issue: number,
  name: string,
): Promise<void> {
  await orNull(client.rest.issues.removeLabel({ ...repository, issue_number: issue, name }));
}
