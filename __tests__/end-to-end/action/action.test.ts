import { describe, expect, it } from 'vitest';
import { commentEvent, otherEvent, pushEvent, scheduleEvent } from '../../local-github/events.ts';
import { owner, repairedIncident, repo, repository, setStage } from '../stage.ts';

const defaults = {
  result: 'none',
  'pull-request-number': '',
  'pull-request-url': '',
  'compare-url': '',
  incidents: '0',
  problems: '[]',
  'actions-open': '0',
  'actions-created': '0',
  'actions-overdue': '0',
  'report-path': '',
};

describe('an event that does not concern the log', () => {
  it('ends at once, without a request and with the outputs at their defaults', async () => {
    const stage = await setStage();
    const { data: issue } = await stage.github
      .as('stranger')
      .rest.issues.create({ owner, repo, title: 'A question', body: 'How?' });
    const incident = await stage.file();
    const comment = { body: 'Thanks', user: incident.user };
    const events = [
      await stage.event('opened', issue.number),
      await stage.event('edited', issue.number, { changes: { body: { from: 'Why?' } } }),
      await stage.event('closed', issue.number),
      await stage.event('assigned', incident.number),
      await stage.event('labeled', incident.number, { label: 'bug' }),
      await commentEvent(stage.github, repository, 'created', incident.number, comment as never),
      await otherEvent(stage.github, repository, 'pull_request', owner, { action: 'closed' }),
      {
        ...(await pushEvent(stage.github, repository, owner, ['README.md'])),
        payload: { ref: 'refs/heads/incident-log' },
      },
    ];
    for (const event of events) {
      const run = await stage.run({ event });
      expect(run, event.name).toMatchObject({ exitCode: 0, outputs: defaults, summary: '' });
    }
    expect(stage.github.requests).toEqual([]);
  });
});

