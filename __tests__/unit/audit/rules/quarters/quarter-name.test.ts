import { expect, it } from 'vitest';
import { findings, found, rightLog, rightLogBut } from '../../audits.ts';

it.each([
  ['other months', rightLogBut('Q4 2024', 'Q4 2024 (July to September)'), '3 quarter-name'],
  ['a quarter of another kind of year', `${rightLog}## Q3 2024/25\n`, '18 quarter-name'],
  ['the same quarter again', `${rightLog}## Q4 2024\n`, '18 quarter-name'],
])('finds %s', (_, source, place) => {
  expect(found(source)).toEqual([place]);
  expect(findings(source)).toMatchObject([{ severity: 'warning' }]);
});
