/** A place where the local GitHub may differ from GitHub's description. */
export interface Deviation {
  /** As `GET /repos/{owner}/{repo}/issues`; `*` for every operation. */
  readonly operation: string;
  readonly part: 'query' | 'body' | 'answer';
  /** JSON pointers; `*` stands for one segment, `**` for any number of them. What lies beneath is not checked either. */
  readonly at: readonly string[];
  readonly reason: string;
}

/** All deviations that we accept. Fix our own front rather than adding to this list. */
export const deviations: readonly Deviation[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/issues',
    part: 'query',
    at: ['/after', '/before'],
    reason: "Cursors stand in the addresses of GitHub's own `Link` header, which clients follow as they are.",
  },
  {
    operation: 'GET /repos/{owner}/{repo}',
    part: 'answer',
    at: ['/pushed_at', '/network_count', '/subscribers_count'],
    reason: 'emulate does not keep them, and the action does not read them.',
  },
  {
    operation: '*',
    part: 'answer',
    at: ['/status'],
    reason:
      'GitHub repeats the status of a refusal as a text in its body. The description says so for `basic-error` only, not for `validation-error`.',
  },
  {
    operation: 'GET /repos/{owner}/{repo}/pulls',
    part: 'answer',
    at: ['/*/labels/*/description'],
    reason: 'It is null for a label without one, as in `label`. The description says it is always a text.',
  },
];

/** Statuses of refusals that GitHub documents for all operations at once. Not each description repeats them. */
export const generalStatuses: readonly number[] = [
  401, // docs.github.com, "Authenticating to the REST API": the token is wrong
  403, // docs.github.com, "Troubleshooting the REST API": the token lacks a permission, or the repository is archived
  404, // the same page: it is not there, or the token may not see it
];
