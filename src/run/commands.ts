import { planCommands } from '../commands/plan.ts';
import { hasLabel, type Issue } from '../github/issue.ts';
import type { Change } from '../pull-request/plan.ts';
import { carryOut, type Progress } from './carry-out.ts';
import type { ConversationSeen, IssuesSeen } from './observe-issues.ts';

/** Carries out what people have commanded, one incident after the other, and returns the issues as they are after it. */
export async function reconcileCommands(
  run: Progress,
  seen: IssuesSeen,
): Promise<{ readonly seen: IssuesSeen; readonly changes: readonly Change[] }> {
  const { log, onResolved } = run.settings;
  const settings = { template: seen.template, timezone: log.timezone, onResolved };
  const changes: Change[] = [];
  const rewritten = new Map<number, Issue>();
  const conversations: ConversationSeen[] = [];
  for (const conversation of seen.conversations) {
    const { issue, confirmation } = conversation;
    // Whose text is in doubt is not written into: the next run knows, and carries them out.
    if (!hasLabel(issue, run.settings.label) || confirmation.verdict === 'pending') {
      conversations.push(conversation);
      continue;
    }
    const { before, rewrite, after, cursor } = planCommands(conversation, settings);
    conversations.push({ ...conversation, cursor });
    const done = await carryOut(run, seen, [...before, ...(rewrite === null ? [] : [rewrite]), ...after]);
    changes.push(...done.changes);
    if (rewrite === null) continue;
    const closed = rewrite.closes ? ({ state: 'closed', state_reason: rewrite.closes } as const) : {};
    const answer = done.results.find((result) => result?.kind === 'issue')?.issue;
    const { body, state, state_reason } = answer ?? { ...issue, ...closed, body: rewrite.body };
    rewritten.set(issue.number, { ...issue, body, state, state_reason });
  }
  const current = (issue: Issue) => rewritten.get(issue.number) ?? issue;
  return {
    seen: {
      ...seen,
      listed: seen.listed.map(current),
      conversations: conversations.map((each) => ({ ...each, issue: current(each.issue) })),
    },
    changes,
  };
}
