import * as core from '@actions/core';
import { context } from '@actions/github';
import { auditLog } from '../audit/audit.ts';
import { summaryOf } from '../audit/output/counts.ts';
import { auditAsCommands } from '../audit/output/github.ts';
import { auditSummary } from '../audit/output/summary.ts';
import { Explained } from '../errors.ts';
import { connect, RUN_LIMIT_MILLISECONDS } from '../github/client.ts';
import { readFile } from '../github/file.ts';
import { failureSummary } from '../report/summary.ts';
import { readAuditInputs } from './inputs.ts';
import { explained, repositoryUrl, say, writeSummary } from './runner.ts';

/**
 * Audits the log as an action: annotates its lines, writes a summary, and fails when there is an error. Reads only the log, in the
 * commit of the run; on a pull request, that is the merge commit.
 */
export async function auditInActions(): Promise<void> {
  const summaryOfFailure = (failure: string) =>
    failureSummary({ failure, repositoryUrl: repositoryUrl(), done: [], left: [] });
  await explained(async () => {
    const { token, path, timezone, emptyQuarters, nothing } = readAuditInputs();
    const now = Date.now();
    const github = connect(token, context.repo, now + RUN_LIMIT_MILLISECONDS);
    const file = await readFile(github, path, context.sha);
    if (file === null) {
      throw new Explained(
        `${path} does not exist in the commit ${context.sha.slice(0, 7)}; name the log in the input \`log-path\`.`,
      );
    }
    const audit = auditLog(file.text, {
      timezone,
      now,
      repositoryUrl: repositoryUrl(),
      emptyQuarters,
      whenNothingChecked: nothing,
    });
    const audited = { file: path, audit };
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
