import type { Issue } from '../../../src/github/issue.ts';
import type { ActionIssue } from '../../../src/github/review-actions.ts';
import type { ReviewAction } from '../../../src/incident/incident.ts';
import { textHash } from '../../../src/markers/hash.ts';
import { readMarker } from '../../../src/markers/review-action.ts';
import { referenceKey } from '../../../src/model/action-states.ts';
import { readIssue, schemaOf } from '../../../src/model/incidents.ts';
import { writeAction } from '../../../src/review-actions/issue-text.ts';
import type { Tracking } from '../../../src/review-actions/tracking.ts';
import type { ReconcileSettings } from '../../../src/run/follow-review-actions.ts';
import { form, repairedIncident } from '../../end-to-end/stage.ts';
import { renderSubmission } from '../../local-github/issue-form.ts';

/** A repository that went by another name once. */
export const place = { id: 7, name: 'octo/new', url: 'https://github.com/octo/new' };
export const incidentNumber = 12;

export const settings: ReconcileSettings = {
  label: 'review-action',
  template: schemaOf(form, 'incident.yml'),
  timezone: 'UTC',
  now: Date.parse('2026-01-01T00:00:00Z'),
  days: 0,
};

/** An incident of the repository with these review actions. */
export function incidentIssue(actions: string): Issue {
  return {
    number: incidentNumber,
    title: 'Onboarding failed',
    body: renderSubmission(form, { ...repairedIncident, 'review-actions': actions }),
    html_url: `${place.url}/issues/${incidentNumber}`,
    state: 'closed',
    state_reason: 'completed',
    comments: null,
    updated_at: '',
    reopened_at: null,
    closed_by_bot: null,
    locked: false,
    closed_at: '2025-01-02T00:00:00Z',
    labels: ['incident'],
    user: { login: 'octo', type: 'User' },
    author_association: 'OWNER',
    pull_request: null,
    sub_issues_summary: null,
  };
}

/** The issue that a run has made of an action of the incident, and has linked. */
export function issueFor(
  number: number,
  action: Pick<ReviewAction, 'text'> & Partial<ReviewAction>,
): ActionIssue {
  const words = { owner: null, due: null, ...action };
  const written = writeAction(words, {
    repository: place.id,
    incident: { number: incidentNumber, url: `${place.url}/issues/${incidentNumber}` },
    occurrence: 1,
    text: textHash(action.text),
    owner: 'assignable',
  });
  return {
    ...incidentIssue(''),
    ...written,
    number,
    id: 1000 + number,
    html_url: `${place.url}/issues/${number}`,
    state: 'open',
    state_reason: null,
    closed_at: null,
    labels: ['review-action'],
    user: { login: 'github-actions[bot]', type: 'Bot' },
    author_association: 'NONE',
    pull_request: null,
    locked: false,
    assignees: [],
    created_at: '2025-01-01T00:00:00Z',
    parent_issue_url: `https://api.github.com/repos/octo/new/issues/${incidentNumber}`,
  };
}

/** The incident and these issues of ours, as a run has read them. */
export function trackingOf(incident: Issue, issues: readonly ActionIssue[]): Tracking {
  const tracked = issues.map(
    (issue) => [referenceKey(issue.number), { issue, marker: readMarker(issue.body) }] as const,
  );
  return {
    repository: place,
    incidents: [readIssue(incident, settings.template, settings)],
    conversations: new Map(),
    issues: new Map(tracked),
    aliases: new Map(),
  };
}
