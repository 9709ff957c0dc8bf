import { instantOf } from '../../log/read/hand-written.ts';
import type { EventKind } from '../../log/read/labels.ts';
import type { AuditedIncident, AuditSettings } from '../audit.ts';
import { eventNames as names } from './explain.ts';
import type { Finding, Report } from './finding.ts';

/** Each event and the one that it must not precede. */
const orders: readonly (readonly [EventKind, EventKind])[] = [
  ['started', 'first-detected'],
  ['first-detected', 'declared'],
  ['first-detected', 'repaired'],
  ['first-detected', 'resolved'],
  ['repaired', 'resolved'],
  ['declared', 'resolved'],
];

/**
 * One finding for each time that must be wrong: of the events that are out of order, the one that is so with most others, and so
 * on with what is left. A time in the future is a finding of its own.
 */
export function eventOrder({ events }: AuditedIncident, { now }: AuditSettings, report: Report): Finding[] {
  let left = orders.filter(([earlier, later]) => {
    const [one, other] = [instantOf(events, earlier), instantOf(events, later)];
    return one !== null && other !== null && one <= now && other < one;
  });
  const findings: Finding[] = [];
  while (left.length > 0) {
    const count = (kind: EventKind) => left.filter((pair) => pair.includes(kind)).length;
    const [wrong] = left
      .flatMap(([earlier, later]) => [later, earlier])
      .toSorted((one, other) => count(other) - count(one));
    const found = wrong && events.get(wrong);
    if (wrong === undefined || found === undefined) break;
    const concerned = left.filter((pair) => pair.includes(wrong));
    left = left.filter((pair) => !pair.includes(wrong));
    findings.push(report('event-order', found.event.value, ...orderMessage(wrong, concerned)));
  }
  return findings;
}

function orderMessage(
  wrong: EventKind,
  concerned: readonly (readonly [EventKind, EventKind])[],
): [message: string, details: { severity?: 'warning' }] {
  const isFigure = concerned.some(([earlier, later]) => earlier === 'first-detected' && isMeasured(later));
  const above = concerned.filter(([, later]) => later === wrong).map(([earlier]) => names[earlier]);
  const below = concerned.filter(([earlier]) => earlier === wrong).map(([, later]) => names[later]);
  const places = [
    above.length === 0 ? '' : `before ${above.join(' and ')}`,
    below.length === 0 ? '' : `after ${below.join(' and ')}`,
  ].filter((place) => place !== '');
  const remedy =
    concerned.length > 1
      ? `correct ${names[wrong]}, or the others`
      : isFigure
        ? 'correct the one that is wrong'
        : 'check both times, and correct the one that is wrong';
  const effect = isFigure
    ? `, so nothing can be computed from ${concerned.length > 1 ? 'them' : 'the two'}`
    : '';
  return [
    `${names[wrong]} is ${places.join(' and ')}${effect}: ${remedy}.`,
    isFigure ? {} : { severity: 'warning' },
  ];
}

/** Whether figures rest on an event. */
export function isMeasured(kind: EventKind): boolean {
  return kind === 'first-detected' || kind === 'repaired' || kind === 'resolved';
}
