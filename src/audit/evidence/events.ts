import type { EventKind } from '../../incident/fields.ts';

/** Whether figures are computed from an event. */
export function isMeasured(kind: EventKind): boolean {
  return kind === 'first-detected' || kind === 'repaired' || kind === 'resolved';
}
