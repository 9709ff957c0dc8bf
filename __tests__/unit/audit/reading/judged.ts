import { judgeIncident } from '../../../../src/audit/reading/judge.ts';
import { readIncidents } from '../../../../src/audit/reading/read.ts';

/** Each figure of a log: line, text, verdict, minutes between the nearest two times, and “certain” where it cannot follow. */
export function judged(source: string, timezone = 'UTC'): string[] {
  return readIncidents(source, timezone).flatMap((incident) =>
    judgeIncident(incident, timezone).map(({ figure: { span }, verdict, computed, isCertain }) =>
      [
        span.line,
        span.text,
        verdict,
        ...(computed === null ? [] : [Math.floor(computed / 60)]),
        ...(verdict === 'wrong' && isCertain ? ['certain'] : []),
      ].join(' '),
    ),
  );
}

/** Each incident of a log as its line and its day. */
export function days(source: string): string[] {
  return readIncidents(source, 'UTC').map(({ line, date }) => `${line} ${date}`);
}

/** One incident with a heading and some lines below, from line 3 on. */
export function incidentWith(lines: readonly string[], heading = '## 2026-03-01: Mail queue stuck'): string {
  return [heading, '', ...lines, ''].join('\n');
}
