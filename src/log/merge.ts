import type { Figures, Instant } from '../incident/incident.ts';
import { compareQuarters, lastEndedQuarter, type Quarter, quarterName } from '../incident/quarter.ts';
import {
  type EmptyQuarters,
  formatMean,
  type QuarterStatistics,
  quarterStatistics,
} from '../incident/statistics.ts';
import { applyEdits, type Edit } from '../markdown/edits.ts';
import { newestFirst } from './entry.ts';
import { groupEdits, type WrittenEntry } from './group-edits.ts';
import { type Group, groupsOf, managedIn } from './groups.ts';
import { type Order, orderOf } from './order.ts';
import { meanEdits, quarterShape, writeQuarter } from './quarter.ts';
import { isManaged, type Log, type LogEntry, type LogQuarter, type LogSection } from './read.ts';
import { type Slot, slotEdits } from './slots.ts';

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
  const theirQuarters = theirs.flatMap(({ quarter }) => quarter ?? []);
  const order = orderOf(
    theirQuarters.map(({ quarter }) => quarter),
    handKept.flatMap(({ instant }) => instant ?? []),
  );
  const ordered = own.toSorted((one, other) =>
    order === 'newest-first' ? newestFirst(one, other) : newestFirst(other, one),
  );
  const lineEnd = /^[^\n]*\r\n/.test(source) ? '\r\n' : '\n';
  // A log without quarters stays one.
  const isFlat = log.quarters.length === 0 && handKept.length > 0;
  const flatGroup = isFlat ? theirs.find(({ sections }) => sections.some(isHandKept)) : undefined;
  const statistics = isFlat ? [] : quartersToList(groups, ordered, handKept, settings);
  const byName = new Map(statistics.map((each) => [quarterName(each.quarter), each]));

  const placedIn = firstGroups(theirs);
  const instants = new Map<LogSection, Instant | null>(
    handKept.map(({ entry, instant }) => [entry, instant]),
  );
  const edits = theirs.flatMap((group): Edit[] => {
    const name = group.quarter && quarterName(group.quarter.quarter);
    const listed = name === null ? undefined : byName.get(name);
    const isPlace = name !== null && placedIn.get(name) === group;
    const entries = group === flatGroup ? ordered : isPlace ? ownOf(listed?.incidents ?? []) : [];
    if (entries.length === 0 && managedIn(group).length === 0) return [];
    return [
      ...groupEdits(group, entries, instants, { source, order, lineEnd, timezone: settings.timezone }),
      ...(group.quarter === null ? [] : setMeans(group.quarter, listed, settings)),
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
  edits.push(...slotEdits(quarterSlots(groups, flowing, order), source, lineEnd));
  return applyEdits(source, edits);
}

function isHandKept(section: LogSection): boolean {
  return section.kind === 'entry' && !isManaged(section);
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
  groups: readonly Group[],
  own: readonly PlacedEntry[],
  handKept: readonly HandKeptEntry[],
  settings: MergeSettings,
): QuarterStatistics<Counted>[] {
  const theirs = groups.flatMap(({ manner, quarter }) =>
    manner === 'theirs' && quarter ? quarter.quarter : [],
  );
  const ours = new Set(
    groups.flatMap(({ manner, quarter }) =>
      manner === 'ours' && quarter ? quarterName(quarter.quarter) : [],
    ),
  );
  const counted: Counted[] = [
    ...own.map((entry) => ({ firstDetected: entry.firstDetected, figures: entry.figures, own: entry })),
    ...handKept.flatMap(({ entry, instant, figures }) => {
      // What has no day counts where it stands.
      const firstDetected = instant ?? (entry.quarter && middleOf(entry.quarter));
      return firstDetected === null ? [] : [{ firstDetected, figures, own: null }];
    }),
  ];
  const [oldest, newest] = [
    theirs.toSorted(compareQuarters)[0] ?? null,
    newestOf(theirs.map((quarter) => ({ quarter }))),
  ];
  const ended = lastEndedQuarter(settings.now, settings.timezone);
  return quarterStatistics(counted, { ...settings, since: oldest }).filter(({ quarter, incidents }) => {
    if (ownOf(incidents).length > 0 || newest === null) return true;
    const stands = theirs.some((each) => compareQuarters(each, quarter) === 0);
    const isNewer = compareQuarters(quarter, newest.quarter) > 0 && compareQuarters(quarter, ended) <= 0;
    return stands || isNewer || ours.has(quarterName(quarter)) || settings.gaps === 'fill';
  });
}

function middleOf({ year, number }: Quarter): Instant {
  return Date.UTC(year, number * 3 - 2, 15);
}

function newestOf<Named extends { readonly quarter: Quarter }>(quarters: readonly Named[]): Named | null {
  return quarters.toSorted((one, other) => compareQuarters(other.quarter, one.quarter))[0] ?? null;
}

/** Quarters of ours between the groups that stay: above the first one that comes later in the file's order. */
function quarterSlots(
  groups: readonly Group[],
  flowing: readonly { readonly quarter: Quarter; readonly text: string }[],
  order: Order,
): Slot[] {
  const fixed: Group[] = [];
  const old: Group[][] = [];
  for (const group of groups) {
    if (group.manner === 'ours') old.at(-1)?.push(group);
    else {
      fixed.push(group);
      old.push([]);
    }
  }
  const comesLater = (one: Quarter, other: Quarter) =>
    order === 'newest-first' ? compareQuarters(one, other) < 0 : compareQuarters(one, other) > 0;
  const texts: string[][] = fixed.map(() => []);
  const inOrder = order === 'newest-first' ? flowing : flowing.toReversed();
  const last = fixed.findLastIndex(({ quarter }) => quarter !== null);
  const first = old.findIndex(({ length }) => length > 0);
  for (const { quarter, text } of inOrder) {
    const next = fixed.findIndex((group) => group.quarter && comesLater(group.quarter.quarter, quarter));
    const index = next > 0 ? next - 1 : last >= 0 ? last : first >= 0 ? first : fixed.length - 1;
    texts[index]?.push(text);
  }
  return fixed.map((each, index) => ({ fixed: each, old: old[index] ?? [], texts: texts[index] ?? [] }));
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
