import { findingSection } from '../audit/output/summary.ts';
import type { LogChanges } from '../log/diff.ts';
import { BODY_LIMIT, type Section, shortened } from '../markdown/sections.ts';
import { PULL_REQUEST_MARKER } from '../markers/fixed.ts';
import type { BuiltLog } from '../model/build-log.ts';
import {
  actionSection,
  entrySection,
  problemSection,
  quarterSections,
  type Removal,
} from '../report/sections.ts';

/** The pull request's description: what changed and why, what needs fixing, and where entries are edited. */
export function pullRequestBody({
  logChanges,
  built,
  repositoryUrl,
  removals,
}: {
  /** What differs from the log at the base. */
  logChanges: LogChanges;
  built: BuiltLog;
  repositoryUrl: string;
  removals: ReadonlyMap<number, Removal>;
}): string {
  const intro = [
    'The entries that have an incident issue, generated anew from it. Such an entry is edited on its issue, which each row links to, not in the file: what is changed here in it is overwritten. Everything else in the file is yours, and stays as it is.',
  ];
  const sections: Section[] = [
    { head: intro, rows: [] },
    entrySection(logChanges.entries, repositoryUrl, removals),
    actionSection(logChanges.actions, repositoryUrl),
    ...quarterSections(logChanges.quarters),
    problemSection(built.problems, repositoryUrl),
    findingSection('## Found in what is kept by hand', built.findings),
  ];
  return shortened(sections, PULL_REQUEST_MARKER, { limit: BODY_LIMIT, sizeOf: (text) => text.length });
}
