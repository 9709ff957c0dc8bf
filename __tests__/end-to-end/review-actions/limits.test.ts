import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/markers/hash.ts';
import { writeAction } from '../../../src/review-actions/issue-text.ts';
import { dispatchEvent } from '../../local-github/events.ts';
import { renderSubmission } from '../../local-github/issue-form.ts';
import { workflowBot } from '../../local-github/local-github.ts';
import type { ActionRun } from '../../runner/step.ts';
import {
  actionIssues,
  actionLabel,
  editBody,
  fileWith,
  issueOf,
  loggedActions,
  runGreen,
  subIssuesOf,
  writesAfter,
} from '../action-issues.ts';
import { form, owner, repairedIncident, repo, repository, type Stage, setStage } from '../stage.ts';

const listOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `- Action ${index + 1}`).join('\n');

/** What a run warns of besides problems of incidents. */
const notesOf = ({ annotations }: ActionRun) =>
  annotations.filter(({ properties }) => properties.title === 'Review actions').map(({ message }) => message);

/** A run of many issues waits for the limits that GitHub sets. */
const patient = { timeLimitMs: 240_000 };

/**
 * Files an incident whose actions are in step with their issues already, as if runs had made them: a run makes no more than 80 issues
 * and links a minute.
 *
 * @returns its number
 */
async function fileInStep(stage: Stage, title: string, texts: readonly string[]): Promise<number> {
  const people = stage.github.as(owner).rest.issues;
  const bot = stage.github.as(workflowBot).rest.issues;
  const { data: about } = await stage.github.as(owner).rest.repos.get({ owner, repo });
  const { data: filed } = await people.create({ owner, repo, title, labels: ['incident'] });
  const { number, html_url: url } = filed;
  const items: string[] = [];
  for (const text of texts) {
    const { title, body } = writeAction(
      { text, owner: null, due: null },
      {
        repository: about.id,
        incident: { number, url },
        occurrence: 1,
        text: hashOf(text),
        owner: 'assignable',
      },
    );
    const { data } = await bot.create({ owner, repo, title, body, labels: [actionLabel] });
    await bot.addSubIssue({ owner, repo, issue_number: number, sub_issue_id: Number(data.id) });
    items.push(`- ${text} (#${data.number})`);
  }
  const answers = { ...repairedIncident, 'review-actions': items.join('\n') };
  await people.update({ owner, repo, issue_number: number, body: renderSubmission(form, answers) });
  return number;
}

