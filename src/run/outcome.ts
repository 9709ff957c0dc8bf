import type { PullRequest } from '../github/pull-request.ts';
import type { IssueProblem } from '../incident/incident.ts';
import type { LogChanges } from '../log/diff.ts';
import type { Log } from '../log/read/model.ts';
import type { BuiltLog } from '../model/build-log.ts';
import type { Change } from '../model/change.ts';
import type { PullRequestResult } from '../pull-request/plan.ts';
import type { Removal } from '../report/sections.ts';
import type { OpenAction } from '../review-actions/open.ts';

/** What came of a run. */
export interface Outcome {
  readonly result: PullRequestResult;
  readonly pullRequest: PullRequest | null;
  /** Where a person can open the pull request; null where there is none to open. */
  readonly compareUrl: string | null;
  readonly built: BuiltLog;
  readonly logAtBase: Log | null;
  /** What differs between the two. */
  readonly logChanges: LogChanges;
  readonly repositoryUrl: string;
  /** What people should know about how issues were read, in one sentence; null where there is nothing. */
  readonly notice: string | null;
  readonly removals: ReadonlyMap<number, Removal>;
  /** In the order in which they were carried out, or would be. */
  readonly changes: readonly Change[];
  readonly actions: ActionsOutcome;
  /** How many incidents stay as the log has them, because this run did not ask about their authors. */
  readonly unasked: number;
}

/** What came of the review actions. */
export interface ActionsOutcome {
  readonly created: number;
  readonly open: readonly OpenAction[];
  /** Sentences about what was left as it is, and why. */
  readonly notes: readonly string[];
  readonly problems: readonly IssueProblem[];
}
