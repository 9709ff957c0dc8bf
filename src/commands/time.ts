import { formatDate, instantsShown, quote, readOpeningTime } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { faultBehind } from '../incident/time-words.ts';

/** When a comment was written, and the zone (IANA name) that its wall clocks are in. */
export interface Moment {
  /** UTC milliseconds; null where the comment was edited since, so that nobody knows when its words were written. */
  readonly at: Instant | null;
  readonly timezone: string;
}

export type CommandTime =
  | { readonly kind: 'time'; readonly instant: Instant; readonly rest: string }
  /** The words begin with nothing that looks like a time. */
  | { readonly kind: 'none' }
  /** One sentence: what is wrong with the time. */
  | { readonly kind: 'mistake'; readonly message: string };

const minute = 60_000;
const halfDay = 12 * 60 * minute;

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const vagueTime = `yesterday|today|tonight|tomorrow|noon|midnight|(?:this|last)\\s+(?:morning|afternoon|evening|night|week)|${weekday}|${month}\\.?\\s+\\d+`;

/**
 * Words that name a time in a way which is not read: taken for a note, they would make a false time of now. In front of a text of its
 * own, as in a timeline, a number may be just that, and further back so may a time.
 */
const looseTimes = {
  note: new RegExp(
    `^[+−~-]?\\d|^(?:HH:MM|YYYY-MM)|^(?:${vagueTime})(?![\\p{L}\\p{N}])|(?<!\\d)\\d{1,2}[:.h]\\d{2}(?!\\d)|(?<!\\p{L})ago(?!\\p{L})|^(?:at|on|around|about|since|from|before|after|until|by)\\s+(?:~?\\d|${vagueTime})`,
    'iu',
  ),
  text: /^(?:HH:MM|YYYY-MM)|^\W*(?:\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}\s?[ap]\.?m\b)|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|^yesterday\s+\d|^(?:\S+\s+){0,2}[^\p{L}\p{N}\s]*\d{1,2}:\d{2}(?!\d)/iu,
};

/**
 * The time that the words of a command begin with: `now`, which is when the comment was written; `HH:MM`, the latest such time not after
 * it; or a full time as the form takes it. A time after the comment is a mistake, and nothing is guessed.
 *
 * @param behind what may stand behind the time, and alone
 */
export function readCommandTime(words: string, moment: Moment, behind: 'note' | 'text'): CommandTime {
  if (words === '') return { kind: 'none' };
  const now = (behind === 'note' ? /^now(?![\p{L}\p{N}-])/iu : /^now(?![\p{L}\p{N}-])/u).exec(words)?.[0];
  if (now !== undefined) {
    const instant = momentOf(moment);
    return typeof instant === 'number'
      ? { kind: 'time', instant, rest: noteBehind(words.slice(now.length)) }
      : instant;
  }
  const clock = /^([01]\d|2[0-3]):[0-5]\d(?![\d:.\p{L}])/u.exec(words)?.[0];
  if (clock !== undefined) return clockTime(clock, words.slice(clock.length), moment);
  const full = readOpeningTime(words, moment.timezone);
  if (full === null) {
    return looseTimes[behind].test(words)
      ? mistake(words, 'is not a time in the form expected')
      : { kind: 'none' };
  }
  const rest = words.slice(full.length);
  const fault = faultBehind(rest);
  if (fault !== null) return mistake(words, fault);
  if (full.reading.kind === 'problem') return { kind: 'mistake', message: full.reading.message };
  const { instant } = full.reading;
  // A clock that is a little fast is nobody's mistake.
  if (moment.at !== null && instant > moment.at + minute)
    return mistake(words.slice(0, full.length), 'is still to come');
  return { kind: 'time', instant, rest: noteBehind(rest) };
}

/** The whole minute in which a comment was written, or what is wrong with relying on it. */
export function momentOf({ at }: Moment): Instant | Extract<CommandTime, { kind: 'mistake' }> {
  if (at !== null) return Math.floor(at / minute) * minute;
  return {
    kind: 'mistake',
    message: 'The comment was edited since it was written, so the time must be given in full.',
  };
}

function clockTime(clock: string, rest: string, moment: Moment): CommandTime {
  const { timezone } = moment;
  const written = momentOf(moment);
  if (typeof written !== 'number') return written;
  const fault = /^\s*(?:Z(?![\p{L}\p{N}])|[+−-]\d)/iu.test(rest)
    ? 'has an offset but no date'
    : faultBehind(rest);
  if (fault !== null) return mistake(clock + rest, fault);
  // Yesterday is enough, but where the clock skipped that time. A step of a day would pass over one of 23 hours.
  for (let back = 0; back <= 6; back += 1) {
    const instants = instantsShown(`${formatDate(written - back * halfDay, timezone)} ${clock}`, timezone);
    const latest = instants.findLast((instant) => instant <= written);
    if (latest !== undefined) return { kind: 'time', instant: latest, rest: noteBehind(rest) };
  }
  return mistake(clock + rest, 'is no time that the clock has shown of late');
}

/** The words behind a time, without what parts them from it and without parentheses around the whole. */
export function noteBehind(rest: string): string {
  const words = rest.replace(/^[\s,;:–—-]+/, '').trim();
  const inside = /^\((.*)\)$/s.exec(words)?.[1];
  return inside === undefined || !isBalanced(inside) ? words : inside.trim();
}

/** Whether each parenthesis has its partner. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function mistake(words: string, fault: string): Extract<CommandTime, { kind: 'mistake' }> {
  return { kind: 'mistake', message: `${quote(words)} ${fault}.` };
}
