import { C as BODY_LIMIT, E as shortened, S as findingSection, T as list$1, _ as hasStatus, a as actionSection$1, b as secondsToWait, c as quarterSections, d as checked, f as mustLookAgain, g as explain, h as archivedSentence, i as stepSummary, l as quoteMessage, m as orNull, n as inRunner, o as entrySection, p as nothing, r as failureSummary, s as problemSection, u as allPages, v as isRateLimit, w as clipped, y as issuesOffSentence } from "./runner.js";
import { _ as string, c as nonEmpty, d as object, g as safeParse, l as nullish, m as pipe, n as array, p as picklist, r as boolean, s as literal, u as number$2, v as transform, x as url, y as union } from "./quarter-rows.js";
import { c as withoutInvisible, g as UserError, h as ConflictError, i as withinAnnotationLimit, n as setOutputs, s as trimInvisible } from "./first.js";
import { _ as isReopened, a as readIncident, b as trustOf, c as referenceKey, d as followsForm, f as readAnswers, g as isAllowedBot, h as incidentIssues, i as schemaOf, l as withActionStates, m as hasLabel, n as filed, o as missingFormNotice, p as splitOwnMarker, r as readIssue$1, s as withOwnHeadings, t as buildLog, u as contextEntries, v as isTrusted, x as whyNoIncident, y as issueSchema } from "./build-log.js";
import { a as blobOf, i as labelsOf, n as readInputs, o as readFile, r as OVERDUE_LABEL, s as readFiles } from "./inputs.js";
import { b as groupBy, c as locateReviewActions, h as readLog, l as readReviewActions, t as DEFAULT_TEMPLATE_PATH, u as endsWithUnreadDetail, y as isGeneratedEntry } from "./settings.js";
import { D as applyEdits, F as lineEndingOf, I as lineStart, L as linesOf, N as isThematicBreak, S as unescapeText, _ as isPlain, c as isReadable, d as cleanText, g as escapeText, n as parseMarkdown, r as plainText, u as cleanLine, y as quoteInConversation } from "./parse.js";
import { $ as constructFrom, D as fields, E as fieldKey, H as instantsShown, I as clockTolerance, J as readTime, K as readOpeningClock, M as isAddedByTeams, O as figureEvents, Q as toDate, V as formatTime, W as quote, X as isQualifier, Y as faultBehind, Z as zoneFault, a as fence, at as quarterName, ct as formatOffset, dt as offsetAt, et as millisecondsInDay, ft as TZDate, h as byFigure, i as rewriteMarkdown, k as followsDetection, lt as hour, o as quoteLines, q as readOpeningTime, t as issueLink, tt as compareQuarters, ut as minute, v as summaryFigures, y as figureText, z as formatDate } from "./entry.js";
import { a as commandText, i as commandNames, n as nearestCommand, o as commands, r as commandFor, t as readCommands } from "./read.js";
import { i as toString } from "./lib.js";
import { isDeepStrictEqual } from "node:util";
import { createHash } from "node:crypto";

// node_modules/date-fns/_lib/getTimezoneOffsetInMilliseconds.js
/**
* Google Chrome as of 67.0.3396.87 introduced timezones with offset that includes seconds.
* They usually appear for dates that denote time before the timezones were introduced
* (e.g. for 'Europe/Prague' timezone the offset is GMT+00:57:44 before 1 October 1891
* and GMT+01:00:00 after that date)
*
* Date#getTimezoneOffset returns the offset in minutes and would return 57 for the example above,
* which would lead to incorrect calculations.
*
* This function returns the timezone offset in milliseconds that takes seconds in account.
*/
function getTimezoneOffsetInMilliseconds(date) {
	const _date = toDate(date);
	const utcDate = new Date(Date.UTC(_date.getFullYear(), _date.getMonth(), _date.getDate(), _date.getHours(), _date.getMinutes(), _date.getSeconds(), _date.getMilliseconds()));
	utcDate.setUTCFullYear(_date.getFullYear());
	return +date - +utcDate;
}

// node_modules/date-fns/_lib/normalizeDates.js
function normalizeDates(context, ...dates) {
	const normalize = constructFrom.bind(null, context || dates.find((date) => typeof date === "object"));
	return dates.map(normalize);
}

// node_modules/date-fns/startOfDay.js
/**
* The {@link startOfDay} function options.
*/
/**
* @name startOfDay
* @category Day Helpers
* @summary Return the start of a day for the given date.
*
* @description
* Return the start of a day for the given date.
* The result will be in the local timezone.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
* @typeParam ResultDate - The result `Date` type, it is the type returned from the context function if it is passed, or inferred from the arguments.
*
* @param date - The original date
* @param options - The options
*
* @returns The start of a day
*
* @example
* // The start of a day for 2 September 2014 11:55:00:
* const result = startOfDay(new Date(2014, 8, 2, 11, 55, 0))
* //=> Tue Sep 02 2014 00:00:00
*/
function startOfDay(date, options) {
	const _date = toDate(date, options?.in);
	_date.setHours(0, 0, 0, 0);
	return _date;
}

// node_modules/date-fns/differenceInCalendarDays.js
/**
* The {@link differenceInCalendarDays} function options.
*/
/**
* @name differenceInCalendarDays
* @category Day Helpers
* @summary Get the number of calendar days between the given dates.
*
* @description
* Get the number of calendar days between the given dates. This means that the times are removed
* from the dates and then the difference in days is calculated.
*
* @param laterDate - The later date
* @param earlierDate - The earlier date
* @param options - The options object
*
* @returns The number of calendar days
*
* @example
* // How many calendar days are between
* // 2 July 2011 23:00:00 and 2 July 2012 00:00:00?
* const result = differenceInCalendarDays(
*   new Date(2012, 6, 2, 0, 0),
*   new Date(2011, 6, 2, 23, 0)
* )
* //=> 366
* // How many calendar days are between
* // 2 July 2011 23:59:00 and 3 July 2011 00:01:00?
* const result = differenceInCalendarDays(
*   new Date(2011, 6, 3, 0, 1),
*   new Date(2011, 6, 2, 23, 59)
* )
* //=> 1
*/
function differenceInCalendarDays(laterDate, earlierDate, options) {
	const [laterDate_, earlierDate_] = normalizeDates(options?.in, laterDate, earlierDate);
	const laterStartOfDay = startOfDay(laterDate_);
	const earlierStartOfDay = startOfDay(earlierDate_);
	const laterTimestamp = +laterStartOfDay - getTimezoneOffsetInMilliseconds(laterStartOfDay);
	const earlierTimestamp = +earlierStartOfDay - getTimezoneOffsetInMilliseconds(earlierStartOfDay);
	return Math.round((laterTimestamp - earlierTimestamp) / millisecondsInDay);
}

// src/github/incidents.ts
const labelSchema = object({ name: string() });
const eventSchema = object({
	event: nullish(string(), ""),
	created_at: string()
});
/** Every issue and pull request that carries `label`, open or closed, oldest first, as far as `schema` reads it. */
function listIssues(github, label, schema) {
	return allPages(github, schema, (page) => github.rest.issues.listForRepo({
		...github.repository,
		labels: label,
		state: "all",
		sort: "created",
		direction: "asc",
		...page
	}));
}
/** The issue as it stands now, or null where it is gone (deleted: 410, moved or never there: 404). */
async function readIssue(github, number) {
	try {
		const response = await orNull(github.rest.issues.get({
			...github.repository,
			issue_number: number
		}));
		if (response === null) return null;
		const issue = checked(issueSchema, response);
		const { owner, repo } = github.repository;
		const path = `/${owner}/${repo}/issues/${number}`.toLowerCase();
		return issue.html_url.toLowerCase().endsWith(path) ? issue : null;
	} catch (error) {
		if (hasStatus(error, 410)) return null;
		throw error;
	}
}
/**
* Changes an issue that a person may be editing: it is read once more right before, and the window that remains is one
* request. Throws {@link ConflictError} when its title or body is not what was seen, or when it is gone.
*/
async function rewriteIssue$1(github, { issue, snapshot, closes, ...changes }) {
	const current = await readIssue(github, issue);
	if (current === null || current.body !== snapshot.body || current.title !== snapshot.title) throw new ConflictError(`#${issue} was changed while this run was preparing a change to it.`);
	const { title, body } = changes;
	return checked(issueSchema, await github.rest.issues.update({
		...github.repository,
		issue_number: issue,
		body,
		...title === void 0 ? {} : { title },
		...closes === void 0 ? {} : {
			state: "closed",
			state_reason: closes
		}
	}));
}
/** Those of these labels that the repository does not have. One list tells of all of them. */
async function missingLabels(github, labels) {
	if (labels.length === 0) return [];
	const present = { labels: (await allPages(github, labelSchema, (page) => github.rest.issues.listLabelsForRepo({
		...github.repository,
		...page
	}))).map(({ name }) => name) };
	return labels.filter(({ name }) => !hasLabel(present, name));
}
async function createLabel$1(github, label) {
	try {
		checked(labelSchema, await github.rest.issues.createLabel({
			...github.repository,
			...label
		}));
	} catch (error) {
		if (!hasStatus(error, 422) || !error.message.includes("already_exists")) throw error;
	}
}
/**
* When an open issue was last reopened (UTC milliseconds); null where it never was
* (https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#reopened).
*/
async function lastReopening(github, issue) {
	const reopened = (await allPages(github, eventSchema, (page) => github.rest.issues.listEvents({
		...github.repository,
		issue_number: issue,
		...page
	}))).findLast(({ event }) => event === "reopened");
	return reopened === void 0 ? null : Date.parse(reopened.created_at);
}
const closingSchema = object({ closed_by: nullish(object({
	login: string(),
	type: nullish(string(), "User")
}), null) });
/**
* The login of the bot that closed an issue; null where a person did, where nobody can tell, and where the issue is gone. Only the
* single issue tells (https://docs.github.com/en/rest/issues/issues#get-an-issue), not the list.
*/
async function closingBot(github, issue) {
	try {
		const response = await orNull(github.rest.issues.get({
			...github.repository,
			issue_number: issue
		}));
		const closer = response && checked(closingSchema, response).closed_by;
		return closer?.type === "Bot" ? closer.login : null;
	} catch (error) {
		if (hasStatus(error, 410)) return null;
		throw error;
	}
}
/** Adds labels; those that people set stay. */
async function addLabels$1(github, issue, labels) {
	const added = await github.rest.issues.addLabels({
		...github.repository,
		issue_number: issue,
		labels: [...labels]
	});
	checked(array(labelSchema), added);
}
/** Takes a single label off an issue; that it was gone already is fine. */
async function removeLabel$1(github, issue, name) {
	const left = await orNull(github.rest.issues.removeLabel({
		...github.repository,
		issue_number: issue,
		name
	}));
	if (left !== null) checked(array(labelSchema), left);
}

// src/model/change.ts
function createLabel(label) {
	return {
		kind: "create-label",
		label,
		sentence: `Create the label “${label.name}”`
	};
}
function addLabels(issue, labels) {
	return {
		kind: "add-labels",
		issue,
		labels,
		sentence: `Label #${issue} with ${labels.map((label) => `“${label}”`).join(", ")}`
	};
}
function removeLabel(issue, label) {
	return {
		kind: "remove-label",
		issue,
		label,
		sentence: `Take the label “${label}” off #${issue}`
	};
}
function comment(sentence, comment) {
	return {
		kind: "comment",
		sentence,
		...comment
	};
}
/** Edits the status comment of an incident, which notifies nobody. */
function editStatusComment(issue, comment, body) {
	return {
		kind: "edit-comment",
		issue,
		comment,
		body,
		sentence: `Bring up to date what is said on #${issue}`
	};
}
function deleteComment$1(issue, comment) {
	return {
		kind: "delete-comment",
		issue,
		comment,
		sentence: `Delete a former comment of ours on #${issue}`
	};
}
function deleteReminder(issue, marker) {
	return {
		kind: "delete-comments",
		issue,
		marker,
		sentence: `Delete reminder on #${issue}, if there is one`
	};
}
function react$1(comment, content) {
	return {
		kind: "react",
		comment,
		content,
		sentence: `React to the comment ${comment} with ${content}`
	};
}
/** Replaces the text of an issue, unless somebody has changed it since it was read. */
function rewriteIssue(sentence, rewrite) {
	return {
		kind: "rewrite-issue",
		sentence,
		...rewrite
	};
}
function createAction$1(action) {
	return {
		kind: "create-action",
		sentence: `Create an issue for a review action of #${action.incident}: “${action.title}”`,
		...action
	};
}
function assign$1(issue, assignees) {
	return {
		kind: "assign",
		issue,
		assignees,
		sentence: `Assign #${issue} to ${assignees.join(", ")}`
	};
}
function linkAction$1(link) {
	return {
		kind: "link-action",
		sentence: `Link #${link.action} as a sub-issue of #${link.incident}`,
		...link
	};
}
function unlinkAction$1(link) {
	return {
		kind: "unlink-action",
		sentence: `Take #${link.action} from under #${link.incident}`,
		...link
	};
}
function closeDuplicate(action) {
	return {
		kind: "close-duplicate",
		action,
		sentence: `Close #${action} as a duplicate, for two runs made it at the same moment`
	};
}
function mergeBase$1(merge) {
	return {
		kind: "merge-base",
		sentence: `Merge ${merge.base} into ${merge.branch}, which has somebody's commits on it`,
		...merge
	};
}
function commitFiles(commit) {
	const paths = commit.commit.files.map(({ path }) => path).join(", ");
	const rebuilt = commit.how === "rebuild" ? ", made anew from the base" : "";
	return {
		kind: "commit",
		sentence: `Commit ${paths} to ${commit.branch}${rebuilt}`,
		...commit
	};
}
function openPullRequest$1(pullRequest) {
	return {
		kind: "open-pull-request",
		sentence: `Open a pull request from ${pullRequest.branch} to ${pullRequest.base}`,
		...pullRequest
	};
}
function updatePullRequest$1(number, update) {
	return {
		kind: "update-pull-request",
		number,
		sentence: `Rewrite the description of pull request #${number}`,
		...update
	};
}
function closePullRequest(number) {
	return {
		kind: "update-pull-request",
		number,
		state: "closed",
		sentence: `Close pull request #${number}`
	};
}
function deleteBranch$1(branch, from) {
	return {
		kind: "delete-branch",
		branch,
		from,
		sentence: `Delete the branch ${branch}`
	};
}

// src/run/context.ts
function startJournal() {
	return {
		done: [],
		left: /* @__PURE__ */ new Set(),
		written: /* @__PURE__ */ new Set()
	};
}
/** The changes that create those of these labels that the repository lacks. */
async function labelChanges({ github, settings, trigger }, names) {
	if (trigger.kind === "setup") return [];
	const wanted = labelsOf(settings).filter(({ name }) => names.includes(name));
	return (await missingLabels(github, wanted)).map(createLabel);
}

// src/github/own-login.ts
const viewerSchema = object({ viewer: object({ login: pipe(string(), nonEmpty()) }) });
/**
* Asks GitHub who the token acts as, once, and only when the answer is first needed. GraphQL's `viewer` answers for each kind of token
* (https://docs.github.com/en/graphql/reference/queries#viewer): a user for a personal one, `github-actions[bot]` for `GITHUB_TOKEN`,
* `name[bot]` for an App's. That is how REST spells these logins, too; GraphQL's own `author` leaves `[bot]` out. `GET /user` refuses
* Apps, so it tells people alone; it is asked where the query fails.
*/
function askOwnLogin(client) {
	let answer;
	return () => {
		answer ??= viewerLogin(client).then((login) => login ?? userLogin(client));
		return answer;
	};
}
/** Whether what somebody wrote is ours. Where GitHub does not say which App we are, any bot counts as us, and no person does. */
async function isOurs(author, ownLogin) {
	if (author === null) return false;
	const login = await ownLogin();
	return login === null ? author.type === "Bot" : login.toLowerCase() === author.login.toLowerCase();
}
async function viewerLogin(client) {
	try {
		const answer = safeParse(viewerSchema, await client.graphql("query { viewer { login } }"));
		return answer.success ? answer.output.viewer.login : null;
	} catch {
		return null;
	}
}
async function userLogin(client) {
	try {
		const { login } = checked(object({ login: string() }), await client.rest.users.getAuthenticated());
		return login;
	} catch (error) {
		if (hasStatus(error, 401, 403, 404) && !isRateLimit(error)) return null;
		throw error;
	}
}

// src/github/permissions.ts
const permissionSchema = object({
	role_name: nullish(string(), ""),
	permission: nullish(string(), ""),
	user: nullish(object({ permissions: nullish(object({ triage: nullish(boolean()) })) }))
});
function askPermissions(github) {
	const answers = /* @__PURE__ */ new Map();
	const ask = (login) => {
		const answer = answers.get(login) ?? hasTriagePermission(github, login);
		answers.set(login, answer);
		return answer;
	};
	return Object.assign(ask, { hasRoomFor: (login, most) => answers.has(login) || answers.size < most });
}
/** Anybody can file issues, and each unknown author costs a request: a run asks about so many. */
const MOST_AUTHORS = 20;
/**
* Judges the authors of issues; where only a request can tell, of twenty in a run: of the event's issue first, then of the newest issues.
*
* @param event number of the issue that the event is about
*/
async function judgeAuthors(issues, { rule, isPermitted, event }) {
	const isEvents = ({ number }) => number === event ? 1 : 0;
	const byTurn = issues.toSorted((one, other) => isEvents(other) - isEvents(one) || other.number - one.number);
	const answers = /* @__PURE__ */ new Map();
	for (const issue of byTurn) {
		const login = issue.user?.login ?? "";
		if (trustOf(issue, rule) === "unknown" && !isPermitted.hasRoomFor(login, MOST_AUTHORS)) answers.set(issue, "unasked");
		else answers.set(issue, judgeAuthor(issue, rule, isPermitted));
	}
	const judged = await Promise.all(issues.map(async (issue) => ({
		issue,
		answer: await answers.get(issue)
	})));
	const withAnswer = (wanted) => judged.filter(({ answer }) => answer === wanted).map(({ issue }) => issue);
	return {
		trusted: withAnswer(true),
		unasked: withAnswer("unasked")
	};
}
async function judgeAuthor(issue, rule, isPermitted) {
	return hasLabel(issue, rule.confirmedLabel) || await isTrusted(issue, rule, isPermitted);
}
/**
* Whether somebody has the triage role or more here
* (https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user). The role's name is
* the fall-back where a server leaves `user.permissions` out; a custom role has a name of its own.
*/
async function hasTriagePermission(github, username) {
	const response = await orNull(github.rest.repos.getCollaboratorPermissionLevel({
		...github.repository,
		username
	}));
	if (response === null) return false;
	const { role_name, permission, user } = checked(permissionSchema, response);
	return user?.permissions?.triage ?? [
		"triage",
		"write",
		"maintain",
		"admin"
	].includes(role_name || permission);
}

// src/markers/trailer.ts
/** Commit trailer that names the blob of a file that a commit of ours wrote. A commit has one for each file. */
const TRAILER = "Incident-Log-Blob";
/** The message of a commit of ours, with the trailers by which the branch is known to be ours. */
function messageWithTrailers(message, blobs) {
	return `${message}\n\n${blobs.map((blob) => `${TRAILER}: ${blob}\n`).join("")}`;
}
/** The blobs that a commit of ours wrote, by its trailers; empty for somebody else's commit. */
function trailersOf(message) {
	return [...message.matchAll(new RegExp(`^${TRAILER}: ([0-9a-f]{40})$`, "gm"))].flatMap(([, blob]) => blob ?? []);
}

// src/github/commit.ts
/**
* Makes the commit and returns its name; no branch moves yet. Neither author nor committer is set, so that GitHub signs it
* (https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots).
*/
async function createCommit(github, commit) {
	const tree = checked(object({ sha: string() }), await github.rest.git.createTree({
		...github.repository,
		base_tree: commit.onto.tree ?? await readTree(github, commit.onto.commit),
		tree: commit.files.map(({ path, content }) => ({
			path,
			mode: "100644",
			type: "blob",
			content
		}))
	}));
	const make = async (message) => checked(createdSchema, await github.rest.git.createCommit({
		...github.repository,
		message,
		tree: tree.sha,
		parents: [...commit.parents]
	}));
	const created = await make(commit.message);
	if (commit.signOff === "none") return created.sha;
	return (await make(withSignOff(commit.message, created.author))).sha;
}
async function readTree(github, commit) {
	const response = await github.rest.git.getCommit({
		...github.repository,
		commit_sha: commit
	});
	return checked(object({ tree: object({ sha: string() }) }), response).tree.sha;
}
const createdSchema = object({
	sha: string(),
	author: object({
		name: string(),
		email: string()
	})
});
/** The message with a sign-off among its trailers. */
function withSignOff(message, { name, email }) {
	const text = message.trimEnd();
	return `${text}${/\n\n(?:[A-Za-z-]+: [^\n]*(?:\n|$))+$/.test(text) ? "\n" : "\n\n"}Signed-off-by: ${name} <${email}>\n`;
}
/** Name and email that the token commits with. Only a commit shows them, so this makes one of what `commit` holds, and leaves it unused. */
async function readCommitter(github, commit) {
	const tree = await readTree(github, commit);
	const unused = {
		...github.repository,
		message: "Unused",
		tree,
		parents: [commit]
	};
	return checked(createdSchema, await github.rest.git.createCommit(unused)).author;
}

// src/github/rules.ts
const FORCE_PUSH = /cannot force-push/i;
const DELETION = /cannot delete this|cannot delete a protected/i;
const exclude = (branch) => `exclude ${branch} from it under Settings, Rules`;
/** The rules' names as in the settings (https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets). */
const rules = [
	{
		pattern: FORCE_PUSH,
		sentence: (branch) => `The rule “Block force pushes” keeps ${branch} from being rebuilt: ${exclude(branch)}, or name another branch in the input \`branch\`.`
	},
	{
		pattern: DELETION,
		sentence: (branch) => `The rule “Restrict deletions” keeps ${branch}, which is no longer needed, from being deleted: ${exclude(branch)}, or name another branch in the input \`branch\`.`
	},
	{
		pattern: /creations being restricted|branch name must/i,
		sentence: (branch) => `A rule about the names of branches (“Restrict creations” or “Restrict branch names”) refuses ${branch}: set the input \`branch\` to a name that it allows, or ${exclude(branch)}.`
	},
	{
		pattern: /verified signatures/i,
		sentence: (branch) => `The rule “Require signed commits” refuses the commit on ${branch}: GitHub signs what an App or the workflow's own token commits, and nothing by a personal access token, so leave the input \`token\` out or give it an App's token.`
	},
	{
		pattern: /signed-off-by|sign-?off/i,
		sentence: (branch) => `A rule about commit messages refuses the commit on ${branch}, because it asks for a sign-off: set the input \`signoff\` to true.`
	},
	{
		pattern: /commit message must/i,
		sentence: (branch) => `A rule about commit messages refuses the commit on ${branch}: set the input \`commit-message\` to one that it allows, or ${exclude(branch)}.`
	},
	{
		pattern: /through a pull request|cannot update this protected ref/i,
		sentence: (branch) => `The rule “Require a pull request before merging” or “Restrict updates” refuses commits on ${branch}: ${exclude(branch)}, or name another branch in the input \`branch\`.`
	}
];
function violationIn(error) {
	return hasStatus(error, 409, 422) ? error.message : null;
}
function isForcePushRefused(error) {
	return FORCE_PUSH.test(violationIn(error) ?? "");
}
function isDeletionRefused(error) {
	return DELETION.test(violationIn(error) ?? "");
}
/** The error, or in its place one that names the rule by which GitHub refused a change of `branch`, and the input or setting to change. */
function explainedRule(error, branch) {
	const violation = violationIn(error);
	const rule = rules.find(({ pattern }) => violation !== null && pattern.test(violation));
	if (rule !== void 0) return new UserError(rule.sentence(branch));
	const [first, ...said] = (violation ?? "").split(" - https://docs.")[0]?.split("\n") ?? [];
	if (first !== "Repository rule violations found") return error;
	const reason = said.join(" ").replace(/\s+/g, " ").trim();
	return new UserError(`A rule of the repository refuses the change of ${branch} (“${reason}”): ${exclude(branch)}.`);
}

