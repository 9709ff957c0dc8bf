import { type QuarterFigureKey, quarterFigures } from '../../incident/figures.ts';
import { offsetOfSeen, withoutUnseen } from '../../incident/unseen.ts';

/** What happened when: the events by which an incident is measured, and two more. */
export type EventKind = 'started' | 'first-detected' | 'declared' | 'repaired' | 'resolved';

/** The parts of a log that a label begins. */
export type PartKind =
  | 'issue'
  | 'key-events'
  | 'time-to-repair'
  | 'time-to-resolve'
  | 'identified'
  | 'impact'
  | 'context'
  | 'resolution'
  | 'review-actions'
  | QuarterFigureKey;

export interface Label {
  /** Columns of white space in front of the line. */
  readonly indent: number;
  /** Whether it is an item of a list, and whether it is set in bold or italics. */
  readonly isItem: boolean;
  readonly isMarked: boolean;
  /** Null for a label that is none of ours. */
  readonly kind: EventKind | PartKind | null;
  /** As typed: "First detected". */
  readonly name: string;
  /** Whether anything marks where the name ends: a colon, a dash, or marks of emphasis. */
  readonly isSeparated: boolean;
  /** Index in the line of what stands behind. */
  readonly valueStart: number;
}

const subject =
  '(?:(?:the |major )?(?:incident|fault|issue|problem|outage|service|services|impact|failure) )?';
const is = '(?:is |was |were )?';
const when = '(?: at| on)?';
const time = '(?: at| on| time)?';
const mending = '(?:repair|fix|mitigat\\w+|restor\\w+|recover\\w*)';
const remark = String.raw`(?: \([^)]*\))?`;
const names: readonly (readonly [EventKind | PartKind, string])[] = [
  [
    'started',
    `${subject}${is}(?:occur(?:s|red|rence)?|start(?:s|ed)?|beg(?:ins|an|inning)|onset)${time}|start (?:of .{1,30}|date|date and time)`,
  ],
  [
    'first-detected',
    `first(?:ly)? (?:det\\w+|notic\\w+|report\\w*|alert\\w*|observ\\w+|seen|spotted|raised|known)${when}|${subject}${is}(?:first )?(?:detected|reported|noticed|discovered|spotted|raised|alerted)${time}|(?:(?:the )?[\\w-]+ ){0,3}(?:became |becomes |was |were |made )*aware|(?:time of |initial )?detection${time}|(?:first |initial )?alert(?: fired| raised| received| triggered)?${when}`,
  ],
  ['declared', `${subject}${is}(?:declared|declaration)${time}`],
  [
    'repaired',
    `${subject}${is}(?:repair(?:ed)?|mitigat(?:ed|ion)|restor(?:ed|ation)|fix(?:ed)?|recover(?:ed|y))(?: declared| deployed| applied)?${when}`,
  ],
  ['resolved', `${subject}${is}(?:fully )?(?:resolved|closed)(?: declared)?${when}`],
  ['issue', 'incident issue'],
  [
    'key-events',
    '(?:key )?(?:events|times|timings|timestamps|dates)|key (?:event|time|date|moment|milestone)s?',
  ],
  ['time-to-repair', `time (?:taken )?to ${mending}|(?:repair|recovery|restoration) time`],
  ['time-to-resolve', 'time (?:taken )?to (?:resolve|resolution|close)|resolution time'],
  ...quarterFigures.map(
    ({ key, label, otherNames }) => [key, `${label.toLowerCase()}|${otherNames}`] as const,
  ),
  ['identified', '(?:how )?(?:it was )?identified(?: by)?|how (?:was it |it was )?detected'],
  ['impact', '(?:user |customer |business |service )?impact'],
  ['context', 'context|timeline|chronology|sequence of events'],
  ['resolution', 'resolution|remediation'],
  [
    'review-actions',
    '(?:(?:post[- ]?)?(?:incident[- ])?review |follow[- ]?up |corrective |remedial |preventative |preventive )?(?:actions?|action items|tasks)(?: following (?:the )?review| from (?:the )?review)?|follow[- ]?ups|next steps',
  ],
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
  const words = withoutUnseen(name)
    .toLowerCase()
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  // No name that we know begins with another letter.
  if (!/^[acdfhiklmnorstupbw]/.test(words) || words.length > 80) return null;
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/**
 * The label that a line begins with, null for none: a name that is ours, in whatever case, as an item or not, in bold or not, with
 * a colon, a dash or nothing before its value; or any other name in bold, with a colon or alone on its line.
 */
export function readLabel(line: string): Label | null {
  const seen = withoutUnseen(line);
  const [start = '', white = '', bullet] = lead.exec(seen) ?? [];
  const place = { indent: columnsOf(white), isItem: bullet !== undefined };
  const label = labelAt(seen.slice(start.length));
  return label && { ...place, ...label, valueStart: offsetOfSeen(line, start.length + label.valueStart) };
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

/** A name that is ours. */
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

const eventKinds = new Set<string>(['started', 'first-detected', 'declared', 'repaired', 'resolved']);

export function isEvent(kind: EventKind | PartKind): kind is EventKind {
  return eventKinds.has(kind);
}
