import { _ as UserError, l as withoutInvisible } from "./first.js";
import { _ as linesOf, i as readBlocks, l as loadBeside, m as lastLineStart, r as plainText } from "./parse.js";
import { t as groupBy } from "./group-by.js";
import { a as formatDuration, d as readLeadingTime, m as readTime, o as formatDurationInDays, t as clockTolerance, u as quote } from "./clock.js";
import { a as quarterName, n as lastEndedQuarter, o as quarterOf, t as compareQuarters } from "./quarter.js";
import { S as isGeneratedEntry, _ as readLog, a as auditLog, b as readHeadings, c as brokenZone, d as endsWithUnreadDetail, f as handWrittenDuplicates, g as isOngoing, h as asFormerEntry, p as handWrittenEntries, s as writeLog, u as readReviewActions, w as zoneProblem, x as isAllGenerated, y as unclosedBlock$1 } from "./settings.js";
import { t as cleanLine, u as quoteInConversation, y as escapeForEngine } from "./escape.js";
import { a as fieldKey, d as isListed, m as textKeys, o as fields, p as recordOf, s as figureEvents, t as eventKeys, u as furtherEvents } from "./fields.js";
import { h as stateOf, m as measureDetection, p as measure, s as destination, t as issueLink } from "./entry.js";
import { _ as transform, a as integer, c as nullish, f as picklist, g as string, h as safeParse, i as getDotPath, l as number, m as regex, n as boolean, p as pipe, t as array, u as object, v as union, w as clipped, y as unknown } from "./dist.js";
import { t as fixLog } from "./fix.js";
import { posix } from "node:path";

// src/incident/distribution.ts
/** Describes durations in whole minutes, zero or more, whatever their order. Exact as long as they add up to less than 2⁵³. */
function distributionOf(minutes) {
	const sorted = minutes.toSorted((one, other) => one - other);
	const n = sorted.length;
	/** By its rank: 1 is the shortest, n the longest. Null for 0 and n + 1. */
	const ranked = (rank) => sorted[rank - 1] ?? null;
	const lower = ranked(Math.ceil(n / 2));
	const upper = ranked(Math.floor(n / 2) + 1);
	const middle = upperTail(n, {
		odds: 1,
		oneIn: 40
	});
	const low = ranked(n + 1 - middle.rank);
	const high = ranked(middle.rank);
	return {
		n,
		mean: n === 0 ? null : sorted.reduce((sum, duration) => sum + duration, 0) / n,
		median: lower === null || upper === null ? null : (lower + upper) / 2,
		shortest: ranked(1),
		longest: ranked(n),
		medianInterval: low === null || high === null ? null : {
			low,
			high,
			confidence: ratio(middle.whole - 2n * middle.tail, middle.whole)
		},
		p90Bound: ranked(upperTail(n, {
			odds: 9,
			oneIn: 20
		}).rank)
	};
}
/** Whole minutes, halves up. Takes zero or more. */
function roundHalfUp(minutes) {
	return Math.round(minutes);
}
/**
* The smallest rank k with P(X ≥ k) ≤ 1/oneIn, where X counts the successes in n trials at odds to 1: n + 1 where no smaller one
* will do. That probability is `tail / whole`.
*
* Doubles underflow here (0.9ⁿ is zero from n = 7,073 on) and can't decide a close call, and exact integers grow to 300,000 bits. So
* the probabilities are integers that are right relative to each other, in units of the first. For even odds they are exact up to
* n = 1,024. Else all divisions together lose less than 2⁻²⁰⁰ of the whole, and the far end left out is less than e⁻⁵¹² of it
* (Hoeffding's inequality). That decides as exact arithmetic does: of the two tails asked for, none with n up to 100,000 is nearer to
* its limit than one part in 20 million.
*/
function upperTail(n, { odds, oneIn }) {
	const top = Math.min(n, Math.ceil(n * odds / (odds + 1) + 16 * Math.sqrt(n)));
	/** The weights of X ≥ top, X ≥ top − 1 and so on. */
	const tails = [];
	let whole = 0n;
	let weight = 2n ** 256n;
	for (let k = top; weight > 0n; k -= 1) {
		whole += weight;
		tails.push(whole);
		weight = weight * BigInt(k) / BigInt((n - k + 1) * odds);
	}
	const light = tails.findIndex((tail) => tail * BigInt(oneIn) > whole);
	return {
		rank: top + 1 - light,
		tail: tails[light - 1] ?? 0n,
		whole
	};
}
/** The double next to part / whole, which lies between 0 and 1. */
function ratio(part, whole) {
	return Number((part << 1000n) / whole) / 2 ** 1e3;
}

