import type { Instant } from '../incident/incident.ts';

export interface ChartIncident {
  readonly issue: number;
  readonly url: string;
  readonly title: string;
  readonly firstDetected: Instant;
  /** The duration, in whole minutes; null while the incident is ongoing, and where it is not recorded. */
  readonly minutes: number | null;
  readonly isOngoing: boolean;
  /** Null: not stated. */
  readonly severity: string | null;
  readonly services: readonly string[];
}

/** The median of a calendar year. */
export interface ChartYear {
  readonly year: number;
  /** How many durations the median is of. */
  readonly n: number;
  /** Minutes. */
  readonly median: number;
  /** In minutes, the confidence between 0 and 1; null where there are too few durations for one. */
  readonly interval: { readonly low: number; readonly high: number; readonly confidence: number } | null;
}

export interface ChartData {
  readonly incidents: readonly ChartIncident[];
  /** Worst first; those that the form no longer has behind them. */
  readonly severities: readonly string[];
  /** On the calendar in `timezone`. */
  readonly years: readonly ChartYear[];
  /** IANA name. */
  readonly timezone: string;
  /** What the durations are, such as “Time to resolve”. */
  readonly durationName: string;
}

/** Whether a chart is a file of its own, or part of a page that also lists the incidents. */
export type ChartUse = 'picture' | 'page';
