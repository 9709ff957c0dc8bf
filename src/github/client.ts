import { defaults, getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import * as v from 'valibot';
import { Explained } from '../explained.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export type Client = InstanceType<typeof ClientWithPlugins>;

/** A run, or one wait for a rate limit, never takes longer than this. */
export const RUN_LIMIT_MILLISECONDS = 10 * 60_000;
const REQUEST_LIMIT_MILLISECONDS = 20_000;

/** Creates that GitHub does not recognise as repeated: a second one makes a second issue, comment or pull request. */
const CREATE = /^POST .*\/(issues|comments|pulls)$/;
/**
 * Moving or deleting a branch rests on where it was a moment ago, and rewriting an issue on what it said; somebody may have
 * pushed to it or edited it since.
 */
const REWRITE = /^(PATCH|DELETE) .*\/git\/refs\/|^PATCH .*\/issues\/[^/]+$/;

/** Goes through the proxy that the runner is set up with, if it is. */
const proxyFetch: typeof globalThis.fetch = defaults.request?.fetch ?? globalThis.fetch;

const ClientWithPlugins = Octokit.plugin(retry, throttling);

/**
 * A client for GitHub's REST API that retries what may be repeated, waits for rate limits while `deadline` (UTC
 * milliseconds) allows, and gives up on an answer after twenty seconds.
 */
export function createClient(token: string, deadline: number): Client {
  const fetch: typeof globalThis.fetch = (url, init) =>
    proxyFetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_LIMIT_MILLISECONDS) });
  const waitWhileThereIsTime = (
    retryAfter: number,
    options: { method: string; url: string },
    client: unknown,
  ) => {
    const asked = `${options.method} ${options.url}`;
    const inTime = Date.now() + retryAfter * 1000 < deadline && !REWRITE.test(asked);
    (client as Client).log.warn(
      `GitHub's rate limit was reached at ${asked}; ${inTime ? `going on in ${retryAfter} s` : 'giving up'}.`,
    );
    return inTime;
  };
  const client = new ClientWithPlugins({
    ...defaults,
    ...getOctokitOptions(token),
    request: { ...defaults.request, fetch },
    log: { debug() {}, info() {}, warn: console.log, error() {} },
    // Besides what the plugin leaves alone: a conflict stays one however often it is asked about, and how long to wait
    // after a 429 is what GitHub says and the throttling heeds.
    retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
    throttle: {
      ...writeLimits(),
      onRateLimit: waitWhileThereIsTime,
      onSecondaryRateLimit: waitWhileThereIsTime,
    },
  });
  client.hook.before('request', (options) => {
    const asked = `${options.method} ${options.url}`;
    const isOnce = CREATE.test(asked) || REWRITE.test(asked);
    // A copy, for what it holds by default is the same object for all requests.
    options.request = { ...options.request, ...(isOnce ? { retries: 0 } : {}) };
  });
  return client;
}

/**
 * GitHub lets one token make 80 content-creating requests a minute
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits).
 * The plugin's own defaults pause for seconds between any two, which makes a small run slow for nothing.
 */
function writeLimits() {
  const group = (id: string, limits: Bottleneck.ConstructorOptions) =>
    new Bottleneck.Group({ id, maxConcurrent: 1, timeout: RUN_LIMIT_MILLISECONDS, ...limits });
  return {
    write: group('writes', { minTime: 0 }),
    notifications: group('creates', {
      reservoir: 20,
      reservoirIncreaseInterval: 750,
      reservoirIncreaseAmount: 1,
      reservoirIncreaseMaximum: 20,
    }),
  };
}

/** Somebody changed on GitHub what this run had seen: look again. */
export class Outdated extends Error {}

/**
 * The payload of an answer, once it has the shape we act on. An error page that arrives with status 200 would else be
 * read as an empty list.
 */
export function checked<const Schema extends v.GenericSchema>(
  schema: Schema,
  response: { readonly url: string; readonly status: number; readonly data: unknown },
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, response.data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue);
  throw new Explained(
    `GitHub answered ${pathOf(response.url)} with something its API does not describe${where === null ? '' : ` (at ${where})`}; run the workflow again, and see https://www.githubstatus.com if it lasts.`,
  );
}

