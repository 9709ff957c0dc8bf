import { readDuration } from '../../incident/duration.ts';
import { offsetOfVisible, withoutInvisible } from '../../incident/invisible.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import { isEvent, kindOf, type Label, readLabel } from './labels.ts';
import type { Origin } from './model.ts';
import { isUnknown, type Span, spanAt } from './span.ts';

/** A label in the source, and what stands behind it. */
export interface LabelLine extends Label {
  readonly line: number;
  readonly start: number;
  readonly value: Span;
}

/** Longer lines are no headings and no events. */
const longestHeading = 300;

export function isEventLabel({ kind }: Label): boolean {
  return kind !== null && isEvent(kind);
}

/** The label that a line begins with, with its value; null for none, and where what follows shows that it is prose. */
export function labelOf(line: BlockLine, origin: Origin): LabelLine | null {
  // Most lines of a generated entry are answers, and no label begins with a digit.
  if (origin === 'generated' && !/^(?:- \*\*| {2}- (?!\d))/.test(line.text)) return null;
  const label = headingLabel(line.text) ?? readLabel(line.text);
  const found = label && labelLine(label, line);
  return found !== null && isPlausible(found) ? found : null;
}

/**
 * "Reported: by a user" and "Time to repair was long" are prose. Only the usual names of events, apart from their value, are sure
 * to be followed by a time, or by what should be one.
 */
function isPlausible({ kind, name, isSeparated, value }: LabelLine): boolean {
  if (kind === null) return true;
  if (!isEvent(kind)) {
    const duration = isSeparated || value.text === '' ? null : readDuration(value.text);
    return (
      isSeparated ||
      value.text === '' ||
      isUnknown(value.text) ||
      (duration !== null && /^\s*(?:[(.,;]|$)/.test(value.text.slice(duration.length)))
    );
  }
  return (
    /^(?:first detected|repaired|resolved)$/i.test(name) ||
    value.text === '' ||
    isTimelike(value.text) ||
    isUnknown(value.text)
  );
}

/** Whether a value begins like a day or a time of day. */
export function isTimelike(value: string): boolean {
  return /^[*_`"“'\s]*(?:(?:[a-z]{3,9},? )?(?:\d{4}[-/.]\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4})|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/i.test(
    withoutInvisible(value),
  );
}

/** Under an entry's heading a deeper one is a label. */
function headingLabel(text: string): Label | null {
  if (text.length > longestHeading) return null;
  const rest = /^ {0,3}#{1,6}(?=[ \t])(.*)$/s.exec(text)?.[1];
  if (rest === undefined) return null;
  const name = rest
    .trim()
    .replace(/#+$/, '')
    .replace(/[ \t:]+$/, '');
  const kind = kindOf(name.replace(/[*_]/g, ''));
  return { indent: 0, isItem: false, isMarked: true, isSeparated: true, kind, name, valueStart: text.length };
}

/** An event with its time in front: `2024-10-14 10:30 First detected`. */
export function reversedEvent(line: BlockLine): LabelLine | null {
  if (line.text.length > longestHeading) return null;
  const match =
    /^([ \t]*(?:[-*+•·–—][ \t]+)?[*_`]*)(\d[\d-]+(?:T|\s+)[\d:]+(?:[.,]\d+)?(?:\s?[ap]\.?m\b\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d\d:\d\d))?)[ \t*_`]*(?::|[-–—]|[ \t])[ \t]*(.+?)[ \t.]*$/s.exec(
      withoutInvisible(line.text),
    );
  const [, lead = '', time = '', name = ''] = match ?? [];
  const kind = kindOf(name.replace(/[*_]/g, '').replace(/ by .*$/i, ''));
  if (kind === null || !isEvent(kind)) return null;
  const label = {
    indent: lead.length,
    isItem: true,
    isMarked: false,
    isSeparated: true,
    kind,
    name,
    valueStart: offsetOfVisible(line.text, lead.length),
  };
  return labelLine(label, line, offsetOfVisible(line.text, lead.length + time.length));
}

function labelLine(label: Label, line: BlockLine, valueEnd = line.text.length): LabelLine {
  const value = spanAt(line.text.slice(label.valueStart, valueEnd), line.start + label.valueStart, line.line);
  return { ...label, line: line.line, start: line.start, value };
}

/** The text of a line without its bullet. */
export function spanOfLine(line: BlockLine): Span {
  const text = line.text.replace(/^[ \t]*(?:[-*+][ \t]+)?/, (lead) => ' '.repeat(lead.length));
  return spanAt(text, line.start, line.line);
}
