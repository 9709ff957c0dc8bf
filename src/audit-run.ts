import * as core from '@actions/core';
import { context } from '@actions/github';
import { auditAsCommands, auditSummary, summaryOf } from './audit-report.ts';
import { Explained } from './explained.ts';
import { createClient, RUN_LIMIT_MILLISECONDS } from './github/client.ts';
import { readFile } from './github/file.ts';
import { readAuditInputs } from './inputs.ts';
import { auditLog } from './log/audit.ts';
import { explained, say, writeSummary } from './runner.ts';

/**
 * An audit of the log as an action: annotations on its lines, a summary, and red when there is an error. Reads the file of the
 * run's commit, of a pull request the merged one, and nothing else.
 */
export async function auditInActions(): Promise<void> {
  await explained(async () => {
    const { token, path, timezone, emptyQuarters } = readAuditInputs();
    const now = Date.now();
    const client = createClient(token, now + RUN_LIMIT_MILLISECONDS);
    const file = await readFile(client, context.repo, path, context.sha);
    if (file === null) {
      throw new Explained(
        `${path} does not exist in the commit ${context.sha.slice(0, 7)}; name the log in the input \`log-path\`.`,
      );
    }
    const repositoryUrl = `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
    const audit = auditLog(file.text, { timezone, now, repositoryUrl, emptyQuarters });
    process.stdout.write(auditAsCommands({ file: path, source: file.text, timezone, audit }));
    const problems = audit.findings.map(({ rule, severity, line, message }) => ({
      issue: null,
      rule,
      severity,
      field: null,
      message,
      line,
    }));
    core.setOutput('incidents', audit.incidents.length);
    core.setOutput('problems', JSON.stringify(problems));
    writeSummary(auditSummary({ file: path, source: file.text, timezone, audit }));
    const sentence = `${path}: ${summaryOf(audit)}`;
    if (audit.findings.some(({ severity }) => severity === 'error')) core.setFailed(sentence);
    else say(sentence);
  });
}
