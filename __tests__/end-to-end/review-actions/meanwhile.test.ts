import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../../local-github/faults.ts';
import { workflowBot } from '../../local-github/local-github.ts';
import { createClock } from '../../runner/clock.ts';
import {
  actionIssues,
  actionLabel,
  commentsOf,
  editBody,
  editIssue,
  fileWith,
  issueOf,
  runGreen,
  subIssuesOf,
  writesAfter,
} from '../action-issues.ts';
import { owner, repo, setStage } from '../stage.ts';

const makesIssue = ({ method, path }: RecordedRequest) => method === 'POST' && path.endsWith('/issues');
const readsActions = ({ method, path }: RecordedRequest) =>
  method === 'GET' && path.includes(`labels=${actionLabel}`);

it('lesson 35: a duplicate that the other run links only now ends without a parent', async () => {
  const stage = await setStage();
  const incident = await fileWith(stage, '- Only one');
  const bot = stage.github.as(workflowBot).rest.issues;
  const duplicates: { number: number; id: number }[] = [];
  // The other run makes its issue right after ours and writes it into the incident first,
  const isMade = stage.onceAfter(makesIssue, async () => {
    const [first] = await actionIssues(stage);
    const { title = '', body } = first ?? {};
    const { data } = await bot.create({ owner, repo, title, body: body ?? '', labels: [actionLabel] });
    duplicates.push({ number: data.number, id: Number(data.id) });
    await editBody(stage, incident, (text) => text.replace('Only one', `Only one (#${data.number})`));
  });
  // and links it once ours has read it without a parent.
  const isLinked = stage.onceAfter(
    (request) => duplicates.length > 0 && readsActions(request),
    async () => {
      const sub_issue_id = duplicates[0]?.id ?? 0;
      await bot.addSubIssue({ owner, repo, issue_number: incident, sub_issue_id });
    },
  );
  await runGreen(stage);
  expect([isMade(), isLinked()]).toEqual([true, true]);
  const duplicate = await issueOf(stage, duplicates[0]?.number ?? 0);
  expect(duplicate).toMatchObject({ state: 'closed', state_reason: 'duplicate', labels: [] });
  expect(duplicate.parent_issue_url ?? null).toBeNull();
  const [first, ...others] = await actionIssues(stage);
  expect(others).toEqual([]);
  expect(await subIssuesOf(stage, incident)).toEqual([first?.number]);
  expect((await issueOf(stage, incident)).body).toContain(`- Only one (#${first?.number})`);
});

it.each([
  ['become those of a browser', '\n', '\r\n'],
  ['become line feeds', '\r\n', '\n'],
])(
  'lesson 40: one issue for an action of two paragraphs, though the line ends %s meanwhile',
  async (_, from, to) => {
    const stage = await setStage();
    const incident = await fileWith(stage, '- First paragraph.\n\n  Second paragraph.');
    const endLines = (body: string, end: string) => body.replace(/\r\n|\n/g, end);
    await editBody(stage, incident, (body) => endLines(body, from));
    const isEdited = stage.onceAfter(makesIssue, () =>
      editBody(stage, incident, (body) => endLines(body.replace('People were', 'Many people were'), to)),
    );
    await runGreen(stage);
    expect(isEdited()).toBe(true);
    const made = await actionIssues(stage);
    expect(made).toMatchObject([{ title: 'First paragraph.', state: 'open' }]);
    const number = made[0]?.number ?? 0;
    expect(await commentsOf(stage, number)).toEqual([]);
    const { body } = await issueOf(stage, incident);
    expect(body).toContain(`First paragraph.${to}${to}  Second paragraph. (#${number})`);
    expect(body).toContain('Many people were');
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  },
);

describe('lesson 38: people assign somebody while the run is at work', () => {
  it('an owner who is named later is assigned as well', async () => {
    const stage = await setStage({ roles: { mona: 'write', lead: 'write' } });
    const incident = await fileWith(stage, '- One');
    await runGreen(stage);
    const [one] = (await actionIssues(stage)).map(({ number }) => number);
    await editBody(stage, incident, (body) => body.replace('- One', '- One (@mona)'));
    const from = stage.github.requests.length;
    const isAssigned = stage.onceAfter(
      (request) => request.number > from && readsActions(request),
      () => editIssue(stage, one ?? 0, { assignees: ['lead'] }),
    );
    await runGreen(stage);
    expect(isAssigned()).toBe(true);
    const { assignees } = await issueOf(stage, one ?? 0);
    expect(assignees?.map(({ login }) => login).sort()).toEqual(['lead', 'mona']);
  });
});

it.each(['secondary-limit', 'too-many-requests'] as const)(
  'lesson 37: a limit at the writing of the incident (%s) is waited for, and the run ends green',
  async (kind) => {
    const stage = await setStage();
    const incident = await fileWith(stage, '- One');
    stage.github.fault({ method: 'PATCH', path: /\/issues\/1$/, times: 2 }, { kind });
    const clock = createClock();
    const begin = clock.now();
    const run = await runGreen(stage, { clock });
    // Both times GitHub asks for a second.
    expect(clock.now() - begin).toBeGreaterThan(2000);
    expect(run.stdout).toContain("GitHub's rate limit was reached");
    const [one, ...others] = await actionIssues(stage);
    expect(others).toEqual([]);
    expect((await issueOf(stage, incident)).body).toContain(`- One (#${one?.number})`);
    expect(run.outputs).toMatchObject({ result: 'created', 'actions-created': '1' });
  },
);

it('lesson 41: an issue for which its incident has no room any more is said to have no place, and is not made again', async () => {
  const stage = await setStage();
  const incident = await fileWith(stage, '- One\n- Two');
  await runGreen(stage);
  const made = await actionIssues(stage);
  // As a run leaves it that ends before it writes the incident, which people fill to the brim.
  await editBody(stage, incident, (body) => {
    const bare = body.replace(/ \(#\d+\)/g, '');
    return bare.replace('People were', `${'x'.repeat(65_536 - bare.length - 1)} People were`);
  });
  const { body } = await issueOf(stage, incident);
  expect(body).toHaveLength(65_536);
  const run = await runGreen(stage);
  const problems = JSON.parse(run.outputs.problems ?? '') as { rule: string }[];
  expect(problems.map(({ rule }) => rule)).toEqual(['action-unplaced', 'action-unplaced']);
  expect(await actionIssues(stage)).toHaveLength(made.length);
  expect((await issueOf(stage, incident)).body).toBe(body);
  for (const { number } of made) expect(await commentsOf(stage, number)).toEqual([]);
});
