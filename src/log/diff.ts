import { groupBy } from '../group-by.ts';
import type { ReviewActionState } from '../incident/incident.ts';
import { compareQuarters, quarterName } from '../incident/quarter.ts';
import { byFigure, type QuarterFigureKey, quarterFigures } from '../incident/quarter-figures.ts';
import { plainText } from '../markdown/parse.ts';
import { type LogAction, readActions } from './entry-actions.ts';
import { type QuarterRow, quarterRows } from './quarter-rows.ts';
import { type GeneratedEntry, isGeneratedEntry, type Log } from './read/model.ts';
import { withoutZones } from './zones/zones.ts';

/** Something as the log words it, before and after; null where it does not stand. */
export interface Change<Value = string> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/** What became of an entry: the most that can be said of it. */
export type EntryChangeKind = 'added' | 'repaired' | 'resolved' | 'reopened' | 'changed' | 'removed';

export interface EntryChange {
  readonly issue: number;
  readonly kind: EntryChangeKind;
  /** The entry as it is now, or as it was when it is removed. */
  readonly entry: GeneratedEntry;
  readonly timeToRepair: Change;
  readonly timeToResolve: Change;
}

export interface QuarterChange {
  /** "Q4 2024". */
  readonly quarter: string;
  /** Without an incident before and after. */
  readonly isEmpty: boolean;
  readonly figures: Readonly<Record<QuarterFigureKey, Change>>;
}

/** A review action that came into an entry's list, left it, or has another state or issue than before. */
export interface ActionChange {
  /** Number of the incident issue. */
  readonly incident: number;
  readonly kind: 'added' | 'moved' | 'removed';
  /** Plain text on one line, of any length; '' where there are no words. */
  readonly text: string;
  /** A number in the log's repository, or `owner/repo#34`; null where none is named. */
  readonly issue: Change<number | string>;
  readonly state: Change<ReviewActionState>;
}

export interface LogChanges {
  readonly entries: readonly EntryChange[];
  readonly actions: readonly ActionChange[];
  readonly quarters: readonly QuarterChange[];
}

/**
 * What differs between two states of a log: generated entries, their review actions and quarters in the order of the newer one, removed
 * ones last. The actions of an entry that is removed, or that lists none because its incident goes on, are left out.
 *
 * @param before null where there was no log
 * @param repositoryUrl as `readLog` takes it
 */
export function changesBetween(before: Log | null, after: Log, repositoryUrl: string): LogChanges {
  const entryTexts = (log: Log | null) => {
    const text = withoutZones(log?.text ?? '');
    // Older versions put blank lines between items, which say nothing.
    return ({ start, generatedEnd }: GeneratedEntry) =>
      text
        .slice(start, generatedEnd)
        .replaceAll('\r\n', '\n')
        .replace(/\n[ \n]*(?=\n)/g, '')
        .trim();
  };
  const [textBefore, textAfter] = [entryTexts(before), entryTexts(after)];
  const generatedBefore = (before?.entries ?? []).filter(isGeneratedEntry);
  const generatedAfter = after.entries.filter(isGeneratedEntry);
  const entriesBefore = new Map(generatedBefore.map((entry) => [entry.issue, entry]));
  const issuesAfter = new Set(generatedAfter.map(({ issue }) => issue));

  const entries = generatedAfter.flatMap((entry): EntryChange[] => {
    const former = entriesBefore.get(entry.issue) ?? null;
    if (former !== null && textBefore(former) === textAfter(entry)) return [];
    return [entryChange(entry, { former, current: entry })];
  });
  const removed = generatedBefore
    .filter(({ issue }) => !issuesAfter.has(issue))
    .map((entry) => entryChange(entry, { former: entry, current: null }));
  // Most entries did not change, and their actions need not be read.
  const actions = entries.flatMap(({ issue, entry }) => {
    if (isOngoing(entry)) return [];
    const former = entriesBefore.get(issue);
    const listed = before === null || former === undefined ? [] : readActions(former, before, repositoryUrl);
    return actionChanges(issue, listed, readActions(entry, after, repositoryUrl));
  });
  return { entries: [...entries, ...removed], actions, quarters: quarterChanges(before, after) };
}

function entryChange(
  entry: GeneratedEntry,
  { former, current }: { former: GeneratedEntry | null; current: GeneratedEntry | null },
): EntryChange {
  const change = (figure: 'timeToRepair' | 'timeToResolve'): Change => ({
    before: former?.[figure]?.text ?? null,
    after: current?.[figure]?.text ?? null,
  });
  const [timeToRepair, timeToResolve] = [change('timeToRepair'), change('timeToResolve')];
  const kind =
    former === null ? 'added' : current === null ? 'removed' : progress(timeToRepair, timeToResolve);
  return { issue: entry.issue, kind, entry, timeToRepair, timeToResolve };
}