// src/github/branch.ts
const refSchema = object({ object: object({ sha: string() }) });
const treeSchema = object({ sha: string() });
const comparisonSchema = object({
	ahead_by: number$2(),
	base_commit: object({
		sha: string(),
		commit: object({ tree: treeSchema })
	}),
	merge_base_commit: object({ sha: string() }),
	commits: array(object({
		sha: string(),
		commit: object({
			message: string(),
			tree: treeSchema
		})
	})),
	files: array(object({ filename: string() }))
});
const tipSchema = object({
	message: string(),
	parents: array(object({ sha: string() }))
});
/** The commit that a branch points to, or null where there is no such branch. Any other refusal is thrown. */
async function readBranch(github, branch) {
	const response = await orNull(github.rest.git.getRef({
		...github.repository,
		ref: `heads/${branch}`
	}));
	return response === null ? null : checked(refSchema, response).object.sha;
}
/** How the branch, whose tip is `commit`, stands to the base commit. `paths` are those of the generated files. */
async function readTip(github, { commit, paths, baseCommit }) {
	const [files, comparison] = await Promise.all([readFiles(github, paths, commit), compare$1(github, baseCommit, commit)]);
	const hasGeneratedAlone = comparison !== null && hasAlone(comparison, files);
	const isOurs = comparison?.ahead_by === 0 || hasGeneratedAlone && isWritten(files, lastWritten(comparison)) || await isWrittenByUs(github, {
		commit,
		files
	});
	const left = comparison?.merge_base_commit.sha;
	const isBehind = left !== baseCommit;
	return {
		commit,
		trees: treesIn(comparison),
		files,
		filesWhereItLeft: isBehind && left !== void 0 ? await readFiles(github, paths, left) : null,
		isAhead: comparison?.ahead_by !== 0,
		isBehind,
		hasGeneratedAlone,
		isOurs
	};
}
/** Null where the two have no common ancestor. */
async function compare$1(github, base, head) {
	const basehead = `${base}...${head}`;
	const response = await orNull(github.rest.repos.compareCommitsWithBasehead({
		...github.repository,
		basehead
	}));
	return response === null ? null : checked(comparisonSchema, response);
}
function treesIn(comparison) {
	const commits = comparison === null ? [] : [comparison.base_commit, ...comparison.commits];
	return new Map(commits.map(({ sha, commit }) => [sha, commit.tree.sha]));
}
function hasAlone(comparison, generated) {
	return comparison.files.every(({ filename }) => generated.has(filename));
}
/** The blobs that the last commit of ours wrote, as far as the list reaches (250 commits). */
function lastWritten({ commits }) {
	return commits.map((each) => trailersOf(each.commit.message)).findLast(({ length }) => length > 0) ?? [];
}
/** Whether the files are the blobs that a commit of ours wrote. */
function isWritten(files, blobs) {
	const present = [...files.values()].flatMap((file) => file?.blob ?? []);
	return present.length > 0 && present.join() === blobs.join();
}
/**
* Whether the tip itself is a commit of ours, unchanged since. A base that was rewritten, that is another one now, or that is
* hundreds of our commits behind makes the branch look full of other people's work; but we put our trailer only on a branch
* that holds nothing else.
*/
async function isWrittenByUs(github, { commit, files }) {
	const response = await github.rest.git.getCommit({
		...github.repository,
		commit_sha: commit
	});
	const { message, parents } = checked(tipSchema, response);
	const parent = parents.at(-1)?.sha;
	if (parent === void 0 || !isWritten(files, trailersOf(message))) return false;
	const comparison = await compare$1(github, parent, commit);
	return comparison !== null && hasAlone(comparison, files);
}
/**
* Points the branch at `commit`, and returns its name. `from` is where the branch was seen: null creates it. It moves forward only, unless
* `how` is `rebuild`: then the branch is read once more right before it is moved, and the window that remains is one request. Where a rule
* blocks force pushes it is deleted and created again instead, and where a rule keeps it, `spare` is created in its place.
*/
async function moveBranch(github, { branch, from, commit, how, spare }) {
	const outdated = new ConflictError(`The branch ${branch} moved while this run was preparing a commit for it.`);
	if (how === "rebuild" && from !== null && await readBranch(github, branch) !== from) throw outdated;
	const moved = { object: object({ sha: literal(commit) }) };
	const create = async (name) => {
		const response = await github.rest.git.createRef({
			...github.repository,
			ref: `refs/heads/${name}`,
			sha: commit
		});
		checked(object(moved), response);
		return name;
	};
	try {
		if (from === null) return await create(branch);
		const response = await github.rest.git.updateRef({
			...github.repository,
			ref: `heads/${branch}`,
			sha: commit,
			force: how === "rebuild"
		});
		checked(object(moved), response);
		return branch;
	} catch (error) {
		if (!hasStatus(error, 409, 422)) throw error;
		if (await readBranch(github, branch) !== from) throw outdated;
		if (from === null || !isForcePushRefused(error)) throw explainedRule(error, branch);
		const name = await deleteBranch(github, {
			branch,
			from
		}) === null ? branch : spare;
		return create(name).catch((again) => {
			throw explainedRule(again, name);
		});
	}
}
/**
* Deletes the branch if it is still where it was seen; it is read right before, and the window that remains is one request. Returns a
* sentence where a rule keeps it, which does no harm, and null otherwise.
*/
async function deleteBranch(github, { branch, from }) {
	if (await readBranch(github, branch) !== from) return null;
	try {
		checked(nothing, await github.rest.git.deleteRef({
			...github.repository,
			ref: `heads/${branch}`
		}));
	} catch (error) {
		if (isDeletionRefused(error)) return explain(explainedRule(error, branch));
		if (!hasStatus(error, 404, 422)) throw error;
	}
	return null;
}
/** Merges the base into the branch by GitHub's own merge; a conflict is for a person to settle. */
async function mergeBase(github, { branch, base, commit, signOff }) {
	try {
		const request = {
			...github.repository,
			base: branch,
			head: commit
		};
		const message = `Merge ${base} into ${branch}`;
		const author = signOff === "add" ? await readCommitter(github, commit) : null;
		const response = await github.rest.repos.merge(author === null ? request : {
			...request,
			commit_message: withSignOff(message, author)
		});
		checked(union([nothing, object({ sha: string() })]), response);
	} catch (error) {
		if (hasStatus(error, 404)) throw new ConflictError(`The branch ${branch} was deleted at the same moment.`);
		const explained = explainedRule(error, branch);
		if (explained !== error || !hasStatus(error, 409)) throw explained;
		throw new UserError(`The branch ${branch} has somebody's commits on it that conflict with ${base}; merge ${base} into ${branch} by hand, or delete ${branch}, and run the workflow again.`);
	}
}

// src/github/comment.ts
/** One page of a list. */
const MOST_RECENT = 100;
const commentSchema = object({
	id: number$2(),
	body: nullish(string(), ""),
	user: nullish(object({
		login: string(),
		type: nullish(string(), "User")
	}), null),
	author_association: nullish(string(), "NONE"),
	issue_url: string(),
	created_at: string(),
	updated_at: nullish(string(), ""),
	/** How often people, and we, have reacted so. */
	reactions: nullish(object({
		"+1": nullish(number$2(), 0),
		confused: nullish(number$2(), 0)
	}), {
		"+1": 0,
		confused: 0
	})
});
const reactionSchema = object({
	content: string(),
	user: nullish(object({
		login: string(),
		type: nullish(string(), "User")
	}), null)
});
/**
* The hidden marker that a comment of ours ends in, on a line of its own: a reply by mail quotes the whole comment that it answers.
* Null for anybody else's comment: people and other bots can repeat a marker.
*/
async function ownMarker({ body, user }, ownLogin) {
	const last = body.trimEnd().split(/[\r\n]/).at(-1);
	if (!last?.startsWith("<!-- incident-log:")) return null;
	return await isOurs(user, ownLogin) ? last : null;
}
async function ourCommentsWith(marker, comments, ownLogin) {
	const markers = await Promise.all(comments.map((comment) => ownMarker(comment, ownLogin)));
	return comments.filter((_, index) => markers[index] === marker);
}
/** The comments of an issue, oldest first; those that were written or edited since an instant (UTC milliseconds) alone, if it is given. */
function listComments(github, issue, since) {
	const from = since === null ? {} : { since: new Date(since).toISOString() };
	return allPages(github, commentSchema, (page) => github.rest.issues.listComments({
		...github.repository,
		issue_number: issue,
		...from,
		...page
	}));
}
/**
* The comments of all issues that were written or edited since an instant (UTC milliseconds), a hundred at most: the newest. One request,
* where a list for each issue would be many
* (https://docs.github.com/en/rest/issues/comments#list-issue-comments-for-a-repository).
*/
async function listRecentComments(github, since) {
	const response = await github.rest.issues.listCommentsForRepo({
		...github.repository,
		since: new Date(since).toISOString(),
		sort: "updated",
		direction: "desc",
		per_page: MOST_RECENT
	});
	return asRecent(checked(array(commentSchema), response), since, MOST_RECENT);
}
/** What a list of the newest comments since an instant covers, which ends after `most`. */
function asRecent(comments, since, most) {
	const oldest = comments.at(-1);
	return {
		after: comments.length < most || oldest === void 0 ? since - 1 : Date.parse(oldest.updated_at),
		byIssue: groupBy(comments, ({ issue_url: url }) => Number(url.split("/").at(-1)))
	};
}
/** The comments of an issue as {@link listComments} gives them: from the recent ones where they hold all of them, or else by a request. */
async function commentsOf(github, issue, since, recent) {
	return recentOf(issue, since, recent) ?? await listComments(github, issue.number, since);
}
/** The comments of an issue since an instant, or all of them, oldest first; null where the recent ones may lack some. */
function recentOf(issue, since, recent) {
	const found = recent.byIssue.get(issue.number) ?? [];
	const counted = found.filter(({ created_at: created }) => created <= issue.updated_at);
	if (!(since === null ? counted.length === issue.comments : since > recent.after)) return null;
	return found.filter(({ updated_at: updated }) => since === null || Date.parse(updated) >= since).toSorted((one, other) => one.id - other.id);
}
/** A comment, or null where it is gone. */
async function readComment(github, comment) {
	const response = await orNull(github.rest.issues.getComment({
		...github.repository,
		comment_id: comment
	}));
	return response && checked(commentSchema, response);
}
/** Who has reacted to a comment; nobody where it is gone. */
async function readReactions(github, comment) {
	return await orNull(allPages(github, reactionSchema, (page) => github.rest.reactions.listForIssueComment({
		...github.repository,
		comment_id: comment,
		...page
	}))) ?? [];
}
/** Reacts to a comment; that it is gone, or has been reacted to so before, is fine. */
async function react(github, { comment, content }) {
	const request = {
		...github.repository,
		comment_id: comment,
		content
	};
	const response = await orNull(github.rest.reactions.createForIssueComment(request));
	if (response !== null) checked(reactionSchema, response);
}
/** Rewrites a comment of ours, which notifies nobody. Throws {@link ConflictError} where it is gone. */
async function editComment(github, { comment, body }) {
	const response = await orNull(github.rest.issues.updateComment({
		...github.repository,
		comment_id: comment,
		body
	}));
	if (response === null) throw new ConflictError("A comment of ours was deleted meanwhile.");
	checked(commentSchema, response);
}
async function commentsWith(github, issue, marker, ownLogin) {
	return ourCommentsWith(marker, await listComments(github, issue, null), ownLogin);
}
/** Whether an issue or pull request has a comment of ours with this hidden marker. */
async function hasCommentWith(github, issue, marker, ownLogin) {
	return (await commentsWith(github, issue, marker, ownLogin)).length > 0;
}
/** Comments once: a comment of ours with the same marker is not followed by a second. */
async function commentOnce(github, issue, { marker, text }, ownLogin) {
	if (await hasCommentWith(github, issue, marker, ownLogin)) return;
	await createComment(github, issue, {
		marker,
		text
	});
}
/** Posts a new comment, which notifies people as an edit would not, and deletes our former comments with this marker. */
async function replaceComment(github, issue, { marker, text }, ownLogin) {
	await deleteComments(github, issue, marker, ownLogin);
	await createComment(github, issue, {
		marker,
		text
	});
}
async function createComment(github, issue, { marker, text }) {
	const body = `${text}\n\n${marker}`;
	const response = await github.rest.issues.createComment({
		...github.repository,
		issue_number: issue,
		body
	});
	checked(commentSchema, response);
}
/** Deletes our comments with this marker. */
async function deleteComments(github, issue, marker, ownLogin) {
	for (const { id } of await commentsWith(github, issue, marker, ownLogin)) await deleteComment(github, id);
}
/** Deletes a comment; that it is gone is fine. */
async function deleteComment(github, comment) {
	const response = await orNull(github.rest.issues.deleteComment({
		...github.repository,
		comment_id: comment
	}));
	if (response !== null) checked(nothing, response);
}
/**
* The numbers of the issues that have got a comment of ours with this marker since an instant (UTC milliseconds), and when. One list
* for the whole repository, so that it costs the same however many issues there are to look at.
*/
async function commentedSince(github, marker, since, ownLogin) {
	const ours = await ourCommentsWith(marker, await allPages(github, commentSchema, (page) => github.rest.issues.listCommentsForRepo({
		...github.repository,
		since: new Date(since).toISOString(),
		...page
	})), ownLogin);
	return new Map(ours.filter(({ created_at }) => Date.parse(created_at) >= since).map(({ issue_url, created_at }) => [Number(issue_url.split("/").at(-1)), Date.parse(created_at)]));
}

// src/markers/fixed.ts
/** Stands in the body of every pull request of ours. One without it was opened or rewritten by a person, and is theirs. */
const PULL_REQUEST_MARKER = "<!-- incident-log: pull-request -->";
/** Stands in the comment with which we close a pull request, so that this is not taken for a person's refusal. */
const CLOSING_MARKER = "<!-- incident-log: nothing-differs -->";
/** Stands in the comment that reminds people of an overdue review action. */
const REMINDER_MARKER = "<!-- incident-log: overdue -->";
/** Stands in the comment that an issue gets when its item has left the incident's list. */
const UNLISTED_MARKER = "<!-- incident-log: unlisted -->";

// src/github/pull-request.ts
const pullRequestSchema = object({
	number: number$2(),
	html_url: string(),
	state: picklist(["open", "closed"]),
	body: nullish(string(), ""),
	merged_at: nullish(string(), null),
	labels: array(object({ name: string() })),
	head: object({
		sha: string(),
		repo: nullish(object({ full_name: string() }), null)
	}),
	base: object({ ref: string() })
});
/** Everything that decides what becomes of the pull request; see {@link BranchState}. */
async function readBranchState(github, wanted) {
	const { branch } = wanted;
	const set = await readOneState(github, wanted);
	if (!isEnded(set)) return {
		...set,
		branch,
		spare: `${branch}-2`
	};
	const numbers = await numberedBranches(github, branch);
	const spare = `${branch}-${Math.max(1, ...numbers) + 1}`;
	for (const number of numbers.toSorted((one, other) => other - one)) {
		const name = `${branch}-${number}`;
		const state = await readOneState(github, {
			...wanted,
			branch: name
		});
		if (state.tip?.isOurs && state.tip.isAhead || state.open?.body.includes("<!-- incident-log: pull-request -->")) return {
			...state,
			branch: name,
			spare
		};
	}
	return {
		...set,
		branch,
		spare
	};
}
/** Whether what the branch holds was merged or withdrawn, so that the next proposal starts from the base. */
function isEnded({ tip, open, isMerged, closedByUs }) {
	if (tip === null || open !== null) return false;
	return isMerged || closedByUs?.head.sha === tip.commit && tip.isOurs;
}
/** The numbers from 2 on of the branches that are named like `branch` with a hyphen and a number behind. */
async function numberedBranches(github, branch) {
	return (await allPages(github, object({ ref: string() }), () => github.rest.git.listMatchingRefs({
		...github.repository,
		ref: `heads/${branch}-`
	}))).map(({ ref }) => /^[1-9]\d{0,5}$/.exec(ref.slice(`refs/heads/${branch}-`.length))).flatMap((number) => number === null ? [] : [Number(number[0])]).filter((number) => number > 1);
}
async function readOneState(github, { branch, paths, base, ownLogin }) {
	const [commit, pullRequests, { branch: baseBranch, commit: baseCommit }] = await Promise.all([
		readBranch(github, branch),
		listPullRequests(github, branch),
		base
	]);
	const openOnes = pullRequests.filter(({ state }) => state === "open");
	const open = openOnes.find(({ body }) => body.includes("<!-- incident-log: pull-request -->")) ?? openOnes.find(({ base }) => base.ref === baseBranch) ?? null;
	const [tip, ended] = await Promise.all([commit === null ? null : readTip(github, {
		commit,
		paths,
		baseCommit
	}), open === null ? readEnded(github, {
		pullRequests,
		paths,
		ownLogin
	}) : notEnded]);
	return {
		tip,
		open,
		isConflicting: open !== null && tip?.isBehind === true && await hasConflict(github, open.number),
		isMerged: pullRequests.some(({ merged_at, head }) => merged_at !== null && head.sha === commit),
		...ended
	};
}
const notEnded = {
	closedByUs: null,
	refused: null
};
/** Who closed the newest pull request that ended unmerged, if there is one. */
async function readEnded(github, { pullRequests, paths, ownLogin }) {
	const ended = pullRequests.find(({ state, merged_at }) => state === "closed" && merged_at === null);
	if (ended === void 0) return notEnded;
	if (await hasCommentWith(github, ended.number, "<!-- incident-log: nothing-differs -->", ownLogin)) return {
		closedByUs: ended,
		refused: null
	};
	return {
		closedByUs: null,
		refused: {
			pullRequest: ended,
			files: await readFiles(github, paths, ended.head.sha)
		}
	};
}
/**
* Whether GitHub has found a conflict. It looks in the background, and says null until it knows: then a later run takes the base in
* (https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request).
*/
async function hasConflict(github, number) {
	const response = await github.rest.pulls.get({
		...github.repository,
		pull_number: number
	});
	return checked(object({ mergeable: nullish(boolean(), null) }), response).mergeable === false;
}
/** Pull requests from our branch, newest first. GitHub allows one open one for each base, so a page is enough. */
async function listPullRequests(github, branch) {
	const found = checked(array(pullRequestSchema), await github.rest.pulls.list({
		...github.repository,
		head: `${github.repository.owner}:${branch}`,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	}));
	const fullName = `${github.repository.owner}/${github.repository.repo}`.toLowerCase();
	return found.filter(({ head }) => head.repo?.full_name.toLowerCase() === fullName);
}
/**
* Where a person opens the pull request, with its title and our marker filled in, by which it is adopted
* (https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/using-query-parameters-to-create-a-pull-request).
* Every character that could end a link in a text is escaped.
*/
function compareUrlOf(repositoryUrl, { base, branch, title }) {
	const escaped = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
	const [from, to] = [base, branch].map((name) => name.split("/").map(escaped).join("/"));
	return `${repositoryUrl}/compare/${from}...${to}?expand=1&${`title=${escaped(title)}&body=${escaped(PULL_REQUEST_MARKER)}`}`;
}
async function openPullRequest(github, pullRequest) {
	const { title, body, branch: head, base, compareUrl } = pullRequest;
	const open = async () => checked(pullRequestSchema, await github.rest.pulls.create({
		...github.repository,
		title,
		body,
		head,
		base
	}));
	try {
		return await open().catch((error) => {
			if (hasStatus(error, 422) && error.message.includes("Could not resolve to a node")) return open();
			throw error;
		});
	} catch (error) {
		if (hasStatus(error, 403) && error.message.includes("not permitted to create")) throw new UserError(`GitHub Actions is not permitted to create or approve pull requests. The log is on the branch ${head}: open the pull request at ${compareUrl}, or turn on “Allow GitHub Actions to create and approve pull requests” in the settings under Actions, General, and run the workflow again. Where that is not allowed, set the input \`pull-request\` to branch.`);
		if (hasStatus(error, 422) && /already exists|No commits between/.test(error.message)) throw new ConflictError(`Somebody else opened the pull request of ${head}, or merged it, at the same moment.`);
		throw error;
	}
}
/** Throws {@link ConflictError} when the pull request has been closed meanwhile, unless that is what is wanted. */
async function updatePullRequest(github, number, { body, base, state }) {
	if (checked(pullRequestSchema, await github.rest.pulls.update({
		...github.repository,
		pull_number: number,
		...body === void 0 ? {} : { body },
		...base === void 0 ? {} : { base },
		...state === void 0 ? {} : { state }
	})).state !== (state ?? "open")) throw new ConflictError(`Pull request #${number} was closed or merged at the same moment.`);
}

