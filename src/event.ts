/** As far as a webhook's payload decides what a run looks at; what it acts on is read anew. */
export interface Payload {
  readonly action?: string;
  readonly ref?: string;
  readonly repository?: { readonly default_branch?: string };
  readonly issue?: {
    readonly number: number;
    readonly body?: string | null;
    readonly labels?: readonly { readonly name: string }[];
  } | null;
  readonly label?: { readonly name: string } | null;
  readonly changes?: { readonly body?: unknown; readonly title?: unknown };
  readonly sender?: { readonly login: string; readonly type?: string } | null;
}

/** Why a run takes place. Every run reconciles everything; this is what it does beyond that. */
export type Occasion =
  /** Missing labels are created. */
  | { readonly kind: 'setup' }
  | { readonly kind: 'reconcile' }
  /** People are reminded of what is overdue. */
  | { readonly kind: 'schedule' }
  /** An issue was opened without the label, perhaps by the form: GitHub drops labels that do not exist. */
  | { readonly kind: 'opened'; readonly issue: number }
  /** An incident's text was edited, by `editor`: that may undo its confirmation. */
  | { readonly kind: 'edited'; readonly issue: number; readonly editor: string };

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
export function occasionOf(event: string, payload: Payload, settings: EventSettings): Occasion | null {
  if (event === 'workflow_dispatch') return { kind: 'setup' };
  if (event === 'schedule') return { kind: 'schedule' };
  if (event === 'push') return isPushToBase(payload, settings.base) ? { kind: 'setup' } : null;
  if (event === 'issues') return occasionOfIssue(payload, settings);
  return null;
}

function isPushToBase({ ref, repository }: Payload, base: string): boolean {
  return ref === `refs/heads/${base.replace(/^refs\/heads\//, '') || repository?.default_branch}`;
}

function occasionOfIssue(
  { action = '', issue, label, changes, sender }: Payload,
  { label: incidentLabel, confirmedLabel, actionLabel }: EventSettings,
): Occasion | null {
  if (!issue || !ISSUE_ACTIONS.has(action)) return null;
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const isOurs = (name: string) => isSame(name, incidentLabel) || isSame(name, confirmedLabel);
  const isActions = (name: string) => actionLabel !== null && isSame(name, actionLabel);
  if (action === 'labeled' || action === 'unlabeled') {
    // A bot sets it on the issues that it makes, which is no news to it.
    const isConcerned = label && (isOurs(label.name) || (isActions(label.name) && sender?.type !== 'Bot'));
    return isConcerned ? { kind: 'reconcile' } : null;
  }
  const labels = (issue.labels ?? []).map(({ name }) => name);
  if (!labels.some(isOurs)) {
    if (labels.some(isActions) && ACTION_ACTIONS.has(action)) return { kind: 'reconcile' };
    // Every submission of a form has headings of this level.
    const mayBeForm = action === 'opened' && /^### /m.test(issue.body ?? '');
    return mayBeForm ? { kind: 'opened', issue: issue.number } : null;
  }
  const isTextEdit = action === 'edited' && (changes?.body !== undefined || changes?.title !== undefined);
  // A confirmation that was not there yet when the edit was made was given for the edited text.
  const wasConfirmed = labels.some((name) => isSame(name, confirmedLabel));
  // A bot edits because somebody who may install it let it.
  if (isTextEdit && wasConfirmed && sender && sender.type !== 'Bot') {
    return { kind: 'edited', issue: issue.number, editor: sender.login };
  }
  return { kind: 'reconcile' };
}
