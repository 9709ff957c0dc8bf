import { describe, expect, it } from 'vitest';
import { submitForm } from '../../local-github/issue-form.ts';
import {
  actionIssues,
  actionLabel,
  editBody,
  fileWith,
  issueOf,
  loggedActions,
  reportedActions,
  runGreen,
  subIssuesOf,
  writesAfter,
  writesBesideStatusComment,
} from '../action-issues.ts';
import { owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const marker = /\n\n<!-- incident-log: review-action repository=\d+ incident=(\d+) text=[0-9a-f]{16} .* -->$/;

/** An issue of the owner's that is no incident. */
async function openIssue(stage: Stage, title: string, labels: string[] = []): Promise<number> {
  const { rest } = stage.github.as(owner);
  const { data } = await rest.issues.create({ owner, repo, title, body: 'By hand.', labels });
  return data.number;
}

describe('creating', () => {
  it('every action of a repaired incident gets an issue, but one that is done, will not be done, or has one', async () => {
    const stage = await setStage({ roles: { mona: 'write' } });
    const other = await openIssue(stage, 'Known already');
    const typed = `Beside the list.

- Plain
- Owned (@mona, due 2099-12-01)
- Absent (@nobody-here)
- Open - TODO
- Finished - DONE
- Dropped - WON'T DO
- [ ] Box
- [x] Ticked
- Twice
- Twice
- Outer
  - inner one
  - inner two
- First paragraph.

  Second paragraph.
- Known (#${other})`;
    const number = await fileWith(stage, typed);
    const { body: before } = await issueOf(stage, number);
    const run = await runGreen(stage);

    const made = await actionIssues(stage);
    const [plain, owned, absent, open, box, twice, duplicate, outer, first, ...more] = made;
    expect(more).toEqual([]);
    expect(made.map(({ title }) => title)).toEqual([
      ...['Plain', 'Owned', 'Absent', 'Open', 'Box', 'Twice', 'Twice', 'Outer', 'First paragraph.'],
    ]);
    for (const issue of made) {
      expect(issue.labels).toMatchObject([{ name: actionLabel }]);
      expect(issue.user?.login).toBe('github-actions[bot]');
      expect(issue.body).toMatch(marker);
      expect(issue.body).toContain(
        `- **Incident**: [#${number}](https://github.com/${repository}/issues/${number})\n`,
      );
    }
    expect(made.filter(({ assignees }) => (assignees ?? []).length > 0)).toEqual([owned]);
    expect(owned?.assignees).toMatchObject([{ login: 'mona' }]);
    expect(owned?.body).toContain('- **Due**: 2099-12-01\n');
    expect(owned?.body).not.toContain('**Owner**');
    expect(absent?.body).toContain('- **Owner**: `nobody-here`, to whom issues cannot be assigned here\n');
    expect(outer?.body).toContain('> Outer\n> - inner one\n> - inner two\n');
    expect(first?.body).toContain('> First paragraph.\n>\n> Second paragraph.\n');
    expect(duplicate?.body).not.toBe(twice?.body);

    const written = `Beside the list.

- Plain (#${plain?.number})
- Owned (@mona, due 2099-12-01) (#${owned?.number})
- Absent (@nobody-here) (#${absent?.number})
- Open - TODO (#${open?.number})
- Finished - DONE
- Dropped - WON'T DO
- [ ] Box (#${box?.number})
- [x] Ticked
- Twice (#${twice?.number})
- Twice (#${duplicate?.number})
- Outer (#${outer?.number})
  - inner one
  - inner two
- First paragraph.

  Second paragraph. (#${first?.number})
- Known (#${other})`;
    expect((await issueOf(stage, number)).body).toBe(before?.replace(typed, written));
    expect(await subIssuesOf(stage, number)).toEqual(made.map((issue) => issue.number));
    expect(await loggedActions(stage)).toEqual([
      `Plain - **TODO** (#${plain?.number})`,
      `Owned - **TODO** (#${owned?.number})`,
      `Absent - **TODO** (#${absent?.number})`,
      `Open - **TODO** (#${open?.number})`,
      'Finished - **DONE**',
      "Dropped - **WON'T DO**",
      `Box - **TODO** (#${box?.number})`,
      'Ticked - **DONE**',
      `Twice - **TODO** (#${twice?.number})`,
      `Twice - **TODO** (#${duplicate?.number})`,
      `Outer - **TODO** (#${outer?.number})`,
      `First paragraph. - **TODO** (#${first?.number})`,
      `Known - **TODO** (#${other})`,
    ]);
    expect(await reportedActions(stage)).toContain(`| #${plain?.number} Plain | #${number} | added, TODO |`);
    // All but the one due in 2099 and the two states that were typed are past thirty days after 2024.
    expect(run.outputs).toMatchObject({
      'actions-created': '9',
      'actions-open': '10',
      'actions-overdue': '0',
    });
    expect((await issueOf(stage, other)).labels).toEqual([]);
  });

  it('lesson 73: an owner who was deactivated after the check: the issue is made unassigned, and names them', async () => {
    const stage = await setStage({ roles: { mona: 'write' } });
    await fileWith(stage, '- Alert earlier (@mona)\n- Write a runbook');
    const isGone = stage.onceAfter(
      ({ path }) => path.endsWith('/assignees/mona'),
      async () => stage.github.configure(repository, { roles: { mona: null } }),
    );
    const run = await runGreen(stage);
    expect(isGone()).toBe(true);
    expect(run.outputs).toMatchObject({ 'actions-created': '2' });
    const issues = await actionIssues(stage);
    expect(issues.map(({ title, assignees }) => [title, assignees?.length])).toEqual([
      ['Alert earlier', 0],
      ['Write a runbook', 0],
    ]);
    expect(issues[0]?.body).toContain('- **Owner**: `mona`, to whom issues cannot be assigned here');
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('at rest a run after a run writes nothing, with a token of the workflow as with one of an App', async () => {
    const stage = await setStage({ roles: { mona: 'write' } });
    await fileWith(stage, '- One (@mona)\n- Two (@nobody-here)\n- Three - DONE\n- Twice\n- Twice');
    const token = stage.github.tokenOf('incident-log-app[bot]');
    for (const inputs of [{}, { token }]) {
      await runGreen(stage, { inputs });
      const before = stage.github.requests.length;
      const again = await runGreen(stage, { inputs });
      expect(writesAfter(stage, before)).toEqual([]);
      expect(again.outputs).toMatchObject({ 'actions-created': '0', 'actions-open': '4' });
    }
    expect(await actionIssues(stage)).toHaveLength(4);
  });

  it('a dry run makes none; a run asks once about an owner and once for each change', async () => {
    const stage = await setStage({ roles: { mona: 'write' }, labels: ['incident', actionLabel] });
    const number = await fileWith(stage, '- One (@mona)\n- Two (@mona)');
    const planned = await runGreen(stage, { inputs: { 'dry-run': 'true' } });
    expect(planned.stdout).toContain(`Would create an issue for a review action of #${number}: “One”.`);
    expect(writesAfter(stage, 0)).toEqual([]);
    await runGreen(stage);
    const requests = stage.github.requests.map(({ method, path }) => `${method} ${path}`);
    const issues = `/repos/${repository}/issues`;
    expect(requests.filter((request) => request.includes('/assignees/'))).toHaveLength(1);
    const writes = writesBesideStatusComment(stage, 0, number);
    expect(writes.filter((write) => write.startsWith('POST') && write.includes('/issues'))).toEqual([
      `POST ${issues}`,
      `POST ${issues}`,
      `POST ${issues}/${number}/sub_issues`,
      `POST ${issues}/${number}/sub_issues`,
    ]);
    expect(requests.filter((request) => request.startsWith('PATCH'))).toEqual([`PATCH ${issues}/${number}`]);
  });

  it.each([
    ['5,000 characters', `- ${'word '.repeat(1000).trim()}`, `${'word '.repeat(51).trim()}…`],
    ['a word of 5,000 characters', `- ${'w'.repeat(5000)}`, `${'w'.repeat(255)}…`],
    ['only emoji', '- 🎉🎉', '🎉🎉'],
    ['Markdown', '- **Bold** `code` [link](https://example.com) and <b>more</b>', 'Bold code link and more'],
    ['@everyone', '- Tell @everyone, fixes #1', 'Tell @everyone, fixes #1'],
    ['code', '- ```\n  rm -rf\n  ```', 'rm -rf'],
    ['a picture', '- ![](y)', 'Review action of incident #1'],
    ['a comment, which is no action', '- <!-- x -->', null],
  ])('a title of %s', async (_, typed, title) => {
    const stage = await setStage();
    const number = await fileWith(stage, `${typed}\n- Another`);
    const run = await runGreen(stage);
    const made = await actionIssues(stage);
    expect(made.map((issue) => issue.title)).toEqual(title === null ? ['Another'] : [title, 'Another']);
    for (const { body } of made) expect(body).not.toMatch(/@everyone|fixes #1/);
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
    expect(await subIssuesOf(stage, number)).toEqual(made.map((issue) => issue.number));
    expect(JSON.parse(run.outputs.problems ?? '')).toEqual([]);
  });
});

it('an answer from a browser keeps its line ends, and code gets its reference below', async () => {
  const stage = await setStage();
  const answers = {
    ...repairedIncident,
    'review-actions': '- One\n- First paragraph.\n\n  Second.\n- ```\n  code\n  ```\n- Last',
  };
  const submission = { repository, login: owner, title: 'From a browser', answers };
  const { number, body: before } = await submitForm(stage.github, { ...submission, answerLineEnd: '\r\n' });
  await runGreen(stage);
  const [one, first, code, last] = (await actionIssues(stage)).map((issue) => issue.number);
  const { body } = await issueOf(stage, number);
  expect(body).toBe(
    before
      ?.replace('- One', `- One (#${one})`)
      .replace('Second.', `Second. (#${first})`)
      .replace('\r\n- Last', `\r\n\r\n  (#${code})\r\n- Last (#${last})`),
  );
  await runGreen(stage);
  expect((await issueOf(stage, number)).body).toBe(body);
  expect(await actionIssues(stage)).toHaveLength(4);
});

describe('when', () => {
  it('once the incident is repaired', async () => {
    const stage = await setStage();
    const actions = { 'review-actions': '- Write it down' };
    const { number } = await stage.file({ ...repairedIncident, ...actions, repaired: '', resolved: '' });
    await runGreen(stage);
    expect(await actionIssues(stage)).toEqual([]);
    await stage.answer(number, { ...repairedIncident, ...actions, resolved: '' });
    expect((await runGreen(stage)).outputs).toMatchObject({ 'actions-created': '1' });
    expect(await subIssuesOf(stage, number)).toHaveLength(1);
  });

  it('lesson 41a: once it is trusted', async () => {
    const stage = await setStage();
    const answers = { ...repairedIncident, 'review-actions': '- Give me access (@stranger)' };
    const { number } = await stage.file(answers, { login: 'stranger' });
    await runGreen(stage);
    expect(await actionIssues(stage)).toEqual([]);
    expect((await issueOf(stage, number)).body).not.toContain('(#');
    const { rest } = stage.github.as(owner);
    await rest.issues.addLabels({ owner, repo, issue_number: number, labels: ['incident-confirmed'] });
    await runGreen(stage);
    expect(await actionIssues(stage)).toMatchObject([{ title: 'Give me access', assignees: [] }]);
    expect((await issueOf(stage, number)).body).toContain('- Give me access (@stranger) (#');
  });

  it('lesson 41c: of a private member, who shows as NONE', async () => {
    const stage = await setStage({ roles: { mona: 'triage' }, associations: { mona: 'NONE' } });
    const answers = { ...repairedIncident, 'review-actions': '- One\n- Two' };
    await stage.file(answers, { login: 'mona' });
    expect((await runGreen(stage)).outputs).toMatchObject({ 'actions-created': '2' });
  });

  it('never where actions stay text', async () => {
    const stage = await setStage();
    const number = await fileWith(stage, '- One\n- Two - TODO\n- Three (#1) - DONE');
    const { body } = await issueOf(stage, number);
    const run = await runGreen(stage, { inputs: { 'review-actions': 'text' } });
    expect((await issueOf(stage, number)).body).toBe(body);
    expect(await loggedActions(stage)).toEqual(['One', 'Two - **TODO**', 'Three - **DONE** (#1)']);
    expect(run.outputs).toMatchObject({
      'actions-created': '0',
      'actions-open': '0',
      'actions-overdue': '0',
    });
    expect(stage.github.requests.filter(({ path }) => path.includes(actionLabel))).toEqual([]);
    const writes = writesBesideStatusComment(stage, 0, number);
    expect(writes.filter((write) => write.includes('/issues'))).toEqual([]);
  });

  it('lesson 41b: a label that the repository lacks is created first, in its own colour, whatever the event', async () => {
    const stage = await setStage();
    const inputs = { 'review-action-label': 'follow-up' };
    const number = await fileWith(stage, '- One');
    const event = await stage.event('closed', number);
    await runGreen(stage, { inputs, event });
    const { rest } = stage.github.as(owner);
    const { data } = await rest.issues.listForRepo({ owner, repo, labels: 'follow-up' });
    expect(data).toMatchObject([{ title: 'One', labels: [{ name: 'follow-up', color: '1d76db' }] }]);
    const before = stage.github.requests.length;
    await runGreen(stage, { inputs, event });
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('lesson 32: an action on the second page of the list is not made again', async () => {
    const stage = await setStage({ labels: ['incident', actionLabel] });
    for (let index = 0; index < 100; index += 1) await openIssue(stage, `${index}`, [actionLabel]);
    const number = await fileWith(stage, '- One');
    await runGreen(stage);
    const made = await subIssuesOf(stage, number);
    await editBody(stage, number, (body) => body.replace(/ \(#\d+\)/, ''));
    expect((await runGreen(stage)).outputs).toMatchObject({ 'actions-created': '0' });
    expect((await issueOf(stage, number)).body).toContain(`- One (#${made[0]})`);
  });

  it('lesson 33: the id is sent, which is not the number, and only the difference is linked', async () => {
    const stage = await setStage();
    const number = await fileWith(stage, '- One\n- Two');
    await runGreen(stage);
    const [one, two] = await actionIssues(stage);
    const { rest } = stage.github.as(owner);
    const linked = () => stage.github.requests.filter(({ path }) => path.endsWith('/sub_issues'));
    expect(linked().map(({ body }) => body)).toEqual([{ sub_issue_id: one?.id }, { sub_issue_id: two?.id }]);
    await rest.issues.removeSubIssue({ owner, repo, issue_number: number, sub_issue_id: Number(two?.id) });
    await runGreen(stage);
    expect(linked()).toHaveLength(3);
    expect(await subIssuesOf(stage, number)).toEqual([one?.number, two?.number]);
  });
});
