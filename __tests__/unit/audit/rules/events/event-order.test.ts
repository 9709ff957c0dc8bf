import { expect, it } from 'vitest';
import { entry, findings, found, foundBesideFigures, rightLogBut } from '../../audits.ts';

it.each([
  [
    'repaired before detected',
    rightLogBut('Repaired: 2024-10-15', 'Repaired: 2024-10-13'),
    '12 event-order',
    'error',
  ],
  [
    'resolved before repaired',
    rightLogBut('Resolved: 2024-10-15 11:40', 'Resolved: 2024-10-15 11:20').replaceAll('25h 10m', '24h 50m'),
    '13 event-order',
    'warning',
  ],
  [
    'started after detected',
    rightLogBut('  - Repaired', '  - Impact started: 2024-10-14 10:31\n  - Repaired'),
    '11 event-order',
    'warning',
  ],
  [
    'declared in another year',
    rightLogBut('  - Repaired', '  - Incident declared: 2023-10-14 10:31\n  - Repaired'),
    '12 event-order',
    'warning',
  ],
])('finds an event that is %s', (_, source, place, severity) => {
  expect(foundBesideFigures(source)).toEqual([place]);
  expect(findings(source, ['event-order'])).toMatchObject([{ severity }]);
});

it.each([
  ['First detected, behind all others', '2024-10-16 10:00', '2024-10-14 11:00', '2024-10-14 12:00', ['6']],
  ['Resolved, before all others', '2024-10-14 10:00', '2024-10-14 11:00', '2024-10-13 12:00', ['8']],
  ['First detected, in the future', '2042-10-14 10:00', '2024-10-14 11:00', '2024-10-14 12:00', []],
])('lesson 62: one bad time gives one finding: %s', (_, first, repaired, resolved, lines) => {
  const events = [`First detected: ${first}`, `Repaired: ${repaired}`, `Resolved: ${resolved}`];
  const source = `# Log\n\n${entry('Incident on 2024-10-14 - x', events)}`;
  expect(found(source, ['event-order'])).toEqual(lines.map((line) => `${line} event-order`));
});
