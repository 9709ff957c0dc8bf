import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Plugin } from 'unified';
import { parsingCost } from './parsing-cost.ts';

/**
 * GitHub Flavored Markdown, as micromark reads it. Without the pass that looks for addresses in a tree once more: the nodes
 * that it makes have no positions.
 */
const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))];

/**
 * The syntax tree of Markdown, with positions throughout. Only for text that `isReadable` accepts, or that is our own; of a
 * text that the parser runs out of stack on all the same, the tree is empty.
 */
export function parseMarkdown(markdown: string): Root {
  return withinStack(() => fromMarkdown(markdown, { extensions, mdastExtensions })) ?? emptyTree();
}

function emptyTree(): Root {
  const nowhere = { line: 1, column: 1, offset: 0 };
  return { type: 'root', children: [], position: { start: nowhere, end: nowhere } };
}

/**
 * What an action returns, or null when it runs out of stack: a last line of defence behind `isReadable`, so that no text ends a
 * run, however deep a tree it makes.
 */
export function withinStack<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where a node of such a tree stands in the text, from its first character to just past its last. */
export function offsetsOf(node: Nodes): { readonly start: number; readonly end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`A ${node.type} without a position`);
  return { start, end };
}

/** Makes this the parser of a unified processor. */
export const markdownParser: Plugin<[], string, Root> = function () {
  this.parser = parseMarkdown;
};

/**
 * The longest text that is parsed, which is GitHub's limit for an issue's body, and what parsing may cost in microseconds:
 * with what is done with the tree, 0.2 s for 100 kB, of a text as long as that.
 */
const limits = { characters: 65_536, cost: 110_000 };

/** Whether text is short and flat enough to be parsed in a blink, without running out of stack. Linear in its length. */
export function isReadable(text: string): boolean {
  return text.length <= limits.characters && parsingCost(text) <= limits.cost;
}
