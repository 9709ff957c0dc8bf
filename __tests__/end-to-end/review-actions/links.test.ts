import { describe, expect, it } from 'vitest';
import type { ActionRun } from '../../runner/step.ts';
import { owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const incident = 1;
const three = ['Mend it', 'Test it', 'Watch it'];

async function setIncident(actions: readonly string[] = three): Promise<Stage> {
  const stage = await setStage();
  await fileWith(stage, actions);
  return stage;
}

function fileWith(stage: Stage, actions: readonly string[]) {
  return stage.file({
    ...repairedIncident,
    'review-actions': actions.map((text) => `- ${text}`).join('\n'),
  });
}

async function runGreen(stage: Stage): Promise<ActionRun> {
  const run = await stage.run();
  expect(run, run.stdout).toMatchObject({ exitCode: 0 });
  expect(run.annotations.filter(({ command }) => command === 'error')).toEqual([]);
  return run;
}

/** What a run says about review actions; the summary says it as well. */
function warningsOf(run: ActionRun): string[] {
  const warnings = run.annotations.map(({ message }) => message);
  expect(run.summary.match(/could not be linked/g) ?? []).toHaveLength(warnings.length);
  return warnings;
}

const aboutLinks = (stage: Stage) => stage.github.requests.filter(({ path }) => path.includes('/sub_issue'));

async function subIssues(stage: Stage, issue_number = incident): Promise<number[]> {
  const { rest } = stage.github.as(owner);
  const { data } = await rest.issues.listSubIssues({ owner, repo, issue_number, per_page: 100 });
  return data.map(({ number }) => number);
}

async function actionIssues(stage: Stage) {
  const { rest } = stage.github.as(owner);
  const list = { owner, repo, labels: 'review-action', state: 'all', direction: 'asc' } as const;
  return (await rest.issues.listForRepo(list)).data;
}

async function bodyOf(stage: Stage): Promise<string> {
  const { rest } = stage.github.as(owner);
  return (await rest.issues.get({ owner, repo, issue_number: incident })).data.body ?? '';
}

/** A person puts an issue under another. */
async function linkByHand(stage: Stage, parent: number, child: number): Promise<void> {
  const { rest } = stage.github.as(owner);
  const { data } = await rest.issues.get({ owner, repo, issue_number: child });
  await rest.issues.addSubIssue({ owner, repo, issue_number: parent, sub_issue_id: data.id });
}

/** A person gives the incident sub-issues of their own. */
async function addOwnSubIssues(stage: Stage, count: number): Promise<void> {
  const { rest } = stage.github.as(owner);
  for (let index = 0; index < count; index += 1) {
    const { data } = await rest.issues.create({ owner, repo, title: 'Something of ours' });
    await rest.issues.addSubIssue({ owner, repo, issue_number: incident, sub_issue_id: data.id });
  }
}

const forbidden = {
  kind: 'status',
  status: 403,
  message: 'Resource not accessible by integration',
} as const;

describe('what is linked', () => {
  it('lesson 33: an action is linked by its issue’s id', async () => {
    const stage = await setIncident();
    const run = await runGreen(stage);
    expect(warningsOf(run)).toEqual([]);
    const ids = (await actionIssues(stage)).map(({ id }) => ({ sub_issue_id: id }));
    expect(ids).toHaveLength(3);
    expect(aboutLinks(stage).map(({ body }) => body)).toEqual(ids);
    expect(await subIssues(stage)).toEqual([2, 3, 4]);
  });

  it('lesson 34: only what is not linked yet, whoever linked the rest', async () => {
    const stage = await setIncident();
    stage.github.fault({ path: /\/sub_issues$/ }, forbidden);
    await runGreen(stage);
    expect(await subIssues(stage)).toEqual([]);
    await linkByHand(stage, incident, 3);
    const before = aboutLinks(stage).length;
    expect(warningsOf(await runGreen(stage))).toEqual([]);
    expect(aboutLinks(stage)).toHaveLength(before + 2);
    expect((await subIssues(stage)).toSorted()).toEqual([2, 3, 4]);
    await runGreen(stage);
    expect(aboutLinks(stage)).toHaveLength(before + 2);
  });

  it('lesson 34: one that a person links while the run is at it is fine', async () => {
    const stage = await setIncident();
    const isLinked = stage.onceAfter(
      ({ method, path }) => method === 'PATCH' && path.endsWith(`/issues/${incident}`),
      () => linkByHand(stage, incident, 2),
    );
    expect(warningsOf(await runGreen(stage))).toEqual([]);
    expect(isLinked()).toBe(true);
    expect(await subIssues(stage)).toEqual([2, 3, 4]);
  });

  it.each([
    ['502', { kind: 'status', status: 502, carriedOut: true }],
    ['a closed connection', { kind: 'closed', carriedOut: true }],
  ] as const)('lesson 34: a link whose answer was lost (%s) is none that failed', async (_, fault) => {
    const stage = await setIncident();
    stage.github.fault({ path: /\/sub_issues$/ }, fault);
    expect(warningsOf(await runGreen(stage))).toEqual([]);
    expect(aboutLinks(stage).map(({ status }) => status)).toContain(422);
    expect(await subIssues(stage)).toEqual([2, 3, 4]);
  });
});

describe('what cannot be linked is said once, and the incident names it all the same', () => {
  const references = /- Mend it \(#2\)\n- Test it \(#3\)\n- Watch it \(#4\)/;

  it('lesson 33: beyond 100 to an incident, people’s own and closed ones counted', async () => {
    const stage = await setIncident();
    await addOwnSubIssues(stage, 99);
    const { rest } = stage.github.as(owner);
    await rest.issues.update({ owner, repo, issue_number: 2, state: 'closed' });
    const numbers = [101, 102, 103];
    expect(warningsOf(await runGreen(stage))).toEqual([
      "#102, #103 could not be linked as a sub-issue of the incident, which its text names all the same, because #1 has 100 sub-issues, which is GitHub's limit.",
    ]);
    expect((await actionIssues(stage)).map(({ number }) => number)).toEqual(numbers);
    expect(aboutLinks(stage).map(({ status }) => status)).toEqual([201]);
    expect(await bodyOf(stage)).toMatch(/\(#101\)\n.*\(#102\)\n.*\(#103\)/);
    expect(warningsOf(await runGreen(stage))).toHaveLength(1);
    expect(aboutLinks(stage)).toHaveLength(1);
  });

  it('however many there are when others fill the incident meanwhile', async () => {
    const stage = await setIncident(Array.from({ length: 19 }, (_, index) => `Action ${index}`));
    const isFilled = stage.onceAfter(
      ({ path }) => path.includes('labels=review-action'),
      () => addOwnSubIssues(stage, 100),
    );
    const [warning, ...others] = warningsOf(await runGreen(stage));
    expect(isFilled()).toBe(true);
    expect(others).toEqual([]);
    expect(warning).toMatch(/and 9 more could not be linked .* Parent cannot have more than 100 sub-issues/);
    const before = aboutLinks(stage).length;
    expect(warningsOf(await runGreen(stage))).toHaveLength(1);
    expect(aboutLinks(stage)).toHaveLength(before);
  });

  it('one by one where each is refused, however many: the run ends green, with the log', async () => {
    const count = 25;
    const stage = await setIncident(Array.from({ length: count }, (_, index) => `Action ${index}`));
    const message = 'An error occured while adding the sub-issue to the parent issue. Nope';
    stage.github.fault({ path: /\/sub_issues$/, times: 1000 }, { kind: 'status', status: 422, message });
    const [warning, ...others] = warningsOf(await runGreen(stage));
    expect(others).toEqual([]);
    expect(warning).toMatch(/^#2, .* and 15 more could not be linked .*Nope/);
    const ids = aboutLinks(stage).map(({ body }) => JSON.stringify(body));
    expect([ids.length, new Set(ids).size]).toEqual([count, count]);
    expect((await stage.log())?.match(/Action \d+ - \*\*TODO\*\*/g)).toHaveLength(count);
  });

  it('lesson 33: one that has another parent', async () => {
    const stage = await setIncident();
    const { data: other } = await stage.github
      .as(owner)
      .rest.issues.create({ owner, repo, title: 'Quarterly work' });
    const isTaken = stage.onceAfter(
      ({ method, path }) => method === 'PATCH' && path.endsWith(`/issues/${incident}`),
      () => linkByHand(stage, other.number, 4),
    );
    const [warning, ...others] = warningsOf(await runGreen(stage));
    expect(isTaken()).toBe(true);
    expect(others).toEqual([]);
    expect(warning).toMatch(/^#4 could not be linked .*Sub issue may only have one parent/);
    expect(await subIssues(stage)).toEqual([3, 5]);
    const before = aboutLinks(stage).length;
    expect(warningsOf(await runGreen(stage))).toEqual([
      `#4 could not be linked as a sub-issue of the incident, which its text names all the same, because it has another parent (${repository}#${other.number}).`,
    ]);
    expect(aboutLinks(stage)).toHaveLength(before);
    expect(await subIssues(stage, other.number)).toEqual([4]);
  });

  it('lesson 33: all of them on a server that has no sub-issues, which one request a run finds out', async () => {
    const stage = await setIncident();
    stage.github.configure(repository, { hasSubIssues: false });
    await fileWith(stage, ['Another one']);
    for (const requests of [1, 2]) {
      const [warning, ...others] = warningsOf(await runGreen(stage));
      expect(others).toEqual([]);
      expect(warning).toMatch(/^#\d, #\d, #\d, #\d could not be linked .* has no sub-issues\.$/);
      expect(aboutLinks(stage)).toHaveLength(requests);
    }
    expect(await actionIssues(stage)).toHaveLength(4);
    expect(await bodyOf(stage)).toMatch(/\(#\d\)\n.*\(#\d\)\n.*\(#\d\)/);
  });

  it('all of them where the token may not, once more after some were linked', async () => {
    const stage = await setIncident();
    stage.github.fault({ path: /\/sub_issues$/ }, forbidden);
    const [warning, ...others] = warningsOf(await runGreen(stage));
    expect(others).toEqual([]);
    expect(warning).toMatch(
      /^#2, #3, #4 could not .*“Resource not accessible by integration”.*issues: write/,
    );
    expect(aboutLinks(stage)).toHaveLength(1);
    expect(await bodyOf(stage)).toMatch(references);

    await linkByHand(stage, incident, 2);
    stage.github.fault({ path: /\/sub_issues$/, times: 10 }, forbidden);
    expect(warningsOf(await runGreen(stage))).toHaveLength(1);
    expect(aboutLinks(stage)).toHaveLength(2);
  });

  it.each(['secondary-limit', 'too-many-requests', 'rate-limit'] as const)(
    'lesson 37: a limit (%s) is waited for, and taken for no missing permission',
    async (kind) => {
      const stage = await setIncident();
      stage.github.fault({ path: /\/sub_issues$/, times: 2 }, { kind });
      const run = await runGreen(stage);
      expect(warningsOf(run)).toEqual([]);
      expect(run.stdout).toContain("GitHub's rate limit was reached at POST");
      expect(await subIssues(stage)).toEqual([2, 3, 4]);
    },
  );
});
