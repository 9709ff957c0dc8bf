import { describe, expect, it } from 'vitest';
import { readTime } from '../../../src/incident/clock.ts';
import { figureText, measure, stateOf } from '../../../src/incident/figures.ts';
import type { RecordedTime } from '../../../src/incident/incident.ts';
import { onEveryHost } from './hosts.ts';

const now = Date.parse('2026-11-12T12:00Z');

function at(words: string, timezone = 'Europe/London'): RecordedTime {
  const reading = readTime(words, timezone);
  if (reading.kind !== 'time') throw new Error(`${words} is ${reading.kind}`);
  return reading.time;
}

function measured(firstDetected: string, repaired: string | null, resolved: string | null) {
  return measure(
    {
      firstDetected: at(firstDetected),
      repaired: repaired === null ? null : at(repaired),
      resolved: resolved === null ? null : at(resolved),
    },
    now,
  );
}

/** The problems as `severity rule field`. */
function problemsOf({ problems }: ReturnType<typeof measure>): string[] {
  return problems.map(({ severity, rule, field }) => `${severity} ${rule} ${field}`);
}

describe('stateOf', () => {
  const time = at('2024-10-14 10:30');
  it.each([
    [null, null, false, 'ongoing'],
    [time, null, false, 'repaired'],
    [time, time, false, 'resolved'],
    [null, time, false, 'resolved'],
    [null, null, true, 'resolved'],
    [time, null, true, 'resolved'],
  ] as const)('repaired %j, resolved %j, closed %s: %s', (repaired, resolved, closed, state) => {
    expect(stateOf({ repaired, resolved }, closed)).toBe(state);
  });
});

onEveryHost(() => {
  it.each([
    ['2024-10-14 10:30', '2024-10-15 11:29', '2024-10-15 11:40', '24h 59m', '25h 10m'],
    ['2023-12-15 15:34', '2023-12-15 16:16', '2024-04-11 11:06', '0h 42m', '2826h 32m'],
    ['2023-12-08 14:12', '2023-12-12 15:18', '2023-12-12 15:18', '97h 6m', '97h 6m'],
    ['2023-11-17 09:21', '2023-11-17 15:45', '2024-04-11 11:06', '6h 24m', '3504h 45m'],
    ['2024-03-31 00:30', '2024-03-31 02:30', '2024-10-27 02:00 +00:00', '1h 0m', '5041h 30m'],
  ])('lesson 15: %s, repaired %s, resolved %s', (firstDetected, repaired, resolved, repair, resolve) => {
    const { figures, problems } = measured(firstDetected, repaired, resolved);
    expect(problems).toEqual([]);
    expect(figureText(figures.timeToRepair, at(repaired), 'resolved')).toBe(repair);
    expect(figureText(figures.timeToResolve, at(resolved), 'resolved')).toBe(resolve);
  });
});

describe('measure', () => {
  it('lesson 12: a duration of zero is a figure', () => {
    const { figures, problems } = measured('2024-10-14 10:30', '2024-10-14 10:30', '2024-10-14 10:30');
    expect(figures).toEqual({ timeToRepair: 0, timeToResolve: 0 });
    expect(problems).toEqual([]);
  });

  it('lesson 13: what goes on is never measured up to now', () => {
    const { figures, problems } = measured('2024-10-14 10:30', null, null);
    expect(figures).toEqual({ timeToRepair: null, timeToResolve: null });
    expect(problems).toEqual([]);
  });

  it('lesson 16: figures follow from the times alone, whatever the notes claim', () => {
    const { figures } = measured('2024-10-14 10:30 (N/A)', '2024-10-14 10:57 (after 3d 4h)', null);
    expect(figures).toEqual({ timeToRepair: 27, timeToResolve: null });
  });

  it('an event before first detection has no figure, and leaves the other one alone', () => {
    const result = measured('2024-10-14 10:30', '2024-10-14 10:29', '2024-10-14 11:30');
    expect(result.figures).toEqual({ timeToRepair: null, timeToResolve: 60 });
    expect(problemsOf(result)).toEqual(['error event-order repaired']);
    const other = measured('2024-10-14 10:30', '2024-10-14 11:30', '2024-10-14 10:29');
    expect(other.figures).toEqual({ timeToRepair: 60, timeToResolve: null });
    expect(problemsOf(other)).toEqual(['error event-order resolved']);
  });

  it('resolved before repaired is a warning that leaves both figures', () => {
    const result = measured('2024-10-14 10:30', '2024-10-14 11:30', '2024-10-14 11:00');
    expect(result.figures).toEqual({ timeToRepair: 60, timeToResolve: 30 });
    expect(problemsOf(result)).toEqual(['warning event-order resolved']);
  });

  it('a time more than 5 minutes after now has no figure; one of a clock that is a little fast has', () => {
    const result = measured('2026-11-12 10:00', '2026-11-12 12:05', '2026-11-12 12:06');
    expect(result.figures).toEqual({ timeToRepair: 125, timeToResolve: null });
    expect(problemsOf(result)).toEqual(['error timestamp-future resolved']);
  });

  it('a first detection after now has no figure to go with it', () => {
    const result = measured('2026-11-12 12:06', '2026-11-12 12:07', null);
    expect(result.figures).toEqual({ timeToRepair: null, timeToResolve: null });
    expect(problemsOf(result)).toEqual([
      'error timestamp-future first-detected',
      'error timestamp-future repaired',
    ]);
  });

  it('every problem is one sentence that names the event and what to do', () => {
    const { problems } = measured('2027-01-01 10:30', '2026-10-14 10:29', '2027-10-14 10:29');
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^First detected is in the future: type [^.]+\.$/),
      expect.stringMatching(/^Resolved is in the future: type [^.]+\.$/),
    ]);
    const other = measured('2024-10-14 10:30', '2024-10-14 10:29', null);
    expect(other.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Repaired is before First detected, .+: correct [^.]+\.$/),
    ]);
  });

  it('lesson 62: one bad first detection gives one problem, whatever is before it', () => {
    expect(problemsOf(measured('2024-10-16 10:30', '2024-10-14 11:00', '2024-10-14 12:00'))).toEqual([
      'error event-order first-detected',
    ]);
    expect(problemsOf(measured('2042-10-14 10:30', '2024-10-14 11:00', '2024-10-14 12:00'))).toEqual([
      'error timestamp-future first-detected',
    ]);
  });
});

describe('figureText', () => {
  const recorded = at('2024-10-14 10:30');
  it.each([
    ['a figure', 42, recorded, 'repaired', '0h 42m'],
    ['a figure of zero', 0, recorded, 'resolved', '0h 0m'],
    ['an event that can still come', null, null, 'ongoing', 'ongoing'],
    ['a resolution that can still come', null, null, 'repaired', 'ongoing'],
    ['an event that comes no more', null, null, 'resolved', 'not recorded'],
    [
      'an event recorded, but before first detection or in the future',
      null,
      recorded,
      'ongoing',
      'not recorded',
    ],
  ] as const)('%s', (_case, minutes, operand, state, text) => {
    expect(figureText(minutes, operand, state)).toBe(text);
  });
});