/** How an incident went on, by the words of its two figures: `ongoing` says that the event is still to come. */
function progress(timeToRepair: Change, timeToResolve: Change): EntryChangeKind {
  const isOver = ({ before, after }: Change) => before === 'ongoing' && after !== 'ongoing';
  if (isOver(timeToResolve)) return 'resolved';
  if (isOver(timeToRepair)) return 'repaired';
  return timeToResolve.before !== 'ongoing' && timeToResolve.after === 'ongoing' ? 'reopened' : 'changed';
}

/** As `writeEntry` words it: the only state in which the time to repair can still come. */
function isOngoing({ timeToRepair }: GeneratedEntry): boolean {
  return timeToRepair?.text === 'ongoing';
}

function actionChanges(
  incident: number,
  before: readonly LogAction[],
  after: readonly LogAction[],
): ActionChange[] {
  const formerOf = pairs(before, after);
  const found = new Set(formerOf.values());
  return [
    ...after.flatMap((action) => actionChange(incident, formerOf.get(action) ?? null, action)),
    ...before
      .filter((action) => !found.has(action))
      .flatMap((action) => actionChange(incident, action, null)),
  ];
}

/** Each later action's former self: the one that names the same issue, else the one with the same text. */
function pairs(before: readonly LogAction[], after: readonly LogAction[]): Map<LogAction, LogAction> {
  const byIssue = pairsBy(issueKey, before, after);
  const found = new Set(byIssue.values());
  const byText = pairsBy(
    ({ text }) => text || null,
    before.filter((action) => !found.has(action)),
    after.filter((action) => !byIssue.has(action)),
  );
  return new Map([...byIssue, ...byText]);
}

/** The first that has a key goes with the first that had it, the second with the second, and so on. */
function pairsBy(
  keyOf: (action: LogAction) => string | null,
  before: readonly LogAction[],
  after: readonly LogAction[],
): Map<LogAction, LogAction> {
  const left = groupBy(before, keyOf);
  return new Map(
    after.flatMap((action) => {
      const key = keyOf(action);
      const former = key === null ? undefined : left.get(key)?.shift();
      return former === undefined ? [] : [[action, former]];
    }),
  );
}

/** The same for one issue, in whatever case its repository's name is typed. */
function issueKey({ issue }: LogAction): string | null {
  return issue === null ? null : String(issue).toLowerCase();
}

function actionChange(incident: number, former: LogAction | null, current: LogAction | null): ActionChange[] {
  const shown = current ?? former;
  const isSame =
    former !== null &&
    current !== null &&
    issueKey(former) === issueKey(current) &&
    former.state === current.state;
  if (shown === null || isSame) return [];
  return [
    {
      incident,
      kind: former === null ? 'added' : current === null ? 'removed' : 'moved',
      text: plainText(shown.text),
      issue: { before: former?.issue ?? null, after: current?.issue ?? null },
      state: { before: former?.state ?? null, after: current?.state ?? null },
    },
  ];
}

function quarterChanges(before: Log | null, after: Log): QuarterChange[] {
  const rowsOf = (log: Log | null) =>
    new Map((log === null ? [] : quarterRows(log)).map((row) => [row.quarter, row]));
  const [former, current] = [rowsOf(before), rowsOf(after)];
  const quarters = [...(before?.quarters ?? []), ...after.quarters]
    .map(({ quarter }) => quarter)
    .sort((one, other) => compareQuarters(other, one))
    .map(quarterName);
  return [...new Set(quarters)]
    .map((quarter) => quarterChange(quarter, former.get(quarter), current.get(quarter)))
    .filter(({ figures }) => Object.values(figures).some(({ before, after }) => before !== after));
}

function quarterChange(
  quarter: string,
  former: QuarterRow | undefined,
  current: QuarterRow | undefined,
): QuarterChange {
  const figures = byFigure(quarterFigures, ({ key, of }): Change => {
    // A mean of no incident is none, even where the log says 0h 0m.
    const stated = (row: QuarterRow | undefined) =>
      of === 'incidents' || row?.incidents ? row?.figures[key].text || null : null;
    return { before: stated(former), after: stated(current) };
  });
  return { quarter, isEmpty: !former?.incidents && !current?.incidents, figures };
}
