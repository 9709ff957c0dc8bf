import { describe, expect, it } from 'vitest';
import { incident, logInput, logText } from '../../../log/incidents.ts';
import { entry, keptByHand, nothingChecked } from '../../audits.ts';

const times = ['First detected: 2024-10-14 10:30', 'Repaired: 2024-10-14 11:30'];
const log = (...entries: readonly string[]) => `# Log\n\n## Q4 2024\n\n${entries.join('')}`;
const heading = 'Incident on 2024-10-14 - Mail was late';

describe('lesson 56: a log in which no figure is compared', () => {
  it.each([
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
    expect(nothingChecked(source)).toBe(expected);
    expect(nothingChecked(source, 'notice')).toBe(expected?.replace('error', 'notice') ?? null);
  });

  it('is a notice in a generated log whose incident goes on', () => {
    const ongoing = incident(12, '2024-10-14 10:30', {
      repaired: null,
      resolved: null,
      state: 'ongoing',
      figures: { timeToRepair: null, timeToResolve: null },
      impact: 'Delay: 3h',
    });
    expect(nothingChecked(logText(logInput([ongoing])))).toMatch(/ notice nothing-compared$/);
  });
});
