import { readLeadingTime } from '../../incident/clock.ts';
import type { Figures, Instant } from '../../incident/incident.ts';
import type { Quarter } from '../../incident/quarter.ts';
import { blockLines } from '../../markdown/blocks.ts';
import type { Body } from './body.ts';
import { readEntryHeading } from './entry-heading.ts';
import { contentEnd, splitOwn } from './extent.ts';
import { type OutlineSection, readOutline, type Section } from './outline.ts';
import { type LogEvent, type Parts, readParts } from './parts.ts';
import type { Period } from './period.ts';
import { isUnreadableQuarter, type NamedQuarter } from './quarter-heading.ts';
import { readQuarter } from './quarter-section.ts';
import type { Words } from './span.ts';
import { statedDuration } from './stated-duration.ts';

/** A log as it stands: sections in order, and among them its quarters and entries. */
export interface Log {
  /** Every character of the source belongs to exactly one. */
  readonly sections: readonly LogSection[];
  readonly quarters: readonly LogQuarter[];
  readonly entries: readonly LogEntry[];
}

export type LogSection = LogText | LogQuarter | LogEntry;

export interface Placed extends Section {
  /** Offset just past its own last line: what separates it from the next section, link definitions too, stands behind. */
  readonly contentEnd: number;
  /** Level of its heading; 0 for what stands before any. */
  readonly level: number;
}

/** What is neither a quarter nor an entry: what stands before them, and other chapters. */
export interface LogText extends Placed {
  readonly kind: 'text';
  /** Its heading speaks of a quarter that cannot be told. */
  readonly isUnreadableQuarter: boolean;
  /** Markdown of its heading, without its marks; null where it has none. */
  readonly heading: string | null;
  /** The year or month that a chapter is for. */
  readonly period: Period | null;
}

export interface LogQuarter extends Placed, NamedQuarter {
  readonly kind: 'quarter';
  /** Markdown of the heading, without its marks. */
  readonly heading: string;
  /** As the log words them; null where they do not stand. */
  readonly incidents: Words | null;
  readonly meanTimeToRepair: Words | null;
  readonly meanTimeToResolve: Words | null;
  /** Offset of the first line that looks like an incident in a way that is not read, a row of a table say; null for none. */
  readonly unread: number | null;
  /** `ours` when nothing stands here, up to the first entry, but our heading and figures that we can set. */
  readonly manner: 'ours' | 'theirs';
}

export interface LogEntry extends Placed {
  readonly kind: 'entry';
  /** Number of the incident issue that it is generated from; null for one that a person keeps. */
  readonly issue: number | null;
  /** The quarter that it stands under. */
  readonly quarter: Quarter | null;
  /** `YYYY-MM-DD`, from the heading; '' where that has none. */
  readonly date: string;
  /** Plain text. */
  readonly title: string;
  readonly events: readonly LogEvent[];
  /** As the log words them; null where they do not stand. */
  readonly timeToRepair: Words | null;
  readonly timeToResolve: Words | null;
  readonly context: Body | null;
  readonly reviewActions: Body | null;
  readonly table: number | null;
  /** Offset just past the last line that is generated; what a person has written behind is no part of the entry. */
  readonly ownEnd: number;
  /** What a person has written between the parts of a generated entry. */
  readonly foreign: string;
}

/** An entry that is generated from an incident issue. */
export type ManagedEntry = LogEntry & { readonly issue: number };

/** The last entry of an incident whose issue cannot be read any more. */
export interface KeptEntry {
  readonly issue: number;
  readonly firstDetected: Instant;
  /** As the entry states them. */
  readonly figures: Figures;
  /** The entry's Markdown as it stands in the log. */
  readonly source: string;
}

/**
 * Reads a log; never throws. An entry is generated when its own "Incident issue" line links to an issue of the repository at
 * `repositoryUrl` (`https://github.com/owner/name`, in any case); every other one is kept by hand, and read as people write
 * them. Linear in the length of the source.
 */
export function readLog(source: string, repositoryUrl: string): Log {
  let quarter: { readonly quarter: Quarter; readonly level: number } | null = null;
  const sections: LogSection[] = [];
  for (const section of readOutline(source)) {
    if (section.kind === 'quarter') {
      quarter = { quarter: section.named.quarter, level: section.heading.level };
      sections.push(readQuarter(section, place(section, source), source));
    } else if (section.kind === 'entry') {
      const { entry, parts } = readEntry(section, source, repositoryUrl, quarter?.quarter ?? null);
      sections.push(entry);
      if (quarter !== null && !isManaged(entry)) addMeans(sections, parts);
    } else {
      const level = section.heading?.level ?? 0;
      if (quarter !== null && level <= quarter.level) quarter = null;
      sections.push({
        ...place(section, source),
        kind: 'text',
        isUnreadableQuarter: section.heading !== null && isUnreadableQuarter(section.heading.text),
        heading: section.heading?.text ?? null,
        period: section.period,
      });
    }
  }
  const entries = sections.filter((section) => section.kind === 'entry');
  return { sections, quarters: sections.filter((section) => section.kind === 'quarter'), entries };
}

