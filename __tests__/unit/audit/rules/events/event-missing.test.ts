import { expect, it } from 'vitest';
import { findings, found, foundBesideFigures, rightLogBut } from '../../audits.ts';

it.each([
  ['First detected', 'error'],
  ['Repaired', 'warning'],
  ['Resolved', 'warning'],
])('finds a missing %s, and calls it: %s', (name, severity) => {
  const source = rightLogBut(new RegExp(`.*${name}.*\\n`), '');
  expect(foundBesideFigures(source)).toEqual(['8 event-missing']);
  expect(findings(source, ['event-missing'])).toMatchObject([{ severity }]);
});

it('points to words for a time that nobody knows yet', () => {
  expect(foundBesideFigures(rightLogBut('Resolved: 2024-10-15 11:40', 'Resolved: TBC'))).toEqual([
    '13 event-missing',
  ]);
});

it('finds incidents that are not read, and no wrong mean where they may have it', () => {
  for (const row of [
    '| Date | Title |\n|--|--|\n| 2024-10-14 | Mail |',
    '**2024-10-14 - Mail**\n\n- Time to repair: 40m',
    '- 2024-10-14: Mail',
  ]) {
    const source = `## Q4 2024\n\nMean time to repair: 40m\n\n${row}\n`;
    expect(found(source)).toEqual([expect.stringMatching(/^[57] event-missing$/)]);
    expect(findings(source)).toMatchObject([{ severity: 'warning' }]);
  }
});
