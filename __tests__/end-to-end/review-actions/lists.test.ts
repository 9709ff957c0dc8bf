import { describe, expect, it } from 'vitest';
import {
  actionIssues,
  commentsOf,
  editBody,
  fileWith,
  issueOf,
  loggedActions,
  runGreen,
  subIssuesOf,
  writesBesideStatusComment,
} from '../action-issues.ts';
import { form, repository, type Stage, setStage } from '../stage.ts';

const formPath = '.github/ISSUE_TEMPLATE/incident.yml';

/** An incident whose two actions have their issues. */
async function setFollowed(): Promise<{ stage: Stage; incident: number; numbers: readonly number[] }> {
  const stage = await setStage();
  const incident = await fileWith(stage, '- One\n- Two');
  await runGreen(stage);
  return { stage, incident, numbers: (await actionIssues(stage)).map(({ number }) => number) };
}

/** The rules of an incident's problems. */
function rulesOf(outputs: Readonly<Record<string, string>>): string[] {
  const problems = JSON.parse(outputs.problems ?? '') as { issue: number; rule: string }[];
  return problems.map(({ rule }) => rule);
}

const manyItems = Array.from({ length: 1100 }, (_, index) => `- Item ${index}`).join('\n');

describe('lesson 40: a list that cannot be told from the text says nothing of its items', () => {
  const scenes: readonly (readonly [
    string,
    (stage: Stage, incident: number) => Promise<unknown>,
    (stage: Stage, incident: number) => Promise<unknown>,
  ])[] = [
    [
      'the form calls it otherwise now',
      (stage) =>
        stage.github.commitFiles({
          repository,
          files: { [formPath]: form.replace('label: Review actions', 'label: Follow-ups') },
        }),
      (stage) => stage.github.commitFiles({ repository, files: { [formPath]: form } }),
    ],
    [
      'it is too long to be read',
      (stage, incident) => editBody(stage, incident, (body) => `${body}\n${manyItems}`),
      (stage, incident) => editBody(stage, incident, (body) => body.replace(`\n${manyItems}`, '')),
    ],
  ];

  it.each(scenes)(
    '%s: nobody is told, nothing is made or closed, and it is said how to mend it',
    async (_, spoil, mend) => {
      const { stage, incident, numbers } = await setFollowed();
      const issues = await Promise.all(numbers.map((number) => issueOf(stage, number)));
      await spoil(stage, incident);
      const { body } = await issueOf(stage, incident);
      const before = stage.github.requests.length;
      const runs = [await runGreen(stage), await runGreen(stage)];
      for (const { outputs, summary, annotations } of runs) {
        expect(rulesOf(outputs)).toContain('list-illegible');
        const said = new RegExp(`The list of review actions cannot be told .* lacks #\u200b?${numbers[0]},`);
        expect(annotations.filter(({ message }) => said.test(message))).toHaveLength(1);
        expect(summary).toMatch(said);
      }
      expect(
        writesBesideStatusComment(stage, before, incident).filter((request) => request.includes('/issues')),
      ).toEqual([]);
      expect(await Promise.all(numbers.map((number) => issueOf(stage, number)))).toEqual(issues);
      for (const number of numbers) expect(await commentsOf(stage, number)).toEqual([]);
      expect(await actionIssues(stage)).toHaveLength(2);
      expect((await issueOf(stage, incident)).body).toBe(body);

      await mend(stage, incident);
      expect(rulesOf((await runGreen(stage)).outputs)).toEqual([]);
      expect(await loggedActions(stage)).toEqual([
        `One - **TODO** (#${numbers[0]})`,
        `Two - **TODO** (#${numbers[1]})`,
      ]);
      for (const number of numbers) expect(await commentsOf(stage, number)).toEqual([]);
      expect(await subIssuesOf(stage, incident)).toEqual(numbers);
    },
  );

  it('and one below a fence that was left open is followed, but who was removed from it is told only once it is closed', async () => {
    const { stage, incident, numbers } = await setFollowed();
    const [one = 0, two = 0] = numbers;
    await editBody(stage, incident, (body) =>
      body.replace('People were asked', '```\nPeople were asked').replace(`- One (#${one})\n`, ''),
    );
    const before = stage.github.requests.length;
    expect(rulesOf((await runGreen(stage)).outputs)).toEqual(['unclosed-block', 'list-illegible']);
    expect(
      writesBesideStatusComment(stage, before, incident).filter((request) => request.includes('/issues')),
    ).toEqual([]);
    expect(await loggedActions(stage)).toEqual([`Two - **TODO** (#${two})`]);
    await editBody(stage, incident, (body) => body.replace('```\n', ''));
    expect(rulesOf((await runGreen(stage)).outputs)).toEqual([]);
    expect(await commentsOf(stage, one)).toEqual([expect.stringContaining('do not list this issue')]);
    expect(await commentsOf(stage, two)).toEqual([]);
  });

  it.each([
    ['N/A', 'N/A'],
    ['what GitHub writes for a blank answer', '_No response_'],
    ['nothing at all', ''],
    ['words without an item', 'We talked it over.'],
  ])('but %s is a list without items: each issue is told once', async (_, answer) => {
    const { stage, incident, numbers } = await setFollowed();
    const [one = 0, two = 0] = numbers;
    await editBody(stage, incident, (body) => body.replace(`- One (#${one})\n- Two (#${two})`, answer));
    expect(rulesOf((await runGreen(stage)).outputs)).not.toContain('list-illegible');
    await runGreen(stage);
    for (const number of numbers) {
      expect(await commentsOf(stage, number)).toEqual([expect.stringContaining('do not list this issue')]);
      expect((await issueOf(stage, number)).state).toBe('open');
    }
  });
});
