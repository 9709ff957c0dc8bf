import type { Clock } from '../../src/github/clock.ts';

/** The time of day until somebody waits, which takes no time: what is waited for has passed by then. */
export function createClock(): Clock {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    async wait(milliseconds) {
      skipped += milliseconds;
    },
    second: 0,
  };
}