/** Means may stand behind the last entry of a quarter. */
function addMeans(sections: LogSection[], { meanTimeToRepair, meanTimeToResolve }: Parts): void {
  const index = sections.findLastIndex((section) => section.kind === 'quarter');
  const quarter = sections[index];
  if (quarter?.kind !== 'quarter' || (meanTimeToRepair === null && meanTimeToResolve === null)) return;
  sections[index] = {
    ...quarter,
    meanTimeToRepair: quarter.meanTimeToRepair ?? meanTimeToRepair,
    meanTimeToResolve: quarter.meanTimeToResolve ?? meanTimeToResolve,
  };
}

export function isManaged(entry: LogEntry): entry is ManagedEntry {
  return entry.issue !== null;
}

/** Whether nothing but what is generated stands in the quarters of a log. */
export function isAllGenerated({ entries, quarters }: Log): boolean {
  return entries.every(isManaged) && quarters.every(({ manner }) => manner === 'ours');
}

/**
 * A generated entry as it can be written again; null when it says on no day. Its figures are those that it states, so that the
 * means agree with what is there to read, whatever the time zone and the clock have become since it was written.
 *
 * @param source the log that the entry was read from
 */
export function keepEntry(entry: ManagedEntry, source: string, timezone: string): KeptEntry | null {
  const stated = entry.events.find(({ kind }) => kind === 'first-detected')?.words.text ?? '';
  // A time that is skipped or repeated in this zone still has its day.
  const firstDetected = (readLeadingTime(stated, timezone) ?? readLeadingTime(`${entry.date} 12:00`, 'UTC'))
    ?.instant;
  if (firstDetected === undefined) return null;
  return {
    issue: entry.issue,
    firstDetected,
    figures: statedFigures(entry),
    source: ownMarkdown(entry, source),
  };
}

/** The figures that an entry states, in minutes; null for what is no duration. */
export function statedFigures({ timeToRepair, timeToResolve }: LogEntry): Figures {
  return {
    timeToRepair: statedDuration(timeToRepair)?.minutes ?? null,
    timeToResolve: statedDuration(timeToResolve)?.minutes ?? null,
  };
}

/** An entry without what a person has written between and behind its parts. */
function ownMarkdown({ start, ownEnd, foreign, line }: LogEntry, source: string): string {
  return foreign === ''
    ? source.slice(start, ownEnd)
    : splitOwn(blockLines(source, { start, end: ownEnd, line })).own;
}

function readEntry(
  section: OutlineSection & { readonly kind: 'entry' },
  source: string,
  repositoryUrl: string,
  quarter: Quarter | null,
): { readonly entry: LogEntry; readonly parts: Parts } {
  const { heading, body } = section;
  const mayBeOurs = source.slice(body.start, body.end).includes('- **Incident issue**: ');
  const ours = mayBeOurs ? readParts(body.lines, 'ours') : null;
  const issue = ours && readIssue(ours.issue?.text ?? '', repositoryUrl);
  const parts: Parts = ours !== null && issue !== null ? ours : readParts(body.lines, 'theirs');
  const placed = place(section, source);
  const own = issue === null ? null : splitOwn(section.lines);
  const entry: LogEntry = {
    ...placed,
    ...readEntryHeading(heading.text, issue === null ? 'theirs' : 'ours'),
    kind: 'entry',
    issue,
    quarter,
    events: parts.events,
    timeToRepair: parts.timeToRepair,
    timeToResolve: parts.timeToResolve,
    context: parts.context,
    reviewActions: parts.reviewActions,
    table: parts.table,
    ownEnd: own === null ? placed.contentEnd : own.end,
    foreign: own?.foreign ?? '',
  };
  return { entry, parts };
}

function place(section: OutlineSection, source: string): Placed {
  const { line, start, end, heading, body } = section;
  const headingEnd = start + source.slice(start, heading?.end ?? end).trimEnd().length;
  // Front matter ends in what looks like a break.
  const placed = heading === null ? headingEnd : contentEnd(headingEnd, body.lines);
  return { line, start, end, level: heading?.level ?? 0, contentEnd: placed };
}

function readIssue(value: string, repositoryUrl: string): number | null {
  const url = /^\[[^\]]*\]\(([^\s)]+)\)/.exec(value)?.[1]?.toLowerCase();
  const issues = `${repositoryUrl.toLowerCase()}/issues/`;
  const number = url?.startsWith(issues) ? url.slice(issues.length) : '';
  return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
}
