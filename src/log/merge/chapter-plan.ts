import { formatDate } from '../../incident/clock.ts';
import { quarterName } from '../../incident/quarter.ts';
import type { QuarterIncidents } from '../../incident/statistics.ts';
import { holds, monthPeriod, type Period, quarterPeriod } from '../headings/period.ts';
import { type HandWrittenEntry, isAllGenerated, type Log } from '../read/model.ts';
import { differencesOf, type Order, prevailingOrder } from '../read/order.ts';
import { newestFirst } from '../write/entry.ts';
import { type ChapterLayouts, layoutsOf } from './chapter-layouts.ts';
import { type Chapter, chapterFor, chapterOrder, chaptersOf } from './chapters.ts';
import type { WrittenEntry } from './entry-edits.ts';
import { fileChapters, generatedIn, isNothingButGenerated } from './file-chapters.ts';
import { type Counted, listedQuarters, type MergeSettings } from './listed-quarters.ts';

/** What goes where in the file. */
export interface ChapterPlan {
  readonly order: Order;
  /** The quarters to list, by name. */
  readonly quarters: ReadonlyMap<string, QuarterIncidents<Counted>>;
  /** The chapters of the file, in its order, the root first; those that stay have the ones to be added among their children. */
  readonly chapters: readonly Chapter[];
  /** Those of the file that go with their last entry. */
  readonly leaving: ReadonlySet<Chapter>;
  /** The generated entries of each chapter, in order. */
  readonly entries: ReadonlyMap<Chapter, readonly WrittenEntry[]>;
  readonly layouts: ChapterLayouts;
  /** Whether everything but plain text is generated. */
  readonly isGenerated: boolean;
}

/** Finds the chapter of every entry, the quarters to list, and the chapters that go. */
export function planChapters(
  log: Log,
  written: readonly WrittenEntry[],
  handWritten: readonly HandWrittenEntry[],
  settings: MergeSettings,
): ChapterPlan {
  const chapters = chaptersOf(fileChapters(log));
  const layouts = layoutsOf(chapters, log.text);
  const isGenerated = isAllGenerated(log);
  const dated = written
    .toSorted(newestFirst)
    .map((entry) => ({ entry, month: monthPeriod(formatDate(entry.firstDetected, settings.timezone)) }));
  const going = goingChapters(
    chapters,
    layouts,
    dated.map(({ month }) => month),
    { isGenerated, source: log.text },
  );

  const staying = chapters.flatMap((chapter) =>
    chapter.existing?.quarter && !going.has(chapter) ? [chapter.existing.quarter.quarter] : [],
  );
  const isDivided = chapters.some(({ period }) => period !== null && period.kind !== 'quarter');
  const consistsOf = staying.length === 0 && (handWritten.length > 0 || isDivided) ? 'entries' : 'quarters';
  const listed =
    consistsOf === 'entries' ? [] : listedQuarters(written, handWritten, { staying, isGenerated }, settings);
  const quarters = new Map(listed.map((each) => [quarterName(each.quarter), each]));
  // Each listed quarter has one chapter.
  const chapterByKey = new Map(
    [
      ...chapters.filter((chapter) => going.has(chapter)).toReversed(),
      ...chapters.filter((chapter) => !going.has(chapter)),
    ].map((chapter) => [keyOf(chapter), chapter]),
  );
  const leaving = new Set(
    [...going].filter((chapter) => {
      const quarter = chapter.existing?.quarter;
      const isListed = quarter && quarters.has(quarterName(quarter.quarter));
      return !isListed || chapterByKey.get(keyOf(chapter)) !== chapter;
    }),
  );
  for (const { children } of chapters) {
    children.splice(0, children.length, ...children.filter((each) => !leaving.has(each)));
  }

  const order =
    chapterOrder(chapters) ??
    prevailingOrder(differencesOf(handWritten.flatMap(({ instant }) => instant ?? []))) ??
    'newest-first';
  const [root] = chapters;
  if (root === undefined) throw new Error('A log without a beginning');
  const entries = new Map<Chapter, WrittenEntry[]>();
  for (const { entry, month } of order === 'newest-first' ? dated : dated.toReversed()) {
    const chapter = chapterFor(root, month, consistsOf);
    const others = entries.get(chapter);
    if (others === undefined) entries.set(chapter, [entry]);
    else others.push(entry);
  }
  const stands = new Set(chapters.filter((chapter) => !leaving.has(chapter)).map(keyOf));
  for (const { quarter, incidents } of listed) {
    const period = quarterPeriod(quarter);
    if (!stands.has(keyOf({ period })) && incidents.every(({ written }) => written === null))
      chapterFor(root, period, consistsOf);
  }
  return { order, quarters, chapters, leaving, entries, layouts, isGenerated };
}

/** Generated chapters that no incident is to stand in, and those that consist of such chapters. */
function goingChapters(
  chapters: readonly Chapter[],
  layouts: ChapterLayouts,
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
    const { existing, period, children } = chapter;
    if (existing === null || period === null || !isNothingButGenerated(existing, source)) continue;
    if (needed.has(keyOf(chapter)) && !seconds.includes(chapter)) continue;
    const isMade = (existing.quarter?.generated ?? null) !== null || layouts.isLikeOthers(chapter);
    const isLeft =
      existing.quarter === null && generatedIn(existing).length === 0
        ? children.length > 0 && children.every((each) => going.has(each))
        : generatedIn(existing).length > 0;
    if ((isMade && isLeft) || (isGenerated && existing.quarter !== null)) going.add(chapter);
  }
  return going;
}

function keyOf({ period }: Pick<Chapter, 'period'>): string {
  return period === null ? '' : `${period.kind} ${period.first}`;
}