// src/github/review-actions.ts
/** An issue that tracks a review action, or a pull request that does. */
const actionIssueSchema = object({
	...issueSchema.entries,
	id: number$2(),
	assignees: pipe(nullish(array(object({ login: string() })), []), transform((assignees) => assignees.map(({ login }) => login))),
	created_at: string(),
	/** Absent where the server has no sub-issues. */
	parent_issue_url: nullish(string(), null),
	pull_request: nullish(object({ merged_at: nullish(string(), null) }), null)
});
/** The parent of an issue as `owner/name#12`, in lower case; null where it has none. */
function parentOf({ parent_issue_url: url }) {
	const [, name, number] = /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(url ?? "") ?? [];
	return name === void 0 || number === void 0 ? null : `${name}#${number}`.toLowerCase();
}
/**
* The issue that an item refers to, wherever it has been moved to. Null when it cannot be read: deleted (410), never there or not to be
* seen with this token (404, 403), or blocked (451).
*
* @param reference a number in the repository, or `owner/name#34`
*/
async function readReference$1(github, reference) {
	const [, owner, repo, number] = /^([^/]+)\/([^#]+)#(\d+)$/.exec(String(reference)) ?? [];
	const place = owner === void 0 || repo === void 0 ? github.repository : {
		owner,
		repo
	};
	try {
		const response = await github.rest.issues.get({
			...place,
			issue_number: Number(number ?? reference)
		});
		return checked(actionIssueSchema, response);
	} catch (error) {
		if (hasStatus(error, 403, 404, 410, 451) && !isRateLimit(error)) return null;
		throw error;
	}
}
/** Whether issues of the repository can be assigned to somebody (https://docs.github.com/en/rest/issues/assignees). */
async function isAssignable(github, login) {
	return await orNull(github.rest.issues.checkUserCanBeAssigned({
		...github.repository,
		assignee: login
	})) !== null;
}
/** Assigns an issue to somebody more; whom people have assigned stays. */
async function assign(github, { issue, assignees }) {
	const response = await github.rest.issues.addAssignees({
		...github.repository,
		issue_number: issue,
		assignees: [...assignees]
	});
	checked(object({ number: number$2() }), response);
}
/**
* Makes an action's issue. A request that got no answer is not repeated: its marker tells whether it was carried out. GitHub refuses the
* whole issue (422) for an assignee who has just been deactivated or removed; then it is made without assignees.
*/
async function createAction(github, { title, body, labels, assignees, unassigned }) {
	const create = (content) => github.rest.issues.create({
		...github.repository,
		...content,
		labels: [...labels]
	});
	const response = await create({
		title,
		body,
		assignees: [...assignees]
	}).catch((error) => {
		if (!hasStatus(error, 422) || !/"field":\s*"assignees?"/.test(error.message)) throw error;
		return create(unassigned);
	});
	return checked(actionIssueSchema, response);
}
/**
* Makes an issue a sub-issue (https://docs.github.com/en/rest/issues/sub-issues): `id` is the issue's id, not its number.
* Null when it is one now, also when it was one before.
*/
async function linkAction(github, { incident, action, id }) {
	try {
		const response = await github.rest.issues.addSubIssue({
			...github.repository,
			issue_number: incident,
			sub_issue_id: id
		});
		if (Number(response.status) !== 201) throw new ConflictError(`#${incident} was transferred meanwhile.`);
		checked(object({ number: number$2() }), response);
		return null;
	} catch (error) {
		if (hasStatus(error, 404) && /sub-issue does not exist/i.test(error.message)) return {
			reach: "this",
			reason: "it is gone"
		};
		if (hasStatus(error, 404)) return {
			reach: "all",
			reason: "GitHub answers 404 to it, as a server does that has no sub-issues"
		};
		if (hasStatus(error, 403) && !isRateLimit(error)) return {
			reach: "all",
			reason: explain(error) ?? ""
		};
		if (!hasStatus(error, 410, 422)) throw error;
		const issue = await readReference$1(github, action);
		const { owner, repo } = github.repository;
		const parent = issue && parentOf(issue);
		if (parent === `${owner}/${repo}#${incident}`.toLowerCase()) return null;
		if (parent === null && /duplicate sub-issues/i.test(error.message)) return null;
		return {
			reach: "this",
			reason: explain(error) ?? ""
		};
	}
}
/** Takes an issue from under its parent; that it is gone from there already is fine. */
async function unlinkAction(github, { incident, id }) {
	const response = await orNull(github.rest.issues.removeSubIssue({
		...github.repository,
		issue_number: incident,
		sub_issue_id: id
	}));
	if (response !== null) checked(object({ number: number$2() }), response);
}
/** Closes an issue that says the same as another one. */
async function closeAsDuplicate(github, issue) {
	const response = await github.rest.issues.update({
		...github.repository,
		issue_number: issue,
		state: "closed",
		state_reason: "duplicate"
	});
	checked(object({ state: literal("closed") }), response);
}
/** Whether an issue stands in the repository at `repositoryUrl` still: one that was transferred answers from where it went. */
function isHere(issue, repositoryUrl) {
	return issue.html_url.toLowerCase() === `${repositoryUrl}/issues/${issue.number}`.toLowerCase();
}

// src/markers/status-comment.ts
/** Hash of what an incident says, all of it; the same however its lines end. Whole, for its author may write two texts to one hash. */
function incidentHash({ title, body }) {
	const text = JSON.stringify([title.trim(), (body ?? "").replace(/\r\n?/g, "\n").trim()]);
	return createHash("sha256").update(text).digest("hex");
}
const list = (digits) => `[0-9a-f]{${digits}}(?:,[0-9a-f]{${digits}})*`;
const markerLine$1 = new RegExp(`^<!-- incident-log: feedback problems=((?:${list(16)})?) confirmed=(changed|(?:${list(64)})?)(?: through=(0|[1-9]\\d{0,15})(?: text=([0-9a-f]{64}))?(?: actions=(${list(16)}))?)? -->$`);
/** Null for a marker of another kind, and for none. */
function readStatusCommentMarker(marker) {
	const [, problems, confirmed, through, text, actions] = markerLine$1.exec(marker ?? "") ?? [];
	if (problems === void 0 || confirmed === void 0) return null;
	const split = (hashes) => hashes === "" ? [] : hashes.split(",");
	return {
		problems: split(problems),
		confirmed: confirmed === "changed" ? "changed" : split(confirmed),
		commands: through === void 0 ? null : {
			through: Number(through),
			text: text ?? null,
			actions: split(actions ?? "")
		}
	};
}
function writeStatusCommentMarker({ problems, confirmed, commands }) {
	return `<!-- incident-log: feedback ${[
		`problems=${problems.join(",")}`,
		`confirmed=${confirmed === "changed" ? confirmed : confirmed.join(",")}`,
		...commands === null ? [] : [`through=${commands.through}`],
		...commands === null || commands.text === null ? [] : [`text=${commands.text}`],
		...commands === null || commands.actions.length === 0 ? [] : [`actions=${commands.actions.join(",")}`]
	].join(" ")} -->`;
}

// src/run/apply.ts
/**
* Carries out changes in order, and returns what came of each; in a dry run it does nothing. Starts none after the run's deadline.
* Throws {@link ConflictError} when GitHub shows that the plan rests on something that has changed meanwhile.
*/
async function apply({ github, clock, mode, deadline, ownLogin, say, journal }, changes) {
	if (mode === "dry-run") return [];
	for (const change of changes) journal.left.add(change);
	const results = [];
	for (const [index, change] of changes.entries()) {
		if (clock.now() > deadline) {
			const left = changes.slice(index).map(({ sentence }) => sentence);
			throw new UserError(`The run has used up its ten minutes; left for the next run: ${left.join("; ")}.`);
		}
		say(`${change.sentence}.`);
		if (change.kind === "rewrite-issue") journal.written.add(writtenHash$1(change));
		try {
			const result = await carryOut$1(github, onItsBranch(change, results), ownLogin);
			const note = noteOn(change, result);
			if (note !== null) say(note);
			results.push(result);
			journal.left.delete(change);
			journal.done.push(change);
		} catch (error) {
			const wait = secondsToWait(error, clock.now()) * 1e3;
			if (!mustLookAgain(error) || clock.now() + wait > deadline) throw error;
			await clock.wait(wait);
			throw new ConflictError(`${wait === 0 ? "GitHub did not answer" : "GitHub's rate limit was reached"}: ${change.sentence}.`);
		}
	}
	return results;
}
function writtenHash$1({ title, body, snapshot }) {
	return incidentHash({
		title: title ?? snapshot.title,
		body
	});
}
/** A pull request is opened from the branch that the commit before it went to. */
function onItsBranch(change, results) {
	const last = results.findLast((result) => result?.kind === "branch");
	return change.kind === "open-pull-request" && last ? {
		...change,
		branch: last.branch
	} : change;
}
function noteOn(change, result) {
	if (result?.kind === "left") return result.sentence;
	if (result?.kind !== "branch" || change.kind !== "commit" || result.branch === change.branch) return null;
	return `Rules of the repository let nobody rebuild or delete ${change.branch}, so the log is on ${result.branch}.`;
}
async function carryOut$1(github, change, ownLogin) {
	switch (change.kind) {
		case "create-label":
			await createLabel$1(github, change.label);
			return null;
		case "add-labels":
			await addLabels$1(github, change.issue, change.labels);
			return null;
		case "remove-label":
			await removeLabel$1(github, change.issue, change.label);
			return null;
		case "comment":
			await postComment(github, change, ownLogin);
			return null;
		case "edit-comment":
			await editComment(github, change);
			return null;
		case "delete-comment":
			await deleteComment(github, change.comment);
			return null;
		case "delete-comments":
			await deleteComments(github, change.issue, change.marker, ownLogin);
			return null;
		case "react":
			await react(github, change);
			return null;
		case "rewrite-issue": return {
			kind: "issue",
			issue: await rewriteIssue$1(github, change)
		};
		case "create-action": return {
			kind: "action",
			issue: await createAction(github, change)
		};
		case "assign":
			await assign(github, change);
			return null;
		case "link-action": return {
			kind: "link",
			refusal: await linkAction(github, change)
		};
		case "unlink-action":
			await unlinkAction(github, change);
			return null;
		case "close-duplicate":
			await closeAsDuplicate(github, change.action);
			return null;
		case "merge-base":
			await mergeBase(github, change);
			return null;
		case "commit": {
			const commit = await createCommit(github, change.commit);
			return {
				kind: "branch",
				branch: await moveBranch(github, {
					...change,
					commit
				})
			};
		}
		case "open-pull-request": {
			const compareUrl = compareUrlOf(change.repositoryUrl, change);
			const opened = await openPullRequest(github, {
				...change,
				compareUrl
			});
			if (change.labels.length > 0) await addLabels$1(github, opened.number, change.labels);
			return {
				kind: "pull-request",
				pullRequest: opened
			};
		}
		case "update-pull-request":
			await updatePullRequest(github, change.number, change);
			return null;
		case "delete-branch": {
			const sentence = await deleteBranch(github, change);
			return sentence === null ? null : {
				kind: "left",
				sentence
			};
		}
	}
}
function postComment(github, { issue, others, ...comment }, ownLogin) {
	switch (others) {
		case "unless-there": return commentOnce(github, issue, comment, ownLogin);
		case "keep": return createComment(github, issue, comment);
		case "replace": return replaceComment(github, issue, comment, ownLogin);
	}
}

// src/form/edit.ts
/** GitHub's limit for the body of an issue. */
const longestBody = 65536;
/** The answer to the field of an id, as typed; empty where there is none. */
function answerOf(body, template, id) {
	const field = fieldOf(template, id);
	return (field && readAnswers(body, template).answers.get(field)?.text) ?? "";
}
function fieldOf(template, id) {
	return template.fields.find((field) => field.id === id);
}
/**
* The body with one of these answers written under a field: the first that changes no other answer and no problem of the body. Null if
* none does that, or if the body would be too long for GitHub. Nothing outside the answer changes. If the heading is missing, it is
* added where the form has it.
*/
function withAnswer(body, template, field, texts) {
	const source = body ?? "";
	const lineEnding = lineEndingOf(source);
	const before = readAnswers(source, template);
	for (const text of texts) {
		const changed = place(source, template, field, text, lineEnding);
		if (changed.length > 65536) continue;
		const after = readAnswers(changed, template);
		if (after.answers.get(field)?.text.trim() === text.trim() && isDeepStrictEqual(others(after, field), others(before, field))) return changed;
	}
	return null;
}
/** The other answers and the problems of a body. Leaves out line numbers, which grow with an answer above them. */
function others({ answers, problems }, field) {
	const texts = [...answers].filter(([other]) => other !== field).map(([{ label }, { text }]) => [label, text]);
	return {
		texts: new Map(texts.map(([label, text]) => [label, text])),
		problems: problems.map((problem) => problem.message.replace(/\bline \d+/g, "line"))
	};
}
function place(source, template, field, text, lineEnding) {
	const { answers } = readAnswers(source, template);
	const answer = answers.get(field);
	if (answer !== void 0) {
		const { start, end } = answer;
		const isLine = /(?:^|[\r\n])[ \t]*$/.test(source.slice(0, start));
		const lead = start < end || field.rendered ? "" : isLine ? lineEnding : lineEnding + lineEnding;
		const [below = ""] = /^(?:[ \t]*(?:\r\n|[\r\n]|$)){0,2}/.exec(source.slice(end)) ?? [];
		const wanted = start < end || field.rendered ? 1 : 2;
		const trail = end + below.length === source.length ? "" : lineEnding.repeat(Math.max(wanted - [...linesOf(below)].length, 0));
		return applyEdits(source, [{
			start,
			end,
			text: lead + text + trail
		}]);
	}
	const section = `### ${field.label}${lineEnding}${lineEnding}${text}`;
	const next = template.fields.slice(template.fields.indexOf(field) + 1).map((later) => headingOf(source, template, later)).find((start) => start !== null);
	if (next !== void 0 && next !== null) {
		const edit = {
			start: next,
			end: next,
			text: `${section}${lineEnding}${lineEnding}`
		};
		return applyEdits(source, [edit]);
	}
	const { text: visible, marker } = splitOwnMarker(source);
	return [
		visible.trimEnd(),
		section,
		marker
	].filter((part) => part !== "").join(lineEnding + lineEnding);
}
/** Offset of the heading that a field's answer stands under; null where the body has none. */
function headingOf(source, template, field) {
	const answer = readAnswers(source, template).answers.get(field);
	if (answer === void 0) return null;
	return [...source.slice(0, answer.start).matchAll(/(?<=^|[\r\n]) {0,3}### [^\r\n]*/g)].at(-1)?.index ?? null;
}

// src/markers/cursor.ts
const cursorLine = /(?<=^|[\r\n])<!-- incident-log: commands through=([1-9]\d{0,15}) since=(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)(?: feedback=([1-9]\d{0,15}))?(?: actions=([0-9a-f]{16}(?:,[0-9a-f]{16})*))? -->[ \t]*(?:\r\n|[\r\n]|$)/g;
/** The cursor in a body, wherever a person may have moved its line; null where there is none. */
function readCursor(body) {
	const [, through, since = "", statusComment, actions] = [...(body ?? "").matchAll(cursorLine)].at(-1) ?? [];
	const instant = Date.parse(since);
	if (through === void 0 || Number.isNaN(instant)) return null;
	return {
		through: Number(through),
		since: instant,
		statusComment: statusComment === void 0 ? null : Number(statusComment),
		actions: actions?.split(",") ?? []
	};
}
/** The body with this cursor as its last line, in the place of any other. */
function withCursor(body, { through, since, statusComment, actions }) {
	const former = [...body.matchAll(cursorLine)].at(-1);
	const start = former?.index ?? body.length;
	const text = (body.slice(0, start) + body.slice(start + (former?.[0].length ?? 0))).trimEnd();
	const parts = [
		`through=${through}`,
		`since=${new Date(since).toISOString().replace(/\.\d{3}Z$/, "Z")}`,
		...statusComment === null ? [] : [`feedback=${statusComment}`],
		...actions.length === 0 ? [] : [`actions=${actions.join(",")}`]
	];
	return `${text}${text === "" ? "" : lineEndingOf(text).repeat(2)}<!-- incident-log: commands ${parts.join(" ")} -->`;
}

// src/markers/hash.ts
/** The first 16 hexadecimal digits of a SHA-256; equal for the same parts alone, null among them. */
function hashOf(...parts) {
	return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
/** Hash of an item's words; the same however its lines end. */
function textHash(text) {
	return hashOf(cleanText(text).trim());
}
/** Hash of what an item says; the same however its lines end. */
function itemHash({ text, owner, due }) {
	return hashOf(cleanText(text).trim(), owner, due);
}

// src/markers/reply.ts
const replyMarker = /^<!-- incident-log: reply to=([1-9]\d{0,15}) (refused|help) -->$/;
/** The comment that a reply of ours answers, and how; null for a marker that is none of a reply. */
function readReplyMarker(marker) {
	const [, to, kind] = replyMarker.exec(marker ?? "") ?? [];
	return to !== void 0 && (kind === "refused" || kind === "help") ? [Number(to), kind] : null;
}
function writeReplyMarker(to, kind) {
	return `<!-- incident-log: reply to=${to} ${kind} -->`;
}

// src/model/status-comment.ts
/**
* The edit of the status comment that must come before a run rewrites the text of an incident. It notes the text to come, so that a run
* that ends in between undoes nobody's confirmation, and the commands that the rewrite carries out. Empty where there is nothing to note,
* or no comment to note it in.
*
* @param commands the commands that the rewrite carries out; null where it carries out none
*/
function rememberRewrite({ issue, statusComment, confirmation }, text, commands) {
	if (statusComment === null) return [];
	const { verdict, remembered } = confirmation;
	const isConfirmed = verdict === "holds" && remembered !== "changed" && remembered.length > 0;
	if (!isConfirmed && commands === null) return [];
	const { memory } = statusComment;
	const { text: visible, marker } = splitOwnMarker(statusComment.body);
	if (readStatusCommentMarker(marker) === null) return [];
	const hash = incidentHash(text);
	const former = memory.confirmed === "changed" ? [] : memory.confirmed;
	const changed = writeStatusCommentMarker({
		...memory,
		...isConfirmed ? { confirmed: [.../* @__PURE__ */ new Set([
			...former,
			...remembered,
			hash
		])] } : {},
		...commands === null ? {} : { commands: {
			...commands,
			text: hash
		} }
	});
	return [editStatusComment(issue.number, statusComment.id, visible + changed)];
}
/** The same, with its status comment as these changes leave it. */
function withStatusComment(conversation, changes) {
	const { statusComment } = conversation;
	const edit = changes.findLast((change) => change.kind === "edit-comment" && change.comment === statusComment?.id);
	if (statusComment === null || edit?.kind !== "edit-comment") return conversation;
	const memory = readStatusCommentMarker(splitOwnMarker(edit.body).marker);
	if (memory === null) return conversation;
	return {
		...conversation,
		statusComment: {
			id: statusComment.id,
			body: edit.body,
			memory
		}
	};
}

// src/commands/result.ts
function commandError(message) {
	return {
		kind: "error",
		message,
		examples: []
	};
}
/** Suggests the line that was typed with its time corrected, where the error has such a suggestion. */
function timeError(typed, { message, suggestions }) {
	return {
		kind: "error",
		message,
		examples: suggestions.map((argument) => `/${typed} ${argument}`)
	};
}
/** The form has no field that the command could fill in. */
function fieldMissing(id) {
	return commandError(`The issue form has no field with the id ${id}, so there is no place for it.`);
}
/** No edit of the issue's text would hold what the command asks for and leave all else as it is. */
const noRoom = commandError("It has no place in the text of the issue: that is as long as GitHub takes, or what stands there cannot be told apart; close what is left open in it, or edit it by hand.");

// src/commands/add-action.ts
/** Adds a review action to the list of an incident, as a list item that leaves all others as they are. */
function addAction({ argument }, body, { template, url }) {
	const { id } = fields.reviewActions;
	const field = fieldOf(template, id);
	if (field === void 0) return fieldMissing(id);
	const text = cleanLine(argument).replace(/\)[.!]+$/, ")");
	if (text === "") return commandError("What is to be done is missing.");
	const answer = answerOf(body, template, id);
	const before = locateReviewActions(answer, url).map(({ action }) => action);
	const eol = /[\r\n]/.test(answer) ? lineEndingOf(answer) : lineEndingOf(body);
	const bullet = /^ {0,3}[-+*](?=\s)/m.exec(answer)?.[0] ?? "-";
	for (const typed of [text, escapeText(text)]) {
		const item = `${bullet} ${typed}`;
		const tries = answer === "" ? [{
			changed: item,
			at: 0
		}] : [
			{
				changed: `${answer}${eol}${item}`,
				at: before.length
			},
			{
				changed: `${answer}${eol}${eol}${item}`,
				at: before.length
			},
			{
				changed: `${item}${eol}${eol}${answer}`,
				at: 0
			}
		];
		for (const { changed, at } of tries) {
			const found = locateReviewActions(changed, url);
			const added = found[at];
			const others = found.filter((_, index) => index !== at).map(({ action }) => action);
			if (added === void 0 || added.textSpan === null || !isDeepStrictEqual(others, before)) continue;
			if (endsWithUnreadDetail(added.action)) return commandError("Put the owner and the date at the very end, as “(@login, due YYYY-MM-DD)”, or one of the two.");
			const written = withAnswer(body, template, field, [changed]);
			if (written !== null) return {
				kind: "done",
				body: written,
				added: added.action.text
			};
		}
	}
	return noRoom;
}

// src/commands/offsets.ts
/**
* The offset of a clock on which what is an earlier instant in `timezone` was just before a later one, with the instant that it makes
* of it; null where it is none that a clock can have.
*/
function offsetShortBefore(earlier, later, timezone) {
	const hours = Math.floor((later - earlier) / hour);
	const offset = offsetAt(earlier, timezone) - hours * 60;
	if (hours === 0 || offset < -720) return null;
	return {
		text: `${offset < 0 ? " " : ""}${formatOffset(offset)}`,
		instant: earlier + hours * hour
	};
}
/** The offset of a clock on which a time that is `ahead` milliseconds ahead in a zone (`offset` minutes) was just before. */
function offsetBefore(ahead, offset) {
	const elsewhere = offset + Math.ceil(ahead / hour) * 60;
	const possible = elsewhere > 840 ? elsewhere - 1440 : elsewhere;
	return `${possible < 0 ? " " : ""}${formatOffset(possible)}`;
}
/** An instant in full, on a clock that is `offset` minutes ahead of UTC. */
function fullAt(instant, offset) {
	return `${formatTime(instant + offset * minute, "UTC")} ${formatOffset(offset)}`;
}

// src/commands/time-words.ts
/** A word begins, and ends. */
const from = String.raw`(?<![\p{L}\p{N}_])`;
const to = String.raw`(?![\p{L}\p{N}_])`;
const word = (alternatives) => `${from}(?:${alternatives})${to}`;
const hourInWords = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight)";
const number$1 = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|\d+(?:[.,]\d+)?)`;
const weekday = "(?:(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)";
const month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const dayNumber = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const hourMinute = String.raw`(?:[01]?\d|2[0-3])[:h][0-5]\d`;
const fourDigits = String.raw`(?:[01]\d|2[0-3])[0-5]\d`;
const unit = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?)";
const near = "(?:at|around|about|circa|approx(?:imately)?|roughly)";
/** `14:43`, `2pm`, `at 1443`, `around two`, `half past three`. Not `10.45.12.3`, `v1.28.3` or `99.95%`. */
const plainClocks = [String.raw`(?<![\p{L}\d.:/-])${hourMinute}(?![\p{L}\d]|[:.]\d)`, String.raw`(?<![\p{L}\d.])\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m(?!\p{L})`];
const clocks = [
	...plainClocks,
	`${from}${near}\\s+~?${number$1}${to}(?!%|\\.\\d)`,
	`${from}(?:since|from|after|before|until|till?|by|as of)\\s+~?(?:${fourDigits}|\\d{1,2}\\.\\d{2})${to}(?!%|\\.\\d)`,
	`${from}(?:since|from|after|before|until|till?|by|or)\\s+~?${number$1}(?=\\s*(?:$|[,;!?)]|\\.(?!\\d)))`,
	word(String.raw`half past|half ${number$1}|quarter (?:to|past)|${number$1} o['’]?\s?clock|${fourDigits}z`)
];
/** `yesterday`, `on Tuesday`, `Oct 14`, `14/10`, `2024-10-14`, `the 14th`, `last night`. */
const dates = [
	String.raw`(?<![\p{L}\d.,/-])\d{4}(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2}(?!\d)`,
	String.raw`(?<![\p{L}\d.,/-])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])`,
	String.raw`(?<![\p{L}\d.,/-])\d{1,2}-\d{1,2}(?:-\d{2,4})?(?![\p{L}\d/-]|\.\d)`,
	String.raw`(?<![\p{L}\d.,/-])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d{2})?(?![\p{L}\d]|\.\d)`,
	word(`${month}\\.?\\s+${dayNumber}|${dayNumber}\\s+(?:of\\s+)?${month}`),
	word(String.raw`the \d{1,2}(?:st|nd|rd|th)`),
	String.raw`${from}\d{1,2}(?:st|nd|rd|th)(?=\s*(?:$|[,;.!?)]))`
];
const days = [
	word(`yesterday|today|tonight|tomorrow|overnight|noon|midday|midnight|mornings?|afternoons?|evenings?|nights?|weekends?|${weekday}`),
	word("(?:last|previous|past|next|this|coming) (?:hour|minute|day|week|month|quarter|year|shift)"),
	word("(?:same|other|following|prior) day|day (?:before|after|earlier)")
];
/** `5m`, `two hours`, `half an hour`, `a moment ago`, `later`. */
const distances = [
	String.raw`(?<![\p{L}\d.])\d+(?:[.,]\d+)?\s?(?:s|m|h|d|w)(?![\p{L}\p{N}])`,
	`${from}(?:${number$1}|half|a few|few|several|some|(?:a )?couple(?: of)?)(?:[\\s-]+(?:an?[\\s-]+)?|(?<=\\d))${unit}${to}`,
	word("an? (?:minute|min|hour|day|week|fortnight|month|year|moment|while)"),
	word("(?:in|within) an? (?:bit|sec|second)|ago|earlier|later|soon|shortly")
];
/** Zones by their letters, in capitals, and `Berlin time`. */
const zoneNames = `${from}(?:UTC|GMT|CET|CEST|MEZ|MESZ|BST|IST|WES?T|EES?T|MSK|TRT|GST|PKT|ICT|WIB|WITA?|PHT|SGT|HKT|JST|KST|AE?[SD]T|ACS?T|ACDT|AWST|NZ[SD]T|[ECMP][SD]?T|AK[SD]T|HA?ST|AST|ADT|NST|NDT|BRS?T|ARS?T|CLS?T|COT|PE[ST]|SAST|WAT|CAT|EAT)${to}`;
const zonesInWords = [word("(?:local|my|our|your|their|server|eastern|central|mountain|pacific|zulu|european|standard|summer|daylight|winter) time"), String.raw`${from}(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific|etc)/\p{L}`];
const placeholder = "^(?:HH:MM|YYYY-MM)";
/** `-90`, `+ 5`, `(-1h)`, `T-5`. A dash and a blank may lead up to words. */
const signs = [
	String.raw`^[\s(\[,;:]*[+~-]\d`,
	String.raw`^[\s(\[,;:]*[+-]\s*\d+\s*(?:$|[^\s\p{L}\d]|(?:[smhdw]|${unit})${to})`,
	String.raw`${from}T[+-]\d`
];
/** `14`, `1443`, `14.43`. */
const numberInFront = String.raw`^[\s(\[*~]*(?:\d{1,2}\s*[)\]]?\s*$|\d{4}(?!\d)|\d{1,2}[:.]\d{2}(?!\d|%|\.\d))`;
const either = (patterns, flags = "iu") => new RegExp(patterns.join("|"), flags);
/** Behind nothing but marks and words such as `on`. */
const inFront = (patterns, flags = "iu") => new RegExp(String.raw`^[\s(\[,;:*~-]*(?:(?:on|of|from|at|in|the|this|last)\s+)*(?:${patterns.join("|")})`, flags);
const inNote = either([
	...clocks,
	...dates,
	...days,
	...distances,
	...zonesInWords,
	...signs,
	numberInFront,
	placeholder
]);
const zoneLetters = either([zoneNames], "u");
/** What a text tells of may have any day and any length; these alone say when it was itself. */
const inText = either([
	...plainClocks,
	String.raw`${from}${near}\s+~?(?:${fourDigits}|\d{1,2}\.\d{2}|${hourInWords})${to}(?!%|\.\d)`,
	`${word("yesterday")}(?!['’]s)`,
	word("half past|quarter (?:to|past)|last night|this morning|earlier today|ago"),
	placeholder
]);
const clockInFront = /^\W*\d{1,2}[:.h]\d{2}(?!\d)/u;
const dayInFront = inFront([
	...dates,
	`${word(`yesterday|today|tonight|tomorrow|day (?:before|after|earlier)|${weekday}`)}(?!['’]s)`,
	String.raw`${number$1}[\s-]*${unit} ago`
]);
const signInFront = either(signs);
const zoneInFront = inFront([zoneNames], "u");
const dayBehind = new RegExp(String.raw`${from}(?:yesterday|tomorrow|last night|(?:on|last) ${weekday})[\s.!)]*$`, "iu");
/**
* Whether words behind a time, or in the place of one, name a day, a time, a zone or a distance in time: taken for a mere note, they
* would leave a false time. Looks for English words, and for numbers in the digits of any script.
*/
function namesTime(text) {
	const shown = inAscii(text);
	return inNote.test(shown) || zoneLetters.test(shown);
}
/** Whether the text of an event with no time in front says in some other place when it was. */
function tellsTime(text) {
	const shown = inAscii(text);
	return [
		inText,
		clockInFront,
		dayInFront,
		signInFront
	].some((pattern) => pattern.test(shown));
}
/** Whether the text behind a time of day begins or ends with what would make another time of it. */
function changesTime(text) {
	const shown = inAscii(text);
	return [
		dayInFront,
		signInFront,
		zoneInFront,
		dayBehind
	].some((pattern) => pattern.test(shown));
}
/** Words as they are meant to be read: without what shows nothing, and with ASCII for other scripts' digits, colons and dashes. */
function inAscii(text) {
	return withoutInvisible(text).normalize("NFKC").replace(/\p{Nd}/gu, (digit) => /\d/.test(digit) ? digit : "1").replace(/[\u02D0\u02F8\u2236\uA789]/g, ":").replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\s+/g, " ");
}

