import type { Conversation, Feedback } from '../conversation.ts';
import type { Occasion } from '../event.ts';
import type { Permissions } from '../github/incidents.ts';
import { hasLabel, type Issue, type TrustRule, trustOf } from '../github/issue.ts';
import type { Change } from '../plan.ts';
import { hashOf } from '../review-actions/marker.ts';
import { type FeedbackMemory, readFeedbackMarker, writeFeedbackMarker } from './marker.ts';

/** What an issue says, as far as somebody who confirms it has read it. */
type Text = Pick<Issue, 'title' | 'body'>;

/** Hash of a text that somebody confirms; the same however its lines end. */
export function confirmationHash({ title, body }: Text): string {
  return hashOf(title.trim(), (body ?? '').replace(/\r\n?/g, '\n').trim());
}

/** Whether an issue rests on a confirmation alone: its author is not trusted, or it takes a request to tell. */
export function isConfirmed(issue: Issue, rule: TrustRule): boolean {
  return hasLabel(issue, rule.confirmedLabel) && trustOf({ ...issue, labels: [] }, rule) !== 'trusted';
}

/**
 * Whether a confirmed incident says something else than what was confirmed. The texts that it holds for are those that our comment
 * remembers, and the one that somebody trusted confirmed, or wrote, in the event of this run; where neither is known, and the event
 * tells of no edit by somebody else, the text as it stands.
 */
export async function hasChangedSince(
  { issue, feedback }: Pick<Conversation, 'issue' | 'feedback'>,
  occasion: Occasion,
  isPermitted: Permissions,
): Promise<boolean> {
  const text = confirmationHash(issue);
  const remembered = feedback?.memory.confirmed ?? [];
  if (remembered !== 'changed' && remembered.includes(text)) return false;
  const isAbout = 'issue' in occasion && occasion.issue === issue.number;
  if (isAbout && (occasion.kind === 'confirmed' || occasion.kind === 'edited')) {
    const { editor } = occasion;
    return !(editor === null || (await isPermitted(editor))) || confirmationHash(occasion.text) !== text;
  }
  return remembered !== 'changed' && remembered.length > 0;
}

/**
 * Before this program changes the text of a confirmed incident: its comment remembers the text to come, too, so that a run that ends
 * in between has undone nobody's confirmation. Null where nothing is remembered.
 */
export function vouchFor(
  { issue, feedback }: { readonly issue: number; readonly feedback: Feedback | null },
  text: Text,
): { readonly change: Change; readonly feedback: Feedback } | null {
  const confirmed = feedback?.memory.confirmed ?? [];
  if (feedback === null || confirmed === 'changed' || confirmed.length === 0) return null;
  const memory: FeedbackMemory = {
    ...feedback.memory,
    confirmed: [...new Set([...confirmed, confirmationHash(text)])],
  };
  const body = feedback.body.trimEnd();
  const start = Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1;
  if (readFeedbackMarker(body.slice(start)) === null) return null;
  const changed = body.slice(0, start) + writeFeedbackMarker(memory);
  return {
    change: { kind: 'edit-comment', issue, comment: feedback.id, body: changed },
    feedback: { id: feedback.id, body: changed, memory },
  };
}
