import { formatDuration } from '../../incident/clock.ts';
import { quarterName } from '../../incident/quarter.ts';
import { roundedMean } from '../../incident/statistics.ts';
import { instantOf } from '../../log/read/hand-written.ts';
import type { EventKind } from '../../log/read/labels.ts';
import type { Span } from '../../log/read/span.ts';
import { statedDuration } from '../../log/read/stated-duration.ts';
import { quoteInConversation } from '../../markdown/plain.ts';
import { type Section, SUMMARY_LIMIT_BYTES, shortened, table } from '../../markdown/sections.ts';
import type { Audit, AuditedIncident } from '../audit.ts';
import type { Finding } from '../rules/finding.ts';
import { computedMean, incidentsByQuarter } from '../rules/means.ts';
import { isAboutNothing } from '../rules/nothing.ts';
import type { Severity } from '../rules/rules.ts';

/** An audit, and what it is an audit of. */
export interface AuditedFile {
  readonly file: string;
  readonly source: string;
  readonly timezone: string;
  readonly audit: Audit;
}

/** How many figures a log states, and how many of them are wrong. */
export interface Tally {
  readonly durations: { readonly stated: number; readonly wrong: number };
  /** Of quarters with incidents. */
  readonly means: { readonly stated: number; readonly wrong: number };
}

export function tallyOf({ log, incidents, findings }: Audit): Tally {
  const wrong = (rule: Finding['rule']) =>
    findings.filter((finding) => finding.rule === rule && finding.stated !== null).length;
  const occupied = incidentsByQuarter(incidents);
  const stated = (words: Span | null) => statedDuration(words) !== null;
  const means = log.quarters
    .filter(({ quarter }) => occupied.has(quarterName(quarter)))
    .flatMap(({ meanTimeToRepair, meanTimeToResolve }) =>
      [meanTimeToRepair, meanTimeToResolve].filter(stated),
    );
  const ofEmpty = findings.filter(
    ({ rule, stated: figure, computed }) => rule === 'mean-mismatch' && figure !== null && computed === null,
  );
  return {
    durations: {
      stated: incidents
        .flatMap((incident) => [incident.stated.timeToRepair, incident.stated.timeToResolve])
        .filter((duration) => duration !== null).length,
      wrong: wrong('duration-mismatch'),
    },
    means: { stated: means.length + ofEmpty.length, wrong: wrong('mean-mismatch') },
  };
}

/** An audit as data: instants as ISO 8601 in UTC, durations in whole minutes, null where something cannot be told. */
export function auditAsJson({ file, timezone, audit }: AuditedFile) {
  const byQuarter = incidentsByQuarter(audit.incidents);
  return {
    file,
    timezone,
    incidents: audit.incidents.map(incidentAsJson),
    quarters: audit.log.quarters.map((quarter) => {
      const name = quarterName(quarter.quarter);
      const incidents = byQuarter.get(name) ?? [];
      const mean = (figure: 'meanTimeToRepair' | 'meanTimeToResolve') => ({
        stated: statedDuration(quarter[figure])?.minutes ?? null,
        computed: roundedMean(computedMean(incidents, figure)),
      });
      return {
        line: quarter.line,
        quarter: name,
        incidents: incidents.length,
        meanTimeToRepair: mean('meanTimeToRepair'),
        meanTimeToResolve: mean('meanTimeToResolve'),
      };
    }),
    findings: audit.findings.map(findingAsJson),
  };
}

function incidentAsJson({
  entry,
  events,
  stated,
  computed,
  quarter,
  context,
  reviewActions,
}: AuditedIncident) {
  const iso = (kind: EventKind) => {
    const instant = instantOf(events, kind);
    return instant === null ? null : new Date(instant).toISOString();
  };
  return {
    line: entry.line,
    date: entry.date || null,
    title: entry.title,
    heading: entry.quarter && quarterName(entry.quarter),
    quarter: quarter && quarterName(quarter),
    events: {
      started: iso('started'),
      firstDetected: iso('first-detected'),
      declared: iso('declared'),
      repaired: iso('repaired'),
      resolved: iso('resolved'),
    },
    timeToRepair: { stated: stated.timeToRepair?.minutes ?? null, computed: computed.timeToRepair },
    timeToResolve: { stated: stated.timeToResolve?.minutes ?? null, computed: computed.timeToResolve },
    contextEntries: context.length,
    reviewActions: reviewActions.map(({ text, state, references }) => ({ text, state, references })),
  };
}

function findingAsJson({ rule, severity, line, column, endLine, endColumn, ...rest }: Finding) {
  const { message, stated, computed, explanation, fixable } = rest;
  return {
    rule,
    severity,
    line,
    column,
    endLine,
    endColumn,
    message,
    stated,
    computed,
    explanation,
    fixable,
  };
}

/** An audit for a person: each finding with its line, the words that it is about underlined, and a summary. */
export function auditAsText({ file, source, audit }: AuditedFile): string {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const blocks = audit.findings.map((finding) => {
    const { line, column, severity, rule, message, stated, computed } = finding;
    const figures =
      stated === null || computed === null
        ? []
        : [
            `    stated ${formatDuration(stated)}, computed ${formatDuration(computed)}${finding.fixable ? ', corrected by --fix' : ''}`,
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

/** "12 of 34 durations and 9 of 20 means are wrong", and what else there is; where nothing could be done, that first. */
export function summaryOf(audit: Audit): string {
  const { durations, means } = tallyOf(audit);
  const count = (severity: Severity) =>
    audit.findings.filter((finding) => finding.severity === severity).length;
  const counts = (['error', 'warning', 'notice'] as const)
    .map((severity) => plural(count(severity), severity))
    .join(', ');
  const fixable = audit.findings.filter((finding) => finding.fixable).length;
  const incidents = plural(audit.incidents.length, 'incident');
  const read = `${incidents} in ${plural(audit.log.quarters.length, 'quarter')} read`;
  const fix = fixable === 0 ? '' : `; --fix corrects ${plural(fixable, 'figure')}`;
  const nothing = audit.findings.find(isAboutNothing);
  const checked =
    nothing === undefined
      ? `${durations.wrong} of ${plural(durations.stated, 'duration')} and ${means.wrong} of ${plural(means.stated, 'mean')} are wrong`
      : nothing.rule === 'nothing-read'
        ? 'No incident was found'
        : 'No figure was compared';
  return `${checked} (${read}; ${counts}${fix}).`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const widest = 120;

/** The line with carets under the words; of a long one the part around them. */
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

/** Text in which a terminal finds no control sequence, of the same length. */
export function shown(text: string): string {
  return text.replace(/[^\P{C}\t]|[\u2028\u2029]/gu, (character) => '\uFFFD'.repeat(character.length));
}

/** An audit as a step summary. */
export function auditSummary({ file, audit }: AuditedFile): string {
  const sections: Section[] = [
    ...audit.findings
      .filter(isAboutNothing)
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
