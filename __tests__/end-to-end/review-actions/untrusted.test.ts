import { describe, expect, it } from 'vitest';
import { scheduleEvent } from '../../local-github/events.ts';
import type { RecordedRequest } from '../../local-github/faults.ts';
import {
  actionIssues,
  actionLabel,
  commentsOf,
  editBody,
  editIssue,
  fileWith,
  issueOf,
  loggedActions,
  runGreen,
  subIssuesOf,
  writesAfter,
} from '../action-issues.ts';
import { agoInstant } from '../overdue-actions.ts';
import { owner, repo, repository, type Stage, setStage } from '../stage.ts';

/** Somebody's copy of an issue, marker and all, to which the owner gives the label. @returns its number */
async function copyIssue(stage: Stage, number: number, login: string): Promise<number> {
  const { title, body } = await issueOf(stage, number);
  const { data } = await stage.github.as(login).rest.issues.create({ owner, repo, title, body: body ?? '' });
  await stage.github
    .as(owner)
    .rest.issues.addLabels({ owner, repo, issue_number: data.number, labels: [actionLabel] });
  return data.number;
}

describe('lesson 41a: a marker that an untrusted person has copied', () => {
  it('is nothing to us: not adopted, linked, closed, commented or reminded of', async () => {
    const stage = await setStage();
    const incident = await fileWith(stage, '- One\n- Two');
    await runGreen(stage);
    const [one, two] = (await actionIssues(stage)).map(({ number }) => number);
    const copy = await copyIssue(stage, one ?? 0, 'stranger');
    const former = await issueOf(stage, copy);
    // Without a due date, an issue is overdue by its own age.
    for (const issue of [one ?? 0, copy]) {
      stage.github.backdate(repository, { issue }, agoInstant(500));
    }
    const schedule = await scheduleEvent(stage.github, repository);
    const check = async () => {
      await runGreen(stage, { event: schedule });
      const { title, body, state, labels } = await issueOf(stage, copy);
      expect({ title, body, state, labels }).toEqual({
        title: former.title,
        body: former.body,
        state: 'open',
        labels: former.labels,
      });
      expect(await commentsOf(stage, copy)).toEqual([]);
      expect(await subIssuesOf(stage, incident)).not.toContain(copy);
    };
    await check();
    // Ours gets a reminder.
    expect(await commentsOf(stage, one ?? 0)).toHaveLength(1);

    // Without ours the copy is no substitute.
    await stage.github.deleteIssue(repository, one ?? 0);
    await editBody(stage, incident, (body) => body.replace(` (#${one})`, ''));
    await check();
    const anew = (await actionIssues(stage)).at(-1)?.number ?? 0;
    expect(anew).toBeGreaterThan(copy);
    expect((await issueOf(stage, incident)).body).toContain(`- One (#${anew})\n- Two (#${two})`);

    // Its number behind an item makes it that item's, and no more ours.
    await editBody(stage, incident, (body) => body.replace(`- One (#${anew})`, `- Uno (#${copy})`));
    await check();
    expect(await loggedActions(stage)).toEqual([`Uno - **TODO** (#${copy})`, `Two - **TODO** (#${two})`]);
    await editBody(stage, incident, (body) => body.replace(`- Uno (#${copy})\n`, ''));
    await check();
  });

  it('does not keep the action from getting its own issue', async () => {
    const stage = await setStage({ labels: ['incident', actionLabel] });
    const incident = await fileWith(stage, '- One');
    const other = await setStage();
    await fileWith(other, '- One');
    await runGreen(other);
    const { body } = (await actionIssues(other))[0] ?? {};
    const { data } = await stage.github
      .as('stranger')
      .rest.issues.create({ owner, repo, title: 'One', body: body ?? '' });
    const issue_number = data.number;
    await stage.github.as(owner).rest.issues.addLabels({ owner, repo, issue_number, labels: [actionLabel] });
    await runGreen(stage);
    const [theirs, ours] = await actionIssues(stage);
    expect(theirs).toMatchObject({ number: issue_number, body });
    expect(ours?.body).toBe(body);
    expect(await subIssuesOf(stage, incident)).toEqual([ours?.number]);
  });
});

