import { describe, expect, it } from 'vitest';
import type { ActionRun } from '../../runner/step.ts';
import { actionIssues, fileWith, issueOf, runGreen } from '../action-issues.ts';
import { owner, repo, setStage } from '../stage.ts';

describe('what people have written gives the runner no command', () => {
  const typed = [
    'Mind ##[set-output name=result]pwned',
    'Mend ##[stop-commands]abc',
    'See ##[add-mask]Mend ##[error]twice',
    '::error::Colons',
  ];
  /** Commands besides those that a run means to give. */
  const smuggled = ({ commands }: ActionRun) =>
    commands.filter(({ command, message }) => command !== 'warning' || !message.startsWith('#1: '));

  it.each(['true', 'false'])('as a review action (dry-run: %s)', async (dryRun) => {
    const stage = await setStage();
    await fileWith(stage, typed.map((text) => `- ${text}`).join('\n'));
    const run = await runGreen(stage, { inputs: { 'dry-run': dryRun } });
    // It is there to be read all the same.
    expect(run.stdout).toContain('Mind ##\u200b[set-output name=result]pwned');
    expect(smuggled(run)).toEqual([]);
    expect(run.outputs).toMatchObject({ result: dryRun === 'true' ? 'none' : 'created' });
    expect(await actionIssues(stage)).toHaveLength(dryRun === 'true' ? 0 : typed.length);
  });
});

it('the step summary calls an issue of another repository by its item’s words, for its own may not be for everybody', async () => {
  const stage = await setStage();
  await stage.github.createRepository({ name: 'octo/other', private: true });
  const { rest } = stage.github.as(owner);
  const open = async (where: string, title: string) =>
    (await rest.issues.create({ owner, repo: where, title, assignees: [owner] })).data.number;
  const theirs = await open('other', 'Customer X has not paid');
  const ours = await open(repo, 'Ours, as it is called');
  await fileWith(stage, `- Speak to sales (octo/other#${theirs})\n- Mend it (#${ours})`);
  const { summary, outputs } = await runGreen(stage);
  expect(outputs['actions-open']).toBe('2');
  const rows = summary.split('## Open review actions')[1]?.match(/^\| \[.*$/gm);
  expect(rows).toEqual([
    expect.stringMatching(/octo\/other#1\]\(.*\) Speak to sales \|.*\| {2}\|/),
    expect.stringMatching(/\) Ours, as it is called \|.*\| octo \|/),
  ]);
  expect(summary).not.toContain('Customer X');
  expect((await issueOf(stage, ours)).title).toBe('Ours, as it is called');
});
