import { t as defaults } from "./utils.js";

// src/github/proxy-fetch.ts
/** Goes through the proxy that the runner is set up with, if it is. */
const proxyFetch = defaults.request?.fetch ?? globalThis.fetch;

export { proxyFetch };