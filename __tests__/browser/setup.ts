import { chromiumPath } from './chromium.ts';

/** Ends the tests with a sentence where there is no browser. */
export function setup(): void {
  if (chromiumPath !== undefined) return;
  console.error(
    'These tests need Chromium: install it (apt-get install chromium), or name a browser in the environment variable CHROMIUM.',
  );
  process.exit(1);
}
