import parsePeer from '@zentered/issue-forms-body-parser';
import * as v from 'valibot';
import { defaultTemplate } from '../../src/form/template.ts';
import { type Issue, issueSchema } from '../../src/github/issue.ts';
import { buildLog } from '../../src/model/build-log.ts';
import { readIssue } from '../../src/model/incidents.ts';
import type { LogSettings } from '../../src/model/settings.ts';
import { incidentsBetween } from './incidents.ts';
import { asIssue } from './issues-file.ts';
import { median } from './measure.ts';
import { slowestReading } from './readers.ts';
import { milliseconds, print, printRatio } from './report.ts';

const perRound = 100;
const rounds = 11;
const now = Date.UTC(2026, 0, 1);
const log: LogSettings = {
  path: 'INCIDENTS.md',
  chartPath: '',
  title: 'Incident Log',
  intro: '',
  timezone: 'Europe/London',
  emptyQuarters: 'zero',
  handKept: 'keep',
  engine: 'none',
  overview: 'leave',
};

/** An incident read and written in this process, when all is warm, and a library that only cuts the same text into answers. */
export async function reading(): Promise<void> {
  // Each round has texts of its own, so that nobody gains by remembering one.
  const all = incidentsBetween(Date.UTC(2015, 0, 1), Date.UTC(2025, 0, 1), perRound * rounds);
  const taken: { ours: number; peers: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const incidents = all.slice(round * perRound, (round + 1) * perRound);
    const issues = v.parse(v.array(issueSchema), incidents.map(asIssue));
    const start = performance.now();
    for (const { body } of incidents) await parsePeer(body);
    const between = performance.now();
    readAndWrite(issues);
    taken.push({ peers: between - start, ours: performance.now() - between });
  }
  const warm = taken.slice(rounds >> 1);
  const ours = median(warm.map((each) => each.ours)) / perRound;
  const peers = median(warm.map((each) => each.peers)) / perRound;
  printRatio(
    {
      what: 'reading and writing an incident of 2.3 kB',
      measured: milliseconds(ours),
      against: `issue-forms-body-parser, which only reads it: ${milliseconds(peers)}`,
      ratio: ours / peers,
    },
    0.2,
  );
}

function readAndWrite(issues: readonly Issue[]): void {
  buildLog({
    issues: issues.map((issue) => readIssue(issue, defaultTemplate, { timezone: log.timezone, now })),
    actionStates: new Map(),
    template: defaultTemplate,
    settings: log,
    repositoryUrl: 'https://github.com/octo/service',
    existing: null,
    existingName: log.path,
    formerLogs: [],
    now,
  });
}

/** The text that takes the slowest reader longest, of all that anybody may write. */
export function hostileReading(): void {
  const { what, taken, cutting } = slowestReading();
  print({
    what: `slowest reader of 100 kB (${what})`,
    measured: milliseconds(taken),
    against: `cutting it into lines: ${milliseconds(cutting)}`,
    ratio: taken / cutting,
    goal: { value: taken, limit: 200, unit: 'ms' },
  });
}
