import { describe, expect, it } from 'vitest';
import { workflowBot } from '../../local-github/local-github.ts';
import {
  actionIssues,
  closeIssue,
  commentsOf,
  editBody,
  issueOf,
  runGreen,
  writesAfter,
} from '../action-issues.ts';
import { command, ongoingIncident, say, statusCommentsOn, statusCommentText } from '../conversing.ts';
import { owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const inputs = { timezone: 'Europe/London' };

const labelsOf = async (stage: Stage, number: number) =>
  (await issueOf(stage, number)).labels.map((label) => (typeof label === 'string' ? label : label.name));

async function runOn(stage: Stage, number: number, request: Parameters<Stage['run']>[0] = {}) {
  return runGreen(stage, { event: await stage.event('edited', number), inputs, ...request });
}

describe('what an incident’s issue is told', () => {
  it('how it was read, its figures, its actions, and where it is', async () => {
    const stage = await setStage();
    const { number } = await stage.file({
      ...repairedIncident,
      'review-actions': '- Write it down (@mona, due 2099-12-01)\n- Tell all - DONE',
    });
    await runOn(stage, number);
    const [pull] = await stage.pullRequests();
    expect(await statusCommentText(stage, number)).toBe(
      [
        '**Resolved**',
        [
          '|  | As read, in Europe/London |',
          '| --- | --- |',
          '| First detected | 2024-10-14 10:30 |',
          '| Repaired | 2024-10-15 11:29 (fix forward) |',
          '| Resolved | 2024-10-15 11:40 |',
          '| **Time to repair** | 24h 59m |',
          '| **Time to resolve** | 25h 10m |',
        ].join('\n'),
        '**Review actions**',
        `- [#2](https://github.com/${repository}/issues/2) Write it down (mona, due 2099-12-01) **TODO**\n- Tell all **DONE**`,
        `It enters [INCIDENTS.md](https://github.com/${repository}/blob/main/INCIDENTS.md) with the pull request [#${pull?.number}](${pull?.html_url}).`,
        'Still empty. To be copied into a comment, and completed:',
        '``````markdown\n/severity LEVEL\n/timeline YYYY-MM-DD HH:MM what happened\n``````',
        'Still empty. To be copied into the text of the issue, in the place of the same headings, and completed:',
        '``````markdown\n### Services\n\n### Identified\n\n### Resolution\n``````',
      ].join('\n\n'),
    );
  });

  it('that it is ongoing, and what to type once it is not', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await runOn(stage, number);
    const text = await statusCommentText(stage, number);
    expect(text).toMatch(/^\*\*Ongoing\*\*\n/);
    expect(text).toContain('| **Time to repair** | *ongoing* |');
    expect(text).toContain('- **Repaired**: comment `/repaired` once it is, or `/repaired HH:MM`.');
    expect(text).not.toContain('Still empty');
  });

  it('what is wrong, with the words to type instead', async () => {
    const stage = await setStage();
    const { number } = await stage.file({
      ...ongoingIncident,
      repaired: '14.43',
      resolved: '2024-10-14 09:00',
    });
    await runOn(stage, number);
    const text = await statusCommentText(stage, number);
    expect(text).toContain('| Repaired | *not read:* 14.43 |');
    expect(text).toContain(
      '- Under Repaired, “14.43” is not a time in the form expected: type it as YYYY-MM-DD HH:MM, for example 2024-10-15 11:29. Or comment `/repaired YYYY-MM-DD HH:MM`.',
    );
    expect(text).toContain('- Resolved is before First detected');
    expect(await labelsOf(stage, number)).toEqual(['incident', 'incident-problem']);
  });

  it('that it has no place in the log without its first detection', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, 'first-detected': 'this morning' });
    await runOn(stage, number);
    const text = await statusCommentText(stage, number);
    expect(text).toMatch(/^\*\*Not read\*\*/);
    expect(text).toContain('Or comment `/detected YYYY-MM-DD HH:MM`.');
    expect(text).toContain('The log does not list it yet.');
    await command(stage, number, '/detected 2024-10-14 10:30', { inputs });
    expect(await statusCommentText(stage, number)).toMatch(/^\*\*Ongoing\*\*\n/);
    expect(await labelsOf(stage, number)).toEqual(['incident']);
  });

  it('lessons 20, 31: nobody’s words reach beyond their place, and nobody is mentioned', async () => {
    const stage = await setStage();
    const words = '@octo/team #1 <script> `x` | **y** Fixes #1 https://github.com/octo/service/issues/1 end';
    const { number } = await stage.file({
      ...repairedIncident,
      repaired: `2024-10-15 11:29 (${words})`,
      resolved: words,
      'review-actions': `- ${words}`,
    });
    await runOn(stage, number, { inputs: { 'review-actions': 'text' } });
    const text = await statusCommentText(stage, number);
    expect(text).not.toMatch(
      /@octo|(?<!\[)#1\b|(?<!\\)<script|https:\/\/github\.com\/octo\/service\/issues\/1\b/,
    );
    expect(text.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(7);
  });

  it('lesson 22: at most what GitHub takes', async () => {
    const stage = await setStage();
    const list = Array.from({ length: 600 }, (_, index) => `- ${'&'.repeat(60)} ${index}`).join('\n');
    const { number } = await stage.file({ ...repairedIncident, 'review-actions': list });
    await runOn(stage, number, { inputs: { ...inputs, 'review-actions': 'text' } });
    const [comment] = await statusCommentsOn(stage, number);
    expect(comment?.body?.length).toBeLessThanOrEqual(65_536);
  });
});

