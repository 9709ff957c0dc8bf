import type { AuditedLog } from './evidence/log.ts';
import type { FindingDraft, Severity } from './finding.ts';

/** Something that an audit looks for. An error makes a figure wrong, or keeps it from being computed. */
export interface Rule {
  readonly id: string;
  /** All severities that its findings can have. `--rules` prints the first. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** One or two sentences, Markdown. */
  readonly documentation: string;
  /**
   * For a rule that finds that nothing could be checked: what summaries say instead of how many figures are wrong. Its findings
   * stand in front of all others.
   */
  readonly headline?: string;
  /** What it finds in a log, in any order. Linear in the length of the log, but for sorting. */
  readonly check: (log: AuditedLog) => readonly FindingDraft[];
}
