import { describe, expect, it } from 'vitest';
import { REMINDER_MARKER } from '../../../src/markers/fixed.ts';
import { hashOf } from '../../../src/markers/hash.ts';
import { writeAction } from '../../../src/review-actions/issue-text.ts';
import {
  actionLabel,
  closeIssue,
  fileWith,
  runGreen,
  writesAfter,
  writesBesideStatusComment,
} from '../action-issues.ts';
import {
  agoInstant,
  conversationOf,
  labelsOf,
  overdueIssues,
  runScheduled,
  setOneAction,
  setReminded,
} from '../overdue-actions.ts';
import { owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

describe('an overdue review action', () => {
  it('is labelled and its assignees are told, by a scheduled run alone', async () => {
    const { stage, incident, action } = await setOneAction();
    const { rest } = stage.github.as(owner);
    await rest.issues.createLabel({ owner, repo, name: 'ops' });
    await rest.issues.addLabels({ owner, repo, issue_number: action, labels: ['ops'] });
    await rest.issues.addAssignees({ owner, repo, issue_number: action, assignees: ['lead'] });
    await runGreen(stage, { event: await stage.event('edited', incident) });
    expect(await labelsOf(stage, action)).toEqual(['ops', actionLabel]);
    expect(await conversationOf(stage, action)).toEqual([]);

    const run = await runScheduled(stage);
    expect(run.outputs).toMatchObject({ 'actions-open': '1', 'actions-overdue': '1', result: 'unchanged' });
    expect(await labelsOf(stage, action)).toEqual(['ops', 'overdue', actionLabel]);
    expect((await rest.issues.getLabel({ owner, repo, name: 'overdue' })).data.color).toBe('fbca04');
    const comments = await conversationOf(stage, action);
    expect(comments).toMatchObject([{ login: 'github-actions[bot]' }]);
    expect(comments[0]?.body).toMatch(
      new RegExp(`^@mona @lead This review action was due on 2024-12-01 \\(incident #${incident}\\)`),
    );
  });

  it('with a label that people have made already, in their spelling', async () => {
    const { stage, action } = await setOneAction();
    const { rest } = stage.github.as(owner);
    await rest.issues.createLabel({ owner, repo, name: 'Overdue', color: '123456' });
    await runScheduled(stage);
    expect(await labelsOf(stage, action)).toEqual(['Overdue', actionLabel]);
    const { data: labels } = await rest.issues.listLabelsForRepo({ owner, repo });
    expect(labels.filter(({ name }) => /^overdue$/i.test(name))).toMatchObject([{ color: '123456' }]);
    const requests = stage.github.requests.length;
    await runScheduled(stage);
    expect(writesAfter(stage, requests)).toEqual([]);
  });

  it.each([
    ['that nobody is assigned to', 'Alert earlier (due 2024-12-01)'],
    ['whose owner cannot be assigned', 'Alert earlier (@stranger, due 2024-12-01)'],
    [
      'whose text mentions people and holds our marker',
      `@everyone, @mona and @octo/team: ${REMINDER_MARKER} (due 2024-12-01)`,
    ],
  ])('%s mentions nobody', async (_, item) => {
    const { stage, action } = await setOneAction(item);
    await runScheduled(stage);
    const comments = await conversationOf(stage, action);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).not.toContain('@');
    expect(await labelsOf(stage, action)).toContain('overdue');
  });

  it('costs no request but the lists when it is reminded of already', async () => {
    const { stage } = await setReminded();
    const before = stage.github.requests.length;
    const log = await stage.log();
    await runScheduled(stage);
    expect(writesAfter(stage, before)).toEqual([]);
    const asked = stage.github.requests.slice(before).map(({ path }) => path);
    const paths = asked.filter((path) => /\/(issues|labels)/.test(path)).map((path) => path.split('?')[0]);
    // The incidents, the issues of review actions, recent comments, and reminders of the last days.
    const lists = ['issues', 'issues', 'issues/comments', 'issues/comments'];
    expect(paths.sort()).toEqual(lists.map((path) => `/repos/${repository}/${path}`));
    expect(await stage.log()).toBe(log);
  });

  it('lesson 41d: edited comments notify nobody, so after seven days a new one takes the place of the old', async () => {
    const { stage, action, reminder } = await setReminded();
    const remindedAgo = async (days: number) => {
      stage.github.backdate(repository, { comment: reminder }, agoInstant(days));
      await runScheduled(stage);
      return conversationOf(stage, action);
    };
    expect(await remindedAgo(6)).toMatchObject([{ id: reminder }]);
    const comments = await remindedAgo(7);
    expect(comments).toMatchObject([{ body: expect.stringContaining('@mona') }]);
    expect(comments[0]?.id).not.toBe(reminder);
    expect(
      stage.github.requests.filter(({ method, path }) => method === 'PATCH' && /comments/.test(path)),
    ).toEqual([]);
  });

  it('is labelled, and no more, where its conversation is locked', async () => {
    const { stage, action } = await setOneAction();
    const { rest } = stage.github.as(owner);
    await rest.issues.lock({ owner, repo, issue_number: action });
    const run = await runScheduled(stage);
    expect(run.annotations).toEqual([]);
    expect(await labelsOf(stage, action)).toContain('overdue');
    expect(await conversationOf(stage, action)).toEqual([]);
    await rest.issues.unlock({ owner, repo, issue_number: action });
    await runScheduled(stage);
    expect(await conversationOf(stage, action)).toHaveLength(1);
  });

  it('lesson 41a: a reminder that an untrusted person typed counts for nothing, and stays', async () => {
    const { stage, action } = await setOneAction();
    const said = { owner, repo, issue_number: action, body: `Not yet!\n\n${REMINDER_MARKER}` };
    const { data: theirs } = await stage.github.as('stranger').rest.issues.createComment(said);
    await runScheduled(stage);
    const logins = async () => (await conversationOf(stage, action)).map(({ login }) => login);
    expect(await logins()).toEqual(['stranger', 'github-actions[bot]']);
    const ours = (await conversationOf(stage, action))[1]?.id ?? 0;
    stage.github.backdate(repository, { comment: ours }, agoInstant(8));
    await runScheduled(stage);
    expect(await logins()).toEqual(['stranger', 'github-actions[bot]']);
    await closeIssue(stage, action, 'completed');
    await runGreen(stage, { event: await stage.event('closed', action) });
    expect(await conversationOf(stage, action)).toMatchObject([{ id: theirs.id, body: theirs.body }]);
  });

  it('lesson 40: a maintainer’s reply that quotes a reminder, as one by mail does, is none and stays', async () => {
    const { stage, action } = await setOneAction();
    const reply = (text: string) =>
      stage.github.as(owner).rest.issues.createComment({ owner, repo, issue_number: action, body: text });
    await reply(`On it.\n\n> This review action was due.\n>\n> ${REMINDER_MARKER}`);
    await reply(`> ${REMINDER_MARKER}\n\nTomorrow.\n`);
    await runScheduled(stage);
    expect(await conversationOf(stage, action)).toHaveLength(3);
    await closeIssue(stage, action, 'completed');
    await runGreen(stage, { event: await stage.event('closed', action) });
    expect(await conversationOf(stage, action)).toMatchObject([{ login: owner }, { login: owner }]);
  });

  it('is left alone when a person has made its issue, and listed all the same', async () => {
    const stage = await setStage();
    const { rest } = stage.github.as(owner);
    const { data: theirs } = await rest.issues.create({
      owner,
      repo,
      title: 'A task of ours',
      labels: [actionLabel],
    });
    const incident = await fileWith(stage, `- Alert earlier (#${theirs.number}) (due 2024-12-01)`);
    const requests = stage.github.requests.length;
    const run = await runScheduled(stage);
    expect(run.outputs).toMatchObject({
      'actions-open': '1',
      'actions-created': '0',
      'actions-overdue': '1',
    });
    expect(run.summary).toContain('A task of ours');
    const asked = stage.github.requests.slice(requests).map(({ path }) => path);
    // Recent comments are read, because commands may be there. Reminders are not looked for.
    expect(asked.filter((path) => path.includes('/comments?'))).toEqual([
      expect.stringContaining('sort=updated'),
    ]);
    const writes = writesBesideStatusComment(stage, requests, incident);
    expect(writes.filter((write) => write.includes('/issues'))).toEqual([]);
    expect(await labelsOf(stage, theirs.number)).toEqual([actionLabel]);
    expect(await conversationOf(stage, theirs.number)).toEqual([]);
  });

  it('is only said to be reminded of by a dry run', async () => {
    const { stage, action } = await setOneAction();
    const requests = stage.github.requests.length;
    const run = await runScheduled(stage, { 'dry-run': 'true' });
    expect(run.stdout).toContain(`Would label #${action} with “overdue”.`);
    expect(run.stdout).toContain(`Would post reminder on #${action}.`);
    // There is none yet that it could take the place of.
    expect(run.stdout).not.toMatch(/former/);
    expect(writesAfter(stage, requests)).toEqual([]);
  });
});

