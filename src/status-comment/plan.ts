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
 * What is to be said on an incident's issue, and its label. The comment is edited in place, which notifies nobody, and not at all when it
 * says all of it already; when a problem is new, another one is posted before the former is deleted, so that people are told, and none is
 * missing when the run ends in between.
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
  // A run that failed at the log does not know what else there is to mend, and what was told once is no news in the next.
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
  // An issue that is no incident is told so where it was told something else before.
  const isSilent = issue.locked || facts.logStatus.kind === 'unlabelled';
  if (statusComment === null) return isSilent ? changes : [...changes, create];
  const isNew = memory.problems.some((problem) => !statusComment.memory.problems.includes(problem));
  return isNew && !issue.locked
    ? [...changes, create, forget(statusComment.id)]
    : [...changes, editStatusComment(number, statusComment.id, body)];
}

/** As many as a marker remembers: who has more to mend is told soon enough. */
const mostProblems = 100;

/** The label is set and taken off by itself; those that people set stay. */
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

/** The same wherever it stands: lines move when somebody writes above them. */
function problemHash({ rule, field, message }: Problem): string {
  return hashOf(rule, field, message.replace(/\bline \d+/g, 'line'));
}
