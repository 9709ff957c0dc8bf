import { G as RUN_LIMIT_MILLISECONDS, J as connect, Qt as addNothingFinding, W as readFile, Xt as auditSummary, Zt as summaryOf, a as say, d as failureSummary, i as repositoryUrl, it as context, o as writeSummary, ot as setFailed, qt as auditAsCommands, r as explained, s as readAuditInputs, sn as auditLog, st as setOutput } from "./core.js";
import { u as Explained } from "./first.js";

// src/action/audit.ts
/**
* An audit of the log as an action: annotations on its lines, a summary, and red when there is an error. Reads the file of the
* run's commit, of a pull request the merged one, and nothing else.
*/
async function auditInActions() {
	const summaryOfFailure = (failure) => failureSummary({
		failure,
		repositoryUrl: repositoryUrl(),
		done: [],
		left: []
	});
	await explained(async () => {
		const { token, path, timezone, emptyQuarters, nothing } = readAuditInputs();
		const now = Date.now();
		const github = connect(token, context.repo, now + RUN_LIMIT_MILLISECONDS);
		const file = await readFile(github, path, context.sha);
		if (file === null) throw new Explained(`${path} does not exist in the commit ${context.sha.slice(0, 7)}; name the log in the input \`log-path\`.`);
		const found = auditLog(file.text, {
			timezone,
			now,
			repositoryUrl: repositoryUrl(),
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
		process.stdout.write(commands);
		if (rest !== "") say(rest.trimEnd());
		const problems = audit.findings.map(({ rule, severity, line, message }) => ({
			issue: null,
			rule,
			severity,
			field: null,
			message,
			line
		}));
		setOutput("incidents", audit.incidents.length);
		setOutput("problems", JSON.stringify(problems));
		writeSummary(auditSummary(audited));
		const sentence = `${path}: ${summaryOf(audit)}`;
		if (isWrong) setFailed(sentence);
		else say(sentence);
	}, summaryOfFailure);
}

export { auditInActions };