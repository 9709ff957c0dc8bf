import { type EventKind, isEvent, kindOf, type Label, type PartKind, readLabel } from './labels.ts';
import { type ReadableLine, readableLines } from './readable-lines.ts';

/** A piece of the source: its offsets, its text without white space at the ends, and the number of its line, from 1. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** An event as the log tells of it: "Repaired", and "2024-10-15 11:29 (fix forward)". */
export interface LogEvent {
  readonly kind: EventKind;
  readonly name: string;
  readonly words: Words;
}

/** The lines that stand under a label, from what stands behind it on. */
export interface Body {
  readonly start: number;
  readonly end: number;
  /** Number of its first line, from 1. */
  readonly line: number;
}

export interface Parts {
  readonly events: readonly LogEvent[];
  readonly issue: Words | null;
  readonly timeToRepair: Words | null;
  readonly timeToResolve: Words | null;
  readonly incidents: Words | null;
  readonly meanTimeToRepair: Words | null;
  readonly meanTimeToResolve: Words | null;
  readonly context: Body | null;
  readonly reviewActions: Body | null;
  /** Number of the first line of a table, which is not read; null for none. */
  readonly table: number | null;
}

interface PlacedLabel extends Label {
  readonly line: number;
  readonly start: number;
  readonly value: Words;
}

interface Part {
  readonly label: PlacedLabel;
  end: number;
}

