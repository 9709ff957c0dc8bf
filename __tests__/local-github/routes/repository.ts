import type { Answer, Call, Repository } from '../answer.ts';
import { json, Refusal } from '../answer.ts';
import type { RepositoryState, Site } from './site.ts';
import { askFor, repositoryOf } from './site.ts';

/** What is turned off in a repository, or makes it one of a special kind; an ordinary one unless told otherwise. */
export interface RepositoryKind {
  readonly archived?: boolean;
  readonly fork?: boolean;
  readonly hasIssues?: boolean;
  readonly hasPullRequests?: boolean;
  /** Without any commit. */
  readonly isEmpty?: boolean;
}

export async function getRepository(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { archived = false, fork = false, hasIssues = true, hasPullRequests = true } = repository.kind;
  const about = await askFor<Repository>(site, repository, 'GET', '');
  return json(200, { ...about, archived, fork, has_issues: hasIssues, has_pull_requests: hasPullRequests });
}

/**
 * Refuses what a repository of its kind does not take. `path` is what follows the repository. Sources: docs.github.com/rest/git ("409 if
 * the Git repository is empty"), docs.github.com/rest/issues/issues ("410 if issues are disabled"; the list answers 200 all the same), and
 * for the words answers that people quote in issues of public clients.
 */
export function checkKind({ kind }: RepositoryState, method: string, path: string): void {
  const { archived, hasIssues = true, hasPullRequests = true, isEmpty } = kind;
  if (archived && method !== 'GET' && method !== 'HEAD')
    throw new Refusal(403, 'Repository was archived so is read-only.');
  if (isEmpty && /^\/(?:git|commits|merges|compare)(?:\/|$)/.test(path))
    throw new Refusal(409, 'Git Repository is empty.');
  if (isEmpty && path.startsWith('/contents/')) throw new Refusal(404, 'This repository is empty.');
  if (!hasIssues && (/^\/issues\/\d+/.test(path) || (path === '/issues' && method === 'POST')))
    throw new Refusal(410, 'Issues has been disabled in this repository.');
  if (!hasPullRequests && path === '/pulls' && method === 'POST')
    throw new Refusal(410, 'Pull requests are disabled for this repository.');
}
