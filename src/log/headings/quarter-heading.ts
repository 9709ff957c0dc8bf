import { withoutInvisible } from '../../incident/invisible.ts';
import { type Quarter, quarterHeading, quarterMonths } from '../../incident/quarter.ts';
import { monthLike, monthOf } from './months.ts';

/** A quarter as a heading names it. */
export interface NamedQuarter {
  readonly quarter: Quarter;
  /** Whether the months that stand behind it, if any, are the quarter's own. */
  readonly months: 'none' | 'own' | 'others';
}

const ordinals = ['first', 'second', 'third', 'fourth'];
const cardinals = ['one', 'two', 'three', 'four'];
const number = String.raw`(?:q(?:uarter|tr)?\.?\s*([1-4])|([1-4])(?:q\b|(?:st|nd|rd|th)\s+quarter)|(${ordinals.join('|')})\s+quarter|quarter\s+(${cardinals.join('|')})\b)`;
const between = String.raw`[\s,/_:(–—-]*(?:of\s+)?(?:cy\s*)?`;
/** Months may stand between quarter and year. */
const months = String.raw`(?:[\s(–—:-]+[a-z]{3,9}\s*(?:-|–|—|to)\s*[a-z]{3,9}\)?)?`;
/** Not the first half of "2024/25", which is another kind of year. */
const year = String.raw`((?:19|20)\d{2})(?![\d/]|\s*[-–—]\s*\d)`;
const quarterFirst = new RegExp(`^${number}(?:(?!\\d)(${months})${between}${year})?(?![\\w/])(.*)$`, 'is');
const yearFirst = new RegExp(`^${year}${between}${number}(?!\\w)(.*)$`, 'is');
const monthRange = String.raw`([a-z]{3,9})\.?(?:\s+(?:19|20)\d{2})?\s*(?:-|–|—|to|until|/|,\s*[a-z]{3,9}\.?,?(?:\s+and)?)\s*([a-z]{3,9})\.?`;
const monthsFirst = new RegExp(`^${monthRange},?\\s+\\(?((?:19|20)\\d{2})(?!\\d|/)(.*)$`, 'is');
const yearAndMonths = new RegExp(`^${year}[\\s,:(–—-]+${monthRange}\\)?$`, 'i');

/**
 * The quarter that a heading names: `Q1 2024`, `2024 Q1`, `First quarter of 2024`, `January to March 2024`, whatever else stands
 * behind; null where it names none, or one of a financial year.
 *
 * @param heading Markdown of the heading, without its marks
 * @param above the year that a heading above this one names, for `Q1` alone
 */
export function readQuarterHeading(heading: string, above: number | null): NamedQuarter | null {
  const text = plainHeading(heading);
  for (const style of styles) {
    const named = style(text, above);
    if (named !== null) return named;
  }
  return null;
}

/** Reads one way to name a quarter; null for words that name none in this way. */
type QuarterStyle = (text: string, above: number | null) => NamedQuarter | null;

/** The ways to name a quarter, in the order in which they are tried. */
const styles: readonly QuarterStyle[] = [numberThenYear, yearThenNumber, monthsThenYear, yearThenMonths];

/** `Q1 2024`, `First quarter of 2024`, and `Q1` below a year. */
function numberThenYear(text: string, above: number | null): NamedQuarter | null {
  const match = quarterFirst.exec(text);
  const found = numberIn(match?.slice(1, 5));
  const [months = '', ownYear, rest = ''] = match?.slice(5) ?? [];
  const year = ownYear ?? (above === null || /^[\s:,–—-]*(?:fy|\d)/i.test(rest) ? undefined : above);
  return found === null || year === undefined ? null : namedQuarter(Number(year), found, months + rest);
}

/** `2024 Q1` */
function yearThenNumber(text: string): NamedQuarter | null {
  const match = yearFirst.exec(text);
  const found = numberIn(match?.slice(2, 6));
  return match === null || found === null ? null : namedQuarter(Number(match[1]), found, match[6] ?? '');
}

/** `January to March 2024` */
function monthsThenYear(text: string): NamedQuarter | null {
  const [, from = '', to = '', year] = monthsFirst.exec(text) ?? [];
  return quarterOfMonths(from, to, year);
}

