import { auditLog } from '../audit/audit.ts';
import type { AuditSettings } from '../audit/evidence/log.ts';
import type { Finding } from '../audit/finding.ts';
import { fixLog } from '../audit/fix.ts';
import { brokenZone } from '../audit/rules/file/broken-zone.ts';
import { UserError } from '../errors.ts';
import type { Template } from '../form/template.ts';
import type { Incident, Instant, IssueProblem, Problem } from '../incident/incident.ts';
import type { Measured } from '../incident/statistics.ts';
import { handWrittenDuplicates, handWrittenEntries } from '../log/read/hand-written.ts';
import {
  type FormerEntry,
  isAllGenerated,
  isGeneratedEntry,
  type Log,
  type Origin,
} from '../log/read/model.ts';
import { unclosedBlock } from '../log/read/outline.ts';
import { asFormerEntry, isOngoing, readLog } from '../log/read/read.ts';
import { writeLog } from '../log/write-log.ts';
import { zoneProblem } from '../log/zones/zones.ts';
import type { TemplateEngine } from '../markdown/template.ts';
import { type ActionStates, unreadableActions, withActionStates } from './action-states.ts';
import type { ReadIssue } from './incidents.ts';
import { writeOverview } from './overview.ts';
import type { LogSettings } from './settings.ts';
import { type Summary, summarise } from './summary.ts';

export interface BuiltLog {
  /** The new file, read. */
  readonly log: Log;
  readonly incidents: readonly Incident[];
  /** Entries of incidents that can't be read any more, as the log had them. */
  readonly formerEntries: readonly FormerEntry[];
  /** Hand-written entries, with the figures that count in the means. */
  readonly handWritten: readonly Measured[];
  /** What an audit finds in what is hand-written. */
  readonly findings: readonly Finding[];
  readonly problems: readonly IssueProblem[];
  /** Figures beyond those of the quarters. */
  readonly summary: Summary;
}

/** Says in words what the chart shows. */
const chartAlt =
  'Incidents that have an issue, by when each was first detected and how long it took to resolve';

/**
 * The log of these incident issues, written into `existing`. An issue that can't be read any more keeps the entry it has
 * in the first of `formerLogs` that has one. The issue of a review action wins over the state that is typed behind it. An
 * incident that has a hand-written entry in the log, too, is not listed twice. Throws {@link UserError} where a block that
 * is left open would swallow what is written.
 */
export function buildLog({
  issues,
  actionStates,
  template,
  settings,
  repositoryUrl,
  existing: found,
  existingName,
  formerLogs,
  now,
}: {
  issues: readonly ReadIssue[];
  actionStates: ActionStates;
  template: Template;
  settings: LogSettings;
  repositoryUrl: string;
  existing: Log | null;
  /** What a message calls the file that `existing` is from. */
  existingName: string;
  formerLogs: readonly Log[];
  now: Instant;
}): BuiltLog {
  const { timezone, handKept } = settings;
  const auditSettings = { timezone, now, repositoryUrl, emptyQuarters: settings.emptyQuarters };
  const existing = found !== null && handKept === 'fix' ? fixed(found, auditSettings) : found;
  const duplicateOf = existing === null ? () => null : handWrittenDuplicates(existing, timezone);
  const incidents: Incident[] = [];
  const formerEntries: FormerEntry[] = [];
  const problems: IssueProblem[] = [];
  const formerEntryOf = formerEntriesIn(formerLogs, settings.timezone);
  for (const { issue, incident, problems: found } of issues) {
    const { number } = issue;
    const entry = incident === null ? formerEntryOf(number) : null;
    const said = incident === null ? saidWithout(found, entry) : found;
    problems.push(...said.map((problem) => ({ issue: number, ...problem })));
    const duplicate = incident && duplicateOf(incident);
    if (duplicate !== null) {
      problems.push(listedByHand(number, duplicate));
      continue;
    }
    if (incident !== null) {
      incidents.push(withActionStates(incident, actionStates));
      problems.push(...unreadableActions(incident, actionStates));
      continue;
    }
    if (entry !== null) formerEntries.push(entry);
  }
  const handWritten =
    existing === null
      ? []
      : handWrittenEntries(existing, { ...settings, now }).flatMap(({ entry, instant, figures }) =>
          instant === null ? [] : [{ firstDetected: instant, figures, isOngoing: isOngoing(entry) }],
        );
  const summary = summarise({ incidents, formerEntries, handWritten }, { template, timezone, now });
  const { path, chartPath } = settings;
  const chart = chartPath === '' ? null : { path: chartPath, alt: chartAlt };
  const writeSummary = (engine: TemplateEngine) =>
    writeOverview(summary, { repositoryUrl, path, timezone, now, engine, chart });
  const log = writeLog({
    ...settings,
    overview: settings.overview === 'write' ? writeSummary : null,
    existing,
    readLogs: formerLogs,
    incidents,
    formerEntries,
    repository: { url: repositoryUrl },
    now,
  });
  const hasHandWritten = existing !== null && !isAllGenerated(existing);
  const open = existing === null ? null : unclosedBlock(existing.text);
  if (existing !== null && (hasHandWritten || open !== null)) {
    const written = [...incidents, ...formerEntries].map(({ issue }) => issue);
    refuseUnreadable({ existing, name: existingName, open, log }, written);
  }
  return {
    log,
    incidents,
    formerEntries,
    handWritten,
    findings: findingsIn(log, hasHandWritten ? 'hand-written' : 'generated', auditSettings),
    problems,
    summary,
  };
}

