import type { BlockLine } from '../../markdown/blocks.ts';
import { documentLines } from '../../markdown/document-lines.ts';
import { type EnclosingBlock, type Heading, headingsIn } from '../../markdown/headings.ts';
import { isPlainEntryHeading } from '../headings/entry-heading.ts';
import type { Period } from '../headings/period.ts';
import { isPlainQuarterHeading, type NamedQuarter } from '../headings/quarter-heading.ts';
import { bodyBetween, type HeadingBody } from './body.ts';
import { headingKinds } from './heading-kinds.ts';
import { readLabel } from './labels.ts';
import type { SectionRange } from './model.ts';
import { linesBetween, readableLines } from './readable-lines.ts';

/** A part as its heading tells of it. Every character of a file belongs to exactly one. */
export type OutlineSection = SectionRange & {
  readonly lines: readonly BlockLine[];
  /** What stands under the heading. */
  readonly body: HeadingBody;
} & (
    | { readonly kind: 'text'; readonly heading: Heading | null; readonly period: Period | null }
    | { readonly kind: 'quarter'; readonly heading: Heading; readonly named: NamedQuarter }
    | { readonly kind: 'entry'; readonly heading: Heading }
  );

/**
 * Cuts a log at its headings: what stands before the first quarter or entry, quarters, entries, and other chapters. An entry is
 * what stands under a heading with a day, of the deepest level that has several of them and key events or durations below, and
 * under one without a day that has key events or durations itself. Patterns to copy are none.
 */
export function readOutline(source: string): OutlineSection[] {
  const lines = [...documentLines(source)];
  const marked = headingsIn(lines).filter(
    (heading) => heading.inside === null && !isUnderlinedLabel(heading, source),
  );
  const headings = [...marked, ...plainHeadings(lines)].sort((one, other) => one.start - other.start);
  const kinds = headingKinds(headings, { source, lines });
  const cuts = headings.flatMap((heading, index) => {
    const found = kinds[index];
    return found === undefined || found.kind === 'inner' ? [] : [{ heading, found }];
  });
  const first = cuts[0]?.heading.start ?? source.length;
  const preamble: OutlineSection[] =
    first === 0
      ? []
      : [
          {
            kind: 'text',
            heading: null,
            period: null,
            line: 1,
            start: 0,
            end: first,
            lines: [],
            body: { start: 0, end: first, line: 1, lines: [] },
          },
        ];
  return [
    ...preamble,
    ...cuts.map(({ heading, found }, index): OutlineSection => {
      const { line, start } = heading;
      const end = cuts[index + 1]?.heading.start ?? source.length;
      const body = bodyBetween(heading, end, lines);
      const place = { line, start, end, lines: linesBetween(lines, start, end), body };
      if (found.kind === 'quarter') return { ...place, kind: 'quarter', heading, named: found.named };
      if (found.kind === 'text') return { ...place, kind: 'text', heading, period: found.period };
      return { ...place, kind: 'entry', heading };
    }),
  ];
}

/** The block that is open at the end of the source, and would swallow what were written there; null for none. */
export function unclosedBlock(source: string): EnclosingBlock | null {
  return headingsIn(documentLines(`${source}\n\n# End`)).at(-1)?.inside ?? null;
}

/**
 * Lines that are headings in all but marks, as in a log that was copied off a page: "Q4 2024 (October to December)" right above
 * its means or an incident, "Incident on 2024-10-14 - Title" right above its events.
 */
function plainHeadings(lines: readonly BlockLine[]): Heading[] {
  const headings: Heading[] = [];
  let last: { readonly heading: Heading; readonly kind: 'quarter' | 'entry' } | null = null;
  for (const { text, start, end, line } of readableLines(lines)) {
    if (text.trim() === '') continue;
    const kind = plainKind(text);
    // Most lines follow no such heading, and need not be read as labels.
    if (
      last !== null &&
      (kind === 'entry' || (last.kind === 'quarter' && kind === 'quarter') || isLabel(text))
    )
      headings.push(last.heading);
    const level = kind === 'quarter' ? 2 : 3;
    last =
      kind === null ? null : { kind, heading: { level, text: text.trim(), start, end, line, inside: null } };
  }
  return headings;
}

function plainKind(text: string): 'quarter' | 'entry' | null {
  if (text.length > 200) return null;
  const plain = text.replace(/[*_]/g, '');
  if (isPlainEntryHeading(plain)) return readLabel(text) === null ? 'entry' : null;
  return isPlainQuarterHeading(plain) ? 'quarter' : null;
}

/** Lines of labels with a break right under them are a heading to a parser, and to nobody else. */
function isUnderlinedLabel({ start, text }: Heading, source: string): boolean {
  return !/^ {0,3}#/.test(source.slice(start, start + 4)) && isLabel(text.split('\n', 1)[0] ?? '');
}

/** Whether a line begins with a label of a known meaning. */
function isLabel(line: string): boolean {
  return (readLabel(line)?.kind ?? null) !== null;
}
