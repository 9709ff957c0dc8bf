import { _ as UserError, f as choices, m as readChoiceInput, v as readInput } from "./first.js";
import { t as decodeText } from "./text.js";
import { l as isTimeZone } from "./clock.js";
import { i as timeZoneSentence, n as engineSetting } from "./settings.js";
import { _ as transform, f as picklist, g as string, h as safeParse, l as number, m as regex, o as literal, p as pipe, r as check, s as nonEmpty, u as object, x as variant } from "./dist.js";
import { p as orNull, u as checked } from "./runner.js";
import { createHash } from "node:crypto";

// src/github/file.ts
const entrySchema = variant("type", [object({
	type: literal("file"),
	sha: string(),
	size: number(),
	encoding: string(),
	content: string()
}), object({ type: picklist([
	"dir",
	"symlink",
	"submodule"
]) })]);
const blobSchema = object({
	sha: string(),
	size: number(),
	encoding: literal("base64"),
	content: string()
});
/**
* The file at `path` as of `commit`, or null where there is none. Over 1 MB the contents API leaves the content out, and
* the blob is read instead (https://docs.github.com/en/rest/repos/contents#get-repository-content). What is no UTF-8 text
* or arrives incomplete is an error.
*/
async function readFile(github, path, commit) {
	const response = await orNull(github.rest.repos.getContent({
		...github.repository,
		path,
		ref: commit
	}));
	if (response === null) return null;
	if (Array.isArray(response.data)) throw new UserError(`${path} is a folder; give the path of a file.`);
	const entry = checked(entrySchema, response);
	if (entry.type !== "file") throw new UserError(`${path} is a ${entry.type}; give the path of a file.`);
	const { content, size } = entry.encoding === "base64" && (entry.size === 0 || entry.content !== "") ? entry : checked(blobSchema, await github.rest.git.getBlob({
		...github.repository,
		file_sha: entry.sha
	}));
	const bytes = Buffer.from(content, "base64");
	if (bytes.length !== size) throw new UserError(`${path} arrived with ${bytes.length} of its ${size} bytes; nothing was changed, run the workflow again.`);
	return {
		blob: entry.sha,
		text: decodeText(bytes, path)
	};
}
/** Reads the files at these paths as of `commit`, as {@link readFile} does. */
async function readFiles(github, paths, commit) {
	return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(github, path, commit)])));
}
/** The name git gives a blob of this text (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
function blobOf(text) {
	return createHash("sha1").update(`blob ${Buffer.byteLength(text)}\0`).update(text).digest("hex");
}

// src/model/labels.ts
/** On review actions that are past their date. */
const OVERDUE_LABEL = "overdue";
/** The labels that the repository is to have. */
function labelsOf({ label, confirmedLabel, problemLabel, reviewActions }) {
	return [
		{
			name: label,
			color: "b60205",
			description: "An incident, filed through the form"
		},
		{
			name: confirmedLabel,
			color: "0e8a16",
			description: "An incident that may enter the log whoever filed it"
		},
		{
			name: problemLabel,
			color: "e99695",
			description: "An incident in which something must be mended"
		},
		...reviewActions === null ? [] : [{
			name: reviewActions.label,
			color: "1d76db",
			description: "A review action of an incident"
		}, {
			name: OVERDUE_LABEL,
			color: "fbca04",
			description: "A review action past its date"
		}]
	];
}

