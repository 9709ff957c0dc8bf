import { isTimelike } from '../../log/read/label-lines.ts';
import { isGeneratedEntry, type Log } from '../../log/read/model.ts';
import { readableLines } from '../../log/read/readable-lines.ts';
import { blockLines } from '../../markdown/blocks.ts';
import type { Span } from '../finding.ts';

/** A line with a value under a label. */
export interface LabelledValue extends Span {
  readonly kind: 'time' | 'figure';
}

/** A name and what stands behind it, in a line or in a row of a table, whatever the name is. */
const labelledLine = /^[ \t>|]*(?:[-*+•·–—][ \t]+|\d{1,3}[.)][ \t]+)?([^\d:|\n][^:|\n]{0,60})[:|]([^\n]*)/;
const figure =
  /^[~≈<>]?\s*(?:(?:about|around|approx\.?|approximately|less than|more than|over|under)\s+)?\d[\d.,:]*\s*\+?\s*(?:weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|[dhms])(?![\p{L}])/iu;

/** Times and figures under labels of any name, in hand-written entries and in quarters. */
export function labelledValues({ sections }: Log, source: string): LabelledValue[] {
  const handWritten = sections.filter(
    (section) => section.kind === 'quarter' || (section.kind === 'entry' && !isGeneratedEntry(section)),
  );
  return handWritten.flatMap((section) =>
    [...readableLines(blockLines(source, section))].flatMap(({ text, start }): LabelledValue[] => {
      const [, name = '', behind = ''] = labelledLine.exec(text) ?? [];
      if (!/\p{L}/u.test(name)) return [];
      const value = behind.replace(/^[\s*_`|:]+/, '');
      const span = { start, end: start + text.trimEnd().length };
      if (figure.test(value)) return [{ kind: 'figure', ...span }];
      return isTimelike(value) && /\d[:.]\d{2}/.test(value) ? [{ kind: 'time', ...span }] : [];
    }),
  );
}
