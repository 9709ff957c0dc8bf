import type { Span } from '../finding.ts';

/** What stands around a figure: its line without it, and a line in parentheses below. */
export function remarkAround({ start, end }: Span, source: string): string {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const [behind = ''] = /^[^\n]*(?:\n[ \t]*\([^\n]*)?/.exec(source.slice(end)) ?? [];
  return `${before} ${behind}`;
}

/** Whether the text around a figure says that it leaves out some of the time, such as nights or weekends. */
export function leavesOutTime(remark: string): boolean {
  return (
    /\b(?:support|working|business|office|core|opening|staffed|service|on-call|sla)[- ](?:hours?|days?|time)\b|\b(?:in|out)[- ](?:of[- ])?hours\b|\bhours (?:only|of (?:support|service))\b|\b(?:weekdays?|weekends?|overnight)\b|\bM(?:on(?:day)?)?\s*(?:-|–|—|to)\s*F(?:ri(?:day)?)?\b/i.test(
      remark,
    ) || /\b(?:excluding|excl|except|without|not counting|minus|paused|downtime|degraded)\b/i.test(remark)
  );
}
