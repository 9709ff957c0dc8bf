import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActionDefinition } from '../runner/action-yml.ts';
import { writeIssues } from './issues-file.ts';
import { alternately, runAction, runBareNode, runCommandLine } from './measure.ts';
import { milliseconds, printRatio } from './report.ts';

const root = join(import.meta.dirname, '../..');

/** What a run costs before it does anything: the action on somebody's question, and the log of one incident. */
export function startUp(folder: string): void {
  const payload = join(folder, 'event.json');
  const issue = { number: 1, body: 'A question', labels: [] };
  writeFileSync(payload, JSON.stringify({ action: 'opened', issue }));
  const env = {
    PATH: process.env.PATH,
    GITHUB_EVENT_NAME: 'issues',
    GITHUB_EVENT_PATH: payload,
    // As the runner gives them.
    ...Object.fromEntries(
      [...readActionDefinition(root).inputs].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  const issues = writeIssues(folder, 1);
  const { bare, action, build } = alternately(
    {
      bare: runBareNode,
      action: () => runAction(env),
      build: () => runCommandLine(['build', '--issues', issues, '--now', '2026-01-01T00:00Z']),
    },
    { times: 31, milliseconds: 20_000 },
  );
  const against = `bare node -e 0: ${milliseconds(bare)}`;
  const row = (what: string, taken: number) => ({
    what,
    measured: milliseconds(taken),
    against,
    ratio: taken / bare,
  });
  printRatio(row('start-up on an event that does not concern us', action), 1.3);
  printRatio(row('build of 1 issue', build), 3.5);
}
