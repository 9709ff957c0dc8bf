import { contextEntries } from '../form/context.ts';
import type { Instant } from '../incident/incident.ts';
import { lineEndingOf } from '../markdown/line.ts';
import { isReadable } from '../markdown/parse.ts';

/**
 * The answer to Context with one more entry, behind those that are not later and in front of the first later one behind them, written
 * as they are: as an item, or as a line. All else stays to the character. Null where it would not be read as an entry there.
 *
 * @param entry begins with its time, and is one line
 * @param lineEnding for an answer of a single line
 */
export function withEntry(
  context: string,
  { instant, entry }: { readonly instant: Instant; readonly entry: string },
  { timezone, lineEnding }: { readonly timezone: string; readonly lineEnding: string },
): string | null {
  if (context === '') return `- ${entry}`;
  const entries = contextEntries(context, timezone);
  const above = entries.findLastIndex((other) => other.instant <= instant);
  const [last, next] = [entries[above], entries[above + 1]];
  const eol = /[\r\n]/.test(context) ? lineEndingOf(context) : lineEnding;
  const line = `${(next ?? last)?.bullet ?? '- '}${entry}`;
  const inPlace =
    next === undefined
      ? `${context}${eol}${line}`
      : `${context.slice(0, next.start)}${line}${eol}${context.slice(next.start)}`;
  // What is too much to parse has no entries to be told apart.
  if (!isReadable(context)) return inPlace;
  const tries = [inPlace, `${context}${eol}${eol}- ${entry}`, `- ${entry}${eol}${eol}${context}`];
  return tries.find((text) => contextEntries(text, timezone).length === entries.length + 1) ?? null;
}
