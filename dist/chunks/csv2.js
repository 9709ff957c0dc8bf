import { t as groupBy } from "./group-by.js";
import { m as textKeys } from "./fields.js";

// src/report/csv.ts
/** What a spreadsheet takes for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
/**
* The incidents of the log as CSV (RFC 4180), newest first: a line with the names of the columns, which are the keys of the JSON, and a row
* for each incident. Durations are in minutes. A text that a spreadsheet would compute has an apostrophe in front, which spreadsheets hide.
*/
function asCsv({ incidents, openActions }) {
	const open = groupBy(openActions, ({ incident }) => incident);
	const rows = incidents.map((incident) => ({
		...incident,
		services: incident.services.join("; "),
		ownFields: incident.ownFields.map(({ label, answer }) => `${label}: ${answer}`).join("\n"),
		openReviewActions: open.get(incident.issue)?.length ?? 0
	}));
	return [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}
const columns = [
	"issue",
	"url",
	"title",
	"date",
	"quarter",
	"state",
	"severity",
	"services",
	"impactStarted",
	"firstDetected",
	"declared",
	"repaired",
	"resolved",
	"timeToDetect",
	"timeToRepair",
	"timeToResolve",
	...textKeys,
	"ownFields",
	"openReviewActions"
];
function cell(value) {
	const text = `${value ?? ""}`.toWellFormed();
	const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}

export { asCsv as t };