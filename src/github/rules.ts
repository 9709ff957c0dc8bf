import { UserError } from '../errors.ts';
import { hasStatus } from './refusal.ts';

/** A ruleset's refusal, by the words in GitHub's answer; protected branches answer in nearly the same. */
interface Rule {
  readonly pattern: RegExp;
  /** What is refused, why, and what else there is to do than to change the ruleset. */
  readonly sentence: (branch: string) => string;
}

const FORCE_PUSH = /cannot force-push/i;
const DELETION = /cannot delete this|cannot delete a protected/i;

const exclude = (branch: string) => `exclude ${branch} from it under Settings, Rules`;

/** The rules' names as in the settings (https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets). */
const rules: readonly Rule[] = [
  {
    pattern: FORCE_PUSH,
    sentence: (branch) =>
      `The rule “Block force pushes” keeps ${branch} from being rebuilt: ${exclude(branch)}, or name another branch in the input \`branch\`.`,
  },
  {
    pattern: DELETION,
    sentence: (branch) =>
      `The rule “Restrict deletions” keeps ${branch}, which is no longer needed, from being deleted: ${exclude(branch)}, or name another branch in the input \`branch\`.`,
  },
  {
    pattern: /creations being restricted|branch name must/i,
    sentence: (branch) =>
      `A rule about the names of branches (“Restrict creations” or “Restrict branch names”) refuses ${branch}: set the input \`branch\` to a name that it allows, or ${exclude(branch)}.`,
  },
  {
    pattern: /verified signatures/i,
    sentence: (branch) =>
      `The rule “Require signed commits” refuses the commit on ${branch}: GitHub signs what an App or the workflow's own token commits, and nothing by a personal access token, so leave the input \`token\` out or give it an App's token.`,
  },
  {
    pattern: /signed-off-by|sign-?off/i,
    sentence: (branch) =>
      `A rule about commit messages refuses the commit on ${branch}, because it asks for a sign-off: set the input \`signoff\` to true.`,
  },
  {
    pattern: /commit message must/i,
    sentence: (branch) =>
      `A rule about commit messages refuses the commit on ${branch}: set the input \`commit-message\` to one that it allows, or ${exclude(branch)}.`,
  },
  {
    pattern: /through a pull request|cannot update this protected ref/i,
    sentence: (branch) =>
      `The rule “Require a pull request before merging” or “Restrict updates” refuses commits on ${branch}: ${exclude(branch)}, or name another branch in the input \`branch\`.`,
  },
];

function violationIn(error: unknown): string | null {
  // The Git database answers 422; other endpoints have been seen to answer 409.
  return hasStatus(error, 409, 422) ? error.message : null;
}

export function isForcePushRefused(error: unknown): boolean {
  return FORCE_PUSH.test(violationIn(error) ?? '');
}

export function isDeletionRefused(error: unknown): boolean {
  return DELETION.test(violationIn(error) ?? '');
}

/** The error, or in its place one that names the rule by which GitHub refused a change of `branch`, and the input or setting to change. */
export function explainedRule(error: unknown, branch: string): unknown {
  const violation = violationIn(error);
  const rule = rules.find(({ pattern }) => violation !== null && pattern.test(violation));
  if (rule !== undefined) return new UserError(rule.sentence(branch));
  const [first, ...said] = (violation ?? '').split(' - https://docs.')[0]?.split('\n') ?? [];
  if (first !== 'Repository rule violations found') return error;
  const reason = said.join(' ').replace(/\s+/g, ' ').trim();
  return new UserError(
    `A rule of the repository refuses the change of ${branch} (“${reason}”): ${exclude(branch)}.`,
  );
}
