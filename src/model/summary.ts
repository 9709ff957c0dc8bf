import { severityLevels } from '../form/groups.ts';
import type { Template } from '../form/template.ts';
import { groupBy } from '../group-by.ts';
import { type Distribution, distributionOf } from '../incident/distribution.ts';
import type { Incident, Instant, ReviewAction } from '../incident/incident.ts';
import {
  compareQuarters,
  lastEndedQuarter,
  type Quarter,
  quarterName,
  quarterOf,
} from '../incident/quarter.ts';
import type { Measured } from '../incident/statistics.ts';

/** Figures about some incidents. */
export interface SummaryFigures {
  readonly incidents: number;
  readonly ongoing: number;
  readonly timeToDetect: Distribution;
  readonly timeToRepair: Distribution;
  readonly timeToResolve: Distribution;
}

/** A review action that is neither done nor dropped. */
export interface OpenReviewAction extends Pick<ReviewAction, 'text' | 'issue' | 'owner' | 'due'> {
  /** Number of the incident issue. */
  readonly incident: number;
}

/** The figures of a log beyond its quarters' own. */
export interface Summary {
  /** `rolling-year` first, the four quarters up to the last that has ended; then years (`2024`) and quarters (`Q4 2024`) that have incidents, newest first, a year before its quarters. */
  readonly periods: readonly (SummaryFigures & { readonly period: string })[];
  /** The form's levels in its order, then levels that only incidents have, then null for those without one. Levels without incidents are left out. */
  readonly severities: readonly (SummaryFigures & { readonly severity: string | null })[];
  /** By name, then null for incidents without one. An incident counts in each of its services. */
  readonly services: readonly (SummaryFigures & { readonly service: string | null })[];
  /** The actions of the newest incident first, in the order of its list. */
  readonly openActions: readonly OpenReviewAction[];
}

/** An incident as far as figures count it. What is in the log alone, or hand-written, has no severity and no services that are known. */
interface Counted extends Measured {
  readonly timeToDetect: number | null;
  readonly isOngoing: boolean;
  readonly severity: string | null;
  readonly services: readonly string[];
}

/** An incident of which the log has an entry alone. */
type CountedEntry = Measured & { readonly isOngoing?: boolean };

/** Summarises a log. The order of its incidents makes no difference, and nothing but the rolling year depends on `now`. */
export function summarise(
  {
    incidents,
    formerEntries,
    handWritten,
  }: {
    readonly incidents: readonly Incident[];
    readonly formerEntries: readonly CountedEntry[];
    readonly handWritten: readonly CountedEntry[];
  },
  {
    template,
    timezone,
    now,
  }: { readonly template: Template; readonly timezone: string; readonly now: Instant },
): Summary {
  const counted = [
    ...incidents.map(countedIncident),
    ...[...formerEntries, ...handWritten].map(countedEntry),
  ];
  return {
    periods: periodsOf(counted, timezone, now),
    severities: groupRows(counted, ({ severity }) => [severity], severityLevels(template)).map(
      ([severity, figures]) => ({ severity, ...figures }),
    ),
    services: groupRows(counted, ({ services }) => (services.length === 0 ? [null] : services), []).map(
      ([service, figures]) => ({ service, ...figures }),
    ),
    openActions: openActionsOf(incidents),
  };
}

function countedIncident(incident: Incident): Counted {
  const { firstDetected, figures, timeToDetect, state, severity, services } = incident;
  const isOngoing = state === 'ongoing';
  return { firstDetected: firstDetected.instant, figures, timeToDetect, isOngoing, severity, services };
}

function countedEntry({ firstDetected, figures, isOngoing = false }: CountedEntry): Counted {
  return { firstDetected, figures, timeToDetect: null, isOngoing, severity: null, services: [] };
}

function figuresOf(counted: readonly Counted[]): SummaryFigures {
  const distribution = (minutesOf: (incident: Counted) => number | null) =>
    distributionOf(counted.flatMap((incident) => minutesOf(incident) ?? []));
  return {
    incidents: counted.length,
    ongoing: counted.filter(({ isOngoing }) => isOngoing).length,
    timeToDetect: distribution(({ timeToDetect }) => timeToDetect),
    timeToRepair: distribution(({ figures }) => figures.timeToRepair),
    timeToResolve: distribution(({ figures }) => figures.timeToResolve),
  };
}

