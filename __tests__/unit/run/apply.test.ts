import { expect, it } from 'vitest';
import { closePullRequest, deleteBranch } from '../../../src/model/change.ts';
import { apply } from '../../../src/run/apply.ts';
import { startJournal } from '../../../src/run/context.ts';
import { createClock } from '../../runner/clock.ts';
import { offline } from './offline.ts';

it('starts no change once the time is up, and says what is left', async () => {
  const said: string[] = [];
  const clock = createClock();
  const context = {
    github: offline(clock),
    clock,
    mode: 'apply',
    deadline: 0,
    ownLogin: async () => null,
    say: (line: string) => void said.push(line),
    journal: startJournal(),
  } as const;
  const changes = [closePullRequest(7), deleteBranch('incident-log', '0'.repeat(40))];
  await expect(apply(context, changes)).rejects.toThrow(
    'The run has used up its ten minutes; left for the next run: Close pull request #7; Delete the branch incident-log.',
  );
  expect(said).toEqual([]);
  expect([...context.journal.left]).toEqual(changes);
});
