import { isTemplateHeading } from '../../log/headings/entry-heading.ts';
import { readPeriodHeading, yearOf } from '../../log/headings/period.ts';
import { type Span, spanAt } from '../../log/read/span.ts';
import { type BlockLine, blockLines } from '../../markdown/blocks.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { contentOf, labelsIn, type Table, type TableRow, tablesIn } from './lines.ts';
import { readTimeAt } from './times.ts';
import { meaningOf } from './vocabulary.ts';

/** A part of a file that is about one incident. */
export interface Segment {
  /** Its heading, row or item; the first line of a file that is about one incident. */
  readonly span: Span;
  readonly title: string;
  readonly frontMatter: FrontMatter | null;
  /** Without its heading. */
  readonly lines: readonly BlockLine[];
  /** Of an incident that is a row of a table, the row and the head of the table. */
  /** The year of the chapter that it stands in; null without one. */
  readonly year: number | null;
  readonly row: { readonly head: TableRow; readonly cells: readonly Span[] } | null;
}

/** The incidents of a file, and the lines that belong to none of them, which may say in which zone its times are. */
export interface Segments {
  readonly incidents: readonly Segment[];
  readonly preamble: readonly BlockLine[];
}

interface Heading {
  readonly index: number;
  readonly level: number;
  readonly span: Span;
  readonly isCandidate: boolean;
  /** The year of the chapter that it stands in. */
  readonly year: number | null;
}

/** Headings that only a report on one incident has. */
const reportParts =
  /^(?:[\d.]+ )?(?:(?:incident |detailed )?timeline|root causes?(?: analysis)?|what went (?:well|wrong|badly|right)|lessons(?: learn(?:ed|t))?|action items|contributing factors|causes? of the problem|post-?mortem|five whys)\b|^(?:タイムライン|根本原因|再発防止)/i;
/** Headings that such a report has, and other pages, too. */
const commonParts =
  /^(?:[\d.]+ )?(?:what (?:happened|went|did)|impact|resolution|detection|summary)\b|^(?:影響|概要|サマリー|検知)/i;
