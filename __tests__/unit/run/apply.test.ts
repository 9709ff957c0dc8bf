import { expect, it } from 'vitest';
import { createClient } from '../../../src/github/client.ts';
import { apply } from '../../../src/run/apply.ts';

it('starts no change once the time is up, and says what is left', async () => {
  const said: string[] = [];
  const run = apply(
    createClient('token', 0),
    { owner: 'octo', repo: 'service', url: 'https://github.com/octo/service' },
    [
      { kind: 'comment', issue: 7, marker: '<!-- x -->', text: 'Closed.' },
      { kind: 'delete-branch', branch: 'incident-log', from: '0'.repeat(40) },
    ],
    { deadline: 0, ownLogin: async () => null, say: (line) => void said.push(line), done() {} },
  );
  await expect(run).rejects.toThrow(
    'The run has used up its ten minutes; left for the next run: Comment on #7; Delete the branch incident-log.',
  );
  expect(said).toEqual([]);
});
