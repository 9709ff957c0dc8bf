import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { readBranch } from './branch.ts';
import { checked, type GitHub } from './client.ts';
import { archivedSentence, hasStatus, issuesOffSentence } from './refusal.ts';

/** A repository as the REST API gives it (https://docs.github.com/en/rest/repos/repos#get-a-repository), as far as we read it. */
const repositorySchema = v.object({
  id: v.number(),
  full_name: v.string(),
  html_url: v.pipe(v.string(), v.url()),
  default_branch: v.string(),
  archived: v.nullish(v.boolean(), false),
  fork: v.nullish(v.boolean(), false),
  has_issues: v.nullish(v.boolean(), true),
  has_pull_requests: v.nullish(v.boolean(), true),
});

type About = v.InferOutput<typeof repositorySchema>;

/** The repository that a run is about. */
export interface Place {
  readonly id: number;
  /** `owner/name`, as GitHub spells it. */
  readonly name: string;
  readonly url: string;
  readonly defaultBranch: string;
}

/**
 * The repository. Throws {@link UserError} for one that cannot have a log: archived, or with Issues or pull requests turned off. The list
 * of issues is then empty and no error, and would empty the log.
 */
export async function readRepository(github: GitHub, purpose: 'propose' | 'read'): Promise<Place> {
  const about = checked(repositorySchema, await github.rest.repos.get({ ...github.repository }));
  const obstacle = obstacleIn(about, purpose);
  if (obstacle !== null) throw new UserError(obstacle);
  const { id, full_name: name, html_url: url, default_branch: defaultBranch } = about;
  return { id, name, url, defaultBranch };
}

function obstacleIn(
  { full_name: name, archived, fork, ...about }: About,
  purpose: 'propose' | 'read',
): string | null {
  if (archived && purpose === 'propose') return archivedSentence(name);
  if (!about.has_issues && fork)
    return `${name} is a fork, and Issues are turned off there: turn them on under Settings, General, Features to keep a log in the fork, or disable this workflow there under Actions.`;
  if (!about.has_issues) return issuesOffSentence(name);
  if (!about.has_pull_requests && purpose === 'propose')
    return `Pull requests are turned off in ${name}, so the log cannot be proposed: turn them on under Settings, General, Features.`;
  return null;
}

/** The commit that the base branch points to. Throws {@link UserError} where there is none: GitHub answers 409 for an empty repository. */
export async function readBase(github: GitHub, base: string): Promise<string> {
  const commit = await readBranch(github, base).catch((error: unknown) => {
    if (!hasStatus(error, 409)) throw error;
    throw new UserError(
      `${github.repository.owner}/${github.repository.repo} has no commit yet: commit the issue form to ${base}, and run the workflow again.`,
    );
  });
  if (commit !== null) return commit;
  throw new UserError(`The base branch ${base} does not exist; name one that does in the input \`base\`.`);
}
