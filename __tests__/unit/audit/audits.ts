import { readFileSync } from 'node:fs';
import { type Audit, type AuditSettings, auditLog } from '../../../src/audit/audit.ts';
import type { Finding } from '../../../src/audit/rules/finding.ts';
import type { RuleId } from '../../../src/audit/rules/rules.ts';
import { readLog } from '../../../src/log/read/read.ts';

/** A log with the facts of the one that this project is modelled on, in the manner in which people keep it. */
export const keptByHand = readFileSync(new URL('hand-written.md', import.meta.url), 'utf8');

/** The same as it reads when it is copied off a page: without headings, bold, and blank lines. */
export const copiedOffAPage = keptByHand
  .slice(keptByHand.indexOf('# Incident Log'))
  .replace(/^(?:---| *\n)\n?/gm, '')
  .replace(/^#+ |\*\*|^- (?=\*\*)|^ +/gm, '')
  .replace(/^- (?=(?:Mean|Key|Time|Identified|Impact|Context|Resolution|Review))/gm, '');

export const auditSettings: AuditSettings = {
  timezone: 'Europe/London',
  now: Date.UTC(2025, 5, 1),
  repositoryUrl: '',
};

export function audit(source: string, settings: Partial<AuditSettings> = {}): Audit {
  const all = { ...auditSettings, ...settings };
  return auditLog(readLog(source, all.repositoryUrl), all);
}

/** What an audit finds by these rules, or by all but those that are about review actions. */
export function findings(
  source: string,
  rules: readonly RuleId[] = [],
  settings: Partial<AuditSettings> = {},
): readonly Finding[] {
  return audit(source, settings).findings.filter(({ rule }) =>
    rules.length === 0 ? !rule.startsWith('action-') : rules.includes(rule),
  );
}

/** Each finding as its line and its rule. */
export function found(source: string, ...rest: [(readonly RuleId[])?, Partial<AuditSettings>?]): string[] {
  return findings(source, ...rest).map(({ line, rule }) => `${line} ${rule}`);
}

/** An entry as most people write it; the lines of its key events, and what stands below them. */
export function entry(
  heading: string,
  events: readonly string[],
  below: readonly string[] = [],
  level = 3,
): string {
  const list = events.map((event) => `  - ${event}`).join('\n');
  return `${'#'.repeat(level)} ${heading}\n\n- **Key events**\n${list}\n\n${below.join('\n')}\n\n`;
}
