/**
 * A field of the issue form that this program knows. A team's form names it by its `id`, whatever the label says there; every other
 * field of a form is the team's own.
 */
interface KnownField {
  readonly id: string;
  /** In our own form, in the log's entries, and in messages that have no form at hand. */
  readonly label: string;
  /** The element of our own form; null for a field that only teams add. */
  readonly form: {
    readonly kind: 'input' | 'textarea' | 'dropdown';
    readonly required: boolean;
    /** What a dropdown offers. */
    readonly options?: readonly string[];
  } | null;
  /**
   * How other logs name it: alternatives of a regular expression that fits a whole label in lower case. A log's labels are tried
   * against the fields in the order of this table.
   */
  readonly synonyms: readonly string[];
}

/** The time of an event. All of them stand among the key events of an entry, in the order of this table. */
interface EventField extends KnownField {
  readonly holds: 'time';
  readonly event: {
    /** What a log's labels and the audit call the event. */
    readonly kind: string;
    readonly name: string;
    /** The kinds of the events that it can't be before. */
    readonly follows: readonly string[];
  };
}

interface TextField extends KnownField {
  /** `text` is shown as typed. A `timeline` has one entry a line, each with its time in front. */
  readonly holds: 'text' | 'timeline';
  /** While an incident is ongoing its entry is short, so that notes which are still being typed don't change the log. */
  readonly entry: 'always' | 'once-repaired';
  /** Whether the status comment shows the answer, on one line among the times. */
  readonly statusComment: boolean;
}

interface ReviewActionsField extends KnownField {
  readonly holds: 'review-actions';
}

/**
 * What incidents are grouped by: a `level` is one of the options of the form, the worst first; `names` may be several, separated by commas.
 * An entry prints it among the team's own fields, as it did before it was known.
 */
interface GroupField extends KnownField {
  readonly holds: 'level' | 'names';
  readonly statusComment: boolean;
}

const subject =
  '(?:(?:the |major )?(?:incident|fault|issue|problem|outage|service|services|impact|failure) )?';
const is = '(?:is |was |were )?';
const when = '(?: at| on)?';
const time = '(?: at| on| time)?';

/**
 * The known fields, by their key in an incident, in the order of the form and of an entry. This is the only list of them: the form that
 * we ship, reading an issue, the log's entry and labels, the JSON output, commands and the status comment all follow it. A new text
 * or event needs a row here, and a line in the form and the README.
 */
export const fields = {
  impactStarted: {
    id: 'impact-started',
    label: 'Impact started',
    holds: 'time',
    event: { kind: 'started', name: 'Started', follows: [] },
    form: null,
    synonyms: [
      `${subject}${is}(?:occur(?:s|red|rence)?|start(?:s|ed)?|beg(?:ins|an|inning)|onset)${time}`,
      'start (?:of .{1,30}|date|date and time)',
    ],
  },
  firstDetected: {
    id: 'first-detected',
    label: 'First detected',
    holds: 'time',
    event: { kind: 'first-detected', name: 'First detected', follows: ['started'] },
    form: { kind: 'input', required: true },
    synonyms: [
      `first(?:ly)? (?:det\\w+|notic\\w+|report\\w*|alert\\w*|observ\\w+|seen|spotted|raised|known)${when}`,
      `${subject}${is}(?:first )?(?:detected|reported|noticed|discovered|spotted|raised|alerted)${time}`,
      '(?:(?:the )?[\\w-]+ ){0,3}(?:became |becomes |was |were |made )*aware',
      `(?:time of |initial )?detection${time}`,
      `(?:first |initial )?alert(?: fired| raised| received| triggered)?${when}`,
    ],
  },
  declared: {
    id: 'declared',
    label: 'Declared',
    holds: 'time',
    event: { kind: 'declared', name: 'Declared', follows: ['first-detected'] },
    form: null,
    synonyms: [`${subject}${is}(?:declared|declaration)${time}`],
  },
  repaired: {
    id: 'repaired',
    label: 'Repaired',
    holds: 'time',
    event: { kind: 'repaired', name: 'Repaired', follows: ['first-detected'] },
    form: { kind: 'input', required: false },
    synonyms: [
      `${subject}${is}(?:repair(?:ed)?|mitigat(?:ed|ion)|restor(?:ed|ation)|fix(?:ed)?|recover(?:ed|y))(?: declared| deployed| applied)?${when}`,
    ],
  },
  resolved: {
    id: 'resolved',
    label: 'Resolved',
    holds: 'time',
    event: { kind: 'resolved', name: 'Resolved', follows: ['first-detected', 'repaired', 'declared'] },
    form: { kind: 'input', required: false },
    synonyms: [`${subject}${is}(?:fully )?(?:resolved|closed)(?: declared)?${when}`],
  },
  severity: {
    id: 'severity',
    label: 'Severity',
    holds: 'level',
    form: { kind: 'dropdown', required: false, options: ['SEV1', 'SEV2', 'SEV3', 'SEV4'] },
    statusComment: true,
    synonyms: [],
  },
  services: {
    id: 'services',
    label: 'Services',
    holds: 'names',
    form: { kind: 'input', required: false },
    statusComment: true,
    synonyms: [],
  },
  identified: {
    id: 'identified',
    label: 'Identified',
    holds: 'text',
    entry: 'always',
    form: { kind: 'textarea', required: false },
    statusComment: false,
    synonyms: ['(?:how )?(?:it was )?identified(?: by)?', 'how (?:was it |it was )?detected'],
  },
  impact: {
    id: 'impact',
    label: 'Impact',
    holds: 'text',
    entry: 'always',
    form: { kind: 'textarea', required: true },
    statusComment: false,
    synonyms: ['(?:user |customer |business |service )?impact'],
  },
  context: {
    id: 'context',
    label: 'Context',
    holds: 'timeline',
    entry: 'once-repaired',
    form: { kind: 'textarea', required: false },
    statusComment: false,
    synonyms: ['context', 'timeline', 'chronology', 'sequence of events'],
  },
  resolution: {
    id: 'resolution',
    label: 'Resolution',
    holds: 'text',
    entry: 'once-repaired',
    form: { kind: 'textarea', required: false },
    statusComment: false,
    synonyms: ['resolution', 'remediation'],
  },
  reviewActions: {
    id: 'review-actions',
    label: 'Review actions',
    holds: 'review-actions',
    form: { kind: 'textarea', required: false },
    synonyms: [
      '(?:(?:post[- ]?)?(?:incident[- ])?review |follow[- ]?up |corrective |remedial |preventative |preventive )?(?:actions?|action items|tasks)(?: following (?:the )?review| from (?:the )?review)?',
      'follow[- ]?ups',
      'next steps',
    ],
  },
} as const satisfies Readonly<Record<string, EventField | TextField | GroupField | ReviewActionsField>>;