/** Whether words say that something is not known, or not yet: "TBC", "N/A", or a pattern that nobody has filled in. */
export function isUnknown(words: string): boolean {
  return /^(?:$|[-–—?.…_*]+$|(?:n\/?a|t\.?b\.?[acd]|none|unknown|unclear|ongoing|in progress|pending|not|xx?h? ?xx?m?|y{4}|still)(?![\p{L}\d]))/iu.test(
    words.replace(/^[([*_`\s]+/, ''),
  );
}

/** Parts in which people write what they like: a label deeper inside is theirs. */
const freeKinds = new Set<Label['kind']>([
  'identified',
  'impact',
  'context',
  'resolution',
  'review-actions',
  null,
]);

/**
 * What stands under a heading, by its labels; the first of each counts. Linear in the length.
 *
 * @param manner `ours` as `writeEntry` writes it: labels stand in bold at the margin, everything deeper is somebody's answer.
 *   `theirs` in whatever manner people have: nested or flat, as items or not, in bold or not.
 */
export function readParts(
  source: string,
  { start, end, line }: Body,
  manner: 'ours' | 'theirs',
): Parts & { readonly labelled: boolean } {
  const parts: Part[] = [];
  const events: PlacedLabel[] = [];
  let table: number | null = null;
  let current: Part | null = null;
  for (const each of readableLines(source.slice(start, end), start, line)) {
    if (table === null && /^\s*\|.*\|\s*$/.test(each.text)) table = each.line;
    const label = labelOf(each, manner);
    const reversed = label === null && current?.label.kind === 'key-events' ? reversedEvent(each) : null;
    if (reversed !== null) events.push(reversed);
    else if (label !== null && begins(label, current, manner)) {
      if (label.kind !== null && isEvent(label.kind)) events.push(label);
      // An event leaves the part open that it stands in.
      if (current?.label.kind !== 'key-events' || label.kind === null || !isEvent(label.kind)) {
        current = { label, end: each.end };
        parts.push(current);
      }
    }
    if (current !== null) current.end = each.end;
  }
  return assemble(source, parts, events, table, manner);
}

function assemble(
  source: string,
  parts: readonly Part[],
  found: readonly PlacedLabel[],
  table: number | null,
  manner: 'ours' | 'theirs',
): Parts & { readonly labelled: boolean } {
  const partOf = (kind: PartKind) => parts.find(({ label }) => label.kind === kind) ?? null;
  const bodyOf = (kind: PartKind): Body | null => {
    const part = partOf(kind);
    return part && { start: part.label.value.start, end: part.end, line: part.label.line };
  };
  const wordsOf = (kind: PartKind): Words | null => {
    const part = partOf(kind);
    return part === null || part.label.value.text !== ''
      ? (part?.label.value ?? null)
      : wordsBelow(source, part);
  };
  const context = bodyOf('context');
  const events = found.length > 0 || manner === 'ours' ? found : eventsIn(source, context);
  return {
    events: events.flatMap(({ kind, name, value }) =>
      kind !== null && isEvent(kind) ? [{ kind, name, words: value }] : [],
    ),
    issue: wordsOf('issue'),
    timeToRepair: wordsOf('time-to-repair'),
    timeToResolve: wordsOf('time-to-resolve'),
    incidents: partOf('incidents')?.label.value ?? null,
    meanTimeToRepair: wordsOf('mean-time-to-repair'),
    meanTimeToResolve: wordsOf('mean-time-to-resolve'),
    context,
    reviewActions: bodyOf('review-actions'),
    table,
    labelled:
      events.some(({ value }) => /^[*_`"“\s]*(?:\d|[a-z]{3,9}\.? \d)/i.test(value.text)) ||
      ['time-to-repair', 'time-to-resolve'].some((kind) => /^\d/.test(wordsOf(kind as PartKind)?.text ?? '')),
  };
}

/** A timeline may name the events that have no part of their own. */
function eventsIn(source: string, context: Body | null): PlacedLabel[] {
  if (context === null) return [];
  return [...readableLines(source.slice(context.start, context.end), context.start, context.line)].flatMap(
    (line) => {
      const label = labelOf(line, 'theirs');
      const isTimed = label?.kind && isEvent(label.kind) && /^\d/.test(label.value.text);
      return label !== null && isTimed ? [label] : [];
    },
  );
}

/** Whether a label begins a part, or is an event that counts, in the part that is open. */
function begins(label: PlacedLabel, current: Part | null, manner: 'ours' | 'theirs'): boolean {
  const { kind } = label;
  const open = current?.label;
  if (kind !== null && isEvent(kind) && open?.kind === 'key-events') return true;
  if (manner === 'ours') return label.indent === 0 && (kind === null || !isEvent(kind));
  if (open === undefined) return true;
  const isDeeper =
    label.indent > open.indent || (label.indent === open.indent && label.isItem && !open.isItem);
  if (!isDeeper) return true;
  // The last part of an entry is easily indented under the one above.
  const isPart = kind !== null && !isEvent(kind);
  return isPart && (label.isMarked || !freeKinds.has(open.kind));
}

function labelOf(line: ReadableLine, manner: 'ours' | 'theirs'): PlacedLabel | null {
  // Most lines of ours are answers.
  if (manner === 'ours' && !/^(?:- \*\*| {2}- )/.test(line.text)) return null;
  const label = headingLabel(line.text) ?? readLabel(line.text);
  const found = label && placed(label, line);
  return found !== null && isPlausible(found) ? found : null;
}

/** "Reported: by a user" is prose. Only the usual names of events are sure to be followed by a time, or by what should be one. */
function isPlausible({ kind, name, value }: PlacedLabel): boolean {
  if (kind === null || !isEvent(kind) || /^(?:first detected|repaired|resolved)$/i.test(name)) return true;
  const month = /^[*_`"“\s]*(?:[a-z]{3,9}\.?,? )?(?:\d|[a-z]{3,9}\.? \d)/i;
  return value.text === '' || month.test(value.text) || isUnknown(value.text);
}

/** Under an entry's heading a deeper one is a label. */
function headingLabel(text: string): Label | null {
  const [, marks, name] = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t:]*#*[ \t]*$/.exec(text) ?? [];
  if (marks === undefined || name === undefined) return null;
  const kind = kindOf(name.replace(/[*_]/g, ''));
  return { indent: 0, isItem: false, isMarked: true, kind, name, valueStart: text.length };
}

/** An event with its time in front: `2024-10-14 10:30 First detected`. */
function reversedEvent(line: ReadableLine): PlacedLabel | null {
  const match =
    /^([ \t]*(?:[-*+•–—][ \t]+)?)(\d[\d-]+(?:T|\s+)[\d:]+(?:\s*(?:Z|UTC|[+-]\d\d:\d\d))?)[ \t]*(?::|[-–—]|[ \t])[ \t]*(.+?)[ \t.]*$/.exec(
      line.text,
    );
  const [, lead = '', time = '', name = ''] = match ?? [];
  const kind = kindOf(name.replace(/[*_]/g, ''));
  if (kind === null || !isEvent(kind)) return null;
  const label = { indent: lead.length, isItem: true, isMarked: false, kind, name, valueStart: lead.length };
  return placed(label, line, lead.length + time.length);
}

function placed(label: Label, line: ReadableLine, valueEnd = line.text.length): PlacedLabel {
  const value = wordsAt(
    line.text.slice(label.valueStart, valueEnd),
    line.start + label.valueStart,
    line.line,
  );
  return { ...label, line: line.line, start: line.start, value };
}

function wordsAt(text: string, start: number, line: number): Words {
  const from = start + (text.length - text.trimStart().length);
  const trimmed = text.trim();
  return { text: trimmed, start: from, end: from + trimmed.length, line };
}

/** A figure that stands on a line of its own under its label; the empty value behind the label where there is none. */
function wordsBelow(source: string, { label, end }: Part): Words {
  const { value } = label;
  for (const line of readableLines(source.slice(value.end, end), value.end, value.line)) {
    const words = wordsAt(
      line.text.replace(/^[ \t]*(?:[-*+][ \t]+)?/, (lead) => ' '.repeat(lead.length)),
      line.start,
      line.line,
    );
    if (words.text !== '') return /^[*_`[]*\d/.test(words.text) ? words : value;
  }
  return value;
}
