import { quarterName } from '../../incident/quarter.ts';
import { type EmptyQuarters, quarterFigureTexts } from '../../incident/statistics.ts';
import { type Period, quarterIn } from '../headings/period.ts';
import { usualLayout, writeQuarter } from '../write/quarter.ts';
import type { ChapterPlan } from './chapter-plan.ts';
import { type Chapter, nearest, periodChildren } from './chapters.ts';
import type { WrittenEntry } from './entry-edits.ts';
import type { FileChapter } from './file-chapters.ts';
import type { Replacement } from './replacements.ts';

interface Added {
  readonly chapter: Chapter;
  readonly depth: number;
  readonly text: string;
}

/** Chapters to be added and to be taken out between those that stay. */
export function chapterReplacements(
  plan: ChapterPlan,
  emptyQuarters: EmptyQuarters,
  textUnder: (level: number, entry: WrittenEntry) => string,
): Replacement[] {
  const { chapters, leaving, order } = plan;
  const staying = chapters.filter((chapter) => !leaving.has(chapter));
  const indexes = new Map(staying.map((chapter, index) => [chapter, index]));
  const indexOf = (chapter: Chapter) => indexes.get(chapter) ?? 0;
  const old: FileChapter[][] = staying.map(() => []);
  let behind = -1;
  for (const chapter of chapters) {
    if (!leaving.has(chapter)) behind = indexOf(chapter);
    else if (chapter.existing !== null) old[behind]?.push(chapter.existing);
  }
  const added: Added[][] = staying.map(() => []);
  for (const [index, parent] of staying.entries()) {
    for (const chapter of periodChildren(parent)) {
      if (chapter.existing !== null) continue;
      added[placeOf(parent, chapter, index)]?.push({
        chapter,
        depth: depthOf(chapter),
        text: write(chapter),
      });
    }
  }
  return staying.flatMap(({ existing }, index) => {
    const texts = (added[index] ?? []).sort(
      (one, other) => other.depth - one.depth || inOrder(one.chapter, other.chapter),
    );
    return existing === null
      ? []
      : [{ anchor: existing, old: old[index] ?? [], texts: texts.map(({ text }) => text) }];
  });

  /** Behind the last chapter beside it that comes earlier, else above the first, else where such chapters stood. */
  function placeOf(parent: Chapter, chapter: Chapter, index: number): number {
    const beside = periodChildren(parent).filter(({ existing }) => existing !== null);
    const [first] = beside;
    const earlier = beside.findLast((each) => inOrder(each, chapter) < 0);
    if (earlier !== undefined) return lastIn(earlier);
    if (first !== undefined) return indexOf(first) - 1;
    const stood = old.findIndex((gone, at) => gone.length > 0 && at >= index && at <= lastIn(parent));
    return stood >= 0 ? stood : index;
  }

  /** Of a chapter and those inside it. */
  function lastIn(chapter: Chapter): number {
    const inside = chapter.children.filter(({ existing }) => existing !== null);
    const last = inside.at(-1);
    return last === undefined ? indexOf(chapter) : lastIn(last);
  }

  function inOrder(one: Chapter, other: Chapter): number {
    const step = (one.period?.first ?? 0) - (other.period?.first ?? 0);
    return order === 'newest-first' ? -step : step;
  }

  function write(chapter: Chapter): string {
    const { period, parent } = chapter;
    if (period === null || parent === null) return '';
    const inside = periodChildren(chapter).toSorted(inOrder).map(write);
    const heading = head(chapter);
    const level = /^#*/.exec(heading)?.[0].length ?? 0;
    const entries = (plan.entries.get(chapter) ?? []).map((entry) => textUnder(level, entry));
    return [heading, ...entries, ...inside].filter((part) => part !== '').join('\n\n');
  }

  function head({ period, parent }: Chapter): string {
    if (period === null || parent === null) return '';
    if (period.kind !== 'quarter') {
      const { text, level } = plan.layouts.heading(period, parent);
      return `${'#'.repeat(levelUnder(parent, period, level))} ${text}`;
    }
    const quarter = quarterIn(period);
    const incidents = plan.quarters.get(quarterName(quarter))?.incidents ?? [];
    const layout = plan.layouts.quarter ?? usualLayout;
    const level = levelUnder(parent, period, layout.level);
    return writeQuarter(quarter, quarterFigureTexts(incidents, emptyQuarters), { ...layout, level });
  }

  /** Chapters beside each other have one level, and those inside a year a deeper one than that. */
  function levelUnder(parent: Chapter, period: Period, usual: number): number {
    const beside = periodChildren(parent).filter(({ existing }) => existing !== null);
    const level = nearest(beside, period)?.existing?.level;
    if (level !== undefined || parent.period === null) return level ?? usual;
    const above = parent.existing?.level ?? /^#*/.exec(head(parent))?.[0].length ?? 0;
    return Math.min(Math.max(usual, above + 1), 6);
  }
}

function depthOf({ parent }: Chapter): number {
  return parent === null ? 0 : depthOf(parent) + 1;
}
