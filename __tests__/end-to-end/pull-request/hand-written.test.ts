import { describe, expect, it } from 'vitest';
import { keptByHand } from '../../unit/audit/audits.ts';
import { logPath, owner, repairedIncident, repo, repository, setStage } from '../stage.ts';

const inputs = { timezone: 'Europe/London' };
/** An incident of a quarter that the log has, and one that it has by hand. */
const filed = {
  ...repairedIncident,
  'first-detected': '2024-11-01 10:00',
  repaired: '2024-11-01 12:00',
  resolved: '2024-11-01 14:00',
};
const duplicateTitle = 'Onboarding mechanism release failure (AP GitHub organisation)';

/** What is left of the log without the entry of an issue, its own blank lines and the figures of its quarter. */
function withoutEntry(log: string): string {
  return log
    .replace(/^### Incident on \S+ - Disk full\n[\s\S]*?(?=^### )/m, '')
    .replace(/^(## Q4 2024.*\n\n.*: ).*(\n\n.*: ).*/m, '$124h 10m$224h 10m')
    .replace(
      /^## Q\d 202[56] \(.*\)\n\n.*: No incidents\n\n.*: No incidents\n\n(?=## Q(?:\d 2026|[34] 2025|2 2025))/gm,
      '',
    );
}

describe('a repository whose log people have kept', () => {
  it('gets the incident at its place in a pull request that lists what an audit finds, and keeps every byte', async () => {
    const stage = await setStage({ files: { [logPath]: keptByHand } });
    const { number } = await stage.file(filed, { title: 'Disk full' });
    const run = await stage.run({ inputs });
    expect(run, run.stdout).toMatchObject({ exitCode: 0, outputs: { result: 'created', incidents: '5' } });
    const log = (await stage.log()) ?? '';
    expect(withoutEntry(log)).toBe(keptByHand);
    // (24h 10m + 2h) / 2 and (24h 10m + 4h) / 2
    expect(log).toMatch(
      /## Q4 2024 .*\n\n- \*\*Mean Time to Repair\*\*: 13h 5m\n\n- \*\*Mean Time to Resolve\*\*: 14h 5m\n/,
    );

    const [pullRequest] = await stage.pullRequests();
    expect(pullRequest?.body).toContain(
      `| [#${number}](https://github.com/${repository}/issues/${number}) Disk full | added |`,
    );
    for (const report of [pullRequest?.body ?? '', run.summary]) {
      expect(report).toContain('## Found in what is kept by hand');
      expect(report.match(/\| error \| duration-mismatch \|/g)).toHaveLength(4);
      expect(report).toContain('| warning | quarter-missing | Q3 2024 has no heading');
    }
    const [line] = /\d+(?= \| error \| duration-mismatch)/.exec(pullRequest?.body ?? '') ?? [];
    expect(log.split('\n')[Number(line) - 1]).toBe('- **Time to repair**: 24h 10m');

    const again = await stage.run({ inputs });
    expect(again.outputs).toMatchObject({ result: 'unchanged' });
    await stage.merge(pullRequest?.number ?? 0, 'squash');
    expect((await stage.run({ inputs })).outputs).toMatchObject({ result: 'none' });
    expect(await stage.log('main')).toBe(log);
  });

  it('corrects it with `fix`, computes means from timestamps, and puts in the missing quarter', async () => {
    const stage = await setStage({ files: { [logPath]: keptByHand } });
    await stage.file(filed, { title: 'Disk full' });
    const fixing = { ...inputs, 'hand-kept': 'fix', 'empty-quarters': 'zero' };
    expect((await stage.run({ inputs: fixing })).outputs).toMatchObject({ result: 'created' });
    const log = (await stage.log()) ?? '';
    expect(log).toContain('- **Time to resolve**: 2826h 32m\n');
    expect(log).toContain('- **Mean Time to Repair**: 13h 30m\n');
    expect(log).toContain('- **Mean Time to Resolve**: 2142h 48m\n');
    expect(log).toContain('## Q3 2024 (July to September)\n\n- **Mean Time to Repair**: 0h 0m\n');
    const [pullRequest] = await stage.pullRequests();
    expect(pullRequest?.body).not.toContain('mismatch');
  });

  it('is told of an incident that it has by hand, and does not list it twice', async () => {
    const stage = await setStage({ files: { [logPath]: keptByHand } });
    const { number } = await stage.file(repairedIncident, { title: duplicateTitle });
    const run = await stage.run({ inputs: { ...inputs, 'empty-quarters': 'omit' } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'none', incidents: '4' } });
    expect(JSON.parse(run.outputs.problems ?? '')).toMatchObject([
      { issue: number, rule: 'entry-hand-kept', message: expect.stringContaining('in line 29') },
    ]);
    // Once the entry is taken out, the issue's takes its place.
    const rest = keptByHand.replace(/### Incident on 2024-10-14[\s\S]*?(?=---\n\n## Q2)/, '');
    await stage.github.commitFiles({ repository, branch: 'main', files: { [logPath]: rest } });
    expect((await stage.run({ inputs })).outputs).toMatchObject({ result: 'created', incidents: '4' });
    expect(await stage.log()).toContain(`### Incident on 2024-10-14 - ${duplicateTitle}\n`);
  });

  it('takes an incident out again when it is none any more', async () => {
    const stage = await setStage({ files: { [logPath]: keptByHand } });
    const { number } = await stage.file(filed, { title: 'Disk full' });
    const settings = { inputs: { ...inputs, 'empty-quarters': 'omit' } };
    await stage.run(settings);
    await stage.github.as(owner).rest.issues.update({
      owner,
      repo,
      issue_number: number,
      state: 'closed',
      state_reason: 'not_planned',
    });
    expect((await stage.run(settings)).outputs).toMatchObject({ result: 'closed', incidents: '4' });
    expect(await stage.log('main')).toBe(keptByHand);
  });

  it('keeps the bytes of a log with a byte order mark and lines that end in two characters', async () => {
    const source = `\uFEFF${keptByHand.replaceAll('\n', '\r\n')}`;
    const stage = await setStage({ files: { [logPath]: source } });
    await stage.file(filed, { title: 'Disk full' });
    await stage.run({ inputs: { ...inputs, 'empty-quarters': 'omit' } });
    const log = (await stage.log()) ?? '';
    expect(log.replaceAll('\r\n', '')).not.toContain('\n');
    expect(withoutEntry(log.replaceAll('\r\n', '\n'))).toBe(source.replaceAll('\r\n', '\n'));
  });

  it('writes above a pattern to copy, and above what is left open', async () => {
    const source = '# Log\n\n## Template\n\n### Incident on YYYY-MM-DD\n\n<!--\n';
    const stage = await setStage({ files: { [logPath]: source } });
    await stage.file(filed, { title: 'Disk full' });
    expect((await stage.run({ inputs })).outputs).toMatchObject({ result: 'created' });
    const log = (await stage.log()) ?? '';
    expect(log.startsWith('# Log\n\n## Q')).toBe(true);
    expect(log.endsWith(source.slice('# Log\n'.length))).toBe(true);
    expect((await stage.run({ inputs })).outputs).toMatchObject({ result: 'unchanged' });
  });

  it('refuses a word that `hand-kept` does not know', async () => {
    const stage = await setStage();
    const run = await stage.run({ inputs: { 'hand-kept': 'convert' } });
    expect(run.annotations).toMatchObject([
      { message: '“convert” is not a value of `hand-kept`. Use keep or fix.' },
    ]);
  });
});

describe('mode: audit', () => {
  const audit = { inputs: { ...inputs, mode: 'audit' } };

  it('puts annotations on the lines, sums up, is red on errors, and makes one request that reads', async () => {
    const stage = await setStage({ files: { [logPath]: keptByHand } });
    const run = await stage.run(audit);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ incidents: '4', result: 'none' });
    expect(
      run.annotations.filter(({ properties }) => properties.title === 'duration-mismatch'),
    ).toMatchObject(
      [37, 38, 89, 145].map((line) => ({ command: 'error', properties: { file: logPath, line: `${line}` } })),
    );
    expect(run.annotations.at(-1)?.message).toContain('4 of 8 durations and 4 of 4 means are wrong');
    expect(run.summary).toContain('| 37 | error | duration-mismatch | Time to repair is stated as 24h 10m');
    expect(JSON.parse(run.outputs.problems ?? '')[0]).toMatchObject({ rule: 'mean-mismatch', line: 25 });
    expect(stage.github.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      `GET /repos/${repository}/contents/${logPath}`,
    ]);
  });

  it('is green on a log that is right, on any event, as of the commit of the run', async () => {
    const right =
      '# Log\n\n## Q4 2024\n\n### Incident on 2024-10-14 - x\n\n- First detected: 2024-10-14 10:00\n- Repaired: 2024-10-14 11:00\n- Resolved: 2024-10-14 12:00\n- Time to repair: 1h\n- Time to resolve: 2h\n';
    const stage = await setStage({ files: { [logPath]: right } });
    const event = { ...(await stage.event('opened', (await stage.file()).number)), name: 'pull_request' };
    await stage.github.commitFiles({ repository, branch: 'main', files: { [logPath]: keptByHand } });
    const run = await stage.run({ ...audit, event });
    expect(run, run.stdout).toMatchObject({ exitCode: 0, annotations: [] });
    expect(run.stdout).toContain('0 of 2 durations and 0 of 0 means are wrong');
  });

  it('knows the log’s own entries by their issues, and finds nothing wrong in them', async () => {
    const stage = await setStage();
    await stage.file(repairedIncident);
    await stage.run({ inputs });
    const [pullRequest] = await stage.pullRequests();
    await stage.merge(pullRequest?.number ?? 0, 'squash');
    expect(await stage.run(audit)).toMatchObject({ exitCode: 0, annotations: [] });
  });

  it.each([
    ['a log that is not there', {}, 'INCIDENTS.md does not exist in the commit'],
    ['a log that is no text', { [logPath]: Buffer.from([0xff, 0xfe]) }, 'is not UTF-8 text'],
  ])('is red on %s, and says so in one sentence', async (_, files, sentence) => {
    const run = await (await setStage({ files })).run(audit);
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toMatchObject([{ command: 'error', message: expect.stringContaining(sentence) }]);
  });

  it('refuses a mode that it does not know', async () => {
    const run = await (await setStage()).run({ inputs: { mode: 'Audit!' } });
    expect(run.annotations).toMatchObject([
      { message: '“Audit!” is not a value of `mode`. Use sync, audit or report.' },
    ]);
  });
});
