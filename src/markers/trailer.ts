/** Commit trailer that names the blob of a file that a commit of ours wrote. A commit has one for each file, the log's first. */
const TRAILER = 'Incident-Log-Blob';

/** A file as a commit of ours wrote it. */
export interface WrittenFile {
  /** Null for the log, wherever it is. */
  readonly path: string | null;
  readonly blob: string;
}

/** The message of a commit of ours, with the trailers by which the branch is known to be ours. */
export function messageWithTrailers(message: string, files: readonly WrittenFile[]): string {
  const lines = files.map(({ path, blob }) => `${TRAILER}: ${blob}${path === null ? '' : ` ${path}`}\n`);
  return `${message}\n\n${lines.join('')}`;
}

/** The files that a commit of ours wrote, by its trailers; none for somebody else's commit. */
export function trailersOf(message: string): WrittenFile[] {
  const found = message.matchAll(new RegExp(`^${TRAILER}: ([0-9a-f]{40})(?: (\\S.*))?$`, 'gm'));
  return [...found].map(([, blob = '', path]) => ({ path: path?.trimEnd() ?? null, blob }));
}
