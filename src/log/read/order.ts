/** More quarters in a row than this are missing because a year is mistyped. */
export const mostMissing = 12;

/** How a log goes on from top to bottom. Ours have the newest first. */
export type Order = 'newest-first' | 'oldest-first';

/** What lies between neighbours from top to bottom: positive where the lower one is newer. */
export function stepsOf(places: readonly number[]): number[] {
  return places.slice(1).map((place, index) => place - (places[index] ?? place));
}

/** The order that most steps take, be there one step alone; null where neither way has more, so that nothing is out of order. */
export function shownOrder(steps: readonly number[]): Order | null {
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  if (up === down) return null;
  return up > down ? 'oldest-first' : 'newest-first';
}
