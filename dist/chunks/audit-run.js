import { $ as createClient, Qt as auditAsCommands, X as RUN_LIMIT_MILLISECONDS, Y as readFile, Zt as Explained, a as writeSummary, ct as context, i as say, lt as setFailed, o as readAuditInputs, qt as auditLog, r as explained, rn as summaryOf, tn as auditSummary, ut as setOutput } from "./core.js";

// src/audit-run.ts
/**
* An audit of the log as an action: annotations on its lines, a summary, and red when there is an error. Reads the file of the
* run's commit, of a pull request the merged one, and nothing else.
*/
async function auditInActions() {
	await explained(async () => {
		const { token, path, timezone } = readAuditInputs();
		const now = Date.now();
		const client = createClient(token, now + RUN_LIMIT_MILLISECONDS);
		const file = await readFile(client, context.repo, path, context.sha);
		if (file === null) throw new Explained(`${path} does not exist in the commit ${context.sha.slice(0, 7)}; name the log in the input \`log-path\`.`);
		const repositoryUrl = `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
		const audit = auditLog(file.text, {
			timezone,
			now,
			repositoryUrl
		});
		process.stdout.write(auditAsCommands({
			file: path,
			source: file.text,
			timezone,
			audit
		}));
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
		writeSummary(auditSummary({
			file: path,
			source: file.text,
			timezone,
			audit
		}));
		const sentence = `${path}: ${summaryOf(audit)}`;
		if (audit.findings.some(({ severity }) => severity === "error")) setFailed(sentence);
		else say(sentence);
	});
}

export { auditInActions };