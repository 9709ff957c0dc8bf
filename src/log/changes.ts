import { compareQuarters, quarterName } from '../incident/quarter.ts';
import { type Log, type LogEntry, readLog } from './read.ts';

/** Something as the log words it, before and after; null where it does not stand. */
export interface Change<Value = string> {
  readonly before: Value | null;
  readonly after: Value | null;
}

export interface EntryChange {
  readonly issue: number;
  readonly kind: 'added' | 'changed' | 'removed';
  /** The entry as it is now, or as it was when it is removed. */
  readonly entry: LogEntry;
  readonly timeToRepair: Change;
  readonly timeToResolve: Change;
}

export interface QuarterChange {
  /** "Q4 2024". */
  readonly quarter: string;
  /** Without an incident before and after. */
  readonly isEmpty: boolean;
  readonly meanTimeToRepair: Change;
  readonly meanTimeToResolve: Change;
}

/** What differs between two states of a log: entries and quarters in the order of the newer one, removed ones last. */
export function changesBetween(
  before: string | null,
  after: string,
  repositoryUrl: string,
): { readonly entries: readonly EntryChange[]; readonly quarters: readonly QuarterChange[] } {
  const old = readLog(before ?? '', repositoryUrl);
  const now = readLog(after, repositoryUrl);
  const textOf = (log: string | null, { start, end }: LogEntry) =>
    (log ?? '').slice(start, end).replaceAll('\r\n', '\n').trim();
  const oldEntries = new Map(old.entries.map((entry) => [entry.issue, entry]));
  const nowIssues = new Set(now.entries.map(({ issue }) => issue));

  const entries = now.entries.flatMap((entry): EntryChange[] => {
    const former = oldEntries.get(entry.issue) ?? null;
    if (former !== null && textOf(before, former) === textOf(after, entry)) return [];
    return [entryChange(former === null ? 'added' : 'changed', entry, { former, current: entry })];
  });
  const removed = old.entries
    .filter(({ issue }) => !nowIssues.has(issue))
    .map((entry) => entryChange('removed', entry, { former: entry, current: null }));
  return { entries: [...entries, ...removed], quarters: quarterChanges(old, now) };
}

function entryChange(
  kind: EntryChange['kind'],
  entry: LogEntry,
  { former, current }: { former: LogEntry | null; current: LogEntry | null },
): EntryChange {
  const change = (figure: 'timeToRepair' | 'timeToResolve'): Change => ({
    before: former?.[figure] ?? null,
    after: current?.[figure] ?? null,
  });
  const [timeToRepair, timeToResolve] = [change('timeToRepair'), change('timeToResolve')];
  return { issue: entry.issue, kind, entry, timeToRepair, timeToResolve };
}

function quarterChanges(before: Log, after: Log): QuarterChange[] {
  const byName = ({ quarters }: Log) => new Map(quarters.map((each) => [quarterName(each.quarter), each]));
  const [old, now] = [byName(before), byName(after)];
  const occupied = new Set([...before.entries, ...after.entries].map(({ quarter }) => quarterName(quarter)));
  return [...new Map([...old, ...now]).values()]
    .sort((one, other) => compareQuarters(other.quarter, one.quarter))
    .map(({ quarter }) => {
      const name = quarterName(quarter);
      const change = (mean: 'meanTimeToRepair' | 'meanTimeToResolve'): Change => ({
        before: old.get(name)?.[mean] ?? null,
        after: now.get(name)?.[mean] ?? null,
      });
      const [meanTimeToRepair, meanTimeToResolve] = [change('meanTimeToRepair'), change('meanTimeToResolve')];
      return { quarter: name, isEmpty: !occupied.has(name), meanTimeToRepair, meanTimeToResolve };
    })
    .filter(({ meanTimeToRepair, meanTimeToResolve }) => moved(meanTimeToRepair) || moved(meanTimeToResolve));
}

function moved({ before, after }: Change): boolean {
  return before !== after;
}
