import { labelledValues } from '../../evidence/labelled-values.ts';
import type { AuditedLog } from '../../evidence/log.ts';
import { headingSpan, type Span } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { allowEmptyHint } from './allow-empty.ts';

export const nothingCompared: Rule = {
  id: 'nothing-compared',
  severities: ['error', 'notice'],
  documentation:
    'Times or figures stand under labels, and none of them could be used. A notice where a log states no figure, and with `--allow-empty`.',
  headline: 'No figure was compared',
  check(audited) {
    const { whenNothingChecked: severity } = audited.settings;
    const [entry] = audited.log.entries;
    if (severity === undefined || entry === undefined || isAnyCompared(audited)) return [];
    const unused = firstUnused(audited);
    if (unused === null) {
      const message =
        'This log states no figure, so nothing was compared: a figure such as “Time to repair: 1h 30m” is checked.';
      return [{ span: headingSpan(entry, audited.source), message, severity: 'notice' }];
    }
    const message = `No figure in this log could be compared with its times; the first value that was not used is here. Write times as “First detected: 2024-10-14 10:30” and “Repaired: …”, and figures as “Time to repair: 1h 30m”. ${allowEmptyHint}`;
    return [{ span: unused, message, severity }];
  },
};

function isAnyCompared({ incidents, quarters }: AuditedLog): boolean {
  const durations = [
    ...incidents.flatMap(({ figures }) => Object.values(figures)),
    ...quarters.flatMap(({ means }) => Object.values(means)),
  ];
  return durations.some(({ stated, computed }) => stated !== null && computed !== null);
}

/** The first figure or time under a label; null without any. A time counts only where no time at all could be read. */
function firstUnused({ log, incidents, source }: AuditedLog): Span | null {
  const labelled = labelledValues(log, source);
  const stated = incidents.flatMap(({ figures }) =>
    Object.values(figures).flatMap((figure) => figure.stated ?? []),
  );
  const times = incidents.flatMap(({ events }) => [...events.values()]);
  const unusedTimes = times.some(({ time }) => time.kind === 'time')
    ? []
    : [
        ...times.flatMap(({ event, time }) => (time.kind === 'problem' ? event.value : [])),
        ...labelled.filter(({ kind }) => kind === 'time'),
      ];
  const unused: Span[] = [...stated, ...labelled.filter(({ kind }) => kind === 'figure'), ...unusedTimes];
  return unused.toSorted((one, other) => one.start - other.start)[0] ?? null;
}
