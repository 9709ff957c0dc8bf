import { expect, it } from 'vitest';
import { apply } from '../../../src/run/apply.ts';
import { createClock } from '../../runner/clock.ts';
import { offline } from './offline.ts';

it('starts no change once the time is up, and says what is left', async () => {
  const said: string[] = [];
  const clock = createClock();
  const run = apply(
    offline(clock),
    { owner: 'octo', repo: 'service', url: 'https://github.com/octo/service' },
    [
      { kind: 'comment', issue: 7, marker: '<!-- x -->', text: 'Closed.' },
      { kind: 'delete-branch', branch: 'incident-log', from: '0'.repeat(40) },
    ],
    { clock, deadline: 0, ownLogin: async () => null, say: (line) => void said.push(line), done() {} },
  );
  await expect(run).rejects.toThrow(
    'The run has used up its ten minutes; left for the next run: Comment on #7; Delete the branch incident-log.',
  );
  expect(said).toEqual([]);
});
