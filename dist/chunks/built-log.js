import { h as safeParse, i as getDotPath, t as array } from "./dist.js";
import { _ as readLog, c as brokenZone, n as engineSetting, r as readTimeZone } from "./settings.js";
import { _ as UserError, p as readChoice } from "./first.js";
import { S as whyNoIncident, b as issueSchema, d as buildLog, f as referenceKey, g as incidentIssues, n as readIssue, p as stateOfIssue, r as schemaOf, x as trustOf } from "./incidents.js";
import { d as readStandardInput, f as readText, l as messageOf, p as repositoryOfLog, r as printError, u as readNow } from "./output.js";
import { t as groupBy } from "./group-by.js";
import { isAbsolute, normalize } from "node:path";

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

// src/command-line/built-log.ts
const remedy = "give it the array that the API returns as the list of issues.";
/** Builds the log of issues. Throws {@link UserError} on options or files that can't be used. */
async function logOfIssues(options) {
	const { templateEngine = "auto", overview = true, chartPath = "" } = options;
	const isElsewhere = isAbsolute(options.log ?? "") || /^\.\.(?:[\\/]|$)/.test(normalize(options.log ?? ""));
	if (chartPath !== "" && isElsewhere) throw new UserError(`--chart-path needs a log in the folder where the command runs, as the repository has both, and ${options.log} is elsewhere: run the command at the top of the repository.`);
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
		actionStates: statesIn(issues),
		template,
		settings: {
			path: options.log ?? "INCIDENTS.md",
			chartPath,
			title: "Incident Log",
			intro: "",
			timezone,
			emptyQuarters,
			handKept: readChoice("hand-kept", options.handKept),
			engine: engineSetting(readChoice("template-engine", templateEngine)),
			overview: overview ? "write" : "leave"
		},
		repositoryUrl,
		existing,
		existingName: options.log ?? "",
		formerLogs: existing === null ? [] : [existing],
		now
	});
	const printProblems = () => {
		printError(leftOut(issues, options.label, rule));
		for (const { issue, rule: name, message } of built.problems) printError(`#${issue} ${name}: ${message}\n`);
		for (const { rule: name, message } of built.findings) if (name === brokenZone.id) printError(`${options.log ?? ""} ${name}: ${message}\n`);
	};
	return {
		built,
		timezone,
		now,
		repositoryUrl,
		printProblems
	};
}
/** The states of review actions whose issues are in the list, too. Pull requests there do not say whether they were merged. */
function statesIn(issues) {
	return new Map(issues.filter(({ pull_request: pull }) => pull === null).map((issue) => [referenceKey(issue.number), stateOfIssue({
		...issue,
		pull_request: null
	})]));
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

export { logOfIssues as t };