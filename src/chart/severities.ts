import type { ChartData } from './data.ts';
import { type Mark, notStatedMark, severityMark } from './marks.ts';

/** A severity that occurs. */
export interface Severity {
  /** Null for incidents that have none. */
  readonly name: string | null;
  readonly mark: Mark;
  /** How many incidents have it. */
  readonly count: number;
}

/** What stands for a severity that nobody has stated. */
export const notStated = 'not stated';

/** Those that occur, worst first and “not stated” last. A level's mark comes from its place among all, so it stays when others come or go. */
export function severitiesOf({
  incidents,
  severities,
}: Pick<ChartData, 'incidents' | 'severities'>): readonly Severity[] {
  const counts = new Map<string | null, number>();
  for (const { severity } of incidents) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  const unlisted = [...counts.keys()].filter((name) => name !== null).sort();
  const levels = [...new Set([...severities, ...unlisted])];
  return [
    ...levels.map((name, level) => ({ name, mark: severityMark(level) })),
    { name: null, mark: notStatedMark },
  ].flatMap((each) => {
    const count = counts.get(each.name) ?? 0;
    return count === 0 ? [] : [{ ...each, count }];
  });
}