describe('one comment', () => {
  it('is written when something differs, and only then', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await runOn(stage, number);
    const [first] = await statusCommentsOn(stage, number);
    const before = stage.github.requests.length;
    await runOn(stage, number);
    expect(writesAfter(stage, before)).toEqual([]);
    await stage.answer(number, { ...ongoingIncident, repaired: '2024-10-14 11:00' });
    await runOn(stage, number);
    const [second, ...others] = await statusCommentsOn(stage, number);
    expect(others).toEqual([]);
    expect(second?.id).toBe(first?.id);
    expect(second?.body).toContain('| **Time to repair** | 0h 30m |');
  });

  it('lesson 41d: is posted anew when a problem is new, so that people are told and see it last', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await runOn(stage, number);
    const [first] = await statusCommentsOn(stage, number);
    await say(stage, number, 'Looking.');
    await stage.answer(number, { ...ongoingIncident, repaired: '14.43' });
    await runOn(stage, number);
    const comments = await commentsOf(stage, number);
    expect(comments).toEqual(['Looking.', expect.stringContaining('14.43')]);
    const [second] = await statusCommentsOn(stage, number);
    expect(second?.id).not.toBe(first?.id);
    // The same problem further down is no news, nor is one problem less.
    await stage.answer(number, { ...ongoingIncident, repaired: '14.43', identified: 'By\n\nmail' });
    await runOn(stage, number);
    await stage.answer(number, ongoingIncident);
    await runOn(stage, number);
    const [third] = await statusCommentsOn(stage, number);
    expect(third?.id).toBe(second?.id);
    expect(await statusCommentText(stage, number)).not.toContain('14.43');
  });

  it('follows the review actions, though the incident is long over', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...repairedIncident, 'review-actions': '- Write it down' });
    await closeIssue(stage, number, 'completed');
    await runOn(stage, number);
    const [action] = await actionIssues(stage);
    expect(await statusCommentText(stage, number)).toContain('Write it down **TODO**');
    await closeIssue(stage, action?.number ?? 0, 'completed');
    await runGreen(stage, { event: await stage.event('closed', action?.number ?? 0) });
    expect(await statusCommentText(stage, number)).toContain('Write it down **DONE**');
  });

  it('lesson 41a: a person’s words with our line pasted below stay that person’s', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await runOn(stage, number);
    const [first] = await statusCommentsOn(stage, number);
    const words = `My analysis, two hours of work.\n\n${first?.body?.split('\n').at(-1)}`;
    await say(stage, number, words);
    await stage.answer(number, { ...ongoingIncident, repaired: '14.43' });
    await runOn(stage, number);
    expect(await commentsOf(stage, number)).toEqual([words, expect.stringContaining('14.43')]);
  });

  it('is told what the log failed at, for nobody reads the log of a workflow', async () => {
    const stage = await setStage({ actionsMayOpenPullRequests: false });
    const { number } = await stage.file({ ...ongoingIncident, repaired: '14.43' });
    const failed = await stage.run({ event: await stage.event('edited', number), inputs });
    expect(failed.exitCode).toBe(1);
    const text = await statusCommentText(stage, number);
    expect(text).toContain(
      '**The log could not be brought up to date**: GitHub Actions is not permitted to create or approve',
    );
    expect(text).toContain('“14.43” is not a time');
    stage.github.configure(repository, { actionsMayOpenPullRequests: true });
    await runOn(stage, number);
    expect(await statusCommentText(stage, number)).toContain('It enters [INCIDENTS.md]');
  });

  it('says so once the issue is no incident any more, and nothing on one that never was', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '14.43' });
    const other = await stage.file(ongoingIncident);
    const { rest } = stage.github.as(owner);
    await runOn(stage, number, { inputs: { ...inputs, feedback: 'comment' } });
    const [untold] = await statusCommentsOn(stage, other.number);
    await rest.issues.deleteComment({ owner, repo, comment_id: Number(untold?.id) });
    for (const issue_number of [other.number, number]) {
      await rest.issues.removeLabel({ owner, repo, issue_number, name: 'incident' });
      await runGreen(stage, {
        event: await stage.event('unlabeled', issue_number, { label: 'incident' }),
        inputs,
      });
    }
    expect(await statusCommentText(stage, number)).toBe(
      '**No incident** any more: it lacks the label `incident`.\n\nIt is not in the log.',
    );
    expect(await labelsOf(stage, number)).toEqual([]);
    expect(await statusCommentsOn(stage, other.number)).toEqual([]);
  });

  it('lists what is still empty as commands that do nothing before they are completed', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '2024-10-14 11:00' });
    await runOn(stage, number);
    const [, block = ''] =
      /``````markdown\n([\s\S]*?)\n``````/.exec(await statusCommentText(stage, number)) ?? [];
    expect(block.split('\n')).toHaveLength(4);
    const before = (await issueOf(stage, number)).body;
    await command(stage, number, block, { inputs });
    const { body, state } = await issueOf(stage, number);
    expect(body?.replace(/\n\n<!--.*$/s, '')).toBe(before);
    expect(state).toBe('open');
  });

  it('that a run cut short has left behind goes', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await runOn(stage, number);
    const [first] = await statusCommentsOn(stage, number);
    await stage.github
      .as(workflowBot)
      .rest.issues.createComment({ owner, repo, issue_number: number, body: first?.body ?? '' });
    await runOn(stage, number);
    expect(await statusCommentsOn(stage, number)).toHaveLength(1);
  });

  it('lesson 41a: an untrusted person’s copy of it is that person’s comment', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await runOn(stage, number);
    const [first] = await statusCommentsOn(stage, number);
    await say(stage, number, first?.body ?? '', 'stranger');
    await stage.answer(number, { ...ongoingIncident, repaired: '2024-10-14 11:00' });
    await runOn(stage, number);
    const [ours, copy] = await statusCommentsOn(stage, number);
    expect(ours?.body).toContain('0h 30m');
    expect(copy?.body).toBe(first?.body);
  });

  it('that somebody has deleted is written again', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    await command(stage, number, '/timeline 2024-10-14 10:45 Paged');
    const [first] = await statusCommentsOn(stage, number);
    await stage.github.as(owner).rest.issues.deleteComment({ owner, repo, comment_id: Number(first?.id) });
    await runOn(stage, number);
    expect(await statusCommentsOn(stage, number)).toHaveLength(1);
  });

  it('lesson 39: of a locked issue is edited, and none is posted', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    const other = await stage.file(ongoingIncident);
    await runOn(stage, number);
    for (const issue_number of [number, other.number])
      await stage.github.as(owner).rest.issues.lock({ owner, repo, issue_number });
    await stage.answer(number, { ...ongoingIncident, repaired: '14.43' });
    await runOn(stage, number);
    expect(await statusCommentText(stage, number)).toContain('14.43');
    expect(await statusCommentsOn(stage, other.number)).toHaveLength(1);
  });

  it('none where the team wants none, and one that is there goes', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '14.43' });
    await runOn(stage, number);
    await runOn(stage, number, { inputs: { ...inputs, feedback: 'none' } });
    expect(await commentsOf(stage, number)).toEqual([]);
    expect(await labelsOf(stage, number)).toEqual(['incident', 'incident-problem']);
  });
});

