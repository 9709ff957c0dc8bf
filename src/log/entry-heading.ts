import { unescapeText } from '../markdown/plain.ts';
import { plainLine } from '../markdown/plain-line.ts';
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
  readonly date: string;
}

const yearFirst = /\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\b/;
const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const monthFirst = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
/** Nobody can tell the day from the month. */
const numbersAlone = /\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/;
const ours = /^Incident on (\d{4}-\d{2}-\d{2})(?: - (.*))?$/;
const clockTime =
  /^(?:\s+(?:at\s+)?|T)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?:Z|UTC|GMT|BST|[+-]\d{2}:\d{2}))?(?![\w:])/i;
const separators = /^[\s)\]]*[-–—:,|]*\s*/;

/** Whether a heading names a day, in whatever way. */
export function hasDate(heading: string): boolean {
  return findDate(heading) !== null;
}

/** Whether a heading is a pattern to copy rather than an incident. */
export function isTemplateHeading(heading: string): boolean {
  if (hasDate(heading)) return false;
  return /YYYY|\bDD[/-]MM\b|^\W*(?:incident |entry |log )?(?:template|example)s?(?:\W*$|\s*[:(]|\s+(?:incident|entry)\W*$)/i.test(
    heading,
  );
}

/**
 * Day and title of an entry, however they are put together: `Incident on 2024-10-14 10:30 - Title`, `Title (14 October 2024)`.
 *
 * @param manner `ours` as `writeEntry` writes it, with the title as text; `theirs` as Markdown
 */
export function readEntryHeading(heading: string, manner: 'ours' | 'theirs'): EntryHeading {
  const [, date, words] = (manner === 'ours' && ours.exec(heading)) || [];
  if (date !== undefined) return { date, title: unescapeText(words ?? '') };
  const found = findDate(heading);
  if (found === null) return { date: '', title: plainLine(heading) };
  const before = heading
    .slice(0, found.start)
    .replace(/^\W*(?:incident\s*(?:report)?\s*(?:on|of|from)?|on)(?=\W|$)\s*/i, '')
    .replace(/[\s([]*[-–—:,|]*\s*(?:\bon\s*)?$/i, '');
  const behind = heading.slice(found.end).replace(clockTime, '').replace(separators, '');
  return { date: found.date, title: plainLine([before, behind].filter((part) => part !== '').join(' ')) };
}

function findDate(heading: string): FoundDate | null {
  const place = (match: RegExpExecArray, date: string): FoundDate => ({
    start: match.index,
    end: match.index + match[0].length,
    date,
  });
  const numbers = yearFirst.exec(heading);
  if (numbers !== null) return place(numbers, dateOf(numbers[1], Number(numbers[3]), numbers[4]));
  const withDay = dayFirst.exec(heading);
  const month = monthOf(withDay?.[2] ?? '');
  if (withDay !== null && month !== null) return place(withDay, dateOf(withDay[3], month, withDay[1]));
  const withMonth = monthFirst.exec(heading);
  const first = monthOf(withMonth?.[1] ?? '');
  if (withMonth !== null && first !== null)
    return place(withMonth, dateOf(withMonth[3], first, withMonth[2]));
  const unclear = numbersAlone.exec(heading);
  return unclear === null ? null : place(unclear, '');
}

/** `YYYY-MM-DD`, or '' for a day that does not exist. */
function dateOf(year: string | undefined, month: number, day: string | undefined): string {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  return date.getUTCMonth() === month - 1 && Number(day) > 0 ? date.toISOString().slice(0, 10) : '';
}
