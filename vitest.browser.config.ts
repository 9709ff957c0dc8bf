import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: the report page in Chromium, which takes what `npm test` does without. */
export default defineConfig({
  test: {
    include: ['__tests__/browser/**/*.browser.ts'],
    globalSetup: '__tests__/browser/setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
