import { describe, expect, it } from 'vitest';
import { occasionOf } from '../src/event.ts';

const settings = {
  label: 'incident',
  confirmedLabel: 'incident-confirmed',
  actionLabel: 'review-action',
  base: '',
};
const incident = { number: 7, body: '### First detected\n', labels: [{ name: 'Incident' }] };
const confirmed = { ...incident, labels: [{ name: 'Incident' }, { name: 'Incident-confirmed' }] };
const action = { number: 9, body: 'Write it down', labels: [{ name: 'Review-action' }] };
const other = { number: 8, body: 'A question', labels: [{ name: 'bug' }] };

describe('what an event asks for', () => {
  it.each([
    ['workflow_dispatch', {}, { kind: 'setup' }],
    ['schedule', {}, { kind: 'schedule' }],
    ['push', { ref: 'refs/heads/main', repository: { default_branch: 'main' } }, { kind: 'setup' }],
    ['push', { ref: 'refs/heads/incident-log', repository: { default_branch: 'main' } }, null],
    ['issues', { action: 'labeled', issue: incident, label: { name: 'Incident' } }, { kind: 'reconcile' }],
    ['issues', { action: 'labeled', issue: incident, label: { name: 'bug' } }, null],
    ['issues', { action: 'unlabeled', issue: other, label: { name: 'incident' } }, { kind: 'reconcile' }],
    [
      'issues',
      { action: 'unlabeled', issue: other, label: { name: 'incident-confirmed' } },
      { kind: 'reconcile' },
    ],
    ['issues', { action: 'deleted', issue: incident }, { kind: 'reconcile' }],
    ['issues', { action: 'transferred', issue: incident }, { kind: 'reconcile' }],
    ['issues', { action: 'closed', issue: other }, null],
    ['issues', { action: 'closed', issue: action }, { kind: 'reconcile' }],
    ['issues', { action: 'reopened', issue: action }, { kind: 'reconcile' }],
    ['issues', { action: 'edited', issue: action }, { kind: 'reconcile' }],
    ['issues', { action: 'deleted', issue: action }, { kind: 'reconcile' }],
    ['issues', { action: 'transferred', issue: action }, { kind: 'reconcile' }],
    ['issues', { action: 'labeled', issue: action, label: { name: 'review-action' } }, { kind: 'reconcile' }],
    [
      'issues',
      { action: 'unlabeled', issue: other, label: { name: 'review-action' } },
      { kind: 'reconcile' },
    ],
    ['issues', { action: 'labeled', issue: action, label: { name: 'overdue' } }, null],
    ['issues', { action: 'opened', issue: action }, null],
    ['issues', { action: 'pinned', issue: incident }, null],
    ['issues', { action: 'opened', issue: other }, null],
    [
      'issues',
      { action: 'opened', issue: { ...other, body: 'x\n### Impact\n' } },
      { kind: 'opened', issue: 8 },
    ],
    ['issues', { action: 'edited', issue: { ...other, body: '### Impact\n' } }, null],
    ['issues', { action: 'opened', issue: { number: 9, body: null } }, null],
    ['issues', {}, null],
    ['pull_request', { action: 'closed' }, null],
    ['issue_comment', { action: 'created', issue: incident }, null],
    ['', {}, null],
  ])('%s %j', (event, payload, expected) => {
    expect(occasionOf(event, payload, settings)).toEqual(expected);
  });

  it('an edit of the text tells whose it was, unless a bot made it', () => {
    const edited = (sender: { login: string; type: string }, changes: object, issue = confirmed) =>
      occasionOf('issues', { action: 'edited', issue, sender, changes }, settings);
    const [person, bot] = [
      { login: 'mona', type: 'User' },
      { login: 'app[bot]', type: 'Bot' },
    ];
    expect(edited(person, { body: {} })).toEqual({ kind: 'edited', issue: 7, editor: 'mona' });
    expect(edited(person, { title: {} })).toEqual({ kind: 'edited', issue: 7, editor: 'mona' });
    expect(edited(person, { body: {} }, incident)).toEqual({ kind: 'reconcile' });
    expect(edited(person, {})).toEqual({ kind: 'reconcile' });
    expect(edited(bot, { body: {} })).toEqual({ kind: 'reconcile' });
  });

  it('the label of review actions set by a bot is no news, for it sets that on the issues that it makes', () => {
    const labelled = (type: string, action: string, name: string) =>
      occasionOf(
        'issues',
        { action, issue: confirmed, label: { name }, sender: { login: 'x', type } },
        settings,
      );
    expect(labelled('Bot', 'labeled', 'Review-Action')).toBeNull();
    expect(labelled('User', 'labeled', 'Review-Action')).toEqual({ kind: 'reconcile' });
    // Whoever sets that of incidents: an app may file them.
    expect(labelled('Bot', 'labeled', 'incident')).toEqual({ kind: 'reconcile' });
    expect(labelled('Bot', 'labeled', 'incident-confirmed')).toEqual({ kind: 'reconcile' });
  });

  it('the issues of review actions concern nobody where actions stay text', () => {
    const asText = { ...settings, actionLabel: null };
    expect(occasionOf('issues', { action: 'closed', issue: action }, asText)).toBeNull();
    const labelled = { action: 'labeled', issue: action, label: { name: 'review-action' } };
    expect(occasionOf('issues', labelled, asText)).toBeNull();
  });

  it('a push counts on the branch that the pull request is opened against', () => {
    const push = { ref: 'refs/heads/docs', repository: { default_branch: 'main' } };
    expect(occasionOf('push', push, { ...settings, base: 'docs' })).toEqual({ kind: 'setup' });
    expect(occasionOf('push', push, settings)).toBeNull();
  });
});
