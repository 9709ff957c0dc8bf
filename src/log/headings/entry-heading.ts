import { withoutInvisible } from '../../incident/invisible.ts';
import { unescapeText } from '../../markdown/escape.ts';
import { plainText } from '../../markdown/parse.ts';
import { monthOf } from './months.ts';

/** An entry's heading, read. */
export interface EntryHeading {
  /** `YYYY-MM-DD`; '' where the heading has no day, or one that can be read in two ways. */
  readonly date: string;
  /** Plain text; '' for none. */
  readonly title: string;
}

interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** '' where the day and the month can't be told apart, or the day does not exist. */
  readonly date: string;
}

/**
 * The ways to write a day, in the order in which they are tried: with a year, a day, and a month as a number or an English word. A
 * way without these groups can be read as two days, and is read as none.
 */
const dateStyles: readonly RegExp[] = [
  /(?<![\w-])(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/,
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})\b/i,
  /\b(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b/i,
  /(?<![\w-])\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/,
];
/** As `writeEntry` writes it. */
const generated = /^Incident on (\d{4}-\d{2}-\d{2})(?: - (.*))?$/;
const clockTime =
  /^(?: (?:at )?|T)\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?(?:Z|UTC|GMT|BST|[+-]\d{2}:\d{2}))?(?![\w:])/i;
const until = /^ ?(?:to|until|[-–—]) (?=\d{4}-\d{2}-\d{2})\S+/i;
const weekday = /(?:^|[ ,])(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$/i;
const lead = /^\W*(?:incident ?(?:report)? ?(?:on|of|from)?|on)(?=\W|$) ?/i;

/** Whether a heading names a day, in whatever way. */
export function hasDate(heading: string): boolean {
  return findDate(withoutInvisible(heading)) !== null;
}

/** Whether a line without marks reads as the heading of an entry, as in a log that was copied off a page. */
export function isPlainEntryHeading(line: string): boolean {
  return /^incident\b/i.test(line) && hasDate(line);
}

/** Whether a heading is a day and a title, with something between them, and no time of day alone. */
export function isTitled(typed: string): boolean {
  const heading = withoutInvisible(typed);
  const found = findDate(heading);
  const behind = found === null ? '' : heading.slice(found.end);
  return (
    found !== null &&
    (/^\W*incident\b/i.test(heading) || /^\s*[-–—:|)\]]+\s*\S/.test(behind) || found.start > 3)
  );
}

/** Whether a heading is a pattern to copy, or an explanation, rather than an incident. */
export function isTemplateHeading(typed: string): boolean {
  const heading = withoutInvisible(typed);
  if (/^\W*(?:incident |entry )?template\b(?!\w)/i.test(heading) && !/^\W*template\s+\w+\s+\w/i.test(heading))
    return true;
  if (hasDate(heading)) return false;
  return /YYYY|\bDD[/-]MM\b|^\W*(?:incident |entry |log )?examples?(?:\W*$|\s*[:(]|\s+(?:incident|entry)\W*$)|^\W*(?:how to|about|definitions?|instructions|glossary)\b/i.test(
    heading,
  );
}

/**
 * Day and title of an entry, however they are put together: `Incident on 2024-10-14 10:30 - Title`, `Title (14 October 2024)`.
 *
 * @param origin `generated`: as `writeEntry` writes it, with the title as escaped text; `hand-written`: Markdown
 */
export function readEntryHeading(heading: string, origin: 'generated' | 'hand-written'): EntryHeading {
  const [, date, text] = (origin === 'generated' && generated.exec(heading)) || [];
  if (date !== undefined) return { date, title: unescapeText(text ?? '') };
  const line = plainText(
    withoutInvisible(heading)
      .replace(/\s+/g, ' ')
      .replace(/ ?\{#[^{}]*\} ?$/, ''),
  );
  const found = findDate(line);
  if (found === null) return { date: '', title: line };
  const before = trimEnd(line.slice(0, found.start).replace(lead, '')).replace(weekday, '');
  const behind = line.slice(found.end).replace(clockTime, '').replace(until, '');
  const title = [before.replace(/ on$/i, ''), trimStart(behind)].filter((part) => part !== '').join(' ');
  return { date: found.date, title };
}

/** What stands between a day and a title. */
const separators = new Set(' ()[]-–—:,|');

function trimEnd(text: string): string {
  let end = text.length;
  while (separators.has(text.charAt(end - 1)) && end > 0) end -= 1;
  return text.slice(0, end);
}

function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && separators.has(text.charAt(start))) start += 1;
  return text.slice(start);
}

function findDate(heading: string): FoundDate | null {
  for (const style of dateStyles) {
    const match = style.exec(heading);
    if (match === null) continue;
    const { year, month, day } = match.groups ?? {};
    const number = month === undefined ? null : /^\d/.test(month) ? Number(month) : monthOf(month);
    // Another word stands where the month would.
    if (month !== undefined && number === null) continue;
    const date = number === null ? '' : dateOf(year, number, day);
    return { start: match.index, end: match.index + match[0].length, date };
  }
  return null;
}

/** `YYYY-MM-DD`, or '' for a day that does not exist. */
function dateOf(year: string | undefined, month: number, day: string | undefined): string {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  return date.getUTCMonth() === month - 1 && Number(day) > 0 ? date.toISOString().slice(0, 10) : '';
}
