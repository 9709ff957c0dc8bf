import type { Conversation } from '../commands/conversation.ts';
import { UserError } from '../errors.ts';
import { followsForm } from '../form/answers.ts';
import type { Template } from '../form/template.ts';
import type { GitHub } from '../github/client.ts';
import { missingLabels, readIssue } from '../github/incidents.ts';
import { hasLabel, type Issue, type TrustRule } from '../github/issue.ts';
import { addLabels, type Change, createLabel, removeLabel } from '../model/change.ts';
import { labelsOf } from '../model/labels.ts';
import type { Settings } from '../model/settings.ts';
import { judgeConfirmation } from './confirmation.ts';
import type { RunContext } from './context.ts';
import { readConversation } from './observe-conversation.ts';
import type { Reads } from './reads.ts';
import { conversingIssues } from './recent-issues.ts';
import type { IssueSnapshot } from './snapshot.ts';
import type { Trigger } from './trigger.ts';

/** Reads the issues, what was said on those that somebody may be waiting at, and the form as of one commit of the base. */
export async function observeIssues(context: RunContext, reads: Reads): Promise<IssueSnapshot> {
  const { github, settings, trigger, now, isPermitted, ownLogin, journal } = context;
  const repository = await reads.repository;
  const { branch: base, commit } = await reads.base;
  if (settings.branch === base) {
    throw new UserError(
      `The inputs \`branch\` and \`base\` both name ${base}; give \`branch\` another name, for the log arrives there as a pull request.`,
    );
  }
  const [template, found, labels] = await Promise.all([reads.template, reads.incidents, reads.missingLabels]);
  const opened = await openedMeanwhile(github, { settings, trigger, template, listed: found });
  const issues = opened === null ? found : [...found, opened.issue];
  const rule: TrustRule = settings;
  const reader = {
    github,
    rule,
    isPermitted,
    ownLogin,
    recent: await reads.recentComments,
    feedback: settings.feedback,
    now,
  };
  const event = 'issue' in trigger ? trigger.issue : null;
  const unlabelled = await unlabelledNow(github, { trigger, listed: issues });
  const conversing = conversingIssues([...issues, ...unlabelled], { event, now, rule });
  const conversations = await Promise.all(
    conversing.map(async (issue): Promise<Conversation> => {
      const conversation = await readConversation(issue, reader);
      const memory = settings.feedback === 'none' ? 'none' : 'kept';
      const judging = { rule, isPermitted, ownLogin, memory, writtenHashes: journal.written } as const;
      const confirmation = await judgeConfirmation(conversation, trigger, judging);
      const isHeld = confirmation.verdict === 'needless' || confirmation.verdict === 'holds';
      const current = isHeld ? issue : withoutLabel(issue, settings.confirmedLabel);
      return { ...conversation, issue: current, confirmation };
    }),
  );
  const current = new Map(conversations.map(({ issue }) => [issue.number, issue]));
  const undone = conversations.filter(({ confirmation }) => confirmation.verdict === 'undone');
  return {
    repository,
    base: { branch: base, commit },
    template,
    listed: issues.map((issue) => current.get(issue.number) ?? issue),
    conversations,
    isPermitted,
    labelChanges: [
      ...labels.map(createLabel),
      ...(opened?.labelChanges ?? []),
      ...undone.map(({ issue }) => removeLabel(issue.number, settings.confirmedLabel)),
    ],
  };
}

/** The issue that has just lost the label: its status comment must say so. */
async function unlabelledNow(
  github: GitHub,
  { trigger, listed }: { trigger: Trigger; listed: readonly Issue[] },
): Promise<Issue[]> {
  if (trigger.kind !== 'unlabelled' || listed.some(({ number }) => number === trigger.issue)) return [];
  const issue = await readIssue(github, trigger.issue);
  return issue === null ? [] : [issue];
}

/**
 * The issue that was opened through the form and that the list does not hold yet: GitHub dropped the form's label, or it got
 * the label only after the list was read. The issue is returned with the label.
 */
async function openedMeanwhile(
  github: GitHub,
  {
    settings,
    trigger,
    template,
    listed,
  }: { settings: Settings; trigger: Trigger; template: Template; listed: readonly Issue[] },
): Promise<{ readonly issue: Issue; readonly labelChanges: readonly Change[] } | null> {
  if (trigger.kind !== 'opened' || listed.some(({ number }) => number === trigger.issue)) return null;
  const issue = await readIssue(github, trigger.issue);
  if (issue === null) return null;
  if (hasLabel(issue, settings.label)) return { issue, labelChanges: [] };
  if (!followsForm(issue.body, template)) return null;
  const labels = [settings.label];
  const missing = await missingLabels(github, labelsOf(settings).slice(0, 1));
  return {
    issue: { ...issue, labels: [...issue.labels, ...labels] },
    labelChanges: [...missing.map(createLabel), addLabels(issue.number, labels)],
  };
}

function withoutLabel(issue: Issue, name: string): Issue {
  return { ...issue, labels: issue.labels.filter((label) => !hasLabel({ labels: [label] }, name)) };
}
