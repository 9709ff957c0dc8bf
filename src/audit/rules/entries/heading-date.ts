import { formatDate } from '../../../incident/clock.ts';
import { instantOf } from '../../../log/read/hand-written.ts';
import type { Rule } from '../../rule.ts';

export const headingDate: Rule = {
  id: 'heading-date',
  severities: ['warning'],
  documentation: 'The heading of an entry names another day than that of first detection.',
  check: ({ incidents, settings: { timezone } }) =>
    incidents.flatMap(({ entry, events, heading }) => {
      const firstDetected = instantOf(events, 'first-detected');
      if (firstDetected === null || entry.date === '') return [];
      const day = formatDate(firstDetected, timezone);
      if (day === entry.date) return [];
      const message = `The heading says ${entry.date}, but the incident was first detected on ${day}: correct the one that is wrong.`;
      return [{ span: heading, message }];
    }),
};
