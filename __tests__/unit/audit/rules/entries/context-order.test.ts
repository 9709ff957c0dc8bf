import { expect, it } from 'vitest';
import { findings, found, rightLog } from '../../audits.ts';

const context = (...minutes: readonly number[]) =>
  `${rightLog}- **Context**:\n${minutes.map((minute) => `  - 2024-10-14 10:${minute} x\n`).join('')}`;

it('finds an entry of the context that is earlier than the one above', () => {
  expect(found(context(40, 30))).toEqual(['20 context-order']);
  expect(found(context(30, 30, 40))).toEqual([]);
});

it('has one finding for all of a context', () => {
  expect(findings(context(40, 30, 50, 20, 10))).toMatchObject([
    { line: 20, severity: 'warning', message: expect.stringContaining('(and 2 more like it)') },
  ]);
});
