import { describe, expect, it } from 'vitest';
import { logInput, logText } from '../../log/incidents.ts';
import { entry, findings, fixed } from '../audits.ts';

describe('what explains a mean, and whether it is fixed', () => {
  const detected = 'First detected: 2024-10-14 10:30';
  const log = (mean: string, figure: string, more: readonly string[] = []) =>
    `## Q4 2024\n\n- **Mean Time to Resolve**: ${mean}\n\n${entry('Incident on 2024-10-14', [detected, 'Declared: 2024-10-14 11:00', 'Resolved: 2024-10-14 12:45', ...more], [`- **Time to resolve**: ${figure}`])}`;
  const mean = (source: string) =>
    findings(source, ['mean-mismatch']).map(({ explanation, fix }) => ({
      explanation,
      isFixed: fix !== null,
    }));
  const stated = 'it is the mean of the durations that are stated';

  it('of durations as they are stated are said to be that', () => {
    expect(mean(log('1h 17m', '1h 17m'))).toEqual([{ explanation: stated, isFixed: true }]);
    expect(mean(log('1h 18m', '1h 17m'))).toEqual([{ explanation: null, isFixed: true }]);
  });

  it('wait for what a person must decide', () => {
    expect(mean(log('1h 45m', '1h 45m'))).toEqual([{ explanation: stated, isFixed: false }]);
  });

  it('wait where a duration is stated that does not follow from any times', () => {
    const other = entry(
      'Incident on 2024-10-13',
      ['Resolved: 2024-10-13 12:45'],
      ['- **Time to resolve**: 4h 15m'],
    );
    expect(mean(log('3h 15m', '2h 15m') + other)).toEqual([{ explanation: stated, isFixed: false }]);
    const unstated = other.replace('4h 15m', 'TBC');
    expect(mean(log('3h 15m', '2h 15m') + unstated)).toEqual([{ explanation: null, isFixed: true }]);
  });

  it('wait where a remark says that not all of the time counts', () => {
    expect(mean(log('45m (support hours)', '2h 15m'))).toEqual([{ explanation: null, isFixed: false }]);
  });

  it('wait where an incident stands under another quarter than its own', () => {
    const other = entry(
      'Incident on 2024-08-13',
      ['First detected: 2024-08-13 10:00', 'Resolved: 2024-08-13 14:15'],
      ['- **Time to resolve**: 4h 15m'],
    );
    const [found] = mean(log('3h 15m', '2h 15m') + other);
    expect(found).toEqual({
      explanation: 'it is the mean of the incidents that stand under it, which do not all belong here',
      isFixed: false,
    });
  });
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

describe('lesson 99: a remark beside a mean, or beside a figure that it rests on, rules out the fix', () => {
  const quarter = (mean: string, remark: string) =>
    `## Q4 2024\n\n- **Mean Time to Repair**: ${mean}\n\n${entry('2024-10-14 - x', ['First detected: 2024-10-14 10:00', 'Repaired: 2024-10-14 20:00'], [`- Time to repair: 10h 0m${remark}`])}${entry('2024-10-12 - y', ['First detected: 2024-10-12 10:00', 'Repaired: 2024-10-12 11:00'], ['- Time to repair: 1h 0m'])}`;

  it.each([
    ['behind the mean', quarter('1h 0m (without the vendor’s)', '')],
    ['case 06: behind a figure that it rests on', quarter('1h 0m', ' (not in the mean)')],
  ])('%s', (_, source) => {
    expect(fixed(source)).toBe(source);
    expect(findings(source, ['mean-mismatch'])).toMatchObject([
      {
        fix: null,
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
