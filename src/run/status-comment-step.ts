import { hasLabel } from '../github/issue.ts';
import type { Change } from '../model/change.ts';
import { actionStates } from '../review-actions/tracking.ts';
import { planStatusComments, type StatusCommentState } from '../status-comment/facts.ts';
import { apply } from './apply.ts';
import { labelChanges, type RunContext } from './context.ts';
import type { Outcome } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

/** What became of the log: an outcome, or what it failed at, in one sentence. */
export type LogResult =
  | Pick<Outcome, 'pullRequest' | 'compareUrl' | 'built' | 'logChanges' | 'result'>
  | { readonly failure: string };

/** Posts and edits the status comments of the incidents that somebody may be waiting at. Returns the changes. */
export async function statusCommentStep(
  context: RunContext,
  snapshot: Snapshot,
  logged: LogResult,
): Promise<readonly Change[]> {
  const { settings, now } = context;
  const { repositoryUrl, base, tracking } = snapshot;
  if (snapshot.conversations.length === 0) return [];
  const { path } = settings.log;
  const address = (part: string) => encodeURI(part).replaceAll('#', '%23');
  const changes = planStatusComments(
    {
      conversations: snapshot.conversations,
      incidents: snapshot.incidents,
      actionStates: tracking === null ? new Map() : actionStates(tracking),
      log: { path, url: `${repositoryUrl}/blob/${address(base.branch)}/${address(path)}` },
      template: snapshot.template,
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
  const isThere = snapshot.listed.some((issue) => hasLabel(issue, problemLabel));
  const labels = isNeeded && !isThere ? await labelChanges(context, [problemLabel]) : [];
  const all = [...labels, ...changes];
  await apply(context, all);
  return all;
}

function whatCame({
  pullRequest,
  compareUrl,
  built,
  logChanges,
  result,
}: Exclude<LogResult, { failure: string }>): Pick<
  StatusCommentState,
  'problems' | 'pullRequest' | 'compareUrl' | 'news'
> {
  const news = logChanges.entries.map(
    ({ issue, kind }) => [issue, kind === 'added' ? 'all' : 'some'] as const,
  );
  return {
    problems: built.problems,
    pullRequest: pullRequest && {
      number: pullRequest.number,
      url: pullRequest.html_url,
      state: result === 'declined' || result === 'closed' ? 'closed' : 'open',
    },
    compareUrl,
    news: new Map(news),
  };
}
