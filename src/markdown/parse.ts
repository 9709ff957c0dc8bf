import type { Nodes, Root } from 'mdast';
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

/** Where a node of such a tree stands in the text, from its first character to just past its last. */
export function offsetsOf(node: Nodes): { readonly start: number; readonly end: number } {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) throw new Error(`A ${node.type} without a position`);
  return { start, end };
}

/** Makes `parseMarkdown` the parser of a unified processor. */
export const markdownParser: Plugin<[], string, Root> = function () {
  this.parser = parseMarkdown;
};

/**
 * What the parser reads in a blink. Its time grows with the square of the number of list items, of underlined headings, and of
 * brackets and marks of emphasis in a paragraph, and it runs out of stack in containers some 2,000 deep. Measured: 1,000
 * nested items take 0.2 s, 2,000 marks in each of 16 paragraphs 0.6 s. Nobody writes so by hand, and an issue's body has
 * 65,536 characters at most.
 */
const limits = { characters: 65_536, containersOnALine: 100, blocks: 1000, marksInAParagraph: 2000 };

/** Whether text is short and flat enough to be parsed. Linear in its length. */
export function isReadable(text: string): boolean {
  if (text.length > limits.characters) return false;
  let blocks = 0;
  let marks = 0;
  for (const line of linesOutsideFences(text)) {
    if (line.trim() === '') marks = 0;
    const containers = countContainers(line);
    blocks += containers.listItems + (/^[ \t>]*(?:=+|-+)[ \t]*$/.test(line) ? 1 : 0);
    marks += line.match(/[*~[\]]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g)?.length ?? 0;
    if (containers.all > limits.containersOnALine || blocks > limits.blocks) return false;
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

/**
 * The lines, without those that surely stand in a fence: what machines have logged may be long, and costs the parser little.
 * A fence is sure when nothing could hide it, HTML or a fence that begins behind a list's marker, and it ends at the latest
 * where a line is indented less than its first.
 */
function linesOutsideFences(text: string): string[] {
  const lines = text.split('\n');
  if (/^ {0,3}<|^[ \t]*(?:[>*+-]|\d+[.)]).*(?:```|~~~)/m.test(text)) return lines;
  let fence: { readonly marker: string; readonly indentation: number } | null = null;
  return lines.filter((line) => {
    const indentation = line.search(/[^ ]/);
    if (fence !== null && (indentation < 0 || indentation >= fence.indentation)) {
      const closing = /^ *(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.startsWith(fence.marker)) fence = null;
      return false;
    }
    const marker = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    fence = marker === undefined ? null : { marker, indentation };
    return true;
  });
}
