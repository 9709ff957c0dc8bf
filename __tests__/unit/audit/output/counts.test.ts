import { expect, it } from 'vitest';
import { countsOf, summaryOf } from '../../../../src/audit/output/counts.ts';
import { audit, fixed, keptByHand, rightLog } from '../audits.ts';

it('counts what is stated and what of it is wrong', () => {
  expect(countsOf(audit(keptByHand))).toEqual({
    durations: { stated: 8, wrong: 4 },
    means: { stated: 4, wrong: 4 },
  });
  expect(countsOf(audit(fixed(keptByHand)))).toEqual({
    durations: { stated: 8, wrong: 0 },
    means: { stated: 4, wrong: 0 },
  });
});

it('counts a mean of a quarter without incidents only where it is wrong', () => {
  const empty = (mean: string) => `${rightLog}## Q3 2024\n\n- Mean time to repair: ${mean}\n`;
  expect(countsOf(audit(empty('0h 0m'))).means).toEqual({ stated: 2, wrong: 0 });
  expect(countsOf(audit(empty('3h'))).means).toEqual({ stated: 3, wrong: 1 });
});

it('does not count what can’t be read as stated', () => {
  const source = rightLog.replace('- **Time to repair**: 24h 59m', '- **Time to repair**: about a day');
  expect(countsOf(audit(source)).durations).toEqual({ stated: 1, wrong: 0 });
});

it.each([
  [keptByHand, '4 of 8 durations and 4 of 4 means are wrong (4 incidents in 6 quarters read; '],
  [rightLog, '0 of 2 durations and 0 of 2 means are wrong (1 incident in 1 quarter read; 0 errors, '],
  ['# Nothing\n', 'No incident was found (0 incidents in 0 quarters read; 1 error, 0 warnings, 0 notices).'],
  ['### 2024-10-14 - x\n\n- Downtime: 3h\n', 'No figure was compared (1 incident in 0 quarters read; '],
])('says in one sentence what the audit found', (source, sentence) => {
  expect(summaryOf(audit(source, { whenNothingChecked: 'error' }))).toContain(sentence);
});
