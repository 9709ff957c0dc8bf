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
import { byFigure, type QuarterFigureKey, quarterFigures, type SummaryFigure } from './quarter-figures.ts';

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

/** A quarter and its incidents. */
export interface QuarterIncidents<Incident extends Measured = Measured> {
  readonly quarter: Quarter;
  /** Those first detected in the quarter, whether they have figures or not, in the order given. */
  readonly incidents: readonly Incident[];
}

/** The text of each figure of a quarter, as the log words it. */
export type QuarterFigureTexts = Readonly<Record<QuarterFigureKey, string>>;

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
export function groupByQuarter<Incident extends Measured>(
  measured: readonly Incident[],
  options: {
    readonly now: Instant;
    readonly timezone: string;
    readonly emptyQuarters: EmptyQuarters;
    /** A quarter that the list begins with, unless an incident is older. */
    readonly since?: Quarter | null;
  },
): QuarterIncidents<Incident>[] {
  const byQuarter = new Map<string, Incident[]>();
  for (const incident of measured) {
    const name = quarterName(quarterOf(incident.firstDetected, options.timezone));
    const others = byQuarter.get(name);
    if (others === undefined) byQuarter.set(name, [incident]);
    else others.push(incident);
  }
  const lastEnded = lastEndedQuarter(options.now, options.timezone);
  return span(measured, lastEnded, options)
    .map((quarter) => ({ quarter, incidents: byQuarter.get(quarterName(quarter)) ?? [] }))
    .filter(
      ({ quarter, incidents }) =>
        incidents.length > 0 ||
        (options.emptyQuarters !== 'omit' && compareQuarters(quarter, lastEnded) <= 0),
    );
}

/**
 * The figures of a quarter with these incidents as the log words them. A count is a number. A duration is `34h 44m`, `34h 44m (from 2
 * of 3 incidents)` when some of the incidents lack the figure, `not recorded` when all do; for a quarter without incidents what
 * `emptyQuarters` asks for.
 */
export function quarterFigureTexts(
  incidents: readonly Pick<Measured, 'figures'>[],
  emptyQuarters: EmptyQuarters,
): QuarterFigureTexts {
  return byFigure(quarterFigures, (figure) =>
    figure.of === 'incidents' ? `${incidents.length}` : summaryText(figure, incidents, emptyQuarters),
  );
}

function summaryText(
  { of, by }: SummaryFigure,
  incidents: readonly Pick<Measured, 'figures'>[],
  emptyQuarters: EmptyQuarters,
): string {
  if (incidents.length === 0) return emptyQuarters === 'zero' ? formatDuration(0) : 'No incidents';
  const recorded = incidents.flatMap(({ figures }) => figures[of] ?? []);
  const minutes = summaries[by](recorded);
  if (minutes === null) return 'not recorded';
  const basis =
    recorded.length < incidents.length ? ` (from ${recorded.length} of ${incidents.length} incidents)` : '';
  return `${formatDuration(minutes)}${basis}`;
}

/** Each kind of summary of the minutes of the incidents that have a figure: whole minutes, halves up; null where there are none. */
const summaries: Readonly<Record<SummaryFigure['by'], (minutes: readonly number[]) => number | null>> = {
  mean: (minutes) =>
    roundedMean({ total: minutes.reduce((sum, each) => sum + each, 0), measured: minutes.length }),
};

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
