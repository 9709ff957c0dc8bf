// `npm run bench`: ratios measured in one run, so that they mean the same on any machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import parsePeer from '@zentered/issue-forms-body-parser';
import { readAnswers } from '../../src/form/answers.ts';
import { readIncident } from '../../src/form/read.ts';
import { defaultTemplate } from '../../src/form/template.ts';
import { afterwards, incidents as former } from '../demo/incidents.ts';
import { dispatchEvent } from '../local-github/events.ts';
import { renderSubmission, submitForm } from '../local-github/issue-form.ts';
import { startLocalGitHub } from '../local-github/local-github.ts';
import { runBundle } from '../runner/run-bundle.ts';
import { slowestReading } from './readers.ts';

const root = join(import.meta.dirname, '../..');
const form = readFileSync(join(root, '.github/ISSUE_TEMPLATE/incident.yml'), 'utf8');
const incidents = [...former, afterwards];
const bodies = incidents.map(({ answers }) => renderSubmission(form, answers));
const folder = mkdtempSync(join(tmpdir(), 'incident-log-bench-'));

row('What', 'Measured', 'Against', 'Ratio');
row('---', '---', '---', '---');
startUp();
await reading();
hostileReading();
building();
auditing();
await requests();
rmSync(folder, { recursive: true });

function startUp(): void {
  const payload = join(folder, 'event.json');
  writeFileSync(
    payload,
    JSON.stringify({ action: 'opened', issue: { number: 1, body: 'A question', labels: [] } }),
  );
  const env = {
    PATH: process.env.PATH,
    GITHUB_EVENT_NAME: 'issues',
    GITHUB_EVENT_PATH: payload,
    INPUT_LABEL: 'incident',
  };
  const [bare, action] = alternately(31, [
    () => spawnSync(process.execPath, ['-e', '0'], { env }),
    () => spawnSync(process.execPath, [join(root, 'dist/action.js')], { env }),
  ]);
  row(
    'start-up on an event that does not concern us',
    ms(action),
    `bare node -e 0: ${ms(bare)}`,
    ratio(action, bare),
  );
}

async function reading(): Promise<void> {
  const options = { timezone: 'Europe/London', now: Date.now() };
  const rate = async (read: (body: string) => unknown) => {
    const start = performance.now();
    let count = 0;
    for (; performance.now() - start < 2000; count += bodies.length)
      for (const body of bodies) await read(body);
    return (count / (performance.now() - start)) * 1000;
  };
  const readWhole = (body: string) =>
    readIncident(
      {
        number: 1,
        url: 'https://github.com/o/r/issues/1',
        title: 'x',
        body,
        closed: false,
        reopenedAt: null,
      },
      defaultTemplate,
      options,
    );
  // Once each to warm up, then for the record.
  for (const read of [parsePeer, readWhole]) await rate(read);
  const peer = await rate(parsePeer);
  const answers = await rate((body) => readAnswers(body, defaultTemplate));
  const whole = await rate(readWhole);
  const against = `issue-forms-body-parser: ${perSecond(peer)}`;
  row('cutting bodies into answers', perSecond(answers), against, ratio(answers, peer));
  row('reading bodies whole, times and actions included', perSecond(whole), against, ratio(whole, peer));
}

/** The goal is 200 ms, whatever the text. */
function hostileReading(): void {
  const { what, taken, cutting } = slowestReading();
  const against = `cutting it into lines: ${cutting.toFixed(2)} ms`;
  row(
    `slowest reader of 100 kB (${what.replaceAll('|', '\\|')})`,
    `${ms(taken)} (goal ≤ 200)`,
    against,
    ratio(taken, cutting),
  );
}

function building(): void {
  const [few, many] = [writeIssues(1000), writeIssues(10_000)];
  const logs = [few, many].map((file) => {
    const log = file.replace('.json', '.md');
    writeFileSync(log, build(file).stdout);
    return log;
  });
  const compare = (what: string, args: (index: number) => readonly string[]) => {
    const [small, large] = alternately(3, [() => build(few, args(0)), () => build(many, args(1))]);
    const memory = [build(few, args(0)), build(many, args(1))].map(({ stderr }) =>
      Number(/maxRSS (\d+)/.exec(stderr)?.[1]),
    );
    const megabytes = (index: number) => `${Math.round((memory[index] ?? 0) / 1024)} MB`;
    row(
      what,
      `10,000: ${ms(large)}, ${megabytes(1)}`,
      `1,000: ${ms(small)}, ${megabytes(0)}`,
      ratio(large, small),
    );
  };
  compare('build', () => []);
  compare('build into an existing log', (index) => ['--log', logs[index] ?? '']);
}

/** A log that people keep, with every third figure wrong. */
function auditing(): void {
  const [few, many] = [writeLog(500), writeLog(5000)];
  const audit = (file: string) => {
    const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'audit', file, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (run.status !== 1) throw new Error(run.stderr);
  };
  const [small, large] = alternately(3, [() => audit(few), () => audit(many)]);
  row('audit', `5,000 entries: ${ms(large)}`, `500: ${ms(small)}`, `${ratio(large, small)} (goal ≤ 11)`);
}

