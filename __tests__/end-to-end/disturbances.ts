import type { Fault } from '../local-github/faults.ts';

/** What can go wrong at any request, each with a name. */
export const faults: readonly (readonly [string, Fault])[] = [
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['500, though it was carried out', { kind: 'status', status: 500, carriedOut: true }],
  ['a rate limit that is used up', { kind: 'rate-limit' }],
  ['a secondary limit', { kind: 'secondary-limit' }],
  ['429', { kind: 'too-many-requests' }],
  ['a web page', { kind: 'html' }],
  ['a web page, though it was carried out', { kind: 'html', carriedOut: true }],
  ['JSON of another shape', { kind: 'wrong-shape' }],
  ['a closed connection', { kind: 'closed' }],
];

/** Checks requests by their numbers. Several at a time, for most of the time goes by waiting to ask again. */
export async function forEachRequest(
  requests: readonly number[],
  check: (nth: number) => Promise<void>,
): Promise<void> {
  const left = [...requests];
  const checkOnes = async () => {
    for (let nth = left.shift(); nth !== undefined; nth = left.shift()) await check(nth);
  };
  await Promise.all(Array.from({ length: 10 }, checkOnes));
}

/** The numbers from 1 on. */
export function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
