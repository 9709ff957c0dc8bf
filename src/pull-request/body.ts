import { findingSection } from '../audit/output/summary.ts';
import type { LogChanges } from '../log/diff.ts';
import { BODY_LIMIT, type Section, shortened } from '../markdown/sections.ts';
import { PULL_REQUEST_MARKER } from '../markers/fixed.ts';
import type { BuiltLog } from '../model/build-log.ts';
import { changeSections, problemSection, type Removal } from '../report/sections.ts';

const note =
  'Generated entries come from the linked issues. Edit the issue, not the entry: edits to a generated entry are overwritten. Everything else in the file is yours and stays as it is.';

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
  const changes = changeSections(logChanges, repositoryUrl, removals);
  const isUnchanged = changes.every(({ rows }) => rows.length === 0);
  const sections: Section[] = [
    { head: isUnchanged ? ['Incidents, review actions and figures are unchanged.'] : [], rows: [] },
    ...changes,
    problemSection(built.problems, repositoryUrl),
    findingSection('## Found in what is kept by hand', built.findings),
    { head: ['---', '', note], rows: [] },
  ];
  return shortened(sections, PULL_REQUEST_MARKER, { limit: BODY_LIMIT, sizeOf: (text) => text.length });
}
