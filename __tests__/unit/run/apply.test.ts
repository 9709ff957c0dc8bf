import { expect, it } from 'vitest';
import { connect } from '../../../src/github/client.ts';
import { closePullRequest, deleteBranch } from '../../../src/model/change.ts';
import { apply } from '../../../src/run/apply.ts';
import { startJournal } from '../../../src/run/context.ts';

it('starts no change once the time is up, and says what is left', async () => {
  const said: string[] = [];
  const context = {
    github: connect('token', { owner: 'octo', repo: 'service' }, 0),
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
