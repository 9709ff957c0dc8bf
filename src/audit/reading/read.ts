import { formatWallClock, hour } from '../../incident/wall-clock.ts';
import { type Span, spanAt } from '../../log/read/span.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import { leadingLength, lengthsIn, type StatedLength } from './lengths.ts';
import {
  contentOf,
  type LabelledValue,
  labelsIn,
  labelsInRow,
  labelsInTable,
  tablesIn,
  unmarked,
} from './lines.ts';
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
  rangeIn,
  readRangeAt,
  readTimeAt,
  statedZone,
  type WallTime,
} from './times.ts';
import {
  cueOf,
  eventOfTime,
  isLengthInTitle,
  isLengthOfIncident,
  meaningOf,
  measureOfPeriod,
} from './vocabulary.ts';

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
  readonly group: number;
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
      isHalfDay: found.isHalfDay,
      precision: found.timeOfDay === null ? 'day' : found.isAbout ? 'about' : 'minute',
    };
  };
  const starts = stated.filter(({ kind, found }) => kind === 'started' && found.timeOfDay !== null);
  const events = stated.map(({ kind, found, zone: own, span, source, group }): ReportedEvent => {
    const first = (starts.find((start) => start.group === group) ?? starts[0])?.found;
    const base = first?.day == null ? date : withYear(first.day, date);
    const time = wallTime(found, own, dayAfter(found, first, base));
    return { kind, span, time, source, group, instant: instantOfTime(time, timezone) };
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
    figures: [...labels.flatMap((label) => figuresOf(label, ranged)), ...figuresInProse(segment, ranged)],
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

function labelsOf({ lines, row, frontMatter }: Segment): LabelledValue[] {
  if (row !== null) return labelsInRow(row.head, row.cells);
  const found = tablesIn(lines).flatMap(labelsInTable);
  let group: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.block.kind === 'blank' || line.block.kind === 'heading') group = null;
    if (line.block.kind === 'table') continue;
    group ??= line.line;
    found.push(...labelsIn(line, group), ...labelAbove(line, lines[index + 1], lines[index + 2]));
  }
  return [...frontMatterLabels(frontMatter), ...found].toSorted(
    (one, other) => one.value.start - other.value.start,
  );
}

/** A heading that is a label, with the line below as its value. */
function labelAbove(heading: BlockLine, ...below: readonly (BlockLine | undefined)[]): LabelledValue[] {
  if (heading.block.kind !== 'heading') return [];
  const label = heading.block.text.replace(/:$/, '');
  const meaning = meaningOf(label);
  const line = below.find((each) => each !== undefined && each.block.kind !== 'blank');
  if (meaning === null || meaning.kind === 'title' || line?.block.kind !== 'paragraph') return [];
  return [{ label, meaning, value: unmarked(contentOf(line)), source: 'label', group: heading.line }];
}

/** Figures in a front matter: `duration: 45m`, `duration_minutes: 45`. */
function frontMatterLabels(frontMatter: Segment['frontMatter']): LabelledValue[] {
  return [...(frontMatter?.fields ?? [])].flatMap(([key, value]): LabelledValue[] => {
    const [, name = '', unit] = /^(.*?)(?:_(minutes|mins|hours|seconds))?$/.exec(key) ?? [];
    const meaning = meaningOf(name.replace(/_/g, ' '));
    if (meaning === null || (meaning.kind !== 'figure' && meaning.kind !== 'severity')) return [];
    const label = unit === undefined ? name : `${name} (${unit})`;
    return [{ label, meaning, value, source: 'front matter', group: 1 }];
  });
}

