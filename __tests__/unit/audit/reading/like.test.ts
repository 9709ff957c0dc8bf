import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingLength } from '../../../../src/audit/reading/lengths.ts';
import { lengthLike } from '../../../../src/audit/reading/like.ts';
import { fixed } from '../audits.ts';
import { incidentWith, judged } from './judged.ts';

describe('a new figure keeps the form of the old one', () => {
  it.each([
    ['2h 30m', 90, '1h 30m'],
    ['2h 05m', 125, '2h 05m'],
    ['150 minutes', 90, '90 minutes'],
    ['2.5 hours', 90, '1.5 hours'],
    ['2,5 hours', 90, '1,5 hours'],
    ['2 hours, 30 minutes', 125, '2 hours, 5 minutes'],
    ['2 hours and 30 minutes', 150, '2 hours and 30 minutes'],
    ['2:30', 90, '1:30'],
    ['6 時間 31 分', 90, '1 時間 30 分'],
    ['2 hours', 90, null],
    ['2 hours', 60, null],
    ['2.5 hours', 92, null],
    ['half an hour', 60, null],
  ] as const)('%s for %i minutes', (text, minutes, expected) => {
    expect(lengthLike(text, minutes * 60)).toBe(expected);
  });

  it('says what it should, for every duration', () => {
    const model = fc.constantFrom(
      '2h 30m',
      '150 minutes',
      '2.5 hours',
      '3 hours, 20 minutes',
      '1d 2h 3m',
      '2:30',
    );
    fc.assert(
      fc.property(model, fc.integer({ min: 1, max: 5000 }), (text, minutes) => {
        const written = lengthLike(text, minutes * 60);
        if (written !== null) expect(leadingLength(written)?.seconds).toBe(minutes * 60);
      }),
    );
  });
});

describe('a figure is fixed only where nobody could object', () => {
  const log = (...lines: readonly string[]) => incidentWith(['- Start: 10:00', '- End: 11:30', ...lines]);
  it('is right afterwards', () => {
    const after = fixed(log('- Duration: 2h 30m'), { timezone: 'UTC' });
    expect(after).toBe(log('- Duration: 1h 30m'));
    expect(judged(after)).toEqual(['5 1h 30m right 90']);
  });
  it.each<[string, readonly string[]]>([
    ['a factor of more than two', ['- Duration: 3h 30m']],
    ['an approximate figure', ['- Duration: ~2h 50m']],
    ['a remark', ['- Duration: 2h 30m without nights']],
    ['another reading', ['- Detected: 10:10', '- Duration: 2h 30m']],
    ['another event that explains it', ['- Detected: 11:00', '- TTD: 1h 30m']],
    ['a form that cannot say it', ['- Duration: 3 hours']],
  ])('%s is left as it is', (_, lines) => {
    expect(fixed(log(...lines), { timezone: 'UTC' })).toBe(log(...lines));
  });
});
