import { describe, expect, it, onTestFinished } from 'vitest';
import { scheduleEvent } from '../../local-github/events.ts';
import type { RecordedRequest } from '../../local-github/faults.ts';
import { workflowBot } from '../../local-github/local-github.ts';
import { startAction } from '../../runner/run-action.ts';
import { openStage, owner, repairedIncident, repo, repository, type Stage } from '../stage.ts';
import {
  faults,
  itSurvivesFaults,
  itSurvivesKills,
  numbered,
  playCalmly,
  type Scene,
  writesAmong,
} from '../sweep.ts';

/** The first issue of every stage here, and those that a run makes for its review actions. */
const incident = 1;
const listed = '- Mend it (@mona, due 2020-01-01)\n- Test it (due 2099-01-01)\n- Test it (due 2099-01-01)';
const referred =
  '- Mend it (@mona, due 2020-01-01) (#2)\n- Test it (due 2099-01-01) (#3)\n- Test it (due 2099-01-01) (#4)';

/** A repository with an incident whose actions have no issues, and without the labels of actions. */
async function setIncident(): Promise<Stage> {
  const stage = await openStage({ labels: ['incident'], roles: { mona: 'write' } });
  await stage.file({ ...repairedIncident, 'review-actions': listed });
  return stage;
}

async function setFollowed(): Promise<Stage> {
  const stage = await setIncident();
  const run = await stage.run({ event: await onIncident(stage) });
  expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { 'actions-created': '3' } });
  return stage;
}

const day = 24 * 60 * 60_000;
const onIncident = (stage: Stage) => stage.event('edited', incident);
const onSchedule = (stage: Stage) => scheduleEvent(stage.github, repository);

/** The issues and pull requests as people see them, oldest first. */
async function issuesOf(stage: Stage) {
  const { rest } = stage.github.as(owner);
  const list = { owner, repo, state: 'all', sort: 'created', direction: 'asc', per_page: 100 } as const;
  const { data } = await rest.issues.listForRepo(list);
  return Promise.all(
    data.map(async ({ number, title, body, state, state_reason, labels, assignees, parent_issue_url }) => {
      const { data: comments } = await rest.issues.listComments({ owner, repo, issue_number: number });
      return {
        number,
        title,
        body,
        state,
        reason: state_reason,
        labels: labels.map((label) => (typeof label === 'string' ? label : label.name)),
        assignees: assignees?.map(({ login }) => login),
        parent: parent_issue_url?.split('/').at(-1),
        comments: comments.map((comment) => comment.body),
        oldComments: comments.filter(({ created_at }) => Date.parse(created_at) < Date.now() - day).length,
      };
    }),
  );
}

async function endState(stage: Stage) {
  const { rest } = stage.github.as(owner);
  const { data: labels } = await rest.issues.listLabelsForRepo({ owner, repo, per_page: 100 });
  return {
    labels: labels.map(({ name }) => name).sort(),
    issues: await issuesOf(stage),
    log: await stage.log(),
  };
}

type State = Awaited<ReturnType<typeof endState>>;

/** An answer that is lost, one that lies, and a refusal that is none; other files have the others at the other requests. */
const mostTelling = faults.filter(([name]) => /carried out|secondary/.test(name));

describe('lessons 35, 36, 41: three actions get one issue each, whatever happens on the way', async () => {
  const scene: Scene<State> = { set: setIncident, event: onIncident, endState };
  const calm = await playCalmly(scene);

  it('when nothing goes wrong', () => {
    const action = { parent: `${incident}`, state: 'open', labels: ['review-action'], comments: [] };
    expect(calm.state.issues).toMatchObject([
      { number: incident, body: expect.stringContaining(referred) },
      { ...action, number: 2, title: 'Mend it', assignees: ['mona'] },
      { ...action, number: 3, title: 'Test it', assignees: [] },
      { ...action, number: 4, title: 'Test it', assignees: [] },
      { number: 5, title: 'Update the incident log' },
    ]);
  });
  itSurvivesKills(scene, calm);
  // What comes before and after is the same in every run: the faults of a first run are tried there.
  const first = calm.requests.findIndex(({ path }) => path.includes('labels=review-action'));
  const last = calm.requests.findLastIndex(({ path }) => path.endsWith('/sub_issues'));
  itSurvivesFaults(scene, calm, mostTelling, numbered(calm.requests).slice(first, last + 1));
});

