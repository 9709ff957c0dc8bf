import { formatTime } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { formatOffset, hour, minute, offsetAt } from '../incident/wall-clock.ts';

/**
 * The offset of a clock on which what is an earlier instant in `timezone` was just before a later one, with the instant that it makes
 * of it; null where it is none that a clock can have.
 */
export function offsetShortBefore(
  earlier: Instant,
  later: Instant,
  timezone: string,
): { readonly text: string; readonly instant: Instant } | null {
  const hours = Math.floor((later - earlier) / hour);
  const offset = offsetAt(earlier, timezone) - hours * 60;
  if (hours === 0 || offset < -12 * 60) return null;
  return { text: `${offset < 0 ? ' ' : ''}${formatOffset(offset)}`, instant: earlier + hours * hour };
}

/** The offset of a clock on which a time that is `ahead` milliseconds ahead in a zone (`offset` minutes) was just before. */
export function offsetBefore(ahead: number, offset: number): string {
  const elsewhere = offset + Math.ceil(ahead / hour) * 60;
  const possible = elsewhere > 14 * 60 ? elsewhere - 24 * 60 : elsewhere;
  // Without a blank, a later time behind a minus may be a range.
  return `${possible < 0 ? ' ' : ''}${formatOffset(possible)}`;
}

/** An instant in full, on a clock that is `offset` minutes ahead of UTC. */
export function fullAt(instant: Instant, offset: number): string {
  return `${formatTime(instant + offset * minute, 'UTC')} ${formatOffset(offset)}`;
}
