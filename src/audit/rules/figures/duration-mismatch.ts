import { formatDuration } from '../../../incident/clock.ts';
import type { AuditedFigure } from '../../evidence/figure.ts';
import { clip, type FindingDraft } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const durationMismatch: Rule = {
  id: 'duration-mismatch',
  severities: ['error'],
  documentation:
    'A stated time to repair or to resolve is not what passes from first detection to that event. `--fix` corrects it, unless something explains what was stated; then the time or the figure is wrong, and a person must decide which.',
  check: ({ incidents }) => incidents.flatMap(({ figures }) => Object.values(figures).flatMap(mismatch)),
};

function mismatch({ label, to, stated, computed, mismatch }: AuditedFigure): FindingDraft[] {
  if (stated === null || computed === null || mismatch === null) return [];
  const { explanation, remark, fix } = mismatch;
  const reasons = [explanation, remark && `the remark with it is “${clip(remark)}”`].filter(Boolean);
  const why = reasons.length === 0 ? '' : `; ${reasons.join(', and ')}`;
  const remedy = fix === null ? ': check which one is wrong' : '';
  const message = `${label} is stated as ${stated.text}, but ${formatDuration(computed)} passed from first detected to ${to}${why}${remedy}.`;
  return [{ span: stated, message, stated: stated.minutes, computed, explanation, fix }];
}