/** A value that begins with a time is that of the event; anything else behind the label is prose. */
function eventOf({ label, meaning, value, source, group }: LabelledValue): Stated[] {
  const zone = statedZone(label) ?? /\b(?:UTC|GMT)\b/.exec(label)?.[0] ?? null;
  const at = { zone, span: value, source, group };
  if (source === 'front matter') return [];
  if (
    meaning.kind === 'period' ||
    meaning.kind === 'date' ||
    (meaning.kind === 'figure' && meaning.measures.to.length > 1)
  ) {
    const range = readRangeAt(value.text, 0);
    return range === null ? [] : rangeOf(range, at);
  }
  const event = meaning.kind === 'event' ? meaning.event : eventOfTime(label);
  if (event === null) return [];
  const { text } = unmarked(value);
  const found = readTimeAt(text, 0);
  // “Resolution time: 11:30” may be a duration, too.
  const isPlain = found !== null && found.day === null && found.zone === null && !found.isHalfDay;
  if (meaning.kind !== 'event' && isPlain) return [];
  return found === null || readRangeAt(text, 0) !== null ? [] : [{ ...at, kind: event, found }];
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
  const own = row === null ? [span] : row.cells;
  const within = own.flatMap((text): Stated[] => {
    const range = rangeIn(text.text);
    return range === null
      ? []
      : rangeOf(range, { zone: null, span: text, source: 'range', group: text.line });
  });
  const line = lines.find(({ block }) => block.kind !== 'blank');
  if (within.length > 0 || line === undefined || line.block.kind !== 'paragraph') return within;
  const first = rangeAtStart(line);
  if (first === null) return [];
  const at = spanAt(line.text, line.start, line.line);
  return rangeOf(first, { zone: null, span: at, source: 'range', group: line.line });
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
      return [{ kind, found, zone: null, span, source: 'front matter', group: 1 }];
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
  { label, meaning, value, group }: LabelledValue,
  ranged: (from: FoundTime, to: FoundTime) => ReportedFigure['own'],
): ReportedFigure[] {
  const measures: Measure | null =
    meaning.kind === 'figure' ? meaning.measures : meaning.kind === 'period' ? measureOfPeriod : null;
  if (measures === null) return [];
  const { text } = value;
  const [, unit] = /[([](minutes|mins?|hours|hrs?|seconds|secs?|days)[)\]]/i.exec(label) ?? [];
  if (unit !== undefined && /^\d+(?:[.,]\d+)?$/.test(text)) {
    const length = leadingLength(`${text} ${unit}`);
    return length === null
      ? []
      : [{ label, span: value, length, measures, group, hasRemark: false, own: null }];
  }
  // “10:05 – 11:20” is no duration of ten hours.
  const leading = readRangeAt(text, 0) === null ? leadingLength(text) : null;
  const from = leading?.end ?? 0;
  const all = [
    ...(leading === null ? [] : [leading]),
    ...lengthsIn(text.slice(from), 'words').map((each) => moved(each, from)),
  ];
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
        group,
        hasRemark: hasWords(behind),
        own: range === null ? null : ranged(range.from, range.to),
      },
    ];
  });
}

/** Durations in sentences that say how long the incident lasted, and those in its title. */
function figuresInProse(
  { span, title, lines, row }: Segment,
  ranged: (from: FoundTime, to: FoundTime) => ReportedFigure['own'],
): ReportedFigure[] {
  if (row !== null) return [];
  const paragraphs = lines.filter(({ block, text }) => block.kind === 'paragraph' && text.length < 4000);
  return [
    ...(span.text.includes(title) ? [{ ...span, isTitle: true }] : []),
    ...paragraphs.map((line) => ({ ...line, isTitle: false })),
  ].flatMap(({ text, start, line, isTitle }) =>
    lengthsIn(text, 'words').flatMap((length): ReportedFigure[] => {
      const [before, behind] = [text.slice(0, length.start), text.slice(length.end)];
      const range = isTitle ? rangeIn(before) : null;
      const isBeside = range !== null && /^[\s,;:(（|–—-]*$/.test(before.slice(range.to.end));
      const isLength = isTitle ? isLengthInTitle(before, behind) : isLengthOfIncident(before);
      if (!isLength && !isBeside) return [];
      return [
        {
          label: isTitle ? 'The length in the title' : 'The length in this sentence',
          span: spanAt(text.slice(length.start, length.end), start + length.start, line),
          length,
          measures: measureOfPeriod,
          group: line,
          hasRemark: !isBeside,
          own: isBeside ? ranged(range.from, range.to) : null,
        },
      ];
    }),
  );
}

function moved(length: StatedLength, by: number): StatedLength {
  return { ...length, start: length.start + by, end: length.end + by };
}

/** Whether words stand right behind a figure, and not in brackets or another sentence. */
function hasWords(behind: string): boolean {
  return /^[\s*_`]*[^\s*_`([（［.;|<)）\]]/u.test(behind);
}
