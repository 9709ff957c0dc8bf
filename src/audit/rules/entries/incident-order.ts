import { instantOf } from '../../../log/read/hand-written.ts';
import { type Order, prevailingOrder } from '../../../log/read/order.ts';
import type { AuditedIncident } from '../../evidence/incident.ts';
import { firstIn, isAgainst } from '../../evidence/order.ts';
import type { Rule } from '../../rule.ts';

export const incidentOrder: Rule = {
  id: 'incident-order',
  severities: ['warning'],
  documentation: 'An entry stands out of the order in which its quarter has them.',
  check({ incidents, quarterOrder }) {
    const pairs = incidents.slice(1).flatMap((lower, index) => {
      const upper = incidents[index];
      const isOneQuarter = upper !== undefined && upper.entry.quarter === lower.entry.quarter;
      return isOneQuarter ? [{ lower, difference: differenceBetween(upper, lower) }] : [];
    });
    const order = orderOf(
      pairs.map(({ difference }) => difference),
      quarterOrder,
    );
    if (order === null) return [];
    return pairs
      .filter(({ difference }) => isAgainst(order, difference))
      .map(({ lower: { heading } }) => ({
        span: heading,
        message: `The entry stands below one that is ${order === 'newest-first' ? 'older' : 'newer'}, but the log has the ${firstIn(order)} first.`,
      }));
  },
};

/** The order of the entries within quarters, which may be the other way round than that of the quarters. */
function orderOf(differences: readonly number[], inQuarters: Order | null): Order | null {
  const shown = prevailingOrder(differences);
  // One step against the order of the quarters is a mistake, several are an order of their own.
  const isOther = shown === 'oldest-first' && differences.filter((difference) => difference > 0).length > 1;
  return inQuarters === null || (inQuarters === 'newest-first' && isOther) ? shown : inQuarters;
}

/** Positive where the lower one is newer. By their days alone where one of them has no time. */
function differenceBetween(upper: AuditedIncident, lower: AuditedIncident): number {
  const [one, other] = [upper, lower].map(({ events }) => instantOf(events, 'first-detected'));
  if (one != null && other != null) return other - one;
  const days = [upper, lower].map(({ instant }) =>
    instant === null ? null : Math.floor(instant / (24 * 60 * 60_000)),
  );
  return days[0] == null || days[1] == null ? 0 : days[1] - days[0];
}
