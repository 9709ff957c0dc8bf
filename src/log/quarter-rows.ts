import { quarterName } from '../incident/quarter.ts';
import { readLog } from './read/read.ts';
import { statedDuration } from './read/stated-duration.ts';

/** A quarter as a log states it. */
export interface QuarterRow {
  /** "Q4 2024". */
  readonly quarter: string;
  /** As the log says, or else how many entries stand there. */
  readonly incidents: number;
  readonly meanTimeToRepair: StatedMean;
  readonly meanTimeToResolve: StatedMean;
}

export interface StatedMean {
  /** Markdown; '' where the log states none. */
  readonly text: string;
  /** Whole minutes; null for words that are no duration. */
  readonly minutes: number | null;
}

/**
 * The quarters of a log in its own order, with the means that it states. Whatever shows quarters takes them from here, so that no
 * two outputs differ.
 *
 * @param repositoryUrl as `readLog` takes it
 */
export function quarterRows(log: string, repositoryUrl: string): QuarterRow[] {
  const { quarters, sections } = readLog(log, repositoryUrl);
  const counts = new Map<unknown, number>();
  let current: unknown = null;
  for (const section of sections) {
    if (section.kind === 'quarter') current = section;
    if (section.kind === 'entry' && section.quarter !== null)
      counts.set(current, (counts.get(current) ?? 0) + 1);
  }
  return quarters.map((quarter) => {
    const mean = (words: typeof quarter.meanTimeToRepair): StatedMean => ({
      text: words?.text ?? '',
      minutes: statedDuration(words)?.minutes ?? null,
    });
    return {
      quarter: quarterName(quarter.quarter),
      incidents: quarter.incidents === null ? (counts.get(quarter) ?? 0) : Number(quarter.incidents.text),
      meanTimeToRepair: mean(quarter.meanTimeToRepair),
      meanTimeToResolve: mean(quarter.meanTimeToResolve),
    };
  });
}
