import { RequestError } from '@octokit/request-error';
import * as v from 'valibot';
import { ConflictError, UserError } from '../errors.ts';

export function hasStatus(error: unknown, ...statuses: readonly number[]): error is RequestError {
  return error instanceof RequestError && statuses.includes(error.status);
}

/** How long GitHub asks at `now` (UTC milliseconds) to wait before anything else is asked; 0 where no rate limit was reached. */
export function secondsToWait(error: unknown, now: number): number {
  if (!(error instanceof RequestError) || !isRateLimit(error)) return 0;
  const { 'retry-after': after, 'x-ratelimit-reset': reset } = error.response?.headers ?? {};
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
  if (after !== undefined) return Number(after);
  return reset === undefined ? 60 : Math.max(1, Number(reset) - now / 1000);
}

/**
 * One sentence for what GitHub refused: what was asked, why it was refused as far as GitHub says, and how to fix it.
 * Anything that is no refusal by GitHub comes back null: then the program is wrong, and a stack trace is right.
 */
export function explain(error: unknown): string | null {
  if (error instanceof UserError) return error.message;
  if (error instanceof ConflictError)
    return `${error.message} This happened three times in a row; run the workflow again.`;
  if (!(error instanceof RequestError)) return null;
  const asked = `${error.request.method} ${pathOf(error.request.url)}`;
  const said = messageOf(error);
  if (isRateLimit(error))
    return `GitHub's rate limit is used up (at ${asked}); the next run goes on where this one stopped.`;
  if (error.status === 401)
    return `GitHub did not accept the token (at ${asked}): set the input \`token\` to one that is valid, or leave it out.`;
  const repository = /\/repos\/([^/]+\/[^/]+)/.exec(asked)?.[1] ?? 'The repository';
  if (/archived so is read-only/i.test(said)) return archivedSentence(repository);
  if (error.status === 410 && /issues (?:has been|are) disabled/i.test(said))
    return issuesOffSentence(repository);
  if (error.status === 403) return `GitHub refused ${asked}: “${said}” ${remedyOf(error)}`;
  if (error.status === 404)
    return `GitHub says that ${asked} does not exist; that is also its answer when the token may not see it: check the name, and the token's permissions.`;
  if (error.status >= 500)
    return `GitHub did not answer ${asked} (${error.status}${said === '' ? '' : `, “${said}”`}); nothing was half-written: run the workflow again, and see https://www.githubstatus.com if it lasts.`;
  return `GitHub refused ${asked} (${error.status}, “${said}”).`;
}

/** What to do about a repository, `owner/name`, that is archived. */
export function archivedSentence(name: string): string {
  return `${name} is archived, so nothing in it can change: unarchive it under Settings, General, or disable this workflow under Actions.`;
}

/** What to do about a repository, `owner/name`, whose Issues are turned off. */
export function issuesOffSentence(name: string): string {
  return `Issues are turned off in ${name}, so there are no incidents to read: turn them on under Settings, General, Features.`;
}

/** A secondary limit is a 403 as well as a 429, and must not be taken for a missing permission. */
export function isRateLimit(error: RequestError): boolean {
  return (
    error.status === 429 ||
    (error.status === 403 &&
      (error.response?.headers['x-ratelimit-remaining'] === '0' ||
        error.response?.headers['retry-after'] !== undefined ||
        /rate limit/i.test(error.message)))
  );
}

/**
 * GitHub names what would have sufficed in a header, such as `contents=write; pull_requests=write`
 * (https://docs.github.com/en/rest/overview/troubleshooting#resource-not-accessible), in the API's spelling; a workflow
 * writes hyphens.
 */
function remedyOf(error: RequestError): string {
  if (/not permitted to create or approve pull requests/i.test(messageOf(error))) {
    return 'Turn on “Allow GitHub Actions to create and approve pull requests” in the settings of the repository (or its organisation), under Actions, General.';
  }
  if (/workflow/i.test(messageOf(error))) {
    return 'A workflow file has changed on the base, which this token may not carry over: merge the base into the branch by hand, or give `token` that of a GitHub App with `workflows: write`.';
  }
  const accepted = error.response?.headers['x-accepted-github-permissions'];
  const keys = typeof accepted === 'string' ? accepted.split(/[;,]/)[0]?.trim() : undefined;
  const scope = keys?.replaceAll('_', '-').replace('=', ': ') || scopeOf(error.request);
  return `Give the job \`${scope}\` under \`permissions:\` in the workflow, or the token that permission.`;
}

function scopeOf({ method, url }: { method: string; url: string }): string {
  const access = method === 'GET' ? 'read' : 'write';
  // The part behind the repository alone: what follows may be a person's word, such as a branch.
  const [, part] = /\/repos\/[^/]+\/[^/]+\/([^/?]+)/.exec(pathOf(url)) ?? [];
  if (part === 'pulls') return `pull-requests: ${access}`;
  if (part === 'issues' || part === 'labels' || part === 'assignees') return `issues: ${access}`;
  return `contents: ${access}`;
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
const refusalSchema = v.object({
  message: v.string(),
  errors: v.optional(
    v.array(
      v.union([
        v.string(),
        v.object({
          message: v.optional(v.string()),
          field: v.optional(v.string(), ''),
          code: v.optional(v.string(), ''),
        }),
      ]),
    ),
    [],
  ),
});

function messageOf(error: RequestError): string {
  const data: unknown = error.response?.data;
  const refusal = v.safeParse(refusalSchema, data);
  if (!refusal.success) {
    // A proxy's error page has lines of HTML where GitHub has a sentence.
    return error.message.trimStart().startsWith('<')
      ? ''
      : (error.message.split('\n')[0]?.slice(0, 200) ?? '');
  }
  const { message, errors } = refusal.output;
  const details = errors.map((each) =>
    typeof each === 'string' ? each : (each.message ?? `${each.field} ${each.code}`),
  );
  return [message, ...details].join(', ').slice(0, 300);
}

/** What a request asked for, without the server and the query. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