describe('lesson 35: what a run does later is gone on with, too', async () => {
  const remind = async () => {
    const stage = await setFollowed();
    await stage.run({ event: await onSchedule(stage) });
    return stage;
  };
  const scenes: readonly (readonly [
    string,
    Pick<Scene<State>, 'set' | 'event'>,
    (issues: readonly unknown[]) => void,
  ])[] = [
    [
      'duplicates are retired',
      { set: setTwins, event: onIncident },
      (issues) =>
        expect(issues).toMatchObject([
          { body: expect.stringContaining(referred) },
          { labels: ['review-action'], state: 'open', parent: '1' },
          { labels: ['review-action'], state: 'open', parent: '1' },
          { labels: ['review-action'], state: 'open', parent: '1' },
          { title: 'Update the incident log' },
          { number: 6, labels: [], state: 'closed', reason: 'duplicate', parent: undefined, comments: [] },
          { number: 7, labels: [], state: 'closed', reason: 'duplicate', parent: undefined, comments: [] },
        ]),
    ],
    [
      'an issue is told that its item has gone',
      {
        set: async () => {
          const stage = await setFollowed();
          await stage.answer(incident, { ...repairedIncident, 'review-actions': '- Test it (#3)' });
          return stage;
        },
        event: onIncident,
      },
      (issues) =>
        expect(issues).toMatchObject([
          {},
          { state: 'open', labels: ['review-action'], comments: [expect.stringContaining('do not list')] },
          { comments: [] },
          { state: 'open', labels: ['review-action'], comments: [expect.stringContaining('do not list')] },
          {},
        ]),
    ],
    [
      'a scheduled run reminds',
      { set: setFollowed, event: onSchedule },
      (issues) =>
        expect(issues).toMatchObject([
          {},
          { labels: ['review-action', 'overdue'], comments: [expect.stringContaining('@mona ')] },
          { labels: ['review-action'], comments: [] },
          { labels: ['review-action'], comments: [] },
          {},
        ]),
    ],
    [
      'a reminder is replaced by a new one',
      {
        set: async () => {
          const stage = await remind();
          const { rest } = stage.github.as(owner);
          const { data } = await rest.issues.listComments({ owner, repo, issue_number: 2 });
          for (const { id } of data) stage.github.backdate(repository, { comment: id }, Date.now() - 8 * day);
          return stage;
        },
        event: onSchedule,
      },
      (issues) =>
        expect(issues).toMatchObject([
          {},
          { labels: ['review-action', 'overdue'], comments: [expect.any(String)], oldComments: 0 },
          {},
          {},
          {},
        ]),
    ],
    [
      'a reminder goes',
      {
        set: async () => {
          const stage = await remind();
          const { rest } = stage.github.as(owner);
          await rest.issues.update({ owner, repo, issue_number: 2, state: 'closed' });
          return stage;
        },
        event: (stage) => stage.event('closed', 2),
      },
      (issues) =>
        expect(issues).toMatchObject([
          {},
          { state: 'closed', labels: ['review-action'], comments: [] },
          {},
          {},
          {},
        ]),
    ],
  ];

  for (const [name, played, check] of scenes) {
    const scene = { ...played, endState };
    const calm = await playCalmly(scene);
    describe(name, () => {
      it('when nothing goes wrong', () => check(calm.state.issues));
      const writes = writesAmong(calm.requests);
      it('changes more than one thing', () => expect(writes.length).toBeGreaterThan(1));
      itSurvivesKills(scene, calm, { among: writes });
    });
  }
});

