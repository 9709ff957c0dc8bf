import type { Clock } from '../github/clock.ts';

/** What a run needs from outside, besides its environment. */
export interface Io {
  /** Writes to standard output, which the job's runner reads. */
  write(text: string): void;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Loads what tells the job's runner of outputs and annotations: not on every event, because it brings an HTTP client. */
  loadCore(): Promise<Core>;
}

/** The part of npm `@actions/core` that a run uses. */
export type Core = Pick<typeof import('@actions/core'), 'error' | 'notice' | 'setOutput' | 'warning'>;

/** What a run says of itself to the shell. */
export type ExitCode = 0 | 1;
