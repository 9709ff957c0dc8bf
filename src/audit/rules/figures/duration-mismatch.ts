import { formatDuration } from '../../../incident/clock.ts';
import type { AuditedFigure } from '../../evidence/figure.ts';
import { clip, type FindingDraft } from '../../finding.ts';
import type { JudgedFigure } from '../../reading/judge.ts';
import type { Rule } from '../../rule.ts';

export const durationMismatch: Rule = {
  id: 'duration-mismatch',
  severities: ['error', 'notice'],
  documentation:
    'A stated time to repair or to resolve is not what passes from first detection to that event. `--fix` corrects it, unless something explains what was stated; then the time or the figure is wrong, and a person must decide which. In a log of another form, a figure under a label such as Duration is compared with every pair of times that its label allows, in the precision in which it is stated; a notice where the figure or a time is approximate, or the times stand in a timeline.',
  check: ({ incidents, reports }) => [
    ...incidents.flatMap(({ figures }) => Object.values(figures).flatMap(mismatch)),
    ...reports.flatMap(({ figures }) => figures.flatMap(wrongFigure)),
  ],
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

function wrongFigure({ figure, verdict, computed, from, to, isCertain, fix }: JudgedFigure): FindingDraft[] {
  if (verdict !== 'wrong' || computed === null) return [];
  const { label, span, length } = figure;
  const minutes = Math.floor(computed / 60);
  const nearest =
    from === null || to === null
      ? `the nearest two times in the timeline are ${formatDuration(minutes)} apart`
      : `${formatDuration(minutes)} passed from ${from} to ${to}`;
  const message = `${clip(label)} is stated as ${clip(span.text)}, but ${nearest}${fix === null ? ': check which one is wrong' : ''}.`;
  const stated = Math.floor(length.seconds / 60);
  return [{ span, message, severity: isCertain ? 'error' : 'notice', stated, computed: minutes, fix }];
}
