import { _ as UserError, o as withoutCommands } from "./first.js";
import { F as SUMMARY_LIMIT_BYTES, I as clipped, L as list, R as shortened, i as connect, l as explain, t as RUN_LIMIT_MILLISECONDS, z as table } from "./client.js";
import { s as escapeText, u as quoteInConversation } from "./escape.js";
import { t as summaryOf } from "./counts.js";
import { t as issueLink, u as quarterFigures } from "./entry.js";
import { appendFileSync } from "node:fs";

// src/audit/output/summary.ts
/** An audit as a step summary. */
function auditSummary({ file, audit }) {
	const sections = [
		...audit.findings.filter(({ headline }) => headline !== null).map(({ message }) => ({
			head: [`**${quoteInConversation(message)}**`],
			rows: []
		})),
		{
			head: [`${quoteInConversation(file)}: ${summaryOf(audit)}`],
			rows: []
		},
		findingSection("## Findings", audit.findings)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
/** Findings as a table, the worst first. */
function findingSection(title, findings) {
	const rows = bySeverity(findings).map(({ line, severity, rule, message }) => [
		`${line}`,
		severity,
		rule,
		quoteInConversation(message)
	]);
	return table(title, [
		"Line",
		"Severity",
		"Rule",
		"Finding"
	], rows);
}
function bySeverity(findings) {
	return [
		"error",
		"warning",
		"notice"
	].flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

// src/markdown/message.ts
/** The rest of an address in our messages. Nothing in it ends an autolink (CommonMark 6.5) or a table cell. */
const rest = "(?:[\\w%.!~*'()/?=&:-]*[\\w%/=-])?";
/** GitHub's status page, and no other site whose name begins like it. */
const statusPage = "https://www\\.githubstatus\\.com(?![\\w.-]*[\\w-])";
/**
* A message of this program for a comment or summary: as `quoteInConversation`, but addresses that our messages use become links. It does no
* harm if a person's words within the message hold such an address, because links to these pages notify nobody.
*
* @param repositoryUrl web address of the repository, to whose comparisons and settings messages link
*/
function quoteMessage(message, repositoryUrl) {
	const prefixes = [
		`${repositoryUrl}/compare/`,
		`${repositoryUrl}/settings/`,
		"https://docs.github.com/"
	].map((page) => page.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
	const offered = new RegExp(`((?:${prefixes})${rest}|${statusPage})`, "g");
	return message.split(offered).map((part, index) => index % 2 === 1 ? `<${part}>` : quotePart(part)).join("");
}
/** As `quoteInConversation`, with a space for white space at the ends, because an address stands next to it. */
function quotePart(part) {
	const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
	return (before && " ") + quoteInConversation(text) + (after && " ");
}

// src/report/sections.ts
/** What changed in the log, the sections without rows left out: incidents, then review actions, then figures. */
function changeSections({ entries, actions, quarters }, repositoryUrl, removals) {
	return [
		entrySection(entries, repositoryUrl, removals),
		actionSection(actions, repositoryUrl),
		figureSection(quarters)
	];
}
function entrySection(changes, repositoryUrl, removals) {
	const removed = changes.filter(({ kind }) => kind === "removed");
	const others = changes.filter(({ kind }) => kind !== "removed");
	const rows = [...removed, ...others].map(({ issue, kind, entry, timeToRepair, timeToResolve }) => [
		`${issueLink(issue, repositoryUrl)} ${quoteInConversation(clipped(entry.title))}`,
		kind === "removed" ? `removed: ${reasonOf(removals.get(issue))}` : kind,
		wording(timeToRepair),
		wording(timeToResolve),
		entry.events.map(({ name, value }) => quoteInConversation(clipped(`${name} ${value.text}`))).join("<br>")
	]);
	return table("## Incidents", [
		"Incident",
		"Change",
		"Time to repair",
		"Time to resolve",
		"From"
	], rows);
}
function actionSection(changes, repositoryUrl) {
	const rows = changes.map((change) => {
		const reference = change.issue.after ?? change.issue.before;
		return [
			[reference === null ? "" : issueLink(reference, repositoryUrl), quoteInConversation(clipped(change.text))].filter((part) => part !== "").join(" ") || "(without words)",
			issueLink(change.incident, repositoryUrl),
			actionWording(change, repositoryUrl)
		];
	});
	return table("## Review actions", [
		"Action",
		"Incident",
		"Change"
	], rows);
}
function actionWording({ kind, state, issue }, repositoryUrl) {
	if (kind === "added") return state.after === null ? "added" : `added, ${state.after}`;
	if (kind === "removed") return "removed from the list";
	return [state.before === state.after ? "" : `${state.before ?? "no state"} → ${state.after ?? "no state"}`, issueWording(issue, repositoryUrl)].filter((part) => part !== "").join(", ");
}
function issueWording({ before, after }, repositoryUrl) {
	if (`${before}`.toLowerCase() === `${after}`.toLowerCase()) return "";
	if (before === null) return "has an issue now";
	const former = issueLink(before, repositoryUrl);
	return after === null ? `no longer refers to ${former}` : `instead of ${former}`;
}
function reasonOf(removal) {
	if (removal === "dismissed") return "closed as not planned or duplicate";
	if (removal === "untrusted") return "filed or edited by somebody who is not trusted, and not confirmed";
	return "its issue lost the label, was deleted or was transferred";
}
/** The quarters with a figure that moved. A quarter that has no incident, and had none, has nothing to tell. */
function figureSection(changes) {
	const rows = changes.filter(({ isEmpty }) => !isEmpty).map(({ quarter, figures }) => [quarter, ...quarterFigures.map(({ key }) => wording(figures[key]))]);
	return table("## Figures", ["Quarter", ...quarterFigures.map(({ label }) => label)], rows);
}
function wording({ before, after }) {
	const now = quoteInConversation(after ?? "");
	if (before === null || before === after) return now;
	return `${quoteInConversation(before)} → ${now || "not listed"}`;
}
function problemSection(problems, repositoryUrl) {
	const items = problems.map(({ issue, message }) => {
		return (issue === null ? "" : `${issueLink(issue, repositoryUrl)}: `) + quoteInConversation(message);
	});
	return list("## To be mended", items);
}

// src/report/summary.ts
/** The step summary: what changed, what is still open, what was done, what needs fixing. */
function stepSummary({ headline, failure = null, notice = null, logChanges, built, repositoryUrl, removals, openActions, done, notes }) {
	const sections = [
		{
			head: [headline],
			rows: []
		},
		failedSection(failure, repositoryUrl),
		{
			head: notice === null ? [] : [`**Note**: ${quoteInConversation(notice)}`],
			rows: []
		},
		...changeSections(logChanges, repositoryUrl, removals),
		openSection(openActions, repositoryUrl),
		list("## Steps", done.map(quoteInConversation)),
		list("## Notes on review actions", notes.map((note) => quoteMessage(note, repositoryUrl))),
		problemSection(built.problems, repositoryUrl),
		findingSection("## Found in what is kept by hand", built.findings)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
/** The step summary of a run that failed on its way: the error, what was done, and what was not. Each is one sentence. */
function failureSummary({ failure, repositoryUrl, done, left }) {
	const rest = done.length === 0 ? "No change was completed." : "The rest of the run was not reached; the next run does it.";
	const sections = [
		failedSection(failure, repositoryUrl),
		{
			head: [rest],
			rows: []
		},
		list("## Done", done.map(quoteInConversation)),
		list("## Not done", left.map(quoteInConversation))
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
/** The step summary of a run that wrote a report page: where it is, and what needs fixing. */
function reportSummary({ headline, failure, problems, repositoryUrl }) {
	const sections = [
		{
			head: [
				"# Incident report",
				"",
				headline
			],
			rows: []
		},
		failedSection(failure, repositoryUrl),
		problemSection(problems, repositoryUrl)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
function failedSection(failure, repositoryUrl) {
	return {
		head: failure === null ? [] : [`**Failed**: ${quoteMessage(failure, repositoryUrl)}`],
		rows: []
	};
}
function openSection(actions, repositoryUrl) {
	const rows = actions.map(({ reference, url, title, incident, owners, due, ageDays, isOverdue }) => [
		`[${typeof reference === "number" ? `#${reference}` : escapeText(reference)}](${url}) ${quoteInConversation(clipped(title))}`,
		issueLink(incident, repositoryUrl),
		owners.map(quoteInConversation).join(", "),
		[due ?? "", isOverdue ? "overdue" : ""].filter((part) => part !== "").join(", "),
		ageDays === 1 ? "1 day" : `${ageDays} days`
	]);
	return table("## Open review actions", [
		"Action",
		"Incident",
		"Owner",
		"Due",
		"Age"
	], rows);
}

// src/action/runner.ts
/**
* Runs `action` to its exit code. Fails the run with one sentence when it throws, and puts that into the step summary.
*
* @param summaryOf the summary of a run that failed with a sentence, in Markdown
*/
async function inRunner(environment, io, action, summaryOf = (failure, { repositoryUrl }) => failureSummary({
	failure,
	repositoryUrl,
	done: [],
	left: []
})) {
	const runner = await enterRunner(environment, io);
	try {
		return await action(runner);
	} catch (error) {
		const explanation = explain(error);
		if (explanation === null) runner.core.error(error instanceof Error ? error.stack ?? error.message : String(error));
		const sentence = explanation ?? "incident-log failed in a way it does not know; please report it with the lines above.";
		runner.writeSummary(summaryOf(sentence, runner));
		runner.core.error(sentence);
		return 1;
	}
}
/** Fails the run before it has begun. */
function failWith(environment, io, sentence) {
	return inRunner(environment, io, () => Promise.reject(new UserError(sentence)));
}
async function enterRunner(environment, io) {
	const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_REPOSITORY: name = "", GITHUB_SERVER_URL: serverUrl = "https://github.com", GITHUB_STEP_SUMMARY: summary } = environment;
	const [owner = "", repo = ""] = name.split("/");
	const repository = {
		owner,
		repo
	};
	const say = (line) => io.write(`${withoutCommands(line)}\n`);
	return {
		...io,
		environment,
		core: await io.loadCore(),
		repositoryUrl: `${serverUrl}/${owner}/${repo}`,
		say,
		writeSummary(text) {
			if (summary) appendFileSync(summary, text.endsWith("\n") ? text : `${text}\n`);
		},
		connect(token) {
			const { clock, fetch } = io;
			const deadline = clock.now() + RUN_LIMIT_MILLISECONDS;
			return {
				github: connect(token, {
					repository,
					apiUrl,
					clock,
					deadline,
					fetch,
					say
				}),
				deadline
			};
		}
	};
}

export { stepSummary as a, quoteMessage as c, reportSummary as i, auditSummary as l, inRunner as n, changeSections as o, failureSummary as r, problemSection as s, failWith as t, findingSection as u };