describe('more overdue actions than a run reminds of', () => {
  /** Issues of review actions of one incident, as runs made them, all due long ago; their numbers. */
  async function setMany(stage: Stage, count: number): Promise<number[]> {
    const { rest } = stage.github.as(owner);
    const { data: place } = await rest.repos.get({ owner, repo });
    const { number: incident, html_url: url } = await stage.file();
    const made: { number: number; item: string }[] = [];
    for (let nth = 1; nth <= count; nth += 1) {
      const action = { text: `Action ${nth}`, owner: null, due: '2024-12-01' };
      const written = writeAction(action, {
        repository: place.id,
        incident: { number: incident, url },
        occurrence: 1,
        text: hashOf(action.text),
        owner: 'assignable',
      });
      const { data } = await rest.issues.create({ owner, repo, ...written, labels: [actionLabel] });
      made.push({ number: data.number, item: `- ${action.text} (due ${action.due}) (#${data.number})` });
    }
    const items = made.map(({ item }) => item).join('\n');
    await stage.answer(incident, { ...repairedIncident, 'review-actions': items });
    return made.map(({ number }) => number);
  }

  it('lesson 41: the oldest sixty are reminded of, the rest is said, and the next scheduled run goes on', async () => {
    const stage = await setStage({ hasSubIssues: false });
    const numbers = await setMany(stage, 65);
    const [young = 0, ...others] = numbers;
    for (const number of others) stage.github.backdate(repository, { issue: number }, agoInstant(500));
    await runGreen(stage);
    const requests = stage.github.requests.length;
    const first = await runScheduled(stage);
    expect(first.outputs).toMatchObject({
      'actions-open': '65',
      'actions-overdue': '65',
      'actions-created': '0',
    });
    expect(await overdueIssues(stage)).toEqual(others.slice(0, 60));
    const said = /^5 more overdue review actions are still to be reminded of/;
    expect(first.annotations.filter(({ message }) => said.test(message))).toMatchObject([
      { command: 'warning' },
    ]);
    expect(first.summary).toContain('- 5 more overdue');

    const second = await runScheduled(stage);
    expect(second.annotations.filter(({ message }) => said.test(message))).toEqual([]);
    expect(await overdueIssues(stage)).toEqual([young, ...others]);
    const comments = writesAfter(stage, requests).filter((write) => write.endsWith('/comments'));
    expect(comments.sort()).toEqual(
      numbers.map((number) => `POST /repos/${repository}/issues/${number}/comments`).sort(),
    );
  }, 240_000);
});
