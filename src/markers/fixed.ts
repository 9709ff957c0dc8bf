/** Stands in the body of every pull request of ours. One without it was opened or rewritten by a person, and is theirs. */
export const PULL_REQUEST_MARKER = '<!-- incident-log: pull-request -->';
/** Stands in the comment with which we close a pull request, so that this is not taken for a person's refusal. */
export const CLOSING_MARKER = '<!-- incident-log: nothing-differs -->';
/** Stands in the comment that reminds people of an overdue review action. */
export const REMINDER_MARKER = '<!-- incident-log: overdue -->';
/** Stands in the comment that an issue gets when its item has left the incident's list. */
export const UNLISTED_MARKER = '<!-- incident-log: unlisted -->';
