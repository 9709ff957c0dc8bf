import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixLog } from '../../../src/audit/audit.ts';
import { agrees, statedDuration } from '../../../src/log/read/stated-duration.ts';
import { logInput, logText } from '../log/incidents.ts';
import { audit, entry, findings } from './audits.ts';

const fixed = (source: string) => fixLog(source, audit(source));

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

  it('lesson 98: a mean rests on seconds, too', () => {
    const one = (day: string) =>
      entry(`2024-10-${day} - x`, [
        `First detected: 2024-10-${day} 10:00:20`,
        `Repaired: 2024-10-${day} 11:00:00`,
      ]);
    const source = (mean: string) =>
      `## Q4 2024\n\n- **Mean Time to Repair**: ${mean}\n\n${one('14')}${one('12')}`;
    expect(findings(source('1h 0m'), ['mean-mismatch'])).toEqual([]);
    expect(findings(source('59m 40s'), ['mean-mismatch'])).toEqual([]);
    expect(fixed(source('58m'))).toBe(source('1h 0m'));
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
        fixable: false,
        message: expect.stringMatching(/the remark with it is “[^”]*(?:vendor time left out|says Ann)[^”]*”/),
      },
    ]);
  });

  const quarter = (mean: string, remark: string) =>
    `## Q4 2024\n\n- **Mean Time to Repair**: ${mean}\n\n${entry('2024-10-14 - x', ['First detected: 2024-10-14 10:00', 'Repaired: 2024-10-14 20:00'], [`- Time to repair: 10h 0m${remark}`])}${entry('2024-10-12 - y', ['First detected: 2024-10-12 10:00', 'Repaired: 2024-10-12 11:00'], ['- Time to repair: 1h 0m'])}`;

  it.each([
    ['behind the mean', quarter('1h 0m (without the vendor’s)', '')],
    ['case 06: behind a figure that it rests on', quarter('1h 0m', ' (not in the mean)')],
  ])('a mean: %s', (_, source) => {
    expect(fixed(source)).toBe(source);
    expect(findings(source, ['mean-mismatch'])).toMatchObject([
      {
        fixable: false,
        message: expect.stringMatching(/a remark says “\((?:without the vendor’s|not in the mean)\)”/),
      },
    ]);
  });

  it('and with hand-kept: fix such a figure counts as it is stated', () => {
    const source = quarter('1h 0m', '').replace('Time to repair: 1h 0m', 'Time to repair: 3h 0m (two teams)');
    const written = logText(logInput([], { existing: source, handKept: 'fix' }));
    expect(written).toBe(source);
  });

  it('but what a mean of ours rests on is no remark', () => {
    expect(fixed(quarter('1h 0m (from 2 of 3 incidents)', ''))).toContain('5h 30m (from 2 of 3 incidents)');
  });
});
