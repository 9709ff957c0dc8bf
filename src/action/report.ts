import type { Environment } from '../environment.ts';
import { reportPage } from '../report/page/page.ts';
import { writePage } from '../report/page/write.ts';
import { startJournal } from '../run/context.ts';
import { readForReport } from '../run/report.ts';
import { readReportInputs } from './inputs.ts';
import type { ExitCode, Io } from './io.ts';
import { setOutputs } from './outputs.ts';
import { reportFolder } from './report-folder.ts';
import { inRunner } from './runner.ts';
import { unaskedNote } from './unasked-note.ts';

/** Writes the report page into the workspace as an action. It reads the repository, and changes nothing there. */
export function reportInActions(environment: Environment, io: Io): Promise<ExitCode> {
  return inRunner(environment, io, async (runner) => {
    const { clock, core, say } = runner;
    const { token, settings, reportPath } = readReportInputs(environment);
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
    writePage(folder, reportPage(log));
    const count = built.incidents.length + built.formerEntries.length + built.handWritten.length;
    setOutputs(core, {
      'report-path': reportPath,
      incidents: count,
      problems: JSON.stringify(built.problems),
    });
    if (unasked > 0) core.notice(unaskedNote(unasked, settings.confirmedLabel));
    const sentence = `Wrote the report of ${count} ${count === 1 ? 'incident' : 'incidents'} to ${reportPath}/index.html in the workspace.`;
    say(sentence);
    const where = `\`${reportPath}/index.html\``;
    runner.writeSummary(
      `# Incident report\n\n${sentence.replace(`${reportPath}/index.html`, where)} A later step can upload it.\n`,
    );
    return 0;
  });
}