/** The years and quarters of incidents, as {@link Summary} has them. */
export function periodFigures(incidents: readonly Incident[], timezone: string): Summary['periods'] {
  return periodsOf(incidents.map(countedIncident), timezone, null);
}

/** Without the rolling year where `now` is null. */
function periodsOf(counted: readonly Counted[], timezone: string, now: Instant | null): Summary['periods'] {
  const placed = counted.map((incident) => ({
    incident,
    quarter: quarterOf(incident.firstDetected, timezone),
  }));
  const row = (period: string, isWithin: (quarter: Quarter) => boolean) => {
    const within = placed.filter(({ quarter }) => isWithin(quarter)).map(({ incident }) => incident);
    return within.length === 0 ? [] : [{ period, ...figuresOf(within) }];
  };
  const last = now === null ? null : lastEndedQuarter(now, timezone);
  const byQuarter = groupBy(placed, ({ quarter }) => quarterName(quarter));
  const byYear = groupBy(placed, ({ quarter }) => quarter.year);
  const years = [...byYear].sort(([one], [other]) => other - one);
  return [
    ...(last === null ? [] : row('rolling-year', (quarter) => isInRollingYear(quarter, last))),
    ...years.flatMap(([year, ofYear]) => [
      { period: `${year}`, ...figuresOf(ofYear.map(({ incident }) => incident)) },
      ...([4, 3, 2, 1] as const).flatMap((number) => {
        const period = quarterName({ year, number });
        const ofQuarter = byQuarter.get(period) ?? [];
        return ofQuarter.length === 0
          ? []
          : [{ period, ...figuresOf(ofQuarter.map(({ incident }) => incident)) }];
      }),
    ]),
  ];
}

/** Whether a quarter is one of the four up to the last that has ended. */
function isInRollingYear(quarter: Quarter, last: Quarter): boolean {
  const first = { year: last.year - 1, number: last.number };
  return compareQuarters(quarter, last) <= 0 && compareQuarters(quarter, first) > 0;
}

/**
 * The figures of each group: first those of `order`, then the others by name, then null. A name is the same in any case; it is spelled as in
 * `order`, or else as its newest incident has it.
 */
function groupRows(
  counted: readonly Counted[],
  groupsOf: (incident: Counted) => readonly (string | null)[],
  order: readonly string[],
): [string | null, SummaryFigures][] {
  const named = counted.flatMap((incident) => groupsOf(incident).map((name) => ({ name, incident })));
  const spelled = spellings(named, order);
  const memberships = counted.flatMap((incident) => {
    const groups = new Set(groupsOf(incident).map((name) => (name === null ? null : spelled(name))));
    return [...groups].map((group) => ({ group, incident }));
  });
  const members = groupBy(memberships, ({ group }) => group);
  const names = [...members.keys()].filter((name) => name !== null);
  const others = names.filter((name) => !order.includes(name)).sort(byCodePoint);
  const sorted = [...order.filter((name) => members.has(name)), ...others, null];
  return sorted.flatMap((name): [string | null, SummaryFigures][] => {
    const group = members.get(name);
    return group === undefined ? [] : [[name, figuresOf(group.map(({ incident }) => incident))]];
  });
}

/** How a name is spelled in the rows. */
function spellings(
  named: readonly { readonly name: string | null; readonly incident: Counted }[],
  order: readonly string[],
): (name: string) => string {
  const folded = (name: string) => name.normalize('NFC').toLowerCase();
  const newestFirst = named.toSorted(
    (one, other) =>
      other.incident.firstDetected - one.incident.firstDetected ||
      byCodePoint(one.name ?? '', other.name ?? ''),
  );
  const names = [...order, ...newestFirst.flatMap(({ name }) => name ?? [])];
  // The first of each wins.
  const spelling = new Map(names.toReversed().map((name) => [folded(name), name]));
  return (name) => spelling.get(folded(name)) ?? name;
}

/** The same on every machine, whatever its language. */
function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function openActionsOf(incidents: readonly Incident[]): OpenReviewAction[] {
  return (
    incidents
      .toSorted(
        (one, other) => other.firstDetected.instant - one.firstDetected.instant || other.issue - one.issue,
      )
      // While an incident goes on, notes that are still being typed change nothing in the log.
      .filter(({ state }) => state !== 'ongoing')
      .flatMap((incident) =>
        incident.reviewActions
          .filter(({ state }) => state !== 'DONE' && state !== "WON'T DO")
          .map(({ text, issue, owner, due }) => ({ text, issue, incident: incident.issue, owner, due })),
      )
  );
}
