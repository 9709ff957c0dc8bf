import { $ as createClient, A as isListLegible, At as array, B as closeAsDuplicate, Bt as string, C as itemHash, Cn as lineStart, Ct as isTrustedAssociation, D as hashOf, Dt as hasFormShape, E as UNLISTED, Et as contextEntries, F as lineEndingOf, Fn as readOpeningTime, Ft as number, G as parentOf, H as isAssignable, Ht as url, I as longestBody, In as readTime, It as object, J as blobOf, K as readReference$1, L as withAnswer, Lt as picklist, M as withCursor, Mn as formatTime, N as answerOf, Nn as instantsShown, Nt as literal, O as readMarker, On as compareQuarters, Ot as readAnswers, P as fieldOf, Pn as quote, Pt as nullish, Q as checked, R as actionIssueSchema, Rt as pipe, S as isUntouched, Sn as isThematicBreak, St as isTrusted, T as writeAction, Tn as groupBy, Tt as trustOf, U as isHere, V as createAction, Vt as union, W as linkAction, X as RUN_LIMIT_MILLISECONDS, Xt as readReviewActions, Y as readFile, Yt as locateReviewActions, Z as allPages, Zt as Explained, _ as situationOf, _n as parseMarkdown, _t as withActionStates, a as writeSummary, an as SUMMARY_LIMIT_BYTES, at as hasStatus, b as itemsByIssue, bn as quoteInConversation, bt as incidentIssues, c as OVERDUE_LABEL, cn as shortened, ct as context, d as planReminders, dn as faultBehind, dt as warning, et as mustLookAgain, f as remindersSince, fn as isManaged, ft as buildLog, g as placeOf, gn as isReadable, gt as schemaOf, h as ownerOf, hn as plainLine, ht as referenceKey, i as say, in as BODY_LIMIT, it as explain, j as readCursor, jn as formatDate, jt as boolean, k as withMarker, kn as quarterName, kt as splitOwnMarker, l as REMINDER_MARKER, ln as table, lt as setFailed, m as ownItem, mn as isPlain, mt as readIssues, n as readCommands, nn as findingSection, nt as orNull, on as clipped, ot as isRateLimit, p as planIncidents, pn as readLog, pt as filed, q as unlinkAction, r as explained, rt as Outdated, s as readInputs, sn as list$1, st as secondsToWait, t as commandNames, tt as nothing, u as openActions, ut as setOutput, v as unknownOwners, vn as cleanLine, vt as issueLink, w as textHash, wn as figureText, wt as issueSchema, x as trustedMarker, xn as unescapeText, xt as isReopened, y as actionStates, yn as escapeText, yt as hasLabel, z as assign } from "./core.js";
import { isDeepStrictEqual } from "node:util";
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";

// src/github/branch.ts
/** Commit trailer that names the blob of the log that a commit of ours wrote. */
const TRAILER = "Incident-Log-Blob";
const refSchema = object({ object: object({ sha: string() }) });
const comparisonSchema = object({
	ahead_by: number(),
	merge_base_commit: object({ sha: string() }),
	commits: array(object({
		sha: string(),
		commit: object({ message: string() })
	})),
	files: array(object({ filename: string() }))
});
const tipSchema = object({
	message: string(),
	parents: array(object({ sha: string() }))
});
/** The commit that a branch points to, or null where there is no such branch. Any other refusal is thrown. */
async function readBranch(client, repository, branch) {
	const response = await orNull(client.rest.git.getRef({
		...repository,
		ref: `heads/${branch}`
	}));
	return response === null ? null : checked(refSchema, response).object.sha;
}
/** How the branch, whose tip is `commit`, stands to the base commit. */
async function readTip(client, repository, { commit, logPath, baseCommit }) {
	const [log, comparison] = await Promise.all([readFile(client, repository, logPath, commit), compare(client, repository, baseCommit, commit)]);
	const isLogAlone = comparison !== null && hasLogAlone(comparison, logPath);
	const isOurs = comparison?.ahead_by === 0 || isLogAlone && log !== null && log.blob === lastWritten(comparison) || await isWrittenByUs(client, repository, {
		commit,
		logPath,
		log
	});
	return {
		commit,
		log,
		isAhead: comparison?.ahead_by !== 0,
		isBehind: comparison?.merge_base_commit.sha !== baseCommit,
		isLogAlone,
		isOurs
	};
}
/** Null where the two have no common ancestor. */
async function compare(client, repository, base, head) {
	const basehead = `${base}...${head}`;
	const response = await orNull(client.rest.repos.compareCommitsWithBasehead({
		...repository,
		basehead
	}));
	return response === null ? null : checked(comparisonSchema, response);
}
function hasLogAlone({ files }, logPath) {
	return files.every(({ filename }) => filename === logPath);
}
/** The blob that the last commit of ours wrote, as far as the list reaches (250 commits). */
function lastWritten({ commits }) {
	return commits.map((each) => trailerOf(each.commit.message)).findLast((blob) => blob !== null) ?? null;
}
/**
* Whether the tip itself is a commit of ours, unchanged since. A base that was rewritten, that is another one now, or that is
* hundreds of our commits behind makes the branch look full of other people's work; but we put our trailer only on a branch
* that holds nothing else.
*/
async function isWrittenByUs(client, repository, { commit, logPath, log }) {
	const response = await client.rest.git.getCommit({
		...repository,
		commit_sha: commit
	});
	const { message, parents } = checked(tipSchema, response);
	const parent = parents.at(-1)?.sha;
	if (parent === void 0 || log === null || trailerOf(message) !== log.blob) return false;
	const comparison = await compare(client, repository, parent, commit);
	return comparison !== null && hasLogAlone(comparison, logPath);
}
/** The message of a commit of ours, with the trailer by which the branch is known to be ours. */
function messageWithTrailer(message, blob) {
	return `${message}\n\n${TRAILER}: ${blob}\n`;
}
function trailerOf(message) {
	const [, blob] = message.match(new RegExp(`^${TRAILER}: ([0-9a-f]{40})$`, "m")) ?? [];
	return blob ?? null;
}
/**
* Makes the commit and returns its name; no branch moves yet. Neither author nor committer is set, so that GitHub signs it
* (https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots).
*/
async function createCommit(client, repository, commit) {
	const shaSchema = object({ sha: string() });
	const parent = checked(object({ tree: shaSchema }), await client.rest.git.getCommit({
		...repository,
		commit_sha: commit.treeOf
	}));
	const tree = checked(shaSchema, await client.rest.git.createTree({
		...repository,
		base_tree: parent.tree.sha,
		tree: [{
			path: commit.path,
			mode: "100644",
			type: "blob",
			content: commit.content
		}]
	}));
	return checked(shaSchema, await client.rest.git.createCommit({
		...repository,
		message: commit.message,
		tree: tree.sha,
		parents: [...commit.parents]
	})).sha;
}
/**
* Points the branch at `commit`. `from` is where the branch was seen: null creates it. It moves forward only, unless
* `how` is `anew`: then the branch is read once more right before it is moved, and the window that remains is one request.
*/
async function moveBranch(client, repository, { branch, from, commit, how }) {
	const outdated = new Outdated(`The branch ${branch} moved while this run was preparing a commit for it.`);
	if (how === "anew" && from !== null && await readBranch(client, repository, branch) !== from) throw outdated;
	const moved = { object: object({ sha: literal(commit) }) };
	try {
		const response = from === null ? await client.rest.git.createRef({
			...repository,
			ref: `refs/heads/${branch}`,
			sha: commit
		}) : await client.rest.git.updateRef({
			...repository,
			ref: `heads/${branch}`,
			sha: commit,
			force: how === "anew"
		});
		checked(object(moved), response);
	} catch (error) {
		if (!hasStatus(error, 409, 422)) throw error;
		if (await readBranch(client, repository, branch) === from) throw error;
		throw outdated;
	}
}
/** Deletes the branch if it is still where it was seen; it is read right before, and the window that remains is one request. */
async function deleteBranch(client, repository, { branch, from }) {
	if (await readBranch(client, repository, branch) !== from) return;
	try {
		checked(nothing, await client.rest.git.deleteRef({
			...repository,
			ref: `heads/${branch}`
		}));
	} catch (error) {
		if (!hasStatus(error, 404, 422)) throw error;
	}
}
/** Merges the base into the branch by GitHub's own merge; a conflict is for a person to settle. */
async function mergeBase(client, repository, { branch, base, commit }) {
	try {
		const response = await client.rest.repos.merge({
			...repository,
			base: branch,
			head: commit
		});
		checked(union([nothing, object({ sha: string() })]), response);
	} catch (error) {
		if (hasStatus(error, 404)) throw new Outdated(`The branch ${branch} was deleted at the same moment.`);
		if (!hasStatus(error, 409)) throw error;
		throw new Explained(`The branch ${branch} has somebody's commits on it that conflict with ${base}; merge ${base} into ${branch} by hand, or delete ${branch}, and run the workflow again.`);
	}
}

