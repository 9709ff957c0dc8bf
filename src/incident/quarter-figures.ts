import type { Figures } from './incident.ts';

/** A figure that the log states for a quarter, on a line of its own. */
interface QuarterFigureBase {
  /** Its name in code and in JSON. */
  readonly key: string;
  /** Its name in the log. */
  readonly label: string;
  /** Other names that people give it: the source of a pattern for lower-case text. */
  readonly otherNames: string;
  /**
   * Every log that this project ever wrote states it, so that a quarter without it was written by a person. False for a figure that
   * was added later: older logs lack it.
   */
  readonly wasAlwaysWritten: boolean;
}

/** How many incidents the quarter has. */
interface Count extends QuarterFigureBase {
  readonly of: 'incidents';
}

/** One duration that stands for those of all incidents of the quarter. */
interface Summary extends QuarterFigureBase {
  readonly of: keyof Figures;
  readonly by: 'mean';
}

const repairWords = '(?:repair|fix|mitigat\\w+|restor\\w+|recover\\w*)';

/**
 * The figures of a quarter, in the order of their lines. Everything that writes, reads, compares or shows them walks over this list:
 * a new figure is a new row here, and a new kind of summary a function in `statistics.ts`.
 */
export const quarterFigures = [
  {
    key: 'incidents',
    label: 'Incidents',
    otherNames: 'number of incidents',
    wasAlwaysWritten: true,
    of: 'incidents',
  },
  {
    key: 'meanTimeToRepair',
    label: 'Mean Time to Repair',
    otherNames: `(?:mean|average|avg\\.?) time to ${repairWords}`,
    wasAlwaysWritten: true,
    of: 'timeToRepair',
    by: 'mean',
  },
  {
    key: 'meanTimeToResolve',
    label: 'Mean Time to Resolve',
    otherNames: '(?:mean|average|avg\\.?) time to (?:resolve|resolution|close)',
    wasAlwaysWritten: true,
    of: 'timeToResolve',
    by: 'mean',
  },
] as const satisfies readonly (Count | Summary)[];

export type QuarterFigure = (typeof quarterFigures)[number];
export type QuarterFigureKey = QuarterFigure['key'];
export type SummaryFigure = Extract<QuarterFigure, Summary>;

/** The figures that are durations. */
export const summaryFigures: readonly SummaryFigure[] = quarterFigures.filter(
  (figure) => figure.of !== 'incidents',
);

/** A value for each of some figures, by key and in their order. */
export function byFigure<Figure extends QuarterFigure, Value>(
  figures: readonly Figure[],
  toValue: (figure: Figure) => Value,
): Record<Figure['key'], Value> {
  return Object.fromEntries(figures.map((figure) => [figure.key, toValue(figure)])) as Record<
    Figure['key'],
    Value
  >;
}
