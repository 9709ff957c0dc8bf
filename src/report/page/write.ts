import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';

/** By this a page of ours is known. */
export const generator = 'incident-log report';

/**
 * Writes the page into a folder, which is created where it is missing, and returns its path. It replaces a former page as a whole, and
 * nothing else: throws {@link UserError} on another file in its place, and on a folder that can't be written.
 */
export function writePage(folder: string, page: string): string {
  const path = join(folder, 'index.html');
  const beside = `${path}.${process.pid}.tmp`;
  if (!isOursOrMissing(path)) {
    throw new UserError(
      `${path} is not a report that incident-log wrote, so it was left as it is; name another folder.`,
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(beside, page, { flag: 'wx' });
      renameSync(beside, path);
    } finally {
      rmSync(beside, { force: true });
    }
  } catch (error) {
    throw new UserError(`${path} can't be written (${error instanceof Error ? error.message : error}).`);
  }
  return path;
}

function isOursOrMissing(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes(`<meta name="generator" content="${generator}">`);
  } catch (error) {
    // Where it can't be read for another reason, writing it says why.
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  }
}
