import { hasLabel, type Issue, isTrusted, type TrustRule } from '../github/issue.ts';
import { isOurs, type OwnLogin } from '../github/own-login.ts';
import type { Permissions } from '../github/permissions.ts';
import { splitOwnMarker } from '../markers/own-marker.ts';
import {
  type CommandMemory,
  incidentHash,
  readStatusCommentMarker,
  type StatusCommentMemory,
  writeStatusCommentMarker,
} from '../markers/status-comment.ts';
import type { Change } from '../pull-request/plan.ts';
import type { Feedback } from './conversation.ts';
import type { Occasion } from './trigger.ts';

/** What an issue says, as far as somebody who confirms it has read it. */
type Text = Pick<Issue, 'title' | 'body'>;

/** Whether a stranger's incident may be in the log by the label that confirms it. */
export interface Confirmation {
  /**
   * - `needless`: the label is not there, or its author is trusted
   * - `holds`: it says what was confirmed
   * - `pending`: it says something else, and the run of another event may tell who wrote that
   * - `undone`: it says something else, and nobody trusted wrote that
   */
  readonly verdict: 'needless' | 'holds' | 'pending' | 'undone';
  /** What our comment is to remember of it, before this program changes the text. */
  readonly remembered: StatusCommentMemory['confirmed'];
}

/**
 * Judges a confirmation by the texts that it was given for: those that our comment remembers, and the one that the event of this run
 * tells of, whose run alone knows who wrote it. A run that a stranger may have started learns nothing and undoes nothing; the schedule
 * takes the text as it stands where none is remembered. Where nothing is remembered ever (`feedback: none`), events alone tell.
 */
export async function judgeConfirmation(
  { issue, feedback }: { readonly issue: Issue; readonly feedback: Feedback | null },
  occasion: Occasion,
  {
    rule,
    isPermitted,
    ownLogin,
    memory,
    ownTexts,
  }: {
    rule: TrustRule;
    isPermitted: Permissions;
    ownLogin: OwnLogin;
    memory: 'kept' | 'none';
    /** Hashes of what this run itself has written, which it does into a text that holds alone. */
    ownTexts: ReadonlySet<string>;
  },
): Promise<Confirmation> {
  const former = feedback?.memory.confirmed ?? [];
  const known = former === 'changed' ? [] : former;
  const text = incidentHash(issue);
  const hasChanged = former === 'changed' || (known.length > 0 && !known.includes(text));
  if (!hasLabel(issue, rule.confirmedLabel)) {
    return { verdict: 'needless', remembered: hasChanged ? 'changed' : [] };
  }
  if (await isTrusted(issue, rule, isPermitted)) return { verdict: 'needless', remembered: [] };

  const holds: Confirmation = { verdict: 'holds', remembered: [text] };
  const undone: Confirmation = { verdict: 'undone', remembered: 'changed' };
  if (ownTexts.has(text)) return holds;
  const isAbout = 'issue' in occasion && occasion.issue === issue.number;
  if (isAbout && (occasion.kind === 'confirmed' || occasion.kind === 'edited')) {
    const { editor } = occasion;
    const told = incidentHash(occasion.text);
    const byTrusted =
      editor === null ||
      (await isTrusted({ user: editor, author_association: 'NONE' }, rule, isPermitted)) ||
      (await isOurs(editor, ownLogin));
    if (known.includes(text) || (byTrusted && told === text)) return holds;
    // Somebody has edited it since, and the run of that edit tells who.
    if (memory === 'none') return { verdict: told === text ? 'undone' : 'pending', remembered: [] };
    if (!byTrusted) return told === text ? undone : { verdict: 'pending', remembered: known };
    return { verdict: 'pending', remembered: [...known, told] };
  }
  if (memory === 'none') return { verdict: 'holds', remembered: [] };
  if (known.includes(text)) return holds;
  const isDecisive = occasion.kind === 'schedule' || occasion.kind === 'setup';
  if (known.length === 0 && former !== 'changed') {
    return isDecisive ? holds : { verdict: 'holds', remembered: [] };
  }
  if (isDecisive) return former === 'changed' ? holds : undone;
  return { verdict: 'pending', remembered: former };
}

/**
 * What the status comment is to remember before this program changes the text of an incident: the text to come, so that a run that ends
 * in between undoes nobody's confirmation, and the commands that the change carries out. Null where there is nothing to remember, or no
 * comment to remember it.
 */
export function vouchFor(
  { issue, feedback, confirmation }: { issue: Issue; feedback: Feedback | null; confirmation: Confirmation },
  text: Text,
  settles: Pick<CommandMemory, 'through' | 'actions'> | null,
): { readonly change: Change; readonly feedback: Feedback } | null {
  if (feedback === null) return null;
  const { verdict, remembered } = confirmation;
  const hash = incidentHash(text);
  const former = feedback.memory.confirmed === 'changed' ? [] : feedback.memory.confirmed;
  const isConfirmed = verdict === 'holds' && remembered !== 'changed' && remembered.length > 0;
  if (!isConfirmed && settles === null) return null;
  const memory: StatusCommentMemory = {
    ...feedback.memory,
    ...(isConfirmed ? { confirmed: [...new Set([...former, ...remembered, hash])] } : {}),
    ...(settles === null ? {} : { commands: { ...settles, text: hash } }),
  };
  const { text: words, marker } = splitOwnMarker(feedback.body);
  if (readStatusCommentMarker(marker) === null) return null;
  const changed = words + writeStatusCommentMarker(memory);
  return {
    change: { kind: 'edit-comment', issue: issue.number, comment: feedback.id, body: changed },
    feedback: { id: feedback.id, body: changed, memory },
  };
}
