import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOSING_MARKER } from '../../../src/markers/fixed.ts';
import { DEFAULT_TEMPLATE_PATH } from '../../../src/model/settings.ts';
import { renderSubmission } from '../../local-github/issue-form.ts';
import { readActionDefinition } from '../../runner/action-yml.ts';
import { createClock } from '../../runner/clock.ts';
import { statusCommentText } from '../conversing.ts';
import {
  branch,
  form,
  logPath,
  owner,
  repairedIncident,
  repo,
  repository,
  type Stage,
  setStage,
} from '../stage.ts';

async function listed(stage: Stage, inputs: Record<string, string> = {}): Promise<number[]> {
  const run = await stage.run({ inputs });
  expect(run.exitCode, run.stdout).toBe(0);
  const log = (await stage.log()) ?? '';
  return [...log.matchAll(/\*\*Incident issue\*\*: \[#(\d+)\]/g)]
    .map(([, number]) => Number(number))
    .sort((a, b) => a - b);
}

describe('which issues are incidents', () => {
  it('lessons 32 and 72: all pages are read, by their links, pull requests left out, and labels are the same in any case', async () => {
    // GitHub refuses page numbers past some number of issues, and gives links with cursors.
    const stage = await setStage({ labels: ['Incident', 'incident-confirmed'], numberedIssues: 100 });
    const numbers: number[] = [];
    for (let index = 0; index < 101; index += 1) numbers.push((await stage.file()).number);
    await stage.github.commitFiles({ repository, branch: 'other', files: { 'other.txt': 'x' } });
    const { rest } = stage.github.as(owner);
    const { data } = await rest.pulls.create({
      owner,
      repo,
      title: 'Not an incident',
      head: 'other',
      base: 'main',
    });
    await rest.issues.addLabels({ owner, repo, issue_number: data.number, labels: ['Incident'] });
    expect(await listed(stage)).toEqual(numbers);
  });

  it('lesson 74: a bot that closes an incident with its last sub-issue gives it no time', async () => {
    const stage = await setStage();
    const { number } = await stage.file({ ...repairedIncident, resolved: '' });
    await stage.github
      .as('github-actions[bot]')
      .rest.issues.update({ owner, repo, issue_number: number, state: 'closed', state_reason: 'completed' });
    expect(await listed(stage)).toEqual([number]);
    expect(await stage.log()).not.toContain('Resolved:');
    expect(await stage.log()).not.toMatch(/Time to resolve\*\*: \d/);
  });

  it('false alarms and duplicates are left out, and what was completed stays', async () => {
    const stage = await setStage();
    const { rest } = stage.github.as(owner);
    const close = async (state_reason: 'completed' | 'not_planned' | 'duplicate') => {
      const { number } = await stage.file({ ...repairedIncident, resolved: '' });
      await rest.issues.update({ owner, repo, issue_number: number, state: 'closed', state_reason });
      return number;
    };
    const completed = await close('completed');
    await close('not_planned');
    await close('duplicate');
    expect(await listed(stage)).toEqual([completed]);
    expect(await stage.log()).toContain('- **Time to resolve**: not recorded\n');
  });

  it('lesson 41b: an issue of the form whose label was dropped gets it, and is in the log of the same run', async () => {
    const stage = await setStage({ labels: [] });
    const issue = await stage.file();
    expect(issue.labels).toEqual([]);
    const run = await stage.run({ event: await stage.event('opened', issue.number) });
    expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'created', incidents: '1' } });
    const { data } = await stage.github
      .as(owner)
      .rest.issues.get({ owner, repo, issue_number: issue.number });
    expect(data.labels).toMatchObject([{ name: 'incident', color: 'b60205' }]);
  });

  it('lesson 29: an issue that gets its label while the run is reading is in the log of that run', async () => {
    const stage = await setStage({ labels: [] });
    const { number } = await stage.file();
    const event = await stage.event('opened', number);
    const { rest } = stage.github.as(owner);
    const isLabelled = stage.onceAfter(
      ({ path }) => path.includes('/issues?'),
      () => rest.issues.addLabels({ owner, repo, issue_number: number, labels: ['incident'] }),
    );
    expect((await stage.run({ event })).outputs).toMatchObject({ incidents: '1', result: 'created' });
    expect(isLabelled()).toBe(true);
  });

  it('an opened issue that merely has headings gets no label', async () => {
    const stage = await setStage();
    const { data } = await stage.github.as('stranger').rest.issues.create({
      owner,
      repo,
      title: 'A bug',
      body: '### What happened\n\nIt broke.\n\n### Impact\n\nSmall.',
    });
    const run = await stage.run({ event: await stage.event('opened', data.number) });
    expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'none' } });
    expect(
      (await stage.github.as(owner).rest.issues.get({ owner, repo, issue_number: data.number })).data.labels,
    ).toEqual([]);
  });
});

