import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../incident/incident.ts';
import { applyEdits, type Edit } from '../markdown/edits.ts';
import { isReadable } from '../markdown/parsing-cost.ts';
import { type LocatedAction, locateReviewActions } from '../markdown/review-actions.ts';
import { readAnswers } from './answers.ts';
import { longestBody } from './edit.ts';
import { type FiledIssue, type ReadOptions, readIncident } from './read.ts';
import type { Template } from './template.ts';

/** What is to be written behind an item of the review actions. */
export interface Reference {
  /** Index of the item's action in `incident.reviewActions`. */
  readonly action: number;
  /** Number of the issue in the incident's own repository. */
  readonly issue: number;
  /** The number that stands there and is replaced; null where none stands. */
  readonly replaces: number | null;
}

/** How often a body is read to find out which references fit. Once is enough if all fit; a large body takes some 0.1 s to read. */
const mostReadings = 16;

/**
 * The body with ` (#34)` behind the words of these items, or as many of them as can be written; not one other character
 * changes. An item without such words, which begins with code or a quote for instance, gets a paragraph of its own at its end.
 * A reference that stands there already is not written again.
 *
 * `refused` holds the indexes, as given, of the items that have no place for one: the number to replace is not written as
 * `(#35)`, the body would be longer than GitHub takes, or it would not read as before apart from the issues of these actions.
 * Never throws.
 */
export function writeReferences(
  issue: FiledIssue,
  template: Template,
  options: ReadOptions,
  references: readonly Reference[],
): { readonly body: string; readonly refused: readonly number[] } {
  const source = issue.body ?? '';
  const before = readIncident(issue, template, options);
  const answer = reviewAnswer(source, template);
  const actions = before.incident === null ? [] : locateReviewActions(answer.text, issue.url);
  const written = references.flatMap((reference) => {
    const edits = editsFor(reference, actions[reference.action], answer);
    return edits === null ? [] : [{ reference, edits }];
  });

  let readings = 0;
  const trial = (some: readonly Written[]): Trial => {
    const body = bodyWith(some, source);
    if (body === source) return fitting;
    if (body.length > longestBody) return { fits: false, faults: new Set() };
    if (readings === mostReadings) return { fits: false, faults: actionsOf(some) };
    readings += 1;
    const expected = withIssues(before, some);
    return compare(readIncident({ ...issue, body }, template, options), expected);
  };
  const kept = addWhatFits([], written, trial);
  const done = new Set(kept.map(({ reference }) => reference));
  return {
    body: bodyWith(kept, source),
    refused: references.filter((reference) => !done.has(reference)).map(({ action }) => action),
  };
}

/**
 * Whether the list of review actions can be told from the body: its heading is there, no block is left open above it, and what
 * stands under it is not too much to parse. A list without items can.
 */
export function isListLegible({ body }: FiledIssue, template: Template): boolean {
  const field = template.fields.find(({ id }) => id === 'review-actions');
  const { answers, problems } = readAnswers(body, template);
  const answer = field && answers.get(field);
  const isUnclosed = problems.some(({ rule }) => rule === 'unclosed-block');
  return answer !== undefined && !isUnclosed && isReadable(answer.text);
}

/** A reference, and the edits of the body that write it; none where it stands there already. */
interface Written {
  readonly reference: Reference;
  readonly edits: readonly Edit[];
}

interface ReviewAnswer {
  readonly text: string;
  /** Offset in the body. */
  readonly start: number;
  /** The line ending that the answer uses, or the body where the answer is a single line. */
  readonly lineEnding: string;
}

function reviewAnswer(body: string, template: Template): ReviewAnswer {
  const field = template.fields.find(({ id }) => id === 'review-actions');
  const answer = field && readAnswers(body, template).answers.get(field);
  const { text, start } = answer ?? { text: '', start: 0 };
  const ending = /\r\n|\n|\r/;
  return { text, start, lineEnding: (ending.exec(text) ?? ending.exec(body))?.[0] ?? '\n' };
}

