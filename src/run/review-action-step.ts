import { UserError } from '../errors.ts';
import { hasLabel, type Issue } from '../github/issue.ts';
import { type ActionIssue, isAssignable } from '../github/review-actions.ts';
import type { Instant, IssueProblem } from '../incident/incident.ts';
import { UNLISTED_MARKER } from '../markers/fixed.ts';
import { readMarker } from '../markers/review-action.ts';
import { referenceKey } from '../model/action-states.ts';
import type { Change } from '../model/change.ts';
import { readIssues } from '../model/incidents.ts';
import { withStatusComment } from '../model/status-comment.ts';
import { type OverdueSettings, openActions, planReminders } from '../review-actions/overdue.ts';
import { planActions } from '../review-actions/plan.ts';
import type { PlanSettings, Progress } from '../review-actions/snapshot.ts';
import type { TrackedIssue, Tracking } from '../review-actions/tracking.ts';
import { apply, type Result } from './apply.ts';
import { labelChanges, type RunContext } from './context.ts';
import type { ActionsOutcome } from './outcome.ts';
import type { Snapshot } from './snapshot.ts';

/** The review actions' step, what came of it, and the snapshot after it. */
export async function reviewActionStep(
  context: RunContext,
  snapshot: Snapshot,
): Promise<{
  readonly snapshot: Snapshot;
  readonly actions: ActionsOutcome;
  readonly changes: readonly Change[];
}> {
  const { reviewActions, log } = context.settings;
  if (reviewActions === null || snapshot.tracking === null) {
    return { snapshot, actions: { created: 0, open: [], notes: [], problems: [] }, changes: [] };
  }
  const settings = {
    ...reviewActions,
    template: snapshot.template,
    timezone: log.timezone,
    now: context.now,
  };
  const reconciled =
    context.mode === 'dry-run'
      ? firstStep(snapshot.tracking, settings, snapshot.reminders)
      : await reconcileActions(snapshot.tracking, settings, snapshot.reminders, {
          created: context.journal.done.filter(({ kind }) => kind === 'create-action').length,
          isAssignable: (login) => isAssignable(context.github, login),
          missingLabels: (names) => labelChanges(context, names),
          apply: (changes) => apply(context, changes),
        });
  const { tracking, changes, created, notes, problems } = reconciled;
  const conversations = snapshot.conversations.map((each) => withStatusComment(each, changes));
  return {
    snapshot: { ...snapshot, tracking, incidents: tracking.incidents, conversations },
    actions: { created, open: openActions(tracking, settings), notes, problems },
    changes,
  };
}

/** What is asked of GitHub between two steps; everything else was read before. */
export interface Questions {
  /** How many issues an earlier try of this run has made. */
  readonly created: number;
  isAssignable(login: string): Promise<boolean>;
  /** The changes that create those of these labels which the repository lacks. */
  missingLabels(names: readonly string[]): Promise<readonly Change[]>;
  /** Carries out changes, and returns what came of each. */
  apply(changes: readonly Change[]): Promise<readonly Result[]>;
}

export interface Reconciled {
  readonly tracking: Tracking;
  readonly changes: readonly Change[];
  readonly created: number;
  /** Sentences about what was left as it is, and why. */
  readonly notes: readonly string[];
  readonly problems: readonly IssueProblem[];
}

export interface ReconcileSettings extends PlanSettings, OverdueSettings {}

/** What a run does about review actions before it does anything: the first step of it. For a dry run. */
export function firstStep(
  tracking: Tracking,
  settings: ReconcileSettings,
  reminders: ReadonlyMap<number, Instant> | null,
): Reconciled {
  const plan = planActions(tracking, noProgress, settings);
  const reminding = planReminders(tracking, settings, reminders);
  return {
    tracking,
    changes: [...plan.changes, ...reminding.changes],
    created: 0,
    notes: [...plan.notes, ...reminding.notes],
    problems: plan.problems,
  };
}

const noProgress: Progress = {
  created: 0,
  told: 0,
  linking: 'unknown',
  unlinked: new Map(),
  assignable: new Map(),
};

/** Owners, issues, references, links, and what follows from them: some six steps do. */
const MOST_STEPS = 20;

/** Plans and carries out, step by step, until there is nothing left to do; nobody is reminded before that. */
export async function reconcileActions(
  seen: Tracking,
  settings: ReconcileSettings,
  reminders: ReadonlyMap<number, Instant> | null,
  questions: Questions,
): Promise<Reconciled> {
  let tracking = seen;
  let progress: Progress = { ...noProgress, created: questions.created };
  const changes: Change[] = [];
  const carryOut = async (step: readonly Change[]) => {
    const labels = await questions.missingLabels(labelsNeeded(step, tracking));
    const results = await questions.apply([...labels, ...step]);
    changes.push(...labels, ...step);
    for (const [index, change] of step.entries()) {
      const result = results[labels.length + index] ?? null;
      progress = advance(progress, change, result);
      tracking = follow(tracking, change, result, settings);
    }
  };
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const plan = planActions(tracking, progress, settings);
    if (plan.unknownOwners.length > 0) {
      progress = { ...progress, assignable: await ask(progress, plan.unknownOwners, questions) };
    } else if (plan.changes.length > 0) {
      await carryOut(plan.changes);
    } else {
      const reminding = planReminders(tracking, settings, reminders);
      if (reminding.changes.length > 0) await carryOut(reminding.changes);
      const notes = [...plan.notes, ...reminding.notes];
      return { tracking, changes, created: progress.created, notes, problems: plan.problems };
    }
  }
  throw new UserError(
    'The review actions do not come to rest: GitHub does not keep what is written into an issue as it was written; see the steps above.',
  );
}

