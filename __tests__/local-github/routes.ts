import type { Answer, Call } from './answer.ts';
import {
  createCommit,
  createReference,
  createTree,
  deleteReference,
  getCommit,
  mergeBranch,
  updateReference,
} from './git.ts';
import {
  changeComment,
  createComment,
  deleteComment,
  getComment,
  listAllComments,
  listComments,
} from './routes/comments.ts';
import { getComparison } from './routes/compare.ts';
import { getContent } from './routes/contents.ts';
import {
  changeAssignees,
  changeIssue,
  createIssue,
  getIssue,
  listIssueEvents,
  listIssues,
  lockIssue,
} from './routes/issues.ts';
import {
  addIssueLabels,
  createLabel,
  getLabel,
  listIssueLabels,
  listLabels,
  removeIssueLabel,
} from './routes/labels.ts';
import { assignable, collaboratorPermission } from './routes/people.ts';
import {
  createPull,
  getPull,
  listPullCommits,
  listPullFiles,
  listPulls,
  mergePull,
  patchPull,
} from './routes/pulls.ts';
import { createReaction, deleteReaction, listReactions } from './routes/reactions.ts';
import { getRepository } from './routes/repository.ts';
import type { Site } from './routes/site.ts';
import { addSubIssue, getParent, listSubIssues, removeSubIssue } from './routes/sub-issues.ts';

type Handler = (call: Call, site: Site) => Promise<Answer>;

/** What the front answers itself; everything else is emulate's. `:name` is one segment, `*` the rest. */
const routes: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', '', getRepository],
  ['GET', '/collaborators/:login/permission', collaboratorPermission],
  ['GET', '/assignees/:login', assignable],
  ['GET', '/labels', listLabels],
  ['POST', '/labels', createLabel],
  ['GET', '/labels/:name', getLabel],
  ['GET', '/issues', listIssues],
  ['POST', '/issues', createIssue],
  ['GET', '/issues/comments', listAllComments],
  ['GET', '/issues/comments/:id', getComment],
  ['PATCH', '/issues/comments/:id', changeComment],
  ['DELETE', '/issues/comments/:id', deleteComment],
  ['GET', '/issues/:number', getIssue],
  ['PATCH', '/issues/:number', changeIssue],
  ['GET', '/issues/:number/comments', listComments],
  ['GET', '/issues/:number/events', listIssueEvents],
  ['POST', '/issues/:number/comments', createComment],
  ['GET', '/issues/:number/labels', listIssueLabels],
  ['POST', '/issues/:number/labels', addIssueLabels],
  ['DELETE', '/issues/:number/labels/:name', removeIssueLabel],
  ['POST', '/issues/:number/assignees', changeAssignees],
  ['DELETE', '/issues/:number/assignees', changeAssignees],
  ['PUT', '/issues/:number/lock', lockIssue],
  ['DELETE', '/issues/:number/lock', lockIssue],
  ['GET', '/issues/:number/sub_issues', listSubIssues],
  ['POST', '/issues/:number/sub_issues', addSubIssue],
  ['DELETE', '/issues/:number/sub_issue', removeSubIssue],
  ['GET', '/issues/:number/parent', getParent],
  ['GET', '/issues/:number/reactions', listReactions],
  ['POST', '/issues/:number/reactions', createReaction],
  ['DELETE', '/issues/:number/reactions/:reaction', deleteReaction],
  ['GET', '/issues/comments/:comment/reactions', listReactions],
  ['POST', '/issues/comments/:comment/reactions', createReaction],
  ['DELETE', '/issues/comments/:comment/reactions/:reaction', deleteReaction],
  ['GET', '/pulls', listPulls],
  ['POST', '/pulls', createPull],
  ['GET', '/pulls/:number', getPull],
  ['PATCH', '/pulls/:number', patchPull],
  ['PUT', '/pulls/:number/merge', mergePull],
  ['GET', '/pulls/:number/files', listPullFiles],
  ['GET', '/pulls/:number/commits', listPullCommits],
  ['POST', '/merges', mergeBranch],
  ['GET', '/compare/*', getComparison],
  ['GET', '/contents/*', getContent],
  ['GET', '/git/blobs/:sha', getContent],
  ['POST', '/git/refs', createReference],
  ['PATCH', '/git/refs/*', updateReference],
  ['DELETE', '/git/refs/*', deleteReference],
  ['POST', '/git/commits', createCommit],
  ['GET', '/git/commits/:sha', getCommit],
  ['POST', '/git/trees', createTree],
];

/** The handler for a path behind the repository, with what its names stand for; undefined when emulate answers. */
export function findRoute(
  method: string,
  path: string,
): { readonly handler: Handler; readonly params: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/').slice(1).map(decodeURIComponent);
  for (const [wanted, pattern, handler] of routes) {
    if (wanted !== method) continue;
    const params = match(pattern.split('/').slice(1), segments);
    if (params !== null) return { handler, params };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, name] of pattern.entries()) {
    const segment = segments[index];
    if (segment === undefined) return null;
    if (name === '*') return { ...params, rest: segments.slice(index).join('/') };
    if (name.startsWith(':')) params[name.slice(1)] = segment;
    else if (name !== segment) return null;
  }
  return pattern.length === segments.length ? params : null;
}
