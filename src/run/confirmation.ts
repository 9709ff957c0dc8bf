import type { Conversation } from '../commands/conversation.ts';
import { hasLabel, isTrusted, type TrustRule } from '../github/issue.ts';
import { isOurs, type OwnLogin } from '../github/own-login.ts';
import type { Permissions } from '../github/permissions.ts';
import { incidentHash } from '../markers/status-comment.ts';
import type { Confirmation } from '../model/status-comment.ts';
import type { Trigger } from './trigger.ts';

/**
 * Judges whether a confirmation still holds: it holds for the texts that the status comment remembers, and for the one in this run's
 * event if somebody trusted wrote it. Only the run of an edit knows who edited, so a run that an untrusted person may have started
 * decides nothing. A scheduled run confirms the current text where no text is remembered. Without status comments (`feedback: none`)
 * nothing is remembered, and only events decide.
 */
export async function judgeConfirmation(
  { issue, statusComment }: Pick<Conversation, 'issue' | 'statusComment'>,
  trigger: Trigger,
  {
    rule,
    isPermitted,
    ownLogin,
    memory,
    writtenHashes,
  }: {
    rule: TrustRule;
    isPermitted: Permissions;
    ownLogin: OwnLogin;
    memory: 'kept' | 'none';
    /** Hashes of the texts that this run has written itself. It writes only into confirmed texts, so these are confirmed too. */
    writtenHashes: ReadonlySet<string>;
  },
): Promise<Confirmation> {
  const former = statusComment?.memory.confirmed ?? [];
  const known = former === 'changed' ? [] : former;
  const text = incidentHash(issue);
  const hasChanged = former === 'changed' || (known.length > 0 && !known.includes(text));
  if (!hasLabel(issue, rule.confirmedLabel)) {
    return { verdict: 'needless', remembered: hasChanged ? 'changed' : [] };
  }
  if (await isTrusted(issue, rule, isPermitted)) return { verdict: 'needless', remembered: [] };

  const holds: Confirmation = { verdict: 'holds', remembered: [text] };
  const undone: Confirmation = { verdict: 'undone', remembered: 'changed' };
  if (writtenHashes.has(text)) return holds;
  const isAbout = 'issue' in trigger && trigger.issue === issue.number;
  if (isAbout && (trigger.kind === 'confirmed' || trigger.kind === 'edited')) {
    const { editor } = trigger;
    const inEvent = incidentHash(trigger.text);
    const byTrusted =
      editor === null ||
      (await isTrusted({ user: editor, author_association: 'NONE' }, rule, isPermitted)) ||
      (await isOurs(editor, ownLogin));
    if (known.includes(text) || (byTrusted && inEvent === text)) return holds;
    // Somebody has edited it since, and only the run of that edit knows who.
    if (memory === 'none') return { verdict: inEvent === text ? 'undone' : 'pending', remembered: [] };
    if (!byTrusted) return inEvent === text ? undone : { verdict: 'pending', remembered: known };
    return { verdict: 'pending', remembered: [...known, inEvent] };
  }
  if (memory === 'none') return { verdict: 'holds', remembered: [] };
  if (known.includes(text)) return holds;
  const isDecisive = trigger.kind === 'schedule' || trigger.kind === 'setup';
  if (known.length === 0 && former !== 'changed') {
    return isDecisive ? holds : { verdict: 'holds', remembered: [] };
  }
  if (isDecisive) return former === 'changed' ? holds : undone;
  return { verdict: 'pending', remembered: former };
}
