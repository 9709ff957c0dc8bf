import { compareQuarters, type Quarter } from '../incident/quarter.ts';
import type { Group } from './groups.ts';
import type { Order } from './order.ts';
import type { Slot } from './slots.ts';

/** Quarters of ours between the groups that stay: behind the last one that comes earlier in the file's order. */
export function quarterSlots(
  groups: readonly Group[],
  flowing: readonly { readonly quarter: Quarter; readonly text: string }[],
  order: Order,
): Slot[] {
  const fixed: Group[] = [];
  const old: Group[][] = [];
  for (const group of groups) {
    if (group.manner === 'ours') old.at(-1)?.push(group);
    else {
      fixed.push(group);
      old.push([]);
    }
  }
  const comesEarlier = (one: Quarter, other: Quarter) =>
    order === 'newest-first' ? compareQuarters(one, other) > 0 : compareQuarters(one, other) < 0;
  const texts: string[][] = fixed.map(() => []);
  const first = fixed.findIndex((group) => group.quarter !== null);
  const isOurs = old.findIndex(({ length }) => length > 0);
  for (const { quarter, text } of order === 'newest-first' ? flowing : flowing.toReversed()) {
    const previous = fixed.findLastIndex(
      (group) => group.quarter && comesEarlier(group.quarter.quarter, quarter),
    );
    texts[previous >= 0 ? previous : first > 0 ? aboveYear(first - 1) : Math.max(isOurs, 0)]?.push(text);

    /** What comes before all others stands above the heading of another year, too. */
    function aboveYear(index: number): number {
      const year = fixed[index]?.year ?? null;
      return year !== null && year !== quarter.year && index > 0 ? index - 1 : index;
    }
  }
  return fixed.map((each, index) => ({ fixed: each, old: old[index] ?? [], texts: texts[index] ?? [] }));
}
