import type { Rule } from '../../rule.ts';
import { unreadableTimes } from './timestamps.ts';

export const timestampForm: Rule = {
  id: 'timestamp-form',
  severities: ['error', 'warning'],
  documentation:
    'A time is not of the form `YYYY-MM-DD HH:MM`, or does not exist. It is used in nothing until it is mended; a warning where no figure rests on it.',
  check: ({ incidents }) => unreadableTimes(incidents, 'timestamp-form'),
};
