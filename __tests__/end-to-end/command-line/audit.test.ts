import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rules } from '../../../src/audit/rules/index.ts';
import { readCommands } from '../../runner/runner-files.ts';
import { entry, keptByHand } from '../../unit/audit/audits.ts';

const root = join(import.meta.dirname, '../../..');
const now = ['--now', '2025-06-01T00:00Z'];

function audit(args: readonly string[], input = '') {
  return spawnAudit(root, args, input);
}

function spawnAudit(cwd: string, args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'audit', ...args], {
    cwd,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'incident-log-audit-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function file(text: string | Buffer, name = 'LOG.md'): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

const right = entry(
  'Incident on 2024-10-14 - Mail was late',
  ['First detected: 2024-10-14 10:30', 'Repaired: 2024-10-14 11:30', 'Resolved: 2024-10-14 12:30'],
  ['- **Time to repair**: 1h', '- **Time to resolve**: 2h'],
);
const wrong = right.replace('1h', '1h 5m');

describe('audit', () => {
  it('prints each finding with its line and the words in question, and a summary', () => {
    const path = file(keptByHand);
    const run = audit([path, '--timezone', 'Europe/London', ...now]);
    expect(run).toMatchObject({ exitCode: 1, stderr: '' });
    expect(run.stdout).toContain(
      [
        `${path}:37:23: error duration-mismatch`,
        '    Time to repair is stated as 24h 10m, but 24h 59m passed from first detected to repaired.',
        '    stated 24h 10m, computed 24h 59m, corrected by --fix',
        '    37 | - **Time to repair**: 24h 10m',
        '       |                       ^^^^^^^',
      ].join('\n'),
    );
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(
      `${path}: 4 of 8 durations and 4 of 4 means are wrong (4 incidents in 6 quarters read; 8 errors, 2 warnings, 4 notices; --fix corrects 8 figures).`,
    );
  });

  it('prints the same as data', () => {
    const run = audit([file(keptByHand), '--format', 'json', '--timezone', 'Europe/London', ...now]);
    const data = JSON.parse(run.stdout);
    expect(run.exitCode).toBe(1);
    expect(Object.keys(data)).toEqual(['file', 'timezone', 'incidents', 'quarters', 'findings']);
    expect(data.timezone).toBe('Europe/London');
    expect(data.incidents[0]).toEqual({
      line: 29,
      date: '2024-10-14',
      title: 'Onboarding Mechanism Release Failure (AP GitHub Organisation)',
      heading: 'Q4 2024',
      quarter: 'Q4 2024',
      events: {
        started: null,
        firstDetected: '2024-10-14T09:30:00.000Z',
        declared: null,
        repaired: '2024-10-15T10:29:00.000Z',
        resolved: '2024-10-15T10:40:00.000Z',
      },
      timeToRepair: { stated: 1450, computed: 1499 },
      timeToResolve: { stated: 1450, computed: 1510 },
      contextEntries: 6,
      reviewActions: [
        {
          text: 'Look at what a change does to each organisation, `moj-analytical-services` included.',
          state: null,
          references: [],
        },
        { text: 'Tell people a day ahead.', state: null, references: [] },
        { text: 'Write down how a release is tested.', state: null, references: [] },
        { text: 'Write a runbook for incidents.', state: null, references: [] },
      ],
    });
    expect(data.quarters.at(-1)).toEqual({
      line: 74,
      quarter: 'Q4 2023',
      incidents: 3,
      meanTimeToRepair: { stated: 5030, computed: 2084 },
      meanTimeToResolve: { stated: 131_106, computed: 128_568 },
    });
    expect(data.quarters[0]).toMatchObject({ incidents: 0, meanTimeToRepair: { stated: 0, computed: null } });
    expect(data.findings[0]).toEqual({
      rule: 'mean-mismatch',
      severity: 'error',
      line: 25,
      column: 28,
      endLine: 25,
      endColumn: 35,
      message: expect.stringContaining('24h 59m'),
      stated: 1450,
      computed: 1499,
      explanation: 'it is the mean of the durations that are stated',
      fixable: true,
    });
  });

  it('prints workflow commands that a runner takes as they are', () => {
    const hostile = wrong.replace('1h 5m', '1h 5m\n- **Review actions**:\n  - ::error::50%0A##[error]x');
    const run = audit([file(hostile, 'a,b:c.md'), '--format', 'github', ...now]);
    const commands = readCommands(run.stdout);
    expect(commands.map(({ command, properties }) => [command, properties.title, properties.line])).toEqual([
      ['error', 'duration-mismatch', '8'],
      ['notice', 'action-state', '10'],
    ]);
    expect(commands[0]?.properties).toMatchObject({ col: '23', endColumn: '27', endLine: '8' });
    expect(commands[0]?.properties.file).toMatch(/a,b:c\.md$/);
    expect(commands[1]?.message).toContain('50%0A##[error]x');
  });

  it('text gives neither a terminal nor a runner a command', () => {
    const hostile = wrong.replace('1h 5m', '1h 5m\n- **Review actions**:\n  - \u001b[31m##[error]x\u202e');
    const { stdout } = audit([file(hostile), ...now]);
    expect(stdout).toContain('action-state');
    for (const command of ['\u001b', '##[', '\u202e']) expect(stdout).not.toContain(command);
    expect(readCommands(stdout)).toEqual([]);
  });

  it.each([
    ['no finding', right, [], 0],
    [
      'nothing but warnings',
      right.replace('Resolved: 2024-10-14 12:30', 'Resolved: TBC').replace(/.*resolve.*\n/, ''),
      [],
      0,
    ],
    ['an error', wrong, [], 1],
    ['an error that is corrected', wrong, ['--fix'], 0],
    ['an empty file', '', [], 0],
  ])('exits for %s', (_, source, args, exitCode) => {
    expect(audit([file(source), ...args, ...now]).exitCode).toBe(exitCode);
  });

  const notes = '# Notes\n\n| Date | What |\n|---|---|\n| 2024-10-14 | Mail |\n';

  it('lesson 56: fails on a file in which it found no incident, and says so first in every format', () => {
    const path = file(notes);
    const text = audit([path]);
    expect(text).toMatchObject({ exitCode: 1, stderr: '' });
    expect(text.stdout).toMatch(/^\S+:1:1: error nothing-read\n {4}No incident was found in this file/);
    expect(text.stdout.trimEnd().split('\n').at(-1)).toBe(
      `${path}: No incident was found (0 incidents in 0 quarters read; 1 error, 0 warnings, 0 notices).`,
    );
    const data = JSON.parse(audit([path, '--format', 'json']).stdout);
    expect(data.findings).toMatchObject([{ rule: 'nothing-read', severity: 'error' }]);
    const [command] = readCommands(audit([path, '--format', 'github']).stdout);
    expect(command).toMatchObject({ command: 'error', properties: { title: 'nothing-read', line: '1' } });
    const allowed = audit([path, '--allow-empty']);
    expect(allowed).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(':1:1: notice nothing-read'),
    });
  });

  it('lesson 61: says how many annotations of a kind GitHub shows, and prints the rest as lines', () => {
    const many = Array.from({ length: 14 }, (_, day) =>
      wrong.replaceAll('2024-10-14', `2024-10-${28 - day}`),
    ).join('');
    const run = audit([file(`# Log\n\n## Q4 2024\n\n${many}`), '--format', 'github', ...now]);
    const commands = readCommands(run.stdout);
    expect(commands.filter(({ command }) => command === 'error')).toHaveLength(10);
    expect(commands[0]).toMatchObject({
      command: 'notice',
      message: expect.stringMatching(
        /^10 of 14 errors are shown here.*The rest is in the log of this step\.$/,
      ),
    });
    expect(run.stdout.match(/^\S+:\d+:\d+: error duration-mismatch: Time to repair/gm)).toHaveLength(4);
  });

  it('lesson 105: a name of a file gives a runner no command', () => {
    const path = file(wrong, '::error::x##[error]y.md');
    for (const format of ['text', 'github', 'json']) {
      const { stdout, stderr } = spawnAudit(join(path, '..'), [
        '::error::x##[error]y.md',
        '--format',
        format,
      ]);
      const commands = readCommands(stdout + stderr).map(({ properties }) => properties.title);
      expect(commands).toEqual(format === 'github' ? ['duration-mismatch'] : []);
    }
  });

  it('takes several files, of which one that cannot be read keeps none of the others from it', () => {
    const [one, other] = [file(right), file(wrong)];
    const run = audit([
      one,
      '/nowhere/LOG.md',
      file(Buffer.from([0xff, 0xfe])),
      other,
      '--format',
      'json',
      ...now,
    ]);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('/nowhere/LOG.md cannot be read');
    expect(run.stderr).toContain('is not UTF-8 text');
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(JSON.parse(run.stdout).map(({ file: name }: { file: string }) => name)).toEqual([one, other]);
  });

  it('reads standard input', () => {
    expect(audit(['-', ...now], wrong)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('-:8:23'),
    });
  });

  it.each([
    ['no file', [], 'Name the log to audit'],
    ['an unknown zone', ['x.md', '--timezone', 'Mars'], '“Mars” is no time zone'],
    ['a moment that is none', ['x.md', '--now', 'soon'], '“soon” is no instant'],
    ['an unknown format', ['x.md', '--format', 'xml'], 'Allowed choices are text, json, github'],
    ['a correction of standard input', ['-', '--fix'], 'name a file with --fix'],
  ])('%s: exits with 2 and one sentence', (_, args, sentence) => {
    const run = audit(args);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  it('runs on Node 20, which lacks what later ones have', () => {
    const lacking =
      'data:text/javascript,delete Map.groupBy;delete Object.groupBy;delete Promise.withResolvers;delete Array.fromAsync';
    const script = [join(root, 'dist/cli.js'), 'audit', file(keptByHand), ...now];
    const run = spawnSync(process.execPath, ['--import', lacking, ...script], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('means are wrong') });
  });

  it('lists its rules', () => {
    const run = audit(['--rules']);
    expect(run.exitCode).toBe(0);
    for (const { id, severities, documentation } of rules)
      expect(run.stdout).toContain(`${id} (${severities[0]})\n    ${documentation}\n`);
  });
});