describe('whose incidents', () => {
  it('lesson 41c: a private member, who shows as NONE, is asked about once however many incidents there are', async () => {
    const stage = await setStage({ roles: { mona: 'triage' }, associations: { mona: 'NONE' } });
    const numbers = [
      (await stage.file(repairedIncident, { login: 'mona' })).number,
      (await stage.file(repairedIncident, { login: 'mona' })).number,
    ];
    await stage.file(repairedIncident, { login: 'stranger' });
    expect(await listed(stage)).toEqual(numbers);
    const asked = stage.github.requests
      .filter(({ path }) => path.endsWith('/permission'))
      .map(({ path }) => path);
    expect(asked.sort()).toEqual([
      `/repos/${repository}/collaborators/mona/permission`,
      `/repos/${repository}/collaborators/stranger/permission`,
    ]);
  });

  it('lesson 104: 20 people are asked about, the event’s and the newest first; the others’ incidents stay as they are', async () => {
    const logins = Array.from({ length: 25 }, (_, index) => `member-${index}`);
    const each = <Value>(value: Value) => Object.fromEntries(logins.map((login) => [login, value]));
    const stage = await setStage({ roles: each('write'), associations: each('NONE') }, { logins });
    const numbers: number[] = [];
    for (const login of logins) numbers.push((await stage.file(repairedIncident, { login })).number);
    const [oldest = 0, second = 0] = numbers;
    /** Whom a run asks about. */
    const asked = async (run: () => Promise<unknown>) => {
      const before = stage.github.requests.length;
      await run();
      const paths = stage.github.requests.slice(before).map(({ path }) => path);
      return paths.flatMap((path) => /\/collaborators\/(.*)\/permission$/.exec(path)?.[1] ?? []);
    };
    expect((await asked(() => listed(stage))).sort()).toEqual(logins.slice(5).sort());
    expect(await listed(stage)).toEqual(numbers.slice(5));

    // What changes meanwhile in an incident that the run of another event does not ask about stays as it was.
    const body = renderSubmission(form, { ...repairedIncident, impact: 'Nobody could sign in.' });
    await stage.github
      .as('member-5')
      .rest.issues.update({ owner, repo, issue_number: numbers[5] ?? 0, body });
    const event = await stage.event('edited', oldest, { changes: { body: { from: 'before' } } });
    const comments = async (issue_number: number) =>
      (await stage.github.as(owner).rest.issues.listComments({ owner, repo, issue_number })).data.length;
    let run: Awaited<ReturnType<typeof stage.run>> | undefined;
    const people = await asked(async () => {
      run = await stage.run({ event });
    });
    expect(people.sort()).toEqual(['member-0', ...logins.slice(6)].sort());
    expect(run?.outputs).toMatchObject({ incidents: '21', problems: '[]' });
    expect(run?.annotations).toMatchObject([
      { command: 'notice', message: expect.stringMatching(/^5 incidents are left as the log has them/) },
    ]);
    expect(await stage.log()).not.toContain('Nobody could sign in.');
    expect(await stage.log()).toContain(`issues/${numbers[5]})`);
    expect(await comments(second)).toBe(0);

    const own = await stage.event('edited', numbers[5] ?? 0, { changes: { body: { from: 'before' } } });
    await stage.run({ event: own });
    expect(await stage.log()).toContain('Nobody could sign in.');
  });

  it('the read role is not enough', async () => {
    const stage = await setStage({ roles: { reader: 'read' }, associations: { reader: 'CONTRIBUTOR' } });
    await stage.file(repairedIncident, { login: 'reader' });
    expect(await listed(stage)).toEqual([]);
  });

  it('nobody is asked about the author of a false alarm', async () => {
    const stage = await setStage();
    const { number } = await stage.file(repairedIncident, { login: 'stranger' });
    await stage.github.as(owner).rest.issues.update({
      owner,
      repo,
      issue_number: number,
      state: 'closed',
      state_reason: 'not_planned',
    });
    await listed(stage);
    expect(stage.github.requests.filter(({ path }) => path.endsWith('/permission'))).toEqual([]);
  });

  it('bots only when they are named', async () => {
    const stage = await setStage();
    const { number } = await stage.file(repairedIncident, { login: 'incident-log-app[bot]' });
    expect(await listed(stage)).toEqual([]);
    expect(await listed(stage, { 'allowed-bots': 'other[bot], Incident-Log-App' })).toEqual([number]);
  });

  it('an untrusted author’s incident enters when it is confirmed, and their edit undoes that', async () => {
    const stage = await setStage({ roles: { lead: 'triage' } });
    const { number } = await stage.file(repairedIncident, { login: 'stranger' });
    const run = await stage.run();
    expect(run.outputs).toMatchObject({ incidents: '0', problems: '[]' });
    const confirm = () =>
      stage.github
        .as(owner)
        .rest.issues.addLabels({ owner, repo, issue_number: number, labels: ['incident-confirmed'] });
    /** Somebody changes what the incident says of its impact; the event of that. */
    const edit = async (sender: string, impact: string) => {
      const body = renderSubmission(form, { ...repairedIncident, impact });
      await stage.github.as(sender).rest.issues.update({ owner, repo, issue_number: number, body });
      return stage.event('edited', number, { sender, changes: { body: { from: 'before' } } });
    };
    const labels = async () =>
      (await stage.github.as(owner).rest.issues.get({ owner, repo, issue_number: number })).data.labels;
    await confirm();
    expect(await listed(stage)).toEqual([number]);

    const led = await stage.run({ event: await edit('lead', 'Nobody could sign in.') });
    expect(led.outputs).toMatchObject({ incidents: '1', result: 'updated' });
    expect(await stage.log()).toContain('Nobody could sign in.');
    // The confirmation holds for what the lead wrote, in later runs too, whoever writes the same again.
    expect(await listed(stage)).toEqual([number]);
    const same = await stage.run({ event: await edit('stranger', 'Nobody could sign in.') });
    expect(same.outputs).toMatchObject({ incidents: '1', result: 'unchanged' });
    expect(await labels()).toMatchObject([{ name: 'incident' }, { name: 'incident-confirmed' }]);

    const undone = await stage.run({ event: await edit('stranger', 'Everybody left.') });
    expect(undone.outputs).toMatchObject({ incidents: '0', result: 'closed' });
    expect(await labels()).toMatchObject([{ name: 'incident' }]);
  });

  it('lesson 41: labels are seen to though the log cannot be written', async () => {
    const stage = await setStage({ files: { [logPath]: '# Log\n\n<!-- Ours\n' } });
    await stage.file();
    const { rest } = stage.github.as(owner);
    const confirmed = await stage.file(repairedIncident, { login: 'stranger' });
    await rest.issues.addLabels({
      owner,
      repo,
      issue_number: confirmed.number,
      labels: ['incident-confirmed'],
    });
    const event = await stage.event('edited', confirmed.number, { changes: { body: { from: 'before' } } });
    expect((await stage.run({ event })).exitCode).toBe(1);
    const { data } = await rest.issues.get({ owner, repo, issue_number: confirmed.number });
    expect(data.labels).toMatchObject([{ name: 'incident' }]);
  });

  it('the summary tells why an incident left the log', async () => {
    const stage = await setStage();
    const { number } = await stage.file();
    await stage.run();
    await stage.merge((await stage.pullRequests())[0]?.number ?? 0, 'squash');
    await stage.github.as(owner).rest.issues.update({
      owner,
      repo,
      issue_number: number,
      state: 'closed',
      state_reason: 'not_planned',
    });
    const run = await stage.run();
    expect(run.summary).toContain('removed: closed as not planned or duplicate');
    expect((await stage.pullRequests())[1]?.body).toContain('removed: closed as not planned or duplicate');
  });

  it('lesson 41a: a marker that an untrusted person typed is not believed', async () => {
    const stage = await setStage();
    await stage.file();
    await stage.run();
    const [pullRequest] = await stage.pullRequests();
    const issue_number = pullRequest?.number ?? 0;
    await stage.github
      .as('stranger')
      .rest.issues.createComment({ owner, repo, issue_number, body: CLOSING_MARKER });
    await stage.github
      .as(owner)
      .rest.pulls.update({ owner, repo, pull_number: issue_number, state: 'closed' });
    expect((await stage.run()).outputs).toMatchObject({ result: 'declined' });
  });
});

