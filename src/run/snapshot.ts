import type { Conversation } from '../commands/conversation.ts';
import type { Template } from '../form/template.ts';
import type { Files } from '../github/file.ts';
import type { Issue } from '../github/issue.ts';
import type { CountedPermissions } from '../github/permissions.ts';
import type { BranchState } from '../github/pull-request.ts';
import type { Place } from '../github/repository.ts';
import type { Instant } from '../incident/incident.ts';
import type { Log } from '../log/read/model.ts';
import type { Change } from '../model/change.ts';
import type { ReadIssue } from '../model/incidents.ts';
import type { Tracking } from '../review-actions/tracking.ts';

/** The incident issues and what is said on them: what decides which commands are carried out. */
export interface IssueSnapshot {
  readonly repository: Place;
  readonly base: { readonly branch: string; readonly commit: string };
  readonly template: Template;
  /** All issues that carry the incident label, or are about to, whoever wrote them. A confirmation that does not hold is left out. */
  readonly listed: readonly Issue[];
  readonly conversations: readonly Conversation[];
  readonly isPermitted: CountedPermissions;
  /** What is to be done about labels. */
  readonly labelChanges: readonly Change[];
}

/** Everything that decides what a run does to the log. */
export interface Snapshot extends IssueSnapshot {
  readonly repositoryUrl: string;
  /** The generated files as the base has them. */
  readonly filesAtBase: Files;
  /** The log as the base has it; null where there is none. */
  readonly logAtBase: Log | null;
  /** The log as our branch has it; null where there is none. */
  readonly logOnBranch: Log | null;
  readonly branch: BranchState;
  /** The incidents in `listed` whose authors are trusted, or were not asked about in this run. */
  readonly incidents: readonly ReadIssue[];
  /** Null where review actions stay text. */
  readonly tracking: Tracking | null;
  /** When issues got their last reminder; null where this run reminds nobody. */
  readonly reminders: ReadonlyMap<number, Instant> | null;
}
