import { type EventKind, eventNames, type FreePart, fields } from '../../incident/fields.ts';
import { offsetOfVisible, withoutInvisible } from '../../incident/invisible.ts';
import { type QuarterFigureKey, quarterFigures, repairWords } from '../../incident/quarter-figures.ts';

/** The parts of a log that a label begins. */
export type PartKind =
  | FreePart
  | 'issue'
  | 'key-events'
  | 'time-to-repair'
  | 'time-to-resolve'
  | QuarterFigureKey;

export interface Label {
  /** Columns of white space in front of the line. */
  readonly indent: number;
  /** Whether it is an item of a list, and whether it is set in bold or italics. */
  readonly isItem: boolean;
  readonly isMarked: boolean;
  /** Null for a label without a known meaning. */
  readonly kind: EventKind | PartKind | null;
  /** As typed: "First detected". */
  readonly name: string;
  /** Whether anything marks where the name ends: a colon, a dash, or marks of emphasis. */
  readonly isSeparated: boolean;
  /** Index in the line of what stands behind. */
  readonly valueStart: number;
}

const remark = String.raw`(?: \([^)]*\))?`;
const fieldNames = Object.values(fields).map(
  (field) => [field.holds === 'time' ? field.event.kind : field.id, field.synonyms.join('|')] as const,
);
const names: readonly (readonly [EventKind | PartKind, string])[] = [
  ...fieldNames.filter(([, name]) => name !== ''),
  ['issue', 'incident issue'],
  [
    'key-events',
    '(?:key )?(?:events|times|timings|timestamps|dates)|key (?:event|time|date|moment|milestone)s?',
  ],
  ['time-to-repair', `time (?:taken )?to ${repairWords}|(?:repair|recovery|restoration) time`],
  ['time-to-resolve', 'time (?:taken )?to (?:resolve|resolution|close)|resolution time'],
  ...quarterFigures.map(
    ({ key, label, otherNames }) => [key, `${label.toLowerCase()}|${otherNames}`] as const,
  ),
];
const patterns = names.map(([kind, name]) => [kind, new RegExp(`^(?:${name})${remark}$`)] as const);

const lead = /^(?: {0,3}>[ \t]?)*([ \t]*)((?:[-*+•·–—]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]?\][ \t]+)?/;
const marked = /^(\*{1,3}|_{1,2}|`)(?=\S)([^*_|`]{1,80})\1/;
/** What may stand between a label and its value: a remark, unless it is a time zone, and a colon or a dash. */
const separator =
  /^[ \t]*(?:\((?!UTC|GMT|[A-Z]{2,4}T\))[^()]*\)[ \t]*(?=[:\d–—-]))?(?::|[-–—](?=[ \t]))?[ \t]*/;
/** A label that nothing marks ends at a separator, or where a value begins. */
const unmarked =
  /^([\p{L}][^\n:–—|\d~]{0,59}?)[ \t]*(?::|[–—]|[ \t]-[ \t]|[ \t](?=[~\d(]|(?:TBC|TBD|TBA|N\/?A|unknown|none|ongoing|YYYY|not)(?![\p{L}]))|$)/iu;

/** Whether a name says in which zone its time is, which nobody's settings know of. */
export function namesZone(name: string): boolean {
  return /\((?:UTC|GMT|Z|[A-Z]{2,4}T)\b[^)]*\)\s*$/.test(name);
}

/** The event or part that a name stands for; null for another name. Case and a remark in parentheses make no difference. */
export function kindOf(name: string): EventKind | PartKind | null {
  const text = withoutInvisible(name)
    .toLowerCase()
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  // No known name begins with another letter.
  if (!/^[acdfhiklmnorstupbw]/.test(text) || text.length > 80) return null;
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/**
 * The label that a line begins with, null for none: a known name, in whatever case, as an item or not, in bold or not, with
 * a colon, a dash or nothing before its value; or any other name in bold, with a colon or alone on its line.
 */
export function readLabel(line: string): Label | null {
  const visible = withoutInvisible(line);
  const [start = '', white = '', bullet] = lead.exec(visible) ?? [];
  const place = { indent: columnsOf(white), isItem: bullet !== undefined };
  const label = labelAt(visible.slice(start.length));
  return label && { ...place, ...label, valueStart: offsetOfVisible(line, start.length + label.valueStart) };
}

/** Where the text begins with marks, the name may end with them, or label and value stand between them together. */
function labelAt(text: string): Omit<Label, 'indent' | 'isItem'> | null {
  const inMarks = marked.exec(text);
  if (inMarks === null) return unmarkedLabel(text, 'plain');
  const [whole, marks = '', inside = ''] = inMarks;
  const name = inside.replace(/[\s:–—-]+$/, '');
  if (/^\d/.test(name)) return null;
  const kind = kindOf(name);
  const together =
    kind === null && name.includes(':') ? unmarkedLabel(text.slice(marks.length), 'marked') : null;
  if (together !== null) return { ...together, valueStart: marks.length + together.valueStart };
  const behind = text.slice(whole.length);
  const isLabel = kind !== null || inside.trimEnd().endsWith(':') || /^\s*(?::|$)/.test(behind);
  if (!isLabel) return null;
  // "**Repaired** declared: …"
  const more = kind !== null && isEvent(kind) ? (/^ (?:declared|at|on)\b/i.exec(behind)?.[0].length ?? 0) : 0;
  const valueStart = whole.length + more + (separator.exec(behind.slice(more))?.[0].length ?? 0);
  return { isMarked: true, isSeparated: true, kind, name, valueStart };
}

/** A label without marks of emphasis: only a known name is one. */
function unmarkedLabel(text: string, marks: 'plain' | 'marked'): Omit<Label, 'indent' | 'isItem'> | null {
  const [, name = ''] = unmarked.exec(text) ?? [];
  const kind = name === '' ? null : kindOf(name);
  if (kind === null) return null;
  const between = separator.exec(text.slice(name.length))?.[0] ?? '';
  const isMarked = marks === 'marked';
  return {
    isMarked,
    isSeparated: /[:–—-]/.test(between) || isMarked,
    kind,
    name,
    valueStart: name.length + between.length,
  };
}

/** Columns of white space, a tab up to the next multiple of four. */
function columnsOf(white: string): number {
  let columns = 0;
  for (const character of white) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

export function isEvent(kind: EventKind | PartKind): kind is EventKind {
  return kind in eventNames;
}
