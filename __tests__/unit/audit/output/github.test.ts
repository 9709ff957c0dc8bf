import { expect, it } from 'vitest';
import type { Finding } from '../../../../src/audit/finding.ts';
import { auditAsCommands } from '../../../../src/audit/output/github.ts';
import { audit } from '../audits.ts';

const place = { line: 3, column: 5, endLine: 3, endColumn: 9 };
const limits = { reserved: 0, rest: 'The rest is in the log.' };

/** An audit of one file with these findings. */
function audited(findings: readonly Partial<Finding>[]) {
  const finding: Finding = {
    rule: 'timestamp-form',
    severity: 'error',
    message: 'Wrong.',
    ...place,
    start: 0,
    end: 1,
    stated: null,
    computed: null,
    explanation: null,
    remark: '',
    fix: null,
    headline: null,
  } as Finding;
  const all = findings.map((each) => ({ ...finding, ...each }));
  return [{ file: 'docs/LOG.md', audit: { ...audit('# Log\n'), findings: all } }];
}

it.each<[string, Partial<Finding>, string]>([
  ['has columns, the last inclusive', {}, 'line=3,endLine=3,col=5,endColumn=8,'],
  ['has a column at least, where it is empty', { endColumn: 5 }, 'line=3,endLine=3,col=5,endColumn=5,'],
  ['has no columns over several lines', { endLine: 4 }, 'line=3,endLine=4,title='],
])('a finding %s', (_, finding, properties) => {
  const { commands, rest } = auditAsCommands(audited([finding]), limits);
  expect(commands).toContain(`::error file=docs/LOG.md,${properties}`);
  expect(rest).toBe('');
});

it('a message stays one command, whatever it holds', () => {
  const { commands } = auditAsCommands(audited([{ message: 'a%\n::error::b' }]), limits);
  expect(commands).toMatch(/^::error [^\n]*::a%25%0A::error::b\n$/);
});

it('what GitHub would not show is listed, with a notice that says so in front', () => {
  const findings = Array.from({ length: 12 }, (_, index) => ({ line: index + 1, endLine: index + 1 }));
  const { commands, rest } = auditAsCommands(audited(findings), { ...limits, reserved: 1 });
  expect(commands).toMatch(/^::notice::9 of 12 errors are shown here, .* The rest is in the log\.\n::error /);
  expect(commands.match(/^::error /gm)).toHaveLength(9);
  expect(rest).toBe(
    [10, 11, 12].map((line) => `docs/LOG.md:${line}:5: error timestamp-form: Wrong.\n`).join(''),
  );
});

it('a listed message cannot control the terminal or begin a line of its own', () => {
  const findings = Array.from({ length: 11 }, () => ({ message: 'a\u001B[2J\n::error::b' }));
  const { rest } = auditAsCommands(audited(findings), limits);
  expect(rest).toBe('docs/LOG.md:3:5: error timestamp-form: a\uFFFD[2J\uFFFD::error::b\n');
});
