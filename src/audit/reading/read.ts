import { formatWallClock, hour } from '../../incident/wall-clock.ts';
import { type Span, spanAt } from '../../log/read/span.ts';
import { leadingLength, lengthsIn, type StatedLength } from './lengths.ts';
import { type LabelledValue, labelsIn, labelsInTable, tablesIn, unmarked } from './lines.ts';
import type {
  Measure,
  Moment,
  ReportedEvent,
  ReportedFigure,
  ReportedIncident,
  Source,
  TimelineRow,
} from './model.ts';
import { type Segment, segmentsOf, timeIn } from './segments.ts';
import { nextDay, rangeAtStart, timelineIn, withYear } from './timeline.ts';
import {
  clockOf,
  type Day,
  type FoundTime,
  instantOfTime,
  midnightOf,
  readRangeAt,
  readTimeAt,
  statedZone,
  type WallTime,
} from './times.ts';
import { cueOf, meaningOf, measureOfPeriod } from './vocabulary.ts';

/**
 * Reads the incidents of a log that anybody keeps, in whatever form; never throws. Nothing is guessed: what can be read in two ways
 * is left out.
 *
 * @param timezone of times that name none, where the log does not say in which zone they are
 */
export function readIncidents(source: string, timezone: string): ReportedIncident[] {
  const { incidents, preamble } = segmentsOf(source);
  const zone = preamble.map(({ text }) => statedZone(text)).find((found) => found !== null) ?? null;
  return incidents.map((segment) => readIncident(segment, zone, timezone));
}

/** A time that is labelled as that of an event, before its day is known. */
interface Stated {
  readonly kind: Moment;
  readonly found: FoundTime;
  readonly zone: string | null;
  readonly span: Span;
  readonly source: Source;
}

function readIncident(segment: Segment, fileZone: string | null, timezone: string): ReportedIncident {
  const labels = labelsOf(segment);
  const zone = segment.lines.map(({ text }) => statedZone(text)).find((found) => found !== null) ?? fileZone;
  const stated = [...labels.flatMap(eventOf), ...frontMatterEvents(segment), ...openingRange(segment)];
  const date = dayOf(segment, labels, stated);
  const wallTime = (found: FoundTime, own: string | null, day: Day | null): WallTime => {
    const full = found.day === null ? day : withYear(found.day, day);
    return {
      wall: full?.year == null ? null : midnightOf({ ...full, year: full.year }) + (found.timeOfDay ?? 0),
      timeOfDay: found.timeOfDay,
      clock: clockOf(found.zone ?? own ?? zone) ?? 'local',
      precision: found.timeOfDay === null ? 'day' : found.isAbout ? 'about' : 'minute',
    };
  };
  const first = stated.find(({ kind, found }) => kind === 'started' && found.timeOfDay !== null)?.found;
  const events = stated.map(({ kind, found, zone: own, span, source }): ReportedEvent => {
    const base = first?.day == null ? date : withYear(first.day, date);
    const time = wallTime(found, own, dayAfter(found, first, base));
    return { kind, span, time, source, instant: instantOfTime(time, timezone) };
  });
  const timeline = (timelineIn(segment.lines, date) ?? []).map((step): TimelineRow => {
    const time = wallTime(step.found, step.zone, step.day);
    return { span: step.span, time, kind: cueOf(step.words), instant: instantOfTime(time, timezone) };
  });
  const ranged = (from: FoundTime, to: FoundTime): ReportedFigure['own'] => {
    const base = from.day === null ? date : withYear(from.day, date);
    return { from: wallTime(from, to.zone, base), to: wallTime(to, from.zone, dayAfter(to, from, base)) };
  };
  const earliest = [...events, ...timeline].find(({ time }) => time.wall !== null)?.time.wall ?? null;
  return {
    line: segment.span.line,
    span: segment.span,
    date:
      date?.year == null ? (earliest === null ? null : formatWallClock(earliest).slice(0, 10)) : isoOf(date),
    title: segment.title,
    severity: severityOf(segment, labels),
    events,
    timeline,
    figures: labels.flatMap((label) => figuresOf(label, ranged)),
  };
}

