import type { Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { loadBeside } from '../load.ts';
import { cleanLine, isPlain } from './escape.ts';
import { inertBlocks, isInertLine, wordsOfInertLine } from './inert.ts';
import { isReadable } from './parsing-cost.ts';

let parser: typeof import('./parser.ts') | undefined;

/**
 * The syntax tree of Markdown, in which every node has a position. Call it only for text that `isReadable` accepts or that this program
 * wrote. The tree is empty if the parser runs out of stack all the same.
 */
export function parseMarkdown(markdown: string): Root {
  // Most Markdown is inert, and many a run needs no parser.
  parser ??= loadBeside(import.meta.url, 'parser') as typeof import('./parser.ts');
  const { parse } = parser;
  return withinStack(() => parse(markdown)) ?? emptyTree();
}

function emptyTree(): Root {
  const nowhere = { line: 1, column: 1, offset: 0 };
  return { type: 'root', children: [], position: { start: nowhere, end: nowhere } };
}

/**
 * What an action returns, or null when it runs out of stack. `isReadable` refuses texts that are nested too deeply; this catches what it
 * misses, so that no text can end a run.
 */
export function withinStack<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The offsets in the text of a node that `parseMarkdown` made: of its first character, and just past its last. */
export function offsetsOf(node: Nodes): { readonly start: number; readonly end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`A ${node.type} without a position`);
  return { start, end };
}

/**
 * The blocks of Markdown, for those who need no inline content: a paragraph that is inert holds its words as one text. None for Markdown that
 * is not `isReadable`.
 */
export function readBlocks(markdown: string): readonly RootContent[] {
  return inertBlocks(markdown) ?? (isReadable(markdown) ? parseMarkdown(markdown).children : []);
}

/** Plain text of the first block of somebody's Markdown that has words, on one line; '' where no block has any. */
export function plainText(markdown: string): string {
  if (isPlain(markdown)) return markdown;
  if (isInertLine(markdown)) return cleanLine(wordsOfInertLine(markdown)).replace(/\s+/g, ' ');
  if (!isReadable(markdown)) return cleanLine(markdown);
  const texts = parseMarkdown(markdown).children.map((block) => textOf(block, { includeHtml: false }));
  return cleanLine(texts.find((text) => text.trim() !== '') ?? '').replace(/\s+/g, ' ');
}
