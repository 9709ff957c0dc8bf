import { $ as PULL_REQUEST_MARKER, $t as withOwnHeadings, A as withMarker, At as createClient, B as createAction, Bn as readReviewActions, Bt as notice, C as isUntouched, Ct as createCommit, D as UNLISTED, Dt as RUN_LIMIT_MILLISECONDS, E as writeAction, Et as readFile, F as longestBody, Fn as shortened, Ft as explain, G as readReference, Gn as isReadable, Gt as buildLog, H as isHere, Hn as isManaged, Ht as setOutput, I as withAnswer, It as hasStatus, J as pullRequestBody, Jn as quoteInConversation, Jt as referenceKey, K as unlinkAction, Kn as cleanLine, Kt as filed, L as actionIssueSchema, Lt as issuesOffSentence, M as answerOf, Mn as BODY_LIMIT, Mt as orNull, N as fieldOf, Nn as clipped, Nt as Outdated, O as hashOf, Ot as allPages, P as lineEndingOf, Pn as list$1, Pt as archivedSentence, Q as CLOSING_MARKER, Qt as missingFormNotice, R as assign, Rt as secondsToWait, S as trustedMarker, Sn as DEFAULT_TEMPLATE_PATH, St as readBranch, T as textHash, Tt as blobOf, U as linkAction, Un as readLog, Ut as warning, V as isAssignable, Vn as endsUnread, Vt as setFailed, W as parentOf, Wn as plainLine, X as quoteMessage, Xn as figureText, Xt as withActionStates, Y as stepSummary, Yn as clockTolerance, Yt as schemaOf, Z as changesBetween, Zn as groupBy, Zt as contextEntries, _ as placeOf, _n as pipe, _t as askOwnLogin, a as say, an as isAllowedBot, ar as readOpeningTime, at as commentOnce, b as actionStates, bn as url, bt as mergeBase, c as readInputs, cn as issueSchema, cr as hour, ct as deleteComment, d as openActions, dn as array, dr as faultBehind, dt as listComments, en as hasFormShape, er as formatDate, et as compareUrlOf, f as planReminders, fn as boolean, fr as isQualifier, ft as ownMarker, g as ownerOf, gn as object, gt as replaceComment, h as ownItem, hn as number$2, ht as readReactions, i as repositoryUrl, in as incidentIssues, ir as readOpeningClock, it as updatePullRequest, j as isListLegible, jn as issueLink, jt as mustLookAgain, k as readMarker, kt as checked, l as OVERDUE_LABEL, ln as trustOf, lr as minute, lt as deleteComments, m as planIncidents, mn as nullish, mt as readComment, n as readCommands, nn as splitOwnMarker, nr as instantsShown, nt as openPullRequest, o as writeSummary, on as isReopened, or as readTime, ot as commentedSince, p as remindersSince, pr as zoneFault, pt as react, q as failureSummary, qn as escapeText, qt as readIssues, r as explained, rn as hasLabel, rr as quote, rt as readBranchState, sn as isTrusted, sr as formatOffset, st as createComment, t as nearestCommand, tn as readAnswers, tr as formatTime, tt as isEnded, u as REMINDER_MARKER, un as whyNoIncident, ur as offsetAt, ut as editComment, v as situationOf, vt as isOurs, w as itemHash, wt as messageWithTrailer, x as itemsByIssue, xt as moveBranch, y as unknownOwners, yn as string, yt as deleteBranch, z as closeAsDuplicate, zn as locateReviewActions, zt as context } from "./core.js";
import { a as trimUnseen, n as withinAnnotationLimit, o as withoutUnseen, u as Explained } from "./first.js";
import { isDeepStrictEqual } from "node:util";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

