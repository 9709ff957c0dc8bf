import type { Answer, Call, Issue } from '../answer.ts';
import { json, notFound, Refusal } from '../answer.ts';
import { paged } from '../paging.ts';
import { isSame, isThere, link, parentOf, subIssuesOf, unlink } from './issue-links.ts';
import { numberOf, readIssue } from './issues.ts';
import { mayReadIssues } from './people.ts';
import type { IssuePlace, RepositoryState, Site } from './site.ts';
import { repositoryOf } from './site.ts';

/** docs.github.com, "Adding sub-issues": so many to an issue, closed ones counted. */
const limit = 100;

/** Whether a path behind the repository is one that a server without sub-issues does not know. */
export function isAboutSubIssues(path: string): boolean {
  return /^\/issues\/\d+\/(?:sub_issues?|parent)(?:\/|$)/.test(path);
}

export async function listSubIssues(call: Call, site: Site): Promise<Answer> {
  const parent = await placeOf(call, site);
  const { repository, number } = parent;
  const seen = subIssuesOf(parent).filter((sub) => mayReadIssues(sub.repository, call.actor));
  const issues = await Promise.all(seen.map((sub) => readPlace(site, sub)));
  return paged(site, repository, call, `/issues/${number}/sub_issues`, issues);
}

/** An issue has one parent; `replace_parent` moves it. */
export async function addSubIssue(call: Call, site: Site): Promise<Answer> {
  const parent = await placeOf(call, site);
  const sub = subIssueOf(call, site, parent.repository);
  const former = parentOf(sub);
  if (former !== undefined && isSame(former, parent))
    throw failure('Issue may not contain duplicate sub-issues and Sub issue may only have one parent');
  if (former !== undefined && call.body.replace_parent !== true)
    throw failure('Sub issue may only have one parent');
  if (subIssuesOf(parent).length >= limit) throw failure(`Parent cannot have more than ${limit} sub-issues`);
  if (isSame(sub, parent)) throw failure('Issue cannot be its own sub-issue');
  link(parent, sub);
  return json(201, await readPlace(site, parent));
}

export async function removeSubIssue(call: Call, site: Site): Promise<Answer> {
  const parent = await placeOf(call, site);
  const sub = subIssueOf(call, site, parent.repository);
  const above = parentOf(sub);
  if (above === undefined || !isSame(above, parent)) throw notFound();
  unlink(sub);
  return json(200, await readPlace(site, parent));
}

export async function getParent(call: Call, site: Site): Promise<Answer> {
  const parent = parentOf(await placeOf(call, site));
  if (parent === undefined || !mayReadIssues(parent.repository, call.actor)) throw notFound();
  return json(200, await readPlace(site, parent));
}

/** Where the issue is that a request names by its number; refused when it is not there. */
async function placeOf(call: Call, site: Site): Promise<IssuePlace> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  return { repository, number };
}

function readPlace(site: Site, { repository, number }: IssuePlace): Promise<Issue> {
  return readIssue(site, repository, number);
}

/**
 * The issue with the id that a request names as `sub_issue_id`: ids, not numbers, go here. It may be in another
 * repository of the same owner (docs.github.com/rest/issues/sub-issues); 404 for one that the sender cannot see.
 */
function subIssueOf(call: Call, site: Site, own: RepositoryState): IssuePlace {
  const others = [...site.repositories.values()].filter(
    (other) => other !== own && other.owner === own.owner && mayReadIssues(other, call.actor),
  );
  for (const repository of [own, ...others]) {
    const number = repository.issueNumbers.get(Number(call.body.sub_issue_id));
    if (number !== undefined && isThere({ repository, number })) return { repository, number };
  }
  throw new Refusal(404, 'The provided sub-issue does not exist');
}

/** 422 in GitHub's words, its spelling included. */
function failure(reason: string): Refusal {
  return new Refusal(422, `An error occured while adding the sub-issue to the parent issue. ${reason}`);
}
