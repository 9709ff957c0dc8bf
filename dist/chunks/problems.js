import { _ as UserError, a as withinAnnotationLimit, g as ConflictError } from "./first.js";
import { i as toString } from "./lib.js";
import { _ as linesOf, c as isReadable, h as lineEndingOf, n as parseMarkdown } from "./parse.js";
import { t as groupBy } from "./group-by.js";
import { E as TZDate, b as millisecondsInDay, i as formatDate, m as readTime, v as toDate, y as constructFrom } from "./clock.js";
import { S as isGeneratedEntry, _ as readLog, l as locateReviewActions, t as DEFAULT_TEMPLATE_PATH } from "./settings.js";
import { m as applyEdits, n as cleanText, t as cleanLine, u as quoteInConversation } from "./escape.js";
import { a as fence, i as rewriteMarkdown, o as quoteLines } from "./entry.js";
import { _ as transform, b as url, c as nullish, f as picklist, g as string, h as safeParse, l as number$2, n as boolean, o as literal, p as pipe, s as nonEmpty, t as array, u as object, v as union } from "./dist.js";
import { _ as isRateLimit, f as nothing, g as hasStatus, h as explain, l as allPages, m as archivedSentence, p as orNull, u as checked, v as issuesOffSentence } from "./runner.js";
import { a as labelsOf, c as readFiles, i as OVERDUE_LABEL, s as readFile } from "./inputs.js";
import { S as whyNoIncident, _ as isAllowedBot, b as issueSchema, f as referenceKey, g as incidentIssues, h as hasLabel, i as readIncident, l as readAnswers, n as readIssue$1, p as stateOfIssue, r as schemaOf, t as filed, u as splitOwnMarker, v as isReopened, x as trustOf, y as isTrusted } from "./incidents.js";
import { t as chartDataOf } from "./chart-data.js";
import { t as isOwnChart } from "./own-chart.js";
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
async function readReference(github, reference) {
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
		const issue = await readReference(github, action);
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
	const last = [...body.matchAll(markerLine$1)].at(-1);
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
const markerLine$1 = new RegExp(`(?<=^|[\\r\\n])<!-- incident-log: review-action repository=${number} incident=${number} text=(${hash}) occurrence=${number} item=(${hash}|unlisted) written=(${hash}) -->(?=[ \\t]*(?:[\\r\\n]|$))`, "g");

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
/** What the log is to show. */
function actionStates({ issues, aliases }) {
	const states = new Map([...issues].map(([key, tracked]) => [key, tracked && stateOfIssue(tracked.issue)]));
	return new Map([...states, ...[...aliases].map(([alias, key]) => [alias, states.get(key) ?? null])]);
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
	const last = lastLine(body);
	if (!isMarker(last)) return null;
	return await isOurs(user, ownLogin) ? last : null;
}
/** Whether a comment ends as ours do, whoever wrote it. */
function hasMarker({ body }) {
	return isMarker(lastLine(body));
}
function isMarker(line) {
	return line.startsWith("<!-- incident-log:");
}
function lastLine(text) {
	return text.trimEnd().split(/[\r\n]/).at(-1) ?? "";
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
	const isCounted = found.filter(({ created_at: created }) => created <= issue.updated_at).length === issue.comments && (found.length === 0 || found.some(hasMarker));
	if (!(since === null ? isCounted : since > recent.after)) return null;
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

// src/markers/fixed.ts
/** Stands in the body of every pull request of ours. One without it was opened or rewritten by a person, and is theirs. */
const PULL_REQUEST_MARKER = "<!-- incident-log: pull-request -->";
/** Stands in the comment with which we close a pull request, so that this is not taken for a person's refusal. */
const CLOSING_MARKER = "<!-- incident-log: nothing-differs -->";
/** Stands in the comment that reminds people of an overdue review action. */
const REMINDER_MARKER = "<!-- incident-log: overdue -->";
/** Stands in the comment that an issue gets when its item has left the incident's list. */
const UNLISTED_MARKER = "<!-- incident-log: unlisted -->";

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
		return compare$1(readIncident({
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
function compare$1(found, expected) {
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

// src/markers/status-comment.ts
/** Hash of what an incident says, all of it; the same however its lines end. Whole, for its author may write two texts to one hash. */
function incidentHash({ title, body }) {
	const text = JSON.stringify([title.trim(), (body ?? "").replace(/\r\n?/g, "\n").trim()]);
	return createHash("sha256").update(text).digest("hex");
}
const list = (digits) => `[0-9a-f]{${digits}}(?:,[0-9a-f]{${digits}})*`;
const markerLine = new RegExp(`^<!-- incident-log: feedback problems=((?:${list(16)})?) confirmed=(changed|(?:${list(64)})?)(?: through=(0|[1-9]\\d{0,15})(?: text=([0-9a-f]{64}))?(?: actions=(${list(16)}))?)? -->$`);
/** Null for a marker of another kind, and for none. */
function readStatusCommentMarker(marker) {
	const [, problems, confirmed, through, text, actions] = markerLine.exec(marker ?? "") ?? [];
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
	const listed = await reads.incidents;
	if (mayAskEarly(context, listed)) await judgeIncidents(listed, context);
}
async function anticipateIncidents(context, reads) {
	const [repository, template, listed] = await Promise.all([
		reads.repository,
		reads.template,
		reads.incidents
	]);
	if (mayAskEarly(context, listed)) await observeIncidents(context, {
		repository,
		template,
		listed,
		conversations: []
	}, reads);
}
/** Of the people that a run asks about, the author of an issue that is not listed yet comes first. */
function mayAskEarly({ trigger }, listed) {
	return trigger.kind !== "opened" || listed.some(({ number }) => number === trigger.issue);
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

// src/markers/trailer.ts
/** Commit trailer that names the blob of a file that a commit of ours wrote. A commit has one for each file, the log's first. */
const TRAILER = "Incident-Log-Blob";
/** The message of a commit of ours, with the trailers by which the branch is known to be ours. */
function messageWithTrailers(message, files) {
	return `${message}\n\n${files.map(({ path, blob }) => `${TRAILER}: ${blob}${path === null ? "" : ` ${path}`}\n`).join("")}`;
}
/** The files that a commit of ours wrote, by its trailers; none for somebody else's commit. */
function trailersOf(message) {
	return [...message.matchAll(new RegExp(`^${TRAILER}: ([0-9a-f]{40})(?: (\\S.*))?$`, "gm"))].map(([, blob = "", path]) => ({
		path: path?.trimEnd() ?? null,
		blob
	}));
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
	/** With the names of their blobs; a removed one has that of what was removed. */
	files: array(object({
		filename: string(),
		status: nullish(string(), ""),
		sha: nullish(string(), null)
	}))
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
	const [files, comparison] = await Promise.all([readFiles(github, paths, commit), compare(github, baseCommit, commit)]);
	const hasGeneratedAlone = comparison !== null && hasAlone(comparison, files);
	const isOurs = comparison?.ahead_by === 0 || comparison !== null && isWritten(comparison, lastWritten(comparison), paths) || await isWrittenByUs(github, {
		commit,
		paths
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
async function compare(github, base, head) {
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
/** The files that the last commit of ours wrote, as far as the list reaches (250 commits). */
function lastWritten({ commits }) {
	return commits.map((each) => trailersOf(each.commit.message)).findLast(({ length }) => length > 0) ?? [];
}
/**
* Whether all that differs is what a commit of ours wrote. Its trailers tell which files that were: a team may have set other paths since.
*/
function isWritten({ files }, written, [logPath]) {
	const isOurs = ({ filename, status, sha }) => status !== "removed" && written.some(({ path, blob }) => blob === sha && (path ?? logPath) === filename);
	return written.length > 0 && files.every(isOurs);
}
/**
* Whether the tip itself is a commit of ours, unchanged since. A base that was rewritten, that is another one now, or that is
* hundreds of our commits behind makes the branch look full of other people's work; but we put our trailer only on a branch
* that holds nothing else.
*/
async function isWrittenByUs(github, { commit, paths }) {
	const response = await github.rest.git.getCommit({
		...github.repository,
		commit_sha: commit
	});
	const { message, parents } = checked(tipSchema, response);
	const parent = parents.at(-1)?.sha;
	const written = trailersOf(message);
	if (parent === void 0 || written.length === 0) return false;
	const comparison = await compare(github, parent, commit);
	return comparison !== null && isWritten(comparison, written, paths);
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
async function readRepository(github, purpose) {
	const about = checked(repositorySchema, await github.rest.repos.get({ ...github.repository }));
	const obstacle = obstacleIn(about, purpose);
	if (obstacle !== null) throw new UserError(obstacle);
	const { id, full_name: name, html_url: url, default_branch: defaultBranch } = about;
	return {
		id,
		name,
		url,
		defaultBranch
	};
}
function obstacleIn({ full_name: name, archived, fork, ...about }, purpose) {
	if (archived && purpose === "propose") return archivedSentence(name);
	if (!about.has_issues && fork) return `${name} is a fork, and Issues are turned off there: turn them on under Settings, General, Features to keep a log in the fork, or disable this workflow there under Actions.`;
	if (!about.has_issues) return issuesOffSentence(name);
	if (!about.has_pull_requests && purpose === "propose") return `Pull requests are turned off in ${name}, so the log cannot be proposed: turn them on under Settings, General, Features.`;
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

// src/model/generated-files.ts
/** The one list of files that a run proposes. The branch, its trailers and the commit follow from it. */
const SOURCES = [{
	path: ({ log }) => log.path,
	content: async ({ log }) => log.text,
	objection: () => null
}, {
	path: ({ log }) => log.chartPath === "" ? null : log.chartPath,
	content: async (built, { log }) => (await import("./chart2.js")).chartSvg(chartDataOf(built, log.timezone)),
	objection: (text) => isOwnChart(text) ? null : "is no chart of ours, and was left as it is: set `chart-path` to another path, or delete the file"
}];
/** Paths of the files that a run proposes, the log first. */
function generatedPaths(settings) {
	return SOURCES.flatMap((source) => source.path(settings) ?? []);
}
/** The files that a run proposes, the log first. Throws {@link UserError} where one of them would replace somebody else's file. */
async function generatedFiles(built, { settings, existing, branch }) {
	const files = SOURCES.map(async (source) => {
		const path = source.path(settings);
		if (path === null) return [];
		const file = existing.get(path) ?? null;
		const objection = file && source.objection(file.text);
		if (objection !== null) throw new UserError(`${path} on ${branch} ${objection}.`);
		return [{
			path,
			content: await source.content(built, settings)
		}];
	});
	return (await Promise.all(files)).flat();
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

// src/run/reads.ts
function startReads(context) {
	const { github, settings, trigger, now, ownLogin } = context;
	const repository = readRepository(github, "propose");
	const base = readBaseOf(context, repository);
	const paths = generatedPaths(settings);
	const template = readForm(context, base);
	const filesAtBase = base.then(({ commit }) => readFiles(github, paths, commit));
	const branch = readBranchState(github, {
		branch: settings.branch,
		paths,
		base,
		ownLogin
	});
	return {
		...heard({
			repository,
			base,
			template,
			...listReads(context),
			recentComments: listRecentComments(github, now - RECENT_MILLISECONDS),
			missingLabels: trigger.kind === "setup" ? missingLabels(github, labelsOf(settings)) : Promise.resolve([]),
			filesAtBase,
			branch,
			logs: readLogs()
		}),
		...singleReads(context, template)
	};
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
/** Reads what the log is made of, as the base has it: for a run that changes nothing. */
function startLogReads(context) {
	const { github, settings } = context;
	const repository = readRepository(github, "read");
	const base = readBaseOf(context, repository);
	const template = readForm(context, base);
	const filesAtBase = base.then(({ commit }) => readFiles(github, generatedPaths(settings), commit));
	const logs = Promise.all([repository, filesAtBase]).then(([{ url }, files]) => {
		const text = files.get(settings.log.path)?.text;
		return {
			logAtBase: text === void 0 ? null : readLog(text, url),
			logOnBranch: null
		};
	});
	return {
		...heard({
			repository,
			base,
			template,
			...listReads(context),
			filesAtBase,
			logs
		}),
		...singleReads(context, template)
	};
}
/** The same parts. Who waits for one that has failed already hears of it then. */
function heard(parts) {
	for (const part of Object.values(parts)) part.catch(() => {});
	return parts;
}
function listReads({ github, settings }) {
	const { reviewActions } = settings;
	return {
		incidents: listIssues(github, settings.label, issueSchema),
		actions: reviewActions === null ? Promise.resolve(null) : listIssues(github, reviewActions.label, actionIssueSchema)
	};
}
function singleReads({ github, settings, now }, template) {
	return {
		readIncident: once(async (issue) => readIssue$1(issue, await template, {
			timezone: settings.log.timezone,
			now
		})),
		closingBot: once((issue) => closingBot(github, issue)),
		lastReopening: once((issue) => lastReopening(github, issue)),
		reference: once((reference) => readReference(github, reference))
	};
}
/**
* The base at its commit. The event tells early what the default branch is called, and the repository itself has the last word.
*/
async function readBaseOf({ github, settings, defaultBranch }, repository) {
	const expected = settings.base || defaultBranch;
	const early = expected === "" ? null : readBase(github, expected);
	early?.catch(() => {});
	const { defaultBranch: actual } = await repository;
	const branch = settings.base || actual;
	return {
		branch,
		commit: await (branch === expected && early || readBase(github, branch))
	};
}
async function readForm({ github, settings }, base) {
	const { templatePath: path } = settings;
	const { branch, commit } = await base;
	const form = await readFile(github, path, commit);
	if (form !== null || path === ".github/ISSUE_TEMPLATE/incident.yml") return schemaOf(form?.text ?? null, path);
	throw new UserError(`The input \`template-path\` names ${path}, which does not exist on ${branch}: correct the path, or add the form there.`);
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

// src/action/problems.ts
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
/** Why a run fails that has done its work, in one sentence. */
function failedByProblems(count, done) {
	return `${count} ${count === 1 ? "problem needs" : "problems need"} fixing on the issues named above; ${done}.`;
}
/** Says that the authors of so many incidents were not asked about. */
function unaskedNote(count, confirmedLabel) {
	return `${count === 1 ? "1 incident is" : `${count} incidents are`} left as the log has them, because a run asks GitHub about the permission of 20 people only: add the label “${confirmedLabel}” to those that belong in the log.`;
}

export { readReactions as $, isUntouched as A, editStatusComment as At, isListLegible as B, createLabel$1 as Bt, planReminders as C, closeDuplicate as Ct, ownerOf as D, createLabel as Dt, ownItem as E, commitFiles as Et, readStatusCommentMarker as F, removeLabel as Ft, commentsOf as G, PULL_REQUEST_MARKER as H, readIssue as Ht, writeStatusCommentMarker as I, rewriteIssue as It, deleteComments as J, createComment as K, hashOf as L, unlinkAction$1 as Lt, rememberRewrite as M, mergeBase$1 as Mt, withStatusComment as N, openPullRequest$1 as Nt, placeOf as O, deleteBranch$1 as Ot, incidentHash as P, react$1 as Pt, readComment as Q, itemHash as R, updatePullRequest$1 as Rt, openActions as S, assign$1 as St, actionSnapshot as T, comment as Tt, UNLISTED_MARKER as U, removeLabel$1 as Ut, CLOSING_MARKER as V, missingLabels as Vt, commentOnce as W, rewriteIssue$1 as Wt, ownMarker as X, editComment as Y, react as Z, createCommit as _, askOwnLogin as _t, startLogReads as a, actionStates as at, observe as b, startJournal as bt, conversingIssues as c, withMarker as ct, isEnded as d, createAction as dt, replaceComment as et, openPullRequest as f, isAssignable as ft, moveBranch as g, askPermissions as gt, mergeBase as h, unlinkAction as ht, warningsOf as i, withAnswer as it, writeAction as j, linkAction$1 as jt, unknownOwners as k, deleteComment$1 as kt, generatedFiles as l, assign as lt, deleteBranch as m, parentOf as mt, failedByProblems as n, fieldOf as nt, startReads as o, UNLISTED as ot, updatePullRequest as p, linkAction as pt, deleteComment as q, unaskedNote as r, longestBody as rt, RECENT_MILLISECONDS as s, readMarker as st, annotate as t, answerOf as tt, compareUrlOf as u, closeAsDuplicate as ut, messageWithTrailers as v, isOurs as vt, planIncidents as w, closePullRequest as wt, observeIncidents as x, addLabels as xt, anticipate as y, labelChanges as yt, textHash as z, addLabels$1 as zt };