async function ask({ assignable }: Progress, owners: readonly string[], { isAssignable }: Questions) {
  const answers = await Promise.all(owners.map(async (owner) => [owner, await isAssignable(owner)] as const));
  return new Map([...assignable, ...answers]);
}

/** Labels that are to be set and that no issue carries yet. */
function labelsNeeded(changes: readonly Change[], { issues }: Tracking): string[] {
  const needed = changes.flatMap((change) =>
    change.kind === 'create-action' || change.kind === 'add-labels' ? change.labels : [],
  );
  const tracked = [...issues.values()].filter((each) => each !== null);
  return [...new Set(needed)].filter((name) => !tracked.some(({ issue }) => hasLabel(issue, name)));
}

function advance(progress: Progress, change: Change, result: Result): Progress {
  if (change.kind === 'create-action') return { ...progress, created: progress.created + 1 };
  if (change.kind === 'comment' && change.marker === UNLISTED_MARKER) {
    return { ...progress, told: progress.told + 1 };
  }
  if (change.kind !== 'link-action' || result?.kind !== 'link') return progress;
  const { refusal } = result;
  if (refusal === null) return { ...progress, linking: 'works' };
  if (refusal.reach === 'all') return { ...progress, linking: refusal };
  // Who refuses a single issue has the API.
  const unlinked = new Map([...progress.unlinked, [change.action, refusal.reason]]);
  return { ...progress, linking: 'works', unlinked };
}

/** What is known once a change has been carried out. */
function follow(tracking: Tracking, change: Change, result: Result, settings: ReconcileSettings): Tracking {
  switch (change.kind) {
    case 'create-action': {
      if (result?.kind !== 'action') return tracking;
      const { issue } = result;
      const created: TrackedIssue = { issue, marker: readMarker(issue.body) };
      return { ...tracking, issues: new Map([...tracking.issues, [referenceKey(issue.number), created]]) };
    }
    case 'rewrite-issue': {
      if (result?.kind !== 'issue') return tracking;
      // An incident, or the issue of a review action.
      const { title, body } = result.issue;
      return withIssue(withIncident(tracking, result.issue, settings), change.issue, () => ({ title, body }));
    }
    case 'edit-comment':
      return withConversation(tracking, change);
    case 'assign':
      return withIssue(tracking, change.issue, () => ({ assignees: [...change.assignees] }));
    case 'link-action': {
      if (result?.kind !== 'link' || result.refusal !== null) return tracking;
      const parent_issue_url = `/repos/${tracking.repository.name}/issues/${change.incident}`;
      return withIssue(withSubIssues(tracking, change.incident, 1), change.action, () => ({
        parent_issue_url,
      }));
    }
    case 'unlink-action':
      return withIssue(withSubIssues(tracking, change.incident, -1), change.action, () => ({
        parent_issue_url: null,
      }));
    case 'close-duplicate':
      return withIssue(tracking, change.action, () => ({ state: 'closed', state_reason: 'duplicate' }));
    case 'add-labels':
      return withIssue(tracking, change.issue, ({ labels }) => ({ labels: [...labels, ...change.labels] }));
    case 'remove-label':
      return withIssue(tracking, change.issue, ({ labels }) => ({
        labels: labels.filter((label) => !hasLabel({ labels: [label] }, change.label)),
      }));
    default:
      return tracking;
  }
}

function withIssue(
  tracking: Tracking,
  number: number,
  changed: (issue: ActionIssue) => Partial<ActionIssue>,
): Tracking {
  const key = referenceKey(number);
  const tracked = tracking.issues.get(key);
  if (!tracked) return tracking;
  const issue = { ...tracked.issue, ...changed(tracked.issue) };
  const marker = tracked.marker && readMarker(issue.body);
  return { ...tracking, issues: new Map([...tracking.issues, [key, { issue, marker }]]) };
}

/** So many more, or fewer, sub-issues, where the server counts them. */
function withSubIssues(tracking: Tracking, incident: number, more: number): Tracking {
  const incidents = tracking.incidents.map((read) => {
    const summary = read.issue.sub_issues_summary;
    if (read.issue.number !== incident || summary === null) return read;
    return { ...read, issue: { ...read.issue, sub_issues_summary: { total: summary.total + more } } };
  });
  return { ...tracking, incidents };
}

function withConversation(tracking: Tracking, change: Extract<Change, { kind: 'edit-comment' }>): Tracking {
  const conversation = tracking.conversations.get(change.issue);
  if (conversation === undefined) return tracking;
  const conversations = new Map(tracking.conversations);
  conversations.set(change.issue, withStatusComment(conversation, [change]));
  return { ...tracking, conversations };
}

function withIncident(
  tracking: Tracking,
  rewritten: Issue,
  { template, timezone, now }: ReconcileSettings,
): Tracking {
  const incidents = tracking.incidents.map((read) => {
    if (read.issue.number !== rewritten.number) return read;
    const [again] = readIssues([{ ...read.issue, body: rewritten.body }], template, { timezone, now });
    return again ?? read;
  });
  return { ...tracking, incidents };
}
