import { expect, it } from 'vitest';
import { findings, foundBesideFigures, rightLogBut } from '../../audits.ts';

it.each([
  ['14.43', rightLogBut('Resolved: 2024-10-15 11:40', 'Resolved 2024-10-15 14.43')],
  ['a day that does not exist', rightLogBut('Resolved: 2024-10-15', 'Resolved: 2024-10-32')],
])('finds %s', (_, source) => {
  expect(foundBesideFigures(source)).toEqual(['13 timestamp-form']);
  expect(findings(source, ['timestamp-form'])).toMatchObject([{ severity: 'error' }]);
});

it('is a warning where no figure is computed from the time', () => {
  const source = rightLogBut('  - Repaired', '  - Declared: 2024-10-14 14.43\n  - Repaired');
  expect(findings(source)).toMatchObject([{ line: 12, rule: 'timestamp-form', severity: 'warning' }]);
});
