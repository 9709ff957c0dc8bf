import type { Problem } from '../incident/incident.ts';
import { type Heading, readHeadings, type SwallowingBlock } from '../markdown/headings.ts';
import type { FormField, Template } from './template.ts';

/** What a person answered to one field of the form. */
export interface Answer {
  /** Markdown as typed: a slice of the body. Empty where nothing was answered. */
  readonly text: string;
  /** Offsets in the body of what stands in the place of the answer, `_No response_` included. */
  readonly start: number;
  readonly end: number;
}

export interface Answers {
  /** In form order; a field whose heading the body lacks is left out. */
  readonly answers: ReadonlyMap<FormField, Answer>;
  readonly problems: readonly Problem[];
}

/** A heading of the body that begins a field. */
interface Boundary {
  readonly field: FormField;
  readonly heading: Heading;
}

/** What GitHub writes for a field that was left blank. */
const noResponse = '_No response_';

/**
 * Cuts the body of an issue into the answers to a form. GitHub writes `### Label`, a blank line and the answer for each
 * field, in form order; a textarea with `render` is wrapped in a fence, which is no part of its answer.
 *
 * A heading begins a field only when it is the next label in form order of those still to come, so that headings in an answer
 * stay in it. A label in a fence or HTML block begins a field only when it stands nowhere else: somebody left the block open
 * (`unclosed-block`). A label met again is `duplicate-heading`, and the first holds. Never throws.
 */
export function readAnswers(body: string | null, template: Template): Answers {
  const source = withoutOwnMarker(body ?? '');
  const labels = labelsIn(source, template);
  const { boundaries, problems } = findBoundaries(labels, template);
  const answers = new Map<FormField, Answer>();
  for (const [index, { field, heading }] of boundaries.entries()) {
    const end = boundaries[index + 1]?.heading.start ?? source.length;
    answers.set(field, readAnswer(source, heading.end, end, field));
  }
  return { answers, problems: [...unclosedBlocks(boundaries), ...problems] };
}

/**
 * Whether a body plainly came from the form: it begins with one of the labels, holds that of every required field, and more
 * than half of them all. Serves for an issue whose form label GitHub dropped because the repository has no such label.
 */
export function hasFormShape(body: string | null, template: Template): boolean {
  const source = body ?? '';
  const { boundaries } = findBoundaries(labelsIn(source, template), template);
  const first = boundaries[0]?.heading;
  if (first === undefined || source.slice(0, first.start).trim() !== '') return false;
  const found = new Set(boundaries.map((boundary) => boundary.field));
  const required = template.fields.filter((field) => field.required);
  return required.every((field) => found.has(field)) && found.size * 2 > template.fields.length;
}

/** The headings of the body that are labels of the form, in order; those in fences and HTML blocks only where the label stands nowhere else. */
function labelsIn(source: string, template: Template): Boundary[] {
  const fields = new Map(template.fields.map((field) => [field.label, field]));
  const labels = readHeadings(source).flatMap((heading) => {
    const field = heading.level === 3 ? fields.get(heading.text.replaceAll(/\s+/g, ' ')) : undefined;
    return field === undefined ? [] : [{ field, heading }];
  });
  const outside = new Set(labels.filter(({ heading }) => heading.inside === null).map(({ field }) => field));
  return labels.filter(({ field, heading }) => heading.inside === null || !outside.has(field));
}

function findBoundaries(
  labels: readonly Boundary[],
  template: Template,
): { readonly boundaries: readonly Boundary[]; readonly problems: readonly Problem[] } {
  const lastStart = new Map(labels.map(({ field, heading }) => [field, heading.start]));
  const found = new Map<FormField, Heading>();
  const repeated = new Set<FormField>();
  const boundaries: Boundary[] = [];
  const problems: Problem[] = [];
  let expected = 0;
  for (const label of labels) {
    const { field, heading } = label;
    const first = found.get(field);
    if (first !== undefined) {
      // One sentence for each label is enough: 5,000 headings would make a comment that nobody can read.
      if (!repeated.has(field)) problems.push(duplicateHeading(field, first, heading));
      repeated.add(field);
      continue;
    }
    while (isMissingFrom(heading.start, template.fields[expected], lastStart)) expected += 1;
    if (template.fields[expected] !== field) continue;
    boundaries.push(label);
    found.set(field, heading);
    expected += 1;
  }
  return { boundaries, problems };
}