/** The day of a time without one: that of the first time, or the next where the clock falls back by more than half a day. */
function dayAfter(found: FoundTime, first: FoundTime | undefined, base: Day | null): Day | null {
  if (found.day !== null || first === undefined || first.timeOfDay === null || found.timeOfDay === null)
    return base;
  const back = first.timeOfDay - found.timeOfDay;
  if (back <= 0) return base;
  return back > 12 * hour ? nextDay(base) : null;
}

function labelsOf({ lines, row }: Segment): LabelledValue[] {
  if (row !== null) {
    return row.cells.flatMap((cell, index): LabelledValue[] => {
      const label = row.head.cells[index]?.text ?? '';
      const meaning = meaningOf(label);
      return meaning === null ? [] : [{ label, meaning, value: unmarked(cell), source: 'table' }];
    });
  }
  const inTables = tablesIn(lines).flatMap(labelsInTable);
  const inLines = lines.flatMap((line) => (line.block.kind === 'table' ? [] : labelsIn(line)));
  return [...inLines, ...inTables].toSorted((one, other) => one.value.start - other.value.start);
}

/** A value that begins with a time is that of the event; anything else behind the label is prose. */
function eventOf({ label, meaning, value, source }: LabelledValue): Stated[] {
  const zone = statedZone(label) ?? /\b(?:UTC|GMT)\b/.exec(label)?.[0] ?? null;
  const at = { zone, span: value, source };
  if (meaning.kind === 'period' || (meaning.kind === 'figure' && meaning.measures.to.length > 1)) {
    const range = readRangeAt(value.text, 0);
    return range === null ? [] : rangeOf(range, at);
  }
  if (meaning.kind !== 'event') return [];
  const { text } = unmarked(value);
  const found = readTimeAt(text, 0);
  return found === null || readRangeAt(text, 0) !== null ? [] : [{ ...at, kind: meaning.event, found }];
}

function rangeOf(
  { from, to }: { from: FoundTime; to: FoundTime },
  at: Omit<Stated, 'kind' | 'found'>,
): Stated[] {
  if (from.timeOfDay === null || to.timeOfDay === null) return [];
  return [
    { ...at, kind: 'started', found: { ...from, zone: from.zone ?? to.zone } },
    { ...at, kind: 'ended', found: { ...to, zone: to.zone ?? from.zone } },
  ];
}

/** The times that an incident's heading, row or first line begins with. */
function openingRange({ span, lines, row }: Segment): Stated[] {
  if (row !== null) return [];
  const day = timeIn(span.text);
  const range = day === null || day.timeOfDay === null ? null : readRangeAt(span.text, day.start);
  if (range !== null) return rangeOf(range, { zone: null, span, source: 'range' });
  const line = lines.find(({ block }) => block.kind !== 'blank');
  const first = line === undefined || line.block.kind !== 'paragraph' ? null : rangeAtStart(line);
  if (first === null || line === undefined) return [];
  return rangeOf(first, { zone: null, span: spanAt(line.text, line.start, line.line), source: 'range' });
}

const frontMatterNames: readonly (readonly [Moment, readonly string[]])[] = [
  ['started', ['started', 'start', 'started_at', 'start_time', 'startedat', 'starttime']],
  ['detected', ['detected', 'detected_at', 'detectedat']],
  ['mitigated', ['mitigated', 'mitigated_at', 'mitigatedat']],
  ['resolved', ['resolved', 'resolved_at', 'resolvedwhen', 'resolvedat', 'resolved_when']],
  ['ended', ['ended', 'end', 'ended_at', 'end_time', 'endedat', 'endtime']],
];

