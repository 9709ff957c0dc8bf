/** Where more quarters in a row than this are missing, a year is probably mistyped. */
export const mostMissing = 12;

/** The order of quarters and entries from top to bottom. Generated logs have the newest first. */
export type Order = 'newest-first' | 'oldest-first';

/** The difference between each place in time and the one above it: positive where the lower one is newer. */
export function differencesOf(places: readonly number[]): number[] {
  return places.slice(1).map((place, index) => place - (places[index] ?? place));
}

/** The order that most differences follow, even if there is only one; null where neither order has more. */
export function prevailingOrder(differences: readonly number[]): Order | null {
  const up = differences.filter((difference) => difference > 0).length;
  const down = differences.filter((difference) => difference < 0).length;
  if (up === down) return null;
  return up > down ? 'oldest-first' : 'newest-first';
}
