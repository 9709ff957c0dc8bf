import { connect, type GitHub } from '../../../src/github/client.ts';
import { createClock } from '../../runner/clock.ts';

/** A client that reaches nobody. */
export function offline(clock = createClock()): GitHub {
  return connect('token', {
    repository: { owner: 'octo', repo: 'new' },
    apiUrl: 'https://api.github.com',
    fetch: () => Promise.reject(new Error('There is no network here.')),
    clock,
    deadline: clock.now() + 60_000,
    say() {},
  });
}
