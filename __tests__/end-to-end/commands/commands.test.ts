import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { commentEvent, scheduleEvent } from '../../local-github/events.ts';
import type { RecordedRequest } from '../../local-github/faults.ts';
import { workflowBot } from '../../local-github/local-github.ts';
import {
  actionIssues,
  editBody,
  editIssue,
  issueOf,
  runGreen,
  subIssuesOf,
  writesAfter,
} from '../action-issues.ts';
import {
  command,
  commentsOn,
  ongoingIncident,
  reactionsOn,
  repliesOn,
  say,
  statusCommentText,
} from '../conversing.ts';
import { branch, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const inputs = { timezone: 'Europe/London' };

/** All that a run would make. */
const labels = ['incident', 'incident-confirmed', 'incident-problem', 'review-action', 'overdue'];

async function setOngoing(settings: Parameters<typeof setStage>[0] = {}) {
  const stage = await setStage({ labels, roles: { mona: 'write', lead: 'triage' }, ...settings });
  const { number } = await stage.file(ongoingIncident);
  return { stage, number };
}

async function bodyOf(stage: Stage, number: number): Promise<string> {
  return (await issueOf(stage, number)).body ?? '';
}

/** What stands under a heading of an incident. */
async function answer(stage: Stage, number: number, label: string): Promise<string | undefined> {
  const body = await bodyOf(stage, number);
  return new RegExp(`^### ${label}\\n\\n([\\s\\S]*?)\\n\\n(?:### |<!--)`, 'm').exec(`${body}\n\n### `)?.[1];
}

const rewrites = ({ method, path }: RecordedRequest) => method === 'PATCH' && /\/issues\/\d+$/.test(path);

describe('commands', () => {
  it('fill in the incident, close it, and are answered by a reaction each', async () => {
    const { stage, number } = await setOngoing();
    await command(
      stage,
      number,
      'On it.\n/timeline 2024-10-14 10:45 Paged\n/repaired 2024-10-14 12:30 rolled back',
      {
        login: 'mona',
        inputs,
      },
    );
    const run = await command(stage, number, '/resolved 2024-10-14 13:00', { login: 'lead', inputs });
    expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { result: 'updated', problems: '[]' } });
    expect(await issueOf(stage, number)).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 12:30 (rolled back)');
    expect(await answer(stage, number, 'Resolved')).toBe('2024-10-14 13:00');
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged');
    expect(await reactionsOn(stage, number)).toEqual(['+1', '+1']);
    expect(await repliesOn(stage, number)).toEqual([]);
    expect(await stage.log()).toContain('- **Time to repair**: 2h 0m\n- **Time to resolve**: 2h 30m');
  });

  it('a mistake is answered by one reply that says what to type, and what else the comment asks for is done', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/repaired 14.43 @octo/team\n/timeline 2024-10-14 10:45 Paged\n/resolve', {
      inputs,
    });
    const [reply, ...others] = await repliesOn(stage, number);
    expect(others).toEqual([]);
    expect(reply).toContain('is not a time in the form expected. Try: `/repaired 14:43`');
    expect(reply).toContain('There is no command “/resolve”. Try: `/resolved');
    expect(reply).toContain('| `/repaired` |');
    expect(reply).toContain('The other commands of that comment were carried out.');
    // Lesson 31: whoever is named in what we quote is not told.
    expect(reply).not.toMatch(/@octo/);
    expect(await reactionsOn(stage, number)).toEqual(['confused']);
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged');
    const before = stage.github.requests.length;
    await runGreen(stage, { inputs });
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('lesson 45: a clock in another zone records nothing, and the reply shows both corrections', async () => {
    const { stage, number } = await setOngoing();
    // An hour and a bit ahead of the comment, on the clock in UTC.
    const soon = new Date(Date.now() + 62 * 60_000).toISOString();
    const clock = soon.slice(11, 16);
    const dayBefore = new Date(Date.parse(soon) - 24 * 3_600_000).toISOString().slice(0, 10);
    await command(stage, number, `/repaired ${clock}`, { inputs: { timezone: 'UTC' } });
    expect(await answer(stage, number, 'Repaired')).toBe('_No response_');
    expect(await reactionsOn(stage, number)).toEqual(['confused']);
    expect(await repliesOn(stage, number)).toEqual([
      expect.stringContaining(`Try: \`/repaired ${clock}+02:00\` or \`/repaired ${dayBefore} ${clock}\``),
    ]);
  });

  it('lesson 45: every recorded time is shown with its date', async () => {
    const { stage, number } = await setOngoing();
    const run = await command(stage, number, '/repaired\n/resolved', { inputs: { timezone: 'UTC' } });
    expect(run.exitCode, run.stdout).toBe(0);
    const date = String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}`;
    const said = await statusCommentText(stage, number);
    for (const label of ['First detected', 'Repaired', 'Resolved'])
      expect(said).toMatch(new RegExp(`^\\| ${label} \\| ${date} \\|$`, 'm'));
  });

  it('lesson 51: an unknown word near a command is answered with the list, and any other by nothing', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/mitigate');
    expect(await repliesOn(stage, number)).toEqual([expect.stringContaining('| `/repaired` |')]);
    expect(await reactionsOn(stage, number)).toEqual(['confused']);
    const before = stage.github.requests.length;
    const run = await command(stage, number, '/merge please');
    expect(run.stdout).toContain('does not concern the incident log');
    // The comment itself is a request.
    expect(stage.github.requests.length).toBeLessThanOrEqual(before + 1);
  });

  it('lesson 54: on an issue of the API without headings, each heading is put where the form has it', async () => {
    const stage = await setStage({ labels, roles: { mona: 'write' } });
    const { data } = await stage.github.as(owner).rest.issues.create({
      owner,
      repo,
      title: 'Sign-ins fail',
      body: 'Nobody can sign in.',
      labels: ['incident'],
    });
    const comment = '/resolved 2024-10-14 13:00\n/detected 2024-10-14 10:30\n/repaired 2024-10-14 12:30';
    await command(stage, data.number, comment, { inputs });
    const body = await bodyOf(stage, data.number);
    expect(body.startsWith('Nobody can sign in.')).toBe(true);
    expect([...body.matchAll(/^### (.*)$/gm)].map(([, label]) => label)).toEqual([
      'First detected',
      'Repaired',
      'Resolved',
    ]);
    expect(await reactionsOn(stage, data.number)).toEqual(['+1']);
    expect(await stage.log()).toContain('- **Time to repair**: 2h 0m\n- **Time to resolve**: 2h 30m');
  });

  it('/help says what there is to type', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/help');
    expect(await repliesOn(stage, number)).toEqual([expect.stringContaining('| `/repaired` |')]);
    expect(await reactionsOn(stage, number)).toEqual(['+1']);
  });

  it('/action makes its issue at once, though the list of an ongoing incident makes none', async () => {
    const { stage, number } = await setOngoing();
    await editBody(stage, number, (body) =>
      body.replace('### Review actions\n\n_No response_', '### Review actions\n\n- Half typed'),
    );
    await command(stage, number, '/action Alert on it (@mona, due 2099-12-01)\n/action Alert on it');
    const made = await actionIssues(stage);
    expect(made).toMatchObject([
      { title: 'Alert on it', assignees: [{ login: 'mona' }] },
      { title: 'Alert on it', assignees: [] },
    ]);
    const [first, second] = made.map((issue) => issue.number);
    expect(await subIssuesOf(stage, number)).toEqual([first, second]);
    expect(await answer(stage, number, 'Review actions')).toBe(
      `- Half typed\n- Alert on it (@mona, due 2099-12-01) (#${first})\n- Alert on it (#${second})`,
    );
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('stay open where the team wants that', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/repaired 2024-10-14 11:00\n/resolved 2024-10-14 13:00', {
      inputs: { 'close-on-resolved': 'false' },
    });
    expect(await issueOf(stage, number)).toMatchObject({ state: 'open' });
    expect(await stage.log()).toContain('- **Time to resolve**: 2h 30m');
  });

  it('a dry run carries none out, and says which', async () => {
    const { stage, number } = await setOngoing();
    const before = await issueOf(stage, number);
    const run = await command(stage, number, '/repaired 2024-10-14 11:00', { inputs: { 'dry-run': 'true' } });
    expect(run.stdout).toContain(`Would carry out /repaired on #${number}.`);
    expect(writesAfter(stage, 0)).toEqual([]);
    expect(await bodyOf(stage, number)).toBe(before.body);
  });

  it('of a locked issue are carried out, and answered without a comment', async () => {
    const { stage, number } = await setOngoing();
    await say(stage, number, '/repaired 2024-10-14 11:00\n/resolved 13.00');
    await stage.github.as(owner).rest.issues.lock({ owner, repo, issue_number: number });
    await runGreen(stage);
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:00');
    expect(await commentsOn(stage, number)).toHaveLength(1);
  });
});