it('a copy by one of us is not closed, and our issue stays the action’s', async () => {
  const stage = await setStage();
  const incident = await fileWith(stage, '- One');
  await runGreen(stage);
  const [one] = (await actionIssues(stage)).map(({ number }) => number);
  const copy = await copyIssue(stage, one ?? 0, owner);
  const { title, body: copied } = await issueOf(stage, copy);
  await editBody(stage, incident, (body) => body.replace(/ \(#\d+\)/, ''));
  for (let times = 0; times < 3; times += 1) await runGreen(stage);
  expect(await issueOf(stage, copy)).toMatchObject({
    state: 'open',
    title,
    body: copied,
    labels: [{ name: actionLabel }],
  });
  expect(await commentsOf(stage, copy)).toEqual([]);
  expect((await issueOf(stage, incident)).body).toContain(`- One (#${one})`);
  expect(await subIssuesOf(stage, incident)).toEqual([one]);
  expect(await commentsOf(stage, one ?? 0)).toEqual([]);
});

describe('lesson 40: somebody edits while the run is at work', () => {
  const isMade = ({ method, path }: RecordedRequest) => method === 'POST' && path.endsWith('/issues');
  it.each<[string, (request: RecordedRequest) => boolean]>([
    ['the incidents were read', ({ path }) => path.includes('labels=incident')],
    ['the actions were read', ({ path }) => path.includes(`labels=${actionLabel}`)],
    ['the first issue was made', isMade],
    ['the second issue was made', (request) => isMade(request) && textOf(request).includes('"Two"')],
  ])(
    'the incident, right after %s: nothing of theirs is lost, and each action has one issue',
    async (_, matches) => {
      const stage = await setStage({ labels: ['incident', actionLabel] });
      const incident = await fileWith(stage, '- One\n- Two');
      const isDone = stage.onceAfter(matches, () =>
        editBody(stage, incident, (body) =>
          body
            .replace('People were asked', 'Nobody was asked')
            .replace('- One', '- Late\n- One (due 2099-01-02)'),
        ),
      );
      await runGreen(stage);
      await runGreen(stage);
      expect(isDone()).toBe(true);
      const issues = await actionIssues(stage);
      const number = (title: string) => issues.find((issue) => issue.title === title)?.number;
      expect(issues.map(({ title }) => title).sort()).toEqual(['Late', 'One', 'Two']);
      const { body } = await issueOf(stage, incident);
      expect(body).toContain('Nobody was asked to sign in again.');
      expect(body).toContain(
        `- Late (#${number('Late')})\n- One (due 2099-01-02) (#${number('One')})\n- Two (#${number('Two')})`,
      );
      expect((await subIssuesOf(stage, incident)).sort()).toEqual(issues.map((issue) => issue.number).sort());
      for (const issue of issues) expect(await commentsOf(stage, issue.number)).toEqual([]);
    },
  );

  it('an issue that is about to be renamed: their title stays', async () => {
    const stage = await setStage();
    const incident = await fileWith(stage, '- One');
    await runGreen(stage);
    const [one] = (await actionIssues(stage)).map(({ number }) => number);
    await editBody(stage, incident, (body) => body.replace('- One', '- Uno'));
    const isDone = stage.onceAfter(
      ({ path }) => path.includes(`labels=${actionLabel}`),
      () => editIssue(stage, one ?? 0, { title: 'Theirs' }),
    );
    await runGreen(stage);
    expect(isDone()).toBe(true);
    expect((await issueOf(stage, one ?? 0)).title).toBe('Theirs');
  });
});

it('lesson 39: a locked incident gets its issues and references all the same', async () => {
  const stage = await setStage();
  const incident = await fileWith(stage, '- One');
  await stage.github.as(owner).rest.issues.lock({ owner, repo, issue_number: incident });
  await runGreen(stage);
  const [one] = (await actionIssues(stage)).map(({ number }) => number);
  expect((await issueOf(stage, incident)).body).toContain(`- One (#${one})`);
  expect(await subIssuesOf(stage, incident)).toEqual([one]);
  const before = stage.github.requests.length;
  await runGreen(stage);
  expect(writesAfter(stage, before)).toEqual([]);
});

function textOf({ body }: RecordedRequest): string {
  return JSON.stringify(body) ?? '';
}
