import { hasLabel, type Issue } from '../github/issue.ts';
import type { ActionIssue } from '../github/review-actions.ts';
import { UNLISTED_MARKER } from '../markers/fixed.ts';
import { readMarker } from '../markers/review-action.ts';
import { referenceKey } from '../model/action-states.ts';
import type { Change } from '../model/change.ts';
import { readIssue } from '../model/incidents.ts';
import { withStatusComment } from '../model/status-comment.ts';
import type { OverdueSettings } from '../review-actions/overdue.ts';
import type { PlanSettings, Progress } from '../review-actions/snapshot.ts';
import type { TrackedIssue, Tracking } from '../review-actions/tracking.ts';
import type { Result } from './apply.ts';

export interface ReconcileSettings extends PlanSettings, OverdueSettings {}

/** What a run has found out, with what a change brought. */
export function advance(progress: Progress, change: Change, result: Result): Progress {
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

/** What is known of the review actions once a change has been carried out. Pure. */
export function follow(
  tracking: Tracking,
  change: Change,
  result: Result,
  settings: ReconcileSettings,
): Tracking {
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
    return readIssue({ ...read.issue, body: rewritten.body }, template, { timezone, now });
  });
  return { ...tracking, incidents };
}
