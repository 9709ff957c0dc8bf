import { defaults } from '@actions/github/lib/utils';

/** Goes through the proxy that the runner is set up with, if it is. */
export const proxyFetch: typeof globalThis.fetch = defaults.request?.fetch ?? globalThis.fetch;
