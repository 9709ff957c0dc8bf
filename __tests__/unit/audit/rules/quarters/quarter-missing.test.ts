import { expect, it } from 'vitest';
import { findings, found, keptByHand, rightLog } from '../../audits.ts';

it.each([
  ['a gap', `${rightLog}## Q2 2024\n`, ['18 quarter-missing']],
  [
    'a gap of three',
    `${rightLog}## Q4 2023\n`,
    ['18 quarter-missing', '18 quarter-missing', '18 quarter-missing'],
  ],
  ['one for a mistyped year', `${rightLog}## Q3 1924\n`, ['18 quarter-missing']],
])('finds %s', (_, source, places) => {
  expect(found(source)).toEqual(places);
  expect(findings(source)[0]).toMatchObject({ severity: 'warning' });
});

it('finds no quarter that is still to be added', () => {
  expect(found(keptByHand, ['quarter-missing'], { now: Date.UTC(2026, 10, 25) })).toHaveLength(1);
});
