import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    setupFiles: ['__tests__/setup.ts'],
    // Some tests make hundreds of requests.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Files share the modules of a worker, so a test that changes something of the process puts it back.
    isolate: false,
    // A run waits for answers half of the time, and for timers of the libraries that it makes requests with.
    maxWorkers: 2 * availableParallelism(),
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text'] },
  },
});
