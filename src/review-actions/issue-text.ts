import { longestBody } from '../form/edit.ts';
import type { ReviewAction } from '../incident/incident.ts';
import { quoteMarkdown } from '../markdown/contain/quote.ts';
import { hashOf, itemHash } from '../markers/hash.ts';
import { type Marker, withoutMarker, writeMarker } from '../markers/review-action.ts';
import { cutAtWord, titleOf } from './title.ts';

/** What an item says that its issue follows. */
export type ActionSource = Pick<ReviewAction, 'text' | 'owner' | 'due'>;

/** The incident that an action belongs to, and which of its actions it is. */
export interface ActionPlace {
  /** GitHub's id of the repository. */
  readonly repository: number;
  readonly incident: { readonly number: number; readonly url: string };
  /** From 1. */
  readonly occurrence: number;
  /** Hash of the item's text when the issue was made. */
  readonly text: string;
  /** Whether issues of the repository can be assigned to the item's owner. */
  readonly owner: 'assignable' | 'unassignable';
}

export interface ActionText {
  readonly title: string;
  /** Ends in the marker. */
  readonly body: string;
}

const cutNotice =
  'The rest is left out here, because GitHub takes no longer text: the incident has all of it.';

const explanation =
  'This is a review action of that incident. Close it once it is done, or as not planned where it will not be done: the incident log ' +
  "follows. Its words and due date are changed in the incident's list; while nobody has edited this issue, it follows them.";

/**
 * What an action's issue says: the plain words of the item as its title, at most 256 UTF-16 units; in its body the item quoted, the
 * incident, an owner who cannot be assigned, the due date, what to do with the issue, and the marker, at most 65,536 UTF-16 units
 * together. Nobody is notified and nothing else is referred to by the item's words.
 */
export function writeAction(action: ActionSource, place: ActionPlace): ActionText {
  const { repository, incident, occurrence, text } = place;
  const title = titleOf(action.text) || `Review action of incident #${incident.number}`;
  const facts = writeFacts(action, place);
  const write = (quote: readonly string[], marker: Marker) =>
    [...quote, facts, explanation, writeMarker(marker)].join('\n\n');
  const item = itemHash(action);
  const draft: Marker = { repository, incident: incident.number, text, occurrence, item, written: item };
  // A hash is as long as another.
  const room = longestBody - write(['', ''], draft).length - cutNotice.length;
  const quote = quoteWithin(action.text, room);
  const written = writtenHash({ title, body: write(quote, draft) });
  return { title, body: write(quote, { ...draft, written }) };
}

/** Whether nobody has changed an issue since we wrote it: line ends and white space around title and body aside. */
export function isUntouched(
  issue: { readonly title: string; readonly body: string | null },
  marker: Marker,
): boolean {
  return writtenHash(issue) === marker.written;
}

function writtenHash({ title, body }: { readonly title: string; readonly body: string | null }): string {
  return hashOf(title.trim(), withoutMarker(body ?? ''));
}

function writeFacts({ owner, due }: ActionSource, place: ActionPlace): string {
  const { number, url } = place.incident;
  const isUnassigned = owner !== null && place.owner === 'unassignable';
  return [
    `- **Incident**: [#${number}](${url})`,
    ...(isUnassigned ? [`- **Owner**: \`${owner}\`, to whom issues cannot be assigned here`] : []),
    ...(due === null ? [] : [`- **Due**: ${due}`]),
  ].join('\n');
}

/** The quote and, where it had to be cut to fit the room (UTF-16 units), a notice; empty where nothing in the text would be seen. */
function quoteWithin(text: string, room: number): string[] {
  const quote = quoteMarkdown(text);
  if (quote === '') return [];
  if (quote.length <= room) return [quote];
  let share = Math.min(text.length, room);
  for (let round = 0; round < 6; round += 1) {
    const part = quoteMarkdown(cutLines(text, share));
    if (part.length <= room) return [part, cutNotice].filter((each) => each !== '');
    // Most grow in proportion; the next try is for the others.
    share = Math.floor(Math.min((share * room) / part.length, share * 0.9));
  }
  return [cutNotice];
}

/** The first lines of a text within so many UTF-16 units; the beginning of the first line where it is longer than they are. */
function cutLines(text: string, room: number): string {
  const end = text.slice(0, room + 1).search(/[\r\n][^\r\n]*$/);
  return end > 0 ? text.slice(0, end) : cutAtWord(text, room);
}
