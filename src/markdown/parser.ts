// Loaded by `parse.ts` where Markdown must be parsed; it imports nothing of ours, or that would be loaded twice.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * GitHub Flavored Markdown, as micromark reads it. Left out is the pass that searches the finished tree for addresses, because the
 * nodes that it creates have no positions.
 */
const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))];

/** The syntax tree of Markdown. Throws a `RangeError` where it runs out of stack. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions, mdastExtensions });
}