// src/commands/time.ts
const day = 24 * hour;
/** The furthest back that a clock showed a time which it will not show in the next 12 hours, on a day that is two hours longer. */
const furthest = 14 * hour;
/**
* The time that the words of a command begin with: `now`, which is when the comment was written; a time of day; or a full time as
* the form takes it. A time of day is the next one that the clock shows after the comment where that is at most 5 minutes ahead;
* more than that and up to 12 hours ahead is an error, since the clock may be one in another zone; otherwise it is the
* last time that the clock showed it. What stands behind a time may not change it. Nothing is guessed.
*
* @param behind what may stand behind the time, and alone: a note, or the text that tells what happened
*/
function readCommandTime(argument, moment, behind) {
	const now = (behind === "note" ? /^now(?![\p{L}\p{N}-])/iu : /^now(?![\p{L}\p{N}-])/u).exec(argument)?.[0];
	if (now !== void 0) {
		const instant = momentOf(moment);
		if (typeof instant !== "number") return instant;
		const rest = argument.slice(now.length);
		return faultOfRest(rest, "YYYY-MM-DD HH:MM", behind) ?? {
			kind: "time",
			instant,
			rest: noteBehind(rest)
		};
	}
	const full = readOpeningTime(argument, moment.timezone);
	if (full !== null) return fullTime(argument, full, moment, behind);
	const clock = readOpeningClock(argument);
	if (clock !== null) return clockTime(argument, clock, moment, behind);
	if (!(behind === "note" ? namesTime : tellsTime)(argument)) return { kind: "none" };
	const typed = correctedClock(argument);
	if (typed !== null) return invalid(argument, "is not a time in the form expected.", [typed]);
	return invalid(argument, "may say when it was, in a way that is not read. Put the time in front.", [`YYYY-MM-DD HH:MM${restOf(argument, behind)}`]);
}
/** The whole minute in which a comment was written, or what is wrong with relying on it. */
function momentOf({ at }) {
	if (at !== null) return Math.floor(at / minute) * minute;
	return {
		kind: "error",
		message: "The comment was edited since it was written, so the time must be given in full.",
		suggestions: []
	};
}
function fullTime(argument, { reading, length }, { at, timezone }, behind) {
	const [typed, rest] = [argument.slice(0, length), argument.slice(length)];
	const isNote = /^\s*\(.*\)[\s.!]*$/s.test(rest) && !isQualifier(rest);
	const fault = isNote ? null : faultBehind(withoutInvisible(rest));
	if (fault !== null) return invalid(argument, `${fault}.`, offsetSuggestions(fault, typed));
	if (reading.kind === "problem") return {
		kind: "error",
		message: reading.message,
		suggestions: []
	};
	const { instant } = reading;
	if (at !== null && instant > at + 3e5) {
		const elsewhere = offsetBefore(instant - at, offsetAt(instant, timezone));
		const suggestions = /(?:Z|UTC|GMT|[+-]\d\d:\d\d)\s*$/i.test(withoutInvisible(typed)) || instant > at + 14 * 36e5 ? [] : [`${typed.trim()}${elsewhere}`];
		return invalid(typed, `is still to come in ${timezone}.`, suggestions.map((each) => each + restOf(rest, behind)));
	}
	return (behind === "text" || isNote ? null : faultOfRest(rest, withoutInvisible(typed).trim(), behind)) ?? {
		kind: "time",
		instant,
		rest: noteBehind(rest)
	};
}
function clockTime(argument, { reading, length }, moment, behind) {
	const rest = argument.slice(length);
	if (typeof reading === "string") return invalid(argument.slice(0, length), `${reading}.`, []);
	const typed = `${pad(reading.hours)}:${pad(reading.minutes)}`;
	const fault = faultBehind(withoutInvisible(rest));
	if (fault !== null) return invalid(argument, `${fault}.`, offsetSuggestions(fault, typed));
	const changed = faultOfRest(rest, `YYYY-MM-DD ${typed}`, behind);
	if (changed !== null) return changed;
	const written = momentOf(moment);
	if (typeof written !== "number") return written;
	const { timezone } = moment;
	const shown = instantsAround(reading, written, timezone);
	const next = shown.find((instant) => instant > written) ?? Infinity;
	const last = shown.findLast((instant) => instant <= written) ?? -Infinity;
	if (next - written <= 3e5) return {
		kind: "time",
		instant: next,
		rest: noteBehind(rest)
	};
	const isAhead = next - written <= 12 * hour;
	if (!isAhead && written - last <= furthest) return {
		kind: "time",
		instant: last,
		rest: noteBehind(rest)
	};
	const full = reading.offset === null ? formatTime(last, timezone) : fullAt(last, reading.offset);
	const note = restOf(rest, behind);
	const clock = argument.slice(0, length);
	if (!isAhead) return invalid(clock, `is a time that the clock in ${timezone} skipped of late.`, [full + note]);
	if (reading.offset !== null) return invalid(clock, "is still to come. If it was the day before, type the date.", [full + note]);
	return invalid(clock, `is still to come in ${timezone}, where the comment was written at ${formatTime(written, timezone).slice(11, 16)}. If your clock is in another zone, type its offset; if it was the day before, type the date.`, [`${typed}${offsetBefore(next - written, offsetAt(next, timezone))}${note}`, full + note]);
}
/** The instants of four days around a comment at which a clock shows a time of day, earliest first. */
function instantsAround(time, written, timezone) {
	const { offset } = time;
	if (offset !== null) {
		const today = Math.floor((written + offset * minute) / day) * day - offset * minute + time.hours * hour + time.minutes * minute;
		return [
			today - day,
			today,
			today + day
		];
	}
	const dates = [
		-4,
		-3,
		-2,
		-1,
		0,
		1,
		2,
		3,
		4
	].map((halves) => formatDate(written + halves * 12 * hour, timezone));
	return [...new Set(dates)].flatMap((date) => instantsShown(date, time, timezone)).sort((one, other) => one - other);
}
/** What to type where a zone is named in a way that is not read. */
function offsetSuggestions(fault, time) {
	return fault === "names its time zone in a way that is not read; UTC, GMT, Z and offsets such as +01:00 are, right behind the time" ? [`${withoutInvisible(time).trim()}±HH:MM`] : [];
}
/** What is wrong with the words behind a time, or behind `now`; null where they leave it what it is. */
function faultOfRest(rest, full, behind) {
	if (!(behind === "note" ? namesTime : changesTime)(rest)) return null;
	return invalid(rest.trim(), "behind the time may say another one. Type the time in full, and a note behind it in parentheses.", [full + restOf(rest, behind)]);
}
/** Words to go on with behind a time that is typed again; none that anybody would be notified by. */
function restOf(rest, behind) {
	const note = noteBehind(withoutInvisible(rest));
	if (!(note.length <= 60 && /\p{L}{2}/u.test(note) && !/[`@\p{Cc}]/u.test(note))) return behind === "note" ? "" : " …";
	return behind === "note" ? ` (${note})` : ` ${note}`;
}
/** `HH:MM` of a time of day that was typed with a full stop, say; null where that would be a guess. */
function correctedClock(text) {
	const [, hours, minutes] = /^(\d{1,2})\s?[:.h]\s?(\d{2})(?!\d|[:.]\d|\s*[ap]\.?m)/i.exec(withoutInvisible(text).normalize("NFKC")) ?? [];
	return hours === void 0 || Number(hours) > 23 || Number(minutes) > 59 ? null : `${pad(Number(hours))}:${minutes}`;
}
function pad(number) {
	return String(number).padStart(2, "0");
}
/** The words behind a time, without what parts them from it and without parentheses around the whole. */
function noteBehind(rest) {
	const text = trimInvisible(trimInvisible(rest).replace(/^[\s,;:.!–—-]+/, ""));
	const inside = /^\((.*)\)$/s.exec(text)?.[1];
	return inside === void 0 || !isBalanced(inside) ? text : inside.trim();
}
/** Whether each parenthesis has its partner. */
function isBalanced(text) {
	let depth = 0;
	for (const character of text) {
		if (character === "(") depth += 1;
		if (character === ")") depth -= 1;
		if (depth < 0) return false;
	}
	return depth === 0;
}
function invalid(text, fault, suggestions) {
	return {
		kind: "error",
		message: `${quote(text)} ${fault}`,
		suggestions
	};
}

// src/commands/timeline.ts
const { id } = fields.context;
/** Adds what happened to the Context of an incident, in the order of time. */
function addTimelineEntry({ typed, argument }, body, context) {
	const { template, timezone } = context;
	if (fieldOf(template, id) === void 0) return fieldMissing(id);
	const time = readCommandTime(argument, context, "text");
	if (time.kind === "error") return timeError(typed, time);
	const instant = time.kind === "time" ? time.instant : momentOf(context);
	if (typeof instant !== "number") return timeError(typed, instant);
	const text = cleanLine(time.kind === "time" ? time.rest : argument);
	if (text === "") return commandError("What happened is missing.");
	const changed = withTimelineEntry(body, instant, [text, escapeText(text)].map((line) => `${formatTime(instant, timezone)} ${line}`), context);
	return changed === null ? noRoom : {
		kind: "done",
		body: changed
	};
}
/** The body with the first of these entries that its Context can take; null where it can take none, or the form has no Context. */
function withTimelineEntry(body, instant, entries, { template, timezone }) {
	const field = fieldOf(template, id);
	if (field === void 0) return null;
	const timeline = answerOf(body, template, id);
	const settings = {
		timezone,
		lineEnding: lineEndingOf(body)
	};
	const texts = entries.flatMap((entry) => withEntry(timeline, {
		instant,
		entry
	}, settings) ?? []);
	return withAnswer(body, template, field, texts);
}
/**
* The timeline with one more entry, below the last one that is not later, written like its neighbours: as an item, or as a line. No
* other character changes. Null where it would not be read as an entry there.
*
* @param entry begins with its time, and is one line
* @param lineEnding for a timeline of a single line
*/
function withEntry(timeline, { instant, entry }, { timezone, lineEnding }) {
	if (timeline === "") return `- ${entry}`;
	const entries = contextEntries(timeline, timezone);
	const above = entries.findLastIndex((other) => other.instant <= instant);
	const [last, next] = [entries[above], entries[above + 1]];
	const eol = /[\r\n]/.test(timeline) ? lineEndingOf(timeline) : lineEnding;
	const line = `${(next ?? last)?.bullet ?? "- "}${entry}`;
	const inPlace = next === void 0 ? `${timeline}${eol}${line}` : `${timeline.slice(0, next.start)}${line}${eol}${timeline.slice(next.start)}`;
	if (!isReadable(timeline)) return inPlace;
	return [
		inPlace,
		`${timeline}${eol}${eol}- ${entry}`,
		`- ${entry}${eol}${eol}${timeline}`
	].find((text) => contextEntries(text, timezone).length === entries.length + 1) ?? null;
}

// src/commands/record-event.ts
/**
* Records the time of an event, with a note. Where it replaces another time, that one goes into the Context; so do words that stood in
* the place of a time.
*/
function recordEvent(key, { typed, argument }, body, context) {
	const { template, timezone } = context;
	const { id } = fields[key];
	const field = fieldOf(template, id);
	if (field === void 0) return fieldMissing(id);
	const time = readCommandTime(argument, context, "note");
	if (time.kind === "error") return timeError(typed, time);
	if (time.kind === "none" && !followsDetection(key)) return commandError("The time is missing, and only you know when that was.");
	const instant = time.kind === "time" ? time.instant : momentOf(context);
	if (typeof instant !== "number") return timeError(typed, instant);
	const tooEarly = followsDetection(key) ? precedesDetection(typed, instant, body, context) : null;
	if (tooEarly !== null) return tooEarly;
	const answer = answerOf(body, template, id);
	const former = readTime(answer, timezone);
	const earlier = former.kind === "time" ? former.time : null;
	const isSame = earlier?.instant === instant;
	const note = noteOf(time.kind === "time" ? time.rest : noteBehind(argument)) || (isSame ? earlier?.note ?? "" : "");
	const written = formatTime(instant, timezone);
	const texts = note === "" ? [written] : [`${written} (${note})`, `${written} (${escapeText(note)})`];
	const recorded = withAnswer(body, template, field, texts);
	if (recorded === null) return noRoom;
	if (former.kind === "problem" && /\p{L}{2}/u.test(answer)) return withFormerAnswer(recorded, {
		instant,
		entry: `${written} ${field.label} said before: ${cleanLine(answer)}`
	}, context);
	if (earlier === null || isSame && (earlier.note === null || earlier.note === note)) return {
		kind: "done",
		body: recorded
	};
	const formerNote = earlier.note === null ? "" : ` (${earlier.note})`;
	const entry = `${formatTime(earlier.instant, timezone)} ${field.label}${formerNote}, recorded anew as ${written}`;
	return withFormerAnswer(recorded, {
		instant: earlier.instant,
		entry
	}, context);
}
/** The error for an event that would be before First detected; null where it isn't, or where First detected has no time. */
function precedesDetection(typed, instant, body, { template, timezone, at }) {
	const { id } = fields.firstDetected;
	const detection = fieldOf(template, id);
	if (detection === void 0) return null;
	const first = readTime(answerOf(body, template, id), timezone);
	if (first.kind !== "time" || instant >= first.time.instant) return null;
	const written = formatTime(instant, timezone);
	const offset = at === null ? null : offsetShortBefore(instant, at, timezone);
	const isLaterThere = offset !== null && first.time.instant <= offset.instant;
	return {
		kind: "error",
		message: `That comes out as ${written}, before ${detection.label} (${formatTime(first.time.instant, timezone)}). If your clock is in another zone, type its offset; if ${detection.label} is wrong, correct it first.`,
		examples: [...isLaterThere ? [`/${typed} ${written.slice(0, 16)}${offset.text}`] : [], "/detected YYYY-MM-DD HH:MM"]
	};
}
/** The body with what stood in the place of the new time as an entry of its timeline; without it where the form has no timeline. */
function withFormerAnswer(recorded, { instant, entry }, context) {
	if (fieldOf(context.template, fields.context.id) === void 0) return {
		kind: "done",
		body: recorded
	};
	const kept = withTimelineEntry(recorded, instant, [entry], context);
	return kept === null ? noRoom : {
		kind: "done",
		body: kept
	};
}
/** A note on one line that can stand in parentheses: those in it that have no partner become brackets. */
function noteOf(typed) {
	const note = cleanLine(typed);
	return isBalanced(note) ? note : note.replaceAll("(", "[").replaceAll(")", "]");
}

// src/commands/carry-out.ts
/**
* Carries out a command on an incident's body. The answer concerned changes, and the Context where a time replaces another one; all else
* stays as it is. An error always has an example of what to type instead. Never throws.
*/
function carryOut(command, body, context) {
	const { name, typed, isUnreadable } = command;
	if (name !== null) {
		const result = effectOf(commands[name], command, body, context);
		return result.kind === "error" ? withExample(result, name) : result;
	}
	return isUnreadable ? withExample(commandError("The comment is too long, or nested too deeply, to find the commands in it."), "help") : withExample(commandError(`There is no command “/${typed}”.`), nearestCommand(typed) ?? "help");
}
function effectOf(command, typed, body, context) {
	switch (command.does) {
		case "record-time": return recordEvent(command.field, typed, body, context);
		case "add-timeline-entry": return addTimelineEntry(typed, body, context);
		case "add-review-action": return addAction(typed, body, context);
		case "reply-with-help": return {
			kind: "done",
			body
		};
	}
}
/** The error with the example of a command, where it has none of its own. */
function withExample(error, name) {
	return error.examples.length > 0 ? error : {
		...error,
		examples: [commandText(name, commands[name].example)]
	};
}

// src/commands/reply.ts
const longestLine = 120;
/** The reply to a comment, in Markdown; `others` says whether it holds commands that were carried out. */
function refusalText(refused, others) {
	const items = refused.slice(0, 20).map(({ command, error }) => {
		const line = [...`/${command.typed} ${command.argument}`.trim()];
		const shown = line.length > longestLine ? `${line.slice(0, 119).join("")}…` : line.join("");
		const message = quoteInConversation(error.message);
		const examples = error.examples.map((example) => `\`${example}\``).join(" or ");
		return `- ${quoteInConversation(shown)}\n  ${message} Try: ${examples}`;
	});
	const more = refused.length > items.length ? [`- … and ${refused.length - items.length} more.`] : [];
	const rest = others === "some" ? " The other commands of that comment were carried out." : "";
	return [`Not carried out:\n\n${[...items, ...more].join("\n")}`, `Write it in a new comment, for one that is edited is not looked at again.${rest}`].join("\n\n");
}
/** What `/help` is answered with, in Markdown. `timezone` is an IANA name. */
function helpText({ template, timezone, onResolved }) {
	return [
		"Each command stands on a line of its own, anywhere in a comment:",
		[
			"| Command | What it does |",
			"| --- | --- |",
			...commandNames.flatMap((name) => {
				const { help, aliases, field, closesIssue } = commands[name];
				const isMissing = isAddedByTeams(field) && fieldOf(template, fields[field].id) === void 0;
				if (help === null || isMissing) return [];
				const closing = closesIssue && onResolved === "close" ? ", and closes the issue" : "";
				const others = aliases.map((alias) => `\`/${alias}\``).join(", ");
				const also = others === "" ? "" : ` Also: ${others}.`;
				return `| \`${commandText(name, help.example)}\` | ${help.says}${closing}.${also} |`;
			})
		].join("\n"),
		`A time is \`now\`, \`14:43\` or \`2:43 pm\` of the last 12 hours (${timezone}), or in full: \`2024-10-15 14:43\`. An offset such as \`+01:00\`, \`UTC\` or \`Z\` may stand behind it.`
	].join("\n\n");
}

// src/commands/plan.ts
/**
* Carries out the commands of trusted people that the cursor has not come to, in the order of their comments. What was carried out by a
* run that was cut short gets the answer that it still lacks. Everybody else's are answered by a reaction alone. Pure.
*/
function planCommands(conversation, settings) {
	const { issue, cursor, comments } = conversation;
	const through = cursor?.through ?? 0;
	const isPending = ({ id, author, hasOurReaction }) => id > through && author === "trusted" && !hasOurReaction;
	const pending = comments.filter(isPending);
	const { verdicts, rewrite, ...carried } = carryOutAll(pending, conversation, settings);
	const leftOver = comments.filter((comment) => !pending.includes(comment)).flatMap(settle);
	const { remembered, text } = rewrite ?? {
		remembered: [],
		text: null
	};
	const after = {
		...withStatusComment(conversation, remembered),
		cursor: carried.cursor,
		issue: text === null ? issue : rewritten(issue, text)
	};
	return {
		changes: [
			...verdicts.flatMap((verdict) => replyTo(verdict, issue)),
			...remembered,
			...text === null ? [] : [text],
			...verdicts.map(reactTo),
			...leftOver
		],
		conversation: after
	};
}
/** The issue as a rewrite leaves it. */
function rewritten(issue, { body, closes }) {
	return {
		...issue,
		body,
		...closes === void 0 ? {} : {
			state: "closed",
			state_reason: closes
		}
	};
}
function replyTo({ comment: { id, reply: former }, reply }, { number, locked }) {
	if (reply === null || former !== null || locked) return [];
	const { text, kind } = reply;
	const marker = writeReplyMarker(id, kind);
	return [comment(`Answer commands on #${number}`, {
		issue: number,
		marker,
		text,
		others: "unless-there"
	})];
}
function carryOutAll(pending, conversation, settings) {
	const { issue, author, cursor, statusComment } = conversation;
	const [first] = pending;
	const last = pending.at(-1);
	if (first === void 0 || last === void 0) return {
		verdicts: [],
		rewrite: null,
		cursor
	};
	const place = {
		template: settings.template,
		timezone: settings.timezone,
		url: issue.html_url
	};
	let body = issue.body ?? "";
	let closes = false;
	const added = [...cursor?.actions ?? []];
	const done = [];
	const verdicts = pending.map((comment) => {
		const refused = [];
		const context = {
			...place,
			at: comment.wasEdited ? null : comment.at
		};
		for (const command of comment.commands) {
			const result = carryOut(command, body, context);
			if (result.kind === "error") refused.push({
				command,
				error: result
			});
			else {
				body = result.body;
				done.push(`/${command.typed}`);
				closes ||= command.name !== null && commands[command.name].closesIssue;
				if (result.added !== void 0) added.push(textHash(result.added));
			}
		}
		return verdictOn(comment, refused, settings);
	});
	const actions = withoutIssue(added, body, place);
	const reached = {
		through: last.id,
		since: first.at,
		statusComment: statusComment?.id ?? cursor?.statusComment ?? null,
		actions
	};
	const written = author === "trusted" ? withCursor(body, reached) : body;
	if (written.length > 65536) return {
		verdicts: pending.map((comment) => verdictOn(comment, refuseAll(comment), settings)),
		rewrite: null,
		cursor
	};
	const isToClose = closes && issue.state === "open" && settings.onResolved === "close";
	const isChanged = written !== (issue.body ?? "");
	if (!isChanged && !isToClose) return {
		verdicts,
		rewrite: null,
		cursor: reached
	};
	const { number, title } = issue;
	const settled = isChanged ? {
		through: last.id,
		actions
	} : null;
	const sentence = done.length === 0 ? `Note on #${number} that its commands were read` : `Carry out ${done.slice(0, 20).join(", ")} on #${number}${isToClose ? ", and close it" : ""}`;
	const text = rewriteIssue(sentence, {
		issue: number,
		snapshot: {
			title,
			body: issue.body
		},
		body: written,
		...isToClose ? { closes: "completed" } : {}
	});
	return {
		verdicts,
		cursor: reached,
		rewrite: {
			remembered: rememberRewrite(conversation, {
				title,
				body: written
			}, settled),
			text
		}
	};
}
/** The hashes of items that still lack an issue. */
function withoutIssue(hashes, body, { template, url }) {
	const { actions } = readReviewActions(answerOf(body, template, fields.reviewActions.id), url);
	const lacking = new Set(actions.filter(({ issue }) => issue === null).map(({ text }) => textHash(text)));
	return [...new Set(hashes)].filter((hash) => lacking.has(hash));
}
function refuseAll(comment) {
	return comment.commands.map((command) => ({
		command,
		error: withExample(noRoom, command.name ?? "help")
	}));
}
function verdictOn(comment, refused, settings) {
	const isHelp = comment.commands.some(({ name, isUnreadable }) => name === "help" || name === null && !isUnreadable);
	if (refused.length === 0) return {
		comment,
		refused,
		reply: isHelp ? {
			kind: "help",
			text: helpText(settings)
		} : null
	};
	const others = refused.length < comment.commands.length ? "some" : "none";
	const text = refusalText(refused, others);
	return {
		comment,
		refused,
		reply: {
			kind: "refused",
			text: isHelp ? `${text}\n\n${helpText(settings)}` : text
		}
	};
}
function reactTo({ comment, refused }) {
	return react$1(comment.id, refused.length === 0 ? "+1" : "confused");
}
/** The reaction that a comment lacks which is not to be carried out: any more, or ever. */
function settle({ id, author, wasEdited, hasReaction, reply }) {
	if (hasReaction) return [];
	if (author === "untrusted") return [react$1(id, "confused")];
	return wasEdited ? [] : [react$1(id, reply === "refused" ? "confused" : "+1")];
}

// src/run/command-step.ts
/** Carries out the commands that people have typed, one incident after the other, and returns the issues as they are then. */
async function commandStep(context, snapshot) {
	const { label, log, onResolved } = context.settings;
	const settings = {
		template: snapshot.template,
		timezone: log.timezone,
		onResolved
	};
	const changes = [];
	const conversations = [];
	for (const conversation of snapshot.conversations) {
		const { issue, confirmation } = conversation;
		if (!hasLabel(issue, label) || confirmation.verdict === "pending") {
			conversations.push(conversation);
			continue;
		}
		const plan = planCommands(conversation, settings);
		const results = await apply(context, plan.changes);
		changes.push(...plan.changes);
		if (plan.changes.length === 0) {
			conversations.push(plan.conversation);
			continue;
		}
		const { body, state, state_reason } = results.find((result) => result?.kind === "issue")?.issue ?? plan.conversation.issue;
		conversations.push({
			...plan.conversation,
			issue: {
				...issue,
				body,
				state,
				state_reason
			}
		});
	}
	const current = new Map(conversations.map(({ issue }) => [issue.number, issue]));
	const listed = snapshot.listed.map((issue) => current.get(issue.number) ?? issue);
	return {
		snapshot: {
			...snapshot,
			listed,
			conversations
		},
		changes
	};
}

// src/run/closed-by-bots.ts
/**
* The issues that a bot closed as not planned although the log lists them and a repair or resolution is recorded: stale bots
* close whatever nobody comments on, so that is no false alarm. A bot of `allowed-bots` closes as a person does. One request for
* each such issue, and none where there is none.
*/
async function closedByBots(reads, { listed, template, settings }) {
	const isRecorded = ({ body }) => ["repaired", "resolved"].some((id) => readTime(answerOf(body, template, id), settings.log.timezone).kind === "time");
	const candidates = listed.filter((issue) => whyNoIncident(issue, settings.label) === "false-alarm" && isRecorded(issue));
	if (candidates.length === 0) return [];
	const { logAtBase, logOnBranch } = await reads.logs;
	const entries = [logAtBase, logOnBranch].filter((log) => log !== null).flatMap((log) => log.entries.filter(isGeneratedEntry));
	const inLog = new Set(entries.map(({ issue }) => issue));
	return (await Promise.all(candidates.filter(({ number }) => inLog.has(number)).map(async (issue) => ({
		...issue,
		closed_by_bot: await reads.closingBot(issue.number)
	})))).filter(({ closed_by_bot: bot }) => bot !== null && !isAllowedBot(bot, settings));
}

// src/form/references.ts
/** How often a body is read to find out which references fit. Once is enough if all fit; a large body takes some 0.1 s to read. */
const mostReadings = 16;
/**
* The body with ` (#34)` behind the words of these items, or as many of them as can be written; not one other character
* changes. An item without such words, which begins with code or a quote for instance, gets a paragraph of its own at its end.
* A reference that stands there already is not written again.
*
* `refused` holds the indexes, as given, of the items that have no place for one: the number to replace is not written as
* `(#35)`, the body would be longer than GitHub takes, or it would not read as before apart from the issues of these actions.
* Never throws.
*/
function writeReferences(issue, template, options, references) {
	const source = issue.body ?? "";
	const before = readIncident(issue, template, options);
	const answer = reviewAnswer(source, template);
	const actions = before.incident === null ? [] : locateReviewActions(answer.text, issue.url);
	const written = references.flatMap((reference) => {
		const edits = editsFor(reference, actions[reference.action], answer);
		return edits === null ? [] : [{
			reference,
			edits
		}];
	});
	let readings = 0;
	const trial = (some) => {
		const body = bodyWith(some, source);
		if (body === source) return fitting;
		if (body.length > 65536) return {
			fits: false,
			faults: /* @__PURE__ */ new Set()
		};
		if (readings === mostReadings) return {
			fits: false,
			faults: actionsOf(some)
		};
		readings += 1;
		const expected = withIssues(before, some);
		return compare(readIncident({
			...issue,
			body
		}, template, options), expected);
	};
	const kept = addWhatFits([], written, trial);
	const done = new Set(kept.map(({ reference }) => reference));
	return {
		body: bodyWith(kept, source),
		refused: references.filter((reference) => !done.has(reference)).map(({ action }) => action)
	};
}
/**
* Whether the list of review actions can be told from the body: its heading is there, no block is left open above it, and what
* stands under it is not too much to parse. A list without items can.
*/
function isListLegible({ body }, template) {
	const field = template.fields.find(({ id }) => id === "review-actions");
	const { answers, problems } = readAnswers(body, template);
	const answer = field && answers.get(field);
	const isUnclosed = problems.some(({ rule }) => rule === "unclosed-block");
	return answer !== void 0 && !isUnclosed && isReadable(answer.text);
}
function reviewAnswer(body, template) {
	const field = template.fields.find(({ id }) => id === "review-actions");
	const { text, start } = (field && readAnswers(body, template).answers.get(field)) ?? {
		text: "",
		start: 0
	};
	const ending = /\r\n|\n|\r/;
	return {
		text,
		start,
		lineEnding: (ending.exec(text) ?? ending.exec(body))?.[0] ?? "\n"
	};
}
/** The edits of the body that write a reference; null where there is no place for it. */
function editsFor({ issue, replaces }, located, answer) {
	if (located === void 0) return null;
	if (located.action.issue === issue) return [];
	if (located.action.issue !== replaces) return null;
	const edit = replaces === null ? insertion(issue, located, answer) : replacement(issue, replaces, located, answer);
	return edit && [{
		...edit,
		start: answer.start + edit.start,
		end: answer.start + edit.end
	}];
}
/** The edit of the answer that puts a reference behind an item's words, or into a paragraph at its end. */
function insertion(issue, { textSpan, end, indent }, answer) {
	if (textSpan !== null) return {
		start: textSpan.end,
		end: textSpan.end,
		text: ` (#${issue})`
	};
	const { lineEnding } = answer;
	const blank = goesOn.test(answer.text.slice(end)) ? lineEnding : "";
	return {
		start: end,
		end,
		text: `${lineEnding}${lineEnding}${" ".repeat(indent)}(#${issue})${blank}`
	};
}
/** A next line that would go on in a paragraph above it: it is not blank, and no item of a list with words in it. */
const goesOn = /^[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$))(?! {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]+\S)/;
/** The edit of the answer that changes the number of a reference; null where it is written in another way. */
function replacement(issue, replaced, { textSpan }, answer) {
	const typed = `(#${replaced})`;
	const index = textSpan === null ? -1 : answer.text.slice(textSpan.start, textSpan.end).lastIndexOf(typed);
	if (textSpan === null || index < 0) return null;
	const start = textSpan.start + index;
	return {
		start,
		end: start + typed.length,
		text: `(#${issue})`
	};
}
function bodyWith(written, source) {
	const edits = written.flatMap((each) => each.edits);
	return applyEdits(source, edits);
}
const fitting = {
	fits: true,
	faults: /* @__PURE__ */ new Set()
};
/** Adds as many references as fit: leaves out the ones at fault or, where those are not known, tries one half and then the other. */
function addWhatFits(kept, more, trial) {
	if (more.length === 0) return kept;
	const all = [...kept, ...more];
	const { fits, faults } = trial(all);
	if (fits) return all;
	const others = more.filter(({ reference }) => !faults.has(reference.action));
	if (others.length < more.length) return addWhatFits(kept, others, trial);
	if (more.length === 1) return kept;
	const half = Math.floor(more.length / 2);
	return addWhatFits(addWhatFits(kept, more.slice(0, half), trial), more.slice(half), trial);
}
function withIssues({ incident, problems }, written) {
	if (incident === null) return {
		incident,
		problems
	};
	const issues = new Map(written.map(({ reference }) => [reference.action, reference.issue]));
	const reviewActions = incident.reviewActions.map((action, index) => ({
		...action,
		issue: issues.get(index) ?? action.issue
	}));
	return {
		incident: {
			...incident,
			reviewActions
		},
		problems
	};
}
function compare(found, expected) {
	if (isDeepStrictEqual(comparable(found), comparable(expected))) return fitting;
	const actions = found.incident?.reviewActions ?? [];
	const expectedActions = expected.incident?.reviewActions ?? [];
	if (actions.length !== expectedActions.length) return {
		fits: false,
		faults: /* @__PURE__ */ new Set()
	};
	const faults = actions.flatMap((action, index) => isDeepStrictEqual(action, expectedActions[index]) ? [] : [index]);
	return {
		fits: false,
		faults: new Set(faults)
	};
}
/** A reading without the numbers of lines in its problems, which grow where a paragraph is put above them. */
function comparable({ incident, problems }) {
	const withoutLines = (problem) => ({
		...problem,
		message: problem.message.replace(/\bline \d+/g, "line")
	});
	return {
		incident,
		problems: problems.map(withoutLines)
	};
}
function actionsOf(written) {
	return new Set(written.map(({ reference }) => reference.action));
}