/** Whether the label of a field stands nowhere from an offset on. */
function isMissingFrom(
  offset: number,
  field: FormField | undefined,
  lastStart: ReadonlyMap<FormField, number>,
): boolean {
  return field !== undefined && (lastStart.get(field) ?? -1) < offset;
}

function readAnswer(source: string, from: number, to: number, field: FormField): Answer {
  const whole = withoutBlankLines(source, from, to);
  const range = field.rendered ? (insideFence(source, whole) ?? whole) : whole;
  const text = source.slice(range.start, range.end);
  return { ...range, text: text.trim() === noResponse ? '' : text };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Without blank lines around it and white space at its end. The indentation of the first line stays: it may make code of it. */
function withoutBlankLines(source: string, from: number, to: number): Range {
  const slice = source.slice(from, to);
  const blank = slice.length - slice.trimStart().length;
  const lineStart = afterLastLineEnding(slice.slice(0, blank));
  const end = slice.trimEnd().length;
  return { start: from + Math.min(lineStart, end), end: from + end };
}

/** What stands in the fence that makes up the whole of a range, or null when the range is no such fence. */
function insideFence(source: string, { start, end }: Range): Range | null {
  const text = source.slice(start, end);
  const opening = /^(```+|~~~+)[^\r\n]*(?:\r\n|\r|\n)/.exec(text);
  const lastLine = afterLastLineEnding(text);
  if (opening === null || lastLine === 0) return null;
  const isClosed = /^(?:`+|~+)$/.test(text.slice(lastLine)) && text.startsWith(opening[1] ?? '', lastLine);
  return isClosed ? withoutBlankLines(source, start + opening[0].length, start + lastLine) : null;
}

/** A body without the hidden line that this program may have written at its end. */
function withoutOwnMarker(body: string): string {
  const text = body.trimEnd();
  const lastLine = afterLastLineEnding(text);
  const isMarker =
    text.startsWith('<!-- incident-log:', lastLine) && text.indexOf('-->', lastLine) === text.length - 3;
  return isMarker ? text.slice(0, lastLine) : body;
}

function afterLastLineEnding(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}

/** A warning for each block that runs on over labels, naming the first of them. */
function unclosedBlocks(boundaries: readonly Boundary[]): Problem[] {
  const problems: Problem[] = [];
  let reported = 0;
  for (const { field, heading } of boundaries) {
    const { inside } = heading;
    if (inside === null || inside.line === reported) continue;
    reported = inside.line;
    const holder = boundaries.findLast((boundary) => boundary.heading.line < inside.line);
    problems.push(unclosedBlock(inside, field, holder?.field ?? null));
  }
  return problems;
}

function unclosedBlock(block: SwallowingBlock, swallowed: FormField, holder: FormField | null): Problem {
  const where = holder === null ? `line ${block.line}` : `line ${block.line}, under ${holder.label},`;
  const message =
    block.kind === 'fence'
      ? `The code block that begins in ${where} runs on over the heading “${swallowed.label}”: end it above that heading with a line of the same backticks or tildes that it begins with.`
      : `The HTML that begins in ${where} runs on over the heading “${swallowed.label}”: close it above that heading (a comment ends in -->) and leave a blank line behind it.`;
  return { rule: 'unclosed-block', severity: 'warning', field: holder?.id ?? null, message };
}

function duplicateHeading(field: FormField, first: Heading, second: Heading): Problem {
  const message = `The heading “${field.label}” stands in line ${first.line} and again in line ${second.line}, and only the first counts: remove the second, or give it another number of #.`;
  return { rule: 'duplicate-heading', severity: 'error', field: field.id, message };
}
