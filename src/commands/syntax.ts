// This file imports nothing: the check of every event loads it.

/** What a command begins with, at the start of a line. */
export const commandSign = '/';

/** A line that begins with a slash and a word: its indentation, the word, and the rest. */
export const commandLine = /^( {0,3})\/([a-z]{2,24})[:,.;!]?(?=[\s(]|$)(.*)$/is;

/** Whether a comment has a line that begins like a command. Only its words and the Markdown around it tell whether it is one. */
export function mayHoldCommand(comment: string): boolean {
  return /^ {0,3}\/[a-z]/im.test(comment);
}
