import type { Conversation } from '../commands/conversation.ts';
import { hasLabel } from '../github/issue.ts';
import type { Problem } from '../incident/incident.ts';
import { hashOf } from '../markers/hash.ts';
import { type StatusCommentMemory, writeStatusCommentMarker } from '../markers/status-comment.ts';
import {
  addLabels,
  type Change,
  comment,
  deleteComment,
  editStatusComment,
  removeLabel,
} from '../model/change.ts';
import { type StatusCommentFacts, statusCommentText } from './text.ts';

export interface StatusCommentSettings {
  readonly feedback: 'comment' | 'none';
  readonly problemLabel: string;
}

/**
 * The changes to an incident's status comment and problem label. An edit notifies nobody, so the comment is edited in place, and left
 * alone if it is up to date. For a new problem people should be notified: a new comment is posted, and then the former one is deleted,
 * so that there is always one even if the run ends in between.
 */
export function planStatusComment(
  { issue, statusComment, formerStatusComments }: Conversation,
  facts: StatusCommentFacts,
  remembered: Omit<StatusCommentMemory, 'problems'>,
  settings: StatusCommentSettings,
): Change[] {
  const { number } = issue;
  const forget = (comment: number) => deleteComment(number, comment);
  const changes = [...labelChange(issue, facts, settings), ...formerStatusComments.map(forget)];
  if (settings.feedback === 'none')
    return statusComment === null ? changes : [...changes, forget(statusComment.id)];
  // A run that could not update the log does not know all problems. It remembers the former ones, so that the next run does not notify again.
  const former = facts.logStatus.kind === 'failed' ? (statusComment?.memory.problems ?? []) : [];
  const problems = [...new Set([...facts.problems.map(problemHash), ...former])].slice(0, mostProblems);
  const memory: StatusCommentMemory = { problems, ...remembered };
  const marker = writeStatusCommentMarker(memory);
  const body = statusCommentText(facts, marker);
  if (statusComment?.body.replaceAll('\r\n', '\n').trim() === body) return changes;
  const create = comment(`Say on #${number} how it was read`, {
    issue: number,
    marker,
    text: body.slice(0, -marker.length).trimEnd(),
    others: 'keep',
  });
  // An issue that stopped being an incident gets this comment only if it has a status comment already.
  const isSilent = issue.locked || facts.logStatus.kind === 'unlabelled';
  if (statusComment === null) return isSilent ? changes : [...changes, create];
  const isNew = memory.problems.some((problem) => !statusComment.memory.problems.includes(problem));
  return isNew && !issue.locked
    ? [...changes, create, forget(statusComment.id)]
    : [...changes, editStatusComment(number, statusComment.id, body)];
}

/** The marker remembers no more. With more problems than that, people are notified late of some. */
const mostProblems = 100;

/** Sets or removes the problem label. Other labels are people's, and stay. */
function labelChange(
  issue: Conversation['issue'],
  { problems, logStatus }: StatusCommentFacts,
  { problemLabel }: StatusCommentSettings,
): Change[] {
  const { number } = issue;
  const isThere = hasLabel(issue, problemLabel);
  if (isThere === problems.length > 0 || (isThere && logStatus.kind === 'failed')) return [];
  return isThere ? [removeLabel(number, problemLabel)] : [addLabels(number, [problemLabel])];
}

/** Leaves out line numbers, which change when somebody writes above them. */
function problemHash({ rule, field, message }: Problem): string {
  return hashOf(rule, field, message.replace(/\bline \d+/g, 'line'));
}
