import { formatDate } from '../incident/clock.ts';
import { eventKeys, fields, recordOf, textKeys } from '../incident/fields.ts';
import type { RecordedTime } from '../incident/incident.ts';
import { quarterName, quarterOf } from '../incident/quarter.ts';
import { quarterRows } from '../log/quarter-rows.ts';
import type { BuiltLog } from '../model/build-log.ts';

const jsonEvents = eventKeys.filter((key) => fields[key].json);
const jsonTexts = textKeys.filter((key) => fields[key].json);

/**
 * The log as data: instants as ISO 8601 in UTC, dates in the log's zone, durations and means in whole minutes, null where
 * something cannot be told. Incidents newest first; quarters and their means as the log has them, but
 * no mean, not even zero, of no incident.
 */
export function asJson(
  { text, incidents, problems }: BuiltLog,
  { timezone, repositoryUrl }: { timezone: string; repositoryUrl: string },
) {
  return {
    timezone,
    incidents: [...incidents]
      .sort(
        (one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue,
      )
      .map((incident) => ({
        issue: incident.issue,
        title: incident.title,
        date: formatDate(incident.firstDetected.instant, timezone),
        quarter: quarterName(quarterOf(incident.firstDetected.instant, timezone)),
        state: incident.state,
        ...recordOf(jsonEvents, (key) => iso(incident[key])),
        ...incident.figures,
        ...recordOf(jsonTexts, (key) => incident[key]),
        reviewActions: incident.reviewActions.map(({ text, state, issue, owner, due }) => ({
          text,
          state,
          issue,
          owner,
          due,
        })),
      })),
    quarters: quarterRows(text, repositoryUrl).map(
      ({ quarter, incidents: count, meanTimeToRepair, meanTimeToResolve }) => ({
        quarter,
        incidents: count,
        meanTimeToRepair: count === 0 ? null : meanTimeToRepair.minutes,
        meanTimeToResolve: count === 0 ? null : meanTimeToResolve.minutes,
      }),
    ),
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
