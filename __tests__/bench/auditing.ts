import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { incidentAt } from './incidents.ts';
import { alternately, runCommandLine } from './measure.ts';
import { milliseconds, printRatio } from './report.ts';

const minute = 60_000;

/** How long an audit takes, and how that grows with the log. */
export function auditing(folder: string): void {
  const [few, many] = [writeLog(folder, 500), writeLog(folder, 5000)];
  const audit = (file: string) => () => runCommandLine(['audit', file, '--format', 'json']);
  const { small, large } = alternately(
    { small: audit(few), large: audit(many) },
    { times: 3, milliseconds: 15_000 },
  );
  printRatio(
    {
      what: 'audit of 5,000 entries',
      measured: milliseconds(large),
      against: `500: ${milliseconds(small)}`,
      ratio: large / small,
    },
    11,
  );
}

/** A log that people keep, with every third figure wrong. @returns its path */
function writeLog(folder: string, count: number): string {
  const lines = ['# Log', ''];
  let quarter = '';
  for (let index = count - 1; index >= 0; index -= 1) {
    const start = Date.UTC(2015, 0, 1) + Math.floor((index / count) * 10 * 365.25 * 24 * 60) * minute;
    const at = (minutes: number) =>
      new Date(start + minutes * minute).toISOString().slice(0, 16).replace('T', ' ');
    const name = `Q${Math.floor(new Date(start).getUTCMonth() / 3) + 1} ${at(0).slice(0, 4)}`;
    if (name !== quarter) {
      quarter = name;
      const means = ['- **Mean Time to Repair**: 1h 30m', '- **Mean Time to Resolve**: 5h 30m'];
      lines.push(`## ${name}`, '', ...means, '');
    }
    const { title, answers } = incidentAt(index, start);
    const part = (label: string, text = '') => `- **${label}**: ${text.replace(/\n+/g, '\n  ')}`;
    lines.push(
      `### Incident on ${at(0).slice(0, 10)} - ${title} ${index}`,
      '',
      '- **Key events**',
      `  - First detected: ${at(0)}`,
      `  - Repaired: ${at(90)}`,
      `  - Resolved: ${at(330)}`,
      '',
      `- **Time to repair**: 1h ${index % 3 === 0 ? 20 : 30}m`,
      '- **Time to resolve**: 5h 30m',
      part('Identified', answers.identified),
      part('Impact', answers.impact),
      part('Context', `\n${answers.context}`),
      part('Resolution', answers.resolution),
      part('Review actions', `\n${answers['review-actions']}`),
      '',
    );
  }
  const file = join(folder, `log-${count}.md`);
  writeFileSync(file, lines.join('\n'));
  return file;
}
