import { clockTolerance, elapsedMinutes, formatDuration } from './clock.ts';
import { fields, figureEvents } from './fields.ts';
import type { Figures, Incident, IncidentState, Instant, Problem, RecordedTime } from './incident.ts';

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
 * a guess, and an ongoing incident is never measured up to now. A resolution before the repair is a warning
 * (`event-order`), and both figures stand.
 */
export function measure(
  events: Pick<Incident, 'firstDetected' | 'repaired' | 'resolved'>,
  now: Instant,
): { readonly figures: Figures; readonly problems: readonly Problem[] } {
  const { firstDetected, repaired, resolved } = events;
  const problems: Problem[] = [
    ...figureEvents.flatMap((key) => futureProblems(fields[key], events[key], now)),
    // A first detection in the future is a problem of its own, and whatever comes before it needs no other.
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
      field: fields.resolved.id,
      message: 'Resolved is before Repaired: check both times, and correct the one that is wrong.',
    });
  }
  return { figures, problems };
}

/**
 * Whole minutes from the start of the impact to first detection; null where either is missing or in the future. A detection before the
 * impact is a warning (`event-order`), and no figure.
 */
export function measureDetection(
  { impactStarted, firstDetected }: Pick<Incident, 'impactStarted' | 'firstDetected'>,
  now: Instant,
): { readonly timeToDetect: number | null; readonly problems: readonly Problem[] } {
  const none = { timeToDetect: null, problems: [] };
  if (impactStarted === null) return none;
  if (impactStarted.instant > firstDetected.instant && impactStarted.instant <= now + clockTolerance) {
    const { id, label } = fields.impactStarted;
    const message = `${label} is after First detected, so the time to detect can't be computed: correct the one that is wrong.`;
    return {
      timeToDetect: null,
      problems: [{ rule: 'event-order', severity: 'warning', field: id, message }],
    };
  }
  return { timeToDetect: figure(impactStarted, firstDetected, now), problems: [] };
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

function futureProblems(
  { id, label }: { readonly id: string; readonly label: string },
  event: RecordedTime | null,
  now: Instant,
): Problem[] {
  if (event === null || event.instant <= now + clockTolerance) return [];
  const message = `${label} is in the future: type the time at which it happened.`;
  return [{ rule: 'timestamp-future', severity: 'error', field: id, message }];
}

/** One problem, also where both are before first detection: then that is the time that is probably wrong. */
function orderProblems(
  firstDetected: RecordedTime,
  repaired: RecordedTime | null,
  resolved: RecordedTime | null,
): Problem[] {
  const isBefore = (event: RecordedTime | null) => event !== null && event.instant < firstDetected.instant;
  const early = [
    ...(isBefore(repaired) ? [fields.repaired] : []),
    ...(isBefore(resolved) ? [fields.resolved] : []),
  ];
  const [first, second] = early;
  if (first === undefined) return [];
  if (second !== undefined) {
    const message =
      'Repaired and Resolved are both before First detected, so nothing can be computed: correct First detected, or both of them.';
    return [{ rule: 'event-order', severity: 'error', field: fields.firstDetected.id, message }];
  }
  const message = `${first.label} is before First detected, so nothing can be computed from the two: correct the one that is wrong.`;
  return [{ rule: 'event-order', severity: 'error', field: first.id, message }];
}
