/** In the place of a hash: the incident's list does not hold the item any more. */
export const UNLISTED = 'unlisted';

/** The hidden line by which an action's issue is known to be ours. */
export interface Marker {
  /** GitHub's id of the repository of the incident: a transferred issue keeps its body, but is no action of ours there. */
  readonly repository: number;
  /** Number of the incident issue. */
  readonly incident: number;
  /** Hash of the item's text when the issue was made. Never changes. */
  readonly text: string;
  /** From 1: the same text twice in one incident is two actions. */
  readonly occurrence: number;
  /** Hash of what the item said when the issue was last written (text, owner, due), or `unlisted`. */
  readonly item: string;
  /** Hash of the title and body as we last wrote them: while it holds, no person has changed them. */
  readonly written: string;
}

/** The last line of an issue's body that is a marker; null where none is. Linear in the body's length. */
export function readMarker(body: string | null): Marker | null {
  return findMarker(body ?? '')?.marker ?? null;
}

/** The marker's line, without a line ending. Its hashes are those of `hashOf`; another text is not read back. */
export function writeMarker({ repository, incident, text, occurrence, item, written }: Marker): string {
  return `<!-- incident-log: review-action repository=${repository} incident=${incident} text=${text} occurrence=${occurrence} item=${item} written=${written} -->`;
}

/** The body with this marker in the place of the one that `readMarker` finds, all else to the character; as it is where none is. */
export function withMarker(body: string, marker: Marker): string {
  const found = findMarker(body);
  return found === null ? body : body.slice(0, found.start) + writeMarker(marker) + body.slice(found.end);
}

/** What a body says besides the marker that `readMarker` finds; line ends are line feeds, and no white space stands around it. */
export function withoutMarker(body: string): string {
  const found = findMarker(body);
  const text = found === null ? body : body.slice(0, found.start) + body.slice(found.end);
  return text.replace(/\r\n?/g, '\n').trim();
}

interface FoundMarker {
  readonly marker: Marker;
  readonly start: number;
  readonly end: number;
}

function findMarker(body: string): FoundMarker | null {
  const last = [...body.matchAll(markerLine)].at(-1);
  if (last === undefined) return null;
  const [line, repository, incident, text = '', occurrence, item = '', written = ''] = last;
  const [start, end] = [last.index, last.index + line.length];
  const numbers = {
    repository: Number(repository),
    incident: Number(incident),
    occurrence: Number(occurrence),
  };
  return { marker: { ...numbers, text, item, written }, start, end };
}

const number = '([1-9]\\d{0,14})';
const hash = '[0-9a-f]{16}';
const markerLine = new RegExp(
  `(?<=^|[\\r\\n])<!-- incident-log: review-action repository=${number} incident=${number} text=(${hash}) ` +
    `occurrence=${number} item=(${hash}|unlisted) written=(${hash}) -->(?=[ \\t]*(?:[\\r\\n]|$))`,
  'g',
);
