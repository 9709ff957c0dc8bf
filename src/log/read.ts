import { readLeadingTime } from '../incident/clock.ts';
import type { Figures, Instant } from '../incident/incident.ts';
import type { Quarter } from '../incident/quarter.ts';
import { type Heading, readHeadings } from '../markdown/headings.ts';
import { unescapeText } from '../markdown/plain.ts';
import { frontMatterEnd } from '../markdown/template.ts';

export interface Log {
  /** Offset of the first quarter's heading. What stands before is the team's own. */
  readonly firstQuarter: number | null;
  readonly quarters: readonly LogQuarter[];
  /** The entries that are generated from an incident issue, as the file has them. */
  readonly entries: readonly LogEntry[];
  /** What a person wrote where the log is written anew: it would be lost. */
  readonly handKept: readonly HandKept[];
}

/** A part of the file: the number of its first line, from 1, and its range of offsets. */
interface Section {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface LogQuarter extends Section {
  readonly quarter: Quarter;
  /** As the log words it; null where it does not stand. */
  readonly meanTimeToRepair: string | null;
  readonly meanTimeToResolve: string | null;
}

export interface LogEntry extends Section {
  /** Number of the incident issue. */
  readonly issue: number;
  readonly quarter: Quarter;
  /** `YYYY-MM-DD`, from the heading. */
  readonly date: string;
  /** Plain text. */
  readonly title: string;
  readonly events: readonly LogEvent[];
  /** As the log words it; null where it does not stand. */
  readonly timeToRepair: string | null;
  readonly timeToResolve: string | null;
}

/** A key event: "Repaired", and "2024-10-15 11:29 (fix forward)" as the log words it. */
export interface LogEvent {
  readonly name: string;
  readonly text: string;
}

export interface HandKept {
  readonly line: number;
  /** The heading, or the words that a part without one begins with. */
  readonly heading: string;
}

/** The last entry of an incident whose issue cannot be read any more. */
export interface KeptEntry {
  readonly issue: number;
  readonly firstDetected: Instant;
  /** As the entry states them. */
  readonly figures: Figures;
  /** The entry's Markdown as it stands in the log. */
  readonly source: string;
}

/** A quarter's heading as people write it: "Q1 2021 (January - March)". Whatever else stands in it is theirs. */
const quarterPattern = /^Q([1-4]) (\d{4})\b(.*)$/i;
const monthsPattern = /^(?: ?\(? ?[a-z]+ ?(?:to|-|–|—) ?[a-z]+ ?\)?)?$/i;

/** What stands under a quarter's heading, in words that are ours. */
const quarterLine =
  /^- \*\*(?:Incidents\*\*: \d+|Mean Time to (?:Repair|Resolve)\*\*: (?:\d+h \d+m(?: \(from \d+ of \d+ incidents\))?|not recorded|No incidents))$/i;

/** A heading's day, in the ways that logs have it. */
const datePattern =
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? \d{4}\b|\b[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b/i;

/**
 * Reads a log by the line format that `writeLog` has; never throws. An entry is generated when its own "Incident issue" line
 * links to an issue of the repository at `repositoryUrl` (`https://github.com/owner/name`, in any case). Everything else from
 * the first quarter on that `writeLog` would not write again, and everything before that looks like an entry, is hand-kept.
 * Linear in the length of the source.
 */
export function readLog(source: string, repositoryUrl: string): Log {
  const headings = readDocumentHeadings(source).filter(({ inside }) => inside === null);
  const quarters: LogQuarter[] = [];
  const entries: LogEntry[] = [];
  const handKept: HandKept[] = [];
  let quarter: Quarter | null = null;
  for (const [index, heading] of headings.entries()) {
    const section = readSection(source, heading, headings[index + 1]);
    const { line, start, end, lines } = section;
    const found = heading.level === 2 ? readQuarter(heading.text) : null;
    if (found !== null) {
      quarter = found.quarter;
      quarters.push({
        line,
        start,
        end,
        quarter,
        meanTimeToRepair: readValue(lines, 'Mean Time to Repair'),
        meanTimeToResolve: readValue(lines, 'Mean Time to Resolve'),
      });
      if (found.remark === 'some') handKept.push({ line, heading: heading.text });
      handKept.push(...proseIn(section, (each) => quarterLine.test(each)));
    } else if (quarter === null) {
      if (datePattern.test(heading.text)) handKept.push({ line, heading: heading.text });
    } else {
      const issue = heading.level === 3 ? readIssue(lines, repositoryUrl) : null;
      if (issue === null) {
        handKept.push({ line, heading: heading.text });
      } else {
        entries.push({ line, start, end, issue, quarter, ...readEntry(heading.text, lines) });
        handKept.push(...proseIn(section, (each) => each.startsWith('- **')));
      }
    }
  }
  const firstQuarter = quarters[0]?.start ?? null;
  const unclosed = firstQuarter === null ? unclosedBlock(source) : [];
  return { firstQuarter, quarters, entries, handKept: [...unclosed, ...handKept] };
}

/**
 * An entry as `writeLog` can write it again; null when it says on no day. Its figures are those that it states, so that the
 * means agree with what is there to read, whatever the time zone and the clock have become since it was written.
 *
 * @param source the log that the entry was read from
 */
export function keepEntry(entry: LogEntry, source: string, timezone: string): KeptEntry | null {
  const stated = entry.events.find(({ name }) => name === 'First detected')?.text ?? '';
  // A time that is skipped or repeated in this zone still has its day.
  const firstDetected = (readLeadingTime(stated, timezone) ?? readLeadingTime(`${entry.date} 12:00`, 'UTC'))
    ?.instant;
  if (firstDetected === undefined) return null;
  return {
    issue: entry.issue,
    firstDetected,
    figures: { timeToRepair: readFigure(entry.timeToRepair), timeToResolve: readFigure(entry.timeToResolve) },
    source: source.slice(entry.start, entry.end),
  };
}

/** Minutes of a duration as the log words it; null for `ongoing` and `not recorded`. */
function readFigure(text: string | null): number | null {
  const [, hours, minutes] = /^(\d{1,9})h (\d{1,2})m$/.exec(text ?? '') ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

interface ReadSection extends Section {
  /** The lines under the heading, without their ends. */
  readonly lines: readonly string[];
  /** Number of the first of them. */
  readonly firstLine: number;
}

/** Headings behind the front matter, with lines and offsets of the whole source. */
function readDocumentHeadings(source: string): Heading[] {
  const start = frontMatterEnd(source) || (source.startsWith('\uFEFF') ? 1 : 0);
  const lines = source.slice(0, start).split('\n').length - 1;
  return readHeadings(source.slice(start)).map((heading) => ({
    ...heading,
    start: heading.start + start,
    end: heading.end + start,
    line: heading.line + lines,
    inside: heading.inside && { ...heading.inside, line: heading.inside.line + lines },
  }));
}

function readSection(source: string, heading: Heading, next: Heading | undefined): ReadSection {
  const end = next?.start ?? source.length;
  const headingLines = source.slice(heading.start, heading.end).trimEnd().split('\n').length;
  return {
    line: heading.line,
    start: heading.start,
    end,
    lines: source
      .slice(heading.end, end)
      .split('\n')
      .map((line) => line.trimEnd()),
    firstLine: heading.line + headingLines,
  };
}

function readQuarter(
  heading: string,
): { readonly quarter: Quarter; readonly remark: 'none' | 'some' } | null {
  const match = quarterPattern.exec(heading);
  const [digit, year, rest] = match?.slice(1) ?? [];
  const number = quarterNumbers.find((each) => String(each) === digit);
  if (number === undefined) return null;
  return {
    quarter: { year: Number(year), number },
    remark: monthsPattern.test(rest ?? '') ? 'none' : 'some',
  };
}

const quarterNumbers = [1, 2, 3, 4] as const;

/** What stands behind a label in bold, on the first line at the margin that has it. */
function readValue(lines: readonly string[], label: string): string | null {
  const lead = `- **${label}**:`;
  const line = lines.find((each) => each.slice(0, lead.length).toLowerCase() === lead.toLowerCase());
  return line?.slice(lead.length).trim() ?? null;
}

function readIssue(lines: readonly string[], repositoryUrl: string): number | null {
  const url = /^\[[^\]]*\]\(([^\s)]+)\)/.exec(readValue(lines, 'Incident issue') ?? '')?.[1]?.toLowerCase();
  const issues = `${repositoryUrl.toLowerCase()}/issues/`;
  const number = url?.startsWith(issues) ? url.slice(issues.length) : '';
  return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
}

function readEntry(heading: string, lines: readonly string[]) {
  const [, date, title] = /^Incident on (\d{4}-\d{2}-\d{2})(?: - (.*))?$/.exec(heading) ?? [];
  return {
    date: date ?? /\d{4}-\d{2}-\d{2}/.exec(heading)?.[0] ?? '',
    title: unescapeText(date === undefined ? heading : (title ?? '')),
    events: readEvents(lines),
    timeToRepair: readValue(lines, 'Time to repair'),
    timeToResolve: readValue(lines, 'Time to resolve'),
  };
}

function readEvents(lines: readonly string[]): LogEvent[] {
  const events: LogEvent[] = [];
  for (const line of lines.slice(lines.indexOf('- **Key events**') + 1)) {
    const [, name, text] = /^ {2}- ([^:]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && text !== undefined) events.push({ name, text });
    else if (line !== '') break;
  }
  return events;
}

/** The first line at the margin that is not ours: what is indented belongs to the line above it. */
function proseIn(section: ReadSection, isOurs: (line: string) => boolean): HandKept[] {
  const index = section.lines.findIndex((line) => /^\S/.test(line) && !isOurs(line));
  const words = section.lines[index];
  return words === undefined ? [] : [{ line: section.firstLine + index, heading: words }];
}

/** A fence or HTML block that the team's own text leaves open: it would swallow the quarters that are to follow. */
function unclosedBlock(source: string): HandKept[] {
  const inside = readDocumentHeadings(`${source}\n\n# End`).at(-1)?.inside;
  if (!inside) return [];
  const block = inside.kind === 'fence' ? 'a code fence' : 'an HTML block';
  return [{ line: inside.line, heading: `${block} that is never closed` }];
}
