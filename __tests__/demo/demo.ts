// `npm start`: the main job from end to end on a local GitHub. `-- --keep` leaves it up to look around in.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueEvent, type WorkflowEvent } from '../github/events.ts';
import { submitForm } from '../github/issue-form.ts';
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
const newest = { number: numbers.at(-1) ?? 0 };

heading(`The action runs, for #${newest.number} was labelled`);
await run(await issueEvent(github, repository, 'labeled', newest.number, { label: 'incident' }));
await showPullRequest();
heading('Every review action that is still to be done has become an issue, linked under its incident');
await showTree();

heading('The pull request is merged');
const [first] = (await rest.pulls.list({ owner, repo, state: 'open' })).data;
await rest.pulls.merge({ owner, repo, pull_number: first?.number ?? 0, merge_method: 'squash' });
console.log(`#${first?.number} is on main.`);

heading(`#${newest.number} is resolved, and somebody fills in the time`);
// What the form would hold, and the references that the action has put behind the review actions since.
const { data: former } = await rest.issues.get({ owner, repo, issue_number: newest.number });
const body = (former.body ?? '').replace(
  '### Resolved\n\n_No response_',
  `### Resolved\n\n${lateAnswer.resolved}`,
);
await rest.issues.update({ owner, repo, issue_number: newest.number, body });
const edited = await issueEvent(github, repository, 'edited', newest.number, {
  changes: { body: { from: former.body ?? '' } },
});
await run(edited);

const [action] = (await rest.issues.listSubIssues({ owner, repo, issue_number: newest.number })).data;
if (action === undefined) throw new Error('The action linked no issue.');
heading(`Somebody does what #${action.number} asks for, and closes it`);
await rest.issues.update({ owner, repo, issue_number: action.number, state: 'closed' });
await run(await issueEvent(github, repository, 'closed', action.number));
await showTree();
await showPullRequest();
heading('INCIDENTS.md on its branch');
console.log(await logOnBranch());

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

async function showTree(): Promise<void> {
  for (const number of numbers) {
    const { data: incident } = await rest.issues.get({ owner, repo, issue_number: number });
    console.log(`#${number} ${incident.title}`);
    const { data: subIssues } = await rest.issues.listSubIssues({ owner, repo, issue_number: number });
    for (const { number: child, title, state, state_reason: reason } of subIssues)
      console.log(`  └ #${child} ${title} (${reason ?? state})`);
  }
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
