import { answerOf } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import type { Client, Repository } from '../github/client.ts';
import { type File, readFile } from '../github/file.ts';
import { lastReopening, listIssues } from '../github/incidents.ts';
import { type Issue, incidentIssues, isReopened, isTrusted } from '../github/issue.ts';
import { isOurs } from '../github/own-login.ts';
import { judgeAuthors } from '../github/permissions.ts';
import { type BranchState, readBranchState } from '../github/pull-request.ts';
import { actionIssueSchema } from '../github/review-actions.ts';
import { readTime } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { type ReadIssue, readIssues } from '../model/build-log.ts';
import type { Settings } from '../model/settings.ts';
import type { Tracking } from '../review-actions/tracking.ts';
import { closedByBots } from './closed-by-bots.ts';
import type { IssuesSeen, Observer } from './observe-issues.ts';
import { readReminders, readTracking } from './tracking.ts';

/** Everything that decides what a run does to the log. */
export interface Observation extends IssuesSeen {
  readonly repositoryUrl: string;
  readonly logAtBase: File | null;
  readonly branch: BranchState;
  /** Those that are listed and are incidents of trusted authors, or of authors that this run did not ask about. */
  readonly incidents: readonly ReadIssue[];
  /** Null where review actions stay as they are typed. */
  readonly tracking: Tracking | null;
  /** When issues got their last reminder; null where nobody is to be reminded. */
  readonly reminders: ReadonlyMap<number, Instant> | null;
}

/** Reads all else that decides what becomes of the log, once: the repository's files as of the same commit of the base. */
export async function observe(
  { client, repository, settings, occasion, now, ownLogin }: Observer,
  seen: IssuesSeen,
): Promise<Observation> {
  const { path: logPath } = settings.log;
  const { reviewActions } = settings;
  const { base, isPermitted, repository: place } = seen;
  const event = 'issue' in occasion ? occasion.issue : null;
  const [logAtBase, branch, actions, judged] = await Promise.all([
    readFile(client, repository, logPath, base.commit),
    readBranchState(client, repository, { branch: settings.branch, logPath, base, ownLogin }),
    reviewActions && listIssues(client, repository, reviewActions.label, actionIssueSchema),
    judgeAuthors(incidentIssues(seen.listed, settings.label), { rule: settings, isPermitted, event }),
  ]);
  const { trusted } = judged;
  const stale = await closedByBots(client, repository, {
    listed: seen.listed,
    logs: [logAtBase, branch.tip?.log].flatMap((file) => file?.text ?? []),
    repositoryUrl: place.url,
    template: seen.template,
    settings,
  });
  const kept = await judgeAuthors(stale, { rule: settings, isPermitted, event });
  const own = [...trusted, ...kept.trusted].sort((one, other) => one.number - other.number);
  const unasked = [...judged.unasked, ...kept.unasked];
  // Of strangers' issues, which may be any number, only what they are to be told is wanted.
  const told = seen.conversations
    .map(({ issue }) => issue)
    .filter(({ number }) => !own.some((issue) => issue.number === number));
  const known = await withReopenings(client, repository, [...own, ...told], seen.template, settings);
  const byNumber = new Map(known.map((issue) => [issue.number, issue]));
  const current = (issue: Issue) => byNumber.get(issue.number) ?? issue;
  const candidates = own.map(current);
  const reading = { timezone: settings.log.timezone, now };
  const incidents = [
    ...readIssues(candidates, seen.template, reading),
    ...unasked.map((issue): ReadIssue => ({ issue, incident: null, problems: [], author: 'unasked' })),
  ];
  const tracking =
    actions &&
    (await readTracking(client, repository, {
      place,
      incidents,
      labelled: actions,
      atOnce: new Map(seen.conversations.map(({ issue, cursor }) => [issue.number, cursor?.actions ?? []])),
      isTrustedAuthor: async (issue) =>
        (await isTrusted(issue, settings, isPermitted)) || (await isOurs(issue.user, ownLogin)),
    }));
  return {
    ...seen,
    listed: seen.listed.map(current),
    conversations: seen.conversations.map((conversation) => ({
      ...conversation,
      issue: current(conversation.issue),
    })),
    repositoryUrl: place.url,
    logAtBase,
    branch,
    incidents,
    tracking,
    reminders:
      occasion.kind === 'schedule' && reviewActions !== null && tracking !== null
        ? await readReminders(
            client,
            repository,
            tracking,
            { ...settings.log, ...reviewActions, now },
            ownLogin,
          )
        : null,
  };
}

/** One request for each issue that is open again though it says when it was resolved: only its events tell since when. */
async function withReopenings(
  client: Client,
  repository: Repository,
  issues: readonly Issue[],
  template: Template,
  { label, log }: Settings,
): Promise<Issue[]> {
  const isInDoubt = (issue: Issue) =>
    isReopened(issue) &&
    incidentIssues([issue], label).length > 0 &&
    readTime(answerOf(issue.body, template, 'resolved'), log.timezone).kind === 'time';
  return Promise.all(
    issues.map(async (issue) =>
      isInDoubt(issue)
        ? { ...issue, reopened_at: await lastReopening(client, repository, issue.number) }
        : issue,
    ),
  );
}
