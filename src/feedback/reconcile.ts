import { hasLabel } from '../github/issue.ts';
import { changesBetween } from '../log/changes.ts';
import type { Observation } from '../observe.ts';
import { actionStates } from '../review-actions/tracking.ts';
import { type CarriedOut, carryOut, labelChanges, type Progress } from '../run.ts';
import type { Outcome } from '../sync.ts';
import { planAllFeedback } from './facts.ts';

/** Says on the incidents that somebody may be waiting at how they were read, and what has come of that. */
export async function reconcileFeedback(
  run: Progress,
  seen: Observation,
  { pullRequest, log, logAtBase, result }: Pick<Outcome, 'pullRequest' | 'log' | 'logAtBase' | 'result'>,
): Promise<CarriedOut> {
  const { settings, now, memory } = run;
  const { repositoryUrl, base, tracking } = seen;
  if (seen.conversations.length === 0) return { changes: [], results: [] };
  const { entries } = changesBetween(logAtBase, log.text, repositoryUrl);
  const news = entries.map(({ issue, kind }) => [issue, kind === 'added' ? 'all' : 'some'] as const);
  const { path } = settings.log;
  const changes = planAllFeedback(
    {
      conversations: seen.conversations.map((conversation) => ({
        ...conversation,
        feedback: memory.get(conversation.issue.number) ?? conversation.feedback,
      })),
      incidents: seen.incidents,
      problems: log.problems,
      actionStates: tracking === null ? new Map() : actionStates(tracking),
      pullRequest: pullRequest && {
        number: pullRequest.number,
        url: pullRequest.html_url,
        state: result === 'declined' || result === 'closed' ? 'closed' : 'open',
      },
      news: new Map(news),
      log: { path, url: `${repositoryUrl}/blob/${encodeURI(base.branch)}/${encodeURI(path)}` },
      template: seen.template,
      repositoryUrl,
      now,
    },
    settings,
  );
  const { problemLabel } = settings;
  const isNeeded = changes.some((change) => change.kind === 'add-labels');
  const isThere = seen.listed.some((issue) => hasLabel(issue, problemLabel));
  const labels = isNeeded && !isThere ? await labelChanges(run, [problemLabel]) : [];
  return carryOut(run, seen, [...labels, ...changes]);
}
