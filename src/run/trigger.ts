import { mayHoldCommand } from '../commands/syntax.ts';
import type { Account } from '../github/own-login.ts';
import { withoutInvisible } from '../incident/invisible.ts';

/** As far as a webhook's payload decides what a run looks at; the run reads what it acts on from GitHub. */
export interface Payload {
  readonly action?: string;
  readonly ref?: string;
  readonly repository?: { readonly default_branch?: string };
  readonly issue?: {
    readonly number: number;
    readonly title?: string;
    readonly body?: string | null;
    readonly pull_request?: unknown;
    readonly labels?: readonly { readonly name: string }[];
  } | null;
  readonly label?: { readonly name: string } | null;
  readonly comment?: { readonly body?: string | null } | null;
  readonly changes?: { readonly body?: unknown; readonly title?: unknown };
  readonly sender?: { readonly login: string; readonly type?: string } | null;
}

/** Why a run takes place. Every run reconciles everything; this is what it does beyond that. */
export type Trigger =
  /** Missing labels are created. */
  | { readonly kind: 'setup' }
  /** `issue` is the one that the event is about. */
  | { readonly kind: 'reconcile'; readonly issue: number }
  /** People are reminded of what is overdue. */
  | { readonly kind: 'schedule' }
  /** An issue was opened without the label, perhaps by the form: GitHub drops labels that do not exist. */
  | { readonly kind: 'opened'; readonly issue: number }
  /** An issue has lost the label that makes an incident of it. */
  | { readonly kind: 'unlabelled'; readonly issue: number }
  /** A confirmed incident's text was edited, to `text` by `editor`: that may undo its confirmation. */
  | (TextTrigger & { readonly kind: 'edited' })
  /** Somebody who may set labels confirmed an incident that said `text`. */
  | (TextTrigger & { readonly kind: 'confirmed' })
  /** Somebody commented on an incident, and the comment may hold a command. */
  | { readonly kind: 'commented'; readonly issue: number; readonly comment: string };

interface TextTrigger {
  readonly issue: number;
  /** Null for somebody who is trusted whoever it is, for only such a one could do that. */
  readonly editor: Account | null;
  readonly text: { readonly title: string; readonly body: string | null };
}

const ISSUE_ACTIONS = new Set([
  'opened',
  'edited',
  'labeled',
  'unlabeled',
  'closed',
  'reopened',
  'deleted',
  'transferred',
]);

/** What a review action's issue may go through that the log shows, or that tells whose it is. */
const ACTION_ACTIONS = new Set(['edited', 'closed', 'reopened', 'deleted', 'transferred']);

export interface EventSettings {
  readonly label: string;
  readonly confirmedLabel: string;
  /** Null where review actions have no issues. */
  readonly actionLabel: string | null;
  readonly base: string;
}

/**
 * What an event asks for, or null when it does not concern the log: then the run ends without a request. Uses nothing but
 * the payload (https://docs.github.com/en/webhooks/webhook-events-and-payloads).
 */
export function triggerOf(event: string, payload: Payload, settings: EventSettings): Trigger | null {
  if (event === 'workflow_dispatch') return { kind: 'setup' };
  if (event === 'schedule') return { kind: 'schedule' };
  if (event === 'push') return isPushToBase(payload, settings.base) ? { kind: 'setup' } : null;
  if (event === 'issues') return triggerOfIssue(payload, settings);
  if (event === 'issue_comment') return triggerOfComment(payload, settings);
  return null;
}

function triggerOfComment({ action, issue, comment }: Payload, { label }: EventSettings): Trigger | null {
  const body = comment?.body ?? '';
  const isIncident = issue?.labels?.some(({ name }) => isSame(name, label)) && !issue.pull_request;
  if (action !== 'created' || !issue || !isIncident || !mayHoldCommand(withoutInvisible(body))) return null;
  return { kind: 'commented', issue: issue.number, comment: body };
}

/** Labels are the same whatever their case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isPushToBase({ ref, repository }: Payload, base: string): boolean {
  return ref === `refs/heads/${base.replace(/^refs\/heads\//, '') || repository?.default_branch}`;
}

function triggerOfIssue(
  { action = '', issue, label, changes, sender }: Payload,
  { label: incidentLabel, confirmedLabel, actionLabel }: EventSettings,
): Trigger | null {
  if (!issue || !ISSUE_ACTIONS.has(action)) return null;
  const isOurs = (name: string) => isSame(name, incidentLabel) || isSame(name, confirmedLabel);
  const isActions = (name: string) => actionLabel !== null && isSame(name, actionLabel);
  if (action === 'labeled' || action === 'unlabeled') {
    // A bot sets it on the issues that it makes, which is no news to it.
    const isConcerned = label && (isOurs(label.name) || (isActions(label.name) && sender?.type !== 'Bot'));
    if (!isConcerned) return null;
    if (action === 'unlabeled' && isSame(label.name, incidentLabel)) {
      return { kind: 'unlabelled', issue: issue.number };
    }
    const isConfirmation = action === 'labeled' && isSame(label.name, confirmedLabel);
    return isConfirmation
      ? { kind: 'confirmed', issue: issue.number, editor: null, text: textOf(issue) }
      : { kind: 'reconcile', issue: issue.number };
  }
  const labels = (issue.labels ?? []).map(({ name }) => name);
  if (!labels.some(isOurs)) {
    if (labels.some(isActions) && ACTION_ACTIONS.has(action))
      return { kind: 'reconcile', issue: issue.number };
    // Every submission of a form has headings of this level.
    const mayBeForm = action === 'opened' && /^### /m.test(issue.body ?? '');
    return mayBeForm ? { kind: 'opened', issue: issue.number } : null;
  }
  const isTextEdit = action === 'edited' && (changes?.body !== undefined || changes?.title !== undefined);
  // A confirmation that was not there yet when the edit was made was given for the edited text.
  const wasConfirmed = labels.some((name) => isSame(name, confirmedLabel));
  if (isTextEdit && wasConfirmed && sender) {
    const { login, type = 'User' } = sender;
    return { kind: 'edited', issue: issue.number, editor: { login, type }, text: textOf(issue) };
  }
  return { kind: 'reconcile', issue: issue.number };
}

function textOf({ title = '', body = null }: NonNullable<Payload['issue']>) {
  return { title, body };
}
