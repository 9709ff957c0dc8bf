import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/github/client.ts';
import { askOwnLogin, isOurs } from '../../../src/github/own-login.ts';
import { createClock } from '../../runner/clock.ts';

/** An answer of GitHub's: its status and its JSON. */
type Answer = readonly [number, unknown];

/** A client whose GitHub answers like this to the two questions after the login; `asked` are the paths, in order. */
function answering(answers: { readonly graphql: Answer; readonly user: Answer }) {
  const asked: string[] = [];
  const clock = createClock();
  const client = connect('token', {
    repository: { owner: 'octo', repo: 'service' },
    apiUrl: 'https://api.github.com',
    fetch: async (input: string | URL | Request) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      asked.push(pathname);
      const [status, data] = pathname === '/graphql' ? answers.graphql : answers.user;
      return Response.json(data, { status });
    },
    clock,
    deadline: clock.now() + 60_000,
    say() {},
  });
  return { client, asked };
}

const viewer = (login: unknown): Answer => [200, { data: { viewer: { login } } }];
const refused: Answer = [403, { message: 'Resource not accessible by integration' }];

describe('the login of the token', () => {
  it('is asked once, and not before it is needed', async () => {
    const { client, asked } = answering({ graphql: viewer('log[bot]'), user: refused });
    const ownLogin = askOwnLogin(client);
    expect(asked).toEqual([]);
    expect(await Promise.all([ownLogin(), ownLogin()])).toEqual(['log[bot]', 'log[bot]']);
    expect(asked).toEqual(['/graphql']);
  });

  it.each<[string, Answer]>([
    ['refuses the query', refused],
    ['answers it with an error', [200, { errors: [{ message: 'Not for you' }] }]],
    ['answers it with another kind of data', viewer(12)],
    ['names nobody', viewer('')],
  ])('comes from REST where GitHub %s', async (_, graphql) => {
    const { client, asked } = answering({ graphql, user: [200, { login: 'mona' }] });
    expect(await askOwnLogin(client)()).toBe('mona');
    expect(asked).toEqual(['/graphql', '/user']);
  });

  it.each([401, 403, 404])('is not known where REST refuses, too (%i)', async (status) => {
    const { client } = answering({ graphql: refused, user: [status, { message: 'No' }] });
    expect(await askOwnLogin(client)()).toBeNull();
  });

  it('is no guess: an answer that makes no sense ends the run', async () => {
    const { client } = answering({ graphql: refused, user: [200, { name: 'Mona' }] });
    await expect(askOwnLogin(client)()).rejects.toThrow('something its API does not describe (at login)');
  });
});

describe('what somebody wrote', () => {
  const known = () => Promise.resolve('Log[bot]');
  const unknown = () => Promise.resolve(null);

  it('is ours by its login, whatever the case', async () => {
    expect(await isOurs({ login: 'log[bot]', type: 'Bot' }, known)).toBe(true);
    expect(await isOurs({ login: 'other[bot]', type: 'Bot' }, known)).toBe(false);
    expect(await isOurs({ login: 'log', type: 'User' }, known)).toBe(false);
  });

  it('is ours where our login is not known and a bot wrote it', async () => {
    expect(await isOurs({ login: 'other[bot]', type: 'Bot' }, unknown)).toBe(true);
    expect(await isOurs({ login: 'mona', type: 'User' }, unknown)).toBe(false);
  });

  it('is not ours where its author is gone, and no question follows', async () => {
    const never = () => Promise.reject(new Error('Asked'));
    expect(await isOurs(null, never)).toBe(false);
  });
});
