import { hasLabel } from '../github/issue.ts';
import type { Observation } from '../observe.ts';
import { actionStates } from '../review-actions/tracking.ts';
import { type CarriedOut, carryOut, labelChanges, type Progress } from '../run.ts';
import type { Outcome } from '../sync.ts';
import { planAllFeedback } from './facts.ts';

/** Says on the incidents that somebody may be waiting at how they were read, and what has come of that. */
export async function reconcileFeedback(
  run: Progress,
  seen: Observation,
  { pullRequest, log, result }: Pick<Outcome, 'pullRequest' | 'log' | 'result'>,
): Promise<CarriedOut> {
  const { settings, now, memory } = run;
  const { repositoryUrl, base, tracking } = seen;
  const isOpen = result === 'created' || result === 'updated' || result === 'unchanged';
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
      pullRequest:
        isOpen && pullRequest !== null ? { number: pullRequest.number, url: pullRequest.html_url } : null,
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
