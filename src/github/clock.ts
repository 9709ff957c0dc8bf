/** The time, as a run sees it. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
  /** How many real milliseconds pass in a second where a library waits by timers of its own: 1,000, unless time is not real. */
  readonly second: number;
}
