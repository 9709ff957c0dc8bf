import type { RecordedRequest } from './faults.ts';

/**
 * How many requests make the longest chain in which each waited for the one before: it arrived after that one's answer was sent. Requests
 * that were never answered hold nobody up.
 */
export function roundsOf(requests: readonly Pick<RecordedRequest, 'arrived' | 'answered'>[]): number {
  const chains: { readonly answered: number; readonly length: number }[] = [];
  for (const { arrived, answered } of requests.toSorted((one, other) => one.arrived - other.arrived)) {
    const before = chains.filter((chain) => chain.answered <= arrived).map(({ length }) => length);
    chains.push({ answered: answered ?? Number.POSITIVE_INFINITY, length: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...chains.map(({ length }) => length));
}
