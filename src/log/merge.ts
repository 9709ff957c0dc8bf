import { groupBy } from '../group-by.ts';
import type { Figures, Instant } from '../incident/incident.ts';
import {
  compareQuarters,
  lastEndedQuarter,
  type Quarter,
  quarterName,
  quarterOf,
  quartersBetween,
} from '../incident/quarter.ts';
import {
  type EmptyQuarters,
  formatMean,
  type QuarterStatistics,
  quarterStatistics,
} from '../incident/statistics.ts';
import { applyEdits, type Edit } from '../markdown/edits.ts';
import { newestFirst } from './entry.ts';
import { groupEdits, type Manner, type WrittenEntry } from './group-edits.ts';
import { type Group, groupsOf, managedIn } from './groups.ts';
import { mostMissing, type Order, orderOf } from './order.ts';
import { meanEdits, quarterShape, writeQuarter } from './quarter.ts';
import { quarterSlots } from './quarter-slots.ts';
import { isManaged, type Log, type LogEntry, type LogQuarter } from './read.ts';
import { slotEdits } from './slots.ts';

/** An entry of ours, and what the means need of it. */
export interface PlacedEntry extends WrittenEntry {
  readonly figures: Figures;
}

/** An entry that a person keeps, and what places and means need of it. */
export interface HandKeptEntry {
  readonly entry: LogEntry;
  /** First detection, or noon of its day; null where neither can be told. */
  readonly instant: Instant | null;
  readonly figures: Figures;
}

export interface MergeSettings {
  readonly timezone: string;
  readonly now: Instant;
  readonly emptyQuarters: EmptyQuarters;
  /** Whether quarters that are missing between others are put in. */
  readonly gaps: 'keep' | 'fill';
}

/** What is counted in a quarter. */
interface Counted {
  readonly firstDetected: Instant;
  readonly figures: Figures;
  /** Null for an entry that a person keeps. */
  readonly own: PlacedEntry | null;
}

/**
 * The file with these entries of ours in it, by edits: quarters that hold nothing but ours are written anew, and in the others
 * entries of ours are put in, replaced or taken out, and the means set. Everything else keeps its bytes, and a quarter without
 * an entry of ours all of them. Quarters and entries go to their places among those that stay.
 */
export function mergeLog(
  source: string,
  log: Log,
  own: readonly PlacedEntry[],
  handKept: readonly HandKeptEntry[],
  settings: MergeSettings,
): string {
  const groups = groupsOf(log, source);
  const theirs = groups.filter(({ manner }) => manner === 'theirs');
  // A log without quarters stays one.
  const isFlat = log.quarters.length === 0 && handKept.length > 0;
  const order = orderOf(
    theirs.flatMap(({ quarter }) => quarter?.quarter ?? []),
    isFlat ? handKept.flatMap(({ instant }) => instant ?? []) : [],
  );
  const manner: Manner = {
    source,
    order,
    lineEnd: lineEndOf(source),
    timezone: settings.timezone,
    instants: new Map(handKept.map(({ entry, instant }) => [entry, instant])),
    notes: new Map(log.entries.filter(isManaged).map(({ issue, foreign }) => [issue, foreign])),
    listed: new Set(own.map(({ issue }) => issue)),
  };
  const ordered = own.toSorted((one, other) =>
    order === 'newest-first' ? newestFirst(one, other) : newestFirst(other, one),
  );
  const statistics = isFlat ? [] : quartersToList(log, groups, ordered, handKept, settings);
  const byName = new Map(statistics.map((each) => [quarterName(each.quarter), each]));
  const flatPlaces = isFlat ? groupBy(ordered, (entry) => nearestGroup(entry, theirs, manner)) : null;

  const placedIn = firstGroups(theirs);
  const edits = theirs.flatMap((group): Edit[] => {
    const name = group.quarter && quarterName(group.quarter.quarter);
    const listed = name === null ? undefined : byName.get(name);
    const isPlace = name !== null && placedIn.get(name) === group;
    const entries = flatPlaces?.get(group) ?? (isPlace ? ownOf(listed?.incidents ?? []) : []);
    if (entries.length === 0 && managedIn(group).length === 0) return [];
    return [
      ...groupEdits(group, entries, { ...manner, order: orderIn(group, manner) }),
      // A mean over what is not read would be a wrong one.
      ...(group.quarter === null || group.quarter.unread !== null
        ? []
        : setMeans(group.quarter, listed, settings)),
    ];
  });
  const shape = quarterShape(newestOf(log.quarters), source);
  const canonical = new Set(
    groups.flatMap(({ manner, quarter }) =>
      manner === 'ours' && quarter ? quarterName(quarter.quarter) : [],
    ),
  );
  const flowing = statistics
    .filter(({ quarter }) => !placedIn.has(quarterName(quarter)))
    .map((each) => ({
      quarter: each.quarter,
      text: [
        writeQuarter(each, settings.emptyQuarters, canonical.has(quarterName(each.quarter)) ? null : shape),
        ...ownOf(each.incidents).map(({ markdown }) => markdown),
      ].join('\n\n'),
    }));
  const appended = edits.some(({ start }) => start === source.length) ? 'something' : 'nothing';
  edits.push(...slotEdits(quarterSlots(groups, flowing, order), source, manner.lineEnd, appended));
  return applyEdits(source, edits);
}

