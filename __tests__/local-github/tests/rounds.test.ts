import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGitHub, startLocalGitHub } from '../local-github.ts';
import { roundsOf } from '../rounds.ts';

describe('rounds of requests', () => {
  it('is 0 without requests and 1 for requests that go out together', () => {
    expect(roundsOf([])).toBe(0);
    const together = [
      { arrived: 0, answered: 100 },
      { arrived: 1, answered: 3 },
      { arrived: 2, answered: 101 },
    ];
    expect(roundsOf(together)).toBe(1);
  });

  it('counts the longest chain, not the requests', () => {
    const requests = [
      { arrived: 0, answered: 10 },
      { arrived: 0, answered: 50 },
      { arrived: 11, answered: 20 },
      { arrived: 21, answered: 30 },
      { arrived: 51, answered: 60 },
    ];
    expect(roundsOf(requests)).toBe(4);
  });

  it('lets nothing follow a request that was never answered', () => {
    const requests = [
      { arrived: 0, answered: null },
      { arrived: 5, answered: 6 },
      { arrived: 7, answered: 8 },
    ];
    expect(roundsOf(requests)).toBe(2);
  });

  it('for every number of waves, however many requests each has: as many rounds as waves, in any order', () => {
    const waves = fc.array(fc.array(fc.integer({ min: 0, max: 49 }), { minLength: 1, maxLength: 5 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(waves, fc.boolean(), (sizes, backwards) => {
        const requests = sizes.flatMap((wave, index) =>
          wave.map((late) => ({ arrived: index * 100 + late, answered: index * 100 + 50 + late })),
        );
        // Whoever comes late in a wave may still be unanswered when the next begins, but the first of it never is.
        const first = sizes.map((_, index) => ({ arrived: index * 100, answered: index * 100 + 50 }));
        const all = [...requests, ...first];
        expect(roundsOf(backwards ? all.toReversed() : all)).toBe(sizes.length);
      }),
    );
  });
});

describe('a local GitHub that takes its time', () => {
  const latency = 40;
  let github: LocalGitHub;
  beforeEach(async () => {
    github = await startLocalGitHub({ latency });
    await github.createRepository({ name: 'octo/service' });
  });
  afterEach(() => github.close());
  const ask = () => github.as('github-actions[bot]').rest.repos.get({ owner: 'octo', repo: 'service' });

  it('records when a request arrived and when it was answered, no sooner than that', async () => {
    await ask();
    const [request] = github.requests;
    expect((request?.answered ?? 0) - (request?.arrived ?? 0)).toBeGreaterThanOrEqual(latency);
  });

  it('tells requests that are under way together from one that waits for them', async () => {
    const { promise: third, resolve } = Promise.withResolvers<void>();
    github.onRequest(1, 'after', () => third);
    github.onRequest(2, 'after', () => third);
    github.onRequest(3, 'before', resolve);
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(roundsOf(github.requests)).toBe(2);
  });
});
