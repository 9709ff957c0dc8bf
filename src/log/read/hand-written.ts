import { groupBy } from '../../group-by.ts';
import { formatDate, formProblem, readLeadingTime } from '../../incident/clock.ts';
import type { EventKind } from '../../incident/fields.ts';
import { measure } from '../../incident/figures.ts';
import type { Figures, Incident, Instant, RecordedTime } from '../../incident/incident.ts';
import { namesZone } from './labels.ts';
import { type HandWrittenEntry, isGeneratedEntry, type Log, type LogEntry, type LogEvent } from './model.ts';
import { statedFigures } from './read.ts';
import { remarkWith, statedDuration } from './stated-duration.ts';
import { readStatedTime, type StatedTime } from './stated-time.ts';

/** An event of an entry, and its time. */
export interface StatedEvent {
  readonly event: LogEvent;
  readonly time: StatedTime;
}

export type StatedEvents = ReadonlyMap<EventKind, StatedEvent>;

/**
 * The events of an entry, one of each kind: the one by its usual name, or else the first; of several first detections the
 * earliest. Where that leaves two times to choose from, there is a problem instead of a time.
 */
export function statedEvents({ events }: LogEntry, timezone: string): StatedEvents {
  const kinds = groupBy(events, ({ kind }) => kind);
  return new Map([...kinds].map(([kind, found]) => [kind, choose(kind, found, timezone)]));
}

const usualName = /^(?:first detected|repaired|resolved|(?:incident )?declared|impact started)$/i;

function choose(kind: EventKind, found: readonly LogEvent[], timezone: string): StatedEvent {
  const usual = found.filter(({ name }) => usualName.test(name));
  const stated = (usual.length > 0 ? usual : found).map((event) => ({
    event,
    time: timeOf(event, timezone),
  }));
  const known = stated.filter(({ time }) => time.kind !== 'unknown');
  const instants = new Set(
    known.map(({ event, time }) => (time.kind === 'time' ? time.instant : event.value.text)),
  );
  const [first] = known.length > 0 ? known : stated;
  if (first === undefined) throw new Error('An event of no kind');
  if (instants.size < 2) return first;
  if (kind === 'first-detected' && usual.length === 0) {
    const readable = known.filter(({ time }) => time.kind === 'time');
    const earliest = readable.sort((one, other) => instantIn(one) - instantIn(other))[0];
    return readable.length === known.length && earliest !== undefined ? earliest : first;
  }
  const names = [...new Set(known.map(({ event }) => event.name))].join(' and ');
  const message = `${names} ${known.length === 2 ? 'give two' : `give ${known.length}`} times for one event: keep the one that is right.`;
  return { event: first.event, time: { kind: 'problem', rule: 'timestamp-ambiguous', message } };
}

/** The time of one event. */
export function timeOf({ name, value }: LogEvent, timezone: string): StatedTime {
  return namesZone(name)
    ? formProblem(value.text, 'stands behind a name with a time zone')
    : readStatedTime(value.text, timezone);
}

function instantIn({ time }: StatedEvent): Instant {
  return time.kind === 'time' ? time.instant : Infinity;
}

/** The instant of an event; null where it cannot be told. */
export function instantOf(events: StatedEvents, kind: EventKind): Instant | null {
  const time = events.get(kind)?.time;
  return time?.kind === 'time' ? time.instant : null;
}

/**
 * The figures that follow from the times of an entry, in elapsed minutes from first detection; null where one of the two times
 * is missing, cannot be read, is after `now`, or stands before first detection.
 */
export function computedFigures(events: StatedEvents, now: Instant): Figures {
  const recorded = (kind: EventKind): RecordedTime | null => {
    const instant = instantOf(events, kind);
    return instant === null ? null : { instant, note: null };
  };
  const firstDetected = recorded('first-detected');
  if (firstDetected === null) return { timeToRepair: null, timeToResolve: null };
  return measure({ firstDetected, repaired: recorded('repaired'), resolved: recorded('resolved') }, now)
    .figures;
}

/** As `computedFigures`, in seconds. */
export function exactFigures(events: StatedEvents, { timeToRepair, timeToResolve }: Figures): Figures {
  const passed = (kind: EventKind) =>
    ((instantOf(events, kind) ?? 0) - (instantOf(events, 'first-detected') ?? 0)) / 1000;
  return {
    timeToRepair: timeToRepair === null ? null : passed('repaired'),
    timeToResolve: timeToResolve === null ? null : passed('resolved'),
  };
}

/** When an entry's incident was first detected, or noon of the day in its heading; null where neither can be told. */
export function placeInTime(entry: LogEntry, events: StatedEvents, timezone: string): Instant | null {
  return (
    instantOf(events, 'first-detected') ?? readLeadingTime(`${entry.date} 12:00`, timezone)?.instant ?? null
  );
}

/**
 * The hand-written entries of a log, with the figures that they state or, for `fix`, those that follow from their times, as
 * minutes and parts of them. A figure with a remark is not fixed, and counts as it is stated.
 */
export function handWrittenEntries(
  { entries, text }: Log,
  {
    handKept,
    timezone,
    now,
  }: { readonly handKept: 'keep' | 'fix'; readonly timezone: string; readonly now: Instant },
): HandWrittenEntry[] {
  return entries
    .filter((entry) => !isGeneratedEntry(entry))
    .map((entry) => {
      const events = statedEvents(entry, timezone);
      const figures = handKept === 'fix' ? fixedFigures(entry, events, text, now) : statedFigures(entry);
      return { entry, instant: placeInTime(entry, events, timezone), figures };
    });
}

function fixedFigures(entry: LogEntry, events: StatedEvents, source: string, now: Instant): Figures {
  const exact = exactFigures(events, computedFigures(events, now));
  const figure = (name: keyof Figures) => {
    const stated = statedDuration(entry[name]);
    if (stated !== null && remarkWith(stated, source) !== '') return stated.minutes;
    const seconds = exact[name];
    return seconds === null ? null : seconds / 60;
  };
  return { timeToRepair: figure('timeToRepair'), timeToResolve: figure('timeToResolve') };
}

/**
 * Finds the hand-written entry of an incident, by its day and its title, and gives the number of its line; null where there is
 * none. Case, punctuation and spaces make no difference.
 */
export function handWrittenDuplicates(
  { entries }: Log,
  timezone: string,
): (incident: Pick<Incident, 'title' | 'firstDetected'>) => number | null {
  const lines = new Map<string, number>();
  for (const entry of entries) {
    if (isGeneratedEntry(entry)) continue;
    const first = instantOf(statedEvents(entry, timezone), 'first-detected');
    const days = [entry.date, ...(first === null ? [] : [formatDate(first, timezone)])];
    for (const day of days)
      if (lettersOf(entry.title) !== '') lines.set(`${day} ${lettersOf(entry.title)}`, entry.line);
  }
  return ({ title, firstDetected }) =>
    lines.get(`${formatDate(firstDetected.instant, timezone)} ${lettersOf(title)}`) ?? null;
}

function lettersOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
