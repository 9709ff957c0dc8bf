import { answerOf } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import type { GitHub } from '../github/client.ts';
import { type Files, readFiles } from '../github/file.ts';
import { lastReopening, listIssues } from '../github/incidents.ts';
import { type Issue, incidentIssues, isReopened, isTrusted } from '../github/issue.ts';
import { isOurs } from '../github/own-login.ts';
import { judgeAuthors } from '../github/permissions.ts';
import { readBranchState } from '../github/pull-request.ts';
import { actionIssueSchema } from '../github/review-actions.ts';
import { readTime } from '../incident/clock.ts';
import type { Log } from '../log/read/model.ts';
import { readLog } from '../log/read/read.ts';
import { generatedPaths } from '../model/generated-files.ts';
import { type ReadIssue, readIssues } from '../model/incidents.ts';
import type { Settings } from '../model/settings.ts';
import { closedByBots } from './closed-by-bots.ts';
import type { RunContext } from './context.ts';
import { readReminders, readTracking } from './observe-review-actions.ts';
import type { IssueSnapshot, Snapshot } from './snapshot.ts';

/** Reads all else that decides what becomes of the log, once: the repository's files as of the same commit of the base. */
export async function observe(
  { github, settings, trigger, now, ownLogin }: RunContext,
  seen: IssueSnapshot,
): Promise<Snapshot> {
  const { reviewActions } = settings;
  const { base, isPermitted, repository: place } = seen;
  const event = 'issue' in trigger ? trigger.issue : null;
  const paths = generatedPaths(settings);
  const [filesAtBase, branch, actions, judged] = await Promise.all([
    readFiles(github, paths, base.commit),
    readBranchState(github, { branch: settings.branch, paths, base, ownLogin }),
    reviewActions && listIssues(github, reviewActions.label, actionIssueSchema),
    judgeAuthors(incidentIssues(seen.listed, settings.label), { rule: settings, isPermitted, event }),
  ]);
  const { trusted } = judged;
  const logs = readLogs(settings.log.path, filesAtBase, branch.tip?.files, place.url);
  const stale = await closedByBots(github, {
    listed: seen.listed,
    logs: [logs.logAtBase, logs.logOnBranch].filter((log) => log !== null),
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
  const known = await withReopenings(github, [...own, ...told], seen.template, settings);
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
    (await readTracking(github, {
      place,
      incidents,
      labelled: actions,
      conversations: new Map(seen.conversations.map((each) => [each.issue.number, each])),
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

/** The log as the base and our branch have it. Where they are the same it is parsed once. */
function readLogs(
  path: string,
  atBase: Files,
  onBranch: Files | undefined,
  repositoryUrl: string,
): { readonly logAtBase: Log | null; readonly logOnBranch: Log | null } {
  const [base, branch] = [atBase.get(path)?.text, onBranch?.get(path)?.text];
  const logAtBase = base === undefined ? null : readLog(base, repositoryUrl);
  if (branch === undefined) return { logAtBase, logOnBranch: null };
  return { logAtBase, logOnBranch: branch === base ? logAtBase : readLog(branch, repositoryUrl) };
}

/** One request for each issue that is open again though it says when it was resolved: only its events tell since when. */
async function withReopenings(
  github: GitHub,
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
      isInDoubt(issue) ? { ...issue, reopened_at: await lastReopening(github, issue.number) } : issue,
    ),
  );
}
