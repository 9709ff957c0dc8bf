import type { Rule } from '../../rule.ts';
import { unreadableTimes } from './timestamps.ts';

export const timestampAmbiguous: Rule = {
  id: 'timestamp-ambiguous',
  severities: ['error', 'warning'],
  documentation: 'The clock showed that time twice, or the entry states two times for one event.',
  check: ({ incidents }) => unreadableTimes(incidents, 'timestamp-ambiguous'),
};
