import { quarterHeading } from '../../../incident/quarter.ts';
import type { AuditedLog } from '../../evidence/log.ts';
import { type FindingDraft, headingSpan } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const quarterName: Rule = {
  id: 'quarter-name',
  severities: ['warning'],
  documentation:
    'A quarter’s heading names other months than its own, a quarter of another kind of year, or one that stands above already.',
  check: (log) => [...wrongNames(log), ...unreadableNames(log)],
};

function wrongNames({ quarters }: AuditedLog): FindingDraft[] {
  const lines = new Map<string, number>();
  return quarters.flatMap(({ name, heading, section }) => {
    const above = lines.get(name);
    if (above !== undefined) {
      const message = `${name} stands a second time; it is in line ${above} already.`;
      return [{ span: heading, message }];
    }
    lines.set(name, section.line);
    if (section.months !== 'others') return [];
    const message = `The months behind ${name} are not its own: ${quarterHeading(section.quarter)}.`;
    return [{ span: heading, message }];
  });
}

function unreadableNames({ log, source }: AuditedLog): FindingDraft[] {
  return log.sections.flatMap((section) => {
    if (section.kind !== 'text' || !section.isUnreadableQuarter) return [];
    const message = 'It cannot be told which quarter of a calendar year this is: write it as “Q3 2024”.';
    return [{ span: headingSpan(section, source), message }];
  });
}