/** People may have the newest quarter first, and the oldest incident in each. */
function orderIn({ sections }: Group, { order, instants }: Manner): Order {
  return order === 'newest-first'
    ? orderOf(
        [],
        sections.flatMap((section) => instants.get(section) ?? []),
      )
    : order;
}

/** That of most lines. */
function lineEndOf(source: string): '\n' | '\r\n' {
  const [all, long] = [source.split('\n').length - 1, source.split('\r\n').length - 1];
  return long > all / 2 ? '\r\n' : '\n';
}

/** In a log without quarters, the chapter that holds what happened at the nearest time. */
function nearestGroup(
  { firstDetected }: PlacedEntry,
  groups: readonly Group[],
  { instants }: Manner,
): Group | undefined {
  const distances = groups.flatMap((group) =>
    group.sections.flatMap((section) => {
      const instant = instants.get(section) ?? null;
      return instant === null ? [] : [{ group, distance: Math.abs(instant - firstDetected) }];
    }),
  );
  const [nearest] = distances.sort((one, other) => one.distance - other.distance);
  return nearest?.group ?? groups[0];
}

function ownOf(incidents: readonly Counted[]): PlacedEntry[] {
  return incidents.flatMap(({ own }) => own ?? []);
}

/** Where a quarter stands twice, what is new goes under the first of the two. */
function firstGroups(theirs: readonly Group[]): Map<string, Group> {
  const first = new Map<string, Group>();
  for (const group of theirs) {
    const name = group.quarter && quarterName(group.quarter.quarter);
    if (name !== null && !first.has(name)) first.set(name, group);
  }
  return first;
}

/** Quarters that are to stand in the file, newest first. */
function quartersToList(
  log: Log,
  groups: readonly Group[],
  own: readonly PlacedEntry[],
  handKept: readonly HandKeptEntry[],
  settings: MergeSettings,
): QuarterStatistics<Counted>[] {
  const counted: Counted[] = [
    ...own.map((entry) => ({ firstDetected: entry.firstDetected, figures: entry.figures, own: entry })),
    ...handKept.flatMap(({ entry, instant, figures }) => {
      // What has no day counts where it stands.
      const firstDetected = instant ?? (entry.quarter && middleOf(entry.quarter));
      return firstDetected === null ? [] : [{ firstDetected, figures, own: null }];
    }),
  ];
  const theirs = groups.flatMap(({ manner, quarter }) =>
    manner === 'theirs' && quarter ? quarter.quarter : [],
  );
  const newest = theirs.toSorted(compareQuarters).at(-1);
  const kept = new Set(log.quarters.map(({ quarter }) => quarterName(quarter)));
  const headed = log.quarters.map(({ quarter }) => quarter);
  const filed = own.map(({ firstDetected }) => quarterOf(firstDetected, settings.timezone));
  const gaps = new Set(settings.gaps === 'fill' ? gapsBetween([...headed, ...filed]).map(quarterName) : []);
  const ended = lastEndedQuarter(settings.now, settings.timezone);
  const statistics = quarterStatistics(counted, {
    ...settings,
    since: theirs.toSorted(compareQuarters)[0] ?? null,
  });
  return statistics.filter(({ quarter, incidents }) => {
    if (ownOf(incidents).length > 0 || newest === undefined) return true;
    const isNewer = compareQuarters(quarter, newest) > 0 && compareQuarters(quarter, ended) <= 0;
    return isNewer || kept.has(quarterName(quarter)) || gaps.has(quarterName(quarter));
  });
}

/** Quarters that are missing between others; not so many in a row that a year must be mistyped. */
function gapsBetween(quarters: readonly Quarter[]): Quarter[] {
  const sorted = quarters.toSorted(compareQuarters);
  return sorted.slice(1).flatMap((newer, index) => {
    const gap = quartersBetween(sorted[index] ?? newer, newer).slice(1, -1);
    return gap.length > mostMissing ? [] : gap;
  });
}

function middleOf({ year, number }: Quarter): Instant {
  return Date.UTC(year, number * 3 - 2, 15);
}

function newestOf<Named extends { readonly quarter: Quarter }>(quarters: readonly Named[]): Named | null {
  return quarters.toSorted((one, other) => compareQuarters(other.quarter, one.quarter))[0] ?? null;
}

function setMeans(
  quarter: LogQuarter,
  statistics: QuarterStatistics<Counted> | undefined,
  { emptyQuarters }: MergeSettings,
): Edit[] {
  const incidents = statistics?.incidents.length ?? 0;
  const none = { total: 0, measured: 0 };
  return meanEdits(quarter, {
    incidents,
    meanTimeToRepair: formatMean(statistics?.timeToRepair ?? none, incidents, emptyQuarters),
    meanTimeToResolve: formatMean(statistics?.timeToResolve ?? none, incidents, emptyQuarters),
  });
}