describe('an issue that cannot be read', () => {
  it('keeps its last entry when it had one, is left out otherwise, and both are named everywhere', async () => {
    const stage = await setStage();
    const [fixed, never] = [
      await stage.file(),
      await stage.file({ 'first-detected': '14.43', impact: 'None.' }),
    ];
    await stage.run();
    const entry = (await stage.log())?.match(/### Incident on[\s\S]*/)?.[0];
    expect(entry).toContain('24h 59m');
    await stage.answer(fixed.number, {
      ...repairedIncident,
      'first-detected': 'yesterday',
      impact: 'Another.',
    });
    const run = await stage.run();
    expect(run.outputs).toMatchObject({ result: 'updated', incidents: '1' });
    expect((await stage.log())?.match(/### Incident on[\s\S]*/)?.[0]).toBe(entry);
    expect(await stage.log()).toContain('- **Mean Time to Repair**: 24h 59m\n');
    const problems = JSON.parse(run.outputs.problems ?? '') as { issue: number; rule: string }[];
    const rules = (number: number) =>
      problems.filter(({ issue }) => issue === number).map(({ rule }) => rule);
    expect(rules(fixed.number)).toEqual(['timestamp-form']);
    expect(rules(never.number)).toEqual(['timestamp-form']);
    const [pullRequest] = await stage.pullRequests();
    for (const text of [
      run.summary,
      pullRequest?.body ?? '',
      run.annotations.map(({ message }) => message).join('\n'),
    ]) {
      expect(text).toMatch(new RegExp(`#${fixed.number}.*keeps the entry it had`));
      expect(text).toMatch(new RegExp(`#${never.number}.*does not list it yet`));
    }
  });

  it.each([
    ['null', null],
    ['empty', ''],
    ['65,536 characters', '#'.repeat(65_536)],
    ['5,000 headings', '### First detected\n'.repeat(5000).slice(0, 65_000)],
    [
      '10,000 quotes deep',
      `### First detected\n\n2024-10-14 10:30\n\n### Impact\n\n${'>'.repeat(10_000)} deep`,
    ],
    ['6,000 lists deep', `### First detected\n\n2024-10-14 10:30\n\n### Impact\n\n${'- '.repeat(6000)}deep`],
  ])('a body of %s stops nobody else', async (_, body) => {
    const stage = await setStage();
    const { rest } = stage.github.as(owner);
    await rest.issues.create({
      owner,
      repo,
      title: 'Hostile',
      ...(body === null ? {} : { body }),
      labels: ['incident'],
    });
    const good = await stage.file();
    expect(await listed(stage)).toContain(good.number);
  });
});

describe('a log and a form that cannot be used', () => {
  it.each([
    [
      'left open in a fence',
      '# Log\n\nAs it looked:\n\n```\n$ uptime\n',
      /A code fence that begins in line 5 of INCIDENTS.md on the branch main is never closed/,
    ],
    ['binary', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00]), /is not UTF-8 text/],
  ])('a log that is %s is left as it is', async (_, log, sentence) => {
    const stage = await setStage({ files: { [logPath]: log } });
    await stage.file();
    const run = await stage.run();
    expect(run).toMatchObject({ exitCode: 1, outputs: { result: 'none' } });
    expect(run.annotations).toMatchObject([{ command: 'error', message: expect.stringMatching(sentence) }]);
    expect(await stage.github.tipOf(repository, branch)).toBeNull();
  });

  it('a log of 5 MB keeps its own text', async () => {
    const text = `# Our log\n\n${'All of this is ours. '.repeat(250_000)}\n`;
    const stage = await setStage({ files: { [logPath]: text } });
    await stage.file();
    expect((await stage.run()).outputs).toMatchObject({ result: 'created' });
    const log = (await stage.log()) ?? '';
    expect(log.startsWith(text)).toBe(true);
    expect(log).toContain('## Q4 2024');
  });

  it.each([
    ['not YAML', 'body: [', /^\.github\/ISSUE_TEMPLATE\/incident\.yml: /],
    [
      'without the field that counts',
      'name: x\nbody:\n  - type: input\n    id: a\n    attributes: {label: A}\n',
      /first-detected/,
    ],
  ])('a form that is %s is said in one sentence', async (_, template, sentence) => {
    const stage = await setStage({ files: { '.github/ISSUE_TEMPLATE/incident.yml': template } });
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([{ command: 'error', message: expect.stringMatching(sentence) }]);
  });

  /** A repository without the form, and an incident made by hand. */
  async function setWithoutForm(body: string) {
    const stage = await setStage();
    await stage.github.commitFiles({ repository, files: { '.github/ISSUE_TEMPLATE/incident.yml': null } });
    const made = { owner, repo, title: 'By hand', body, labels: ['incident'] };
    const { data } = await stage.github.as(owner).rest.issues.create(made);
    return { stage, number: data.number };
  }

  it('lessons 57, 76: a form that is missing, or that the organisation has, means the one that this project ships, and that is said', async () => {
    const { stage, number } = await setWithoutForm(renderSubmission(form, repairedIncident));
    const run = await stage.run();
    expect(run).toMatchObject({ exitCode: 0, outputs: { incidents: '1', problems: '[]' } });
    const notice = '.github/ISSUE_TEMPLATE/incident.yml does not exist, so issues are read by the form';
    expect(run.summary).toContain(`**Note**: ${notice}`);
    expect(await statusCommentText(stage, number)).toContain(notice);
    expect((await (await setStage()).run()).summary).not.toContain('**Note**');
  });

  it('lesson 57: messages use the headings that an issue has where its form is missing', async () => {
    const body = renderSubmission(form, { ...repairedIncident, repaired: '14.43' })
      .replace('### First detected', '### **First Detected:**')
      .replace('### Repaired', '### REPAIRED');
    const { stage, number } = await setWithoutForm(body);
    const { problems = '' } = (await stage.run()).outputs;
    expect(JSON.parse(problems)).toMatchObject([
      { message: expect.stringMatching(/^Under REPAIRED, “14\.43”/) },
    ]);
    expect(await statusCommentText(stage, number)).toContain('| REPAIRED | *not read:* 14.43 |');
    expect(await stage.log()).toContain('First detected: 2024-10-14 10:30');
  });

  it('lesson 57: names the headings of an issue that another form has made', async () => {
    const { stage } = await setWithoutForm('### Began\n\n2024-10-14 10:30\n\n### Who?\n\nAll.\n');
    const problems = JSON.parse((await stage.run()).outputs.problems ?? '');
    expect(problems).toMatchObject([
      {
        rule: 'event-missing',
        message: expect.stringContaining('has no heading “### First detected” (it has “Began”, “Who?”)'),
      },
    ]);
  });

  it('lesson 57: fails where `template-path` names a form that is missing', async () => {
    const stage = await setStage();
    const run = await stage.run({ inputs: { 'template-path': './docs/incident.yml' } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([
      {
        message: expect.stringContaining(
          '`template-path` names docs/incident.yml, which does not exist on main',
        ),
      },
    ]);
    expect(readActionDefinition(join(import.meta.dirname, '../../..')).inputs.get('template-path')).toBe(
      DEFAULT_TEMPLATE_PATH,
    );
  });

  it('lesson 7: a form with labels of dangerous names, renamed, translated and reordered, is read', async () => {
    const template = form
      .replace('label: First detected', 'label: __proto__')
      .replace('label: Repaired', 'label: constructor')
      .replace('label: Resolved', 'label: Behoben');
    const stage = await setStage({ files: { '.github/ISSUE_TEMPLATE/incident.yml': template } });
    await stage.file();
    expect(await listed(stage)).toHaveLength(1);
    expect(await stage.log()).toContain('25h 10m');
  });
});

describe('rate limits', () => {
  it('lesson 37: a secondary limit that lasts is not taken for a missing permission', async () => {
    const stage = await setStage();
    await stage.file();
    stage.github.fault(
      { path: /\/git\/trees/, times: 100 },
      { kind: 'status', status: 403, message: 'You have exceeded a secondary rate limit.' },
    );
    const clock = createClock();
    const begin = clock.now();
    const run = await stage.run({ clock });
    // Without a word from GitHub how long to wait, a minute goes by each time, until the run's ten minutes are over.
    expect(run.stdout.match(/GitHub's rate limit was reached at POST .*; going on in 60 s\./g)).toHaveLength(
      9,
    );
    expect(clock.now() - begin).toBeGreaterThan(9 * 60_000);
    expect(run).toMatchObject({ exitCode: 1, annotations: [{ command: 'error' }] });
    expect(run.annotations[0]?.message).toMatch(/^GitHub's rate limit is used up/);
  });
});
