import { _ as readLog, a as auditLog } from "./settings.js";
import { t as summaryOf } from "./counts.js";
import { t as auditAsCommands } from "./github.js";
import { b as auditSummary, n as inRunner } from "./runner.js";
import { _ as UserError, n as setOutputs } from "./first.js";
import { s as readFile, t as readAuditInputs } from "./inputs.js";

// src/action/audit.ts
/**
* Audits the log as an action: annotates its lines, writes a summary, and fails when there is an error. Reads only the log, in the
* commit of the run; on a pull request, that is the merge commit.
*/
function auditInActions(environment, io) {
	return inRunner(environment, io, async ({ clock, connect, core, repositoryUrl, ...runner }) => {
		const { token, path, timezone, emptyQuarters, nothing } = readAuditInputs(environment);
		const now = clock.now();
		const { github } = connect(token);
		const commit = environment.GITHUB_SHA ?? "";
		const file = await readFile(github, path, commit);
		if (file === null) throw new UserError(`${path} does not exist in the commit ${commit.slice(0, 7)}; name the log in the input \`log-path\`.`);
		const audit = auditLog(readLog(file.text, repositoryUrl), {
			timezone,
			now,
			repositoryUrl,
			emptyQuarters,
			whenNothingChecked: nothing
		});
		const audited = {
			file: path,
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
		setOutputs(core, {
			incidents: audit.incidents.length,
			problems: JSON.stringify(problems)
		});
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