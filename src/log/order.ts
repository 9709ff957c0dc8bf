import { compareQuarters, type Quarter } from '../incident/quarter.ts';

/** How a log goes on from top to bottom. Ours have the newest first. */
export type Order = 'newest-first' | 'oldest-first';

/**
 * The order of quarters as they stand, or of incidents where the quarters do not tell: newest first unless most neighbours, two
 * at the least, stand the other way around.
 */
export function orderOf(quarters: readonly Quarter[], instants: readonly number[]): Order {
  const steps = quarters
    .slice(1)
    .map((quarter, index) => compareQuarters(quarter, quarters[index] ?? quarter));
  const votes = count(steps);
  const [up, down] = votes.up + votes.down > 1 ? [votes.up, votes.down] : votesOf(instants, votes);
  return up > down && up > 1 ? 'oldest-first' : 'newest-first';
}

function votesOf(instants: readonly number[], more: { up: number; down: number }): [number, number] {
  const { up, down } = count(
    instants.slice(1).map((instant, index) => instant - (instants[index] ?? instant)),
  );
  return [up + more.up, down + more.down];
}

function count(steps: readonly number[]): { readonly up: number; readonly down: number } {
  return { up: steps.filter((step) => step > 0).length, down: steps.filter((step) => step < 0).length };
}
