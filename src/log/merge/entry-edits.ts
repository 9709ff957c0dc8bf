import { readLeadingTime } from '../../incident/clock.ts';
import type { Figures, Instant } from '../../incident/incident.ts';
import type { Edit } from '../../markdown/edits.ts';
import { isGeneratedEntry, type LogEntry, type LogSection } from '../read/model.ts';
import type { Order } from '../read/order.ts';
import { type Dated, newestFirst } from '../write/entry.ts';
import type { FileChapter } from './file-chapters.ts';
import { type ContentSpan, type Replacement, replacementEdits } from './replacements.ts';

/** A generated entry that is to stand in the file. */
export interface WrittenEntry extends Dated {
  /** With line feeds, and none at the end. */
  readonly markdown: string;
  readonly figures: Figures;
}

/** What the edits of a chapter need to know of the whole file. */
export interface MergeContext {
  readonly source: string;
  readonly order: Order;
  readonly lineEnd: '\n' | '\r\n';
  readonly timezone: string;
  /** When the incidents of hand-written entries happened. */
  readonly instants: ReadonlyMap<LogSection, Instant | null>;
  /** What people have written into generated entries, by issue. It goes where its entry goes. */
  readonly notes: ReadonlyMap<number, string>;
  /** Issues that have an entry. */
  readonly listed: ReadonlySet<number>;
}

/** The edits that put `entries` into a quarter or a chapter in place of the generated entries that stand there. */
export function entryEdits(
  chapter: FileChapter,
  entries: readonly WrittenEntry[],
  context: MergeContext,
): Edit[] {
  const { source, order, lineEnd, listed } = context;
  const { anchors, old } = anchorsOf(chapter, context);
  const isOlder = (one: Instant, other: Instant) => (order === 'newest-first' ? one < other : one > other);
  const texts: string[][] = anchors.map(() => []);
  for (const entry of entries.toSorted(order === 'newest-first' ? newestFirst : oldestFirst)) {
    const before = anchors.findIndex(
      ({ instant }) => instant !== null && isOlder(instant, entry.firstDetected),
    );
    const last = anchors.findLastIndex(({ instant }) => instant !== null);
    const index =
      before > 0
        ? before - 1
        : last >= 0
          ? last
          : Math.max(
              old.findIndex(({ length }) => length > 0),
              0,
            );
    texts[index]?.push(entryUnder(chapter.level, entry, context));
  }
  // An entry goes, but what a person has written into it stays.
  for (const [index, entriesThere] of old.entries()) {
    const gone = entriesThere.filter(({ issue }) => issue !== null && !listed.has(issue));
    texts[index]?.push(...gone.map(({ issue }) => noteOf(issue, context)).filter((note) => note !== ''));
  }
  const replacements = anchors.map(
    (anchor, index): Replacement => ({
      anchor,
      old: (old[index] ?? []).map(({ start, generatedEnd }) => ({ start, contentEnd: generatedEnd })),
      texts: texts[index] ?? [],
    }),
  );
  return replacementEdits(replacements, source, lineEnd);
}

/** An entry's Markdown as it stands under a heading of a level, with what a person has written into it behind. */
export function entryUnder(level: number, { issue, markdown }: WrittenEntry, context: MergeContext): string {
  const marks = '#'.repeat(Math.min(level + 1, 6));
  const below = markdown.replace(/^#+/, (usual) => (usual.length < marks.length ? marks : usual));
  return [below, noteOf(issue, context)].filter((part) => part !== '').join('\n\n');
}

function noteOf(issue: number | null, { notes }: MergeContext): string {
  return (notes.get(issue ?? 0) ?? '').replaceAll('\r\n', '\n');
}

function oldestFirst(one: Dated, other: Dated): number {
  return newestFirst(other, one);
}

/** A part of the file that stays, and when it happened; null for one that lies at no time. */
type DatedAnchor = ContentSpan & { readonly instant: Instant | null };

/** The parts of a chapter that stay, and behind each the generated entries that stand there. */
function anchorsOf(
  { sections }: FileChapter,
  { source, order, timezone, instants }: MergeContext,
): { readonly anchors: readonly DatedAnchor[]; readonly old: readonly LogEntry[][] } {
  const anchors: DatedAnchor[] = [];
  const old: LogEntry[][] = [];
  /** The time of what a person has put behind the generated entry above. */
  let behindEntry: Instant | null = null;
  for (const section of sections) {
    if (section.kind !== 'entry' || !isGeneratedEntry(section)) {
      if (section.kind !== 'text') behindEntry = null;
      anchors.push({ ...section, instant: instants.get(section) ?? behindEntry });
      old.push([]);
      continue;
    }
    const stated = section.events.find(({ kind }) => kind === 'first-detected')?.value.text ?? '';
    const firstDetected = readLeadingTime(stated, timezone)?.instant;
    behindEntry = firstDetected === undefined ? null : firstDetected + (order === 'newest-first' ? -1 : 1);
    old.at(-1)?.push(section);
    // What separates the chapter from the next one is no part of it.
    const end = section === sections.at(-1) ? section.contentEnd : section.end;
    const behind = source.slice(section.generatedEnd, end);
    if (behind.trim() === '') continue;
    // What a person has put behind a generated entry stays behind it.
    anchors.push({
      start: end - behind.trimStart().length,
      contentEnd: section.generatedEnd + behind.trimEnd().length,
      instant: behindEntry,
    });
    old.push([]);
  }
  return { anchors, old };
}