/** `2024, January to March` */
function yearThenMonths(text: string): NamedQuarter | null {
  const [, year, from = '', to = ''] = yearAndMonths.exec(text) ?? [];
  return quarterOfMonths(from, to, year);
}

/** @param rest what stands behind the name, where its months may stand */
function namedQuarter(year: number, number: Quarter['number'], rest: string): NamedQuarter {
  const quarter = { year, number };
  return { quarter, months: monthsIn(rest, quarter) };
}

function quarterOfMonths(from: string, to: string, year: string | undefined): NamedQuarter | null {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (year === undefined || first === null || last !== first + 2 || first % 3 !== 1) return null;
  return { quarter: { year: Number(year), number: numberOf((first - 1) / 3 + 1) }, months: 'own' };
}

/** Whether a line without marks reads as the heading of a quarter, as in a log that was copied off a page. */
export function isPlainQuarterHeading(line: string): boolean {
  if (!/^(?:q[1-4]\b|\d{4} q[1-4]\b)/i.test(line) || readQuarterHeading(line, null) === null) return false;
  return /^\S+ \S+(?:\s*\([^()]*\))?\s*$/.test(line);
}

/** Whether a heading speaks of a quarter, but of a financial year or of no year at all. */
export function isUnreadableQuarter(heading: string): boolean {
  const text = plainHeading(heading);
  return /^q[1-4]\b/i.test(text) || /^(?:fy\s*)?(?:\d{2}|\d{4})(?:[/-]\d{2,4})?\s+q[1-4]\b/i.test(text);
}

/** A heading for `quarter` like another quarter's; the usual one where the other says more than its quarter and its months. */
export function quarterHeadingLike(model: string, quarter: Quarter): string {
  const named = readQuarterHeading(model, null);
  const months = [...model.matchAll(/[a-z]{3,}/gi)].filter(([word]) => monthOf(word) !== null);
  const [first, last] = [0, months.length - 1];
  const rest = model
    .replace(/[a-z]{3,}/gi, (word) => (monthOf(word) === null ? word : ''))
    .replace(/(?:19|20)\d{2}|q[1-4]|\bto\b|\buntil\b/gi, '');
  if (named === null || /[\p{L}\p{N}#]/u.test(rest) || months.length === 1 || months.length > 3) {
    return quarterHeading(quarter);
  }
  const own = quarterMonths(quarter);
  let index = -1;
  return model
    .replace(/[a-z]{3,}/gi, (word) => {
      if (monthOf(word) === null) return word;
      index += 1;
      return monthLike(word, index === first ? own.first : index === last ? own.last : own.first + 1);
    })
    .replaceAll(String(named.quarter.year), () => String(quarter.year))
    .replace(/q[1-4]/i, (word) => `${word.charAt(0)}${quarter.number}`);
}

/** The number that one of the ways to write it has. */
function numberIn([digit, ordinal, name, word]: readonly (string | undefined)[] = []):
  | Quarter['number']
  | null {
  const found = digit ?? ordinal;
  if (found !== undefined) return numberOf(Number(found));
  const index =
    name !== undefined ? ordinals.indexOf(name.toLowerCase()) : cardinals.indexOf(word?.toLowerCase() ?? '');
  return index < 0 ? null : numberOf(index + 1);
}

function numberOf(value: number): Quarter['number'] {
  return value === 1 || value === 2 || value === 3 ? value : 4;
}

/** Whether the months behind a quarter are its own. Words that are no months are ignored: the number names the quarter. */
function monthsIn(rest: string, quarter: Quarter): NamedQuarter['months'] {
  const months = [...rest.matchAll(/[a-z]{3,}/gi)].flatMap(([word]) => monthOf(word) ?? []);
  if (months.length < 2) return 'none';
  const { first, last } = quarterMonths(quarter);
  return months[0] === first && months.at(-1) === last ? 'own' : 'others';
}

/** A heading without marks of emphasis, code and links, and without words that lead up to a quarter. */
export function plainHeading(heading: string): string {
  return withoutInvisible(heading)
    .slice(0, longest)
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`\\]|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(
      /^(?:incidents?|log|summary|report)(?: (?:in|for|of|during|from))? (?=q[1-4]|quarter|first|second|third|fourth)/i,
      '',
    )
    .trim();
}

/** A longer heading names no quarter. */
const longest = 200;
