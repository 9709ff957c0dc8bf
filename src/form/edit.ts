import { isDeepStrictEqual } from 'node:util';
import type { FieldId } from '../incident/fields.ts';
import { applyEdits } from '../markdown/edits.ts';
import { lineEndingOf, linesOf } from '../markdown/line.ts';
import { splitOwnMarker } from '../markers/own-marker.ts';
import { readAnswers } from './answers.ts';
import type { FormField, Template } from './template.ts';

/** GitHub's limit for the body of an issue. */
export const longestBody = 65_536;

/** The answer to the field of an id, as typed; empty where there is none. */
export function answerOf(body: string | null, template: Template, id: FieldId): string {
  const field = fieldOf(template, id);
  return (field && readAnswers(body, template).answers.get(field)?.text) ?? '';
}

export function fieldOf(template: Template, id: FieldId): FormField | undefined {
  return template.fields.find((field) => field.id === id);
}

/**
 * The body with one of these answers written under a field: the first that changes no other answer and no problem of the body. Null if
 * none does that, or if the body would be too long for GitHub. Nothing outside the answer changes. If the heading is missing, it is
 * added where the form has it.
 */
export function withAnswer(
  body: string | null,
  template: Template,
  field: FormField,
  texts: readonly string[],
): string | null {
  const source = body ?? '';
  const lineEnding = lineEndingOf(source);
  const before = readAnswers(source, template);
  for (const text of texts) {
    const changed = place(source, template, field, text, lineEnding);
    if (changed.length > longestBody) continue;
    const after = readAnswers(changed, template);
    const isWritten = after.answers.get(field)?.text.trim() === text.trim();
    if (isWritten && isDeepStrictEqual(others(after, field), others(before, field))) return changed;
  }
  return null;
}

type Reading = ReturnType<typeof readAnswers>;

/** The other answers and the problems of a body. Leaves out line numbers, which grow with an answer above them. */
function others({ answers, problems }: Reading, field: FormField) {
  const texts = [...answers]
    .filter(([other]) => other !== field)
    .map(([{ label }, { text }]) => [label, text]);
  return {
    texts: new Map(texts.map(([label, text]) => [label, text])),
    problems: problems.map((problem) => problem.message.replace(/\bline \d+/g, 'line')),
  };
}

function place(
  source: string,
  template: Template,
  field: FormField,
  text: string,
  lineEnding: string,
): string {
  const { answers } = readAnswers(source, template);
  const answer = answers.get(field);
  if (answer !== undefined) {
    const { start, end } = answer;
    // An empty place gets the answer as GitHub writes it: after a blank line, on lines of its own.
    const isLine = /(?:^|[\r\n])[ \t]*$/.test(source.slice(0, start));
    const lead = start < end || field.rendered ? '' : isLine ? lineEnding : lineEnding + lineEnding;
    const [below = ''] = /^(?:[ \t]*(?:\r\n|[\r\n]|$)){0,2}/.exec(source.slice(end)) ?? [];
    const wanted = start < end || field.rendered ? 1 : 2;
    const isEnd = end + below.length === source.length;
    const trail = isEnd ? '' : lineEnding.repeat(Math.max(wanted - [...linesOf(below)].length, 0));
    return applyEdits(source, [{ start, end, text: lead + text + trail }]);
  }
  const section = `### ${field.label}${lineEnding}${lineEnding}${text}`;
  const behind = template.fields.slice(template.fields.indexOf(field) + 1);
  const next = behind.map((later) => headingOf(source, template, later)).find((start) => start !== null);
  if (next !== undefined && next !== null) {
    const edit = { start: next, end: next, text: `${section}${lineEnding}${lineEnding}` };
    return applyEdits(source, [edit]);
  }
  const { text: visible, marker } = splitOwnMarker(source);
  const parts = [visible.trimEnd(), section, marker].filter((part) => part !== '');
  return parts.join(lineEnding + lineEnding);
}

/** Offset of the heading that a field's answer stands under; null where the body has none. */
function headingOf(source: string, template: Template, field: FormField): number | null {
  const answer = readAnswers(source, template).answers.get(field);
  if (answer === undefined) return null;
  const above = source.slice(0, answer.start);
  const heading = [...above.matchAll(/(?<=^|[\r\n]) {0,3}### [^\r\n]*/g)].at(-1);
  return heading?.index ?? null;
}
