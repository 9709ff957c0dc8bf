import { readDuration } from '../../incident/duration.ts';
import { type Quarter, quarterHeading } from '../../incident/quarter.ts';
import { byFigure, type QuarterFigureKey, quarterFigures } from '../../incident/quarter-figures.ts';
import type { QuarterFigureTexts } from '../../incident/statistics.ts';
import type { Edit } from '../../markdown/edits.ts';
import { quarterHeadingLike } from '../headings/quarter-heading.ts';
import type { LogQuarter } from '../read/model.ts';
import type { Span } from '../read/span.ts';
import { isReplaceableDuration, statedDuration } from '../read/stated-duration.ts';

/** How the quarters of a log look. */
export interface QuarterLayout {
  /** Without its marks. */
  readonly heading: (quarter: Quarter) => string;
  readonly level: number;
  readonly figures: (texts: QuarterFigureTexts) => string;
}

/** A quarter's heading and figures, without a line ending behind the last line. */
export function writeQuarter(
  quarter: Quarter,
  texts: QuarterFigureTexts,
  { heading, level, figures }: QuarterLayout,
): string {
  return [`${'#'.repeat(level)} ${heading(quarter)}`, figures(texts)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How a quarter of a new log looks. */
export const usualLayout: QuarterLayout = {
  heading: quarterHeading,
  level: 2,
  figures: (texts) => quarterFigures.map(({ key, label }) => `- **${label}**: ${texts[key]}`).join('\n'),
};

/** The layout of a hand-written quarter; null for a generated one, and where there is none. */
export function quarterLayout(model: LogQuarter | null, source: string): QuarterLayout | null {
  if (model === null || model.generated !== null) return null;
  const found = statedFigures(model).filter(({ value }) => isFigureLine(source, value));
  const [first, second] = found;
  const leads = found.map(({ value }) => source.slice(lineStart(source, value.start), value.start));
  const isLoose = first && second && /\n\s*\n/.test(source.slice(first.value.end, second.value.start));
  return {
    heading: (quarter) => quarterHeadingLike(model.heading, quarter),
    level: model.level,
    figures: (texts) =>
      found.map(({ key }, index) => `${leads[index]}${texts[key]}`).join(isLoose ? '\n\n' : '\n'),
  };
}

/** Whether a quarter's heading and figures are nothing but what would be written in this layout, for whatever figures. */
export function hasLayout(quarter: LogQuarter, layout: QuarterLayout, source: string): boolean {
  // A remark beside a figure is a person's.
  if (statedFigures(quarter).some(({ value }) => !writtenFigure.test(value.text))) return false;
  // A figure that is missing shows as a difference, whatever its text is taken for.
  const texts = byFigure(quarterFigures, ({ key }) => quarter[key]?.text ?? '0');
  const written = writeQuarter(quarter.quarter, texts, { ...layout, level: quarter.level });
  return source.slice(quarter.start, quarter.contentEnd).replaceAll('\r\n', '\n') === written;
}

/** A figure as `quarterFigureTexts` words it. */
const writtenFigure =
  /^(?:0|[1-9]\d*|\d+h \d+m(?: \(from \d+ of \d+ incidents\))?|not recorded|no incidents)$/i;

/**
 * The edits that make a quarter state these figures. A generated block that lacks a figure, because an older version wrote it, is
 * written again. In every other quarter a figure is set where one stands, or a word that says that there is none; figures that say
 * the same already stay, and so do remarks and other words.
 */
export function figureEdits(quarter: LogQuarter, texts: QuarterFigureTexts): Edit[] {
  const { generated } = quarter;
  if (generated !== null && generated.figures.length < quarterFigures.length)
    return [{ start: generated.start, end: quarter.contentEnd, text: usualLayout.figures(texts) }];
  return statedFigures(quarter).flatMap(({ key, value }): Edit[] => {
    const text = texts[key];
    const stated = statedDuration(value);
    if (stated === null) {
      const isReplaceable = isCount(key) || isReplaceableDuration(value);
      return isReplaceable && value.text !== text ? [{ start: value.start, end: value.end, text }] : [];
    }
    const basis = basisPattern.exec(stated.remark)?.[0] ?? '';
    const wanted = readDuration(text);
    const isSame = wanted?.minutes === stated.minutes && text.slice(wanted.length) === basis;
    return isSame ? [] : [{ start: stated.start, end: stated.end + basis.length, text }];
  });
}

/** How many incidents a figure rests on, as it is written behind it. */
const basisPattern = /^ \(from \d+ of \d+ incidents\)/;

function isCount(key: QuarterFigureKey): boolean {
  return quarterFigures.some((figure) => figure.key === key && figure.of === 'incidents');
}

/** The figures that a quarter states, from top to bottom. */
function statedFigures(quarter: LogQuarter): { readonly key: QuarterFigureKey; readonly value: Span }[] {
  return quarterFigures
    .flatMap(({ key }) => {
      const value = quarter[key];
      return value === null ? [] : [{ key, value }];
    })
    .sort((one, other) => one.value.start - other.value.start);
}

/** Whether a figure's line can serve as a pattern: it begins with the one label and a space, and no heading. */
function isFigureLine(source: string, value: Span): boolean {
  const lead = source.slice(lineStart(source, value.start), value.start);
  return /^[^#\d]*\s$/.test(lead) && /[a-z]/i.test(lead) && !/^[^,;|/]*[,;|/][^a-z]*[a-z]/i.test(value.text);
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}
