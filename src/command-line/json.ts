import { formatDate } from '../incident/clock.ts';
import { eventKeys, fields, recordOf, textKeys } from '../incident/fields.ts';
import type { RecordedTime } from '../incident/incident.ts';
import { quarterName, quarterOf } from '../incident/quarter.ts';
import { byFigure, quarterFigures } from '../incident/quarter-figures.ts';
import { quarterRows } from '../log/quarter-rows.ts';
import type { BuiltLog } from '../model/build-log.ts';

const jsonEvents = eventKeys.filter((key) => fields[key].json);
const jsonTexts = textKeys.filter((key) => fields[key].json);

/**
 * The log as data: instants as ISO 8601 in UTC, dates in the log's zone, durations and means in whole minutes, null where
 * something cannot be told. Incidents newest first; quarters and their means as the log has them, but
 * no mean, not even zero, of no incident.
 */
export function asJson({ log, incidents, problems }: BuiltLog, { timezone }: { timezone: string }) {
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
    quarters: quarterRows(log).map(({ quarter, incidents: count, figures }) => ({
      quarter,
      ...byFigure(quarterFigures, ({ key, of }) =>
        of === 'incidents' || count > 0 ? figures[key].value : null,
      ),
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
