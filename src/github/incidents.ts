import * as v from 'valibot';
import { allPages, type Client, checked, orNull, type Repository } from './client.ts';
import { hasLabel, type Issue, issueSchema, isTrusted, type TrustRule, trustOf } from './issue.ts';
import { hasStatus, Outdated } from './refusal.ts';

const permissionSchema = v.object({
  role_name: v.nullish(v.string(), ''),
  permission: v.nullish(v.string(), ''),
  user: v.nullish(v.object({ permissions: v.nullish(v.object({ triage: v.nullish(v.boolean()) })) })),
});

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
  client: Client,
  repository: Repository,
  label: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>[]> {
  return allPages(client, schema, (page) =>
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
    const { owner, repo } = repository;
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
 * request. Throws {@link Outdated} when its title or body is not what was seen, or when it is gone.
 */
export async function rewriteIssue(
  client: Client,
  repository: Repository,
  { issue, seen, closes, ...changes }: Rewrite,
): Promise<Issue> {
  const current = await readIssue(client, repository, issue);
  if (current === null || current.body !== seen.body || current.title !== seen.title) {
    throw new Outdated(`#${issue} was changed while this run was preparing a change to it.`);
  }
  const { title, body } = changes;
  return checked(
    issueSchema,
    await client.rest.issues.update({
      ...repository,
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
  readonly seen: { readonly title: string; readonly body: string | null };
  readonly body: string;
  readonly title?: string;
  /** Closes it, too, and says why. */
  readonly closes?: 'completed';
}

/** Answers whether a login has the triage role or more in the repository. Asks GitHub once for each. */
export type Permissions = (login: string) => Promise<boolean>;

export interface CountedPermissions extends Permissions {
  /** Whether the answer is known already, or the run has asked GitHub about fewer people than this. */
  hasRoomFor(login: string, most: number): boolean;
}

export function askPermissions(client: Client, repository: Repository): CountedPermissions {
  const answers = new Map<string, Promise<boolean>>();
  const ask = (login: string) => {
    const answer = answers.get(login) ?? hasTriagePermission(client, repository, login);
    answers.set(login, answer);
    return answer;
  };
  return Object.assign(ask, {
    hasRoomFor: (login: string, most: number) => answers.has(login) || answers.size < most,
  });
}

/** Anybody can file issues, and each unknown author costs a request: a run asks about so many. */
const MOST_AUTHORS = 20;

/** Incident issues by what is known of their authors. */
export interface JudgedIssues {
  /** Those whose author may put an incident into the log. */
  readonly trusted: readonly Issue[];
  /** Those whose author this run did not ask about. */
  readonly unasked: readonly Issue[];
}

/**
 * Judges the authors of issues; of those whom only a request can tell, twenty in a run: the author of the event's issue first, then those
 * of the newest issues.
 *
 * @param event number of the issue that the event is about
 */
export async function judgeAuthors(
  issues: readonly Issue[],
  { rule, isPermitted, event }: { rule: TrustRule; isPermitted: CountedPermissions; event: number | null },
): Promise<JudgedIssues> {
  const isEvents = ({ number }: Issue) => (number === event ? 1 : 0);
  const byTurn = issues.toSorted(
    (one, other) => isEvents(other) - isEvents(one) || other.number - one.number,
  );
  const answers = new Map<Issue, Promise<boolean> | 'unasked'>();
  for (const issue of byTurn) {
    const login = issue.user?.login ?? '';
    const isUnknown = trustOf(issue, rule) === 'unknown';
    if (isUnknown && !isPermitted.hasRoomFor(login, MOST_AUTHORS)) answers.set(issue, 'unasked');
    else answers.set(issue, judgeAuthor(issue, rule, isPermitted));
  }
  const judged = await Promise.all(
    issues.map(async (issue) => ({ issue, answer: await answers.get(issue) })),
  );
  const withAnswer = (wanted: true | 'unasked') =>
    judged.filter(({ answer }) => answer === wanted).map(({ issue }) => issue);
  return { trusted: withAnswer(true), unasked: withAnswer('unasked') };
}

async function judgeAuthor(issue: Issue, rule: TrustRule, isPermitted: Permissions): Promise<boolean> {
  return hasLabel(issue, rule.confirmedLabel) || (await isTrusted(issue, rule, isPermitted));
}

/**
 * Whether somebody has the triage role or more here
 * (https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user). The role's name is
 * the fall-back where a server leaves `user.permissions` out; a custom role has a name of its own.
 */
async function hasTriagePermission(
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

/** Those of these labels that the repository does not have. One list tells of all of them. */
export async function missingLabels(
  client: Client,
  repository: Repository,
  labels: readonly Label[],
): Promise<Label[]> {
  if (labels.length === 0) return [];
  const found = await allPages(client, labelSchema, (page) =>
    client.rest.issues.listLabelsForRepo({ ...repository, ...page }),
  );
  const present = { labels: found.map(({ name }) => name) };
  return labels.filter(({ name }) => !hasLabel(present, name));
}

export async function createLabel(client: Client, repository: Repository, label: Label): Promise<void> {
  try {
    checked(labelSchema, await client.rest.issues.createLabel({ ...repository, ...label }));
  } catch (error) {
    // Another run, or a first try whose answer was lost, was faster: the label is there.
    if (!hasStatus(error, 422) || !error.message.includes('already_exists')) throw error;
  }
}

/**
 * When an open issue was last reopened (UTC milliseconds); null where it never was
 * (https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#reopened).
 */
export async function lastReopening(
  client: Client,
  repository: Repository,
  issue: number,
): Promise<number | null> {
  const events = await allPages(client, eventSchema, (page) =>
    client.rest.issues.listEvents({ ...repository, issue_number: issue, ...page }),
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
export async function closingBot(
  client: Client,
  repository: Repository,
  issue: number,
): Promise<string | null> {
  try {
    const response = await orNull(client.rest.issues.get({ ...repository, issue_number: issue }));
    const closer = response && checked(closingSchema, response).closed_by;
    return closer?.type === 'Bot' ? closer.login : null;
  } catch (error) {
    if (hasStatus(error, 410)) return null;
    throw error;
  }
}

/** Adds labels; those that people set stay. */
export async function addLabels(
  client: Client,
  repository: Repository,
  issue: number,
  labels: readonly string[],
): Promise<void> {
  const added = await client.rest.issues.addLabels({
    ...repository,
    issue_number: issue,
    labels: [...labels],
  });
  checked(v.array(labelSchema), added);
}

/** Takes a single label off an issue; that it was gone already is fine. */
export async function removeLabel(
  client: Client,
  repository: Repository,
  issue: number,
  name: string,
): Promise<void> {
  const left = await orNull(client.rest.issues.removeLabel({ ...repository, issue_number: issue, name }));
  if (left !== null) checked(v.array(labelSchema), left);
}
