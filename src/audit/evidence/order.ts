import type { Order } from '../../log/read/order.ts';

/**
 * Whether the difference between a section and the one above it goes against the order of the log.
 *
 * @param difference positive where the lower section is newer
 */
export function isAgainst(order: Order, difference: number): boolean {
  return order === 'newest-first' ? difference > 0 : difference < 0;
}

/** What stands first in an order, as messages name it. */
export function firstIn(order: Order): string {
  return order === 'newest-first' ? 'newest' : 'oldest';
}
