import * as v from 'valibot';

/** An issue as the REST API gives it (https://docs.github.com/en/rest/issues/issues#list-repository-issues), as far as we read it. */
export const issueSchema = v.object({
  number: v.pipe(v.number(), v.integer()),
  title: v.string(),
  body: v.nullish(v.string(), null),
  /** Empty where a list that was made by hand lacks it. */
  html_url: v.nullish(v.pipe(v.string(), v.regex(/^(https?:\/\/[^\s()<>]+)?$/)), ''),
  state: v.nullish(v.picklist(['open', 'closed']), 'open'),
  state_reason: v.nullish(v.string(), null),
  labels: v.pipe(
    v.array(v.union([v.string(), v.object({ name: v.nullish(v.string(), '') })])),
    v.transform((labels) => labels.map((label) => (typeof label === 'string' ? label : label.name))),
  ),
  user: v.nullish(v.object({ login: v.string(), type: v.nullish(v.string(), 'User') }), null),
  /** Empty where a list that was made by hand lacks it. */
  author_association: v.nullish(v.string(), ''),
  pull_request: v.nullish(v.unknown(), null),
  closed_at: v.nullish(v.string(), null),
  updated_at: v.nullish(v.string(), ''),
  /** How many comments it has; null where a list that was made by hand lacks it. */
  comments: v.nullish(v.number(), null),
  /** UTC milliseconds. Not GitHub's: what the issue's events tell, once they were asked. */
  reopened_at: v.nullish(v.number(), null),
  /** Login. Not GitHub's: set where a bot closed as not planned what does not look like a false alarm. */
  closed_by_bot: v.nullish(v.string(), null),
  locked: v.nullish(v.boolean(), false),
  /** Absent where the server has no sub-issues. */
  sub_issues_summary: v.nullish(v.object({ total: v.number() }), null),
});

export type Issue = v.InferOutput<typeof issueSchema>;

/** Who may put an incident into the log. */
export interface TrustRule {
  readonly confirmedLabel: string;
  readonly allowedBots: readonly string[];
}

/** Labels are the same whatever their case (https://docs.github.com/en/rest/issues/labels). */
export function hasLabel(issue: { readonly labels: readonly string[] }, name: string): boolean {
  return issue.labels.some((label) => sameName(label, name));
}

/** Label names and logins are the same whatever their case. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * The incident issues among `issues`: labelled, no pull requests (the list of issues contains them), no false alarms
 * (closed as not planned) and no duplicates; each once, by number.
 */
export function incidentIssues(issues: readonly Issue[], label: string): Issue[] {
  const incidents = issues.filter((issue) => whyNoIncident(issue, label) === null);
  return [...new Map(incidents.map((issue) => [issue.number, issue])).values()].sort(
    (one, other) => one.number - other.number,
  );
}

/** Whether an issue was closed before, and is open again. */
export function isReopened({ state, state_reason: reason }: Issue): boolean {
  return state === 'open' && reason === 'reopened';
}

/** Why an issue is no incident, whoever wrote it; null where it is one. */
export function whyNoIncident(
  issue: Issue,
  label: string,
): 'pull-request' | 'no-label' | 'false-alarm' | 'duplicate' | null {
  if (issue.pull_request !== null) return 'pull-request';
  if (!hasLabel(issue, label)) return 'no-label';
  if (issue.state === 'open') return null;
  if (issue.state_reason === 'duplicate') return 'duplicate';
  return issue.state_reason === 'not_planned' && issue.closed_by_bot === null ? 'false-alarm' : null;
}

/**
 * Whether an issue's author is trusted, as far as the issue itself tells; `unknown` means that only the author's
 * permission in the repository can tell. Private members of an organisation show as NONE or CONTRIBUTOR to a workflow's
 * token (https://docs.github.com/en/graphql/reference/enums#commentauthorassociation).
 */
export function trustOf(
  issue: Pick<Issue, 'labels' | 'user' | 'author_association'>,
  rule: TrustRule,
): 'trusted' | 'untrusted' | 'unknown' {
  if (hasLabel(issue, rule.confirmedLabel)) return 'trusted';
  const { user, author_association } = issue;
  if (user?.type === 'Bot') return isAllowedBot(user.login, rule) ? 'trusted' : 'untrusted';
  if (isTrustedAssociation(author_association)) return 'trusted';
  return user === null ? 'untrusted' : 'unknown';
}

/** Whether somebody is trusted, whatever labels say: `isPermitted` is asked where the association does not tell. */
export async function isTrusted(
  author: Pick<Issue, 'user' | 'author_association'>,
  rule: TrustRule,
  isPermitted: (login: string) => Promise<boolean>,
): Promise<boolean> {
  const trust = trustOf({ ...author, labels: [] }, rule);
  return trust === 'unknown' && author.user !== null ? isPermitted(author.user.login) : trust === 'trusted';
}

function isTrustedAssociation(association: string): boolean {
  return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association);
}

/** Whether a bot is named in `allowed-bots`, with or without `[bot]`. */
export function isAllowedBot(login: string, rule: TrustRule): boolean {
  const withoutSuffix = (name: string) => name.replace(/\[bot\]$/i, '');
  return rule.allowedBots.some((bot) => sameName(withoutSuffix(bot), withoutSuffix(login)));
}
