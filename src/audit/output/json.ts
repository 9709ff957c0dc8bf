import { type EventKind, eventKinds } from '../../incident/fields.ts';
import { quarterName } from '../../incident/quarter.ts';
import { instantOf } from '../../log/read/hand-written.ts';
import type { AuditedDuration } from '../evidence/figure.ts';
import type { AuditedIncident } from '../evidence/incident.ts';
import type { Finding } from '../finding.ts';
import type { AuditedFile } from './audited-file.ts';

/** An audit as data: instants as ISO 8601 in UTC, durations in whole minutes, null where something is unknown. */
export function auditAsJson({ file, audit }: AuditedFile) {
  return {
    file,
    timezone: audit.settings.timezone,
    incidents: audit.incidents.map(incidentAsJson),
    quarters: audit.quarters.map(({ section, name, incidents, means }) => ({
      line: section.line,
      quarter: name,
      incidents: incidents.length,
      meanTimeToRepair: durationAsJson(means.meanTimeToRepair),
      meanTimeToResolve: durationAsJson(means.meanTimeToResolve),
    })),
    findings: audit.findings.map(findingAsJson),
  };
}

function incidentAsJson({ entry, events, figures, quarter, context, reviewActions }: AuditedIncident) {
  const iso = (kind: EventKind) => {
    const instant = instantOf(events, kind);
    return instant === null ? null : new Date(instant).toISOString();
  };
  return {
    line: entry.line,
    date: entry.date || null,
    title: entry.title,
    heading: entry.quarter && quarterName(entry.quarter),
    quarter: quarter && quarterName(quarter),
    events: Object.fromEntries(eventKinds.map((kind) => [jsonKey(kind), iso(kind)])),
    timeToRepair: durationAsJson(figures.timeToRepair),
    timeToResolve: durationAsJson(figures.timeToResolve),
    contextEntries: context.length,
    reviewActions: reviewActions.map(({ text, state, references }) => ({ text, state, references })),
  };
}

/** `first-detected` is `firstDetected` in JSON. */
function jsonKey(kind: EventKind): string {
  return kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function durationAsJson({ stated, computed }: AuditedDuration) {
  return { stated: stated?.minutes ?? null, computed };
}

function findingAsJson({ rule, severity, line, column, endLine, endColumn, ...rest }: Finding) {
  const { message, stated, computed, explanation, fix } = rest;
  return {
    rule,
    severity,
    line,
    column,
    endLine,
    endColumn,
    message,
    stated,
    computed,
    explanation,
    fixable: fix !== null,
  };
}
