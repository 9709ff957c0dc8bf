import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '../../../../src/form/template.ts';
import { changesBetween } from '../../../../src/log/diff.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { buildLog } from '../../../../src/model/build-log.ts';
import { asJson } from '../../../../src/report/json.ts';
import { stepSummary } from '../../../../src/report/summary.ts';
import { entry, found } from '../../audit/audits.ts';
import { incident, logInput, logText, repositoryUrl, time } from '../incidents.ts';

const filed = (issue: number, day: string) =>
  incident(issue, `${day} 10:00`, { repaired: time(`${day} 11:00`), resolved: time(`${day} 12:00`) });

describe('lesson 102: all outputs of a run show the same quarters and means', () => {
  const events = (day: string) => [`First detected: ${day} 10:00`, `Repaired: ${day} 13:00`];
  const log = `# Log\n\n## Q3 2025\n\n- **Incidents**: 1\n- **Mean Time to Repair**: 9h 0m\n\n${entry('2025-07-05 - x', events('2025-07-05'), ['- Time to repair: 3h'])}## Q4 2024\n\n- Mean time to repair: TBC\n\n${entry('2024-10-05 - y', events('2024-10-05'), ['- Time to repair: 3h'])}`;
  const settings = {
    path: 'INCIDENTS.md',
    chartPath: '',
    title: 'Log',
    intro: '',
    timezone: 'UTC',
    emptyQuarters: 'zero',
    handKept: 'keep',
    engine: 'auto',
    overview: 'leave',
  } as const;
  const issues = [{ issue: issueOf(7), incident: filed(7, '2025-02-10'), problems: [] }];
  const existing = readLog(log, repositoryUrl);
  const built = buildLog({
    issues,
    actionStates: new Map(),
    settings,
    template: defaultTemplate,
    repositoryUrl,
    existing,
    existingName: 'INCIDENTS.md',
    formerLogs: [],
    now: Date.UTC(2025, 11, 31),
  });

  it('case 16: JSON has those of the log, in its order', () => {
    expect(built.log.text.match(/^## .*/gm)).toEqual(['## Q3 2025', '## Q1 2025', '## Q4 2024']);
    expect(asJson(built, 'UTC').quarters).toEqual([
      { quarter: 'Q3 2025', incidents: 1, meanTimeToRepair: 540, meanTimeToResolve: null },
      { quarter: 'Q1 2025', incidents: 1, meanTimeToRepair: 60, meanTimeToResolve: null },
      { quarter: 'Q4 2024', incidents: 1, meanTimeToRepair: null, meanTimeToResolve: null },
    ]);
  });

  it('and so has the summary', () => {
    const summary = stepSummary({
      headline: 'x',
      // Against no log, so that all quarters have changed.
      logChanges: changesBetween(null, built.log, repositoryUrl),
      built,
      repositoryUrl,
      removals: new Map(),
      openActions: [],
      done: [],
      notes: [],
    });
    expect(summary.match(/^\| Q\d 20\d\d \|.*/gm)?.slice(0, 3)).toEqual([
      '| Q3 2025 | 1 | 9h 0m |  |',
      '| Q1 2025 | 1 | 1h 0m |  |',
      '| Q4 2024 | 1 | TBC |  |',
    ]);
  });
});

/** What the log is not built from. */
function issueOf(number: number): Parameters<typeof buildLog>[0]['issues'][number]['issue'] {
  return {
    number,
    title: 'x',
    body: '',
    html_url: `${repositoryUrl}/issues/${number}`,
    state: 'open',
  } as Parameters<typeof buildLog>[0]['issues'][number]['issue'];
}

describe('quarter-missing respects `omit`', () => {
  const own = logText(logInput([filed(1, '2024-02-03'), filed(2, '2023-05-05')], { emptyQuarters: 'omit' }));
  const byHand = `## Q4 2024\n\n${entry('2024-10-14 - x', ['First detected: 2024-10-14 10:00'])}## Q2 2024\n`;

  it('case 15: in a log that was written so', () => {
    expect(own.match(/^## .*/gm)).toHaveLength(2);
    expect(found(own, ['quarter-missing'], { repositoryUrl })).toEqual([]);
  });

  it('in a log that people keep', () => {
    expect(found(byHand, ['quarter-missing'])).toEqual(['10 quarter-missing']);
    expect(found(byHand, ['quarter-missing'], { emptyQuarters: 'omit' })).toEqual([]);
    const without = byHand.replace('## Q2 2024', '## Q2 2023');
    const older = `${without}\n${entry('2024-02-01 - y', ['First detected: 2024-02-01 10:00'])}`;
    expect(found(older, ['quarter-missing'], { emptyQuarters: 'omit' })).toEqual(['10 quarter-missing']);
  });
});
