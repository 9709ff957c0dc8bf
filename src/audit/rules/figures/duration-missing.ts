import { formatDuration } from '../../../incident/clock.ts';
import type { AuditedFigure } from '../../evidence/figure.ts';
import { clip, type FindingDraft, type Span } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const durationMissing: Rule = {
  id: 'duration-missing',
  severities: ['warning'],
  documentation:
    'The times are there, and the duration between them is not stated, or not so that it can be read.',
  check: ({ incidents }) =>
    incidents.flatMap(({ figures, heading }) =>
      Object.values(figures).flatMap((figure) => missing(figure, heading)),
    ),
};

function missing({ label, to, span, stated, computed }: AuditedFigure, heading: Span): FindingDraft[] {
  if (stated !== null || computed === null) return [];
  const right = `${formatDuration(computed)} passed from first detected to ${to}`;
  if (span === null || span.text === '')
    return [{ span: heading, message: `${label} is not stated: ${right}.`, computed }];
  const message = `${label} is stated as “${clip(span.text)}”, which is no duration that can be compared: ${right}.`;
  return [{ span, message, computed }];
}
