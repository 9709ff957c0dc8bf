import { readLeadingTime } from '../../incident/clock.ts';
import type { Figures } from '../../incident/incident.ts';
import type { Quarter } from '../../incident/quarter.ts';
import { byFigure, type QuarterFigureKey, quarterFigures } from '../../incident/quarter-figures.ts';
import { blockLines } from '../../markdown/blocks.ts';
import { readEntryHeading } from '../headings/entry-heading.ts';
import { isUnreadableQuarter } from '../headings/quarter-heading.ts';
import { withoutZones } from '../zones/zones.ts';
import { contentEnd } from './content-end.ts';
import { splitGenerated } from './generated-entry.ts';
import {
  type FormerEntry,
  type GeneratedEntry,
  isGeneratedEntry,
  type Log,
  type LogEntry,
  type LogSection,
  type SectionBase,
} from './model.ts';
import { type OutlineSection, readOutline } from './outline.ts';
import { type Parts, readParts } from './parts.ts';
import { readQuarter } from './quarter-section.ts';
import { statedDuration } from './stated-duration.ts';

/**
 * Reads a log; never throws. An entry is generated when its own "Incident issue" line links to an issue of the repository at
 * `repositoryUrl` (`https://github.com/owner/name`, in any case); every other one is hand-written, and read as people write
 * them. Linear in the length of the text.
 */
export function readLog(text: string, repositoryUrl: string): Log {
  let quarter: { readonly quarter: Quarter; readonly level: number } | null = null;
  const sections: LogSection[] = [];
  const source = withoutZones(text);
  for (const section of readOutline(source)) {
    if (section.kind === 'quarter') {
      quarter = { quarter: section.named.quarter, level: section.heading.level };
      sections.push(readQuarter(section, place(section, source), source));
    } else if (section.kind === 'entry') {
      const { entry, parts } = readEntry(section, { text, source }, repositoryUrl, quarter?.quarter ?? null);
      sections.push(entry);
      if (quarter !== null && !isGeneratedEntry(entry)) addFiguresBehind(sections, parts);
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
  return { text, sections, quarters: sections.filter((section) => section.kind === 'quarter'), entries };
}

/** As `readLog`, but the log is not read before somebody asks for more than its text. */
export function readLogLater(text: string, repositoryUrl: string): Log {
  let log: Log | undefined;
  const read = (): Log => {
    log ??= readLog(text, repositoryUrl);
    return log;
  };
  return {
    text,
    get sections() {
      return read().sections;
    },
    get quarters() {
      return read().quarters;
    },
    get entries() {
      return read().entries;
    },
  };
}

/** People may write the figures of a quarter behind its last entry. */
function addFiguresBehind(sections: LogSection[], { figures }: Parts): void {
  const index = sections.findLastIndex((section) => section.kind === 'quarter');
  const quarter = sections[index];
  if (quarter?.kind !== 'quarter') return;
  const found = (key: QuarterFigureKey) => quarter[key] ?? figures[key];
  sections[index] = {
    ...quarter,
    // A count behind an entry is likely to be of something else.
    ...byFigure(quarterFigures, ({ key, of }) => (of === 'incidents' ? quarter[key] : found(key))),
  };
}

/**
 * A generated entry as it can be written again; null when it names no day. Its figures are those that it states, so that the
 * means agree with what is there to read, whatever the time zone and the clock have become since it was written.
 *
 * @param log that the entry was read from
 */
export function asFormerEntry(entry: GeneratedEntry, log: Log, timezone: string): FormerEntry | null {
  const stated = entry.events.find(({ kind }) => kind === 'first-detected')?.value.text ?? '';
  // A time that is skipped or repeated in this zone still has its day.
  const firstDetected = (readLeadingTime(stated, timezone) ?? readLeadingTime(`${entry.date} 12:00`, 'UTC'))
    ?.instant;
  if (firstDetected === undefined) return null;
  return {
    issue: entry.issue,
    firstDetected,
    figures: statedFigures(entry),
    isOngoing: isOngoing(entry),
    markdown: markdownOf(entry, log),
  };
}

/** Whether an entry says that its incident is not repaired yet. */
export function isOngoing({ timeToRepair }: Pick<LogEntry, 'timeToRepair'>): boolean {
  return /^ongoing\b/i.test(timeToRepair?.text ?? '');
}

/** The figures that an entry states, in minutes; null for what is no duration. */
export function statedFigures({ timeToRepair, timeToResolve }: LogEntry): Figures {
  return {
    timeToRepair: statedDuration(timeToRepair)?.minutes ?? null,
    timeToResolve: statedDuration(timeToResolve)?.minutes ?? null,
  };
}

/** An entry without what a person has written between and behind its parts. */
function markdownOf({ start, generatedEnd, notes, line }: LogEntry, { text }: Log): string {
  return notes === ''
    ? text.slice(start, generatedEnd)
    : splitGenerated(blockLines(withoutZones(text), { start, end: generatedEnd, line }), text).generated;
}

function readEntry(
  section: OutlineSection & { readonly kind: 'entry' },
  /** The file, and the file without its zones. */
  { text, source }: { readonly text: string; readonly source: string },
  repositoryUrl: string,
  quarter: Quarter | null,
): { readonly entry: LogEntry; readonly parts: Parts } {
  const { heading, body } = section;
  const mayBeGenerated = source.slice(body.start, body.end).includes('- **Incident issue**: ');
  const asGenerated = mayBeGenerated ? readParts(body.lines, 'generated') : null;
  const issue = asGenerated && readIssue(asGenerated.issue?.text ?? '', repositoryUrl);
  const parts: Parts =
    asGenerated !== null && issue !== null ? asGenerated : readParts(body.lines, 'hand-written');
  const base = place(section, source);
  const split = issue === null ? null : splitGenerated(section.lines, text);
  const entry: LogEntry = {
    ...base,
    ...readEntryHeading(heading.text, issue === null ? 'hand-written' : 'generated'),
    kind: 'entry',
    issue,
    quarter,
    events: parts.events,
    timeToRepair: parts.timeToRepair,
    timeToResolve: parts.timeToResolve,
    context: parts.context,
    reviewActions: parts.reviewActions,
    table: parts.table,
    generatedEnd: split === null ? base.contentEnd : split.end,
    notes: split?.notes ?? '',
  };
  return { entry, parts };
}

function place({ line, start, end, heading, body }: OutlineSection, source: string): SectionBase {
  const headingEnd = start + source.slice(start, heading?.end ?? end).trimEnd().length;
  // Front matter ends in what looks like a break.
  const contentEndOffset = heading === null ? headingEnd : contentEnd(headingEnd, body.lines);
  return { line, start, end, level: heading?.level ?? 0, contentEnd: contentEndOffset };
}

function readIssue(value: string, repositoryUrl: string): number | null {
  const url = /^\[[^\]]*\]\(([^\s)]+)\)/.exec(value)?.[1]?.toLowerCase();
  const issues = `${repositoryUrl.toLowerCase()}/issues/`;
  const number = url?.startsWith(issues) ? url.slice(issues.length) : '';
  return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
}
