import type { Log } from '../log/read/model.ts';
import { linesOf } from '../markdown/line.ts';
import { type AuditedLog, type AuditSettings, readAuditedLog } from './evidence/log.ts';
import type { Finding, FindingDraft } from './finding.ts';
import type { Rule } from './rule.ts';
import { rulesByPrecedence } from './rules/index.ts';

/** A log with what follows from it, and what the rules find in it. */
export interface Audit extends AuditedLog {
  /** In the order of the file; a finding that nothing could be checked stands in front. */
  readonly findings: readonly Finding[];
}

/** Checks what a log states against what follows from its timestamps; never throws. Linear in the length, but for sorting. */
export function auditLog(log: Log, settings: AuditSettings): Audit {
  const audited = readAuditedLog(log, settings);
  const complete = findingsIn(log.text);
  const findings = rulesByPrecedence.flatMap((rule) =>
    rule.check(audited).map((draft) => complete(rule, draft)),
  );
  return {
    ...audited,
    findings: findings.toSorted(
      (one, other) =>
        Number(one.headline === null) - Number(other.headline === null) ||
        one.start - other.start ||
        one.end - other.end,
    ),
  };
}

/** Returns a function that completes the drafts of one source: it adds the rule and the place in lines and columns. */
function findingsIn(source: string): (rule: Rule, draft: FindingDraft) => Finding {
  // A byte order mark takes no column.
  const starts = [...linesOf(source)].map(({ start }) =>
    start === 0 && source.startsWith('\uFEFF') ? 1 : start,
  );
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  return ({ id, severities, headline = null }, { span: { start, end }, message, ...details }) => {
    const [line, endLine] = [lineAt(start), lineAt(Math.max(end - 1, start))];
    return {
      rule: id,
      severity: details.severity ?? severities[0],
      line: line + 1,
      column: start - (starts[line] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: end - (starts[endLine] ?? 0) + 1,
      message,
      stated: details.stated ?? null,
      computed: details.computed ?? null,
      explanation: details.explanation ?? null,
      fix: details.fix ?? null,
      headline,
      start,
      end,
    };
  };
}
