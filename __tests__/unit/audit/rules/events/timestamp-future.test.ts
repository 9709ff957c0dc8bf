import { expect, it } from 'vitest';
import { findings, foundBesideFigures, rightLogBut } from '../../audits.ts';

it('finds an event that is still to come', () => {
  const source = rightLogBut('Resolved: 2024-10-15', 'Resolved: 2026-10-15');
  expect(foundBesideFigures(source)).toEqual(['13 timestamp-future']);
  expect(findings(source, ['timestamp-future'])).toMatchObject([{ severity: 'error' }]);
});

it('is a warning where no figure is computed from the time', () => {
  const source = rightLogBut('  - Repaired', '  - Declared: 2026-10-14 10:31\n  - Repaired');
  expect(findings(source, ['timestamp-future'])).toMatchObject([{ line: 12, severity: 'warning' }]);
});
