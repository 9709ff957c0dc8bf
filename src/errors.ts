/**
 * Something that a person can fix. Its message is what they read, without a stack trace: one sentence that says what is wrong, where, and
 * how to fix it.
 */
export class UserError extends Error {}

/** Something on GitHub changed after this run had read it. The run looks again, and plans again. */
export class ConflictError extends Error {}
