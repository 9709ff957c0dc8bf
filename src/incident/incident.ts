import type { EventKey, TextKey } from './fields.ts';

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

/** An answer that an entry lists as the form has it. */
export interface ListedField {
  /** Null for a field without one. */
  readonly id: string | null;
  readonly label: string;
  readonly answer: string;
}

/** The events of an incident; null for one that is not recorded. Every incident has a first detection. */
type Events = { readonly firstDetected: RecordedTime } & {
  readonly [Key in Exclude<EventKey, 'firstDetected'>]: RecordedTime | null;
};

/** The texts of an incident: Markdown as typed, and empty where nothing was answered. */
type Texts = { readonly [Key in TextKey]: string };

/** What an incident issue says, read; its known fields are those of `fields.ts`. */
export interface Incident extends Events, Texts {
  /** Issue number. */
  readonly issue: number;
  readonly url: string;
  /** Plain text, without the `[Incident]` in front. */
  readonly title: string;
  readonly state: IncidentState;
  /** Whole elapsed minutes from the start of the impact to first detection; null where that is not recorded. Never negative. */
  readonly timeToDetect: number | null;
  readonly figures: Figures;
  /** One of the form's options; null where it is not stated. */
  readonly severity: string | null;
  /** In the order in which they are named. */
  readonly services: readonly string[];
  /** The team's own fields, severity and services that have an answer, in form order. */
  readonly listedFields: readonly ListedField[];
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

/** Whole elapsed minutes from first detection; null where that is unknown. Never negative. */
export interface Figures {
  readonly timeToRepair: number | null;
  readonly timeToResolve: number | null;
}

/** What a person must fix. */
export interface Problem {
  readonly rule: ProblemRule;
  readonly severity: 'error' | 'warning';
  /** Id of the form field, or null when the whole issue is meant. */
  readonly field: string | null;
  /** One sentence: what, where, and how to fix it. Plain text; words from the issue are in “curly quotes”, shortened. */
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
  /** A severity that the form does not have. */
  | 'severity-unknown'
  /** A Context entry earlier than the one above it. */
  | 'context-order'
  /** A field's label stands twice in an issue. */
  | 'duplicate-heading'
  /** A fence or HTML block left open swallowed later fields. */
  | 'unclosed-block'
  /** A time's heading is out of its place, below free text, so it may be a line of that text. */
  | 'heading-order'
  /** A required field without an answer. */
  | 'answer-missing'
  /** A review action ends in what looks like an owner or a due date, and is not read as one. */
  | 'action-unread'
  /** A review action refers to an issue that is not there. */
  | 'action-unreadable'
  /** The list of review actions, from which issues were made, can't be read any more. */
  | 'list-illegible'
  /** A review action has no place for a reference to an issue, so it gets none. */
  | 'action-unplaced'
  /** A bot closed an incident as not planned, and it does not look like a false alarm. */
  | 'closed-by-bot'
  /** The log has a hand-written entry of the same day and title. */
  | 'entry-hand-kept';
