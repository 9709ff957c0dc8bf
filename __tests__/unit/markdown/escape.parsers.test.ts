import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, escapeText, quoteInConversation } from '../../../src/markdown/escape.ts';
import { sampleOf, scaled } from '../../thorough.ts';
import { collected, hostileMarkdown } from './hostile-markdown.ts';
import { elementAt, outline, type Renderer, readPage, renderers, textOf } from './renderers.ts';

/** Where plain text stands in what we write: Markdown around it, and the element that holds it. */
const places: readonly [string, (text: string) => string, readonly number[]][] = [
  ['a heading', (text) => `### Incident - ${text}\n\nSee [foo].`, [0]],
  ['a paragraph', (text) => `${text || 'x'}\n\nSee [foo].`, [0]],
  ['a list item', (text) => `- [#12](https://github.com/o/r/issues/12) ${text}\n- b`, [0, 0]],
  ['words in bold', (text) => `- **${text || 'x'}**: b\n- c`, [0, 0, 0]],
  ["a link's words", (text) => `- [${text || 'x'}](https://a.b)\n- c`, [0, 0, 0]],
];

/** The text as a parser shows it, without what keeps GitHub from linking. */
function expectShown(renderer: Renderer, write: (text: string) => string, text: string): void {
  for (const [name, around, path] of places) {
    const page = readPage(renderer, around(write(text)));
    const plain = readPage(renderer, around('harmless'));
    const [found, expected] = [elementAt(page, path), elementAt(plain, path)];
    if (found === null || expected === null) throw new Error(`${renderer.name} finds no ${name}`);
    expect(outline(page, found)).toBe(outline(plain, expected));
    const shown = textOf(found).replaceAll('\u200B', '').trim();
    const typed = cleanLine(text).replaceAll('\u200B', '').trim();
    if (typed !== '')
      expect(shown).toBe(
        textOf(expected)
          .replace('harmless', () => typed)
          .trim(),
      );
  }
}

describe.each(renderers)('$name', (renderer) => {
  it.each([
    ['escapeText', (text: string) => escapeText(text)],
    ['quoteInConversation', quoteInConversation],
  ])('lesson 91: shows what %s was given, in every place, and nothing else', (_, write) => {
    // Carets are not escaped: a site with superscript shows them as that, and lets nothing out of its place.
    const text = renderer.name.includes('all extensions')
      ? hostileMarkdown.map((each) => each.replaceAll('^', ''))
      : hostileMarkdown;
    fc.assert(
      fc.property(text, (each) => expectShown(renderer, write, each)),
      { numRuns: scaled(100) },
    );
    for (const each of sampleOf(collected, { every: 5, from: renderers.indexOf(renderer) }))
      expectShown(renderer, write, each);
  });
});
