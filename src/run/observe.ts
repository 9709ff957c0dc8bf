import type { RunContext } from './context.ts';
import { observeIncidents } from './observe-incidents.ts';
import { readReminders } from './observe-review-actions.ts';
import type { Reads } from './reads.ts';
import type { IssueSnapshot, Snapshot } from './snapshot.ts';

/** All else that decides what becomes of the log: the repository's files as of the same commit of the base. */
export async function observe(context: RunContext, issues: IssueSnapshot, reads: Reads): Promise<Snapshot> {
  const { github, settings, trigger, now, ownLogin } = context;
  const { reviewActions } = settings;
  const [filesAtBase, branch, logs] = await Promise.all([reads.filesAtBase, reads.branch, reads.logs]);
  const { incidents, tracking, current } = await observeIncidents(context, issues, reads);
  return {
    ...issues,
    listed: issues.listed.map(current),
    conversations: issues.conversations.map((conversation) => ({
      ...conversation,
      issue: current(conversation.issue),
    })),
    repositoryUrl: issues.repository.url,
    filesAtBase,
    ...logs,
    branch,
    incidents,
    tracking,
    reminders:
      trigger.kind === 'schedule' && reviewActions !== null && tracking !== null
        ? await readReminders(github, tracking, { ...settings.log, ...reviewActions, now }, ownLogin)
        : null,
  };
}