function writeLog(count: number): string {
  const lines = ['# Log', ''];
  let quarter = '';
  for (let index = count - 1; index >= 0; index -= 1) {
    const start = Date.UTC(2015, 0, 1) + Math.floor((index / count) * 10 * 365.25 * 24 * 60) * 60_000;
    const at = (minutes: number) =>
      new Date(start + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    const name = `Q${Math.floor(new Date(start).getUTCMonth() / 3) + 1} ${at(0).slice(0, 4)}`;
    if (name !== quarter) {
      quarter = name;
      lines.push(
        `## ${name}`,
        '',
        '- **Mean Time to Repair**: 1h 30m',
        '- **Mean Time to Resolve**: 5h 30m',
        '',
      );
    }
    const { title, answers } = incidents[index % incidents.length] ?? { title: '', answers: {} };
    const part = (label: string, text = '') => `- **${label}**: ${String(text).replace(/\n+/g, '\n  ')}`;
    lines.push(
      `### Incident on ${at(0).slice(0, 10)} - ${title} ${index}`,
      '',
      '- **Key events**',
      `  - First detected: ${at(0)}`,
      `  - Repaired: ${at(90)}`,
      `  - Resolved: ${at(330)}`,
      '',
      `- **Time to repair**: 1h ${index % 3 === 0 ? 20 : 30}m`,
      '- **Time to resolve**: 5h 30m',
      part('Identified', answers.identified?.toString()),
      part('Impact', answers.impact?.toString()),
      part('Context', `\n${answers.context}`),
      part('Resolution', answers.resolution?.toString()),
      part('Review actions', `\n${answers['review-actions']}`),
      '',
    );
  }
  const file = join(folder, `log-${count}.md`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

function writeIssues(count: number): string {
  const issues = Array.from({ length: count }, (_, index) => {
    // Ten years of incidents, whatever their number.
    const start = Date.UTC(2015, 0, 1) + Math.floor((index / count) * 10 * 365.25 * 24 * 60) * 60_000;
    const at = (minutes: number) =>
      new Date(start + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    const { title, answers } = incidents[index % incidents.length] ?? { title: '', answers: {} };
    const times = {
      'first-detected': at(0),
      repaired: at(90 + (index % 60)),
      resolved: at(500 + (index % 600)),
    };
    const number = index + 1;
    return {
      id: 1000 + number,
      number,
      title: `[Incident] ${title}`,
      body: renderSubmission(form, { ...answers, ...times }),
      html_url: `https://github.com/octo/service/issues/${number}`,
      state: 'closed',
      state_reason: 'completed',
      labels: [{ name: 'incident' }],
      user: { login: 'octo', type: 'User' },
      author_association: 'OWNER',
    };
  });
  const file = join(folder, `issues-${count}.json`);
  writeFileSync(file, JSON.stringify(issues));
  return file;
}

function build(issues: string, args: readonly string[] = []) {
  const report =
    'data:text/javascript,process.on("exit",()=>console.error("maxRSS",process.resourceUsage().maxRSS))';
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      report,
      join(root, 'dist/cli.js'),
      'build',
      '--issues',
      issues,
      '--now',
      '2026-01-01T00:00Z',
      ...args,
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return run;
}

async function requests(): Promise<void> {
  const github = await startLocalGitHub();
  const repository = 'octo/service';
  await github.createRepository({
    name: repository,
    labels: ['incident', 'incident-confirmed'],
    files: { '.github/ISSUE_TEMPLATE/incident.yml': form },
  });
  const count = async (more: number) => {
    for (let index = 0; index < more; index += 1) {
      const { title, answers } = incidents[index % incidents.length] ?? { title: '', answers: {} };
      // Making the issues of review actions takes as long as GitHub's limit on creating wants it to.
      const withoutActions = { ...answers, 'review-actions': '' };
      await submitForm(github, { repository, login: 'octo', title, answers: withoutActions });
    }
    const before = github.requests.length;
    const run = await runBundle({
      github,
      repository,
      event: await dispatchEvent(github, repository, 'octo'),
    });
    if (run.exitCode !== 0) throw new Error(run.stdout + run.stderr);
    return github.requests.length - before;
  };
  const first = await count(250);
  const second = await count(0);
  row('requests for 250 incidents', `first run: ${first}`, `a run that changes nothing: ${second}`, '');
  await github.close();
}

/** Median milliseconds of each of two, run in turn so that what else the machine does falls on both. */
function alternately(times: number, tasks: readonly [() => unknown, () => unknown]): [number, number] {
  const taken: [number[], number[]] = [[], []];
  for (let round = 0; round < times; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      taken[index]?.push(performance.now() - start);
    }
  }
  const median = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
  return [median(taken[0]), median(taken[1])];
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')} a second`;
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}
