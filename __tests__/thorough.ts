/** Whether all is tried, as `npm run test:all` does, or a sample, as `npm test` does. */
export const isThorough = process.env.INCIDENT_LOG_TESTS === 'all';

/** How many cases a property is tried with: all of them, or a tenth, and then ten at least where there are so many. */
export function cases(all: number): number {
  return isThorough ? all : Math.max(Math.ceil(all / 10), Math.min(all, 10));
}

/** All items, or every nth from the given one on. */
export function sampleOf<Item>(
  items: readonly Item[],
  { every, from = 0 }: { every: number; from?: number },
): Item[] {
  return items.filter((_, index) => isThorough || (index + from) % every === 0);
}
