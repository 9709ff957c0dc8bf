import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { UserError } from '../errors.ts';
import { decodeText } from '../text.ts';

/** Exit codes. */
export const [FINE, PROBLEMS, UNUSABLE] = [0, 1, 2];

/** The text of a file. Throws {@link UserError} on one that cannot be read, or is no text. */
export function readText(file: string): string {
  try {
    return decodeText(readFileSync(file), file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} cannot be read (${messageOf(error)}).`);
  }
}

/** Throws {@link UserError} on what is no text. */
export async function readStandardInput(): Promise<string> {
  return decodeText(await buffer(process.stdin), 'standard input');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** UTC milliseconds. Throws {@link UserError} on what is no instant with its offset. */
export function readNow(text: string | undefined): number {
  const now = text === undefined ? Date.now() : Date.parse(text);
  if (!Number.isNaN(now) && (text === undefined || /(Z|[+-]\d\d:\d\d)$/.test(text))) return now;
  throw new UserError(`“${text}” is no instant; write --now as 2026-01-31T12:00Z.`);
}

/** Web address of the repository that a log's entries link to; empty where it has none that are generated. */
export function repositoryOfLog(log: string): string {
  const [, url = ''] = /^- \*\*Incident issue\*\*: \[#\d+\]\((.*)\/issues\/\d+\)/m.exec(log) ?? [];
  return url;
}
