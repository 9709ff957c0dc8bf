import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is; undefined where it is not installed. */
export const chromiumPath = places.find((place) => place !== '' && existsSync(place));
