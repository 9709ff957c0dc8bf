import { createEmulator } from 'emulate';
import type { Answer, JsonObject } from './answer.ts';
import { isObject } from './answer.ts';

/** Where web pages are said to be: links in a log made here look like those of a real one, whatever the port. */
export const serverUrl = 'https://github.com';

/** emulate stops answering a token after 5,000 requests; a login gets as many tokens as a long test can need. */
const requestsPerToken = 4_000;
const tokensPerLogin = 50;

/** The stateful GitHub behind the front: it keeps issues, pull requests, comments, labels and git objects. */
export interface Emulator {
  /** Carries a request out as `login`, without any rule of the front. Urls and times in the answer are GitHub's. */
  send(
    login: string | null,
    method: string,
    path: string,
    body?: JsonObject,
    accept?: string,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts npm `emulate` on a free port, knowing `logins`. `apiUrl` is how the outside names the API. */
export async function startEmulator(logins: readonly string[], apiUrl: string): Promise<Emulator> {
  const tokens: Record<string, { login: string }> = {};
  for (const login of logins)
    for (let index = 0; index < tokensPerLogin; index += 1) tokens[`${login}#${index}`] = { login };
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: { tokens, github: { users: logins.map((login) => ({ login, name: login })) } },
  });
  const port = new URL(emulator.url).port;
  const host = `localhost:${port}`;
  const sent = new Map<string, number>();

  function tokenOf(login: string): string {
    const count = sent.get(login) ?? 0;
    sent.set(login, count + 1);
    return `${login}#${Math.floor(count / requestsPerToken) % tokensPerLogin}`;
  }

  async function ask(...[login, method, path, body, accept]: Parameters<Emulator['send']>): Promise<Answer> {
    const headers: Record<string, string> = { accept: accept ?? 'application/vnd.github+json' };
    if (login !== null) headers.authorization = `token ${tokenOf(login)}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length === 0) return { status: response.status, body: null };
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    if (!isJson) return { status: response.status, body: bytes };
    return { status: response.status, body: asGitHub(JSON.parse(bytes.toString('utf8')), host, apiUrl) };
  }

  // The front reads whole lists for each page that it gives: until something is written, it reads them once.
  const known = new Map<string, Answer>();
  let writes = 0;
  function noteWrite(): void {
    writes += 1;
    known.clear();
  }

  return {
    async send(...request) {
      const [login, method, path, , accept] = request;
      if (method !== 'GET') {
        noteWrite();
        return ask(...request).finally(noteWrite);
      }
      const key = JSON.stringify([login, path, accept]);
      const before = writes;
      const answer = known.get(key) ?? (await ask(...request));
      if (before === writes) known.set(key, answer);
      return answer;
    },
    close: () => emulator.close(),
  };
}

/** What emulate answers, with GitHub's urls, whole seconds and bots. */
function asGitHub(value: unknown, host: string, apiUrl: string): unknown {
  if (typeof value === 'string') return value.includes(host) ? urlAsGitHub(value, host, apiUrl) : value;
  if (Array.isArray(value)) return value.map((entry) => asGitHub(entry, host, apiUrl));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => {
    const isTime = (key.endsWith('_at') || key === 'date') && typeof entry === 'string';
    if (isTime) return [key, entry.replace(/\.\d{3}Z$/, 'Z')];
    return [key, asGitHub(entry, host, apiUrl)];
  });
  const made: Record<string, unknown> = Object.fromEntries(entries);
  const login = made.login;
  if (typeof login === 'string' && login.endsWith('[bot]')) {
    made.type = 'Bot';
    for (const [key, entry] of entries)
      if (key.endsWith('url') && typeof entry === 'string')
        made[key] = entry.replace(login, encodeURIComponent(login));
    made.html_url = `${serverUrl}/apps/${login.slice(0, -'[bot]'.length)}`;
  }
  return made;
}

function urlAsGitHub(url: string, host: string, apiUrl: string): string {
  const origin = `http://${host}`;
  if (!url.startsWith(origin)) return url.replace(host, new URL(serverUrl).host);
  const path = url.slice(origin.length);
  const isApi = /^\/(?:repos|repositories|users|orgs|teams)\//.test(path);
  return (isApi ? apiUrl : serverUrl) + path;
}
