import { formatDuration } from '../incident/clock.ts';
import type { Figures, Instant } from '../incident/incident.ts';
import { type Quarter, quarterOf } from '../incident/quarter.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import {
  computedFigures,
  exactFigures,
  placeInTime,
  type StatedEvents,
  statedEvents,
} from '../log/read/hand-written.ts';
import type { Body, Log, LogEntry } from '../log/read/model.ts';
import { unclosedBlock } from '../log/read/outline.ts';
import { type ListedReviewAction, readReviewList } from '../log/read/review-list.ts';
import { type StatedDuration, statedDuration } from '../log/read/stated-duration.ts';
import { readStatedTime } from '../log/read/stated-time.ts';
import { applyEdits } from '../markdown/edits.ts';
import { linesOf } from '../markdown/line.ts';
import { auditEntry } from './rules/entry.ts';
import { type Finding, type Report, reporter } from './rules/finding.ts';
import { auditMeans } from './rules/means.ts';
import { auditQuarters } from './rules/quarters.ts';

export interface AuditSettings {
  /** IANA name. */
  readonly timezone: string;
  readonly now: Instant;
  /** As `readLog` takes it; '' where it is not known. */
  readonly repositoryUrl: string;
  /** With `omit` no quarter without incidents is missing. */
  readonly emptyQuarters?: EmptyQuarters;
}

export interface Audit {
  readonly log: Log;
  readonly incidents: readonly AuditedIncident[];
  /** In the order of the file. */
  readonly findings: readonly Finding[];
}

/** An entry, with what it says and what follows from that. */
export interface AuditedIncident {
  readonly entry: LogEntry;
  readonly events: StatedEvents;
  readonly stated: {
    readonly timeToRepair: StatedDuration | null;
    readonly timeToResolve: StatedDuration | null;
  };
  /** Whole minutes. */
  readonly computed: Figures;
  /** Seconds. */
  readonly exact: Figures;
  /** First detection, or noon of the day in the heading; null where neither can be told. */
  readonly instant: Instant | null;
  /** The quarter that it belongs to; where its day cannot be told, the one it stands under. */
  readonly quarter: Quarter | null;
  readonly context: readonly ContextEntry[];
  readonly reviewActions: readonly ListedReviewAction[];
}

/** A line of the context that begins with a time; null where that cannot be told. */
export interface ContextEntry {
  readonly instant: Instant | null;
  readonly start: number;
  readonly end: number;
}

/** Checks what a log states against what follows from its timestamps; never throws. Linear in the length, but for sorting. */
export function auditLog(log: Log, settings: AuditSettings): Audit {
  const { text: source } = log;
  const incidents = log.entries.map((entry) => readIncident(entry, source, settings));
  const report = reporter(source);
  const ofEntries = incidents.flatMap((incident) => auditEntry(incident, source, settings, report));
  const audited = { log, incidents, source };
  const findings = [
    ...openBlock(source, report),
    ...ofEntries,
    ...auditQuarters(audited, settings.emptyQuarters ?? 'zero', report),
    ...auditMeans(audited, undecided(ofEntries, incidents), report),
  ];
  return {
    log,
    incidents,
    findings: findings.toSorted((one, other) => one.start - other.start || one.end - other.end),
  };
}

/** The log with the figures corrected that an audit calls fixable, and nothing else. */
export function fixLog(source: string, { findings }: Pick<Audit, 'findings'>): string {
  return applyEdits(
    source,
    findings.flatMap(({ fixable, computed, start, end }) =>
      fixable && computed !== null ? [{ start, end, text: formatDuration(computed) }] : [],
    ),
  );
}

/** What stands below is not read by this audit, and not shown by anybody else. */
function openBlock(source: string, report: Report): Finding[] {
  const open = unclosedBlock(source);
  if (open === null) return [];
  const line = [...linesOf(source)][open.line - 1];
  const block = open.kind === 'fence' ? 'code fence' : 'HTML block';
  const message = `The ${block} that begins here is never closed, so nothing below it is read: close it.`;
  const start = line?.start ?? 0;
  return [report('unclosed-block', { start, end: start + (line?.text.trimEnd().length ?? 0) }, message)];
}

/** Incidents with a figure that a person must settle before a mean can rest on it. */
function undecided(
  findings: readonly Finding[],
  incidents: readonly AuditedIncident[],
): Set<AuditedIncident> {
  const open = findings.filter(({ rule, fixable }) => rule === 'duration-mismatch' && !fixable);
  const starts = new Set(open.map(({ start }) => start));
  return new Set(
    incidents.filter(({ stated: { timeToRepair, timeToResolve } }) =>
      [timeToRepair, timeToResolve].some((duration) => duration !== null && starts.has(duration.start)),
    ),
  );
}

function readIncident(entry: LogEntry, source: string, settings: AuditSettings): AuditedIncident {
  const { timezone, now, repositoryUrl } = settings;
  const events = statedEvents(entry, timezone);
  const instant = placeInTime(entry, events, timezone);
  const computed = computedFigures(events, now);
  return {
    entry,
    events,
    stated: {
      timeToRepair: statedDuration(entry.timeToRepair),
      timeToResolve: statedDuration(entry.timeToResolve),
    },
    computed,
    exact: exactFigures(events, computed),
    instant,
    quarter: instant === null ? entry.quarter : quarterOf(instant, timezone),
    context: entry.context === null ? [] : contextEntries(entry.context, source, timezone),
    reviewActions:
      entry.reviewActions === null
        ? []
        : readReviewList(entry.reviewActions, source, repositoryUrl && `${repositoryUrl}/issues/1`),
  };
}

/** What may stand in front of a time. */
const lead = /^[ \t]*(?:[-*+•–—]|\d{1,3}[.)](?=[ \t]))?[ \t]*[*_`[(]*/;
const timelike =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4})/i;

function contextEntries({ start, end }: Body, source: string, timezone: string): ContextEntry[] {
  return [...linesOf(source.slice(start, end))].flatMap((line) => {
    const from = lead.exec(line.text)?.[0].length ?? 0;
    const words = line.text.slice(from);
    if (!timelike.test(words)) return [];
    const time = readStatedTime(words, timezone);
    return [
      {
        instant: time.kind === 'time' ? time.instant : null,
        start: start + line.start + from,
        end: start + line.start + line.text.trimEnd().length,
      },
    ];
  });
}
