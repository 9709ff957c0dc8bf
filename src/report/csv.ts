import { groupBy } from '../group-by.ts';
import { textKeys } from '../incident/fields.ts';
import type { LogData } from './json.ts';

/** What a spreadsheet takes for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The incidents of the log as CSV (RFC 4180), newest first: a line with the names of the columns, which are the keys of the JSON, and a row
 * for each incident. Durations are in minutes. A text that a spreadsheet would compute has an apostrophe in front, which spreadsheets hide.
 */
export function asCsv({ incidents, openActions }: Pick<LogData, 'incidents' | 'openActions'>): string {
  const open = groupBy(openActions, ({ incident }) => incident);
  const rows = incidents.map((incident) => ({
    ...incident,
    services: incident.services.join('; '),
    ownFields: incident.ownFields.map(({ label, answer }) => `${label}: ${answer}`).join('\n'),
    openReviewActions: open.get(incident.issue)?.length ?? 0,
  }));
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

const columns = [
  'issue',
  'url',
  'title',
  'date',
  'quarter',
  'state',
  'severity',
  'services',
  'impactStarted',
  'firstDetected',
  'declared',
  'repaired',
  'resolved',
  'timeToDetect',
  'timeToRepair',
  'timeToResolve',
  ...textKeys,
  'ownFields',
  'openReviewActions',
] as const;

function cell(value: string | number | null): string {
  const text = `${value ?? ''}`.toWellFormed();
  const safe = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
