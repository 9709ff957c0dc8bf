import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { allPages } from '../../../src/github/client.ts';
import { scaled } from '../../thorough.ts';
import { offline } from '../run/offline.ts';

const api = 'https://api.github.com/repositories/1/labels';

/** A client to whom GitHub lists so many items, and the addresses that were asked for, by when they were. */
function listing(items: readonly number[], { links }: { links: 'numbered' | 'cursor' }) {
  const client = offline();
  const rounds: string[][] = [];
  let waiting = 0;
  client.hook.wrap('request', async (_, options) => {
    const { url } = client.request.endpoint({ ...options });
    if (waiting === 0) rounds.push([]);
    rounds.at(-1)?.push(url);
    waiting += 1;
    await Promise.resolve();
    waiting -= 1;
    const { searchParams } = new URL(url);
    const page = Number(searchParams.get('page') ?? 1);
    const size = Number(searchParams.get('per_page'));
    const last = Math.max(1, Math.ceil(items.length / size));
    const address = (number: number) =>
      `${api}?per_page=${size}&page=${number}${links === 'cursor' ? `&after=cursor${number}` : ''}`;
    const link = [
      ...(page < last ? [`<${address(page + 1)}>; rel="next"`] : []),
      ...(page < last && links === 'numbered' ? [`<${address(last)}>; rel="last"`] : []),
    ].join(', ');
    const headers = link === '' ? {} : { link };
    return { url, status: 200, headers, data: items.slice((page - 1) * size, page * size) } as never;
  });
  const read = () =>
    allPages(client, v.number(), (page) => client.request({ method: 'GET', url: api, ...page }));
  return { read, rounds };
}

describe('allPages', () => {
  it.each(['numbered', 'cursor'] as const)(
    'gives every item once, in order, of every list (%s)',
    async (links) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 950 }), async (count) => {
          const items = Array.from({ length: count }, (_, index) => index);
          const { read, rounds } = listing(items, { links });
          expect(await read()).toEqual(items);
          const pages = Math.max(1, Math.ceil(count / 100));
          expect(rounds.flat()).toHaveLength(pages);
          expect(rounds.length).toBe(links === 'cursor' ? pages : Math.min(pages, 2));
        }),
        { numRuns: scaled(100) },
      );
    },
  );

  it('lesson 32: follows a list that has grown past what was its last page', async () => {
    const items = Array.from({ length: 200 }, (_, index) => index);
    const { read, rounds } = listing(items, { links: 'numbered' });
    const reading = read();
    items.push(200);
    expect(await reading).toEqual(items);
    expect(rounds.flat().map((url) => new URL(url).searchParams.get('page') ?? '1')).toEqual(['1', '2', '3']);
  });
});