// src/markers/review-action.ts
/** In the place of a hash: the incident's list does not hold the item any more. */
const UNLISTED = "unlisted";
/** The last line of an issue's body that is a marker; null where none is. Linear in the body's length. */
function readMarker(body) {
	return findMarker(body ?? "")?.marker ?? null;
}
/** The marker's line, without a line ending. Its hashes are those of `hashOf`; another text is not read back. */
function writeMarker({ repository, incident, text, occurrence, item, written }) {
	return `<!-- incident-log: review-action repository=${repository} incident=${incident} text=${text} occurrence=${occurrence} item=${item} written=${written} -->`;
}
/** The body with this marker in the place of the one that `readMarker` finds, all else to the character; as it is where none is. */
function withMarker(body, marker) {
	const found = findMarker(body);
	return found === null ? body : body.slice(0, found.start) + writeMarker(marker) + body.slice(found.end);
}
/** What a body says besides the marker that `readMarker` finds; line ends are line feeds, and no white space stands around it. */
function withoutMarker(body) {
	const found = findMarker(body);
	return (found === null ? body : body.slice(0, found.start) + body.slice(found.end)).replace(/\r\n?/g, "\n").trim();
}
function findMarker(body) {
	const last = [...body.matchAll(markerLine)].at(-1);
	if (last === void 0) return null;
	const [line, repository, incident, text = "", occurrence, item = "", written = ""] = last;
	const [start, end] = [last.index, last.index + line.length];
	return {
		marker: {
			repository: Number(repository),
			incident: Number(incident),
			occurrence: Number(occurrence),
			text,
			item,
			written
		},
		start,
		end
	};
}
const number = "([1-9]\\d{0,14})";
const hash = "[0-9a-f]{16}";
const markerLine = new RegExp(`(?<=^|[\\r\\n])<!-- incident-log: review-action repository=${number} incident=${number} text=(${hash}) occurrence=${number} item=(${hash}|unlisted) written=(${hash}) -->(?=[ \\t]*(?:[\\r\\n]|$))`, "g");

// src/markdown/contain/quote.ts
/**
* Somebody's Markdown as a block quote for an issue or a comment, each of its lines beginning with `>`; empty when it would show nothing.
* Formatting, links and code keep working, and text below a blank line after the quote is unaffected. The quote mentions nobody and links no
* issue or commit: zero-width spaces break up such text, and addresses that GitHub would turn into references. A link with words of its own
* to an issue on github.com leads there through `redirect.github.com`, so that no backlink appears on that issue. Source: docs.github.com,
* "Autolinked references and URLs". Markdown that is not `isReadable` is shown as code.
*/
function quoteMarkdown(markdown) {
	const text = cleanText(markdown);
	if (quoteInConversation(text) === text) return text && quoteLines(text);
	const rewritten = rewriteMarkdown(text, {
		engine: "none",
		references: "quiet"
	});
	return rewritten === "" ? "" : quoteLines(rewritten ?? fence(text));
}

// src/review-actions/title.ts
/** What GitHub takes for an issue's title, in UTF-16 units, of which it has no more than characters. */
const longestTitle = 256;
/**
* The plain words of the first block of somebody's Markdown that has any, on one line of at most 256 UTF-16 units: what an image
* says and what code holds count as words, HTML does not. A longer line is cut and ends in `…`. Empty where there is nothing to be
* seen.
*/
function titleOf(markdown) {
	const text = cleanText(markdown);
	const title = isReadable(text) ? firstBlockText(parseMarkdown(text)) : firstLine(text);
	return title.length <= longestTitle ? title : `${cutAtWord(title, 255)}…`;
}
/**
* The beginning of a text, at most so many UTF-16 units long. It ends with a whole word; a word that is too long for the room on its
* own ends with a whole grapheme; and one that is too long with a whole character.
*/
function cutAtWord(text, room) {
	if (text.length <= room) return text;
	const start = text.lastIndexOf(" ", room) + 1;
	const end = text.indexOf(" ", room);
	if (!((end < 0 ? text.length : end) - start > room)) return text.slice(0, start).trimEnd();
	const grapheme = new Intl.Segmenter("en").segment(text).containing(room)?.index ?? 0;
	const whole = text.slice(0, Math.max(grapheme, start)).trimEnd();
	return whole === "" ? text.slice(0, room).replace(/[\uD800-\uDBFF]$/, "") : whole;
}
/** The words of the first block that holds no other blocks. */
function firstBlockText(node) {
	if (node.type === "html" || node.type === "definition") return "";
	if (![
		"root",
		"blockquote",
		"list",
		"listItem",
		"footnoteDefinition",
		"table"
	].includes(node.type) || !("children" in node)) return visibleLine(visibleText(node));
	for (const child of node.children) {
		const text = firstBlockText(child);
		if (text !== "") return text;
	}
	return "";
}
function visibleText(node) {
	if (node.type === "html") return /^<br\b/i.test(node.value) ? " " : "";
	if (node.type === "break") return " ";
	if (!("children" in node)) return toString(node);
	return node.children.map(visibleText).join(node.type === "tableRow" ? " " : "");
}
/** Of a text that is not to be parsed: the first line that says something. */
function firstLine(text) {
	return visibleLine(text.split("\n").find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "");
}
/** The text on one line; empty when all of it is white space and characters that show nothing. */
function visibleLine(text) {
	const line = cleanLine(text).replace(/\s+/g, " ").trim();
	return /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(line) ? line : "";
}

// src/review-actions/issue-text.ts
const cutNotice = "The rest is left out here, because GitHub takes no longer text: the incident has all of it.";
const explanation = "This is a review action of that incident. Close it once it is done, or as not planned where it will not be done: the incident log follows. Its words and due date are changed in the incident's list; while nobody has edited this issue, it follows them.";
/**
* What an action's issue says: the plain words of the item as its title, at most 256 UTF-16 units; in its body the item quoted, the
* incident, an owner who cannot be assigned, the due date, what to do with the issue, and the marker, at most 65,536 UTF-16 units
* together. Nobody is notified and nothing else is referred to by the item's words.
*/
function writeAction(action, place) {
	const { repository, incident, occurrence, text } = place;
	const title = titleOf(action.text) || `Review action of incident #${incident.number}`;
	const facts = writeFacts(action, place);
	const write = (quote, marker) => [
		...quote,
		facts,
		explanation,
		writeMarker(marker)
	].join("\n\n");
	const item = itemHash(action);
	const draft = {
		repository,
		incident: incident.number,
		text,
		occurrence,
		item,
		written: item
	};
	const room = longestBody - write(["", ""], draft).length - 91;
	const quote = quoteWithin(action.text, room);
	const written = writtenHash({
		title,
		body: write(quote, draft)
	});
	return {
		title,
		body: write(quote, {
			...draft,
			written
		})
	};
}
/** Whether nobody has changed an issue since we wrote it: line ends and white space around title and body aside. */
function isUntouched(issue, marker) {
	return writtenHash(issue) === marker.written;
}
function writtenHash({ title, body }) {
	return hashOf(title.trim(), withoutMarker(body ?? ""));
}
function writeFacts({ owner, due }, place) {
	const { number, url } = place.incident;
	const isUnassigned = owner !== null && place.owner === "unassignable";
	return [
		`- **Incident**: [#${number}](${url})`,
		...isUnassigned ? [`- **Owner**: \`${owner}\`, to whom issues cannot be assigned here`] : [],
		...due === null ? [] : [`- **Due**: ${due}`]
	].join("\n");
}
/** The quote and, where it had to be cut to fit the room (UTF-16 units), a notice; empty where nothing in the text would be seen. */
function quoteWithin(text, room) {
	const quote = quoteMarkdown(text);
	if (quote === "") return [];
	if (quote.length <= room) return [quote];
	let share = Math.min(text.length, room);
	for (let round = 0; round < 6; round += 1) {
		const part = quoteMarkdown(cutLines(text, share));
		if (part.length <= room) return [part, cutNotice].filter((each) => each !== "");
		share = Math.floor(Math.min(share * room / part.length, share * .9));
	}
	return [cutNotice];
}
/** The first lines of a text within so many UTF-16 units; the beginning of the first line where it is longer than they are. */
function cutLines(text, room) {
	const end = text.slice(0, room + 1).search(/[\r\n][^\r\n]*$/);
	return end > 0 ? text.slice(0, end) : cutAtWord(text, room);
}

// src/review-actions/tracking.ts
function listedActions(incidents) {
	return incidents.flatMap(({ incident }) => incident === null ? [] : incident.reviewActions.map((action, index) => ({
		incident,
		index,
		action
	})));
}
/** The items that refer to an issue, by its {@link referenceKey}. */
function itemsByIssue({ incidents, aliases }) {
	const items = listedActions(incidents).filter(({ action }) => action.issue !== null);
	return groupBy(items, ({ action }) => {
		const key = referenceKey(action.issue ?? "");
		return aliases.get(key) ?? key;
	});
}
/**
* The marker that makes an issue ours: it stands in text by us or by somebody trusted, names an incident of this repository, and the
* issue is still here. `isTrustedAuthor` answers for both.
*/
async function trustedMarker(issue, repository, isTrustedAuthor) {
	const marker = issue.pull_request === null ? readMarker(issue.body) : null;
	if (marker?.repository !== repository.id || !isHere(issue, repository.url)) return null;
	return await isTrustedAuthor(issue) ? marker : null;
}
/** The state of a review action as its issue, or the pull request that it is, has it. */
function stateOfIssue({ state, state_reason: reason, pull_request: pull }) {
	if (state === "open") return "TODO";
	return (pull === null ? reason === "not_planned" || reason === "duplicate" : pull.merged_at === null) ? "WON'T DO" : "DONE";
}
/** What the log is to show. */
function actionStates({ issues, aliases }) {
	const states = new Map([...issues].map(([key, tracked]) => [key, tracked && stateOfIssue(tracked.issue)]));
	return new Map([...states, ...[...aliases].map(([alias, key]) => [alias, states.get(key) ?? null])]);
}

// src/review-actions/snapshot.ts
function actionSnapshot(tracking, progress, settings) {
	const marked = [...tracking.issues.values()].filter((tracked) => isMarked(tracked));
	const { duplicates, copies } = sameAmong(marked, settings.label);
	return {
		tracking,
		progress,
		settings,
		ours: marked.filter(({ issue }) => !copies.has(issue.number)),
		items: itemsByIssue(tracking),
		duplicates
	};
}
function isMarked(tracked) {
	return tracked !== null && tracked.marker !== null;
}
/**
* Two runs at the same moment make the same action's issue twice, with the same marker. The lowest number stays. A person
* who copies an issue copies its marker, too: such an issue is a person's, and nothing to us.
*/
function sameAmong(marked, label) {
	const labelled = marked.filter(({ issue }) => hasLabel(issue, label));
	const same = groupBy(labelled, ({ marker }) => `${marker.incident} ${marker.text} ${marker.occurrence}`);
	const duplicates = /* @__PURE__ */ new Map();
	const copies = /* @__PURE__ */ new Set();
	for (const group of same.values()) {
		const [first, ...others] = group.toSorted((one, other) => one.issue.number - other.issue.number);
		for (const other of others) {
			const { number } = other.issue;
			if (first !== void 0 && isMadeByTheSame(first.issue, other.issue)) duplicates.set(number, first);
			else copies.add(number);
		}
	}
	return {
		duplicates,
		copies
	};
}
function isMadeByTheSame(one, other) {
	return one.user?.login === other.user?.login && (one.user?.type === "Bot" || one.body === other.body);
}
/** The item that an issue was made for, where its incident still lists it. */
function ownItem({ issue, marker }, { items }) {
	return (items.get(referenceKey(issue.number)) ?? []).find(({ incident }) => incident.issue === marker.incident);
}
function placeOf({ issue, url }) {
	return {
		number: issue,
		url
	};
}
function ownerOf({ owner }, { progress }) {
	return owner !== null && progress.assignable.get(owner) === false ? "unassignable" : "assignable";
}
function unknownOwners(listed, { progress }) {
	return listed.flatMap(({ action: { owner } }) => owner === null || progress.assignable.has(owner) ? [] : owner);
}

// src/review-actions/creations.ts
/** More than this is not made, and nobody is reminded of more, in one run. */
const MOST_IN_A_RUN = 60;
/** The newest incidents first: of these people are waiting for the issues. */
function planIncidents(snapshot) {
	let room = 60 - snapshot.progress.created;
	return snapshot.tracking.incidents.toReversed().map((read) => {
		const plan = planIncident(read, snapshot, room);
		room -= plan.changes.filter(({ kind }) => kind === "create-action").length;
		return plan;
	});
}
function planIncident(read, snapshot, room) {
	const { issue, incident } = read;
	const nothing = {
		changes: [],
		references: [],
		unknownOwners: [],
		left: 0,
		problems: []
	};
	if (incident === null) return nothing;
	const { references, wanting } = adopt(incident, snapshot);
	const atOnce = snapshot.tracking.conversations.get(issue.number)?.cursor?.actions ?? [];
	const wanted = wanting.filter(({ text }) => incident.state !== "ongoing" || atOnce.includes(text));
	if (references.length + wanted.length === 0) return nothing;
	const { template } = snapshot.settings;
	const trial = wanted.map(({ index }) => ({
		action: index,
		issue: 1e6,
		replaces: null
	}));
	const write = (list) => writeReferences(filed(issue), template, snapshot.settings, list);
	const refused = new Set(wanted.length === 0 ? [] : write(trial).refused);
	const creations = wanted.filter(({ index }) => !refused.has(index));
	const now = creations.slice(0, room);
	const common = {
		references,
		left: creations.length - now.length,
		problems: [...refused].map((index) => unplaced(incident, index))
	};
	if (now.length > 0) {
		const creates = now.map((creation) => create(incident, creation, snapshot));
		return {
			...common,
			changes: creates,
			unknownOwners: unknownOwners(now, snapshot)
		};
	}
	const { body, refused: unwritten } = references.length === 0 ? {
		...issue,
		refused: []
	} : write(references);
	const problems = [...common.problems, ...unwritten.map((index) => unplaced(incident, index))];
	if (body === issue.body || body === null) return {
		...common,
		problems,
		changes: [],
		unknownOwners: []
	};
	const { title, number } = issue;
	const numbers = references.map((reference) => `(#${reference.issue})`).join(" ");
	const rewrite = rewriteIssue(`Write ${numbers} into the review actions of #${number}`, {
		issue: number,
		snapshot: {
			title,
			body: issue.body
		},
		body
	});
	const conversation = snapshot.tracking.conversations.get(number);
	const remembered = conversation ? rememberRewrite(conversation, {
		title,
		body
	}, null) : [];
	return {
		...common,
		problems,
		changes: [...remembered, rewrite],
		unknownOwners: []
	};
}
/** The items for which an issue is there already, and those that want one. */
function adopt(incident, { ours, items, duplicates, settings }) {
	const own = ours.filter(({ marker }) => marker.incident === incident.issue);
	const free = own.filter(({ issue, marker }) => hasLabel(issue, settings.label) && !isOver(issue, marker)).filter(({ issue: { number } }) => !items.has(referenceKey(number)) && !duplicates.has(number)).sort((one, other) => one.marker.occurrence - other.marker.occurrence);
	const occurrences = new Set(own.map(({ marker }) => `${marker.text} ${marker.occurrence}`));
	const references = [];
	const wanting = [];
	for (const [index, action] of incident.reviewActions.entries()) {
		const duplicate = typeof action.issue === "number" ? duplicates.get(action.issue) : void 0;
		if (duplicate !== void 0 && typeof action.issue === "number" && !items.has(referenceKey(duplicate.issue.number))) references.push({
			action: index,
			issue: duplicate.issue.number,
			replaces: action.issue
		});
		if (action.issue !== null || action.state !== null && action.state !== "TODO") continue;
		const text = textHash(action.text);
		const place = free.findIndex(({ marker }) => marker.text === text);
		const [found] = place === -1 ? [] : free.splice(place, 1);
		if (found !== void 0) {
			references.push({
				action: index,
				issue: found.issue.number,
				replaces: null
			});
			continue;
		}
		let occurrence = 1;
		while (occurrences.has(`${text} ${occurrence}`)) occurrence += 1;
		occurrences.add(`${text} ${occurrence}`);
		wanting.push({
			incident,
			index,
			action,
			text,
			occurrence
		});
	}
	return {
		references,
		wanting
	};
}
/** Closed, and its item was removed: who writes the same words again means it anew. */
function isOver({ state }, { item }) {
	return state === "closed" && item === "unlisted";
}
function create(incident, creation, snapshot) {
	const { action, occurrence, text } = creation;
	const { label } = snapshot.settings;
	const owner = ownerOf(action, snapshot);
	const place = {
		repository: snapshot.tracking.repository.id,
		incident: placeOf(incident),
		occurrence,
		text
	};
	return createAction$1({
		incident: incident.issue,
		...writeAction(action, {
			...place,
			owner
		}),
		labels: [label],
		assignees: action.owner !== null && owner === "assignable" ? [action.owner] : [],
		unassigned: writeAction(action, {
			...place,
			owner: "unassignable"
		})
	});
}
function unplaced({ issue, reviewActions }, index) {
	return {
		issue,
		rule: "action-unplaced",
		severity: "warning",
		field: "review-actions",
		message: `The review action “${(reviewActions[index]?.text ?? "").replace(/\s+/g, " ").slice(0, 60)}” is not followed, for there is no place behind it where the number of its issue could stand: write it as a line of words that begins with “- ”, and shorten the issue's text if it is as long as GitHub takes.`
	};
}

// src/review-actions/overdue.ts
/** An edit would notify nobody, so a reminder is replaced by a new one after this many days. */
const DAYS_BETWEEN_REMINDERS = 7;
/** The open ones among the actions of repaired incidents, oldest first; one that two incidents list counts once. */
function openOnes(tracking, settings) {
	const { incidents, issues } = tracking;
	const closedAt = new Map(incidents.map(({ issue }) => [issue.number, issue.closed_at]));
	return [...itemsByIssue(tracking)].flatMap(([key, items]) => {
		const tracked = issues.get(key);
		const shown = items.filter(({ incident }) => incident.state !== "ongoing");
		const listed = shown.find(({ incident }) => incident.issue === tracked?.marker?.incident) ?? shown[0];
		if (!tracked || listed === void 0 || stateOfIssue(tracked.issue) !== "TODO") return [];
		return [{
			key,
			tracked,
			listed,
			isOverdue: isOverdue(listed, {
				closed: closedAt.get(listed.incident.issue) ?? null,
				created: tracked.issue.created_at
			}, settings)
		}];
	}).sort((one, other) => Date.parse(one.tracked.issue.created_at) - Date.parse(other.tracked.issue.created_at) || one.tracked.issue.number - other.tracked.issue.number);
}
/**
* Past its due date; or, without one, so many days after its incident was resolved (by that issue's closing if no time is recorded) and
* after its own issue was created: the actions of incidents that are filed long afterwards are not overdue at once.
*/
function isOverdue({ action, incident }, { closed, created }, { days, timezone, now }) {
	if (action.due !== null) return formatDate(now, timezone) > action.due;
	const resolved = incident.resolved?.instant ?? (closed === null ? null : Date.parse(closed));
	if (days === 0 || resolved === null) return false;
	return daysBetween(Math.max(resolved, Date.parse(created)), now, timezone) > days;
}
/** Calendar days. */
function daysBetween(earlier, later, timezone) {
	return differenceInCalendarDays(new TZDate(later, timezone), new TZDate(earlier, timezone));
}
/**
* The open review actions, oldest first, for a person to read. What an issue of another repository says may not be for everybody
* to see: of such a one the item's own words are given.
*/
function openActions(tracking, settings) {
	return openOnes(tracking, settings).map(({ tracked: { issue }, listed, isOverdue: overdue }) => {
		const { action, incident } = listed;
		const isOwn = isHere(issue, tracking.repository.url);
		const assignees = isOwn ? issue.assignees : [];
		return {
			reference: action.issue ?? issue.number,
			url: issue.html_url,
			title: isOwn ? issue.title : titleOf(action.text),
			incident: incident.issue,
			owners: assignees.length > 0 || action.owner === null ? assignees : [action.owner],
			due: action.due,
			ageDays: daysBetween(Date.parse(issue.created_at), settings.now, settings.timezone),
			isOverdue: overdue
		};
	});
}
/** Since when a reminder may count as recent, in UTC milliseconds: some hours more than needed, for a day can have 25. */
function remindersSince({ now }) {
	return now - 648e6;
}
/**
* Reminds of overdue actions of our making by a label and a comment, and takes both away from those that are not overdue any
* more. `reminders` says when an issue got its last one; null where nobody is to be reminded in this run.
*/
function planReminders(tracking, settings, reminders) {
	const ours = openOnes(tracking, settings).filter(({ tracked }) => tracked.marker !== null);
	const overdue = new Map(ours.filter((open) => open.isOverdue).map((open) => [open.key, open]));
	const over = [...tracking.issues].flatMap(([key, tracked]) => {
		if (!tracked?.marker || overdue.has(key) || !hasLabel(tracked.issue, "overdue")) return [];
		const { number } = tracked.issue;
		return [deleteReminder(number, REMINDER_MARKER), removeLabel(number, OVERDUE_LABEL)];
	});
	if (reminders === null) return {
		changes: over,
		notes: []
	};
	const due = [...overdue.values()].flatMap((open) => {
		const steps = remind(open, settings, reminders);
		return steps.length === 0 ? [] : [steps];
	});
	const left = due.length - 60;
	return {
		changes: [...over, ...due.slice(0, 60).flat()],
		notes: left <= 0 ? [] : [`${left} more overdue review ${left === 1 ? "action is" : "actions are"} still to be reminded of: a run does that for ${60} at most, and the next scheduled one goes on.`]
	};
}
function remind({ tracked: { issue }, listed }, { now, timezone }, reminders) {
	const { number, assignees, locked } = issue;
	const last = reminders.get(number);
	const isReminded = last !== void 0 && daysBetween(last, now, timezone) < DAYS_BETWEEN_REMINDERS;
	const mentions = assignees.map((login) => `@${login}`).join(" ");
	const { action, incident } = listed;
	const since = action.due === null ? `is still open, and the incident (#${incident.issue}) was resolved long ago.` : `was due on ${action.due} (incident #${incident.issue}).`;
	const text = `${mentions && `${mentions} `}This review action ${since} Close this issue once it is done, or as not planned where it will not be; or set another date behind the item in the incident's list.`;
	return [...hasLabel(issue, "overdue") ? [] : [addLabels(number, [OVERDUE_LABEL])], ...isReminded || locked ? [] : [comment(`Post reminder on #${number}`, {
		issue: number,
		marker: REMINDER_MARKER,
		text,
		others: "replace"
	})]];
}

// src/run/observe-review-actions.ts
/** The issues with the label, and one request for each further one that an item in the log refers to. */
async function readTracking({ reference: readReference }, { place, incidents, labelled, conversations, isTrustedAuthor }) {
	const known = new Map(labelled.map((issue) => [referenceKey(issue.number), issue]));
	const shown = incidents.filter(({ incident }) => incident?.state !== "ongoing");
	const others = [...itemsByIssue({
		incidents: shown,
		aliases: /* @__PURE__ */ new Map()
	}).values()].flatMap(([item]) => item?.action.issue ?? []).filter((reference) => !known.has(referenceKey(reference)));
	const keyed = (await Promise.all(others.map(async (reference) => {
		const issue = await readReference(reference);
		return [referenceKey(reference), issue];
	}))).map(([reference, issue]) => {
		return {
			reference,
			key: issue !== null && isHere(issue, place.url) ? referenceKey(issue.number) : reference,
			issue
		};
	});
	const all = new Map([...keyed.map(({ key, issue }) => [key, issue]), ...known]);
	const issues = await Promise.all([...all].map(async ([key, issue]) => {
		return [key, issue && {
			issue,
			marker: await trustedMarker(issue, place, isTrustedAuthor)
		}];
	}));
	const aliases = keyed.filter(({ reference, key }) => reference !== key);
	return {
		repository: place,
		incidents,
		conversations,
		issues: new Map(issues),
		aliases: new Map(aliases.map(({ reference, key }) => [reference, key]))
	};
}
/** When issues got their last reminder; asked for only where somebody may have to be reminded. */
async function readReminders(github, tracking, settings, ownLogin) {
	const { changes } = planReminders(tracking, settings, /* @__PURE__ */ new Map());
	if (!changes.some(({ kind }) => kind === "comment")) return /* @__PURE__ */ new Map();
	return commentedSince(github, REMINDER_MARKER, remindersSince(settings), ownLogin);
}

// src/run/observe-incidents.ts
/**
* Asks early what will be asked later: who we are, if somebody wrote comments as we do; and about the incidents who their authors are, when
* they were reopened, and which issues they refer to. The answers are remembered, so nothing else comes of it.
*/
async function anticipate(context, reads) {
	await Promise.all([
		anticipateOwnComments(context, reads),
		anticipateAuthors(context, reads),
		anticipateIncidents(context, reads)
	]);
}
async function anticipateOwnComments({ ownLogin }, reads) {
	const { byIssue } = await reads.recentComments;
	await Promise.all([...byIssue.values()].flat().map((comment) => ownMarker(comment, ownLogin)));
}
async function anticipateAuthors(context, reads) {
	await judgeIncidents(await reads.incidents, context);
}
async function anticipateIncidents(context, reads) {
	const [repository, template, listed] = await Promise.all([
		reads.repository,
		reads.template,
		reads.incidents
	]);
	await observeIncidents(context, {
		repository,
		template,
		listed,
		conversations: []
	}, reads);
}
/** Reads the incidents among the issues, and the issues of their review actions. */
async function observeIncidents(context, { repository, template, listed, conversations }, reads) {
	const { settings, isPermitted, ownLogin } = context;
	const judged = await judgeIncidents(listed, context);
	const stale = await closedByBots(reads, {
		listed,
		template,
		settings
	});
	const kept = await judgeAuthors(stale, judging(context));
	const trusted = [...judged.trusted, ...kept.trusted].sort((one, other) => one.number - other.number);
	const unasked = [...judged.unasked, ...kept.unasked];
	const others = conversations.map(({ issue }) => issue).filter(({ number }) => !trusted.some((issue) => issue.number === number));
	const known = await Promise.all([...trusted, ...others].map(withReopening));
	const byNumber = new Map(known.map((issue) => [issue.number, issue]));
	const current = (issue) => byNumber.get(issue.number) ?? issue;
	const incidents = [...await Promise.all(trusted.map(current).map(reads.readIncident)), ...unasked.map((issue) => ({
		issue,
		incident: null,
		problems: [],
		author: "unasked"
	}))];
	const labelled = await reads.actions;
	return {
		incidents,
		tracking: labelled && await readTracking(reads, {
			place: repository,
			incidents,
			labelled,
			conversations: new Map(conversations.map((each) => [each.issue.number, each])),
			isTrustedAuthor: async (issue) => await isTrusted(issue, settings, isPermitted) || await isOurs(issue.user, ownLogin)
		}),
		current
	};
	/** Only its events tell when an issue was reopened; that is asked where it says when it was resolved. */
	async function withReopening(issue) {
		return isReopened(issue) && incidentIssues([issue], settings.label).length > 0 && readTime(answerOf(issue.body, template, "resolved"), settings.log.timezone).kind === "time" ? {
			...issue,
			reopened_at: await reads.lastReopening(issue.number)
		} : issue;
	}
}
function judgeIncidents(listed, context) {
	return judgeAuthors(incidentIssues(listed, context.settings.label), judging(context));
}
function judging({ settings, trigger, isPermitted }) {
	return {
		rule: settings,
		isPermitted,
		event: "issue" in trigger ? trigger.issue : null
	};
}

