import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { context } from '@actions/github';
import { explain } from '../github/refusal.ts';
import { withoutCommands } from '../workflow-commands.ts';

/**
 * Fails the run with one sentence when `action` throws, and puts it into the step summary.
 *
 * @param summaryOf the summary of a run that failed with a sentence, in Markdown
 */
export async function explained(
  action: () => Promise<void>,
  summaryOf: (sentence: string) => string,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    const explanation = explain(error);
    // What is no refusal or mistake is a fault of ours, and its stack trace says where.
    if (explanation === null)
      core.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const sentence =
      explanation ?? 'incident-log failed in a way it does not know; please report it with the lines above.';
    writeSummary(summaryOf(sentence));
    core.setFailed(sentence);
  }
}

/** A line of the job's log, which may hold a person's words. */
export function say(line: string): void {
  core.info(withoutCommands(line));
}

/** Adds to the step summary, in Markdown. */
export function writeSummary(text: string): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env;
  if (file) appendFileSync(file, text.endsWith('\n') ? text : `${text}\n`);
}

/** Web address of the repository that the run is in: `https://github.com/owner/name`. */
export function repositoryUrl(): string {
  return `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
}
