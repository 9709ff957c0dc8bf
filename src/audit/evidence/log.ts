import { groupBy } from '../../group-by.ts';
import type { Instant } from '../../incident/incident.ts';
import { quarterName } from '../../incident/quarter.ts';
import type { EmptyQuarters } from '../../incident/statistics.ts';
import { quarterPeriod } from '../../log/headings/period.ts';
import type { Log, LogQuarter } from '../../log/read/model.ts';
import { differencesOf, type Order, prevailingOrder } from '../../log/read/order.ts';
import { withoutZones } from '../../log/zones/zones.ts';
import { headingSpan, type Span } from '../finding.ts';
import { type AuditedIncident, auditIncident } from './incident.ts';
import { type AuditedMean, auditMean, type MeanName, type Members, membersOf } from './mean.ts';

export interface AuditSettings {
  /** IANA name. */
  readonly timezone: string;
  readonly now: Instant;
  /** As `readLog` takes it; '' where it is not known. */
  readonly repositoryUrl: string;
  /** With `omit`, a log may leave out quarters without incidents. */
  readonly emptyQuarters?: EmptyQuarters;
  /** How severe it is that nothing could be checked. Without it, that is no finding. */
  readonly whenNothingChecked?: 'error' | 'notice';
}

/** A log as the rules see it. Everything that several of them need is read and computed once. */
export interface AuditedLog {
  readonly source: string;
  readonly settings: AuditSettings;
  readonly log: Log;
  /** In the order of the file. */
  readonly incidents: readonly AuditedIncident[];
  /** In the order of the file. */
  readonly quarters: readonly AuditedQuarter[];
  /** The order that most quarters follow; null without one. */
  readonly quarterOrder: Order | null;
}

/** A quarter of a log, with what it states and what follows from its incidents. */
export interface AuditedQuarter {
  readonly section: LogQuarter;
  /** "Q4 2024". */
  readonly name: string;
  readonly heading: Span;
  /** The incidents that belong to it by their day, wherever they stand. */
  readonly incidents: readonly AuditedIncident[];
  /** In the order in which quarters have them. */
  readonly means: Readonly<Record<MeanName, AuditedMean>>;
}

/** Computes what follows from the times in a log; never throws. Linear in the length. */
export function readAuditedLog(log: Log, settings: AuditSettings): AuditedLog {
  const source = withoutZones(log.text);
  const incidents = log.entries.map((entry) => auditIncident(entry, source, settings));
  return {
    source: log.text,
    settings,
    log,
    incidents,
    quarters: auditQuarters(log, incidents, source),
    quarterOrder: prevailingOrder(
      differencesOf(log.quarters.map(({ quarter }) => quarterPeriod(quarter).first)),
    ),
  };
}

function auditQuarters(log: Log, incidents: readonly AuditedIncident[], source: string): AuditedQuarter[] {
  const belonging = groupBy(incidents, ({ quarter }) => quarter && quarterName(quarter));
  const listed = groupBy(incidents, ({ entry }) => entry.quarter && quarterName(entry.quarter));
  // A log can have many headings of one quarter, whose members are then the same.
  const members = new Map<string, Members>();
  return log.quarters.map((section) => {
    const name = quarterName(section.quarter);
    const own = members.get(name) ?? membersOf(belonging.get(name) ?? [], listed.get(name) ?? []);
    members.set(name, own);
    return {
      section,
      name,
      heading: headingSpan(section, source),
      incidents: own.belonging,
      means: {
        meanTimeToRepair: auditMean('meanTimeToRepair', section, own, source),
        meanTimeToResolve: auditMean('meanTimeToResolve', section, own, source),
      },
    };
  });
}
