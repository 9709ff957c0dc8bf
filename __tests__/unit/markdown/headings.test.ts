import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeadings } from '../../../src/markdown/headings.ts';
import { anywhere, containers, textsOf, verbatim } from './markdown-texts.ts';

describe('readHeadings', () => {
  it('says where each heading stands and what it reads', () => {
    const source = '# One\r\n\r\ntext\n  ## Two ##\nThree\nlines\n---\n';
    expect(readHeadings(source)).toEqual([
      { level: 1, text: 'One', start: 0, end: 7, line: 1, inside: null },
      { level: 2, text: 'Two', start: 14, end: 26, line: 4, inside: null },
      { level: 2, text: 'Three\nlines', start: 26, end: 42, line: 5, inside: null },
    ]);
  });

  it.each([
    ['### Impact', 'Impact'],
    ['### Impact ###', 'Impact'],
    ['### Impact #', 'Impact'],
    ['### Impact\u00a0', 'Impact'],
    ['### Impact\u00a0### \u00a0', 'Impact'],
    ['### C#', 'C#'],
    ['### ###', ''],
    ['###', ''],
    ['###\tImpact\t', 'Impact'],
    ['### **Impact** \\#', '**Impact** \\#'],
  ])('lesson 7: reads the text of %j', (source, text) => {
    expect(readHeadings(source).map((heading) => heading.text)).toEqual([text]);
  });

  it.each([
    '###Impact',
    '####### Impact',
    '\\### Impact',
    '    ### Impact',
    '###\u00a0Impact',
    '\t### Impact',
    '#12',
  ])('takes %j for no heading', (source) => {
    expect(readHeadings(source)).toEqual([]);
  });

  it('lesson 4: names the fence or HTML block that a heading line stands in', () => {
    const source = '```\n### A\n```\n\n<!--\n\n### B\n-->\n### C\n~~~ sh\n### D\n```\n### E';
    expect(readHeadings(source).map(({ text, inside }) => [text, inside])).toEqual([
      ['A', { kind: 'fence', line: 1 }],
      ['B', { kind: 'html', line: 5 }],
      ['C', null],
      ['D', { kind: 'fence', line: 10 }],
      ['E', { kind: 'fence', line: 10 }],
    ]);
  });

  it('lesson 2: takes a heading behind a blank line in <details> for one of the document', () => {
    const headings = readHeadings('<details>\n### A\n\n### B\n\n</details>\n');
    expect(headings.map(({ text, inside }) => [text, inside])).toEqual([
      ['A', { kind: 'html', line: 1 }],
      ['B', null],
    ]);
  });

  it('lesson 9: takes a line under a table for no underline', () => {
    expect(
      readHeadings('| a | b |\n|---|---|\n| 1 | 2 |\n---\n\n### B').map((heading) => heading.text),
    ).toEqual(['B']);
    expect(readHeadings('| a | b |\n|---|\n---\n').map((heading) => heading.level)).toEqual([2]);
  });

  it.each([
    ['in a list item', '- a\n\n  ### B'],
    ['in a quote', '> ### B'],
    ['in a footnote', '[^1]: a\n\n    ### B'],
    ['in a fence in a list item', '- ```\n  ### B'],
    ['behind 100 markers', `${'> '.repeat(100)}### B`],
    ['in a list item on the line of its 100th marker', `${'- '.repeat(100)}a\n  ### B`],
    ['in a list item that begins with code', '-      a\n\n  ### B'],
  ])('leaves out a heading %s', (_, source) => {
    expect(readHeadings(source)).toEqual([]);
  });

  it.each([
    ['behind a fence left open in a list item', '- ```\n### B'],
    ['behind a quote', '> a\n### B'],
    ['behind a line with 10,000 >', `${'>'.repeat(10_000)}\n### B`],
    ['behind a line with 6,000 list markers', `${'- '.repeat(6_000)}a\n### B`],
    ['in a list item that a blank first line has ended', '-\n\n  ### B'],
    ['indented behind a line with 101 list markers, which is text', `${'- '.repeat(101)}a\n  ### B`],
    ['indented behind a thematic break of asterisks', '* * *\n  ### B'],
    ['behind a tag that continues a paragraph indented by a tab', '-\ta\n\n    b\n<x>\n### B'],
    ['behind a tag that continues a quote, delimiters or no', '> a | b\n-|-\n<x>\n### B'],
  ])('finds a heading %s', (_, source) => {
    expect(readHeadings(source).map(({ text, inside }) => [text, inside])).toEqual([['B', null]]);
  });

  it('cuts the source at headings without a gap, whatever the text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), textsOf([...anywhere, ...containers, ...verbatim]));
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        for (const heading of readHeadings(source)) {
          expect(heading.start).toBeGreaterThanOrEqual(end);
          expect(source.slice(heading.start, heading.end)).toContain(heading.text);
          end = heading.end;
        }
        expect(end).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  it.each([
    '#',
    '> ',
    '- ',
    '1. ',
    '`',
    '~',
    '<',
    '<a ',
    '<a b="',
    '[^',
    '\\',
    ' ',
    '\t',
    '\n',
    '- - -',
    '*',
    '=',
    '\0',
  ])('reads a megabyte of %j', (piece) => {
    const source = `${piece.repeat(1_000_000 / piece.length)}\n\n### End`;
    expect(readHeadings(source).at(-1)?.text).toBe('End');
  });

  it('reads 5,000 headings', () => {
    expect(readHeadings('### A\n'.repeat(5_000))).toHaveLength(5_000);
  });
});
