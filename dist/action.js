import { d as mayHoldCommand, h as wrongChoice, l as withoutInvisible, m as readChoiceInput, o as withoutCommands, t as defaultOutputs, v as readInput } from "./chunks/first.js";
import { setTimeout } from "node:timers/promises";
import { appendFileSync, readFileSync } from "node:fs";

// src/run/trigger.ts
const ISSUE_ACTIONS = /* @__PURE__ */ new Set([
	"opened",
	"edited",
	"labeled",
	"unlabeled",
	"closed",
	"reopened",
	"deleted",
	"transferred"
]);
/** What a review action's issue may go through that the log shows, or that tells whose it is. */
const ACTION_ACTIONS = /* @__PURE__ */ new Set([
	"edited",
	"closed",
	"reopened",
	"deleted",
	"transferred"
]);
/**
* What an event asks for, or null when it does not concern the log: then the run ends without a request. Uses nothing but
* the payload (https://docs.github.com/en/webhooks/webhook-events-and-payloads).
*/
function triggerOf(event, payload, settings) {
	if (event === "workflow_dispatch") return { kind: "setup" };
	if (event === "schedule") return { kind: "schedule" };
	if (event === "push") return isPushToBase(payload, settings.base) ? { kind: "setup" } : null;
	if (event === "issues") return triggerOfIssue(payload, settings);
	if (event === "issue_comment") return triggerOfComment(payload, settings);
	return null;
}
function triggerOfComment({ action, issue, comment }, { label }) {
	const body = comment?.body ?? "";
	const isIncident = issue?.labels?.some(({ name }) => isSame(name, label)) && !issue.pull_request;
	if (action !== "created" || !issue || !isIncident || !mayHoldCommand(withoutInvisible(body))) return null;
	return {
		kind: "commented",
		issue: issue.number,
		comment: body
	};
}
/** Labels are the same whatever their case. */
function isSame(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
function isPushToBase({ ref, repository }, base) {
	return ref === `refs/heads/${base.replace(/^refs\/heads\//, "") || repository?.default_branch}`;
}
function triggerOfIssue({ action = "", issue, label, changes, sender }, { label: incidentLabel, confirmedLabel, actionLabel }) {
	if (!issue || !ISSUE_ACTIONS.has(action)) return null;
	const isOurs = (name) => isSame(name, incidentLabel) || isSame(name, confirmedLabel);
	const isActions = (name) => actionLabel !== null && isSame(name, actionLabel);
	if (action === "labeled" || action === "unlabeled") {
		if (!(label && (isOurs(label.name) || isActions(label.name) && sender?.type !== "Bot"))) return null;
		if (action === "unlabeled" && isSame(label.name, incidentLabel)) return {
			kind: "unlabelled",
			issue: issue.number
		};
		return action === "labeled" && isSame(label.name, confirmedLabel) ? {
			kind: "confirmed",
			issue: issue.number,
			editor: null,
			text: textOf(issue)
		} : {
			kind: "reconcile",
			issue: issue.number
		};
	}
	const labels = (issue.labels ?? []).map(({ name }) => name);
	if (!labels.some(isOurs)) {
		if (labels.some(isActions) && ACTION_ACTIONS.has(action)) return {
			kind: "reconcile",
			issue: issue.number
		};
		return action === "opened" && /^### /m.test(issue.body ?? "") ? {
			kind: "opened",
			issue: issue.number
		} : null;
	}
	const isTextEdit = action === "edited" && (changes?.body !== void 0 || changes?.title !== void 0);
	const wasConfirmed = labels.some((name) => isSame(name, confirmedLabel));
	if (isTextEdit && wasConfirmed && sender) {
		const { login, type = "User" } = sender;
		return {
			kind: "edited",
			issue: issue.number,
			editor: {
				login,
				type
			},
			text: textOf(issue)
		};
	}
	return {
		kind: "reconcile",
		issue: issue.number
	};
}
function textOf({ title = "", body = null }) {
	return {
		title,
		body
	};
}

// src/action/main.ts
/**
* One run of the action, which uses nothing of the process but what it is given, and returns the exit code. Several may go on
* at once.
*/
async function main(environment, io) {
	if (environment.GITHUB_OUTPUT) appendFileSync(environment.GITHUB_OUTPUT, defaultOutputs());
	const wrong = wrongChoice(environment);
	if (wrong !== null) {
		const { failWith } = await import("./chunks/runner2.js");
		return failWith(environment, io, wrong);
	}
	const mode = readChoiceInput(environment, "mode");
	if (mode === "report") {
		const { reportInActions } = await import("./chunks/report.js");
		return reportInActions(environment, io);
	}
	if (mode === "audit") {
		const { auditInActions } = await import("./chunks/audit.js");
		return auditInActions(environment, io);
	}
	return keepInStep(environment, io);
}
async function keepInStep(environment, io) {
	const event = environment.GITHUB_EVENT_NAME ?? "";
	const payload = environment.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH, "utf8")) : {};
	const hasActions = readChoiceInput(environment, "review-actions") === "issues";
	const trigger = triggerOf(event, payload, {
		label: readInput(environment, "label"),
		confirmedLabel: readInput(environment, "confirmed-label"),
		actionLabel: hasActions ? readInput(environment, "review-action-label") : null,
		base: readInput(environment, "base")
	});
	if (trigger === null || trigger.kind === "commented" && !await holdsCommand(trigger.comment)) {
		const action = payload.action === void 0 ? "" : ` (${payload.action})`;
		io.write(`${withoutCommands(`The event ${event}${action} does not concern the incident log.`)}\n`);
		return 0;
	}
	const { runInActions } = await import("./chunks/run.js");
	return runInActions(environment, io, {
		trigger,
		defaultBranch: payload.repository?.default_branch ?? ""
	});
}
/** Whether a comment that looks like one holds a command: one in code or a quote is none, and costs no request. */
async function holdsCommand(comment) {
	const { readCommands } = await import("./chunks/read2.js");
	return readCommands(comment).length > 0;
}

// src/action.ts
process.exitCode = await main(process.env, {
	write: (text) => process.stdout.write(text),
	fetch: async (...request) => (await import("./chunks/proxy-fetch.js")).proxyFetch(...request),
	clock: {
		now: Date.now,
		wait: setTimeout,
		second: 1e3
	},
	loadCore: () => import("./chunks/core.js")
});

export {  };