import { describe, expect, it } from 'vitest';
import { workflowBot } from '../../local-github/local-github.ts';
import { statusCommentText } from '../conversing.ts';
import { logPath, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const place = { owner, repo };

/** A log that lists an incident, and is merged. */
async function setLog(answers = repairedIncident) {
  const stage = await setStage({ roles: { lead: 'triage' } });
  const { number } = await stage.file(answers);
  await stage.run();
  const [pullRequest] = await stage.pullRequests();
  await stage.merge(pullRequest?.number ?? 0, 'squash');
  return { stage, number, log: await stage.log('main') };
}

async function close(stage: Stage, number: number, login: string) {
  const closing = { state: 'closed', state_reason: 'not_planned' } as const;
  await stage.github.as(login).rest.issues.update({ ...place, issue_number: number, ...closing });
}

async function reopen(stage: Stage, number: number) {
  await stage.github.as(owner).rest.issues.update({ ...place, issue_number: number, state: 'open' });
}

/** Runs, and says what it comes to, which problems there are, and how often it asked who closed the issue. */
async function runAfter(stage: Stage, number: number, inputs: Record<string, string> = {}) {
  const before = stage.github.requests.length;
  const run = await stage.run({ inputs });
  const asked = stage.github.requests
    .slice(before)
    .filter(({ method, path }) => method === 'GET' && path.endsWith(`/repos/${repository}/issues/${number}`));
  const problems = JSON.parse(run.outputs.problems ?? '') as { rule: string; message: string }[];
  return { ...run, rules: problems.map(({ rule }) => rule), problems, asked: asked.length };
}

describe('lesson 59: an incident that a bot closes as not planned', () => {
  it.each([workflowBot, 'dependabot[bot]'])(
    'stays in the log as it was, and says how to settle it: %s',
    async (bot) => {
      const { stage, number, log } = await setLog();
      await close(stage, number, bot);
      const run = await runAfter(stage, number);
      expect(run, run.stdout).toMatchObject({ exitCode: 0, rules: ['closed-by-bot'], asked: 1 });
      expect(run.outputs).toMatchObject({ result: 'none', incidents: '1' });
      expect(run.problems[0]?.message).toContain(`The bot ${bot} closed this issue as not planned`);
      const comment = await statusCommentText(stage, number);
      expect(comment).toContain('Reopen it and close it as completed.');
      expect(comment).toContain(`It is in [${logPath}]`);
      expect(await stage.log('main')).toBe(log);
      expect(await runAfter(stage, number)).toMatchObject({ rules: ['closed-by-bot'], asked: 1 });
    },
  );

  it('stays ongoing towards its resolution where only a repair is recorded', async () => {
    const { resolved: _, ...repaired } = repairedIncident;
    const { stage, number } = await setLog(repaired);
    await close(stage, number, workflowBot);
    expect((await runAfter(stage, number)).outputs).toMatchObject({ result: 'none', incidents: '1' });
  });

  it('is settled once a person closes it, as completed or as not planned', async () => {
    const { stage, number } = await setLog();
    await close(stage, number, workflowBot);
    await runAfter(stage, number);
    await reopen(stage, number);
    const completed = { state: 'closed', state_reason: 'completed' } as const;
    await stage.github.as(owner).rest.issues.update({ ...place, issue_number: number, ...completed });
    expect(await runAfter(stage, number)).toMatchObject({ rules: [], asked: 0 });
    await reopen(stage, number);
    await close(stage, number, 'lead');
    const run = await runAfter(stage, number);
    expect(run).toMatchObject({ rules: [], asked: 1, outputs: { result: 'created', incidents: '0' } });
    expect(run.summary).toContain('removed: closed as not planned or duplicate');
  });

  it('leaves the log where the bot is one of `allowed-bots`', async () => {
    const { stage, number } = await setLog();
    await close(stage, number, 'dependabot[bot]');
    const run = await runAfter(stage, number, { 'allowed-bots': 'dependabot' });
    expect(run).toMatchObject({ rules: [], outputs: { result: 'created', incidents: '0' } });
  });

  it('leaves the log where nothing is recorded, and nobody is asked', async () => {
    const { stage, number } = await setLog({ 'first-detected': '2024-10-14 10:30', impact: 'Some.' });
    await close(stage, number, workflowBot);
    expect(await runAfter(stage, number)).toMatchObject({ rules: [], asked: 0, outputs: { incidents: '0' } });
  });

  it('does not enter the log where it was not in it, and nobody is asked', async () => {
    const stage = await setStage();
    const { number } = await stage.file();
    await close(stage, number, workflowBot);
    expect(await runAfter(stage, number)).toMatchObject({ rules: [], asked: 0, outputs: { incidents: '0' } });
  });
});
