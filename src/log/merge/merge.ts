import { quarterName } from '../../incident/quarter.ts';
import { formatMean, type QuarterStatistics } from '../../incident/statistics.ts';
import { applyEdits, type Edit } from '../../markdown/edits.ts';
import { type Order, shownOrder, stepsOf } from '../read/order.ts';
import { isManaged, type Log, type LogQuarter } from '../read/read.ts';
import { meanEdits } from '../write/quarter.ts';
import { planChapters } from './chapter-plan.ts';
import { chapterSlots } from './chapter-slots.ts';
import { entryUnder, groupEdits, type Manner } from './group-edits.ts';
import { type Group, managedIn } from './groups.ts';
import type { Counted, HandKeptEntry, MergeSettings, PlacedEntry } from './listed-quarters.ts';
import { slotEdits } from './slots.ts';

/**
 * The file with these entries in it, by edits: generated entries are put in, replaced or taken out, and means set. Everything else
 * keeps its bytes, and a quarter that a person wrote keeps all of them while it has no generated entry. What stands in the file
 * keeps its place; an entry goes into the chapter that is for its time, which is added in the log's own shape where it is missing,
 * and a generated chapter goes when its last entry goes. Merging into the result again changes nothing.
 */
export function mergeLog(
  source: string,
  log: Log,
  own: readonly PlacedEntry[],
  handKept: readonly HandKeptEntry[],
  settings: MergeSettings,
): string {
  const plan = planChapters(source, log, own, handKept, settings);
  const manner: Manner = {
    source,
    order: plan.order,
    lineEnd: lineEndOf(source),
    timezone: settings.timezone,
    instants: new Map(handKept.map(({ entry, instant }) => [entry, instant])),
    notes: new Map(log.entries.filter(isManaged).map(({ issue, foreign }) => [issue, foreign])),
    listed: new Set(own.map(({ issue }) => issue)),
  };
  const edits = plan.chapters.flatMap((chapter): Edit[] => {
    const { group } = chapter;
    const entries = plan.entries.get(chapter) ?? [];
    if (group === null || plan.leaving.has(chapter)) return [];
    if (entries.length === 0 && managedIn(group).length === 0 && !plan.isGenerated) return [];
    const { quarter } = group;
    return [
      ...groupEdits(group, entries, { ...manner, order: orderIn(group, manner) }),
      // A mean over what is not read would be a wrong one.
      ...(quarter === null || quarter.unread !== null
        ? []
        : setMeans(quarter, plan.statistics.get(quarterName(quarter.quarter)), settings)),
    ];
  });
  const appended = edits.some(({ start }) => start === source.length) ? 'something' : 'nothing';
  const slots = chapterSlots(plan, settings.emptyQuarters, (level, entry) =>
    entryUnder(level, entry, manner),
  );
  edits.push(...slotEdits(slots, source, manner.lineEnd, appended));
  return applyEdits(source, edits);
}

/** People may have the newest quarter first, and the oldest incident in each. */
function orderIn({ sections }: Group, { order, instants }: Manner): Order {
  if (order === 'oldest-first') return order;
  return shownOrder(stepsOf(sections.flatMap((section) => instants.get(section) ?? []))) ?? order;
}

/** That of most lines. */
function lineEndOf(source: string): '\n' | '\r\n' {
  const [all, long] = [source.split('\n').length - 1, source.split('\r\n').length - 1];
  return long > all / 2 ? '\r\n' : '\n';
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
