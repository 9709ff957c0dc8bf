import { formatDuration } from './clock.ts';
import type { Figures, Instant } from './incident.ts';
import {
  compareQuarters,
  lastEndedQuarter,
  type Quarter,
  quarterName,
  quarterOf,
  quartersBetween,
} from './quarter.ts';

/** What the statistics need to know of an incident. */
export interface Measured {
  readonly firstDetected: Instant;
  readonly figures: Figures;
}

/** How a quarter without incidents appears: with means of `0h 0m`, with the words “No incidents”, or not at all. */
export type EmptyQuarters = 'zero' | 'none' | 'omit';

/** Kept as a sum and a count, so that nothing is rounded before it is shown. */
export interface Mean {
  /** Whole minutes, summed over the incidents that have the figure. */
  readonly total: number;
  /** How many incidents have the figure. */
  readonly measured: number;
}

export interface QuarterStatistics<Incident extends Measured = Measured> {
  readonly quarter: Quarter;
  /** Those first detected in the quarter, whether they have figures or not, in the order given. */
  readonly incidents: readonly Incident[];
  readonly timeToRepair: Mean;
  readonly timeToResolve: Mean;
}

/** Minutes, unrounded; null when no incident has the figure. */
export function exactMean({ total, measured }: Mean): number | null {
  return measured === 0 ? null : total / measured;
}

/** Whole minutes, halves up; null when no incident has the figure. */
export function roundedMean({ total, measured }: Mean): number | null {
  if (measured === 0) return null;
  // Integers throughout: total / measured + 0.5 can be off by one in floating point.
  const [dividend, divisor] = [2 * total + measured, 2 * measured];
  return (dividend - (dividend % divisor)) / divisor;
}

/**
 * The quarters that the log lists, newest first: every one that has incidents and, unless `emptyQuarters` is `omit`, every
 * one without that is over by `now` and not before the oldest incident or `since`. An incident belongs to the quarter of its first
 * detection on the calendar in `timezone`. The order of `measured` makes no difference.
 */
export function quarterStatistics<Incident extends Measured>(
  measured: readonly Incident[],
  options: {
    readonly now: Instant;
    readonly timezone: string;
    readonly emptyQuarters: EmptyQuarters;
    /** A quarter that the list begins with, unless an incident is older. */
    readonly since?: Quarter | null;
  },
): QuarterStatistics<Incident>[] {
  const byQuarter = new Map<string, Incident[]>();
  for (const incident of measured) {
    const name = quarterName(quarterOf(incident.firstDetected, options.timezone));
    const others = byQuarter.get(name);
    if (others === undefined) byQuarter.set(name, [incident]);
    else others.push(incident);
  }
  const lastEnded = lastEndedQuarter(options.now, options.timezone);
  return span(measured, lastEnded, options)
    .map((quarter) => summarise(quarter, byQuarter.get(quarterName(quarter)) ?? []))
    .filter(
      ({ quarter, incidents }) =>
        incidents.length > 0 ||
        (options.emptyQuarters !== 'omit' && compareQuarters(quarter, lastEnded) <= 0),
    );
}

/**
 * The mean as the log words it: `34h 44m`, `34h 44m (from 2 of 3 incidents)` when some of the quarter's incidents lack the
 * figure, `not recorded` when all do; for a quarter without incidents what `emptyQuarters` asks for.
 */
export function formatMean(mean: Mean, incidents: number, emptyQuarters: EmptyQuarters): string {
  if (incidents === 0) return emptyQuarters === 'zero' ? formatDuration(0) : 'No incidents';
  const minutes = roundedMean(mean);
  if (minutes === null) return 'not recorded';
  const basis = mean.measured < incidents ? ` (from ${mean.measured} of ${incidents} incidents)` : '';
  return `${formatDuration(minutes)}${basis}`;
}

/** From the oldest incident's quarter to the newest incident's or the last that has ended, whichever is later. */
function span(
  measured: readonly Measured[],
  lastEnded: Quarter,
  { timezone, since = null }: { readonly timezone: string; readonly since?: Quarter | null },
): Quarter[] {
  let [oldest, newest] = [Infinity, -Infinity];
  for (const { firstDetected } of measured) {
    oldest = Math.min(oldest, firstDetected);
    newest = Math.max(newest, firstDetected);
  }
  const isNone = measured.length === 0;
  const quarters = [...(isNone ? [] : [quarterOf(oldest, timezone)]), ...(since === null ? [] : [since])];
  const first = quarters.sort(compareQuarters)[0];
  if (first === undefined) return [];
  const newestQuarter = isNone ? first : quarterOf(newest, timezone);
  const end = compareQuarters(newestQuarter, lastEnded) > 0 ? newestQuarter : lastEnded;
  return quartersBetween(first, end);
}

function summarise<Incident extends Measured>(
  quarter: Quarter,
  incidents: readonly Incident[],
): QuarterStatistics<Incident> {
  return {
    quarter,
    incidents,
    timeToRepair: meanOf(incidents.map(({ figures }) => figures.timeToRepair)),
    timeToResolve: meanOf(incidents.map(({ figures }) => figures.timeToResolve)),
  };
}

function meanOf(figures: readonly (number | null)[]): Mean {
  const recorded = figures.filter((figure) => figure !== null);
  return { total: recorded.reduce((sum, minutes) => sum + minutes, 0), measured: recorded.length };
}
