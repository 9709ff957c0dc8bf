import { readFileSync } from 'node:fs';
import { type Audit, auditLog } from '../../../src/audit/audit.ts';
import type { AuditSettings } from '../../../src/audit/evidence/log.ts';
import type { Finding } from '../../../src/audit/finding.ts';
import { fixLog } from '../../../src/audit/fix.ts';
import { rules } from '../../../src/audit/rules/index.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { repositoryUrl } from '../log/incidents.ts';

/** A log with the facts of the one that this project is modelled on, as people write it. */
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

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** Audits a log. Throws where a finding has a rule that isn't in the table, or a severity that its rule doesn't declare. */
export function audit(source: string, settings: Partial<AuditSettings> = {}): Audit {
  const all = { ...auditSettings, ...settings };
  const audited = auditLog(readLog(source, all.repositoryUrl), all);
  for (const { rule, severity } of audited.findings)
    if (!rulesById.get(rule)?.severities.includes(severity))
      throw new Error(`The rule ${rule} isn't in the table, or declares no ${severity}`);
  return audited;
}

/** The findings of some rules, or of all but those about review actions. Throws on an id that no rule has. */
export function findings(
  source: string,
  ids: readonly string[] = [],
  settings: Partial<AuditSettings> = {},
): readonly Finding[] {
  const unknown = ids.filter((id) => !rulesById.has(id));
  if (unknown.length > 0) throw new Error(`No rule is called ${unknown.join(' or ')}`);
  return audit(source, settings).findings.filter(({ rule }) =>
    ids.length === 0 ? !rule.startsWith('action-') : ids.includes(rule),
  );
}

/** Each finding as its line and its rule. */
export function found(source: string, ...rest: [(readonly string[])?, Partial<AuditSettings>?]): string[] {
  return findings(source, ...rest).map(({ line, rule }) => `${line} ${rule}`);
}

/** Each finding but those about wrong figures, which follow from most mistakes in the times. */
export function foundBesideFigures(source: string): string[] {
  return found(source).filter((place) => !/ (?:mean|duration)-mismatch$/.test(place));
}

/** What the audit says first where nothing could be checked; null where something could. */
export function nothingChecked(source: string, severity: 'error' | 'notice' = 'error'): string | null {
  const [first] = audit(source, { repositoryUrl, whenNothingChecked: severity }).findings;
  return first?.rule.startsWith('nothing-') ? `${first.line} ${first.severity} ${first.rule}` : null;
}

/** The log after `--fix`. */
export function fixed(source: string): string {
  return fixLog(source, audit(source));
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

/** The lines of an entry's figures. */
export function figureLines(repair: string, resolve: string): string[] {
  return [`- **Time to repair**: ${repair}`, `- **Time to resolve**: ${resolve}`];
}

/** The lines of a quarter's means. */
export function meanLines(repair: string, resolve: string): string {
  return `- **Mean Time to Repair**: ${repair}\n- **Mean Time to Resolve**: ${resolve}\n\n`;
}

export const rightEvents = [
  'First detected: 2024-10-14 10:30',
  'Repaired: 2024-10-15 11:29',
  'Resolved: 2024-10-15 11:40',
];

/** An entry with the figures that follow from its events, or with other lines below. */
export function rightEntry(below: readonly string[] = figureLines('24h 59m', '25h 10m')): string {
  return entry('Incident on 2024-10-14 - Mail was late', rightEvents, below);
}

/** A log in which everything is right. Its quarter is in line 3, its means in 5 and 6, its entry in lines 8 to 16. */
export const rightLog = `# Log\n\n## Q4 2024\n\n${meanLines('24h 59m', '25h 10m')}${rightEntry()}`;

/** The same with one thing in it replaced. */
export function rightLogBut(from: string | RegExp, to: string): string {
  return rightLog.replace(from, to);
}
