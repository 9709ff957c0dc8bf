import { createHash } from 'node:crypto';

/** What the status comment keeps in its hidden last line, which nobody but we can write. */
export interface StatusCommentMemory {
  /** Hashes of the problems that it names: people are notified again when another one is added. */
  readonly problems: readonly string[];
  /**
   * Hashes of the texts that a confirmation holds for; empty where nobody has confirmed the incident, or need to; `changed` where
   * somebody did, and it says something else now.
   */
  readonly confirmed: readonly string[] | 'changed';
  /** Null where no command has been carried out. */
  readonly commands: CommandMemory | null;
}

/** Which commands have been carried out on an incident. */
export interface CommandMemory {
  /** Id of the last comment whose commands have been carried out, or refused; 0 for none. Ids grow with time. */
  readonly through: number;
  /** Hash of the text that a run was about to write when it noted this: where the incident says that, it was written. Null once it was. */
  readonly text: string | null;
  /** Hashes of the items that `/action` has added and that lack an issue. */
  readonly actions: readonly string[];
}

/** Hash of what an incident says, all of it; the same however its lines end. Whole, for its author may write two texts to one hash. */
export function incidentHash({
  title,
  body,
}: {
  readonly title: string;
  readonly body: string | null;
}): string {
  const text = JSON.stringify([title.trim(), (body ?? '').replace(/\r\n?/g, '\n').trim()]);
  return createHash('sha256').update(text).digest('hex');
}

const list = (digits: number) => `[0-9a-f]{${digits}}(?:,[0-9a-f]{${digits}})*`;
const markerLine = new RegExp(
  `^<!-- incident-log: feedback problems=((?:${list(16)})?) confirmed=(changed|(?:${list(64)})?)` +
    `(?: through=(0|[1-9]\\d{0,15})(?: text=([0-9a-f]{64}))?(?: actions=(${list(16)}))?)? -->$`,
);

/** Null for a marker of another kind, and for none. */
export function readStatusCommentMarker(marker: string | null): StatusCommentMemory | null {
  const [, problems, confirmed, through, text, actions] = markerLine.exec(marker ?? '') ?? [];
  if (problems === undefined || confirmed === undefined) return null;
  const split = (hashes: string) => (hashes === '' ? [] : hashes.split(','));
  return {
    problems: split(problems),
    confirmed: confirmed === 'changed' ? 'changed' : split(confirmed),
    commands:
      through === undefined
        ? null
        : { through: Number(through), text: text ?? null, actions: split(actions ?? '') },
  };
}

export function writeStatusCommentMarker({ problems, confirmed, commands }: StatusCommentMemory): string {
  const parts = [
    `problems=${problems.join(',')}`,
    `confirmed=${confirmed === 'changed' ? confirmed : confirmed.join(',')}`,
    ...(commands === null ? [] : [`through=${commands.through}`]),
    ...(commands === null || commands.text === null ? [] : [`text=${commands.text}`]),
    ...(commands === null || commands.actions.length === 0 ? [] : [`actions=${commands.actions.join(',')}`]),
  ];
  return `<!-- incident-log: feedback ${parts.join(' ')} -->`;
}
