import { quarterName, quarterOf } from '../../../incident/quarter.ts';
import { instantOf } from '../../../log/read/hand-written.ts';
import type { Rule } from '../../rule.ts';

export const wrongQuarter: Rule = {
  id: 'wrong-quarter',
  severities: ['error'],
  documentation:
    'An entry stands under another quarter than that of its first detection, to which it belongs.',
  check: ({ incidents, settings: { timezone } }) =>
    incidents.flatMap(({ entry, events, instant, heading }) => {
      if (instant === null || entry.quarter === null) return [];
      const [own, above] = [quarterName(quarterOf(instant, timezone)), quarterName(entry.quarter)];
      if (own === above) return [];
      const why =
        instantOf(events, 'first-detected') === null
          ? 'to which its day belongs'
          : 'in which it was first detected';
      const message = `The entry stands under ${above}, but belongs to ${own}, ${why}: move it there.`;
      return [{ span: heading, message }];
    }),
};
