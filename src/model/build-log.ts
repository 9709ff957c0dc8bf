import { auditLog } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.ts';
import { fixLog } from '../audit/fix.ts';
import { UserError } from '../errors.ts';
import type { Incident, Instant, IssueProblem, Problem } from '../incident/incident.ts';
import type { Measured } from '../incident/statistics.ts';
import { handKeptEntries, handKeptTwins } from '../log/read/hand-written.ts';
import { unclosedBlock } from '../log/read/outline.ts';
import { isAllGenerated, isManaged, type KeptEntry, keepEntry, readLog } from '../log/read/read.ts';
import { writeLog } from '../log/write.ts';
import { type ActionStates, unreadableActions, withActionStates } from './action-states.ts';
import type { ReadIssue } from './incidents.ts';
import type { LogSettings } from './settings.ts';

export interface BuiltLog {
  readonly text: string;
  readonly incidents: readonly Incident[];
  /** Incidents that cannot be read any more, as the log had them. */
  readonly kept: readonly KeptEntry[];
  /** Entries that people keep, with the figures that count in the means. */
  readonly handKept: readonly Measured[];
  /** What an audit finds in what people keep. */
  readonly findings: readonly Finding[];
  readonly problems: readonly IssueProblem[];
}

/**
 * The log of these incident issues, written into `existing`. An issue that cannot be read any more keeps the entry it has
 * in the first of `formerLogs` that has one. The issue of a review action wins over the state that is typed behind it. An
 * incident that somebody keeps by hand in the log, too, is not listed twice. Throws {@link UserError} where a block that
 * is left open would swallow what is written.
 */
export function buildLog({
  issues,
  actionStates,
  settings,
  repositoryUrl,
  existing: found,
  existingName,
  formerLogs,
  now,
}: {
  issues: readonly ReadIssue[];
  actionStates: ActionStates;
  settings: LogSettings;
  repositoryUrl: string;
  existing: string | null;
  /** What a message calls the file that `existing` is from. */
  existingName: string;
  formerLogs: readonly string[];
  now: Instant;
}): BuiltLog {
  const { timezone, handKept } = settings;
  const auditSettings = { timezone, now, repositoryUrl, emptyQuarters: settings.emptyQuarters };
  const existing =
    found !== null && handKept === 'fix' ? fixLog(found, auditLog(found, auditSettings)) : found;
  const existingLog = readLog(existing ?? '', repositoryUrl);
  const twins = handKeptTwins(existingLog, timezone);
  const incidents: Incident[] = [];
  const kept: KeptEntry[] = [];
  const problems: IssueProblem[] = [];
  const formerEntry = formerEntries(formerLogs, repositoryUrl, settings.timezone);
  for (const { issue, incident, problems: found } of issues) {
    const { number } = issue;
    const entry = incident === null ? formerEntry(number) : null;
    const said = incident === null ? saidWithout(found, entry) : found;
    problems.push(...said.map((problem) => ({ issue: number, ...problem })));
    const twin = incident && twins(incident);
    if (twin !== null) {
      problems.push(listedByHand(number, twin));
      continue;
    }
    if (incident !== null) {
      incidents.push(withActionStates(incident, actionStates));
      problems.push(...unreadableActions(incident, actionStates));
      continue;
    }
    if (entry !== null) kept.push(entry);
  }
  const text = writeLog({ ...settings, existing, incidents, kept, repository: { url: repositoryUrl }, now });
  if (existing !== null && !(isAllGenerated(existingLog) && unclosedBlock(existing) === null)) {
    const issues = [...incidents, ...kept].map(({ issue }) => issue);
    refuseUnreadable({ existing, name: existingName, text }, issues, repositoryUrl);
  }
  return {
    text,
    incidents,
    kept,
    handKept: handKeptEntries(existing ?? '', existingLog, { ...settings, now }).flatMap(
      ({ instant, figures }) => (instant === null ? [] : [{ firstDetected: instant, figures }]),
    ),
    findings: isAllGenerated(existingLog) ? [] : handKeptFindings(text, auditSettings),
    problems,
  };
}

/** What is wrong in generated entries is said on their issues. */
function handKeptFindings(text: string, settings: Parameters<typeof auditLog>[1]): Finding[] {
  const { log, findings } = auditLog(text, settings);
  const managed = log.entries.filter(isManaged);
  return findings.filter(({ start }) => !managed.some((entry) => entry.start <= start && start < entry.end));
}

/**
 * What is written must be there to be read, or the next run would write it again: a fence or a comment that is left open makes
 * text of all that is written below its first line.
 */
function refuseUnreadable(
  { existing, name, text }: { existing: string; name: string; text: string },
  issues: readonly number[],
  repositoryUrl: string,
): void {
  const open = unclosedBlock(existing);
  const lines = existing.split('\n');
  if (open !== null && !text.endsWith(lines.slice(open.line - 1).join('\n'))) {
    const block = open.kind === 'fence' ? 'A code fence' : 'An HTML block';
    throw new UserError(
      `${block} that begins in line ${open.line} of ${name} is never closed, and would swallow what is written below it; close it there. The file was left as it is.`,
    );
  }
  const written = new Set(readLog(text, repositoryUrl).entries.map(({ issue }) => issue));
  const lost = issues.filter((issue) => !written.has(issue));
  if (lost.length === 0) return;
  throw new UserError(
    `The headings of ${name} leave no place where the entry of #${lost[0]} could be found again; give the log quarters such as “## Q3 2024”. The file was left as it is.`,
  );
}

function formerEntries(logs: readonly string[], repositoryUrl: string, timezone: string) {
  // Read when it is needed: most runs need none.
  let entries: Map<number, KeptEntry> | undefined;
  const readAll = () => {
    const found = new Map<number, KeptEntry>();
    for (const log of logs) {
      for (const entry of readLog(log, repositoryUrl).entries.filter(isManaged)) {
        const kept = keepEntry(entry, log, timezone);
        if (kept !== null && !found.has(entry.issue)) found.set(entry.issue, kept);
      }
    }
    return found;
  };
  return (issue: number): KeptEntry | null => {
    entries ??= readAll();
    return entries.get(issue) ?? null;
  };
}

/**
 * The problems of an issue whose first detection can't be read. The message about that time also says what the log does with the issue:
 * one mistake gets one message.
 */
function saidWithout(problems: readonly Problem[], entry: KeptEntry | null): Problem[] {
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
