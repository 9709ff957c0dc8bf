import { freeParts } from '../../incident/fields.ts';
import { byFigure, quarterFigures } from '../../incident/quarter-figures.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import type { Body } from './body.ts';
import {
  isEventLabel,
  isTimelike,
  type LabelLine,
  labelOf,
  reversedEvent,
  spanOfLine,
} from './label-lines.ts';
import { isEvent, type Label, type PartKind } from './labels.ts';
import type { LogEvent, Origin, StatedFigures } from './model.ts';
import { linesBetween, readableLines } from './readable-lines.ts';
import type { Span } from './span.ts';

export interface Parts {
  readonly events: readonly LogEvent[];
  readonly issue: Span | null;
  readonly timeToRepair: Span | null;
  readonly timeToResolve: Span | null;
  /** Those of a quarter. */
  readonly figures: StatedFigures;
  readonly context: Body | null;
  readonly reviewActions: Body | null;
  /** Number of the first line of a table, which is not read; null for none. */
  readonly table: number | null;
}

type ReadParts = Parts & {
  /** How many events have a time, or what should be one. */
  readonly labelled: number;
};

interface Part {
  readonly label: LabelLine;
  end: number;
}

/** Parts in which people write what they like: a label deeper inside is theirs. */
const freeKinds = new Set<Label['kind']>(freeParts);

/** What is found on the way through the lines. */
interface Found {
  readonly parts: Part[];
  readonly events: LabelLine[];
  /** Events and figures in a part of another name. */
  readonly loose: LabelLine[];
  table: number | null;
}

/**
 * What stands under a heading, by its labels; the first of each counts. Linear in the length.
 *
 * @param lines that stand under the heading
 * @param origin `generated` as `writeEntry` writes it: labels stand in bold at the margin, everything deeper is somebody's answer.
 *   `hand-written` however people write: nested or flat, as items or not, in bold or not, in quotes where all is in quotes.
 */
export function readParts(lines: readonly BlockLine[], origin: Origin): ReadParts {
  const plain = findLabels(lines, origin, 'plain');
  const isEmpty = [plain.parts, plain.events, plain.loose].every(({ length }) => length === 0);
  const isQuoted = isEmpty && lines.some(isQuoteLine);
  return assemble(lines, isQuoted ? findLabels(lines, origin, 'quoted') : plain, origin);
}

function isQuoteLine({ text }: BlockLine): boolean {
  return /^ {0,3}>/.test(text);
}

function findLabels(lines: readonly BlockLine[], origin: Origin, from: 'plain' | 'quoted'): Found {
  const found: Found = { parts: [], events: [], loose: [], table: null };
  let current: Part | null = null;
  let pending: LabelLine | null = null;
  for (const each of readableLines(lines)) {
    if (found.table === null && /^\s*\|.*\|\s*$/.test(each.text)) found.table = each.line;
    if (from === 'plain' && isQuoteLine(each)) continue;
    const label = labelOf(each, origin);
    const reversed = label === null && current?.label.kind === 'key-events' ? reversedEvent(each) : null;
    if (reversed !== null) found.events.push(reversed);
    else if (label !== null && begins(label, current, origin)) {
      const isInside = isEventLabel(label) && current?.label.kind === 'key-events';
      if (isEventLabel(label)) found.events.push(label);
      // An event leaves the part open that it stands in.
      if (!isInside) {
        current = { label, end: each.end };
        found.parts.push(current);
      }
    } else if (label !== null && current?.label.kind === null) found.loose.push(label);
    else if (pending !== null && label === null && each.text.trim() !== '') {
      const below = spanOfLine(each);
      if (/^[*_`]*\d/.test(below.text))
        found.events[found.events.indexOf(pending)] = { ...pending, value: below };
    }
    if (label !== null || each.text.trim() !== '') {
      const last: LabelLine | undefined = found.events.at(-1);
      pending = label !== null && last === label && label.value.text === '' ? label : null;
    }
    if (current !== null) current.end = each.end;
  }
  return found;
}

function assemble(
  lines: readonly BlockLine[],
  { parts, events, loose, table }: Found,
  origin: Origin,
): ReadParts {
  const partOf = (kind: PartKind) => parts.find(({ label }) => label.kind === kind) ?? null;
  const bodyOf = (kind: PartKind): Body | null => {
    const part = partOf(kind);
    return part && { start: part.label.value.start, end: part.end, line: part.label.line };
  };
  const spanOf = (kind: PartKind): Span | null => {
    const part = partOf(kind);
    if (part === null) return loose.find((label) => label.kind === kind)?.value ?? null;
    return part.label.value.text === '' ? spanBelow(lines, part) : part.label.value;
  };
  const context = bodyOf('context');
  const looseEvents = loose.filter(isEventLabel);
  const found =
    [events, looseEvents].find((each) => each.length > 0) ??
    (origin === 'generated' ? [] : eventsIn(lines, context));
  const timed = found.filter(({ value }) => isTimelike(value.text));
  return {
    events: found.flatMap(({ kind, name, value }) =>
      kind !== null && isEvent(kind) ? [{ kind, name, value }] : [],
    ),
    issue: spanOf('issue'),
    timeToRepair: spanOf('time-to-repair'),
    timeToResolve: spanOf('time-to-resolve'),
    figures: byFigure(quarterFigures, ({ key, of }) =>
      // A count stands right behind its label.
      of === 'incidents' ? (partOf(key)?.label.value ?? null) : spanOf(key),
    ),
    context,
    reviewActions: bodyOf('review-actions'),
    table,
    labelled: timed.length,
  };
}

/** A timeline may name the events that have no part of their own. */
function eventsIn(lines: readonly BlockLine[], context: Body | null): LabelLine[] {
  if (context === null) return [];
  return [...readableLines(linesBetween(lines, context.start, context.end))].flatMap((line) => {
    const label = labelOf(line, 'hand-written');
    if (label === null) return reversedEvent(line) ?? [];
    return isEventLabel(label) && isTimelike(label.value.text) ? [label] : [];
  });
}

/** Whether a label begins a part, or is an event that counts, in the part that is open. */
function begins(label: LabelLine, current: Part | null, origin: Origin): boolean {
  const { kind } = label;
  const open = current?.label;
  if (isEventLabel(label) && open?.kind === 'key-events') return true;
  if (origin === 'generated') return label.indent === 0 && !isEventLabel(label);
  if (open === undefined) return true;
  const isFree = freeKinds.has(open.kind);
  // A list right under a free part is what the part says, unless that stands behind its label.
  const isListed =
    label.indent === open.indent && label.isItem && !open.isItem && isFree && open.value.text === '';
  if (label.indent <= open.indent && !isListed) return true;
  // The last part of an entry is easily indented under the one above.
  const isPart = kind !== null && !isEventLabel(label);
  return isPart && (label.isMarked || (!isFree && open.kind !== null));
}

/** A figure that stands on a line of its own under its label; the empty value behind the label where there is none. */
function spanBelow(lines: readonly BlockLine[], { label, end }: Part): Span {
  const { value } = label;
  for (const line of readableLines(linesBetween(lines, value.end, end))) {
    const words = spanOfLine(line);
    if (words.text !== '') return /^[*_`[]*\d/.test(words.text) ? words : value;
  }
  return value;
}
