/**
 * An error that a person can mend. Its message is what they read: one sentence that says what is wrong, where, and how to
 * mend it; it is printed without a stack trace.
 */
export class Explained extends Error {}
