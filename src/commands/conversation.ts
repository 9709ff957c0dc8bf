import type { Issue } from '../github/issue.ts';
import type { Instant } from '../incident/incident.ts';
import type { Cursor } from '../markers/cursor.ts';
import type { ReplyKind } from '../markers/reply.ts';
import type { Confirmation, StatusComment } from '../model/status-comment.ts';
import type { TypedCommand } from './read.ts';

/** Somebody's comment with commands in it. */
export interface CommandComment {
  readonly id: number;
  /** When it was written, in UTC milliseconds. */
  readonly at: Instant;
  readonly commands: readonly TypedCommand[];
  readonly author: 'trusted' | 'untrusted';
  readonly wasEdited: boolean;
  /** Whether anybody has reacted to it as we do. */
  readonly hasReaction: boolean;
  /** Whether we have: then its commands were answered, even if the incident's text no longer says so. */
  readonly hasOurReaction: boolean;
  readonly reply: ReplyKind | null;
}

/** What people and the action have said on an incident's issue, as far as it concerns the log. */
export interface Conversation {
  readonly issue: Issue;
  /** A hidden line in an untrusted author's text decides nothing, so the action writes none there. */
  readonly author: 'trusted' | 'untrusted';
  /** Which commands have been carried out, by the status comment, or by a hidden line that agrees with it. */
  readonly cursor: Cursor | null;
  /** Those whose commands are not answered yet, oldest first. */
  readonly comments: readonly CommandComment[];
  /** Null where there is none yet. */
  readonly statusComment: StatusComment | null;
  /** Ids of older status comments, which a run that was cut short has left behind. */
  readonly formerStatusComments: readonly number[];
  readonly confirmation: Confirmation;
}
