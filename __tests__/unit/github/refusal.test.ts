import { describe, expect, it } from 'vitest';
import { ConflictError, UserError } from '../../../src/errors.ts';
import { explain, hasStatus, isRateLimit, pathOf, secondsToWait } from '../../../src/github/refusal.ts';
import { refusal } from './refusals.ts';

const now = Date.parse('2026-11-28T12:00Z');
const message = (text: string) => ({ message: text });

describe('how long GitHub asks to wait', () => {
  it.each<[string, Readonly<Record<string, string>>, number]>([
    ['as it says', { 'retry-after': '7' }, 7],
    ['as it says, whenever the limit is reset', { 'retry-after': '7', 'x-ratelimit-reset': '9' }, 7],
    ['until the limit is reset', { 'x-ratelimit-reset': `${now / 1000 + 90}` }, 90],
    ['a second where that was long ago', { 'x-ratelimit-reset': `${now / 1000 - 90}` }, 1],
    ['a minute where it does not say', {}, 60],
  ])('%s', (_, headers, seconds) => {
    expect(secondsToWait(refusal(429, message('Slow down'), { headers }), now)).toBe(seconds);
  });

  it('not at all for anything but a rate limit', () => {
    const headers = { 'x-ratelimit-reset': `${now / 1000 + 90}` };
    expect(secondsToWait(refusal(403, message('No'), { headers }), now)).toBe(0);
    expect(secondsToWait(new Error('429'), now)).toBe(0);
  });
});

describe('a rate limit', () => {
  it.each<[boolean, number, string, Readonly<Record<string, string>>]>([
    [true, 429, 'Too many requests', {}],
    [true, 403, 'Forbidden', { 'x-ratelimit-remaining': '0' }],
    [true, 403, 'Forbidden', { 'retry-after': '60' }],
    [true, 403, 'You have exceeded a secondary rate limit.', {}],
    [false, 403, 'Resource not accessible by integration', { 'x-ratelimit-remaining': '12' }],
    [false, 422, 'rate limit', { 'x-ratelimit-remaining': '0' }],
  ])('%s: %i %s %j', (isLimit, status, text, headers) => {
    const error = refusal(status, message(text), { headers });
    expect(isRateLimit(error)).toBe(isLimit);
    expect(explain(error)?.includes('rate limit is used up')).toBe(isLimit);
  });
});

describe('the permission that a refused request needs', () => {
  const remedy = (method: string, path: string, accepted?: string) =>
    explain(
      refusal(403, message('Resource not accessible by integration'), {
        method,
        path,
        headers: accepted === undefined ? {} : { 'x-accepted-github-permissions': accepted },
      }),
    );

  it.each([
    ['GET', '/repos/o/r/issues', 'issues: read'],
    ['POST', '/repos/o/r/issues/1/labels', 'issues: write'],
    ['GET', '/repos/o/r/labels/incident', 'issues: read'],
    ['GET', '/repos/o/r/assignees/mona', 'issues: read'],
    ['POST', '/repos/o/r/pulls', 'pull-requests: write'],
    ['PATCH', '/repos/o/r/git/refs/heads/incident-log', 'contents: write'],
    ['PATCH', '/repos/o/r/git/refs/heads/issues/log', 'contents: write'],
    ['GET', '/repos/o/r/contents/pulls/INCIDENTS.md', 'contents: read'],
  ])('follows from %s %s', (method, path, scope) => {
    expect(remedy(method, path)).toContain(
      `“Resource not accessible by integration” Give the job \`${scope}\``,
    );
  });

  it('is the first of those that GitHub names, as a workflow writes it', () => {
    const scope = remedy('POST', '/repos/o/r/issues', 'pull_requests=write; contents=write,issues=read');
    expect(scope).toContain('Give the job `pull-requests: write`');
    expect(remedy('POST', '/repos/o/r/issues', '')).toContain('Give the job `issues: write`');
  });
});

describe('what GitHub refused is said in one sentence', () => {
  it.each<[string, Error, string]>([
    ['a mistake of a person’s', new UserError('Correct it.'), 'Correct it.'],
    ['something that keeps changing', new ConflictError('It moved.'), 'It moved. This happened three times'],
    ['a bad token', refusal(401, message('Bad credentials')), 'set the input `token`'],
    [
      'an archive',
      refusal(403, message('Repository was archived so is read-only.')),
      'octo/service is archived',
    ],
    [
      'Issues that are off',
      refusal(410, message('Issues has been disabled in this repository.')),
      'Issues are turned off in octo/service',
    ],
    [
      'no repository in the address',
      refusal(403, message('Repository was archived so is read-only.'), { path: '/graphql' }),
      'The repository is archived',
    ],
    ['what is gone', refusal(410, message('Gone')), '(410, “Gone”)'],
    [
      'what is not there',
      refusal(404, message('Not Found')),
      'POST /repos/octo/service/issues does not exist',
    ],
    [
      'pull requests that may not be opened',
      refusal(403, message('GitHub Actions is not permitted to create or approve pull requests.')),
      'Turn on “Allow GitHub Actions to create and approve pull requests”',
    ],
    [
      'a workflow file',
      refusal(403, message('refusing to allow an App to create or update workflow `a.yml`')),
      'with `workflows: write`',
    ],
    [
      'a failure of the server',
      refusal(502, message('Bad gateway')),
      '(502, “Bad gateway”); nothing was half',
    ],
    [
      'every detail',
      refusal(422, {
        message: 'Validation Failed',
        errors: ['one', { message: 'two' }, { field: 'title', code: 'missing' }],
      }),
      '(422, “Validation Failed, one, two, title missing”)',
    ],
  ])('%s', (_, error, sentence) => {
    const said = explain(error);
    expect(said).toContain(sentence);
    expect(said).not.toContain('\n');
  });

  it('without a proxy’s page of HTML, and with the first line of other text', () => {
    expect(explain(refusal(502, '<html>\n<h1>Bad gateway</h1>'))).toContain('issues (502); nothing');
    expect(explain(refusal(502, `Bad gateway\n${'x'.repeat(500)}`))).toContain('(502, “Bad gateway”)');
  });

  it('at a length that people read', () => {
    const long = 'x'.repeat(5000);
    expect(explain(refusal(422, message(long)))).toContain(`“${'x'.repeat(300)}”`);
    expect(explain(refusal(422, long))).toContain(`“${'x'.repeat(200)}”`);
  });

  it('but not where the program is wrong', () => {
    expect(explain(new TypeError('x is undefined'))).toBeNull();
    expect(explain('x')).toBeNull();
  });
});

it('knows the status of a refusal, and of nothing else', () => {
  expect(hasStatus(refusal(404, message('Not Found')), 403, 404)).toBe(true);
  expect(hasStatus(refusal(404, message('Not Found')), 403)).toBe(false);
  expect(hasStatus(Object.assign(new Error('Not Found'), { status: 404 }), 404)).toBe(false);
});

it('takes the path from an address, and anything else as it is', () => {
  expect(pathOf('https://api.github.com/repos/o/r/issues?page=2')).toBe('/repos/o/r/issues');
  expect(pathOf('/repos/o/r')).toBe('/repos/o/r');
});