/** Two of the actions have a second issue with the same marker, and the incident names that of one of them. */
async function setTwins(): Promise<Stage> {
  const stage = await setFollowed();
  const { rest } = stage.github.as(workflowBot);
  for (const issue_number of [3, 4]) {
    const { data } = await rest.issues.get({ owner, repo, issue_number });
    const { title, body } = data;
    const copy = { owner, repo, title, body: body ?? '', labels: ['review-action'] };
    const { data: duplicate } = await rest.issues.create(copy);
    await rest.issues.addSubIssue({ owner, repo, issue_number: incident, sub_issue_id: duplicate.id });
  }
  await stage.answer(incident, {
    ...repairedIncident,
    'review-actions': referred.replace('(#3)', '(#6)'),
  });
  return stage;
}

/** The first two of the requests that match wait for each other. */
function meetAt(stage: Stage, matches: (request: RecordedRequest) => boolean): () => number {
  let arrived = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const consider = async (nth: number) => {
    const request = stage.github.requests[nth - 1];
    if (request === undefined || !matches(request) || arrived === 2) return;
    arrived += 1;
    if (arrived === 2) resolve();
    await promise;
  };
  for (let nth = 1; nth < 200; nth += 1) stage.github.onRequest(nth, 'before', () => consider(nth));
  return () => arrived;
}

const createsIssue = ({ method, path }: RecordedRequest) =>
  method === 'POST' && path === `/repos/${repository}/issues`;
const writesBody = ({ method, path }: RecordedRequest) =>
  method === 'PATCH' && path === `/repos/${repository}/issues/${incident}`;
const links = ({ method, path }: RecordedRequest) => method === 'POST' && path.endsWith('/sub_issues');
const createsLabel = ({ method, path }: RecordedRequest) =>
  method === 'POST' && path === `/repos/${repository}/labels`;

describe('lessons 29, 35: two runs at the same moment and one more', () => {
  const meetings: readonly (readonly [string, readonly ((request: RecordedRequest) => boolean)[]])[] = [
    ['as it comes', []],
    ['as it comes, again', []],
    ['both are about to create the label', [createsLabel]],
    ['both are about to create the first issue', [createsIssue]],
    ['both have created all before either writes the incident', [createsIssue, writesBody]],
    ['both are about to link', [createsIssue, links]],
    ['both have written the incident when they link', [createsIssue, writesBody, links]],
  ];

  it.each(meetings)('leave one issue for each action: %s', async (_, places) => {
    const stage = await setIncident();
    onTestFinished(stage.close);
    const arrivals = places.map((place) => meetAt(stage, place));
    const request = { github: stage.github, repository, event: await onIncident(stage) };
    const runs = await Promise.all([startAction(request).done, startAction(request).done]);
    expect(arrivals.map((arrived) => arrived())).toEqual(places.map(() => 2));
    for (const run of runs) expect(run, run.stdout).toMatchObject({ exitCode: 0 });
    const last = await stage.run({ event: await onIncident(stage) });
    expect(last, last.stdout).toMatchObject({ exitCode: 0, outputs: { 'actions-open': '3' } });

    const issues = await issuesOf(stage);
    const made = issues.filter(({ title }) => title === 'Mend it' || title === 'Test it');
    const byMarker = Map.groupBy(made, ({ body }) => body);
    expect(byMarker.size).toBe(3);
    if (places.includes(createsIssue)) expect(made.length).toBeGreaterThan(3);
    for (const [first, ...duplicates] of byMarker.values()) {
      expect(first).toMatchObject({ state: 'open', labels: ['review-action'], parent: '1', comments: [] });
      for (const duplicate of duplicates)
        expect(duplicate).toMatchObject({
          state: 'closed',
          reason: 'duplicate',
          labels: [],
          parent: undefined,
          comments: [],
        });
    }
    const kept = [...byMarker.values()].map(([first]) => first?.number).sort();
    const body = issues[0]?.body ?? '';
    expect([...body.matchAll(/^- .*\(#(\d+)\)$/gm)].map(([, number]) => Number(number)).sort()).toEqual(kept);
    expect(body.replace(/ \(#\d+\)$/gm, '')).toContain(listed);
    expect(await stage.pullRequests()).toHaveLength(1);
    const requests = stage.github.requests.length;
    const rest = await stage.run({ event: await onIncident(stage) });
    expect(rest.outputs).toMatchObject({ result: 'unchanged', 'actions-created': '0' });
    expect(writesAmong(stage.github.requests.slice(requests))).toEqual([]);
  });
});
