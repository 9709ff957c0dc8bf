import { type Period, periodHeadingLike, yearOf } from '../headings/period.ts';
import { hasLayout, type QuarterLayout, quarterLayout } from '../write/quarter.ts';
import { type Chapter, hasHandWrittenEntries, nearest } from './chapters.ts';

/** A heading without its marks, and its usual level. */
interface ChapterHeading {
  readonly text: string;
  readonly level: number;
}

/** How the chapters of a log look. */
export interface ChapterLayouts {
  /** Null for quarters of the usual layout. */
  readonly quarter: QuarterLayout | null;
  /** The heading of a year or a month, like those that stand. */
  readonly heading: (period: Period, parent: Chapter) => ChapterHeading;
  /** Whether a chapter is nothing but what would be written for its time, modelled on another one. */
  readonly isLikeOthers: (chapter: Chapter) => boolean;
}

export function layoutsOf(chapters: readonly Chapter[], source: string): ChapterLayouts {
  const quarters = chapters
    .filter(({ existing }) => existing?.quarter)
    .toSorted((one, other) => (other.period?.first ?? 0) - (one.period?.first ?? 0));
  const model = quarters.find(isHandWritten) ?? quarters[0] ?? null;
  const quarter = quarterLayout(model?.existing?.quarter ?? null, source);
  const heading = (period: Period, parent: Chapter, others: readonly Chapter[]): ChapterHeading | null => {
    const like = nearest(
      others.filter((each): each is Chapter & { period: Period } => each.period?.kind === period.kind),
      period,
    );
    const head = like?.existing?.sections[0];
    if (head?.kind !== 'text' || head.heading === null) return null;
    const name = periodHeadingLike(head.heading, period);
    const isDated = /\d{4}/.test(name) || parent.period?.kind === 'year';
    return { text: `${name}${isDated ? '' : ` ${yearOf(period)}`}`, level: head.level };
  };
  const handWritten = chapters.filter(isHandWritten);
  return {
    quarter,
    heading: (period, parent) =>
      heading(period, parent, handWritten) ??
      heading(period, parent, chapters) ?? { text: String(yearOf(period)), level: 2 },
    isLikeOthers: (chapter) => {
      const { existing, period, parent } = chapter;
      if (existing === null || period === null || parent === null) return false;
      if (existing.quarter)
        return chapter !== model && quarter !== null && hasLayout(existing.quarter, quarter, source);
      const [head] = existing.sections;
      const like = heading(
        period,
        parent,
        handWritten.filter((each) => each !== chapter),
      );
      const written = `${'#'.repeat(existing.level)} ${like?.text}`;
      return head !== undefined && source.slice(head.start, head.contentEnd) === written;
    },
  };
}

/** Whether hand-written entries stand in a chapter, or in one inside it. */
function isHandWritten(chapter: Chapter): boolean {
  return hasHandWrittenEntries(chapter) || chapter.children.some(isHandWritten);
}
