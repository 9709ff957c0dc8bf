import { answerOf, fieldOf, withAnswer } from '../form/edit.ts';
import { formatTime, readTime } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { lineEndingOf } from '../markdown/line.ts';
import { cleanLine, escapeText } from '../markdown/plain.ts';
import { addAction } from './action.ts';
import { type Mistake, mistake, timeMistake, withoutField, withoutRoom } from './mistake.ts';
import { offsetShortBefore } from './offsets.ts';
import type { CommandResult, Place } from './place.ts';
import { type CommandName, nearestCommand, type TypedCommand } from './read.ts';
import { isBalanced, type Moment, momentOf, noteBehind, readCommandTime } from './time.ts';
import { withEntry } from './timeline.ts';

const eventFields = {
  started: 'impact-started',
  detected: 'first-detected',
  declared: 'declared',
  repaired: 'repaired',
  resolved: 'resolved',
} as const;

/** Events that nobody knows of when they happen, so that they are never now. */
const noticedLater: ReadonlySet<CommandName> = new Set<CommandName>(['started', 'detected']);

/**
 * Carries out a command of a comment that was written `at` an instant (UTC milliseconds; null where it was edited since): the answer
 * concerned changes, and the Context where a time is recorded anew; the others do not. Never throws.
 */
export function carryOut(
  command: TypedCommand,
  body: string,
  at: Instant | null,
  place: Place,
): CommandResult {
  const moment = { at, timezone: place.timezone };
  const { name, typed, words, isUnreadable } = command;
  switch (name) {
    case 'started':
    case 'detected':
    case 'declared':
    case 'repaired':
    case 'resolved':
      return recordEvent({ ...command, name }, body, moment, place);
    case 'timeline':
      return recordEntry(words, body, moment, place);
    case 'action':
      return addAction(words, body, place);
    case 'help':
      return { kind: 'done', body };
    case null: {
      if (isUnreadable)
        return mistake('help', 'The comment is too long, or nested too deeply, to find the commands in it.');
      return mistake(nearestCommand(typed) ?? 'help', `There is no command “/${typed}”.`);
    }
  }
}

function recordEvent(
  { name, typed, words }: TypedCommand & { readonly name: keyof typeof eventFields },
  body: string,
  moment: Moment,
  place: Place,
): CommandResult {
  const { template, timezone } = place;
  const field = fieldOf(template, eventFields[name]);
  if (field === undefined) return withoutField(name, eventFields[name]);
  const time = readCommandTime(words, moment, 'note');
  if (time.kind === 'mistake') return timeMistake(name, typed, time);
  if (time.kind === 'none' && noticedLater.has(name)) {
    return mistake(name, 'The time is missing, and only you know when that was.');
  }
  const instant = time.kind === 'time' ? time.instant : momentOf(moment);
  if (typeof instant !== 'number') return timeMistake(name, typed, instant);
  const early = beforeDetection({ name, typed }, instant, body, moment, place);
  if (early !== null) return early;
  const remark = time.kind === 'time' ? time.rest : noteBehind(words);
  const answer = answerOf(body, template, field.id ?? '');
  const former = readTime(answer, timezone);
  const earlier = former.kind === 'time' ? former.time : null;
  const isSame = earlier?.instant === instant;
  const note = noteOf(remark) || (isSame ? (earlier?.note ?? '') : '');
  const written = formatTime(instant, timezone);
  const texts = note === '' ? [written] : [`${written} (${note})`, `${written} (${escapeText(note)})`];
  const recorded = withAnswer(body, template, field, texts);
  if (recorded === null) return withoutRoom(name);
  // Of a mere typing error nothing is worth keeping; of words is.
  if (former.kind === 'problem' && /\p{L}{2}/u.test(answer)) {
    const said = `${written} ${field.label} said before: ${cleanLine(answer)}`;
    return keep(name, withTimelineEntry(recorded, instant, [said], place), recorded, place);
  }
  if (earlier === null || (isSame && (earlier.note === null || earlier.note === note))) {
    return { kind: 'done', body: recorded };
  }
  const formerNote = earlier.note === null ? '' : ` (${earlier.note})`;
  const entry = `${formatTime(earlier.instant, timezone)} ${field.label}${formerNote}, recorded anew as ${written}`;
  return keep(name, withTimelineEntry(recorded, earlier.instant, [entry], place), recorded, place);
}

/** What is wrong with an event that comes out before First detected, which it cannot precede; null where nothing is. */
function beforeDetection(
  { name, typed }: { readonly name: keyof typeof eventFields; readonly typed: string },
  instant: Instant,
  body: string,
  { at, timezone }: Moment,
  { template }: Place,
): Mistake | null {
  const detection = fieldOf(template, 'first-detected');
  if (name === 'started' || name === 'detected' || detection === undefined) return null;
  const first = readTime(answerOf(body, template, 'first-detected'), timezone);
  if (first.kind !== 'time' || instant >= first.time.instant) return null;
  const written = formatTime(instant, timezone);
  const offset = at === null ? null : offsetShortBefore(instant, at, timezone);
  const isLater = offset !== null && first.time.instant <= offset.instant;
  return {
    kind: 'mistake',
    message: `That comes out as ${written}, before ${detection.label} (${formatTime(first.time.instant, timezone)}). If your clock is in another zone, type its offset; if ${detection.label} is wrong, correct it first.`,
    examples: [
      ...(isLater ? [`/${typed} ${written.slice(0, 16)}${offset.text}`] : []),
      '/detected YYYY-MM-DD HH:MM',
    ],
  };
}

/** The body with what another time has replaced in its timeline; without that where the form has none. */
function keep(name: CommandName, kept: string | null, recorded: string, { template }: Place): CommandResult {
  if (fieldOf(template, 'context') === undefined) return { kind: 'done', body: recorded };
  return kept === null ? withoutRoom(name) : { kind: 'done', body: kept };
}

function recordEntry(words: string, body: string, moment: Moment, place: Place): CommandResult {
  if (fieldOf(place.template, 'context') === undefined) return withoutField('timeline', 'context');
  const time = readCommandTime(words, moment, 'text');
  if (time.kind === 'mistake') return timeMistake('timeline', 'timeline', time);
  const instant = time.kind === 'time' ? time.instant : momentOf(moment);
  if (typeof instant !== 'number') return timeMistake('timeline', 'timeline', instant);
  const text = cleanLine(time.kind === 'time' ? time.rest : words);
  if (text === '') return mistake('timeline', 'What happened is missing.');
  const { timezone } = place;
  const entries = [text, escapeText(text)].map((typed) => `${formatTime(instant, timezone)} ${typed}`);
  const changed = withTimelineEntry(body, instant, entries, place);
  return changed === null ? withoutRoom('timeline') : { kind: 'done', body: changed };
}

function withTimelineEntry(
  body: string,
  instant: Instant,
  entries: readonly string[],
  { template, timezone }: Place,
): string | null {
  const field = fieldOf(template, 'context');
  if (field === undefined) return null;
  const context = answerOf(body, template, 'context');
  const settings = { timezone, lineEnding: lineEndingOf(body) };
  const texts = entries.flatMap((entry) => withEntry(context, { instant, entry }, settings) ?? []);
  return withAnswer(body, template, field, texts);
}

/** A note on one line that can stand in parentheses: those in it that have no partner become brackets. */
function noteOf(typed: string): string {
  const note = cleanLine(typed);
  return isBalanced(note) ? note : note.replaceAll('(', '[').replaceAll(')', ']');
}
