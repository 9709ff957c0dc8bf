import { formatDuration } from '../../../incident/clock.ts';
import type { Mean } from '../../../incident/statistics.ts';
import type { AuditedQuarter } from '../../evidence/log.ts';
import type { AuditedMean } from '../../evidence/mean.ts';
import { clip, type FindingDraft } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const meanMismatch: Rule = {
  id: 'mean-mismatch',
  severities: ['error', 'warning'],
  documentation:
    'A stated mean is not the mean of the durations that follow from the times of the quarter’s incidents, rounded or cut down to minutes. `--fix` corrects it once nothing about those incidents is left to decide.',
  check: ({ quarters }) =>
    quarters.flatMap((quarter) =>
      Object.values(quarter.means).flatMap((mean) => [
        ...unreadableMean(mean, quarter),
        ...wrongMean(mean, quarter),
      ]),
    ),
};

function wrongMean(
  { label, stated, computed, mean, mismatch }: AuditedMean,
  { name, incidents }: AuditedQuarter,
): FindingDraft[] {
  if (stated === null || mismatch === null) return [];
  const { explanation, remark, fix } = mismatch;
  const right =
    computed === null
      ? 'no incident belongs to that quarter'
      : `${meanOf(mean, incidents.length)} is ${formatDuration(computed)}`;
  const reasons = [explanation, remark && `a remark says “${clip(remark)}”`].filter(Boolean);
  const why = reasons.length === 0 ? '' : `; ${reasons.join(', and ')}`;
  const remedy = remark === '' ? '' : ': check which one is wrong';
  const message = `${label} of ${name} is stated as ${stated.text}, but ${right}${why}${remedy}.`;
  const figures = { stated: stated.minutes, ...(computed === null ? {} : { computed }) };
  return [{ span: stated, message, ...figures, explanation, fix }];
}

/** Text that is no duration claims no figure, so that it is no error: somebody may have left the mean out on purpose. */
function unreadableMean(
  { label, span, stated, computed, mean }: AuditedMean,
  { name, heading, incidents }: AuditedQuarter,
): FindingDraft[] {
  if (span === null || stated !== null || computed === null) return [];
  const message = `${label} of ${name} is stated as “${span.text.slice(0, 60)}”, but ${meanOf(mean, incidents.length)} is ${formatDuration(computed)}.`;
  return [{ span: span.text === '' ? heading : span, message, severity: 'warning', computed }];
}

function meanOf({ measured }: Mean, incidents: number): string {
  const of = measured < incidents ? `${measured} of its ${incidents}` : `its ${incidents}`;
  return incidents === 1 ? 'that of its one incident' : `the mean of ${of} incidents`;
}
