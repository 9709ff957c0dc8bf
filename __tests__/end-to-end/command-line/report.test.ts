import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { issuesOf } from '../../browser/issues.ts';

const cli = join(import.meta.dirname, '../../../dist/cli.js');
const shared = ['--issues', '-', '--timezone', 'Europe/London', '--now', '2026-11-28T12:00Z'];

function command(
  args: readonly string[],
  issues: readonly unknown[] = issuesOf(12),
  env: Record<string, string> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    input: JSON.stringify(issues),
    env: { ...process.env, ...env },
  });
  return { exitCode: status, stdout, stderr };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'incident-log-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('report', () => {
  it('writes the page and prints where it is, the same in any language and time zone', () => {
    const folder = temporaryFolder();
    const pages = [
      { LANG: 'C', TZ: 'UTC' },
      { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
    ].map((env) => {
      const out = join(folder, 'report');
      const run = command(['report', ...shared, '--out', out], issuesOf(12), env);
      expect(run).toEqual({ exitCode: 0, stdout: `${out}/index.html\n`, stderr: '' });
      return readFileSync(join(out, 'index.html'), 'utf8');
    });
    expect(pages[0]).toContain('<h1>Incident report</h1>');
    expect(pages[1]).toBe(pages[0]);
  });

  it('says in a sentence why it can’t', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'index.html'), 'Ours');
    const run = command(['report', ...shared, '--out', folder]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toMatch(/^incident-log: .*index\.html is not a report that incident-log wrote.*\n$/);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('Ours');
    expect(command(['report', ...shared]).stderr).toContain("required option '--out <folder>'");
  });

  it('exits with 1 for a problem if told to, with the page written', () => {
    const folder = join(temporaryFolder(), 'report');
    const [first, ...others] = issuesOf(3);
    const broken = { ...first, body: first?.body.replace(/^\d{4}-.*$/m, 'yesterday') };
    const run = command(['report', ...shared, '--fail-on-problems', '--out', folder], [broken, ...others]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('#4 timestamp-form');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('2 incidents');
  });
});

describe('build --format csv', () => {
  it('prints a row for each incident, newest first, with a byte order mark on request alone', () => {
    const { exitCode, stdout } = command(['build', ...shared, '--format', 'csv']);
    expect(exitCode).toBe(0);
    const [head, first] = stdout.split('\r\n');
    expect(head).toMatch(/^issue,url,title,date,quarter,state,severity,services,/);
    expect(first).toMatch(/^37,https:\/\/github\.com\/octo\/service\/issues\/37,/);
    expect(command(['build', ...shared, '--format', 'csv', '--bom']).stdout).toBe(`\uFEFF${stdout}`);
  });

  it('has no byte order mark elsewhere', () => {
    expect(command(['build', ...shared, '--format', 'json', '--bom'])).toMatchObject({
      exitCode: 2,
      stderr: 'incident-log: --bom is for spreadsheets: add --format csv.\n',
    });
  });
});