function frontMatterEvents({ frontMatter }: Segment): Stated[] {
  if (frontMatter === null) return [];
  // In a status page of cState, the date is the time at which the incident began.
  const isStatusPage =
    frontMatter.fields.has('resolvedwhen') || frontMatter.fields.get('section')?.text === 'issue';
  const names = isStatusPage ? [['started', ['date']] as const, ...frontMatterNames] : frontMatterNames;
  return names.flatMap(([kind, keys]) =>
    keys.flatMap((key): Stated[] => {
      const span = frontMatter.fields.get(key);
      const found = span === undefined ? null : readTimeAt(span.text, 0);
      if (span === undefined || found === null) return [];
      return [{ kind, found, zone: null, span, source: 'front matter' }];
    }),
  );
}

/** The day of an incident: that of a Date label, of its heading, of its front matter or of its first labelled event. */
function dayOf(
  { span, title, frontMatter, year, row }: Segment,
  labels: readonly LabelledValue[],
  stated: readonly Stated[],
): Day | null {
  const dated = labels.flatMap(({ meaning, value }) =>
    meaning.kind === 'date' ? (readTimeAt(unmarked(value).text, 0)?.day ?? []) : [],
  );
  const fields = ['date', 'incident_date', 'start_date'].flatMap((key) => {
    const value = frontMatter?.fields.get(key);
    return value === undefined ? [] : (readTimeAt(value.text, 0)?.day ?? []);
  });
  const heading = [title, ...(row === null ? [span.text] : row.cells.map(({ text }) => text))].flatMap(
    (text) => timeIn(text)?.day ?? [],
  );
  const days = [...dated, ...heading, ...fields, ...stated.flatMap(({ found }) => found.day ?? [])];
  const [first] = days;
  return (
    days.find((day) => day.year !== null) ??
    (first === undefined || year === null ? null : { ...first, year })
  );
}

function isoOf({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function severityOf({ frontMatter }: Segment, labels: readonly LabelledValue[]): string | null {
  const label = labels.find(({ meaning, value }) => meaning.kind === 'severity' && value.text !== '');
  return label?.value.text ?? frontMatter?.fields.get('severity')?.text ?? null;
}

/** The figures behind a label: one that the value begins with or that stands in parentheses, and each with times of its own. */
function figuresOf(
  { label, meaning, value }: LabelledValue,
  ranged: (from: FoundTime, to: FoundTime) => ReportedFigure['own'],
): ReportedFigure[] {
  const measures: Measure | null =
    meaning.kind === 'figure' ? meaning.measures : meaning.kind === 'period' ? measureOfPeriod : null;
  if (measures === null) return [];
  const { text } = value;
  const leading = leadingLength(text);
  const all =
    leading === null
      ? lengthsIn(text, 'words')
      : [leading, ...lengthsIn(text.slice(leading.end), 'words').map((each) => moved(each, leading.end))];
  return all.flatMap((length): ReportedFigure[] => {
    const behind = text.slice(length.end);
    const [open] = /^\s*[(（[]\s*/.exec(behind) ?? [];
    const range = open === undefined ? null : readRangeAt(behind, open.length);
    const isAside = /[(（]\s*$/.test(text.slice(0, length.start)) && readRangeAt(text, 0) !== null;
    if (length !== leading && range === null && !isAside) return [];
    return [
      {
        label,
        span: spanAt(text.slice(length.start, length.end), value.start + length.start, value.line),
        length,
        measures,
        hasRemark: hasWords(behind),
        own: range === null ? null : ranged(range.from, range.to),
      },
    ];
  });
}

function moved(length: StatedLength, by: number): StatedLength {
  return { ...length, start: length.start + by, end: length.end + by };
}

/** Whether words stand right behind a figure, and not in brackets or another sentence. */
function hasWords(behind: string): boolean {
  return /^[\s*_`]*[^\s*_`([（［.;|<)）\]]/u.test(behind);
}