const numbered = /^(?:incident|outage|post-?mortem|inc|pm|ir)[ #:-]*\d+(?!\d|[:.]\d{2})/i;

/** Finds what a reader counts as incidents. A heading inside an incident, such as a day of its timeline, is none. */
export function segmentsOf(source: string): Segments {
  const frontMatter = readFrontMatter(source);
  const lines = [...blockLines(source)].filter(
    (line) => (line.block.kind !== 'fence' || isFencedStep(line)) && line.start >= (frontMatter?.end ?? 0),
  );
  const headings = headingsIn(lines, source);
  if (isReport(frontMatter, headings)) {
    const title =
      headings.find(({ level }) => level === 1)?.span.text ?? frontMatter?.fields.get('title')?.text ?? '';
    return { incidents: [wholeFile(source, title, frontMatter, lines)], preamble: [] };
  }
  const level = Math.min(...headings.flatMap((heading) => (heading.isCandidate ? [heading.level] : [])));
  if (level < Infinity) return byHeadings(headings, level, lines);
  return byRows(lines) ?? byItems(lines) ?? { incidents: [], preamble: lines };
}

/** Some put a timeline into a fence. Times with seconds are the output of a program. */
function isFencedStep({ text }: BlockLine): boolean {
  return /^[ \t]*\[?\d{1,2}:\d{2}(?![\d:.])/.test(text);
}

/** The headings of a file but those that are folded away. */
function headingsIn(lines: readonly BlockLine[], source: string): Heading[] {
  let depth = 0;
  const found: Omit<Heading, 'isCandidate' | 'year'>[] = [];
  for (const [index, { text, line, block }] of lines.entries()) {
    if (/<\/?details/i.test(text)) {
      depth += (text.match(/<details\b/gi)?.length ?? 0) - (text.match(/<\/details\b/gi)?.length ?? 0);
      depth = Math.max(depth, 0);
    }
    if (block.kind !== 'heading' || depth > 0) continue;
    const start = source.indexOf(block.text, block.start);
    found.push({
      index,
      level: block.level,
      span: spanAt(block.text, Math.max(start, block.start), Math.min(line, block.line)),
    });
  }
  let chapter: { readonly level: number; readonly year: number } | null = null;
  return found.map((heading, index) => {
    const { text } = heading.span;
    if (chapter !== null && heading.level <= chapter.level) chapter = null;
    const period = readPeriodHeading(text, chapter?.year ?? null);
    if (period !== null) chapter = { level: heading.level, year: yearOf(period) };
    const year = chapter?.year ?? null;
    const below = lines.slice(heading.index + 1, found[index + 1]?.index).slice(0, 12);
    return { ...heading, year, isCandidate: period === null && isCandidate(text, below, year) };
  });
}

/** Whether a heading can be that of an incident: it names a day or a number, or a line right below it does. */
function isCandidate(heading: string, below: readonly BlockLine[], year: number | null): boolean {
  if (isTemplateHeading(heading) || isPart(heading) || heading.length > 300) return false;
  const time = timeIn(heading);
  // A heading with a time is a step of a timeline, unless it names the incident, too.
  if (time !== null && time.timeOfDay !== null && time.start < 4 && heading.slice(time.end).trim().length < 4)
    return false;
  if (/^(?:date|owner|authors?|status)\b/i.test(heading)) return false;
  if (time !== null && time.day?.year != null) return true;
  if (numbered.test(heading)) return true;
  // In a chapter of a year or a month, the day stands without its year in the first line.
  const first = below.find(({ block }) => block.kind !== 'blank');
  if (year !== null && first !== undefined && readTimeAt(contentOf(first).text, 0)?.day != null) return true;
  const labels = below.flatMap((line) => labelsIn(line));
  const isDated = labels.some(
    ({ meaning, value }) =>
      (meaning.kind === 'date' || (meaning.kind === 'event' && meaning.event === 'started')) &&
      readTimeAt(value.text, 0)?.day != null,
  );
  return isDated && labels.length > 1;
}

function isPart(heading: string): boolean {
  return reportParts.test(heading) || commonParts.test(heading);
}

/** The first time in a text that has a day; null without one. */
export function timeIn(text: string): ReturnType<typeof readTimeAt> {
  for (const { index } of text.slice(0, 300).matchAll(/(?<![\p{L}\d:.-])[\p{L}\d~]/gu)) {
    const time = readTimeAt(text, index);
    if (time?.day != null) return time;
  }
  return null;
}

/** Whether a file is a report on one incident. */
function isReport(frontMatter: FrontMatter | null, headings: readonly Heading[]): boolean {
  const isDated = ['date', 'started', 'start', 'start_date', 'incident_date'].some((key) => {
    const value = frontMatter?.fields.get(key);
    return value !== undefined && readTimeAt(value.text, 0)?.day != null;
  });
  const inner = headings.filter(({ level, isCandidate }) => isCandidate && level > 1);
  const own = headings.filter(({ span }) => isPart(span.text));
  const names = own.map(({ span }) => span.text.toLowerCase());
  const isSure = names.length > 1 || names.some((name) => reportParts.test(name));
  const isOnce = isSure && new Set(names).size === names.length;
  const partLevel = Math.min(...own.map(({ level }) => level));
  const isAbove = inner.some(({ level }) => level < partLevel);
  const isPage = isOnce && !isAbove && inner.filter(({ level }) => level === partLevel).length < 2;
  if (isDated) return inner.length < 2 || isPage;
  if (isPage) return true;
  const tops = headings.filter(({ level }) => level === 1);
  return inner.length === 0 && tops.length === 1 && tops[0]?.isCandidate === true;
}

function wholeFile(
  source: string,
  title: string,
  frontMatter: FrontMatter | null,
  lines: readonly BlockLine[],
): Segment {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const [first = ''] = /^[^\r\n]*/.exec(source.slice(start)) ?? [];
  return { span: spanAt(first, start, 1), title, frontMatter, lines, year: null, row: null };
}

function byHeadings(headings: readonly Heading[], level: number, lines: readonly BlockLine[]): Segments {
  const tops = headings.filter((heading) => heading.level <= level);
  const incidents = tops.flatMap((heading, place): Segment[] => {
    if (heading.level !== level || !heading.isCandidate) return [];
    return [
      {
        span: heading.span,
        title: heading.span.text,
        frontMatter: null,
        lines: lines.slice(heading.index + 1, tops[place + 1]?.index),
        year: heading.year,
        row: null,
      },
    ];
  });
  const first = tops.find((heading) => heading.level === level && heading.isCandidate);
  return { incidents, preamble: lines.slice(0, first?.index ?? 0) };
}

/** The rows of tables that have a column for the day and one for something else that is known; null without any. */
function byRows(lines: readonly BlockLine[]): Segments | null {
  const logs = tablesIn(lines).filter(isLogTable);
  const incidents = logs.flatMap(({ head, rows }) =>
    rows.flatMap((row): Segment[] => {
      const hasDay = row.cells.some((cell) => timeIn(cell.text) !== null);
      if (!hasDay) return [];
      const column = head.cells.findIndex(({ text }) => meaningOf(text)?.kind === 'title');
      return [
        {
          span: contentOf(row.line),
          title: row.cells[column]?.text ?? '',
          frontMatter: null,
          lines: [],
          year: null,
          row: { head, cells: row.cells },
        },
      ];
    }),
  );
  return incidents.length === 0
    ? null
    : { incidents, preamble: lines.filter(({ block }) => block.kind !== 'table') };
}

function isLogTable({ head, rows }: Table): boolean {
  const meanings = head.cells.flatMap(({ text }) => meaningOf(text) ?? []);
  const isDated = meanings.some(
    (meaning) => meaning.kind === 'date' || (meaning.kind === 'event' && meaning.event === 'started'),
  );
  // A table of days and words may be about anything.
  const known = meanings.filter(({ kind }) => kind !== 'title');
  return isDated && rows.length > 0 && known.length > 1;
}

/** List items at the margin that begin with a day; null for fewer than two. */
function byItems(lines: readonly BlockLine[]): Segments | null {
  const items = lines.flatMap((line, index) => {
    if (!/^[-*+] /.test(line.text)) return [];
    const content = contentOf(line);
    return readTimeAt(content.text.replace(/^[*_]+/, ''), 0)?.day?.year == null
      ? []
      : [{ line, index, content }];
  });
  if (items.length < 2) return null;
  const incidents = items.map(({ index, content }, place): Segment => {
    const end =
      items[place + 1]?.index ?? lines.findIndex(({ block }, at) => at > index && block.kind === 'heading');
    return {
      span: content,
      title: content.text,
      frontMatter: null,
      lines: lines.slice(index + 1, end < 0 ? undefined : end),
      year: null,
      row: null,
    };
  });
  return { incidents, preamble: lines.slice(0, items[0]?.index) };
}
