import { quarterName } from '../incident/quarter.ts';
import { byFigure, type QuarterFigureKey, quarterFigures } from '../incident/quarter-figures.ts';
import type { Log, LogQuarter } from './read/model.ts';
import { statedDuration } from './read/stated-duration.ts';

/** A quarter as a log states it. */
export interface QuarterRow {
  /** "Q4 2024". */
  readonly quarter: string;
  /** As the log says, or else how many entries stand there. */
  readonly incidents: number;
  readonly figures: Readonly<Record<QuarterFigureKey, RowFigure>>;
}

export interface RowFigure {
  /** Markdown; '' where the log states none. */
  readonly text: string;
  /** A count, or whole minutes; null for words that are no duration. */
  readonly value: number | null;
}

/**
 * The quarters of a log in its own order, with the figures that it states. Whatever shows quarters takes them from here, so that no
 * two outputs differ.
 */
export function quarterRows({ quarters, sections }: Log): QuarterRow[] {
  const counts = new Map<LogQuarter, number>();
  let current: LogQuarter | null = null;
  for (const section of sections) {
    if (section.kind === 'quarter') current = section;
    if (section.kind === 'entry' && section.quarter !== null && current !== null)
      counts.set(current, (counts.get(current) ?? 0) + 1);
  }
  return quarters.map((quarter) => {
    const incidents =
      quarter.incidents === null ? (counts.get(quarter) ?? 0) : Number(quarter.incidents.text);
    const figures = byFigure(quarterFigures, ({ key, of }): RowFigure => {
      if (of === 'incidents') return { text: `${incidents}`, value: incidents };
      return { text: quarter[key]?.text ?? '', value: statedDuration(quarter[key])?.minutes ?? null };
    });
    return { quarter: quarterName(quarter.quarter), incidents, figures };
  });
}
