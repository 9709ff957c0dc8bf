import type { RootContent } from 'mdast';
import { readLeadingTime } from '../incident/clock.ts';
import type { Instant, Problem } from '../incident/incident.ts';
import { lastLineStart, linesOf } from '../markdown/line.ts';
import { readBlocks } from '../markdown/parse.ts';
import type { FormField } from './template.ts';

/** An entry of the Context: an item of a list, or a line of a paragraph, that begins with a time. */
export interface ContextEntry {
  readonly instant: Instant;
  /** The time as typed. */
  readonly time: string;
  /** Offset of its first line in the answer. */
  readonly start: number;
  /** What its first line begins with, such as `- `, or nothing. */
  readonly bullet: string;
}

/** The entries of the Context, as they stand in it; none where it is too much to parse. Times are in `timezone`. */
export function contextEntries(context: string, timezone: string): ContextEntry[] {
  return readBlocks(context).flatMap((block) => entriesOf(block, context, timezone));
}

/**
 * A warning (`context-order`) when an entry of the Context is earlier than the one above it; one for all of them. What does
 * not begin with a time has no place in the order.
 */
export function contextOrder(context: string, field: FormField, timezone: string): Problem[] {
  const entries = contextEntries(context, timezone);
  const misplaced = entries.flatMap((entry, index) => {
    const above = entries[index - 1];
    return above !== undefined && entry.instant < above.instant ? [{ entry, above }] : [];
  });
  const [first, ...others] = misplaced;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
  const message = `Under ${field.label}, the entry of ${first.entry.time} stands below that of ${first.above.time}${more}: put the entries in the order of their times, or correct the time.`;
  return [{ rule: 'context-order', severity: 'warning', field: field.id, message }];
}

function entriesOf(block: RootContent, context: string, timezone: string): ContextEntry[] {
  const from = block.position?.start.offset ?? 0;
  const to = block.position?.end.offset ?? 0;
  if (block.type === 'paragraph') {
    return [...linesOf(context.slice(from, to))].flatMap(({ text, start }) =>
      readEntry(text, timezone, { start: from + start, bullet: '' }),
    );
  }
  if (block.type !== 'list') return [];
  return block.children.flatMap((item) => {
    const content = item.children[0]?.position?.start.offset;
    const begin = item.position?.start.offset;
    if (content === undefined || begin === undefined) return [];
    const start = lastLineStart(context.slice(0, begin));
    const [bullet = '-'] = /^\s*(?:[-+*]|\d+[.)])/.exec(context.slice(start)) ?? [];
    return readEntry(context.slice(content, to), timezone, { start, bullet: `${bullet} ` });
  });
}

function readEntry(
  text: string,
  timezone: string,
  place: Pick<ContextEntry, 'start' | 'bullet'>,
): ContextEntry[] {
  const line = text.trimStart();
  const reading = readLeadingTime(line, timezone);
  return reading === null
    ? []
    : [{ instant: reading.instant, time: line.slice(0, reading.length), ...place }];
}
