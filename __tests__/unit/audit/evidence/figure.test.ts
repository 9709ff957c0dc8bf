import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrees, statedDuration } from '../../../../src/log/read/stated-duration.ts';
import { entry, findings, fixed } from '../audits.ts';

const log = (repair: string, from = '2024-10-14 10:00', to = '2024-10-14 11:30') =>
  `## Q4 2024\n\n${entry('2024-10-14 - x', [`First detected: ${from}`, `Repaired: ${to}`], [`- **Time to repair**: ${repair}`])}`;

const stated = (text: string) => {
  const duration = statedDuration({ text, start: 0, end: text.length, line: 1 });
  if (duration === null) throw new Error(`“${text}” is no duration`);
  return duration;
};

describe('a figure is judged in its own precision', () => {
  it.each([
    ['1h 29m 20s', '2024-10-14 10:00:50', '2024-10-14 11:30:10'],
    ['1h 29m', '2024-10-14 10:00:50', '2024-10-14 11:30:10'],
    ['1h 30m', '2024-10-14 10:00:20', '2024-10-14 11:30:10'],
    ['8 hours', '2024-10-14 10:00', '2024-10-14 17:55'],
    ['2.3 hours', '2024-10-14 10:00', '2024-10-14 12:20'],
    ['1h&nbsp;30m', '2024-10-14 10:00', '2024-10-14 11:30'],
    ['1&#160;h 30&#xA0;min', '2024-10-14 10:00', '2024-10-14 11:30'],
  ])('case 06, lessons 82 and 98: %s is right', (repair, from, to) => {
    const source = log(repair, from, to);
    expect(findings(source, ['duration-mismatch'])).toEqual([]);
    expect(fixed(source)).toBe(source);
  });

  it.each([
    ['1h 29m 21s', '1h 29m', '2024-10-14 10:00:50', '2024-10-14 11:30:10'],
    ['8 hours', '7h 25m', '2024-10-14 10:00', '2024-10-14 17:25'],
    ['1h&nbsp;20m', '1h 30m', '2024-10-14 10:00', '2024-10-14 11:30'],
  ])('%s is wrong, and the whole figure is fixed', (repair, right, from, to) => {
    expect(fixed(log(repair, from, to))).toBe(log(right, from, to));
  });

  it('for every time that passes, its minutes cut and rounded are right, and none that is two minutes off', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (seconds) => {
        for (const minutes of [Math.floor(seconds / 60), Math.round(seconds / 60)])
          expect(agrees(stated(`${Math.floor(minutes / 60)}h ${minutes % 60}m`), seconds)).toBe(true);
        const off = Math.floor(seconds / 60) + 2;
        expect(agrees(stated(`${Math.floor(off / 60)}h ${off % 60}m`), seconds)).toBe(false);
        expect(agrees(stated(`${Math.floor(seconds / 60)}m ${seconds % 60}s`), seconds)).toBe(true);
      }),
    );
  });
});

describe('lesson 99: a remark beside a figure rules out the fix, and is quoted', () => {
  it.each([
    ['behind a figure', '9h 9m (vendor time left out)'],
    ['behind a figure without parentheses', '9h 9m, says Ann'],
    ['behind marks', '**9h 9m** (vendor time left out)'],
    ['on the line below', '9h 9m\n  (vendor time left out)'],
  ])('%s', (_, repair) => {
    const source = log(repair);
    expect(fixed(source)).toBe(source);
    expect(findings(source, ['duration-mismatch'])).toMatchObject([
      {
        fix: null,
        message: expect.stringMatching(/the remark with it is “[^”]*(?:vendor time left out|says Ann)[^”]*”/),
      },
    ]);
  });
});