describe('whose commands', () => {
  it.each<[string, Partial<Parameters<typeof setStage>[0]>, string]>([
    ['a collaborator', {}, 'mona'],
    ['somebody with the triage role', {}, 'lead'],
    ['a private member, whom lesson 41c shows as NONE', { associations: { mona: 'NONE' } }, 'mona'],
  ])('%s is obeyed', async (_, settings, login) => {
    const { stage, number } = await setOngoing(settings);
    await command(stage, number, '/repaired 2024-10-14 11:00', { login });
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:00');
  });

  it('everybody else gets a reaction and no reply, once', async () => {
    const { stage, number } = await setOngoing();
    const before = await bodyOf(stage, number);
    await command(stage, number, '/repaired 14.43\n/help', { login: 'stranger' });
    expect(await reactionsOn(stage, number)).toEqual(['confused']);
    expect(await repliesOn(stage, number)).toEqual([]);
    const requests = stage.github.requests.length;
    await command(stage, number, '/repaired', { login: 'mona' });
    expect(await bodyOf(stage, number)).not.toBe(before);
    expect(await reactionsOn(stage, number)).toEqual(['confused', '+1']);
    expect(writesAfter(stage, requests).filter((write) => write.includes('/reactions'))).toHaveLength(1);
  });

  it('what an untrusted person has been answered costs no request but who that is, for a day and a half', async () => {
    const { stage, number } = await setOngoing();
    for (let times = 1; times <= 5; times += 1) await say(stage, number, '/help', 'stranger');
    await runGreen(stage);
    const before = stage.github.requests.length;
    await runGreen(stage);
    const asked = stage.github.requests.slice(before).map(({ path }) => path);
    expect(asked.filter((path) => /\/reactions|\/user$/.test(path))).toEqual([]);
    expect(asked.filter((path) => path.endsWith('/permission'))).toHaveLength(1);
    expect(await reactionsOn(stage, number)).toEqual(Array(5).fill('confused'));
  });

  it('is decided by what GitHub says now, and not by the event', async () => {
    const { stage, number } = await setOngoing();
    const comment = await say(stage, number, '/repaired 2024-10-14 11:00', 'stranger');
    const event = await commentEvent(stage.github, repository, 'created', number, comment);
    const forged = {
      ...event,
      payload: { ...event.payload, comment: { ...comment, author_association: 'OWNER' } },
    };
    await runGreen(stage, { event: forged });
    expect(await answer(stage, number, 'Repaired')).toBe('_No response_');
  });

  it('of bots, those that are named', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/repaired 2024-10-14 11:00', { login: 'incident-log-app[bot]' });
    expect(await answer(stage, number, 'Repaired')).toBe('_No response_');
    await command(stage, number, '/repaired 2024-10-14 11:30', {
      login: 'incident-log-app[bot]',
      inputs: { 'allowed-bots': 'incident-log-app[bot]' },
    });
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:30');
  });

  it('our own comments hold none, whoever wrote them', async () => {
    const { stage, number } = await setOngoing();
    await say(stage, number, '/repaired 2024-10-14 11:00\n\n<!-- incident-log: overdue -->');
    await runGreen(stage, { inputs: { 'allowed-bots': workflowBot } });
    expect(await answer(stage, number, 'Repaired')).toBe('_No response_');
  });
});

