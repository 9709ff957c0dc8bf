import type { Schemas } from '../answer.ts';
import type { IssuePlace, RepositoryState } from './site.ts';

/** Whether an issue has been neither deleted nor transferred. */
export function isThere({ repository, number }: IssuePlace): boolean {
  return !repository.deletedIssues.has(number) && !repository.transferredIssues.has(number);
}

export function isSame(one: IssuePlace, other: IssuePlace): boolean {
  return one.repository === other.repository && one.number === other.number;
}

/** The sub-issues of an issue in order, open and closed, without those that are gone. */
export function subIssuesOf({ repository, number }: IssuePlace): readonly IssuePlace[] {
  return (repository.subIssues.get(number) ?? []).filter(isThere);
}

/** The parent of an issue; undefined when there is none, or when it is gone. */
export function parentOf({ repository, number }: IssuePlace): IssuePlace | undefined {
  const parent = repository.parentIssues.get(number);
  return parent !== undefined && isThere(parent) ? parent : undefined;
}

/** Puts an issue last under a parent, and takes it from under any other. */
export function link(parent: IssuePlace, sub: IssuePlace): void {
  unlink(sub);
  parent.repository.subIssues.set(parent.number, [...subIssuesOf(parent), sub]);
  sub.repository.parentIssues.set(sub.number, parent);
}

export function unlink(sub: IssuePlace): void {
  const parent = sub.repository.parentIssues.get(sub.number);
  if (parent === undefined) return;
  const left = subIssuesOf(parent).filter((other) => !isSame(other, sub));
  parent.repository.subIssues.set(parent.number, left);
  sub.repository.parentIssues.delete(sub.number);
}

/**
 * What an issue says of its sub-issues. Closed ones count as completed whatever the reason, and the percentage is rounded
 * down: GitHub documents neither.
 */
export function summaryOf(issue: IssuePlace): Schemas['sub-issues-summary'] {
  const all = subIssuesOf(issue);
  const total = all.length;
  const completed = all.filter(isClosed).length;
  return { total, completed, percent_completed: total === 0 ? 0 : Math.floor((completed / total) * 100) };
}

function isClosed({ repository, number }: IssuePlace): boolean {
  return repository.closedIssues.has(number);
}

/** Remembers the state of an issue, so that a list need not read every sub-issue to count them. */
export function rememberState(repository: RepositoryState, number: number, state: string): void {
  if (state === 'closed') repository.closedIssues.add(number);
  else repository.closedIssues.delete(number);
}