// src/run/observe.ts
/** All else that decides what becomes of the log: the repository's files as of the same commit of the base. */
async function observe(context, issues, reads) {
	const { github, settings, trigger, now, ownLogin } = context;
	const { reviewActions } = settings;
	const [filesAtBase, branch, logs] = await Promise.all([
		reads.filesAtBase,
		reads.branch,
		reads.logs
	]);
	const { incidents, tracking, current } = await observeIncidents(context, issues, reads);
	return {
		...issues,
		listed: issues.listed.map(current),
		conversations: issues.conversations.map((conversation) => ({
			...conversation,
			issue: current(conversation.issue)
		})),
		repositoryUrl: issues.repository.url,
		filesAtBase,
		...logs,
		branch,
		incidents,
		tracking,
		reminders: trigger.kind === "schedule" && reviewActions !== null && tracking !== null ? await readReminders(github, tracking, {
			...settings.log,
			...reviewActions,
			now
		}, ownLogin) : null
	};
}

// src/run/confirmation.ts
/**
* Judges whether a confirmation still holds: it holds for the texts that the status comment remembers, and for the one in this run's
* event if somebody trusted wrote it. Only the run of an edit knows who edited, so a run that an untrusted person may have started
* decides nothing. A scheduled run confirms the current text where no text is remembered. Without status comments (`feedback: none`)
* nothing is remembered, and only events decide.
*/
async function judgeConfirmation({ issue, statusComment }, trigger, { rule, isPermitted, ownLogin, memory, writtenHashes }) {
	const former = statusComment?.memory.confirmed ?? [];
	const known = former === "changed" ? [] : former;
	const text = incidentHash(issue);
	const hasChanged = former === "changed" || known.length > 0 && !known.includes(text);
	if (!hasLabel(issue, rule.confirmedLabel)) return {
		verdict: "needless",
		remembered: hasChanged ? "changed" : []
	};
	if (await isTrusted(issue, rule, isPermitted)) return {
		verdict: "needless",
		remembered: []
	};
	const holds = {
		verdict: "holds",
		remembered: [text]
	};
	const undone = {
		verdict: "undone",
		remembered: "changed"
	};
	if (writtenHashes.has(text)) return holds;
	if ("issue" in trigger && trigger.issue === issue.number && (trigger.kind === "confirmed" || trigger.kind === "edited")) {
		const { editor } = trigger;
		const inEvent = incidentHash(trigger.text);
		const byTrusted = editor === null || await isTrusted({
			user: editor,
			author_association: "NONE"
		}, rule, isPermitted) || await isOurs(editor, ownLogin);
		if (known.includes(text) || byTrusted && inEvent === text) return holds;
		if (memory === "none") return {
			verdict: inEvent === text ? "undone" : "pending",
			remembered: []
		};
		if (!byTrusted) return inEvent === text ? undone : {
			verdict: "pending",
			remembered: known
		};
		return {
			verdict: "pending",
			remembered: [...known, inEvent]
		};
	}
	if (memory === "none") return {
		verdict: "holds",
		remembered: []
	};
	if (known.includes(text)) return holds;
	const isDecisive = trigger.kind === "schedule" || trigger.kind === "setup";
	if (known.length === 0 && former !== "changed") return isDecisive ? holds : {
		verdict: "holds",
		remembered: []
	};
	if (isDecisive) return former === "changed" ? holds : undone;
	return {
		verdict: "pending",
		remembered: former
	};
}

// src/run/recent-issues.ts
/** How far back an incident is looked at that no event was about. */
const RECENT_MILLISECONDS = 1296e5;
const MOST_CONVERSATIONS = 20;
/**
* The issues whose comments are read: the event's, or those that list it as a review action, and of the others those that were updated
* last, in 36 hours, twenty in all. More would be a request for each incident that there ever was. Untrusted authors' come last, for anybody can
* file twenty. Closed ones are among them, for what closes one may be cut short.
*/
function conversingIssues(listed, { event, now, rule }) {
	const issues = listed.filter(({ pull_request: pull }) => pull === null);
	const rank = (issue) => trustOf(issue, rule) === "trusted" ? 0 : 1;
	const recent = issues.filter(({ updated_at: updated }) => Date.parse(updated) >= now - RECENT_MILLISECONDS).sort((one, other) => rank(one) - rank(other) || Date.parse(other.updated_at) - Date.parse(one.updated_at) || other.number - one.number);
	const own = issues.filter(({ number }) => number === event);
	const listing = issues.filter((issue) => event !== null && rank(issue) === 0 && issue.body?.includes(`(#${event})`));
	return [.../* @__PURE__ */ new Set([
		...own,
		...listing,
		...recent
	])].slice(0, MOST_CONVERSATIONS);
}

// src/run/observe-conversation.ts
/**
* The comments since the commands that were carried out last. A request for those that the repository's recent comments do not cover, and
* one for each odd thing among them.
*/
async function readConversation(issue, reader) {
	const { cursor, listed, own } = await readSinceCursor(issue, reader);
	const statusComments = own.flatMap(statusCommentIn);
	const replies = new Map(own.map(({ marker }) => readReplyMarker(marker)).filter((reply) => reply !== null));
	const isOurReaction = ownReactions(own, reader);
	const others = listed.filter((comment) => !own.some((each) => each.comment === comment));
	const comments = await Promise.all(others.toSorted((one, other) => one.id - other.id).map((comment) => readCommandComment(comment, {
		cursor,
		replies,
		isOurReaction
	}, reader)));
	const { rule, isPermitted } = reader;
	return {
		issue,
		author: (comments.flat().length === 0 ? !isUntrustedAtSight(issue, rule) : await isTrusted(issue, rule, isPermitted)) ? "trusted" : "untrusted",
		cursor,
		comments: comments.flat(),
		statusComment: statusComments.at(-1) ?? null,
		formerStatusComments: statusComments.slice(0, -1).map(({ id }) => id)
	};
}
async function ownAmong(comments, { ownLogin }) {
	const own = [];
	for (const comment of comments) {
		const marker = await ownMarker(comment, ownLogin);
		if (marker !== null) own.push({
			comment,
			marker
		});
	}
	return own;
}
function statusCommentIn({ comment: { id, body }, marker }) {
	const memory = readStatusCommentMarker(marker);
	return memory === null ? [] : [{
		id,
		body,
		memory
	}];
}
/**
* The comments since the cursor, and the cursor. Anybody can type a cursor into their own incident, to have later commands skipped or to
* hide the status comment. So a cursor in an untrusted author's text is ignored. In other texts it counts only if the comment that it
* names exists and is by somebody trusted, and if the status comment, where there is one, agrees that these commands were carried out.
* A cursor that does not count is replaced by what the status comment remembers; our reactions show what else was carried out.
*/
async function readSinceCursor(issue, reader) {
	const { github, rule, isPermitted, recent } = reader;
	const typed = readCursor(issue.body);
	const written = typed !== null && await isTrusted(issue, rule, isPermitted) ? typed : null;
	if (written !== null) {
		const since = await listSince(issue, written, reader);
		if (since !== null && await agrees(written, since, reader)) return {
			...since,
			cursor: written
		};
	}
	const listed = await commentsOf(github, issue, null, recent);
	const own = await ownAmong(listed, reader);
	if (written !== null && await agrees(written, {
		listed,
		own
	}, reader)) return {
		listed,
		own,
		cursor: written
	};
	const noted = own.flatMap(statusCommentIn).at(-1)?.memory.commands ?? null;
	if (noted === null) return {
		listed,
		own,
		cursor: null
	};
	return {
		listed,
		own,
		cursor: {
			through: noted.text === null || noted.text === incidentHash(issue) ? noted.through : 0,
			since: 0,
			statusComment: null,
			actions: noted.actions
		}
	};
}
/** The comments since a cursor, with the status comment, which may be older; null if there should be one and it is not found. */
async function listSince(issue, { since, statusComment }, reader) {
	const { github, recent } = reader;
	const listed = await commentsOf(github, issue, since, recent);
	const own = await ownAmong(listed, reader);
	if (reader.feedback === "none" || own.some((each) => statusCommentIn(each).length > 0)) return {
		listed,
		own
	};
	const known = recent.byIssue.get(issue.number)?.find(({ id }) => id === statusComment);
	const older = statusComment === null ? null : known ?? await readComment(github, statusComment);
	if (!older?.issue_url.endsWith(`/issues/${issue.number}`)) return null;
	const ours = await ownAmong([older], reader);
	return ours.some((each) => statusCommentIn(each).length > 0) ? {
		listed: [older, ...listed],
		own: [...ours, ...own]
	} : null;
}
/** Whether the comments agree with a cursor in a trusted author's text, so that we wrote it and nobody typed it. */
async function agrees({ through }, { listed, own }, { rule, isPermitted }) {
	const [status] = own.flatMap(statusCommentIn).slice(-1);
	if (status !== void 0 && (status.memory.commands?.through ?? 0) < through) return false;
	const last = listed.find(({ id }) => id === through);
	return last !== void 0 && isTrusted(last, rule, isPermitted);
}
/** Whether only a request could tell that an author is trusted, whatever labels say. */
function isUntrustedAtSight(what, rule) {
	return trustOf({
		...what,
		labels: []
	}, rule) !== "trusted";
}
/**
* Tells our reactions from other people's and bots'. Where GitHub does not say which App we are, ours are those of `github-actions[bot]`
* and of the bots that wrote the comments which we take for ours.
*/
function ownReactions(own, { ownLogin }) {
	const guessed = new Set(own.flatMap(({ comment: { user } }) => user?.login.toLowerCase() ?? []));
	guessed.add("github-actions[bot]");
	return async (user) => await isOurs(user, ownLogin) && (await ownLogin() !== null || guessed.has(user?.login.toLowerCase() ?? ""));
}
/** A comment with commands that are not settled yet, or nothing. Asks who wrote it only where that matters. */
async function readCommandComment(comment, { cursor, replies, isOurReaction }, reader) {
	const { github, rule, isPermitted } = reader;
	const { id, created_at: created, updated_at: updated, reactions } = comment;
	const commands = readCommands(comment.body);
	const hasReaction = reactions["+1"] + reactions.confused > 0;
	const isPassed = id <= (cursor?.through ?? 0);
	const isAnswered = Date.parse(created) < reader.now - 1296e5 && reactions.confused > 0 && isUntrustedAtSight(comment, rule);
	if (commands.length === 0 || hasReaction && isPassed || isAnswered) return [];
	const author = await isTrusted(comment, rule, isPermitted) ? "trusted" : "untrusted";
	const answers = (author === "trusted" && hasReaction ? await readReactions(github, id) : []).filter(({ content }) => content === "+1" || content === "confused");
	const areOurs = await Promise.all(answers.map(({ user }) => isOurReaction(user)));
	return [{
		id,
		at: Date.parse(created),
		commands,
		author,
		wasEdited: updated > created,
		hasReaction,
		hasOurReaction: areOurs.includes(true),
		reply: replies.get(id) ?? null
	}];
}

// src/run/observe-issues.ts
/** Reads the issues, what was said on those that somebody may be waiting at, and the form as of one commit of the base. */
async function observeIssues(context, reads) {
	const { github, settings, trigger, now, isPermitted, ownLogin, journal } = context;
	const repository = await reads.repository;
	const { branch: base, commit } = await reads.base;
	if (settings.branch === base) throw new UserError(`The inputs \`branch\` and \`base\` both name ${base}; give \`branch\` another name, for the log arrives there as a pull request.`);
	const [template, found, labels] = await Promise.all([
		reads.template,
		reads.incidents,
		reads.missingLabels
	]);
	const opened = await openedMeanwhile(github, {
		settings,
		trigger,
		template,
		listed: found
	});
	const issues = opened === null ? found : [...found, opened.issue];
	const rule = settings;
	const reader = {
		github,
		rule,
		isPermitted,
		ownLogin,
		recent: await reads.recentComments,
		feedback: settings.feedback,
		now
	};
	const event = "issue" in trigger ? trigger.issue : null;
	const unlabelled = await unlabelledNow(github, {
		trigger,
		listed: issues
	});
	const conversing = conversingIssues([...issues, ...unlabelled], {
		event,
		now,
		rule
	});
	const conversations = await Promise.all(conversing.map(async (issue) => {
		const conversation = await readConversation(issue, reader);
		const memory = settings.feedback === "none" ? "none" : "kept";
		const judging = {
			rule,
			isPermitted,
			ownLogin,
			memory,
			writtenHashes: journal.written
		};
		const confirmation = await judgeConfirmation(conversation, trigger, judging);
		const current = confirmation.verdict === "needless" || confirmation.verdict === "holds" ? issue : withoutLabel(issue, settings.confirmedLabel);
		return {
			...conversation,
			issue: current,
			confirmation
		};
	}));
	const current = new Map(conversations.map(({ issue }) => [issue.number, issue]));
	const undone = conversations.filter(({ confirmation }) => confirmation.verdict === "undone");
	return {
		repository,
		base: {
			branch: base,
			commit
		},
		template,
		listed: issues.map((issue) => current.get(issue.number) ?? issue),
		conversations,
		isPermitted,
		labelChanges: [
			...labels.map(createLabel),
			...opened?.labelChanges ?? [],
			...undone.map(({ issue }) => removeLabel(issue.number, settings.confirmedLabel))
		]
	};
}
/** The issue that has just lost the label: its status comment must say so. */
async function unlabelledNow(github, { trigger, listed }) {
	if (trigger.kind !== "unlabelled" || listed.some(({ number }) => number === trigger.issue)) return [];
	const issue = await readIssue(github, trigger.issue);
	return issue === null ? [] : [issue];
}
/**
* The issue that was opened through the form and that the list does not hold yet: GitHub dropped the form's label, or it got
* the label only after the list was read. The issue is returned with the label.
*/
async function openedMeanwhile(github, { settings, trigger, template, listed }) {
	if (trigger.kind !== "opened" || listed.some(({ number }) => number === trigger.issue)) return null;
	const issue = await readIssue(github, trigger.issue);
	if (issue === null) return null;
	if (hasLabel(issue, settings.label)) return {
		issue,
		labelChanges: []
	};
	if (!followsForm(issue.body, template)) return null;
	const labels = [settings.label];
	const missing = await missingLabels(github, labelsOf(settings).slice(0, 1));
	return {
		issue: {
			...issue,
			labels: [...issue.labels, ...labels]
		},
		labelChanges: [...missing.map(createLabel), addLabels(issue.number, labels)]
	};
}
function withoutLabel(issue, name) {
	return {
		...issue,
		labels: issue.labels.filter((label) => !hasLabel({ labels: [label] }, name))
	};
}

