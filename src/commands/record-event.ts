import { answerOf, fieldOf, withAnswer } from '../form/edit.ts';
import { formatTime, readTime } from '../incident/clock.ts';
import { type EventKey, fields, followsDetection } from '../incident/fields.ts';
import type { Instant } from '../incident/incident.ts';
import { cleanLine, escapeText } from '../markdown/escape.ts';
import { offsetShortBefore } from './offsets.ts';
import {
  type CommandContext,
  type CommandError,
  type CommandResult,
  commandError,
  fieldMissing,
  noRoom,
  type TypedLine,
  timeError,
} from './result.ts';
import { isBalanced, momentOf, noteBehind, readCommandTime } from './time.ts';
import { withTimelineEntry } from './timeline.ts';

/**
 * Records the time of an event, with a note. Where it replaces another time, that one goes into the Context; so do words that stood in
 * the place of a time.
 */
export function recordEvent(
  key: EventKey,
  { typed, argument }: TypedLine,
  body: string,
  context: CommandContext,
): CommandResult {
  const { template, timezone } = context;
  const { id } = fields[key];
  const field = fieldOf(template, id);
  if (field === undefined) return fieldMissing(id);
  const time = readCommandTime(argument, context, 'note');
  if (time.kind === 'error') return timeError(typed, time);
  if (time.kind === 'none' && !followsDetection(key)) {
    return commandError('The time is missing, and only you know when that was.');
  }
  const instant = time.kind === 'time' ? time.instant : momentOf(context);
  if (typeof instant !== 'number') return timeError(typed, instant);
  const tooEarly = followsDetection(key) ? precedesDetection(typed, instant, body, context) : null;
  if (tooEarly !== null) return tooEarly;

  const answer = answerOf(body, template, id);
  const former = readTime(answer, timezone);
  const earlier = former.kind === 'time' ? former.time : null;
  const isSame = earlier?.instant === instant;
  const remark = time.kind === 'time' ? time.rest : noteBehind(argument);
  const note = noteOf(remark) || (isSame ? (earlier?.note ?? '') : '');
  const written = formatTime(instant, timezone);
  const texts = note === '' ? [written] : [`${written} (${note})`, `${written} (${escapeText(note)})`];
  const recorded = withAnswer(body, template, field, texts);
  if (recorded === null) return noRoom;

  // A mere typing error isn't worth keeping; words are.
  if (former.kind === 'problem' && /\p{L}{2}/u.test(answer)) {
    const entry = `${written} ${field.label} said before: ${cleanLine(answer)}`;
    return withFormerAnswer(recorded, { instant, entry }, context);
  }
  if (earlier === null || (isSame && (earlier.note === null || earlier.note === note))) {
    return { kind: 'done', body: recorded };
  }
  const formerNote = earlier.note === null ? '' : ` (${earlier.note})`;
  const entry = `${formatTime(earlier.instant, timezone)} ${field.label}${formerNote}, recorded anew as ${written}`;
  return withFormerAnswer(recorded, { instant: earlier.instant, entry }, context);
}

/** The error for an event that would be before First detected; null where it isn't, or where First detected has no time. */
function precedesDetection(
  typed: string,
  instant: Instant,
  body: string,
  { template, timezone, at }: CommandContext,
): CommandError | null {
  const { id } = fields.firstDetected;
  const detection = fieldOf(template, id);
  if (detection === undefined) return null;
  const first = readTime(answerOf(body, template, id), timezone);
  if (first.kind !== 'time' || instant >= first.time.instant) return null;
  const written = formatTime(instant, timezone);
  const offset = at === null ? null : offsetShortBefore(instant, at, timezone);
  const isLaterThere = offset !== null && first.time.instant <= offset.instant;
  return {
    kind: 'error',
    message: `That comes out as ${written}, before ${detection.label} (${formatTime(first.time.instant, timezone)}). If your clock is in another zone, type its offset; if ${detection.label} is wrong, correct it first.`,
    examples: [
      ...(isLaterThere ? [`/${typed} ${written.slice(0, 16)}${offset.text}`] : []),
      '/detected YYYY-MM-DD HH:MM',
    ],
  };
}

/** The body with what stood in the place of the new time as an entry of its timeline; without it where the form has no timeline. */
function withFormerAnswer(
  recorded: string,
  { instant, entry }: { readonly instant: Instant; readonly entry: string },
  context: CommandContext,
): CommandResult {
  if (fieldOf(context.template, fields.context.id) === undefined) return { kind: 'done', body: recorded };
  const kept = withTimelineEntry(recorded, instant, [entry], context);
  return kept === null ? noRoom : { kind: 'done', body: kept };
}

/** A note on one line that can stand in parentheses: those in it that have no partner become brackets. */
function noteOf(typed: string): string {
  const note = cleanLine(typed);
  return isBalanced(note) ? note : note.replaceAll('(', '[').replaceAll(')', ']');
}
