import { type EventKind, isMeasured } from '../../../incident/fields.ts';
import type { AuditedIncident } from '../../evidence/incident.ts';
import type { FindingDraft, Severity } from '../../finding.ts';

/** A wrong time is an error where figures are computed from its event. */
export function severityOf(kind: EventKind): Severity {
  return isMeasured(kind) ? 'error' : 'warning';
}

/** The times of incidents that can't be read, for the reason that a rule is about. */
export function unreadableTimes(
  incidents: readonly AuditedIncident[],
  rule: 'timestamp-form' | 'timestamp-ambiguous',
): FindingDraft[] {
  return incidents.flatMap(({ events }) =>
    [...events].flatMap(([kind, { event, time }]) =>
      time.kind === 'problem' && time.rule === rule
        ? [{ span: event.value, message: time.message, severity: severityOf(kind) }]
        : [],
    ),
  );
}
