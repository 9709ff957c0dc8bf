import { quoteInConversation } from '../../markdown/escape.ts';
import { type Section, SUMMARY_LIMIT_BYTES, shortened, table } from '../../markdown/sections.ts';
import type { Finding } from '../finding.ts';
import type { AuditedFile } from './audited-file.ts';
import { summaryOf } from './counts.ts';

/** An audit as a step summary. */
export function auditSummary({ file, audit }: AuditedFile): string {
  const sections: Section[] = [
    ...audit.findings
      .filter(({ headline }) => headline !== null)
      .map(({ message }) => ({ head: [`**${quoteInConversation(message)}**`], rows: [] })),
    { head: [`${quoteInConversation(file)}: ${summaryOf(audit)}`], rows: [] },
    findingSection('## Findings', audit.findings),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

/** Findings as a table, the worst first. */
export function findingSection(title: string, findings: readonly Finding[]): Section {
  const rows = bySeverity(findings).map(({ line, severity, rule, message }) => [
    `${line}`,
    severity,
    rule,
    quoteInConversation(message),
  ]);
  return table(title, ['Line', 'Severity', 'Rule', 'Finding'], rows);
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return (['error', 'warning', 'notice'] as const).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}
