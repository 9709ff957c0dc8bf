import { formatDate } from '../incident/clock.ts';
import { eventKeys, fieldKey, recordOf, textKeys } from '../incident/fields.ts';
import type { RecordedTime } from '../incident/incident.ts';
import { quarterName, quarterOf } from '../incident/quarter.ts';
import { byFigure, quarterFigures } from '../incident/quarter-figures.ts';
import { quarterRows } from '../log/quarter-rows.ts';
import type { BuiltLog } from '../model/build-log.ts';

/**
 * The log as data, version 2 (`docs/data.schema.json`): instants as ISO 8601 in UTC, dates in the log's zone, durations in minutes, null
 * where something cannot be told. Incidents newest first; quarters and their means as the log has them, rounded, but
 * no mean, not even zero, of no incident. All other figures are not rounded.
 */
export function asJson({ log, incidents, problems, summary }: BuiltLog, timezone: string) {
  return {
    version: 2,
    timezone,
    incidents: [...incidents]
      .sort(
        (one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue,
      )
      .map((incident) => ({
        issue: incident.issue,
        url: incident.url,
        title: incident.title,
        date: formatDate(incident.firstDetected.instant, timezone),
        quarter: quarterName(quarterOf(incident.firstDetected.instant, timezone)),
        state: incident.state,
        severity: incident.severity,
        services: incident.services,
        ...recordOf(eventKeys, (key) => iso(incident[key])),
        timeToDetect: incident.timeToDetect,
        ...incident.figures,
        ...recordOf(textKeys, (key) => incident[key]),
        ownFields: incident.listedFields.filter(({ id }) => fieldKey(id) === null),
        reviewActions: incident.reviewActions.map(({ text, state, issue, owner, due }) => ({
          text,
          state,
          issue,
          owner,
          due,
        })),
      })),
    quarters: quarterRows(log).map(({ quarter, incidents: count, figures }) => ({
      quarter,
      ...byFigure(quarterFigures, ({ key, of }) =>
        of === 'incidents' || count > 0 ? figures[key].value : null,
      ),
    })),
    periods: summary.periods,
    severities: summary.severities,
    services: summary.services,
    openActions: summary.openActions,
    problems: problems.map(({ issue, rule, severity, field, message }) => ({
      issue,
      rule,
      severity,
      field,
      message,
    })),
  };
}

/** What {@link asJson} returns. */
export type LogData = ReturnType<typeof asJson>;

function iso(time: RecordedTime | null): string | null {
  return time === null ? null : new Date(time.instant).toISOString();
}
