import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Description, Operation, Parameter, Schema } from './description.ts';
import { deviations, generalStatuses } from './deviations.ts';

export interface CheckedRequest {
  readonly method: string;
  /** With the query, encoded as it was sent. */
  readonly path: string;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
  /** The header. */
  readonly accept: string;
}

export interface CheckedAnswer {
  readonly status: number;
  /** JSON, bytes that are no JSON, or null without a body. */
  readonly body: unknown;
}

type Part = 'path' | 'query' | 'body' | 'answer';

/** One operation, ready to check with. */
interface Checks {
  readonly name: string;
  readonly operation: Operation;
  readonly path: RegExp;
  readonly literals: number;
  /** Compiled when first used: `body`, a parameter as `query since`, or a status. */
  readonly compiled: Map<string, ValidateFunction>;
}

const description: Description = JSON.parse(readFileSync(join(import.meta.dirname, 'github.json'), 'utf8'));

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  // Small schemas written out wherever they are used take longer to compile.
  inlineRefs: false,
  // It makes sure that schemas are sound, which takes long; the test of this file does that once.
  validateSchema: false,
  strictTypes: false,
  formats: { ...fullFormats, 'repo.nwo': true },
});
ajv.addSchema({ $id: 'github', $defs: description.schemas });

const allChecks = Object.entries(description.operations)
  .map(([name, operation]) => checksOf(name, operation))
  // `/issues/comments` before `/issues/{issue_number}`.
  .sort((one, other) => other.literals - one.literals);

/** Whether GitHub's description has nothing to say about a path: GraphQL has a schema of its own. */
function isOutside(path: string): boolean {
  return path === '/graphql';
}

/** What is wrong with a request, a sentence each. */
export function problemsOfRequest(request: CheckedRequest): string[] {
  const [path = '', search] = request.path.split('?');
  if (isOutside(path)) return [];
  const checks = findChecks(request.method, path);
  if (checks === undefined)
    return [
      `${request.method} ${path} is none of the operations taken from GitHub's description: run \`npm run openapi\`, or correct the path.`,
    ];
  const { operation } = checks;
  const values = checks.path.exec(path)?.groups ?? {};
  const query = new URLSearchParams(search);
  const problems = operation.parameters.flatMap((parameter) => {
    const text = parameter.in === 'path' ? decoded(values[parameter.name]) : query.get(parameter.name);
    return problemsOfParameter(checks, parameter, text);
  });
  const known = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  for (const name of new Set(query.keys()))
    if (!known.includes(name)) problems.push(...problem(checks, 'query', `/${name}`, 'is not described'));
  return [...problems, ...problemsOfBody(checks, request.body)].map(
    (text) => `The request ${checks.name} breaks GitHub's description: ${text}.`,
  );
}

/** What is wrong with an answer, a sentence each. Nothing is, where the request itself is unknown. */
export function problemsOfAnswer(request: CheckedRequest, { status, body }: CheckedAnswer): string[] {
  const [path = ''] = request.path.split('?');
  const checks = isOutside(path) ? undefined : findChecks(request.method, path);
  if (checks === undefined) return [];
  return problemsOfStatus(checks, request.accept, { status, body }).map(
    (text) => `The answer ${status} to ${checks.name} breaks GitHub's description: ${text}.`,
  );
}

function problemsOfStatus(checks: Checks, accept: string, { status, body }: CheckedAnswer): string[] {
  const described = checks.operation.answers[status];
  if (described === undefined && !generalStatuses.includes(status)) return ['its status is not described'];
  // A raw file is whatever it is: the description knows no more of it.
  if (Buffer.isBuffer(body)) return accept.includes('raw') ? [] : ['it is not JSON'];
  // A refusal has a message even where the description leaves its body out.
  const schema = described ?? (status >= 400 ? { $ref: 'github#/$defs/basic-error' } : null);
  if (schema === null) return body === null ? [] : ['it has a body, and none is described'];
  return problemsOf(checks, `${status}`, schema, 'answer', '', body);
}

function problemsOfParameter(checks: Checks, parameter: Parameter, text: string | null): string[] {
  const { name, required, schema } = parameter;
  const part = parameter.in;
  if (text === null) return required ? problem(checks, part, `/${name}`, 'is missing') : [];
  return problemsOf(checks, `${part} ${name}`, schema, part, `/${name}`, valueFrom(text, schema));
}

function problemsOfBody(checks: Checks, body: unknown): string[] {
  const described = checks.operation.body;
  if (described === null)
    return body === undefined ? [] : problem(checks, 'body', '', 'is there, and none is described');
  if (body === undefined) return described.required ? problem(checks, 'body', '', 'is missing') : [];
  return problemsOf(checks, 'body', described.schema, 'body', '', body);
}

