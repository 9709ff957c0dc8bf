import { describe, expect, it } from 'vitest';
import { entry, findings } from '../audits.ts';

/** What is said of a stated time to resolve, and whether it is corrected. */
function explained(
  events: Readonly<Record<string, string>>,
  stated: string,
  below: readonly string[] = [],
  timezone = 'Europe/London',
) {
  const lines = Object.entries({ 'First detected': '2024-10-14 10:30', ...events }).map(
    ([name, time]) => `${name}: ${time}`,
  );
  const source = entry('Incident', lines, [`- **Time to resolve**: ${stated}`, ...below]);
  const [only, ...others] = findings(source, ['duration-mismatch'], { timezone });
  expect(others).toEqual([]);
  return only && { explanation: only.explanation, isFixed: only.fix !== null, message: only.message };
}

describe('what leaves it to a person whether the time or the figure is wrong', () => {
  it.each([
    [
      'another pair of events',
      { Declared: '2024-10-14 11:00', Resolved: '2024-10-14 12:45' },
      '1h 45m',
      [],
      'this is declared → resolved',
    ],
    [
      'the start',
      { 'Fault occurs': '2024-10-14 08:00', Resolved: '2024-10-14 12:45' },
      '4h 45m',
      [],
      'this is started → resolved',
    ],
    [
      'support hours',
      { Resolved: '2024-10-16 11:00' },
      '9h 16m (during support hours 10:00-17:00)',
      [],
      'the remark with it says that not all of the time counts',
    ],
    [
      'working days, a zero',
      { Resolved: '2024-10-16 11:00' },
      '0h 0m (Mon-Fri only)',
      [],
      'the remark with it says that not all of the time counts',
    ],
    [
      'a remark below',
      { Resolved: '2024-10-16 11:00' },
      '9h 16m\n  (weekdays only)',
      [],
      'the remark with it says that not all of the time counts',
    ],
    [
      'an event that another of its kind is preferred to',
      { Mitigated: '2024-10-14 11:00', Resolved: '2024-10-14 12:45', Closed: '2024-10-16 10:30' },
      '48h 0m',
      [],
      'this is first detected → closed',
    ],
    [
      'time that was left out',
      { Resolved: '2024-10-14 18:00' },
      '1h (excluding lunch)',
      [],
      'the remark with it says that not all of the time counts',
    ],
    ['another month', { Resolved: '2024-12-14 12:00' }, '1h 30m', [], 'right if Resolved is 2024-10-14'],
    [
      'another year',
      { 'First detected': '2023-10-14 10:30', Resolved: '2024-10-14 12:00' },
      '1h 30m',
      [],
      'right if Resolved is 2023-10-14',
    ],
    [
      'an entry of the context',
      { Resolved: '2024-10-14 12:45' },
      '1h 17m',
      ['- **Context**:', '  - 2024-10-14 11:47 All is well.'],
      'the context has an entry at 2024-10-14 11:47, where Resolved would be',
    ],
    [
      'an earlier entry of the context',
      { Resolved: '2024-10-14 12:45' },
      '3h 02m',
      ['- **Context**:', '  - 2024-10-14 09:43 First complaints.'],
      'the context has an entry at 2024-10-14 09:43, where First detected would be',
    ],
    [
      'two of them',
      { Repaired: '2023-07-25 15:55', 'First detected': '2023-07-25 14:05', Resolved: '2023-09-25 15:55' },
      '1h 50m',
      [],
      'this is first detected → repaired, or right if Resolved is 2023-07-25',
    ],
  ])('%s', (_, events, stated, below, explanation) => {
    const found = explained(events, stated, below);
    expect(found).toMatchObject({
      explanation,
      isFixed: false,
      message: expect.stringContaining('check which one is wrong'),
    });
  });
});

describe('what is said, and corrected all the same', () => {
  it.each([
    [
      'a digit of the hour',
      { Resolved: '2024-10-15 11:40' },
      '24h 10m',
      'right if Resolved is 2024-10-15 10:40',
    ],
    [
      'a digit of the minute',
      { Resolved: '2024-10-14 11:40' },
      '1h 19m',
      'right if Resolved is 2024-10-14 11:49',
    ],
    [
      'a digit of the day',
      { Resolved: '2024-10-14 11:40' },
      '25h 10m',
      'right if Resolved is 2024-10-15 11:40',
    ],
    [
      'a digit of the first detection',
      { Resolved: '2024-10-14 19:55' },
      '9h 35m',
      'right if First detected is 2024-10-14 10:20',
    ],
    [
      'the hour of a clock change',
      { 'First detected': '2024-03-30 10:00', Resolved: '2024-03-31 10:00' },
      '24h 0m',
      'this leaves out that the clocks changed in between',
    ],
    ['nothing', { Resolved: '2024-10-14 12:45' }, '1h 17m', null],
    ['nothing, of a zero', { Repaired: '2024-10-14 12:45', Resolved: '2024-10-14 12:45' }, '0h 0m', null],
  ])('%s', (_, events, stated, explanation) => {
    expect(explained(events, stated)).toMatchObject({ explanation, isFixed: true });
  });

  it('nothing, of a remark about something else, which rules out the fix all the same', () => {
    const events = { Resolved: '2024-10-14 12:45' };
    expect(explained(events, '1h 17m (nobody was at the office)')).toMatchObject({
      explanation: null,
      isFixed: false,
    });
  });
});
