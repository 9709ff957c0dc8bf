import type { Answer, AuthorAssociation, JsonObject, Schemas } from '../answer.ts';
import { notFound, Refusal } from '../answer.ts';
import type { Emulator } from '../emulator.ts';
import type { Past } from '../past.ts';
import type { RepositoryKind } from './repository.ts';
import type { Ruleset } from './rules.ts';

/** A role in a repository, as `role_name` says it. */
export type Role = 'read' | 'triage' | 'write' | 'maintain' | 'admin';
export type Access = 'none' | 'read' | 'write';

/** What a workflow's `permissions:` key grants its token. */
export interface TokenPermissions {
  readonly contents: Access;
  readonly issues: Access;
  readonly 'pull-requests': Access;
}

/** What emulate cannot keep of a pull request. */
export interface PullState {
  /** Set while it is closed: GitHub stops following the branch then. */
  headSha: string | null;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
}

export interface Reaction {
  readonly id: number;
  /** Path of the issue or comment, behind the repository's. */
  readonly subject: string;
  readonly login: string;
  readonly content: Schemas['reaction']['content'];
  readonly createdAt: string;
}

/** An issue in one of the repositories. */
export interface IssuePlace {
  readonly repository: RepositoryState;
  readonly number: number;
}

/** What a repository's settings say, and what emulate cannot keep. */
export interface RepositoryState {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  isPrivate: boolean;
  /** Owner excluded. */
  readonly roles: Map<string, Role>;
  /** Where GitHub says something else than owner, collaborator or none. */
  readonly associations: Map<string, AuthorAssociation>;
  permissions: TokenPermissions;
  /** Setting "Allow GitHub Actions to create and approve pull requests". */
  actionsMayOpenPullRequests: boolean;
  kind: RepositoryKind;
  rules: Ruleset;
  /** How many issues of a list can be asked for by page numbers; the rest by the links' cursors. */
  numberedIssues: number;
  /** Id of an issue → its number; no pull requests. */
  readonly issueNumbers: Map<number, number>;
  readonly deletedIssues: Set<number>;
  /** Number → API url of where it went. */
  readonly transferredIssues: Map<number, string>;
  /** Issues closed as a duplicate: emulate does not know that reason. */
  readonly duplicates: Set<number>;
  readonly pulls: Map<number, PullState>;
  /** Whether the server has sub-issues; an old GitHub Enterprise Server has none. */
  hasSubIssues: boolean;
  /** Sub-issues of an issue in order, by its number; see issue-links.ts. */
  readonly subIssues: Map<number, readonly IssuePlace[]>;
  /** The same links the other way round: the parent of an issue, by its number. */
  readonly parentIssues: Map<number, IssuePlace>;
  /** Numbers of the issues that are closed. */
  readonly closedIssues: Set<number>;
  /** Issues that were made old, by number; no pull requests. */
  readonly pastIssues: Map<number, Past>;
  /** Likewise comments, by id. */
  readonly pastComments: Map<number, Past>;
  readonly reactions: Reaction[];
  /** Commit → its parents; commits never change. */
  readonly parents: Map<string, readonly string[]>;
}

/** Everything that is behind the front's address. */
export interface Site {
  readonly apiUrl: string;
  readonly emulator: Emulator;
  readonly logins: readonly string[];
  readonly repositories: Map<string, RepositoryState>;
}

/** The repository that `params` of a request name, case-insensitively as on GitHub; 404 for one that is not there. */
export function repositoryOf(site: Site, params: Readonly<Record<string, string>>): RepositoryState {
  const repository = site.repositories.get(`${params.owner}/${params.repo}`.toLowerCase());
  if (repository === undefined) throw notFound();
  return repository;
}

export function pathOf(repository: RepositoryState): string {
  return `/repos/${repository.owner}/${repository.name}`;
}

/** Asks the emulator about a repository, as its owner unless told otherwise; what it refuses is refused in its words. */
export async function ask(
  site: Site,
  repository: RepositoryState,
  method: string,
  path: string,
  body?: JsonObject,
  login: string = repository.owner,
): Promise<Answer> {
  const answer = await site.emulator.send(login, method, pathOf(repository) + path, body);
  if (answer.status < 400) return answer;
  throw new Refusal(answer.status, messageOf(answer));
}

/** The body of what the emulator answers, taken to be of the type that GitHub documents for that path. */
export async function askFor<Body>(
  site: Site,
  repository: RepositoryState,
  method: string,
  path: string,
  body?: JsonObject,
  login?: string,
): Promise<Body> {
  const answer = await ask(site, repository, method, path, body, login);
  return answer.body as Body;
}

/** Every entry of a list that the emulator gives in pages. */
export async function askForAll<Entry>(
  site: Site,
  repository: RepositoryState,
  path: string,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let page = 1; ; page += 1) {
    const separator = path.includes('?') ? '&' : '?';
    const entries = await askFor<Entry[]>(
      site,
      repository,
      'GET',
      `${path}${separator}per_page=100&page=${page}`,
    );
    all.push(...entries);
    if (entries.length < 100) return all;
  }
}

function messageOf(answer: Answer): string {
  const body = answer.body;
  if (typeof body !== 'object' || body === null || !('message' in body)) return 'Server Error';
  return String(body.message);
}
