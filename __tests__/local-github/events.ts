import type { Comment, Issue, JsonObject, Label } from './answer.ts';
import type { LocalGitHub } from './local-github.ts';

/** An event as a workflow run gets it. */
export interface WorkflowEvent {
  /** GITHUB_EVENT_NAME. */
  readonly name: string;
  /** What GITHUB_EVENT_PATH holds (docs.github.com, "Webhook events and payloads"). */
  readonly payload: JsonObject;
  /** Login of who caused it. */
  readonly actor: string;
  /** Of the run, as `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string;
}

export type IssueAction =
  | 'opened'
  | 'edited'
  | 'labeled'
  | 'unlabeled'
  | 'closed'
  | 'reopened'
  | 'deleted'
  | 'transferred'
  | 'assigned'
  | 'unassigned'
  | 'locked'
  | 'unlocked'
  | 'pinned';

/** Everything but the payload's own part; asked by the owner, so that no request of a bot is counted. */
async function event(
  github: LocalGitHub,
  repository: string,
  name: string,
  actor: string,
  payload: JsonObject,
): Promise<WorkflowEvent> {
  const [owner = '', repo = ''] = repository.split('/');
  const { rest } = github.as(owner);
  const { data } = await rest.repos.get({ owner, repo });
  const sender = (await rest.users.getByUsername({ username: actor })).data;
  const sha = (await github.tipOf(repository, data.default_branch)) ?? '0'.repeat(40);
  const ref = `refs/heads/${data.default_branch}`;
  return { name, actor, ref, sha, payload: { ...payload, repository: data, sender } };
}

async function issueOf(github: LocalGitHub, repository: string, issue_number: number): Promise<Issue> {
  const [owner = '', repo = ''] = repository.split('/');
  const answer = await github.as(owner).rest.issues.get({ owner, repo, issue_number });
  return answer.data as Issue;
}

export interface IssueEventDetails {
  /** Who did it; the issue's author unless told otherwise. */
  readonly sender?: string;
  /** Of `labeled` and `unlabeled`. */
  readonly label?: string;
  /** Of `edited`: the former body or title. */
  readonly changes?: {
    readonly body?: { readonly from: string };
    readonly title?: { readonly from: string };
  };
  /** The issue as it was, where it is gone (`deleted`, `transferred`). */
  readonly issue?: Issue;
}

/** `issues`, about an issue as it is now. */
export async function issueEvent(
  github: LocalGitHub,
  repository: string,
  action: IssueAction,
  number: number,
  details: IssueEventDetails = {},
): Promise<WorkflowEvent> {
  const issue = details.issue ?? (await issueOf(github, repository, number));
  const { label, changes } = details;
  const labels = issue.labels as readonly Label[];
  const payload = {
    action,
    issue,
    ...(label === undefined ? {} : { label: labels.find(({ name }) => name === label) ?? { name: label } }),
    ...(changes === undefined ? {} : { changes }),
  };
  return event(github, repository, 'issues', details.sender ?? issue.user?.login ?? 'ghost', payload);
}

/** `issue_comment`: what is said in an issue or pull request. */
export async function commentEvent(
  github: LocalGitHub,
  repository: string,
  action: 'created' | 'edited' | 'deleted',
  number: number,
  comment: Pick<Comment, 'body' | 'user'>,
): Promise<WorkflowEvent> {
  const issue = await issueOf(github, repository, number);
  return event(github, repository, 'issue_comment', comment.user?.login ?? 'ghost', {
    action,
    issue,
    comment,
  });
}

/** `workflow_dispatch`: the button "Run workflow". */
export function dispatchEvent(
  github: LocalGitHub,
  repository: string,
  sender: string,
  inputs: Readonly<Record<string, string>> | null = null,
): Promise<WorkflowEvent> {
  const workflow = '.github/workflows/incident-log.yml';
  return event(github, repository, 'workflow_dispatch', sender, { inputs, ref: 'refs/heads/main', workflow });
}

/** `push` of the newest commit of the default branch, which changed `paths`. */
export async function pushEvent(
  github: LocalGitHub,
  repository: string,
  sender: string,
  paths: readonly string[],
): Promise<WorkflowEvent> {
  const sha = (await github.tipOf(repository, 'main')) ?? '';
  const commit = { id: sha, message: 'Change files', added: [], removed: [], modified: paths };
  const payload = {
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: sha,
    commits: [commit],
    head_commit: commit,
  };
  return event(github, repository, 'push', sender, payload);
}

/** `schedule`, whose payload is the schedule and nothing else. */
export async function scheduleEvent(github: LocalGitHub, repository: string): Promise<WorkflowEvent> {
  const [owner = ''] = repository.split('/');
  const made = await event(github, repository, 'schedule', owner, {});
  return { ...made, payload: { schedule: '17 4 * * *' } };
}

/** An event of any other kind. */
export function otherEvent(
  github: LocalGitHub,
  repository: string,
  name: string,
  sender: string,
  payload: JsonObject,
): Promise<WorkflowEvent> {
  return event(github, repository, name, sender, payload);
}
