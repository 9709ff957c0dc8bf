import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isWrite } from '../../local-github/faults.ts';
import { actionIssues, runGreen } from '../action-issues.ts';
import { owner, repairedIncident, repo, type Stage, setStage } from '../stage.ts';

/** Runs `mode: report` in a workspace of its own. */
async function reporting(stage: Stage, inputs: Readonly<Record<string, string>> = {}) {
  const workspace = mkdtempSync(join(tmpdir(), 'incident-log-workspace-'));
  onTestFinished(() => rmSync(workspace, { recursive: true }));
  const run = (more: Readonly<Record<string, string>> = {}) =>
    stage.run({
      inputs: { mode: 'report', timezone: 'Europe/London', ...inputs, ...more },
      env: { GITHUB_WORKSPACE: workspace },
    });
  return { workspace, run, page: (path = 'incident-report') => join(workspace, path, 'index.html') };
}

describe('mode: report', () => {
  it('writes the page into the workspace, says where it is, and changes nothing on GitHub', async () => {
    const stage = await setStage();
    await stage.file(
      { ...repairedIncident, severity: 'SEV2', services: 'sign-in' },
      { title: 'Sign-ins fail' },
    );
    await stage.file({ 'first-detected': '2024-11-01 10:00', impact: 'Some.' }, { title: 'Mail is late' });
    const { run, page } = await reporting(stage);
    const done = await run();
    expect(done, done.stdout).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { 'report-path': 'incident-report', incidents: '2', result: 'none' },
    });
    expect(done.summary).toContain(
      'Wrote the report of 2 incidents to `incident-report/index.html` in the workspace.',
    );
    const html = readFileSync(page(), 'utf8');
    expect(html).toContain('Sign-ins fail');
    expect(html).toContain('24h 59m');
    expect(html).toContain(`/${owner}/${repo}/issues/1"`);
    expect(stage.github.requests.filter(isWrite)).toEqual([]);
    // Neither `pull-requests` nor anything else is needed.
    const paths = stage.github.requests.map(({ path }) =>
      path.replace(/\?.*/, '').replace(`/repos/${owner}/${repo}`, ''),
    );
    expect(paths.filter((path) => !/^$|^\/(issues|contents|git|commits|branches)/.test(path))).toEqual([]);
  });

  it('writes the same bytes again, and counts what only the log tells of', async () => {
    const log =
      '# Incident Log\n\n## Q4 2024\n\n### Incident on 2024-10-02 - By hand\n\n- First detected: 2024-10-02 10:00\n- Repaired: 2024-10-02 12:00\n';
    const stage = await setStage({ files: { 'INCIDENTS.md': log } });
    await stage.file(repairedIncident);
    const { run, page } = await reporting(stage);
    expect((await run()).outputs).toMatchObject({ incidents: '2' });
    const first = readFileSync(page(), 'utf8');
    expect(first).toContain('1 incident that only the log tells of counts in the figures');
    await run();
    expect(readFileSync(page(), 'utf8')).toBe(first);
  });

  it('takes the state of review actions from their issues, and leaves out what an untrusted person filed', async () => {
    const stage = await setStage();
    await stage.file({ ...repairedIncident, 'review-actions': '- Alert on it\n- Write a runbook' });
    await runGreen(stage);
    const [first] = await actionIssues(stage);
    await stage.github
      .as(owner)
      .rest.issues.update({ owner, repo, issue_number: first?.number ?? 0, state: 'closed' });
    await stage.file(repairedIncident, { title: 'Not trusted', login: 'stranger' });
    const { run, page } = await reporting(stage);
    expect((await run()).outputs).toMatchObject({ incidents: '1' });
    const html = readFileSync(page(), 'utf8');
    const actions = html.slice(html.indexOf('id="actions"'), html.indexOf('id="definitions"'));
    expect(actions).toContain('Write a runbook');
    expect(actions).not.toContain('Alert on it');
    expect(html).not.toContain('Not trusted');
  });

  it('writes to another folder of the workspace', async () => {
    const stage = await setStage();
    const { run, page } = await reporting(stage, { 'report-path': 'site/incidents/' });
    expect((await run()).outputs).toMatchObject({ 'report-path': 'site/incidents' });
    expect(existsSync(page('site/incidents'))).toBe(true);
  });

  it.each([
    ['../outside', 'no path in the repository; set `report-path` to one such as incident-report.'],
    ['/tmp/outside', 'no path in the repository'],
    ['.', 'no path in the repository'],
    ['link/report', 'leads out of the workspace or through a symbolic link'],
    ['ours', 'is not a report that incident-log wrote'],
  ])('refuses in a sentence to write to %s', async (path, message) => {
    const stage = await setStage();
    const { workspace, run } = await reporting(stage, { 'report-path': path });
    symlinkSync(tmpdir(), join(workspace, 'link'));
    mkdirSync(join(workspace, 'ours'));
    writeFileSync(join(workspace, 'ours/index.html'), 'Ours');
    const done = await run();
    expect(done).toMatchObject({ exitCode: 1, outputs: { 'report-path': '' } });
    expect(done.annotations).toMatchObject([{ command: 'error', message: expect.stringContaining(message) }]);
    expect(readFileSync(join(workspace, 'ours/index.html'), 'utf8')).toBe('Ours');
  });

  it('names problems, and fails where the team wants that, with the page written all the same', async () => {
    const stage = await setStage();
    await stage.file({ ...repairedIncident, repaired: 'noon' });
    const { run, page } = await reporting(stage);
    const quiet = await run();
    expect(quiet.exitCode).toBe(0);
    expect(quiet.annotations).toContainEqual(expect.objectContaining({ command: 'warning' }));
    expect(quiet.summary).toContain('noon');
    rmSync(page());
    const failed = await run({ 'fail-on-problems': 'true' });
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain(
      '1 problem needs fixing on the issues named above; the report was written all the same.',
    );
    expect(existsSync(page())).toBe(true);
  });

  it('writes nothing in a dry run', async () => {
    const stage = await setStage();
    await stage.file(repairedIncident);
    const { run, page } = await reporting(stage);
    const done = await run({ 'dry-run': 'true' });
    expect(done.stdout).toContain('Dry run: would write the report of 1 incident');
    expect(existsSync(page())).toBe(false);
  });

  it('needs a workspace', async () => {
    const stage = await setStage();
    const done = await stage.run({ inputs: { mode: 'report' }, env: { GITHUB_WORKSPACE: '' } });
    expect(done.annotations).toMatchObject([
      { message: expect.stringContaining('The job has no workspace') },
    ]);
    expect(stage.github.requests).toEqual([]);
  });
});
