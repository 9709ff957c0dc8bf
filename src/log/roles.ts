import { groupBy } from '../group-by.ts';
import type { Heading } from '../markdown/headings.ts';
import { bodyBetween } from './body.ts';
import { hasDate, isTemplateHeading, isTitled } from './entry-heading.ts';
import { kindOf } from './labels.ts';
import { readParts } from './parts.ts';
import {
  isUnreadableQuarter,
  type NamedQuarter,
  readQuarterHeading,
  readYearHeading,
} from './quarter-heading.ts';

/** What a heading begins; an `inner` one stands inside what another begins. */
export type Role =
  | { readonly kind: 'quarter'; readonly named: NamedQuarter }
  | { readonly kind: 'entry' | 'text' | 'inner' };

interface Candidate {
  readonly heading: Heading;
  readonly named: NamedQuarter | null;
  readonly isDated: boolean;
  /** Stands in a chapter that holds a pattern to copy. */
  readonly isTemplate: boolean;
  /** Names a part of an entry, such as its key events. */
  readonly isLabel: boolean;
  /** How many key events with a time stand right under it. */
  readonly labelled: number;
}

/** The role of each heading of a log. */
export function rolesOf(headings: readonly Heading[], source: string): Role[] {
  const candidates = candidatesOf(headings, source);
  const level = entryLevel(candidates);
  const roles: Role[] = [];
  /** Level of the heading whose section is open; deeper ones stand inside it. */
  let open = 0;
  for (const [index, candidate] of candidates.entries()) {
    const { heading, named } = candidate;
    const isText = beginsChapter(candidate, roles.length) || (open > 0 && heading.level <= open);
    const kind = isEntry(index, candidates, level, source) ? 'entry' : isText ? 'text' : 'inner';
    roles.push(named === null ? { kind } : { kind: 'quarter', named });
    if (named !== null || kind !== 'inner') open = heading.level;
  }
  return roles;
}

function isEntry(
  index: number,
  candidates: readonly Candidate[],
  level: number | null,
  source: string,
): boolean {
  const candidate = candidates[index];
  if (candidate === undefined || candidate.named !== null || candidate.isTemplate || candidate.isLabel)
    return false;
  const { heading, isDated, labelled } = candidate;
  if (isDated) return heading.level === level || labelled > (level !== null && heading.level > level ? 1 : 0);
  if (level !== null && heading.level > level) return false;
  return labelled > 0 || (heading.level === level && isLabelledBelow(index, candidates, source));
}

/** Whether headings under an undated one divide what it says, and are no entries themselves. */
function isLabelledBelow(index: number, candidates: readonly Candidate[], source: string): boolean {
  const heading = candidates[index]?.heading;
  if (heading === undefined || isUnreadableQuarter(heading.text)) return false;
  const below: Candidate[] = [];
  for (let at = index + 1; (candidates[at]?.heading.level ?? 0) > heading.level; at += 1) {
    const candidate = candidates[at];
    if (candidate) below.push(candidate);
  }
  if (!below.some(({ labelled }) => labelled > 0) || below.some(({ isDated, named }) => isDated || named))
    return false;
  const next = candidates[index + below.length + 1]?.heading.start ?? source.length;
  return readParts(source, bodyBetween(heading, next, source), 'theirs').labelled > 0;
}

/** A chapter that nothing may slip into, wherever it stands: a year, patterns to copy, an unreadable quarter, another title. */
function beginsChapter({ heading: { level, text }, isTemplate }: Candidate, index: number): boolean {
  if (readYearHeading(text) !== null) return true;
  return index > 0 && (isTemplate || level === 1 || isUnreadableQuarter(text));
}

function candidatesOf(headings: readonly Heading[], source: string): Candidate[] {
  const isLabel = headings.map(({ text }) => kindOf(text.replace(/[*_:]/g, '')) !== null);
  let year: { readonly level: number; readonly year: number } | null = null;
  let template: number | null = null;
  return headings.map((heading, index) => {
    const { level, text } = heading;
    if (template !== null && level <= template) template = null;
    const isTemplate = template !== null || isTemplateHeading(text);
    if (isTemplate) template ??= level;
    if (year !== null && level <= year.level) year = null;
    const named = isTemplate ? null : readQuarterHeading(text, year?.year ?? null);
    const ownYear = readYearHeading(text);
    if (ownYear !== null) year = { level, year: ownYear };
    return {
      heading,
      named,
      isTemplate,
      isLabel: isLabel[index] ?? false,
      isDated: named === null && hasDate(text),
      labelled:
        named !== null || isTemplate || isLabel[index] || isUnreadableQuarter(text)
          ? 0
          : labelledUnder(index, headings, isLabel, source),
    };
  });
}

/** How many key events stand under a heading, up to the next one that does not name a part of the same entry. */
function labelledUnder(
  index: number,
  headings: readonly Heading[],
  isLabel: readonly boolean[],
  source: string,
): number {
  const heading = headings[index];
  if (heading === undefined) return 0;
  let next = index + 1;
  while (isLabel[next] && (headings[next]?.level ?? 0) > heading.level) next += 1;
  const body = bodyBetween(heading, headings[next]?.start ?? source.length, source);
  // Entries of ours need not be read to the end for this.
  if (source.slice(body.start, body.end).includes('\n- **Incident issue**: [')) return Infinity;
  const { labelled, events } = readParts(source, body, 'theirs');
  // Several incidents under one heading without a day are not read as one.
  const isOne =
    hasDate(heading.text) || new Set(events.map(({ name }) => name.toLowerCase())).size === events.length;
  return isOne ? labelled : 0;
}

/** The level of entries: the deepest that has several days with key events under them, or the next best thing. */
function entryLevel(candidates: readonly Candidate[]): number | null {
  const dated = candidates.filter(({ isDated, isTemplate, isLabel }) => isDated && !isTemplate && !isLabel);
  const levels = [...groupBy(dated, ({ heading }) => heading.level)].sort(([one], [other]) => other - one);
  const isLabelled = (group: readonly Candidate[]) => group.some(({ labelled }) => labelled > 0);
  const isRepeated = (group: readonly Candidate[]) => group.length > 1;
  const areTitled = (group: readonly Candidate[]) => group.every(({ heading }) => isTitled(heading.text));
  const [found] =
    levels.find(([, group]) => isRepeated(group) && isLabelled(group)) ??
    levels.find(([, group]) => isLabelled(group)) ??
    levels.find(([, group]) => isRepeated(group) && areTitled(group)) ??
    levels.find(([, group]) => isRepeated(group)) ??
    levels[0] ??
    [];
  return found ?? null;
}
