import { type Reference, writeReferences } from '../form/references.ts';
import { hasLabel } from '../github/issue.ts';
import type { ActionIssue } from '../github/review-actions.ts';
import type { Incident, IssueProblem } from '../incident/incident.ts';
import { textHash } from '../markers/hash.ts';
import { type Marker, UNLISTED } from '../markers/review-action.ts';
import { referenceKey } from '../model/action-states.ts';
import { type Change, createAction, rewriteIssue } from '../model/change.ts';
import { filed, type ReadIssue } from '../model/incidents.ts';
import { rememberRewrite } from '../model/status-comment.ts';
import { writeAction } from './issue-text.ts';
import { type ActionSnapshot, ownerOf, placeOf, unknownOwners } from './snapshot.ts';
import type { ListedAction } from './tracking.ts';

/** More than this is not made, and nobody is reminded of more, in one run. */
export const MOST_IN_A_RUN = 60;

/** What an incident's list asks for. */
export interface IncidentPlan {
  readonly changes: readonly Change[];
  readonly references: readonly Reference[];
  readonly unknownOwners: readonly string[];
  /** How many actions are left without an issue. */
  readonly left: number;
  readonly problems: readonly IssueProblem[];
}

/** The newest incidents first: of these people are waiting for the issues. */
export function planIncidents(snapshot: ActionSnapshot): IncidentPlan[] {
  let room = MOST_IN_A_RUN - snapshot.progress.created;
  return snapshot.tracking.incidents.toReversed().map((read) => {
    const plan = planIncident(read, snapshot, room);
    room -= plan.changes.filter(({ kind }) => kind === 'create-action').length;
    return plan;
  });
}

function planIncident(read: ReadIssue, snapshot: ActionSnapshot, room: number): IncidentPlan {
  const { issue, incident } = read;
  const nothing = { changes: [], references: [], unknownOwners: [], left: 0, problems: [] };
  if (incident === null) return nothing;
  const { references, wanting } = adopt(incident, snapshot);
  const atOnce = snapshot.tracking.conversations.get(issue.number)?.cursor?.actions ?? [];
  const wanted = wanting.filter(({ text }) => incident.state !== 'ongoing' || atOnce.includes(text));
  if (references.length + wanted.length === 0) return nothing;
  const { template } = snapshot.settings;
  // Any number will do to see whether there is a place for one.
  const trial = wanted.map(({ index }) => ({ action: index, issue: 1_000_000, replaces: null }));
  const write = (list: readonly Reference[]) =>
    writeReferences(filed(issue), template, snapshot.settings, list);
  const refused = new Set(wanted.length === 0 ? [] : write(trial).refused);
  const creations = wanted.filter(({ index }) => !refused.has(index));
  const now = creations.slice(0, room);
  const common = {
    references,
    left: creations.length - now.length,
    problems: [...refused].map((index) => unplaced(incident, index)),
  };
  if (now.length > 0) {
    const creates = now.map((creation) => create(incident, creation, snapshot));
    return { ...common, changes: creates, unknownOwners: unknownOwners(now, snapshot) };
  }
  // The body is written once, when all the issues that this run makes for it are there.
  const { body, refused: unwritten } =
    references.length === 0 ? { ...issue, refused: [] } : write(references);
  const problems = [...common.problems, ...unwritten.map((index) => unplaced(incident, index))];
  if (body === issue.body || body === null) return { ...common, problems, changes: [], unknownOwners: [] };
  const { title, number } = issue;
  const numbers = references.map((reference) => `(#${reference.issue})`).join(' ');
  const rewrite = rewriteIssue(`Write ${numbers} into the review actions of #${number}`, {
    issue: number,
    snapshot: { title, body: issue.body },
    body,
  });
  const conversation = snapshot.tracking.conversations.get(number);
  const remembered = conversation ? rememberRewrite(conversation, { title, body }, null) : [];
  return { ...common, problems, changes: [...remembered, rewrite], unknownOwners: [] };
}

interface Creation extends ListedAction {
  readonly text: string;
  readonly occurrence: number;
}

/** The items for which an issue is there already, and those that want one. */
function adopt(
  incident: Incident,
  { ours, items, duplicates, settings }: ActionSnapshot,
): { readonly references: Reference[]; readonly wanting: Creation[] } {
  const own = ours.filter(({ marker }) => marker.incident === incident.issue);
  const free = own
    .filter(({ issue, marker }) => hasLabel(issue, settings.label) && !isOver(issue, marker))
    .filter(({ issue: { number } }) => !items.has(referenceKey(number)) && !duplicates.has(number))
    .sort((one, other) => one.marker.occurrence - other.marker.occurrence);
  const occurrences = new Set(own.map(({ marker }) => `${marker.text} ${marker.occurrence}`));
  const references: Reference[] = [];
  const wanting: Creation[] = [];
  for (const [index, action] of incident.reviewActions.entries()) {
    const duplicate = typeof action.issue === 'number' ? duplicates.get(action.issue) : undefined;
    if (
      duplicate !== undefined &&
      typeof action.issue === 'number' &&
      !items.has(referenceKey(duplicate.issue.number))
    ) {
      references.push({ action: index, issue: duplicate.issue.number, replaces: action.issue });
    }
    if (action.issue !== null || (action.state !== null && action.state !== 'TODO')) continue;
    const text = textHash(action.text);
    const place = free.findIndex(({ marker }) => marker.text === text);
    const [found] = place === -1 ? [] : free.splice(place, 1);
    if (found !== undefined) {
      references.push({ action: index, issue: found.issue.number, replaces: null });
      continue;
    }
    let occurrence = 1;
    while (occurrences.has(`${text} ${occurrence}`)) occurrence += 1;
    occurrences.add(`${text} ${occurrence}`);
    wanting.push({ incident, index, action, text, occurrence });
  }
  return { references, wanting };
}

/** Closed, and its item was removed: who writes the same words again means it anew. */
function isOver({ state }: ActionIssue, { item }: Marker): boolean {
  return state === 'closed' && item === UNLISTED;
}

function create(incident: Incident, creation: Creation, snapshot: ActionSnapshot): Change {
  const { action, occurrence, text } = creation;
  const { label } = snapshot.settings;
  const owner = ownerOf(action, snapshot);
  const place = {
    repository: snapshot.tracking.repository.id,
    incident: placeOf(incident),
    occurrence,
    text,
  };
  return createAction({
    incident: incident.issue,
    ...writeAction(action, { ...place, owner }),
    labels: [label],
    assignees: action.owner !== null && owner === 'assignable' ? [action.owner] : [],
    unassigned: writeAction(action, { ...place, owner: 'unassignable' }),
  });
}

function unplaced({ issue, reviewActions }: Incident, index: number): IssueProblem {
  const quoted = (reviewActions[index]?.text ?? '').replace(/\s+/g, ' ').slice(0, 60);
  const message = `The review action “${quoted}” is not followed, for there is no place behind it where the number of its issue could stand: write it as a line of words that begins with “- ”, and shorten the issue's text if it is as long as GitHub takes.`;
  return { issue, rule: 'action-unplaced', severity: 'warning', field: 'review-actions', message };
}
