import { compareQuarters, quarterHeading, quarterName, quartersBetween } from '../../incident/quarter.ts';
import type { EmptyQuarters } from '../../incident/statistics.ts';
import { quarterPeriod } from '../../log/headings/period.ts';
import { instantOf } from '../../log/read/hand-written.ts';
import { isAllGenerated, type Log } from '../../log/read/model.ts';
import { mostMissing, type Order, shownOrder, stepsOf } from '../../log/read/order.ts';
import type { AuditedIncident } from '../audit.ts';
import { type Finding, headingRange, type Report } from './finding.ts';

/** What is looked at. */
export interface Audited {
  readonly log: Log;
  readonly incidents: readonly AuditedIncident[];
  readonly source: string;
}

/** What an audit finds in the quarters of a log, and in the order of what stands in them, but for their means. */
export function auditQuarters(audited: Audited, emptyQuarters: EmptyQuarters, report: Report): Finding[] {
  const order = shownOrder(stepsOf(audited.log.quarters.map(({ quarter }) => quarterPeriod(quarter).first)));
  return [
    ...names(audited, report),
    ...unreadIncidents(audited, report),
    ...quarterOrder(audited, order, report),
    ...incidentOrder(audited, order, report),
    ...missingQuarters(audited, emptyQuarters, report),
  ];
}

function names({ log, source }: Audited, report: Report): Finding[] {
  const seen = new Map<string, number>();
  const found = log.quarters.flatMap((quarter) => {
    const name = quarterName(quarter.quarter);
    const range = headingRange(quarter, source);
    const above = seen.get(name);
    if (above !== undefined) {
      return [report('quarter-name', range, `${name} stands a second time; it is in line ${above} already.`)];
    }
    seen.set(name, quarter.line);
    if (quarter.months !== 'others') return [];
    return [
      report(
        'quarter-name',
        range,
        `The months behind ${name} are not its own: ${quarterHeading(quarter.quarter)}.`,
      ),
    ];
  });
  const unreadable = log.sections.flatMap((section) => {
    if (section.kind !== 'text' || !section.isUnreadableQuarter) return [];
    const message = 'It cannot be told which quarter of a calendar year this is: write it as “Q3 2024”.';
    return [report('quarter-name', headingRange(section, source), message)];
  });
  return [...found, ...unreadable];
}

/** A row of a table, or a line that begins with a day, may be an incident in a manner that is not read. */
function unreadIncidents({ log, source }: Audited, report: Report): Finding[] {
  return log.quarters.flatMap(({ quarter, unread }) => {
    if (unread === null) return [];
    const [line = ''] = /^[^\r\n]*/.exec(source.slice(unread)) ?? [];
    const message = `What looks like an incident of ${quarterName(quarter)} is not read here: give it a heading with its day, and list its key events as items.`;
    return [
      report('event-missing', { start: unread, end: unread + line.trimEnd().length }, message, {
        severity: 'warning',
      }),
    ];
  });
}

function isMisplaced(step: number, order: Order): boolean {
  return order === 'newest-first' ? step > 0 : step < 0;
}

function quarterOrder(
  { log: { quarters }, source }: Audited,
  order: Order | null,
  report: Report,
): Finding[] {
  if (order === null) return [];
  return quarters.flatMap((quarter, index) => {
    const above = quarters[index - 1];
    if (above === undefined || !isMisplaced(compareQuarters(quarter.quarter, above.quarter), order))
      return [];
    const message = `${quarterName(quarter.quarter)} stands below ${quarterName(above.quarter)}, but the log has the ${wording(order)} first.`;
    return [report('quarter-order', headingRange(quarter, source), message)];
  });
}

/** Incidents may go the other way than quarters do, throughout. */
function incidentOrder({ incidents, source }: Audited, inQuarters: Order | null, report: Report): Finding[] {
  const pairs = incidents.slice(1).flatMap((lower, index) => {
    const upper = incidents[index];
    return upper !== undefined && upper.entry.quarter === lower.entry.quarter ? [{ upper, lower }] : [];
  });
  const steps = pairs.map(({ upper, lower }) => stepBetween(upper, lower));
  const shown = shownOrder(steps);
  // One step against the order of the quarters is a mistake, several are an order of their own.
  const isOther = shown === 'oldest-first' && steps.filter((step) => step > 0).length > 1;
  const order = inQuarters === null || (inQuarters === 'newest-first' && isOther) ? shown : inQuarters;
  if (order === null) return [];
  return pairs.flatMap(({ lower }, index) => {
    if (!isMisplaced(steps[index] ?? 0, order)) return [];
    const message = `The entry stands below one that is ${order === 'newest-first' ? 'older' : 'newer'}, but the log has the ${wording(order)} first.`;
    return [report('incident-order', headingRange(lower.entry, source), message)];
  });
}

/** Positive when the lower one is newer; by their days alone where one of them has no time. */
function stepBetween(upper: AuditedIncident, lower: AuditedIncident): number {
  const [one, other] = [upper, lower].map(({ events }) => instantOf(events, 'first-detected'));
  if (one != null && other != null) return other - one;
  const days = [upper, lower].map(({ instant }) =>
    instant === null ? null : Math.floor(instant / (24 * 60 * 60_000)),
  );
  return days[0] == null || days[1] == null ? 0 : days[1] - days[0];
}

function wording(order: Order): string {
  return order === 'newest-first' ? 'newest' : 'oldest';
}

/** Quarters between the oldest and the newest that the log speaks of, in a heading or by an incident. */
function missingQuarters(
  { log, incidents, source }: Audited,
  emptyQuarters: EmptyQuarters,
  report: Report,
): Finding[] {
  if (log.quarters.length === 0) return [];
  // What a generated log lists is set by an input, and no mistake in the file.
  const isOmitted = emptyQuarters === 'omit' || isAllGenerated(log);
  const present = new Set(log.quarters.map(({ quarter }) => quarterName(quarter)));
  const all = [
    ...log.quarters.map(({ quarter }) => quarter),
    ...incidents.flatMap(({ quarter }) => quarter ?? []),
  ];
  const sorted = [...new Map(all.map((quarter) => [quarterName(quarter), quarter])).values()].sort(
    compareQuarters,
  );
  const headed = log.quarters.toSorted((one, other) => compareQuarters(one.quarter, other.quarter));
  return sorted.flatMap((newer, index): Finding[] => {
    const older = sorted[index - 1];
    const gap = older === undefined || isOmitted ? [] : quartersBetween(older, newer).slice(1, -1);
    const missing = [...(present.has(quarterName(newer)) ? [] : [newer]), ...gap];
    if (missing.length === 0) return [];
    // It would stand above the next older one.
    const below =
      headed.findLast(({ quarter }) => compareQuarters(quarter, missing.at(-1) ?? newer) < 0) ?? headed[0];
    if (below === undefined) return [];
    const range = headingRange(below, source);
    if (missing.length > mostMissing) {
      const message = `${missing.length} quarters in a row, from ${quarterName(missing.at(-1) ?? newer)} to ${quarterName(missing[0] ?? newer)}, have no heading: a year may be mistyped.`;
      return [report('quarter-missing', range, message)];
    }
    return missing.map((quarter) =>
      report(
        'quarter-missing',
        range,
        `${quarterName(quarter)} has no heading: every quarter in between is listed, one without incidents too.`,
      ),
    );
  });
}
