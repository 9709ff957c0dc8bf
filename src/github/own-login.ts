import * as v from 'valibot';
import { type Client, checked } from './client.ts';
import { hasStatus, isRateLimit } from './refusal.ts';

/** Somebody on GitHub as the REST API and webhooks name them: an App's login ends in `[bot]`, and its type is `Bot`. */
export interface Account {
  readonly login: string;
  readonly type: string;
}

/** Answers which login GitHub shows for what this run writes; null for an App whose name GitHub does not say. */
export type OwnLogin = () => Promise<string | null>;

const viewerSchema = v.object({ viewer: v.object({ login: v.pipe(v.string(), v.nonEmpty()) }) });

/**
 * Asks GitHub who the token acts as, once, and only when the answer is first needed. GraphQL's `viewer` answers for each kind of token
 * (https://docs.github.com/en/graphql/reference/queries#viewer): a user for a personal one, `github-actions[bot]` for `GITHUB_TOKEN`,
 * `name[bot]` for an App's. That is how REST spells these logins, too; GraphQL's own `author` leaves `[bot]` out. `GET /user` refuses
 * Apps, so it tells people alone; it is asked where the query fails.
 */
export function askOwnLogin(client: Client): OwnLogin {
  let answer: Promise<string | null> | undefined;
  return () => {
    answer ??= viewerLogin(client).then((login) => login ?? userLogin(client));
    return answer;
  };
}

/** Whether what somebody wrote is ours. Where GitHub does not say which App we are, any bot counts as us, and no person does. */
export async function isOurs(author: Account | null, ownLogin: OwnLogin): Promise<boolean> {
  if (author === null) return false;
  const login = await ownLogin();
  return login === null ? author.type === 'Bot' : login.toLowerCase() === author.login.toLowerCase();
}

async function viewerLogin(client: Client): Promise<string | null> {
  try {
    const answer = v.safeParse(viewerSchema, await client.graphql('query { viewer { login } }'));
    return answer.success ? answer.output.viewer.login : null;
  } catch {
    return null;
  }
}

async function userLogin(client: Client): Promise<string | null> {
  try {
    const { login } = checked(v.object({ login: v.string() }), await client.rest.users.getAuthenticated());
    return login;
  } catch (error) {
    if (hasStatus(error, 401, 403, 404) && !isRateLimit(error)) return null;
    throw error;
  }
}
