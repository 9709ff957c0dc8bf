import { UserError } from '../errors.ts';
import { hasLabel } from '../github/issue.ts';
import { isAssignable } from '../github/review-actions.ts';
import type { Instant, IssueProblem } from '../incident/incident.ts';
import type { Change } from '../model/change.ts';
import { withStatusComment } from '../model/status-comment.ts';
import { openActions, planReminders } from '../review-actions/overdue.ts';
import { planActions } from '../review-actions/plan.ts';
import type { Progress } from '../review-actions/snapshot.ts';
import type { Tracking } from '../review-actions/tracking.ts';
import { apply, type Result } from './apply.ts';
import { labelChanges, type RunContext } from './context.ts';
import { advance, follow, type ReconcileSettings } from './follow-review-actions.ts';
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
  observed: Tracking,
  settings: ReconcileSettings,
  reminders: ReadonlyMap<number, Instant> | null,
  questions: Questions,
): Promise<Reconciled> {
  let tracking = observed;
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
