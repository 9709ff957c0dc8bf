/** Commit trailer that names the blob of the log that a commit of ours wrote. */
const TRAILER = 'Incident-Log-Blob';

/** The message of a commit of ours, with the trailer by which the branch is known to be ours. */
export function messageWithTrailer(message: string, blob: string): string {
  return `${message}\n\n${TRAILER}: ${blob}\n`;
}

/** The blob of the log that a commit of ours wrote, by its trailer; null for a commit of somebody else's. */
export function trailerOf(message: string): string | null {
  const [, blob] = message.match(new RegExp(`^${TRAILER}: ([0-9a-f]{40})$`, 'm')) ?? [];
  return blob ?? null;
}
