import { zoneProblem } from '../../../log/zones/zones.ts';
import type { Rule } from '../../rule.ts';

export const brokenZone: Rule = {
  id: 'broken-zone',
  severities: ['warning'],
  documentation:
    'The comments around a part of the file that the action writes, such as the overview, are not one pair, or hold headings or lists that are not its own, so that part is left as it is.',
  check({ source }) {
    const problem = zoneProblem(source);
    if (problem === null) return [];
    const { start, end, message } = problem;
    return [{ span: { start, end }, message }];
  },
};
