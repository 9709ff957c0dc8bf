import { expect, it } from 'vitest';
import { command, ongoingIncident, repliesOn, statusCommentText } from '../conversing.ts';
import { branch, owner, repo, setStage } from '../stage.ts';

it('/severity sets a level of the form, in any case, which the status comment and the log show', async () => {
  const stage = await setStage();
  const { number } = await stage.file({
    ...ongoingIncident,
    repaired: '2024-10-14 11:00',
    services: 'sign-in',
  });
  const run = await command(stage, number, '/severity sev2');
  expect(run).toMatchObject({ exitCode: 0 });
  const { data } = await stage.github.as(owner).rest.issues.get({ owner, repo, issue_number: number });
  expect(data.body).toContain('### Severity\n\nSEV2\n');
  expect(await statusCommentText(stage, number)).toContain('| Severity | SEV2 |\n| Services | sign-in |');
  expect(await stage.log(branch)).toMatch(/- \*\*Severity\*\*: SEV2\n+- \*\*Services\*\*: sign-in/);
});

it('/severity with a level that the form does not have is answered with all that it has', async () => {
  const stage = await setStage();
  const { number } = await stage.file(ongoingIncident);
  await command(stage, number, '/severity dire');
  const [reply = ''] = await repliesOn(stage, number);
  for (const level of ['SEV1', 'SEV2', 'SEV3', 'SEV4']) expect(reply).toContain(`/severity ${level}`);
  expect(reply).toContain('“dire”');
});
