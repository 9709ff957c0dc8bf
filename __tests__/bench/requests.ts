import { setTimeout as after } from 'node:timers/promises';
import { commentEvent, dispatchEvent, issueEvent, type WorkflowEvent } from '../local-github/events.ts';
import { isWrite, type RecordedRequest } from '../local-github/faults.ts';
import { type LocalGitHub, startLocalGitHub } from '../local-github/local-github.ts';
import { roundsOf } from '../local-github/rounds.ts';
import { runBundle } from '../runner/run-bundle.ts';
import { form, incidentsBetween } from './incidents.ts';
import { print } from './report.ts';

const owner = 'octo';
const repo = 'service';
const repository = `${owner}/${repo}`;
const latency = 100;
const hour = 60 * 60_000;
const day = 24 * hour;
/** So many were touched in the last 36 hours, the rest long ago. */
const recent = 20;

/** At most so many requests, rounds and milliseconds. */
interface Goals {
  readonly requests: number;
  readonly rounds: number;
  readonly wall?: number;
}

interface Scenario {
  readonly name: string;
  readonly goals?: Goals;
  /** What happens before the run. @returns the event that starts it */
  prepare(stage: Stage): Promise<WorkflowEvent>;
  /** Whether the run did what it is measured for; `writes` are its requests that change something. */
  check(writes: readonly RecordedRequest[]): boolean;
}

interface Stage {
  readonly github: LocalGitHub;
  /** Number of the incident that was filed last. */
  readonly last: number;
}

const isPost = (path: RegExp) => (request: RecordedRequest) =>
  request.method === 'POST' && path.test(request.path);
const isComment = isPost(/\/issues\/\d+\/comments$/);
const isCommit = isPost(/\/git\/commits$/);
const isReaction = isPost(/\/reactions$/);

/** What runs ask of GitHub, and how long people wait for that where a request takes 100 ms. */
export async function requests(): Promise<void> {
  await measure(30, { 'review-actions': 'text' }, [
    { ...firstRun(recent), goals: { requests: 45, rounds: 15 + recent } },
    { ...nothingToDo, goals: { requests: 11, rounds: 3, wall: 900 } },
    { ...oneEdit, goals: { requests: 17, rounds: 8, wall: 1500 } },
    { ...oneCommand, goals: { requests: 20, rounds: 10, wall: 1800 } },
  ]);
}

/** The same with many incidents, whose comments nobody reads. */
export async function manyIncidents(): Promise<void> {
  const inputs = { 'review-actions': 'text', feedback: 'none' };
  await measure(3000, inputs, [firstRun(0), nothingToDo, oneEdit]);
}

function firstRun(comments: number): Scenario {
  return {
    name: 'first run',
    prepare: ({ github }) => dispatchEvent(github, repository, owner),
    check: (writes) => writes.some(isCommit) && writes.filter(isComment).length === comments,
  };
}

const nothingToDo: Scenario = {
  name: 'nothing to do',
  prepare: ({ github, last }) => issueEvent(github, repository, 'labeled', last, { label: 'incident' }),
  check: (writes) => writes.length === 0,
};

const oneEdit: Scenario = {
  name: 'one edit',
  async prepare({ github, last }) {
    const { rest } = github.as(owner);
    const issue = { owner, repo, issue_number: last };
    const from = (await rest.issues.get(issue)).data.body ?? '';
    const body = from.replace('(rolled back)', '(rolled back by hand)');
    await rest.issues.update({ ...issue, body });
    return issueEvent(github, repository, 'edited', last, { changes: { body: { from } } });
  },
  check: (writes) => writes.filter(isCommit).length === 1,
};

const oneCommand: Scenario = {
  name: 'one command (/timeline)',
  async prepare({ github, last }) {
    const body = '/timeline 23:58 The last customer writes that all is well.';
    const { data } = await github
      .as(owner)
      .rest.issues.createComment({ owner, repo, issue_number: last, body });
    return commentEvent(github, repository, 'created', last, data);
  },
  check: (writes) => writes.filter(isCommit).length === 1 && writes.some(isReaction),
};

/** Runs these one after the other in a new repository with so many incidents. */
async function measure(
  count: number,
  inputs: Readonly<Record<string, string>>,
  scenarios: readonly Scenario[],
): Promise<void> {
  const github = await startLocalGitHub({ latency });
  try {
    const stage = { github, last: await fileIncidents(github, count) };
    for (const scenario of scenarios) {
      const event = await scenario.prepare(stage);
      const before = github.requests.length;
      const start = performance.now();
      const run = await runBundle({ github, repository, event, inputs, timeLimitMs: 120_000 });
      const wall = performance.now() - start;
      const made = github.requests.slice(before);
      const writes = made.filter(isWrite);
      if (run.exitCode !== 0 || !scenario.check(writes))
        throw new Error(
          `${scenario.name} did something else:\n${run.stdout}${run.stderr}\n${linesOf(made).join('\n')}`,
        );
      if (process.env.INCIDENT_LOG_BENCH === 'list') console.log(linesOf(made).join('\n'));
      printRun(`${count.toLocaleString('en')} incidents, ${scenario.name}`, scenario.goals, made, wall);
    }
  } finally {
    await github.close();
  }
}

function printRun(
  name: string,
  goals: Goals | undefined,
  made: readonly RecordedRequest[],
  wall: number,
): void {
  const rounds = roundsOf(made);
  const figure = (kind: string, value: number, limit: number | undefined, measured: string, unit = '') =>
    print({
      what: `${name}: ${kind}`,
      measured,
      ...(limit === undefined ? {} : { goal: { value, limit, unit } }),
    });
  figure('requests', made.length, goals?.requests, `${made.length}`);
  figure('rounds', rounds, goals?.rounds, `${rounds}`);
  const seconds = wall / 1000;
  const limit = goals?.wall === undefined ? undefined : goals.wall / 1000;
  figure(`wall time at ${latency} ms a request`, seconds, limit, `${seconds.toFixed(1)} s`, 's');
}

/** Files incidents of the last two years. @returns the number of the last */
async function fileIncidents(github: LocalGitHub, count: number): Promise<number> {
  await github.createRepository({
    name: repository,
    labels: ['incident', 'incident-confirmed'],
    files: { '.github/ISSUE_TEMPLATE/incident.yml': form },
  });
  const now = Date.now();
  const { rest } = github.as(owner);
  let last = 0;
  for (const [index, { title, body }] of incidentsBetween(now - 730 * day, now - 3 * day, count).entries()) {
    const labels = ['incident'];
    const { data } = await rest.issues.create({ owner, repo, title: `[Incident] ${title}`, body, labels });
    last = data.number;
    const ahead = count - 1 - index;
    if (ahead >= recent)
      await rest.issues.update({
        owner,
        repo,
        issue_number: last,
        state: 'closed',
        state_reason: 'completed',
      });
    github.backdate(repository, { issue: last }, ahead < recent ? now - (ahead + 1) * hour : now - 60 * day);
  }
  // What happens from the next second on is new.
  await after(1000);
  return last;
}

function linesOf(made: readonly RecordedRequest[]): string[] {
  const [first] = made;
  return made.map(({ method, path, arrived, answered }) => {
    const time = (value: number) => Math.round(value - (first?.arrived ?? 0));
    return `${time(arrived)}–${answered === null ? '' : time(answered)} ${method} ${path}`;
  });
}
