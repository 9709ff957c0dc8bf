import { getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { Clock } from './clock.ts';
import { hasStatus, isRateLimit, pathOf } from './refusal.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export type Client = InstanceType<typeof ClientWithPlugins>;

/** GitHub's API, bound to the one repository that a run is about. */
export type GitHub = Client & { readonly repository: Repository };

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

const ClientWithPlugins = Octokit.plugin(retry, throttling);

/** What a client needs besides a token. */
export interface Connection {
  readonly repository: Repository;
  /** Where the API is, such as https://api.github.com. */
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** UTC milliseconds. */
  readonly deadline: number;
  /** Writes a line to the job's log before each wait. */
  say(line: string): void;
}

/**
 * A client for GitHub's REST API that retries what may be repeated, waits for rate limits while the deadline allows, and gives
 * up on an answer after twenty seconds.
 */
export function connect(
  token: string,
  { repository, apiUrl, fetch, clock, deadline, say }: Connection,
): GitHub {
  const waitWhileThereIsTime = async (retryAfter: number, options: { method: string; url: string }) => {
    const asked = `${options.method} ${options.url}`;
    const wait = retryAfter * 1000;
    const inTime = clock.now() + wait < deadline && !REWRITE.test(asked);
    say(
      `GitHub's rate limit was reached at ${asked}; ${inTime ? `going on in ${retryAfter} s` : 'giving up'}.`,
    );
    if (inTime) await clock.wait(wait);
    return inTime;
  };
  const client = new ClientWithPlugins({
    ...getOctokitOptions(token),
    baseUrl: apiUrl,
    request: {
      fetch: (url: Parameters<typeof fetch>[0], init?: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(REQUEST_LIMIT_MILLISECONDS) }),
    },
    log: { debug() {}, info() {}, warn: say, error() {} },
    // Besides what the plugin leaves alone: a conflict stays one however often it is asked about, and how long to wait
    // after a 429 is what GitHub says and the throttling heeds.
    retry: {
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      retryAfterBaseValue: clock.second,
    },
    throttle: {
      ...limitsOfItsOwn(clock),
      onRateLimit: waitWhileThereIsTime,
      onSecondaryRateLimit: waitWhileThereIsTime,
      // The wait is over by then.
      retryAfterBaseValue: 0,
    },
  });
  client.hook.before('request', (options) => {
    const asked = `${options.method} ${options.url}`;
    const isOnce = CREATE.test(asked) || REWRITE.test(asked);
    // A copy, for what it holds by default is the same object for all requests.
    options.request = { ...options.request, ...(isOnce ? { retries: 0 } : {}) };
  });
  return Object.assign(client, { repository });
}

/**
 * GitHub lets one token make 80 content-creating requests a minute
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits).
 * The plugin's own defaults pause for seconds between any two, which makes a small run slow for nothing. Its own queue of
 * requests is shared by all clients of a process, where one that is never answered holds up the others.
 */
function limitsOfItsOwn({ second }: Clock) {
  const group = (id: string, limits: Bottleneck.ConstructorOptions) =>
    new Bottleneck.Group({ id, timeout: RUN_LIMIT_MILLISECONDS, ...limits });
  return {
    // GitHub takes 100 at once, of all that somebody runs.
    global: group('requests', { maxConcurrent: 30 }),
    write: group('writes', { maxConcurrent: 1, minTime: 0 }),
    notifications: group('creates', {
      maxConcurrent: 1,
      reservoir: 20,
      reservoirIncreaseInterval: 0.75 * second,
      reservoirIncreaseAmount: 1,
      reservoirIncreaseMaximum: 20,
    }),
  };
}

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
  throw new UserError(
    `GitHub answered ${pathOf(response.url)} with something its API does not describe${where === null ? '' : ` (at ${where})`}; run the workflow again, and see https://www.githubstatus.com if it lasts.`,
  );
}

const PER_PAGE = 100;

type Page = Parameters<typeof checked>[1] & { readonly headers: { readonly link?: string } };

/**
 * All the items of a list: `request` asks for the first page, and each answer's `Link` header has the address of the next. Where the first
 * one also names the last, the pages between are asked for at once. Counting pages is not enough: some lists refuse page numbers past
 * some page and have a cursor in their addresses instead
 * (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). An item that leaves the list meanwhile lets
 * another slip through between two pages; the event of its leaving starts the run that sees it.
 */
export async function allPages<const Schema extends v.GenericSchema<unknown, unknown>>(
  client: Client,
  itemSchema: Schema,
  request: (page: { per_page: number }) => Promise<Page>,
): Promise<v.InferOutput<Schema>[]> {
  const get = (url: string): Promise<Page> => client.request({ method: 'GET', url });
  const first = await request({ per_page: PER_PAGE });
  const pages = [first, ...(await Promise.all(numberedPages(first).map(get)))];
  for (;;) {
    // The list may have grown past what was its last page.
    const next = linkIn(pages.at(-1) ?? first, 'next');
    if (next === null) return pages.flatMap((page) => checked(v.array(itemSchema), page));
    pages.push(await get(next));
  }
}

/** The addresses of the pages from the second to the last, where the first page tells of a last one and pages go by their number alone. */
function numberedPages(first: Page): string[] {
  const [next, last] = [linkIn(first, 'next'), linkIn(first, 'last')];
  if (next === null || last === null) return [];
  const count = Number(new URL(last).searchParams.get('page'));
  const page = (number: number) => {
    const url = new URL(last);
    url.searchParams.set('page', `${number}`);
    return url.href;
  };
  if (!Number.isSafeInteger(count) || page(2) !== new URL(next).href) return [];
  return Array.from({ length: count - 1 }, (_, index) => page(index + 2));
}

/** The address that a page's `Link` header gives for a relation (RFC 8288); null where it gives none. */
function linkIn({ headers }: Page, relation: 'next' | 'last'): string | null {
  const links = (headers.link ?? '').matchAll(/<([^<>]*)>\s*;(?:[^,<]*;)?\s*rel="?(\w+)"?(?=[\s,;]|$)/g);
  const [, address] = [...links].find(([, , found]) => found === relation) ?? [];
  return address ?? null;
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

/** What GitHub answers with 204: nothing. */
export const nothing = v.optional(v.literal(''));

/** Whether a request that must not be repeated blindly got no answer, or was put off: what it rests on is to be looked at anew. */
export function mustLookAgain(error: unknown): boolean {
  if (!(error instanceof RequestError)) return false;
  const asked = `${error.request.method} ${pathOf(error.request.url)}`;
  if (REWRITE.test(asked)) return error.status >= 500 || isRateLimit(error);
  return CREATE.test(asked) && error.status >= 500;
}
