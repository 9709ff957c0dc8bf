/** UTC milliseconds, always a whole minute. */
export type Instant = number;

/** A time as somebody recorded it, with the remark they put in parentheses behind it (Markdown, without the parentheses). */
export interface RecordedTime {
  readonly instant: Instant;
  readonly note: string | null;
}

export type ReviewActionState = 'TODO' | 'DONE' | "WON'T DO";

export interface ReviewAction {
  /** Markdown of the list item, without state, owner, due date and reference. */
  readonly text: string;
  readonly state: ReviewActionState | null;
  /** The issue that tracks it: a number in the incident's own repository, or `owner/repo#34`. */
  readonly issue: number | string | null;
  /** Login without `@`. */
  readonly owner: string | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
}

/** A field that a team added to its form. */
export interface OwnField {
  readonly label: string;
  readonly answer: string;
}

/** What an incident issue says, read. Texts are Markdown as typed, and empty where nothing was answered. */
export interface Incident {
  /** Issue number. */
  readonly issue: number;
  readonly url: string;
  /** Plain text, without the `[Incident]` in front. */
  readonly title: string;
  readonly state: IncidentState;
  readonly firstDetected: RecordedTime;
  readonly repaired: RecordedTime | null;
  readonly resolved: RecordedTime | null;
  readonly impactStarted: RecordedTime | null;
  readonly declared: RecordedTime | null;
  readonly figures: Figures;
  readonly identified: string;
  readonly impact: string;
  readonly context: string;
  readonly resolution: string;
  readonly ownFields: readonly OwnField[];
  readonly reviewActions: readonly ReviewAction[];
  /** What stands under Review actions when that is no list ("N/A, under way already"). */
  readonly reviewRemark: string;
}

/**
 * - `ongoing`: not repaired yet
 * - `repaired`: repaired, not resolved
 * - `resolved`: resolved, or its issue was closed as completed
 */
export type IncidentState = 'ongoing' | 'repaired' | 'resolved';

/** Whole elapsed minutes from first detection; null where it cannot be told. Never negative. */
export interface Figures {
  readonly timeToRepair: number | null;
  readonly timeToResolve: number | null;
}

/** What a person must mend. */
export interface Problem {
  readonly rule: ProblemRule;
  readonly severity: 'error' | 'warning';
  /** Id of the form field, or null when the whole issue is meant. */
  readonly field: string | null;
  /** One sentence: what, where, and how to mend it. Plain text; words from the issue are in “curly quotes”, shortened. */
  readonly message: string;
}

/** A problem and the issue it is about; null when it is about no single issue. */
export interface IssueProblem extends Problem {
  readonly issue: number | null;
}

export type ProblemRule =
  /** No time at all where one is needed. */
  | 'event-missing'
  /** Not of the form `YYYY-MM-DD HH:MM`, or a time that does not exist. */
  | 'timestamp-form'
  /** A wall-clock time that the autumn change repeats. */
  | 'timestamp-ambiguous'
  | 'timestamp-future'
  /** An event before the one it must follow. */
  | 'event-order'
  /** A Context entry earlier than the one above it. */
  | 'context-order'
  /** A field's label stands twice in an issue. */
  | 'duplicate-heading'
  /** A fence or HTML block left open swallowed later fields. */
  | 'unclosed-block'
  /** A required field without an answer. */
  | 'answer-missing'
  /** The issue cannot be read any more; its last entry stays in the log. */
  | 'entry-kept'
  /** The issue was never readable; it is not in the log. */
  | 'entry-left-out';
