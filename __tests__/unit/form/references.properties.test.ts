import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/form/answers.ts';
import { type FiledIssue, readIncident } from '../../../src/form/read.ts';
import { type Reference, writeReferences } from '../../../src/form/references.ts';
import { defaultTemplate, type Template } from '../../../src/form/template.ts';
import type { Problem } from '../../../src/incident/incident.ts';
import { scaled } from '../../thorough.ts';
import { fixable, hostileLists, listOf } from './hostile-items.ts';

const options = { timezone: 'UTC', now: Date.UTC(2026, 10, 22) };

interface Filed {
  readonly template: Template;
  readonly issue: FiledIssue;
}

/** An issue in which such an answer stands under Review actions, wherever the form has that field. */
function filedWith(lists: fc.Arbitrary<string>, others: fc.Arbitrary<string>): fc.Arbitrary<Filed> {
  const [first, ...rest] = defaultTemplate.fields;
  const orders = fc
    .tuple(fc.shuffledSubarray(rest, { minLength: rest.length }), fc.boolean())
    .map(([fields, isRendered]) => [
      ...(first === undefined ? [] : [first]),
      ...fields.map((field) => ({ ...field, rendered: isRendered && field.id === 'review-actions' })),
    ]);
  return fc
    .tuple(orders, lists, fc.array(others, { minLength: 7, maxLength: 7 }), fc.constantFrom('\n', '\r\n'))
    .map(([fields, list, texts, lineEnding]) => {
      const sections = fields.map(({ id, label, rendered }, index) => {
        const text = id === 'review-actions' ? list : (texts[index - 1] ?? '2024-10-14 10:30');
        return [`### ${label}`, '', ...(rendered ? ['```md', text, '```'] : [text])].join(lineEnding);
      });
      const body = sections.join(lineEnding + lineEnding);
      const url = 'https://github.com/octo/shop/issues/12';
      return {
        template: { title: '', fields },
        issue: { number: 12, url, title: 'Down', body, closed: false, reopenedAt: null },
      };
    });
}

function read({ issue, template }: Filed) {
  const { incident, problems } = readIncident(issue, template, options);
  const withoutLines = ({ message, ...problem }: Problem) => ({
    ...problem,
    message: message.replaceAll(/\d+/g, ''),
  });
  return { incident, problems: problems.map(withoutLines) };
}

/** A reference for each action that has none; no answer holds such numbers. */
function referencesFor(filed: Filed): Reference[] {
  const actions = read(filed).incident?.reviewActions ?? [];
  return actions.flatMap(({ issue }, action) =>
    issue === null ? [{ action, issue: 1_000_000 + action, replaces: null }] : [],
  );
}

function write({ issue, template }: Filed, references: readonly Reference[]) {
  const { body, refused } = writeReferences(issue, template, options, references);
  const written = references.filter(({ action }) => !refused.includes(action));
  return { filed: { template, issue: { ...issue, body } }, refused, written };
}

/** What a body may have been before the reference was written. */
function without({ issue }: Reference, body: string): string[] {
  const found = new RegExp(`(?: |(\\r\\n|\\n|\\r)\\1 *)\\(#${issue}\\)`).exec(body);
  if (found === null) return [];
  const before = body.slice(0, found.index);
  const behind = body.slice(found.index + found[0].length);
  const lineEnding = found[1] ?? '';
  return [...new Set([behind, behind.startsWith(lineEnding) ? behind.slice(lineEnding.length) : behind])].map(
    (rest) => before + rest,
  );
}

function otherAnswers({ issue, template }: Filed): (readonly [string | null, string])[] {
  return [...readAnswers(issue.body, template).answers]
    .filter(([field]) => field.id !== 'review-actions')
    .map(([field, answer]) => [field.id, answer.text]);
}

function expectWritten(filed: Filed): void {
  const references = referencesFor(filed);
  const { filed: after, refused, written } = write(filed, references);

  let bodies = [after.issue.body ?? ''];
  for (const reference of written)
    bodies = [...new Set(bodies.flatMap((body) => without(reference, body)))].slice(0, 64);
  expect(bodies).toContain(filed.issue.body);

  expect(otherAnswers(after)).toEqual(otherAnswers(filed));
  const { incident, problems } = read(filed);
  const issues = new Map(written.map(({ action, issue }) => [action, issue]));
  const reviewActions = incident?.reviewActions.map((action, index) => ({
    ...action,
    issue: issues.get(index) ?? action.issue,
  }));
  expect(read(after)).toEqual({ incident: incident && { ...incident, reviewActions }, problems });

  expect(write(after, written)).toMatchObject({ refused: [], filed: after });
  expect(referencesFor(after).map(({ action }) => action)).toEqual(refused);
}

function expectReplaced(filed: Filed): void {
  const { filed: before, written } = write(filed, referencesFor(filed));
  const replacing = written.map(({ action, issue }) => ({
    action,
    issue: issue + 1_000_000,
    replaces: issue,
  }));
  const { filed: after, refused } = write(before, replacing);
  expect(refused).toEqual([]);
  expect(after.issue.body).toBe((before.issue.body ?? '').replaceAll(/\(#1(\d{6})\)/g, '(#2$1)'));
}

const harmless = fc.constantFrom('_No response_', 'High', '- a\n- b\n', '```\na\n```');

describe('writeReferences, whatever stands in the list', () => {
  it('adds its references and changes nothing else, in the body and in what it says', () => {
    fc.assert(fc.property(filedWith(hostileLists, fc.oneof(harmless, hostileLists)), expectWritten), {
      numRuns: scaled(200),
    });
  });

  it('replaces what it has written', () => {
    fc.assert(fc.property(filedWith(hostileLists, harmless), expectReplaced), {
      numRuns: scaled(200),
    });
  });

  it('refuses no item of which nothing is left open', () => {
    fc.assert(
      fc.property(filedWith(listOf(fixable), harmless), (filed) => {
        expect(write(filed, referencesFor(filed)).refused).toEqual([]);
      }),
      { numRuns: scaled(200) },
    );
  });
});
