import type { Answer, AuthorAssociation, Call, Schemas } from '../answer.ts';
import { json, noContent, Refusal } from '../answer.ts';
import type { Access, RepositoryState, Role, Site, TokenPermissions } from './site.ts';
import { repositoryOf } from './site.ts';

const ranks: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin'];

export function isBot(login: string | null): boolean {
  return login?.endsWith('[bot]') ?? false;
}

/** The role of a person; in a public repository everybody can read. Null for no access at all. */
export function roleOf(repository: RepositoryState, login: string | null): Role | null {
  if (login === repository.owner) return 'admin';
  const role = login === null ? undefined : repository.roles.get(login);
  return role ?? (repository.isPrivate ? null : 'read');
}

export function hasRole(repository: RepositoryState, login: string | null, wanted: Role): boolean {
  const role = roleOf(repository, login);
  return role !== null && ranks.indexOf(role) >= ranks.indexOf(wanted);
}

/** Whether somebody sees the issues of a repository: everybody does in a public one. */
export function mayReadIssues(repository: RepositoryState, login: string | null): boolean {
  if (!repository.isPrivate) return true;
  return isBot(login) ? repository.permissions.issues !== 'none' : hasRole(repository, login, 'read');
}

/** Collaborators and the owner, those who may write in a locked conversation and be assigned. */
export function isCollaborator(repository: RepositoryState, login: string | null): boolean {
  return login !== null && (login === repository.owner || repository.roles.has(login));
}

/** `author_association` as GitHub computes it, unless the test has said what GitHub shows for this login. */
export function associationOf(repository: RepositoryState, login: string): AuthorAssociation {
  const said = repository.associations.get(login);
  if (said !== undefined) return said;
  if (login === repository.owner) return 'OWNER';
  return repository.roles.has(login) ? 'COLLABORATOR' : 'NONE';
}

/** What is told about a user only where it is the user that is asked for. */
const onlyOfOne: ReadonlySet<string> = new Set(
  'company blog location hireable bio twitter_username public_repos public_gists followers following created_at updated_at'.split(
    ' ',
  ),
);

/** A user as within other answers. */
export async function simpleUser(site: Site, login: string): Promise<Schemas['simple-user']> {
  const { body } = await site.emulator.send(null, 'GET', `/users/${encodeURIComponent(login)}`);
  const entries = Object.entries(body as Schemas['public-user']).filter(([key]) => !onlyOfOne.has(key));
  return Object.fromEntries(entries) as Schemas['simple-user'];
}

type Scope = keyof TokenPermissions;
interface Need {
  /** Any one of these will do. */
  readonly scopes: readonly Scope[];
  readonly access: Access;
}

/**
 * What a token needs for a request (docs.github.com, "Permissions required for GitHub Apps"); null for metadata,
 * which every token may read. `path` is what follows the repository.
 */
function needOf(method: string, path: string): Need | null {
  const access = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  const need = (...scopes: Scope[]): Need => ({ scopes, access });
  if (/^\/(?:git|contents|compare|commits|branches|merges|readme)(?:\/|$)/.test(path))
    return need('contents');
  if (/^\/pulls\/\d+\/merge$/.test(path)) return need('contents');
  if (/^\/pulls(?:\/|$)/.test(path)) return need('pull-requests');
  if (
    /^\/(?:labels|issues\/comments|issues\/\d+\/(?:labels|comments|lock|assignees|reactions))(?:\/|$)/.test(
      path,
    )
  )
    return need('issues', 'pull-requests');
  if (/^\/(?:issues|milestones)(?:\/|$)/.test(path)) return need('issues');
  return null;
}

/** `x-accepted-github-permissions` for a request; undefined where metadata is enough. */
export function acceptedPermissions(method: string, path: string): string | undefined {
  const need = needOf(method, path);
  return need?.scopes.map((scope) => `${scope.replace('-', '_')}=${need.access}`).join('; ');
}

/** Refuses a request that its token or its person may not make. A public repository is read by anybody. */
export function checkAccess(repository: RepositoryState, call: Call, path: string): void {
  const need = needOf(call.method, path);
  if (need === null) return;
  if (need.access === 'read' && !repository.isPrivate) return;
  if (call.actor === null) throw new Refusal(401, 'Requires authentication');
  if (isBot(call.actor)) {
    const wanted: readonly Access[] = need.access === 'write' ? ['write'] : ['read', 'write'];
    if (need.scopes.some((scope) => wanted.includes(repository.permissions[scope]))) return;
    throw new Refusal(403, 'Resource not accessible by integration');
  }
  if (need.access === 'read') return;
  const anybodys =
    /^\/issues(?:\/\d+\/(?:comments|reactions(?:\/\d+)?))?$/.test(path) ||
    /^\/issues\/(?:comments\/)?\d+(?:\/reactions(?:\/\d+)?)?$/.test(path);
  const wanted: Role = anybodys ? 'read' : /^\/issues\//.test(path) ? 'triage' : 'write';
  if (!hasRole(repository, call.actor, wanted)) throw new Refusal(404, 'Not Found');
}

/** GET …/collaborators/LOGIN/permission (docs.github.com/rest/collaborators). */
export async function collaboratorPermission(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const login = call.params.login ?? '';
  const mayAsk = isBot(call.actor) || hasRole(repository, call.actor, 'write');
  if (!mayAsk) throw new Refusal(403, 'Must have push access to view collaborator permission.');
  if (isBot(login) || !site.logins.includes(login)) throw new Refusal(404, `${login} is not a user`);
  const role = roleOf(repository, login);
  const permissions = {
    pull: hasRole(repository, login, 'read'),
    triage: hasRole(repository, login, 'triage'),
    push: hasRole(repository, login, 'write'),
    maintain: hasRole(repository, login, 'maintain'),
    admin: hasRole(repository, login, 'admin'),
  };
  const coarse = { read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' } as const;
  const role_name = role ?? 'none';
  return json(200, {
    permission: role === null ? 'none' : coarse[role],
    user: { ...(await simpleUser(site, login)), permissions, role_name },
    role_name,
  });
}

/** GET …/assignees/LOGIN: 204 for somebody to whom issues can be assigned, else 404. */
export async function assignable(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  if (isCollaborator(repository, call.params.login ?? null)) return noContent;
  throw new Refusal(404, 'Not Found');
}
