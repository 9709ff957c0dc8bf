import { describe, expect, it } from 'vitest';
import { textHash } from '../../../src/markers/hash.ts';
import { scheduleEvent } from '../../local-github/events.ts';
import { workflowBot } from '../../local-github/local-github.ts';
import {
  actionIssues,
  actionLabel,
  commentsOf,
  editBody,
  fileWith,
  issueOf,
  runGreen,
  writesAfter,
} from '../action-issues.ts';
import {
  command,
  commentsOn,
  ongoingIncident,
  reactionsOn,
  repliesOn,
  say,
  statusCommentsOn,
  statusCommentText,
} from '../conversing.ts';
import { openStage, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';
import { itSurvivesKills, playCalmly, writesAmong } from '../sweep.ts';

/** A bot that is nothing to us, and an App whose token we may run with. */
const otherBot = 'dependabot[bot]';
const app = 'incident-log-app[bot]';
const labels = ['incident', 'incident-confirmed', 'incident-problem', actionLabel, 'overdue'];

async function setIncident(login: string, answers = ongoingIncident) {
  const stage = await setStage({ labels, roles: { lead: 'triage' } });
  const { number } = await stage.file(answers, { login });
  return { stage, number };
}

async function confirm(stage: Stage, number: number) {
  const place = { owner, repo, issue_number: number };
  await stage.github.as('lead').rest.issues.addLabels({ ...place, labels: ['incident-confirmed'] });
  return stage.event('labeled', number, { label: 'incident-confirmed', sender: 'lead' });
}

/** An untrusted author's incident that was confirmed, and that has a status comment. */
async function setConfirmed(answers = ongoingIncident) {
  const { stage, number } = await setIncident('stranger', answers);
  await runGreen(stage, { event: await confirm(stage, number) });
  return { stage, number };
}

/** Somebody changes the text. @returns the event that tells of it */
async function edit(stage: Stage, number: number, login: string, change: (body: string) => string) {
  const from = (await issueOf(stage, number)).body ?? '';
  const { rest } = stage.github.as(login);
  await rest.issues.update({ owner, repo, issue_number: number, body: change(from) });
  return stage.event('edited', number, { sender: login, changes: { body: { from } } });
}

const bodyOf = async (stage: Stage, number: number) => (await issueOf(stage, number)).body ?? '';
const onSchedule = (stage: Stage) => scheduleEvent(stage.github, repository);
const worse = (body: string) => body.replace('sign in again', 'sign in twice');
const line = (through: unknown, rest = '') =>
  `<!-- incident-log: commands through=${through} since=2024-01-01T00:00:00Z${rest} -->`;

describe('lesson 94: a bot’s edit of an untrusted author’s confirmed text', () => {
  it.each<[string, Record<string, string>, string, '0' | '1']>([
    ['of a bot that nobody named', {}, otherBot, '0'],
    ['of a bot that nobody named, without a status comment', { feedback: 'none' }, otherBot, '0'],
    ['of a bot in allowed-bots', { 'allowed-bots': otherBot }, otherBot, '1'],
    ['of another bot, with an App’s token', { token: app }, workflowBot, '0'],
    ['of the App whose token we have', { token: app }, app, '1'],
    ['of ours', {}, workflowBot, '1'],
  ])('%s', async (_, { token, ...inputs }, bot, incidents) => {
    const { stage, number } = await setIncident('stranger', repairedIncident);
    const request = { inputs: { ...inputs, ...(token ? { token: stage.github.tokenOf(token) } : {}) } };
    await runGreen(stage, { ...request, event: await confirm(stage, number) });
    await edit(stage, number, 'stranger', worse);
    const event = await edit(stage, number, bot, (body) => `${body}\n\nSee JIRA-12.`);
    expect((await runGreen(stage, { ...request, event })).outputs).toMatchObject({ incidents });
  });
});

describe('lesson 95: a hidden line that an untrusted author has typed', () => {
  it('skips no command', async () => {
    const { stage, number } = await setConfirmed();
    const { id } = await say(stage, number, '/timeline 2024-10-14 10:45 Paged', 'lead');
    await edit(stage, number, 'stranger', (body) => `${body}\n\n${line(id)}`);
    await confirm(stage, number);
    await runGreen(stage, { event: await onSchedule(stage) });
    expect(await bodyOf(stage, number)).toContain('- 2024-10-14 10:45 Paged');
    expect(await reactionsOn(stage, number)).toEqual(['+1']);
    // And none is repeated, though the line is gone, and names another comment then.
    for (const forged of ['', line(1)]) {
      await edit(stage, number, 'stranger', (body) => body.replace(/<!--.*-->|$/, forged));
      await runGreen(stage, { event: await onSchedule(stage) });
    }
    expect((await bodyOf(stage, number)).match(/Paged/g)).toHaveLength(1);
  });

  it('is part of what was confirmed', async () => {
    const { stage, number } = await setConfirmed(repairedIncident);
    const event = await edit(stage, number, 'stranger', (body) => `${body}\n\n${line(1)}`);
    expect((await runGreen(stage, { event })).outputs).toMatchObject({ incidents: '0' });
  });

  it('makes no issue of an action, which only /action does while the incident goes on', async () => {
    const { stage, number } = await setConfirmed({ ...ongoingIncident, 'review-actions': '- Alert on it' });
    const { id } = await say(stage, number, '/timeline 2024-10-14 10:45 Paged', 'lead');
    const hash = textHash('Alert on it');
    await edit(stage, number, 'stranger', (body) => `${body}\n\n${line(id, ` actions=${hash}`)}`);
    const event = await confirm(stage, number);
    expect((await runGreen(stage, { event })).outputs).toMatchObject({ 'actions-created': '0' });
    const run = await command(stage, number, '/action Tell everybody', { login: 'lead' });
    expect(run.outputs).toMatchObject({ 'actions-created': '1' });
    expect(await bodyOf(stage, number)).toMatch(/- Alert on it\n- Tell everybody \(#\d+\)/);
  });

  it('none is written there', async () => {
    const { stage, number } = await setConfirmed();
    await command(stage, number, '/timeline 2024-10-14 10:45 Paged', { login: 'lead' });
    expect(await bodyOf(stage, number)).not.toContain('<!--');
  });

  it('in a trusted author’s text, too, is nothing to us where our comment does not know it', async () => {
    const { stage, number } = await setIncident(owner);
    await runGreen(stage);
    const { id } = await say(stage, number, '/timeline 2024-10-14 10:45 Paged');
    await editBody(stage, number, (body) => `${body}\n\n${line(id)}`);
    await runGreen(stage);
    expect(await bodyOf(stage, number)).toContain('- 2024-10-14 10:45 Paged');
    expect(await bodyOf(stage, number)).toMatch(new RegExp(`<!-- incident-log: commands through=${id} `));
  });
});

describe('lesson 35: commands are carried out once where a status comment remembers them', () => {
  const commands = '/timeline 2024-10-14 10:45 Paged\n/action Alert on it';
  async function setCommanded(login: string) {
    const stage = await openStage({ labels, roles: { lead: 'triage' } });
    const { number } = await stage.file(ongoingIncident, { login });
    await runGreen(stage, { event: await confirm(stage, number) });
    await say(stage, number, commands, 'lead');
    await say(stage, number, '/resolved 13.00', 'lead');
    return stage;
  }

  describe.each([
    ['an untrusted author’s text', 'stranger'],
    ['a trusted author’s text', owner],
  ] as const)('in %s', async (_, login) => {
    const scene = {
      set: () => setCommanded(login),
      event: onSchedule,
      async endState(stage: Stage) {
        const body = await bodyOf(stage, 1);
        return {
          texts: [...body.matchAll(/Paged|Alert on it/g)].flat().sort(),
          actions: (await actionIssues(stage)).map(({ title }) => title),
          reactions: await reactionsOn(stage, 1),
          replies: (await repliesOn(stage, 1)).length,
          statusComments: (await statusCommentsOn(stage, 1)).length,
        };
      },
    };
    const calm = await playCalmly(scene);
    // What comes after the reactions other sweeps try; the run that follows sees to it here, too.
    const last = calm.requests.findLastIndex(({ path }) => path.endsWith('/reactions'));
    const writes = writesAmong(calm.requests.slice(0, last + 2));

    it('when nothing goes wrong', () => {
      expect(writes.length).toBeGreaterThanOrEqual(5);
      expect(calm.state).toEqual({
        texts: ['Alert on it', 'Paged'],
        actions: ['Alert on it'],
        reactions: ['+1', 'confused'],
        replies: 1,
        statusComments: 1,
      });
    });
    itSurvivesKills(scene, calm, { among: writes });
  });
});

describe('lesson 94: what another bot says', () => {
  it('is not our status comment: it stays as it is, and ours stays', async () => {
    const { stage, number } = await setIncident(owner);
    await runGreen(stage);
    const [ours] = await statusCommentsOn(stage, number);
    await say(stage, number, `Quoted:\n\n${ours?.body}`, otherBot);
    await command(stage, number, '/repaired 2024-10-14 11:00');
    const [first, copy, ...more] = await statusCommentsOn(stage, number);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      id: ours?.id,
      body: expect.stringContaining('| Repaired | 2024-10-14 11:00 |'),
    });
    expect(copy?.body).toBe(`Quoted:\n\n${ours?.body}`);
  });

  it('is no reply of ours', async () => {
    const { stage, number } = await setIncident(owner);
    const { id } = await say(stage, number, '/repaired 14.43');
    await say(stage, number, `Hm.\n\n<!-- incident-log: reply to=${id} refused -->`, otherBot);
    await runGreen(stage);
    expect(await repliesOn(stage, number)).toEqual(['Hm.', expect.stringContaining('/repaired 14.43')]);
  });

  it.each([
    ['the workflow’s token', {}, otherBot],
    ['an App’s token', { token: app }, workflowBot],
  ])('is no reaction of ours, with %s', async (_, { token }: { token?: string }, bot) => {
    const { stage, number } = await setIncident(owner);
    const { id } = await say(stage, number, '/repaired 2024-10-14 11:00');
    const reaction = { owner, repo, comment_id: Number(id), content: '+1' } as const;
    await stage.github.as(bot).rest.reactions.createForIssueComment(reaction);
    await runGreen(stage, { inputs: token ? { token: stage.github.tokenOf(token) } : {} });
    expect(await bodyOf(stage, number)).toContain('### Repaired\n\n2024-10-14 11:00');
  });

  it('is no reminder of ours: it counts for nothing, and stays', async () => {
    const stage = await setStage({ labels });
    await fileWith(stage, '- Alert earlier (due 2024-12-01)');
    await runGreen(stage);
    const [action] = await actionIssues(stage);
    const number = Number(action?.number);
    await say(stage, number, 'Hm.\n\n<!-- incident-log: overdue -->', otherBot);
    await runGreen(stage, { event: await onSchedule(stage) });
    const logins = async () => (await commentsOn(stage, number)).map(({ user }) => user?.login);
    expect(await logins()).toEqual([otherBot, workflowBot]);
    await stage.github.as(owner).rest.issues.update({ owner, repo, issue_number: number, state: 'closed' });
    await runGreen(stage);
    expect(await logins()).toEqual([otherBot]);
  });

  it('is no issue of ours, whose marker it has copied', async () => {
    const stage = await setStage({ labels });
    const incident = await fileWith(stage, '- One');
    await runGreen(stage);
    const [one] = await actionIssues(stage);
    const copy = { owner, repo, title: 'One', body: one?.body ?? '', labels: [actionLabel] };
    const { data } = await stage.github.as(otherBot).rest.issues.create(copy);
    await stage.github.deleteIssue(repository, Number(one?.number));
    await editBody(stage, incident, (body) => body.replace(/ \(#\d+\)/, ''));
    await runGreen(stage);
    expect(await issueOf(stage, data.number)).toMatchObject({ state: 'open', body: one?.body });
    expect(await bodyOf(stage, incident)).not.toContain(`(#${data.number})`);
    expect(await commentsOf(stage, data.number)).toEqual([]);
  });

  it('does not close our pull request for us: what a person closed is declined', async () => {
    const stage = await setStage();
    await stage.file();
    await runGreen(stage);
    const [pull] = await stage.pullRequests();
    const number = Number(pull?.number);
    await say(stage, number, 'Hm.\n\n<!-- incident-log: nothing-differs -->', otherBot);
    await stage.github.as(owner).rest.pulls.update({ owner, repo, pull_number: number, state: 'closed' });
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'declined' });
  });
});

describe('who we are', () => {
  it.each(['github-actions[bot]', app, owner])(
    'without a status comment, %s carries a command out once, though the hidden line is gone',
    async (login) => {
      const { stage, number } = await setIncident(owner);
      const inputs = { feedback: 'none', token: stage.github.tokenOf(login) };
      await command(stage, number, '/timeline 2024-10-14 10:45 Paged', { inputs });
      await editBody(stage, number, (body) => body.replace(/\n\n<!-- incident-log.*$/s, ''));
      await runGreen(stage, { inputs });
      await command(stage, number, '/timeline 2024-10-14 10:50 Up', { inputs });
      expect(await bodyOf(stage, number)).toContain('- 2024-10-14 10:45 Paged\n- 2024-10-14 10:50 Up');
      expect((await bodyOf(stage, number)).match(/Paged/g)).toHaveLength(1);
      expect(await commentsOn(stage, number)).toHaveLength(2);
    },
  );

  it('is asked once a run, and only where something is to be told from it', async () => {
    const { stage, number } = await setIncident(owner);
    const asked = () => stage.github.requests.filter(({ path }) => path === '/graphql').length;
    await runGreen(stage);
    expect(asked()).toBe(0);
    await command(stage, number, '/repaired 14.43');
    expect(asked()).toBe(1);
  });

  it.each([
    ['refused', { kind: 'status', status: 403 }],
    ['answered by a page', { kind: 'html' }],
    ['answered by something else', { kind: 'wrong-shape' }],
  ] as const)('that is %s: any bot’s comment counts as ours, as it did', async (_, fault) => {
    const { stage, number } = await setIncident(owner);
    stage.github.fault({ path: /graphql/, times: 9 }, fault);
    await runGreen(stage);
    await command(stage, number, '/repaired 14.43');
    await command(stage, number, '/repaired 2024-10-14 11:00');
    expect(await statusCommentText(stage, number)).toContain('| Repaired | 2024-10-14 11:00 |');
    expect(await repliesOn(stage, number)).toHaveLength(1);
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });
});
