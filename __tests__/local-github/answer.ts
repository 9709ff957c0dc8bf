import type { components } from '@octokit/openapi-types';

export type Schemas = components['schemas'];
export type Issue = Schemas['issue'];
export type Label = Schemas['label'];
export type Comment = Schemas['issue-comment'];
export type Pull = Schemas['pull-request'];
export type PullSimple = Schemas['pull-request-simple'];
export type GitCommit = Schemas['git-commit'];
export type GitReference = Schemas['git-ref'];
export type GitTree = Schemas['git-tree'];
export type Comparison = Schemas['commit-comparison'];
export type Repository = Schemas['full-repository'];
export type AuthorAssociation = Schemas['author-association'];

export type JsonObject = Readonly<Record<string, unknown>>;

/** What is sent back: JSON, bytes as they are, or nothing (null). */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request of somebody, understood. */
export interface Call {
  readonly method: string;
  /** Path with the query, as the emulator understands it. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** What the pattern's names stand for, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  readonly accept: string;
  /** Login of the person or bot, null without a token. */
  readonly actor: string | null;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body, headers };
}

export const noContent: Answer = { status: 204, body: null };

/** An error as GitHub words it; ends the request that is being answered. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(
    status: number,
    message: string,
    errors?: readonly JsonObject[],
    headers: Record<string, string> = {},
  ) {
    super(message);
    const documentation_url = 'https://docs.github.com/rest';
    const body = errors
      ? { message, errors, documentation_url, status: `${status}` }
      : { message, documentation_url, status: `${status}` };
    this.answer = { status, body, headers };
  }
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** 422 with GitHub's list of what is wrong (docs.github.com, "Troubleshooting the REST API", "Validation failed"). */
export function invalid(error: JsonObject): Refusal {
  return new Refusal(422, 'Validation Failed', [error]);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text under a key of a request body; undefined when there is none. */
export function textOf(body: JsonObject, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list under a key (labels may be objects with a name); undefined when there is no list. */
export function textsOf(body: JsonObject, key: string): string[] | undefined {
  const value = body[key];
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [entry];
    return isObject(entry) && typeof entry.name === 'string' ? [entry.name] : [];
  });
}