/** A value that does not fit, and where. */
interface Misfit {
  readonly at: string;
  readonly words: string;
}

/** `key` says what of the operation it is, to compile it once. */
function problemsOf(
  checks: Checks,
  key: string,
  schema: Schema,
  part: Part,
  pointer: string,
  value: unknown,
): string[] {
  const validate = checks.compiled.get(key) ?? ajv.compile(schema);
  checks.compiled.set(key, validate);
  const misfits = misfitsOf(validate, pointer, value, (at) => isAccepted(checks, part, at));
  return [...new Set(misfits.map(({ at, words }) => sentence(part, at, words)))];
}

/** What does not fit, but for accepted places. Of several alternatives the one that fits best counts. */
function misfitsOf(
  validate: ValidateFunction,
  pointer: string,
  value: unknown,
  accepts: (at: string) => boolean,
): Misfit[] {
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).map((error) => ({ error, at: pointer + placeOf(error) }));
  const choices = errors.filter(({ error }) => error.keyword === 'anyOf');
  // The outermost of several in the same place comes last.
  const outermost = choices.filter(
    (one, index) =>
      !choices.some((other, place) => (other.at === one.at ? place > index : isWithin(one.at, other.at))),
  );
  const plain = errors.filter(({ at }) => !outermost.some((choice) => isWithin(at, choice.at)));
  return [
    ...plain.filter(({ at }) => !accepts(at)).map(({ error, at }) => ({ at, words: wordsOf(error) })),
    ...outermost
      .filter(({ at }) => !accepts(at))
      .flatMap(({ error, at }) => {
        const alternatives = (error.schema as readonly Schema[]).map((alternative) =>
          misfitsOf(ajv.compile(alternative), at, error.data, accepts),
        );
        return alternatives.reduce((best, next) => (next.length < best.length ? next : best));
      }),
  ];
}

function problem(checks: Checks, part: Part, pointer: string, words: string): string[] {
  return isAccepted(checks, part, pointer) ? [] : [sentence(part, pointer, words)];
}

function sentence(part: Part, at: string, words: string): string {
  return at === '' ? `${part} ${words}` : `${part} ${at} ${words}`;
}

/** Where it is wrong: a property that is missing, or is too much, is named as if it were there. */
function placeOf({ instancePath, params }: ErrorObject): string {
  const name = params.missingProperty ?? params.additionalProperty;
  return name === undefined ? instancePath : `${instancePath}/${name}`;
}

function wordsOf({ keyword, message, params, data }: ErrorObject): string {
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') return 'is not described';
  const allowed = keyword === 'enum' ? ` ${JSON.stringify(params.allowedValues)}` : '';
  return `${message}${allowed}, but is ${shortened(JSON.stringify(data) ?? 'nothing')}`;
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

const patterns = deviations.flatMap(({ operation, part, at }) =>
  at.map((pointer) => ({ operation, part, pattern: patternOf(pointer) })),
);

function isAccepted({ name }: Checks, part: Part, pointer: string): boolean {
  return patterns.some(
    (accepted) =>
      (accepted.operation === '*' || accepted.operation === name) &&
      accepted.part === part &&
      accepted.pattern.test(pointer),
  );
}

function patternOf(pointer: string): RegExp {
  const segments = pointer.split('/').slice(1);
  const source = segments.map((segment) => {
    if (segment === '**') return '(?:/[^/]+)*';
    return segment === '*' ? '/[^/]+' : `/${segment.replace(/[.+]/g, '\\$&')}`;
  });
  return new RegExp(`^${source.join('')}(?:/|$)`);
}

function checksOf(name: string, operation: Operation): Checks {
  const [, path = ''] = name.split(' ');
  const segments = path.split('/').slice(1);
  const slashes = operation.parameters.filter((parameter) => parameter.slashes).map((one) => one.name);
  const source = segments.map((segment) => {
    const [, parameter] = /^\{(\w+)\}$/.exec(segment) ?? [];
    if (parameter === undefined) return `/${segment}`;
    return `/(?<${parameter}>${slashes.includes(parameter) ? '.+' : '[^/]+'})`;
  });
  const literals = segments.filter((segment) => !segment.startsWith('{')).length;
  return { name, operation, path: new RegExp(`^${source.join('')}$`), literals, compiled: new Map() };
}

function findChecks(method: string, path: string): Checks | undefined {
  return allChecks.find((checks) => checks.name.startsWith(`${method} `) && checks.path.test(path));
}

function decoded(text: string | undefined): string | null {
  return text === undefined ? null : decodeURIComponent(text);
}

/** The value that a text in a path or query stands for. */
function valueFrom(text: string, { type }: Schema): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return text;
}
