import { groupBy } from '../../group-by.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import type { Heading } from '../../markdown/headings.ts';
import { hasDate, isTemplateHeading, isTitled } from '../headings/entry-heading.ts';
import { type Period, readPeriodHeading, yearOf } from '../headings/period.ts';
import { isUnreadableQuarter, type NamedQuarter, readQuarterHeading } from '../headings/quarter-heading.ts';
import { bodyBetween } from './body.ts';
import { knownLabels } from './extent.ts';
import { kindOf } from './labels.ts';
import { readParts } from './parts.ts';

/** What a heading begins: a quarter, an entry or another chapter; an `inner` heading stands inside one of these. */
export type HeadingKind =
  | { readonly kind: 'quarter'; readonly named: NamedQuarter }
  /** A chapter, and the year or month that it is for; null for any other. */
  | { readonly kind: 'text'; readonly period: Period | null }
  | { readonly kind: 'entry' | 'inner' };

interface Candidate {
  readonly heading: Heading;
  readonly named: NamedQuarter | null;
  readonly period: Period | null;
  readonly isDated: boolean;
  /** Stands in a chapter that holds a pattern to copy. */
  readonly isTemplate: boolean;
  /** Names a part of an entry, such as its key events. */
  readonly isLabel: boolean;
  /** How many key events with a time stand right under it. */
  readonly labelled: number;
}

/** A log, and its lines. */
export interface ScannedLog {
  readonly source: string;
  readonly lines: readonly BlockLine[];
}

/** What each heading of a log begins. */
export function headingKinds(headings: readonly Heading[], log: ScannedLog): HeadingKind[] {
  const candidates = candidatesOf(headings, log);
  const level = entryLevel(candidates);
  const areEntries = candidates.map((_, index) => isEntry(index, candidates, level, log));
  const above = headingsAbove(headings, areEntries);
  // A title above generated entries alone does not make chapters of the headings beside it.
  const aboveHandWritten = headingsAbove(
    headings,
    candidates.map(({ labelled }, index) => areEntries[index] === true && labelled < Infinity),
  );
  const [title] = headings;
  const isDivided = [...aboveHandWritten].some((each) => each !== title && each.level === title?.level);
  const isAboveEntries = (heading: Heading) =>
    heading === title ? isDivided && aboveHandWritten.has(heading) : above.has(heading);
  const kinds: HeadingKind[] = [];
  /** Level of the heading whose section is open, and of the entry; deeper ones stand inside it. */
  let [open, entry] = [0, Infinity];
  for (const [index, candidate] of candidates.entries()) {
    const { heading, named, period } = candidate;
    if (heading.level <= entry) entry = Infinity;
    const isChapter =
      beginsChapter(candidate, index) ||
      (heading.level < entry && (isMonth(period) || isAboveEntries(heading))) ||
      // What is put below would stand in it.
      (open === 0 && index > 0 && level !== null && heading.level < level);
    const isText =
      (isChapter || (open > 0 && heading.level <= open)) && !cutsEntry(index, candidates, log.source);
    if (named !== null) kinds.push({ kind: 'quarter', named });
    else if (areEntries[index]) kinds.push({ kind: 'entry' });
    else kinds.push(isText ? { kind: 'text', period } : { kind: 'inner' });
    if (kinds.at(-1)?.kind !== 'inner') open = heading.level;
    if (areEntries[index]) entry = Math.min(entry, heading.level);
  }
  return kinds;
}

/** Whether a person has put a heading into a generated entry: the entry above lacks labels, and they follow below the heading. */
function cutsEntry(index: number, candidates: readonly Candidate[], source: string): boolean {
  const [above, candidate, below] = [candidates[index - 1], candidates[index], candidates[index + 1]];
  if (above === undefined || candidate === undefined || above.labelled < Infinity) return false;
  if (candidate.isDated || candidate.period !== null || candidate.labelled === Infinity) return false;
  const before = knownLabels(source.slice(above.heading.start, candidate.heading.start));
  const after = knownLabels(source.slice(candidate.heading.end, below?.heading.start ?? source.length));
  return after.size > 0 && [...after].every((label) => !before.has(label));
}

function isMonth(period: Period | null): boolean {
  return period?.kind === 'month';
}

/** The headings that entries stand under: chapters, whatever they are called. */
function headingsAbove(headings: readonly Heading[], areEntries: readonly boolean[]): Set<Heading> {
  const above = new Set<Heading>();
  const open: Heading[] = [];
  for (const [index, heading] of headings.entries()) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    if (areEntries[index]) for (const each of open) above.add(each);
    open.push(heading);
  }
  return above;
}

