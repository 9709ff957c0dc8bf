import { readTime } from '../../../src/incident/clock.ts';
import { furtherEvents, recordOf, textKeys } from '../../../src/incident/fields.ts';
import { measure, stateOf } from '../../../src/incident/figures.ts';
import type { Incident, RecordedTime } from '../../../src/incident/incident.ts';
import { type GeneratedEntry, isGeneratedEntry } from '../../../src/log/read/model.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { type LogInput, writeLog } from '../../../src/log/write-log.ts';

export const timezone = 'Europe/London';
export const repositoryUrl = 'https://github.com/o/r';

/** A recorded time in London. */
export function time(text: string): RecordedTime {
  const reading = readTime(text, timezone);
  if (reading.kind !== 'time') throw new Error(`“${text}” is no time`);
  return reading.time;
}

/** An incident with nothing but a detection and an impact; a resolved one unless `facts` say otherwise. */
export function incident(issue: number, firstDetected: string, facts: Partial<Incident> = {}): Incident {
  const events = { firstDetected: time(firstDetected), repaired: null, resolved: null, ...facts };
  return {
    issue,
    url: `${repositoryUrl}/issues/${issue}`,
    title: 'Something broke',
    state: stateOf(events, true),
    ...recordOf(furtherEvents, () => null),
    figures: measure(events, Date.UTC(2100, 0)).figures,
    ...recordOf(textKeys, () => ''),
    impact: 'Much.',
    timeToDetect: null,
    severity: null,
    services: [],
    listedFields: [],
    reviewActions: [],
    reviewRemark: '',
    ...events,
  };
}

/** As `writeLog` takes them, but the existing log as text. */
export type LogSettings = Partial<Omit<LogInput, 'existing'>> & { readonly existing?: string | null };

/** The text of the log that `writeLog` writes. */
export function logText(input: LogInput): string {
  return writeLog(input).text;
}

/** What `writeLog` takes, for a log of these incidents at the end of 2024. */
export function logInput(
  incidents: readonly Incident[],
  { existing = null, ...settings }: LogSettings = {},
): LogInput {
  return {
    existing: existing === null ? null : readLog(existing, settings.repository?.url ?? repositoryUrl),
    readLogs: [],
    incidents,
    formerEntries: [],
    repository: { url: repositoryUrl },
    path: 'INCIDENTS.md',
    title: 'Incident Log',
    intro: '',
    timezone,
    now: Date.UTC(2024, 11, 24),
    emptyQuarters: 'zero',
    handKept: 'keep',
    engine: 'auto',
    overview: null,
    ...settings,
  };
}

/** The entries of a log that are generated from issues of `url`'s repository. */
export function generatedEntries(log: string, url = repositoryUrl): GeneratedEntry[] {
  return readLog(log, url).entries.filter(isGeneratedEntry);
}
