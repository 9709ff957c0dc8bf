import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesBetween, readableLines } from '../../../../src/log/read/readable-lines.ts';
import { blockLines } from '../../../../src/markdown/blocks.ts';
import { textsOf, verbatim } from '../../markdown/markdown-texts.ts';

const readable = (source: string) => [...readableLines(blockLines(source))].map(({ text }) => text);

describe('readableLines', () => {
  it.each([
    ['a fence', 'a\n```\nb\n```\nc', ['a', 'c']],
    ['a fence in a numbered item', '1. ```\n   b\n   ```\nc', ['c']],
    ['a fence in a quote, which ends with the quote', '> ```\n> b\n\nc', ['', 'c']],
    ['a fence in an item, which ends with the item', '- ```\n  b\nc', ['c']],
    ['a longer fence around another one', '````\n```\nb\n````\nc', ['c']],
    [
      'a fence that is indented too far, under a paragraph',
      'a\n      ```\n      b\n      ```\nc',
      ['a', 'c'],
    ],
    ['such a fence on its own', '    ```\n    b\n\n    ```\n\nc', ['', 'c']],
    ['such a fence in an item that is indented too far', '    - ```\n      b\n      ```\n\nc', ['', 'c']],
    ['a fence in HTML', '<details>\n```\nb\n```\n</details>', ['<details>', '</details>']],
    ['a comment', '<!--\n\nb\n\n-->\nc', ['c']],
    ['a comment in an item', '- <!-- a\n\n  b -->\n- c', ['- c']],
    ['a comment in a paragraph', 'a <!-- b\nb\nb --> b\nc', ['a <!-- b', 'c']],
    ['a comment in HTML', '<div>\n<!-- b\nb -->\nc', ['<div>', 'c']],
    [
      'comments that begin and end on the same lines',
      'a <!-- b\nb --> b <!-- b\nb --> b\nc',
      ['a <!-- b', 'c'],
    ],
  ])('leaves out %s', (_, source, lines) => {
    expect(readable(source)).toEqual(lines);
  });

  it.each([
    ['indented code', 'a\n\n    b'],
    ['a table', '| a |\n|---|\n| b |'],
    ['HTML', '<details>\na\n</details>'],
    ['a code span', 'a `b\nc` d'],
    ['what looks like a comment in a code span', 'a `<!--` b\nc\n\n- d'],
    ['what looks like a comment that a blank line interrupts', 'a <!-- b\n\nc\n\nd -->'],
    ['what looks like a comment that an item interrupts', 'a <!-- b\n- c\n-->'],
    ['a fence that is indented too far and does not end in the same block', 'a\n      ```\n      b\n\nc'],
  ])('keeps %s', (_, source) => {
    expect(readable(source)).toEqual(source.split('\n'));
  });

  it('for every text: yields its lines in order, those of fences left out, and all where nothing begins a fence or comment', () => {
    const hiding = ['```', '    ```', '- ```', '~~~', '<!--', 'a <!-- b', '-->'];
    fc.assert(
      fc.property(textsOf([...hiding, 'a', '- a', '> a', '<div>', ...verbatim]), (source) => {
        const all = [...blockLines(source)];
        const lines = [...readableLines(all)];
        const found = new Set(lines.map(({ line }) => line));
        expect(lines).toEqual(all.filter(({ line }) => found.has(line)));
        expect(lines.filter(({ block }) => block.kind === 'fence')).toEqual([]);
        if (!/```|~~~|<!--/.test(source)) expect(lines).toEqual(all);
      }),
    );
  });
});

describe('linesBetween', () => {
  it('gives the lines that two offsets touch, the first without what stands in front', () => {
    const lines = [...blockLines('one\ntwo\r\nthree\nfour')];
    const between = (start: number, end: number) =>
      linesBetween(lines, start, end).map(({ text, start, line }) => [line, start, text]);
    expect(between(0, 4)).toEqual([[1, 0, 'one']]);
    expect(between(6, 10)).toEqual([
      [2, 6, 'o'],
      [3, 9, 'three'],
    ]);
    expect(between(15, 19)).toEqual([[4, 15, 'four']]);
    expect(between(19, 19)).toEqual([]);
  });
});