function isEntry(
  index: number,
  candidates: readonly Candidate[],
  level: number | null,
  log: ScannedLog,
): boolean {
  const candidate = candidates[index];
  if (candidate === undefined || candidate.named !== null || candidate.isTemplate || candidate.isLabel)
    return false;
  const { heading, isDated, labelled } = candidate;
  if (isDated) return heading.level === level || labelled > (level !== null && heading.level > level ? 1 : 0);
  if (level !== null && heading.level > level) return false;
  return labelled > 0 || (heading.level === level && isLabelledBelow(index, candidates, log));
}

/** Whether headings under an undated one divide what it says, and are no entries themselves. */
function isLabelledBelow(
  index: number,
  candidates: readonly Candidate[],
  { source, lines }: ScannedLog,
): boolean {
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
  return readParts(bodyBetween(heading, next, lines).lines, 'hand-written').labelled > 0;
}

/** A chapter that nothing may slip into, wherever it stands: a year, patterns to copy, an unreadable quarter, another title. */
function beginsChapter({ heading: { level, text }, isTemplate, period }: Candidate, index: number): boolean {
  if (period?.kind === 'year') return true;
  return index > 0 && (isTemplate || level === 1 || isUnreadableQuarter(text));
}

function candidatesOf(headings: readonly Heading[], log: ScannedLog): Candidate[] {
  const isLabel = headings.map(({ text }) => kindOf(text.replace(/[*_:]/g, '')) !== null);
  const periods = periodsOf(headings);
  let year: { readonly level: number; readonly year: number } | null = null;
  let template: number | null = null;
  return headings.map((heading, index) => {
    const { level, text } = heading;
    if (template !== null && level <= template) template = null;
    const isTemplate = template !== null || isTemplateHeading(text);
    if (isTemplate) template ??= level;
    if (year !== null && level <= year.level) year = null;
    const named = isTemplate ? null : readQuarterHeading(text, year?.year ?? null);
    const period = isTemplate ? null : (periods[index] ?? null);
    if (period?.kind === 'year') year = { level, year: yearOf(period) };
    return {
      heading,
      named,
      period: named === null ? period : null,
      isTemplate,
      isLabel: isLabel[index] ?? false,
      isDated: named === null && hasDate(text),
      labelled:
        named !== null || isTemplate || isLabel[index] || isUnreadableQuarter(text)
          ? 0
          : labelledUnder(index, headings, isLabel, log),
    };
  });
}

/** The year or month that each heading is for. A title such as "Incidents 2025" is for none, unless others like it stand beside it. */
function periodsOf(headings: readonly Heading[]): (Period | null)[] {
  let year: { readonly level: number; readonly year: number } | null = null;
  const found = headings.map(({ level, text }) => {
    if (year !== null && level <= year.level) year = null;
    const period = readPeriodHeading(text, year?.year ?? null);
    if (period?.kind === 'year') year = { level, year: yearOf(period) };
    return period;
  });
  const [title, first] = [headings[0], found[0]];
  const isAlone = !headings.some(
    ({ level }, index) => index > 0 && level === title?.level && found[index]?.kind === first?.kind,
  );
  return isAlone && title !== undefined && /\p{L}/u.test(title.text) ? [null, ...found.slice(1)] : found;
}

/** How many key events stand under a heading, up to the next one that does not name a part of the same entry. */
function labelledUnder(
  index: number,
  headings: readonly Heading[],
  isLabel: readonly boolean[],
  { source, lines }: ScannedLog,
): number {
  const heading = headings[index];
  if (heading === undefined) return 0;
  let next = index + 1;
  while (isLabel[next] && (headings[next]?.level ?? 0) > heading.level) next += 1;
  const body = bodyBetween(heading, headings[next]?.start ?? source.length, lines);
  // A generated entry is known by its first label, and need not be read to the end.
  if (source.slice(body.start, body.end).includes('\n- **Incident issue**: [')) return Infinity;
  const { labelled, events } = readParts(body.lines, 'hand-written');
  // Several incidents under one heading without a day are not read as one.
  const isOne =
    hasDate(heading.text) || new Set(events.map(({ name }) => name.toLowerCase())).size === events.length;
  return isOne ? labelled : 0;
}

/** The level of entries: the deepest that has several days with key events under them, or the next best thing. */
function entryLevel(candidates: readonly Candidate[]): number | null {
  const all = candidates.filter(({ isDated, isTemplate, isLabel }) => isDated && !isTemplate && !isLabel);
  // Generated entries are known by their labels, and must not change how those beside them are read.
  const byHand = all.filter(({ labelled }) => labelled < Infinity);
  const dated = byHand.length > 0 ? byHand : all;
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
