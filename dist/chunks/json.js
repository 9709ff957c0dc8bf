import { i as formatDate } from "./clock.js";
import { a as fieldKey, m as textKeys, p as recordOf, t as eventKeys } from "./fields.js";
import { a as quarterName, o as quarterOf } from "./quarter.js";
import { l as byFigure, u as quarterFigures } from "./entry.js";
import { t as quarterRows } from "./quarter-rows.js";

// src/report/json.ts
/**
* The log as data, version 2 (`docs/data.schema.json`): instants as ISO 8601 in UTC, dates in the log's zone, durations in minutes, null
* where something cannot be told. Incidents newest first; quarters and their means as the log has them, rounded, but
* no mean, not even zero, of no incident. All other figures are not rounded.
*/
function asJson({ log, incidents, problems, summary }, timezone) {
	return {
		version: 2,
		timezone,
		incidents: [...incidents].sort((one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue).map((incident) => ({
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
				due
			}))
		})),
		quarters: quarterRows(log).map(({ quarter, incidents: count, figures }) => ({
			quarter,
			...byFigure(quarterFigures, ({ key, of }) => of === "incidents" || count > 0 ? figures[key].value : null)
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
			message
		}))
	};
}
function iso(time) {
	return time === null ? null : new Date(time.instant).toISOString();
}

export { asJson as t };