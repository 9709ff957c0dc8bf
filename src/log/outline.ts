import { type Heading, readHeadings, type SwallowingBlock } from '../markdown/headings.ts';
import { frontMatterEnd } from '../markdown/template.ts';
import { hasDate, isTemplateHeading } from './entry-heading.ts';
import { kindOf } from './labels.ts';
import { type Body, readParts } from './parts.ts';
import {
  isUnreadableQuarter,
  type NamedQuarter,
  readQuarterHeading,
  readYearHeading,
} from './quarter-heading.ts';

/** A part of the file: its range of offsets, and the number of its first line, from 1. */
export interface Section {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A part as its heading tells of it. Every character of a file belongs to exactly one. */
export type OutlineSection = Section & {
  /** What stands under the heading. */
  readonly body: Body;
} & (
    | { readonly kind: 'text'; readonly heading: Heading | null }
    | { readonly kind: 'quarter'; readonly heading: Heading; readonly named: NamedQuarter }
    | { readonly kind: 'entry'; readonly heading: Heading }
  );

type Role =
  | { readonly kind: 'quarter'; readonly named: NamedQuarter }
  | { readonly kind: 'entry' | 'text' | 'inner' };

/**
 * Cuts a log at its headings: what stands before the first quarter or entry, quarters, entries, and other chapters. An entry is
 * what stands under a heading with a day, of the deepest level that has several of them and key events or durations below, and
 * under one without a day that has key events or durations itself. Patterns to copy are none.
 */
export function readOutline(source: string): OutlineSection[] {
  const headings = readDocumentHeadings(source).filter(({ inside }) => inside === null);
  const roles = rolesOf(headings, source);
  const cuts = headings.flatMap((heading, index) => {
    const role = roles[index];
    return role === undefined || role.kind === 'inner' ? [] : [{ heading, role }];
  });
  const first = cuts[0]?.heading.start ?? source.length;
  const preamble: OutlineSection[] =
    first === 0
      ? []
      : [
          {
            kind: 'text',
            heading: null,
            line: 1,
            start: 0,
            end: first,
            body: { start: 0, end: first, line: 1 },
          },
        ];
  return [
    ...preamble,
    ...cuts.map(({ heading, role }, index): OutlineSection => {
      const { line, start } = heading;
      const end = cuts[index + 1]?.heading.start ?? source.length;
      const place = { line, start, end, body: bodyBetween(heading, end, source) };
      if (role.kind === 'quarter') return { ...place, kind: 'quarter', heading, named: role.named };
      return { ...place, kind: role.kind === 'entry' ? 'entry' : 'text', heading };
    }),
  ];
}

/** The block that is open at the end of the source, and would swallow what were written there; null for none. */
export function unclosedBlock(source: string): SwallowingBlock | null {
  return readDocumentHeadings(`${source}\n\n# End`).at(-1)?.inside ?? null;
}

/** Headings behind the front matter, with lines and offsets of the whole source. */
function readDocumentHeadings(source: string): Heading[] {
  const start = frontMatterEnd(source) || (source.startsWith('\uFEFF') ? 1 : 0);
  const lines = source.slice(0, start).split('\n').length - 1;
  return readHeadings(source.slice(start)).map((heading) => ({
    ...heading,
    start: heading.start + start,
    end: heading.end + start,
    line: heading.line + lines,
    inside: heading.inside && { ...heading.inside, line: heading.inside.line + lines },
  }));
}

function bodyBetween(heading: Heading, end: number, source: string): Body {
  const lines = source.slice(heading.start, heading.end).trimEnd().split('\n').length;
  return { start: heading.end, end, line: heading.line + lines };
}

/** A chapter that nothing may slip into, wherever it stands: patterns to copy, a year, another title. */
function beginsChapter({ heading, isTemplate }: Candidate): boolean {
  return isTemplate || heading.level === 1 || readYearHeading(heading.text) !== null;
}

interface Candidate {
  readonly heading: Heading;
  readonly named: NamedQuarter | null;
  readonly isDated: boolean;
  /** Stands in a chapter that holds a pattern to copy. */
  readonly isTemplate: boolean;
  /** Has key events or durations right under it. */
  readonly isLabelled: boolean;
}

function rolesOf(headings: readonly Heading[], source: string): Role[] {
  const candidates = candidatesOf(headings, source);
  const level = entryLevel(candidates);
  const isEntry = ({ heading, named, isDated, isTemplate, isLabelled }: Candidate) =>
    named === null &&
    !isTemplate &&
    ((isDated && heading.level === level) || (isLabelled && (level === null || heading.level <= level)));
  const roles: Role[] = [];
  /** Level of the heading whose section is open; deeper ones stand inside it. */
  let open = 0;
  for (const candidate of candidates) {
    const { heading, named } = candidate;
    const kind = named !== null ? 'quarter' : isEntry(candidate) ? 'entry' : null;
    const isText = roles.length > 0 && (beginsChapter(candidate) || (open > 0 && heading.level <= open));
    if (named !== null) roles.push({ kind: 'quarter', named });
    else roles.push({ kind: kind === 'entry' ? 'entry' : isText ? 'text' : 'inner' });
    if (kind !== null || isText) open = heading.level;
  }
  return roles;
}

function candidatesOf(headings: readonly Heading[], source: string): Candidate[] {
  // Key events may have a heading of their own.
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
    const mayBeEntry = named === null && !isTemplate && !isLabel[index] && !isUnreadableQuarter(text);
    const next = nextOf(index, headings, isLabel);
    const body = bodyBetween(heading, next?.start ?? source.length, source);
    return {
      heading,
      named,
      isTemplate,
      isLabelled: mayBeEntry && isLabelledBody(source, body),
      isDated: named === null && hasDate(text),
    };
  });
}

function isLabelledBody(source: string, body: Body): boolean {
  // Entries of ours need not be read to the end for this.
  return (
    source.slice(body.start, body.end).includes('\n- **Incident issue**: [') ||
    readParts(source, body, 'theirs').labelled
  );
}

/** The heading that ends what stands right under another. */
function nextOf(
  index: number,
  headings: readonly Heading[],
  isLabel: readonly boolean[],
): Heading | undefined {
  const level = headings[index]?.level ?? 0;
  let next = index + 1;
  if (isLabel[index]) return headings[next];
  while (isLabel[next] && (headings[next]?.level ?? 0) > level) next += 1;
  return headings[next];
}

function entryLevel(candidates: readonly Candidate[]): number | null {
  const dated = candidates.filter(({ isDated, isTemplate }) => isDated && !isTemplate);
  const levels = [...Map.groupBy(dated, ({ heading }) => heading.level)].sort(
    ([one], [other]) => other - one,
  );
  const isLabelled = (group: readonly Candidate[]) => group.some((each) => each.isLabelled);
  const isRepeated = (group: readonly Candidate[]) => group.length > 1;
  const [found] =
    levels.find(([, group]) => isRepeated(group) && isLabelled(group)) ??
    levels.find(([, group]) => isLabelled(group)) ??
    levels.find(([, group]) => isRepeated(group)) ??
    levels[0] ??
    [];
  return found ?? null;
}
