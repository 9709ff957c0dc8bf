import { describe, expect, it } from 'vitest';
import { auditLog } from '../../../../src/audit/audit.ts';
import { addNothingFinding } from '../../../../src/audit/rules/nothing.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { incident, logInput, logText, repositoryUrl } from '../../log/incidents.ts';
import { auditSettings, entry, keptByHand } from '../audits.ts';

/** What the audit says first where it could do nothing; null where it could. */
function nothing(source: string, severity: 'error' | 'notice' = 'error'): string | null {
  const settings = { ...auditSettings, repositoryUrl };
  const audit = addNothingFinding(auditLog(readLog(source, repositoryUrl), settings), source, severity);
  const [first] = audit.findings;
  return first?.rule.startsWith('nothing-') ? `${first.line} ${first.severity} ${first.rule}` : null;
}

const times = ['First detected: 2024-10-14 10:30', 'Repaired: 2024-10-14 11:30'];
const log = (...entries: readonly string[]) => `# Log\n\n## Q4 2024\n\n${entries.join('')}`;
const heading = 'Incident on 2024-10-14 - Mail was late';

describe('lesson 56: an audit that could do nothing', () => {
  it.each([
    ['prose', 'Nothing to see here.\n', '1 error nothing-read'],
    ['a title behind blank lines and a byte order mark', '\uFEFF\n\n# Incidents\n', '3 error nothing-read'],
    [
      'a table of incidents',
      '# Log\n\n| Date | What |\n|---|---|\n| 2024-10-14 | Mail |\n',
      '1 error nothing-read',
    ],
    [
      'quarters without incidents, kept by hand',
      '# Log\n\n## Q4 2024\n\nNo incidents.\n',
      '1 error nothing-read',
    ],
    ['an empty file', '', null],
    ['blank lines', '\uFEFF\n \n', null],
    ['a log with figures that can be compared', keptByHand, null],
    ['a figure that is right', log(entry(heading, times, ['- **Time to repair**: 1h'])), null],
    [
      'figures without their times',
      log(entry(heading, ['First detected: 2024-10-14 10:30'], ['- **Time to repair**: 1h'])),
      '10 error nothing-compared',
    ],
    [
      'times that cannot be read',
      log(entry(heading, ['First detected: 10.30', 'Repaired: 11.30'])),
      '8 error nothing-compared',
    ],
    [
      'a figure under a label that is not known',
      log(entry(heading, times, ['- **Downtime**: about 56 minutes'])),
      '11 error nothing-compared',
    ],
    [
      'a figure in a table',
      log(entry(heading, times, ['| Duration | 2h 30m |'])),
      '11 error nothing-compared',
    ],
    [
      'times under labels with a symbol in front',
      '# Log\n\n### Incident on 2024-10-14 - x\n\n- 🔴 First detected: 2024-10-14 10:00\n',
      '5 error nothing-compared',
    ],
    ['a log that states no figure', log(entry(heading, times)), '5 notice nothing-compared'],
    ['nothing but unknown times', log(entry(heading, ['First detected: TBC'])), '5 notice nothing-compared'],
    [
      'prose about figures',
      log(entry(heading, times, ['It took 3 hours: too long.'])),
      '5 notice nothing-compared',
    ],
    [
      'a figure in a fence',
      log(entry(heading, times, ['```', 'Duration: 3h', '```'])),
      '5 notice nothing-compared',
    ],
  ])('%s', (_, source, expected) => {
    expect(nothing(source)).toBe(expected);
    expect(nothing(source, 'notice')).toBe(expected?.replace('error', 'notice') ?? null);
  });

  it('is right on a generated log without incidents, and on one whose incident goes on', () => {
    expect(nothing(logText(logInput([])))).toBeNull();
    const emptied = logText(
      logInput([], { existing: logText(logInput([incident(12, '2024-10-14 10:30')])) }),
    );
    expect(nothing(emptied)).toBeNull();
    const ongoing = incident(12, '2024-10-14 10:30', {
      repaired: null,
      resolved: null,
      state: 'ongoing',
      figures: { timeToRepair: null, timeToResolve: null },
      impact: 'Delay: 3h',
    });
    expect(nothing(logText(logInput([ongoing])))).toMatch(/ notice nothing-compared$/);
  });
});
