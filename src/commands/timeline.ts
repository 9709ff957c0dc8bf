import { contextEntries } from '../form/context.ts';
import { answerOf, fieldOf, withAnswer } from '../form/edit.ts';
import { formatTime } from '../incident/clock.ts';
import { fields } from '../incident/fields.ts';
import type { Instant } from '../incident/incident.ts';
import { cleanLine, escapeText } from '../markdown/escape.ts';
import { lineEndingOf } from '../markdown/line.ts';
import { isReadable } from '../markdown/parsing-cost.ts';
import {
  type CommandContext,
  type CommandResult,
  commandError,
  fieldMissing,
  noRoom,
  type TypedLine,
  timeError,
} from './result.ts';
import { momentOf, readCommandTime } from './time.ts';

const { id } = fields.context;

/** Adds what happened to the Context of an incident, in the order of time. */
export function addTimelineEntry(
  { typed, argument }: TypedLine,
  body: string,
  context: CommandContext,
): CommandResult {
  const { template, timezone } = context;
  if (fieldOf(template, id) === undefined) return fieldMissing(id);
  const time = readCommandTime(argument, context, 'text');
  if (time.kind === 'error') return timeError(typed, time);
  const instant = time.kind === 'time' ? time.instant : momentOf(context);
  if (typeof instant !== 'number') return timeError(typed, instant);
  const text = cleanLine(time.kind === 'time' ? time.rest : argument);
  if (text === '') return commandError('What happened is missing.');
  const entries = [text, escapeText(text)].map((line) => `${formatTime(instant, timezone)} ${line}`);
  const changed = withTimelineEntry(body, instant, entries, context);
  return changed === null ? noRoom : { kind: 'done', body: changed };
}

/** The body with the first of these entries that its Context can take; null where it can take none, or the form has no Context. */
export function withTimelineEntry(
  body: string,
  instant: Instant,
  entries: readonly string[],
  { template, timezone }: Pick<CommandContext, 'template' | 'timezone'>,
): string | null {
  const field = fieldOf(template, id);
  if (field === undefined) return null;
  const timeline = answerOf(body, template, id);
  const settings = { timezone, lineEnding: lineEndingOf(body) };
  const texts = entries.flatMap((entry) => withEntry(timeline, { instant, entry }, settings) ?? []);
  return withAnswer(body, template, field, texts);
}

/**
 * The timeline with one more entry, below the last one that is not later, written like its neighbours: as an item, or as a line. No
 * other character changes. Null where it would not be read as an entry there.
 *
 * @param entry begins with its time, and is one line
 * @param lineEnding for a timeline of a single line
 */
function withEntry(
  timeline: string,
  { instant, entry }: { readonly instant: Instant; readonly entry: string },
  { timezone, lineEnding }: { readonly timezone: string; readonly lineEnding: string },
): string | null {
  if (timeline === '') return `- ${entry}`;
  const entries = contextEntries(timeline, timezone);
  const above = entries.findLastIndex((other) => other.instant <= instant);
  const [last, next] = [entries[above], entries[above + 1]];
  const eol = /[\r\n]/.test(timeline) ? lineEndingOf(timeline) : lineEnding;
  const line = `${(next ?? last)?.bullet ?? '- '}${entry}`;
  const inPlace =
    next === undefined
      ? `${timeline}${eol}${line}`
      : `${timeline.slice(0, next.start)}${line}${eol}${timeline.slice(next.start)}`;
  // Entries can't be counted in a text that is too much to parse.
  if (!isReadable(timeline)) return inPlace;
  const tries = [inPlace, `${timeline}${eol}${eol}- ${entry}`, `- ${entry}${eol}${eol}${timeline}`];
  return tries.find((text) => contextEntries(text, timezone).length === entries.length + 1) ?? null;
}
