import { ConflictError } from '../errors.ts';
import { askOwnLogin } from '../github/own-login.ts';
import { askPermissions } from '../github/permissions.ts';
import { explain } from '../github/refusal.ts';
import { apply } from './apply.ts';
import { commandStep } from './command-step.ts';
import type { RunContext, RunInput } from './context.ts';
import { anticipate, observe } from './observe.ts';
import { observeIssues } from './observe-issues.ts';
import type { ActionsOutcome, Outcome } from './outcome.ts';
import { pullRequestStep } from './pull-request-step.ts';
import { startReads } from './reads.ts';
import { reviewActionStep } from './review-action-step.ts';
import type { Snapshot } from './snapshot.ts';
import { statusCommentStep } from './status-comment-step.ts';

/** How often a run looks again when something changed under it. */
const MOST_ATTEMPTS = 3;

/**
 * One run. It reads what decides the log from GitHub, and takes its steps: labels, commands, review actions, the pull request, status
 * comments. Each step plans its changes from a snapshot, has them carried out, and hands on the snapshot as it is then. When somebody else
 * changes something meanwhile (a branch moves, an issue is edited), the run looks again and plans again.
 */
export async function run(input: RunInput): Promise<Outcome> {
  const { github, journal, say } = input;
  const context = { ...input, isPermitted: askPermissions(github), ownLogin: askOwnLogin(github) };
  for (let attempt = 1; ; attempt += 1) {
    journal.left.clear();
    try {
      return await takeSteps(context);
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === MOST_ATTEMPTS) throw error;
      say(`${error.message} Looking again.`);
    }
  }
}

async function takeSteps(context: RunContext): Promise<Outcome> {
  const reads = startReads(context);
  // Nobody waits for this: what fails here fails again where its answer is needed.
  anticipate(context, reads).catch(() => {});
  const issues = await observeIssues(context, reads);

  // First of all: only the event of this run tells that these labels are due.
  await apply(context, issues.labelChanges);

  // Next, because the log and the review actions follow from what the incidents say.
  const commanded = await commandStep(context, issues);
  const snapshot = await observe(context, commanded.snapshot, reads);
  const tracked = await reviewActionStep(context, snapshot);
  const proposed = await proposeLog(context, tracked.snapshot, tracked.actions);

  // Last, because status comments tell what came of all that.
  const commented = await statusCommentStep(context, tracked.snapshot, proposed);
  const changes = [issues.labelChanges, commanded.changes, tracked.changes, proposed.changes, commented];
  return { ...proposed, changes: changes.flat() };
}

/** The pull request's step. If it fails, the status comments say so: people are waiting there. */
async function proposeLog(
  context: RunContext,
  snapshot: Snapshot,
  actions: ActionsOutcome,
): Promise<Outcome> {
  try {
    return await pullRequestStep(context, snapshot, actions);
  } catch (error) {
    const failure = error instanceof ConflictError ? null : explain(error);
    // If this fails as well, the first failure is the one to report.
    if (failure !== null) await statusCommentStep(context, snapshot, { failure }).catch(() => {});
    throw error;
  }
}