describe('many actions', () => {
  it('lesson 41: of 65 a run makes 60, those of the newest incident first, says what it left, and the next makes the rest', async () => {
    // Without links it takes half as long.
    const stage = await setStage({ hasSubIssues: false });
    const older = await fileWith(stage, listOf(25));
    const newer = await fileWith(stage, listOf(40));
    const first = await runGreen(stage, patient);
    expect(first.outputs).toMatchObject({ 'actions-created': '60', 'actions-open': '60' });
    const left = expect.stringMatching(/^5 more review actions have no issue yet: /);
    expect(notesOf(first)).toContainEqual(left);
    expect(first.summary).toContain('5 more review actions have no issue yet');
    const referencesIn = async (number: number) =>
      (await issueOf(stage, number)).body?.match(/ \(#\d+\)$/gm)?.length;
    expect([await referencesIn(newer), await referencesIn(older)]).toEqual([40, 20]);
    const second = await runGreen(stage, patient);
    expect(second.outputs).toMatchObject({ 'actions-created': '5', 'actions-open': '65' });
    expect(notesOf(second)).not.toContainEqual(left);
    expect([await referencesIn(newer), await referencesIn(older)]).toEqual([40, 25]);
    expect(await actionIssues(stage)).toHaveLength(65);
  });

  it('lesson 33: 150 on one incident are 150 issues, of which 100 can be linked; the rest is said in one sentence', async () => {
    const stage = await setStage({ labels: ['incident', 'incident-confirmed', actionLabel, 'overdue'] });
    const texts = listOf(150)
      .split('\n')
      .map((item) => item.slice(2));
    const incident = await fileInStep(stage, 'Many', texts.slice(0, 80));
    await editBody(stage, incident, (body) => `${body}\n${listOf(150).split('\n').slice(80).join('\n')}`);
    const runs: ActionRun[] = [];
    for (let times = 0; times < 3; times += 1) runs.push(await runGreen(stage, patient));
    expect(runs.map(({ outputs }) => outputs['actions-created'])).toEqual(['60', '10', '0']);
    const issues = await actionIssues(stage);
    expect(issues.map(({ title }) => title)).toEqual(texts);
    expect(await subIssuesOf(stage, incident)).toEqual(issues.slice(0, 100).map(({ number }) => number));
    const { body } = await issueOf(stage, incident);
    expect(body?.endsWith(issues.map(({ title, number }) => `- ${title} (#${number})`).join('\n'))).toBe(
      true,
    );
    expect(await loggedActions(stage)).toHaveLength(150);
    const [, second, third] = runs;
    for (const run of [second, third]) {
      expect(run && notesOf(run)).toEqual([
        expect.stringMatching(/^#\d+, .* and 40 more could not be linked .* 100 sub-issues/),
      ]);
    }
    expect(stage.github.requests.filter(({ status }) => status === 422)).toEqual([]);
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });
});

describe('lesson 41: an incident without room for a reference', () => {
  it.each([
    [65_536, 0],
    [65_530, 0],
    [65_500, 1],
  ])('a body of %i characters', async (length, made) => {
    const stage = await setStage();
    const incident = await fileWith(stage, '- One', { impact: 'IMPACT' });
    await editBody(stage, incident, (body) =>
      body.replace(
        'IMPACT',
        'word '
          .repeat(20_000)
          .slice(0, length - body.length + 5)
          .concat('x'),
      ),
    );
    const { body } = await issueOf(stage, incident);
    expect(body).toHaveLength(length);
    const run = await runGreen(stage);
    expect(await actionIssues(stage)).toHaveLength(made);
    const problems = JSON.parse(run.outputs.problems ?? '') as { issue: number; rule: string }[];
    const unplaced = problems.filter(({ rule }) => rule === 'action-unplaced');
    expect(unplaced.map(({ issue }) => issue)).toEqual(made === 0 ? [incident] : []);
    expect((await loggedActions(stage)).length).toBe(1);
    if (made === 0) expect((await issueOf(stage, incident)).body).toBe(body);
    const before = stage.github.requests.length;
    await runGreen(stage);
    expect(writesAfter(stage, before)).toEqual([]);
  });
});

it('300 incidents with 900 actions in step cost two lists and eleven requests', async () => {
  const stage = await setStage({ labels: ['incident', 'incident-confirmed', actionLabel, 'overdue'] });
  for (let index = 1; index <= 300; index += 1) {
    await fileInStep(
      stage,
      `Incident ${index}`,
      ['One', 'Two', 'Three'].map((word) => `${word} of ${index}`),
    );
  }
  await runGreen(stage, patient);
  // The first event is about an incident that was not among the twenty before: only now it is told how it was read.
  for (const [event, writes] of [
    [await stage.event('closed', 1), [`POST /repos/${repository}/issues/1/comments`]],
    [await dispatchEvent(stage.github, repository, owner), []],
  ] as const) {
    const before = stage.github.requests.length;
    const run = await runGreen(stage, { ...patient, event });
    expect(run.outputs).toMatchObject({ result: 'unchanged', incidents: '300', 'actions-open': '900' });
    expect(writesAfter(stage, before)).toEqual(writes);
    const asked = stage.github.requests.slice(before);
    expect(asked.length - writes.length).toBeLessThanOrEqual(3 + 9 + 11);
  }
}, 600_000);
