import { planCommands } from '../commands/plan.ts';
import { hasLabel } from '../github/issue.ts';
import type { Change } from '../model/change.ts';
import { apply } from './apply.ts';
import type { RunContext } from './context.ts';
import type { IssueSnapshot } from './snapshot.ts';

/** Carries out the commands that people have typed, one incident after the other, and returns the issues as they are then. */
export async function commandStep(
  context: RunContext,
  snapshot: IssueSnapshot,
): Promise<{ readonly snapshot: IssueSnapshot; readonly changes: readonly Change[] }> {
  const { label, log, onResolved } = context.settings;
  const settings = { template: snapshot.template, timezone: log.timezone, onResolved };
  const changes: Change[] = [];
  const conversations = [];
  for (const conversation of snapshot.conversations) {
    const { issue, confirmation } = conversation;
    // While it is unclear who changed a confirmed text, nothing is written into it. The next run knows, and goes on.
    if (!hasLabel(issue, label) || confirmation.verdict === 'pending') {
      conversations.push(conversation);
      continue;
    }
    const plan = planCommands(conversation, settings);
    const results = await apply(context, plan.changes);
    changes.push(...plan.changes);
    if (plan.changes.length === 0) {
      conversations.push(plan.conversation);
      continue;
    }
    const answer = results.find((result) => result?.kind === 'issue')?.issue;
    const { body, state, state_reason } = answer ?? plan.conversation.issue;
    conversations.push({ ...plan.conversation, issue: { ...issue, body, state, state_reason } });
  }
  const current = new Map(conversations.map(({ issue }) => [issue.number, issue]));
  const listed = snapshot.listed.map((issue) => current.get(issue.number) ?? issue);
  return { snapshot: { ...snapshot, listed, conversations }, changes };
}