describe('audit --fix', () => {
  it('corrects eight figures of the log that this project is modelled on, and nothing else', () => {
    const path = file(keptByHand);
    const run = audit([path, '--fix', '--timezone', 'Europe/London', ...now]);
    expect(run).toMatchObject({ exitCode: 0, stderr: `incident-log: 8 figures corrected in ${path}.\n` });
    const fixed = readFileSync(path, 'utf8');
    const words = (text: string) => text.split(/(\d+h \d+m)/);
    expect(words(fixed).filter((word, index) => word !== words(keptByHand)[index])).toEqual([
      '24h 59m',
      '25h 10m',
      '24h 59m',
      '25h 10m',
      '34h 44m',
      '2142h 48m',
      '2826h 32m',
      '3504h 45m',
    ]);
    const again = audit([path, '--fix', '--timezone', 'Europe/London', ...now]);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe(fixed);
  });

  it('keeps the file’s mode, follows a link, and leaves nothing beside it', () => {
    const path = file(wrong);
    chmodSync(path, 0o640);
    const link = join(folder(), 'link.md');
    symlinkSync(path, link);
    expect(audit([link, '--fix', ...now]).exitCode).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(right.replace('1h', '1h 0m').replace('1h 0m', '1h 0m'));
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(spawnSync('ls', [join(path, '..')], { encoding: 'utf8' }).stdout).toBe('LOG.md\n');
  });

  it('leaves a file as it is in which nothing is certain', () => {
    const source = wrong.replace('1h 5m', '1h 5m (support hours)');
    const path = file(source);
    expect(audit([path, '--fix', ...now]).exitCode).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe(source);
  });
});
