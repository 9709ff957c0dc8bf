import { An as auditLog, Cn as summaryOf, L as readAuditInputs, Sn as auditSummary, i as inRunner, wn as addNothingFinding, wt as readFile, yn as auditAsCommands } from "./core.js";
import { u as Explained } from "./first.js";

// src/action/audit.ts
/**
* An audit of the log as an action: annotations on its lines, a summary, and red when there is an error. Reads the file of the
* run's commit, of a pull request the merged one, and nothing else.
*/
function auditInActions(environment, io) {
	return inRunner(environment, io, async ({ clock, connect, core, repository, repositoryUrl, ...runner }) => {
		const { token, path, timezone, emptyQuarters, nothing } = readAuditInputs(environment);
		const now = clock.now();
		const { client } = connect(token);
		const commit = environment.GITHUB_SHA ?? "";
		const file = await readFile(client, repository, path, commit);
		if (file === null) throw new Explained(`${path} does not exist in the commit ${commit.slice(0, 7)}; name the log in the input \`log-path\`.`);
		const found = auditLog(file.text, {
			timezone,
			now,
			repositoryUrl,
			emptyQuarters
		});
		const audit = addNothingFinding(found, file.text, nothing);
		const audited = {
			file: path,
			source: file.text,
			timezone,
			audit
		};
		const isWrong = audit.findings.some(({ severity }) => severity === "error");
		const { commands, rest } = auditAsCommands([audited], {
			reserved: isWrong ? 1 : 0,
			rest: "The step summary lists all of them."
		});
		runner.write(commands);
		if (rest !== "") runner.say(rest.trimEnd());
		const problems = audit.findings.map(({ rule, severity, line, message }) => ({
			issue: null,
			rule,
			severity,
			field: null,
			message,
			line
		}));
		core.setOutput("incidents", audit.incidents.length);
		core.setOutput("problems", JSON.stringify(problems));
		runner.writeSummary(auditSummary(audited));
		const sentence = `${path}: ${summaryOf(audit)}`;
		if (!isWrong) {
			runner.say(sentence);
			return 0;
		}
		core.error(sentence);
		return 1;
	});
}

export { auditInActions };