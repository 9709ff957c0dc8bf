import type { Issue } from '../github/issue.ts';
import { splitOwnMarker } from '../markers/own-marker.ts';
import {
  type CommandMemory,
  incidentHash,
  readStatusCommentMarker,
  type StatusCommentMemory,
  writeStatusCommentMarker,
} from '../markers/status-comment.ts';
import { type Change, editStatusComment } from './change.ts';

/** The comment on an incident's issue in which we show its state, figures and problems. */
export interface StatusComment {
  readonly id: number;
  readonly body: string;
  /** What its hidden last line keeps from run to run. */
  readonly memory: StatusCommentMemory;
}

/** Whether an untrusted author's incident may be in the log because of the label that confirms it. */
export interface Confirmation {
  /**
   * - `needless`: the label is not there, or the author is trusted
   * - `holds`: the text is the one that was confirmed
   * - `pending`: the text has changed, and the run of another event may know who changed it
   * - `undone`: the text has changed, and nobody trusted changed it
   */
  readonly verdict: 'needless' | 'holds' | 'pending' | 'undone';
  /** What the status comment is to keep of it, before a run changes the text. */
  readonly remembered: StatusCommentMemory['confirmed'];
}

/** An incident's issue, as far as a rewrite of its text must be noted in the status comment first. */
export interface Remembering {
  readonly issue: Pick<Issue, 'number'>;
  readonly statusComment: StatusComment | null;
  readonly confirmation: Confirmation;
}

/**
 * The edit of the status comment that must come before a run rewrites the text of an incident. It notes the text to come, so that a run
 * that ends in between undoes nobody's confirmation, and the commands that the rewrite carries out. Empty where there is nothing to note,
 * or no comment to note it in.
 *
 * @param commands the commands that the rewrite carries out; null where it carries out none
 */
export function rememberRewrite(
  { issue, statusComment, confirmation }: Remembering,
  text: Pick<Issue, 'title' | 'body'>,
  commands: Pick<CommandMemory, 'through' | 'actions'> | null,
): Change[] {
  if (statusComment === null) return [];
  const { verdict, remembered } = confirmation;
  const isConfirmed = verdict === 'holds' && remembered !== 'changed' && remembered.length > 0;
  if (!isConfirmed && commands === null) return [];
  const { memory } = statusComment;
  const { text: visible, marker } = splitOwnMarker(statusComment.body);
  if (readStatusCommentMarker(marker) === null) return [];
  const hash = incidentHash(text);
  const former = memory.confirmed === 'changed' ? [] : memory.confirmed;
  const changed = writeStatusCommentMarker({
    ...memory,
    ...(isConfirmed ? { confirmed: [...new Set([...former, ...remembered, hash])] } : {}),
    ...(commands === null ? {} : { commands: { ...commands, text: hash } }),
  });
  return [editStatusComment(issue.number, statusComment.id, visible + changed)];
}

/** The same, with its status comment as these changes leave it. */
export function withStatusComment<Kind extends Pick<Remembering, 'statusComment'>>(
  conversation: Kind,
  changes: readonly Change[],
): Kind {
  const { statusComment } = conversation;
  const edit = changes.findLast(
    (change) => change.kind === 'edit-comment' && change.comment === statusComment?.id,
  );
  if (statusComment === null || edit?.kind !== 'edit-comment') return conversation;
  const memory = readStatusCommentMarker(splitOwnMarker(edit.body).marker);
  if (memory === null) return conversation;
  return { ...conversation, statusComment: { id: statusComment.id, body: edit.body, memory } };
}
