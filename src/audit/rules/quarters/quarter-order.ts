import { compareQuarters } from '../../../incident/quarter.ts';
import { firstIn, isAgainst } from '../../evidence/order.ts';
import type { Rule } from '../../rule.ts';

export const quarterOrder: Rule = {
  id: 'quarter-order',
  severities: ['warning'],
  documentation: 'A quarter stands out of the order in which the log has them.',
  check({ quarters, quarterOrder: order }) {
    if (order === null) return [];
    return quarters.flatMap(({ section, name, heading }, index) => {
      const above = quarters[index - 1];
      const difference = above === undefined ? 0 : compareQuarters(section.quarter, above.section.quarter);
      if (above === undefined || !isAgainst(order, difference)) return [];
      const message = `${name} stands below ${above.name}, but the log has the ${firstIn(order)} first.`;
      return [{ span: heading, message }];
    });
  },
};
