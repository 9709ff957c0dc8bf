import { expect, it } from 'vitest';
import { findings, found, rightLog } from '../../audits.ts';

it('finds a newer quarter below an older one', () => {
  const source = `${rightLog}## Q3 2024\n## Q1 2025\n## Q2 2024\n`;
  expect(found(source)).toEqual(['19 quarter-order']);
  expect(findings(source)).toMatchObject([{ severity: 'warning' }]);
});

it('follows the order that a log has', () => {
  const quarters = ['Q1 2024', 'Q2 2024', 'Q3 2024', 'Q4 2024'];
  const log = (names: readonly string[]) => names.map((name) => `## ${name}\n\n`).join('');
  expect(found(log(quarters))).toEqual([]);
  expect(found(log(quarters.toReversed()))).toEqual([]);
  expect(found(log(['Q4 2024', 'Q2 2024', 'Q3 2024', 'Q1 2024']))).toEqual(['5 quarter-order']);
  expect(found(log(['Q3 2024', 'Q4 2024']))).toEqual([]);
});
