import { isDeepStrictEqual } from 'node:util';
import { answerOf, fieldOf, lineEndingOf, withAnswer } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import { formatTime, readTime } from '../incident/clock.ts';
import type { Instant, ReviewAction } from '../incident/incident.ts';
import { cleanLine, escapeText } from '../markdown/plain.ts';
import { locateReviewActions } from '../markdown/review-actions.ts';
import { type CommandName, commandNames, type TypedCommand } from './read.ts';
import { isBalanced, type Moment, momentOf, noteBehind, readCommandTime } from './time.ts';
import { withEntry } from './timeline.ts';

/** What a command is carried out on, and how it is to be read. */
export interface Place {
  readonly template: Template;
  /** IANA name. */
  readonly timezone: string;
  /** Web address of the incident issue. */
  readonly url: string;
}

/** What came of a command: the incident's body with what it asks for, or what is wrong with it. */
export type CommandResult =
  | { readonly kind: 'done'; readonly body: string; readonly added?: string }
  | Mistake;

export interface Mistake {
  readonly kind: 'mistake';
  /** One sentence, plain text; words of the comment stand in “curly quotes”. */
  readonly message: string;
  /** What to type instead. */
  readonly example: string;
}

const examples: Readonly<Record<CommandName, string>> = {
  detected: '/detected 14:43',
  repaired: '/repaired 14:43 rolled back',
  resolved: '/resolved 2024-10-15 11:40',
  timeline: '/timeline 14:43 Traffic moved to the other region.',
  action: '/action Alert on failed sign-ins (@login, due 2024-11-01)',
  help: '/help',
};

const eventFields = { detected: 'first-detected', repaired: 'repaired', resolved: 'resolved' } as const;

/**
 * Carries out a command of a comment that was written `at` an instant (UTC milliseconds; null where it was edited since): the answer
 * concerned changes, and the Context where a time is recorded anew; the others do not. Never throws.
 */
export function carryOut(
  { name, typed, words, isUnreadable }: TypedCommand,
  body: string,
  at: Instant | null,
  place: Place,
): CommandResult {
  const moment = { at, timezone: place.timezone };
  switch (name) {
    case 'detected':
    case 'repaired':
    case 'resolved':
      return recordEvent(name, words, body, moment, place);
    case 'timeline':
      return recordEntry(words, body, moment, place);
    case 'action':
      return addAction(words, body, place);
    case 'help':
      return { kind: 'done', body };
    case null: {
      if (isUnreadable)
        return mistake('help', 'The comment is too long, or nested too deeply, to find the commands in it.');
      const meant = commandNames.find((command) => command.startsWith(typed.slice(0, 6)));
      return mistake(meant ?? 'help', `There is no command “/${typed}”.`);
    }
  }
}

function recordEvent(
  name: keyof typeof eventFields,
  words: string,
  body: string,
  moment: Moment,
  place: Place,
): CommandResult {
  const { template, timezone } = place;
  const field = fieldOf(template, eventFields[name]);
  if (field === undefined) return withoutField(name, eventFields[name]);
  const time = readCommandTime(words, moment, 'note');
  if (time.kind === 'mistake') return mistake(name, time.message);
  if (time.kind === 'none' && name === 'detected') {
    return mistake(name, 'The time is missing, and only you know when it was noticed.');
  }
  const instant = time.kind === 'time' ? time.instant : momentOf(moment);
  if (typeof instant !== 'number') return mistake(name, instant.message);
  const typed = time.kind === 'time' ? time.rest : noteBehind(words);
  const answer = answerOf(body, template, field.id ?? '');
  const former = readTime(answer, timezone);
  const earlier = former.kind === 'time' ? former.time : null;
  const isSame = earlier?.instant === instant;
  const note = noteOf(typed) || (isSame ? (earlier?.note ?? '') : '');
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
  const remark = earlier.note === null ? '' : ` (${earlier.note})`;
  const entry = `${formatTime(earlier.instant, timezone)} ${field.label}${remark}, recorded anew as ${written}`;
  return keep(name, withTimelineEntry(recorded, earlier.instant, [entry], place), recorded, place);
}

