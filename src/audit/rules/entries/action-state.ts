import { clip } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const actionState: Rule = {
  id: 'action-state',
  severities: ['notice'],
  documentation: 'A review action does not say whether it is done.',
  check: ({ incidents }) =>
    incidents.flatMap(({ reviewActions }) =>
      reviewActions.flatMap(({ text, state, range }) => {
        if (state !== null) return [];
        const message = `The review action “${clip(text)}” does not say whether it is done: write “- DONE”, “- TODO” or “- WON'T DO” behind it.`;
        return [{ span: range, message }];
      }),
    ),
};
