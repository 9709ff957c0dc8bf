import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commentEvent,
  dispatchEvent,
  issueEvent,
  pushEvent,
  scheduleEvent,
  type WorkflowEvent,
} from '../local-github/events.ts';
import { type LocalGitHub, startLocalGitHub } from '../local-github/local-github.ts';
import { killBundleAt, runBundle, startBundle } from './run-bundle.ts';
import type { ActionRun } from './step.ts';

const definition = `
name: Fixture
inputs:
  token: { default: "\${{ github.token }}" }
  pr-title: { default: A title }
  two words: { required: false }
  dry-run: { default: "false" }
runs: { using: node24, main: main.mjs }
`;

let github: LocalGitHub;
let dispatch: WorkflowEvent;
const repository = 'octo/site';
const directory = mkdtempSync(join(tmpdir(), 'fixture-action-'));

beforeAll(async () => {
  writeFileSync(join(directory, 'action.yml'), definition);
  github = await startLocalGitHub();
  await github.createRepository({ name: repository, labels: ['incident'] });
  dispatch = await dispatchEvent(github, repository, 'octo');
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await github.close();
});

function run(script: string, inputs: Record<string, string> = {}): Promise<ActionRun> {
  writeFileSync(join(directory, 'main.mjs'), script);
  return runBundle({ github, repository, event: dispatch, directory, inputs, timezone: 'Asia/Kathmandu' });
}

describe('the runner', () => {
  it('gives inputs with their defaults, the context, and nothing of ours', async () => {
    process.env.OURS = 'secret';
    const { stdout } = await run('console.log(JSON.stringify(process.env))', { 'pr-title': 'Mine' });
    delete process.env.OURS;
    const seen: unknown = JSON.parse(stdout);
    expect(seen).toMatchObject({
      INPUT_TOKEN: github.token,
      'INPUT_PR-TITLE': 'Mine',
      INPUT_TWO_WORDS: '',
      'INPUT_DRY-RUN': 'false',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: repository,
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: await github.tipOf(repository, 'main'),
      TZ: 'Asia/Kathmandu',
    });
    expect(seen).not.toHaveProperty('OURS');
    expect(seen).not.toHaveProperty('NODE_ENV');
    expect(seen).not.toHaveProperty('VITEST');
  });

  it('gathers exit code, annotations, outputs and summary', async () => {
    const done = await run(`
      import { appendFileSync } from 'node:fs';
      appendFileSync(process.env.GITHUB_OUTPUT, 'result=none\\n');
      appendFileSync(process.env.GITHUB_OUTPUT, 'result<<E\\nmade\\nE\\n');
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Done');
      console.log('::warning title=T::careful');
      console.error('oh');
      process.exitCode = 3;
    `);
    expect(done).toMatchObject({
      exitCode: 3,
      stderr: 'oh\n',
      outputs: { result: 'made' },
      summary: '# Done',
    });
    expect(done.annotations).toEqual([
      { command: 'warning', properties: { title: 'T' }, message: 'careful' },
    ]);
  });

  it('rejects a run that does not end, and can end one at once', async () => {
    writeFileSync(join(directory, 'main.mjs'), 'console.log("waiting"); setInterval(() => {}, 1000)');
    const request = { github, repository, event: dispatch, directory };
    await expect(runBundle({ ...request, timeLimitMs: 300 })).rejects.toThrow('still running after 300 ms');
    const running = startBundle(request);
    running.kill();
    expect((await running.done).exitCode).toBeNull();
  });
});

describe('a run that is killed at a request', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s it leaves %i issues', async (moment, left) => {
    const own = await startLocalGitHub();
    await own.createRepository({ name: repository });
    const script = `
      const ask = (method, body) => fetch(process.env.GITHUB_API_URL + '/repos/${repository}/issues', {
        method, body, headers: { authorization: 'token ' + process.env.INPUT_TOKEN },
      });
      await ask('GET');
      await ask('POST', JSON.stringify({ title: 'made' }));
      console.log('unreached');
    `;
    writeFileSync(join(directory, 'main.mjs'), script);
    const killed = await killBundleAt({ github: own, repository, event: dispatch, directory }, 2, moment);
    expect(killed).toMatchObject({ exitCode: null, stdout: '' });
    expect(own.requests).toHaveLength(2);
    const { data } = await own.as('octo').rest.issues.listForRepo({ owner: 'octo', repo: 'site' });
    expect(data).toHaveLength(left);
    await own.close();
  });
});

describe('events', () => {
  it('tell of an issue as it is now', async () => {
    const { rest } = github.as('stranger');
    const at = { owner: 'octo', repo: 'site' };
    const issue = (await rest.issues.create({ ...at, title: 'It broke' })).data;
    const opened = await issueEvent(github, repository, 'opened', issue.number);
    expect(opened).toMatchObject({
      name: 'issues',
      actor: 'stranger',
      payload: {
        action: 'opened',
        issue: { title: 'It broke', author_association: 'NONE' },
        repository: { full_name: repository, default_branch: 'main', owner: { login: 'octo' } },
        sender: { login: 'stranger', type: 'User' },
      },
    });
    await github.labelAsTemplate(repository, issue.number, ['incident']);
    const labeled = await issueEvent(github, repository, 'labeled', issue.number, { label: 'incident' });
    expect(labeled.payload).toMatchObject({ label: { name: 'incident', color: 'ededed' } });
    const comment = (await rest.issues.createComment({ ...at, issue_number: issue.number, body: '/hello' }))
      .data;
    const said = await commentEvent(github, repository, 'created', issue.number, comment);
    expect(said.payload).toMatchObject({
      action: 'created',
      comment: { body: '/hello' },
      issue: { number: issue.number },
    });
    const deleted = await github.deleteIssue(repository, issue.number);
    const gone = await issueEvent(github, repository, 'deleted', issue.number, {
      sender: 'octo',
      issue: deleted,
    });
    expect(gone.payload).toMatchObject({
      action: 'deleted',
      issue: { title: 'It broke' },
      sender: { login: 'octo' },
    });
    expect(github.requests).toEqual([]);
  });

  it('tell of a push, a schedule and the button', async () => {
    const pushed = await pushEvent(github, repository, 'octo', ['.github/ISSUE_TEMPLATE/incident.yml']);
    expect(pushed.payload).toMatchObject({ ref: 'refs/heads/main', after: pushed.sha });
    expect((await scheduleEvent(github, repository)).payload).toEqual({ schedule: '17 4 * * *' });
    expect(dispatch.payload).toMatchObject({ ref: 'refs/heads/main', sender: { login: 'octo' } });
  });
});
