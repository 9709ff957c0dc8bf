import type { GitHub } from '../github/client.ts';
import { commentedSince } from '../github/comment.ts';
import type { OwnLogin } from '../github/own-login.ts';
import { type ActionIssue, isHere } from '../github/review-actions.ts';
import type { Instant } from '../incident/incident.ts';
import { REMINDER_MARKER } from '../markers/fixed.ts';
import { referenceKey } from '../model/action-states.ts';
import type { ReadIssue } from '../model/incidents.ts';
import { type OverdueSettings, planReminders, remindersSince } from '../review-actions/overdue.ts';
import { itemsByIssue, type Tracking, trustedMarker } from '../review-actions/tracking.ts';
import type { Reads } from './reads.ts';

/** The issues with the label, and one request for each further one that an item in the log refers to. */
export async function readTracking(
  { reference: readReference }: Pick<Reads, 'reference'>,
  {
    place,
    incidents,
    labelled,
    conversations,
    isTrustedAuthor,
  }: {
    place: Tracking['repository'];
    incidents: readonly ReadIssue[];
    labelled: readonly ActionIssue[];
    conversations: Tracking['conversations'];
    isTrustedAuthor: (issue: ActionIssue) => Promise<boolean>;
  },
): Promise<Tracking> {
  const known = new Map(labelled.map((issue) => [referenceKey(issue.number), issue]));
  const shown = incidents.filter(({ incident }) => incident?.state !== 'ongoing');
  const items = itemsByIssue({ incidents: shown, aliases: new Map() });
  const references = [...items.values()].flatMap(([item]) => item?.action.issue ?? []);
  const others = references.filter((reference) => !known.has(referenceKey(reference)));
  const read = await Promise.all(
    others.map(async (reference) => {
      const issue = await readReference(reference);
      return [referenceKey(reference), issue] as const;
    }),
  );
  const keyed = read.map(([reference, issue]) => {
    const key = issue !== null && isHere(issue, place.url) ? referenceKey(issue.number) : reference;
    return { reference, key, issue };
  });
  const all = new Map([...keyed.map(({ key, issue }) => [key, issue] as const), ...known]);
  const issues = await Promise.all(
    [...all].map(async ([key, issue]) => {
      const tracked = issue && { issue, marker: await trustedMarker(issue, place, isTrustedAuthor) };
      return [key, tracked] as const;
    }),
  );
  const aliases = keyed.filter(({ reference, key }) => reference !== key);
  return {
    repository: place,
    incidents,
    conversations,
    issues: new Map(issues),
    aliases: new Map(aliases.map(({ reference, key }) => [reference, key])),
  };
}

/** When issues got their last reminder; asked for only where somebody may have to be reminded. */
export async function readReminders(
  github: GitHub,
  tracking: Tracking,
  settings: OverdueSettings,
  ownLogin: OwnLogin,
): Promise<ReadonlyMap<number, Instant>> {
  const { changes } = planReminders(tracking, settings, new Map());
  if (!changes.some(({ kind }) => kind === 'comment')) return new Map();
  return commentedSince(github, REMINDER_MARKER, remindersSince(settings), ownLogin);
}