describe('a comment that is no command', () => {
  it.each([
    ['has none', 'We are looking into it.'],
    ['has one in a sentence', 'Type /repaired once it is.'],
    ['has one in code', 'So:\n\n```\n/repaired\n```'],
    ['has one in a quote', '> So:\n> /repaired\n\nWhy?'],
    ['is ours', '/repaired\n\n<!-- incident-log: reply to=3 refused -->'],
  ])('costs no request when it %s', async (_, body) => {
    const { stage, number } = await setOngoing();
    const run = await command(stage, number, body);
    expect(run).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('does not concern the incident log'),
    });
    expect(stage.github.requests).toEqual([]);
  });

  it('neither on an issue that is no incident, nor on a pull request, nor when a comment is edited', async () => {
    const { stage, number } = await setOngoing();
    const { data: other } = await stage.github
      .as(owner)
      .rest.issues.create({ owner, repo, title: 'A question' });
    await command(stage, other.number, '/repaired');
    const comment = await say(stage, number, '/repaired 2024-10-14 11:00');
    const edited = await commentEvent(stage.github, repository, 'edited', number, comment);
    await stage.run({ event: edited });
    const pull = {
      ...edited.payload,
      action: 'created',
      issue: { ...(edited.payload.issue as object), pull_request: {} },
    };
    await stage.run({ event: { ...edited, payload: pull } });
    expect(stage.github.requests).toEqual([]);
  });
});

