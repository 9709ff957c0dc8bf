import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/incident/clock.ts';
import { remindersSince } from '../../../src/review-actions/overdue.ts';

const dayMilliseconds = 24 * 60 * 60_000;

/** Calendar days. */
function daysBetween(earlier: number, later: number, timezone: string): number {
  const [from, to] = [earlier, later].map((instant) => Date.parse(formatDate(instant, timezone)));
  return ((to ?? 0) - (from ?? 0)) / dayMilliseconds;
}

describe('since when comments are read', () => {
  it('no reminder of the last seven calendar days is missed, not even in a week of 169 hours', () => {
    const settings = { days: 30, timezone: 'Europe/London', now: Date.parse('2026-10-26T23:50:00Z') };
    const last = Date.parse('2026-10-19T23:10:00Z');
    expect(daysBetween(last, settings.now, settings.timezone)).toBe(6);
    expect(remindersSince(settings)).toBeLessThanOrEqual(last);
  });

  it('in any zone, at any time', () => {
    const zones = ['UTC', 'Europe/London', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Kiritimati'];
    const instant = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 8 * dayMilliseconds }),
        (date, timezone, ago) => {
          const now = date.getTime();
          fc.pre(daysBetween(now - ago, now, timezone) < 7);
          expect(remindersSince({ days: 30, timezone, now })).toBeLessThanOrEqual(now - ago);
        },
      ),
    );
  });
});
