import type { EventKind } from '../../incident/fields.ts';
import type { Figures, Instant } from '../../incident/incident.ts';
import type { Quarter } from '../../incident/quarter.ts';
import type { QuarterFigureKey } from '../../incident/quarter-figures.ts';
import type { Period } from '../headings/period.ts';
import type { NamedQuarter } from '../headings/quarter-heading.ts';
import type { Body } from './body.ts';
import type { Span } from './span.ts';

/** Who wrote a part of a log: this action, from an incident issue or its figures, or a person. */
export type Origin = 'generated' | 'hand-written';

/** A log and what was read from it. A text is read once and passed on as this. */
export interface Log {
  /** The whole file. All offsets count from its beginning. */
  readonly text: string;
  /** From top to bottom. Every character of the text belongs to exactly one. */
  readonly sections: readonly LogSection[];
  readonly quarters: readonly LogQuarter[];
  readonly entries: readonly LogEntry[];
}

export type LogSection = LogText | LogQuarter | LogEntry;

/** A part of the file that begins with a heading, or stands before the first one. */
export interface SectionRange {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface SectionBase extends SectionRange {
  /** Offset just past its own last line: blank lines, breaks and link definitions before the next section stand behind. */
  readonly contentEnd: number;
  /** Level of its heading; 0 for what stands before any. */
  readonly level: number;
}

/** What is neither a quarter nor an entry: what stands before them, and other chapters. */
export interface LogText extends SectionBase {
  readonly kind: 'text';
  /** Its heading speaks of a quarter, but does not say which one of a calendar year. */
  readonly isUnreadableQuarter: boolean;
  /** Markdown of its heading, without its marks; null where it has none. */
  readonly heading: string | null;
  /** The year or month that a chapter is for. */
  readonly period: Period | null;
}

/** The figures of a quarter as the log words them; null where they do not stand. */
export type StatedFigures = Readonly<Record<QuarterFigureKey, Span | null>>;

export interface LogQuarter extends SectionBase, NamedQuarter, StatedFigures {
  readonly kind: 'quarter';
  /** Markdown of the heading, without its marks. */
  readonly heading: string;
  /** Where the block of a generated quarter begins, and the figures that it holds; null for a hand-written quarter. */
  readonly generated: GeneratedBlock | null;
  /** Offset of the first line that looks like an incident but is not read, such as a row of a table; null for none. */
  readonly unread: number | null;
}

/** The lines under the heading of a generated quarter, which an older version may have written with fewer figures. */
export interface GeneratedBlock {
  /** Offset of its first line. It ends where the content of the quarter does. */
  readonly start: number;
  readonly figures: readonly QuarterFigureKey[];
}

export interface LogEntry extends SectionBase {
  readonly kind: 'entry';
  /** Number of the incident issue that it is generated from; null for a hand-written entry. */
  readonly issue: number | null;
  /** The quarter that it stands under. */
  readonly quarter: Quarter | null;
  /** `YYYY-MM-DD`, from the heading; '' where that has none. */
  readonly date: string;
  /** Plain text. */
  readonly title: string;
  readonly events: readonly LogEvent[];
  /** As the log words them; null where they do not stand. */
  readonly timeToRepair: Span | null;
  readonly timeToResolve: Span | null;
  readonly context: Body | null;
  readonly reviewActions: Body | null;
  /** Number of the first line of a table, which is not read; null for none. */
  readonly table: number | null;
  /** Offset just past the last generated line; what a person has written behind is no part of the entry. */
  readonly generatedEnd: number;
  /** What a person has written between the parts of a generated entry. */
  readonly notes: string;
}

/** An event as the log states it: "Repaired", and "2024-10-15 11:29 (fix forward)". */
export interface LogEvent {
  readonly kind: EventKind;
  readonly name: string;
  readonly value: Span;
}

/** An entry that is generated from an incident issue. */
export type GeneratedEntry = LogEntry & { readonly issue: number };

/** The last entry of an incident whose issue can't be read any more. */
export interface FormerEntry {
  readonly issue: number;
  readonly firstDetected: Instant;
  /** As the entry states them. */
  readonly figures: Figures;
  /** Whether it says that the incident goes on. */
  readonly isOngoing: boolean;
  /** The entry's Markdown as it stands in the log. */
  readonly markdown: string;
}

/** A hand-written entry, with what is needed to place it and to count it in the figures of a quarter. */
export interface HandWrittenEntry {
  readonly entry: LogEntry;
  /** First detection, or noon of its day; null where neither can be read. */
  readonly instant: Instant | null;
  readonly figures: Figures;
}

export function isGeneratedEntry(entry: LogEntry): entry is GeneratedEntry {
  return entry.issue !== null;
}

/** Whether a log holds nothing but generated quarters and entries, and other text. */
export function isAllGenerated({ entries, quarters }: Log): boolean {
  return entries.every(isGeneratedEntry) && quarters.every(({ generated }) => generated !== null);
}
