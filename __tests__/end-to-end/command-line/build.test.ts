import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { afterwards, incidents } from '../../demo/incidents.ts';
import { renderSubmission } from '../../local-github/issue-form.ts';
import { readCommands } from '../../runner/runner-files.ts';
import { scaled } from '../../thorough.ts';
import { form, repairedIncident } from '../stage.ts';

const root = join(import.meta.dirname, '../../..');
const now = '2025-01-15T12:00Z';

/** An issue as the REST API lists it, filed through the form by the owner unless told otherwise. */
function issue(number: number, changes: Record<string, unknown> = {}) {
  return {
    id: 1000 + number,
    number,
    title: '[Incident] Onboarding mechanism release failure',
    body: renderSubmission(form, repairedIncident),
    html_url: `https://github.com/octo/service/issues/${number}`,
    state: 'open',
    state_reason: null,
    labels: [{ name: 'incident' }],
    user: { login: 'octo', type: 'User' },
    author_association: 'OWNER',
    ...changes,
  };
}

/** The incidents of the demo, as a form would have them, by the numbers that they have there. */
const seed = [...incidents, afterwards].map(({ title, answers }, index) =>
  issue([1, 2, 3, 6][index] ?? 0, { title: `[Incident] ${title}`, body: renderSubmission(form, answers) }),
);

function command(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr };
}

function build(issues: unknown, args: readonly string[] = []) {
  return command(
    ['build', '--issues', '-', '--now', now, ...args],
    typeof issues === 'string' ? issues : JSON.stringify(issues),
  );
}

