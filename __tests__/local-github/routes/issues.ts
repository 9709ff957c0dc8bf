import type { Answer, Call, Issue, JsonObject, Pull } from '../answer.ts';
import { invalid, json, notFound, Refusal, textOf, textsOf } from '../answer.ts';
import { paged, pagedByCursor, sorted } from '../paging.ts';
import { atItsTime } from '../past.ts';
import { isThere, parentOf, rememberState, summaryOf } from './issue-links.ts';
import { canonicalLabels, labelNames, setLabels } from './labels.ts';
import { associationOf, hasRole, isBot, isCollaborator } from './people.ts';
import { allPulls, changePull } from './pulls.ts';
import type { IssuePlace, RepositoryState, Site } from './site.ts';
import { askFor, askForAll, pathOf, repositoryOf } from './site.ts';

/** Limits of titles and bodies (characters), measured by GitHub in its 422. */
const bodyLimit = 65_536;
const titleLimit = 256;

/** emulate counts ids of issues from 1 like numbers; GitHub's never look like a number of the repository. */
const issueIds = 2_000_000_000;
const pullIssueIds = 3_000_000_000;

/** Refuses a title or body that is longer than GitHub takes. */
export function checkLengths(body: JsonObject): void {
  const resource = 'Issue';
  if ((textOf(body, 'body')?.length ?? 0) > bodyLimit)
    throw invalid({
      resource,
      code: 'custom',
      field: 'body',
      message: `body is too long (maximum is ${bodyLimit} characters)`,
    });
  if ((textOf(body, 'title')?.length ?? 0) > titleLimit)
    throw invalid({
      resource,
      code: 'custom',
      field: 'title',
      message: `title is too long (maximum is ${titleLimit} characters)`,
    });
}

export function numberOf(call: Call): number {
  const number = Number(call.params.number);
  if (!Number.isInteger(number)) throw notFound();
  return number;
}

/** An issue as emulate keeps it, with what emulate cannot keep. */
function present(site: Site, repository: RepositoryState, issue: Issue): Issue {
  return {
    ...atItsTime(issue, repository.pastIssues.get(issue.number)),
    id: issueIds + Number(issue.id),
    author_association: associationOf(repository, issue.user?.login ?? 'ghost'),
    ...(issue.state === 'closed' && repository.duplicates.has(issue.number)
      ? { state_reason: 'duplicate' }
      : {}),
    ...(repository.hasSubIssues ? linksOf(site, { repository, number: issue.number }) : {}),
  };
}

function linksOf(site: Site, place: IssuePlace): Pick<Issue, 'sub_issues_summary' | 'parent_issue_url'> {
  const sub_issues_summary = summaryOf(place);
  const parent = parentOf(place);
  if (parent === undefined) return { sub_issues_summary };
  const parent_issue_url = `${site.apiUrl}${pathOf(parent.repository)}/issues/${parent.number}`;
  return { sub_issues_summary, parent_issue_url };
}

/** The issue that every pull request is, too. */
function issueOfPull(pull: Pull): Issue {
  const { url, html_url, diff_url, patch_url, merged_at } = pull;
  const { number, title, body, user, labels, assignee, assignees, locked, draft, comments } = pull;
  const repositoryUrl = pull.base.repo.url;
  return {
    url: pull.issue_url,
    repository_url: repositoryUrl,
    labels_url: `${pull.issue_url}/labels{/name}`,
    comments_url: `${pull.issue_url}/comments`,
    events_url: `${pull.issue_url}/events`,
    html_url,
    id: pullIssueIds + Number(pull.id),
    node_id: pull.node_id,
    number,
    title,
    user,
    labels,
    state: pull.state,
    state_reason: null,
    locked,
    assignee: assignee ?? null,
    assignees: assignees ?? [],
    milestone: pull.milestone,
    comments,
    created_at: pull.created_at,
    updated_at: pull.updated_at,
    closed_at: pull.closed_at,
    author_association: pull.author_association,
    body,
    pull_request: { url, html_url, diff_url, patch_url, merged_at },
    ...(draft === undefined ? {} : { draft }),
  };
}

/** An issue or, by its number, a pull request; 410 for a deleted issue, 301 for a transferred one. */
export async function readIssue(site: Site, repository: RepositoryState, number: number): Promise<Issue> {
  checkThere(repository, number);
  const pulls = await allPulls(site, repository);
  const pull = pulls.find((candidate) => candidate.number === number);
  if (pull !== undefined) return issueOfPull(pull);
  return present(site, repository, await askFor<Issue>(site, repository, 'GET', `/issues/${number}`));
}

function checkThere(repository: RepositoryState, number: number): void {
  if (repository.deletedIssues.has(number)) throw new Refusal(410, 'This issue was deleted');
  const url = repository.transferredIssues.get(number);
  if (url !== undefined) throw new Refusal(301, 'Moved Permanently', undefined, { location: url });
}

/** Every issue and pull request that is still there. */
export async function readAll(site: Site, repository: RepositoryState): Promise<Issue[]> {
  const issues = await askForAll<Issue>(site, repository, '/issues?state=all');
  const there = issues.filter(({ number }) => isThere({ repository, number }));
  const pulls = await allPulls(site, repository);
  return [...there.map((issue) => present(site, repository, issue)), ...pulls.map(issueOfPull)];
}

