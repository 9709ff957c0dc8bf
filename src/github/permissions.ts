import * as v from 'valibot';
import { checked, type GitHub, orNull } from './client.ts';
import { hasLabel, type Issue, isTrusted, type TrustRule, trustOf } from './issue.ts';

const permissionSchema = v.object({
  role_name: v.nullish(v.string(), ''),
  permission: v.nullish(v.string(), ''),
  user: v.nullish(v.object({ permissions: v.nullish(v.object({ triage: v.nullish(v.boolean()) })) })),
});

/** Answers whether a login has the triage role or more in the repository. Asks GitHub once for each. */
export type Permissions = (login: string) => Promise<boolean>;

export interface CountedPermissions extends Permissions {
  /** Whether the answer is known already, or the run has asked GitHub about fewer people than this. */
  hasRoomFor(login: string, most: number): boolean;
}

export function askPermissions(github: GitHub): CountedPermissions {
  const answers = new Map<string, Promise<boolean>>();
  const ask = (login: string) => {
    const answer = answers.get(login) ?? hasTriagePermission(github, login);
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
 * Judges the authors of issues; where only a request can tell, of twenty in a run: of the event's issue first, then of the newest issues.
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
async function hasTriagePermission(github: GitHub, username: string): Promise<boolean> {
  const response = await orNull(
    github.rest.repos.getCollaboratorPermissionLevel({ ...github.repository, username }),
  );
  if (response === null) return false;
  const { role_name, permission, user } = checked(permissionSchema, response);
  return (
    user?.permissions?.triage ?? ['triage', 'write', 'maintain', 'admin'].includes(role_name || permission)
  );
}