function json(issues: unknown, args: readonly string[] = []) {
  const run = build(issues, ['--format', 'json', ...args]);
  expect(run.exitCode, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

function file(name: string, text: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'incident-log-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('build', () => {
  it('prints the figures that follow from the timestamps', () => {
    const data = json(seed, ['--timezone', 'Europe/London']);
    expect(data).toMatchObject({ version: 2, timezone: 'Europe/London' });
    expect(data.quarters).toEqual([
      { quarter: 'Q4 2024', incidents: 1, meanTimeToRepair: 1499, meanTimeToResolve: 1510 },
      { quarter: 'Q3 2024', incidents: 0, meanTimeToRepair: null, meanTimeToResolve: null },
      { quarter: 'Q2 2024', incidents: 0, meanTimeToRepair: null, meanTimeToResolve: null },
      { quarter: 'Q1 2024', incidents: 0, meanTimeToRepair: null, meanTimeToResolve: null },
      {
        quarter: 'Q4 2023',
        incidents: 3,
        meanTimeToRepair: 2084,
        meanTimeToResolve: 128568,
      },
    ]);
    expect(data.incidents[0]).toEqual({
      issue: 6,
      url: 'https://github.com/octo/service/issues/6',
      title: 'Onboarding mechanism release failure',
      date: '2024-10-14',
      quarter: 'Q4 2024',
      state: 'resolved',
      severity: null,
      services: [],
      impactStarted: null,
      firstDetected: '2024-10-14T09:30:00.000Z',
      declared: null,
      repaired: '2024-10-15T10:29:00.000Z',
      resolved: '2024-10-15T10:40:00.000Z',
      timeToDetect: null,
      timeToRepair: 1499,
      timeToResolve: 1510,
      identified: afterwards.answers.identified,
      impact: afterwards.answers.impact,
      context: afterwards.answers.context,
      resolution: afterwards.answers.resolution,
      ownFields: [],
      reviewActions: afterwards.answers['review-actions']
        ?.toString()
        .split('\n')
        .map((line) => ({ text: line.slice(2), state: null, issue: null, owner: null, due: null })),
    });
    expect(data.incidents.map(({ issue }: { issue: number }) => issue)).toEqual([6, 3, 2, 1]);
    expect(data.problems).toEqual([]);
  });

  it('prints the log, which is what the demo leaves but for the quarters since and what issues tell', () => {
    const { stdout, exitCode } = build(seed, ['--timezone', 'Europe/London']);
    expect(exitCode).toBe(0);
    const committed = readFileSync(join(root, 'INCIDENTS.md'), 'utf8');
    expect(committed).toMatch(/ - \*\*DONE\*\* \(\[#\d+\]/);
    const withoutStates = (log: string) =>
      log.slice(log.indexOf('## Q4 2024')).replace(/ - \*\*(TODO|DONE)\*\*( \(\[#\d+\]\(\S+\)\))?$/gm, '');
    expect(withoutStates(committed)).toBe(withoutStates(stdout));
  });

  it('lesson 12: a duration of zero counts', () => {
    const body = renderSubmission(form, { ...repairedIncident, repaired: '2024-10-14 10:30' });
    expect(json([issue(1, { body }), issue(2)]).quarters[0]).toMatchObject({ meanTimeToRepair: 750 });
  });

  it('lesson 13: an incident that goes on is counted and never measured', () => {
    const body = renderSubmission(form, { 'first-detected': '2024-10-14 10:30', impact: 'Some.' });
    const data = json([issue(1, { body })]);
    expect(data.incidents[0]).toMatchObject({
      state: 'ongoing',
      repaired: null,
      timeToRepair: null,
      timeToResolve: null,
    });
    expect(data.quarters[0]).toEqual({
      quarter: 'Q4 2024',
      incidents: 1,
      meanTimeToRepair: null,
      meanTimeToResolve: null,
    });
  });

  it('a negative duration is null, and event-order', () => {
    const body = renderSubmission(form, { ...repairedIncident, repaired: '2024-10-13 10:30' });
    const data = json([issue(1, { body })]);
    expect(data.incidents[0]).toMatchObject({ timeToRepair: null, timeToResolve: 1510 });
    expect(data.problems).toEqual([
      { issue: 1, rule: 'event-order', severity: 'error', field: 'repaired', message: expect.any(String) },
    ]);
  });

  it('leaves out what the action leaves out', () => {
    const left = [
      issue(2, { labels: ['bug'] }),
      issue(3, { pull_request: { url: 'https://api.github.com/x' } }),
      issue(4, { state: 'closed', state_reason: 'not_planned' }),
      issue(5, { state: 'closed', state_reason: 'duplicate' }),
      issue(6, { author_association: 'NONE' }),
      issue(7, { author_association: 'CONTRIBUTOR', user: null }),
    ];
    const confirmed = issue(8, {
      author_association: 'NONE',
      labels: ['Incident', { name: 'Incident-Confirmed' }],
    });
    const data = json([...left, issue(1), confirmed]);
    expect(data.incidents.map(({ issue }: { issue: number }) => issue)).toEqual([8, 1]);
    expect(data.problems).toEqual([]);
  });

  it('lesson 58: says which issues it left out and why, a line for each reason', () => {
    const { author_association: _, ...untold } = issue(9);
    const run = build([
      issue(12, { labels: ['bug'] }),
      issue(2, { labels: ['bug'] }),
      issue(3, { pull_request: { url: 'https://api.github.com/x' } }),
      issue(4, { state: 'closed', state_reason: 'not_planned' }),
      issue(5, { state: 'closed', state_reason: 'duplicate' }),
      issue(6, { author_association: 'NONE' }),
      issue(7, { author_association: 'NONE', user: { login: 'a[bot]', type: 'Bot' } }),
      untold,
      issue(1),
      issue(1),
    ]);
    expect(run.exitCode).toBe(0);
    expect(run.stderr.split('\n')).toEqual([
      'incident-log: #3 left out: pull request.',
      'incident-log: #2, #12 left out: no label “incident”.',
      'incident-log: #4 left out: false alarm, closed as not planned.',
      'incident-log: #5 left out: duplicate.',
      expect.stringMatching(/^incident-log: #9 left out: no author_association, /),
      'incident-log: #6, #7 left out: untrusted author; the label “incident-confirmed” lets an incident in.',
      '',
    ]);
    const many = Array.from({ length: 130 }, (_, index) => issue(index + 1, { labels: [] }));
    expect(build(many).stderr).toMatch(/ #100 and 30 more left out: no label/);
  });

  it('lesson 105: no words of an issue are a command to the runner that reads what is printed', () => {
    // In code nothing is escaped.
    const impact = [
      'Broken.',
      '',
      '```',
      '::error::forged',
      '\u0085::set-output name=x::y',
      'see ##[error]z',
      '```',
    ].join('\n');
    const body = renderSubmission(form, { ...repairedIncident, impact, resolved: '##[error]14.43' });
    const issues = JSON.stringify([issue(1, { body })]);
    const args = ['build', '--issues', '-', '--now', now];
    const run = (more: readonly string[], env: Record<string, string>) =>
      spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args, ...more], {
        encoding: 'utf8',
        input: issues,
        env: { PATH: process.env.PATH, ...env },
      });
    const read = run([], { GITHUB_ACTIONS: 'true' });
    expect(read.stderr).toContain('14.43');
    expect(read.stdout).toContain('forged');
    expect(readCommands(read.stdout + read.stderr)).toEqual([]);
    const data = run(['--format', 'json'], {});
    expect(readCommands(data.stdout + data.stderr)).toEqual([]);
    expect(JSON.parse(data.stdout).problems[0].message).toContain('##[error]14.43');
    // What goes into a file keeps every byte, there too.
    const target = file('INCIDENTS.md', '');
    const shell = `${process.execPath} ${join(root, 'dist/cli.js')} ${args.join(' ')} > ${target}`;
    spawnSync('sh', ['-c', shell], {
      input: issues,
      env: { PATH: process.env.PATH, GITHUB_ACTIONS: 'true' },
    });
    expect(readFileSync(target, 'utf8')).toBe(run([], {}).stdout);
    expect(readFileSync(target, 'utf8')).toContain('##[error]z');
  });

  it('goes by the labels, the form and the words for empty quarters that it is given', () => {
    const template = file('form.yml', form.replace('label: Repaired', 'label: Behoben'));
    const body = renderSubmission(readFileSync(template, 'utf8'), repairedIncident);
    const own = issue(1, { body, labels: ['outage'] });
    const checked = issue(2, { body, labels: ['outage', 'checked'], author_association: 'NONE' });
    const args = ['--label', 'outage', '--confirmed-label', 'checked', '--template', template];
    expect(json([own, checked], args).incidents).toMatchObject([
      { timeToRepair: 1499 },
      { timeToRepair: 1499 },
    ]);
    const older = issue(3, {
      body: renderSubmission(form, { ...repairedIncident, 'first-detected': '2024-05-01 10:00' }),
    });
    expect(build([issue(1), older]).stdout).toContain('- **Mean Time to Repair**: No incidents\n');
    expect(build([issue(1), older], ['--empty-quarters', 'zero']).stdout).toContain(
      '- **Mean Time to Repair**: 0h 0m\n',
    );
    expect(json([issue(1), older], ['--empty-quarters', 'omit']).quarters).toHaveLength(2);
  });

  it('names the line where a person has broken the overview, and leaves it', () => {
    const whole = build([issue(1)], ['--no-overview']).stdout;
    expect(whole).not.toContain('incident-log:overview');
    const log = file('INCIDENTS.md', `<!-- incident-log:overview -->\n\n${whole}`);
    const { stdout, stderr } = build([issue(1)], ['--log', log]);
    expect(stdout).toBe(readFileSync(log, 'utf8'));
    expect(stderr).toBe(
      `${log} broken-zone: The zone “overview” that begins in line 1 is never closed: put <!-- /incident-log:overview --> below it.\n`,
    );
  });

  it('keeps the text of a log, and the last entries of issues that cannot be read', () => {
    const log = file('INCIDENTS.md', build([issue(1)]).stdout.replace('# Incident Log', '# Our log'));
    const broken = issue(1, { body: renderSubmission(form, { ...repairedIncident, 'first-detected': '?' }) });
    const { stdout, stderr } = build([broken], ['--log', log]);
    expect(stdout).toBe(readFileSync(log, 'utf8'));
    expect(stderr).toMatch(/^#1 timestamp-form: .*The log keeps the entry it had\.\n$/);
  });

  it('lesson 21: says the same whatever the order of the issues, the time of day, the zone and the locale of the machine', () => {
    const expected = build(seed, ['--timezone', 'Europe/London']).stdout;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(seed, { minLength: seed.length }),
        fc.constantFrom('UTC', 'Pacific/Auckland', 'Asia/Kathmandu'),
        (issues, TZ) => {
          const args = [
            'build',
            '--issues',
            '-',
            '--timezone',
            'Europe/London',
            '--now',
            '2025-03-31T21:00Z',
          ];
          const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
            encoding: 'utf8',
            input: JSON.stringify(issues),
            env: { PATH: process.env.PATH, TZ, LC_ALL: 'tr_TR.UTF-8' },
          });
          expect(run.stdout).toBe(expected);
        },
      ),
      { numRuns: scaled(10) },
    );
  });

  it('exits with 1 on problems only when asked to', () => {
    const body = renderSubmission(form, { ...repairedIncident, resolved: '14.43' });
    expect(build([issue(1, { body })]).exitCode).toBe(0);
    expect(build([issue(1, { body })], ['--fail-on-problems']).exitCode).toBe(1);
    expect(build([issue(1)], ['--fail-on-problems']).exitCode).toBe(0);
  });

  it('reads what is piped to it however large and slow it comes', () => {
    const many = JSON.stringify(Array.from({ length: 2000 }, (_, index) => issue(index + 1)));
    const shell = `(sleep 0.5; cat ${file('issues.json', many)}) | ${process.execPath} ${join(root, 'dist/cli.js')} build --issues - --format json`;
    const run = spawnSync('sh', ['-c', shell], { encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout).incidents).toHaveLength(2000);
    const cut = spawnSync('sh', ['-c', `${shell} | head -n 1`], { encoding: 'utf8' });
    expect(cut).toMatchObject({ stdout: '{\n', stderr: '' });
  });

  it('makes do with what a list that was cut down to the essentials still has', () => {
    const { number, title, labels, author_association } = issue(7);
    const answers = { ...repairedIncident, 'review-actions': '- Elsewhere (octo/other#3)' };
    const body = renderSubmission(form, answers);
    const run = build([{ number, title, body, labels, author_association }]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('- **Time to repair**: 24h 59m\n');
    expect(run.stdout).toContain('([octo/other#3](https://github.com/octo/other/issues/3))');
    const log = file('INCIDENTS.md', run.stdout);
    expect(build([{ number, title, body, labels, author_association }], ['--log', log]).stdout).toBe(
      run.stdout,
    );
  });

  it('an empty list is a log without quarters', () => {
    expect(build([])).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^# Incident Log\n/) });
    expect(json([])).toMatchObject({ incidents: [], quarters: [], problems: [] });
  });
});

describe('wrong calls and unreadable input', () => {
  it.each([
    ['no command', [], '', 'Usage: incident-log'],
    ['an unknown command', ['mend'], '', 'unknown command'],
    ['no issues', ['build'], '', "required option '--issues <file>' not specified"],
    ['an unknown option', ['build', '--issues', '-', '--colour'], '[]', "unknown option '--colour'"],
    [
      'a file that is missing',
      ['build', '--issues', '/nowhere/issues.json'],
      '',
      '/nowhere/issues.json cannot be read',
    ],
    ['no JSON', ['build', '--issues', '-'], 'nonsense', 'standard input is not JSON'],
    [
      'JSON that is no list',
      ['build', '--issues', '-'],
      '{"message": "Not Found"}',
      'standard input is no list of issues',
    ],
    [
      'issues of another shape',
      ['build', '--issues', '-'],
      '[{"number": "one"}]',
      'standard input is no list of issues (at 0.',
    ],
    ['an unknown zone', ['build', '--issues', '-', '--timezone', 'Mars'], '[]', '“Mars” is no time zone'],
    [
      'no instant',
      ['build', '--issues', '-', '--now', '2025-01-15 12:00'],
      '[]',
      '“2025-01-15 12:00” is no instant',
    ],
    [
      'an unknown format',
      ['build', '--issues', '-', '--format', 'xml'],
      '[]',
      'Allowed choices are markdown, json',
    ],
  ])('%s: exits with 2 and one sentence', (_, args, input, sentence) => {
    const run = command(args, input);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it.each([
    ['a binary log', '--log', Buffer.from([0xff, 0xfe, 0x00]), 'is not UTF-8 text'],
    [
      'a log with a fence that is left open',
      '--log',
      '# Log\n\n```sh\nls\n',
      'A code fence that begins in line 3 of ',
    ],
    ['a form that is not YAML', '--template', 'body: [', 'YAML'],
  ])('%s', (_, option, content, sentence) => {
    const run = build([issue(1)], [option, file('given', content)]);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(sentence);
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(command(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['##[error]x']],
    [['build', '--issues', '::error::x\n::error::y']],
    [['audit', '\n::error::x']],
    [['audit', 'x.md', '--timezone', '\n ::error::x']],
  ])('lesson 105: what is said about %j is no command to a runner', (args) => {
    const run = command(args);
    expect(run.exitCode).toBe(2);
    expect(readCommands(run.stdout + run.stderr)).toEqual([]);
  });

  it('help throughout', () => {
    expect(command(['--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('build') });
    expect(command(['build', '--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('--empty-quarters'),
    });
  });
});
