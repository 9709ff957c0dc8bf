import { elapsedMinutes, formatDuration } from './clock.ts';

/** UTC milliseconds, always a whole minute. */
export type Instant = number;

/** How far somebody's clock may be ahead of GitHub's, in milliseconds: what is no further in the future has happened. */
export const clockTolerance = 5 * 60_000;

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
  /** A time's heading stands where it is not expected, below free text that may have been typed around it. */
  | 'heading-order'
  /** A required field without an answer. */
  | 'answer-missing'
  /** A review action ends in what looks like an owner or a due date, and is not read as one. */
  | 'action-unread'
  /** A review action refers to an issue that is not there. */
  | 'action-unreadable'
  /** The list of review actions, from which issues were made, cannot be told from the text any more. */
  | 'list-illegible'
  /** A review action has no place for a reference to an issue, so it gets none. */
  | 'action-unplaced'
  /** A bot closed an incident as not planned, and it does not look like a false alarm. */
  | 'closed-by-bot'
  /** The log has an entry of the same day and title that a person keeps. */
  | 'entry-hand-kept';

/**
 * Resolved once a resolved time is recorded or the issue is closed as completed (`closed`), else repaired once a repaired
 * time is recorded, else ongoing.
 */
export function stateOf(events: Pick<Incident, 'repaired' | 'resolved'>, closed: boolean): IncidentState {
  if (events.resolved !== null || closed) return 'resolved';
  return events.repaired === null ? 'ongoing' : 'repaired';
}

/**
 * Computes the figures from the key events: elapsed minutes from first detection to repair and to resolution. A figure
 * with an event that is missing, before first detection (`event-order`) or more than 5 minutes after `now` (`timestamp-future`) is null, never
 * a guess, and an incident that goes on is never measured up to now. A resolution before the repair is a warning
 * (`event-order`): both figures can still be told.
 */
export function measure(
  events: Pick<Incident, 'firstDetected' | 'repaired' | 'resolved'>,
  now: Instant,
): { readonly figures: Figures; readonly problems: readonly Problem[] } {
  const { firstDetected, repaired, resolved } = events;
  const problems: Problem[] = [
    ...futureProblems('first-detected', 'First detected', firstDetected, now),
    ...futureProblems('repaired', 'Repaired', repaired, now),
    ...futureProblems('resolved', 'Resolved', resolved, now),
    // A first detection in the future is said already, and is before nothing.
    ...(firstDetected.instant > now ? [] : orderProblems(firstDetected, repaired, resolved)),
  ];
  const figures = {
    timeToRepair: figure(firstDetected, repaired, now),
    timeToResolve: figure(firstDetected, resolved, now),
  };
  const { timeToRepair, timeToResolve } = figures;
  if (timeToRepair !== null && timeToResolve !== null && timeToResolve < timeToRepair) {
    problems.push({
      rule: 'event-order',
      severity: 'warning',
      field: 'resolved',
      message: 'Resolved is before Repaired: check both times, and correct the one that is wrong.',
    });
  }
  return { figures, problems };
}

/**
 * A figure as the log words it: the duration; `ongoing` while the event that it needs (`operand`) is not recorded and can
 * still come; else `not recorded`.
 */
export function figureText(
  minutes: number | null,
  operand: RecordedTime | null,
  state: IncidentState,
): string {
  if (minutes !== null) return formatDuration(minutes);
  return operand === null && state !== 'resolved' ? 'ongoing' : 'not recorded';
}

function figure(firstDetected: RecordedTime, event: RecordedTime | null, now: Instant): number | null {
  // A first detection after now needs no case of its own: then the event is after now, too, or before first detection.
  if (event === null || event.instant > now + clockTolerance) return null;
  const minutes = elapsedMinutes(firstDetected.instant, event.instant);
  return minutes < 0 ? null : minutes;
}

function futureProblems(field: string, name: string, event: RecordedTime | null, now: Instant): Problem[] {
  if (event === null || event.instant <= now + clockTolerance) return [];
  const message = `${name} is in the future: type the time at which it happened.`;
  return [{ rule: 'timestamp-future', severity: 'error', field, message }];
}

/** One problem, also where both are before first detection: then that is the time that is probably wrong. */
function orderProblems(
  firstDetected: RecordedTime,
  repaired: RecordedTime | null,
  resolved: RecordedTime | null,
): Problem[] {
  const isBefore = (event: RecordedTime | null) => event !== null && event.instant < firstDetected.instant;
  const early = [
    ...(isBefore(repaired) ? [{ field: 'repaired', name: 'Repaired' }] : []),
    ...(isBefore(resolved) ? [{ field: 'resolved', name: 'Resolved' }] : []),
  ];
  const [first, second] = early;
  if (first === undefined) return [];
  if (second !== undefined) {
    const message =
      'Repaired and Resolved are both before First detected, so nothing can be computed: correct First detected, or both of them.';
    return [{ rule: 'event-order', severity: 'error', field: 'first-detected', message }];
  }
  const message = `${first.name} is before First detected, so nothing can be computed from the two: correct the one that is wrong.`;
  return [{ rule: 'event-order', severity: 'error', field: first.field, message }];
}
