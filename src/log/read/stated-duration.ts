import { readDuration } from '../../incident/duration.ts';
import { isUnknown, type Span } from './span.ts';

/** A duration as a log states it. */
export interface StatedDuration {
  readonly minutes: number;
  readonly seconds: number;
  /** As `WrittenDuration` has it. */
  readonly precision: number;
  /** Offsets in the source of the figure alone, without marks of emphasis around it. */
  readonly start: number;
  readonly end: number;
  /** The figure as it is typed, and what stands behind it. */
  readonly text: string;
  readonly remark: string;
}

/** The duration that a value begins with; null where there is no value, or none that can be read. */
export function statedDuration(value: Span | null): StatedDuration | null {
  if (value === null) return null;
  const marks = /^[*_`[]*/.exec(value.text)?.[0].length ?? 0;
  const found = readDuration(value.text.slice(marks).replace(spaces, (entity) => ' '.repeat(entity.length)));
  if (found === null) return null;
  const end = marks + found.length;
  if (isBlurred(value.text.slice(end).replace(spaces, ' '))) return null;
  return {
    minutes: found.minutes,
    seconds: found.seconds,
    precision: found.precision,
    start: value.start + marks,
    end: value.start + end,
    text: value.text.slice(marks, end),
    remark: value.text.slice(end),
  };
}

/** Whether a value is a duration, or says in a word that there is none, so that another one can take its place. */
export function isReplaceableDuration(value: Span): boolean {
  return (
    statedDuration(value) !== null ||
    /^(?:not recorded|no incidents)$/i.test(value.text) ||
    (isUnknown(value.text) && /^[\p{L}/?.–—-]+$/u.test(value.text))
  );
}

/** Entities that stand for white space, which belongs to a figure. */
const spaces =
  /&(?:nbsp|thinsp|ensp|emsp|emsp13|emsp14|numsp|hairsp|#0*(?:32|160|8201|8239)|#x0*(?:20|a0|2009|202f));/gi;

/**
 * Whether a stated duration is what really passed, in the precision in which it is stated: minutes may be rounded or cut, longer
 * units are rounded.
 *
 * @param exact seconds
 */
export function agrees({ seconds, precision }: StatedDuration, exact: number): boolean {
  if (precision > 60) return Math.abs(seconds - exact) <= precision / 2;
  const units = exact / precision;
  return [Math.floor(units), Math.round(units)].some((each) => each * precision === seconds);
}

/** What a person has written behind a duration, or in parentheses on the line below; '' for nothing but marks. */
export function remarkWith({ remark, end }: StatedDuration, source: string): string {
  const [, below = ''] = /^[^\n]*\n[ \t]*(\([^\n]*)/.exec(source.slice(end, end + 1000)) ?? [];
  const text = `${remark} ${below}`
    .replace(spaces, ' ')
    .replace(/^\]\([^()]*\)/, '')
    .replace(/^ \(from \d+ of \d+ incidents\)/, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

/** "2 hours or so" is no figure to compare, as "about 2 hours" is none. */
function isBlurred(remark: string): boolean {
  return /^\s*(?:&(?:[a-z]+|#\w+);|[?+]|-?ish\b|or so\b|max\b|and a bit\b|at (?:least|most)\b|(?:[(]\s*)?(?:approx|roughly|about|estimated|rounded|ca\b))/i.test(
    remark,
  );
}
