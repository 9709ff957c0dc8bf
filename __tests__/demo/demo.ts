// `npm start`: one incident from its alarm to the log, on a local GitHub. `-- --keep` leaves it up to look around in.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { commentEvent, dispatchEvent, issueEvent, type WorkflowEvent } from '../local-github/events.ts';
import { submitForm } from '../local-github/issue-form.ts';
import { startLocalGitHub } from '../local-github/local-github.ts';
import { clockPreload } from '../runner/clock-preload.ts';
import { runBundle } from '../runner/run-bundle.ts';
import { alarm, comments, type DemoComment, incidents, lateAnswers } from './incidents.ts';

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
const templatePath = '.github/ISSUE_TEMPLATE/incident.yml';
const [owner, repo] = ['octo', 'service'];
const repository = `${owner}/${repo}`;
const chartPath = 'docs/incidents.svg';
const inputs = { timezone: 'Europe/London', 'chart-path': chartPath };
/** What the action takes for today: the log has the quarters that have ended, and this one must not change with the day of the demo. */
const today = Date.UTC(2025, 0, 6, 9);

const github = await startLocalGitHub();
const { rest } = github.as(owner);
const template = readFileSync(join(root, templatePath), 'utf8');
await github.createRepository({
  name: repository,
  labels: ['incident'],
  roles: { mona: 'write', lead: 'write' },
  files: { [templatePath]: template },
});

heading(`${repository} has been through incidents before, and has them in its log`);
for (const { title, answers } of incidents) {
  const { number } = await submitForm(github, { repository, login: owner, title, answers });
  console.log(`#${number} ${title}`);
}
await run(await dispatchEvent(github, repository, owner));
await mergePullRequest();

heading('An alarm goes off: the form is filed with two fields');
const incident = await submitForm(github, { repository, login: owner, ...alarm });
const { number } = incident;
let said = '';
console.log(`#${number} ${incident.title}\n`);
const sections = (incident.body ?? '').split(/\n\n(?=### )/);
console.log(sections.filter((section) => !section.endsWith('_No response_')).join('\n\n'));
await run(await issueEvent(github, repository, 'labeled', number, { label: 'incident' }));
await showStatusComment();

for (const comment of comments) await commandIn(comment);

heading('The lead fills in what is still empty, in the text of the issue');
const { data: former } = await rest.issues.get({ owner, repo, issue_number: number });
const body = lateAnswers.reduce(
  (text, [label, answer]) => text.replace(`### ${label}\n\n_No response_`, () => `### ${label}\n\n${answer}`),
  former.body ?? '',
);
await github.as('lead').rest.issues.update({ owner, repo, issue_number: number, body });
const changes = { body: { from: former.body ?? '' } };
const edited = await issueEvent(github, repository, 'edited', number, { sender: 'lead', changes });
await run(edited);
await showStatusComment();

const [action] = (await rest.issues.listSubIssues({ owner, repo, issue_number: number })).data;
if (action === undefined) throw new Error('The action linked no issue.');
heading(`Somebody does what #${action.number} asks for, and closes it`);
console.log(`#${action.number} ${action.title}`);
await rest.issues.update({ owner, repo, issue_number: action.number, state: 'closed' });
await run(await issueEvent(github, repository, 'closed', action.number));
await showStatusComment();

heading(`The text of #${number} by now, which nobody has edited but for two answers`);
console.log((await rest.issues.get({ owner, repo, issue_number: number })).data.body);

await showPullRequest();
await mergePullRequest();
heading('INCIDENTS.md on main');
const log = await github.readFile(repository, 'INCIDENTS.md');
if (log === null) throw new Error('The action wrote no log.');
console.log(log);

heading(
  'The action runs once more: the incident is told that the log has it, and nothing else is left to do',
);
await run(edited);
said = '';
await showStatusComment();

const chart = await github.readFile(repository, chartPath);
if (chart === null) throw new Error('The action drew no chart.');
writeFileSync(join(root, 'INCIDENTS.md'), log);
mkdirSync(join(root, dirname(chartPath)), { recursive: true });
writeFileSync(join(root, chartPath), chart);
console.log(`\nThe log is in INCIDENTS.md, its chart in ${chartPath}.`);
await leaveReport();

if (options.keep) {
  console.log(`\nThe local GitHub stays up at ${github.url}; try`);
  console.log(
    `  curl -s ${github.url}/repos/${repository}/issues/${number}/comments -H 'authorization: Bearer ${github.tokenOf(owner)}'`,
  );
  console.log('and end it with Ctrl-C.');
} else {
  await github.close();
}

async function run(event: WorkflowEvent): Promise<void> {
  const done = await runBundle({ github, repository, event, inputs, nodeOptions: clockPreload(today) });
  console.log(`\n${done.stdout.trimEnd().replace(/^/gm, '  · ')}`);
  if (done.exitCode !== 0) throw new Error(`The action failed.\n${done.stderr}`);
}

/** Leaves the report page of the incidents, as the command line makes it. */
async function leaveReport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'incident-log-demo-'));
  const [issuesFile, formFile] = [join(folder, 'issues.json'), join(folder, 'incident.yml')];
  const { data } = await rest.issues.listForRepo({ owner, repo, state: 'all', per_page: 100 });
  writeFileSync(issuesFile, JSON.stringify(data));
  writeFileSync(formFile, template);
  const args = ['report', '--issues', issuesFile, '--template', formFile, '--timezone', inputs.timezone];
  const now = new Date(today).toISOString();
  const cli = join(root, 'dist/cli.js');
  execFileSync(process.execPath, [cli, ...args, '--now', now, '--out', folder], { stdio: 'pipe' });
  copyFileSync(join(folder, 'index.html'), join(root, 'report.html'));
  rmSync(folder, { recursive: true });
  console.log('The report page is in report.html.');
}

