// `npm start`: the main job from end to end on a local GitHub. `-- --keep` leaves it up to look around in.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueEvent, type WorkflowEvent } from '../github/events.ts';
import { renderSubmission, submitForm } from '../github/issue-form.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { runAction } from '../github/run-action.ts';
import { incidents, lateAnswer } from './incidents.ts';

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
const templatePath = '.github/ISSUE_TEMPLATE/incident.yml';
const [owner, repo, branch] = ['octo', 'service', 'incident-log'];
const repository = `${owner}/${repo}`;

const github = await startLocalGitHub();
const { rest } = github.as(owner);
const template = readFileSync(join(root, templatePath), 'utf8');
await github.createRepository({
  name: repository,
  labels: ['incident'],
  files: { [templatePath]: template },
});

heading(`A team files its incidents in ${repository}`);
const numbers: number[] = [];
for (const { title, answers } of incidents) {
  const issue = await submitForm(github, { repository, login: owner, title, answers });
  numbers.push(issue.number);
  console.log(`#${issue.number} ${issue.title}`);
}
const newest = { number: numbers.at(-1) ?? 0, answers: incidents.at(-1)?.answers ?? {} };

heading(`The action runs, for #${newest.number} was labelled`);
await run(await issueEvent(github, repository, 'labeled', newest.number, { label: 'incident' }));
await showPullRequest();
heading('INCIDENTS.md on its branch');
console.log(await logOnBranch());

heading(`#${newest.number} is resolved, and somebody fills in the time`);
const body = renderSubmission(template, { ...newest.answers, ...lateAnswer });
const { data: former } = await rest.issues.get({ owner, repo, issue_number: newest.number });
await rest.issues.update({ owner, repo, issue_number: newest.number, body });
const edited = await issueEvent(github, repository, 'edited', newest.number, {
  changes: { body: { from: former.body ?? '' } },
});
await run(edited);
await showPullRequest();

heading('The action runs once more, and nothing is left to do');
await run(edited);

writeFileSync(join(root, 'INCIDENTS.md'), await logOnBranch());
console.log('\nThe log stands in INCIDENTS.md.');

if (options.keep) {
  console.log(`\nThe local GitHub stays up at ${github.url}; try`);
  console.log(
    `  curl -s ${github.url}/repos/${repository}/pulls -H 'authorization: Bearer ${github.tokenOf(owner)}'`,
  );
  console.log('and end it with Ctrl-C.');
} else {
  await github.close();
}

async function run(event: WorkflowEvent): Promise<void> {
  const done = await runAction({ github, repository, event, inputs: { timezone: 'Europe/London' } });
  console.log(done.stdout.trimEnd());
  if (done.exitCode !== 0) throw new Error(`The action failed.\n${done.stderr}`);
}

async function showPullRequest(): Promise<void> {
  const { data } = await rest.pulls.list({ owner, repo, state: 'open' });
  for (const { number, title, body: description } of data) {
    heading(`Pull request #${number}: ${title}`);
    console.log(description);
  }
}

async function logOnBranch(): Promise<string> {
  const log = await github.readFile(repository, 'INCIDENTS.md', branch);
  if (log === null) throw new Error('The action wrote no log.');
  return log;
}

function heading(text: string): void {
  console.log(`\n${text}\n${'─'.repeat(text.length)}`);
}
