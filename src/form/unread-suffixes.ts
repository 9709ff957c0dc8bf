import { quote } from '../incident/clock.ts';
import type { Problem, ReviewAction } from '../incident/incident.ts';
import { endsWithUnreadDetail } from '../markdown/action-details.ts';

/** A warning for each open action that ends in what looks like an owner or a date. */
export function unreadSuffixes(actions: readonly ReviewAction[]): Problem[] {
  return actions
    .filter(
      (action) => action.state !== 'DONE' && action.state !== "WON'T DO" && endsWithUnreadDetail(action),
    )
    .map(({ text }) => {
      const message = `The review action ${quote(text.slice(-60))} ends in what looks like an owner or a due date, and is not read: end it in (@login, due YYYY-MM-DD), or in one of the two.`;
      return { rule: 'action-unread', severity: 'warning', field: 'review-actions', message };
    });
}
