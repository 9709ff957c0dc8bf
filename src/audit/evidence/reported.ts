import { isGeneratedEntry, type Log } from '../../log/read/model.ts';
import { OWN_NOTICE } from '../../log/write-log.ts';
import { type JudgedFigure, judgeIncident } from '../reading/judge.ts';
import type { ReportedIncident } from '../reading/model.ts';
import { readIncidents } from '../reading/read.ts';

/** An incident in a log that is kept in another form than ours, with its figures compared. */
export interface AuditedReport {
  readonly incident: ReportedIncident;
  readonly figures: readonly JudgedFigure[];
}

/**
 * The incidents of a log in anybody's form; none in a log in our own, which the rules about entries and quarters check. A log is
 * read in one of the two ways, never in both, so that nothing is found twice.
 *
 * @param source the text without its zones
 */
export function auditReports(log: Log, source: string, timezone: string): readonly AuditedReport[] {
  if (isOwnForm(log)) return [];
  return readIncidents(source, timezone).map((incident) => ({
    incident,
    figures: judgeIncident(incident, timezone),
  }));
}

/** Whether a log is kept in our own form: with quarters, entries of ours, or the events that our entries have. */
function isOwnForm({ text, quarters, entries }: Log): boolean {
  return (
    quarters.length > 0 ||
    text.includes(OWN_NOTICE) ||
    entries.some(
      (entry) =>
        isGeneratedEntry(entry) ||
        entry.events.some(({ name }) => /^(?:first detected|repaired)$/i.test(name)),
    )
  );
}
