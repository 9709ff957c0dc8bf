import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Plugin } from 'unified';

/**
 * GitHub Flavored Markdown, as micromark reads it. Without the pass that looks for addresses in a tree once more: the nodes
 * that it makes have no positions.
 */
const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))];

/** The syntax tree of Markdown, with positions throughout. Only for text that `isReadable` accepts, or that is our own. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions, mdastExtensions });
}

/** Makes `parseMarkdown` the parser of a unified processor. */
export const markdownParser: Plugin<[], string, Root> = function () {
  this.parser = parseMarkdown;
};

/**
 * What the parser reads in a blink. Its time grows with the square of the number of list items and of marks of emphasis in
 * a paragraph, and it runs out of stack in containers some 2,000 deep (measured: 1,000 nested items take 0.2 s, 2,000 marks
 * in each of 16 paragraphs 0.6 s). Nobody writes so by hand, and an issue's body has 65,536 characters at most.
 */
const limits = { characters: 65_536, containersOnALine: 100, listItems: 1000, marksInAParagraph: 2000 };

/** Whether text is short and flat enough to be parsed. Linear in its length. */
export function isReadable(text: string): boolean {
  if (text.length > limits.characters) return false;
  let listItems = 0;
  let marks = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') marks = 0;
    const containers = countContainers(line);
    listItems += containers.listItems;
    marks += line.match(/[*~\]]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g)?.length ?? 0;
    if (containers.all > limits.containersOnALine || listItems > limits.listItems) return false;
    if (marks > limits.marksInAParagraph) return false;
  }
  return true;
}

/** The markers of quotes and list items that a line begins with, or might begin with. */
function countContainers(line: string): { readonly all: number; readonly listItems: number } {
  const marker = /[ \t]*(?:>|([-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
  let [all, listItems] = [0, 0];
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) {
    all += 1;
    if (match[1] !== undefined) listItems += 1;
  }
  return { all, listItems };
}
