import { formatDate } from '../../incident/clock.ts';
import { quarterName } from '../../incident/quarter.ts';
import type { QuarterStatistics } from '../../incident/statistics.ts';
import { type Order, shownOrder, stepsOf } from '../read/order.ts';
import { holds, monthPeriod, type Period, quarterPeriod } from '../read/period.ts';
import { isAllGenerated, type Log } from '../read/read.ts';
import { newestFirst } from '../write/entry.ts';
import { type ChapterShapes, shapesOf } from './chapter-shapes.ts';
import { type Chapter, chapterFor, chapterOrder, chaptersOf } from './chapters.ts';
import { groupsOf, isNothingButGenerated, managedIn } from './groups.ts';
import {
  type Counted,
  type HandKeptEntry,
  listedQuarters,
  type MergeSettings,
  type PlacedEntry,
} from './listed-quarters.ts';

/** Where everything goes. */
export interface ChapterPlan {
  readonly order: Order;
  /** The quarters to list, by name. */
  readonly statistics: ReadonlyMap<string, QuarterStatistics<Counted>>;
  /** The chapters of the file, in its order, the root first; those that stay have the ones to be added among their children. */
  readonly chapters: readonly Chapter[];
  /** Those of the file that go with their last entry. */
  readonly leaving: ReadonlySet<Chapter>;
  /** The generated entries of each chapter, in order. */
  readonly entries: ReadonlyMap<Chapter, readonly PlacedEntry[]>;
  readonly shapes: ChapterShapes;
  /** Whether everything but plain text is generated. */
  readonly isGenerated: boolean;
}

/** Finds the chapter of every entry, the quarters to list, and the chapters that go. */
export function planChapters(
  source: string,
  log: Log,
  own: readonly PlacedEntry[],
  handKept: readonly HandKeptEntry[],
  settings: MergeSettings,
): ChapterPlan {
  const chapters = chaptersOf(groupsOf(log));
  const shapes = shapesOf(chapters, source);
  const isGenerated = isAllGenerated(log);
  const dated = own
    .toSorted(newestFirst)
    .map((entry) => ({ entry, month: monthPeriod(formatDate(entry.firstDetected, settings.timezone)) }));
  const going = goingChapters(
    chapters,
    shapes,
    dated.map(({ month }) => month),
    { isGenerated, source },
  );

  const staying = chapters.flatMap((chapter) =>
    chapter.group?.quarter && !going.has(chapter) ? [chapter.group.quarter.quarter] : [],
  );
  const isDivided = chapters.some(({ period }) => period !== null && period.kind !== 'quarter');
  const consistsOf = staying.length === 0 && (handKept.length > 0 || isDivided) ? 'entries' : 'quarters';
  const listed =
    consistsOf === 'entries' ? [] : listedQuarters(own, handKept, { staying, isGenerated }, settings);
  const statistics = new Map(listed.map((each) => [quarterName(each.quarter), each]));
  // What is listed stands once.
  const standing = new Map(
    [
      ...chapters.filter((chapter) => going.has(chapter)).toReversed(),
      ...chapters.filter((chapter) => !going.has(chapter)),
    ].map((chapter) => [keyOf(chapter), chapter]),
  );
  const leaving = new Set(
    [...going].filter((chapter) => {
      const quarter = chapter.group?.quarter;
      const isListed = quarter && statistics.has(quarterName(quarter.quarter));
      return !isListed || standing.get(keyOf(chapter)) !== chapter;
    }),
  );
  for (const { children } of chapters) {
    children.splice(0, children.length, ...children.filter((each) => !leaving.has(each)));
  }

  const order =
    chapterOrder(chapters) ??
    shownOrder(stepsOf(handKept.flatMap(({ instant }) => instant ?? []))) ??
    'newest-first';
  const [root] = chapters;
  if (root === undefined) throw new Error('A log without a beginning');
  const entries = new Map<Chapter, PlacedEntry[]>();
  for (const { entry, month } of order === 'newest-first' ? dated : dated.toReversed()) {
    const chapter = chapterFor(root, month, consistsOf);
    const others = entries.get(chapter);
    if (others === undefined) entries.set(chapter, [entry]);
    else others.push(entry);
  }
  const stands = new Set(chapters.filter((chapter) => !leaving.has(chapter)).map(keyOf));
  for (const { quarter, incidents } of listed) {
    const period = quarterPeriod(quarter);
    if (!stands.has(keyOf({ period })) && incidents.every(({ own }) => own === null))
      chapterFor(root, period, consistsOf);
  }
  return { order, statistics, chapters, leaving, entries, shapes, isGenerated };
}

/** Generated chapters that no incident is to stand in, and those that consist of such chapters. */
function goingChapters(
  chapters: readonly Chapter[],
  shapes: ChapterShapes,
  months: readonly Period[],
  { isGenerated, source }: { readonly isGenerated: boolean; readonly source: string },
): ReadonlySet<Chapter> {
  const going = new Set<Chapter>();
  const needed = new Set<string>();
  for (const chapter of chapters) {
    const { period } = chapter;
    if (period !== null && months.some((month) => holds(period, month))) needed.add(keyOf(chapter));
  }
  const seen = new Set<string>();
  const seconds = chapters.filter((chapter) => seen.size === seen.add(keyOf(chapter)).size);
  for (const chapter of chapters.toReversed()) {
    const { group, period, children } = chapter;
    if (group === null || period === null || !isNothingButGenerated(group, source)) continue;
    if (needed.has(keyOf(chapter)) && !seconds.includes(chapter)) continue;
    const isMade = group.quarter?.manner === 'ours' || shapes.isLikeOthers(chapter);
    const isLeft =
      group.quarter === null && managedIn(group).length === 0
        ? children.length > 0 && children.every((each) => going.has(each))
        : managedIn(group).length > 0;
    if ((isMade && isLeft) || (isGenerated && group.quarter !== null)) going.add(chapter);
  }
  return going;
}

function keyOf({ period }: Pick<Chapter, 'period'>): string {
  return period === null ? '' : `${period.kind} ${period.first}`;
}
