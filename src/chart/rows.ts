import type { ChartIncident } from './data.ts';

/** A row above the plot, of incidents that have no duration. */
export interface Row {
  readonly name: 'ongoing' | 'not recorded';
  /** How many incidents stand in it. */
  readonly count: number;
}

/** The row that an incident stands in; null for one that has a duration. What an ongoing one lasts is not known, whatever passed up to now. */
export function rowNameOf({
  isOngoing,
  minutes,
}: Pick<ChartIncident, 'isOngoing' | 'minutes'>): Row['name'] | null {
  if (isOngoing) return 'ongoing';
  return minutes === null ? 'not recorded' : null;
}

/** The rows that have incidents, the topmost first. */
export function rowsOf(incidents: readonly ChartIncident[]): readonly Row[] {
  return (['ongoing', 'not recorded'] as const)
    .map((name) => ({ name, count: incidents.filter((each) => rowNameOf(each) === name).length }))
    .filter((row) => row.count > 0);
}
