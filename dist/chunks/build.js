import { a as getDotPath, g as safeParse, n as array, t as quarterRows } from "./quarter-rows.js";
import { f as readChoice, g as UserError } from "./first.js";
import { b as trustOf, h as incidentIssues, i as schemaOf, r as readIssue, t as buildLog, x as whyNoIncident, y as issueSchema } from "./build-log.js";
import { b as groupBy, h as readLog, n as engineSetting, r as readTimeZone } from "./settings.js";
import { a as printToKeep, d as readStandardInput, f as readText, i as printJson, l as messageOf, p as repositoryOfLog, r as printError, s as PROBLEMS, u as readNow } from "./output.js";
import { D as fields, F as textKeys, P as recordOf, S as eventKeys, at as quarterName, g as quarterFigures, h as byFigure, ot as quarterOf, z as formatDate } from "./entry.js";

// src/command-line/json.ts
const jsonEvents = eventKeys.filter((key) => fields[key].json);
const jsonTexts = textKeys.filter((key) => fields[key].json);
/**
* The log as data: instants as ISO 8601 in UTC, dates in the log's zone, durations and means in whole minutes, null where
* something cannot be told. Incidents newest first; quarters and their means as the log has them, but
* no mean, not even zero, of no incident.
*/
function asJson({ log, incidents, problems }, { timezone }) {
	return {
		timezone,
		incidents: [...incidents].sort((one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue).map((incident) => ({
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
				due
			}))
		})),
		quarters: quarterRows(log).map(({ quarter, incidents: count, figures }) => ({
			quarter,
			...byFigure(quarterFigures, ({ key, of }) => of === "incidents" || count > 0 ? figures[key].value : null)
		})),
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

// src/command-line/left-out.ts
const MOST_NUMBERS = 100;
/** A line for each reason why issues are not in the log, with their numbers; empty where all of them are. */
function leftOut(issues, label, rule) {
	const once = [...new Map(issues.map((issue) => [issue.number, issue])).values()];
	const reasons = groupBy(once, (issue) => whyNoIncident(issue, label) ?? whyNotTrusted(issue, rule));
	const lines = {
		"pull-request": "pull request",
		"no-label": `no label “${label}”`,
		"false-alarm": "false alarm, closed as not planned",
		duplicate: "duplicate",
		"no-association": "no author_association, so it cannot be told whether the author is trusted; list the issues as the REST API gives them",
		untrusted: `untrusted author; the label “${rule.confirmedLabel}” lets an incident in`
	};
	return Object.keys(lines).flatMap((reason) => {
		const numbers = (reasons.get(reason) ?? []).map(({ number }) => number);
		return numbers.length === 0 ? [] : [`incident-log: ${listed(numbers)} left out: ${lines[reason]}.\n`];
	}).join("");
}
function whyNotTrusted(issue, rule) {
	if (trustOf(issue, rule) === "trusted") return null;
	return issue.author_association === "" && issue.user?.type !== "Bot" ? "no-association" : "untrusted";
}
function listed(numbers) {
	const sorted = numbers.toSorted((one, other) => one - other);
	const shown = sorted.slice(0, MOST_NUMBERS).map((number) => `#${number}`);
	const more = sorted.length - shown.length;
	return `${shown.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}

// src/command-line/build.ts
const remedy = "give it the array that the API returns as the list of issues.";
/** Prints the log of issues, or the same as data. */
async function build(options) {
	const issues = options.issues === "-" ? parseIssues(await readStandardInput(), "standard input") : parseIssues(readText(options.issues), options.issues);
	const rule = {
		confirmedLabel: options.confirmedLabel,
		allowedBots: []
	};
	const incidents = incidentIssues(issues, options.label).filter((issue) => trustOf(issue, rule) === "trusted");
	const source = options.log === void 0 ? null : readText(options.log);
	const timezone = readTimeZone(options.timezone);
	const emptyQuarters = readChoice("empty-quarters", options.emptyQuarters);
	const now = readNow(options.now);
	const form = options.template === void 0 ? null : readText(options.template);
	const template = schemaOf(form, options.template ?? "");
	const repositoryUrl = repositoryOf(issues, source);
	const existing = source === null ? null : readLog(source, repositoryUrl);
	const built = buildLog({
		issues: incidents.map((issue) => readIssue(issue, template, {
			timezone,
			now
		})),
		actionStates: /* @__PURE__ */ new Map(),
		settings: {
			path: options.log ?? "INCIDENTS.md",
			title: "Incident Log",
			intro: "",
			timezone,
			emptyQuarters,
			handKept: readChoice("hand-kept", options.handKept),
			engine: engineSetting(readChoice("template-engine", options.templateEngine))
		},
		repositoryUrl,
		existing,
		existingName: options.log ?? "",
		formerLogs: existing === null ? [] : [existing],
		now
	});
	if (options.format === "json") printJson(asJson(built, { timezone }));
	else printToKeep(built.log.text);
	printError(leftOut(issues, options.label, rule));
	for (const { issue, rule: name, message } of built.problems) printError(`#${issue} ${name}: ${message}\n`);
	if (options.failOnProblems && built.problems.length > 0) process.exitCode = PROBLEMS;
}
/** Web address of the repository that the issues are from, or else of the one that the log's entries link to; empty if neither says. */
function repositoryOf(issues, log) {
	return issues.find(({ html_url }) => html_url !== "")?.html_url.replace(/\/(issues|pull)\/\d+$/, "") ?? repositoryOfLog(log ?? "");
}
function parseIssues(text, name) {
	let json;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch (error) {
		throw new UserError(`${name} is not JSON (${messageOf(error)}); ${remedy}`);
	}
	const issues = safeParse(array(issueSchema), json);
	if (issues.success) return issues.output;
	const [issue] = issues.issues;
	const where = getDotPath(issue);
	throw new UserError(`${name} is no list of issues${where === null ? "" : ` (at ${where})`}: ${issue.message}; ${remedy}`);
}

export { build };