import { describe, expect, it } from 'vitest';
import { logPath, repairedIncident, repository, setStage } from '../stage.ts';

describe('lesson 55: a misspelt value of an input', () => {
  it.each([
    ['mode', 'adit', 'Use sync, audit or report.'],
    ['empty-quarters', 'nothing', 'Use none, zero or omit.'],
    ['allow-empty', 'perhaps', 'Use true or false.'],
  ])(
    '%s: %s fails on an event that does not concern the log, without a request',
    async (name, value, values) => {
      const stage = await setStage();
      const event = await stage.event('assigned', (await stage.file()).number);
      const run = await stage.run({ event, inputs: { [name]: value } });
      expect(run.exitCode).toBe(1);
      const message = `“${value}” is not a value of \`${name}\`. ${values}`;
      expect(run.annotations).toMatchObject([{ command: 'error', message }]);
      expect(run.summary).toContain('**Failed**: “');
      expect(stage.github.requests).toEqual([]);
    },
  );

  it('is none where only its case differs', async () => {
    const stage = await setStage();
    await stage.file();
    const inputs = { 'dry-run': 'True', feedback: 'Comment', 'review-actions': 'TEXT', mode: 'Sync' };
    const run = await stage.run({ inputs });
    expect(run).toMatchObject({ exitCode: 0, outputs: { incidents: '1' } });
    expect(await stage.pullRequests()).toEqual([]);
    const audit = await stage.run({ inputs: { mode: ' Audit ' } });
    expect(audit.stdout).toContain('INCIDENTS.md does not exist in the commit');
  });
});

describe('lesson 56: an audit as an action that could do nothing', () => {
  const files = { [logPath]: '# Notes\n\nWe had an outage.\n' };

  it('fails, and says so first in the annotations and in the summary', async () => {
    const run = await (await setStage({ files })).run({ inputs: { mode: 'audit' } });
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([
      { command: 'error', properties: { title: 'nothing-read', file: logPath, line: '1' } },
      { command: 'error', message: expect.stringMatching(/^INCIDENTS\.md: No incident was found \(/) },
    ]);
    expect(run.summary).toMatch(/^\*\*No incident was found in this file/);
    expect(JSON.parse(run.outputs.problems ?? '')).toMatchObject([{ rule: 'nothing-read' }]);
  });

  it('is green with a notice where that is allowed', async () => {
    const run = await (await setStage({ files })).run({ inputs: { mode: 'audit', 'allow-empty': 'true' } });
    expect(run).toMatchObject({ exitCode: 0, annotations: [{ command: 'notice' }] });
    expect(run.summary).toMatch(/^\*\*No incident was found in this file/);
  });
});

describe('lesson 60: the step summary', () => {
  it('of a run that failed on its way says what was done, what was not, and why', async () => {
    const stage = await setStage({ actionsMayOpenPullRequests: false });
    await stage.file();
    const run = await stage.run();
    expect(run.exitCode).toBe(1);
    expect(run.summary).toMatch(
      /^\*\*Failed\*\*: GitHub Actions is not permitted to create or approve pull requests/,
    );
    const [, done = '', left = ''] = run.summary.split(/## (?:Done|Not done)\n/);
    expect(done).toContain('- Commit INCIDENTS.md to incident-log');
    expect(done).not.toContain('Open a pull request');
    expect(left).toContain('- Open a pull request from incident-log to main');
    expect(left).not.toContain('Commit');
  });

  it('of a run that failed at once says that, too', async () => {
    const run = await (await setStage()).run({ inputs: { timezone: 'Mars' } });
    expect(run.summary).toMatch(/^\*\*Failed\*\*: “Mars” is no time zone.*\n\nNo change was completed\.\n$/);
    const audit = await (await setStage()).run({ inputs: { mode: 'audit' } });
    expect(audit.summary).toMatch(/^\*\*Failed\*\*: INCIDENTS\.md does not exist in the commit/);
  });

  it('of a run with problems that fail it says that', async () => {
    const stage = await setStage();
    await stage.file({ ...repairedIncident, resolved: '14.43' });
    const run = await stage.run({ inputs: { 'fail-on-problems': 'true' } });
    expect(run.summary).toMatch(/^Opened a pull request .*\n\n\*\*Failed\*\*: 1 problem needs fixing/);
  });

  it('of a dry run says what it would do', async () => {
    const stage = await setStage();
    await stage.file();
    const run = await stage.run({ inputs: { 'dry-run': 'true' } });
    expect(run.summary).toMatch(/^Dry run: nothing was changed\. It would open a pull request/);
    expect(run.summary).toContain('- Would open a pull request from incident-log to main.');
    expect(run.summary).not.toMatch(/^- (?!Would )[A-Z][a-z]+ a /m);
  });

  it.each(['true', 'false'])(
    'calls nothing up to date where no file exists (dry-run: %s)',
    async (dryRun) => {
      const run = await (await setStage()).run({ inputs: { 'dry-run': dryRun } });
      expect(run.summary).toContain('There are no incidents, and INCIDENTS.md does not exist yet.');
      expect(run.summary + run.stdout).not.toContain('up to date');
    },
  );
});

describe('lesson 61: warnings', () => {
  it('are about the event’s issue first, and ten at most; the summary lists all', async () => {
    const stage = await setStage();
    const numbers: number[] = [];
    for (let count = 0; count < 12; count += 1)
      numbers.push((await stage.file({ ...repairedIncident, resolved: '14.43' })).number);
    const last = numbers.at(-1) ?? 0;
    const run = await stage.run({ event: await stage.event('edited', last) });
    const warnings = run.annotations.filter(({ command }) => command === 'warning');
    expect(warnings).toHaveLength(10);
    expect(warnings[0]?.message).toMatch(new RegExp(`^#${last}: `));
    expect(run.annotations[0]).toMatchObject({
      command: 'notice',
      message: expect.stringMatching(/^10 of 12 warnings are shown here/),
    });
    expect(run.stdout).toMatch(new RegExp(`^timestamp-form: #${numbers.at(-2)}: `, 'm'));
    for (const number of numbers)
      expect(run.summary).toMatch(
        new RegExp(`^- \\[#${number}\\]\\(\\S+${repository}/issues/${number}\\): `, 'm'),
      );
  });
});
