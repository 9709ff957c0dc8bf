import { describe, expect, it } from 'vitest';
import { triggerOf } from '../../../src/run/trigger.ts';

const settings = {
  label: 'incident',
  confirmedLabel: 'incident-confirmed',
  actionLabel: 'review-action',
  base: '',
};
const incident = {
  number: 7,
  title: 'Login failure',
  body: '### First detected\n',
  labels: [{ name: 'Incident' }],
};
const confirmed = { ...incident, labels: [{ name: 'Incident' }, { name: 'Incident-confirmed' }] };
const action = { number: 9, body: 'Write it down', labels: [{ name: 'Review-action' }] };
const other = { number: 8, body: 'A question', labels: [{ name: 'bug' }] };

describe('what an event asks for', () => {
  it.each([
    ['workflow_dispatch', {}, { kind: 'setup' }],
    ['schedule', {}, { kind: 'schedule' }],
    ['push', { ref: 'refs/heads/main', repository: { default_branch: 'main' } }, { kind: 'setup' }],
    ['push', { ref: 'refs/heads/incident-log', repository: { default_branch: 'main' } }, null],
    [
      'issues',
      { action: 'labeled', issue: incident, label: { name: 'Incident' } },
      { kind: 'reconcile', issue: 7 },
    ],
    ['issues', { action: 'labeled', issue: incident, label: { name: 'bug' } }, null],
    [
      'issues',
      { action: 'unlabeled', issue: other, label: { name: 'incident' } },
      { kind: 'unlabelled', issue: 8 },
    ],
    [
      'issues',
      { action: 'unlabeled', issue: other, label: { name: 'incident-confirmed' } },
      { kind: 'reconcile', issue: 8 },
    ],
    ['issues', { action: 'deleted', issue: incident }, { kind: 'reconcile', issue: 7 }],
    ['issues', { action: 'transferred', issue: incident }, { kind: 'reconcile', issue: 7 }],
    ['issues', { action: 'closed', issue: other }, null],
    ['issues', { action: 'closed', issue: action }, { kind: 'reconcile', issue: 9 }],
    ['issues', { action: 'reopened', issue: action }, { kind: 'reconcile', issue: 9 }],
    ['issues', { action: 'edited', issue: action }, { kind: 'reconcile', issue: 9 }],
    ['issues', { action: 'deleted', issue: action }, { kind: 'reconcile', issue: 9 }],
    ['issues', { action: 'transferred', issue: action }, { kind: 'reconcile', issue: 9 }],
    [
      'issues',
      { action: 'labeled', issue: action, label: { name: 'review-action' } },
      { kind: 'reconcile', issue: 9 },
    ],
    [
      'issues',
      { action: 'unlabeled', issue: other, label: { name: 'review-action' } },
      { kind: 'reconcile', issue: 8 },
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
    ['issue_comment', { action: 'created', issue: incident, comment: { body: null } }, null],
    ['issue_comment', { action: 'created', issue: null, comment: { body: '/repaired' } }, null],
    ['', {}, null],
  ])('%s %j', (event, payload, expected) => {
    expect(triggerOf(event, payload, settings)).toEqual(expected);
  });

  it('an edit of the text tells whose it was, a bot’s too', () => {
    const edited = (sender: { login: string; type: string }, changes: object, issue = confirmed) =>
      triggerOf('issues', { action: 'edited', issue, sender, changes }, settings);
    const [person, bot] = [
      { login: 'mona', type: 'User' },
      { login: 'app[bot]', type: 'Bot' },
    ];
    const text = { title: 'Login failure', body: '### First detected\n' };
    expect(edited(person, { body: {} })).toEqual({ kind: 'edited', issue: 7, editor: person, text });
    expect(edited(person, { title: {} })).toEqual({ kind: 'edited', issue: 7, editor: person, text });
    expect(edited(person, { body: {} }, incident)).toEqual({ kind: 'reconcile', issue: 7 });
    expect(edited(person, {})).toEqual({ kind: 'reconcile', issue: 7 });
    expect(edited(bot, { body: {} })).toEqual({ kind: 'edited', issue: 7, editor: bot, text });
  });

  it('the label of review actions set by a bot is no news, for it sets that on the issues that it makes', () => {
    const labelled = (type: string, action: string, name: string) =>
      triggerOf(
        'issues',
        { action, issue: confirmed, label: { name }, sender: { login: 'x', type } },
        settings,
      );
    expect(labelled('Bot', 'labeled', 'Review-Action')).toBeNull();
    expect(labelled('User', 'labeled', 'Review-Action')).toEqual({ kind: 'reconcile', issue: 7 });
    // Whoever sets that of incidents: an app may file them.
    expect(labelled('Bot', 'labeled', 'incident')).toEqual({ kind: 'reconcile', issue: 7 });
    expect(labelled('Bot', 'labeled', 'incident-confirmed')).toMatchObject({ kind: 'confirmed', issue: 7 });
  });

  it('a confirmation tells what the incident said then, whoever may set labels', () => {
    const labelled = (action: string, name: string, issue: object) =>
      triggerOf('issues', { action, issue: { number: 7, ...issue }, label: { name } }, settings);
    const said = { title: 'Login failure', body: '### First detected\n' };
    expect(labelled('labeled', 'Incident-Confirmed', said)).toEqual({
      kind: 'confirmed',
      issue: 7,
      editor: null,
      text: said,
    });
    expect(labelled('labeled', 'incident-confirmed', { title: 'Blank', body: null })).toMatchObject({
      text: { title: 'Blank', body: null },
    });
    expect(labelled('unlabeled', 'incident-confirmed', said)).toEqual({ kind: 'reconcile', issue: 7 });
  });

  describe('a comment', () => {
    const commented = (body: string, { action = 'created', issue = incident as object } = {}) =>
      triggerOf('issue_comment', { action, issue: { number: 7, ...issue }, comment: { body } }, settings);

    it.each([
      '/detected 10:30',
      '/repaired',
      '/resolved 11:40',
      '/timeline 11:00 It came back',
      '/action Write it down',
      '/help',
      '/Repaired 11:29',
      '/fixed',
      '/close',
      '\u200b/repaired',
      '   /repaired',
      'It is fixed.\n\n/repaired 11:29\n',
      'It is fixed.\r\n/repaired 11:29',
    ])('may hold a command: %j', (body) => {
      expect(commented(body)).toEqual({ kind: 'commented', issue: 7, comment: body });
    });

    it.each([
      '',
      'We look into it.',
      'It was /repaired 11:29',
      '> /repaired',
      '    /repaired',
      'repaired 11:29',
      '/ close',
    ])('without one concerns nobody: %j', (body) => {
      expect(commented(body)).toBeNull();
    });

    it('on an issue with the label of incidents counts, in whichever case that is', () => {
      const labels = (...names: string[]) => ({ labels: names.map((name) => ({ name })) });
      const expected = { kind: 'commented', issue: 7, comment: '/help' };
      expect(commented('/help', { issue: labels('bug', 'INCIDENT') })).toEqual(expected);
      expect(commented('/help', { issue: labels('incident') })).toEqual(expected);
      expect(commented('/help', { issue: labels('incidents', 'incident-confirmed') })).toBeNull();
      expect(commented('/help', { issue: labels() })).toBeNull();
      expect(commented('/help', { issue: { labels: undefined } })).toBeNull();
      expect(commented('/help', { issue: { ...labels('incident'), pull_request: {} } })).toBeNull();
    });

    it.each(['edited', 'deleted', ''])('counts when it is written, not when it is “%s”', (action) => {
      expect(commented('/help', { action })).toBeNull();
    });
  });

  it('the issues of review actions concern nobody where actions stay text', () => {
    const asText = { ...settings, actionLabel: null };
    expect(triggerOf('issues', { action: 'closed', issue: action }, asText)).toBeNull();
    const labelled = { action: 'labeled', issue: action, label: { name: 'review-action' } };
    expect(triggerOf('issues', labelled, asText)).toBeNull();
  });

  it('a push counts on the branch that the pull request is opened against', () => {
    const push = { ref: 'refs/heads/docs', repository: { default_branch: 'main' } };
    expect(triggerOf('push', push, { ...settings, base: 'docs' })).toEqual({ kind: 'setup' });
    expect(triggerOf('push', push, settings)).toBeNull();
  });
});
