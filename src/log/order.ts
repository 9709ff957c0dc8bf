import { compareQuarters, type Quarter } from '../incident/quarter.ts';

/** More quarters in a row than this are missing because a year is mistyped. */
export const mostMissing = 12;

/** How a log goes on from top to bottom. Ours have the newest first. */
export type Order = 'newest-first' | 'oldest-first';

/**
 * The order of quarters as they stand or, where there are no two, that of incidents: newest first unless most neighbours, two
 * pairs at the least, stand the other way around.
 */
export function orderOf(quarters: readonly Quarter[], instants: readonly number[]): Order {
  const steps =
    quarters.length > 1
      ? quarters.slice(1).map((quarter, index) => compareQuarters(quarter, quarters[index] ?? quarter))
      : instants.slice(1).map((instant, index) => instant - (instants[index] ?? instant));
  return orderOfSteps(steps);
}

/** As `orderOf`, from what lies between neighbours: positive where the lower one is newer. */
export function orderOfSteps(steps: readonly number[]): Order {
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  return up > down && up > 1 ? 'oldest-first' : 'newest-first';
}
