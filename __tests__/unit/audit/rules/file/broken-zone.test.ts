import { expect, it } from 'vitest';
import { findings, found, rightLog } from '../../audits.ts';

const [begin, end] = ['<!-- incident-log:overview -->', '<!-- /incident-log:overview -->'];

it.each([
  ['a zone that is never closed', `${rightLog}\n${begin}\n`, '19 broken-zone'],
  ['a zone that is closed twice', `${begin}\n${end}\n${end}\n\n${rightLog}`, '3 broken-zone'],
])('finds %s', (_, source, place) => {
  expect(found(source)).toEqual([place]);
  expect(findings(source)).toMatchObject([{ severity: 'warning' }]);
});

it('reads no figures from a zone, and says that it holds what is not its own', () => {
  const zone = `${begin}\n\n## Q1 2024\n\n- **Incidents**: 9\n- **Mean Time to Repair**: 99h 0m\n\n### Incident on 2024-01-01 - x\n\n- First detected: 11/12\n\n${end}\n`;
  expect(found(`${zone}\n${rightLog}`)).toEqual(['1 broken-zone']);
  expect(found(`${rightLog}\n${zone}`)).toEqual(['19 broken-zone']);
});
