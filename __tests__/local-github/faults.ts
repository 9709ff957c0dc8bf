import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';

/** One request that a bot made. People's requests are neither recorded nor numbered, and meet no fault. */
export interface RecordedRequest {
  /** From 1, in order of arrival. */
  readonly number: number;
  readonly actor: string;
  readonly method: string;
  /** With the query, decoded. */
  readonly path: string;
  readonly body: unknown;
  /** When it arrived, by `performance.now()`. */
  readonly arrived: number;
  /** Likewise when its answer was sent; null as long as `status` is. */
  answered: number | null;
  /** Null until it is answered, and for ever when the connection was closed. */
  status: number | null;
}

/** Whether it asks GitHub to change something. A GraphQL query is a POST, and changes nothing. */
export function isWrite({ method, path }: RecordedRequest): boolean {
  return method !== 'GET' && path !== '/graphql';
}

/** Which requests go wrong: all that are given must hold. */
export interface FaultPattern {
  /** Number of the request, see `RecordedRequest`. */
  readonly nth?: number;
  readonly method?: string;
  /** Tested against path and query. */
  readonly path?: RegExp;
  /** How often; once unless told otherwise. */
  readonly times?: number;
}

/**
 * What goes wrong. `carriedOut: true`: the request is carried out and its answer lost; otherwise nothing happens.
 * - `status`: that status with a message (502 as GitHub's proxies send it, in HTML)
 * - `rate-limit`: 403, the hour's requests are used up; they are back in a second
 * - `secondary-limit`: 403 as docs.github.com words it, with `retry-after: 1`
 * - `too-many-requests`: 429 with `retry-after: 1`
 * - `html`: 200 with a web page
 * - `wrong-shape`: 200 with JSON of another shape
 * - `closed`: the connection ends without an answer
 * - `hang`: no answer ever comes
 */
export type Fault = { readonly carriedOut?: true } & (
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  | {
      readonly kind:
        | 'rate-limit'
        | 'secondary-limit'
        | 'too-many-requests'
        | 'html'
        | 'wrong-shape'
        | 'closed'
        | 'hang';
    }
);

type Moment = 'before' | 'after';

/** Faults and callbacks that are waiting for their request. */
export interface Faults {
  add(pattern: FaultPattern, fault: Fault): void;
  onRequest(nth: number, moment: Moment, callback: () => void | Promise<void>): void;
  /** The fault that this request meets, used up. */
  take(request: RecordedRequest): Fault | undefined;
  run(request: RecordedRequest, moment: Moment): Promise<void>;
}

export function createFaults(): Faults {
  const waiting: { pattern: FaultPattern; fault: Fault; left: number }[] = [];
  const callbacks: { nth: number; moment: Moment; callback: () => void | Promise<void> }[] = [];
  return {
    add(pattern, fault) {
      waiting.push({ pattern, fault, left: pattern.times ?? 1 });
    },
    onRequest(nth, moment, callback) {
      callbacks.push({ nth, moment, callback });
    },
    take(request) {
      const found = waiting.find(({ pattern, left }) => left > 0 && matches(pattern, request));
      if (found !== undefined) found.left -= 1;
      return found?.fault;
    },
    async run(request, moment) {
      for (const entry of callbacks)
        if (entry.nth === request.number && entry.moment === moment) await entry.callback();
    },
  };
}

function matches({ nth, method, path }: FaultPattern, request: RecordedRequest): boolean {
  if (nth !== undefined && nth !== request.number) return false;
  if (method !== undefined && method !== request.method) return false;
  return path === undefined || path.test(request.path);
}

const page = Buffer.from(
  '<!DOCTYPE html>\n<html><head><title>Unicorn! · GitHub</title></head><body>Unicorn!</body></html>\n',
);
const documentation_url =
  'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
const limited =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. For more on scraping GitHub and how it may affect your rights, please review our Terms of Service (https://docs.github.com/en/site-policy/github-terms/github-terms-of-service)';

/** What is sent instead of the answer; null when nothing is. */
export function answerOf(fault: Fault, response: ServerResponse): Answer | null {
  switch (fault.kind) {
    case 'status': {
      const message = fault.message ?? (fault.status === 500 ? 'Server Error' : undefined);
      if (message === undefined)
        return { status: fault.status, body: page, headers: { 'content-type': 'text/html' } };
      return json(fault.status, {
        message,
        documentation_url: 'https://docs.github.com/rest',
        status: `${fault.status}`,
      });
    }
    case 'rate-limit': {
      const reset = `${Math.floor(Date.now() / 1000) + 1}`;
      const message = 'API rate limit exceeded for installation.';
      return json(403, { message }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
    }
    case 'secondary-limit':
      return json(403, { documentation_url, message: limited }, { 'retry-after': '1' });
    case 'too-many-requests':
      return json(429, { documentation_url, message: limited }, { 'retry-after': '1' });
    case 'html':
      return { status: 200, body: page, headers: { 'content-type': 'text/html; charset=utf-8' } };
    case 'wrong-shape':
      return json(200, { unexpected: ['shape'] });
    case 'closed':
      response.destroy();
      return null;
    case 'hang':
      return null;
  }
}
