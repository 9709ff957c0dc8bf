import { n as writePage, t as reportPage } from "./page.js";
import { i as reportSummary, n as inRunner } from "./runner.js";
import { _t as askOwnLogin, a as startLogReads, at as actionStates, bt as startJournal, gt as askPermissions, i as warningsOf, n as failedByProblems, r as unaskedNote, t as annotate, x as observeIncidents } from "./problems.js";
import { d as buildLog } from "./incidents.js";
import { r as readReportInputs } from "./inputs.js";
import { _ as UserError, n as setOutputs } from "./first.js";
import { lstatSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";

// src/run/report.ts
/** Builds the log of the repository's issues, from the log and the form of the base. Changes nothing. */
async function readForReport(input) {
	const { github, settings, now } = input;
	const context = {
		...input,
		isPermitted: askPermissions(github),
		ownLogin: askOwnLogin(github)
	};
	const reads = startLogReads(context);
	const [repository, base, template, listed] = await Promise.all([
		reads.repository,
		reads.base,
		reads.template,
		reads.incidents
	]);
	const observed = {
		repository,
		template,
		listed,
		conversations: []
	};
	const [{ incidents, tracking }, { logAtBase }] = await Promise.all([observeIncidents(context, observed, reads), reads.logs]);
	return {
		built: buildLog({
			issues: incidents,
			actionStates: tracking === null ? /* @__PURE__ */ new Map() : actionStates(tracking),
			template,
			settings: settings.log,
			repositoryUrl: repository.url,
			existing: logAtBase,
			existingName: `${settings.log.path} on the branch ${base.branch}`,
			formerLogs: logAtBase === null ? [] : [logAtBase],
			now
		}),
		timezone: settings.log.timezone,
		now,
		repositoryUrl: repository.url,
		unasked: incidents.filter(({ author }) => author === "unasked").length
	};
}

// src/action/report-folder.ts
/**
* The folder at `path` in the workspace, whether it is there or not. Throws {@link UserError} where the job has no workspace, and where
* `path` leads out of it or through a symbolic link, which may.
*/
function reportFolder(workspace, path) {
	if ((workspace === void 0 || workspace === "" ? void 0 : lstatSync(workspace, missing)) === void 0) throw new UserError("The job has no workspace (GITHUB_WORKSPACE) that the report could be written to.");
	let folder = realpathSync(workspace ?? "");
	const inside = `${folder}${sep}`;
	for (const part of path.split("/")) {
		folder = join(folder, part);
		const found = lstatSync(folder, missing);
		if (found?.isSymbolicLink() || !folder.startsWith(inside)) throw new UserError(`The input \`report-path\` names ${path}, which leads out of the workspace or through a symbolic link; name a folder in the workspace.`);
		if (found !== void 0 && !found.isDirectory()) throw new UserError(`The input \`report-path\` names ${path}, which is a file; name a folder.`);
	}
	return folder;
}
const missing = { throwIfNoEntry: false };

// src/action/report.ts
/** Writes the report page into the workspace as an action. It reads the repository, and changes nothing there. */
function reportInActions(environment, io) {
	return inRunner(environment, io, async (runner) => {
		const { clock, core, say } = runner;
		const { token, settings, mode, onProblems, reportPath } = readReportInputs(environment);
		const folder = reportFolder(environment.GITHUB_WORKSPACE, reportPath);
		const { github, deadline } = runner.connect(token);
		const { unasked, ...log } = await readForReport({
			github,
			settings,
			trigger: { kind: "schedule" },
			defaultBranch: "",
			now: clock.now(),
			clock,
			deadline,
			mode: "dry-run",
			journal: startJournal(),
			say
		});
		const { built } = log;
		const page = reportPage(log);
		if (mode === "apply") writePage(folder, page);
		const count = built.incidents.length + built.formerEntries.length + built.handWritten.length;
		setOutputs(core, {
			"report-path": reportPath,
			incidents: count,
			problems: JSON.stringify(built.problems)
		});
		if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
		const { problems } = built;
		annotate(runner, warningsOf(problems, [], null));
		const sentence = `${mode === "apply" ? "Wrote" : "Dry run: would write"} the report of ${count} ${count === 1 ? "incident" : "incidents"} to ${reportPath}/index.html in the workspace.`;
		say(sentence);
		const where = `\`${reportPath}/index.html\``;
		const headline = sentence.replace(`${reportPath}/index.html`, where);
		const failure = onProblems === "fail" && problems.length > 0 ? failedByProblems(problems.length, "the report was written all the same") : null;
		runner.writeSummary(reportSummary({
			headline,
			failure,
			problems,
			repositoryUrl: log.repositoryUrl
		}));
		if (failure === null) return 0;
		core.error(failure);
		return 1;
	});
}

export { reportInActions };