import { describe, expect, it } from 'vitest';
import {
  actionIssues,
  actionLabel,
  closeIssue,
  commentsOf,
  editBody,
  editIssue,
  fileWith,
  issueOf,
  loggedActions,
  reportedActions,
  runGreen,
  subIssuesOf,
  writesAfter,
  writesBesideStatusComment,
} from '../action-issues.ts';
import { form, owner, repo, repository, type Stage, setStage } from '../stage.ts';

/** An incident whose actions have their issues, and the log of them on main. */
async function setFollowed(
  actions: string,
): Promise<{ stage: Stage; incident: number; numbers: readonly number[] }> {
  const stage = await setStage({ roles: { mona: 'write', lead: 'triage' } });
  const incident = await fileWith(stage, actions);
  await runGreen(stage);
  await stage.merge((await stage.pullRequests())[0]?.number ?? 0, 'squash');
  const numbers = (await actionIssues(stage)).map(({ number }) => number);
  return { stage, incident, numbers };
}

async function runThrice(stage: Stage): Promise<void> {
  for (let times = 0; times < 3; times += 1) await runGreen(stage);
}

describe('the state of an action is the state of its issue', () => {
  it.each([
    ['completed', 'DONE'],
    ['not_planned', "WON'T DO"],
    ['duplicate', "WON'T DO"],
  ] as const)('closed as %s, and opened again', async (reason, state) => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two');
    const [one = 0, two] = numbers;
    await closeIssue(stage, one, reason);
    const closed = await runGreen(stage, { event: await stage.event('closed', one) });
    expect(await loggedActions(stage)).toEqual([`One - **${state}** (#${one})`, `Two - **TODO** (#${two})`]);
    expect(await reportedActions(stage)).toEqual([`| #${one} One | #${incident} | TODO → ${state} |`]);
    expect(closed.outputs).toMatchObject({ result: 'created', 'actions-open': '1' });
    await stage.merge((await stage.pullRequests())[1]?.number ?? 0, 'squash');

    await editIssue(stage, one, { state: 'open' });
    await runGreen(stage, { event: await stage.event('reopened', one) });
    expect(await loggedActions(stage)).toEqual([`One - **TODO** (#${one})`, `Two - **TODO** (#${two})`]);
    expect(await reportedActions(stage)).toEqual([`| #${one} One | #${incident} | ${state} → TODO |`]);
    expect(await actionIssues(stage)).toHaveLength(2);
  });

  it('what is typed loses against an issue and stands without one', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two\n- Three - DONE');
    const [one = 0, two = 0] = numbers;
    await closeIssue(stage, two, 'completed');
    await editBody(stage, incident, (body) =>
      body
        .replace(`One (#${one})`, `One (#${one}) - DONE`)
        .replace(`Two (#${two})`, `Two - WON'T DO (#${two})`),
    );
    const { body } = await issueOf(stage, incident);
    await runGreen(stage);
    expect(await loggedActions(stage)).toEqual([
      `One - **TODO** (#${one})`,
      `Two - **DONE** (#${two})`,
      'Three - **DONE**',
    ]);
    expect((await issueOf(stage, incident)).body).toBe(body);
    expect(await issueOf(stage, one)).toMatchObject({ state: 'open', title: 'One' });
  });

  it('lesson 39: of one that is locked; none of one that was deleted or moved away, which is said where nobody else can fix it', async () => {
    const { stage, incident, numbers } = await setFollowed('- Locked\n- Deleted\n- Moved');
    const [locked = 0, deleted = 0, moved = 0] = numbers;
    // It keeps its label and its marker there.
    await stage.github.createRepository({ name: 'octo/other', labels: [actionLabel] });
    const { rest } = stage.github.as(owner);
    await closeIssue(stage, locked, 'completed');
    await rest.issues.lock({ owner, repo, issue_number: locked });
    await stage.github.deleteIssue(repository, deleted);
    await stage.github.transferIssue(repository, moved, 'octo/other');
    const { body } = await issueOf(stage, incident);
    const run = await runGreen(stage);
    expect(await loggedActions(stage)).toEqual([
      `Locked - **DONE** (#${locked})`,
      `Deleted (#${deleted})`,
      `Moved - **TODO** (#${moved})`,
    ]);
    const problems = JSON.parse(run.outputs.problems ?? '') as { issue: number; rule: string }[];
    expect(problems).toMatchObject([{ issue: incident, rule: 'action-unreadable' }]);
    expect((await issueOf(stage, incident)).body).toBe(body);
    expect(await actionIssues(stage)).toHaveLength(1);
    await editBody(stage, incident, (text) => text.replace(/- (Deleted|Moved)/g, '- $1 and renamed'));
    const before = stage.github.requests.length;
    await runThrice(stage);
    expect(
      writesBesideStatusComment(stage, before, incident).filter((request) => request.includes('/issues')),
    ).toEqual([]);
    const { data } = await rest.issues.listForRepo({ owner, repo: 'other', state: 'all' });
    expect(data).toMatchObject([{ title: 'Moved', state: 'open', comments: 0 }]);
  });
});