/** The edits of the body that write a reference; null where there is no place for it. */
function editsFor(
  { issue, replaces }: Reference,
  located: LocatedAction | undefined,
  answer: ReviewAnswer,
): Edit[] | null {
  if (located === undefined) return null;
  if (located.action.issue === issue) return [];
  if (located.action.issue !== replaces) return null;
  const edit =
    replaces === null ? insertion(issue, located, answer) : replacement(issue, replaces, located, answer);
  return edit && [{ ...edit, start: answer.start + edit.start, end: answer.start + edit.end }];
}

/** The edit of the answer that puts a reference behind an item's words, or into a paragraph at its end. */
function insertion(issue: number, { textSpan, end, indent }: LocatedAction, answer: ReviewAnswer): Edit {
  if (textSpan !== null) return { start: textSpan.end, end: textSpan.end, text: ` (#${issue})` };
  const { lineEnding } = answer;
  const blank = goesOn.test(answer.text.slice(end)) ? lineEnding : '';
  const text = `${lineEnding}${lineEnding}${' '.repeat(indent)}(#${issue})${blank}`;
  return { start: end, end, text };
}

/** A next line that would go on in a paragraph above it: it is not blank, and no item of a list with words in it. */
const goesOn = /^[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|$))(?! {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]+\S)/;

/** The edit of the answer that changes the number of a reference; null where it is written in another way. */
function replacement(
  issue: number,
  replaced: number,
  { textSpan }: LocatedAction,
  answer: ReviewAnswer,
): Edit | null {
  const typed = `(#${replaced})`;
  const index = textSpan === null ? -1 : answer.text.slice(textSpan.start, textSpan.end).lastIndexOf(typed);
  if (textSpan === null || index < 0) return null;
  const start = textSpan.start + index;
  return { start, end: start + typed.length, text: `(#${issue})` };
}

function bodyWith(written: readonly Written[], source: string): string {
  const edits = written.flatMap((each) => each.edits);
  return applyEdits(source, edits);
}

/** Whether a body reads as it should. */
interface Trial {
  readonly fits: boolean;
  /** Indexes of the actions that read differently; empty if anything else reads differently too. */
  readonly faults: ReadonlySet<number>;
}

const fitting: Trial = { fits: true, faults: new Set() };

/** Adds as many references as fit: leaves out the ones at fault or, where those are not known, tries one half and then the other. */
function addWhatFits(
  kept: readonly Written[],
  more: readonly Written[],
  trial: (some: readonly Written[]) => Trial,
): readonly Written[] {
  if (more.length === 0) return kept;
  const all = [...kept, ...more];
  const { fits, faults } = trial(all);
  if (fits) return all;
  const others = more.filter(({ reference }) => !faults.has(reference.action));
  if (others.length < more.length) return addWhatFits(kept, others, trial);
  if (more.length === 1) return kept;
  const half = Math.floor(more.length / 2);
  return addWhatFits(addWhatFits(kept, more.slice(0, half), trial), more.slice(half), trial);
}

type Reading = ReturnType<typeof readIncident>;

function withIssues({ incident, problems }: Reading, written: readonly Written[]): Reading {
  if (incident === null) return { incident, problems };
  const issues = new Map(written.map(({ reference }) => [reference.action, reference.issue]));
  const reviewActions = incident.reviewActions.map((action, index) => ({
    ...action,
    issue: issues.get(index) ?? action.issue,
  }));
  return { incident: { ...incident, reviewActions }, problems };
}

function compare(found: Reading, expected: Reading): Trial {
  if (isDeepStrictEqual(comparable(found), comparable(expected))) return fitting;
  const actions = found.incident?.reviewActions ?? [];
  const expectedActions = expected.incident?.reviewActions ?? [];
  if (actions.length !== expectedActions.length) return { fits: false, faults: new Set() };
  const faults = actions.flatMap((action, index) =>
    isDeepStrictEqual(action, expectedActions[index]) ? [] : [index],
  );
  return { fits: false, faults: new Set(faults) };
}

/** A reading without the numbers of lines in its problems, which grow where a paragraph is put above them. */
function comparable({ incident, problems }: Reading): Reading {
  const withoutLines = (problem: Problem): Problem => ({
    ...problem,
    message: problem.message.replace(/\bline \d+/g, 'line'),
  });
  return { incident, problems: problems.map(withoutLines) };
}

function actionsOf(written: readonly Written[]): Set<number> {
  return new Set(written.map(({ reference }) => reference.action));
}
