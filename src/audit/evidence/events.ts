import type { EventKind } from '../../log/read/labels.ts';

/** The events as messages name them. */
export const eventNames: Readonly<Record<EventKind, string>> = {
  started: 'Started',
  'first-detected': 'First detected',
  declared: 'Declared',
  repaired: 'Repaired',
  resolved: 'Resolved',
};

/** Whether figures are computed from an event. */
export function isMeasured(kind: EventKind): boolean {
  return kind === 'first-detected' || kind === 'repaired' || kind === 'resolved';
}
