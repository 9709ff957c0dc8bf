import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that replace a module, which must not reach any other test. */
const isolated = [
  '__tests__/unit/log/merge/older-figures.test.ts',
  '__tests__/unit/status-comment/shown-text.test.ts',
];

export default defineConfig({
  test: {
    setupFiles: ['__tests__/setup.ts'],
    // Some tests make hundreds of requests, and all cases of a property take a while on a busy machine.
    testTimeout: process.env.INCIDENT_LOG_TESTS === 'all' ? 480_000 : 120_000,
    hookTimeout: 60_000,
    // A run waits for answers half of the time, and for timers of the libraries that it makes requests with.
    maxWorkers: 2 * availableParallelism(),
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['__tests__/**/*.test.ts'],
          exclude: isolated,
          // Files share the modules of a worker, so a test that changes something of the process puts it back.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: isolated } },
    ],
  },
});
