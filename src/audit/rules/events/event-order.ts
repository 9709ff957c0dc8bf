import {
  type EventKind,
  type EventPair,
  eventPairs,
  isMeasured,
  eventNames as names,
} from '../../../incident/fields.ts';
import type { Instant } from '../../../incident/incident.ts';
import { instantOf } from '../../../log/read/hand-written.ts';
import type { AuditedIncident } from '../../evidence/incident.ts';
import type { FindingDraft } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const eventOrder: Rule = {
  id: 'event-order',
  severities: ['error', 'warning'],
  documentation:
    'An event stands before one that it must follow. Before first detection it leaves a figure untold; any other order is a warning.',
  check: ({ incidents, settings: { now } }) =>
    incidents.flatMap((incident) => misplacedEvents(incident, now)),
};

/**
 * One finding for each time that must be wrong: the event that is out of order with most others, and so on with the pairs that
 * are left. A time in the future has a rule of its own.
 */
function misplacedEvents({ events }: AuditedIncident, now: Instant): FindingDraft[] {
  let left = eventPairs.filter(([earlier, later]) => {
    const [one, other] = [instantOf(events, earlier), instantOf(events, later)];
    return one !== null && other !== null && one <= now && other < one;
  });
  const drafts: FindingDraft[] = [];
  while (left.length > 0) {
    const count = (kind: EventKind) => left.filter((pair) => pair.includes(kind)).length;
    const [wrong] = left
      .flatMap(([earlier, later]) => [later, earlier])
      .toSorted((one, other) => count(other) - count(one));
    const found = wrong && events.get(wrong);
    if (wrong === undefined || found === undefined) break;
    const concerned = left.filter((pair) => pair.includes(wrong));
    left = left.filter((pair) => !pair.includes(wrong));
    drafts.push({ span: found.event.value, ...describe(wrong, concerned) });
  }
  return drafts;
}

function describe(
  wrong: EventKind,
  concerned: readonly EventPair[],
): Pick<FindingDraft, 'message' | 'severity'> {
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
  return {
    message: `${names[wrong]} is ${places.join(' and ')}${effect}: ${remedy}.`,
    severity: isFigure ? 'error' : 'warning',
  };
}
