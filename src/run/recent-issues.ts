import { type Issue, type TrustRule, trustOf } from '../github/issue.ts';
import type { Instant } from '../incident/incident.ts';

/** How far back an incident is looked at that no event was about. */
export const RECENT_MILLISECONDS = 36 * 60 * 60_000;
const MOST_CONVERSATIONS = 20;

/**
 * The issues whose comments are read: the event's, or those that list it as a review action, and of the others those that were updated
 * last, in 36 hours, twenty in all. More would be a request for each incident that there ever was. Untrusted authors' come last, for anybody can
 * file twenty. Closed ones are among them, for what closes one may be cut short.
 */
export function conversingIssues(
  listed: readonly Issue[],
  { event, now, rule }: { event: number | null; now: Instant; rule: TrustRule },
): Issue[] {
  const issues = listed.filter(({ pull_request: pull }) => pull === null);
  const rank = (issue: Issue) => (trustOf(issue, rule) === 'trusted' ? 0 : 1);
  const recent = issues
    .filter(({ updated_at: updated }) => Date.parse(updated) >= now - RECENT_MILLISECONDS)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        Date.parse(other.updated_at) - Date.parse(one.updated_at) ||
        other.number - one.number,
    );
  const own = issues.filter(({ number }) => number === event);
  const listing = issues.filter(
    (issue) => event !== null && rank(issue) === 0 && issue.body?.includes(`(#${event})`),
  );
  return [...new Set([...own, ...listing, ...recent])].slice(0, MOST_CONVERSATIONS);
}
