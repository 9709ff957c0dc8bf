import { expect, it } from 'vitest';
import { findings, found, rightLogBut } from '../../audits.ts';

it('finds a heading with another day than that of first detection', () => {
  const source = rightLogBut('Incident on 2024-10-14', 'Incident on 2024-10-15');
  expect(found(source)).toEqual(['8 heading-date']);
  expect(findings(source)).toMatchObject([{ severity: 'warning' }]);
});
