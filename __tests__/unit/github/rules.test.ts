import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { explainedRule, isDeletionRefused, isForcePushRefused } from '../../../src/github/rules.ts';
import { refusal } from './refusals.ts';

const branch = 'incident-log';
const violations = (...lines: readonly string[]) => ({
  message: ['Repository rule violations found', '', ...lines, ''].join('\n'),
});

describe('a rule that refuses a change of the branch', () => {
  it.each([
    ['Cannot force-push to this branch', 'The rule “Block force pushes”'],
    ['Cannot delete this branch', 'The rule “Restrict deletions”'],
    ['Cannot delete a protected branch', 'The rule “Restrict deletions”'],
    ['Cannot create ref due to creations being restricted.', '“Restrict creations”'],
    ['Branch name must start with a matching pattern: release/', '“Restrict branch names”'],
    ['Commits must have verified signatures.', 'The rule “Require signed commits”'],
    ['Commit message must match a matching pattern: Signed-off-by', 'set the input `signoff` to true'],
    ['Commit message must start with a matching pattern: chore', 'set the input `commit-message`'],
    ['Changes must be made through a pull request.', '“Require a pull request before merging”'],
    ['Cannot update this protected ref.', '“Restrict updates”'],
  ])('%s', (line, sentence) => {
    for (const status of [409, 422]) {
      const explained = explainedRule(refusal(status, violations(line)), branch);
      expect(explained).toBeInstanceOf(UserError);
      expect((explained as UserError).message).toContain(sentence);
      expect((explained as UserError).message).toContain(branch);
    }
  });

  it('that is not known is quoted, on one line and without the address of the documentation', () => {
    const text = `${violations('File size', '  is  restricted').message} - https://docs.github.com/rest/git/refs`;
    expect((explainedRule(refusal(422, { message: text }), branch) as UserError).message).toContain(
      '(“File size is restricted”)',
    );
  });
});

it('leaves every other error what it is', () => {
  for (const error of [
    refusal(422, { message: 'Reference already exists' }),
    refusal(403, violations('Cannot force-push to this branch')),
    new Error('Cannot force-push to this branch'),
  ]) {
    expect(explainedRule(error, branch)).toBe(error);
    expect(isForcePushRefused(error)).toBe(false);
    expect(isDeletionRefused(error)).toBe(false);
  }
});

it('tells a force push from a deletion', () => {
  const push = refusal(422, violations('Cannot force-push to this branch'));
  const deletion = refusal(422, violations('Cannot delete this branch'));
  expect([isForcePushRefused(push), isDeletionRefused(push)]).toEqual([true, false]);
  expect([isForcePushRefused(deletion), isDeletionRefused(deletion)]).toEqual([false, true]);
});
