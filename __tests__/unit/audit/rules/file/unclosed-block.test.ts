import { expect, it } from 'vitest';
import { findings, found, rightLog } from '../../audits.ts';

it.each([
  ['an open fence', `${rightLog}\`\`\`\n`, '18 unclosed-block'],
  ['an open comment', `<!-- x\n${rightLog}`, '1 unclosed-block'],
])('finds %s', (_, source, place) => {
  expect(found(source)).toEqual([place]);
  expect(findings(source)).toMatchObject([{ severity: 'error' }]);
});