type Fields = typeof fields;
export type FieldKey = keyof Fields;
export type FieldId = Fields[FieldKey]['id'];

type KeyHolding<Content> = {
  [Key in FieldKey]: Fields[Key]['holds'] extends Content ? Key : never;
}[FieldKey];
export type EventKey = KeyHolding<'time'>;
export type TextKey = KeyHolding<'text' | 'timeline'>;
export type GroupKey = KeyHolding<'level' | 'names'>;

/** An event as a log's labels and the audit know it. */
export type EventKind = Fields[EventKey]['event']['kind'];
/** A part of an entry in which people write what they like. */
export type FreePart = Fields[Exclude<FieldKey, EventKey | GroupKey>]['id'];

const keys = Object.keys(fields) as FieldKey[];

export const eventKeys: readonly EventKey[] = keys.filter(isEventKey);
export const textKeys: readonly TextKey[] = keys.filter(isTextKey);

/** The events that figures are computed from. An entry without any other event lists them in this order, whatever their times. */
export const figureEvents = ['firstDetected', 'repaired', 'resolved'] as const satisfies readonly EventKey[];

/** The events that no figure is computed from. */
export const furtherEvents = eventKeys.filter(
  (key): key is Exclude<EventKey, (typeof figureEvents)[number]> =>
    !figureEvents.some((figureEvent) => figureEvent === key),
);

/** The events as a log's labels and the audit know them, in the order of the table. */
export const eventKinds: readonly EventKind[] = eventKeys.map((key) => fields[key].event.kind);

/** Two events, of which the second can't be before the first. */
export type EventPair = readonly [EventKind, EventKind];

export const eventPairs: readonly EventPair[] = eventKeys.flatMap((key) => {
  const { kind, follows }: { readonly kind: EventKind; readonly follows: readonly EventKind[] } =
    fields[key].event;
  return follows.map((earlier): EventPair => [earlier, kind]);
});

/** Whether figures are computed from an event. */
export function isMeasured(kind: EventKind): boolean {
  return figureEvents.some((key) => fields[key].event.kind === kind);
}

/** The names of events by their kind. */
export const eventNames = Object.fromEntries(
  eventKeys.map((key) => [fields[key].event.kind, fields[key].event.name]),
) as Readonly<Record<EventKind, string>>;

/** The parts of an entry in which people write what they like. */
export const freeParts: readonly FreePart[] = Object.values(fields).flatMap((field) =>
  field.holds === 'time' || field.holds === 'level' || field.holds === 'names' ? [] : field.id,
);

const byId = new Map<string, FieldKey>(keys.map((key) => [fields[key].id, key]));

/** The known field that a form's field with this id is; null for a team's own field, and for one without an id. */
export function fieldKey(id: string | null): FieldKey | null {
  return byId.get(id ?? '') ?? null;
}

/**
 * Whether an event comes after first detection. The others are known only in hindsight: nobody can record that they happen right now.
 */
export function followsDetection(key: EventKey): boolean {
  const follows: readonly EventKind[] = fields[key].event.follows;
  return follows.includes('first-detected');
}

/** Whether a field's answer prints where a team's own fields print: what incidents are grouped by does. */
export function isListed(key: FieldKey | null): boolean {
  return key === null || fields[key].holds === 'level' || fields[key].holds === 'names';
}

/** Whether a field is known and yet not in our own form: a form has it only where a team has added it. */
export function isAddedByTeams(key: FieldKey | null): key is FieldKey {
  return key !== null && fields[key].form === null;
}

/** An object with these keys in this order, each with its value. */
export function recordOf<Key extends string, Value>(
  keysInOrder: readonly Key[],
  valueFor: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keysInOrder.map((key) => [key, valueFor(key)])) as Record<Key, Value>;
}

function isEventKey(key: FieldKey): key is EventKey {
  return fields[key].holds === 'time';
}

function isTextKey(key: FieldKey): key is TextKey {
  return fields[key].holds === 'text' || fields[key].holds === 'timeline';
}
