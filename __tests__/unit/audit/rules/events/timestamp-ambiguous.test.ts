import { expect, it } from 'vitest';
import { findings, foundBesideFigures, rightLogBut } from '../../audits.ts';

it.each([
  [
    'a time in the hour that the clock shows twice',
    rightLogBut('Resolved: 2024-10-15 11:40', 'Resolved: 2024-10-27 01:30'),
  ],
  ['two times for one event', rightLogBut('  - Resolved', '  - Resolved: 2024-10-15 11:39\n  - Resolved')],
])('finds %s', (_, source) => {
  expect(foundBesideFigures(source)).toEqual(['13 timestamp-ambiguous']);
  expect(findings(source, ['timestamp-ambiguous'])).toMatchObject([{ severity: 'error' }]);
});

it('is a warning where no figure is computed from the time', () => {
  const source = rightLogBut('  - Repaired', '  - Declared: 2024-10-27 01:30\n  - Repaired');
  expect(findings(source)).toMatchObject([{ rule: 'timestamp-ambiguous', severity: 'warning' }]);
});