export async function listIssues(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const state = call.query.get('state') ?? 'open';
  const labels = (call.query.get('labels') ?? '').split(',').map(folded).filter(Boolean);
  const since = call.query.get('since');
  const creator = call.query.get('creator');
  const issues = (await readAll(site, repository)).filter((issue) => {
    const own = labelNames(issue).map(folded);
    if (state !== 'all' && issue.state !== state) return false;
    if (since !== null && Date.parse(issue.updated_at) < Date.parse(since)) return false;
    if (creator !== null && issue.user?.login !== creator) return false;
    return labels.every((label) => own.includes(label));
  });
  return pagedByCursor(site, repository, call, '/issues', sorted(issues, call));
}

function folded(label: string): string {
  return label.trim().toLowerCase();
}

export async function getIssue(call: Call, site: Site): Promise<Answer> {
  return json(200, await readIssue(site, repositoryOf(site, call.params), numberOf(call)));
}

/** Labels and assignees of somebody without triage access are dropped without a word, as the endpoint's page says. */
export async function createIssue(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  checkLengths(call.body);
  const title = textOf(call.body, 'title')?.trim() ?? '';
  if (title === '') throw invalid({ resource: 'Issue', code: 'missing_field', field: 'title' });
  const mayLabel = isBot(call.actor) || hasRole(repository, call.actor, 'triage');
  const body: Record<string, unknown> = { title, body: textOf(call.body, 'body') ?? null };
  if (mayLabel) {
    body.labels = await canonicalLabels(site, repository, textsOf(call.body, 'labels') ?? []);
    body.assignees = checkAssignees(repository, textsOf(call.body, 'assignees') ?? []);
  }
  const made = await makeIssue(site, repository, body, call.actor ?? undefined);
  return json(201, made, { location: made.url });
}

/** Makes an issue of somebody's, the owner's unless told otherwise, whatever they may do. */
export async function makeIssue(
  site: Site,
  repository: RepositoryState,
  content: JsonObject,
  login?: string,
): Promise<Issue> {
  const made = await askFor<Issue>(site, repository, 'POST', '/issues', content, login);
  const issue = present(site, repository, made);
  repository.issueNumbers.set(Number(issue.id), issue.number);
  return issue;
}

function checkAssignees(repository: RepositoryState, logins: readonly string[]): readonly string[] {
  const wrong = logins.find((login) => !isCollaborator(repository, login));
  if (wrong === undefined) return logins;
  throw invalid({ value: wrong, resource: 'Issue', field: 'assignees', code: 'invalid' });
}

const stateReasons = ['completed', 'not_planned', 'duplicate', 'reopened'];

export async function changeIssue(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const number = numberOf(call);
  checkLengths(call.body);
  const issue = await readIssue(site, repository, number);
  const isTrusted = isBot(call.actor) || hasRole(repository, call.actor, 'triage');
  if (!isTrusted && issue.user?.login !== call.actor)
    throw new Refusal(403, 'Must have admin rights to Repository.');
  const labels = isTrusted ? textsOf(call.body, 'labels') : undefined;
  if (issue.pull_request !== undefined) {
    await changePull(site, repository, number, call.body, call.actor);
    if (labels !== undefined) await setLabels(site, repository, number, labels);
    return json(200, await readIssue(site, repository, number));
  }
  const reason = textOf(call.body, 'state_reason');
  if (reason !== undefined && !stateReasons.includes(reason))
    throw invalid({ value: reason, resource: 'Issue', field: 'state_reason', code: 'invalid' });
  const assignees = isTrusted ? textsOf(call.body, 'assignees') : undefined;
  const changes: JsonObject = {
    ...call.body,
    labels: labels === undefined ? undefined : await canonicalLabels(site, repository, labels),
    assignees: assignees === undefined ? undefined : checkAssignees(repository, assignees),
    ...(reason === 'duplicate' ? { state_reason: 'completed' } : {}),
  };
  await askFor<Issue>(site, repository, 'PATCH', `/issues/${number}`, changes, call.actor ?? undefined);
  if (call.body.state === 'open' || call.body.state === 'closed')
    rememberState(repository, number, call.body.state);
  if (call.body.state === 'open') repository.duplicates.delete(number);
  if (call.body.state === 'closed' && reason === 'duplicate') repository.duplicates.add(number);
  else if (reason !== undefined) repository.duplicates.delete(number);
  return json(200, await readIssue(site, repository, number));
}

/** Only those to whom issues can be assigned are added or taken away; GitHub passes over the rest. */
export async function changeAssignees(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const number = numberOf(call);
  checkThere(repository, number);
  const assignees = (textsOf(call.body, 'assignees') ?? []).filter((login) =>
    isCollaborator(repository, login),
  );
  const path = `/issues/${number}/assignees`;
  await askFor<Issue>(site, repository, call.method, path, { assignees });
  return json(call.method === 'POST' ? 201 : 200, await readIssue(site, repository, number));
}

/** What happened to an issue. emulate says null for each kind of detail that an event does not have; GitHub leaves it out. */
export async function listIssueEvents(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const path = `/issues/${number}/events`;
  const details = ['assignee', 'label', 'milestone', 'rename'];
  const events = (await askForAll<JsonObject>(site, repository, path)).map(({ issue, ...event }) => {
    const entries = Object.entries(event).filter(([key, value]) => value !== null || !details.includes(key));
    return { ...Object.fromEntries(entries), performed_via_github_app: null };
  });
  return paged(site, repository, call, path, events);
}

export async function lockIssue(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  checkThere(repository, numberOf(call));
  return site.emulator.send(
    repository.owner,
    call.method,
    `${pathOf(repository)}/issues/${numberOf(call)}/lock`,
    call.body,
  );
}
