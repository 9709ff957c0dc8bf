import { tzOffset } from '@date-fns/tz';
import type { Instant } from './incident.ts';

/** Milliseconds since 1970-01-01 00:00 on the clock on the wall, as if that clock were UTC's. */
export type WallClock = number;

export const minute = 60_000;
export const hour = 60 * minute;

/** The instants at which the clock in `timezone` shows `wall`: none where it skips that time, two where it repeats it. */
export function instantsAt(wall: WallClock, timezone: string): readonly Instant[] {
  const { before, after } = offsetsAround(wall, timezone);
  if (before === after) return [wall - before * minute];
  // Where both fit, the clock was put back: the larger offset, and so the earlier instant, is the one before.
  return [wall - before * minute, wall - after * minute].filter(
    (instant) => wallClockAt(instant, timezone) === wall,
  );
}

/**
 * The offsets at the ends of the hours in which the clock can show `wall`: since 1970 none has been more than 14 hours ahead
 * of UTC or 12 behind it. No zone has changed its offset twice within so short a time.
 */
function offsetsAround(
  wall: WallClock,
  timezone: string,
): { readonly before: number; readonly after: number } {
  return { before: offsetAt(wall - 14 * hour, timezone), after: offsetAt(wall + 12 * hour, timezone) };
}

/** What the clock in `timezone` shows at an instant. */
export function wallClockAt(instant: Instant, timezone: string): WallClock {
  return instant + offsetAt(instant, timezone) * minute;
}

/** Whole minutes east of UTC. Throws a RangeError for what is not a time zone. */
export function offsetAt(instant: Instant, timezone: string): number {
  // The clock of UTC needs no time zone data, which take 10 ms to load.
  if (timezone === 'UTC') return 0;
  const offset = tzOffset(timezone, new Date(instant));
  if (Number.isNaN(offset)) throw new RangeError(`“${timezone}” is not a time zone`);
  // Since 1970 only Africa/Monrovia, until 7 January 1972, has had seconds in its offset.
  return Math.round(offset);
}

/** `YYYY-MM-DD HH:MM`. */
export function formatWallClock(wall: WallClock): string {
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
}

/** `±HH:MM`, of minutes east of UTC. */
export function formatOffset(offset: number): string {
  const size = new Date(Math.abs(offset) * minute).toISOString().slice(11, 16);
  return `${offset < 0 ? '-' : '+'}${size}`;
}

/** The instant at which the clock in `timezone` jumps over `wall`. */
export function offsetChange(wall: WallClock, timezone: string): Instant {
  const { before } = offsetsAround(wall, timezone);
  let [earlier, later] = [wall - 14 * hour, wall + 12 * hour];
  while (later - earlier > minute) {
    const middle = earlier + Math.floor((later - earlier) / minute / 2) * minute;
    if (offsetAt(middle, timezone) === before) earlier = middle;
    else later = middle;
  }
  return later;
}
