import { a as stepSummary, c as quoteMessage, d as mustLookAgain, h as explain, n as inRunner, o as changeSections, r as failureSummary, s as problemSection, x as findingSection, y as secondsToWait } from "./runner.js";
import { $ as readReactions, A as isUntouched, At as editStatusComment, B as isListLegible, Bt as createLabel, C as planReminders, Ct as closeDuplicate, D as ownerOf, Dt as createLabel$1, E as ownItem, Et as commitFiles, F as readStatusCommentMarker, Ft as removeLabel$1, G as commentsOf, H as PULL_REQUEST_MARKER, Ht as readIssue, I as writeStatusCommentMarker, It as rewriteIssue$1, J as deleteComments, K as createComment, L as hashOf, Lt as unlinkAction$1, M as rememberRewrite, Mt as mergeBase$1, N as withStatusComment, Nt as openPullRequest$1, O as placeOf, Ot as deleteBranch$1, P as incidentHash, Pt as react$1, Q as readComment, R as itemHash, Rt as updatePullRequest$1, S as openActions, St as assign$1, T as actionSnapshot, Tt as comment, U as UNLISTED_MARKER, Ut as removeLabel, V as CLOSING_MARKER, Vt as missingLabels, W as commentOnce, Wt as rewriteIssue, X as ownMarker, Y as editComment, Z as react, _ as createCommit, _t as askOwnLogin, at as actionStates, b as observe, bt as startJournal, c as conversingIssues, ct as withMarker, d as isEnded, dt as createAction, et as replaceComment, f as openPullRequest, ft as isAssignable, g as moveBranch, gt as askPermissions, h as mergeBase, ht as unlinkAction, i as warningsOf, it as withAnswer, j as writeAction, jt as linkAction$1, k as unknownOwners, kt as deleteComment$1, l as generatedFiles, lt as assign, m as deleteBranch, mt as parentOf, n as failedByProblems, nt as fieldOf, o as startReads, ot as UNLISTED, p as updatePullRequest, pt as linkAction, q as deleteComment, r as unaskedNote, rt as longestBody, s as RECENT_MILLISECONDS, st as readMarker, t as annotate, tt as answerOf, u as compareUrlOf, ut as closeAsDuplicate, v as messageWithTrailers, vt as isOurs, w as planIncidents, wt as closePullRequest, xt as addLabels$1, y as anticipate, yt as labelChanges, z as textHash, zt as addLabels } from "./problems.js";
import { _ as UserError, c as trimInvisible, g as ConflictError, l as withoutInvisible, n as setOutputs } from "./first.js";
import { a as fieldKey, c as followsDetection, o as fields, s as figureEvents } from "./fields.js";
import { C as withoutZones, S as isGeneratedEntry, d as endsWithUnreadDetail, l as locateReviewActions, u as readReviewActions } from "./settings.js";
import { c as isReadable, g as lineStart, h as lineEndingOf, n as parseMarkdown, p as isThematicBreak, r as plainText } from "./parse.js";
import { c as isPlain, p as unescapeText, s as escapeText, t as cleanLine, u as quoteInConversation } from "./escape.js";
import { a as contextEntries, c as followsForm, d as buildLog, f as referenceKey, g as incidentIssues, h as hasLabel, l as readAnswers, m as withActionStates, n as readIssue$1, o as missingFormNotice, s as withOwnHeadings, t as filed, w as optionNamed, x as trustOf, y as isTrusted } from "./incidents.js";
import { C as minute, S as hour, _ as zoneFault, c as instantsShown, f as readOpeningClock, g as isQualifier, h as faultBehind, i as formatDate, m as readTime, o as formatDurationInDays, p as readOpeningTime, s as formatTime, t as clockTolerance, u as quote, w as offsetAt, x as formatOffset } from "./clock.js";
import { a as commandText, i as commandNames, n as nearestCommand, o as commands, r as commandFor, t as readCommands } from "./read.js";
import { a as labelsOf, n as readInputs, o as blobOf } from "./inputs.js";
import { t as groupBy } from "./group-by.js";
import { a as quarterName, t as compareQuarters } from "./quarter.js";
import { f as figureText, l as byFigure, t as issueLink, u as quarterFigures } from "./entry.js";
import { t as quarterRows } from "./quarter-rows.js";
import { E as shortened, S as BODY_LIMIT, T as list, w as clipped } from "./dist.js";
import { isDeepStrictEqual } from "node:util";

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
		if (change.kind === "rewrite-issue") journal.written.add(writtenHash(change));
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
function writtenHash({ title, body, snapshot }) {
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
			await createLabel(github, change.label);
			return null;
		case "add-labels":
			await addLabels(github, change.issue, change.labels);
			return null;
		case "remove-label":
			await removeLabel(github, change.issue, change.label);
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
			issue: await rewriteIssue(github, change)
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
			if (change.labels.length > 0) await addLabels(github, opened.number, change.labels);
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

// src/commands/choose-option.ts
/** Answers a field with one of the options that the form offers for it, in the form's own spelling. An error lists all of them. */
function chooseOption(key, { typed, argument }, body, { template }) {
	const field = fieldOf(template, fields[key].id);
	if (field === void 0) return fieldMissing(fields[key].id);
	const wanted = cleanLine(withoutInvisible(argument));
	const { options = [] } = field;
	const option = optionNamed(wanted, options) ?? (options.length === 0 && wanted !== "" ? wanted : null);
	if (option === null) {
		const label = field.label.toLowerCase();
		return {
			kind: "error",
			message: wanted === "" ? `The ${label} is missing.` : `“${wanted}” isn't a ${label} of the form.`,
			examples: options.map((each) => `/${typed} ${each}`)
		};
	}
	const changed = withAnswer(body, template, field, [option]);
	return changed === null ? noRoom : {
		kind: "done",
		body: changed
	};
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
		case "choose-option": return chooseOption(command.field, typed, body, context);
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
/** The text as a code span in a table cell. Its backticks become quotes, because they would end the span. */
function codeOf(text) {
	return `\`${cleanLine(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
/** What `/help` is answered with, in Markdown. `timezone` is an IANA name. */
function helpText({ template, timezone, onResolved }) {
	return [
		"Each command stands on a line of its own, anywhere in a comment:",
		[
			"| Command | What it does |",
			"| --- | --- |",
			...commandNames.flatMap((name) => {
				const { does, help, aliases, field, closesIssue } = commands[name];
				const inForm = field === null ? void 0 : fieldOf(template, fields[field].id);
				if (help === null || field !== null && inForm === void 0) return [];
				const example = does === "choose-option" ? inForm?.options?.[0] ?? help.example : help.example;
				const closing = closesIssue && onResolved === "close" ? ", and closes the issue" : "";
				const others = aliases.map((alias) => `\`/${alias}\``).join(", ");
				const also = others === "" ? "" : ` Also: ${others}.`;
				return `| ${codeOf(commandText(name, example))} | ${help.says}${closing}.${also} |`;
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
	const text = rewriteIssue$1(sentence, {
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
			...labels.map(createLabel$1),
			...opened?.labelChanges ?? [],
			...undone.map(({ issue }) => removeLabel$1(issue.number, settings.confirmedLabel))
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
		labelChanges: [...missing.map(createLabel$1), addLabels$1(issue.number, labels)]
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
	const entryTexts = (log) => {
		const text = withoutZones(log?.text ?? "");
		return ({ start, generatedEnd }) => text.slice(start, generatedEnd).replaceAll("\r\n", "\n").replace(/\n[ \n]*(?=\n)/g, "").trim();
	};
	const [textBefore, textAfter] = [entryTexts(before), entryTexts(after)];
	const generatedBefore = (before?.entries ?? []).filter(isGeneratedEntry);
	const generatedAfter = after.entries.filter(isGeneratedEntry);
	const entriesBefore = new Map(generatedBefore.map((entry) => [entry.issue, entry]));
	const issuesAfter = new Set(generatedAfter.map(({ issue }) => issue));
	const entries = generatedAfter.flatMap((entry) => {
		const former = entriesBefore.get(entry.issue) ?? null;
		if (former !== null && textBefore(former) === textAfter(entry)) return [];
		return [entryChange(entry, {
			former,
			current: entry
		})];
	});
	const removed = generatedBefore.filter(({ issue }) => !issuesAfter.has(issue)).map((entry) => entryChange(entry, {
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
function entryChange(entry, { former, current }) {
	const change = (figure) => ({
		before: former?.[figure]?.text ?? null,
		after: current?.[figure]?.text ?? null
	});
	const [timeToRepair, timeToResolve] = [change("timeToRepair"), change("timeToResolve")];
	const kind = former === null ? "added" : current === null ? "removed" : progress(timeToRepair, timeToResolve);
	return {
		issue: entry.issue,
		kind,
		entry,
		timeToRepair,
		timeToResolve
	};
}
/** How an incident went on, by the words of its two figures: `ongoing` says that the event is still to come. */
function progress(timeToRepair, timeToResolve) {
	const isOver = ({ before, after }) => before === "ongoing" && after !== "ongoing";
	if (isOver(timeToResolve)) return "resolved";
	if (isOver(timeToRepair)) return "repaired";
	return timeToResolve.before !== "ongoing" && timeToResolve.after === "ongoing" ? "reopened" : "changed";
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
	const rowsOf = (log) => new Map((log === null ? [] : quarterRows(log)).map((row) => [row.quarter, row]));
	const [former, current] = [rowsOf(before), rowsOf(after)];
	const quarters = [...before?.quarters ?? [], ...after.quarters].map(({ quarter }) => quarter).sort((one, other) => compareQuarters(other, one)).map(quarterName);
	return [...new Set(quarters)].map((quarter) => quarterChange(quarter, former.get(quarter), current.get(quarter))).filter(({ figures }) => Object.values(figures).some(({ before, after }) => before !== after));
}
function quarterChange(quarter, former, current) {
	const figures = byFigure(quarterFigures, ({ key, of }) => {
		const stated = (row) => of === "incidents" || row?.incidents ? row?.figures[key].text || null : null;
		return {
			before: stated(former),
			after: stated(current)
		};
	});
	return {
		quarter,
		isEmpty: !former?.incidents && !current?.incidents,
		figures
	};
}

// src/pull-request/body.ts
const note = "Generated entries come from the linked issues. Edit the issue, not the entry: edits to a generated entry are overwritten. Everything else in the file is yours and stays as it is.";
/** The pull request's description: what changed and why, what needs fixing, and where entries are edited. */
function pullRequestBody({ logChanges, built, repositoryUrl, removals }) {
	const changes = changeSections(logChanges, repositoryUrl, removals);
	const sections = [
		{
			head: changes.every(({ rows }) => rows.length === 0) ? ["Incidents, review actions and figures are unchanged."] : [],
			rows: []
		},
		...changes,
		problemSection(built.problems, repositoryUrl),
		findingSection("## Found in what is kept by hand", built.findings),
		{
			head: [
				"---",
				"",
				note
			],
			rows: []
		}
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
	const written = files.map(({ path, content }, index) => ({
		path: index === 0 ? null : path,
		blob: blobOf(content)
	}));
	const message = footing === "theirs" ? commitMessage : messageWithTrailers(commitMessage, written);
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
	return [...Object.keys(changed).length === 0 ? [] : [updatePullRequest$1(open.number, changed)], ...missing.length === 0 ? [] : [addLabels$1(open.number, missing)]];
}

// src/pull-request/subject.ts
/** Longer subjects are cut off where GitHub lists commits. */
const LIMIT = 72;
/**
* The subject of a commit that changes the log so: `Update the incident log: #12 resolved, #9 added and 3 more`. It has numbers and our
* own words only, because what somebody typed could close an issue or notify people from there.
*/
function commitSubject(changes) {
	const start = "Update the incident log";
	const parts = partsOf(changes);
	const subjectOf = (shown) => {
		const left = parts.length - shown;
		return `${start}: ${parts.slice(0, shown).join(", ")}${left === 0 ? "" : ` and ${left} more`}`;
	};
	if (parts.length === 0) return start;
	for (let shown = Math.min(parts.length, LIMIT); shown > 1; shown -= 1) {
		const subject = subjectOf(shown);
		if (subject.length <= LIMIT) return subject;
	}
	return subjectOf(1);
}
function partsOf({ entries, actions, quarters }) {
	const parts = [...entries.toSorted(byWeight).map(({ issue, kind }) => `#${issue} ${kind}`), ...movedActions(actions)];
	return parts.length > 0 ? parts : quarters.map(({ quarter }) => `${quarter} changed`);
}
/** What left the log comes first, as in the pull request, and what has no better word than "changed" last. */
function byWeight(one, other) {
	const weight = ({ kind }) => kind === "removed" ? 0 : kind === "changed" ? 2 : 1;
	return weight(one) - weight(other);
}
function movedActions(actions) {
	return ["DONE", "WON'T DO"].flatMap((state) => {
		const moved = actions.filter((action) => action.kind === "moved" && action.state.before !== state && action.state.after === state);
		const word = state === "DONE" ? "done" : "dropped";
		return moved.length === 0 ? [] : [`${moved.length} review ${moved.length === 1 ? "action" : "actions"} ${word}`];
	});
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
	const planned = await plan(context.settings, snapshot, actions, context.now);
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
/** The same snapshot gives the same plan. */
async function plan(settings, snapshot, actions, now) {
	const { branch, repositoryUrl, logAtBase, logOnBranch } = snapshot;
	const footing = footingOf(branch);
	const [existing, where] = footing === "theirs" ? [logOnBranch, branch.branch] : [logAtBase, snapshot.base.branch];
	const former = footing === "rebuild" ? [logAtBase] : [logOnBranch, logAtBase];
	const built = buildLog({
		issues: snapshot.incidents,
		actionStates: snapshot.tracking === null ? /* @__PURE__ */ new Map() : actionStates(snapshot.tracking),
		template: snapshot.template,
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
	const files = (footing === "theirs" ? branch.tip?.files : null) ?? snapshot.filesAtBase;
	const isEmpty = existing === null && log.incidents.length + log.formerEntries.length === 0;
	const logChanges = changesBetween(logAtBase, log.log, repositoryUrl);
	const committed = footing === "rebuild" ? logChanges : changesBetween(logOnBranch, log.log, repositoryUrl);
	const removals = removalsOf(snapshot, settings);
	const planned = planPullRequest(branch, {
		files: isEmpty ? null : await generatedFiles(log, {
			settings,
			existing: files,
			branch: where
		}),
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
		commitMessage: settings.commitMessage || commitSubject(committed),
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
	})], rewriteIssue$1(`Bring #${number} into step with its item`, {
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
			return [...isToAssign && action.owner !== null ? [assign$1(number, [action.owner])] : [], rewriteIssue$1(`Bring #${number} into step with its item`, {
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
			removeLabel$1(number, settings.label)
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
			list("**To be mended**", facts.problems.map(problemText(facts))),
			...isOut ? [] : [list("**Still missing**", missing(facts)), actionSection(facts)]
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
		if (answer === "" && fields[key].holds !== "time") return [];
		const cell = fields[key].holds === "time" ? timeCell(answer, timezone) : textCell(answer);
		return [[escapeText(field.label), cell]];
	});
	const figures = incident === null ? [] : [
		...incident.timeToDetect === null ? [] : [["**Time to detect**", formatDurationInDays(incident.timeToDetect)]],
		["**Time to repair**", figure(incident.figures.timeToRepair, incident.repaired, incident)],
		["**Time to resolve**", figure(incident.figures.timeToResolve, incident.resolved, incident)]
	];
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
	return minutes === null ? `*${figureText(minutes, operand, state)}*` : formatDurationInDays(minutes);
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
	return list("**Review actions**", items);
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
	return isThere ? [removeLabel$1(number, problemLabel)] : [addLabels$1(number, [problemLabel])];
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
	const failure = onProblems === "fail" && problems.length > 0 ? failedByProblems(problems.length, "the log was written all the same") : null;
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

export { runInActions };