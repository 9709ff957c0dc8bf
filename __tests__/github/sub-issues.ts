import type { Answer, Call } from './answer.ts';
import { json, notFound, Refusal } from './answer.ts';
import { numberOf, readAll, readIssue } from './issues.ts';
import { paged } from './paging.ts';
import type { RepositoryState, Site } from './site.ts';
import { repositoryOf } from './site.ts';

/** docs.github.com, "Adding sub-issues": so many to an issue, closed ones counted. */
const limit = 100;

export async function listSubIssues(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const numbers = repository.subIssues.get(number) ?? [];
  const issues = await Promise.all(numbers.map((sub) => readIssue(site, repository, sub)));
  return paged(site, repository, call, `/issues/${number}/sub_issues`, issues);
}

/** The number of the issue with the id that a request names as `sub_issue_id`: ids, not numbers, go here. */
async function subIssueOf(call: Call, site: Site, repository: RepositoryState): Promise<number> {
  const issues = await readAll(site, repository);
  const found = issues.find(
    ({ id, pull_request }) => id === call.body.sub_issue_id && pull_request === undefined,
  );
  if (found === undefined) throw notFound();
  return found.number;
}

/** An issue has one parent; `replace_parent` moves it. */
export async function addSubIssue(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const sub = await subIssueOf(call, site, repository);
  const own = repository.subIssues.get(number) ?? [];
  const parent = parentOf(repository, sub);
  const replaces = call.body.replace_parent === true && parent !== number;
  const failure = 'An error occured while adding the sub-issue to the parent issue.';
  if (parent !== undefined && !replaces)
    throw new Refusal(
      422,
      `${failure} Issue may not contain duplicate sub-issues and Sub issue may only have one parent`,
    );
  if (own.length >= limit)
    throw new Refusal(422, `${failure} Parent cannot have more than ${limit} sub-issues`);
  if (sub === number) throw new Refusal(422, `${failure} Issue cannot be its own sub-issue`);
  if (parent !== undefined) removeFrom(repository, parent, sub);
  repository.subIssues.set(number, [...own, sub]);
  return json(201, await readIssue(site, repository, number));
}

export async function removeSubIssue(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const sub = await subIssueOf(call, site, repository);
  if (parentOf(repository, sub) !== number) throw notFound();
  removeFrom(repository, number, sub);
  return json(200, await readIssue(site, repository, number));
}

export async function getParent(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const parent = parentOf(repository, number);
  if (parent === undefined) throw notFound();
  return json(200, await readIssue(site, repository, parent));
}

function parentOf(repository: RepositoryState, number: number): number | undefined {
  return [...repository.subIssues].find(([, numbers]) => numbers.includes(number))?.[0];
}

function removeFrom(repository: RepositoryState, parent: number, sub: number): void {
  const left = (repository.subIssues.get(parent) ?? []).filter((number) => number !== sub);
  repository.subIssues.set(parent, left);
}
