import { hasLabel } from '../github/issue.ts';
import { actionStates } from '../review-actions/tracking.ts';
import { type FeedbackState, planAllFeedback } from '../status-comment/facts.ts';
import { type CarriedOut, carryOut, labelChanges, type Progress } from './carry-out.ts';
import type { Observation } from './observe.ts';
import type { Outcome } from './run.ts';

/** What became of the log: an outcome, or what it failed at, in one sentence. */
export type LogResult =
  | Pick<Outcome, 'pullRequest' | 'compareUrl' | 'log' | 'logChanges' | 'result'>
  | { readonly failure: string };

/** Says on the incidents that somebody may be waiting at how they were read, and what has come of that. */
export async function reconcileFeedback(
  run: Progress,
  seen: Observation,
  logged: LogResult,
): Promise<CarriedOut> {
  const { settings, now, memory } = run;
  const { repositoryUrl, base, tracking } = seen;
  if (seen.conversations.length === 0) return { changes: [], results: [] };
  const { path } = settings.log;
  const address = (part: string) => encodeURI(part).replaceAll('#', '%23');
  const changes = planAllFeedback(
    {
      conversations: seen.conversations.map((conversation) => ({
        ...conversation,
        feedback: memory.get(conversation.issue.number) ?? conversation.feedback,
      })),
      incidents: seen.incidents,
      actionStates: tracking === null ? new Map() : actionStates(tracking),
      log: { path, url: `${repositoryUrl}/blob/${address(base.branch)}/${address(path)}` },
      template: seen.template,
      repositoryUrl,
      now,
      ...('failure' in logged
        ? { failure: logged.failure, problems: [], pullRequest: null, compareUrl: null, news: new Map() }
        : { failure: null, ...whatCame(logged) }),
    },
    settings,
  );
  const { problemLabel } = settings;
  const isNeeded = changes.some((change) => change.kind === 'add-labels');
  const isThere = seen.listed.some((issue) => hasLabel(issue, problemLabel));
  const labels = isNeeded && !isThere ? await labelChanges(run, [problemLabel]) : [];
  return carryOut(run, seen, [...labels, ...changes]);
}

function whatCame({
  pullRequest,
  compareUrl,
  log,
  logChanges,
  result,
}: Exclude<LogResult, { failure: string }>): Pick<
  FeedbackState,
  'problems' | 'pullRequest' | 'compareUrl' | 'news'
> {
  const news = logChanges.entries.map(
    ({ issue, kind }) => [issue, kind === 'added' ? 'all' : 'some'] as const,
  );
  return {
    problems: log.problems,
    pullRequest: pullRequest && {
      number: pullRequest.number,
      url: pullRequest.html_url,
      state: result === 'declined' || result === 'closed' ? 'closed' : 'open',
    },
    compareUrl,
    news: new Map(news),
  };
}
