// The Actions runtime's entry.
import { setTimeout } from 'node:timers/promises';
import { main } from './action/main.ts';

process.exitCode = await main(process.env, {
  write: (text) => process.stdout.write(text),
  fetch: async (...request) => (await import('./github/proxy-fetch.ts')).proxyFetch(...request),
  clock: { now: Date.now, wait: setTimeout, second: 1000 },
  loadCore: () => import('@actions/core'),
});