/** The body with what another time has replaced in its timeline; without that where the form has none. */
function keep(name: CommandName, kept: string | null, recorded: string, { template }: Place): CommandResult {
  if (fieldOf(template, 'context') === undefined) return { kind: 'done', body: recorded };
  return kept === null ? withoutRoom(name) : { kind: 'done', body: kept };
}

function recordEntry(words: string, body: string, moment: Moment, place: Place): CommandResult {
  if (fieldOf(place.template, 'context') === undefined) return withoutField('timeline', 'context');
  const time = readCommandTime(words, moment, 'text');
  if (time.kind === 'mistake') return mistake('timeline', time.message);
  const instant = time.kind === 'time' ? time.instant : momentOf(moment);
  if (typeof instant !== 'number') return mistake('timeline', instant.message);
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

function addAction(words: string, body: string, { template, url }: Place): CommandResult {
  const field = fieldOf(template, 'review-actions');
  if (field === undefined) return withoutField('action', 'review-actions');
  // A full stop behind the parentheses would keep them from being read.
  const text = cleanLine(words).replace(/\)[.!]+$/, ')');
  if (text === '') return mistake('action', 'What is to be done is missing.');
  const answer = answerOf(body, template, 'review-actions');
  const before = locateReviewActions(answer, url).map(({ action }) => action);
  const eol = /[\r\n]/.test(answer) ? lineEndingOf(answer) : lineEndingOf(body);
  const bullet = /^ {0,3}[-+*](?=\s)/m.exec(answer)?.[0] ?? '-';
  for (const typed of [text, escapeText(text)]) {
    const item = `${bullet} ${typed}`;
    const tries =
      answer === ''
        ? [{ changed: item, at: 0 }]
        : [
            { changed: `${answer}${eol}${item}`, at: before.length },
            { changed: `${answer}${eol}${eol}${item}`, at: before.length },
            { changed: `${item}${eol}${eol}${answer}`, at: 0 },
          ];
    for (const { changed, at } of tries) {
      const found = locateReviewActions(changed, url);
      const added = found[at];
      const others = found.filter((_, index) => index !== at).map(({ action }) => action);
      if (added === undefined || added.words === null || !isDeepStrictEqual(others, before)) continue;
      if (isLeftUnread(typed, added.action)) {
        return mistake(
          'action',
          'Put the owner and the date at the very end, as “(@login, due YYYY-MM-DD)”, or one of the two.',
        );
      }
      const written = withAnswer(body, template, field, [changed]);
      if (written !== null) return { kind: 'done', body: written, added: added.action.text };
    }
  }
  return withoutRoom('action');
}

/** Whether the words of an action name somebody or a date in a way that is not read. */
function isLeftUnread(words: string, { owner, due }: ReviewAction): boolean {
  // Longer than what may stand there; the pattern searches.
  const tail = words.slice(-600);
  const [, last = ''] = /\(([^()]*)\)\W*$/.exec(tail) ?? [];
  return (
    (owner === null && last.includes('@')) ||
    (due === null && (/\bdue\b/i.test(last) || /\bdue:?\s+\d{4}-\d{2}-\d{2}\W*$|@\S+\s+due\s/i.test(tail)))
  );
}

/** A note on one line that can stand in parentheses: those in it that have no partner become brackets. */
function noteOf(typed: string): string {
  const note = cleanLine(typed);
  return isBalanced(note) ? note : note.replaceAll('(', '[').replaceAll(')', ']');
}

function mistake(name: CommandName, message: string): Mistake {
  return { kind: 'mistake', message, example: examples[name] };
}

function withoutField(name: CommandName, id: string): Mistake {
  return mistake(name, `The issue form has no field with the id ${id}, so there is no place for it.`);
}

export function withoutRoom(name: CommandName): Mistake {
  return mistake(
    name,
    'It has no place in the text of the issue: that is as long as GitHub takes, or what stands there cannot be told apart; close what is left open in it, or edit it by hand.',
  );
}