describe('exactly once', () => {
  it('lesson 29: the same event twice, and any event after it', async () => {
    const { stage, number } = await setOngoing();
    const comment = await say(stage, number, '/timeline 2024-10-14 10:45 Paged');
    const event = await commentEvent(stage.github, repository, 'created', number, comment);
    await runGreen(stage, { event });
    const body = await bodyOf(stage, number);
    const before = stage.github.requests.length;
    for (const again of [
      event,
      await stage.event('edited', number),
      await scheduleEvent(stage.github, repository),
    ])
      await runGreen(stage, { event: again });
    expect(await bodyOf(stage, number)).toBe(body);
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('of several comments in their order, whichever event comes first', async () => {
    const { stage, number } = await setOngoing();
    await say(stage, number, '/repaired 2024-10-14 11:00');
    const last = await say(stage, number, '/repaired 2024-10-14 12:00');
    await runGreen(stage, { event: await commentEvent(stage.github, repository, 'created', number, last) });
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 12:00');
    expect(await answer(stage, number, 'Context')).toBe(
      '- 2024-10-14 11:00 Repaired, recorded anew as 2024-10-14 12:00',
    );
    expect(await reactionsOn(stage, number)).toEqual(['+1', '+1']);
  });

  it('an edit of the comment afterwards, and a comment that gets a command only then, change nothing', async () => {
    const { stage, number } = await setOngoing();
    const { id: talk } = await say(stage, number, 'Let us see.');
    const { id } = await say(stage, number, '/timeline 2024-10-14 10:45 Paged');
    await runGreen(stage);
    const body = await bodyOf(stage, number);
    const { rest } = stage.github.as(owner);
    await setTimeout(1100);
    await rest.issues.updateComment({
      owner,
      repo,
      comment_id: Number(id),
      body: '/timeline 2024-10-14 10:46 Paged',
    });
    await rest.issues.updateComment({
      owner,
      repo,
      comment_id: Number(talk),
      body: '/repaired 2024-10-14 10:46',
    });
    await runGreen(stage);
    expect(await bodyOf(stage, number)).toBe(body);
    expect(await reactionsOn(stage, number)).toEqual(['', '+1']);
  });

  it('a person who takes our line out of the text has nothing repeated: what we have answered is settled', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/timeline 2024-10-14 10:45 Paged');
    await editBody(stage, number, (body) => body.replace(/\n\n<!-- incident-log.*$/s, ''));
    const body = await bodyOf(stage, number);
    await runGreen(stage);
    expect(await bodyOf(stage, number)).toBe(body);
    await command(stage, number, '/timeline 2024-10-14 10:50 Up');
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged\n- 2024-10-14 10:50 Up');
  });

  it('a person who writes below our line keeps that text, and the line goes to the end', async () => {
    const { stage, number } = await setOngoing();
    await command(stage, number, '/timeline 2024-10-14 10:45 Paged');
    await editBody(stage, number, (body) => `${body}\n\nAnd this.`);
    await command(stage, number, '/timeline 2024-10-14 10:50 Up');
    expect(await bodyOf(stage, number)).toMatch(
      /_No response_\s+And this\.\n\n<!-- incident-log: [^\n]* -->$/,
    );
    expect((await bodyOf(stage, number)).match(/<!--/g)).toHaveLength(1);
  });

  it('lesson 41a: a line of ours that an untrusted person has typed is not believed, nor one whose comment is gone', async () => {
    const { stage } = await setOngoing();
    const { number } = await stage.file(ongoingIncident, { login: 'stranger' });
    const body = await bodyOf(stage, number);
    const line = '<!-- incident-log: commands through=999999 since=2024-01-01T00:00:00Z -->';
    await editIssue(stage, number, { body: `${body}\n\n${line}` });
    await say(stage, number, 'Talk', 'stranger');
    await command(stage, number, '/timeline 2024-10-14 10:45 Paged', { login: 'mona' });
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged');

    const [last] = (await commentsOn(stage, number)).filter((comment) =>
      comment.body?.startsWith('/timeline'),
    );
    await stage.github.as(owner).rest.issues.deleteComment({ owner, repo, comment_id: Number(last?.id) });
    await command(stage, number, '/timeline 2024-10-14 10:50 Up', { login: 'mona' });
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged\n- 2024-10-14 10:50 Up');
  });

  it('though a comment is younger than the run, and the answer to what is written for it is lost', async () => {
    const { stage, number } = await setOngoing();
    // The list of comments is asked for again, and has the comment then.
    stage.github.fault({ method: 'GET', path: /\/issues\/comments\?/ }, { kind: 'status', status: 502 });
    const isSaid = stage.onceAfter(
      ({ path }) => path.includes('/issues/comments?'),
      async () => {
        await setTimeout(2100);
        await say(stage, number, '/timeline 2024-10-14 10:45 Paged\n/action Alert on it');
      },
    );
    stage.github.fault(
      { method: 'PATCH', path: new RegExp(`/issues/${number}$`) },
      { kind: 'status', status: 502, carriedOut: true },
    );
    const run = await runGreen(stage, { event: await stage.event('edited', number) });
    expect(isSaid()).toBe(true);
    expect(run.outputs).toMatchObject({ 'actions-created': '1' });
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged');
    expect((await bodyOf(stage, number)).match(/Alert on it/g)).toHaveLength(1);
  });

  it('an answer that a run owes to what has closed the incident is given by the next one', async () => {
    const { stage, number } = await setOngoing();
    await say(stage, number, '/resolved 2024-10-14 12:00');
    stage.github.fault({ method: 'POST', path: /reactions/ }, { kind: 'status', status: 403, message: 'No' });
    await stage.run({ event: await scheduleEvent(stage.github, repository) });
    expect(await reactionsOn(stage, number)).toEqual(['']);
    expect(await issueOf(stage, number)).toMatchObject({ state: 'closed' });
    await runGreen(stage, { event: await scheduleEvent(stage.github, repository) });
    expect(await reactionsOn(stage, number)).toEqual(['+1']);
  });

  it('a comment that was edited before it was carried out has no “now”', async () => {
    const { stage, number } = await setOngoing();
    const { id } = await say(stage, number, 'On it.');
    stage.github.backdate(repository, { comment: Number(id) }, Date.now() - 3 * 60 * 60_000);
    await setTimeout(1100);
    await stage.github
      .as(owner)
      .rest.issues.updateComment({ owner, repo, comment_id: Number(id), body: '/repaired' });
    await runGreen(stage);
    expect(await answer(stage, number, 'Repaired')).toBe('_No response_');
    expect(await repliesOn(stage, number)).toEqual([expect.stringContaining('must be given in full')]);
  });

  it('a person’s thumb on a command is not taken for ours', async () => {
    const { stage, number } = await setOngoing();
    const { id } = await say(stage, number, '/repaired 2024-10-14 11:00');
    const reaction = { owner, repo, comment_id: Number(id), content: '+1' } as const;
    await stage.github.as('stranger').rest.reactions.createForIssueComment(reaction);
    await runGreen(stage);
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:00');
  });

  it('lesson 40: the text is read again right before it is written, and a person’s edit in between is kept', async () => {
    const { stage, number } = await setOngoing();
    const isEdited = stage.onceAfter(
      ({ method, path }) => method === 'GET' && path.includes(`/issues/${number}/comments`),
      () => editBody(stage, number, (body) => body.replace('sign in again', 'sign in twice')),
    );
    // Whether `/help` was answered before is asked after the issue was read, and before it is written.
    const run = await command(stage, number, '/repaired 2024-10-14 11:00\n/help');
    expect(isEdited()).toBe(true);
    expect(run.stdout).toContain(
      `#${number} was changed while this run was preparing a change to it. Looking again.`,
    );
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:00');
    expect(await answer(stage, number, 'Impact')).toBe('People were asked to sign in twice.');
    expect(stage.github.requests.filter(rewrites)).toHaveLength(1);
  });

  it('lesson 32: of 200 comments, all pages are read once, and then none that the recent ones cover', async () => {
    const { stage, number } = await setOngoing();
    for (let talk = 1; talk <= 200; talk += 1) {
      const { id } = await say(
        stage,
        number,
        talk === 150 ? '/timeline 2024-10-14 10:45 Paged' : `Talk ${talk}`,
      );
      stage.github.backdate(repository, { comment: Number(id) }, Date.now() - (300 - talk) * 60_000);
    }
    const lists = () =>
      stage.github.requests.filter(({ path }) => path.includes(`/issues/${number}/comments?`)).length;
    await runGreen(stage);
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged');
    expect(lists()).toBe(2);
    await command(stage, number, '/timeline 2024-10-14 10:50 Up');
    expect(lists()).toBe(2);
    expect(await answer(stage, number, 'Context')).toBe('- 2024-10-14 10:45 Paged\n- 2024-10-14 10:50 Up');
    // Our own comment is older than what is listed by now, and is found all the same.
    await command(stage, number, '/repaired 2024-10-14 11:00');
    expect(await statusCommentText(stage, number)).toContain('| Repaired | 2024-10-14 11:00 |');
  });

  it('with an App’s token our edits start runs, which come to rest', async () => {
    const { stage, number } = await setOngoing();
    const app = { token: stage.github.tokenOf('incident-log-app[bot]') };
    await command(stage, number, '/repaired 2024-10-14 11:00\n/action Alert on it\n/resolved 13.00', {
      inputs: app,
    });
    const before = stage.github.requests.length;
    const sender = 'incident-log-app[bot]';
    await runGreen(stage, {
      inputs: app,
      event: await stage.event('edited', number, { sender, changes: { body: { from: '' } } }),
    });
    expect(writesAfter(stage, before)).toEqual([]);
    const requests = stage.github.requests.length;
    for (const ours of (await commentsOn(stage, number)).filter(({ user }) => user?.login === sender))
      await stage.run({
        inputs: app,
        event: await commentEvent(stage.github, repository, 'created', number, ours),
      });
    await stage.run({
      inputs: app,
      event: await stage.event('labeled', number, { sender, label: 'incident-problem' }),
    });
    expect(stage.github.requests).toHaveLength(requests);
  });
});

describe('which incidents are looked at', () => {
  it('that of the event, and those of the last 36 hours, twenty at most, with one list of comments', async () => {
    const stage = await setStage();
    const numbers: number[] = [];
    for (let index = 0; index < 24; index += 1) numbers.push((await stage.file(ongoingIncident)).number);
    const [old = 0] = numbers;
    stage.github.backdate(repository, { issue: old }, Date.now() - 37 * 60 * 60_000);
    const looked = async (request: Parameters<Stage['run']>[0]) => {
      const before = stage.github.requests.length;
      const { stdout } = await runGreen(stage, { ...request, inputs: { 'dry-run': 'true' } });
      const lists = stage.github.requests.slice(before).filter(({ path }) => path.includes('comments'));
      expect(lists.map(({ path }) => path.split('?')[0])).toEqual([`/repos/${repository}/issues/comments`]);
      return [...stdout.matchAll(/^Would say on #(\d+)/gm)].map(([, number]) => Number(number));
    };
    const scheduled = await looked({ event: await scheduleEvent(stage.github, repository) });
    expect(scheduled).toHaveLength(20);
    expect(scheduled).not.toContain(old);
    const seen = await looked({ event: await stage.event('edited', old) });
    expect(seen).toHaveLength(20);
    expect(seen).toContain(old);
  });

  it('untrusted authors’ last, for anybody can file twenty', async () => {
    const stage = await setStage();
    const { number } = await stage.file(ongoingIncident);
    for (let times = 1; times <= 21; times += 1) await stage.file(ongoingIncident, { login: 'stranger' });
    await say(stage, number, '/repaired 2024-10-14 11:00');
    await runGreen(stage, { event: await scheduleEvent(stage.github, repository) });
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:00');
  });

  it('a command that no event told of is carried out by the next run', async () => {
    const { stage, number } = await setOngoing();
    await say(stage, number, '/repaired 2024-10-14 11:00');
    await runGreen(stage, { event: await scheduleEvent(stage.github, repository) });
    expect(await answer(stage, number, 'Repaired')).toBe('2024-10-14 11:00');
    expect(await stage.log(branch)).toContain('Time to repair**: 0h 30m');
  });

  it('a text that is as long as GitHub takes is left as it is, and that is said once', async () => {
    const { stage, number } = await setOngoing();
    const body = await bodyOf(stage, number);
    const long = body + 'x'.repeat(65_536 - body.length);
    await editIssue(stage, number, { body: long });
    await command(stage, number, '/repaired 2024-10-14 11:00');
    await runGreen(stage, { event: await stage.event('edited', number) });
    expect(await bodyOf(stage, number)).toBe(long);
    expect(await repliesOn(stage, number)).toEqual([expect.stringContaining('as long as GitHub takes')]);
    expect(await reactionsOn(stage, number)).toEqual(['confused']);
  });

  it('an incident that is over takes commands, too', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...repairedIncident, resolved: '' });
    await stage.github.as(owner).rest.issues.update({ owner, repo, issue_number: number, state: 'closed' });
    await command(stage, number, '/resolved 2024-10-15 11:40');
    expect(await stage.log()).toContain('- **Time to resolve**: 25h 10m');
  });
});
