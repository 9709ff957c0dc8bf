import { type EventKind, eventKinds } from '../../incident/fields.ts';
import { quarterName } from '../../incident/quarter.ts';
import { instantOf } from '../../log/read/hand-written.ts';
import type { AuditedDuration, AuditedFigure } from '../evidence/figure.ts';
import type { AuditedIncident } from '../evidence/incident.ts';
import type { AuditedReport } from '../evidence/reported.ts';
import { type Finding, placeIn } from '../finding.ts';
import type { Moment } from '../reading/model.ts';
import type { AuditedFile } from './audited-file.ts';

type PlaceOf = ReturnType<typeof placeIn>;

/** An audit as data: instants as ISO 8601 in UTC, durations in whole minutes, null where something is unknown. */
export function auditAsJson({ file, audit }: AuditedFile) {
  const placeOf = placeIn(audit.source);
  return {
    file,
    timezone: audit.settings.timezone,
    incidents: [
      ...audit.incidents.map((incident) => incidentAsJson(incident, file, placeOf)),
      ...audit.reports.map((report) => reportAsJson(report, file, placeOf)),
    ],
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

function incidentAsJson(
  { entry, events, figures, quarter, context, reviewActions }: AuditedIncident,
  file: string,
  placeOf: PlaceOf,
) {
  const iso = (kind: EventKind) => {
    const instant = instantOf(events, kind);
    return instant === null ? null : new Date(instant).toISOString();
  };
  return {
    file,
    line: entry.line,
    date: entry.date || null,
    title: entry.title,
    heading: entry.quarter && quarterName(entry.quarter),
    quarter: quarter && quarterName(quarter),
    severity: null,
    // Our own form calls the mitigation of an incident its repair.
    events: { ...ownEvents(iso), mitigated: iso('repaired') },
    timeToRepair: durationAsJson(figures.timeToRepair),
    timeToResolve: durationAsJson(figures.timeToResolve),
    figures: Object.values(figures).flatMap((figure) => ownFigureAsJson(figure, placeOf)),
    contextEntries: context.length,
    reviewActions: reviewActions.map(({ text, state, references }) => ({ text, state, references })),
  };
}

function ownEvents(iso: (kind: EventKind) => string | null) {
  return Object.fromEntries(eventKinds.map((kind) => [jsonKey(kind), iso(kind)]));
}

function ownFigureAsJson({ stated, computed, mismatch, to, exact }: AuditedFigure, placeOf: PlaceOf) {
  if (stated === null) return [];
  const isRight = exact !== null && Math.abs(exact - stated.seconds) < 60;
  const known = mismatch !== null ? 'wrong' : isRight ? 'right' : 'rounded';
  return [
    {
      ...placeOf(stated.start),
      text: stated.text,
      stated: stated.minutes,
      computed,
      verdict: computed === null ? 'not-computable' : known,
      from: computed === null ? null : 'firstDetected',
      to: computed === null ? null : to,
    },
  ];
}

/** An incident in another form than ours, with the same keys. */
function reportAsJson({ incident, figures }: AuditedReport, file: string, placeOf: PlaceOf) {
  const iso = (moment: Moment) => {
    const times = incident.events.flatMap(({ kind, instant }) => (kind === moment ? (instant ?? []) : []));
    // Where an event has two times, nobody knows which one counts.
    return new Set(times).size === 1 ? new Date(times[0] ?? 0).toISOString() : null;
  };
  return {
    file,
    line: incident.line,
    date: incident.date,
    title: incident.title,
    heading: null,
    quarter: null,
    severity: incident.severity,
    events: {
      ...ownEvents(() => null),
      started: iso('started'),
      firstDetected: iso('detected'),
      declared: iso('declared'),
      mitigated: iso('mitigated'),
      resolved: iso('resolved'),
      ended: iso('ended'),
    },
    timeToRepair: { stated: null, computed: null },
    timeToResolve: { stated: null, computed: null },
    figures: figures.map(({ figure, verdict, computed, from, to }) => ({
      ...placeOf(figure.span.start),
      text: figure.span.text,
      stated: Math.floor(figure.length.seconds / 60),
      computed: computed === null ? null : Math.floor(computed / 60),
      verdict,
      from,
      to,
    })),
    contextEntries: incident.timeline.length,
    reviewActions: [],
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
