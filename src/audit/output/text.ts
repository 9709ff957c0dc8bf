import { formatDuration } from '../../incident/clock.ts';
import type { Finding } from '../finding.ts';
import type { AuditedFile } from './audited-file.ts';
import { summaryOf } from './counts.ts';

/** An audit for a person to read: each finding with its line, underlined where the finding is, and a summary at the end. */
export function auditAsText({ file, audit }: AuditedFile): string {
  const lines = audit.source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const blocks = audit.findings.map((finding) => {
    const { line, column, severity, rule, message, stated, computed } = finding;
    const figures =
      stated === null || computed === null
        ? []
        : [
            `    stated ${formatDuration(stated)}, computed ${formatDuration(computed)}${finding.fix === null ? '' : ', corrected by --fix'}`,
          ];
    return [
      `${file}:${line}:${column}: ${severity} ${rule}`,
      `    ${shown(message)}`,
      ...figures,
      ...excerpt(lines[line - 1] ?? '', finding),
    ].join('\n');
  });
  return `${[...blocks, `${file}: ${summaryOf(audit)}`].join('\n\n')}\n`;
}

const widest = 120;

/** The line with carets under the span; of a long line, the part around it. */
function excerpt(line: string, { line: number, column, endLine, endColumn }: Finding): string[] {
  const from = Math.max(0, Math.min(column - 1 - 20, line.length - widest));
  const text = shown(line.slice(from, from + widest));
  const end = endLine === number ? endColumn - 1 : line.length;
  const start = Math.min(column - 1 - from, text.length);
  const length = Math.max(1, Math.min(end - from, text.length) - start);
  const margin = ' '.repeat(String(number).length);
  return [
    `    ${number} | ${text}`,
    `    ${margin} | ${text.slice(0, start).replace(/[^\t]/g, ' ')}${'^'.repeat(length)}`,
  ];
}

/** The text with a replacement for each character that would control a terminal; its length stays. */
export function shown(text: string): string {
  return text.replace(/[^\P{C}\t]|[\u2028\u2029]/gu, (character) => '\uFFFD'.repeat(character.length));
}
