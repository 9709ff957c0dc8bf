import { expect, it } from 'vitest';
import { findings, found, rightLog } from '../../audits.ts';

const source = `${rightLog}- **Review actions**:\n  - Write it down - TODO\n  - Tell people - DONE\n`;
const day = 24 * 60 * 60_000;
const detected = Date.UTC(2024, 9, 14, 9, 30);
const daysLater = (days: number) => ({ now: detected + days * day + 1 });

it('finds an action that is still to be done 90 days after the incident', () => {
  expect(found(source, ['action-open'], daysLater(89.9))).toEqual([]);
  expect(found(source, ['action-open'], daysLater(90))).toEqual(['19 action-open']);
  expect(findings(source, ['action-open'], daysLater(100.5))).toMatchObject([
    {
      severity: 'warning',
      message: 'The review action “Write it down” is still to be done, 100 days after its incident.',
    },
  ]);
});