// src/form/groups.ts
/** The levels of severity that a form offers, the worst first; empty where they are typed freely. */
function severityLevels({ fields: all }) {
	return all.find(({ id }) => id === fields.severity.id)?.options ?? [];
}
/**
* The level that an answer names, as the form spells it; null where none is stated. One that the form does not have is a level all the
* same, with a problem, for the form may have had it.
*/
function readSeverity({ field, text }) {
	const typed = visibleLine(text);
	if (field === null || typed === "") return {
		level: null,
		problems: []
	};
	const { options = [] } = field;
	const level = optionNamed(typed, options);
	if (level !== null || options.length === 0) return {
		level: level ?? typed,
		problems: []
	};
	const message = `“${shortened(typed)}” under ${field.label} is no level of the form: write one of ${options.map((option) => `“${shortened(option)}”`).join(", ")} there.`;
	return {
		level: typed,
		problems: [{
			rule: "severity-unknown",
			severity: "warning",
			field: field.id,
			message
		}]
	};
}
/** The option that somebody means, in any case: by its whole text, or by its first words if no other begins so. Null for none. */
function optionNamed(typed, options) {
	const wanted = folded(typed);
	const same = options.find((option) => folded(option) === wanted);
	if (same !== void 0) return same;
	const [only, ...others] = options.filter((option) => beginsWithWords(folded(option), wanted));
	return only !== void 0 && others.length === 0 ? only : null;
}
/** The services that an answer names, each once: a list with commas, what a dropdown has of several, or the boxes that are ticked. */
function readServices({ field, text }) {
	if (field === null || text === "") return [];
	const names = field.kind === "checkboxes" ? tickedBoxes(text) : separated(text, field.options ?? []);
	const byName = /* @__PURE__ */ new Map();
	for (const name of names) if (name !== "" && !byName.has(folded(name))) byName.set(folded(name), name);
	return [...byName.values()];
}
function tickedBoxes(text) {
	return [...text.matchAll(/^[ \t]*[-*+] \[[xX]\][ \t]+(.*)$/gm)].map(([, name = ""]) => visibleLine(name));
}
/** An option of a dropdown may hold a comma itself. */
function separated(text, options) {
	const parts = text.split(/[,;\r\n]/).map((part) => visibleLine(part.replace(/^[ \t]*[-*+][ \t]+/, "")));
	const most = Math.max(1, ...options.map((option) => option.split(",").length));
	const names = [];
	for (let start = 0; start < parts.length;) {
		const length = longestOption(parts.slice(start, start + most), options);
		names.push(optionNamed(parts.slice(start, start + length).join(", "), options) ?? parts[start] ?? "");
		start += length;
	}
	return names;
}
/** How many of these parts, from the first one on, are one option; 1 where none is. */
function longestOption(parts, options) {
	for (let length = parts.length; length > 1; length -= 1) {
		const joined = folded(parts.slice(0, length).join(", "));
		if (options.some((option) => folded(option) === joined)) return length;
	}
	return 1;
}
/** Text that is pasted often has invisible characters around it. */
function visibleLine(text) {
	return cleanLine(withoutInvisible(text));
}
function folded(text) {
	return visibleLine(text).toLowerCase();
}
function beginsWithWords(text, beginning) {
	return beginning !== "" && text.startsWith(beginning) && !/^[\p{L}\p{N}]/u.test(text.slice(beginning.length));
}
function shortened(text) {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

// src/model/summary.ts
/** Summarises a log. The order of its incidents makes no difference, and nothing but the rolling year depends on `now`. */
function summarise({ incidents, formerEntries, handWritten }, { template, timezone, now }) {
	const counted = [...incidents.map(countedIncident), ...[...formerEntries, ...handWritten].map(countedEntry)];
	return {
		periods: periodsOf(counted, timezone, now),
		severities: groupRows(counted, ({ severity }) => [severity], severityLevels(template)).map(([severity, figures]) => ({
			severity,
			...figures
		})),
		services: groupRows(counted, ({ services }) => services.length === 0 ? [null] : services, []).map(([service, figures]) => ({
			service,
			...figures
		})),
		openActions: openActionsOf(incidents)
	};
}
function countedIncident(incident) {
	const { firstDetected, figures, timeToDetect, state, severity, services } = incident;
	const isOngoing = state === "ongoing";
	return {
		firstDetected: firstDetected.instant,
		figures,
		timeToDetect,
		isOngoing,
		severity,
		services
	};
}
function countedEntry({ firstDetected, figures, isOngoing = false }) {
	return {
		firstDetected,
		figures,
		timeToDetect: null,
		isOngoing,
		severity: null,
		services: []
	};
}
function figuresOf(counted) {
	const distribution = (minutesOf) => distributionOf(counted.flatMap((incident) => minutesOf(incident) ?? []));
	return {
		incidents: counted.length,
		ongoing: counted.filter(({ isOngoing }) => isOngoing).length,
		timeToDetect: distribution(({ timeToDetect }) => timeToDetect),
		timeToRepair: distribution(({ figures }) => figures.timeToRepair),
		timeToResolve: distribution(({ figures }) => figures.timeToResolve)
	};
}
/** The years and quarters of incidents, as {@link Summary} has them. */
function periodFigures(incidents, timezone) {
	return periodsOf(incidents.map(countedIncident), timezone, null);
}
/** Without the rolling year where `now` is null. */
function periodsOf(counted, timezone, now) {
	const placed = counted.map((incident) => ({
		incident,
		quarter: quarterOf(incident.firstDetected, timezone)
	}));
	const row = (period, isWithin) => {
		const within = placed.filter(({ quarter }) => isWithin(quarter)).map(({ incident }) => incident);
		return within.length === 0 ? [] : [{
			period,
			...figuresOf(within)
		}];
	};
	const last = now === null ? null : lastEndedQuarter(now, timezone);
	const byQuarter = groupBy(placed, ({ quarter }) => quarterName(quarter));
	const years = [...groupBy(placed, ({ quarter }) => quarter.year)].sort(([one], [other]) => other - one);
	return [...last === null ? [] : row("rolling-year", (quarter) => isInRollingYear(quarter, last)), ...years.flatMap(([year, ofYear]) => [{
		period: `${year}`,
		...figuresOf(ofYear.map(({ incident }) => incident))
	}, ...[
		4,
		3,
		2,
		1
	].flatMap((number) => {
		const period = quarterName({
			year,
			number
		});
		const ofQuarter = byQuarter.get(period) ?? [];
		return ofQuarter.length === 0 ? [] : [{
			period,
			...figuresOf(ofQuarter.map(({ incident }) => incident))
		}];
	})])];
}
/** Whether a quarter is one of the four up to the last that has ended. */
function isInRollingYear(quarter, last) {
	const first = {
		year: last.year - 1,
		number: last.number
	};
	return compareQuarters(quarter, last) <= 0 && compareQuarters(quarter, first) > 0;
}
/**
* The figures of each group: first those of `order`, then the others by name, then null. A name is the same in any case; it is spelled as in
* `order`, or else as its newest incident has it.
*/
function groupRows(counted, groupsOf, order) {
	const spelled = spellings(counted.flatMap((incident) => groupsOf(incident).map((name) => ({
		name,
		incident
	}))), order);
	const memberships = counted.flatMap((incident) => {
		return [...new Set(groupsOf(incident).map((name) => name === null ? null : spelled(name)))].map((group) => ({
			group,
			incident
		}));
	});
	const members = groupBy(memberships, ({ group }) => group);
	const others = [...members.keys()].filter((name) => name !== null).filter((name) => !order.includes(name)).sort(byCodePoint);
	return [
		...order.filter((name) => members.has(name)),
		...others,
		null
	].flatMap((name) => {
		const group = members.get(name);
		return group === void 0 ? [] : [[name, figuresOf(group.map(({ incident }) => incident))]];
	});
}
/** How a name is spelled in the rows. */
function spellings(named, order) {
	const folded = (name) => name.normalize("NFC").toLowerCase();
	const newestFirst = named.toSorted((one, other) => other.incident.firstDetected - one.incident.firstDetected || byCodePoint(one.name ?? "", other.name ?? ""));
	const names = [...order, ...newestFirst.flatMap(({ name }) => name ?? [])];
	const spelling = new Map(names.toReversed().map((name) => [folded(name), name]));
	return (name) => spelling.get(folded(name)) ?? name;
}
/** The same on every machine, whatever its language. */
function byCodePoint(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
function openActionsOf(incidents) {
	return incidents.toSorted((one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue).filter(({ state }) => state !== "ongoing").flatMap((incident) => incident.reviewActions.filter(({ state }) => state !== "DONE" && state !== "WON'T DO").map(({ text, issue, owner, due }) => ({
		text,
		issue,
		incident: incident.issue,
		owner,
		due
	})));
}

// src/github/issue.ts
/** An issue as the REST API gives it (https://docs.github.com/en/rest/issues/issues#list-repository-issues), as far as we read it. */
const issueSchema = object({
	number: pipe(number(), integer()),
	title: string(),
	body: nullish(string(), null),
	/** Empty where a list that was made by hand lacks it. */
	html_url: nullish(pipe(string(), regex(/^(https?:\/\/[^\s()<>]+)?$/)), ""),
	state: nullish(picklist(["open", "closed"]), "open"),
	state_reason: nullish(string(), null),
	labels: pipe(array(union([string(), object({ name: nullish(string(), "") })])), transform((labels) => labels.map((label) => typeof label === "string" ? label : label.name))),
	user: nullish(object({
		login: string(),
		type: nullish(string(), "User")
	}), null),
	/** Empty where a list that was made by hand lacks it. */
	author_association: nullish(string(), ""),
	pull_request: nullish(unknown(), null),
	closed_at: nullish(string(), null),
	updated_at: nullish(string(), ""),
	/** How many comments it has; null where a list that was made by hand lacks it. */
	comments: nullish(number(), null),
	/** UTC milliseconds. Not GitHub's: what the issue's events tell, once they were asked. */
	reopened_at: nullish(number(), null),
	/** Login. Not GitHub's: set where a bot closed as not planned what does not look like a false alarm. */
	closed_by_bot: nullish(string(), null),
	locked: nullish(boolean(), false),
	/** Absent where the server has no sub-issues. */
	sub_issues_summary: nullish(object({ total: number() }), null)
});
/** Labels are the same whatever their case (https://docs.github.com/en/rest/issues/labels). */
function hasLabel(issue, name) {
	return issue.labels.some((label) => sameName(label, name));
}
/** Label names and logins are the same whatever their case. */
function sameName(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
/**
* The incident issues among `issues`: labelled, no pull requests (the list of issues contains them), no false alarms
* (closed as not planned) and no duplicates; each once, by number.
*/
function incidentIssues(issues, label) {
	const incidents = issues.filter((issue) => whyNoIncident(issue, label) === null);
	return [...new Map(incidents.map((issue) => [issue.number, issue])).values()].sort((one, other) => one.number - other.number);
}
/** Whether an issue was closed before, and is open again. */
function isReopened({ state, state_reason: reason }) {
	return state === "open" && reason === "reopened";
}
/** Why an issue is no incident, whoever wrote it; null where it is one. */
function whyNoIncident(issue, label) {
	if (issue.pull_request !== null) return "pull-request";
	if (!hasLabel(issue, label)) return "no-label";
	if (issue.state === "open") return null;
	if (issue.state_reason === "duplicate") return "duplicate";
	return issue.state_reason === "not_planned" && issue.closed_by_bot === null ? "false-alarm" : null;
}
/**
* Whether an issue's author is trusted, as far as the issue itself tells; `unknown` means that only the author's
* permission in the repository can tell. Private members of an organisation show as NONE or CONTRIBUTOR to a workflow's
* token (https://docs.github.com/en/graphql/reference/enums#commentauthorassociation).
*/
function trustOf(issue, rule) {
	if (hasLabel(issue, rule.confirmedLabel)) return "trusted";
	const { user, author_association } = issue;
	if (user?.type === "Bot") return isAllowedBot(user.login, rule) ? "trusted" : "untrusted";
	if (isTrustedAssociation(author_association)) return "trusted";
	return user === null ? "untrusted" : "unknown";
}
/** Whether somebody is trusted, whatever labels say: `isPermitted` is asked where the association does not tell. */
async function isTrusted(author, rule, isPermitted) {
	const trust = trustOf({
		...author,
		labels: []
	}, rule);
	return trust === "unknown" && author.user !== null ? isPermitted(author.user.login) : trust === "trusted";
}
function isTrustedAssociation(association) {
	return [
		"OWNER",
		"MEMBER",
		"COLLABORATOR"
	].includes(association);
}
/** Whether a bot is named in `allowed-bots`, with or without `[bot]`. */
function isAllowedBot(login, rule) {
	const withoutSuffix = (name) => name.replace(/\[bot\]$/i, "");
	return rule.allowedBots.some((bot) => sameName(withoutSuffix(bot), withoutSuffix(login)));
}

// src/model/action-states.ts
/** The state of a review action as its issue, or the pull request that it is, has it. */
function stateOfIssue({ state, state_reason: reason, pull_request: pull }) {
	if (state === "open") return "TODO";
	return (pull === null ? reason === "not_planned" || reason === "duplicate" : pull.merged_at === null) ? "WON'T DO" : "DONE";
}
/** One key for a reference, however it is typed: names of repositories are the same whatever their case. */
function referenceKey(reference) {
	return String(reference).toLowerCase();
}
/** An incident whose review actions have the state of their issues. */
function withActionStates(incident, states) {
	return {
		...incident,
		reviewActions: incident.reviewActions.map((action) => inState(action, states))
	};
}
/** A typed state may have been true once: where an issue is to tell and cannot be read, the state is not known. */
function inState(action, states) {
	const state = action.issue === null ? void 0 : states.get(referenceKey(action.issue));
	return state === void 0 ? action : {
		...action,
		state
	};
}
/** Elsewhere the token may not reach, which is nobody's mistake. */
function unreadableActions({ issue, reviewActions }, states) {
	return reviewActions.flatMap(({ issue: action }) => {
		if (typeof action !== "number" || states.get(referenceKey(action)) !== null) return [];
		return [{
			issue,
			rule: "action-unreadable",
			severity: "warning",
			field: "review-actions",
			message: `The review action that refers to #${action} has no state in the log, for that issue was deleted, or is not there: correct the number, or take it away to get a new issue.`
		}];
	});
}

// src/model/overview.ts
/** How many quarters are listed; older ones count in their years. */
const mostQuarters = 12;
/**
* What a log's overview shows, as blocks of Markdown: the chart, figures by period and by severity, and the review actions that are
* open. Of the clock it depends on the last quarter that has ended, and on nothing else. It holds no heading, no list and nothing
* of anybody's but plain text on one line.
*/
function writeOverview(summary, settings) {
	return [
		writeChart(settings),
		writePeriods(summary, settings),
		writeSeverities(summary, settings),
		writeActions(summary, settings)
	].filter((block) => block !== "").join("\n\n");
}
function writeChart({ chart, path, engine }) {
	if (chart === null) return "";
	const url = posix.relative(posix.dirname(path), chart.path);
	return `![${writeText(chart.alt, engine)}](${destination({ url })})`;
}
function writePeriods({ periods }, { now, timezone }) {
	if (periods.length === 0) return "No incidents yet.";
	const quarters = periods.filter(({ period }) => period.startsWith("Q"));
	const hidden = new Set(quarters.slice(mostQuarters));
	const rows = periods.filter((each) => !hidden.has(each)).map((each) => [periodName(each.period, lastEndedQuarter(now, timezone)), ...figureCells(each, each.period === "rolling-year" ? intervalOf : nothingMore)]);
	const oldest = quarters[11]?.period;
	const note = hidden.size === 0 ? "" : `\n\nThe quarters before ${oldest} are counted in their years.`;
	return writeTable(["Period", ...figureColumns], rows) + note;
}
function periodName(period, lastEnded) {
	if (period !== "rolling-year") return period.startsWith("Q") ? period : `**${period}**`;
	const first = lastEnded.number === 4 ? {
		year: lastEnded.year,
		number: 1
	} : {
		year: lastEnded.year - 1,
		number: lastEnded.number + 1
	};
	return `**Rolling year** (${quarterName(first)} to ${quarterName(lastEnded)})`;
}
/** Nothing where no incident has a level: the form asks for none. */
function writeSeverities({ severities }, { engine }) {
	if (severities.every(({ severity }) => severity === null)) return "";
	return writeTable(["Severity", ...figureColumns], severities.map((each) => [each.severity === null ? "*not stated*" : writeText(clipped(each.severity), engine), ...figureCells(each, nothingMore)]));
}
const figureColumns = [
	"Incidents",
	"Ongoing",
	...["repair", "resolve"].flatMap((end) => [
		`Median time to ${end}`,
		`Mean time to ${end}`,
		`Longest time to ${end}`
	])
];
/** @param moreOf what is said of a median besides */
function figureCells({ incidents, ongoing, timeToRepair, timeToResolve }, moreOf) {
	return [
		`${incidents}`,
		`${ongoing}`,
		...[timeToRepair, timeToResolve].flatMap((distribution) => {
			const { n, median, mean, longest } = distribution;
			const basis = n < incidents ? `from ${n} of ${incidents}` : "";
			return [
				figureCell(median, [basis, moreOf(distribution)]),
				figureCell(mean, [basis]),
				figureCell(longest, [basis])
			];
		})
	];
}
/** A duration, and in parentheses what is to be known with it. */
function figureCell(minutes, remarks) {
	if (minutes === null) return "–";
	const remark = remarks.filter((part) => part !== "").join("; ");
	return formatDurationInDays(roundHalfUp(minutes)) + (remark && ` (${remark})`);
}
function nothingMore() {
	return "";
}
function intervalOf({ medianInterval: interval }) {
	return interval === null ? "" : `95% interval ${formatDuration(interval.low)} to ${formatDuration(interval.high)}`;
}
function writeActions({ openActions }, settings) {
	if (openActions.length === 0) return "";
	const { repositoryUrl, engine } = settings;
	return writeTable([
		"Open review action",
		"Incident",
		"Owner",
		"Due"
	], openActions.map(({ text, issue, incident, owner, due }) => [
		actionCell({
			text,
			issue
		}, settings),
		issueLink(incident, repositoryUrl),
		writeText(owner ?? "", engine),
		writeText(due ?? "", engine)
	]), 0);
}
function actionCell({ text, issue }, { repositoryUrl, engine }) {
	const link = issue === null ? "" : issueLink(issue, repositoryUrl);
	const words = issue !== null && (text === `#${issue}` || text === issue) ? "" : clipped(plainText(text));
	return [link, withoutInvisible(words).trim() === "" ? "" : writeText(words, engine)].filter((part) => part !== "").join(" ") || "(without words)";
}
/** Somebody's text as plain text that mentions nobody and links nothing. */
function writeText(text, engine) {
	return escapeForEngine(quoteInConversation(text), engine);
}
/** A table, whose columns behind the first are to the right unless `aligned` says otherwise. */
function writeTable(columns, rows, aligned = columns.length - 1) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	const rules = columns.map((_, index) => index >= columns.length - aligned ? "--:" : "---");
	return [
		line(columns),
		line(rules),
		...rows.map(line)
	].join("\n");
}

// src/model/build-log.ts
/** Says in words what the chart shows. */
const chartAlt = "Incidents that have an issue, by when each was first detected and how long it took to resolve";
/**
* The log of these incident issues, written into `existing`. An issue that can't be read any more keeps the entry it has
* in the first of `formerLogs` that has one. The issue of a review action wins over the state that is typed behind it. An
* incident that has a hand-written entry in the log, too, is not listed twice. Throws {@link UserError} where a block that
* is left open would swallow what is written.
*/
function buildLog({ issues, actionStates, template, settings, repositoryUrl, existing: found, existingName, formerLogs, now }) {
	const { timezone, handKept } = settings;
	const auditSettings = {
		timezone,
		now,
		repositoryUrl,
		emptyQuarters: settings.emptyQuarters
	};
	const existing = found !== null && handKept === "fix" ? fixed(found, auditSettings) : found;
	const duplicateOf = existing === null ? () => null : handWrittenDuplicates(existing, timezone);
	const incidents = [];
	const formerEntries = [];
	const problems = [];
	const formerEntryOf = formerEntriesIn(formerLogs, settings.timezone);
	for (const { issue, incident, problems: found } of issues) {
		const { number } = issue;
		const entry = incident === null ? formerEntryOf(number) : null;
		const said = incident === null ? saidWithout(found, entry) : found;
		problems.push(...said.map((problem) => ({
			issue: number,
			...problem
		})));
		const duplicate = incident && duplicateOf(incident);
		if (duplicate !== null) {
			problems.push(listedByHand(number, duplicate));
			continue;
		}
		if (incident !== null) {
			incidents.push(withActionStates(incident, actionStates));
			problems.push(...unreadableActions(incident, actionStates));
			continue;
		}
		if (entry !== null) formerEntries.push(entry);
	}
	const handWritten = existing === null ? [] : handWrittenEntries(existing, {
		...settings,
		now
	}).flatMap(({ entry, instant, figures }) => instant === null ? [] : [{
		firstDetected: instant,
		figures,
		isOngoing: isOngoing(entry)
	}]);
	const summary = summarise({
		incidents,
		formerEntries,
		handWritten
	}, {
		template,
		timezone,
		now
	});
	const { path, chartPath } = settings;
	const chart = chartPath === "" ? null : {
		path: chartPath,
		alt: chartAlt
	};
	const writeSummary = (engine) => writeOverview(summary, {
		repositoryUrl,
		path,
		timezone,
		now,
		engine,
		chart
	});
	const log = writeLog({
		...settings,
		overview: settings.overview === "write" ? writeSummary : null,
		existing,
		readLogs: formerLogs,
		incidents,
		formerEntries,
		repository: { url: repositoryUrl },
		now
	});
	const hasHandWritten = existing !== null && !isAllGenerated(existing);
	const open = existing === null ? null : unclosedBlock$1(existing.text);
	if (existing !== null && (hasHandWritten || open !== null)) {
		const written = [...incidents, ...formerEntries].map(({ issue }) => issue);
		refuseUnreadable({
			existing,
			name: existingName,
			open,
			log
		}, written);
	}
	return {
		log,
		incidents,
		formerEntries,
		handWritten,
		findings: findingsIn(log, hasHandWritten ? "hand-written" : "generated", auditSettings),
		problems,
		summary
	};
}
/** The log with the figures corrected that an audit calls fixable. */
function fixed(log, settings) {
	const text = fixLog(log.text, auditLog(log, settings));
	return text === log.text ? log : readLog(text, settings.repositoryUrl);
}
/** What is wrong in generated entries is said on their issues; nobody but a person breaks a zone. */
function findingsIn(log, origin, settings) {
	if (origin === "generated" && zoneProblem(log.text) === null) return [];
	const generated = log.entries.filter(isGeneratedEntry);
	return auditLog(log, settings).findings.filter(({ rule, start }) => rule === brokenZone.id || origin === "hand-written" && !generated.some((entry) => entry.start <= start && start < entry.end));
}
/**
* What is written must be there to be read, or the next run would write it again: a fence or a comment that is left open makes
* text of all that is written below its first line.
*/
function refuseUnreadable({ existing, name, open, log }, issues) {
	const lines = existing.text.split("\n");
	if (open !== null && !log.text.endsWith(lines.slice(open.line - 1).join("\n"))) {
		const block = open.kind === "fence" ? "A code fence" : "An HTML block";
		throw new UserError(`${block} that begins in line ${open.line} of ${name} is never closed, and would swallow what is written below it; close it there. The file was left as it is.`);
	}
	const written = new Set(log.entries.map(({ issue }) => issue));
	const lost = issues.filter((issue) => !written.has(issue));
	if (lost.length === 0) return;
	throw new UserError(`The headings of ${name} leave no place where the entry of #${lost[0]} could be found again; give the log quarters such as “## Q3 2024”. The file was left as it is.`);
}
/** The entry of an issue in the first of these logs that has one. */
function formerEntriesIn(logs, timezone) {
	let entries;
	const collect = () => {
		const found = /* @__PURE__ */ new Map();
		for (const log of logs) for (const entry of log.entries.filter(isGeneratedEntry)) {
			const former = asFormerEntry(entry, log, timezone);
			if (former !== null && !found.has(entry.issue)) found.set(entry.issue, former);
		}
		return found;
	};
	return (issue) => {
		entries ??= collect();
		return entries.get(issue) ?? null;
	};
}
/**
* The problems of an issue whose first detection can't be read. The message about that time also says what the log does with the issue:
* one mistake gets one message.
*/
function saidWithout(problems, entry) {
	const effect = entry === null ? "The log does not list it yet." : "The log keeps the entry it had.";
	const about = problems.find(({ field, severity }) => field === "first-detected" && severity === "error");
	return problems.map((each) => each === about ? {
		...each,
		message: `${each.message} ${effect}`
	} : each);
}
function listedByHand(issue, line) {
	return {
		issue,
		rule: "entry-hand-kept",
		severity: "warning",
		field: null,
		message: `The log has this incident already, kept by hand in line ${line}, so it is not listed twice: take that entry out of the file, and the issue's takes its place.`
	};
}

// src/markers/own-marker.ts
/** What every hidden line that this program writes begins with. */
const markerStart = "<!-- incident-log:";
/**
* The text of an incident issue, or of a comment, without the hidden last line that this program writes into it, and that line; empty
* where there is none. The two together are the body, but for white space behind the line.
*/
function splitOwnMarker(body) {
	const whole = body.trimEnd();
	const start = lastLineStart(whole);
	return whole.startsWith("<!-- incident-log:", start) && whole.indexOf("-->", start) === whole.length - 3 ? {
		text: whole.slice(0, start),
		marker: whole.slice(start)
	} : {
		text: body,
		marker: ""
	};
}

// src/form/answers.ts
/** What GitHub writes for a field that was left blank. */
const noResponse = "_No response_";
/**
* Cuts the body of an issue into the answers to a form. GitHub writes `### Label`, a blank line and the answer for each
* field, in form order.
*
* A label that occurs once begins its field, wherever it is. Of several with the same text, the first that fits the form's order
* counts, so that a label inside an answer stays part of it. If the body doesn't follow the form's order, because the form was changed
* since, the first one counts. The others are `duplicate-heading`. A label in a fence or HTML block counts only if it occurs nowhere
* else: then somebody left the block open (`unclosed-block`). A one-line answer ends at the next label, even one that begins no field.
* Never throws.
*
* @param headings of the body, if they are read already
*/
function readAnswers(body, template, headings = headingsOf(body)) {
	const source = sourceOf(body);
	const labels = labelsIn(headings, template);
	const boundaries = boundariesOf(labels, template);
	const nextLabel = new Map(labels.map((label, index) => [label, labels[index + 1]]));
	const answers = /* @__PURE__ */ new Map();
	for (const [index, boundary] of boundaries.entries()) {
		const end = (isFreeText(boundary.field) ? boundaries[index + 1] : nextLabel.get(boundary))?.heading.start ?? source.length;
		answers.set(boundary.field, readAnswer(source, boundary.heading.end, end, boundary.field));
	}
	return {
		answers,
		problems: [...unclosedBlocks(boundaries), ...duplicateHeadings(labels, boundaries)]
	};
}
/** The headings of a body, those in fences and HTML blocks included. */
function headingsOf(body) {
	return readHeadings(sourceOf(body));
}
/** The labels of fields as the headings of a body have them. */
function readOwnLabels(headings, template) {
	const boundaries = boundariesOf(labelsIn(headings, template), template);
	return new Map(boundaries.map(({ field, heading }) => [field, shownText(heading.text)]));
}
function boundariesOf(labels, template) {
	return inFormOrder(labels, template) ?? firstOfEach(labels);
}
/** Whether an answer to the field can hold lines of any kind; to others, GitHub lets people give one line or choose. */
function isFreeText(field) {
	return field.kind === "textarea";
}
/**
* Whether a body plainly came from the form: it begins with one of the labels, holds that of every required field and more
* than half of them all, and in form order. Serves for an issue whose form label GitHub dropped because the repository has no
* such label.
*/
function followsForm(body, template) {
	const source = sourceOf(body);
	const boundaries = inFormOrder(labelsIn(readHeadings(source), template), template) ?? [];
	const first = boundaries[0]?.heading;
	if (first === void 0 || source.slice(0, first.start).trim() !== "") return false;
	const found = new Set(boundaries.map((boundary) => boundary.field));
	return template.fields.filter((field) => field.required).every((field) => found.has(field)) && found.size * 2 > template.fields.length;
}
/** The labels in the body, in order; those in fences and HTML blocks only where the label stands nowhere else. */
function labelsIn(headings, template) {
	const nameOf = template.missing === void 0 ? shownText : looseName;
	const fields = new Map(template.fields.map((field) => [nameOf(field.label), field]));
	const labels = headings.flatMap((heading) => {
		const field = heading.level === 3 ? fields.get(nameOf(heading.text)) : void 0;
		return field === void 0 ? [] : [{
			field,
			heading
		}];
	});
	const outside = new Set(labels.filter(({ heading }) => heading.inside === null).map(({ field }) => field));
	return labels.filter(({ field, heading }) => heading.inside === null || !outside.has(field));
}
/** A label whatever its case, emphasis, and the colon behind it. */
function looseName(label) {
	const text = shownText(label.replaceAll(/[*_`]/g, "")).toLowerCase();
	return text.endsWith(":") ? text.slice(0, -1).trimEnd() : text;
}
/**
* The labels that begin fields, read in form order: each is the next one expected, and expected ones that occur nowhere later are
* skipped. Null if the body doesn't follow the form's order: a field would be left out, or a label is out of order before any free
* text, where nobody can have typed it into an answer. A body that GitHub wrote from the form always follows its order.
*/
function inFormOrder(labels, template) {
	const lastStart = new Map(labels.map(({ field, heading }) => [field, heading.start]));
	const found = /* @__PURE__ */ new Set();
	const boundaries = [];
	let expected = 0;
	for (const label of labels) {
		const { field, heading } = label;
		if (found.has(field)) continue;
		while (isMissingFrom(heading.start, template.fields[expected], lastStart)) expected += 1;
		if (template.fields[expected] === field) {
			boundaries.push(label);
			found.add(field);
			expected += 1;
		} else if (!boundaries.some((boundary) => isFreeText(boundary.field))) return null;
	}
	return found.size === lastStart.size ? boundaries : null;
}
/** Whether the label of a field stands nowhere from an offset on. */
function isMissingFrom(offset, field, lastStart) {
	return field !== void 0 && (lastStart.get(field) ?? -1) < offset;
}
function firstOfEach(labels) {
	const found = /* @__PURE__ */ new Set();
	return labels.filter(({ field }) => found.size < found.add(field).size);
}
/** A problem for each label that stands again behind the one that counts. One is enough: there may be 5,000 of them. */
function duplicateHeadings(labels, boundaries) {
	const counted = new Map(boundaries.map(({ field, heading }) => [field, heading]));
	return firstOfEach(labels.filter(({ field, heading }) => heading.start > (counted.get(field)?.start ?? 0))).map(({ field, heading }) => duplicateHeading(field, counted.get(field) ?? heading, heading));
}
function readAnswer(source, from, to, field) {
	const trimmed = withoutBlankLines(source, from, to);
	const whole = isFreeText(field) ? trimmed : withoutStrayBlanks(source, trimmed);
	const inside = (field.rendered ? insideFence(source, whole) : null) ?? whole;
	const isBlank = ["", noResponse].includes(withoutInvisible(source.slice(inside.start, inside.end)).trim());
	const range = isBlank || isParsed(field) ? inside : whole;
	return {
		...range,
		text: isBlank ? "" : source.slice(range.start, range.end)
	};
}
/**
* Whether this program parses the answer to a field, and so needs it without the fence that `render` puts around it. Other answers are
* shown, and without its fence code would show as Markdown.
*/
function isParsed({ id }) {
	const key = fieldKey(id);
	return key !== null && fields[key].holds !== "text";
}
/** Text as it shows: without invisible characters, and with single blanks. */
function shownText(text) {
	return withoutInvisible(text).replaceAll(/\s+/g, " ").trim();
}
/** Without blank lines around it and white space at its end. The indentation of the first line stays: it may make code of it. */
function withoutBlankLines(source, from, to) {
	const slice = source.slice(from, to);
	const blank = slice.length - slice.trimStart().length;
	const lineStart = lastLineStart(slice.slice(0, blank));
	const end = slice.trimEnd().length;
	return {
		start: from + Math.min(lineStart, end),
		end: from + end
	};
}
/** Without what GitHub wrote for blank fields behind an answer, and whose headings somebody has removed. */
function withoutStrayBlanks(source, range) {
	let { start, end } = range;
	while (source.endsWith(noResponse, end) && /[\r\n]/.test(source.charAt(end - 13 - 1))) {
		const before = withoutBlankLines(source, start, end - 13);
		if (before.end === before.start) break;
		({start, end} = before);
	}
	return {
		start,
		end
	};
}
/** What stands in the fence that makes up the whole of a range, or null when the range is no such fence. */
function insideFence(source, { start, end }) {
	const text = source.slice(start, end);
	const opening = /^(`{3,}(?!`)|~{3,}(?!~))[^\r\n]*(?:\r\n|\r|\n)/.exec(text);
	const lastLine = lastLineStart(text);
	if (opening === null || lastLine === 0) return null;
	return /^(?:`+|~+)$/.test(text.slice(lastLine)) && text.startsWith(opening[1] ?? "", lastLine) ? withoutBlankLines(source, start + opening[0].length, start + lastLine) : null;
}
/** A body as it is cut: without the hidden line that this program may have written at its end. Offsets stay what they are. */
function sourceOf(body) {
	return splitOwnMarker((body ?? "").replace(/^\uFEFF/, " ")).text;
}
/** A warning for each block that runs on over labels, naming the first of them. */
function unclosedBlocks(boundaries) {
	const problems = [];
	let reported = 0;
	for (const { field, heading } of boundaries) {
		const { inside } = heading;
		if (inside === null || inside.line === reported) continue;
		reported = inside.line;
		const holder = boundaries.findLast((boundary) => boundary.heading.line < inside.line);
		problems.push(unclosedBlock(inside, field, holder?.field ?? null));
	}
	return problems;
}
function unclosedBlock(block, swallowed, holder) {
	const where = holder === null ? `line ${block.line}` : `line ${block.line}, under ${holder.label},`;
	const message = block.kind === "fence" ? `The code block that begins in ${where} runs on over the heading “${swallowed.label}”: end it above that heading with a line of the same backticks or tildes that it begins with.` : `The HTML that begins in ${where} runs on over the heading “${swallowed.label}”: close it above that heading (a comment ends in -->) and leave a blank line behind it.`;
	return {
		rule: "unclosed-block",
		severity: "warning",
		field: holder?.id ?? null,
		message
	};
}
function duplicateHeading(field, first, second) {
	const message = `The heading “${field.label}” stands in line ${first.line} and again in line ${second.line}, and only the first counts: remove the second, or give it another number of #.`;
	return {
		rule: "duplicate-heading",
		severity: "error",
		field: field.id,
		message
	};
}

// src/form/assumed.ts
/** One sentence for people where issues are read without the form that they were filed with; null where that is there. */
function missingFormNotice({ missing }) {
	if (missing === void 0 || missing === "") return null;
	return `${missing} does not exist, so issues are read by the form that incident-log ships. If your form is elsewhere, name it in the input \`template-path\`.`;
}
/**
* The form with the labels as the issue spells them, so that messages name what people see there. A form that was found in the
* repository stays as it is.
*
* @param headings of the body, if they are read already
*/
function withOwnHeadings(template, body, headings = headingsOf(body)) {
	if (template.missing === void 0) return template;
	const labels = readOwnLabels(headings, template);
	const fields = template.fields.map((field) => ({
		...field,
		label: labels.get(field) ?? field.label
	}));
	return {
		...template,
		fields
	};
}

// src/form/context.ts
/** The entries of the Context, as they stand in it; none where it is too much to parse. Times are in `timezone`. */
function contextEntries(context, timezone) {
	return readBlocks(context).flatMap((block) => entriesOf(block, context, timezone));
}
/**
* A warning (`context-order`) when an entry of the Context is earlier than the one above it; one for all of them. What does
* not begin with a time has no place in the order.
*/
function contextOrder(context, field, timezone) {
	const entries = contextEntries(context, timezone);
	const [first, ...others] = entries.flatMap((entry, index) => {
		const above = entries[index - 1];
		return above !== void 0 && entry.instant < above.instant ? [{
			entry,
			above
		}] : [];
	});
	if (first === void 0) return [];
	const more = others.length === 0 ? "" : ` (and ${others.length} more like it)`;
	const message = `Under ${field.label}, the entry of ${first.entry.time} stands below that of ${first.above.time}${more}: put the entries in the order of their times, or correct the time.`;
	return [{
		rule: "context-order",
		severity: "warning",
		field: field.id,
		message
	}];
}
function entriesOf(block, context, timezone) {
	const from = block.position?.start.offset ?? 0;
	const to = block.position?.end.offset ?? 0;
	if (block.type === "paragraph") return [...linesOf(context.slice(from, to))].flatMap(({ text, start }) => readEntry(text, timezone, {
		start: from + start,
		bullet: ""
	}));
	if (block.type !== "list") return [];
	return block.children.flatMap((item) => {
		const content = item.children[0]?.position?.start.offset;
		const begin = item.position?.start.offset;
		if (content === void 0 || begin === void 0) return [];
		const start = lastLineStart(context.slice(0, begin));
		const [bullet = "-"] = /^\s*(?:[-+*]|\d+[.)])/.exec(context.slice(start)) ?? [];
		return readEntry(context.slice(content, to), timezone, {
			start,
			bullet: `${bullet} `
		});
	});
}
function readEntry(text, timezone, place) {
	const line = text.trimStart();
	const reading = readLeadingTime(line, timezone);
	return reading === null ? [] : [{
		instant: reading.instant,
		time: line.slice(0, reading.length),
		...place
	}];
}

// src/form/first-detection.ts
/** What an issue without a first detection lacks: the time, or, where it is not known which form it was filed with, the heading. */
function missingFirstDetection(body, template, answers) {
	const field = template.fields.find(({ id }) => id === "first-detected");
	const label = field?.label ?? "First detected";
	return {
		rule: "event-missing",
		severity: "error",
		field: "first-detected",
		message: template.missing !== void 0 && field !== void 0 && !answers.has(field) ? headingMissing(label, body) : `The time is missing under the heading “### ${label}”, and without it the incident cannot be in the log: type it there as YYYY-MM-DD HH:MM.`
	};
}
const MOST_HEADINGS = 5;
function headingMissing(label, body) {
	const headings = readHeadings(body ?? "").filter(({ level, inside }) => level === 3 && inside === null);
	const shown = headings.slice(0, MOST_HEADINGS).map(({ text }) => `“${text.slice(0, 60)}”`);
	const more = headings.length > MOST_HEADINGS ? " and more" : "";
	return `The issue has no heading “### ${label}”${shown.length === 0 ? "" : ` (it has ${shown.join(", ")}${more})`}, and without that time the incident cannot be in the log: add the heading with the time below it, as YYYY-MM-DD HH:MM, or name the form that the issue was filed with (input \`template-path\`, option \`--template\`).`;
}

// src/form/unread-suffixes.ts
/** A warning for each open action that ends in what looks like an owner or a date. */
function unreadSuffixes(actions) {
	return actions.filter((action) => action.state !== "DONE" && action.state !== "WON'T DO" && endsWithUnreadDetail(action)).map(({ text }) => {
		return {
			rule: "action-unread",
			severity: "warning",
			field: "review-actions",
			message: `The review action ${quote(text.slice(-60))} ends in what looks like an owner or a due date, and is not read: end it in (@login, due YYYY-MM-DD), or in one of the two.`
		};
	});
}

// src/form/read.ts
/**
* Reads what an issue says about its incident, and what a person must fix there. Without a first detection that can be
* read (`event-missing`, or the rule the time breaks) there is no incident; any other problem leaves it, without the part
* concerned. Never throws, whatever the issue holds.
*/
function readIncident(issue, form, options) {
	const headings = headingsOf(issue.body);
	const template = withOwnHeadings(form, issue.body, headings);
	const answers = readAnswers(issue.body, template, headings);
	const filed = {
		template,
		answers: answers.answers
	};
	const text = (id) => answerTo(id, filed).text;
	const events = sinceReopening(recordOf(eventKeys, (key) => readEvent(answerTo(fields[key].id, filed), options)), issue.reopenedAt);
	const readings = [...figureEvents, ...furtherEvents].map((key) => events[key]);
	const problems = [
		...answers.problems,
		...readings.flatMap((reading) => reading.problems),
		...furtherEvents.flatMap((key) => futureProblem(events[key], options.now)),
		...misplacedTimes(readings, filed),
		...unansweredProblems(filed),
		...contextProblems(answerTo(fields.context.id, filed), options.timezone)
	];
	const firstDetected = events.firstDetected.time;
	if (firstDetected === null) return {
		incident: null,
		problems: [...events.firstDetected.problems.length === 0 ? [missingFirstDetection(issue.body, template, answers.answers)] : [], ...problems]
	};
	const times = {
		...recordOf(eventKeys, (key) => events[key].time),
		firstDetected
	};
	const { figures, problems: figureProblems } = measure(times, options.now);
	const detection = measureDetection(times, options.now);
	const severity = readSeverity(answerTo(fields.severity.id, filed));
	const state = stateOf(times, issue.closed);
	const { actions, remark } = readReviewActions(text(fields.reviewActions.id), issue.url);
	const incident = {
		issue: issue.number,
		url: issue.url,
		title: readTitle(issue.title, template),
		state,
		...times,
		timeToDetect: detection.timeToDetect,
		figures,
		...recordOf(textKeys, (key) => text(fields[key].id)),
		severity: severity.level,
		services: readServices(answerTo(fields.services.id, filed)),
		listedFields: listedFields(filed),
		reviewActions: actions,
		reviewRemark: remark
	};
	const severityProblems = state === "resolved" ? [] : severity.problems;
	return {
		incident,
		problems: [
			...problems,
			...severityProblems,
			...unreadSuffixes(actions),
			...figureProblems,
			...detection.problems
		]
	};
}
/**
* The title of an incident: that of its issue without `[Incident]`, `Incident:`, `Incident on <date> -` or what the form
* puts in front, on one line. `Untitled incident` when nothing is left.
*/
function readTitle(issueTitle, template) {
	const formTitle = oneLine$1(template.title);
	let title = oneLine$1(issueTitle);
	for (;;) {
		const prefix = titlePrefix.exec(title)?.[0] ?? (beginsWith(title, formTitle) ? formTitle : "");
		if (prefix === "") return title === "" ? "Untitled incident" : title;
		title = title.slice(prefix.length).trimStart();
	}
}
function oneLine$1(text) {
	return text.replaceAll(/\s+/g, " ").trim();
}
/** Whether a title has those words in front, in any case, and not as the beginning of a longer word. */
function beginsWith(title, prefix) {
	return title.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() && !(/[\p{L}\p{N}_]$/u.test(prefix) && /^[\p{L}\p{M}\p{N}_]/u.test(title.slice(prefix.length)));
}
const titlePrefix = /^(?:\[incident\]:?|incident:|incident on \d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?(?: ?Z| UTC)?(?: ?[-–—:]|$))/i;
function answerTo(id, { template, answers }) {
	const field = template.fields.find((candidate) => candidate.id === id);
	if (field === void 0) return {
		field: null,
		text: ""
	};
	return {
		field,
		text: answers.get(field)?.text ?? ""
	};
}
function readEvent({ field, text }, { timezone }) {
	const reading = readTime(text, timezone);
	if (reading.kind === "time") return {
		field,
		time: reading.time,
		problems: []
	};
	if (reading.kind === "blank" || field === null) return {
		field,
		time: null,
		problems: []
	};
	const message = `Under ${field.label}, ${reading.message}`;
	return {
		field,
		time: null,
		problems: [{
			rule: reading.rule,
			severity: "error",
			field: field.id,
			message
		}]
	};
}
/**
* The events without the repair and the resolution from before an issue was reopened: a resolved incident that is reopened goes on. An
* issue without a resolution was closed by mistake, or for another reason, so its events stay.
*/
function sinceReopening(events, reopenedAt) {
	if (reopenedAt === null || events.resolved.time === null) return events;
	const since = Math.floor(reopenedAt / 6e4) * 6e4;
	const later = (reading) => reading.time !== null && reading.time.instant < since ? {
		...reading,
		time: null
	} : reading;
	return {
		...events,
		repaired: later(events.repaired),
		resolved: later(events.resolved)
	};
}
/** For events that no figure is computed from; `measure` checks the others. */
function futureProblem({ field, time }, now) {
	if (field === null || time === null || time.instant <= now + 3e5) return [];
	const message = `${field.label} is in the future: type the time at which it happened, or leave it blank until it has.`;
	return [{
		rule: "timestamp-future",
		severity: "error",
		field: field.id,
		message
	}];
}
/**
* A warning for each time that stands below free text which the form has behind it. The form may have been changed since, so
* the time counts; but the heading may also be a mere line of that text, in an issue that lacks the field.
*/
function misplacedTimes(events, { template, answers }) {
	const recorded = new Set(events.flatMap(({ field, time }) => time === null ? [] : field));
	const problems = [];
	const above = /* @__PURE__ */ new Set();
	for (const field of answers.keys()) {
		const holder = template.fields.slice(template.fields.indexOf(field) + 1).find((candidate) => above.has(candidate));
		if (isFreeText(field)) above.add(field);
		if (holder === void 0 || !recorded.has(field)) continue;
		const message = `The heading “### ${field.label}” stands below ${holder.label}, above which the form has it, and the time under it counts: move both up, or, if the line is no heading of the form, give it another number of #.`;
		problems.push({
			rule: "heading-order",
			severity: "warning",
			field: field.id,
			message
		});
	}
	return problems;
}
/** GitHub holds people to required fields in public repositories only, and an issue can be edited anywhere. */
function unansweredProblems({ template, answers }) {
	return template.fields.flatMap((field) => {
		const isAnswered = (answers.get(field)?.text ?? "") !== "";
		if (!field.required || isAnswered || field.id === fields.firstDetected.id) return [];
		if (template.missing !== void 0 && !answers.has(field)) return [];
		const message = `Nothing stands under the heading “### ${field.label}”, which the form requires: fill it in, if only with what is known so far.`;
		return [{
			rule: "answer-missing",
			severity: "error",
			field: field.id,
			message
		}];
	});
}
function listedFields({ template, answers }) {
	return template.fields.flatMap((field) => {
		const answer = answers.get(field)?.text ?? "";
		const { id, label } = field;
		return isListed(fieldKey(id)) && answer !== "" ? [{
			id,
			label,
			answer
		}] : [];
	});
}
function contextProblems({ field, text }, timezone) {
	return field === null ? [] : contextOrder(text, field, timezone);
}

// src/form/template.ts
/** The form that this project ships, for a repository whose own cannot be read. */
const defaultTemplate = {
	title: "[Incident] ",
	fields: Object.values(fields).flatMap(({ id, label, form }) => form === null ? [] : [{
		id,
		label,
		...form,
		rendered: false
	}])
};
const elementSchema = object({
	type: string(),
	id: nullish(string()),
	attributes: nullish(object({
		label: nullish(string()),
		render: nullish(string()),
		options: nullish(array(unknown()))
	})),
	validations: nullish(object({ required: nullish(boolean()) }))
});
const formSchema = object({
	title: nullish(string()),
	body: array(elementSchema)
});
/**
* Reads an issue form (GitHub docs, "Syntax for GitHub's form schema"). Elements of type `markdown` are no fields: GitHub
* leaves them out of the issue.
*
* A problem, as one sentence, when the text is not YAML or no issue form, when no field has the id `first-detected`, and
* when an id or a label stands twice, for then an issue's answers could not be told apart.
*/
function readTemplate(yaml) {
	const { parseYaml } = loadBeside(import.meta.url, "yaml");
	const parsed = parseYaml(yaml);
	if (parsed.kind === "problem") return problem(`The issue form is not YAML${parsed.fault}.`);
	const form = safeParse(formSchema, parsed.value, { abortEarly: true });
	if (!form.success) return problem(`The issue form is none that GitHub would accept: ${schemaFault(form.issues[0])}.`);
	const found = [];
	for (const [index, element] of form.output.body.entries()) {
		if (element.type === "markdown") continue;
		const label = headingText(element.attributes?.label ?? "");
		if (label === "") return problem(`Element ${index + 1} of the issue form has no label: give it one under attributes.`);
		found.push({
			id: element.id ?? null,
			label,
			kind: element.type,
			rendered: (element.attributes?.render ?? "") !== "",
			required: element.validations?.required === true,
			...element.attributes?.options ? { options: element.attributes.options.flatMap(optionText) } : {}
		});
	}
	const label = firstRepeated(found.map((field) => field.label));
	if (label !== void 0) return problem(`Two fields of the issue form have the label “${label}”: rename one of them.`);
	const id = firstRepeated(found.flatMap((field) => field.id ?? []));
	if (id !== void 0) return problem(`Two fields of the issue form have the id ${id}: change one of them.`);
	if (!found.some((field) => field.id === fields.firstDetected.id)) return problem("The issue form has no field with the id first-detected, and without that time no incident can be placed: give the id to the field that asks for it.");
	return {
		kind: "template",
		template: {
			title: form.output.title ?? "",
			fields: found
		}
	};
}
const optionSchema = union([string(), object({ label: string() })]);
/** The text of an option as an issue shows it: those of checkboxes have a label. */
function optionText(option) {
	const result = safeParse(optionSchema, typeof option === "number" ? `${option}` : option);
	if (!result.success) return [];
	const text = oneSpaced(typeof result.output === "string" ? result.output : result.output.label);
	return text === "" ? [] : [text];
}
/** Text on one line, without invisible characters. */
function oneSpaced(text) {
	return withoutInvisible(text).replaceAll(/\s+/g, " ").trim();
}
/** A label as a heading shows it once it stands in an issue: without white space around it and closing `#`s. */
function headingText(label) {
	return readHeadings(`### ${withoutInvisible(label).replaceAll(/\s+/g, " ")}`)[0]?.text ?? "";
}
const inWords = /* @__PURE__ */ new Map([
	["Object", "a mapping"],
	["Array", "a list"],
	["string", "text"],
	["boolean", "true or false"]
]);
function schemaFault(issue) {
	const place = getDotPath(issue) ?? "the file as a whole";
	if (issue.received === "undefined") return `${place} is missing`;
	return `${place} should be ${inWords.get(issue.expected ?? "") ?? issue.expected} and is ${oneLine(issue.received)}`;
}
function firstRepeated(names) {
	const seen = /* @__PURE__ */ new Set();
	return names.find((name) => seen.size === seen.add(name).size);
}
function oneLine(text) {
	return text.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "").slice(0, 200);
}
function problem(message) {
	return {
		kind: "problem",
		message
	};
}

// src/model/incidents.ts
/** The schema of the issues: the repository's form, or ours where it has none. Throws {@link UserError} on one that is broken. */
function schemaOf(form, path) {
	if (form === null) return {
		...defaultTemplate,
		missing: path
	};
	const reading = readTemplate(form);
	if (reading.kind === "template") return reading.template;
	throw new UserError(`${path}: ${reading.message}`);
}
/** Reads an incident issue as the form of the repository has it. */
function readIssue(issue, template, options) {
	const { incident, problems } = readIncident(filed(issue), template, options);
	return {
		issue,
		incident,
		problems: [...problems, ...closedByBot(issue)]
	};
}
function closedByBot({ closed_by_bot: bot }) {
	if (bot === null) return [];
	return [{
		rule: "closed-by-bot",
		severity: "warning",
		field: null,
		message: `The bot ${bot} closed this issue as not planned, but a repair or resolution is recorded, so it stays in the log. Reopen it and close it as completed. If it was a false alarm, reopen it and close it as not planned yourself, or name the bot in the input \`allowed-bots\`.`
	}];
}
/** An issue as the form's reader takes it. */
function filed(issue) {
	const { number, title, body, html_url: url, state, reopened_at: reopened } = issue;
	const reopenedAt = isReopened(issue) ? reopened ?? Number.POSITIVE_INFINITY : null;
	return {
		number,
		title,
		body,
		url,
		closed: state === "closed" && issue.closed_by_bot === null,
		reopenedAt
	};
}

export { periodFigures as C, whyNoIncident as S, roundHalfUp as T, isAllowedBot as _, contextEntries as a, issueSchema as b, followsForm as c, buildLog as d, referenceKey as f, incidentIssues as g, hasLabel as h, readIncident as i, readAnswers as l, withActionStates as m, readIssue as n, missingFormNotice as o, stateOfIssue as p, schemaOf as r, withOwnHeadings as s, filed as t, splitOwnMarker as u, isReopened as v, optionNamed as w, trustOf as x, isTrusted as y };