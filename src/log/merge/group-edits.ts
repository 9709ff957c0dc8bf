import { readLeadingTime } from '../../incident/clock.ts';
import type { Instant } from '../../incident/incident.ts';
import type { Edit } from '../../markdown/edits.ts';
import type { Order } from '../read/order.ts';
import { isManaged, type LogEntry, type LogSection } from '../read/read.ts';
import { type Dated, newestFirst } from '../write/entry.ts';
import type { Group } from './groups.ts';
import { type Fixed, type Slot, slotEdits } from './slots.ts';

/** An entry of ours; its Markdown has line feeds, and none at the end. */
export interface WrittenEntry extends Dated {
  readonly markdown: string;
}

/** How the file is written, and what stands in it. */
export interface Manner {
  readonly source: string;
  readonly order: Order;
  readonly lineEnd: '\n' | '\r\n';
  readonly timezone: string;
  /** When the entries that people keep happened. */
  readonly instants: ReadonlyMap<LogSection, Instant | null>;
  /** What people have written into entries of ours, by issue. It goes where its incident goes. */
  readonly notes: ReadonlyMap<number, string>;
  /** Issues that have an entry. */
  readonly listed: ReadonlySet<number>;
}

/** The edits that put `entries` into a quarter or a chapter in place of the entries of ours that stand there. */
export function groupEdits(group: Group, entries: readonly WrittenEntry[], manner: Manner): Edit[] {
  const { source, order, lineEnd, listed } = manner;
  const { fixed, old } = anchorsOf(group, manner);
  const isOlder = (one: Instant, other: Instant) => (order === 'newest-first' ? one < other : one > other);
  const texts: string[][] = fixed.map(() => []);
  for (const entry of entries.toSorted(order === 'newest-first' ? newestFirst : oldestFirst)) {
    const before = fixed.findIndex(
      ({ instant }) => instant !== null && isOlder(instant, entry.firstDetected),
    );
    const last = fixed.findLastIndex(({ instant }) => instant !== null);
    const index =
      before > 0
        ? before - 1
        : last >= 0
          ? last
          : Math.max(
              old.findIndex(({ length }) => length > 0),
              0,
            );
    texts[index]?.push(entryUnder(group.level, entry, manner));
  }
  // An entry goes; what a person has written into it does not.
  for (const [index, entriesThere] of old.entries()) {
    const gone = entriesThere.filter(({ issue }) => issue !== null && !listed.has(issue));
    texts[index]?.push(...gone.map(({ issue }) => noteOf(issue, manner)).filter((note) => note !== ''));
  }
  const slots: Slot[] = fixed.map((each, index) => ({
    fixed: each,
    old: (old[index] ?? []).map(({ start, ownEnd }) => ({ start, contentEnd: ownEnd })),
    texts: texts[index] ?? [],
  }));
  return slotEdits(slots, source, lineEnd);
}

/** An entry's Markdown as it stands under a heading of a level, with what a person has written into it behind. */
export function entryUnder(level: number, { issue, markdown }: WrittenEntry, manner: Manner): string {
  const marks = '#'.repeat(Math.min(level + 1, 6));
  const below = markdown.replace(/^#+/, (own) => (own.length < marks.length ? marks : own));
  return [below, noteOf(issue, manner)].filter((part) => part !== '').join('\n\n');
}

function noteOf(issue: number | null, { notes }: Manner): string {
  return (notes.get(issue ?? 0) ?? '').replaceAll('\r\n', '\n');
}

function oldestFirst(one: Dated, other: Dated): number {
  return newestFirst(other, one);
}

/** What stays in a group, and when it happened; behind each the entries of ours that stand there. */
function anchorsOf(
  { sections }: Group,
  { source, order, timezone, instants }: Manner,
): { readonly fixed: readonly (Fixed & { instant: Instant | null })[]; readonly old: readonly LogEntry[][] } {
  const fixed: (Fixed & { instant: Instant | null })[] = [];
  const old: LogEntry[][] = [];
  /** Of what stands behind the generated entry above. */
  let behindEntry: Instant | null = null;
  for (const section of sections) {
    if (section.kind !== 'entry' || !isManaged(section)) {
      if (section.kind !== 'text') behindEntry = null;
      fixed.push({ ...section, instant: instants.get(section) ?? behindEntry });
      old.push([]);
      continue;
    }
    const stated = section.events.find(({ kind }) => kind === 'first-detected')?.words.text ?? '';
    const firstDetected = readLeadingTime(stated, timezone)?.instant;
    behindEntry = firstDetected === undefined ? null : firstDetected + (order === 'newest-first' ? -1 : 1);
    old.at(-1)?.push(section);
    // What separates the group from the next one is no part of it.
    const end = section === sections.at(-1) ? section.contentEnd : section.end;
    const behind = source.slice(section.ownEnd, end);
    if (behind.trim() === '') continue;
    // What a person has put behind an entry of ours stays behind it.
    fixed.push({
      start: end - behind.trimStart().length,
      contentEnd: section.ownEnd + behind.trimEnd().length,
      instant: behindEntry,
    });
    old.push([]);
  }
  return { fixed, old };
}
