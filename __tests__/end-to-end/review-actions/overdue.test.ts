import { describe, expect, it } from 'vitest';
import { REMINDER_MARKER } from '../../../src/markers/fixed.ts';
import {
  actionIssues,
  actionLabel,
  closeIssue,
  editIssue,
  fileWith,
  issueOf,
  runGreen,
} from '../action-issues.ts';
import {
  agoInstant,
  conversationOf,
  dateAgo,
  labelsOf,
  overdueIssues,
  runScheduled,
  setOneAction,
  setReminded,
} from '../overdue-actions.ts';
import { owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

describe('when a review action is overdue', () => {
  /** A repaired incident that was resolved so many days ago. */
  const resolvedAgo = (days: number) => ({
    'first-detected': `${dateAgo(days + 2)} 10:00`,
    repaired: `${dateAgo(days + 1)} 10:00`,
    resolved: `${dateAgo(days)} 10:00`,
  });

  it('goes by its due date, or else by the days since its incident was resolved', async () => {
    const stage = await setStage();
    const closedAgo = async (days: number) => {
      const number = await fileWith(stage, `- Not resolved, closed ${days} days ago`, { resolved: '' });
      await closeIssue(stage, number, 'completed');
      stage.github.backdate(repository, { issue: number }, agoInstant(days));
    };
    await fileWith(stage, '- Resolved 30 days ago', resolvedAgo(30));
    await fileWith(stage, '- Resolved 31 days ago', resolvedAgo(31));
    await fileWith(
      stage,
      `- Due today (due ${dateAgo(0)})\n- Due yesterday (due ${dateAgo(1)})\n- Due tomorrow (due ${dateAgo(-1)})`,
      resolvedAgo(31),
    );
    await fileWith(stage, `- Not resolved, due yesterday (due ${dateAgo(1)})`, { resolved: '' });
    await closedAgo(30);
    await closedAgo(31);
    const open = await fileWith(stage, '- Not resolved, still open', { resolved: '' });
    stage.github.backdate(repository, { issue: open }, agoInstant(300));
    await runGreen(stage);
    for (const { number } of await actionIssues(stage))
      stage.github.backdate(repository, { issue: number }, agoInstant(300));

    const overdueAfter = async (inputs: Record<string, string>) => {
      const { outputs } = await runScheduled(stage, inputs);
      const numbers = await overdueIssues(stage);
      expect(outputs['actions-overdue']).toBe(`${numbers.length}`);
      const titles = await Promise.all(numbers.map(async (number) => (await issueOf(stage, number)).title));
      return titles.sort();
    };
    const byDate = ['Due yesterday', 'Not resolved, due yesterday'];
    expect(await overdueAfter({})).toEqual([
      'Due yesterday',
      'Not resolved, closed 31 days ago',
      'Not resolved, due yesterday',
      'Resolved 31 days ago',
    ]);
    expect(await overdueAfter({ 'action-days': '0' })).toEqual(byDate);
    expect(await overdueAfter({ 'action-days': '29' })).toEqual([
      'Due yesterday',
      'Not resolved, closed 30 days ago',
      'Not resolved, closed 31 days ago',
      'Not resolved, due yesterday',
      'Resolved 30 days ago',
      'Resolved 31 days ago',
    ]);
  });

  it('without a due date, counts from when its own issue was made, where the incident was resolved before that', async () => {
    const stage = await setStage();
    const incident = await fileWith(stage, '- Backfilled\n- Backfilled, due long ago (due 2024-12-01)');
    const first = await runScheduled(stage);
    expect(first.outputs).toMatchObject({ 'actions-created': '2', 'actions-overdue': '1' });
    const [backfilled] = (await actionIssues(stage)).filter(({ title }) => title === 'Backfilled');
    const number = backfilled?.number ?? 0;
    expect(await overdueIssues(stage)).not.toContain(number);

    const overdueAfter = async (days: number) => {
      stage.github.backdate(repository, { issue: number }, agoInstant(days));
      await runScheduled(stage);
      return (await overdueIssues(stage)).includes(number);
    };
    expect(await overdueAfter(30)).toBe(false);
    expect(await overdueAfter(31)).toBe(true);
    expect(incident).toBeLessThan(number);
  });

  it('is told by the calendar of the log’s zone', async () => {
    const [east, west] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    // Their clocks are 25 hours apart, so that it is never the same date in both.
    const { stage, action } = await setOneAction(`Alert earlier (@mona, due ${dateAgo(1, east)})`);
    expect((await runScheduled(stage, { timezone: west })).outputs['actions-overdue']).toBe('0');
    expect(await labelsOf(stage, action)).not.toContain('overdue');
    expect((await runScheduled(stage, { timezone: east })).outputs['actions-overdue']).toBe('1');
    expect(await labelsOf(stage, action)).toContain('overdue');
  });

  it('is told by the incident that it was made for, where two list it', async () => {
    const { stage, action } = await setReminded();
    await fileWith(stage, `- Alert earlier (due 2999-01-01) (#${action})`);
    const run = await runScheduled(stage);
    expect(run.outputs).toMatchObject({ incidents: '2', 'actions-open': '1', 'actions-overdue': '1' });
    expect(run.summary.match(/2024-12-01, overdue/g)).toHaveLength(1);
    expect(await conversationOf(stage, action)).toHaveLength(1);
  });
});

describe('a review action that is not overdue any more', () => {
  const answer = (stage: Stage, incident: number, actions: string, answers = {}) =>
    stage.answer(incident, { ...repairedIncident, ...answers, 'review-actions': actions });

  it.each(['completed', 'not_planned'] as const)(
    'closed (%s): loses the label and the comment at once, and gets them again when it is reopened',
    async (reason) => {
      const { stage, action, reminder } = await setReminded();
      const { rest } = stage.github.as(owner);
      await rest.issues.addLabels({ owner, repo, issue_number: action, labels: ['incident-confirmed'] });
      await closeIssue(stage, action, reason);
      const closed = await runGreen(stage, { event: await stage.event('closed', action) });
      expect(closed.outputs).toMatchObject({ 'actions-open': '0', 'actions-overdue': '0' });
      expect(await labelsOf(stage, action)).toEqual(['incident-confirmed', actionLabel]);
      expect(await conversationOf(stage, action)).toEqual([]);
      await editIssue(stage, action, { state: 'open' });
      await runGreen(stage, { event: await stage.event('reopened', action) });
      expect(await labelsOf(stage, action)).not.toContain('overdue');
      await runScheduled(stage);
      expect(await labelsOf(stage, action)).toContain('overdue');
      const comments = await conversationOf(stage, action);
      expect(comments).toHaveLength(1);
      expect(comments[0]?.id).not.toBe(reminder);
    },
  );

  it.each([
    ['its date moves', (number: number) => `- Alert earlier (@mona, due 2999-01-01) (#${number})`, {}, 0],
    ['its item is removed', () => '- Something else (due 2999-01-01)', {}, 1],
    [
      'its incident is not repaired after all',
      (number: number) => `- Alert earlier (@mona, due 2024-12-01) (#${number})`,
      { repaired: '', resolved: '' },
      0,
    ],
  ] as const)('%s: loses the label and the comment by the edit', async (_, actions, answers, told) => {
    const { stage, incident, action } = await setReminded();
    await answer(stage, incident, actions(action), answers);
    await runGreen(stage, { event: await stage.event('edited', incident) });
    expect(await labelsOf(stage, action)).toEqual([actionLabel]);
    const comments = await conversationOf(stage, action);
    expect(comments).toHaveLength(told);
    expect(comments.filter(({ body }) => body.includes(REMINDER_MARKER))).toEqual([]);

    await answer(stage, incident, `- Alert earlier (@mona, due 2024-12-02) (#${action})`);
    await runScheduled(stage);
    expect(await labelsOf(stage, action)).toContain('overdue');
    const again = await conversationOf(stage, action);
    expect(again.filter(({ body }) => body.includes('due on 2024-12-02'))).toHaveLength(1);
  });

  it('its incident is dismissed: loses the label and the comment', async () => {
    const { stage, incident, action } = await setReminded();
    await closeIssue(stage, incident, 'not_planned');
    await runGreen(stage, { event: await stage.event('closed', incident) });
    expect(await labelsOf(stage, action)).toEqual([actionLabel]);
    expect(await conversationOf(stage, action)).toEqual([]);
  });
});

describe('what a run says of open review actions', () => {
  it('the step summary lists them oldest first, the outputs count them, and the log has nothing of it', async () => {
    const stage = await setStage({ roles: { mona: 'write' } });
    const first = await fileWith(
      stage,
      '- Old (@mona, due 2024-12-01)\n- Done\n- Typed (@stranger, due 2999-01-01)',
    );
    const second = await fileWith(stage, '- Odd | young @mona');
    await runGreen(stage);
    const numbers = new Map((await actionIssues(stage)).map(({ title, number }) => [title, number]));
    const numberOf = (title: string) => numbers.get(title) ?? 0;
    stage.github.backdate(repository, { issue: numberOf('Old') }, agoInstant(40));
    stage.github.backdate(repository, { issue: numberOf('Odd | young') }, agoInstant(1));
    await closeIssue(stage, numberOf('Done'), 'completed');
    await runGreen(stage);
    const log = await stage.log();
    const [pullRequest] = await stage.pullRequests();

    const run = await runScheduled(stage);
    expect(run.outputs).toMatchObject({
      'actions-open': '3',
      'actions-overdue': '1',
      'actions-created': '0',
    });
    const rows = /## Open review actions\n\n.*\n.*\n((?:\|.*\n)*)/.exec(run.summary)?.[1]?.trim().split('\n');
    const link = (number: number) => `[#${number}](https://github.com/${repository}/issues/${number})`;
    expect(run.summary).toContain('| Action | Incident | Owner | Due | Age |');
    expect(rows).toEqual([
      `| ${link(numberOf('Old'))} Old | ${link(first)} | mona | 2024-12-01, overdue | 40 days |`,
      `| ${link(numberOf('Odd | young'))} Odd \\| young | ${link(second)} | mona |  | 1 day |`,
      `| ${link(numberOf('Typed'))} Typed | ${link(first)} | stranger | 2999-01-01 | 0 days |`,
    ]);
    expect(await stage.log()).toBe(log);
    expect(log).not.toMatch(/overdue|days/);
    expect((await stage.pullRequests()).map(({ body }) => body)).toEqual([pullRequest?.body]);
  });
});
