import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { Answer, Call } from './answer.ts';
import { isObject, json, notFound, Refusal } from './answer.ts';
import { startEmulator } from './emulator.ts';
import type { Faults, RecordedRequest } from './faults.ts';
import { answerOf, createFaults } from './faults.ts';
import { problemsOfAnswer, problemsOfRequest } from './openapi/check.ts';
import { answerQuery } from './routes/graphql.ts';
import { acceptedPermissions, checkAccess, hasRole, isBot } from './routes/people.ts';
import { checkKind } from './routes/repository.ts';
import type { Site } from './routes/site.ts';
import { pathOf, repositoryOf } from './routes/site.ts';
import { isAboutSubIssues } from './routes/sub-issues.ts';
import { findRoute } from './routes.ts';

/** The HTTP front: who is asking and may they, is it to go wrong, and whose answer it is. */
export interface Front {
  readonly site: Site;
  readonly faults: Faults;
  readonly requests: readonly RecordedRequest[];
  /** Rejects when a request or an answer broke GitHub's description, so that no test can miss it. */
  close(): Promise<void>;
}

/** Tokens are made from logins, so that any token says whose it is. */
export function tokenOf(login: string): string {
  return `local-${Buffer.from(login).toString('hex')}`;
}

function loginOf(request: IncomingMessage, logins: readonly string[]): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const token = header.replace(/^(?:token|bearer) /i, '');
  const login = logins.find((candidate) => tokenOf(candidate) === token);
  if (login === undefined) throw new Refusal(401, 'Bad credentials');
  return login;
}

/**
 * Listens on a free port of 127.0.0.1, with an emulator of its own behind.
 * @param latency milliseconds that a bot's request takes at least, from its arrival to its answer
 */
export async function startFront(logins: readonly string[], latency = 0): Promise<Front> {
  const requests: RecordedRequest[] = [];
  const faults = createFaults();
  const sites: Site[] = [];
  const violations = new Set<string>();
  // GitHub looks and changes in one go; one request at a time is the simplest way to have that.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }

  /** What is answered where GitHub's description is broken: a status that no client tries again. */
  function violation(problems: readonly string[]): Answer | undefined {
    for (const problem of problems) violations.add(problem);
    return problems.length === 0 ? undefined : json(400, { message: problems.join('\n') });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const site = sites[0];
    if (site === undefined) return;
    const text = await bodyOf(request);
    const path = request.url ?? '/';
    const method = request.method ?? 'GET';
    let record: RecordedRequest | undefined;
    let answer: Answer | null;
    const accept = request.headers.accept ?? '*/*';
    const described = { method, path: withName(site, path), body: parsed(text), accept };
    let isGitHubs = false;
    try {
      const actor = loginOf(request, logins);
      if (actor !== null && isBot(actor)) {
        record = {
          number: requests.length + 1,
          actor,
          method,
          path: readable(path),
          body: parsed(text),
          arrived: performance.now(),
          answered: null,
          status: null,
        };
        requests.push(record);
        await faults.run(record, 'before');
      }
      const fault = record && faults.take(record);
      const broken = violation(problemsOfRequest(described));
      isGitHubs = fault === undefined && broken === undefined;
      const work = async (): Promise<Answer> => broken ?? carryOut(site, actor, method, path, text, accept);
      answer = fault === undefined || fault.carriedOut ? await inTurn(work) : null;
      if (record) await faults.run(record, 'after');
      if (fault !== undefined) answer = answerOf(fault, response);
    } catch (error) {
      answer = error instanceof Refusal ? error.answer : json(500, { message: String(error) });
    }
    if (answer !== null && isGitHubs) answer = violation(problemsOfAnswer(described, answer)) ?? answer;
    // From its arrival, so that the time our own work takes does not count on top.
    const due = record === undefined ? 0 : record.arrived + latency;
    while (performance.now() < due) await after(Math.ceil(due - performance.now()));
    if (answer === null || response.destroyed) return;
    if (record) {
      record.status = answer.status;
      record.answered = performance.now();
    }
    send(response, answer);
  }

  const server = createServer((request, response) => void serve(request, response));
  const apiUrl = await listen(server);
  const emulator = await startEmulator(logins, apiUrl);
  const site: Site = { apiUrl, emulator, logins, repositories: new Map() };
  sites.push(site);
  return {
    site,
    faults,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
      if (violations.size > 0) throw new Error([...violations].join('\n'));
    },
  };
}

async function carryOut(
  site: Site,
  actor: string | null,
  method: string,
  path: string,
  text: string,
  accept: string,
): Promise<Answer> {
  const url = new URL(withName(site, path), site.apiUrl);
  const body = parsed(text);
  if (text !== '' && body === undefined) throw new Refusal(400, 'Problems parsing JSON');
  const [, owner, repo, rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const call: Call = {
    method,
    path: url.pathname + url.search,
    query: url.searchParams,
    params: {},
    body: isObject(body) ? body : Array.isArray(body) ? { labels: body } : {},
    accept,
    actor,
  };
  if (url.pathname === '/graphql' && method === 'POST') return answerQuery(actor, call.body);
  // An app's token is nobody's (docs.github.com, "Get the authenticated user").
  if (url.pathname === '/user' && isBot(actor))
    throw new Refusal(403, 'Resource not accessible by integration');
  if (owner === undefined || repo === undefined)
    return site.emulator.send(actor, method, call.path, isObject(body) ? body : undefined, accept);
  const repository = repositoryOf(site, { owner, repo });
  if (!isBot(actor) && !hasRole(repository, actor, 'read')) throw notFound();
  if (!repository.hasSubIssues && isAboutSubIssues(rest)) throw notFound();
  try {
    checkAccess(repository, call, rest);
    checkKind(repository, method, rest);
    const route = findRoute(method, rest);
    if (route !== undefined)
      return await route.handler({ ...call, params: { ...route.params, owner, repo } }, site);
    const path = pathOf(repository) + rest + url.search;
    return await site.emulator.send(
      repository.owner,
      method,
      path,
      isObject(body) ? body : undefined,
      accept,
    );
  } catch (error) {
    const accepted = acceptedPermissions(method, rest);
    if (!(error instanceof Refusal) || accepted === undefined) throw error;
    const headers = { ...error.answer.headers, 'x-accepted-github-permissions': accepted };
    return { ...error.answer, headers };
  }
}

/** `heads/main`, where Octokit writes `heads%2Fmain`. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** GitHub's own links name a repository by its id. */
function withName(site: Site, path: string): string {
  return path.replace(/^\/repositories\/(\d+)/, (all, id: string) => {
    const repository = [...site.repositories.values()].find((candidate) => `${candidate.id}` === id);
    return repository === undefined ? all : pathOf(repository);
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  const bytes = Buffer.isBuffer(answer.body);
  response.statusCode = answer.status;
  response.setHeader('content-type', bytes ? 'application/octet-stream' : 'application/json; charset=utf-8');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.body === null) response.removeHeader('content-type');
  response.end(answer.body === null ? undefined : bytes ? answer.body : JSON.stringify(answer.body));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The local GitHub has no port');
  return `http://127.0.0.1:${address.port}`;
}
