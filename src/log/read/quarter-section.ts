import { quarterHeading } from '../../incident/quarter.ts';
import { byFigure, quarterFigures } from '../../incident/quarter-figures.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import type { Body } from './body.ts';
import type { GeneratedBlock, LogQuarter, SectionBase, StatedFigures } from './model.ts';
import type { OutlineSection } from './outline.ts';
import { readParts } from './parts.ts';
import { isReplaceableDuration } from './stated-duration.ts';

type QuarterOutline = OutlineSection & { readonly kind: 'quarter' };

/** A quarter of a log, by its heading and what stands under that. */
export function readQuarter(section: QuarterOutline, base: SectionBase, source: string): LogQuarter {
  const { heading, named, body } = section;
  const { figures } = readParts(body.lines, 'hand-written');
  return {
    ...base,
    ...named,
    ...byFigure(quarterFigures, ({ key, of }) =>
      of === 'incidents' && !isCount(figures[key]?.text) ? null : figures[key],
    ),
    kind: 'quarter',
    heading: heading.text,
    generated: generatedBlock(section, base, figures),
    unread: unreadLine(source, body),
  };
}

/**
 * The block under the heading of a quarter that this action wrote, now or when it knew fewer figures: nothing but lines of known
 * figures, in their order and each once, with values that it can replace. Null where a person wrote the quarter.
 */
function generatedBlock(
  { heading, named, body }: QuarterOutline,
  { contentEnd }: SectionBase,
  figures: StatedFigures,
): GeneratedBlock | null {
  if (heading.level !== 2 || heading.text !== quarterHeading(named.quarter)) return null;
  const lines = body.lines.filter(({ text, start }) => start < contentEnd && text.trim() !== '');
  const found = quarterFigures.filter((figure) => lines.some((line) => isLineOf(figure, line)));
  const isWhole =
    found.length === lines.length &&
    found.every((figure, index) => isLineOf(figure, lines[index])) &&
    quarterFigures.every((figure) => found.includes(figure) || !figure.wasAlwaysWritten);
  const isReplaceable = found.every(({ key, of }) => {
    const value = figures[key];
    return of === 'incidents' ? isCount(value?.text) : value !== null && isReplaceableDuration(value);
  });
  const [first] = lines;
  if (first === undefined || !isWhole || !isReplaceable) return null;
  return { start: first.start, figures: found.map(({ key }) => key) };
}

/** Whether a line is one that the action writes for a figure. */
function isLineOf({ label }: { readonly label: string }, line: BlockLine | undefined): boolean {
  return line?.text.trimEnd().startsWith(`- **${label}**: `) ?? false;
}

function isCount(text: string | undefined): boolean {
  return /^\d+$/.test(text ?? '');
}

function unreadLine(source: string, { start, end }: Body): number | null {
  const row = /^[ \t]*(?:\|.*|(?:(?:[-*+]|\d{1,3}[.)])[ \t]*)?\*{0,2})\d{4}-\d{2}-\d{2}/m.exec(
    source.slice(start, end),
  );
  return row === null ? null : start + row.index;
}
