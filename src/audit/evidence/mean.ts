import { formatDuration } from '../../incident/clock.ts';
import { compareQuarters, type Quarter } from '../../incident/quarter.ts';
import { exactMean, type Mean, roundedMean } from '../../incident/statistics.ts';
import type { LogQuarter } from '../../log/read/model.ts';
import { agrees, remarkWith, type StatedDuration, statedDuration } from '../../log/read/stated-duration.ts';
import type { AuditedDuration, FigureName, Mismatch } from './figure.ts';
import type { AuditedIncident } from './incident.ts';
import { leavesOutTime, remarkAround } from './remark.ts';

/** A mean of a quarter. What follows from the times is the mean over the incidents that belong to the quarter. */
export interface AuditedMean extends AuditedDuration {
  /** What was computed, before it is rounded, and from how many incidents. */
  readonly mean: Mean;
}

/** The incidents that belong to a quarter by their day, and those that stand under its heading. */
export interface Members {
  readonly belonging: readonly AuditedIncident[];
  readonly listed: readonly AuditedIncident[];
  /** Of those that belong, as they follow from their times. */
  readonly means: Readonly<Record<FigureName, Mean>>;
}

/** The members of a quarter, with the means that follow from them. */
export function membersOf(
  belonging: readonly AuditedIncident[],
  listed: readonly AuditedIncident[],
): Members {
  const mean = (figure: FigureName) => computedMean(belonging, figure);
  return {
    belonging,
    listed,
    means: { timeToRepair: mean('timeToRepair'), timeToResolve: mean('timeToResolve') },
  };
}

/** The means of a quarter, and the figure that each is the mean of. */
const means = {
  meanTimeToRepair: { label: 'Mean time to repair', figure: 'timeToRepair' },
  meanTimeToResolve: { label: 'Mean time to resolve', figure: 'timeToResolve' },
} as const;
export type MeanName = keyof typeof means;

/** Compares a mean of a quarter with what follows from the times of its incidents. */
export function auditMean(
  name: MeanName,
  quarter: LogQuarter,
  members: Members,
  source: string,
): AuditedMean {
  const { label, figure } = means[name];
  const span = quarter[name];
  const mean = members.means[figure];
  const stated = statedDuration(span);
  const mismatch =
    stated === null
      ? null
      : members.belonging.length === 0
        ? mismatchOfNone(stated, figure, quarter, members)
        : mismatchOf(stated, figure, quarter, members, source);
  return { label, span, stated, mean, computed: roundedMean(mean), mismatch };
}

function mismatchOf(
  stated: StatedDuration,
  figure: FigureName,
  quarter: LogQuarter,
  members: Members,
  source: string,
): Mismatch | null {
  const { belonging, listed, means } = members;
  const [computed, exact] = [roundedMean(means[figure]), exactMean(means[figure])];
  if (computed === null || exact === null || agrees(stated, exact * 60)) return null;
  const explanation = isMeanOf(stated.minutes, statedMean(belonging, figure))
    ? 'it is the mean of the durations that are stated'
    : isMeanOf(stated.minutes, computedMean(listed, figure))
      ? 'it is the mean of the incidents that stand under it, which do not all belong here'
      : null;
  const remark = remarkWith(stated, source) || remarkOn(belonging, figure, source);
  const isCertain =
    isSettled(figure, members) &&
    quarter.unread === null &&
    remark === '' &&
    !leavesOutTime(remarkAround(stated, source));
  return { explanation, remark, fix: isCertain ? formatDuration(computed) : null };
}

/** A quarter without incidents has no mean; people write zero there. Any other figure is wrong. */
function mismatchOfNone(
  stated: StatedDuration,
  figure: FigureName,
  quarter: LogQuarter,
  { listed }: Members,
): Mismatch | null {
  // Incidents that the audit can't read may have this mean.
  if (stated.minutes === 0 || quarter.unread !== null) return null;
  const explanation = isMeanOf(stated.minutes, computedMean(listed, figure))
    ? 'it is the mean of the incidents that stand under it, which do not belong here'
    : null;
  return { explanation, remark: '', fix: null };
}

/** The mean of a figure over the incidents that have it, as it follows from their times. Seconds count. */
function computedMean(incidents: readonly AuditedIncident[], figure: FigureName): Mean {
  const seconds = incidents.flatMap(({ figures }) => figures[figure].exact ?? []);
  return { total: seconds.reduce((sum, each) => sum + each, 0) / 60, measured: seconds.length };
}

/** The mean of a figure as the incidents state it. */
function statedMean(incidents: readonly AuditedIncident[], figure: FigureName): Mean {
  const minutes = incidents.flatMap(({ figures }) => figures[figure].stated?.minutes ?? []);
  return { total: minutes.reduce((sum, each) => sum + each, 0), measured: minutes.length };
}

function isMeanOf(minutes: number, mean: Mean): boolean {
  const exact = exactMean(mean);
  return exact !== null && (minutes === roundedMean(mean) || minutes === Math.floor(exact));
}

/** The first remark behind a figure that the mean rests on: it may say that the mean leaves the figure out. */
function remarkOn(incidents: readonly AuditedIncident[], figure: FigureName, source: string): string {
  const remarks = incidents.map(({ figures }) => {
    const { stated } = figures[figure];
    return stated === null ? '' : remarkWith(stated, source);
  });
  return remarks.find((remark) => remark !== '') ?? '';
}

/** Whether nothing is left to decide about the incidents of a quarter, so that their mean is certain. */
function isSettled(figure: FigureName, { belonging, listed }: Members): boolean {
  return (
    [...belonging, ...listed].every(({ entry, quarter }) => isSame(entry.quarter, quarter)) &&
    belonging.every(
      (incident) =>
        Object.values(incident.figures).every(({ mismatch }) => mismatch === null || mismatch.fix !== null) &&
        // A figure that is stated and can't be computed would be missing from the new mean.
        (incident.figures[figure].stated === null || incident.figures[figure].computed !== null),
    )
  );
}

function isSame(one: Quarter | null, other: Quarter | null): boolean {
  return one !== null && other !== null && compareQuarters(one, other) === 0;
}