/** The log with the figures corrected that an audit calls fixable. */
function fixed(log: Log, settings: AuditSettings): Log {
  const text = fixLog(log.text, auditLog(log, settings));
  return text === log.text ? log : readLog(text, settings.repositoryUrl);
}

/** What is wrong in generated entries is said on their issues; nobody but a person breaks a zone. */
function findingsIn(log: Log, origin: Origin, settings: AuditSettings): Finding[] {
  if (origin === 'generated' && zoneProblem(log.text) === null) return [];
  const generated = log.entries.filter(isGeneratedEntry);
  return auditLog(log, settings).findings.filter(
    ({ rule, start }) =>
      rule === brokenZone.id ||
      (origin === 'hand-written' && !generated.some((entry) => entry.start <= start && start < entry.end)),
  );
}

/**
 * What is written must be there to be read, or the next run would write it again: a fence or a comment that is left open makes
 * text of all that is written below its first line.
 */
function refuseUnreadable(
  {
    existing,
    name,
    open,
    log,
  }: {
    readonly existing: Log;
    readonly name: string;
    /** The block that is open at the end of the existing file. */
    readonly open: ReturnType<typeof unclosedBlock>;
    readonly log: Log;
  },
  issues: readonly number[],
): void {
  const lines = existing.text.split('\n');
  if (open !== null && !log.text.endsWith(lines.slice(open.line - 1).join('\n'))) {
    const block = open.kind === 'fence' ? 'A code fence' : 'An HTML block';
    throw new UserError(
      `${block} that begins in line ${open.line} of ${name} is never closed, and would swallow what is written below it; close it there. The file was left as it is.`,
    );
  }
  const written = new Set(log.entries.map(({ issue }) => issue));
  const lost = issues.filter((issue) => !written.has(issue));
  if (lost.length === 0) return;
  throw new UserError(
    `The headings of ${name} leave no place where the entry of #${lost[0]} could be found again; give the log quarters such as “## Q3 2024”. The file was left as it is.`,
  );
}

/** The entry of an issue in the first of these logs that has one. */
function formerEntriesIn(logs: readonly Log[], timezone: string): (issue: number) => FormerEntry | null {
  // Collected when it is needed: most runs need none.
  let entries: Map<number, FormerEntry> | undefined;
  const collect = () => {
    const found = new Map<number, FormerEntry>();
    for (const log of logs) {
      for (const entry of log.entries.filter(isGeneratedEntry)) {
        const former = asFormerEntry(entry, log, timezone);
        if (former !== null && !found.has(entry.issue)) found.set(entry.issue, former);
      }
    }
    return found;
  };
  return (issue) => {
    entries ??= collect();
    return entries.get(issue) ?? null;
  };
}

/**
 * The problems of an issue whose first detection can't be read. The message about that time also says what the log does with the issue:
 * one mistake gets one message.
 */
function saidWithout(problems: readonly Problem[], entry: FormerEntry | null): Problem[] {
  const effect = entry === null ? 'The log does not list it yet.' : 'The log keeps the entry it had.';
  const about = problems.find(({ field, severity }) => field === 'first-detected' && severity === 'error');
  return problems.map((each) => (each === about ? { ...each, message: `${each.message} ${effect}` } : each));
}

function listedByHand(issue: number, line: number): IssueProblem {
  return {
    issue,
    rule: 'entry-hand-kept',
    severity: 'warning',
    field: null,
    message: `The log has this incident already, kept by hand in line ${line}, so it is not listed twice: take that entry out of the file, and the issue's takes its place.`,
  };
}
