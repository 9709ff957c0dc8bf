import type { Order } from '../../log/read/order.ts';

/**
 * Whether a step from one section down to the next goes against the order of the log.
 *
 * @param step positive where the lower section is newer
 */
export function isAgainst(order: Order, step: number): boolean {
  return order === 'newest-first' ? step > 0 : step < 0;
}

/** What stands first in an order, as messages name it. */
export function firstIn(order: Order): string {
  return order === 'newest-first' ? 'newest' : 'oldest';
}
