import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../../src/markdown/escape.ts';
import { sampleOf, scaled } from '../../../thorough.ts';
import { collected, hostileMarkdown } from '../../markdown/hostile-markdown.ts';
import {
  elementAt,
  elementsOf,
  harmIn,
  outline,
  type Renderer,
  readPage,
  renderers,
  textOf,
} from '../../markdown/renderers.ts';
import { type Field, fields } from '../fields.ts';
import { logOfAll } from './all-fields.ts';
import { logWith } from './containment.ts';

/** Where the upper incident's heading is among the elements of a log: to some parsers the notice above is one. */
function headingOf(renderer: Renderer, harmless: string): number {
  return elementsOf(readPage(renderer, harmless)).findIndex(({ tagName }) => tagName === 'h3');
}

describe.each(renderers)('$name', (renderer) => {
  it.each(fields)(
    'lessons 91 and 92: finds $name in its place, and nothing of it elsewhere, whatever is in it',
    (field) => {
      fc.assert(
        fc.property(hostileMarkdown, (text) => expectContained(renderer, field, text)),
        { numRuns: scaled(40) },
      );
    },
  );

  it('finds all fields in their places, with anything that others have collected in all of them', () => {
    // Each sample is another one.
    const from = renderers.indexOf(renderer);
    for (const text of sampleOf(collected, { every: 5, from })) expectAllContained(renderer, text);
  });
});

describe('an answer that escaped its field', () => {
  it.each([
    [
      'a definition in a list that does not start at 1, in an item',
      'Broken.\n- 2) [ref]: https://evil.example',
    ],
    ['a heading there', 'Broken.\n- 2) # Everything is fine'],
    ['a quote there', 'Broken.\n- 7. > [ref]: https://evil.example'],
    ['a list behind indented code', 'Put it back\n\n    code\n7. [ref]: https://evil.example'],
    ['a mention there', 'Put it back\n\n    code\n\n7. then\n\n       ask @octo/team, see #12'],
  ])('lesson 92: %s', (_, text) => {
    for (const renderer of renderers) for (const field of fields) expectContained(renderer, field, text);
  });
});

/** Fails where a parser finds the text anywhere but in its field, or harm in it. */
function expectContained(renderer: Renderer, field: Field, text: string): void {
  const log = logWith(field, text);
  // A text in which nothing is to be seen leaves the field out.
  if (field.kind === 'item' && log === logWith(field, '')) return;
  const harmless = logWith(field, 'harmless');
  const [page, plain] = [readPage(renderer, log), readPage(renderer, harmless)];
  // Indexes in the tree that counts the notice.
  const [index = 0, ...rest] = field.path;
  const path = [index - 5 + headingOf(renderer, harmless), ...rest];
  const [found, expected] = [elementAt(page, path), elementAt(plain, path)];
  if (found === null || expected === null) throw new Error(`${field.name} is not where it should be`);
  expect(outline(page, found)).toBe(outline(plain, expected));
  if (field.kind !== 'heading') expect(harmIn(found)).toEqual([]);
  expectOwnWords(field, found, expected, text);
}

/** Our own words around a text, as a parser finds them. */
function expectOwnWords(field: Field, found: Element, expected: Element, text: string): void {
  const shown = textOf(found);
  const [before = '', after = ''] = textOf(expected).split('harmless');
  if (field.kind === 'heading') expect(shown.trim()).toBe((before + cleanLine(text)).replace(/ - $/, ''));
  if (field.kind === 'note' && cleanLine(text) !== '') {
    expect(shown.startsWith(before)).toBe(true);
    expect(shown.trimEnd().endsWith(after.trimEnd())).toBe(true);
  }
  if (field.kind === 'label') expect(shown).toContain(`${cleanLine(text) || 'Answer'}:`);
  if (field.kind === 'action')
    expect(outline(found)).toContain('<strong>TODO</> (<a https://github.com/o/r/issues/13>#13</>)');
  if (field.kind === 'item' && expected.children.length > 1 && before.includes(':')) {
    expect(textOf(elementsOf(found)[0] ?? found)).toBe(textOf(elementsOf(expected)[0] ?? expected));
  }
}

function expectAllContained(renderer: Renderer, text: string): void {
  const page = readPage(renderer, logOfAll(text));
  const heading = headingOf(renderer, logOfAll('harmless'));
  const list = elementAt(page, [heading + 1]);
  if (list === null) throw new Error('No entry');
  const labels = elementsOf(list).map((item) => textOf(elementsOf(item)[0] ?? item));
  const own = cleanLine(text) || 'Answer';
  const isSeen = labels.length > 6;
  expect(labels).toEqual([
    ...['Incident issue', 'Key events', 'Time to repair', 'Time to resolve'],
    ...(isSeen ? ['Identified', 'Impact', own, 'Customer | region', 'Context', 'Resolution'] : [own]),
    'Review Actions',
  ]);
  expect(harmIn(list)).toEqual([]);
  const harmless = readPage(renderer, logOfAll(isSeen ? 'harmless' : ''));
  const other = elementAt(harmless, [heading + 1]);
  expect(withoutEntry(page, heading, list)).toBe(withoutEntry(harmless, heading, other));
}

function withoutEntry(page: Root, heading: number, list: Element | null): string {
  const elements = elementsOf(page);
  return elements.map((each, index) => (index === heading ? each.tagName : outline(each, list))).join('\n');
}