// src/log/entry-actions.ts
const label = "- **Review Actions**:";
/**
* The review actions that an entry lists, as `writeEntry` words them; never throws. They are no part of what `readLog` gives,
* for they take longer to read and are wanted of few entries. Marks that a person typed at the end of an action's first
* paragraph, where generated marks stand, look like generated ones.
*
* @param log that the entry was read from
* @param repositoryUrl as `readLog` takes it
*/
function readActions(entry, log, repositoryUrl) {
	const lines = log.text.slice(entry.start, entry.generatedEnd).replaceAll("\r\n", "\n").split("\n");
	const index = lines.findLastIndex((line) => line.startsWith(label));
	if (index < 0) return [];
	const below = lines.slice(index + 1);
	const end = below.findIndex((line) => /^\S/.test(line));
	const part = (end < 0 ? below : below.slice(0, end)).map((line) => line.slice(2));
	return itemsOf(listIn([lines[index]?.slice(21).trimStart(), ...part].join("\n"), `${repositoryUrl}/issues/${entry.issue}`)).map((item) => readAction(item, repositoryUrl));
}
/** The list that the answer ends in, which may begin with a remark; '' for none. */
function listIn(answer, issueUrl) {
	const markdown = withoutBlankLines(answer.startsWith("\n") ? answer : answer.slice(blankLine(answer)));
	if (markdown === "" || beginsList(markdown)) return markdown;
	if (readReviewActions(markdown, issueUrl).actions.length === 0) return "";
	const last = parseMarkdown(markdown).children.at(-1);
	return last?.type === "list" ? markdown.slice(last.position?.start.offset) : "";
}
function beginsList(markdown) {
	const [line = ""] = markdown.split("\n", 1);
	return line.startsWith("- ") && !isThematicBreak(lineStart(line));
}
/** The items of a list at the margin, as each reads on its own. */
function itemsOf(list) {
	const items = [];
	for (const line of list === "" ? [] : list.split("\n")) {
		if (line.startsWith("- ")) items.push([]);
		items.at(-1)?.push(line.slice(2));
	}
	return items.map((lines) => withoutBlankLines(lines.join("\n")));
}
/** State and reference stand at the end of the first paragraph, or alone above the blocks. */
function readAction(item, repositoryUrl) {
	const first = item.slice(0, blankLine(item));
	const { text, state, issue } = takeMarks(first, repositoryUrl);
	if (text !== "" && !endsParagraph(text, first)) return {
		text: item,
		state: null,
		issue: null
	};
	return {
		text: withoutBlankLines(text + item.slice(first.length)),
		state,
		issue
	};
}
const linkPattern = /(?:^|(?<!^) )\((\[([^[\]]{1,300})\]\([^\s()]{1,500}\))\)$/;
const statePattern = /(?:^|(?<!^) - )\*\*([A-Z' ]{4,8})\*\*$/;
const states = [
	"TODO",
	"DONE",
	"WON'T DO"
];
function takeMarks(first, repositoryUrl) {
	const link = linkPattern.exec(first);
	const issue = link === null ? null : readReference(link[1] ?? "", link[2] ?? "", repositoryUrl);
	const before = link === null || issue === null ? first : first.slice(0, link.index);
	const mark = statePattern.exec(before);
	const state = states.find((each) => each === mark?.[1]) ?? null;
	return {
		text: state === null ? before : before.slice(0, mark?.index),
		state,
		issue
	};
}
/** The issue that a generated link leads to; null for a person's link. */
function readReference(link, text, repositoryUrl) {
	const name = unescapeText(text);
	const issue = /^#[1-9]\d{0,14}$/.test(name) ? Number(name.slice(1)) : name;
	return issueLink(issue, repositoryUrl).toLowerCase() === link.toLowerCase() ? issue : null;
}
/** Whether the marks behind the text stood in a paragraph, and not in a heading or in code. */
function endsParagraph(text, first) {
	return text === first || isPlain(text) || isParagraph(text) && isParagraph(first);
}
function isParagraph(markdown) {
	const [block, another] = isReadable(markdown) ? parseMarkdown(markdown).children : [];
	return block?.type === "paragraph" && another === void 0;
}
/** Offset of the first blank line's line feed, or the length of the text. */
function blankLine(text) {
	const offset = text.indexOf("\n\n");
	return offset < 0 ? text.length : offset;
}
/** Text without blank lines at either end. */
function withoutBlankLines(text) {
	return text.replace(/^\n+/, "").trimEnd();
}

// src/log/diff.ts
/**
* What differs between two states of a log: generated entries, their review actions and quarters in the order of the newer one, removed
* ones last. The actions of an entry that is removed, or that lists none because its incident goes on, are left out.
*
* @param before null where there was no log
* @param repositoryUrl as `readLog` takes it
*/
function changesBetween(before, after, repositoryUrl) {
	const textOf = (log, { start, generatedEnd }) => log.text.slice(start, generatedEnd).replaceAll("\r\n", "\n").trim();
	const generatedBefore = (before?.entries ?? []).filter(isGeneratedEntry);
	const generatedAfter = after.entries.filter(isGeneratedEntry);
	const entriesBefore = new Map(generatedBefore.map((entry) => [entry.issue, entry]));
	const issuesAfter = new Set(generatedAfter.map(({ issue }) => issue));
	const entries = generatedAfter.flatMap((entry) => {
		const former = entriesBefore.get(entry.issue) ?? null;
		if (before !== null && former !== null && textOf(before, former) === textOf(after, entry)) return [];
		return [entryChange(former === null ? "added" : "changed", entry, {
			former,
			current: entry
		})];
	});
	const removed = generatedBefore.filter(({ issue }) => !issuesAfter.has(issue)).map((entry) => entryChange("removed", entry, {
		former: entry,
		current: null
	}));
	const actions = entries.flatMap(({ issue, entry }) => {
		if (isOngoing(entry)) return [];
		const former = entriesBefore.get(issue);
		return actionChanges(issue, before === null || former === void 0 ? [] : readActions(former, before, repositoryUrl), readActions(entry, after, repositoryUrl));
	});
	return {
		entries: [...entries, ...removed],
		actions,
		quarters: quarterChanges(before, after)
	};
}
function entryChange(kind, entry, { former, current }) {
	const change = (figure) => ({
		before: former?.[figure]?.text ?? null,
		after: current?.[figure]?.text ?? null
	});
	const [timeToRepair, timeToResolve] = [change("timeToRepair"), change("timeToResolve")];
	return {
		issue: entry.issue,
		kind,
		entry,
		timeToRepair,
		timeToResolve
	};
}
/** As `writeEntry` words it: the only state in which the time to repair can still come. */
function isOngoing({ timeToRepair }) {
	return timeToRepair?.text === "ongoing";
}
function actionChanges(incident, before, after) {
	const formerOf = pairs(before, after);
	const found = new Set(formerOf.values());
	return [...after.flatMap((action) => actionChange(incident, formerOf.get(action) ?? null, action)), ...before.filter((action) => !found.has(action)).flatMap((action) => actionChange(incident, action, null))];
}
/** Each later action's former self: the one that names the same issue, else the one with the same text. */
function pairs(before, after) {
	const byIssue = pairsBy(issueKey, before, after);
	const found = new Set(byIssue.values());
	const byText = pairsBy(({ text }) => text || null, before.filter((action) => !found.has(action)), after.filter((action) => !byIssue.has(action)));
	return new Map([...byIssue, ...byText]);
}
/** The first that has a key goes with the first that had it, the second with the second, and so on. */
function pairsBy(keyOf, before, after) {
	const left = groupBy(before, keyOf);
	return new Map(after.flatMap((action) => {
		const key = keyOf(action);
		const former = key === null ? void 0 : left.get(key)?.shift();
		return former === void 0 ? [] : [[action, former]];
	}));
}
/** The same for one issue, in whatever case its repository's name is typed. */
function issueKey({ issue }) {
	return issue === null ? null : String(issue).toLowerCase();
}
function actionChange(incident, former, current) {
	const shown = current ?? former;
	const isSame = former !== null && current !== null && issueKey(former) === issueKey(current) && former.state === current.state;
	if (shown === null || isSame) return [];
	return [{
		incident,
		kind: former === null ? "added" : current === null ? "removed" : "moved",
		text: plainText(shown.text),
		issue: {
			before: former?.issue ?? null,
			after: current?.issue ?? null
		},
		state: {
			before: former?.state ?? null,
			after: current?.state ?? null
		}
	}];
}
function quarterChanges(before, after) {
	const byName = (log) => new Map((log?.quarters ?? []).map((each) => [quarterName(each.quarter), each]));
	const [former, current] = [byName(before), byName(after)];
	const occupied = new Set([...before?.entries ?? [], ...after.entries].map(({ quarter }) => quarter && quarterName(quarter)));
	return [...new Map([...former, ...current]).values()].sort((one, other) => compareQuarters(other.quarter, one.quarter)).map(({ quarter }) => {
		const name = quarterName(quarter);
		const figures = byFigure(summaryFigures, ({ key }) => ({
			before: former.get(name)?.[key]?.text ?? null,
			after: current.get(name)?.[key]?.text ?? null
		}));
		return {
			quarter: name,
			isEmpty: !occupied.has(name),
			figures
		};
	}).filter(({ figures }) => Object.values(figures).some(({ before, after }) => before !== after));
}

// src/model/generated-files.ts
/** The one list of files that a run proposes. The branch, its trailers and the commit follow from it. */
const SOURCES = [{
	path: ({ log }) => log.path,
	content: ({ log }) => log.text
}];
/** Paths of the files that a run proposes, the log first. */
function generatedPaths(settings) {
	return SOURCES.flatMap((source) => source.path(settings) ?? []);
}
/** The files that a run proposes, the log first. */
function generatedFiles(built, settings) {
	return SOURCES.flatMap((source) => {
		const path = source.path(settings);
		return path === null ? [] : [{
			path,
			content: source.content(built)
		}];
	});
}

// src/pull-request/body.ts
/** The pull request's description: what changed and why, what needs fixing, and where entries are edited. */
function pullRequestBody({ logChanges, built, repositoryUrl, removals }) {
	const sections = [
		{
			head: ["The entries that have an incident issue, generated anew from it. Such an entry is edited on its issue, which each row links to, not in the file: what is changed here in it is overwritten. Everything else in the file is yours, and stays as it is."],
			rows: []
		},
		entrySection(logChanges.entries, repositoryUrl, removals),
		actionSection$1(logChanges.actions, repositoryUrl),
		...quarterSections(logChanges.quarters),
		problemSection(built.problems, repositoryUrl),
		findingSection("## Found in what is kept by hand", built.findings)
	];
	return shortened(sections, PULL_REQUEST_MARKER, {
		limit: BODY_LIMIT,
		sizeOf: (text) => text.length
	});
}

// src/pull-request/plan.ts
/** Whether more is to be planned once these changes are carried out. */
function isFirstStep(changes) {
	return changes.some(({ kind }) => kind === "merge-base");
}
function footingOf(state) {
	const { tip } = state;
	if (tip === null || isEnded(state)) return "rebuild";
	return tip.isOurs ? "ours" : "theirs";
}
/** What becomes of the branch and its pull request. Pure: the same observation gives the same plan. */
function planPullRequest(state, proposal) {
	const { files, repositoryUrl, branch, base, title, body, labels } = proposal;
	if (files === null || holds(proposal.filesAtBase, files)) return withdraw(state, proposal);
	if (state.open === null && state.refused !== null && holds(state.refused.files, files)) return {
		result: "declined",
		pullRequest: state.refused.pullRequest,
		changes: []
	};
	if (state.tip?.isBehind && footingOf(state) === "theirs" && !isLeftBehind(state, files, proposal)) {
		const { signOff } = proposal;
		const merge = mergeBase$1({
			branch,
			base: base.branch,
			commit: base.commit,
			signOff
		});
		return {
			result: "updated",
			pullRequest: state.open,
			changes: [merge]
		};
	}
	const commits = commitChanges(state, proposal, files);
	if (state.open === null && proposal.pullRequest === "branch") return {
		result: "branch",
		pullRequest: null,
		changes: commits
	};
	if (state.open === null) {
		const open = openPullRequest$1({
			repositoryUrl,
			branch,
			base: base.branch,
			title,
			body,
			labels
		});
		return {
			result: "created",
			pullRequest: null,
			changes: [...commits, open]
		};
	}
	const changes = [...commits, ...refresh(state.open, proposal)];
	return {
		result: changes.length === 0 ? "unchanged" : "updated",
		pullRequest: state.open,
		changes
	};
}
/** Whether the files that were read say what is to be written. */
function holds(read, files) {
	return files.every(({ path, content }) => read.get(path)?.text === content);
}
/**
* Whether a branch that is behind the base stays so: its pull request is open, its files are what would be written, and the base
* changed nothing that concerns it. Every push dismisses reviews and runs checks again.
*/
function isLeftBehind({ tip, open, isConflicting }, files, { filesAtBase, base }) {
	return tip !== null && open !== null && open.base.ref === base.branch && !isConflicting && holds(tip.files, files) && files.every(({ path }) => tip.filesWhereItLeft?.get(path)?.text === filesAtBase.get(path)?.text);
}
/** Nothing differs from the base any more. */
function withdraw({ tip, open, closedByUs, isMerged }, { branch, pullRequest }) {
	const leftover = tip?.isOurs ? [deleteBranch$1(branch, tip.commit)] : [];
	if (open === null) {
		const isCutShort = closedByUs !== null && closedByUs.head.sha === tip?.commit;
		const isUnopened = pullRequest === "branch" && tip?.isAhead && !isMerged;
		return {
			result: "none",
			pullRequest: null,
			changes: isCutShort || isUnopened ? leftover : []
		};
	}
	if (!isAdopted(open, pullRequest)) return {
		result: "unchanged",
		pullRequest: open,
		changes: []
	};
	return {
		result: "closed",
		pullRequest: open,
		changes: [
			comment(`Comment on #${open.number}`, {
				issue: open.number,
				marker: CLOSING_MARKER,
				text: "The log on the base branch says all of this already, so there is nothing left to merge here.",
				others: "unless-there"
			}),
			closePullRequest(open.number),
			...leftover
		]
	};
}
function commitChanges(state, proposal, files) {
	const { tip } = state;
	const footing = footingOf(state);
	const isWritten = tip !== null && holds(tip.files, files) && (footing === "theirs" || tip.hasGeneratedAlone && (!tip.isBehind || isLeftBehind(state, files, proposal)));
	if (footing !== "rebuild" && isWritten) return [];
	const { branch, base, commitMessage, signOff } = proposal;
	const blobs = files.map(({ content }) => blobOf(content));
	const message = footing === "theirs" ? commitMessage : messageWithTrailers(commitMessage, blobs);
	const parents = parentsOf(tip, footing, base.commit);
	const top = footing === "theirs" && tip !== null ? tip.commit : base.commit;
	const commit = {
		files,
		message,
		onto: {
			commit: top,
			tree: tip?.trees.get(top) ?? null
		},
		parents,
		signOff
	};
	return [commitFiles({
		branch,
		from: tip?.commit ?? null,
		how: footing === "rebuild" ? "rebuild" : "forward",
		spare: state.spare,
		commit
	})];
}
function parentsOf(tip, footing, base) {
	if (tip === null || footing === "rebuild" || !tip.isAhead) return [base];
	return footing === "ours" && tip.isBehind ? [tip.commit, base] : [tip.commit];
}
/**
* Whether the description of a pull request is ours to keep up to date: it has our marker; or a person was to open it, and it says no more
* than GitHub puts there by itself, the trailers of the commit.
*/
function isAdopted({ body }, pullRequest) {
	const words = body.replace(/^[A-Za-z-]+: .*$/gm, "").trim();
	return body.includes("<!-- incident-log: pull-request -->") || pullRequest === "branch" && words === "";
}
/** What an open pull request lacks. Its title is people's to change, and one that is not adopted is theirs altogether. */
function refresh(open, { body, base, labels, pullRequest }) {
	if (!isAdopted(open, pullRequest)) return [];
	const changed = {
		...open.body.replaceAll("\r\n", "\n").trim() === body.trim() ? {} : { body },
		...open.base.ref === base.branch ? {} : { base: base.branch }
	};
	const present = new Set(open.labels.map(({ name }) => name.toLowerCase()));
	const missing = labels.filter((label) => !present.has(label.toLowerCase()));
	return [...Object.keys(changed).length === 0 ? [] : [updatePullRequest$1(open.number, changed)], ...missing.length === 0 ? [] : [addLabels(open.number, missing)]];
}

// src/github/repository.ts
/** A repository as the REST API gives it (https://docs.github.com/en/rest/repos/repos#get-a-repository), as far as we read it. */
const repositorySchema = object({
	id: number$2(),
	full_name: string(),
	html_url: pipe(string(), url()),
	default_branch: string(),
	archived: nullish(boolean(), false),
	fork: nullish(boolean(), false),
	has_issues: nullish(boolean(), true),
	has_pull_requests: nullish(boolean(), true)
});
/**
* The repository. Throws {@link UserError} for one that cannot have a log: archived, or with Issues or pull requests turned off. The list
* of issues is then empty and no error, and would empty the log.
*/
async function readRepository(github) {
	const about = checked(repositorySchema, await github.rest.repos.get({ ...github.repository }));
	const obstacle = obstacleIn(about);
	if (obstacle !== null) throw new UserError(obstacle);
	const { id, full_name: name, html_url: url, default_branch: defaultBranch } = about;
	return {
		id,
		name,
		url,
		defaultBranch
	};
}
function obstacleIn({ full_name: name, archived, fork, ...about }) {
	if (archived) return archivedSentence(name);
	if (!about.has_issues && fork) return `${name} is a fork, and Issues are turned off there: turn them on under Settings, General, Features to keep a log in the fork, or disable this workflow there under Actions.`;
	if (!about.has_issues) return issuesOffSentence(name);
	if (!about.has_pull_requests) return `Pull requests are turned off in ${name}, so the log cannot be proposed: turn them on under Settings, General, Features.`;
	return null;
}
/** The commit that the base branch points to. Throws {@link UserError} where there is none: GitHub answers 409 for an empty repository. */
async function readBase(github, base) {
	const commit = await readBranch(github, base).catch((error) => {
		if (!hasStatus(error, 409)) throw error;
		throw new UserError(`${github.repository.owner}/${github.repository.repo} has no commit yet: commit the issue form to ${base}, and run the workflow again.`);
	});
	if (commit !== null) return commit;
	throw new UserError(`The base branch ${base} does not exist; name one that does in the input \`base\`.`);
}

// src/run/reads.ts
function startReads({ github, settings, trigger, now, ownLogin, defaultBranch }) {
	const paths = generatedPaths(settings);
	const { reviewActions } = settings;
	const repository = readRepository(github);
	const base = readBaseOf(settings.base || defaultBranch);
	const template = readForm();
	const filesAtBase = base.then(({ commit }) => readFiles(github, paths, commit));
	const branch = readBranchState(github, {
		branch: settings.branch,
		paths,
		base,
		ownLogin
	});
	const reads = {
		repository,
		base,
		template,
		incidents: listIssues(github, settings.label, issueSchema),
		actions: reviewActions === null ? Promise.resolve(null) : listIssues(github, reviewActions.label, actionIssueSchema),
		recentComments: listRecentComments(github, now - RECENT_MILLISECONDS),
		missingLabels: trigger.kind === "setup" ? missingLabels(github, labelsOf(settings)) : Promise.resolve([]),
		filesAtBase,
		branch,
		logs: readLogs()
	};
	for (const read of Object.values(reads)) read.catch(() => {});
	return {
		...reads,
		readIncident: once(async (issue) => readIssue$1(issue, await template, {
			timezone: settings.log.timezone,
			now
		})),
		closingBot: once((issue) => closingBot(github, issue)),
		lastReopening: once((issue) => lastReopening(github, issue)),
		reference: once((reference) => readReference$1(github, reference))
	};
	/** The base at its commit. `expected` is what the event calls the default branch, and the repository itself has the last word. */
	async function readBaseOf(expected) {
		const early = expected === "" ? null : readBase(github, expected);
		early?.catch(() => {});
		const { defaultBranch: actual } = await repository;
		const branch = settings.base || actual;
		return {
			branch,
			commit: await (branch === expected && early || readBase(github, branch))
		};
	}
	async function readForm() {
		const { templatePath: path } = settings;
		const { branch, commit } = await base;
		const form = await readFile(github, path, commit);
		if (form !== null || path === ".github/ISSUE_TEMPLATE/incident.yml") return schemaOf(form?.text ?? null, path);
		throw new UserError(`The input \`template-path\` names ${path}, which does not exist on ${branch}: correct the path, or add the form there.`);
	}
	async function readLogs() {
		const { url } = await repository;
		const { path } = settings.log;
		const [base, tip] = [(await filesAtBase).get(path)?.text, (await branch).tip?.files.get(path)?.text];
		const logAtBase = base === void 0 ? null : readLog(base, url);
		if (tip === void 0) return {
			logAtBase,
			logOnBranch: null
		};
		return {
			logAtBase,
			logOnBranch: tip === base ? logAtBase : readLog(tip, url)
		};
	}
}
/** Remembers the answer to each question. */
function once(ask) {
	const answers = /* @__PURE__ */ new Map();
	return (question) => {
		const answer = answers.get(question) ?? ask(question);
		answers.set(question, answer);
		return answer;
	};
}

// src/run/pull-request-step.ts
/** Builds the log and proposes it. Where the base must be merged into the branch first, it plans again from what is there after that. */
async function pullRequestStep(context, snapshot, actions) {
	const first = await planAndApply(context, snapshot, actions);
	if (context.mode === "dry-run" || !isFirstStep(first.changes)) return first;
	const reads = startReads(context);
	const second = await planAndApply(context, await observe(context, await observeIssues(context, reads), reads), actions);
	if (isFirstStep(second.changes)) throw new ConflictError("The base moved while this run was merging it.");
	return {
		...second,
		changes: [...first.changes, ...second.changes],
		result: second.result === "unchanged" ? first.result : second.result
	};
}
async function planAndApply(context, snapshot, actions) {
	const planned = plan(context.settings, snapshot, actions, context.now);
	const results = await apply(context, planned.changes);
	const opened = results.find((result) => result?.kind === "pull-request");
	const branch = results.find((result) => result?.kind === "branch")?.branch ?? snapshot.branch.branch;
	const proposed = {
		base: snapshot.base.branch,
		branch,
		title: context.settings.pullRequestTitle
	};
	return {
		...planned,
		pullRequest: opened?.pullRequest ?? planned.pullRequest,
		compareUrl: planned.result === "branch" ? compareUrlOf(planned.repositoryUrl, proposed) : null
	};
}
/** Pure: the same snapshot gives the same plan. */
function plan(settings, snapshot, actions, now) {
	const { branch, repositoryUrl, logAtBase, logOnBranch } = snapshot;
	const footing = footingOf(branch);
	const [existing, where] = footing === "theirs" ? [logOnBranch, branch.branch] : [logAtBase, snapshot.base.branch];
	const former = footing === "rebuild" ? [logAtBase] : [logOnBranch, logAtBase];
	const built = buildLog({
		issues: snapshot.incidents,
		actionStates: snapshot.tracking === null ? /* @__PURE__ */ new Map() : actionStates(snapshot.tracking),
		settings: settings.log,
		repositoryUrl,
		existing,
		existingName: `${settings.log.path} on the branch ${where}`,
		formerLogs: former.filter((log) => log !== null),
		now
	});
	const log = {
		...built,
		problems: [...built.problems, ...actions.problems]
	};
	const isEmpty = existing === null && log.incidents.length + log.formerEntries.length === 0;
	const logChanges = changesBetween(logAtBase, log.log, repositoryUrl);
	const removals = removalsOf(snapshot, settings);
	const planned = planPullRequest(branch, {
		files: isEmpty ? null : generatedFiles(log, settings),
		filesAtBase: snapshot.filesAtBase,
		repositoryUrl,
		branch: branch.branch,
		base: snapshot.base,
		title: settings.pullRequestTitle,
		body: pullRequestBody({
			logChanges,
			built: log,
			repositoryUrl,
			removals
		}),
		labels: settings.pullRequestLabels,
		commitMessage: settings.commitMessage,
		signOff: settings.signOff,
		pullRequest: settings.pullRequest
	});
	return {
		result: planned.result,
		pullRequest: planned.pullRequest,
		built: log,
		logAtBase,
		logChanges,
		repositoryUrl,
		notice: missingFormNotice(snapshot.template),
		removals,
		changes: planned.changes,
		actions,
		unasked: snapshot.incidents.filter(({ author }) => author === "unasked").length
	};
}
/** Why issues that are listed are no incidents, by number. */
function removalsOf({ listed, incidents }, { label }) {
	const trusted = new Set(incidents.map(({ issue }) => issue.number));
	return new Map(listed.filter(({ number }) => !trusted.has(number)).map((issue) => [issue.number, incidentIssues([issue], label).length === 0 ? "dismissed" : "untrusted"]));
}

// src/review-actions/links.ts
/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues */
const MOST_SUB_ISSUES = 100;
/** Those that their incident lists and that are not its sub-issues yet. */
function planLinks(snapshot) {
	const { tracking, progress, ours, duplicates } = snapshot;
	const unlinked = /* @__PURE__ */ new Map();
	const note = (reason, action) => unlinked.set(reason, [...unlinked.get(reason) ?? [], action]);
	const changes = [];
	const byNumber = new Map(tracking.incidents.map((read) => [read.issue.number, read]));
	const children = groupBy(ours.filter((each) => !duplicates.has(each.issue.number) && ownItem(each, snapshot) !== void 0), ({ marker }) => marker.incident);
	for (const [incident, tracked] of children) {
		const parent = `${tracking.repository.name}#${incident}`.toLowerCase();
		const linked = ours.filter(({ issue }) => parentOf(issue) === parent).length;
		let room = MOST_SUB_ISSUES - Math.max(byNumber.get(incident)?.issue.sub_issues_summary?.total ?? 0, linked);
		for (const { issue } of tracked) {
			const { number, id } = issue;
			const present = parentOf(issue);
			if (present === parent) continue;
			const refusal = progress.unlinked.get(number);
			if (typeof progress.linking === "object") note(progress.linking.reason, number);
			else if (refusal !== void 0) note(refusal, number);
			else if (present !== null) note(`it has another parent (${present})`, number);
			else if (room <= 0) note(`#${incident} has ${MOST_SUB_ISSUES} sub-issues, which is GitHub's limit`, number);
			else {
				changes.push(linkAction$1({
					incident,
					action: number,
					id
				}));
				room -= 1;
			}
		}
	}
	return {
		changes: progress.linking === "works" ? changes : changes.slice(0, 1),
		notes: [...unlinked].map(([reason, actions]) => `${enumeration(actions)} could not be linked as a sub-issue of the incident, which its text names all the same, because ${reason.replace(/\.$/, "")}.`)
	};
}
function enumeration(numbers) {
	const shown = numbers.slice(0, 10).map((number) => `#${number}`);
	const rest = numbers.length - shown.length;
	return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}

// src/review-actions/unlisted.ts
/**
* An issue whose item has gone from the list that it came from is told so, once; nothing else becomes of it. A list that cannot be
* told from the incident's text says nothing of its items: that is a problem of the incident.
*
* @param adopted issues that are about to be referred to
*/
function planUnlisted(snapshot, adopted) {
	const { ours, items, duplicates, tracking, progress, settings } = snapshot;
	const left = ours.filter(({ issue, marker }) => {
		const { number } = issue;
		return !(items.has(referenceKey(number)) || adopted.has(number) || duplicates.has(number)) && hasLabel(issue, settings.label) && marker.item !== "unlisted";
	});
	const byIncident = groupBy(left, ({ marker }) => marker.incident);
	const changes = [];
	const problems = [];
	for (const { issue, incident } of tracking.incidents) {
		const gone = byIncident.get(issue.number) ?? [];
		if (incident === null || gone.length === 0) continue;
		if (isListLegible(filed(issue), settings.template)) changes.push(...gone.map(tell));
		else problems.push(illegible(issue.number, gone));
	}
	const room = 60 - progress.told;
	const rest = changes.length - room;
	const notes = rest <= 0 ? [] : [`${rest} more ${rest === 1 ? "issue is" : "issues are"} still to be told that no item refers to ${rest === 1 ? "it" : "them"} any more: a run tells ${60} at most, and the next one goes on.`];
	return {
		changes: changes.slice(0, room).flat(),
		notes,
		problems
	};
}
function tell({ issue, marker }) {
	const { number, title, body, locked } = issue;
	const text = `The review actions of #${marker.incident} do not list this issue any more, so the incident log does not follow it from here on. It stays as it is; put \`(#${number})\` behind an item there to have it followed again.`;
	return [...locked ? [] : [comment(`Comment on #${number}`, {
		issue: number,
		marker: UNLISTED_MARKER,
		text,
		others: "unless-there"
	})], rewriteIssue(`Bring #${number} into step with its item`, {
		issue: number,
		snapshot: {
			title,
			body
		},
		title,
		body: withMarker(body ?? "", {
			...marker,
			item: UNLISTED
		})
	})];
}
function illegible(incident, actions) {
	const [first] = actions.map(({ issue }) => `#${issue.number}`);
	return {
		issue: incident,
		rule: "list-illegible",
		severity: "warning",
		field: "review-actions",
		message: `The list of review actions cannot be told from the text, so the log lacks ${first}, which was made from it: put it under the heading that the form has for it, and close what is left open above it.`
	};
}

// src/review-actions/plan.ts
/**
* What there is to do next so that every review action has its issue, the incident refers to it, and it is linked. Each step
* leaves a state from which the next is planned, whoever runs it: a run that was cut short is simply gone on with. Pure.
*/
function planActions(tracking, progress, settings) {
	const snapshot = actionSnapshot(tracking, progress, settings);
	const plans = planIncidents(snapshot);
	const adopted = new Set(plans.flatMap(({ references }) => references.map(({ issue }) => issue)));
	const links = planLinks(snapshot);
	const rewrites = planRewrites(snapshot);
	const unlisted = planUnlisted(snapshot, adopted);
	return {
		changes: [
			...plans.flatMap(({ changes }) => changes),
			...links.changes,
			...rewrites.changes,
			...retireDuplicates(snapshot),
			...unlisted.changes
		],
		unknownOwners: [...new Set([...plans, rewrites].flatMap(({ unknownOwners }) => unknownOwners))],
		notes: [
			...leftForLater(plans),
			...links.notes,
			...unlisted.notes
		],
		problems: [...plans.flatMap(({ problems }) => problems), ...unlisted.problems]
	};
}
function leftForLater(plans) {
	const left = plans.reduce((sum, plan) => sum + plan.left, 0);
	if (left === 0) return [];
	return [`${left} more review ${left === 1 ? "action has" : "actions have"} no issue yet: a run makes ${60} at most, and the next one goes on.`];
}
/** An open issue that no person has changed says what its item says. */
function planRewrites(snapshot) {
	const { ours, duplicates } = snapshot;
	const changed = ours.flatMap((each) => {
		const { issue, marker } = each;
		const listed = ownItem(each, snapshot);
		if (listed === void 0 || issue.state === "closed" || duplicates.has(issue.number)) return [];
		return marker.item === itemHash(listed.action) || !isUntouched(issue, marker) ? [] : [{
			issue,
			marker,
			listed
		}];
	});
	return {
		changes: changed.flatMap(({ issue, marker, listed: { action, incident } }) => {
			const owner = ownerOf(action, snapshot);
			const { repository, occurrence, text } = marker;
			const written = writeAction(action, {
				repository,
				incident: placeOf(incident),
				occurrence,
				text,
				owner
			});
			const isToAssign = action.owner !== null && owner === "assignable" && issue.assignees.length === 0;
			const { number, title, body } = issue;
			return [...isToAssign && action.owner !== null ? [assign$1(number, [action.owner])] : [], rewriteIssue(`Bring #${number} into step with its item`, {
				issue: number,
				snapshot: {
					title,
					body
				},
				...written
			})];
		}),
		unknownOwners: unknownOwners(changed.map(({ listed }) => listed), snapshot)
	};
}
/**
* The label goes last, for by it a run that was cut short is gone on with. The run that made the duplicate may be linking it at this
* moment, so it is taken from under its incident late, whether or not it was seen there.
*/
function retireDuplicates({ ours, duplicates, items, tracking, settings }) {
	return ours.flatMap(({ issue, marker }) => {
		const { number, id } = issue;
		if (!duplicates.has(number) || items.has(referenceKey(number))) return [];
		const [repository, parent] = parentOf(issue)?.split("#") ?? [];
		const incident = repository === tracking.repository.name.toLowerCase() ? Number(parent) : marker.incident;
		return [
			...issue.state === "open" ? [closeDuplicate(number)] : [],
			unlinkAction$1({
				incident,
				action: number,
				id
			}),
			removeLabel(number, settings.label)
		];
	});
}

// src/run/follow-review-actions.ts
/** What a run has found out, with what a change brought. */
function advance(progress, change, result) {
	if (change.kind === "create-action") return {
		...progress,
		created: progress.created + 1
	};
	if (change.kind === "comment" && change.marker === "<!-- incident-log: unlisted -->") return {
		...progress,
		told: progress.told + 1
	};
	if (change.kind !== "link-action" || result?.kind !== "link") return progress;
	const { refusal } = result;
	if (refusal === null) return {
		...progress,
		linking: "works"
	};
	if (refusal.reach === "all") return {
		...progress,
		linking: refusal
	};
	const unlinked = new Map([...progress.unlinked, [change.action, refusal.reason]]);
	return {
		...progress,
		linking: "works",
		unlinked
	};
}
/** What is known of the review actions once a change has been carried out. Pure. */
function follow(tracking, change, result, settings) {
	switch (change.kind) {
		case "create-action": {
			if (result?.kind !== "action") return tracking;
			const { issue } = result;
			const created = {
				issue,
				marker: readMarker(issue.body)
			};
			return {
				...tracking,
				issues: new Map([...tracking.issues, [referenceKey(issue.number), created]])
			};
		}
		case "rewrite-issue": {
			if (result?.kind !== "issue") return tracking;
			const { title, body } = result.issue;
			return withIssue(withIncident(tracking, result.issue, settings), change.issue, () => ({
				title,
				body
			}));
		}
		case "edit-comment": return withConversation(tracking, change);
		case "assign": return withIssue(tracking, change.issue, () => ({ assignees: [...change.assignees] }));
		case "link-action": {
			if (result?.kind !== "link" || result.refusal !== null) return tracking;
			const parent_issue_url = `/repos/${tracking.repository.name}/issues/${change.incident}`;
			return withIssue(withSubIssues(tracking, change.incident, 1), change.action, () => ({ parent_issue_url }));
		}
		case "unlink-action": return withIssue(withSubIssues(tracking, change.incident, -1), change.action, () => ({ parent_issue_url: null }));
		case "close-duplicate": return withIssue(tracking, change.action, () => ({
			state: "closed",
			state_reason: "duplicate"
		}));
		case "add-labels": return withIssue(tracking, change.issue, ({ labels }) => ({ labels: [...labels, ...change.labels] }));
		case "remove-label": return withIssue(tracking, change.issue, ({ labels }) => ({ labels: labels.filter((label) => !hasLabel({ labels: [label] }, change.label)) }));
		default: return tracking;
	}
}
function withIssue(tracking, number, changed) {
	const key = referenceKey(number);
	const tracked = tracking.issues.get(key);
	if (!tracked) return tracking;
	const issue = {
		...tracked.issue,
		...changed(tracked.issue)
	};
	const marker = tracked.marker && readMarker(issue.body);
	return {
		...tracking,
		issues: new Map([...tracking.issues, [key, {
			issue,
			marker
		}]])
	};
}
/** So many more, or fewer, sub-issues, where the server counts them. */
function withSubIssues(tracking, incident, more) {
	const incidents = tracking.incidents.map((read) => {
		const summary = read.issue.sub_issues_summary;
		if (read.issue.number !== incident || summary === null) return read;
		return {
			...read,
			issue: {
				...read.issue,
				sub_issues_summary: { total: summary.total + more }
			}
		};
	});
	return {
		...tracking,
		incidents
	};
}
function withConversation(tracking, change) {
	const conversation = tracking.conversations.get(change.issue);
	if (conversation === void 0) return tracking;
	const conversations = new Map(tracking.conversations);
	conversations.set(change.issue, withStatusComment(conversation, [change]));
	return {
		...tracking,
		conversations
	};
}
function withIncident(tracking, rewritten, { template, timezone, now }) {
	const incidents = tracking.incidents.map((read) => {
		if (read.issue.number !== rewritten.number) return read;
		return readIssue$1({
			...read.issue,
			body: rewritten.body
		}, template, {
			timezone,
			now
		});
	});
	return {
		...tracking,
		incidents
	};
}

// src/run/review-action-step.ts
/** The review actions' step, what came of it, and the snapshot after it. */
async function reviewActionStep(context, snapshot) {
	const { reviewActions, log } = context.settings;
	if (reviewActions === null || snapshot.tracking === null) return {
		snapshot,
		actions: {
			created: 0,
			open: [],
			notes: [],
			problems: []
		},
		changes: []
	};
	const settings = {
		...reviewActions,
		template: snapshot.template,
		timezone: log.timezone,
		now: context.now
	};
	const { tracking, changes, created, notes, problems } = context.mode === "dry-run" ? firstStep(snapshot.tracking, settings, snapshot.reminders) : await reconcileActions(snapshot.tracking, settings, snapshot.reminders, {
		created: context.journal.done.filter(({ kind }) => kind === "create-action").length,
		isAssignable: (login) => isAssignable(context.github, login),
		missingLabels: (names) => labelChanges(context, names),
		apply: (changes) => apply(context, changes)
	});
	const conversations = snapshot.conversations.map((each) => withStatusComment(each, changes));
	return {
		snapshot: {
			...snapshot,
			tracking,
			incidents: tracking.incidents,
			conversations
		},
		actions: {
			created,
			open: openActions(tracking, settings),
			notes,
			problems
		},
		changes
	};
}
/** What a run does about review actions before it does anything: the first step of it. For a dry run. */
function firstStep(tracking, settings, reminders) {
	const plan = planActions(tracking, noProgress, settings);
	const reminding = planReminders(tracking, settings, reminders);
	return {
		tracking,
		changes: [...plan.changes, ...reminding.changes],
		created: 0,
		notes: [...plan.notes, ...reminding.notes],
		problems: plan.problems
	};
}
const noProgress = {
	created: 0,
	told: 0,
	linking: "unknown",
	unlinked: /* @__PURE__ */ new Map(),
	assignable: /* @__PURE__ */ new Map()
};
/** Owners, issues, references, links, and what follows from them: some six steps do. */
const MOST_STEPS = 20;
/** Plans and carries out, step by step, until there is nothing left to do; nobody is reminded before that. */
async function reconcileActions(observed, settings, reminders, questions) {
	let tracking = observed;
	let progress = {
		...noProgress,
		created: questions.created
	};
	const changes = [];
	const carryOut = async (step) => {
		const labels = await questions.missingLabels(labelsNeeded(step, tracking));
		const results = await questions.apply([...labels, ...step]);
		changes.push(...labels, ...step);
		for (const [index, change] of step.entries()) {
			const result = results[labels.length + index] ?? null;
			progress = advance(progress, change, result);
			tracking = follow(tracking, change, result, settings);
		}
	};
	for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
		const plan = planActions(tracking, progress, settings);
		if (plan.unknownOwners.length > 0) progress = {
			...progress,
			assignable: await ask(progress, plan.unknownOwners, questions)
		};
		else if (plan.changes.length > 0) await carryOut(plan.changes);
		else {
			const reminding = planReminders(tracking, settings, reminders);
			if (reminding.changes.length > 0) await carryOut(reminding.changes);
			const notes = [...plan.notes, ...reminding.notes];
			return {
				tracking,
				changes,
				created: progress.created,
				notes,
				problems: plan.problems
			};
		}
	}
	throw new UserError("The review actions do not come to rest: GitHub does not keep what is written into an issue as it was written; see the steps above.");
}
async function ask({ assignable }, owners, { isAssignable }) {
	const answers = await Promise.all(owners.map(async (owner) => [owner, await isAssignable(owner)]));
	return new Map([...assignable, ...answers]);
}
/** Labels that are to be set and that no issue carries yet. */
function labelsNeeded(changes, { issues }) {
	const needed = changes.flatMap((change) => change.kind === "create-action" || change.kind === "add-labels" ? change.labels : []);
	const tracked = [...issues.values()].filter((each) => each !== null);
	return [...new Set(needed)].filter((name) => !tracked.some(({ issue }) => hasLabel(issue, name)));
}

// src/status-comment/text.ts
/**
* The status comment on an incident's issue: its state, times, figures and review actions; what needs fixing and what is missing, with
* the commands to type; its status in the log; and, once it is repaired, what is still empty, to be copied. Markdown that ends in
* `marker`, at most what GitHub takes, and the same for the same facts. It mentions nobody.
*/
function statusCommentText(given, marker) {
	const facts = {
		...given,
		answers: readAnswers(given.body, given.template).answers
	};
	const { kind } = facts.logStatus;
	const isDismissed = kind === "false-alarm" || kind === "duplicate" || kind === "unlabelled";
	const isOut = kind === "unconfirmed" || kind === "changed";
	const notice = missingFormNotice(facts.template);
	const sections = [
		{
			head: [stateText(facts)],
			rows: []
		},
		...isDismissed ? [] : [
			timesSection(facts),
			list$1("**To be mended**", facts.problems.map(problemText(facts))),
			...isOut ? [] : [list$1("**Still missing**", missing(facts)), actionSection(facts)]
		],
		{
			head: [logStatusText(facts)],
			rows: []
		},
		{
			head: notice === null || isDismissed ? [] : [quoteInConversation(notice)],
			rows: []
		},
		...isDismissed || isOut ? [] : emptySections(facts)
	];
	return shortened(sections, marker, {
		limit: BODY_LIMIT,
		sizeOf: (text) => text.length
	});
}
function stateText(facts) {
	const { logStatus, incident, reopenedAt, timezone } = facts;
	if (logStatus.kind === "false-alarm") return "**False alarm**: closed as not planned.";
	if (logStatus.kind === "duplicate") return "**Duplicate** of another incident.";
	if (logStatus.kind === "unlabelled") return `**No incident** any more: it lacks the label ${code(logStatus.label)}.`;
	if (incident === null) return "**Not read**: its first detection is missing, or cannot be read.";
	const wasResolved = readTime(answerTo("resolved", facts), timezone).kind === "time";
	if (reopenedAt !== null && wasResolved && incident.resolved === null) return `**Ongoing again**: it was reopened${Number.isFinite(reopenedAt) ? ` on ${formatTime(reopenedAt, timezone)}` : ""}, and the times of repair and resolution from before do not count. Record later ones by \`/repaired\` and \`/resolved\`, or close it.`;
	return {
		ongoing: "**Ongoing**",
		repaired: "**Repaired**, not resolved yet",
		resolved: "**Resolved**"
	}[incident.state];
}
function answerTo(key, { template, answers }) {
	const field = fieldOf(template, fields[key].id);
	return field === void 0 ? "" : answerIn(answers, field);
}
function answerIn(answers, field) {
	return answers.get(field)?.text ?? "";
}
/** A line to complete, with the command that fills in a field of the form; null where no command does. */
function commandToComplete(id) {
	const name = commandFor(fieldKey(id));
	const args = name && commands[name].toComplete;
	return name && args && commandText(name, args);
}
function timesSection({ answers, incident, template, timezone }) {
	const rows = template.fields.flatMap((field) => {
		const key = fieldKey(field.id);
		if (key === null || !isShown(key)) return [];
		const answer = answerIn(answers, field);
		const cell = fields[key].holds === "time" ? timeCell(answer, timezone) : textCell(answer);
		return [[escapeText(field.label), cell]];
	});
	const figures = incident === null ? [] : [["**Time to repair**", figure(incident.figures.timeToRepair, incident.repaired, incident)], ["**Time to resolve**", figure(incident.figures.timeToResolve, incident.resolved, incident)]];
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return {
		head: [
			line(["", `As read, in ${timezone}`]),
			line(["---", "---"]),
			...[...rows, ...figures].map(line)
		],
		rows: []
	};
}
/** Whether the status comment shows the answer to a known field. */
function isShown(key) {
	const field = fields[key];
	return field.holds === "time" || field.statusComment === true;
}
function timeCell(answer, timezone) {
	const reading = readTime(answer, timezone);
	if (reading.kind === "blank") return "–";
	if (reading.kind !== "time") return `*not read:* ${textCell(answer)}`;
	const note = reading.time.note === null ? "" : ` (${reading.time.note})`;
	return quoteInConversation(clipped(formatTime(reading.time.instant, timezone) + note));
}
function textCell(answer) {
	return answer === "" ? "–" : quoteInConversation(clipped(plainText(answer)));
}
function figure(minutes, operand, { state }) {
	const shown = figureText(minutes, operand, state);
	return minutes === null ? `*${shown}*` : shown;
}
function problemText({ logStatus }) {
	return ({ rule, field, message }) => {
		const command = commandToComplete(field);
		const isAboutTime = rule.startsWith("timestamp-") || rule === "event-missing" || rule === "event-order";
		const isTrusted = logStatus.kind !== "unconfirmed" && logStatus.kind !== "changed";
		const hint = command !== null && isAboutTime && isTrusted ? ` Or comment \`${command}\`.` : "";
		return quoteInConversation(message) + hint;
	};
}
/** The events that are still to be recorded, which is no mistake. */
function missing(facts) {
	const { isOpen, incident, template, timezone } = facts;
	if (incident === null) return [];
	const lines = figureEvents.filter(followsDetection).flatMap((key) => {
		const field = fieldOf(template, fields[key].id);
		if (field === void 0 || incident[key] !== null) return [];
		if (readTime(answerIn(facts.answers, field), timezone).kind !== "blank") return [""];
		const label = `**${escapeText(field.label)}**`;
		const name = commandFor(key);
		return isOpen ? `${label}: comment \`/${name}\` once it is, or \`/${name} HH:MM\`.` : `${label} is not recorded though the issue is closed, and is not guessed: comment \`${commandToComplete(field.id)}\`.`;
	});
	return lines.slice(0, isOpen ? 1 : lines.length).filter((line) => line !== "");
}
function actionSection({ incident, repositoryUrl }) {
	const items = (incident?.reviewActions ?? []).map(({ text, state, issue, owner, due }) => {
		const link = issue === null ? "" : issueLink(issue, repositoryUrl);
		const quoted = quoteInConversation(clipped(plainText(text)));
		const people = [owner ?? "", due === null ? "" : `due ${due}`].filter((part) => part !== "").join(", ");
		return [
			link,
			quoted,
			people === "" ? "" : `(${quoteInConversation(people)})`,
			state ? `**${state}**` : ""
		].filter((part) => part !== "").join(" ");
	});
	return list$1("**Review actions**", items);
}
function logStatusText({ logStatus, pullRequest, compareUrl, log, repositoryUrl }) {
	const file = `[${escapeText(log.path)}](${log.url})`;
	switch (logStatus.kind) {
		case "listed": {
			if (logStatus.news === "nothing") return `It is in ${file}.`;
			if (compareUrl !== null) return `Will be added to ${file} once somebody [opens the pull request](${compareUrl}) and merges it.`;
			const request = pullRequest === null ? "for it" : `[#${pullRequest.number}](${pullRequest.url})`;
			if (pullRequest?.state === "closed") return `Somebody closed the pull request ${request}, which would bring this into ${file}: reopen it to have it there.`;
			return logStatus.news === "all" ? `It enters ${file} with the pull request ${request}.` : `It is in ${file}, and what has changed since enters with the pull request ${request}.`;
		}
		case "not-read":
		case "hand-kept": return "What becomes of it in the log is said above.";
		case "failed": return `**The log could not be brought up to date**: ${quoteMessage(logStatus.message, repositoryUrl)}`;
		case "false-alarm":
		case "duplicate":
		case "unlabelled": return "It is not in the log.";
		case "unconfirmed": return `**Not in the log yet**, for whoever filed it may not triage issues here. Somebody who may must read it, and add the label ${code(logStatus.confirmedLabel)}.`;
		case "changed": return `**Not in the log**, for its text has changed since it was confirmed. Somebody who may triage issues here must read it again, and add the label ${code(logStatus.confirmedLabel)} anew.`;
	}
}
function code(text) {
	return `\`${text.replaceAll("`", "")}\``;
}
/** What is still empty once an incident is repaired: commands for a comment, and headings for the issue's text. */
function emptySections({ answers, incident, template }) {
	if (incident === null || incident.state === "ongoing") return [];
	const empty = template.fields.filter((field) => answerIn(answers, field) === "");
	const typed = empty.flatMap(({ id }) => commandToComplete(id) ?? []);
	const headings = empty.filter(({ id }) => commandToComplete(id) === null).map(({ label }) => `### ${label}\n`).join("\n");
	return [...block("Still empty. To be copied into a comment, and completed:", typed.join("\n")), ...block("Still empty. To be copied into the text of the issue, in the place of the same headings, and completed:", headings)];
}
function block(lead, text) {
	const fence = "`".repeat(6);
	return text === "" ? [] : [{
		head: [
			lead,
			"",
			`${fence}markdown`,
			text.trimEnd(),
			fence
		],
		rows: []
	}];
}

// src/status-comment/plan.ts
/**
* The changes to an incident's status comment and problem label. An edit notifies nobody, so the comment is edited in place, and left
* alone if it is up to date. For a new problem people should be notified: a new comment is posted, and then the former one is deleted,
* so that there is always one even if the run ends in between.
*/
function planStatusComment({ issue, statusComment, formerStatusComments }, facts, remembered, settings) {
	const { number } = issue;
	const forget = (comment) => deleteComment$1(number, comment);
	const changes = [...labelChange(issue, facts, settings), ...formerStatusComments.map(forget)];
	if (settings.feedback === "none") return statusComment === null ? changes : [...changes, forget(statusComment.id)];
	const former = facts.logStatus.kind === "failed" ? statusComment?.memory.problems ?? [] : [];
	const memory = {
		problems: [.../* @__PURE__ */ new Set([...facts.problems.map(problemHash), ...former])].slice(0, mostProblems),
		...remembered
	};
	const marker = writeStatusCommentMarker(memory);
	const body = statusCommentText(facts, marker);
	if (statusComment?.body.replaceAll("\r\n", "\n").trim() === body) return changes;
	const create = comment(`Say on #${number} how it was read`, {
		issue: number,
		marker,
		text: body.slice(0, -marker.length).trimEnd(),
		others: "keep"
	});
	const isSilent = issue.locked || facts.logStatus.kind === "unlabelled";
	if (statusComment === null) return isSilent ? changes : [...changes, create];
	return memory.problems.some((problem) => !statusComment.memory.problems.includes(problem)) && !issue.locked ? [
		...changes,
		create,
		forget(statusComment.id)
	] : [...changes, editStatusComment(number, statusComment.id, body)];
}
/** The marker remembers no more. With more problems than that, people are notified late of some. */
const mostProblems = 100;
/** Sets or removes the problem label. Other labels are people's, and stay. */
function labelChange(issue, { problems, logStatus }, { problemLabel }) {
	const { number } = issue;
	const isThere = hasLabel(issue, problemLabel);
	if (isThere === problems.length > 0 || isThere && logStatus.kind === "failed") return [];
	return isThere ? [removeLabel(number, problemLabel)] : [addLabels(number, [problemLabel])];
}
/** Leaves out line numbers, which change when somebody writes above them. */
function problemHash({ rule, field, message }) {
	return hashOf(rule, field, message.replace(/\bline \d+/g, "line"));
}

// src/status-comment/facts.ts
/** The changes that bring the status comments and problem labels up to date, for incidents with recent activity. Pure. */
function planStatusComments(state, settings) {
	const trusted = new Map(state.incidents.map((read) => [read.issue.number, read]));
	return state.conversations.flatMap((conversation) => {
		const { number } = conversation.issue;
		const known = trusted.get(number);
		if (known?.author === "unasked") return [];
		const current = {
			...conversation,
			issue: known?.issue ?? conversation.issue
		};
		const memory = {
			confirmed: confirmedTexts(current),
			commands: commandsOf(current, known?.incident ?? null)
		};
		const facts = factsOf(current, known, state, settings);
		return planStatusComment(current, facts, memory, settings);
	});
}
function factsOf({ issue, confirmation }, known, state, settings) {
	const { template, repositoryUrl, log, pullRequest, compareUrl, now, failure } = state;
	const { timezone } = settings.log;
	const read = known ?? readIssue$1(issue, template, {
		timezone,
		now
	});
	const own = state.problems.filter((problem) => problem.issue === issue.number);
	const dismissed = dismissal(issue, settings);
	const { incident } = read;
	return {
		body: issue.body,
		isOpen: issue.state === "open",
		incident: incident && withActionStates(incident, state.actionStates),
		reopenedAt: filed(issue).reopenedAt,
		problems: dismissed !== null ? [] : known === void 0 || failure !== null ? read.problems : own,
		logStatus: dismissed ?? logStatusOf(known, own, {
			confirmation,
			failure,
			news: state.news.get(issue.number)
		}, settings),
		pullRequest,
		compareUrl,
		log,
		template: withOwnHeadings(template, issue.body),
		timezone,
		repositoryUrl
	};
}
function dismissal(issue, { label }) {
	if (!hasLabel(issue, label)) return {
		kind: "unlabelled",
		label
	};
	if (incidentIssues([issue], label).length > 0) return null;
	return { kind: issue.state_reason === "duplicate" ? "duplicate" : "false-alarm" };
}
function logStatusOf(known, problems, { confirmation, failure, news }, { confirmedLabel }) {
	if (known === void 0) {
		const { verdict, remembered: texts } = confirmation;
		return {
			kind: verdict === "pending" || texts === "changed" ? "changed" : "unconfirmed",
			confirmedLabel
		};
	}
	if (failure !== null) return {
		kind: "failed",
		message: failure
	};
	if (problems.some(({ rule }) => rule === "entry-hand-kept")) return { kind: "hand-kept" };
	return known.incident === null ? { kind: "not-read" } : {
		kind: "listed",
		news: news ?? "nothing"
	};
}
/** The confirmed texts that the status comment remembers: after this run, the text as the run left it. */
function confirmedTexts({ issue, confirmation }) {
	const { verdict, remembered: texts } = confirmation;
	return verdict === "holds" && texts !== "changed" && texts.length > 0 ? [incidentHash(issue)] : texts;
}
/** The commands that the status comment remembers as carried out: by now, all of them have been answered. */
function commandsOf({ cursor }, incident) {
	if (cursor === null) return null;
	const { through } = cursor;
	const lacking = incident?.reviewActions.filter(({ issue }) => issue === null);
	const hashes = new Set(lacking?.map(({ text }) => textHash(text)));
	const actions = cursor.actions.filter((hash) => lacking === void 0 || hashes.has(hash));
	return through === 0 && actions.length === 0 ? null : {
		through,
		text: null,
		actions
	};
}

// src/run/status-comment-step.ts
/** Posts and edits the status comments of the incidents that somebody may be waiting at. Returns the changes. */
async function statusCommentStep(context, snapshot, logged) {
	const { settings, now } = context;
	const { repositoryUrl, base, tracking } = snapshot;
	if (snapshot.conversations.length === 0) return [];
	const { path } = settings.log;
	const address = (part) => encodeURI(part).replaceAll("#", "%23");
	const changes = planStatusComments({
		conversations: snapshot.conversations,
		incidents: snapshot.incidents,
		actionStates: tracking === null ? /* @__PURE__ */ new Map() : actionStates(tracking),
		log: {
			path,
			url: `${repositoryUrl}/blob/${address(base.branch)}/${address(path)}`
		},
		template: snapshot.template,
		repositoryUrl,
		now,
		..."failure" in logged ? {
			failure: logged.failure,
			problems: [],
			pullRequest: null,
			compareUrl: null,
			news: /* @__PURE__ */ new Map()
		} : {
			failure: null,
			...whatCame(logged)
		}
	}, settings);
	const { problemLabel } = settings;
	const isNeeded = changes.some((change) => change.kind === "add-labels");
	const isThere = snapshot.listed.some((issue) => hasLabel(issue, problemLabel));
	const all = [...isNeeded && !isThere ? await labelChanges(context, [problemLabel]) : [], ...changes];
	await apply(context, all);
	return all;
}
function whatCame({ pullRequest, compareUrl, built, logChanges, result }) {
	const news = logChanges.entries.map(({ issue, kind }) => [issue, kind === "added" ? "all" : "some"]);
	return {
		problems: built.problems,
		pullRequest: pullRequest && {
			number: pullRequest.number,
			url: pullRequest.html_url,
			state: result === "declined" || result === "closed" ? "closed" : "open"
		},
		compareUrl,
		news: new Map(news)
	};
}

// src/run/run.ts
/** How often a run looks again when something changed under it. */
const MOST_ATTEMPTS = 3;
/**
* One run. It reads what decides the log from GitHub, and takes its steps: labels, commands, review actions, the pull request, status
* comments. Each step plans its changes from a snapshot, has them carried out, and hands on the snapshot as it is then. When somebody else
* changes something meanwhile (a branch moves, an issue is edited), the run looks again and plans again.
*/
async function run(input) {
	const { github, journal, say } = input;
	const context = {
		...input,
		isPermitted: askPermissions(github),
		ownLogin: askOwnLogin(github)
	};
	for (let attempt = 1;; attempt += 1) {
		journal.left.clear();
		try {
			return await takeSteps(context);
		} catch (error) {
			if (!(error instanceof ConflictError) || attempt === MOST_ATTEMPTS) throw error;
			say(`${error.message} Looking again.`);
		}
	}
}
async function takeSteps(context) {
	const reads = startReads(context);
	anticipate(context, reads).catch(() => {});
	const issues = await observeIssues(context, reads);
	await apply(context, issues.labelChanges);
	const commanded = await commandStep(context, issues);
	const snapshot = await observe(context, commanded.snapshot, reads);
	const tracked = await reviewActionStep(context, snapshot);
	const proposed = await proposeLog(context, tracked.snapshot, tracked.actions);
	const commented = await statusCommentStep(context, tracked.snapshot, proposed);
	const changes = [
		issues.labelChanges,
		commanded.changes,
		tracked.changes,
		proposed.changes,
		commented
	];
	return {
		...proposed,
		changes: changes.flat()
	};
}
/** The pull request's step. If it fails, the status comments say so: people are waiting there. */
async function proposeLog(context, snapshot, actions) {
	try {
		return await pullRequestStep(context, snapshot, actions);
	} catch (error) {
		const failure = error instanceof ConflictError ? null : explain(error);
		if (failure !== null) await statusCommentStep(context, snapshot, { failure }).catch(() => {});
		throw error;
	}
}

// src/action/run.ts
/** One run as an action: inputs in; outputs, annotations and step summary out. Ends red when work was left undone. */
function runInActions(environment, io, { trigger, defaultBranch }) {
	const journal = startJournal();
	return inRunner(environment, io, async (runner) => {
		const { clock, say } = runner;
		const inputs = readInputs(environment);
		const { github, deadline } = runner.connect(inputs.token);
		return report(runner, await run({
			github,
			settings: inputs.settings,
			trigger,
			defaultBranch,
			now: clock.now(),
			clock,
			deadline,
			mode: inputs.mode,
			journal,
			say
		}), inputs, "issue" in trigger ? trigger.issue : null);
	}, (failure, { repositoryUrl }) => failureSummary({
		failure,
		repositoryUrl,
		done: journal.done.map(({ sentence }) => `${sentence}.`),
		left: [...journal.left].map(({ sentence }) => `${sentence}.`)
	}));
}
function report(runner, outcome, { mode, onProblems, settings }, eventIssue) {
	const { core, say } = runner;
	const { built, pullRequest, compareUrl, actions, unasked } = outcome;
	const problems = [...built.problems];
	if (mode === "apply") setOutputs(core, {
		result: outcome.result,
		"pull-request-number": pullRequest?.number ?? "",
		"pull-request-url": pullRequest?.html_url ?? "",
		"compare-url": compareUrl ?? ""
	});
	setOutputs(core, {
		incidents: built.incidents.length + built.formerEntries.length + built.handWritten.length,
		"actions-open": actions.open.length,
		"actions-created": actions.created,
		"actions-overdue": actions.open.filter(({ isOverdue }) => isOverdue).length,
		problems: JSON.stringify(problems)
	});
	if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
	annotate(runner, warningsOf(problems, actions.notes, eventIssue));
	const headline = headlineOf(outcome, mode, settings.log.path);
	say(headline);
	const done = outcome.changes.map(({ sentence }) => mode === "dry-run" ? wouldDo(sentence) : `${sentence}.`);
	if (mode === "dry-run") for (const line of done) say(line);
	const failure = onProblems === "fail" && problems.length > 0 ? `${problems.length} ${problems.length === 1 ? "problem needs" : "problems need"} fixing on the issues named above; the log was written all the same.` : null;
	runner.writeSummary(stepSummary({
		...outcome,
		headline,
		failure,
		openActions: actions.open,
		done,
		notes: actions.notes
	}));
	if (failure === null) return 0;
	core.error(failure);
	return 1;
}
/** Those of the event's issue first: somebody is waiting there, and GitHub shows the first ten. */
function warningsOf(problems, notes, eventIssue) {
	const warning = (title, message) => ({
		severity: "warning",
		title,
		message
	});
	const ofProblem = ({ issue, rule, message }) => warning(rule, issue === null ? message : `#${issue}: ${message}`);
	const isEvents = ({ issue }) => issue !== null && issue === eventIssue;
	return [
		...problems.filter(isEvents).map(ofProblem),
		...notes.map((note) => warning("Review actions", note)),
		...problems.filter((problem) => !isEvents(problem)).map(ofProblem)
	];
}
function annotate({ core, say }, warnings) {
	const { shown, rest, notice } = withinAnnotationLimit(warnings, {
		reserved: 0,
		rest: "The step summary lists all of them."
	});
	if (notice !== null) core.notice(notice);
	for (const { message, title } of shown) core.warning(message, { title });
	for (const { message, title } of rest) say(`${title}: ${message}`);
}
/** "Would open a pull request …" */
function wouldDo(change) {
	return `Would ${change.charAt(0).toLowerCase()}${change.slice(1)}.`;
}
function headlineOf(outcome, mode, path) {
	const { result, pullRequest, compareUrl, built, logAtBase } = outcome;
	const where = pullRequest === null ? "" : ` ${pullRequest.html_url}`;
	const isWithoutLog = logAtBase === null && built.incidents.length + built.formerEntries.length === 0;
	const empty = `There are no incidents, and ${path} does not exist yet.`;
	if (mode === "dry-run") return `Dry run: nothing was changed. ${{
		created: `It would open a pull request that updates ${path}.`,
		updated: `It would update the pull request for ${path}:${where}`,
		unchanged: `The pull request for ${path} is already up to date:${where}`,
		closed: `It would close the pull request, because ${path} on the base branch is already up to date:${where}`,
		declined: `Somebody closed a pull request with exactly this ${path}, so it would open none:${where}`,
		branch: `It would put ${path} on its branch.`,
		none: isWithoutLog ? empty : `${path} is up to date.`
	}[result]}`;
	switch (result) {
		case "created": return `Opened a pull request that updates ${path}:${where}`;
		case "updated": return `Updated the pull request for ${path}:${where}`;
		case "unchanged": return `The pull request for ${path} is already up to date:${where}`;
		case "closed": return `Closed the pull request, for nothing differs from the base any more:${where}`;
		case "declined": return `Somebody closed a pull request with exactly this ${path}, so none was opened:${where}`;
		case "branch": return `${path} is on its branch. Open the pull request at: ${compareUrl}`;
		case "none": return isWithoutLog ? empty : `${path} is up to date.`;
	}
}
function unaskedNote(count, confirmedLabel) {
	return `${count === 1 ? "1 incident is" : `${count} incidents are`} left as the log has them, because a run asks GitHub about the permission of 20 people only: add the label “${confirmedLabel}” to those that belong in the log.`;
}

export { runInActions };