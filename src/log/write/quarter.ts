import { readDuration } from '../../incident/duration.ts';
import { type Quarter, quarterHeading } from '../../incident/quarter.ts';
import { type EmptyQuarters, formatMean, type QuarterStatistics } from '../../incident/statistics.ts';
import type { Edit } from '../../markdown/edits.ts';
import { quarterHeadingLike } from '../read/quarter-heading.ts';
import type { LogQuarter } from '../read/read.ts';
import { isUnknown, type Words } from '../read/span.ts';
import { statedDuration } from '../read/stated-duration.ts';

/** What stands under a quarter's heading, as the log words it. */
export interface QuarterFigures {
  readonly incidents: number;
  readonly meanTimeToRepair: string;
  readonly meanTimeToResolve: string;
}

/** How a team's own quarters look. */
export interface QuarterShape {
  /** Without its marks. */
  readonly heading: (quarter: Quarter) => string;
  readonly level: number;
  readonly figures: (figures: QuarterFigures) => string;
}

/** Whether a quarter's heading and figures are nothing but what we would write in this shape, for whatever figures. */
export function isInShape(quarter: LogQuarter, shape: QuarterShape, source: string): boolean {
  const textOf = (figure: keyof QuarterFigures) => quarter[figure]?.text ?? '';
  const written = [
    `${'#'.repeat(quarter.level)} ${shape.heading(quarter.quarter)}`,
    shape.figures({
      incidents: Number(textOf('incidents')),
      meanTimeToRepair: textOf('meanTimeToRepair'),
      meanTimeToResolve: textOf('meanTimeToResolve'),
    }),
  ];
  // A remark beside a figure is a person's.
  if (figuresOf(quarter).some(({ words }) => !ownFigure.test(words.text))) return false;
  const stands = source.slice(quarter.start, quarter.contentEnd).replaceAll('\r\n', '\n');
  return stands === written.filter((part) => part !== '').join('\n\n');
}

/** A figure as we write it. */
const ownFigure = /^(?:\d+|\d+h \d+m(?: \(from \d+ of \d+ incidents\))?|not recorded|no incidents)$/i;

/** A quarter's heading and figures, without a line ending behind the last line. */
export function writeQuarter(
  { quarter, incidents: { length: incidents }, timeToRepair, timeToResolve }: QuarterStatistics,
  emptyQuarters: EmptyQuarters,
  { heading, level, figures: below }: QuarterShape,
): string {
  const figures: QuarterFigures = {
    incidents,
    meanTimeToRepair: formatMean(timeToRepair, incidents, emptyQuarters),
    meanTimeToResolve: formatMean(timeToResolve, incidents, emptyQuarters),
  };
  return [`${'#'.repeat(level)} ${heading(quarter)}`, below(figures)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How a quarter of a new log looks. */
export const ourShape: QuarterShape = {
  heading: quarterHeading,
  level: 2,
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
  const found = figuresOf(model).filter(({ words }) => isFigureLine(source, words));
  const [first, second] = found;
  const lines = found.map(({ words }) => source.slice(lineStart(source, words.start), words.start));
  const isLoose = first && second && /\n\s*\n/.test(source.slice(first.words.end, second.words.start));
  return {
    heading: (quarter) => quarterHeadingLike(model.heading, quarter),
    level: model.level,
    figures: (figures) =>
      found.map(({ figure }, index) => `${lines[index]}${figures[figure]}`).join(isLoose ? '\n\n' : '\n'),
  };
}

/**
 * The edits that make a quarter state these figures, where it states any, or says in a word that it has none. Figures that say
 * the same already stay, and so do remarks and other words.
 */
export function meanEdits(quarter: LogQuarter, figures: QuarterFigures): Edit[] {
  return figuresOf(quarter).flatMap(({ figure, words }): Edit[] => {
    const text = String(figures[figure]);
    const stated = statedDuration(words);
    if (stated === null) {
      const isReplaceable = figure === 'incidents' || isSettable(words);
      return isReplaceable && words.text !== text ? [{ start: words.start, end: words.end, text }] : [];
    }
    const basis = basisPattern.exec(stated.remark)?.[0] ?? '';
    const wanted = readDuration(text);
    const isSame = wanted?.minutes === stated.minutes && text.slice(wanted.length) === basis;
    return isSame ? [] : [{ start: stated.start, end: stated.end + basis.length, text }];
  });
}

/** Whether a mean is a figure, or says in a word that there is none, so that another can take its place. */
export function isSettable(words: Words): boolean {
  return (
    statedDuration(words) !== null ||
    /^(?:not recorded|no incidents)$/i.test(words.text) ||
    (isUnknown(words.text) && /^[\p{L}/?.–—-]+$/u.test(words.text))
  );
}

/** What a mean rests on, as it is written behind it. */
const basisPattern = /^ \(from \d+ of \d+ incidents\)/;

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

/** Whether a figure's line can serve as a pattern: it begins with the one label and a space, and no heading. */
function isFigureLine(source: string, words: Words): boolean {
  const lead = source.slice(lineStart(source, words.start), words.start);
  return /^[^#\d]*\s$/.test(lead) && /[a-z]/i.test(lead) && !/^[^,;|/]*[,;|/][^a-z]*[a-z]/i.test(words.text);
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}
