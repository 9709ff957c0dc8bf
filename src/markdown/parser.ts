// Loaded by `parse.ts` where Markdown must be parsed; it imports nothing of ours, or that would be loaded twice.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { unified } from 'unified';

/**
 * GitHub Flavored Markdown, as micromark reads it. Left out is the pass that searches the finished tree for addresses, because the
 * nodes that it creates have no positions.
 */
const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))];

const processor = unified()
  .use(function () {
    this.parser = (markdown) => fromMarkdown(markdown, { extensions, mdastExtensions });
  })
  .freeze();

/** The syntax tree of Markdown. Throws a `RangeError` where it runs out of stack. */
export function parse(markdown: string): Root {
  // The processor's type does not say which parser it has; this one always gives a root.
  return processor.parse(markdown) as Root;
}
