import { findingSection } from '../audit/output/summary.ts';
import type { IssueProblem } from '../incident/incident.ts';
import type { LogChanges } from '../log/diff.ts';
import { issueLink } from '../log/write/entry.ts';
import { escapeText, quoteInConversation } from '../markdown/escape.ts';
import { quoteMessage } from '../markdown/message.ts';
import { clipped, list, type Section, SUMMARY_LIMIT_BYTES, shortened, table } from '../markdown/sections.ts';
import type { BuiltLog } from '../model/build-log.ts';
import type { OpenAction } from '../review-actions/open.ts';

import { changeSections, problemSection, type Removal } from './sections.ts';

/** The step summary: what changed, what is still open, what was done, what needs fixing. */
export function stepSummary({
  headline,
  failure = null,
  notice = null,
  logChanges,
  built,
  repositoryUrl,
  removals,
  openActions,
  done,
  notes,
}: {
  headline: string;
  /** Why the run fails all the same, in one sentence. */
  failure?: string | null;
  /** What people should know about how issues were read, in one sentence. */
  notice?: string | null;
  /** What differs from the log at the base. */
  logChanges: LogChanges;
  built: BuiltLog;
  repositoryUrl: string;
  removals: ReadonlyMap<number, Removal>;
  /** In the order in which they are shown. */
  openActions: readonly OpenAction[];
  /** What was done, or would be, a sentence each. */
  done: readonly string[];
  /** What was left undone about review actions, and why, a sentence each. */
  notes: readonly string[];
}): string {
  const sections: Section[] = [
    { head: [headline], rows: [] },
    failedSection(failure, repositoryUrl),
    { head: notice === null ? [] : [`**Note**: ${quoteInConversation(notice)}`], rows: [] },
    ...changeSections(logChanges, repositoryUrl, removals),
    openSection(openActions, repositoryUrl),
    list('## Steps', done.map(quoteInConversation)),
    list(
      '## Notes on review actions',
      notes.map((note) => quoteMessage(note, repositoryUrl)),
    ),
    problemSection(built.problems, repositoryUrl),
    findingSection('## Found in what is kept by hand', built.findings),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

/** The step summary of a run that failed on its way: the error, what was done, and what was not. Each is one sentence. */
export function failureSummary({
  failure,
  repositoryUrl,
  done,
  left,
}: {
  failure: string;
  repositoryUrl: string;
  done: readonly string[];
  left: readonly string[];
}): string {
  const rest =
    done.length === 0
      ? 'No change was completed.'
      : 'The rest of the run was not reached; the next run does it.';
  const sections: Section[] = [
    failedSection(failure, repositoryUrl),
    { head: [rest], rows: [] },
    list('## Done', done.map(quoteInConversation)),
    list('## Not done', left.map(quoteInConversation)),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

/** The step summary of a run that wrote a report page: where it is, and what needs fixing. */
export function reportSummary({
  headline,
  failure,
  problems,
  repositoryUrl,
}: {
  headline: string;
  /** Why the run fails all the same, in one sentence. */
  failure: string | null;
  problems: readonly IssueProblem[];
  repositoryUrl: string;
}): string {
  const sections: Section[] = [
    { head: ['# Incident report', '', headline], rows: [] },
    failedSection(failure, repositoryUrl),
    problemSection(problems, repositoryUrl),
  ];
  return shortened(sections, '', { limit: SUMMARY_LIMIT_BYTES, sizeOf: (text) => Buffer.byteLength(text) });
}

function failedSection(failure: string | null, repositoryUrl: string): Section {
  return { head: failure === null ? [] : [`**Failed**: ${quoteMessage(failure, repositoryUrl)}`], rows: [] };
}

function openSection(actions: readonly OpenAction[], repositoryUrl: string): Section {
  const rows = actions.map(({ reference, url, title, incident, owners, due, ageDays, isOverdue }) => [
    `[${typeof reference === 'number' ? `#${reference}` : escapeText(reference)}](${url}) ${quoteInConversation(clipped(title))}`,
    issueLink(incident, repositoryUrl),
    owners.map(quoteInConversation).join(', '),
    [due ?? '', isOverdue ? 'overdue' : ''].filter((part) => part !== '').join(', '),
    ageDays === 1 ? '1 day' : `${ageDays} days`,
  ]);
  return table('## Open review actions', ['Action', 'Incident', 'Owner', 'Due', 'Age'], rows);
}