// src/github/incidents.ts
const labelSchema = object({ name: string() });
const eventSchema = object({
	event: nullish(string(), ""),
	created_at: string()
});
/** Every issue and pull request that carries `label`, open or closed, oldest first, as far as `schema` reads it. */
function listIssues(client, repository, label, schema) {
	return allPages(client, schema, (page) => client.rest.issues.listForRepo({
		...repository,
		labels: label,
		state: "all",
		sort: "created",
		direction: "asc",
		...page
	}));
}
/** The issue as it stands now, or null where it is gone (deleted: 410, moved or never there: 404). */
async function readIssue(client, repository, number) {
	try {
		const response = await orNull(client.rest.issues.get({
			...repository,
			issue_number: number
		}));
		if (response === null) return null;
		const issue = checked(issueSchema, response);
		const { owner, repo } = repository;
		const path = `/${owner}/${repo}/issues/${number}`.toLowerCase();
		return issue.html_url.toLowerCase().endsWith(path) ? issue : null;
	} catch (error) {
		if (hasStatus(error, 410)) return null;
		throw error;
	}
}
/**
* Changes an issue that a person may be editing: it is read once more right before, and the window that remains is one
* request. Throws {@link Outdated} when its title or body is not what was seen, or when it is gone.
*/
async function rewriteIssue(client, repository, { issue, seen, closes, ...changes }) {
	const current = await readIssue(client, repository, issue);
	if (current === null || current.body !== seen.body || current.title !== seen.title) throw new Outdated(`#${issue} was changed while this run was preparing a change to it.`);
	const { title, body } = changes;
	return checked(issueSchema, await client.rest.issues.update({
		...repository,
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
async function missingLabels(client, repository, labels) {
	if (labels.length === 0) return [];
	const present = { labels: (await allPages(client, labelSchema, (page) => client.rest.issues.listLabelsForRepo({
		...repository,
		...page
	}))).map(({ name }) => name) };
	return labels.filter(({ name }) => !hasLabel(present, name));
}
async function createLabel(client, repository, label) {
	try {
		checked(labelSchema, await client.rest.issues.createLabel({
			...repository,
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
async function lastReopening(client, repository, issue) {
	const reopened = (await allPages(client, eventSchema, (page) => client.rest.issues.listEvents({
		...repository,
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
async function closingBot(client, repository, issue) {
	try {
		const response = await orNull(client.rest.issues.get({
			...repository,
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
async function addLabels(client, repository, issue, labels) {
	const added = await client.rest.issues.addLabels({
		...repository,
		issue_number: issue,
		labels: [...labels]
	});
	checked(array(labelSchema), added);
}
/** Takes a single label off an issue; that it was gone already is fine. */
async function removeLabel(client, repository, issue, name) {
	const left = await orNull(client.rest.issues.removeLabel({
		...repository,
		issue_number: issue,
		name
	}));
	if (left !== null) checked(array(labelSchema), left);
}

// src/run/apply.ts
/**
* Carries out a plan's changes in order and returns what came of each. Starts none after `deadline` (UTC milliseconds).
* Throws {@link Outdated} when GitHub shows that the plan rests on something that has changed.
*/
async function apply(client, repository, changes, { deadline, ownLogin, say, done }) {
	const results = [];
	for (const [index, change] of changes.entries()) {
		if (Date.now() > deadline) {
			const left = changes.slice(index).map(describe).join("; ");
			throw new Explained(`The run has used up its ten minutes; left for the next run: ${left}.`);
		}
		say(`${describe(change)}.`);
		try {
			const result = await carryOut$2(client, repository, onItsBranch(change, results), ownLogin);
			const note = noteOn(change, result);
			if (note !== null) say(note);
			results.push(result);
			done(change);
		} catch (error) {
			const wait = secondsToWait(error) * 1e3;
			if (!mustLookAgain(error) || Date.now() + wait > deadline) throw error;
			await setTimeout(wait);
			throw new Outdated(`${wait === 0 ? "GitHub did not answer" : "GitHub's rate limit was reached"}: ${describe(change)}.`);
		}
	}
	return results;
}
/** A pull request is opened from where the commit before it went. */
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
/** A change as a sentence without its full stop. */
function describe(change) {
	switch (change.kind) {
		case "create-label": return `Create the label “${change.label.name}”`;
		case "add-labels": return `Label #${change.issue} with ${change.labels.map((label) => `“${label}”`).join(", ")}`;
		case "remove-label": return `Take the label “${change.label}” off #${change.issue}`;
		case "merge-base": return `Merge ${change.base} into ${change.branch}, which has somebody's commits on it`;
		case "commit": {
			const { branch, how, commit } = change;
			return `Commit ${commit.path} to ${branch}${how === "anew" ? ", made anew from the base" : ""}`;
		}
		case "open-pull-request": return `Open a pull request from ${change.branch} to ${change.base}`;
		case "update-pull-request": return `Rewrite the description of pull request #${change.number}`;
		case "comment": return `Comment on #${change.issue}`;
		case "replace-comment": return `Post reminder on #${change.issue}`;
		case "delete-comments": return `Delete reminder on #${change.issue}, if there is one`;
		case "write-commands": return change.commands.length === 0 ? `Note on #${change.issue} that its commands were read` : `Carry out ${change.commands.slice(0, 20).join(", ")} on #${change.issue}${change.closes ? ", and close it" : ""}`;
		case "reply": return `Answer commands on #${change.issue}`;
		case "react": return `React to the comment ${change.comment} with ${change.content}`;
		case "create-feedback": return `Say on #${change.issue} how it was read`;
		case "edit-comment": return `Bring up to date what is said on #${change.issue}`;
		case "delete-comment": return `Delete a former comment of ours on #${change.issue}`;
		case "create-action": return `Create an issue for a review action of #${change.incident}: “${change.title}”`;
		case "write-references": return `Write ${change.references.map((number) => `(#${number})`).join(" ")} into the review actions of #${change.issue}`;
		case "rewrite-action": return `Bring #${change.issue} into step with its item`;
		case "assign": return `Assign #${change.issue} to ${change.assignees.join(", ")}`;
		case "link-action": return `Link #${change.action} as a sub-issue of #${change.incident}`;
		case "unlink-action": return `Take #${change.action} from under #${change.incident}`;
		case "close-duplicate": return `Close #${change.action} as a duplicate, for two runs made it at the same moment`;
		case "close-pull-request": return `Close pull request #${change.number}`;
		case "delete-branch": return `Delete the branch ${change.branch}`;
	}
}
async function carryOut$2(client, repository, change, ownLogin) {
	const { owner, repo, url } = repository;
	const where = {
		owner,
		repo
	};
	switch (change.kind) {
		case "create-label":
			await createLabel(client, where, change.label);
			return null;
		case "add-labels":
			await addLabels(client, where, change.issue, change.labels);
			return null;
		case "remove-label":
			await removeLabel(client, where, change.issue, change.label);
			return null;
		case "merge-base":
			await mergeBase(client, where, change);
			return null;
		case "commit": {
			const commit = await createCommit(client, where, change.commit);
			return {
				kind: "branch",
				branch: await moveBranch(client, where, {
					...change,
					commit
				})
			};
		}
		case "open-pull-request": {
			const compareUrl = compareUrlOf(url, change);
			const opened = await openPullRequest(client, where, {
				...change,
				compareUrl
			});
			if (change.labels.length > 0) await addLabels(client, where, opened.number, change.labels);
			return {
				kind: "pull-request",
				pullRequest: opened
			};
		}
		case "update-pull-request":
			await updatePullRequest(client, where, change.number, change);
			return null;
		case "comment":
			await commentOnce(client, where, change.issue, change, ownLogin);
			return null;
		case "replace-comment":
			await replaceComment(client, where, change.issue, change, ownLogin);
			return null;
		case "delete-comments":
			await deleteComments(client, where, change.issue, change.marker, ownLogin);
			return null;
		case "reply":
			await commentOnce(client, where, change.issue, change, ownLogin);
			return null;
		case "create-feedback":
			await createComment(client, where, change.issue, change);
			return null;
		case "react":
			await react(client, where, change);
			return null;
		case "edit-comment":
			await editComment(client, where, change);
			return null;
		case "delete-comment":
			await deleteComment(client, where, change.comment);
			return null;
		case "create-action": return {
			kind: "action",
			issue: await createAction(client, where, change)
		};
		case "write-commands":
		case "write-references":
		case "rewrite-action": return {
			kind: "issue",
			issue: await rewriteIssue(client, where, change)
		};
		case "assign":
			await assign(client, where, change);
			return null;
		case "link-action": return {
			kind: "link",
			refusal: await linkAction(client, where, change)
		};
		case "unlink-action":
			await unlinkAction(client, where, change);
			return null;
		case "close-duplicate":
			await closeAsDuplicate(client, where, change.action);
			return null;
		case "close-pull-request":
			await updatePullRequest(client, where, change.number, { state: "closed" });
			return null;
		case "delete-branch": {
			const sentence = await deleteBranch(client, where, change);
			return sentence === null ? null : {
				kind: "left",
				sentence
			};
		}
	}
}

// src/github/permissions.ts
const permissionSchema = object({
	role_name: nullish(string(), ""),
	permission: nullish(string(), ""),
	user: nullish(object({ permissions: nullish(object({ triage: nullish(boolean()) })) }))
});
function askPermissions(client, repository) {
	const answers = /* @__PURE__ */ new Map();
	const ask = (login) => {
		const answer = answers.get(login) ?? hasTriagePermission(client, repository, login);
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
async function hasTriagePermission(client, repository, username) {
	const response = await orNull(client.rest.repos.getCollaboratorPermissionLevel({
		...repository,
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

// src/pull-request/plan.ts
/** Whether more is to be planned once these changes are carried out. */
function isFirstStep(changes) {
	return changes.some(({ kind }) => kind === "merge-base");
}
function footingOf(state) {
	const { tip } = state;
	if (tip === null || isEnded(state)) return "anew";
	return tip.isOurs ? "ours" : "theirs";
}
/** What becomes of the branch and its pull request. Pure: the same observation gives the same plan. */
function planPullRequest(state, proposal) {
	const { log, branch, base, title, body, labels } = proposal;
	if (log === null || log === proposal.logAtBase) return withdraw(state, proposal);
	if (state.open === null && state.refused?.log?.text === log) return {
		result: "declined",
		pullRequest: state.refused.pullRequest,
		changes: []
	};
	if (state.tip?.isBehind && footingOf(state) === "theirs" && !isLeftBehind(state, proposal)) {
		const merge = {
			kind: "merge-base",
			branch,
			base: base.branch,
			commit: base.commit,
			signOff: proposal.signOff
		};
		return {
			result: "updated",
			pullRequest: state.open,
			changes: [merge]
		};
	}
	const commits = commitChanges(state, proposal, log);
	if (state.open === null && proposal.pullRequest === "branch") return {
		result: "branch",
		pullRequest: null,
		changes: commits
	};
	if (state.open === null) {
		const open = {
			kind: "open-pull-request",
			branch,
			base: base.branch,
			title,
			body,
			labels
		};
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
/**
* Whether a branch that is behind the base stays so: its pull request is open, its log is what would be written, and the base
* changed nothing that concerns it. Every push dismisses reviews and runs checks again.
*/
function isLeftBehind({ tip, open, isConflicting }, proposal) {
	const { log, logAtBase, base } = proposal;
	return tip !== null && open !== null && open.base.ref === base.branch && !isConflicting && tip.log?.text === log && (tip.logWhereItLeft?.text ?? null) === logAtBase;
}
/** Nothing differs from the base any more. */
function withdraw({ tip, open, closedByUs, isMerged }, { branch, pullRequest }) {
	const leftover = tip?.isOurs ? [{
		kind: "delete-branch",
		branch,
		from: tip.commit
	}] : [];
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
			{
				kind: "comment",
				issue: open.number,
				marker: CLOSING_MARKER,
				text: "The log on the base branch says all of this already, so there is nothing left to merge here."
			},
			{
				kind: "close-pull-request",
				number: open.number
			},
			...leftover
		]
	};
}
function commitChanges(state, proposal, log) {
	const { tip } = state;
	const footing = footingOf(state);
	const isWritten = tip?.log?.text === log && (footing === "theirs" || tip.isLogAlone && (!tip.isBehind || isLeftBehind(state, proposal)));
	if (footing !== "anew" && isWritten) return [];
	const { branch, base, path, commitMessage, signOff } = proposal;
	const message = footing === "theirs" ? commitMessage : messageWithTrailer(commitMessage, blobOf(log));
	const parents = parentsOf(tip, footing, base.commit);
	const commit = {
		path,
		content: log,
		message,
		treeOf: footing === "theirs" && tip !== null ? tip.commit : base.commit,
		parents,
		signOff
	};
	return [{
		kind: "commit",
		branch,
		from: tip?.commit ?? null,
		how: footing === "anew" ? "anew" : "forward",
		spare: state.spare,
		commit
	}];
}
function parentsOf(tip, footing, base) {
	if (tip === null || footing === "anew" || !tip.isAhead) return [base];
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
	return [...Object.keys(changed).length === 0 ? [] : [{
		kind: "update-pull-request",
		number: open.number,
		...changed
	}], ...missing.length === 0 ? [] : [{
		kind: "add-labels",
		issue: open.number,
		labels: missing
	}]];
}

// src/markers/status-comment.ts
/** Hash of what an incident says, all of it; the same however its lines end. Whole, for its author may write two texts to one hash. */
function incidentHash({ title, body }) {
	const words = JSON.stringify([title.trim(), (body ?? "").replace(/\r\n?/g, "\n").trim()]);
	return createHash("sha256").update(words).digest("hex");
}
const list = (digits) => `[0-9a-f]{${digits}}(?:,[0-9a-f]{${digits}})*`;
const feedbackMarker = new RegExp(`^<!-- incident-log: feedback problems=((?:${list(16)})?) confirmed=(changed|(?:${list(64)})?)(?: through=(0|[1-9]\\d{0,15})(?: text=([0-9a-f]{64}))?(?: actions=(${list(16)}))?)? -->$`);
/** Null for a marker of another kind, and for none. */
function readFeedbackMarker(marker) {
	const [, problems, confirmed, through, text, actions] = feedbackMarker.exec(marker ?? "") ?? [];
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
function writeFeedbackMarker({ problems, confirmed, commands }) {
	return `<!-- incident-log: feedback ${[
		`problems=${problems.join(",")}`,
		`confirmed=${confirmed === "changed" ? confirmed : confirmed.join(",")}`,
		...commands === null ? [] : [`through=${commands.through}`],
		...commands === null || commands.text === null ? [] : [`text=${commands.text}`],
		...commands === null || commands.actions.length === 0 ? [] : [`actions=${commands.actions.join(",")}`]
	].join(" ")} -->`;
}

// src/run/confirmation.ts
/**
* Judges a confirmation by the texts that it was given for: those that our comment remembers, and the one that the event of this run
* tells of, whose run alone knows who wrote it. A run that a stranger may have started learns nothing and undoes nothing; the schedule
* takes the text as it stands where none is remembered. Where nothing is remembered ever (`feedback: none`), events alone tell.
*/
async function judgeConfirmation({ issue, feedback }, occasion, { rule, isPermitted, ownLogin, memory, ownTexts }) {
	const former = feedback?.memory.confirmed ?? [];
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
	if (ownTexts.has(text)) return holds;
	if ("issue" in occasion && occasion.issue === issue.number && (occasion.kind === "confirmed" || occasion.kind === "edited")) {
		const { editor } = occasion;
		const told = incidentHash(occasion.text);
		const byTrusted = editor === null || await isTrusted({
			user: editor,
			author_association: "NONE"
		}, rule, isPermitted) || await isOurs(editor, ownLogin);
		if (known.includes(text) || byTrusted && told === text) return holds;
		if (memory === "none") return {
			verdict: told === text ? "undone" : "pending",
			remembered: []
		};
		if (!byTrusted) return told === text ? undone : {
			verdict: "pending",
			remembered: known
		};
		return {
			verdict: "pending",
			remembered: [...known, told]
		};
	}
	if (memory === "none") return {
		verdict: "holds",
		remembered: []
	};
	if (known.includes(text)) return holds;
	const isDecisive = occasion.kind === "schedule" || occasion.kind === "setup";
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
/**
* What the status comment is to remember before this program changes the text of an incident: the text to come, so that a run that ends
* in between undoes nobody's confirmation, and the commands that the change carries out. Null where there is nothing to remember, or no
* comment to remember it.
*/
function vouchFor({ issue, feedback, confirmation }, text, settles) {
	if (feedback === null) return null;
	const { verdict, remembered } = confirmation;
	const hash = incidentHash(text);
	const former = feedback.memory.confirmed === "changed" ? [] : feedback.memory.confirmed;
	const isConfirmed = verdict === "holds" && remembered !== "changed" && remembered.length > 0;
	if (!isConfirmed && settles === null) return null;
	const memory = {
		...feedback.memory,
		...isConfirmed ? { confirmed: [.../* @__PURE__ */ new Set([
			...former,
			...remembered,
			hash
		])] } : {},
		...settles === null ? {} : { commands: {
			...settles,
			text: hash
		} }
	};
	const { text: words, marker } = splitOwnMarker(feedback.body);
	if (readFeedbackMarker(marker) === null) return null;
	const changed = words + writeFeedbackMarker(memory);
	return {
		change: {
			kind: "edit-comment",
			issue: issue.number,
			comment: feedback.id,
			body: changed
		},
		feedback: {
			id: feedback.id,
			body: changed,
			memory
		}
	};
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
* The repository. Throws {@link Explained} for one that cannot have a log: archived, or with Issues or pull requests turned off. The list
* of issues is then empty and no error, and would empty the log.
*/
async function readRepository(client, repository) {
	const about = checked(repositorySchema, await client.rest.repos.get({ ...repository }));
	const obstacle = obstacleIn(about);
	if (obstacle !== null) throw new Explained(obstacle);
	return about;
}
function obstacleIn({ full_name: name, archived, fork, ...about }) {
	if (archived) return archivedSentence(name);
	if (!about.has_issues && fork) return `${name} is a fork, and Issues are turned off there: turn them on under Settings, General, Features to keep a log in the fork, or disable this workflow there under Actions.`;
	if (!about.has_issues) return issuesOffSentence(name);
	if (!about.has_pull_requests) return `Pull requests are turned off in ${name}, so the log cannot be proposed: turn them on under Settings, General, Features.`;
	return null;
}
/** The commit that the base branch points to. Throws {@link Explained} where there is none: GitHub answers 409 for an empty repository. */
async function readBase(client, repository, { base, name }) {
	const commit = await readBranch(client, repository, base).catch((error) => {
		if (!hasStatus(error, 409)) throw error;
		throw new Explained(`${name} has no commit yet: commit the issue form to ${base}, and run the workflow again.`);
	});
	if (commit !== null) return commit;
	throw new Explained(`The base branch ${base} does not exist; name one that does in the input \`base\`.`);
}

// src/commands/reply.ts
const replyMarker = /^<!-- incident-log: reply to=([1-9]\d{0,15}) (refused|help) -->$/;
/** The comment that a reply of ours answers, and how; null for a marker that is none of a reply. */
function readReplyMarker(marker) {
	const [, to, kind] = replyMarker.exec(marker ?? "") ?? [];
	return to !== void 0 && (kind === "refused" || kind === "help") ? [Number(to), kind] : null;
}
function writeReplyMarker(to, kind) {
	return `<!-- incident-log: reply to=${to} ${kind} -->`;
}
const longestLine = 120;
/** The reply to a comment, in Markdown; `others` says whether it holds commands that were carried out. */
function refusalText(refusals, others) {
	const items = refusals.slice(0, 20).map(({ command, mistake }) => {
		const line = [...`/${command.typed} ${command.words}`.trim()];
		const shown = line.length > longestLine ? `${line.slice(0, 119).join("")}…` : line.join("");
		const message = quoteInConversation(mistake.message);
		const examples = mistake.examples.map((example) => `\`${example}\``).join(" or ");
		return `- ${quoteInConversation(shown)}\n  ${message} Try: ${examples}`;
	});
	const more = refusals.length > items.length ? [`- … and ${refusals.length - items.length} more.`] : [];
	const rest = others === "some" ? " The other commands of that comment were carried out." : "";
	return [`Not carried out:\n\n${[...items, ...more].join("\n")}`, `Write it in a new comment, for one that is edited is not looked at again.${rest}`].join("\n\n");
}
/** What `/help` is answered with, in Markdown. `timezone` is an IANA name. */
function helpText({ template, timezone, onResolved }) {
	const row = (id, line) => fieldOf(template, id) === void 0 ? [] : [line];
	const closing = onResolved === "close" ? ", and closes the issue" : "";
	return [
		"Each command stands on a line of its own, anywhere in a comment:",
		[
			"| Command | What it does |",
			"| --- | --- |",
			...row("impact-started", "| `/started 14:30` | Records when its impact started. |"),
			"| `/detected 14:43` | Records when the incident was first detected. |",
			...row("declared", "| `/declared` | Records that it was declared an incident, as of now or at a time. |"),
			"| `/repaired` | Records that people can work again, as of now. A time and a note may follow: `/repaired 14:43 rolled back`. Also: `/mitigated`, `/restored`, `/fixed`. |",
			`| \`/resolved\` | Records that it is over, likewise${closing}. Also: \`/closed\`. |`,
			"| `/timeline 14:43 Traffic moved` | Puts what happened into the timeline, in the order of time. |",
			"| `/action Alert on it (@login, due 2024-11-01)` | Adds a review action, and makes its issue. |"
		].join("\n"),
		`A time is \`now\`, \`14:43\` or \`2:43 pm\` of the last 12 hours (${timezone}), or in full: \`2024-10-15 14:43\`. An offset such as \`+01:00\`, \`UTC\` or \`Z\` may stand behind it.`
	].join("\n\n");
}

// src/markers/cursor.ts
const cursorLine = /(?<=^|[\r\n])<!-- incident-log: commands through=([1-9]\d{0,15}) since=(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)(?: feedback=([1-9]\d{0,15}))?(?: actions=([0-9a-f]{16}(?:,[0-9a-f]{16})*))? -->[ \t]*(?:\r\n|[\r\n]|$)/g;
/** The cursor in a body, wherever a person may have moved its line; null where there is none. */
function readCursor(body) {
	const [, through, since = "", feedback, actions] = [...(body ?? "").matchAll(cursorLine)].at(-1) ?? [];
	const instant = Date.parse(since);
	if (through === void 0 || Number.isNaN(instant)) return null;
	return {
		through: Number(through),
		since: instant,
		feedback: feedback === void 0 ? null : Number(feedback),
		actions: actions?.split(",") ?? []
	};
}
/** The body with this cursor as its last line, in the place of any other. */
function withCursor(body, { through, since, feedback, actions }) {
	const former = [...body.matchAll(cursorLine)].at(-1);
	const start = former?.index ?? body.length;
	const words = (body.slice(0, start) + body.slice(start + (former?.[0].length ?? 0))).trimEnd();
	const parts = [
		`through=${through}`,
		`since=${new Date(since).toISOString().replace(/\.\d{3}Z$/, "Z")}`,
		...feedback === null ? [] : [`feedback=${feedback}`],
		...actions.length === 0 ? [] : [`actions=${actions.join(",")}`]
	];
	return `${words}${words === "" ? "" : lineEndingOf(words).repeat(2)}<!-- incident-log: commands ${parts.join(" ")} -->`;
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

// src/run/conversation.ts
/** One request for each hundred comments since the commands that were carried out last, and one for each odd thing among them. */
async function readConversation(issue, reader) {
	const { cursor, listed, own } = await readSinceCursor(issue, reader);
	const feedback = own.flatMap(feedbackIn);
	const replies = new Map(own.map(({ marker }) => readReplyMarker(marker)).filter((reply) => reply !== null));
	const isOurReaction = ownReactions(own, reader);
	const others = listed.filter((comment) => !own.some((each) => each.comment === comment));
	const comments = [];
	for (const comment of others.toSorted((one, other) => one.id - other.id)) comments.push(...await readCommandComment(comment, {
		cursor,
		replies,
		isOurReaction
	}, reader));
	const { rule, isPermitted } = reader;
	return {
		issue,
		author: (comments.length === 0 ? !isUntrustedAtSight(issue, rule) : await isTrusted(issue, rule, isPermitted)) ? "trusted" : "untrusted",
		cursor,
		comments,
		feedback: feedback.at(-1) ?? null,
		outdated: feedback.slice(0, -1).map(({ id }) => id)
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
function feedbackIn({ comment: { id, body }, marker }) {
	const memory = readFeedbackMarker(marker);
	return memory === null ? [] : [{
		id,
		body,
		memory
	}];
}
/**
* The comments since the cursor, and which commands it says were carried out. Anybody can type a cursor into an incident of theirs, to
* have commands skipped that are still to come, or to hide what we remember. So an untrusted author's is not read. In anybody else's text
* it is a hint: it counts where the comment that it names is there and by somebody trusted, and where our status comment, if there is one,
* says that these commands were carried out, or were about to be. Where it does not count, the status comment and our reactions tell.
*/
async function readSinceCursor(issue, reader) {
	const { client, repository, rule, isPermitted } = reader;
	const typed = readCursor(issue.body);
	const written = typed !== null && await isTrusted(issue, rule, isPermitted) ? typed : null;
	if (written !== null) {
		const since = await listSince(issue, written, reader);
		if (since !== null && await agrees(written, since, reader)) return {
			...since,
			cursor: written
		};
	}
	const listed = await listComments(client, repository, issue.number, null);
	const own = await ownAmong(listed, reader);
	if (written !== null && await agrees(written, {
		listed,
		own
	}, reader)) return {
		listed,
		own,
		cursor: written
	};
	const noted = own.flatMap(feedbackIn).at(-1)?.memory.commands ?? null;
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
			feedback: null,
			actions: noted.actions
		}
	};
}
/** The comments since a cursor, with our status comment, which may be older; null where that is wanted and not found. */
async function listSince(issue, { since, feedback }, reader) {
	const { client, repository } = reader;
	const listed = await listComments(client, repository, issue.number, since);
	const own = await ownAmong(listed, reader);
	if (reader.feedback === "none" || own.some((each) => feedbackIn(each).length > 0)) return {
		listed,
		own
	};
	const older = feedback === null ? null : await readComment(client, repository, feedback);
	if (!older?.issue_url.endsWith(`/issues/${issue.number}`)) return null;
	const ours = await ownAmong([older], reader);
	return ours.some((each) => feedbackIn(each).length > 0) ? {
		listed: [older, ...listed],
		own: [...ours, ...own]
	} : null;
}
/** Whether a hidden line in a trusted author's text is one that we wrote there, as far as comments tell. */
async function agrees({ through }, { listed, own }, { rule, isPermitted }) {
	const [status] = own.flatMap(feedbackIn).slice(-1);
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
/** A comment with commands that are not settled, or nothing. Who wrote it is asked only where something follows from that. */
async function readCommandComment(comment, { cursor, replies, isOurReaction }, reader) {
	const { client, repository, rule, isPermitted } = reader;
	const { id, created_at: created, updated_at: updated, reactions } = comment;
	const commands = readCommands(comment.body);
	const hasReaction = reactions["+1"] + reactions.confused > 0;
	const isPassed = id <= (cursor?.through ?? 0);
	const isAnswered = Date.parse(created) < reader.now - 1296e5 && reactions.confused > 0 && isUntrustedAtSight(comment, rule);
	if (commands.length === 0 || hasReaction && isPassed || isAnswered) return [];
	const author = await isTrusted(comment, rule, isPermitted) ? "trusted" : "untrusted";
	const answers = (author === "trusted" && hasReaction ? await readReactions(client, repository, id) : []).filter(({ content }) => content === "+1" || content === "confused");
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
async function observeIssues({ client, repository, settings, occasion, now, isPermitted, ownLogin, ownTexts }) {
	const about = await readRepository(client, repository);
	const base = settings.base || about.default_branch;
	const commit = await readBase(client, repository, {
		base,
		name: about.full_name
	});
	if (settings.branch === base) throw new Explained(`The inputs \`branch\` and \`base\` both name ${base}; give \`branch\` another name, for the log arrives there as a pull request.`);
	const [form, found, labels] = await Promise.all([
		readFile(client, repository, settings.templatePath, commit),
		listIssues(client, repository, settings.label, issueSchema),
		occasion.kind === "setup" ? missingLabels(client, repository, labelsOf(settings)) : []
	]);
	if (form === null && settings.templatePath !== ".github/ISSUE_TEMPLATE/incident.yml") throw new Explained(`The input \`template-path\` names ${settings.templatePath}, which does not exist on ${base}: correct the path, or add the form there.`);
	const template = schemaOf(form?.text ?? null, settings.templatePath);
	const opened = await openedMeanwhile(client, repository, {
		settings,
		occasion,
		template,
		listed: found
	});
	const issues = opened === null ? found : [...found, opened.issue];
	const rule = settings;
	const reader = {
		client,
		repository,
		rule,
		isPermitted,
		ownLogin,
		feedback: settings.feedback,
		now
	};
	const event = "issue" in occasion ? occasion.issue : null;
	const unlabelled = await unlabelledNow(client, repository, {
		occasion,
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
		const confirmation = await judgeConfirmation(conversation, occasion, {
			rule,
			isPermitted,
			ownLogin,
			memory,
			ownTexts
		});
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
		repository: {
			id: about.id,
			name: about.full_name,
			url: about.html_url
		},
		base: {
			branch: base,
			commit
		},
		template,
		listed: issues.map((issue) => current.get(issue.number) ?? issue),
		conversations,
		isPermitted,
		labelling: [
			...labels.map((label) => ({
				kind: "create-label",
				label
			})),
			...opened?.labelling ?? [],
			...undone.map(({ issue }) => {
				const { confirmedLabel: label } = settings;
				return {
					kind: "remove-label",
					issue: issue.number,
					label
				};
			})
		]
	};
}
/** The issue that has just lost the label, which is to be told. */
async function unlabelledNow(client, repository, { occasion, listed }) {
	if (occasion.kind !== "unlabelled" || listed.some(({ number }) => number === occasion.issue)) return [];
	const issue = await readIssue(client, repository, occasion.issue);
	return issue === null ? [] : [issue];
}
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
/**
* The issue that was opened through the form and that the list does not hold yet: GitHub dropped the form's label, or it got
* the label only after the list was read. As it will be once it has it.
*/
async function openedMeanwhile(client, repository, { settings, occasion, template, listed }) {
	if (occasion.kind !== "opened" || listed.some(({ number }) => number === occasion.issue)) return null;
	const issue = await readIssue(client, repository, occasion.issue);
	if (issue === null) return null;
	if (hasLabel(issue, settings.label)) return {
		issue,
		labelling: []
	};
	if (!hasFormShape(issue.body, template)) return null;
	const labels = [settings.label];
	const missing = await missingLabels(client, repository, labelsOf(settings).slice(0, 1));
	return {
		issue: {
			...issue,
			labels: [...issue.labels, ...labels]
		},
		labelling: [...missing.map((label) => ({
			kind: "create-label",
			label
		})), {
			kind: "add-labels",
			issue: issue.number,
			labels
		}]
	};
}
function withoutLabel(issue, name) {
	return {
		...issue,
		labels: issue.labels.filter((label) => !hasLabel({ labels: [label] }, name))
	};
}

// src/run/carry-out.ts
/** Carries changes out, or, in a dry run, does nothing. What the status comment is to remember of a change comes before it. */
async function carryOut$1(run, { conversations, repository: { url } }, planned) {
	const { client, repository, deadline, ownLogin, say, tally, memory, record } = run;
	const changes = planned.flatMap((change) => {
		if (change.kind !== "write-commands" && change.kind !== "write-references") return [change];
		const { issue, body, title, seen } = change;
		const text = {
			title: title ?? seen.title,
			body
		};
		run.ownTexts.add(incidentHash(text));
		const conversation = conversations.find((each) => each.issue.number === issue);
		const settles = change.kind === "write-commands" ? change.settles : null;
		const vouched = conversation && vouchFor({
			...conversation,
			feedback: memory.get(issue) ?? conversation.feedback
		}, text, settles);
		if (!vouched) return [change];
		memory.set(issue, vouched.feedback);
		return [vouched.change, change];
	});
	if (run.mode === "dry-run") return {
		changes,
		results: []
	};
	for (const change of changes) record.left.add(change);
	return {
		changes,
		results: (await apply(client, {
			...repository,
			url
		}, changes, {
			deadline,
			ownLogin,
			say,
			done(change) {
				if (change.kind === "create-action") tally.created += 1;
				record.left.delete(change);
				record.done.push(change);
			}
		})).filter((_, index) => planned.includes(changes[index]))
	};
}
/** The changes that create those of these labels which the repository lacks. */
async function labelChanges({ client, repository, settings, occasion }, names) {
	if (occasion.kind === "setup") return [];
	const wanted = labelsOf(settings).filter(({ name }) => names.includes(name));
	return (await missingLabels(client, repository, wanted)).map((label) => ({
		kind: "create-label",
		label
	}));
}

// src/commands/mistake.ts
const examples = {
	started: "/started 14:30",
	detected: "/detected 14:43",
	declared: "/declared 14:43",
	repaired: "/repaired 14:43 rolled back",
	resolved: "/resolved 2024-10-15 11:40",
	timeline: "/timeline 14:43 Traffic moved to the other region.",
	action: "/action Alert on failed sign-ins (@login, due 2024-11-01)",
	help: "/help"
};
function mistake$1(name, message) {
	return {
		kind: "mistake",
		message,
		examples: [examples[name]]
	};
}
/** With what was typed, corrected, where that is possible. */
function timeMistake(name, typed, { message, tries }) {
	return tries.length === 0 ? mistake$1(name, message) : {
		kind: "mistake",
		message,
		examples: tries.map((words) => `/${typed} ${words}`)
	};
}
function withoutField(name, id) {
	return mistake$1(name, `The issue form has no field with the id ${id}, so there is no place for it.`);
}
function withoutRoom(name) {
	return mistake$1(name, "It has no place in the text of the issue: that is as long as GitHub takes, or what stands there cannot be told apart; close what is left open in it, or edit it by hand.");
}

// src/commands/action.ts
/** Adds a review action to the list of an incident. */
function addAction(words, body, { template, url }) {
	const field = fieldOf(template, "review-actions");
	if (field === void 0) return withoutField("action", "review-actions");
	const text = cleanLine(words).replace(/\)[.!]+$/, ")");
	if (text === "") return mistake$1("action", "What is to be done is missing.");
	const answer = answerOf(body, template, "review-actions");
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
			if (added === void 0 || added.words === null || !isDeepStrictEqual(others, before)) continue;
			if (endsUnread(added.action)) return mistake$1("action", "Put the owner and the date at the very end, as “(@login, due YYYY-MM-DD)”, or one of the two.");
			const written = withAnswer(body, template, field, [changed]);
			if (written !== null) return {
				kind: "done",
				body: written,
				added: added.action.text
			};
		}
	}
	return withoutRoom("action");
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
const number = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|\d+(?:[.,]\d+)?)`;
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
	`${from}${near}\\s+~?${number}${to}(?!%|\\.\\d)`,
	`${from}(?:since|from|after|before|until|till?|by|as of)\\s+~?(?:${fourDigits}|\\d{1,2}\\.\\d{2})${to}(?!%|\\.\\d)`,
	`${from}(?:since|from|after|before|until|till?|by|or)\\s+~?${number}(?=\\s*(?:$|[,;!?)]|\\.(?!\\d)))`,
	word(String.raw`half past|half ${number}|quarter (?:to|past)|${number} o['’]?\s?clock|${fourDigits}z`)
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
	`${from}(?:${number}|half|a few|few|several|some|(?:a )?couple(?: of)?)(?:[\\s-]+(?:an?[\\s-]+)?|(?<=\\d))${unit}${to}`,
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
	String.raw`${number}[\s-]*${unit} ago`
]);
const signInFront = either(signs);
const zoneInFront = inFront([zoneNames], "u");
const dayBehind = new RegExp(String.raw`${from}(?:yesterday|tomorrow|last night|(?:on|last) ${weekday})[\s.!)]*$`, "iu");
/**
* Whether words behind a time, or in the place of one, name a day, a time, a zone or a distance in time: taken for a mere note, they
* would leave a false time. Looks for English words, and for numbers in the digits of any script.
*/
function namesTime(words) {
	const shown = inAscii(words);
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
function inAscii(words) {
	return withoutUnseen(words).normalize("NFKC").replace(/\p{Nd}/gu, (digit) => /\d/.test(digit) ? digit : "1").replace(/[\u02D0\u02F8\u2236\uA789]/g, ":").replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\s+/g, " ");
}

// src/commands/time.ts
const day = 24 * hour;
/** The furthest back that a clock showed a time which it will not show in the next 12 hours, on a day that is two hours longer. */
const furthest = 14 * hour;
/**
* The time that the words of a command begin with: `now`, which is when the comment was written; a time of day; or a full time as
* the form takes it. A time of day is the next one that the clock shows after the comment where that is at most 5 minutes ahead;
* more than that and up to 12 hours ahead is a mistake, since the clock may be one in another zone; otherwise it is the
* last time that the clock showed it. What stands behind a time may not change it. Nothing is guessed.
*
* @param behind what may stand behind the time, and alone: a note, or the text that tells what happened
*/
function readCommandTime(words, moment, behind) {
	const now = (behind === "note" ? /^now(?![\p{L}\p{N}-])/iu : /^now(?![\p{L}\p{N}-])/u).exec(words)?.[0];
	if (now !== void 0) {
		const instant = momentOf(moment);
		if (typeof instant !== "number") return instant;
		const rest = words.slice(now.length);
		return faultOfRest(rest, "YYYY-MM-DD HH:MM", behind) ?? {
			kind: "time",
			instant,
			rest: noteBehind(rest)
		};
	}
	const full = readOpeningTime(words, moment.timezone);
	if (full !== null) return fullTime(words, full, moment, behind);
	const clock = readOpeningClock(words);
	if (clock !== null) return clockTime(words, clock, moment, behind);
	if (!(behind === "note" ? namesTime : tellsTime)(words)) return { kind: "none" };
	const typed = correctedClock(words);
	if (typed !== null) return mistake(words, "is not a time in the form expected.", [typed]);
	return mistake(words, "may say when it was, in a way that is not read. Put the time in front.", [`YYYY-MM-DD HH:MM${restOf(words, behind)}`]);
}
/** The whole minute in which a comment was written, or what is wrong with relying on it. */
function momentOf({ at }) {
	if (at !== null) return Math.floor(at / minute) * minute;
	return {
		kind: "mistake",
		message: "The comment was edited since it was written, so the time must be given in full.",
		tries: []
	};
}
function fullTime(words, { reading, length }, { at, timezone }, behind) {
	const [typed, rest] = [words.slice(0, length), words.slice(length)];
	const isNote = /^\s*\(.*\)[\s.!]*$/s.test(rest) && !isQualifier(rest);
	const fault = isNote ? null : faultBehind(withoutUnseen(rest));
	if (fault !== null) return mistake(words, `${fault}.`, offsetTries(fault, typed));
	if (reading.kind === "problem") return {
		kind: "mistake",
		message: reading.message,
		tries: []
	};
	const { instant } = reading;
	if (at !== null && instant > at + 3e5) {
		const elsewhere = offsetBefore(instant - at, offsetAt(instant, timezone));
		const tries = /(?:Z|UTC|GMT|[+-]\d\d:\d\d)\s*$/i.test(withoutUnseen(typed)) || instant > at + 14 * 36e5 ? [] : [`${typed.trim()}${elsewhere}`];
		return mistake(typed, `is still to come in ${timezone}.`, tries.map((each) => each + restOf(rest, behind)));
	}
	return (behind === "text" || isNote ? null : faultOfRest(rest, withoutUnseen(typed).trim(), behind)) ?? {
		kind: "time",
		instant,
		rest: noteBehind(rest)
	};
}
function clockTime(words, { reading, length }, moment, behind) {
	const rest = words.slice(length);
	if (typeof reading === "string") return mistake(words.slice(0, length), `${reading}.`, []);
	const typed = `${pad(reading.hours)}:${pad(reading.minutes)}`;
	const fault = faultBehind(withoutUnseen(rest));
	if (fault !== null) return mistake(words, `${fault}.`, offsetTries(fault, typed));
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
	const clock = words.slice(0, length);
	if (!isAhead) return mistake(clock, `is a time that the clock in ${timezone} skipped of late.`, [full + note]);
	if (reading.offset !== null) return mistake(clock, "is still to come. If it was the day before, type the date.", [full + note]);
	return mistake(clock, `is still to come in ${timezone}, where the comment was written at ${formatTime(written, timezone).slice(11, 16)}. If your clock is in another zone, type its offset; if it was the day before, type the date.`, [`${typed}${offsetBefore(next - written, offsetAt(next, timezone))}${note}`, full + note]);
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
function offsetTries(fault, time) {
	return fault === "names its time zone in a way that is not read; UTC, GMT, Z and offsets such as +01:00 are, right behind the time" ? [`${withoutUnseen(time).trim()}±HH:MM`] : [];
}
/** What is wrong with the words behind a time, or behind `now`; null where they leave it what it is. */
function faultOfRest(rest, full, behind) {
	if (!(behind === "note" ? namesTime : changesTime)(rest)) return null;
	return mistake(rest.trim(), "behind the time may say another one. Type the time in full, and a note behind it in parentheses.", [full + restOf(rest, behind)]);
}
/** Words to go on with behind a time that is typed again; none that anybody would be notified by. */
function restOf(rest, behind) {
	const words = noteBehind(withoutUnseen(rest));
	if (!(words.length <= 60 && /\p{L}{2}/u.test(words) && !/[`@\p{Cc}]/u.test(words))) return behind === "note" ? "" : " …";
	return behind === "note" ? ` (${words})` : ` ${words}`;
}
/** `HH:MM` of a time of day that was typed with a full stop, say; null where that would be a guess. */
function correctedClock(words) {
	const [, hours, minutes] = /^(\d{1,2})\s?[:.h]\s?(\d{2})(?!\d|[:.]\d|\s*[ap]\.?m)/i.exec(withoutUnseen(words).normalize("NFKC")) ?? [];
	return hours === void 0 || Number(hours) > 23 || Number(minutes) > 59 ? null : `${pad(Number(hours))}:${minutes}`;
}
function pad(number) {
	return String(number).padStart(2, "0");
}
/** The words behind a time, without what parts them from it and without parentheses around the whole. */
function noteBehind(rest) {
	const words = trimUnseen(trimUnseen(rest).replace(/^[\s,;:.!–—-]+/, ""));
	const inside = /^\((.*)\)$/s.exec(words)?.[1];
	return inside === void 0 || !isBalanced(inside) ? words : inside.trim();
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
function mistake(words, fault, tries) {
	return {
		kind: "mistake",
		message: `${quote(words)} ${fault}`,
		tries
	};
}

// src/commands/timeline.ts
/**
* The answer to Context with one more entry, behind those that are not later and in front of the first later one behind them, written
* as they are: as an item, or as a line. All else stays to the character. Null where it would not be read as an entry there.
*
* @param entry begins with its time, and is one line
* @param lineEnding for an answer of a single line
*/
function withEntry(context, { instant, entry }, { timezone, lineEnding }) {
	if (context === "") return `- ${entry}`;
	const entries = contextEntries(context, timezone);
	const above = entries.findLastIndex((other) => other.instant <= instant);
	const [last, next] = [entries[above], entries[above + 1]];
	const eol = /[\r\n]/.test(context) ? lineEndingOf(context) : lineEnding;
	const line = `${(next ?? last)?.bullet ?? "- "}${entry}`;
	const inPlace = next === void 0 ? `${context}${eol}${line}` : `${context.slice(0, next.start)}${line}${eol}${context.slice(next.start)}`;
	if (!isReadable(context)) return inPlace;
	return [
		inPlace,
		`${context}${eol}${eol}- ${entry}`,
		`- ${entry}${eol}${eol}${context}`
	].find((text) => contextEntries(text, timezone).length === entries.length + 1) ?? null;
}

// src/commands/carry-out.ts
const eventFields = {
	started: "impact-started",
	detected: "first-detected",
	declared: "declared",
	repaired: "repaired",
	resolved: "resolved"
};
/** Events that nobody knows of when they happen, so that they are never now. */
const noticedLater = /* @__PURE__ */ new Set(["started", "detected"]);
/**
* Carries out a command of a comment that was written `at` an instant (UTC milliseconds; null where it was edited since): the answer
* concerned changes, and the Context where a time is recorded anew; the others do not. Never throws.
*/
function carryOut(command, body, at, place) {
	const moment = {
		at,
		timezone: place.timezone
	};
	const { name, typed, words, isUnreadable } = command;
	switch (name) {
		case "started":
		case "detected":
		case "declared":
		case "repaired":
		case "resolved": return recordEvent({
			...command,
			name
		}, body, moment, place);
		case "timeline": return recordEntry(words, body, moment, place);
		case "action": return addAction(words, body, place);
		case "help": return {
			kind: "done",
			body
		};
		case null:
			if (isUnreadable) return mistake$1("help", "The comment is too long, or nested too deeply, to find the commands in it.");
			return mistake$1(nearestCommand(typed) ?? "help", `There is no command “/${typed}”.`);
	}
}
function recordEvent({ name, typed, words }, body, moment, place) {
	const { template, timezone } = place;
	const field = fieldOf(template, eventFields[name]);
	if (field === void 0) return withoutField(name, eventFields[name]);
	const time = readCommandTime(words, moment, "note");
	if (time.kind === "mistake") return timeMistake(name, typed, time);
	if (time.kind === "none" && noticedLater.has(name)) return mistake$1(name, "The time is missing, and only you know when that was.");
	const instant = time.kind === "time" ? time.instant : momentOf(moment);
	if (typeof instant !== "number") return timeMistake(name, typed, instant);
	const early = beforeDetection({
		name,
		typed
	}, instant, body, moment, place);
	if (early !== null) return early;
	const remark = time.kind === "time" ? time.rest : noteBehind(words);
	const answer = answerOf(body, template, field.id ?? "");
	const former = readTime(answer, timezone);
	const earlier = former.kind === "time" ? former.time : null;
	const isSame = earlier?.instant === instant;
	const note = noteOf(remark) || (isSame ? earlier?.note ?? "" : "");
	const written = formatTime(instant, timezone);
	const texts = note === "" ? [written] : [`${written} (${note})`, `${written} (${escapeText(note)})`];
	const recorded = withAnswer(body, template, field, texts);
	if (recorded === null) return withoutRoom(name);
	if (former.kind === "problem" && /\p{L}{2}/u.test(answer)) return keep(name, withTimelineEntry(recorded, instant, [`${written} ${field.label} said before: ${cleanLine(answer)}`], place), recorded, place);
	if (earlier === null || isSame && (earlier.note === null || earlier.note === note)) return {
		kind: "done",
		body: recorded
	};
	const formerNote = earlier.note === null ? "" : ` (${earlier.note})`;
	const entry = `${formatTime(earlier.instant, timezone)} ${field.label}${formerNote}, recorded anew as ${written}`;
	return keep(name, withTimelineEntry(recorded, earlier.instant, [entry], place), recorded, place);
}
/** What is wrong with an event that comes out before First detected, which it cannot precede; null where nothing is. */
function beforeDetection({ name, typed }, instant, body, { at, timezone }, { template }) {
	const detection = fieldOf(template, "first-detected");
	if (name === "started" || name === "detected" || detection === void 0) return null;
	const first = readTime(answerOf(body, template, "first-detected"), timezone);
	if (first.kind !== "time" || instant >= first.time.instant) return null;
	const written = formatTime(instant, timezone);
	const offset = at === null ? null : offsetShortBefore(instant, at, timezone);
	const isLater = offset !== null && first.time.instant <= offset.instant;
	return {
		kind: "mistake",
		message: `That comes out as ${written}, before ${detection.label} (${formatTime(first.time.instant, timezone)}). If your clock is in another zone, type its offset; if ${detection.label} is wrong, correct it first.`,
		examples: [...isLater ? [`/${typed} ${written.slice(0, 16)}${offset.text}`] : [], "/detected YYYY-MM-DD HH:MM"]
	};
}
/** The body with what another time has replaced in its timeline; without that where the form has none. */
function keep(name, kept, recorded, { template }) {
	if (fieldOf(template, "context") === void 0) return {
		kind: "done",
		body: recorded
	};
	return kept === null ? withoutRoom(name) : {
		kind: "done",
		body: kept
	};
}
function recordEntry(words, body, moment, place) {
	if (fieldOf(place.template, "context") === void 0) return withoutField("timeline", "context");
	const time = readCommandTime(words, moment, "text");
	if (time.kind === "mistake") return timeMistake("timeline", "timeline", time);
	const instant = time.kind === "time" ? time.instant : momentOf(moment);
	if (typeof instant !== "number") return timeMistake("timeline", "timeline", instant);
	const text = cleanLine(time.kind === "time" ? time.rest : words);
	if (text === "") return mistake$1("timeline", "What happened is missing.");
	const { timezone } = place;
	const changed = withTimelineEntry(body, instant, [text, escapeText(text)].map((typed) => `${formatTime(instant, timezone)} ${typed}`), place);
	return changed === null ? withoutRoom("timeline") : {
		kind: "done",
		body: changed
	};
}
function withTimelineEntry(body, instant, entries, { template, timezone }) {
	const field = fieldOf(template, "context");
	if (field === void 0) return null;
	const context = answerOf(body, template, "context");
	const settings = {
		timezone,
		lineEnding: lineEndingOf(body)
	};
	const texts = entries.flatMap((entry) => withEntry(context, {
		instant,
		entry
	}, settings) ?? []);
	return withAnswer(body, template, field, texts);
}
/** A note on one line that can stand in parentheses: those in it that have no partner become brackets. */
function noteOf(typed) {
	const note = cleanLine(typed);
	return isBalanced(note) ? note : note.replaceAll("(", "[").replaceAll(")", "]");
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
	const carried = carryOutAll(pending, conversation, settings);
	const leftOver = comments.filter((comment) => !pending.includes(comment)).flatMap(settle);
	return {
		before: carried.verdicts.flatMap(({ comment, reply }) => reply === null || comment.reply !== null || issue.locked ? [] : [{
			kind: "reply",
			issue: issue.number,
			text: reply.text,
			marker: writeReplyMarker(comment.id, reply.kind)
		}]),
		rewrite: carried.rewrite,
		cursor: carried.cursor,
		after: [...carried.verdicts.map(reactTo), ...leftOver]
	};
}
function carryOutAll(pending, { issue, author, cursor, feedback }, settings) {
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
		const refusals = [];
		for (const command of comment.commands) {
			const result = carryOut(command, body, comment.wasEdited ? null : comment.at, place);
			if (result.kind === "mistake") refusals.push({
				command,
				mistake: result
			});
			else {
				body = result.body;
				done.push(`/${command.typed}`);
				closes ||= command.name === "resolved";
				if (result.added !== void 0) added.push(textHash(result.added));
			}
		}
		return verdictOn(comment, refusals, settings);
	});
	const actions = withoutIssue(added, body, place);
	const reached = {
		through: last.id,
		since: first.at,
		feedback: feedback?.id ?? cursor?.feedback ?? null,
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
	return {
		verdicts,
		cursor: reached,
		rewrite: {
			kind: "write-commands",
			issue: issue.number,
			seen: {
				title: issue.title,
				body: issue.body
			},
			body: written,
			...isToClose ? { closes: "completed" } : {},
			commands: done,
			settles: isChanged ? {
				through: last.id,
				actions
			} : null
		}
	};
}
/** The hashes of items that still lack an issue. */
function withoutIssue(hashes, body, { template, url }) {
	const { actions } = readReviewActions(answerOf(body, template, "review-actions"), url);
	const lacking = new Set(actions.filter(({ issue }) => issue === null).map(({ text }) => textHash(text)));
	return [...new Set(hashes)].filter((hash) => lacking.has(hash));
}
function refuseAll({ commands }) {
	return commands.map((command) => ({
		command,
		mistake: withoutRoom(command.name ?? "help")
	}));
}
function verdictOn(comment, refusals, settings) {
	const isHelp = comment.commands.some(({ name, isUnreadable }) => name === "help" || name === null && !isUnreadable);
	if (refusals.length === 0) return {
		comment,
		refusals,
		reply: isHelp ? {
			kind: "help",
			text: helpText(settings)
		} : null
	};
	const others = refusals.length < comment.commands.length ? "some" : "none";
	const text = refusalText(refusals, others);
	return {
		comment,
		refusals,
		reply: {
			kind: "refused",
			text: isHelp ? `${text}\n\n${helpText(settings)}` : text
		}
	};
}
function reactTo({ comment, refusals }) {
	return {
		kind: "react",
		comment: comment.id,
		content: refusals.length === 0 ? "+1" : "confused"
	};
}
/** The reaction that a comment lacks which is not to be carried out: any more, or ever. */
function settle({ id, author, wasEdited, hasReaction, reply }) {
	if (hasReaction) return [];
	if (author === "untrusted") return [{
		kind: "react",
		comment: id,
		content: "confused"
	}];
	return wasEdited ? [] : [{
		kind: "react",
		comment: id,
		content: reply === "refused" ? "confused" : "+1"
	}];
}

// src/run/commands.ts
/** Carries out what people have commanded, one incident after the other, and returns the issues as they are after it. */
async function reconcileCommands(run, seen) {
	const { log, onResolved } = run.settings;
	const settings = {
		template: seen.template,
		timezone: log.timezone,
		onResolved
	};
	const changes = [];
	const rewritten = /* @__PURE__ */ new Map();
	const conversations = [];
	for (const conversation of seen.conversations) {
		const { issue, confirmation } = conversation;
		if (!hasLabel(issue, run.settings.label) || confirmation.verdict === "pending") {
			conversations.push(conversation);
			continue;
		}
		const { before, rewrite, after, cursor } = planCommands(conversation, settings);
		conversations.push({
			...conversation,
			cursor
		});
		const done = await carryOut$1(run, seen, [
			...before,
			...rewrite === null ? [] : [rewrite],
			...after
		]);
		changes.push(...done.changes);
		if (rewrite === null) continue;
		const closed = rewrite.closes ? {
			state: "closed",
			state_reason: rewrite.closes
		} : {};
		const { body, state, state_reason } = done.results.find((result) => result?.kind === "issue")?.issue ?? {
			...issue,
			...closed,
			body: rewrite.body
		};
		rewritten.set(issue.number, {
			...issue,
			body,
			state,
			state_reason
		});
	}
	const current = (issue) => rewritten.get(issue.number) ?? issue;
	return {
		seen: {
			...seen,
			listed: seen.listed.map(current),
			conversations: conversations.map((each) => ({
				...each,
				issue: current(each.issue)
			}))
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
async function closedByBots(client, repository, { listed, logs, repositoryUrl, template, settings }) {
	const isRecorded = ({ body }) => ["repaired", "resolved"].some((id) => readTime(answerOf(body, template, id), settings.log.timezone).kind === "time");
	const candidates = listed.filter((issue) => whyNoIncident(issue, settings.label) === "false-alarm" && isRecorded(issue));
	if (candidates.length === 0) return [];
	const entries = logs.flatMap((log) => readLog(log, repositoryUrl).entries.filter(isManaged));
	const inLog = new Set(entries.map(({ issue }) => issue));
	return (await Promise.all(candidates.filter(({ number }) => inLog.has(number)).map(async (issue) => ({
		...issue,
		closed_by_bot: await closingBot(client, repository, issue.number)
	})))).filter(({ closed_by_bot: bot }) => bot !== null && !isAllowedBot(bot, settings));
}

// src/run/tracking.ts
/** The issues with the label, and one request for each further one that an item in the log refers to. */
async function readTracking(client, repository, { place, incidents, labelled, atOnce, isTrustedAuthor }) {
	const known = new Map(labelled.map((issue) => [referenceKey(issue.number), issue]));
	const shown = incidents.filter(({ incident }) => incident?.state !== "ongoing");
	const others = [...itemsByIssue({
		incidents: shown,
		aliases: /* @__PURE__ */ new Map()
	}).values()].flatMap(([item]) => item?.action.issue ?? []).filter((reference) => !known.has(referenceKey(reference)));
	const keyed = (await Promise.all(others.map(async (reference) => {
		const issue = await readReference(client, repository, reference);
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
		atOnce,
		issues: new Map(issues),
		aliases: new Map(aliases.map(({ reference, key }) => [reference, key]))
	};
}
/** When issues got their last reminder; asked for only where somebody may have to be reminded. */
async function readReminders(client, repository, tracking, settings, ownLogin) {
	const { changes } = planReminders(tracking, settings, /* @__PURE__ */ new Map());
	if (!changes.some(({ kind }) => kind === "replace-comment")) return /* @__PURE__ */ new Map();
	return commentedSince(client, repository, REMINDER_MARKER, remindersSince(settings), ownLogin);
}

// src/run/observe.ts
/** Reads all else that decides what becomes of the log, once: the repository's files as of the same commit of the base. */
async function observe({ client, repository, settings, occasion, now, ownLogin }, seen) {
	const { path: logPath } = settings.log;
	const { reviewActions } = settings;
	const { base, isPermitted, repository: place } = seen;
	const event = "issue" in occasion ? occasion.issue : null;
	const [logAtBase, branch, actions, judged] = await Promise.all([
		readFile(client, repository, logPath, base.commit),
		readBranchState(client, repository, {
			branch: settings.branch,
			logPath,
			base,
			ownLogin
		}),
		reviewActions && listIssues(client, repository, reviewActions.label, actionIssueSchema),
		judgeAuthors(incidentIssues(seen.listed, settings.label), {
			rule: settings,
			isPermitted,
			event
		})
	]);
	const { trusted } = judged;
	const stale = await closedByBots(client, repository, {
		listed: seen.listed,
		logs: [logAtBase, branch.tip?.log].flatMap((file) => file?.text ?? []),
		repositoryUrl: place.url,
		template: seen.template,
		settings
	});
	const kept = await judgeAuthors(stale, {
		rule: settings,
		isPermitted,
		event
	});
	const own = [...trusted, ...kept.trusted].sort((one, other) => one.number - other.number);
	const unasked = [...judged.unasked, ...kept.unasked];
	const told = seen.conversations.map(({ issue }) => issue).filter(({ number }) => !own.some((issue) => issue.number === number));
	const known = await withReopenings(client, repository, [...own, ...told], seen.template, settings);
	const byNumber = new Map(known.map((issue) => [issue.number, issue]));
	const current = (issue) => byNumber.get(issue.number) ?? issue;
	const candidates = own.map(current);
	const reading = {
		timezone: settings.log.timezone,
		now
	};
	const incidents = [...readIssues(candidates, seen.template, reading), ...unasked.map((issue) => ({
		issue,
		incident: null,
		problems: [],
		author: "unasked"
	}))];
	const tracking = actions && await readTracking(client, repository, {
		place,
		incidents,
		labelled: actions,
		atOnce: new Map(seen.conversations.map(({ issue, cursor }) => [issue.number, cursor?.actions ?? []])),
		isTrustedAuthor: async (issue) => await isTrusted(issue, settings, isPermitted) || await isOurs(issue.user, ownLogin)
	});
	return {
		...seen,
		listed: seen.listed.map(current),
		conversations: seen.conversations.map((conversation) => ({
			...conversation,
			issue: current(conversation.issue)
		})),
		repositoryUrl: place.url,
		logAtBase,
		branch,
		incidents,
		tracking,
		reminders: occasion.kind === "schedule" && reviewActions !== null && tracking !== null ? await readReminders(client, repository, tracking, {
			...settings.log,
			...reviewActions,
			now
		}, ownLogin) : null
	};
}
/** One request for each issue that is open again though it says when it was resolved: only its events tell since when. */
async function withReopenings(client, repository, issues, template, { label, log }) {
	const isInDoubt = (issue) => isReopened(issue) && incidentIssues([issue], label).length > 0 && readTime(answerOf(issue.body, template, "resolved"), log.timezone).kind === "time";
	return Promise.all(issues.map(async (issue) => isInDoubt(issue) ? {
		...issue,
		reopened_at: await lastReopening(client, repository, issue.number)
	} : issue));
}

// src/review-actions/links.ts
/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues */
const MOST_SUB_ISSUES = 100;
/** Those that their incident lists and that are not its sub-issues yet. */
function planLinks(situation) {
	const { tracking, progress, ours, twins } = situation;
	const unlinked = /* @__PURE__ */ new Map();
	const note = (reason, action) => unlinked.set(reason, [...unlinked.get(reason) ?? [], action]);
	const changes = [];
	const byNumber = new Map(tracking.incidents.map((read) => [read.issue.number, read]));
	const children = groupBy(ours.filter((each) => !twins.has(each.issue.number) && ownItem(each, situation) !== void 0), ({ marker }) => marker.incident);
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
				changes.push({
					kind: "link-action",
					incident,
					action: number,
					id
				});
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
/** Stands in the comment that an issue gets when its item has gone. */
const UNLISTED_MARKER = "<!-- incident-log: unlisted -->";
/**
* An issue whose item has gone from the list that it came from is told so, once; nothing else becomes of it. A list that cannot be
* told from the incident's text says nothing of its items: that is a problem of the incident.
*
* @param adopted issues that are about to be referred to
*/
function planUnlisted(situation, adopted) {
	const { ours, items, twins, tracking, progress, settings } = situation;
	const left = ours.filter(({ issue, marker }) => {
		const { number } = issue;
		return !(items.has(referenceKey(number)) || adopted.has(number) || twins.has(number)) && hasLabel(issue, settings.label) && marker.item !== "unlisted";
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
	return [...locked ? [] : [{
		kind: "comment",
		issue: number,
		marker: UNLISTED_MARKER,
		text
	}], {
		kind: "rewrite-action",
		issue: number,
		seen: {
			title,
			body
		},
		title,
		body: withMarker(body ?? "", {
			...marker,
			item: UNLISTED
		})
	}];
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
	const situation = situationOf(tracking, progress, settings);
	const plans = planIncidents(situation);
	const adopted = new Set(plans.flatMap(({ references }) => references.map(({ issue }) => issue)));
	const links = planLinks(situation);
	const rewrites = planRewrites(situation);
	const unlisted = planUnlisted(situation, adopted);
	return {
		changes: [
			...plans.flatMap(({ changes }) => changes),
			...links.changes,
			...rewrites.changes,
			...retireTwins(situation),
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
function planRewrites(situation) {
	const { ours, twins } = situation;
	const changed = ours.flatMap((each) => {
		const { issue, marker } = each;
		const listed = ownItem(each, situation);
		if (listed === void 0 || issue.state === "closed" || twins.has(issue.number)) return [];
		return marker.item === itemHash(listed.action) || !isUntouched(issue, marker) ? [] : [{
			issue,
			marker,
			listed
		}];
	});
	return {
		changes: changed.flatMap(({ issue, marker, listed: { action, incident } }) => {
			const owner = ownerOf(action, situation);
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
			return [...isToAssign && action.owner !== null ? [{
				kind: "assign",
				issue: number,
				assignees: [action.owner]
			}] : [], {
				kind: "rewrite-action",
				issue: number,
				seen: {
					title,
					body
				},
				...written
			}];
		}),
		unknownOwners: unknownOwners(changed.map(({ listed }) => listed), situation)
	};
}
/**
* The label goes last, for by it a run that was cut short is gone on with. The run that made the twin may be linking it at this
* moment, so it is taken from under its incident late, whether or not it was seen there.
*/
function retireTwins({ ours, twins, items, tracking, settings }) {
	return ours.flatMap(({ issue, marker }) => {
		const { number, id } = issue;
		if (!twins.has(number) || items.has(referenceKey(number))) return [];
		const [repository, parent] = parentOf(issue)?.split("#") ?? [];
		const incident = repository === tracking.repository.name.toLowerCase() ? Number(parent) : marker.incident;
		return [
			...issue.state === "open" ? [{
				kind: "close-duplicate",
				action: number
			}] : [],
			{
				kind: "unlink-action",
				incident,
				action: number,
				id
			},
			{
				kind: "remove-label",
				issue: number,
				label: settings.label
			}
		];
	});
}

// src/run/review-actions.ts
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
async function reconcileActions(seen, settings, reminders, questions) {
	let tracking = seen;
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
	throw new Explained("The review actions do not come to rest: GitHub does not keep what is written into an issue as it was written; see the steps above.");
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
function advance(progress, change, result) {
	if (change.kind === "create-action") return {
		...progress,
		created: progress.created + 1
	};
	if (change.kind === "comment") return {
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
/** What is known once a change has been carried out. */
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
		case "write-references": return result?.kind === "issue" ? withIncident(tracking, result.issue, settings) : tracking;
		case "rewrite-action": {
			if (result?.kind !== "issue") return tracking;
			const { title, body } = result.issue;
			return withIssue(tracking, change.issue, () => ({
				title,
				body
			}));
		}
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
function withIncident(tracking, rewritten, { template, timezone, now }) {
	const incidents = tracking.incidents.map((read) => {
		if (read.issue.number !== rewritten.number) return read;
		const [again] = readIssues([{
			...read.issue,
			body: rewritten.body
		}], template, {
			timezone,
			now
		});
		return again ?? read;
	});
	return {
		...tracking,
		incidents
	};
}

// src/status-comment/text.ts
const times = [
	"impact-started",
	"first-detected",
	"declared",
	"repaired",
	"resolved"
];
/** The commands by which the fields of these ids are filled in; times in full, for nobody knows how long ago they were. */
const commands = /* @__PURE__ */ new Map([
	["impact-started", "/started YYYY-MM-DD HH:MM"],
	["first-detected", "/detected YYYY-MM-DD HH:MM"],
	["declared", "/declared YYYY-MM-DD HH:MM"],
	["repaired", "/repaired YYYY-MM-DD HH:MM"],
	["resolved", "/resolved YYYY-MM-DD HH:MM"],
	["context", "/timeline YYYY-MM-DD HH:MM what happened"],
	["review-actions", "/action what should change (@login, due YYYY-MM-DD)"]
]);
/**
* The comment that tells on an incident's issue how it was read: its state, times, figures and review actions, what must be mended and
* what is missing, with the words to type; where it stands; and, once it is repaired, what is still empty, to be copied. Markdown that
* ends in `marker`, at most what GitHub takes, and the same for the same facts. Nobody is mentioned by it.
*/
function feedbackText(facts, marker) {
	const { kind } = facts.standing;
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
			head: [standingText(facts)],
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
function stateText({ standing, body, incident, reopenedAt, template, timezone }) {
	if (standing.kind === "false-alarm") return "**False alarm**: closed as not planned.";
	if (standing.kind === "duplicate") return "**Duplicate** of another incident.";
	if (standing.kind === "unlabelled") return `**No incident** any more: it lacks the label ${code(standing.label)}.`;
	if (incident === null) return "**Not read**: its first detection is missing, or cannot be read.";
	const wasResolved = readTime(answerOf(body, template, "resolved"), timezone).kind === "time";
	if (reopenedAt !== null && wasResolved && incident.resolved === null) return `**Ongoing again**: it was reopened${Number.isFinite(reopenedAt) ? ` on ${formatTime(reopenedAt, timezone)}` : ""}, and the times of repair and resolution from before do not count. Record later ones by \`/repaired\` and \`/resolved\`, or close it.`;
	return {
		ongoing: "**Ongoing**",
		repaired: "**Repaired**, not resolved yet",
		resolved: "**Resolved**"
	}[incident.state];
}
function timesSection({ body, incident, template, timezone }) {
	const rows = template.fields.filter(({ id }) => times.includes(id ?? "")).map((field) => {
		const answer = answerOf(body, template, field.id ?? "");
		const reading = readTime(answer, timezone);
		const note = reading.kind === "time" && reading.time.note !== null ? ` (${reading.time.note})` : "";
		const words = reading.kind === "time" ? quoteInConversation(clipped(formatTime(reading.time.instant, timezone) + note)) : reading.kind === "blank" ? "–" : `*not read:* ${quoteInConversation(clipped(plainLine(answer)))}`;
		return [escapeText(field.label), words];
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
function figure(minutes, operand, { state }) {
	const words = figureText(minutes, operand, state);
	return minutes === null ? `*${words}*` : words;
}
function problemText({ standing }) {
	return ({ rule, field, message }) => {
		const command = commands.get(field ?? "");
		const isTime = rule.startsWith("timestamp-") || rule === "event-missing" || rule === "event-order";
		const isObeyed = standing.kind !== "unconfirmed" && standing.kind !== "changed";
		const hint = command !== void 0 && isTime && isObeyed ? ` Or comment \`${command}\`.` : "";
		return quoteInConversation(message) + hint;
	};
}
/** What is no mistake, and yet wanted. */
function missing({ body, isOpen, incident, template, timezone }) {
	if (incident === null) return [];
	return ["repaired", "resolved"].flatMap((id) => {
		const field = template.fields.find((candidate) => candidate.id === id);
		if (field === void 0 || incident[id] !== null) return [];
		if (readTime(answerOf(body, template, id), timezone).kind !== "blank") return [""];
		const label = `**${escapeText(field.label)}**`;
		return isOpen ? `${label}: comment \`/${id}\` once it is, or \`/${id} HH:MM\`.` : `${label} is not recorded though the issue is closed, and is not guessed: comment \`${commands.get(id)}\`.`;
	}).slice(0, isOpen ? 1 : 2).filter((line) => line !== "");
}
function actionSection({ incident, repositoryUrl }) {
	const items = (incident?.reviewActions ?? []).map(({ text, state, issue, owner, due }) => {
		const link = issue === null ? "" : issueLink(issue, repositoryUrl);
		const words = quoteInConversation(clipped(plainLine(text)));
		const people = [owner ?? "", due === null ? "" : `due ${due}`].filter((part) => part !== "").join(", ");
		return [
			link,
			words,
			people === "" ? "" : `(${quoteInConversation(people)})`,
			state ? `**${state}**` : ""
		].filter((part) => part !== "").join(" ");
	});
	return list$1("**Review actions**", items);
}
function standingText({ standing, pullRequest, compareUrl, log, repositoryUrl }) {
	const file = `[${escapeText(log.path)}](${log.url})`;
	switch (standing.kind) {
		case "listed": {
			if (standing.news === "nothing") return `It is in ${file}.`;
			if (compareUrl !== null) return `Will be added to ${file} once somebody [opens the pull request](${compareUrl}) and merges it.`;
			const request = pullRequest === null ? "for it" : `[#${pullRequest.number}](${pullRequest.url})`;
			if (pullRequest?.state === "closed") return `Somebody closed the pull request ${request}, which would bring this into ${file}: reopen it to have it there.`;
			return standing.news === "all" ? `It enters ${file} with the pull request ${request}.` : `It is in ${file}, and what has changed since enters with the pull request ${request}.`;
		}
		case "not-read":
		case "hand-kept": return "What becomes of it in the log is said above.";
		case "failed": return `**The log could not be brought up to date**: ${quoteMessage(standing.message, repositoryUrl)}`;
		case "false-alarm":
		case "duplicate":
		case "unlabelled": return "It is not in the log.";
		case "unconfirmed": return `**Not in the log yet**, for whoever filed it may not triage issues here. Somebody who may must read it, and add the label ${code(standing.confirmedLabel)}.`;
		case "changed": return `**Not in the log**, for its text has changed since it was confirmed. Somebody who may triage issues here must read it again, and add the label ${code(standing.confirmedLabel)} anew.`;
	}
}
function code(text) {
	return `\`${text.replaceAll("`", "")}\``;
}
/** What is still empty once an incident is repaired: commands for a comment, and headings for the issue's text. */
function emptySections({ body, incident, template }) {
	if (incident === null || incident.state === "ongoing") return [];
	const { answers } = readAnswers(body, template);
	const empty = template.fields.filter((field) => (answers.get(field)?.text ?? "") === "");
	const typed = empty.flatMap(({ id }) => commands.get(id ?? "") ?? []);
	const headings = empty.filter(({ id }) => !commands.has(id ?? "")).map(({ label }) => `### ${label}\n`).join("\n");
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
* What is to be said on an incident's issue, and its label. The comment is edited in place, which notifies nobody, and not at all when it
* says all of it already; when a problem is new, another one is posted before the former is deleted, so that people are told, and none is
* missing when the run ends in between.
*/
function planFeedback({ issue, feedback, outdated }, facts, remembered, settings) {
	const { number } = issue;
	const forget = (comment) => ({
		kind: "delete-comment",
		issue: number,
		comment
	});
	const changes = [...labelChange(issue, facts, settings), ...outdated.map(forget)];
	if (settings.feedback === "none") return feedback === null ? changes : [...changes, forget(feedback.id)];
	const former = facts.standing.kind === "failed" ? feedback?.memory.problems ?? [] : [];
	const memory = {
		problems: [.../* @__PURE__ */ new Set([...facts.problems.map(problemHash), ...former])].slice(0, mostProblems),
		...remembered
	};
	const marker = writeFeedbackMarker(memory);
	const body = feedbackText(facts, marker);
	if (feedback?.body.replaceAll("\r\n", "\n").trim() === body) return changes;
	const create = {
		kind: "create-feedback",
		issue: number,
		marker,
		text: body.slice(0, -marker.length).trimEnd()
	};
	const isSilent = issue.locked || facts.standing.kind === "unlabelled";
	if (feedback === null) return isSilent ? changes : [...changes, create];
	return memory.problems.some((problem) => !feedback.memory.problems.includes(problem)) && !issue.locked ? [
		...changes,
		create,
		forget(feedback.id)
	] : [...changes, {
		kind: "edit-comment",
		issue: number,
		comment: feedback.id,
		body
	}];
}
/** As many as a marker remembers: who has more to mend is told soon enough. */
const mostProblems = 100;
/** The label is set and taken off by itself; those that people set stay. */
function labelChange(issue, { problems, standing }, { problemLabel }) {
	const { number } = issue;
	const isThere = hasLabel(issue, problemLabel);
	if (isThere === problems.length > 0 || isThere && standing.kind === "failed") return [];
	return isThere ? [{
		kind: "remove-label",
		issue: number,
		label: problemLabel
	}] : [{
		kind: "add-labels",
		issue: number,
		labels: [problemLabel]
	}];
}
/** The same wherever it stands: lines move when somebody writes above them. */
function problemHash({ rule, field, message }) {
	return hashOf(rule, field, message.replace(/\bline \d+/g, "line"));
}

// src/status-comment/facts.ts
/** What there is to say on the incidents that somebody may be waiting at. Pure. */
function planAllFeedback(state, settings) {
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
		return planFeedback(current, facts, memory, settings);
	});
}
function factsOf({ issue, confirmation }, known, state, settings) {
	const { template, repositoryUrl, log, pullRequest, compareUrl, now, failure } = state;
	const { timezone } = settings.log;
	const read = known ?? readIssues([issue], template, {
		timezone,
		now
	})[0];
	const own = state.problems.filter((problem) => problem.issue === issue.number);
	const dismissed = dismissal(issue, settings);
	const incident = read?.incident ?? null;
	return {
		body: issue.body,
		isOpen: issue.state === "open",
		incident: incident && withActionStates(incident, state.actionStates),
		reopenedAt: filed(issue).reopenedAt,
		problems: dismissed !== null ? [] : known === void 0 || failure !== null ? read?.problems ?? [] : own,
		standing: dismissed ?? standingOf(known, own, {
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
function standingOf(known, problems, { confirmation, failure, news }, { confirmedLabel }) {
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
/** What the comment is to remember of a confirmation: the text as this run has left it. */
function confirmedTexts({ issue, confirmation }) {
	const { verdict, remembered: texts } = confirmation;
	return verdict === "holds" && texts !== "changed" && texts.length > 0 ? [incidentHash(issue)] : texts;
}
/** What the comment is to remember of commands: all of them have been answered by now. */
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

// src/run/status-comments.ts
/** Says on the incidents that somebody may be waiting at how they were read, and what has come of that. */
async function reconcileFeedback(run, seen, logged) {
	const { settings, now, memory } = run;
	const { repositoryUrl, base, tracking } = seen;
	if (seen.conversations.length === 0) return {
		changes: [],
		results: []
	};
	const { path } = settings.log;
	const address = (part) => encodeURI(part).replaceAll("#", "%23");
	const changes = planAllFeedback({
		conversations: seen.conversations.map((conversation) => ({
			...conversation,
			feedback: memory.get(conversation.issue.number) ?? conversation.feedback
		})),
		incidents: seen.incidents,
		actionStates: tracking === null ? /* @__PURE__ */ new Map() : actionStates(tracking),
		log: {
			path,
			url: `${repositoryUrl}/blob/${address(base.branch)}/${address(path)}`
		},
		template: seen.template,
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
			...whatCame(logged, repositoryUrl)
		}
	}, settings);
	const { problemLabel } = settings;
	const isNeeded = changes.some((change) => change.kind === "add-labels");
	const isThere = seen.listed.some((issue) => hasLabel(issue, problemLabel));
	const labels = isNeeded && !isThere ? await labelChanges(run, [problemLabel]) : [];
	return carryOut$1(run, seen, [...labels, ...changes]);
}
function whatCame({ pullRequest, compareUrl, log, logAtBase, result }, repositoryUrl) {
	const { entries } = changesBetween(logAtBase, log.text, repositoryUrl);
	const news = entries.map(({ issue, kind }) => [issue, kind === "added" ? "all" : "some"]);
	return {
		problems: log.problems,
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
const TIMES_OUTDATED = 3;
/**
* One run: observe everything, plan, apply. When somebody else was faster (a branch that moved, a pull request opened at
* the same moment) it looks again, at most three times.
*/
async function sync(started) {
	const run = {
		...started,
		isPermitted: askPermissions(started.client, started.repository),
		ownLogin: askOwnLogin(started.client),
		tally: { created: 0 },
		memory: /* @__PURE__ */ new Map(),
		ownTexts: /* @__PURE__ */ new Set()
	};
	for (let times = 1;; times += 1) {
		run.memory.clear();
		run.record.left.clear();
		try {
			return await reconcile(run);
		} catch (error) {
			if (!(error instanceof Outdated) || times === TIMES_OUTDATED) throw error;
			run.say(`${error.message} Looking again.`);
		}
	}
}
async function reconcile(run) {
	const issues = await observeIssues(run);
	const labels = await carryOut$1(run, issues, issues.labelling);
	const commanded = await reconcileCommands(run, issues);
	const tracked = await reconcileTracked(run, await observe(run, commanded.seen));
	const logged = await saidWhereItFails(run, tracked.seen, () => reconcileLog(run, tracked.seen, tracked.actions));
	const said = await reconcileFeedback(run, tracked.seen, logged);
	const changes = [
		...labels.changes,
		...commanded.changes,
		...tracked.changes,
		...logged.changes,
		...said.changes
	];
	return {
		...logged,
		changes
	};
}
/** What comes of the log. A run that fails at it says so on the incidents, where people are waiting, and fails. */
async function saidWhereItFails(run, seen, updateLog) {
	try {
		return await updateLog();
	} catch (error) {
		const failure = error instanceof Outdated ? null : explain(error);
		if (failure !== null) await reconcileFeedback(run, seen, { failure }).catch(() => {});
		throw error;
	}
}
/** The pull request's part of a run, in two steps where the base must be merged into the branch first. */
async function reconcileLog(run, seen, actions) {
	const first = await planAndApply(run, seen, actions);
	if (run.mode === "dry-run" || !isFirstStep(first.changes)) return first;
	const second = await planAndApply(run, await observe(run, await observeIssues(run)), actions);
	if (isFirstStep(second.changes)) throw new Outdated("The base moved while this run was merging it.");
	return {
		...second,
		changes: [...first.changes, ...second.changes],
		result: second.result === "unchanged" ? first.result : second.result
	};
}
/** The review actions' part of a run, and what there is to see after it. */
async function reconcileTracked(run, seen) {
	const { reviewActions, log } = run.settings;
	if (reviewActions === null || seen.tracking === null) return {
		seen,
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
		template: seen.template,
		timezone: log.timezone,
		now: run.now
	};
	const { tracking, changes, created, notes, problems } = run.mode === "dry-run" ? firstStep(seen.tracking, settings, seen.reminders) : await reconcileActions(seen.tracking, settings, seen.reminders, {
		created: run.tally.created,
		isAssignable: (login) => isAssignable(run.client, run.repository, login),
		missingLabels: (names) => labelChanges(run, names),
		apply: async (changes) => (await carryOut$1(run, seen, changes)).results
	});
	const open = openActions(tracking, settings);
	return {
		seen: {
			...seen,
			tracking,
			incidents: tracking.incidents
		},
		actions: {
			created,
			open,
			notes,
			problems
		},
		changes
	};
}
async function planAndApply(run, seen, actions) {
	const planned = plan(run.settings, seen, actions, run.now);
	const { results } = await carryOut$1(run, seen, planned.changes);
	const opened = results.find((result) => result?.kind === "pull-request");
	const moved = results.find((result) => result?.kind === "branch")?.branch ?? seen.branch.branch;
	const proposed = {
		base: seen.base.branch,
		branch: moved,
		title: run.settings.pullRequestTitle
	};
	return {
		...planned,
		pullRequest: opened?.pullRequest ?? planned.pullRequest,
		compareUrl: planned.result === "branch" ? compareUrlOf(planned.repositoryUrl, proposed) : null
	};
}
/** Pure: the same observation gives the same plan. */
function plan(settings, seen, actions, now) {
	const { branch, logAtBase, repositoryUrl } = seen;
	const logOnBranch = branch.tip?.log ?? null;
	const footing = footingOf(branch);
	const [existingFile, where] = footing === "theirs" ? [logOnBranch, branch.branch] : [logAtBase, seen.base.branch];
	const existing = existingFile?.text ?? null;
	const former = footing === "anew" ? [logAtBase] : [logOnBranch, logAtBase];
	const built = buildLog({
		issues: seen.incidents,
		actionStates: seen.tracking === null ? /* @__PURE__ */ new Map() : actionStates(seen.tracking),
		settings: settings.log,
		repositoryUrl,
		existing,
		existingName: `${settings.log.path} on the branch ${where}`,
		formerLogs: former.flatMap((file) => file?.text ?? []),
		now
	});
	const log = {
		...built,
		problems: [...built.problems, ...actions.problems]
	};
	const isEmpty = existing === null && log.incidents.length + log.kept.length === 0;
	const removals = removalsOf(seen, settings);
	const planned = planPullRequest(branch, {
		log: isEmpty ? null : log.text,
		logAtBase: logAtBase?.text ?? null,
		path: settings.log.path,
		branch: branch.branch,
		base: seen.base,
		title: settings.pullRequestTitle,
		body: pullRequestBody({
			before: logAtBase?.text ?? null,
			log,
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
		log,
		logAtBase: logAtBase?.text ?? null,
		repositoryUrl,
		notice: missingFormNotice(seen.template),
		removals,
		changes: planned.changes,
		actions,
		unasked: seen.incidents.filter(({ author }) => author === "unasked").length
	};
}
/** Why issues that are listed are no incidents, by number. */
function removalsOf({ listed, incidents }, { label }) {
	const trusted = new Set(incidents.map(({ issue }) => issue.number));
	return new Map(listed.filter(({ number }) => !trusted.has(number)).map((issue) => [issue.number, incidentIssues([issue], label).length === 0 ? "dismissed" : "untrusted"]));
}

// src/action/main.ts
/** One run as an action: inputs in; outputs, annotations and step summary out. Ends red when work was left undone. */
async function runInActions(occasion) {
	const record = {
		done: [],
		left: /* @__PURE__ */ new Set()
	};
	await explained(async () => {
		const inputs = readInputs();
		const deadline = Date.now() + RUN_LIMIT_MILLISECONDS;
		report(await sync({
			client: createClient(inputs.token, deadline),
			repository: context.repo,
			settings: inputs.settings,
			occasion,
			now: Date.now(),
			deadline,
			mode: inputs.mode,
			record,
			say
		}), inputs, "issue" in occasion ? occasion.issue : null);
	}, (failure) => failureSummary({
		failure,
		repositoryUrl: repositoryUrl(),
		done: record.done.map((change) => `${describe(change)}.`),
		left: [...record.left].map((change) => `${describe(change)}.`)
	}));
}
/** Fails the run before it has begun. */
async function failWith(sentence) {
	await explained(() => Promise.reject(new Explained(sentence)), (failure) => failureSummary({
		failure,
		repositoryUrl: repositoryUrl(),
		done: [],
		left: []
	}));
}
function report(outcome, { mode, onProblems, settings }, eventIssue) {
	const { log, pullRequest, compareUrl, actions, unasked } = outcome;
	const problems = [...log.problems];
	if (mode === "apply") {
		setOutput("result", outcome.result);
		setOutput("pull-request-number", pullRequest?.number ?? "");
		setOutput("pull-request-url", pullRequest?.html_url ?? "");
		setOutput("compare-url", compareUrl ?? "");
	}
	setOutput("incidents", log.incidents.length + log.kept.length + log.handKept.length);
	setOutput("actions-open", actions.open.length);
	setOutput("actions-created", actions.created);
	setOutput("actions-overdue", actions.open.filter(({ isOverdue }) => isOverdue).length);
	setOutput("problems", JSON.stringify(problems));
	if (unasked > 0) notice(unaskedNote(unasked, settings.confirmedLabel));
	annotate(warningsOf(problems, actions.notes, eventIssue));
	const headline = headlineOf(outcome, mode, settings.log.path);
	say(headline);
	const done = outcome.changes.map((change) => mode === "dry-run" ? wouldDo(describe(change)) : `${describe(change)}.`);
	if (mode === "dry-run") for (const line of done) say(line);
	const failure = onProblems === "fail" && problems.length > 0 ? `${problems.length} ${problems.length === 1 ? "problem needs" : "problems need"} fixing on the issues named above; the log was written all the same.` : null;
	writeSummary(stepSummary({
		...outcome,
		headline,
		failure,
		before: outcome.logAtBase,
		openActions: actions.open,
		done,
		notes: actions.notes
	}));
	if (failure !== null) setFailed(failure);
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
function annotate(warnings) {
	const { shown, rest, notice: notice$1 } = withinAnnotationLimit(warnings, {
		reserved: 0,
		rest: "The step summary lists all of them."
	});
	if (notice$1 !== null) notice(notice$1);
	for (const { message, title } of shown) warning(message, { title });
	for (const { message, title } of rest) say(`${title}: ${message}`);
}
/** "Would open a pull request …" */
function wouldDo(change) {
	return `Would ${change.charAt(0).toLowerCase()}${change.slice(1)}.`;
}
function headlineOf(outcome, mode, path) {
	const { result, pullRequest, compareUrl, log, logAtBase } = outcome;
	const where = pullRequest === null ? "" : ` ${pullRequest.html_url}`;
	const isWithoutLog = logAtBase === null && log.incidents.length + log.kept.length === 0;
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

export { failWith, runInActions };