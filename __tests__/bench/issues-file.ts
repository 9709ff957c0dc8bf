import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FiledIncident, incidentsBetween } from './incidents.ts';

const from = Date.UTC(2015, 0, 1);
const until = Date.UTC(2025, 0, 1);

/** Ten years of incidents, whatever their number, in a file as the API lists them. @returns its path */
export function writeIssues(folder: string, count: number): string {
  const file = join(folder, `issues-${count}.json`);
  // The first of ten has a table. A single incident is one of the nine without.
  const incidents = incidentsBetween(from, until, count + 1).slice(1);
  writeFileSync(file, JSON.stringify(incidents.map(asIssue)));
  return file;
}

/** As the API lists it, as far as the command line reads it. */
export function asIssue({ title, body }: FiledIncident, index: number) {
  const number = index + 1;
  return {
    id: 1000 + number,
    number,
    title: `[Incident] ${title}`,
    body,
    html_url: `https://github.com/octo/service/issues/${number}`,
    state: 'closed',
    state_reason: 'completed',
    labels: [{ name: 'incident' }],
    user: { login: 'octo', type: 'User' },
    author_association: 'OWNER',
  };
}
