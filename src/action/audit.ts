import { auditLog } from '../audit/audit.ts';
import { auditAsCommands } from '../audit/output/annotations.ts';
import { auditSummary, summaryOf } from '../audit/output/report.ts';
import { addNothingFinding } from '../audit/rules/nothing.ts';
import type { Environment } from '../environment.ts';
import { Explained } from '../errors.ts';
import { readFile } from '../github/file.ts';
import { readAuditInputs } from './inputs.ts';
import type { ExitCode, Io } from './io.ts';
import { setOutputs } from './outputs.ts';
import { inRunner } from './runner.ts';

/**
 * An audit of the log as an action: annotations on its lines, a summary, and red when there is an error. Reads the file of the
 * run's commit, of a pull request the merged one, and nothing else.
 */
export function auditInActions(environment: Environment, io: Io): Promise<ExitCode> {
  return inRunner(environment, io, async ({ clock, connect, core, repositoryUrl, ...runner }) => {
    const { token, path, timezone, emptyQuarters, nothing } = readAuditInputs(environment);
    const now = clock.now();
    const { github } = connect(token);
    const commit = environment.GITHUB_SHA ?? '';
    const file = await readFile(github, path, commit);
    if (file === null) {
      throw new Explained(
        `${path} does not exist in the commit ${commit.slice(0, 7)}; name the log in the input \`log-path\`.`,
      );
    }
    const found = auditLog(file.text, { timezone, now, repositoryUrl, emptyQuarters });
    const audit = addNothingFinding(found, file.text, nothing);
    const audited = { file: path, source: file.text, timezone, audit };
    const isWrong = audit.findings.some(({ severity }) => severity === 'error');
    const { commands, rest } = auditAsCommands([audited], {
      reserved: isWrong ? 1 : 0,
      rest: 'The step summary lists all of them.',
    });
    runner.write(commands);
    if (rest !== '') runner.say(rest.trimEnd());
    const problems = audit.findings.map(({ rule, severity, line, message }) => ({
      issue: null,
      rule,
      severity,
      field: null,
      message,
      line,
    }));
    setOutputs(core, { incidents: audit.incidents.length, problems: JSON.stringify(problems) });
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
