import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { renderSubmission } from '../../local-github/issue-form.ts';
import { form, repairedIncident } from '../stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'incident-log-chart-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = join(import.meta.dirname, '../../..');

function runCommandLine(args: readonly string[]) {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { encoding: 'utf8' });
  return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr };
}

const issues = join(folder, 'issues.json');
writeFileSync(
  issues,
  JSON.stringify([
    {
      number: 1,
      title: '[Incident] <script>alert(1)</script>',
      body: renderSubmission(form, { ...repairedIncident, severity: 'SEV2' }),
      html_url: 'https://github.com/octo/service/issues/1',
      state: 'closed',
      state_reason: 'completed',
      labels: [{ name: 'incident' }],
      user: { login: 'octo', type: 'User' },
      author_association: 'OWNER',
    },
  ]),
);

it('draws the chart of issues, to standard output and into a file', () => {
  const printed = runCommandLine(['chart', '--issues', issues]);
  expect(printed.exitCode).toBe(0);
  expect(printed.stdout).toMatch(/^<svg [^>]*class="incident-chart"/);
  expect(printed.stdout).toContain('SEV2');
  expect(printed.stdout).not.toContain('<script');
  const file = join(folder, 'chart.svg');
  expect(runCommandLine(['chart', '--issues', issues, '--out', file])).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
  expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
});

it('says in one sentence where a file cannot be written', () => {
  const file = join(folder, 'missing', 'chart.svg');
  const { exitCode, stderr } = runCommandLine(['chart', '--issues', issues, '--out', file]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`incident-log: ${file} cannot be written`);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

it('leaves a file alone that is no chart of ours', () => {
  const file = join(folder, 'notes.md');
  writeFileSync(file, 'My notes');
  const { exitCode, stderr } = runCommandLine(['chart', '--issues', issues, '--out', file]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${file} is no chart of ours, so it was left as it is; give --out another file.`);
  expect(readFileSync(file, 'utf8')).toBe('My notes');
});

it('replaces a chart of ours', () => {
  const file = join(folder, 'again.svg');
  for (let times = 1; times <= 2; times += 1)
    expect(runCommandLine(['chart', '--issues', issues, '--out', file])).toMatchObject({ exitCode: 0 });
});

it('build names no chart in a log from elsewhere', () => {
  const { exitCode, stderr } = runCommandLine([
    ...['build', '--issues', issues, '--chart-path', 'incidents.svg', '--log', '../INCIDENTS.md'],
  ]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('../INCIDENTS.md is elsewhere: run the command at the top of the repository.');
});
