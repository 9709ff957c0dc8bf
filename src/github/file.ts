import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { decodeText } from '../text.ts';
import { checked, type GitHub, orNull } from './client.ts';

/** A text file of the repository at one commit. */
export interface File {
  /** The blob's name in git. */
  readonly blob: string;
  readonly text: string;
}

/** The files at some paths, null where there is none, in the order of the paths. */
export type Files = ReadonlyMap<string, File | null>;

const entrySchema = v.variant('type', [
  v.object({
    type: v.literal('file'),
    sha: v.string(),
    size: v.number(),
    encoding: v.string(),
    content: v.string(),
  }),
  v.object({ type: v.picklist(['dir', 'symlink', 'submodule']) }),
]);
const blobSchema = v.object({
  sha: v.string(),
  size: v.number(),
  encoding: v.literal('base64'),
  content: v.string(),
});

/**
 * The file at `path` as of `commit`, or null where there is none. Over 1 MB the contents API leaves the content out, and
 * the blob is read instead (https://docs.github.com/en/rest/repos/contents#get-repository-content). What is no UTF-8 text
 * or arrives incomplete is an error.
 */
export async function readFile(github: GitHub, path: string, commit: string): Promise<File | null> {
  const response = await orNull(github.rest.repos.getContent({ ...github.repository, path, ref: commit }));
  if (response === null) return null;
  if (Array.isArray(response.data)) throw new UserError(`${path} is a folder; give the path of a file.`);
  const entry = checked(entrySchema, response);
  if (entry.type !== 'file') throw new UserError(`${path} is a ${entry.type}; give the path of a file.`);
  const isWhole = entry.encoding === 'base64' && (entry.size === 0 || entry.content !== '');
  const { content, size } = isWhole
    ? entry
    : checked(blobSchema, await github.rest.git.getBlob({ ...github.repository, file_sha: entry.sha }));
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length !== size) {
    throw new UserError(
      `${path} arrived with ${bytes.length} of its ${size} bytes; nothing was changed, run the workflow again.`,
    );
  }
  return { blob: entry.sha, text: decodeText(bytes, path) };
}

/** Reads the files at these paths as of `commit`, as {@link readFile} does. */
export async function readFiles(github: GitHub, paths: readonly string[], commit: string): Promise<Files> {
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(github, path, commit)] as const)),
  );
}

/** The name git gives a blob of this text (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
export function blobOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
}
