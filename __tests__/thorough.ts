/** Whether all is tried, as `npm run test:all` does, or a sample, as `npm test` does. */
const isThorough = process.env.INCIDENT_LOG_TESTS === 'all';

/** How many times something is tried, or how large it is made: so many, or a fifth, but at least twenty where it is that much. */
export function scaled(all: number): number {
  return isThorough ? all : Math.max(Math.ceil(all / 5), Math.min(all, 20));
}

/** All items, or every nth from the given one on. */
export function sampleOf<Item>(
  items: readonly Item[],
  { every, from = 0 }: { readonly every: number; readonly from?: number },
): Item[] {
  return isThorough ? [...items] : items.filter((_, index) => (index + from) % every === 0);
}
