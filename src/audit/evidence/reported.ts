import { isGeneratedEntry, type Log, type LogEntry } from '../../log/read/model.ts';
import type { Span } from '../../log/read/span.ts';
import { OWN_NOTICE } from '../../log/write-log.ts';
import { type JudgedFigure, judgeIncident } from '../reading/judge.ts';
import type { ReportedIncident } from '../reading/model.ts';
import { readIncidents } from '../reading/read.ts';

/** An incident in a log that is kept in another form than ours, with its figures compared. */
export interface AuditedReport {
  readonly incident: ReportedIncident;
  readonly figures: readonly JudgedFigure[];
}

/** The incidents of a log, each in one of two forms, so that nothing is found twice. */
export interface IncidentsByForm {
  /** Those in our own form, which the rules about entries check. */
  readonly entries: readonly LogEntry[];
  /** Those in any other form. */
  readonly reports: readonly AuditedReport[];
}

/**
 * Tells our own form from any other. Where one hand-written entry is in our form, or the log has quarters, all are: what is missing
 * there is a mistake. Else only generated entries are in our form, and the rest of the log is read as anybody's.
 *
 * @param source the text without its zones
 */
export function incidentsByForm(log: Log, source: string, timezone: string): IncidentsByForm {
  if (isOwnForm(log)) return { entries: log.entries, reports: [] };
  const generated = log.entries.filter(isGeneratedEntry);
  const isGenerated = ({ start }: Span) =>
    generated.some((entry) => entry.start <= start && start < entry.end);
  const reports = readIncidents(source, timezone)
    .filter(({ span }) => !isGenerated(span))
    .map((incident) => ({ incident, figures: judgeIncident(incident, timezone) }));
  return { entries: reports.length > 0 ? generated : log.entries, reports };
}

function isOwnForm({ text, quarters, entries }: Log): boolean {
  const handWritten = entries.filter((entry) => !isGeneratedEntry(entry));
  return (
    quarters.length > 0 ||
    text.includes(OWN_NOTICE) ||
    (handWritten.length === 0 && entries.length > 0) ||
    handWritten.some(({ events }) => events.some(({ name }) => /^(?:first detected|repaired)$/i.test(name)))
  );
}
