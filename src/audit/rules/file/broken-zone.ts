import { readZones } from '../../../log/zones/zones.ts';
import type { Rule } from '../../rule.ts';

export const brokenZone: Rule = {
  id: 'broken-zone',
  severities: ['warning'],
  documentation:
    'The comments around a part of the file that the action writes, such as the overview, are not one pair, so that part is left as it is.',
  check({ source }) {
    const { problem } = readZones(source);
    if (problem === null) return [];
    const { start, end, message } = problem;
    return [{ span: { start, end }, message }];
  },
};
