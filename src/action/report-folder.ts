import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../errors.ts';

/**
 * The folder at `path` in the workspace, whether it is there or not. Throws {@link UserError} where the job has no workspace, and where
 * `path` leads out of it or through a symbolic link, which may.
 */
export function reportFolder(workspace: string | undefined, path: string): string {
  const root = workspace === undefined || workspace === '' ? undefined : lstatSync(workspace, missing);
  if (root === undefined) {
    throw new UserError('The job has no workspace (GITHUB_WORKSPACE) that the report could be written to.');
  }
  let folder = realpathSync(workspace ?? '');
  const inside = `${folder}${sep}`;
  for (const part of path.split('/')) {
    folder = join(folder, part);
    const found = lstatSync(folder, missing);
    if (found?.isSymbolicLink() || !folder.startsWith(inside)) {
      throw new UserError(
        `The input \`report-path\` names ${path}, which leads out of the workspace or through a symbolic link; name a folder in the workspace.`,
      );
    }
    if (found !== undefined && !found.isDirectory()) {
      throw new UserError(`The input \`report-path\` names ${path}, which is a file; name a folder.`);
    }
  }
  return folder;
}

const missing = { throwIfNoEntry: false } as const;
