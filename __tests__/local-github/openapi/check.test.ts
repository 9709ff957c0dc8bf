import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { startFront } from '../front.ts';
import { startLocalGitHub, workflowBot } from '../local-github.ts';
import { refusal } from '../refusal.ts';
import { calledOperations } from './calls.ts';
import { type CheckedRequest, problemsOfAnswer, problemsOfRequest } from './check.ts';
import type { Description } from './description.ts';

const description: Description = JSON.parse(readFileSync(join(import.meta.dirname, 'github.json'), 'utf8'));
const [owner, repo] = ['octo', 'service'];
const issues = '/repos/octo/service/issues';
const asked = (method: string, path: string, body?: unknown): CheckedRequest => ({
  method,
  path,
  body,
  accept: 'application/vnd.github+json',
});

describe("what is taken from GitHub's description", () => {
  it('has each operation that is called: `npm run openapi` brings it up to date', () => {
    expect(Object.keys(description.operations)).toEqual(calledOperations());
  });

  it('is sound JSON Schema', () => {
    const ajv = new Ajv2020({ logger: false });
    for (const [name, schema] of Object.entries(description.schemas))
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
  });
});

describe('a request', () => {
  it.each([
    asked('GET', `${issues}?state=all&labels=incident&per_page=100&since=2024-10-14T10:30:00Z`),
    asked('POST', issues, { title: 'Sign-ins fail', labels: ['incident'] }),
    asked('GET', '/repos/octo/service/git/ref/heads%2Fincident-log'),
    asked('GET', '/repos/octo/service/git/ref/heads/incident-log'),
    asked('GET', `${issues}/comments`),
    asked('POST', '/graphql', { query: '{ viewer { login } }' }),
  ])('is right: $method $path', (request) => {
    expect(problemsOfRequest(request)).toEqual([]);
  });

  it.each([
    [asked('GET', '/repos/octo/service/incidents'), /GET .*incidents is none of the operations taken/],
    [asked('PUT', issues), /PUT .*issues is none of the operations taken/],
    [asked('GET', `${issues}?state=resolved`), /query \/state must be equal to one of .*"resolved"/],
    [asked('GET', `${issues}?since=yesterday`), /query \/since must match format "date-time"/],
    [asked('GET', `${issues}?per_page=all`), /query \/per_page must be integer, but is "all"/],
    [asked('GET', `${issues}?label=incident`), /query \/label is not described/],
    [asked('GET', `${issues}/first`), /path \/issue_number must be integer, but is "first"/],
    [asked('POST', issues, { body: 'No title' }), /body \/title is missing/],
    [asked('POST', issues, { title: 'A', labels: 'incident' }), /body \/labels must be array/],
    [asked('POST', issues, { title: 'A', labels: [1] }), /body \/labels\/0 must be string/],
    [asked('POST', issues, { title: 'A', label: 'incident' }), /body \/label is not described/],
    [asked('POST', issues), /body is missing/],
    [asked('GET', issues, { state: 'all' }), /body is there, and none is described/],
  ])('is wrong: %j', (request, problem) => {
    expect(problemsOfRequest(request).join('\n')).toMatch(problem);
  });
});

describe('an answer', () => {
  const label = { id: 1, node_id: 'L', url: 'https://api.github.com/l', name: 'incident', color: 'ededed' };
  const sound = { ...label, default: false, description: null };
  const labels = asked('GET', '/repos/octo/service/labels');
  const user = asked('GET', '/user');

  it.each([
    [labels, { status: 200, body: [sound] }],
    [labels, { status: 404, body: { message: 'Not Found', status: '404' } }],
    [labels, { status: 403, body: { message: 'Resource not accessible by integration' } }],
    [asked('DELETE', `${issues}/1/lock`), { status: 204, body: null }],
    [
      { ...asked('GET', '/repos/octo/service/contents/a'), accept: 'application/vnd.github.raw+json' },
      { status: 200, body: Buffer.from('a') },
    ],
  ])('is right: %j %j', (request, answer) => {
    expect(problemsOfAnswer(request, answer)).toEqual([]);
  });

  it.each([
    [labels, { status: 200, body: [label] }, /answer \/0\/default is missing/],
    [labels, { status: 200, body: [{ ...sound, name: 1 }] }, /answer \/0\/name must be string, but is 1/],
    [labels, { status: 200, body: [{ ...sound, colour: '' }] }, /answer \/0\/colour is not described/],
    [labels, { status: 200, body: Buffer.from('[]') }, /it is not JSON/],
    [labels, { status: 201, body: [] }, /its status is not described/],
    [labels, { status: 404, body: { message: 404 } }, /answer \/message must be string/],
    [asked('DELETE', `${issues}/1/lock`), { status: 204, body: {} }, /it has a body, and none is described/],
    [user, { status: 200, body: { login: 'octo' } }, /answer \/id is missing/],
  ])('is wrong: %j %j', (request, answer, problem) => {
    expect(problemsOfAnswer(request, answer).join('\n')).toMatch(problem);
  });
});

describe('the local GitHub', () => {
  it('refuses a wrong request with a sentence, and repeats it when it is closed', async () => {
    const github = await startLocalGitHub();
    await github.createRepository({ name: `${owner}/${repo}` });
    const sentence =
      "The request POST /repos/{owner}/{repo}/issues breaks GitHub's description: body /body must be string, but is 42.";
    const create = { owner, repo, title: 'A', body: 42 as unknown as string };
    for (const login of [workflowBot, 'octo'])
      expect(await refusal(github.as(login).rest.issues.create(create))).toMatchObject({
        status: 400,
        message: sentence,
      });
    expect((await github.as('octo').rest.issues.listForRepo({ owner, repo })).data).toEqual([]);
    await expect(github.close()).rejects.toThrow(sentence);
  });

  it('replaces a wrong answer by a sentence, and repeats it when it is closed', async () => {
    const front = await startFront(['octo']);
    Object.assign(front.site.emulator, { send: async () => ({ status: 200, body: { login: 'octo' } }) });
    const answer = await fetch(`${front.site.apiUrl}/users/octo`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(
      "The answer 200 to GET /users/{username} breaks GitHub's description",
    );
    await expect(front.close()).rejects.toThrow('answer /id is missing');
  });

  it('lets faults through, which are no answers of GitHub', async () => {
    const github = await startLocalGitHub();
    await github.createRepository({ name: `${owner}/${repo}` });
    github.fault({ path: /labels/ }, { kind: 'wrong-shape' });
    const { data } = await github.as(workflowBot).rest.issues.listLabelsForRepo({ owner, repo });
    expect(data).toEqual({ unexpected: ['shape'] });
    await github.close();
  });
});
