import { answerOf } from '../form/edit.ts';
import { ownMarker } from '../github/comment.ts';
import { type Issue, incidentIssues, isReopened, isTrusted } from '../github/issue.ts';
import { isOurs } from '../github/own-login.ts';
import { type JudgedIssues, judgeAuthors } from '../github/permissions.ts';
import { readTime } from '../incident/clock.ts';
import type { ReadIssue } from '../model/incidents.ts';
import type { Tracking } from '../review-actions/tracking.ts';
import { closedByBots } from './closed-by-bots.ts';
import type { RunContext } from './context.ts';
import { readReminders, readTracking } from './observe-review-actions.ts';
import type { LogReads, Reads } from './reads.ts';
import type { IssueSnapshot, Snapshot } from './snapshot.ts';

type Observed = Pick<IssueSnapshot, 'repository' | 'template' | 'listed' | 'conversations'>;

/** Incidents as far as GitHub tells of them. */
interface ObservedIncidents {
  /** Those whose authors are trusted, or were not asked about in this run. */
  readonly incidents: readonly ReadIssue[];
  /** Null where review actions stay text. */
  readonly tracking: Tracking | null;
  /** An issue with what its events tell. */
  readonly current: (issue: Issue) => Issue;
}

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

/**
 * Asks early what will be asked later: who we are, if somebody wrote comments as we do; and about the incidents who their authors are, when
 * they were reopened, and which issues they refer to. The answers are remembered, so nothing else comes of it.
 */
export async function anticipate(context: RunContext, reads: Reads): Promise<void> {
  await Promise.all([
    anticipateOwnComments(context, reads),
    anticipateAuthors(context, reads),
    anticipateIncidents(context, reads),
  ]);
}

async function anticipateOwnComments({ ownLogin }: RunContext, reads: Reads): Promise<void> {
  const { byIssue } = await reads.recentComments;
  await Promise.all([...byIssue.values()].flat().map((comment) => ownMarker(comment, ownLogin)));
}

async function anticipateAuthors(context: RunContext, reads: Reads): Promise<void> {
  const listed = await reads.incidents;
  if (mayAskEarly(context, listed)) await judgeIncidents(listed, context);
}

async function anticipateIncidents(context: RunContext, reads: Reads): Promise<void> {
  const [repository, template, listed] = await Promise.all([
    reads.repository,
    reads.template,
    reads.incidents,
  ]);
  if (mayAskEarly(context, listed))
    await observeIncidents(context, { repository, template, listed, conversations: [] }, reads);
}

/** Of the people that a run asks about, the author of an issue that is not listed yet comes first. */
function mayAskEarly({ trigger }: RunContext, listed: readonly Issue[]): boolean {
  return trigger.kind !== 'opened' || listed.some(({ number }) => number === trigger.issue);
}

/** Reads the incidents among the issues, and the issues of their review actions. */
export async function observeIncidents(
  context: RunContext,
  { repository, template, listed, conversations }: Observed,
  reads: LogReads,
): Promise<ObservedIncidents> {
  const { settings, isPermitted, ownLogin } = context;
  const judged = await judgeIncidents(listed, context);
  const stale = await closedByBots(reads, { listed, template, settings });
  const kept = await judgeAuthors(stale, judging(context));
  const trusted = [...judged.trusted, ...kept.trusted].sort((one, other) => one.number - other.number);
  const unasked = [...judged.unasked, ...kept.unasked];
  // Of untrusted authors' issues, which may be any number, only what their status comments say is wanted.
  const others = conversations
    .map(({ issue }) => issue)
    .filter(({ number }) => !trusted.some((issue) => issue.number === number));
  const known = await Promise.all([...trusted, ...others].map(withReopening));
  const byNumber = new Map(known.map((issue) => [issue.number, issue]));
  const current = (issue: Issue) => byNumber.get(issue.number) ?? issue;
  const incidents = [
    ...(await Promise.all(trusted.map(current).map(reads.readIncident))),
    ...unasked.map((issue): ReadIssue => ({ issue, incident: null, problems: [], author: 'unasked' })),
  ];
  const labelled = await reads.actions;
  const tracking =
    labelled &&
    (await readTracking(reads, {
      place: repository,
      incidents,
      labelled,
      conversations: new Map(conversations.map((each) => [each.issue.number, each])),
      isTrustedAuthor: async (issue) =>
        (await isTrusted(issue, settings, isPermitted)) || (await isOurs(issue.user, ownLogin)),
    }));
  return { incidents, tracking, current };

  /** Only its events tell when an issue was reopened; that is asked where it says when it was resolved. */
  async function withReopening(issue: Issue): Promise<Issue> {
    const isInDoubt =
      isReopened(issue) &&
      incidentIssues([issue], settings.label).length > 0 &&
      readTime(answerOf(issue.body, template, 'resolved'), settings.log.timezone).kind === 'time';
    return isInDoubt ? { ...issue, reopened_at: await reads.lastReopening(issue.number) } : issue;
  }
}

function judgeIncidents(listed: readonly Issue[], context: RunContext): Promise<JudgedIssues> {
  return judgeAuthors(incidentIssues(listed, context.settings.label), judging(context));
}

function judging({ settings, trigger, isPermitted }: RunContext): Parameters<typeof judgeAuthors>[1] {
  return { rule: settings, isPermitted, event: 'issue' in trigger ? trigger.issue : null };
}