// src/action/input-kinds.ts
const text = () => string();
const required = (name) => pipe(string(), nonEmpty(`The input \`${name}\` is empty; give it a value, or leave it out for the default.`));
const oneLineOrEmpty = (name) => pipe(string(), regex(/^\P{Cc}*$/u, `The input \`${name}\` has line ends or control characters; write it on one line.`));
const oneLine = (name) => pipe(required(name), oneLineOrEmpty(name));
/** The name of a label that issues are listed by. GitHub takes several at once, with commas between them. */
const labelName = (name) => pipe(oneLine(name), check((label) => !label.includes(","), ({ input }) => `The input \`${name}\` names “${input}”, but GitHub cannot list issues by a label with a comma; rename it.`));
function isPath(value) {
	return /^\P{Cc}*$/u.test(value) && !value.split("/").some((part) => [
		"",
		".",
		"..",
		".git"
	].includes(part));
}
const path = (name) => pathSuchAs("docs/INCIDENTS.md", name);
/** A slash may stand behind it. */
const folder = (name) => pipe(string(), transform((typed) => typed.replace(/\/+$/, "")), pathSuchAs("incident-report", name));
const pathSuchAs = (example, name) => pipe(oneLine(name), transform((typed) => typed.replace(/^\.\//, "")), check(isPath, ({ input }) => `“${input}” is no path in the repository; set \`${name}\` to one such as ${example}.`));
/** The path of an SVG, or empty. */
const chartPath = (name) => pipe(string(), transform((typed) => typed.replace(/^\.\//, "")), check((value) => value === "" || isPath(value) && /\.svg$/i.test(value), ({ input }) => `“${input}” is no path of an SVG; set \`${name}\` to one such as incidents.svg.`));
/** A name that git takes for a branch (https://git-scm.com/docs/git-check-ref-format), or empty. */
const branchOrEmpty = (name) => pipe(string(), transform((typed) => typed.replace(/^(?:refs\/heads\/)+(?=.)/, "")), check((value) => !(/[\s~^:?*[\\\u007f]|\.\.|@\{|\/\/|[/.]$|^[-/]|\.lock(\/|$)|(^|\/)\./.test(value) || value === "@" || value === "HEAD"), ({ input }) => `“${input}” is no name of a branch; set \`${name}\` to one such as incident-log.`));
const branch = (name) => pipe(oneLine(name), branchOrEmpty(name));
const timeZone = (name) => pipe(required(name), check(isTimeZone, ({ input }) => timeZoneSentence(input)));
/** Items on lines of their own, or between commas. */
const list = () => pipe(string(), transform((typed) => typed.split(/[,\n]/).map((item) => item.trim()).filter((item) => item !== "")));
const days = (name) => pipe(required(name), regex(/^\d{1,5}$/, ({ input }) => `“${input}” is no number of days; set \`${name}\` to one such as 30, or to 0.`), transform(Number));
const choice = (name) => () => picklist(choices[name]);

// src/action/inputs.ts
/** The schema of an object in which each entry knows its name. */
function named(kinds) {
	const entries = Object.entries(kinds).map(([name, kind]) => [name, kind(name)]);
	return object(Object.fromEntries(entries));
}
const shared = {
	token: required,
	"log-path": path,
	timezone: timeZone,
	"empty-quarters": choice("empty-quarters")
};
const runSchema = named({
	...shared,
	label: labelName,
	"confirmed-label": oneLine,
	"problem-label": oneLine,
	feedback: choice("feedback"),
	"close-on-resolved": choice("close-on-resolved"),
	"allowed-bots": list,
	"chart-path": chartPath,
	"log-title": oneLine,
	"log-intro": text,
	"hand-kept": choice("hand-kept"),
	"template-engine": choice("template-engine"),
	overview: choice("overview"),
	"template-path": path,
	branch,
	base: branchOrEmpty,
	"review-actions": choice("review-actions"),
	"review-action-label": oneLine,
	"action-days": text,
	"pull-request": choice("pull-request"),
	"pr-title": oneLine,
	"pr-labels": list,
	"commit-message": oneLineOrEmpty,
	signoff: choice("signoff"),
	"dry-run": choice("dry-run"),
	"fail-on-problems": choice("fail-on-problems")
});
/** What else is asked of the inputs where review actions have issues. */
const reviewActionSchema = named({
	"action-days": days,
	"review-action-label": labelName
});
const auditSchema = named({
	...shared,
	"allow-empty": choice("allow-empty")
});
const reportSchema = named({ "report-path": folder });
/** The action's inputs; action.yml has their defaults. Throws {@link UserError} on the first that can't be used. */
function readInputs(environment) {
	const inputs = read(runSchema, environment);
	refuseSharedNames(inputs);
	const reviewActions = inputs["review-actions"] === "text" ? null : read(reviewActionSchema, environment);
	return {
		token: inputs.token,
		settings: {
			label: inputs.label,
			confirmedLabel: inputs["confirmed-label"],
			problemLabel: inputs["problem-label"],
			feedback: inputs.feedback,
			onResolved: inputs["close-on-resolved"] === "true" ? "close" : "leave-open",
			allowedBots: inputs["allowed-bots"],
			log: {
				path: inputs["log-path"],
				chartPath: inputs["chart-path"],
				title: inputs["log-title"],
				intro: inputs["log-intro"],
				timezone: inputs.timezone,
				emptyQuarters: inputs["empty-quarters"],
				handKept: inputs["hand-kept"],
				engine: engineSetting(inputs["template-engine"]),
				overview: inputs.overview === "true" ? "write" : "leave"
			},
			templatePath: inputs["template-path"],
			branch: inputs.branch,
			base: inputs.base,
			reviewActions: reviewActions && {
				label: reviewActions["review-action-label"],
				days: reviewActions["action-days"]
			},
			pullRequest: inputs["pull-request"],
			pullRequestTitle: inputs["pr-title"],
			pullRequestLabels: inputs["pr-labels"],
			commitMessage: inputs["commit-message"],
			signOff: inputs.signoff === "true" ? "add" : "none"
		},
		mode: inputs["dry-run"] === "true" ? "dry-run" : "apply",
		onProblems: inputs["fail-on-problems"] === "true" ? "fail" : "go-on"
	};
}
/** The inputs of `mode: report`. Throws {@link UserError} on the first that can't be used. */
function readReportInputs(environment) {
	const { token, settings, mode, onProblems } = readInputs(environment);
	return {
		token,
		settings,
		mode,
		onProblems,
		reportPath: read(reportSchema, environment)["report-path"]
	};
}
/** The inputs of `mode: audit`. Throws {@link UserError} on the first that can't be used. */
function readAuditInputs(environment) {
	const inputs = read(auditSchema, environment);
	return {
		token: inputs.token,
		path: inputs["log-path"],
		timezone: inputs.timezone,
		emptyQuarters: inputs["empty-quarters"],
		/** How grave it is that the audit could check nothing. */
		nothing: inputs["allow-empty"] === "true" ? "notice" : "error"
	};
}
function read(schema, environment) {
	const typed = Object.keys(schema.entries).map((name) => [name, name in choices ? readChoiceInput(environment, name) : readInput(environment, name)]);
	const result = safeParse(schema, Object.fromEntries(typed), { abortEarly: true });
	if (result.success) return result.output;
	throw new UserError(result.issues[0].message);
}
/** Two files must not have one path, and two labels must not have one name: label names are the same whatever their case. */
function refuseSharedNames(inputs) {
	const isSame = (one, other) => one.toLowerCase() === other.toLowerCase();
	const { "log-path": logPath, "problem-label": problemLabel } = inputs;
	if (logPath === inputs["template-path"]) throw new UserError(`The inputs \`log-path\` and \`template-path\` both name ${logPath}; they are two files.`);
	const labels = [
		"label",
		"confirmed-label",
		"review-action-label"
	];
	const taken = labels.find((name) => isSame(inputs[name], problemLabel));
	if (taken !== void 0 || isSame(problemLabel, "overdue")) throw new UserError(`The input \`problem-label\` names “${problemLabel}”, which ${taken === void 0 ? "overdue review actions have" : `\`${taken}\` names, too`}; choose another, for it is set and taken off again.`);
	if (inputs["review-actions"] === "text") return;
	const actionLabel = inputs["review-action-label"];
	const other = ["label", "confirmed-label"].find((name) => isSame(inputs[name], actionLabel));
	if (other !== void 0) throw new UserError(`The inputs \`review-action-label\` and \`${other}\` both name “${actionLabel}”; they are two labels.`);
	const overdue = labels.find((name) => isSame(inputs[name], OVERDUE_LABEL));
	if (overdue !== void 0) throw new UserError(`The input \`${overdue}\` names “${inputs[overdue]}”, the label that review actions past their date get and lose; choose another.`);
}

export { labelsOf as a, readFiles as c, OVERDUE_LABEL as i, readInputs as n, blobOf as o, readReportInputs as r, readFile as s, readAuditInputs as t };