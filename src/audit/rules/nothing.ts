import { quarterName } from '../../incident/quarter.ts';
import { isTimelike } from '../../log/read/label-lines.ts';
import { isGeneratedEntry, type Log } from '../../log/read/model.ts';
import { readableLines } from '../../log/read/readable-lines.ts';
import { statedDuration } from '../../log/read/stated-duration.ts';
import { OWN_NOTICE } from '../../log/write.ts';
import type { Audit } from '../audit.ts';
import { type Finding, headingRange, type Range, reporter } from './finding.ts';
import { computedMean, incidentsByQuarter } from './means.ts';

/** Whether a finding says that the audit could do nothing. */
export function isAboutNothing({ rule }: Finding): boolean {
  return rule === 'nothing-read' || rule === 'nothing-compared';
}

/**
 * The audit, with a finding in front where it could do nothing: no incident was found in a file with text in it (`nothing-read`), or
 * no figure could be compared with times (`nothing-compared`). An empty file and a generated log without incidents are right.
 *
 * @param severity of that finding; a log that states no figure gets a notice in any case
 */
export function addNothingFinding(audit: Audit, source: string, severity: 'error' | 'notice'): Audit {
  const finding = audit.incidents.length === 0 ? nothingRead(audit, source) : nothingCompared(audit, source);
  if (finding === null) return audit;
  const isNotice = severity === 'notice' || finding.severity === 'notice';
  return {
    ...audit,
    findings: [{ ...finding, severity: isNotice ? 'notice' : 'error' }, ...audit.findings],
  };
}

const remedy = 'If that is right, `--allow-empty` (input `allow-empty`) makes a notice of this.';

function nothingRead({ log }: Audit, source: string): Finding | null {
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '' || isOwnWithoutIncidents(log, source)) return null;
  const start = source.length - text.trimStart().length;
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start)) ?? [];
  const message = `No incident was found in this file, so nothing was checked: give each a heading with its day, such as “## 2024-10-14: Title”, and list its times below. ${remedy}`;
  return reporter(source)('nothing-read', { start, end: start + line.trimEnd().length }, message);
}

function isOwnWithoutIncidents({ quarters }: Log, source: string): boolean {
  const isOurs = quarters.every(({ generated, incidents }) => generated !== null && incidents?.text === '0');
  return isOurs && (quarters.length > 0 || source.includes(OWN_NOTICE));
}

function nothingCompared(audit: Audit, source: string): Finding | null {
  const { incidents, log } = audit;
  if (comparedFigures(audit) > 0) return null;
  const report = reporter(source);
  const labelled = labelledValues(log, source);
  const stated = incidents.flatMap(({ stated: { timeToRepair, timeToResolve } }) =>
    [timeToRepair, timeToResolve].filter((duration) => duration !== null),
  );
  const times = incidents.flatMap(({ events }) => [...events.values()]);
  const unusedTimes = times.some(({ time }) => time.kind === 'time')
    ? []
    : [
        ...times.flatMap(({ event, time }) => (time.kind === 'problem' ? event.value : [])),
        ...labelled.filter(({ kind }) => kind === 'time'),
      ];
  const unused: Range[] = [...stated, ...labelled.filter(({ kind }) => kind === 'figure'), ...unusedTimes];
  const [first] = unused.toSorted((one, other) => one.start - other.start);
  if (first !== undefined) {
    const message = `No figure in this log could be compared with its times; the first value that was not used is here. Write times as “First detected: 2024-10-14 10:30” and “Repaired: …”, and figures as “Time to repair: 1h 30m”. ${remedy}`;
    return report('nothing-compared', first, message);
  }
  const [entry] = log.entries;
  if (entry === undefined) return null;
  const message =
    'This log states no figure, so nothing was compared: a figure such as “Time to repair: 1h 30m” is checked.';
  return { ...report('nothing-compared', headingRange(entry, source), message), severity: 'notice' };
}

/** How many stated figures were held against times. */
function comparedFigures({ incidents, log }: Audit): number {
  const durations = incidents.flatMap(({ stated, computed }) =>
    (['timeToRepair', 'timeToResolve'] as const).filter(
      (figure) => stated[figure] !== null && computed[figure] !== null,
    ),
  );
  const byQuarter = incidentsByQuarter(incidents);
  const means = log.quarters.flatMap((quarter) => {
    const members = byQuarter.get(quarterName(quarter.quarter)) ?? [];
    return (['meanTimeToRepair', 'meanTimeToResolve'] as const).filter(
      (mean) => statedDuration(quarter[mean]) !== null && computedMean(members, mean).measured > 0,
    );
  });
  return durations.length + means.length;
}

interface LabelledValue extends Range {
  readonly kind: 'time' | 'figure';
}

/** A name and what stands behind it, in a line or in a row of a table, whatever the name is. */
const labelledLine = /^[ \t>|]*(?:[-*+•·–—][ \t]+|\d{1,3}[.)][ \t]+)?([^\d:|\n][^:|\n]{0,60})[:|]([^\n]*)/;
const figure =
  /^[~≈<>]?\s*(?:(?:about|around|approx\.?|approximately|less than|more than|over|under)\s+)?\d[\d.,:]*\s*\+?\s*(?:weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|[dhms])(?![\p{L}])/iu;

/** Times and figures under labels of any name, in what people have written about incidents and quarters. */
function labelledValues({ sections }: Log, source: string): LabelledValue[] {
  const kept = sections.filter(
    (section) => section.kind === 'quarter' || (section.kind === 'entry' && !isGeneratedEntry(section)),
  );
  return kept.flatMap((section) =>
    [...readableLines(source.slice(section.start, section.end), section.start, section.line)].flatMap(
      ({ text, start }): LabelledValue[] => {
        const [, name = '', behind = ''] = labelledLine.exec(text) ?? [];
        if (!/\p{L}/u.test(name)) return [];
        const value = behind.replace(/^[\s*_`|:]+/, '');
        const range = { start, end: start + text.trimEnd().length };
        if (figure.test(value)) return [{ kind: 'figure', ...range }];
        return isTimelike(value) && /\d[:.]\d{2}/.test(value) ? [{ kind: 'time', ...range }] : [];
      },
    ),
  );
}