describe('references that people have typed', () => {
  it('are tracked wherever the token can read them, and touched nowhere', async () => {
    const stage = await setStage({ labels: ['incident', 'incident-confirmed', actionLabel] });
    const { rest } = stage.github.as(owner);
    await stage.github.createRepository({ name: 'octo/other' });
    await stage.github.createRepository({
      name: 'octo/hidden',
      private: true,
      permissions: { contents: 'none', issues: 'none', 'pull-requests': 'none' },
    });
    const open = async (where: string, title: string, labels: string[] = []) =>
      (await rest.issues.create({ owner, repo: where, title, body: 'By hand.', labels })).data.number;
    const plain = await open(repo, 'Plain');
    const labelled = await open(repo, 'Labelled', [actionLabel]);
    const elsewhere = await open('other', 'Elsewhere');
    const hidden = await open('hidden', 'Hidden');
    await closeIssue(stage, labelled, 'not_planned');
    await rest.issues.update({ owner, repo: 'other', issue_number: elsewhere, state: 'closed' });
    const incident = await fileWith(
      stage,
      `- Plain (#${plain})
- Labelled (${repository}#${labelled}) - TODO
- Elsewhere (Octo/Other#${elsewhere})
- Address https://github.com/octo/other/issues/${elsewhere}
- Hidden (octo/hidden#${hidden}) - DONE
- No such (octo/nowhere#1)
- Of another host https://example.com/octo/other/issues/1 - DONE`,
    );
    const { body } = await issueOf(stage, incident);
    const run = await runGreen(stage);
    expect(await loggedActions(stage)).toEqual([
      `Plain - **TODO** (#${plain})`,
      `Labelled - **WON'T DO** (#${labelled})`,
      `Elsewhere - **DONE** (Octo/Other#${elsewhere})`,
      `Address - **DONE** (octo/other#${elsewhere})`,
      `Hidden (octo/hidden#${hidden})`,
      'No such (octo/nowhere#1)',
      'Of another host https://example.com/octo/other/issues/1 - **DONE**',
    ]);
    expect((await issueOf(stage, incident)).body).toBe(body);
    expect(run.outputs).toMatchObject({ problems: '[]', 'actions-created': '0', 'actions-open': '1' });
    expect(await subIssuesOf(stage, incident)).toEqual([]);
    const reads = stage.github.requests.filter(({ path }) => /\/issues\/\d+$/.test(path));
    expect(reads.map(({ path }) => path.toLowerCase()).sort()).toEqual([
      '/repos/octo/hidden/issues/1',
      '/repos/octo/nowhere/issues/1',
      '/repos/octo/other/issues/1',
      `/repos/${repository}/issues/${plain}`,
    ]);
  });

  it('may be to a pull request, which is done once it is merged and will not be when it is closed', async () => {
    const stage = await setStage();
    const { rest } = stage.github.as(owner);
    const open = async (head: string) => {
      await stage.github.commitFiles({ repository, branch: head, files: { [head]: 'x' } });
      return (await rest.pulls.create({ owner, repo, title: head, head, base: 'main' })).data.number;
    };
    const [merged, closed] = [await open('merged'), await open('closed')];
    await fileWith(stage, `- Merged (#${merged})\n- Closed (#${closed})`);
    await runGreen(stage);
    expect(await loggedActions(stage)).toEqual([
      `Merged - **TODO** (#${merged})`,
      `Closed - **TODO** (#${closed})`,
    ]);
    await stage.merge(merged, 'merge');
    await rest.pulls.update({ owner, repo, pull_number: closed, state: 'closed' });
    await runGreen(stage);
    expect(await loggedActions(stage)).toEqual([
      `Merged - **DONE** (#${merged})`,
      `Closed - **WON'T DO** (#${closed})`,
    ]);
  });

  it('of two incidents may be to the same issue, which is made, linked and rewritten for the first alone', async () => {
    const { stage, incident, numbers } = await setFollowed('- Shared');
    const [shared = 0] = numbers;
    const other = await fileWith(stage, `- The same, in other words (#${shared})`);
    await runThrice(stage);
    expect(await issueOf(stage, shared)).toMatchObject({ title: 'Shared' });
    expect(await subIssuesOf(stage, incident)).toEqual([shared]);
    expect(await subIssuesOf(stage, other)).toEqual([]);
    await closeIssue(stage, shared, 'completed');
    expect((await runGreen(stage)).outputs).toMatchObject({ 'actions-open': '0' });
    expect((await loggedActions(stage)).sort()).toEqual([
      `Shared - **DONE** (#${shared})`,
      `The same, in other words - **DONE** (#${shared})`,
    ]);
    // Still listed by the other one, so nobody need be told.
    await editBody(stage, incident, (body) => body.replace(`- Shared (#${shared})`, 'N/A'));
    await runThrice(stage);
    expect(await commentsOf(stage, shared)).toEqual([]);
  });
});

