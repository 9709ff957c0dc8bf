import { describe, expect, it } from 'vitest';
import type { Comment } from '../../local-github/answer.ts';
import { commentEvent, scheduleEvent } from '../../local-github/events.ts';
import { editBody, issueOf, runGreen, writesAfter } from '../action-issues.ts';
import { command, ongoingIncident, say, statusCommentText } from '../conversing.ts';
import { openStage, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';
import { itSurvivesKills, playCalmly, writesAmong } from '../sweep.ts';

/** An incident that an untrusted person has filed. */
async function setUntrusted(answers = repairedIncident) {
  const stage = await setStage({ roles: { lead: 'triage' } });
  const { number } = await stage.file(answers, { login: 'stranger' });
  return { stage, number };
}

async function confirm(stage: Stage, number: number) {
  const place = { owner, repo, issue_number: number };
  await stage.github.as('lead').rest.issues.addLabels({ ...place, labels: ['incident-confirmed'] });
  return stage.event('labeled', number, { label: 'incident-confirmed', sender: 'lead' });
}

async function isConfirmed(stage: Stage, number: number): Promise<boolean> {
  const { labels } = await issueOf(stage, number);
  return labels.some((label) => (typeof label === 'string' ? label : label.name) === 'incident-confirmed');
}

/** Somebody changes what the incident says. @returns the event that tells of it */
async function edit(stage: Stage, number: number, login: string, words: string) {
  const { body } = await issueOf(stage, number);
  const changed = (body ?? '').replace(/### Impact\n\n.*/, `### Impact\n\n${words}`);
  await stage.github.as(login).rest.issues.update({ owner, repo, issue_number: number, body: changed });
  return stage.event('edited', number, { sender: login, changes: { body: { from: body ?? '' } } });
}

const onSchedule = (stage: Stage) => scheduleEvent(stage.github, repository);

describe('an untrusted author’s incident', () => {
  it('is told who can confirm it, and how', async () => {
    const { stage, number } = await setUntrusted();
    const run = await runGreen(stage);
    expect(run.outputs).toMatchObject({ incidents: '0' });
    expect(await statusCommentText(stage, number)).toContain(
      '**Not in the log yet**, for whoever filed it may not triage issues here. Somebody who may must read it, and add the label `incident-confirmed`.',
    );
  });

  it('that is confirmed is in the log as long as it says what was confirmed, and says so when it does not', async () => {
    const { stage, number } = await setUntrusted();
    await runGreen(stage);
    const confirmed = await runGreen(stage, { event: await confirm(stage, number) });
    expect(confirmed.outputs).toMatchObject({ incidents: '1' });
    expect(await statusCommentText(stage, number)).toContain('It enters [INCIDENTS.md]');

    // No event tells of the edit: the schedule finds it.
    await edit(stage, number, 'stranger', 'Worse.');
    const undone = await runGreen(stage, { event: await onSchedule(stage) });
    expect(undone.outputs).toMatchObject({ incidents: '0' });
    expect(await isConfirmed(stage, number)).toBe(false);
    const said = '**Not in the log**, for its text has changed since it was confirmed.';
    expect(await statusCommentText(stage, number)).toContain(said);
    const before = stage.github.requests.length;
    await runGreen(stage, { event: await onSchedule(stage) });
    expect(writesAfter(stage, before)).toEqual([]);

    // Confirmed again, and again no event: that is for the text as it stands.
    await confirm(stage, number);
    expect((await runGreen(stage, { event: await onSchedule(stage) })).outputs).toMatchObject({
      incidents: '1',
    });
    expect(await statusCommentText(stage, number)).toContain('It enters [INCIDENTS.md]');
  });

  it('that was edited between the confirmation and its run waits for what the run of the edit tells', async () => {
    const { stage, number } = await setUntrusted();
    await runGreen(stage);
    const confirmed = await confirm(stage, number);
    const worse = await edit(stage, number, 'stranger', 'Worse.');
    expect((await runGreen(stage, { event: confirmed })).outputs).toMatchObject({ incidents: '0' });
    expect(await isConfirmed(stage, number)).toBe(true);
    expect((await runGreen(stage, { event: worse })).outputs).toMatchObject({ incidents: '0' });
    expect(await isConfirmed(stage, number)).toBe(false);

    const again = await confirm(stage, number);
    const better = await edit(stage, number, 'lead', 'Better.');
    expect((await runGreen(stage, { event: again })).outputs).toMatchObject({ incidents: '0' });
    expect((await runGreen(stage, { event: better })).outputs).toMatchObject({ incidents: '1' });
    expect(await isConfirmed(stage, number)).toBe(true);
  });

  it('is not confirmed by a run that the untrusted author has started', async () => {
    const { stage, number } = await setUntrusted();
    await runGreen(stage);
    const place = { owner, repo, issue_number: number };
    const { data } = await stage.github.as('stranger').rest.issues.createComment({ ...place, body: '/help' });
    const help = await commentEvent(stage.github, repository, 'created', number, data as Comment);
    const confirmed = await confirm(stage, number);
    const worse = await edit(stage, number, 'stranger', 'Worse.');
    for (const event of [help, confirmed, worse]) await runGreen(stage, { event });
    const last = await runGreen(stage, { event: await onSchedule(stage) });
    expect(last.outputs).toMatchObject({ incidents: '0' });
    expect(await isConfirmed(stage, number)).toBe(false);
  });

  it('lesson 41a: is not confirmed by a line of ours that hides what we remember', async () => {
    const { stage, number } = await setUntrusted();
    await runGreen(stage, { event: await confirm(stage, number) });
    const { data: talk } = await stage.github
      .as('lead')
      .rest.issues.createComment({ owner, repo, issue_number: number, body: 'Thanks.' });
    const line = `<!-- incident-log: commands through=${talk.id} since=${new Date(Date.now() + 2000).toISOString().slice(0, 19)}Z -->`;
    await edit(stage, number, 'stranger', 'Worse.');
    const { body } = await issueOf(stage, number);
    const forged = { owner, repo, issue_number: number, body: `${body}\n\n${line}` };
    await stage.github.as('stranger').rest.issues.update(forged);
    expect((await runGreen(stage, { event: await onSchedule(stage) })).outputs).toMatchObject({
      incidents: '0',
    });
    expect(await isConfirmed(stage, number)).toBe(false);
  });

  it('that is closed is looked at, too', async () => {
    const { stage, number } = await setUntrusted();
    await stage.github.as(owner).rest.issues.update({ owner, repo, issue_number: number, state: 'closed' });
    await runGreen(stage, { event: await confirm(stage, number) });
    await edit(stage, number, 'stranger', 'Worse.');
    expect((await runGreen(stage, { event: await onSchedule(stage) })).outputs).toMatchObject({
      incidents: '0',
    });
  });

  it('stays confirmed when somebody trusted comments and then edits, before either has a run', async () => {
    const { stage, number } = await setUntrusted(ongoingIncident);
    await runGreen(stage, { event: await confirm(stage, number) });
    const place = { owner, repo, issue_number: number };
    const { data } = await stage.github.as('lead').rest.issues.createComment({ ...place, body: '/help' });
    const help = await commentEvent(stage.github, repository, 'created', number, data as Comment);
    const better = await edit(stage, number, 'lead', 'Better.');
    await runGreen(stage, { event: help });
    expect((await runGreen(stage, { event: better })).outputs).toMatchObject({ incidents: '1' });
    expect(await isConfirmed(stage, number)).toBe(true);
  });

  it('stays confirmed when the run that made its actions failed and is started again', async () => {
    const { stage, number } = await setUntrusted({
      ...repairedIncident,
      'review-actions': '- Write it down',
    });
    await runGreen(stage);
    stage.github.configure(repository, { actionsMayOpenPullRequests: false });
    const event = await confirm(stage, number);
    expect((await stage.run({ event })).exitCode).toBe(1);
    expect((await issueOf(stage, number)).body).toContain('- Write it down (#');
    stage.github.configure(repository, { actionsMayOpenPullRequests: true });
    expect((await runGreen(stage, { event })).outputs).toMatchObject({ incidents: '1' });
    expect(await isConfirmed(stage, number)).toBe(true);
  });

  it('that somebody trusted edits stays confirmed, also when an untrusted author’s earlier event comes late', async () => {
    const { stage, number } = await setUntrusted();
    await runGreen(stage, { event: await confirm(stage, number) });
    const event = await edit(stage, number, 'lead', 'Better.');
    expect((await runGreen(stage, { event })).outputs).toMatchObject({ incidents: '1' });
    const same = await stage.event('edited', number, {
      sender: 'stranger',
      changes: { title: { from: 'x' } },
    });
    expect((await runGreen(stage, { event: same })).outputs).toMatchObject({ incidents: '1' });
    const worse = await edit(stage, number, 'stranger', 'Worse.');
    expect((await runGreen(stage, { event: worse })).outputs).toMatchObject({ incidents: '0' });
  });

  it('takes commands of trusted people, which undo no confirmation', async () => {
    const { stage, number } = await setUntrusted(ongoingIncident);
    await runGreen(stage, { event: await confirm(stage, number) });
    const run = await command(stage, number, '/repaired 2024-10-14 11:00\n/action Alert on it', {
      login: 'lead',
    });
    expect(run.outputs).toMatchObject({ incidents: '1', 'actions-created': '1' });
    expect((await runGreen(stage, { event: await onSchedule(stage) })).outputs).toMatchObject({
      incidents: '1',
    });
    expect(await isConfirmed(stage, number)).toBe(true);
    await command(stage, number, '/repaired 2024-10-14 12:00', { login: 'stranger' });
    expect(await stage.log()).toContain('- **Time to repair**: 0h 30m');
  });

  describe('is not unconfirmed by our own edits', async () => {
    const scene = {
      async set() {
        const stage = await openStage({ roles: { lead: 'triage' } });
        const { number } = await stage.file(ongoingIncident, { login: 'stranger' });
        await runGreen(stage, { event: await confirm(stage, number) });
        await say(stage, number, '/repaired 2024-10-14 11:00\n/action Alert on it', 'lead');
        return stage;
      },
      event: onSchedule,
      endState: async (stage: Stage) => ({
        isConfirmed: await isConfirmed(stage, 1),
        isInLog: (await stage.log())?.includes('[#1]'),
      }),
    };
    const calm = await playCalmly(scene);
    const writes = writesAmong(calm.requests);

    it('when nothing goes wrong', () => {
      expect(calm.state).toEqual({ isConfirmed: true, isInLog: true });
      expect(writes.length).toBeGreaterThan(4);
    });
    itSurvivesKills(scene, calm, { among: writes });
  });

  it('of a member needs no confirmation, and one that is there is in nobody’s way', async () => {
    const stage = await setStage({ roles: { lead: 'triage' }, associations: { lead: 'NONE' } });
    const { number } = await stage.file(repairedIncident, { login: 'lead' });
    await runGreen(stage, { event: await confirm(stage, number) });
    await editBody(stage, number, (body) => body.replace('sign in again', 'sign in twice'));
    expect((await runGreen(stage, { event: await onSchedule(stage) })).outputs).toMatchObject({
      incidents: '1',
    });
    expect(await isConfirmed(stage, number)).toBe(true);
  });

  it('twenty issues by an untrusted author that name it do not keep it from being judged', async () => {
    const stage = await setStage({ roles: { lead: 'triage' } });
    const crowd: number[] = [];
    for (let times = 1; times <= 20; times += 1)
      crowd.push((await stage.file(repairedIncident, { login: 'stranger' })).number);
    const { number } = await stage.file(repairedIncident, { login: 'stranger' });
    for (const issue_number of crowd)
      await stage.github
        .as('stranger')
        .rest.issues.update({ owner, repo, issue_number, body: `### First detected\n\n(#${number})` });
    await runGreen(stage, { event: await confirm(stage, number) });
    const worse = await edit(stage, number, 'stranger', 'Worse.');
    expect((await runGreen(stage, { event: worse })).outputs).toMatchObject({ incidents: '0' });
  });

  it('without comments of ours, what the run itself has written holds, also when GitHub gave no answer', async () => {
    const { stage, number } = await setUntrusted({ ...repairedIncident, 'review-actions': '- Alert on it' });
    const event = await confirm(stage, number);
    // The run writes the number of the action's issue into the text, and has to look again.
    const rewrite = { method: 'PATCH', path: new RegExp(`/issues/${number}$`) };
    stage.github.fault(rewrite, { kind: 'status', status: 500, carriedOut: true });
    const run = await runGreen(stage, { inputs: { feedback: 'none' }, event });
    expect(run.stdout).toContain('Looking again.');
    expect((await issueOf(stage, number)).body).toMatch(/- Alert on it \(#\d+\)/);
    expect(run.outputs).toMatchObject({ incidents: '1' });
    expect(await isConfirmed(stage, number)).toBe(true);
  });

  it('without comments of ours, the event of an edit undoes the confirmation', async () => {
    const { stage, number } = await setUntrusted();
    const inputs = { feedback: 'none' };
    await runGreen(stage, { inputs, event: await confirm(stage, number) });
    const worse = await edit(stage, number, 'stranger', 'Worse.');
    expect((await runGreen(stage, { inputs, event: worse })).outputs).toMatchObject({ incidents: '0' });
  });
});
