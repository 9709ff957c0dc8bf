import type { Environment } from '../environment.ts';
import { reportPage } from '../report/page/page.ts';
import { writePage } from '../report/page/write.ts';
import { reportSummary } from '../report/summary.ts';
import { startJournal } from '../run/context.ts';
import { readForReport } from '../run/report.ts';
import { readReportInputs } from './inputs.ts';
import type { ExitCode, Io } from './io.ts';
import { setOutputs } from './outputs.ts';
import { annotate, failedByProblems, unaskedNote, warningsOf } from './problems.ts';
import { reportFolder } from './report-folder.ts';
import { inRunner } from './runner.ts';

/** Writes the report page into the workspace as an action. It reads the repository, and changes nothing there. */
export function reportInActions(environment: Environment, io: Io): Promise<ExitCode> {
  return inRunner(environment, io, async (runner) => {
    const { clock, core, say } = runner;
    const { token, settings, mode, onProblems, reportPath } = readReportInputs(environment);
    const folder = reportFolder(environment.GITHUB_WORKSPACE, reportPath);
    const { github, deadline } = runner.connect(token);
    const { unasked, ...log } = await readForReport({
      github,
      settings,
      trigger: { kind: 'schedule' },
      defaultBranch: '',
      now: clock.now(),
      clock,
      deadline,
      mode: 'dry-run',
      journal: startJournal(),
      say,
    });
    const { built } = log;
    const page = reportPage(log);
    if (mode === 'apply') writePage(folder, page);
    const count = built.incidents.length + built.formerEntries.length + built.handWritten.length;
    setOutputs(core, {
      'report-path': reportPath,
      incidents: count,
      problems: JSON.stringify(built.problems),
    });
    if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
    const { problems } = built;
    annotate(runner, warningsOf(problems, [], null));
    const verb = mode === 'apply' ? 'Wrote' : 'Dry run: would write';
    const sentence = `${verb} the report of ${count} ${count === 1 ? 'incident' : 'incidents'} to ${reportPath}/index.html in the workspace.`;
    say(sentence);
    const where = `\`${reportPath}/index.html\``;
    const headline = sentence.replace(`${reportPath}/index.html`, where);
    const failure =
      onProblems === 'fail' && problems.length > 0
        ? failedByProblems(problems.length, 'the report was written all the same')
        : null;
    runner.writeSummary(reportSummary({ headline, failure, problems, repositoryUrl: log.repositoryUrl }));
    if (failure === null) return 0;
    core.error(failure);
    return 1;
  });
}
