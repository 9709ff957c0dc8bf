import type { EventKind } from '../../../incident/fields.ts';
import { eventNames } from '../../../incident/fields.ts';
import type { AuditedFigure } from '../../evidence/figure.ts';
import type { AuditedIncident } from '../../evidence/incident.ts';
import { type FindingDraft, lineSpan, type Span } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const eventMissing: Rule = {
  id: 'event-missing',
  severities: ['error', 'warning'],
  documentation:
    'Without a first detection nothing is computed. A missing repair or resolution is a warning, and leaves out one figure.',
  check: ({ incidents, quarters, source }) => [
    ...incidents.flatMap((incident) => [
      ...missingDetection(incident),
      ...Object.values(incident.figures).flatMap((figure) => missingEnd(incident, figure)),
    ]),
    // A row of a table, or a line that begins with a day, may be an incident in a form that isn't read.
    ...quarters.flatMap(({ name, section: { unread } }): FindingDraft[] => {
      if (unread === null) return [];
      const message = `What looks like an incident of ${name} is not read here: give it a heading with its day, and list its key events as items.`;
      return [{ span: lineSpan(unread, source), message, severity: 'warning' }];
    }),
  ],
};

function missingDetection(incident: AuditedIncident): FindingDraft[] {
  if (isStated(incident, 'first-detected')) return [];
  const message = `The entry has no time of first detection, so nothing can be computed: add “First detected: YYYY-MM-DD HH:MM” to its key events.${tableHint(incident)}`;
  return [{ span: spanOf(incident, 'first-detected'), message, severity: 'error' }];
}

/** The event at which a figure ends is missing. */
function missingEnd(incident: AuditedIncident, { label, to, span }: AuditedFigure): FindingDraft[] {
  // An ongoing incident has no such time yet, and some logs say that it was never recorded.
  const isSaid = /^(?:ongoing|not recorded)\b/i.test(span?.text ?? '');
  if (isSaid || isStated(incident, to)) return [];
  const message = `The entry has no time for ${eventNames[to]}, so there is no ${label.toLowerCase()}: add “${eventNames[to]}: YYYY-MM-DD HH:MM” to its key events.${tableHint(incident)}`;
  return [{ span: spanOf(incident, to), message, severity: 'warning' }];
}

/** Whether an entry has something for the time of an event, be it readable or not. */
function isStated({ events }: AuditedIncident, kind: EventKind): boolean {
  const found = events.get(kind);
  return found !== undefined && found.time.kind !== 'unknown';
}

function spanOf({ events, heading }: AuditedIncident, kind: EventKind): Span {
  const span = events.get(kind)?.event.value;
  return span === undefined || span.text === '' ? heading : span;
}

function tableHint({ entry: { table } }: AuditedIncident): string {
  return table === null ? '' : ` The table in line ${table} is not read: list the events as items.`;
}
