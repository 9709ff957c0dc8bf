import type { Figures, Instant } from '../../incident/incident.ts';
import {
  compareQuarters,
  lastEndedQuarter,
  type Quarter,
  quarterName,
  quarterOf,
  quartersBetween,
} from '../../incident/quarter.ts';
import { type EmptyQuarters, groupByQuarter, type QuarterIncidents } from '../../incident/statistics.ts';
import type { HandWrittenEntry } from '../read/model.ts';
import { mostMissing } from '../read/order.ts';
import type { WrittenEntry } from './entry-edits.ts';

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
  /** Null for a hand-written entry. */
  readonly written: WrittenEntry | null;
}

/** Quarters of a file as they bear on what is listed in it. */
export interface ExistingQuarters {
  /** Those that stay whatever is listed. */
  readonly staying: readonly Quarter[];
  /** Whether everything but plain text in the file is generated: then its quarters have no gaps. */
  readonly isGenerated: boolean;
}

/** The quarters that are to stand in the file, newest first, with what counts in them. */
export function listedQuarters(
  written: readonly WrittenEntry[],
  handWritten: readonly HandWrittenEntry[],
  { staying, isGenerated }: ExistingQuarters,
  settings: MergeSettings,
): QuarterIncidents<Counted>[] {
  const counted: Counted[] = [
    ...written.map((entry) => ({ ...entry, written: entry })),
    ...handWritten.flatMap(({ entry, instant, figures }) => {
      // An entry without a day counts in the quarter that it stands under.
      const firstDetected = instant ?? (entry.quarter && middleOf(entry.quarter));
      return firstDetected === null ? [] : [{ firstDetected, figures, written: null }];
    }),
  ];
  const sorted = staying.toSorted(compareQuarters);
  const listed = groupByQuarter(counted, { ...settings, since: sorted[0] ?? null });
  if (isGenerated) return listed;
  const newest = sorted.at(-1);
  const filed = written.map(({ firstDetected }) => quarterOf(firstDetected, settings.timezone));
  const gaps = settings.gaps === 'fill' ? gapsBetween([...staying, ...filed]) : [];
  const named = new Set([...staying, ...filed, ...gaps].map(quarterName));
  const ended = lastEndedQuarter(settings.now, settings.timezone);
  return listed.filter(
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
