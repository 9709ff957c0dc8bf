import type { Problem } from '../incident/incident.ts';
import { readHeadings } from '../markdown/headings.ts';
import type { Answers } from './answers.ts';
import type { Template } from './template.ts';

/** What an issue without a first detection lacks: the time, or, where it is not known which form it was filed with, the heading. */
export function missingFirstDetection(
  body: string | null,
  template: Template,
  answers: Answers['answers'],
): Problem {
  const field = template.fields.find(({ id }) => id === 'first-detected');
  const label = field?.label ?? 'First detected';
  const isUntold = template.missing !== undefined && field !== undefined && !answers.has(field);
  const message = isUntold
    ? headingMissing(label, body)
    : `The time is missing under the heading “### ${label}”, and without it the incident cannot be in the log: type it there as YYYY-MM-DD HH:MM.`;
  return { rule: 'event-missing', severity: 'error', field: 'first-detected', message };
}

const MOST_HEADINGS = 5;

function headingMissing(label: string, body: string | null): string {
  const headings = readHeadings(body ?? '').filter(({ level, inside }) => level === 3 && inside === null);
  const shown = headings.slice(0, MOST_HEADINGS).map(({ text }) => `“${text.slice(0, 60)}”`);
  const more = headings.length > MOST_HEADINGS ? ' and more' : '';
  const has = shown.length === 0 ? '' : ` (it has ${shown.join(', ')}${more})`;
  return `The issue has no heading “### ${label}”${has}, and without that time the incident cannot be in the log: add the heading with the time below it, as YYYY-MM-DD HH:MM, or name the form that the issue was filed with (input \`template-path\`, option \`--template\`).`;
}
