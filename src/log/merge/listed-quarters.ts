import type { Figures, Instant } from '../../incident/incident.ts';
import {
  compareQuarters,
  lastEndedQuarter,
  type Quarter,
  quarterName,
  quarterOf,
  quartersBetween,
} from '../../incident/quarter.ts';
import { type EmptyQuarters, type QuarterStatistics, quarterStatistics } from '../../incident/statistics.ts';
import { mostMissing } from '../read/order.ts';
import type { LogEntry } from '../read/read.ts';
import type { WrittenEntry } from './group-edits.ts';

/** A generated entry, and what the means need of it. */
export interface PlacedEntry extends WrittenEntry {
  readonly figures: Figures;
}

/** An entry that a person keeps, and what places and means need of it. */
export interface HandKeptEntry {
  readonly entry: LogEntry;
  /** First detection, or noon of its day; null where neither can be told. */
  readonly instant: Instant | null;
  readonly figures: Figures;
}

export interface MergeSettings {
  readonly timezone: string;
  readonly now: Instant;
  readonly emptyQuarters: EmptyQuarters;
  /** Whether quarters that are missing between others are put in. */
  readonly gaps: 'keep' | 'fill';
}

/** What is counted in a quarter. */
export interface Counted {
  readonly firstDetected: Instant;
  readonly figures: Figures;
  /** Null for an entry that a person keeps. */
  readonly own: PlacedEntry | null;
}

/** Quarters of a file as they bear on what is listed in it. */
export interface StandingQuarters {
  /** Those that stay whatever is listed. */
  readonly staying: readonly Quarter[];
  /** Whether everything but plain text in the file is generated: then its quarters have no gaps. */
  readonly isGenerated: boolean;
}

/** The quarters that are to stand in the file, newest first, with what counts in them. */
export function listedQuarters(
  own: readonly PlacedEntry[],
  handKept: readonly HandKeptEntry[],
  { staying, isGenerated }: StandingQuarters,
  settings: MergeSettings,
): QuarterStatistics<Counted>[] {
  const counted: Counted[] = [
    ...own.map((entry) => ({ firstDetected: entry.firstDetected, figures: entry.figures, own: entry })),
    ...handKept.flatMap(({ entry, instant, figures }) => {
      // What has no day counts where it stands.
      const firstDetected = instant ?? (entry.quarter && middleOf(entry.quarter));
      return firstDetected === null ? [] : [{ firstDetected, figures, own: null }];
    }),
  ];
  const sorted = staying.toSorted(compareQuarters);
  const statistics = quarterStatistics(counted, { ...settings, since: sorted[0] ?? null });
  if (isGenerated) return statistics;
  const newest = sorted.at(-1);
  const filed = own.map(({ firstDetected }) => quarterOf(firstDetected, settings.timezone));
  const gaps = settings.gaps === 'fill' ? gapsBetween([...staying, ...filed]) : [];
  const named = new Set([...staying, ...filed, ...gaps].map(quarterName));
  const ended = lastEndedQuarter(settings.now, settings.timezone);
  return statistics.filter(
    ({ quarter }) =>
      named.has(quarterName(quarter)) ||
      (newest !== undefined && compareQuarters(quarter, newest) > 0 && compareQuarters(quarter, ended) <= 0),
  );
}

/** Quarters that are missing between others; not so many in a row that a year must be mistyped. */
function gapsBetween(quarters: readonly Quarter[]): Quarter[] {
  const sorted = quarters.toSorted(compareQuarters);
  return sorted.slice(1).flatMap((newer, index) => {
    const gap = quartersBetween(sorted[index] ?? newer, newer).slice(1, -1);
    return gap.length > mostMissing ? [] : gap;
  });
}

function middleOf({ year, number }: Quarter): Instant {
  return Date.UTC(year, number * 3 - 2, 15);
}
