import { groupBy } from '../../group-by.ts';
import { formatDuration } from '../../incident/clock.ts';
import { compareQuarters, type Quarter, quarterName } from '../../incident/quarter.ts';
import { exactMean, type Mean, roundedMean } from '../../incident/statistics.ts';
import type { LogQuarter } from '../../log/read/model.ts';
import type { Span } from '../../log/read/span.ts';
import { agrees, remarkWith, statedDuration } from '../../log/read/stated-duration.ts';
import type { AuditedIncident } from '../audit.ts';
import { clip, remarkAround } from './entry.ts';
import { isPartial } from './explain.ts';
import { type Finding, headingRange, type Report } from './finding.ts';
import type { Audited } from './quarters.ts';

const means = {
  meanTimeToRepair: { name: 'Mean time to repair', figure: 'timeToRepair' },
  meanTimeToResolve: { name: 'Mean time to resolve', figure: 'timeToResolve' },
} as const;
type MeanName = keyof typeof means;

/** The incidents that count in a quarter, and those that stand under its heading. */
interface Members {
  readonly belonging: readonly AuditedIncident[];
  readonly standing: readonly AuditedIncident[];
}

/**
 * What an audit finds in the means that quarters state.
 *
 * @param undecided incidents with a figure that a person must settle first
 */
export function auditMeans(
  audited: Audited,
  undecided: ReadonlySet<AuditedIncident>,
  report: Report,
): Finding[] {
  const { log, incidents, source } = audited;
  const belonging = incidentsByQuarter(incidents);
  const standing = groupBy(incidents, ({ entry }) => entry.quarter && quarterName(entry.quarter));
  return log.quarters.flatMap((quarter) => {
    const name = quarterName(quarter.quarter);
    const members = { belonging: belonging.get(name) ?? [], standing: standing.get(name) ?? [] };
    return (['meanTimeToRepair', 'meanTimeToResolve'] as const).flatMap((mean) =>
      meanFinding(quarter, mean, members, { undecided, source, report }),
    );
  });
}

/** Incidents by the name of the quarter that they belong to. */
export function incidentsByQuarter(incidents: readonly AuditedIncident[]): Map<string, AuditedIncident[]> {
  const found = incidents.filter(({ quarter }) => quarter !== null);
  return groupBy(found, ({ quarter }) => (quarter === null ? '' : quarterName(quarter)));
}

/** The mean of a figure over incidents that have it, as it follows from their times; seconds count until it is rounded. */
export function computedMean(incidents: readonly AuditedIncident[], name: MeanName): Mean {
  const seconds = incidents.flatMap(({ exact }) => exact[means[name].figure] ?? []);
  return { total: seconds.reduce((sum, each) => sum + each, 0) / 60, measured: seconds.length };
}

function meanFinding(
  quarter: LogQuarter,
  name: MeanName,
  members: Members,
  {
    undecided,
    source,
    report,
  }: {
    readonly undecided: ReadonlySet<AuditedIncident>;
    readonly source: string;
    readonly report: Report;
  },
): Finding[] {
  const { belonging: incidents, standing } = members;
  const words = quarter[name];
  if (words === null) return [];
  const mean = computedMean(incidents, name);
  const stated = statedDuration(words);
  const label = `${means[name].name} of ${quarterName(quarter.quarter)}`;
  if (incidents.length === 0) return emptyMean(quarter, words, name, label, standing, report);
  const [computed, exact] = [roundedMean(mean), exactMean(mean)];
  if (computed === null || exact === null) return [];
  if (stated === null) {
    const message = `${label} is stated as “${words.text.slice(0, 60)}”, but ${meanWording(mean, incidents.length)} is ${formatDuration(computed)}.`;
    return [
      report('mean-mismatch', words.text === '' ? headingRange(quarter, source) : words, message, {
        computed,
        // It may be right, and nobody claims a figure.
        severity: 'warning',
      }),
    ];
  }
  if (agrees(stated, exact * 60)) return [];
  const explanation = isMeanOf(stated.minutes, statedMean(incidents, name))
    ? 'it is the mean of the durations that are stated'
    : isMeanOf(stated.minutes, computedMean(standing, name))
      ? 'it is the mean of the incidents that stand under it, which do not all belong here'
      : null;
  const remark = remarkWith(stated, source) || remarkOn(incidents, means[name].figure, source);
  const said = [explanation, remark && `a remark says “${clip(remark)}”`].filter(Boolean);
  const message = `${label} is stated as ${stated.text}, but ${meanWording(mean, incidents.length)} is ${formatDuration(computed)}${said.length === 0 ? '' : `; ${said.join(', and ')}`}${remark === '' ? '' : ': check which one is wrong'}.`;
  return [
    report('mean-mismatch', stated, message, {
      stated: stated.minutes,
      computed,
      explanation,
      fixable:
        isSettled(name, members, undecided) &&
        quarter.unread === null &&
        remark === '' &&
        !isPartial(remarkAround(stated, source)),
    }),
  ];
}

/** The first remark with a figure that the mean rests on: it may say that the mean leaves it out. */
function remarkOn(
  incidents: readonly AuditedIncident[],
  figure: 'timeToRepair' | 'timeToResolve',
  source: string,
): string {
  const remarks = incidents.map(({ stated }) => stated[figure] && remarkWith(stated[figure], source));
  return remarks.find((remark) => remark !== null && remark !== '') ?? '';
}

/** A quarter without incidents has no mean; a zero, or words for it, are what people write there. */
function emptyMean(
  quarter: LogQuarter,
  words: Span,
  name: MeanName,
  label: string,
  standing: readonly AuditedIncident[],
  report: Report,
): Finding[] {
  const stated = statedDuration(words);
  // It may be that of incidents that are not read.
  if (stated === null || stated.minutes === 0 || quarter.unread !== null) return [];
  const explanation = isMeanOf(stated.minutes, computedMean(standing, name))
    ? 'it is the mean of the incidents that stand under it, which do not belong here'
    : null;
  const message = `${label} is stated as ${stated.text}, but no incident belongs to that quarter${explanation === null ? '' : `; ${explanation}`}.`;
  return [report('mean-mismatch', stated, message, { stated: stated.minutes, explanation })];
}

/** Whether nothing about a quarter's incidents is left to decide. */
function isSettled(
  name: MeanName,
  { belonging, standing }: Members,
  undecided: ReadonlySet<AuditedIncident>,
): boolean {
  const { figure } = means[name];
  return (
    [...belonging, ...standing].every(({ entry, quarter }) => isSame(entry.quarter, quarter)) &&
    // What is stated and cannot be computed would be lost.
    belonging.every(
      (each) => !undecided.has(each) && (each.stated[figure] === null || each.computed[figure] !== null),
    )
  );
}

function isSame(one: Quarter | null, other: Quarter | null): boolean {
  return one !== null && other !== null && compareQuarters(one, other) === 0;
}

function statedMean(incidents: readonly AuditedIncident[], name: MeanName): Mean {
  const minutes = incidents.flatMap(({ stated }) => stated[means[name].figure]?.minutes ?? []);
  return { total: minutes.reduce((sum, each) => sum + each, 0), measured: minutes.length };
}

function isMeanOf(minutes: number, mean: Mean): boolean {
  const exact = exactMean(mean);
  return exact !== null && (minutes === roundedMean(mean) || minutes === Math.floor(exact));
}

function meanWording({ measured }: Mean, incidents: number): string {
  const of = measured < incidents ? `${measured} of its ${incidents}` : `its ${incidents}`;
  return incidents === 1 ? 'that of its one incident' : `the mean of ${of} incidents`;
}
