import { expect } from 'vitest';
import { scheduleEvent } from '../local-github/events.ts';
import { labelNames } from '../local-github/routes/labels.ts';
import type { ActionRun } from '../runner/step.ts';
import { actionIssues, fileWith, issueOf, runGreen } from './action-issues.ts';
import { owner, repo, repository, type Stage, setStage } from './stage.ts';

const dayMilliseconds = 24 * 60 * 60_000;

/** UTC milliseconds. */
export function agoInstant(days: number): number {
  return Date.now() - days * dayMilliseconds;
}

/** The date so many days ago, in a zone. */
export function dateAgo(days: number, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(agoInstant(days));
}

/** Runs the action as its schedule does. */
export async function runScheduled(stage: Stage, inputs: Record<string, string> = {}): Promise<ActionRun> {
  return runGreen(stage, {
    event: await scheduleEvent(stage.github, repository),
    inputs,
    timeLimitMs: 120_000,
  });
}

/** In alphabetical order. */
export async function labelsOf(stage: Stage, number: number): Promise<string[]> {
  return labelNames(await issueOf(stage, number)).sort();
}

/** What was said in an issue, oldest first, with each comment's id and author. */
export async function conversationOf(stage: Stage, number: number) {
  const { rest } = stage.github.as(owner);
  const { data } = await rest.issues.listComments({ owner, repo, issue_number: number });
  return data.map(({ id, body = '', user }) => ({ id, body, login: user?.login }));
}

/** Numbers of the issues of review actions that carry the label `overdue`. */
export async function overdueIssues(stage: Stage): Promise<number[]> {
  const issues = await actionIssues(stage);
  return issues.filter((issue) => labelNames(issue).includes('overdue')).map(({ number }) => number);
}

/** An incident with one action, due long ago unless told otherwise, and the number of its issue. */
export async function setOneAction(item = 'Alert earlier (@mona, due 2024-12-01)') {
  const stage = await setStage({ roles: { mona: 'write', lead: 'triage' } });
  const incident = await fileWith(stage, `- ${item}`);
  await runGreen(stage, { event: await stage.event('opened', incident) });
  const [action] = await actionIssues(stage);
  if (action === undefined) throw new Error('The action has no issue');
  return { stage, incident, action: action.number };
}

/** The same, reminded of; and the id of the comment. */
export async function setReminded() {
  const set = await setOneAction();
  await runScheduled(set.stage);
  const [reminder, ...others] = await conversationOf(set.stage, set.action);
  expect(others).toEqual([]);
  return { ...set, reminder: reminder?.id ?? 0 };
}
