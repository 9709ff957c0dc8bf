/** What the comment that tells how an incident was read keeps in its hidden last line. */
export interface FeedbackMemory {
  /** Hashes of the problems that it names: people are told anew when another one joins them. */
  readonly problems: readonly string[];
  /**
   * Hashes of the texts that a confirmation holds for; empty where nobody has confirmed the incident, or need to; `changed` where
   * somebody did, and it says something else now.
   */
  readonly confirmed: readonly string[] | 'changed';
}

const list = (digits: number) => `(?:[0-9a-f]{${digits}}(?:,[0-9a-f]{${digits}})*)?`;
const feedbackMarker = new RegExp(
  `^<!-- incident-log: feedback problems=(${list(16)}) confirmed=(changed|${list(64)}) -->$`,
);

/** Null for a marker of another kind, and for none. */
export function readFeedbackMarker(marker: string | null): FeedbackMemory | null {
  const [, problems, confirmed] = feedbackMarker.exec(marker ?? '') ?? [];
  if (problems === undefined || confirmed === undefined) return null;
  const split = (text: string) => (text === '' ? [] : text.split(','));
  return { problems: split(problems), confirmed: confirmed === 'changed' ? 'changed' : split(confirmed) };
}

export function writeFeedbackMarker({ problems, confirmed }: FeedbackMemory): string {
  return `<!-- incident-log: feedback problems=${problems.join(',')} confirmed=${confirmed === 'changed' ? confirmed : confirmed.join(',')} -->`;
}
