import { holds, monthsOf, type Period, periodAround } from '../headings/period.ts';
import { isGeneratedEntry } from '../read/model.ts';
import { differencesOf, type Order, prevailingOrder } from '../read/order.ts';
import type { FileChapter } from './file-chapters.ts';

/** A chapter of the file, or one to be added, with the chapters inside it; the root is the file. */
export interface Chapter {
  /** Null for one to be added. */
  readonly existing: FileChapter | null;
  readonly period: Period | null;
  readonly parent: Chapter | null;
  readonly children: Chapter[];
}

/** The chapters of a file as a tree: the root, which is the first of them, and the others in it. */
export function chaptersOf(inFile: readonly FileChapter[]): readonly Chapter[] {
  const chapters: Chapter[] = [];
  const open: Chapter[] = [];
  for (const existing of inFile) {
    while (open.length > 1 && (open.at(-1)?.existing?.level ?? 0) >= existing.level) open.pop();
    const parent = open.at(-1) ?? null;
    const chapter: Chapter = { existing, period: parent && existing.period, parent, children: [] };
    parent?.children.push(chapter);
    chapters.push(chapter);
    open.push(chapter);
  }
  return chapters;
}

export function periodChildren({ children }: Chapter): (Chapter & { readonly period: Period })[] {
  return children.filter((each): each is Chapter & { readonly period: Period } => each.period !== null);
}

/** The order in which chapters that lie in time stand inside others; null where none shows any. */
export function chapterOrder(chapters: readonly Chapter[]): Order | null {
  return prevailingOrder(
    chapters.flatMap((chapter) => differencesOf(periodChildren(chapter).map(({ period }) => period.first))),
  );
}

/**
 * The chapter for what happened in a month, or for a quarter: the one that is for it, made where those beside it are for other
 * times. Nothing goes into a chapter that is for no time, unless it holds all that there is.
 *
 * @param without what a log consists of that has no chapter for any time: quarters, or entries alone
 */
export function chapterFor(root: Chapter, period: Period, without: 'quarters' | 'entries'): Chapter {
  let chapter = root;
  for (;;) {
    if (chapter.period !== null && holds(period, chapter.period)) return chapter;
    const next = childFor(chapter, period, without);
    if (next === null) return chapter;
    chapter = next;
  }
}

function childFor(chapter: Chapter, period: Period, without: 'quarters' | 'entries'): Chapter | null {
  const beside = periodChildren(chapter);
  if (beside.length > 0) {
    const [own] = beside
      .filter((each) => holds(each.period, period))
      .sort((one, other) => monthsOf(one.period) - monthsOf(other.period));
    const quarter = beside.find((each) => period.kind === 'quarter' && each.period.kind === 'quarter');
    // A month shows nothing of where a quarter goes.
    const longEnough = beside.filter((each) => monthsOf(each.period) >= monthsOf(period));
    const model = quarter ?? nearest(longEnough, period);
    return own ?? added(chapter, period, model?.period.kind);
  }
  if (hasHandWrittenEntries(chapter)) return null;
  const inner = onlyInner(chapter);
  if (inner !== null) return inner;
  if (chapter.parent === null) return without === 'quarters' ? added(chapter, period, 'quarter') : null;
  if (chapter.period === null) return null;
  // Its neighbours show what it consists of.
  const model = nearest(
    periodChildren(chapter.parent).filter(
      (each) => each.existing !== null && periodChildren(each).length > 0,
    ),
    chapter.period,
  );
  return added(chapter, period, model === null ? undefined : periodChildren(model)[0]?.period.kind);
}

/** The only chapter inside another that entries stand in, unless its heading names a number, and so may be for some time. */
function onlyInner({ children }: Chapter): Chapter | null {
  const holding = children.filter(holdsEntries);
  const divided = holding.filter((each) => periodChildren(each).length > 0);
  const [only, ...others] = divided.length > 0 ? divided : holding;
  const head = only?.existing?.sections[0];
  const heading = head?.kind === 'text' ? head.heading : null;
  return only === undefined || others.length > 0 || heading === null || /\d/.test(heading) ? null : only;
}

function holdsEntries({ existing, children }: Chapter): boolean {
  return (existing?.sections.some(({ kind }) => kind === 'entry') ?? false) || children.some(holdsEntries);
}

/** Whether hand-written entries stand right in a chapter. */
export function hasHandWrittenEntries({ existing }: Chapter): boolean {
  return (
    existing?.sections.some((section) => section.kind === 'entry' && !isGeneratedEntry(section)) ?? false
  );
}

export function nearest<Timed extends { readonly period: Period }>(
  chapters: readonly Timed[],
  { first }: Period,
): Timed | null {
  const distance = ({ period }: Timed) => Math.abs(period.first - first);
  return chapters.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** A new chapter of a kind, around a period; null for no kind, and for one too short to hold it. */
function added(parent: Chapter, inner: Period, kind: Period['kind'] | undefined): Chapter | null {
  if (kind === undefined) return null;
  const period = periodAround(inner, kind);
  if (!holds(period, inner)) return null;
  const chapter: Chapter = { existing: null, period, parent, children: [] };
  parent.children.push(chapter);
  return chapter;
}
