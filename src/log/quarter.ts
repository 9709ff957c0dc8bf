import { readDuration } from '../incident/duration.ts';
import { type Quarter, quarterHeading } from '../incident/quarter.ts';
import { type EmptyQuarters, formatMean, type QuarterStatistics } from '../incident/statistics.ts';
import type { Edit } from '../markdown/edits.ts';
import type { Words } from './parts.ts';
import { quarterHeadingLike } from './quarter-heading.ts';
import type { LogQuarter } from './read.ts';

/** What stands under a quarter's heading, as the log words it. */
export interface QuarterFigures {
  readonly incidents: number;
  readonly meanTimeToRepair: string;
  readonly meanTimeToResolve: string;
}

/** How a team's own quarters look. */
export interface QuarterShape {
  readonly heading: (quarter: Quarter) => string;
  readonly figures: (figures: QuarterFigures) => string;
}

/**
 * A quarter's heading and figures, without a line ending behind the last line.
 *
 * @param shape null for ours
 */
export function writeQuarter(
  { quarter, incidents: { length: incidents }, timeToRepair, timeToResolve }: QuarterStatistics,
  emptyQuarters: EmptyQuarters,
  shape: QuarterShape | null,
): string {
  const figures: QuarterFigures = {
    incidents,
    meanTimeToRepair: formatMean(timeToRepair, incidents, emptyQuarters),
    meanTimeToResolve: formatMean(timeToResolve, incidents, emptyQuarters),
  };
  const { heading, figures: below } = shape ?? ourShape;
  return [heading(quarter), below(figures)].filter((part) => part !== '').join('\n\n');
}

const ourShape: QuarterShape = {
  heading: (quarter) => `## ${quarterHeading(quarter)}`,
  figures: ({ incidents, meanTimeToRepair, meanTimeToResolve }) =>
    [
      `- **Incidents**: ${incidents}`,
      `- **Mean Time to Repair**: ${meanTimeToRepair}`,
      `- **Mean Time to Resolve**: ${meanTimeToResolve}`,
    ].join('\n'),
};

/** The shape of a quarter that a person has written; null for one of ours, and where there is none. */
export function quarterShape(model: LogQuarter | null, source: string): QuarterShape | null {
  if (model === null || model.manner === 'ours') return null;
  const found = figuresOf(model);
  const [first, second] = found;
  const lines = found.map(({ words }) => source.slice(lineStart(source, words.start), words.start));
  // Figures below their labels, or several on a line, are no pattern to go by.
  const isPlain =
    lines.every((line) => /[a-z]/i.test(line)) &&
    new Set(found.map(({ words }) => words.line)).size === found.length;
  const isLoose = first && second && /\n\s*\n/.test(source.slice(first.words.end, second.words.start));
  return {
    heading: (quarter) => `${'#'.repeat(model.level)} ${quarterHeadingLike(model.heading, quarter)}`,
    figures: (figures) => {
      if (!isPlain) return ourShape.figures(figures);
      return found
        .map(({ figure }, index) => `${lines[index]}${figures[figure]}`)
        .join(isLoose ? '\n\n' : '\n');
    },
  };
}

/** The edits that make a quarter state these figures, where it states any. Words that say the same already stay. */
export function meanEdits(quarter: LogQuarter, figures: QuarterFigures): Edit[] {
  return figuresOf(quarter).flatMap(({ figure, words }) => {
    const text = String(figures[figure]);
    const [from, to] = [statedFigure(words.text), statedFigure(text)];
    const isSame =
      from.duration === null ? words.text === text : from.duration === to.duration && from.basis === to.basis;
    return isSame ? [] : [{ start: words.start, end: words.start + from.length, text }];
  });
}

/** A figure with the number of incidents that it rests on; a remark that a person has put behind is no part of it. */
function statedFigure(text: string): { duration: number | null; basis: string; length: number } {
  const duration = readDuration(text);
  if (duration === null) return { duration: null, basis: '', length: text.length };
  const [behind = '', basis = ''] =
    /^ \((from \d+ of \d+ incidents)\)/.exec(text.slice(duration.length)) ?? [];
  return { duration: duration.minutes, basis, length: duration.length + behind.length };
}

function figuresOf({ incidents, meanTimeToRepair, meanTimeToResolve }: LogQuarter): {
  readonly figure: keyof QuarterFigures;
  readonly words: Words;
}[] {
  const found: readonly (readonly [keyof QuarterFigures, Words | null])[] = [
    ['incidents', incidents],
    ['meanTimeToRepair', meanTimeToRepair],
    ['meanTimeToResolve', meanTimeToResolve],
  ];
  return found
    .flatMap(([figure, words]) => (words === null ? [] : [{ figure, words }]))
    .sort((one, other) => one.words.start - other.words.start);
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}