describe('the label of problems', () => {
  it('lesson 38: comes and goes by itself, and people’s labels stay', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '14.43' });
    const place = { owner, repo, issue_number: number };
    await stage.github.as(owner).rest.issues.addLabels({ ...place, labels: ['urgent'] });
    await runOn(stage, number, { inputs: { ...inputs, 'problem-label': 'to mend' } });
    expect((await labelsOf(stage, number)).sort()).toEqual(['incident', 'to mend', 'urgent']);
    await editBody(stage, number, (body) => body.replace('14.43', '2024-10-14 14:43'));
    await runOn(stage, number, { inputs: { ...inputs, 'problem-label': 'to mend' } });
    expect((await labelsOf(stage, number)).sort()).toEqual(['incident', 'urgent']);
  });

  it('may not be another of the action’s labels', async () => {
    const stage = await setStage();
    for (const name of ['Incident', 'incident-confirmed', 'review-action', 'Overdue']) {
      const run = await stage.run({ inputs: { 'problem-label': name } });
      expect(run).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('choose another') });
    }
    const run = await stage.run({ inputs: { feedback: 'yes' } });
    expect(run.stdout).toContain('“yes” is not a value of `feedback`. Use comment or none.');
  });
});

describe('states', () => {
  it.each([
    ['not_planned', '**False alarm**: closed as not planned.'],
    ['duplicate', '**Duplicate** of another incident.'],
  ] as const)('closed as %s', async (reason, state) => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '14.43' });
    await runOn(stage, number);
    await closeIssue(stage, number, reason);
    const run = await runOn(stage, number);
    expect(run.outputs).toMatchObject({ incidents: '0' });
    const text = await statusCommentText(stage, number);
    expect(text).toBe(`${state}\n\nIt is not in the log.`);
    expect(await labelsOf(stage, number)).toEqual(['incident']);
  });

  it('closed by hand without a resolved time: that is said, and not guessed', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '2024-10-14 11:00' });
    await closeIssue(stage, number, 'completed');
    await runOn(stage, number);
    const text = await statusCommentText(stage, number);
    expect(text).toMatch(/^\*\*Resolved\*\*/);
    expect(text).toContain('| **Time to resolve** | *not recorded* |');
    expect(text).toContain(
      '**Resolved** is not recorded though the issue is closed, and is not guessed: comment `/resolved YYYY-MM-DD HH:MM`.',
    );
    expect(await stage.log()).toContain('- **Time to resolve**: not recorded');
  });

  it('open again after it was resolved: ongoing again, until there is a later time or it is closed', async () => {
    const stage = await setStage();
    const { number } = await stage.file(repairedIncident);
    await closeIssue(stage, number, 'completed');
    await runOn(stage, number);
    const resolvedLog = await stage.log();
    const { rest } = stage.github.as(owner);
    await rest.issues.update({ owner, repo, issue_number: number, state: 'open' });
    await runOn(stage, number);
    expect(await statusCommentText(stage, number)).toMatch(/^\*\*Ongoing again\*\*: it was reopened on /);
    const log = await stage.log();
    expect(log).toContain('- **Time to repair**: ongoing\n- **Time to resolve**: ongoing');
    expect(log).not.toContain('Repaired: 2024-10-15');
    const before = stage.github.requests.length;
    await runOn(stage, number);
    expect(writesAfter(stage, before)).toEqual([]);

    await closeIssue(stage, number, 'completed');
    await runOn(stage, number);
    expect(await stage.log()).toBe(resolvedLog);
    await rest.issues.update({ owner, repo, issue_number: number, state: 'open' });
    const left = { inputs: { ...inputs, 'close-on-resolved': 'false' } };
    await command(stage, number, '/repaired\n/resolved', left);
    expect(await statusCommentText(stage, number)).toMatch(/^\*\*Resolved\*\*/);
    expect(await issueOf(stage, number)).toMatchObject({ state: 'open' });
    expect(await stage.log()).toContain('2024-10-15 11:29 Repaired (fix forward), recorded anew as');
  });

  it('closed and opened again before anything was resolved: as its times say', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...ongoingIncident, repaired: '2024-10-14 11:00' });
    await closeIssue(stage, number, 'not_planned');
    await stage.github.as(owner).rest.issues.update({ owner, repo, issue_number: number, state: 'open' });
    await runOn(stage, number);
    expect(await statusCommentText(stage, number)).toMatch(/^\*\*Repaired\*\*, not resolved yet/);
  });
});
