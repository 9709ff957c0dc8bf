import type { Conversation } from '../commands/conversation.ts';
import { hasLabel, isTrusted, type TrustRule } from '../github/issue.ts';
import { isOurs, type OwnLogin } from '../github/own-login.ts';
import type { Permissions } from '../github/permissions.ts';
import { incidentHash } from '../markers/status-comment.ts';
import type { Confirmation } from '../model/status-comment.ts';
import type { Trigger } from './trigger.ts';

/**
 * Judges a confirmation by the texts that it was given for: those that our comment remembers, and the one that the event of this run
 * tells of, whose run alone knows who wrote it. A run that a stranger may have started learns nothing and undoes nothing; the schedule
 * takes the text as it stands where none is remembered. Where nothing is remembered ever (`feedback: none`), events alone tell.
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
    /** Hashes of what this run itself has written, which it does into a text that holds alone. */
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
    const told = incidentHash(trigger.text);
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
  const isDecisive = trigger.kind === 'schedule' || trigger.kind === 'setup';
  if (known.length === 0 && former !== 'changed') {
    return isDecisive ? holds : { verdict: 'holds', remembered: [] };
  }
  if (isDecisive) return former === 'changed' ? holds : undone;
  return { verdict: 'pending', remembered: former };
}