describe('an event that does', () => {
  it.each(['opened', 'edited', 'closed', 'reopened'] as const)(
    '%s: brings the log up to date',
    async (action) => {
      const stage = await setStage();
      const issue = await stage.file();
      const run = await stage.run({ event: await stage.event(action, issue.number) });
      expect(run.outputs).toMatchObject({ result: 'created' });
    },
  );

  it('a schedule, whose payload names no repository', async () => {
    const stage = await setStage();
    await stage.file();
    const run = await stage.run({ event: await scheduleEvent(stage.github, repository) });
    expect(run.outputs).toMatchObject({ result: 'created' });
  });

  it('an incident deleted or unlabelled leaves the log', async () => {
    const stage = await setStage();
    const [kept, deleted, unlabelled] = [await stage.file(), await stage.file(), await stage.file()];
    expect((await stage.run()).outputs).toMatchObject({ incidents: '3' });
    const gone = await stage.github.deleteIssue(repository, deleted.number);
    const event = await stage.event('deleted', deleted.number, { issue: gone });
    expect((await stage.run({ event })).outputs).toMatchObject({ incidents: '2' });
    const { rest } = stage.github.as(owner);
    await rest.issues.removeLabel({ owner, repo, issue_number: unlabelled.number, name: 'incident' });
    const second = await stage.event('unlabeled', unlabelled.number, { label: 'incident' });
    expect((await stage.run({ event: second })).outputs).toMatchObject({ incidents: '1' });
    expect(await stage.log()).toContain(`[#${kept.number}]`);
    expect(await stage.log()).not.toContain(`[#${unlabelled.number}]`);
  });

  it('a push to the form makes the labels that are missing, and leaves those that are there', async () => {
    const stage = await setStage({ labels: ['Incident'] });
    const event = await pushEvent(stage.github, repository, owner, ['.github/ISSUE_TEMPLATE/incident.yml']);
    expect((await stage.run({ event })).exitCode).toBe(0);
    const { data } = await stage.github.as(owner).rest.issues.listLabelsForRepo({ owner, repo });
    expect(data.map(({ name }) => name)).toEqual(expect.arrayContaining(['Incident', 'incident-confirmed']));
    expect(data.filter(({ name }) => name.toLowerCase() === 'incident')).toHaveLength(1);
  });

  it('writes a step summary with the quarters, the changes and what needs fixing', async () => {
    const stage = await setStage();
    await stage.file({ ...repairedIncident, resolved: '14.43' });
    const run = await stage.run();
    expect(run.summary).toContain('| Q4 2024 | 1 | 24h 59m | not recorded |');
    expect(run.summary).toMatch(/## To be mended\n\n- \[#1\]\(https:.*14\.43/);
    expect(run.annotations).toMatchObject([
      { command: 'warning', message: expect.stringMatching(/^#1: .*“14\.43”/) },
    ]);
    expect(JSON.parse(run.outputs.problems ?? '')).toMatchObject([
      { issue: 1, rule: 'timestamp-form', severity: 'error', field: 'resolved' },
    ]);
  });

  it('fail-on-problems makes the run red, and the log is written all the same', async () => {
    const stage = await setStage();
    await stage.file({ ...repairedIncident, resolved: '14.43' });
    const run = await stage.run({ inputs: { 'fail-on-problems': 'true' } });
    expect(run).toMatchObject({ exitCode: 1, outputs: { result: 'created' } });
    expect(await stage.log()).toContain('24h 59m');
  });
});

describe('bad input is one sentence', () => {
  it.each([
    ['timezone', 'Mars/Olympus', '“Mars/Olympus” is no time zone'],
    ['timezone', '+01:00', '“+01:00” is no time zone'],
    ['empty-quarters', 'some', '“some” is not a value of `empty-quarters`. Use none, zero or omit.'],
    ['overview', 'yes', '“yes” is not a value of `overview`. Use true or false.'],
    ['dry-run', 'perhaps', '“perhaps” is not a value of `dry-run`. Use true or false.'],
    ['branch', 'a..b', 'no name of a branch'],
    ['base', 'nowhere', 'The base branch nowhere does not exist'],
    ['log-path', '../log.md', 'no path in the repository'],
    ['template-path', '/etc/passwd', 'no path in the repository'],
    ['label', '', 'The input `label` is empty'],
    ['review-actions', 'issue', '“issue” is not a value of `review-actions`. Use issues or text.'],
    ['review-actions', '', 'The input `review-actions` is empty'],
    ['review-action-label', '', 'The input `review-action-label` is empty'],
    ['review-action-label', 'review\naction', 'The input `review-action-label` has line ends'],
    ['review-action-label', 'Incident', 'The inputs `review-action-label` and `label` both name “Incident”'],
    [
      'review-action-label',
      'incident-confirmed',
      '`review-action-label` and `confirmed-label` both name “incident-confirmed”',
    ],
    [
      'action-days',
      'a month',
      '“a month” is no number of days; set `action-days` to one such as 30, or to 0.',
    ],
    ['review-action-label', 'Overdue', 'The input `review-action-label` names “Overdue”'],
    ['label', 'overdue', 'The input `label` names “overdue”'],
    ['label', 'incident, bug', 'GitHub cannot list issues by a label with a comma'],
    ['review-action-label', 'a,b', 'The input `review-action-label` names “a,b”'],
    ['action-days', '-1', '“-1” is no number of days'],
    ['action-days', '1.5', '“1.5” is no number of days'],
    ['action-days', '', 'The input `action-days` is empty'],
    ['token', 'wrong', 'did not accept the token'],
  ])('%s: %s', async (name, value, sentence) => {
    const stage = await setStage();
    const run = await stage.run({ inputs: { [name]: value } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([{ command: 'error', message: expect.stringContaining(sentence) }]);
    expect(run.stdout + run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(run.outputs).toEqual(defaults);
  });

  it.each([
    [{ contents: 'read' }, 'contents: write'],
    [{ 'pull-requests': 'read' }, 'pull-requests: write'],
    [{ issues: 'read', 'pull-requests': 'read' }, 'issues: write'],
    [{ issues: 'none', 'pull-requests': 'none' }, 'issues: read'],
  ] as const)('a token with %j names what to add to the workflow', async (permissions, key) => {
    const stage = await setStage({ permissions, labels: ['incident'], private: true });
    await stage.file();
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations.at(-1)?.message).toContain(`Give the job \`${key}\` under \`permissions:\``);
  });
});
