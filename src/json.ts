import type { BuiltLog } from './build.ts';
import { formatDate } from './incident/clock.ts';
import type { Instant, RecordedTime } from './incident/incident.ts';
import { quarterName, quarterOf } from './incident/quarter.ts';
import { type EmptyQuarters, exactMean, quarterStatistics } from './incident/statistics.ts';

/**
 * The log as data: instants as ISO 8601 in UTC, dates and quarters in the log's zone, durations in minutes, means in exact
 * minutes, null where something cannot be told. Incidents newest first, quarters as the log lists them. Incidents that the
 * log merely keeps, and those that people keep in it, count in their quarters.
 */
export function asJson(
  { incidents, kept, handKept, problems }: BuiltLog,
  { timezone, emptyQuarters, now }: { timezone: string; emptyQuarters: EmptyQuarters; now: Instant },
) {
  const measured = [
    ...incidents.map(({ firstDetected, figures }) => ({ firstDetected: firstDetected.instant, figures })),
    ...kept,
    ...handKept,
  ];
  return {
    timezone,
    incidents: [...incidents]
      .sort(
        (one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue,
      )
      .map(({ issue, title, state, firstDetected, repaired, resolved, figures, reviewActions }) => ({
        issue,
        title,
        date: formatDate(firstDetected.instant, timezone),
        quarter: quarterName(quarterOf(firstDetected.instant, timezone)),
        state,
        firstDetected: iso(firstDetected),
        repaired: iso(repaired),
        resolved: iso(resolved),
        ...figures,
        reviewActions: reviewActions.map(({ text, state, issue, owner, due }) => ({
          text,
          state,
          issue,
          owner,
          due,
        })),
      })),
    quarters: quarterStatistics(measured, { now, timezone, emptyQuarters }).map((each) => ({
      quarter: quarterName(each.quarter),
      incidents: each.incidents.length,
      meanTimeToRepair: exactMean(each.timeToRepair),
      meanTimeToResolve: exactMean(each.timeToResolve),
    })),
    problems: problems.map(({ issue, rule, severity, field, message }) => ({
      issue,
      rule,
      severity,
      field,
      message,
    })),
  };
}

function iso(time: RecordedTime | null): string | null {
  return time === null ? null : new Date(time.instant).toISOString();
}
