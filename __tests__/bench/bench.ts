// `npm run bench`: figures measured in one run beside their goals, mostly ratios, so that they mean the same on any machine.
// `npm run bench -- requests` measures that section alone; INCIDENT_LOG_BENCH=list lists the requests of each run, too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditing } from './auditing.ts';
import { building } from './building.ts';
import { hostileReading, reading } from './reading.ts';
import { print, printHead } from './report.ts';
import { manyIncidents, requests } from './requests.ts';
import { startUp } from './start-up.ts';

/** Each measures one subject, with a folder for its files, and prints its rows. */
const sections: Readonly<Record<string, (folder: string) => void | Promise<void>>> = {
  'start-up': startUp,
  reading,
  hostile: hostileReading,
  build: building,
  audit: auditing,
  requests,
  many: manyIncidents,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => sections[name] === undefined);
if (unknown !== undefined)
  throw new Error(`No section ${unknown}, only ${Object.keys(sections).join(', ')}.`);
const folder = mkdtempSync(join(tmpdir(), 'incident-log-bench-'));
printHead();
for (const [name, measure] of Object.entries(sections))
  if (wanted.length === 0 || wanted.includes(name)) await measure(folder);
rmSync(folder, { recursive: true });
const seconds = performance.now() / 1000;
if (wanted.length === 0)
  print({
    what: 'this bench, from its start',
    measured: `${seconds.toFixed(0)} s`,
    goal: { value: seconds, limit: 300, unit: 's' },
  });