describe('an item that changes', () => {
  it('renames its issue, and changes its due date', async () => {
    const { stage, incident, numbers } = await setFollowed('- Write a runboko');
    const [number = 0] = numbers;
    await editBody(stage, incident, (body) =>
      body.replace(`Write a runboko (#${number})`, `Write a **runbook** (#${number}) (due 2099-01-02)`),
    );
    await runGreen(stage);
    const issue = await issueOf(stage, number);
    expect(issue.title).toBe('Write a runbook');
    expect(issue.body).toMatch(/^> Write a \*\*runbook\*\*\n[\s\S]*- \*\*Due\*\*: 2099-01-02\n/);
    expect(await loggedActions(stage)).toEqual([`Write a **runbook** - **TODO** (#${number})`]);
    await editBody(stage, incident, (body) => body.replace('2099-01-02', '2099-03-04'));
    await runGreen(stage);
    expect((await issueOf(stage, number)).body).toContain('- **Due**: 2099-03-04\n');
    const before = stage.github.requests.length;
    await runThrice(stage);
    expect(writesAfter(stage, before)).toEqual([]);
    expect(await commentsOf(stage, number)).toEqual([]);
  });

  it.each([
    ['title', { title: 'A better title' }],
    ['body', { body: 'Somebody explained it.' }],
  ] as const)('renames nothing once somebody has edited the %s', async (_, edit) => {
    const { stage, incident, numbers } = await setFollowed('- One');
    const [number = 0] = numbers;
    const { body: written } = await issueOf(stage, number);
    // What people edit keeps the marker, which they do not see.
    const changes = 'body' in edit ? { body: written?.replace('> One', edit.body) ?? '' } : edit;
    await editIssue(stage, number, changes);
    const { title, body } = await issueOf(stage, number);
    await editBody(stage, incident, (text) => text.replace('- One', '- Uno (due 2099-01-02)'));
    const before = stage.github.requests.length;
    await runThrice(stage);
    expect(await issueOf(stage, number)).toMatchObject({ title, body });
    expect(
      writesBesideStatusComment(stage, before, incident).filter((request) => request.includes('/issues')),
    ).toEqual([]);
    expect(await loggedActions(stage)).toEqual([`Uno - **TODO** (#${number})`]);
  });

  it('assigns an owner who is named later, where nobody is, and says who cannot be', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two\n- Three');
    const [one = 0, two = 0, three = 0] = numbers;
    await editIssue(stage, two, { assignees: ['lead'] });
    await editBody(stage, incident, (body) =>
      body
        .replace(`(#${one})`, `(@mona) (#${one})`)
        .replace(`(#${two})`, `(@mona) (#${two})`)
        .replace(`(#${three})`, `(@nobody-here) (#${three})`),
    );
    await runGreen(stage);
    expect((await issueOf(stage, one)).assignees).toMatchObject([{ login: 'mona' }]);
    expect((await issueOf(stage, two)).assignees).toMatchObject([{ login: 'lead' }]);
    expect((await issueOf(stage, three)).assignees).toEqual([]);
    expect((await issueOf(stage, three)).body).toContain('`nobody-here`, to whom issues cannot be assigned');
    const before = stage.github.requests.length;
    await runThrice(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('lesson 38: takes no label and no assignee of people from its issue', async () => {
    const { stage, incident, numbers } = await setFollowed('- One (@mona)');
    const [number = 0] = numbers;
    const { rest } = stage.github.as(owner);
    await rest.issues.createLabel({ owner, repo, name: 'priority', color: 'ededed' });
    await rest.issues.addLabels({ owner, repo, issue_number: number, labels: ['priority'] });
    await editIssue(stage, number, { assignees: ['mona', 'lead'] });
    await editBody(stage, incident, (body) => body.replace('- One', '- Uno'));
    await runGreen(stage);
    const { title, labels, assignees } = await issueOf(stage, number);
    expect(title).toBe('Uno');
    expect(labels.map((label) => (typeof label === 'string' ? label : label.name)).sort()).toEqual([
      'priority',
      actionLabel,
    ]);
    expect(assignees?.map(({ login }) => login).sort()).toEqual(['lead', 'mona']);
  });

  it('is the same item wherever it stands, however it is worded, and whatever is split off', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two\n- Three');
    const [one = 0, two = 0, three = 0] = numbers;
    await editBody(stage, incident, (body) =>
      body.replace(
        `- One (#${one})\n- Two (#${two})\n- Three (#${three})`,
        `- Three, first half (#${three})\n- Three, second half\n- Two (#${two})\n- One (#${one})`,
      ),
    );
    await runThrice(stage);
    const issues = await actionIssues(stage);
    expect(issues.map(({ title }) => title)).toEqual([
      'One',
      'Two',
      'Three, first half',
      'Three, second half',
    ]);
    const half = issues[3]?.number;
    expect(await loggedActions(stage)).toEqual([
      `Three, first half - **TODO** (#${three})`,
      `Three, second half - **TODO** (#${half})`,
      `Two - **TODO** (#${two})`,
      `One - **TODO** (#${one})`,
    ]);
    expect(await subIssuesOf(stage, incident)).toEqual([one, two, three, half]);
  });

  it('that lost its reference gets its own one back', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Twice\n- Twice');
    const { body } = await issueOf(stage, incident);
    await editBody(stage, incident, (text) => text.replace(/ \(#\d+\)/g, ''));
    await runGreen(stage);
    expect((await issueOf(stage, incident)).body).toBe(body);
    expect((await actionIssues(stage)).map(({ number }) => number)).toEqual(numbers);
    for (const number of numbers) expect(await commentsOf(stage, number)).toEqual([]);
  });
});

describe('lesson 40: an item that is removed', () => {
  it('leaves its issue as it is, with one comment; put back, it is followed again', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two');
    const [one = 0, two = 0] = numbers;
    const former = await issueOf(stage, one);
    await editBody(stage, incident, (body) => body.replace(`- One (#${one})\n`, ''));
    await runGreen(stage);
    expect(await loggedActions(stage)).toEqual([`Two - **TODO** (#${two})`]);
    expect(await reportedActions(stage)).toEqual([`| #${one} One | #${incident} | removed from the list |`]);
    await runThrice(stage);
    const told = [expect.stringMatching(/^The review actions of #1 do not list this issue any more/)];
    expect(await commentsOf(stage, one)).toEqual(told);
    const { state, title, labels } = await issueOf(stage, one);
    expect({ state, title, labels }).toEqual({
      state: 'open',
      title: former.title,
      labels: former.labels,
    });
    expect(await subIssuesOf(stage, incident)).toEqual([one, two]);

    await editBody(stage, incident, (body) => body.replace('- Two', `- Uno (#${one})\n- Two`));
    await runGreen(stage);
    expect(await issueOf(stage, one)).toMatchObject({ title: 'Uno', state: 'open' });
    expect(await loggedActions(stage)).toEqual([`Uno - **TODO** (#${one})`, `Two - **TODO** (#${two})`]);
    await closeIssue(stage, one, 'completed');
    await runGreen(stage);
    expect((await loggedActions(stage))[0]).toBe(`Uno - **DONE** (#${one})`);
    expect(await commentsOf(stage, one)).toEqual(told);
    expect(await commentsOf(stage, two)).toEqual([]);
    expect(await actionIssues(stage)).toHaveLength(2);
  });

  it('says nothing in an issue of a person, in a locked one, or for an incident that left the log', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two');
    const [one = 0, two = 0] = numbers;
    const { rest } = stage.github.as(owner);
    const { data } = await rest.issues.create({ owner, repo, title: 'Theirs', labels: [actionLabel] });
    await editBody(stage, incident, (body) => body.replace('- Two', `- Theirs (#${data.number})\n- Two`));
    await runGreen(stage);
    await rest.issues.lock({ owner, repo, issue_number: one });
    await editBody(stage, incident, (body) =>
      body.replace(`- One (#${one})\n- Theirs (#${data.number})\n`, ''),
    );
    await runThrice(stage);
    await closeIssue(stage, incident, 'not_planned');
    await editBody(stage, incident, (body) => body.replace(`- Two (#${two})`, 'N/A'));
    await runThrice(stage);
    for (const number of [one, two, data.number]) {
      expect(await commentsOf(stage, number)).toEqual([]);
      expect((await issueOf(stage, number)).state).toBe('open');
    }
  });

  it('written down again is its open issue once more; a closed one is over, and a new one is made', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two\n- Three');
    const [one = 0, two = 0, three = 0] = numbers;
    await editBody(stage, incident, (body) => body.replace(`- One (#${one})\n- Two (#${two})\n`, ''));
    await runGreen(stage);
    await closeIssue(stage, one, 'completed');
    await editBody(stage, incident, (body) => body.replace('- Three', '- One\n- Two\n- Three'));
    expect((await runGreen(stage)).outputs).toMatchObject({ 'actions-created': '1' });
    const anew = (await actionIssues(stage)).at(-1)?.number ?? 0;
    expect(numbers).not.toContain(anew);
    expect(await loggedActions(stage)).toEqual([
      `One - **TODO** (#${anew})`,
      `Two - **TODO** (#${two})`,
      `Three - **TODO** (#${three})`,
    ]);
    expect(await issueOf(stage, one)).toMatchObject({ state: 'closed' });
    const before = stage.github.requests.length;
    await runThrice(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });

  it('is not meant where the form has lost its field', async () => {
    const { stage, incident, numbers } = await setFollowed('- One\n- Two');
    const path = '.github/ISSUE_TEMPLATE/incident.yml';
    const without = form.replace('id: review-actions', 'id: follow-ups');
    expect(without).not.toBe(form);
    const { body } = await issueOf(stage, incident);
    await stage.github.commitFiles({ repository, files: { [path]: without } });
    await runGreen(stage);
    for (const number of numbers) expect(await commentsOf(stage, number)).toEqual([]);
    await stage.github.commitFiles({ repository, files: { [path]: form } });
    // The log is as it is on main again.
    expect((await runGreen(stage)).outputs).toMatchObject({ result: 'closed', 'actions-open': '2' });
    expect((await issueOf(stage, incident)).body).toBe(body);
  });
});
