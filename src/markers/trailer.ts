/** Commit trailer that names the blob of a file that a commit of ours wrote. A commit has one for each file. */
const TRAILER = 'Incident-Log-Blob';

/** The message of a commit of ours, with the trailers by which the branch is known to be ours. */
export function messageWithTrailers(message: string, blobs: readonly string[]): string {
  return `${message}\n\n${blobs.map((blob) => `${TRAILER}: ${blob}\n`).join('')}`;
}

/** The blobs that a commit of ours wrote, by its trailers; empty for somebody else's commit. */
export function trailersOf(message: string): string[] {
  const found = message.matchAll(new RegExp(`^${TRAILER}: ([0-9a-f]{40})$`, 'gm'));
  return [...found].flatMap(([, blob]) => blob ?? []);
}