/** Somebody comments, and the page of the issue shows what comes of it. */
async function commandIn({ login, time, text }: DemoComment): Promise<void> {
  heading(`${login} writes on #${number}, on ${time}`);
  console.log(text.replace(/^/gm, '> '));
  const known = new Set((await allComments()).map(({ id }) => id));
  const place = { owner, repo, issue_number: number };
  const { data: comment } = await github.as(login).rest.issues.createComment({ ...place, body: text });
  github.backdate(repository, { comment: Number(comment.id) }, Date.parse(`${time.replace(' ', 'T')}+01:00`));
  await run(
    await commentEvent(github, repository, 'created', number, comment as Parameters<typeof commentEvent>[4]),
  );
  const now = await allComments();
  const { reactions } = now.find(({ id }) => id === comment.id) ?? {};
  console.log(`\nThe comment has got ${reactions?.confused ? '😕' : '👍'}`);
  for (const { id, body: reply = '' } of now)
    if (!known.has(id) && id !== comment.id && !reply.includes('feedback'))
      console.log(`\n${visible(reply)}`);
  await showStatusComment();
}

async function allComments() {
  return (await rest.issues.listComments({ owner, repo, issue_number: number, per_page: 100 })).data;
}

/** The comment that tells how the incident was read: whole at first, then the lines in which it says something else. */
async function showStatusComment(): Promise<void> {
  const comment = (await allComments()).find(({ body: text }) =>
    text?.includes('<!-- incident-log: feedback'),
  );
  const text = visible(comment?.body ?? '');
  const former = said.split('\n');
  const shown = text.split('\n').filter((line) => said === '' || (line !== '' && !former.includes(line)));
  if (text !== said) {
    const lead = said === '' ? 'is told how it was read:' : 'says now, besides what it said:';
    console.log(`\n#${number} ${lead}\n\n${shown.join('\n').replace(/^/gm, '  ')}`);
  }
  said = text;
}

/** A comment as people see it. */
function visible(text: string): string {
  return text.replace(/\n*<!--.*-->$/s, '');
}

async function showPullRequest(): Promise<void> {
  const { data } = await rest.pulls.list({ owner, repo, state: 'open' });
  for (const { number: pull, title, body: description } of data) {
    heading(`Pull request #${pull}: ${title}`);
    console.log(visible(description ?? ''));
  }
}

async function mergePullRequest(): Promise<void> {
  const [pull] = (await rest.pulls.list({ owner, repo, state: 'open' })).data;
  if (pull === undefined) throw new Error('The action opened no pull request.');
  await rest.pulls.merge({ owner, repo, pull_number: pull.number, merge_method: 'squash' });
  console.log(`\nPull request #${pull.number} is merged.`);
}

function heading(text: string): void {
  console.log(`\n${text}\n${'─'.repeat(text.length)}`);
}
