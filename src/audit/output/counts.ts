import type { Audit } from '../audit.ts';
import type { AuditedDuration } from '../evidence/figure.ts';
import type { Severity } from '../finding.ts';

/** How many durations a log states, and how many of them are wrong. */
interface Count {
  readonly stated: number;
  readonly wrong: number;
}

/** The durations of incidents, and the means of quarters that have incidents or state a mean without having any. */
export function countsOf({ incidents, quarters }: Audit): {
  readonly durations: Count;
  readonly means: Count;
} {
  return {
    durations: count(incidents.flatMap(({ figures }) => Object.values(figures))),
    means: count(
      quarters.flatMap(({ means, incidents: members }) =>
        Object.values(means).filter(({ mismatch }) => members.length > 0 || mismatch !== null),
      ),
    ),
  };
}

function count(durations: readonly AuditedDuration[]): Count {
  return {
    stated: durations.filter(({ stated }) => stated !== null).length,
    wrong: durations.filter(({ mismatch }) => mismatch !== null).length,
  };
}

/** “12 of 34 durations and 9 of 20 means are wrong”, or that nothing could be checked; and how much was read and found. */
export function summaryOf(audit: Audit): string {
  const { findings } = audit;
  const severities: readonly Severity[] = ['error', 'warning', 'notice'];
  const found = severities.map((severity) =>
    plural(findings.filter((finding) => finding.severity === severity).length, severity),
  );
  const fixable = findings.filter(({ fix }) => fix !== null).length;
  const read = `${plural(audit.incidents.length, 'incident')} in ${plural(audit.quarters.length, 'quarter')} read`;
  const fix = fixable === 0 ? '' : `; --fix corrects ${plural(fixable, 'figure')}`;
  const headline = findings.find((finding) => finding.headline !== null)?.headline ?? wrongFigures(audit);
  return `${headline} (${read}; ${found.join(', ')}${fix}).`;
}

function wrongFigures(audit: Audit): string {
  const { durations, means } = countsOf(audit);
  return `${durations.wrong} of ${plural(durations.stated, 'duration')} and ${means.wrong} of ${plural(means.stated, 'mean')} are wrong`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