// src/github/comment.ts
const commentSchema = object({
	id: number(),
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
		"+1": nullish(number(), 0),
		confused: nullish(number(), 0)
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
* The hidden marker that it ends in, on a line of its own: a reply by mail quotes the whole comment that it answers. One
* counts only in text by a bot or by somebody trusted, for anybody can type one.
*/
function ownMarker({ body, user, author_association }) {
	const last = body.trimEnd().split(/[\r\n]/).at(-1);
	return (user?.type === "Bot" || isTrustedAssociation(author_association)) && last?.startsWith("<!-- incident-log:") ? last : null;
}
function isMarked(comment, marker) {
	return ownMarker(comment) === marker;
}
/** The comments of an issue, oldest first; those that were written or edited since an instant (UTC milliseconds) alone, if it is given. */
function listComments(client, repository, issue, since) {
	const from = since === null ? {} : { since: new Date(since).toISOString() };
	return allPages(commentSchema, (page) => client.rest.issues.listComments({
		...repository,
		issue_number: issue,
		...from,
		...page
	}));
}
/** A comment, or null where it is gone. */
async function readComment(client, repository, comment) {
	const response = await orNull(client.rest.issues.getComment({
		...repository,
		comment_id: comment
	}));
	return response && checked(commentSchema, response);
}
/** Who has reacted to a comment; nobody where it is gone. */
async function readReactions(client, repository, comment) {
	return await orNull(allPages(reactionSchema, (page) => client.rest.reactions.listForIssueComment({
		...repository,
		comment_id: comment,
		...page
	}))) ?? [];
}
/** Reacts to a comment; that it is gone, or has been reacted to so before, is fine. */
async function react(client, repository, { comment, content }) {
	const request = {
		...repository,
		comment_id: comment,
		content
	};
	const response = await orNull(client.rest.reactions.createForIssueComment(request));
	if (response !== null) checked(reactionSchema, response);
}
/** Rewrites a comment of ours, which notifies nobody. Throws {@link Outdated} where it is gone. */
async function editComment(client, repository, { comment, body }) {
	const response = await orNull(client.rest.issues.updateComment({
		...repository,
		comment_id: comment,
		body
	}));
	if (response === null) throw new Outdated("A comment of ours was deleted meanwhile.");
	checked(commentSchema, response);
}
async function commentsWith(client, repository, issue, marker) {
	return (await listComments(client, repository, issue, null)).filter((comment) => isMarked(comment, marker));
}
/** Whether an issue or pull request has a comment with this hidden marker, by a bot or by somebody trusted. */
async function hasCommentWith(client, repository, issue, marker) {
	return (await commentsWith(client, repository, issue, marker)).length > 0;
}
/** Comments once: a comment with the same marker is not followed by a second. */
async function commentOnce(client, repository, issue, { marker, text }) {
	if (await hasCommentWith(client, repository, issue, marker)) return;
	await createComment(client, repository, issue, {
		marker,
		text
	});
}
/** Comments anew, which notifies people as an edit would not, and takes the former comments with this marker away. */
async function replaceComment(client, repository, issue, { marker, text }) {
	await deleteComments(client, repository, issue, marker);
	await createComment(client, repository, issue, {
		marker,
		text
	});
}
async function createComment(client, repository, issue, { marker, text }) {
	const body = `${text}\n\n${marker}`;
	const response = await client.rest.issues.createComment({
		...repository,
		issue_number: issue,
		body
	});
	checked(commentSchema, response);
}
/** Deletes the comments with this marker, by a bot or by somebody trusted. */
async function deleteComments(client, repository, issue, marker) {
	for (const { id } of await commentsWith(client, repository, issue, marker)) await deleteComment(client, repository, id);
}
/** Deletes a comment; that it is gone is fine. */
async function deleteComment(client, repository, comment) {
	const response = await orNull(client.rest.issues.deleteComment({
		...repository,
		comment_id: comment
	}));
	if (response !== null) checked(nothing, response);
}
/**
* The numbers of the issues that have got a comment with this marker since an instant (UTC milliseconds), and when. One list
* for the whole repository, so that it costs the same however many issues there are to look at.
*/
async function commentedSince(client, repository, marker, since) {
	const comments = await allPages(commentSchema, (page) => client.rest.issues.listCommentsForRepo({
		...repository,
		since: new Date(since).toISOString(),
		...page
	}));
	return new Map(comments.filter((comment) => isMarked(comment, marker) && Date.parse(comment.created_at) >= since).map(({ issue_url, created_at }) => [Number(issue_url.split("/").at(-1)), Date.parse(created_at)]));
}

// src/github/incidents.ts
const permissionSchema = object({
	role_name: nullish(string(), ""),
	permission: nullish(string(), ""),
	user: nullish(object({ permissions: nullish(object({ triage: nullish(boolean()) })) }))
});
const labelSchema = object({ name: string() });
const eventSchema = object({
	event: nullish(string(), ""),
	created_at: string()
});
/** Every issue and pull request that carries `label`, open or closed, oldest first, as far as `schema` reads it. */
function listIssues(client, repository, label, schema) {
	return allPages(schema, (page) => client.rest.issues.listForRepo({
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
function askPermissions(client, repository) {
	const answers = /* @__PURE__ */ new Map();
	return (login) => {
		const answer = answers.get(login) ?? hasTriagePermission(client, repository, login);
		answers.set(login, answer);
		return answer;
	};
}
/** Answers whose the token is, where it is a person's; null for an app's, which may not ask (403). Asks GitHub once. */
function askOwnLogin(client) {
	let answer;
	return () => {
		answer ??= ownLogin(client);
		return answer;
	};
}
async function ownLogin(client) {
	try {
		const { login } = checked(object({ login: string() }), await client.rest.users.getAuthenticated());
		return login;
	} catch (error) {
		if (hasStatus(error, 401, 403, 404) && !isRateLimit(error)) return null;
		throw error;
	}
}
/** The issues among these whose author may put an incident into the log. */
async function trustedIssues(issues, rule, isPermitted) {
	const answers = await Promise.all(issues.map(async (issue) => hasLabel(issue, rule.confirmedLabel) || await isTrusted(issue, rule, isPermitted)));
	return issues.filter((_, index) => answers[index]);
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
/** Those of these labels that the repository does not have. One list tells of all of them. */
async function missingLabels(client, repository, labels) {
	if (labels.length === 0) return [];
	const present = { labels: (await allPages(labelSchema, (page) => client.rest.issues.listLabelsForRepo({
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
	const reopened = (await allPages(eventSchema, (page) => client.rest.issues.listEvents({
		...repository,
		issue_number: issue,
		...page
	}))).findLast(({ event }) => event === "reopened");
	return reopened === void 0 ? null : Date.parse(reopened.created_at);
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

// src/github/pull-request.ts
/** Stands in the body of every pull request of ours. One without it was opened or rewritten by a person, and is theirs. */
const PULL_REQUEST_MARKER = "<!-- incident-log: pull-request -->";
/** Stands in the comment with which we close a pull request, so that this is not taken for a person's refusal. */
const CLOSING_MARKER = "<!-- incident-log: nothing-differs -->";
const pullRequestSchema = object({
	number: number(),
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
async function readBranchState(client, repository, { branch, logPath, base: { branch: baseBranch, commit: baseCommit } }) {
	const [commit, pullRequests] = await Promise.all([readBranch(client, repository, branch), listPullRequests(client, repository, branch)]);
	const tip = commit === null ? null : await readTip(client, repository, {
		commit,
		logPath,
		baseCommit
	});
	const openOnes = pullRequests.filter(({ state }) => state === "open");
	const open = openOnes.find(({ body }) => body.includes("<!-- incident-log: pull-request -->")) ?? openOnes.find(({ base }) => base.ref === baseBranch) ?? null;
	const isMerged = pullRequests.some(({ merged_at, head }) => merged_at !== null && head.sha === commit);
	const ended = pullRequests.find(({ state, merged_at }) => state === "closed" && merged_at === null);
	if (open !== null || ended === void 0) return {
		tip,
		open,
		isMerged,
		closedByUs: null,
		refused: null
	};
	if (await hasCommentWith(client, repository, ended.number, "<!-- incident-log: nothing-differs -->")) return {
		tip,
		open,
		isMerged,
		closedByUs: ended,
		refused: null
	};
	return {
		tip,
		open,
		isMerged,
		closedByUs: null,
		refused: {
			pullRequest: ended,
			log: await readFile(client, repository, logPath, ended.head.sha)
		}
	};
}
/** Pull requests from our branch, newest first. GitHub allows one open one for each base, so a page is enough. */
async function listPullRequests(client, repository, branch) {
	const found = checked(array(pullRequestSchema), await client.rest.pulls.list({
		...repository,
		head: `${repository.owner}:${branch}`,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	}));
	const fullName = `${repository.owner}/${repository.repo}`.toLowerCase();
	return found.filter(({ head }) => head.repo?.full_name.toLowerCase() === fullName);
}
async function openPullRequest(client, repository, pullRequest) {
	const { title, body, branch: head, base, compareUrl } = pullRequest;
	const open = async () => checked(pullRequestSchema, await client.rest.pulls.create({
		...repository,
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
		if (hasStatus(error, 403) && error.message.includes("not permitted to create")) throw new Explained(`GitHub Actions is not permitted to create or approve pull requests: the log stands on the branch ${head}, but a person must open the pull request at ${compareUrl}, or turn on “Allow GitHub Actions to create and approve pull requests” in the settings under Actions, General, and run the workflow again.`);
		if (hasStatus(error, 422) && /already exists|No commits between/.test(error.message)) throw new Outdated(`Somebody else opened the pull request of ${head}, or merged it, at the same moment.`);
		throw error;
	}
}
/** Throws {@link Outdated} when the pull request has been closed meanwhile, unless that is what is wanted. */
async function updatePullRequest(client, repository, number, { body, base, state }) {
	if (checked(pullRequestSchema, await client.rest.pulls.update({
		...repository,
		pull_number: number,
		...body === void 0 ? {} : { body },
		...base === void 0 ? {} : { base },
		...state === void 0 ? {} : { state }
	})).state !== (state ?? "open")) throw new Outdated(`Pull request #${number} was closed or merged at the same moment.`);
}

// src/apply.ts
/**
* Carries out a plan's changes in order and returns what came of each. Starts none after `deadline` (UTC milliseconds).
* Throws {@link Outdated} when GitHub shows that the plan rests on something that has changed.
*/
async function apply(client, repository, changes, { deadline, say, done }) {
	const results = [];
	for (const [index, change] of changes.entries()) {
		if (Date.now() > deadline) {
			const left = changes.slice(index).map(describe).join("; ");
			throw new Explained(`The run has used up its ten minutes; left for the next run: ${left}.`);
		}
		say(`${describe(change)}.`);
		try {
			results.push(await carryOut$2(client, repository, change));
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
		case "replace-comment": return `Comment on #${change.issue}, in the place of a former comment`;
		case "delete-comments": return `Delete the comment of ours on #${change.issue}`;
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
async function carryOut$2(client, repository, change) {
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
			await moveBranch(client, where, {
				...change,
				commit
			});
			return null;
		}
		case "open-pull-request": {
			const [base, branch] = [change.base, change.branch].map((name) => encodeURI(name).replaceAll("#", "%23"));
			const compareUrl = `${url}/compare/${base}...${branch}?expand=1`;
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
			await commentOnce(client, where, change.issue, change);
			return null;
		case "replace-comment":
			await replaceComment(client, where, change.issue, change);
			return null;
		case "delete-comments":
			await deleteComments(client, where, change.issue, change.marker);
			return null;
		case "reply":
			await commentOnce(client, where, change.issue, change);
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
		case "delete-branch":
			await deleteBranch(client, where, change);
			return null;
	}
}

// src/log/actions.ts
const label = "- **Review Actions**:";
/**
* The review actions that an entry lists, as `writeEntry` words them; never throws. They are no part of what `readLog` gives,
* for they take longer to read and are wanted of few entries. Marks that a person typed at the end of an action's first
* paragraph, where the log has ours, cannot be told from them.
*
* @param log the source that the entry was read from
* @param repositoryUrl as `readLog` takes it
*/
function readActions(entry, log, repositoryUrl) {
	const lines = log.slice(entry.start, entry.ownEnd).replaceAll("\r\n", "\n").split("\n");
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
	const { words, state, issue } = takeMarks(first, repositoryUrl);
	if (words !== "" && !endsParagraph(words, first)) return {
		text: item,
		state: null,
		issue: null
	};
	return {
		text: withoutBlankLines(words + item.slice(first.length)),
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
		words: state === null ? before : before.slice(0, mark?.index),
		state,
		issue
	};
}
/** The issue that a link of our own leads to; null for a person's link. */
function readReference(link, text, repositoryUrl) {
	const name = unescapeText(text);
	const issue = /^#[1-9]\d{0,14}$/.test(name) ? Number(name.slice(1)) : name;
	return issueLink(issue, repositoryUrl).toLowerCase() === link.toLowerCase() ? issue : null;
}
/** Whether what was taken from behind the words stood in a paragraph, and not in a heading or in code. */
function endsParagraph(words, first) {
	return words === first || isPlain(words) || isParagraph(words) && isParagraph(first);
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

// src/log/changes.ts
/**
* What differs between two states of a log: generated entries, their review actions and quarters in the order of the newer one, removed
* ones last. Nothing is said of the actions of an entry that is removed, or that lists none because its incident goes on.
*
* @param repositoryUrl as `readLog` takes it
*/
function changesBetween(before, after, repositoryUrl) {
	const old = readLog(before ?? "", repositoryUrl);
	const now = readLog(after, repositoryUrl);
	const textOf = (log, { start, ownEnd }) => (log ?? "").slice(start, ownEnd).replaceAll("\r\n", "\n").trim();
	const [oldManaged, nowManaged] = [old, now].map((log) => log.entries.filter(isManaged));
	const oldEntries = new Map(oldManaged?.map((entry) => [entry.issue, entry]));
	const nowIssues = new Set(nowManaged?.map(({ issue }) => issue));
	const entries = (nowManaged ?? []).flatMap((entry) => {
		const former = oldEntries.get(entry.issue) ?? null;
		if (former !== null && textOf(before, former) === textOf(after, entry)) return [];
		return [entryChange(former === null ? "added" : "changed", entry, {
			former,
			current: entry
		})];
	});
	const removed = (oldManaged ?? []).filter(({ issue }) => !nowIssues.has(issue)).map((entry) => entryChange("removed", entry, {
		former: entry,
		current: null
	}));
	const actions = entries.flatMap(({ issue, entry }) => {
		if (isOngoing(entry)) return [];
		const former = oldEntries.get(issue);
		return actionChanges(issue, former === void 0 ? [] : readActions(former, before ?? "", repositoryUrl), readActions(entry, after, repositoryUrl));
	});
	return {
		entries: [...entries, ...removed],
		actions,
		quarters: quarterChanges(old, now)
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
	const kept = new Set(formerOf.values());
	return [...after.flatMap((action) => actionChange(incident, formerOf.get(action) ?? null, action)), ...before.filter((action) => !kept.has(action)).flatMap((action) => actionChange(incident, action, null))];
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
		text: plainLine(shown.text),
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
	const byName = ({ quarters }) => new Map(quarters.map((each) => [quarterName(each.quarter), each]));
	const [old, now] = [byName(before), byName(after)];
	const occupied = new Set([...before.entries, ...after.entries].map(({ quarter }) => quarter && quarterName(quarter)));
	return [...new Map([...old, ...now]).values()].sort((one, other) => compareQuarters(other.quarter, one.quarter)).map(({ quarter }) => {
		const name = quarterName(quarter);
		const change = (mean) => ({
			before: old.get(name)?.[mean]?.text ?? null,
			after: now.get(name)?.[mean]?.text ?? null
		});
		const [meanTimeToRepair, meanTimeToResolve] = [change("meanTimeToRepair"), change("meanTimeToResolve")];
		return {
			quarter: name,
			isEmpty: !occupied.has(name),
			meanTimeToRepair,
			meanTimeToResolve
		};
	}).filter(({ meanTimeToRepair, meanTimeToResolve }) => moved(meanTimeToRepair) || moved(meanTimeToResolve));
}
function moved({ before, after }) {
	return before !== after;
}

// src/report.ts
/** The pull request's description: what changed and why, what must be mended, and where entries are edited. */
function pullRequestBody({ before, log, repositoryUrl, removals }) {
	const changes = changesBetween(before, log.text, repositoryUrl);
	const sections = [
		{
			head: ["The entries that have an incident issue, generated anew from it. Such an entry is edited on its issue, which each row links to, not in the file: what is changed here in it is overwritten. Everything else in the file is yours, and stays as it is."],
			rows: []
		},
		entrySection(changes.entries, repositoryUrl, removals),
		actionSection$1(changes.actions, repositoryUrl),
		...quarterSections(changes.quarters),
		problemSection(log.problems, repositoryUrl),
		findingSection("## Found in what is kept by hand", log.findings)
	];
	return shortened(sections, PULL_REQUEST_MARKER, {
		limit: BODY_LIMIT,
		sizeOf: (text) => text.length
	});
}
/** The step summary: the quarters as a table, what changed, what is still open, what was done, what must be mended. */
function stepSummary({ headline, before, log, repositoryUrl, removals, openActions, done, notes }) {
	const changes = changesBetween(before, log.text, repositoryUrl);
	const sections = [
		{
			head: [headline],
			rows: []
		},
		tableOfQuarters(log.text, repositoryUrl),
		entrySection(changes.entries, repositoryUrl, removals),
		actionSection$1(changes.actions, repositoryUrl),
		...quarterSections(changes.quarters),
		openSection(openActions, repositoryUrl),
		list$1("## Steps", done.map(quoteInConversation)),
		list$1("## Notes on review actions", notes.map(quoteInConversation)),
		problemSection(log.problems, repositoryUrl),
		findingSection("## Found in what is kept by hand", log.findings)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
function tableOfQuarters(log, repositoryUrl) {
	const { quarters, entries } = readLog(log, repositoryUrl);
	const counts = /* @__PURE__ */ new Map();
	for (const { quarter } of entries) {
		if (quarter === null) continue;
		const name = quarterName(quarter);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return table("## Quarters", [
		"Quarter",
		"Incidents",
		"Mean Time to Repair",
		"Mean Time to Resolve"
	], quarters.map(({ quarter, meanTimeToRepair, meanTimeToResolve }) => {
		const name = quarterName(quarter);
		const [repair, resolve] = [meanTimeToRepair, meanTimeToResolve].map((words) => quoteInConversation(words?.text ?? ""));
		return [
			name,
			`${counts.get(name) ?? 0}`,
			repair ?? "",
			resolve ?? ""
		];
	}));
}
function entrySection(changes, repositoryUrl, removals) {
	const rows = changes.map(({ issue, kind, entry, timeToRepair, timeToResolve }) => [
		`${issueLink(issue, repositoryUrl)} ${quoteInConversation(clipped(entry.title))}`,
		kind === "removed" ? `removed: ${reasonOf(removals.get(issue))}` : kind,
		wording(timeToRepair),
		wording(timeToResolve),
		entry.events.map(({ name, words }) => quoteInConversation(clipped(`${name} ${words.text}`))).join("<br>")
	]);
	return table("## Incidents", [
		"Incident",
		"Change",
		"Time to repair",
		"Time to resolve",
		"From"
	], rows);
}
function actionSection$1(changes, repositoryUrl) {
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
function reasonOf(removal) {
	if (removal === "dismissed") return "closed as not planned or duplicate";
	if (removal === "untrusted") return "filed or edited by somebody who is not trusted, and not confirmed";
	return "its issue lost the label, was deleted or was transferred";
}
function quarterSections(changes) {
	const rows = changes.filter(({ isEmpty }) => !isEmpty).map(({ quarter, meanTimeToRepair, meanTimeToResolve }) => [
		quarter,
		wording(meanTimeToRepair),
		wording(meanTimeToResolve)
	]);
	const empty = changes.filter(({ isEmpty }) => isEmpty).map(({ quarter }) => quarter);
	return [table("## Means", [
		"Quarter",
		"Mean Time to Repair",
		"Mean Time to Resolve"
	], rows), {
		head: empty.length === 0 ? [] : [`Over and without incidents: ${empty.join(", ")}.`],
		rows: []
	}];
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
	return list$1("## To be mended", items);
}

// src/feedback/marker.ts
const list = (digits) => `(?:[0-9a-f]{${digits}}(?:,[0-9a-f]{${digits}})*)?`;
const feedbackMarker = new RegExp(`^<!-- incident-log: feedback problems=(${list(16)}) confirmed=(changed|${list(64)}) -->$`);
/** Null for a marker of another kind, and for none. */
function readFeedbackMarker(marker) {
	const [, problems, confirmed] = feedbackMarker.exec(marker ?? "") ?? [];
	if (problems === void 0 || confirmed === void 0) return null;
	const split = (text) => text === "" ? [] : text.split(",");
	return {
		problems: split(problems),
		confirmed: confirmed === "changed" ? "changed" : split(confirmed)
	};
}
function writeFeedbackMarker({ problems, confirmed }) {
	return `<!-- incident-log: feedback problems=${problems.join(",")} confirmed=${confirmed === "changed" ? confirmed : confirmed.join(",")} -->`;
}

// src/feedback/confirmation.ts
/** Hash of a text that somebody confirms; the same however its lines end, and whatever we note in its last line. Whole, for a stranger may write both texts. */
function confirmationHash({ title, body }) {
	const words = JSON.stringify([title.trim(), splitOwnMarker(body ?? "").text.replace(/\r\n?/g, "\n").trim()]);
	return createHash("sha256").update(words).digest("hex");
}
/**
* Judges a confirmation by the texts that it was given for: those that our comment remembers, and the one that the event of this run
* tells of, whose run alone knows who wrote it. A run that a stranger may have started learns nothing and undoes nothing; the schedule
* takes the text as it stands where none is remembered. Where nothing is remembered ever (`feedback: none`), events alone tell.
*/
async function judgeConfirmation({ issue, feedback }, occasion, { rule, isPermitted, memory, ownTexts }) {
	const former = feedback?.memory.confirmed ?? [];
	const known = former === "changed" ? [] : former;
	const text = confirmationHash(issue);
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
		const told = confirmationHash(occasion.text);
		const byTrusted = editor === null || await isPermitted(editor);
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
* Before this program changes the text of a confirmed incident: its comment remembers the text to come, too, so that a run that ends
* in between has undone nobody's confirmation. Null where nothing is remembered.
*/
function vouchFor({ issue, feedback, confirmation }, text) {
	const { verdict, remembered } = confirmation;
	if (feedback === null || verdict !== "holds" || remembered === "changed" || remembered.length === 0) return null;
	const former = feedback.memory.confirmed === "changed" ? [] : feedback.memory.confirmed;
	const confirmed = [.../* @__PURE__ */ new Set([
		...former,
		...remembered,
		confirmationHash(text)
	])];
	const memory = {
		...feedback.memory,
		confirmed
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
		return `- ${quoteInConversation(shown)}\n  ${message} Type it like this: \`${mistake.example}\``;
	});
	const more = refusals.length > items.length ? [`- … and ${refusals.length - items.length} more.`] : [];
	const rest = others === "some" ? " The other commands of that comment were carried out." : "";
	return [`Not carried out:\n\n${[...items, ...more].join("\n")}`, `Write it in a new comment, for one that is edited is not looked at again.${rest}`].join("\n\n");
}
/** What `/help` is answered with, in Markdown. `timezone` is an IANA name. */
function helpText({ timezone, onResolved }) {
	return [
		"Each command stands on a line of its own, anywhere in a comment:",
		[
			"| Command | What it does |",
			"| --- | --- |",
			"| `/detected 14:43` | Records when the incident was first detected. |",
			"| `/repaired` | Records that people can work again, as of now. A time and a note may follow: `/repaired 14:43 rolled back`. |",
			`| \`/resolved\` | Records that it is over, likewise${onResolved === "close" ? ", and closes the issue" : ""}. |`,
			"| `/timeline 14:43 Traffic moved` | Puts what happened into the timeline, in the order of time. |",
			"| `/action Alert on it (@login, due 2024-11-01)` | Adds a review action, and makes its issue. |"
		].join("\n"),
		`A time is \`now\`, \`HH:MM\` for the last time that the clock showed it (${timezone}), or in full: \`2024-10-15 14:43\`, with \`Z\` or an offset such as \`+01:00\` where it needs one.`
	].join("\n\n");
}

// src/conversation.ts
/** How far back an incident is looked at that no event was about. */
const RECENT_MILLISECONDS = 1296e5;
const MOST_CONVERSATIONS = 20;
/**
* The issues whose comments are read: the event's, or those that list it as a review action, and of the others those that were updated
* last, in 36 hours, twenty in all. More would be a request for each incident that there ever was. Strangers' come last, for anybody can
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
/** One request for each hundred comments since the commands that were carried out last, and one for each odd thing among them. */
async function readConversation(issue, reader) {
	const { cursor, listed } = await readSinceCursor(issue, reader);
	const own = [];
	for (const comment of listed) {
		const marker = await markerOfOurs(comment, reader);
		if (marker !== null) own.push({
			comment,
			marker
		});
	}
	const feedback = own.flatMap(({ comment: { id, body }, marker }) => {
		const memory = readFeedbackMarker(marker);
		return memory === null ? [] : [{
			id,
			body,
			memory
		}];
	});
	const replies = new Map(own.map(({ marker }) => readReplyMarker(marker)).filter((reply) => reply !== null));
	const logins = /* @__PURE__ */ new Set(["github-actions[bot]", ...own.flatMap(({ comment }) => loginOf(comment) ?? [])]);
	const others = listed.filter((comment) => !own.some((each) => each.comment === comment));
	const comments = [];
	for (const comment of others.toSorted((one, other) => one.id - other.id)) comments.push(...await readCommandComment(comment, {
		cursor,
		replies,
		logins
	}, reader));
	return {
		issue,
		author: isStrangers(issue, reader.rule) ? "stranger" : "trusted",
		cursor,
		comments,
		feedback: feedback.at(-1) ?? null,
		outdated: feedback.slice(0, -1).map(({ id }) => id)
	};
}
/**
* The cursor, and the comments since then. Anybody can type a cursor into an incident of theirs, to have commands passed over that are
* still to come, or to hide what we remember: one counts where the comment that it names is there and by somebody trusted, and in a
* stranger's incident it hides nothing. Where none counts, our reactions tell what is settled.
*/
async function readSinceCursor(issue, reader) {
	const { client, repository, rule, isPermitted } = reader;
	const written = readCursor(issue.body);
	const since = isStrangers(issue, rule) ? null : written?.since ?? null;
	const listed = await listComments(client, repository, issue.number, since);
	const last = listed.find(({ id }) => id === written?.through);
	const cursor = last !== void 0 && await isTrusted(last, rule, isPermitted) ? written : null;
	if (since === null) return {
		cursor,
		listed
	};
	const isThere = listed.some((comment) => readFeedbackMarker(ownMarker(comment)) !== null);
	const older = cursor?.feedback && !isThere ? await readComment(client, repository, cursor.feedback) : null;
	if (cursor !== null && (isThere || reader.feedback === "none")) return {
		cursor,
		listed
	};
	if (cursor !== null && older?.issue_url.endsWith(`/issues/${issue.number}`)) return {
		cursor,
		listed: [older, ...listed]
	};
	return {
		cursor,
		listed: await listComments(client, repository, issue.number, null)
	};
}
/** Whether only a request could tell that an author is trusted, whatever labels say. */
function isStrangers(what, rule) {
	return trustOf({
		...what,
		labels: []
	}, rule) !== "trusted";
}
/** The marker of a comment that we wrote; a person's who pasted one below words of theirs stays that person's. */
async function markerOfOurs(comment, { ownLogin }) {
	const marker = ownMarker(comment);
	if (marker === null || comment.user?.type === "Bot") return marker;
	return loginOf(comment) === (await ownLogin())?.toLowerCase() ? marker : null;
}
/** A comment with commands that are not settled, or nothing. Who wrote it is asked only where something follows from that. */
async function readCommandComment(comment, { cursor, replies, logins }, reader) {
	const { client, repository, rule, isPermitted } = reader;
	const { id, created_at: created, updated_at: updated, reactions } = comment;
	const commands = readCommands(comment.body);
	const hasReaction = reactions["+1"] + reactions.confused > 0;
	const isPassed = id <= (cursor?.through ?? 0);
	const isAnswered = Date.parse(created) < reader.now - RECENT_MILLISECONDS && reactions.confused > 0 && isStrangers(comment, rule);
	if (commands.length === 0 || hasReaction && isPassed || isAnswered) return [];
	const author = await isTrusted(comment, rule, isPermitted) ? "trusted" : "untrusted";
	const answers = (author === "trusted" && hasReaction ? await readReactions(client, repository, id) : []).filter(({ content }) => content === "+1" || content === "confused");
	const people = answers.some(({ user }) => user?.type === "User") ? await reader.ownLogin() : null;
	const isOurs = (reaction) => {
		const login = loginOf(reaction);
		return login !== void 0 && (logins.has(login) || login === people?.toLowerCase());
	};
	return [{
		id,
		at: Date.parse(created),
		commands,
		author,
		wasEdited: updated > created,
		hasReaction,
		hasOurReaction: answers.some(isOurs),
		reply: replies.get(id) ?? null
	}];
}
function loginOf({ user }) {
	return user?.login.toLowerCase();
}

// src/observe-issues.ts
const aboutSchema = object({
	id: number(),
	full_name: string(),
	html_url: pipe(string(), url()),
	default_branch: string()
});
/** Reads the issues, what was said on those that somebody may be waiting at, and the form as of one commit of the base. */
async function observeIssues({ client, repository, settings, occasion, now, ownTexts }) {
	const about = checked(aboutSchema, await client.rest.repos.get({ ...repository }));
	const base = settings.base || about.default_branch;
	const commit = await readBranch(client, repository, base);
	if (commit === null) throw new Explained(`The base branch ${base} does not exist; name one that does in the input \`base\`.`);
	if (settings.branch === base) throw new Explained(`The inputs \`branch\` and \`base\` both name ${base}; give \`branch\` another name, for the log arrives there as a pull request.`);
	const [form, found, labels] = await Promise.all([
		readFile(client, repository, settings.templatePath, commit),
		listIssues(client, repository, settings.label, issueSchema),
		occasion.kind === "setup" ? missingLabels(client, repository, labelsOf(settings)) : []
	]);
	const template = schemaOf(form?.text ?? null, settings.templatePath);
	const opened = await openedMeanwhile(client, repository, {
		settings,
		occasion,
		template,
		listed: found
	});
	const issues = opened === null ? found : [...found, opened.issue];
	const isPermitted = askPermissions(client, repository);
	const rule = settings;
	const reader = {
		client,
		repository,
		rule,
		isPermitted,
		ownLogin: askOwnLogin(client),
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

// src/run.ts
/** Carries changes out, or, in a dry run, does nothing. What a comment is to remember of a confirmation comes before what it is for. */
async function carryOut$1(run, { conversations, repository: { url } }, planned) {
	const { client, repository, deadline, say, tally, memory } = run;
	const changes = planned.flatMap((change) => {
		if (change.kind !== "write-commands" && change.kind !== "write-references") return [change];
		const { issue, body, title, seen } = change;
		const text = {
			title: title ?? seen.title,
			body
		};
		run.ownTexts.add(confirmationHash(text));
		const conversation = conversations.find((each) => each.issue.number === issue);
		const vouched = conversation && vouchFor({
			...conversation,
			feedback: memory.get(issue) ?? conversation.feedback
		}, text);
		if (!vouched) return [change];
		memory.set(issue, vouched.feedback);
		return [vouched.change, change];
	});
	if (run.mode === "dry-run") return {
		changes,
		results: []
	};
	return {
		changes,
		results: (await apply(client, {
			...repository,
			url
		}, changes, {
			deadline,
			say,
			done({ kind }) {
				if (kind === "create-action") tally.created += 1;
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

// src/commands/time.ts
const minute = 6e4;
const halfDay = 720 * minute;
const anyClock = "\\d{1,2}(?:[:.h]\\d{2}(?!\\d)|\\s?[ap]\\.?m(?!\\p{L}))";
/**
* Words that name a time in a way which is not read: taken for a note, they would make a false time of now. In front of a text of its
* own, as in a timeline, words such as “today” are just that.
*/
const looseTimes = {
	note: new RegExp([
		`^[+~]?${anyClock}|^[−-]\\d|^\\d{4}(?!\\d)|^\\d{1,2}\\s*$|^\\d{1,2}[/.]\\d{1,2}[/.]\\d`,
		"^(?:HH:MM|YYYY-MM)",
		`^(?:(?:at|on|around|about|since|from|before|after|until|by|as of|just|was|earlier)\\s+)*(?:~?${anyClock}|~?\\d{3,4}(?!\\d)|(?:yesterday|today|tonight|tomorrow|noon|midnight|(?:this|last)\\s+(?:morning|afternoon|evening|night|week|hour))(?![\\p{L}'’]))`,
		`^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?:\\s+(?:at\\s+)?\\d|\\s+(?:morning|afternoon|evening|night)|\\s*$)|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?\\s+\\d`,
		`^(?:about\\s+|just\\s+)?(?:an?|a few|half an|one|two|three|four|five|ten|fifteen|twenty|thirty|\\d+)\\s*\\p{L}+\\s+ago|^\\d+\\s*(?:s|sec|m|min|h|hr|hour|day|d)[a-z]*\\s*$`,
		"(?<![\\p{L}\\d.:])(?:[01]?\\d|2[0-3])[:h][0-5]\\d(?![\\d:.])|(?<!\\d)\\d{1,2}\\s?[ap]\\.?m(?!\\p{L})",
		"(?:this|last)\\s+(?:morning|afternoon|evening|night|hour)(?!\\p{L})"
	].join("|"), "iu"),
	text: new RegExp([
		`^\\W*${anyClock}|^(?:at|around|about)\\s+~?${anyClock}`,
		"^(?:HH:MM|YYYY-MM)|^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|^\\d{1,2}/\\d{1,2}/\\d{2,4}|^yesterday\\s+\\d",
		"^(?:\\S+\\s+){0,2}[^\\p{L}\\p{N}\\s]*\\d{1,2}:\\d{2}(?!\\d)"
	].join("|"), "iu")
};
/**
* The time that the words of a command begin with: `now`, which is when the comment was written; `HH:MM`, the latest such time not after
* it; or a full time as the form takes it. A time after the comment is a mistake, and nothing is guessed.
*
* @param behind what may stand behind the time, and alone
*/
function readCommandTime(words, moment, behind) {
	if (words === "") return { kind: "none" };
	const now = (behind === "note" ? /^now(?![\p{L}\p{N}-])/iu : /^now(?![\p{L}\p{N}-])/u).exec(words)?.[0];
	if (now !== void 0) {
		const instant = momentOf(moment);
		return typeof instant === "number" ? {
			kind: "time",
			instant,
			rest: noteBehind(words.slice(now.length))
		} : instant;
	}
	const clock = /^(?:[01]\d|2[0-3]):[0-5]\d(?!\d|[:.]\d|\p{L})/u.exec(words)?.[0];
	if (clock !== void 0) return clockTime(clock, words.slice(clock.length), moment);
	const full = readOpeningTime(words, moment.timezone);
	if (full === null) {
		if (!looseTimes[behind].test(words)) return { kind: "none" };
		return /^[\d(]/.test(words) ? mistake$1(words, "is not a time in the form expected") : mistake$1(words, "looks like a time that is not read; put the time, or “now”, in front of it");
	}
	const rest = words.slice(full.length);
	const fault = faultBehind(rest);
	if (fault !== null) return mistake$1(words, fault);
	if (full.reading.kind === "problem") return {
		kind: "mistake",
		message: full.reading.message
	};
	const { instant } = full.reading;
	if (moment.at !== null && instant > moment.at + minute) return mistake$1(words.slice(0, full.length), "is still to come");
	return {
		kind: "time",
		instant,
		rest: noteBehind(rest)
	};
}
/** The whole minute in which a comment was written, or what is wrong with relying on it. */
function momentOf({ at }) {
	if (at !== null) return Math.floor(at / minute) * minute;
	return {
		kind: "mistake",
		message: "The comment was edited since it was written, so the time must be given in full."
	};
}
function clockTime(clock, rest, moment) {
	const { timezone } = moment;
	const written = momentOf(moment);
	if (typeof written !== "number") return written;
	const fault = clockFault(clock, rest);
	if (fault !== null) return mistake$1(clock + rest, fault);
	for (let back = 0; back <= 6; back += 1) {
		const latest = instantsShown(`${formatDate(written - back * halfDay, timezone)} ${clock}`, timezone).findLast((instant) => instant <= written);
		if (latest !== void 0) return {
			kind: "time",
			instant: latest,
			rest: noteBehind(rest)
		};
	}
	return mistake$1(clock + rest, "is no time that the clock has shown of late");
}
/** What is wrong with `HH:MM` because of what stands behind it; null where that is a note. */
function clockFault(clock, rest) {
	const fault = faultBehind(rest);
	const isWord = /^\s+(?:[ECMP]T|(?!(?:am|pm|to|till?|or|and)\s)[a-z]{2,4}\.?)\s+[\p{L}\d]/u.test(rest) || clock > "12:59" && /^\s+[ap]m\s+\p{L}/iu.test(rest);
	if (fault !== null && !isWord) return fault;
	return /^\s*(?:Z(?![\p{L}\p{N}])|[+−-]\d)/iu.test(rest) ? "has an offset but no date" : null;
}
/** The words behind a time, without what parts them from it and without parentheses around the whole. */
function noteBehind(rest) {
	const words = rest.replace(/^[\s,;:.!–—-]+/, "").trim();
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
function mistake$1(words, fault) {
	return {
		kind: "mistake",
		message: `${quote(words)} ${fault}.`
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
const examples = {
	detected: "/detected 14:43",
	repaired: "/repaired 14:43 rolled back",
	resolved: "/resolved 2024-10-15 11:40",
	timeline: "/timeline 14:43 Traffic moved to the other region.",
	action: "/action Alert on failed sign-ins (@login, due 2024-11-01)",
	help: "/help"
};
const eventFields = {
	detected: "first-detected",
	repaired: "repaired",
	resolved: "resolved"
};
/**
* Carries out a command of a comment that was written `at` an instant (UTC milliseconds; null where it was edited since): the answer
* concerned changes, and the Context where a time is recorded anew; the others do not. Never throws.
*/
function carryOut({ name, typed, words, isUnreadable }, body, at, place) {
	const moment = {
		at,
		timezone: place.timezone
	};
	switch (name) {
		case "detected":
		case "repaired":
		case "resolved": return recordEvent(name, words, body, moment, place);
		case "timeline": return recordEntry(words, body, moment, place);
		case "action": return addAction(words, body, place);
		case "help": return {
			kind: "done",
			body
		};
		case null:
			if (isUnreadable) return mistake("help", "The comment is too long, or nested too deeply, to find the commands in it.");
			return mistake(commandNames.find((command) => command.startsWith(typed.slice(0, 6))) ?? "help", `There is no command “/${typed}”.`);
	}
}
function recordEvent(name, words, body, moment, place) {
	const { template, timezone } = place;
	const field = fieldOf(template, eventFields[name]);
	if (field === void 0) return withoutField(name, eventFields[name]);
	const time = readCommandTime(words, moment, "note");
	if (time.kind === "mistake") return mistake(name, time.message);
	if (time.kind === "none" && name === "detected") return mistake(name, "The time is missing, and only you know when it was noticed.");
	const instant = time.kind === "time" ? time.instant : momentOf(moment);
	if (typeof instant !== "number") return mistake(name, instant.message);
	const typed = time.kind === "time" ? time.rest : noteBehind(words);
	const answer = answerOf(body, template, field.id ?? "");
	const former = readTime(answer, timezone);
	const earlier = former.kind === "time" ? former.time : null;
	const isSame = earlier?.instant === instant;
	const note = noteOf(typed) || (isSame ? earlier?.note ?? "" : "");
	const written = formatTime(instant, timezone);
	const texts = note === "" ? [written] : [`${written} (${note})`, `${written} (${escapeText(note)})`];
	const recorded = withAnswer(body, template, field, texts);
	if (recorded === null) return withoutRoom(name);
	if (former.kind === "problem" && /\p{L}{2}/u.test(answer)) return keep(name, withTimelineEntry(recorded, instant, [`${written} ${field.label} said before: ${cleanLine(answer)}`], place), recorded, place);
	if (earlier === null || isSame && (earlier.note === null || earlier.note === note)) return {
		kind: "done",
		body: recorded
	};
	const remark = earlier.note === null ? "" : ` (${earlier.note})`;
	const entry = `${formatTime(earlier.instant, timezone)} ${field.label}${remark}, recorded anew as ${written}`;
	return keep(name, withTimelineEntry(recorded, earlier.instant, [entry], place), recorded, place);
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
	if (time.kind === "mistake") return mistake("timeline", time.message);
	const instant = time.kind === "time" ? time.instant : momentOf(moment);
	if (typeof instant !== "number") return mistake("timeline", instant.message);
	const text = cleanLine(time.kind === "time" ? time.rest : words);
	if (text === "") return mistake("timeline", "What happened is missing.");
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
function addAction(words, body, { template, url }) {
	const field = fieldOf(template, "review-actions");
	if (field === void 0) return withoutField("action", "review-actions");
	const text = cleanLine(words).replace(/\)[.!]+$/, ")");
	if (text === "") return mistake("action", "What is to be done is missing.");
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
			if (isLeftUnread(typed, added.action)) return mistake("action", "Put the owner and the date at the very end, as “(@login, due YYYY-MM-DD)”, or one of the two.");
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
/** Whether the words of an action name somebody or a date in a way that is not read. */
function isLeftUnread(words, { owner, due }) {
	const tail = words.slice(-600);
	const [, last = ""] = /\(([^()]*)\)\W*$/.exec(tail) ?? [];
	return owner === null && last.includes("@") || due === null && (/\bdue\b/i.test(last) || /\bdue:?\s+\d{4}-\d{2}-\d{2}\W*$|@\S+\s+due\s/i.test(tail));
}
/** A note on one line that can stand in parentheses: those in it that have no partner become brackets. */
function noteOf(typed) {
	const note = cleanLine(typed);
	return isBalanced(note) ? note : note.replaceAll("(", "[").replaceAll(")", "]");
}
function mistake(name, message) {
	return {
		kind: "mistake",
		message,
		example: examples[name]
	};
}
function withoutField(name, id) {
	return mistake(name, `The issue form has no field with the id ${id}, so there is no place for it.`);
}
function withoutRoom(name) {
	return mistake(name, "It has no place in the text of the issue: that is as long as GitHub takes, or what stands there cannot be told apart; close what is left open in it, or edit it by hand.");
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
	const leftOver = comments.filter((comment) => !pending.includes(comment)).flatMap((comment) => settle(comment, conversation));
	return {
		before: carried.verdicts.flatMap(({ comment, reply }) => reply === null || comment.reply !== null || issue.locked ? [] : [{
			kind: "reply",
			issue: issue.number,
			text: reply.text,
			marker: writeReplyMarker(comment.id, reply.kind)
		}]),
		rewrite: carried.rewrite,
		after: [...carried.verdicts.map(reactTo), ...leftOver]
	};
}
function carryOutAll(pending, { issue, cursor, feedback }, settings) {
	const [first] = pending;
	const last = pending.at(-1);
	if (first === void 0 || last === void 0) return {
		verdicts: [],
		rewrite: null
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
	const written = withCursor(body, {
		through: last.id,
		since: first.at,
		feedback: feedback?.id ?? cursor?.feedback ?? null,
		actions
	});
	if (written.length > 65536) return {
		verdicts: pending.map((comment) => verdictOn(comment, refuseAll(comment), settings)),
		rewrite: null
	};
	const isToClose = closes && issue.state === "open" && settings.onResolved === "close";
	return {
		verdicts,
		rewrite: {
			kind: "write-commands",
			issue: issue.number,
			seen: {
				title: issue.title,
				body: issue.body
			},
			body: written,
			...isToClose ? { closes: "completed" } : {},
			commands: done
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
	const isHelp = comment.commands.some(({ name }) => name === "help");
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
function settle({ id, author, wasEdited, hasReaction, reply }, conversation) {
	if (hasReaction) return [];
	if (author === "untrusted") return [{
		kind: "react",
		comment: id,
		content: "confused"
	}];
	return wasEdited || conversation.author === "stranger" ? [] : [{
		kind: "react",
		comment: id,
		content: reply === "refused" ? "confused" : "+1"
	}];
}

// src/commands/reconcile.ts
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
	for (const conversation of seen.conversations) {
		const { issue, confirmation } = conversation;
		if (!hasLabel(issue, run.settings.label) || confirmation.verdict === "pending") continue;
		const { before, rewrite, after } = planCommands(conversation, settings);
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
			conversations: seen.conversations.map((each) => ({
				...each,
				issue: current(each.issue)
			}))
		},
		changes
	};
}

// src/feedback/text.ts
const times = [
	"impact-started",
	"first-detected",
	"declared",
	"repaired",
	"resolved"
];
/** The commands by which the fields of these ids are filled in; times in full, for nobody knows how long ago they were. */
const commands = /* @__PURE__ */ new Map([
	["first-detected", "/detected YYYY-MM-DD HH:MM"],
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
function standingText({ standing, pullRequest, log }) {
	const file = `[${escapeText(log.path)}](${log.url})`;
	switch (standing.kind) {
		case "listed": {
			if (standing.news === "nothing") return `It is in ${file}.`;
			const request = pullRequest === null ? "for it" : `[#${pullRequest.number}](${pullRequest.url})`;
			if (pullRequest?.state === "closed") return `Somebody closed the pull request ${request}, which would bring this into ${file}: reopen it to have it there.`;
			return standing.news === "all" ? `It enters ${file} with the pull request ${request}.` : `It is in ${file}, and what has changed since enters with the pull request ${request}.`;
		}
		case "not-read":
		case "hand-kept": return "What becomes of it in the log is said above.";
		case "failed": return `**The log could not be brought up to date**: ${quoteInConversation(standing.message)}`;
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

// src/feedback/plan.ts
/**
* What is to be said on an incident's issue, and its label. The comment is edited in place, which notifies nobody, and not at all when it
* says all of it already; when a problem is new, another one is posted before the former is deleted, so that people are told, and none is
* missing when the run ends in between.
*/
function planFeedback({ issue, feedback, outdated }, facts, confirmed, settings) {
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
		confirmed
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

// src/feedback/facts.ts
/** What there is to say on the incidents that somebody may be waiting at. Pure. */
function planAllFeedback(state, settings) {
	const trusted = new Map(state.incidents.map((read) => [read.issue.number, read]));
	return state.conversations.flatMap((conversation) => {
		const { number } = conversation.issue;
		const known = trusted.get(number);
		const current = {
			...conversation,
			issue: known?.issue ?? conversation.issue
		};
		const confirmed = remembered(current);
		const facts = factsOf(current, known, state, settings);
		return planFeedback(current, facts, confirmed, settings);
	});
}
function factsOf({ issue, confirmation }, known, state, settings) {
	const { template, repositoryUrl, log, pullRequest, now, failure } = state;
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
		log,
		template,
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
function remembered({ issue, confirmation }) {
	const { verdict, remembered: texts } = confirmation;
	return verdict === "holds" && texts !== "changed" && texts.length > 0 ? [confirmationHash(issue)] : texts;
}

// src/feedback/reconcile.ts
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
function whatCame({ pullRequest, log, logAtBase, result }, repositoryUrl) {
	const { entries } = changesBetween(logAtBase, log.text, repositoryUrl);
	const news = entries.map(({ issue, kind }) => [issue, kind === "added" ? "all" : "some"]);
	return {
		problems: log.problems,
		pullRequest: pullRequest && {
			number: pullRequest.number,
			url: pullRequest.html_url,
			state: result === "declined" || result === "closed" ? "closed" : "open"
		},
		news: new Map(news)
	};
}

// src/review-actions/read.ts
/** The issues with the label, and one request for each further one that an item in the log refers to. */
async function readTracking(client, repository, { place, incidents, labelled, isPermitted }) {
	const known = new Map(labelled.map((issue) => [referenceKey(issue.number), issue]));
	const shown = incidents.filter(({ incident }) => incident?.state !== "ongoing");
	const others = [...itemsByIssue({
		incidents: shown,
		aliases: /* @__PURE__ */ new Map()
	}).values()].flatMap(([item]) => item?.action.issue ?? []).filter((reference) => !known.has(referenceKey(reference)));
	const keyed = (await Promise.all(others.map(async (reference) => {
		const issue = await readReference$1(client, repository, reference);
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
			marker: await trustedMarker(issue, place, isPermitted)
		}];
	}));
	const aliases = keyed.filter(({ reference, key }) => reference !== key);
	return {
		repository: place,
		incidents,
		issues: new Map(issues),
		aliases: new Map(aliases.map(({ reference, key }) => [reference, key]))
	};
}
/** When issues got their last reminder; asked for only where somebody may have to be reminded. */
async function readReminders(client, repository, tracking, settings) {
	const { changes } = planReminders(tracking, settings, /* @__PURE__ */ new Map());
	if (!changes.some(({ kind }) => kind === "replace-comment")) return /* @__PURE__ */ new Map();
	return commentedSince(client, repository, REMINDER_MARKER, remindersSince(settings));
}

// src/observe.ts
/** Reads all else that decides what becomes of the log, once: the repository's files as of the same commit of the base. */
async function observe({ client, repository, settings, occasion, now }, seen) {
	const { path: logPath } = settings.log;
	const { reviewActions } = settings;
	const { base, isPermitted, repository: place } = seen;
	const [logAtBase, branch, actions, trusted] = await Promise.all([
		readFile(client, repository, logPath, base.commit),
		readBranchState(client, repository, {
			branch: settings.branch,
			logPath,
			base
		}),
		reviewActions && listIssues(client, repository, reviewActions.label, actionIssueSchema),
		trustedIssues(incidentIssues(seen.listed, settings.label), settings, isPermitted)
	]);
	const told = seen.conversations.map(({ issue }) => issue).filter((issue) => !trusted.includes(issue));
	const known = await withReopenings(client, repository, [...trusted, ...told], seen.template, settings);
	const byNumber = new Map(known.map((issue) => [issue.number, issue]));
	const current = (issue) => byNumber.get(issue.number) ?? issue;
	const candidates = trusted.map(current);
	const reading = {
		timezone: settings.log.timezone,
		now
	};
	const incidents = readIssues(candidates, seen.template, reading);
	const tracking = actions && await readTracking(client, repository, {
		place,
		incidents,
		labelled: actions,
		isPermitted
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
		}) : null
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

// src/plan.ts
/** Whether more is to be planned once these changes are carried out. */
function isFirstStep(changes) {
	return changes.some(({ kind }) => kind === "merge-base");
}
function footingOf(state) {
	const { tip, open, isMerged, closedByUs } = state;
	if (tip === null) return "anew";
	const isEnded = isMerged || closedByUs?.head.sha === tip.commit && tip.isOurs;
	if (open === null && isEnded) return "anew";
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
	if (state.tip?.isBehind && footingOf(state) === "theirs") {
		const merge = {
			kind: "merge-base",
			branch,
			base: base.branch,
			commit: base.commit
		};
		return {
			result: "updated",
			pullRequest: state.open,
			changes: [merge]
		};
	}
	const commits = commitChanges(state, proposal, log);
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
/** Nothing differs from the base any more. */
function withdraw({ tip, open, closedByUs }, { branch }) {
	const leftover = tip?.isOurs ? [{
		kind: "delete-branch",
		branch,
		from: tip.commit
	}] : [];
	if (open === null) return {
		result: "none",
		pullRequest: null,
		changes: closedByUs !== null && closedByUs.head.sha === tip?.commit ? leftover : []
	};
	if (!open.body.includes("<!-- incident-log: pull-request -->")) return {
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
	const isWritten = tip?.log?.text === log && (footing === "theirs" || tip.isLogAlone && !tip.isBehind);
	if (footing !== "anew" && isWritten) return [];
	const { branch, base, path, commitMessage } = proposal;
	const message = footing === "theirs" ? commitMessage : messageWithTrailer(commitMessage, blobOf(log));
	const parents = parentsOf(tip, footing, base.commit);
	const commit = {
		path,
		content: log,
		message,
		treeOf: footing === "theirs" && tip !== null ? tip.commit : base.commit,
		parents
	};
	return [{
		kind: "commit",
		branch,
		from: tip?.commit ?? null,
		how: footing === "anew" ? "anew" : "forward",
		commit
	}];
}
function parentsOf(tip, footing, base) {
	if (tip === null || footing === "anew" || !tip.isAhead) return [base];
	return footing === "ours" && tip.isBehind ? [tip.commit, base] : [tip.commit];
}
/** What an open pull request lacks. Its title is people's to change; one without our marker is theirs altogether. */
function refresh(open, { body, base, labels }) {
	if (!open.body.includes("<!-- incident-log: pull-request -->")) return [];
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

// src/review-actions/reconcile.ts
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

// src/sync.ts
const TIMES_OUTDATED = 3;
/**
* One run: observe everything, plan, apply. When somebody else was faster (a branch that moved, a pull request opened at
* the same moment) it looks again, at most three times.
*/
async function sync(started) {
	const run = {
		...started,
		tally: { created: 0 },
		memory: /* @__PURE__ */ new Map(),
		ownTexts: /* @__PURE__ */ new Set()
	};
	for (let times = 1;; times += 1) {
		run.memory.clear();
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
	return {
		...planned,
		pullRequest: opened?.pullRequest ?? planned.pullRequest
	};
}
/** Pure: the same observation gives the same plan. */
function plan(settings, seen, actions, now) {
	const { branch, logAtBase, repositoryUrl } = seen;
	const logOnBranch = branch.tip?.log ?? null;
	const footing = footingOf(branch);
	const [existingFile, where] = footing === "theirs" ? [logOnBranch, settings.branch] : [logAtBase, seen.base.branch];
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
		branch: settings.branch,
		base: seen.base,
		title: settings.pullRequestTitle,
		body: pullRequestBody({
			before: logAtBase?.text ?? null,
			log,
			repositoryUrl,
			removals
		}),
		labels: settings.pullRequestLabels,
		commitMessage: settings.commitMessage
	});
	return {
		result: planned.result,
		pullRequest: planned.pullRequest,
		log,
		logAtBase: logAtBase?.text ?? null,
		repositoryUrl,
		removals,
		changes: planned.changes,
		actions
	};
}
/** Why issues that are listed are no incidents, by number. */
function removalsOf({ listed, incidents }, { label }) {
	const trusted = new Set(incidents.map(({ issue }) => issue.number));
	return new Map(listed.filter(({ number }) => !trusted.has(number)).map((issue) => [issue.number, incidentIssues([issue], label).length === 0 ? "dismissed" : "untrusted"]));
}

// src/actions-run.ts
/** One run as an action: inputs in; outputs, annotations and step summary out. Ends red when work was left undone. */
async function runInActions(occasion) {
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
			say
		}), inputs);
	});
}
function report(outcome, { mode, onProblems, settings }) {
	const { log, pullRequest, actions } = outcome;
	const problems = [...log.problems];
	if (mode === "apply") {
		setOutput("result", outcome.result);
		setOutput("pull-request-number", pullRequest?.number ?? "");
		setOutput("pull-request-url", pullRequest?.html_url ?? "");
	}
	setOutput("incidents", log.incidents.length + log.kept.length + log.handKept.length);
	setOutput("actions-open", actions.open.length);
	setOutput("actions-created", actions.created);
	setOutput("actions-overdue", actions.open.filter(({ isOverdue }) => isOverdue).length);
	setOutput("problems", JSON.stringify(problems));
	for (const note of actions.notes) warning(note, { title: "Review actions" });
	for (const problem of problems) warning(annotation(problem), { title: problem.rule });
	const headline = headlineOf(outcome, mode, settings.log.path);
	say(headline);
	const done = outcome.changes.map((change) => `${describe(change)}.`);
	if (mode === "dry-run") for (const line of done) say(`Would do: ${line}`);
	writeSummary(stepSummary({
		...outcome,
		headline,
		before: outcome.logAtBase,
		openActions: actions.open,
		done,
		notes: actions.notes
	}));
	if (onProblems === "fail" && problems.length > 0) setFailed(`${problems.length} ${problems.length === 1 ? "problem" : "problems"} must be mended on the issues named above; the log was written all the same.`);
}
function headlineOf({ result, pullRequest }, mode, path) {
	if (mode === "dry-run") return `Dry run: nothing was changed. Without it the result would be “${result}”.`;
	const where = pullRequest === null ? "" : ` ${pullRequest.html_url}`;
	switch (result) {
		case "created": return `Opened a pull request that updates ${path}:${where}`;
		case "updated": return `Refreshed the pull request that updates ${path}:${where}`;
		case "unchanged": return `The pull request that updates ${path} says all there is to say:${where}`;
		case "closed": return `Closed the pull request, for nothing differs from the base any more:${where}`;
		case "declined": return `Somebody closed a pull request with exactly this ${path}, so none was opened:${where}`;
		case "none": return `${path} is up to date.`;
	}
}
function annotation({ issue, message }) {
	return issue === null ? message : `#${issue}: ${message}`;
}

export { runInActions };