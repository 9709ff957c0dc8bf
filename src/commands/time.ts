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

const anyClock = '\\d{1,2}(?:[:.h]\\d{2}(?!\\d)|\\s?[ap]\\.?m(?!\\p{L}))';
const vagueDay =
  '(?:yesterday|today|tonight|tomorrow|noon|midnight|(?:this|last)\\s+(?:morning|afternoon|evening|night|week|hour))';
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const quantity = '(?:an?|a few|half an|one|two|three|four|five|ten|fifteen|twenty|thirty|\\d+)';

/**
 * Words that name a time in a way which is not read: taken for a note, they would make a false time of now. In front of a text of its
 * own, as in a timeline, words such as “today” are just that.
 */
const looseTimes = {
  note: new RegExp(
    [
      `^[+~]?${anyClock}|^[−-]\\d|^\\d{4}(?!\\d)|^\\d{1,2}\\s*$|^\\d{1,2}[/.]\\d{1,2}[/.]\\d`,
      '^(?:HH:MM|YYYY-MM)',
      `^(?:(?:at|on|around|about|since|from|before|after|until|by|as of|just|was|earlier)\\s+)*(?:~?${anyClock}|~?\\d{3,4}(?!\\d)|${vagueDay}(?![\\p{L}'’]))`,
      `^${weekday}(?:\\s+(?:at\\s+)?\\d|\\s+(?:morning|afternoon|evening|night)|\\s*$)|^${month}\\s+\\d`,
      `^(?:about\\s+|just\\s+)?${quantity}\\s*\\p{L}+\\s+ago|^\\d+\\s*(?:s|sec|m|min|h|hr|hour|day|d)[a-z]*\\s*$`,
      '(?<![\\p{L}\\d.:])(?:[01]?\\d|2[0-3])[:h][0-5]\\d(?![\\d:.])|(?<!\\d)\\d{1,2}\\s?[ap]\\.?m(?!\\p{L})',
      '(?:this|last)\\s+(?:morning|afternoon|evening|night|hour)(?!\\p{L})',
    ].join('|'),
    'iu',
  ),
  text: new RegExp(
    [
      `^\\W*${anyClock}|^(?:at|around|about)\\s+~?${anyClock}`,
      '^(?:HH:MM|YYYY-MM)|^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|^\\d{1,2}/\\d{1,2}/\\d{2,4}|^yesterday\\s+\\d',
      '^(?:\\S+\\s+){0,2}[^\\p{L}\\p{N}\\s]*\\d{1,2}:\\d{2}(?!\\d)',
    ].join('|'),
    'iu',
  ),
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
  const clock = /^(?:[01]\d|2[0-3]):[0-5]\d(?!\d|[:.]\d|\p{L})/u.exec(words)?.[0];
  if (clock !== undefined) return clockTime(clock, words.slice(clock.length), moment);
  const full = readOpeningTime(words, moment.timezone);
  if (full === null) {
    if (!looseTimes[behind].test(words)) return { kind: 'none' };
    return /^[\d(]/.test(words)
      ? mistake(words, 'is not a time in the form expected')
      : mistake(words, 'looks like a time that is not read; put the time, or “now”, in front of it');
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
  const fault = clockFault(clock, rest);
  if (fault !== null) return mistake(clock + rest, fault);
  // Yesterday is enough, but where the clock skipped that time. A step of a day would pass over one of 23 hours.
  for (let back = 0; back <= 6; back += 1) {
    const instants = instantsShown(`${formatDate(written - back * halfDay, timezone)} ${clock}`, timezone);
    const latest = instants.findLast((instant) => instant <= written);
    if (latest !== undefined) return { kind: 'time', instant: latest, rest: noteBehind(rest) };
  }
  return mistake(clock + rest, 'is no time that the clock has shown of late');
}

/** What is wrong with `HH:MM` because of what stands behind it; null where that is a note. */
function clockFault(clock: string, rest: string): string | null {
  const fault = faultBehind(rest);
  // Two letters, or a word in small ones, may be anything: “14:40 CT scanner”, “14:40 PM informed”.
  const isWord =
    /^\s+(?:[ECMP]T|(?!(?:am|pm|to|till?|or|and)\s)[a-z]{2,4}\.?)\s+[\p{L}\d]/u.test(rest) ||
    (clock > '12:59' && /^\s+[ap]m\s+\p{L}/iu.test(rest));
  if (fault !== null && !isWord) return fault;
  return /^\s*(?:Z(?![\p{L}\p{N}])|[+−-]\d)/iu.test(rest) ? 'has an offset but no date' : null;
}

/** The words behind a time, without what parts them from it and without parentheses around the whole. */
export function noteBehind(rest: string): string {
  const words = rest.replace(/^[\s,;:.!–—-]+/, '').trim();
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
