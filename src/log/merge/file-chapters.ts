import { type Period, quarterPeriod } from '../headings/period.ts';
import {
  type GeneratedEntry,
  isGeneratedEntry,
  type Log,
  type LogQuarter,
  type LogSection,
} from '../read/model.ts';

/** A chapter that stands in the file, without the chapters inside it: its heading, its own entries, and what else stands there. */
export interface FileChapter {
  readonly quarter: LogQuarter | null;
  /** The year, quarter or month that it is for; null for any other chapter. */
  readonly period: Period | null;
  /** Level of its heading; 0 for what stands before any. */
  readonly level: number;
  readonly sections: readonly LogSection[];
  readonly start: number;
  readonly contentEnd: number;
}

/** The chapters of a file, from top to bottom; the first is what stands before the others, which may be nothing. */
export function fileChapters({ sections }: Log): FileChapter[] {
  const chapters: LogSection[][] = [];
  let level = 0;
  for (const [index, section] of sections.entries()) {
    const isChapter = section.kind === 'quarter' || holdsEntries(section, sections[index + 1]);
    if (index === 0 && (isChapter || section.kind === 'entry')) chapters.push([nothing]);
    const isInside =
      chapters.length > 0 && (section.kind === 'entry' || (!isChapter && level > 0 && section.level > level));
    if (isInside) chapters.at(-1)?.push(section);
    else chapters.push([section]);
    if (isChapter) level = section.level;
    else if (!isInside) level = 0;
  }
  if (chapters.length === 0) chapters.push([nothing]);
  return chapters.map((members): FileChapter => {
    const [head = nothing] = members;
    return {
      quarter: head.kind === 'quarter' ? head : null,
      period:
        head.kind === 'quarter' ? quarterPeriod(head.quarter) : head.kind === 'text' ? head.period : null,
      level: head.level,
      sections: members,
      start: head.start,
      contentEnd: members.at(-1)?.contentEnd ?? 0,
    };
  });
}

/** Whether a chapter is for a year or a month, or has entries right under its heading. */
function holdsEntries(section: LogSection, next: LogSection | undefined): boolean {
  if (section.kind !== 'text' || section.heading === null) return false;
  return section.period !== null || (next?.kind === 'entry' && next.level > section.level);
}

/** What stands before a file that begins with a chapter or an entry. */
const nothing: LogSection = {
  kind: 'text',
  line: 1,
  start: 0,
  end: 0,
  contentEnd: 0,
  level: 0,
  heading: null,
  isUnreadableQuarter: false,
  period: null,
};

/** Whether nothing stands under a chapter's heading but generated entries. */
export function isNothingButGenerated({ sections, quarter }: FileChapter, source: string): boolean {
  const [head, ...others] = sections;
  if (head === undefined) return false;
  const isAlone = (section: LogSection, end: number) =>
    source.slice(end, section === sections.at(-1) ? section.contentEnd : section.end).trim() === '';
  const last = sections.at(-1) ?? head;
  // Link definitions at its end are a person's; those at the end of the file stay there.
  const isLast = source.slice(last.end).trim() === '';
  if (!isLast && source.slice(last.contentEnd, last.end).includes('[')) return false;
  const lines = source.slice(head.start, head.contentEnd).split('\n').length;
  return (
    (quarter !== null || lines === 1) &&
    isAlone(head, head.contentEnd) &&
    others.every(
      (section) =>
        section.kind === 'entry' &&
        isGeneratedEntry(section) &&
        section.notes === '' &&
        isAlone(section, section.generatedEnd),
    )
  );
}

/** The generated entries of a chapter. */
export function generatedIn({ sections }: FileChapter): GeneratedEntry[] {
  return sections.filter((section) => section.kind === 'entry').filter(isGeneratedEntry);
}
