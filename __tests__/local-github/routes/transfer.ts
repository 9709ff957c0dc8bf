import type { Comment, Issue } from '../answer.ts';
import { rememberState } from './issue-links.ts';
import { makeIssue, readIssue } from './issues.ts';
import { knownLabels, labelNames } from './labels.ts';
import { isCollaborator } from './people.ts';
import type { RepositoryState, Site } from './site.ts';
import { ask, askForAll } from './site.ts';

/**
 * Moves an issue to another repository. Title, body, author, comments, state and its reason go along, and so do those of
 * its labels and assignees that are known there. The old number leads to the new one; its sub-issues and its parent are lost.
 *
 * @returns the issue as it was
 */
export async function transfer(
  site: Site,
  from: RepositoryState,
  number: number,
  to: RepositoryState,
): Promise<Issue> {
  const issue = await readIssue(site, from, number);
  const { title, body, user, assignees } = issue;
  const logins = (assignees ?? []).map(({ login }) => login);
  const content = {
    title,
    body: body ?? null,
    labels: await knownLabels(site, to, labelNames(issue)),
    assignees: logins.filter((login) => isCollaborator(to, login)),
  };
  const moved = await makeIssue(site, to, content, user?.login);
  await copyComments(site, from, number, to, moved.number);
  await keepState(site, issue, to, moved.number);
  from.transferredIssues.set(number, moved.url);
  return issue;
}

async function copyComments(
  site: Site,
  from: RepositoryState,
  number: number,
  to: RepositoryState,
  target: number,
): Promise<void> {
  for (const { body, user } of await askForAll<Comment>(site, from, `/issues/${number}/comments`))
    await ask(site, to, 'POST', `/issues/${target}/comments`, { body }, user?.login);
}

async function keepState(site: Site, issue: Issue, to: RepositoryState, number: number): Promise<void> {
  const { state, state_reason } = issue;
  const isDuplicate = state_reason === 'duplicate';
  const kept = { state, state_reason: isDuplicate ? 'completed' : state_reason };
  await ask(site, to, 'PATCH', `/issues/${number}`, kept);
  rememberState(to, number, state);
  if (isDuplicate) to.duplicates.add(number);
}
