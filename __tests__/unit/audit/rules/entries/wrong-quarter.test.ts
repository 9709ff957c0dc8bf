import { expect, it } from 'vitest';
import { findings, found, foundBesideFigures, rightLog } from '../../audits.ts';

const source = rightLog.replace('Q4', 'Q3').replace(/- \*\*Mean.*\n/g, '');

it('finds an entry under another quarter than its own', () => {
  expect(found(source, ['wrong-quarter'])).toEqual(['6 wrong-quarter']);
  expect(foundBesideFigures(source)).toEqual(['3 quarter-missing', '6 wrong-quarter']);
  expect(findings(source, ['wrong-quarter'])).toMatchObject([
    {
      severity: 'error',
      message: expect.stringContaining('belongs to Q4 2024, in which it was first detected'),
    },
  ]);
});

it('goes by the day in the heading where there is no first detection', () => {
  expect(findings(source.replace(/.*First.*\n/, ''), ['wrong-quarter'])).toMatchObject([
    { message: expect.stringContaining('belongs to Q4 2024, to which its day belongs') },
  ]);
});
