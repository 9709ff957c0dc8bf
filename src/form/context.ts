import type { RootContent } from 'mdast';
import { readLeadingTime } from '../incident/clock.ts';
import type { Instant, Problem } from '../incident/incident.ts';
import { linesOf } from '../markdown/line.ts';
import { isReadable, parseMarkdown } from '../markdown/parse.ts';
import type { FormField } from './template.ts';

interface Entry {
  readonly instant: Instant;
  /** The time as typed. */
  readonly time: string;
}

/**
 * A warning (`context-order`) when an entry of the Context is earlier than the one above it; one for all of them. Entries are the
 * items of a list, or the lines of a paragraph, that begin with a time in `timezone`; others have no place in the order.
 */
export function contextOrder(context: string, field: FormField, timezone: string): Problem[] {
  const blocks = isReadable(context) ? parseMarkdown(context).children : [];
  const entries = blocks.flatMap((block) => entriesOf(block, context, timezone));
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

function entriesOf(block: RootContent, context: string, timezone: string): Entry[] {
  const from = block.position?.start.offset ?? 0;
  const to = block.position?.end.offset ?? 0;
  if (block.type === 'paragraph') {
    return [...linesOf(context.slice(from, to))].flatMap((line) => readEntry(line.text, timezone));
  }
  if (block.type !== 'list') return [];
  return block.children.flatMap((item) => {
    const start = item.children[0]?.position?.start.offset;
    return start === undefined ? [] : readEntry(context.slice(start, to), timezone);
  });
}

function readEntry(text: string, timezone: string): Entry[] {
  const words = text.trimStart();
  const reading = readLeadingTime(words, timezone);
  return reading === null ? [] : [{ instant: reading.instant, time: words.slice(0, reading.length) }];
}
