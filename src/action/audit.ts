import * as core from '@actions/core';
import { context } from '@actions/github';
import { auditLog } from '../audit/audit.ts';
import { auditAsCommands } from '../audit/output/annotations.ts';
import { auditSummary, summaryOf } from '../audit/output/report.ts';
import { addNothingFinding } from '../audit/rules/nothing.ts';
import { Explained } from '../errors.ts';
import { createClient, RUN_LIMIT_MILLISECONDS } from '../github/client.ts';
import { readFile } from '../github/file.ts';
import { readLog } from '../log/read/read.ts';
import { failureSummary } from '../report/summary.ts';
import { readAuditInputs } from './inputs.ts';
import { explained, repositoryUrl, say, writeSummary } from './runner.ts';

/**
 * An audit of the log as an action: annotations on its lines, a summary, and red when there is an error. Reads the file of the
 * run's commit, of a pull request the merged one, and nothing else.
 */
export async function auditInActions(): Promise<void> {
  const summaryOfFailure = (failure: string) =>
    failureSummary({ failure, repositoryUrl: repositoryUrl(), done: [], left: [] });
  await explained(async () => {
    const { token, path, timezone, emptyQuarters, nothing } = readAuditInputs();
    const now = Date.now();
    const client = createClient(token, now + RUN_LIMIT_MILLISECONDS);
    const file = await readFile(client, context.repo, path, context.sha);
    if (file === null) {
      throw new Explained(
        `${path} does not exist in the commit ${context.sha.slice(0, 7)}; name the log in the input \`log-path\`.`,
      );
    }
    const found = auditLog(readLog(file.text, repositoryUrl()), {
      timezone,
      now,
      repositoryUrl: repositoryUrl(),
      emptyQuarters,
    });
    const audit = addNothingFinding(found, file.text, nothing);
    const audited = { file: path, source: file.text, timezone, audit };
    const isWrong = audit.findings.some(({ severity }) => severity === 'error');
    const { commands, rest } = auditAsCommands([audited], {
      reserved: isWrong ? 1 : 0,
      rest: 'The step summary lists all of them.',
    });
    process.stdout.write(commands);
    if (rest !== '') say(rest.trimEnd());
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
    writeSummary(auditSummary(audited));
    const sentence = `${path}: ${summaryOf(audit)}`;
    if (isWrong) core.setFailed(sentence);
    else say(sentence);
  }, summaryOfFailure);
}
