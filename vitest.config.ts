import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // Many tests run the built action as a child process, several times each.
    testTimeout: 300_000,
    hookTimeout: 60_000,
    // Child processes of ours wait more than they work.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text'] },
  },
});
