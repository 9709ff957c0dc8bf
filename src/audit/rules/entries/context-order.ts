import type { Instant } from '../../../incident/incident.ts';
import type { Rule } from '../../rule.ts';

export const contextOrder: Rule = {
  id: 'context-order',
  severities: ['warning'],
  documentation: 'An entry of the context is earlier than the one above it.',
  check: ({ incidents }) =>
    incidents.flatMap(({ context }) => {
      const timed = context.filter(
        (each): each is typeof each & { instant: Instant } => each.instant !== null,
      );
      const [first, ...others] = timed.filter(
        ({ instant }, index) => instant < (timed[index - 1]?.instant ?? instant),
      );
      if (first === undefined) return [];
      // One finding for the whole context, as for an answer in the form.
      const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
      const message = `An entry of the context is earlier than the one above it${more}: put them in the order of their times, or correct the time.`;
      return [{ span: first, message }];
    }),
};