const PER_PAGE = 100;

/**
 * All the items of a list, asked for page by page until GitHub names no next one
 * (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). An item that leaves the list meanwhile lets another
 * slip through between two pages; the event of its leaving starts the run that sees it.
 */
export async function allPages<const Schema extends v.GenericSchema<unknown, unknown>>(
  itemSchema: Schema,
  request: (page: {
    page: number;
    per_page: number;
  }) => Promise<Parameters<typeof checked>[1] & { readonly headers: { readonly link?: string } }>,
): Promise<v.InferOutput<Schema>[]> {
  const items: v.InferOutput<Schema>[] = [];
  for (let page = 1; ; page += 1) {
    const response = await request({ page, per_page: PER_PAGE });
    items.push(...checked(v.array(itemSchema), response));
    if (!/rel="?next/.test(response.headers.link ?? '')) return items;
  }
}

/** The answer's payload, or null where GitHub says 404. Every other refusal is thrown. */
export async function orNull<Answer>(request: Promise<Answer>): Promise<Answer | null> {
  try {
    return await request;
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

export function hasStatus(error: unknown, ...statuses: readonly number[]): error is RequestError {
  return error instanceof RequestError && statuses.includes(error.status);
}

/** What GitHub answers with 204: nothing. */
export const nothing = v.optional(v.literal(''));

/** Whether a request that must not be repeated blindly got no answer, or was put off: what it rests on is to be looked at anew. */
export function mustLookAgain(error: unknown): boolean {
  if (!(error instanceof RequestError)) return false;
  const asked = `${error.request.method} ${pathOf(error.request.url)}`;
  if (REWRITE.test(asked)) return error.status >= 500 || isRateLimit(error);
  return CREATE.test(asked) && error.status >= 500;
}

/** How long GitHub asks to wait before anything else is asked; 0 where no rate limit was reached. */
export function secondsToWait(error: unknown): number {
  if (!(error instanceof RequestError) || !isRateLimit(error)) return 0;
  const { 'retry-after': after, 'x-ratelimit-reset': reset } = error.response?.headers ?? {};
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
  if (after !== undefined) return Number(after);
  return reset === undefined ? 60 : Math.max(1, Number(reset) - Date.now() / 1000);
}

/**
 * One sentence for what GitHub refused: what was asked, why it was refused as far as GitHub says, and how to mend it.
 * Anything that is no refusal by GitHub comes back null: then the program is wrong, and a stack trace is right.
 */
export function explain(error: unknown): string | null {
  if (error instanceof Explained) return error.message;
  if (error instanceof Outdated)
    return `${error.message} This happened three times in a row; run the workflow again.`;
  if (!(error instanceof RequestError)) return null;
  const asked = `${error.request.method} ${pathOf(error.request.url)}`;
  const said = messageOf(error);
  if (isRateLimit(error))
    return `GitHub's rate limit is used up (at ${asked}); the next run goes on where this one stopped.`;
  if (error.status === 401)
    return `GitHub did not accept the token (at ${asked}): set the input \`token\` to one that is valid, or leave it out.`;
  if (error.status === 403) return `GitHub refused ${asked}: “${said}” ${remedyOf(error)}`;
  if (error.status === 404)
    return `GitHub says that ${asked} does not exist; that is also its answer when the token may not see it: check the name, and the token's permissions.`;
  if (error.status >= 500)
    return `GitHub did not answer ${asked} (${error.status}${said === '' ? '' : `, “${said}”`}); nothing was half-written: run the workflow again, and see https://www.githubstatus.com if it lasts.`;
  return `GitHub refused ${asked} (${error.status}, “${said}”).`;
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
  const path = pathOf(url);
  if (/\/pulls\b/.test(path)) return `pull-requests: ${access}`;
  if (/\/(issues|labels|assignees)\b/.test(path)) return `issues: ${access}`;
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

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
