import { clip } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

const dayInMilliseconds = 24 * 60 * 60_000;
const mostDaysOpen = 90;

export const actionOpen: Rule = {
  id: 'action-open',
  severities: ['warning'],
  documentation: 'A review action is still to be done 90 days after its incident.',
  check: ({ incidents, settings: { now } }) =>
    incidents.flatMap(({ reviewActions, instant }) =>
      reviewActions.flatMap(({ text, state, range }) => {
        if (state !== 'TODO' || instant === null) return [];
        const days = (now - instant) / dayInMilliseconds;
        if (days <= mostDaysOpen) return [];
        const message = `The review action “${clip(text)}” is still to be done, ${Math.floor(days)} days after its incident.`;
        return [{ span: range, message }];
      }),
    ),
};
