import { fieldKey, fields } from '../incident/fields.ts';
import type { Problem } from '../incident/incident.ts';
import { withoutInvisible } from '../incident/invisible.ts';
import { type EnclosingBlock, type Heading, readHeadings } from '../markdown/headings.ts';
import { lastLineStart } from '../markdown/line.ts';
import { splitOwnMarker } from '../markers/own-marker.ts';
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
  /** In the order of the body; a field whose heading it lacks is left out. */
  readonly answers: ReadonlyMap<FormField, Answer>;
  readonly problems: readonly Problem[];
}

/** A heading of the body that is a label of the form. */
interface Label {
  readonly field: FormField;
  readonly heading: Heading;
}

/** What GitHub writes for a field that was left blank. */
const noResponse = '_No response_';

/**
 * Cuts the body of an issue into the answers to a form. GitHub writes `### Label`, a blank line and the answer for each
 * field, in form order.
 *
 * A label that occurs once begins its field, wherever it is. Of several with the same text, the first that fits the form's order
 * counts, so that a label inside an answer stays part of it. If the body doesn't follow the form's order, because the form was changed
 * since, the first one counts. The others are `duplicate-heading`. A label in a fence or HTML block counts only if it occurs nowhere
 * else: then somebody left the block open (`unclosed-block`). A one-line answer ends at the next label, even one that begins no field.
 * Never throws.
 *
 * @param headings of the body, if they are read already
 */
export function readAnswers(
  body: string | null,
  template: Template,
  headings: readonly Heading[] = headingsOf(body),
): Answers {
  const source = sourceOf(body);
  const labels = labelsIn(headings, template);
  const boundaries = boundariesOf(labels, template);
  const nextLabel = new Map(labels.map((label, index) => [label, labels[index + 1]]));
  const answers = new Map<FormField, Answer>();
  for (const [index, boundary] of boundaries.entries()) {
    const next = isFreeText(boundary.field) ? boundaries[index + 1] : nextLabel.get(boundary);
    const end = next?.heading.start ?? source.length;
    answers.set(boundary.field, readAnswer(source, boundary.heading.end, end, boundary.field));
  }
  return { answers, problems: [...unclosedBlocks(boundaries), ...duplicateHeadings(labels, boundaries)] };
}

/** The headings of a body, those in fences and HTML blocks included. */
export function headingsOf(body: string | null): Heading[] {
  return readHeadings(sourceOf(body));
}

/** The labels of fields as the headings of a body have them. */
export function readOwnLabels(
  headings: readonly Heading[],
  template: Template,
): ReadonlyMap<FormField, string> {
  const boundaries = boundariesOf(labelsIn(headings, template), template);
  return new Map(boundaries.map(({ field, heading }) => [field, shownText(heading.text)]));
}

function boundariesOf(labels: readonly Label[], template: Template): Label[] {
  return inFormOrder(labels, template) ?? firstOfEach(labels);
}

/** Whether an answer to the field can hold lines of any kind; to others, GitHub lets people give one line or choose. */
export function isFreeText(field: FormField): boolean {
  return field.kind === 'textarea';
}

/**
 * Whether a body plainly came from the form: it begins with one of the labels, holds that of every required field and more
 * than half of them all, and in form order. Serves for an issue whose form label GitHub dropped because the repository has no
 * such label.
 */
export function followsForm(body: string | null, template: Template): boolean {
  const source = sourceOf(body);
  const boundaries = inFormOrder(labelsIn(readHeadings(source), template), template) ?? [];
  const first = boundaries[0]?.heading;
  if (first === undefined || source.slice(0, first.start).trim() !== '') return false;
  const found = new Set(boundaries.map((boundary) => boundary.field));
  const required = template.fields.filter((field) => field.required);
  return required.every((field) => found.has(field)) && found.size * 2 > template.fields.length;
}

/** The labels in the body, in order; those in fences and HTML blocks only where the label stands nowhere else. */
function labelsIn(headings: readonly Heading[], template: Template): Label[] {
  // Without the form nobody knows how it spells its labels.
  const nameOf = template.missing === undefined ? shownText : looseName;
  const fields = new Map(template.fields.map((field) => [nameOf(field.label), field]));
  const labels = headings.flatMap((heading) => {
    const field = heading.level === 3 ? fields.get(nameOf(heading.text)) : undefined;
    return field === undefined ? [] : [{ field, heading }];
  });
  const outside = new Set(labels.filter(({ heading }) => heading.inside === null).map(({ field }) => field));
  return labels.filter(({ field, heading }) => heading.inside === null || !outside.has(field));
}

