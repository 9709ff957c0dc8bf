import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { explain } from './github/refusal.ts';

/** Ends the run red, with one sentence, when what is done fails. */
export async function explained(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const sentence = explain(error);
    // What is no refusal or mistake is a fault of ours, and its stack trace says where.
    if (sentence === null)
      core.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    core.setFailed(
      sentence ?? 'incident-log failed in a way it does not know; please report it with the lines above.',
    );
  }
}

/**
 * A line of the job's log. The runner obeys `##[command]` wherever it stands in one, and a line may hold a person's words
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
export function say(line: string): void {
  core.info(line.replaceAll('##[', '##\u200B['));
}

/** Adds to the step summary, in Markdown. */
export function writeSummary(text: string): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env;
  if (file) appendFileSync(file, text);
}