/** A label whatever its case, emphasis, and the colon behind it. */
function looseName(label: string): string {
  const text = shownText(label.replaceAll(/[*_`]/g, '')).toLowerCase();
  return text.endsWith(':') ? text.slice(0, -1).trimEnd() : text;
}

/**
 * The labels that begin fields, read in form order: each is the next one expected, and expected ones that occur nowhere later are
 * skipped. Null if the body doesn't follow the form's order: a field would be left out, or a label is out of order before any free
 * text, where nobody can have typed it into an answer. A body that GitHub wrote from the form always follows its order.
 */
function inFormOrder(labels: readonly Label[], template: Template): Label[] | null {
  const lastStart = new Map(labels.map(({ field, heading }) => [field, heading.start]));
  const found = new Set<FormField>();
  const boundaries: Label[] = [];
  let expected = 0;
  for (const label of labels) {
    const { field, heading } = label;
    if (found.has(field)) continue;
    while (isMissingFrom(heading.start, template.fields[expected], lastStart)) expected += 1;
    if (template.fields[expected] === field) {
      boundaries.push(label);
      found.add(field);
      expected += 1;
    } else if (!boundaries.some((boundary) => isFreeText(boundary.field))) return null;
  }
  return found.size === lastStart.size ? boundaries : null;
}

/** Whether the label of a field stands nowhere from an offset on. */
function isMissingFrom(
  offset: number,
  field: FormField | undefined,
  lastStart: ReadonlyMap<FormField, number>,
): boolean {
  return field !== undefined && (lastStart.get(field) ?? -1) < offset;
}

function firstOfEach(labels: readonly Label[]): Label[] {
  const found = new Set<FormField>();
  return labels.filter(({ field }) => found.size < found.add(field).size);
}

/** A problem for each label that stands again behind the one that counts. One is enough: there may be 5,000 of them. */
function duplicateHeadings(labels: readonly Label[], boundaries: readonly Label[]): Problem[] {
  const counted = new Map(boundaries.map(({ field, heading }) => [field, heading]));
  const again = labels.filter(({ field, heading }) => heading.start > (counted.get(field)?.start ?? 0));
  return firstOfEach(again).map(({ field, heading }) =>
    duplicateHeading(field, counted.get(field) ?? heading, heading),
  );
}

function readAnswer(source: string, from: number, to: number, field: FormField): Answer {
  const trimmed = withoutBlankLines(source, from, to);
  const whole = isFreeText(field) ? trimmed : withoutStrayBlanks(source, trimmed);
  const inside = (field.rendered ? insideFence(source, whole) : null) ?? whole;
  const isBlank = ['', noResponse].includes(withoutInvisible(source.slice(inside.start, inside.end)).trim());
  const range = isBlank || isParsed(field) ? inside : whole;
  return { ...range, text: isBlank ? '' : source.slice(range.start, range.end) };
}

/**
 * Whether this program parses the answer to a field, and so needs it without the fence that `render` puts around it. Other answers are
 * shown, and without its fence code would show as Markdown.
 */
function isParsed({ id }: FormField): boolean {
  const key = fieldKey(id);
  return key !== null && fields[key].holds !== 'text';
}

/** Text as it shows: without invisible characters, and with single blanks. */
function shownText(text: string): string {
  return withoutInvisible(text).replaceAll(/\s+/g, ' ').trim();
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Without blank lines around it and white space at its end. The indentation of the first line stays: it may make code of it. */
function withoutBlankLines(source: string, from: number, to: number): Range {
  const slice = source.slice(from, to);
  const blank = slice.length - slice.trimStart().length;
  const lineStart = lastLineStart(slice.slice(0, blank));
  const end = slice.trimEnd().length;
  return { start: from + Math.min(lineStart, end), end: from + end };
}

/** Without what GitHub wrote for blank fields behind an answer, and whose headings somebody has removed. */
function withoutStrayBlanks(source: string, range: Range): Range {
  let { start, end } = range;
  while (source.endsWith(noResponse, end) && /[\r\n]/.test(source.charAt(end - noResponse.length - 1))) {
    const before = withoutBlankLines(source, start, end - noResponse.length);
    if (before.end === before.start) break;
    ({ start, end } = before);
  }
  return { start, end };
}

/** What stands in the fence that makes up the whole of a range, or null when the range is no such fence. */
function insideFence(source: string, { start, end }: Range): Range | null {
  const text = source.slice(start, end);
  const opening = /^(`{3,}(?!`)|~{3,}(?!~))[^\r\n]*(?:\r\n|\r|\n)/.exec(text);
  const lastLine = lastLineStart(text);
  if (opening === null || lastLine === 0) return null;
  const isClosed = /^(?:`+|~+)$/.test(text.slice(lastLine)) && text.startsWith(opening[1] ?? '', lastLine);
  return isClosed ? withoutBlankLines(source, start + opening[0].length, start + lastLine) : null;
}

/** A body as it is cut: without the hidden line that this program may have written at its end. Offsets stay what they are. */
function sourceOf(body: string | null): string {
  // A byte order mark is no white space to Markdown, and would hide the first heading.
  return splitOwnMarker((body ?? '').replace(/^\uFEFF/, ' ')).text;
}

/** A warning for each block that runs on over labels, naming the first of them. */
function unclosedBlocks(boundaries: readonly Label[]): Problem[] {
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

function unclosedBlock(block: EnclosingBlock, swallowed: FormField, holder: FormField | null): Problem {
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
