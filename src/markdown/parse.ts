import type { Nodes, Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Plugin } from 'unified';

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
  return parse(markdown, { extensions, mdastExtensions });
}

/** The tree that a reader makes of it who does not know GitHub's extensions. */
function parseCommonMark(markdown: string): Root {
  return parse(markdown, {});
}

function parse(markdown: string, options: Options): Root {
  return withinStack(() => fromMarkdown(markdown, options)) ?? emptyTree();
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

/** By which rules Markdown is read: GitHub's, or those of CommonMark alone. */
export type Dialect = 'gfm' | 'commonmark';

/** Makes one of these the parser of a unified processor. */
export const markdownParser: Plugin<[Dialect], string, Root> = function (dialect) {
  this.parser = dialect === 'gfm' ? parseMarkdown : parseCommonMark;
};

/**
 * What the parser reads in a blink. Its time grows with the square of the number of quotes, list items and underlined
 * headings, of lines in an item's paragraph, and of brackets, `<` and marks of emphasis in a paragraph, and it runs out of stack in containers some 2,000 deep.
 * Measured: 1,000 nested items take 0.2 s, 2,000 marks in each of 16 paragraphs 0.6 s. Nobody writes so by hand, and an
 * issue's body has 65,536 characters at most.
 */
const limits = {
  characters: 65_536,
  containersOnALine: 100,
  blocks: 1000,
  linesBehindAMarker: 2000,
  marksInAParagraph: 2000,
};

/** Whether text is short and flat enough to be parsed. Linear in its length. */
export function isReadable(text: string): boolean {
  if (text.length > limits.characters) return false;
  const lines = text.split(/\r\n?|\n/);
  const fenced = fencedLines(lines);
  let [blocks, linesBehind, marks, quotesAbove] = [0, 0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const { quotes, others } = countContainers(line);
    if (quotes + others > limits.containersOnALine) return false;
    if (fenced.has(index)) continue;
    const isBlank = line.trim() === '';
    if (isBlank) [marks, linesBehind] = [0, 0];
    else if (quotes + others > 0) linesBehind = 1;
    else if (linesBehind > 0) linesBehind += 1;
    if (linesBehind > limits.linesBehindAMarker) return false;
    const beginsBlock = !isBlank && quotes + others === 0 && (lines[index - 1] ?? '').trim() === '';
    const isUnderline = /^[ \t>]*(?:=+|-+)[ \t]*$/.test(line);
    // Further lines of a quote are no further quotes.
    blocks += others + Math.max(quotes - quotesAbove, 0) + (isUnderline || beginsBlock ? 1 : 0);
    quotesAbove = quotes;
    marks += line.match(/[*~<[\]]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g)?.length ?? 0;
    if (blocks > limits.blocks || marks > limits.marksInAParagraph) return false;
  }
  return true;
}

/** The markers of quotes, and of list items and footnotes, that a line begins with or might begin with. */
function countContainers(line: string): { readonly quotes: number; readonly others: number } {
  const marker =
    /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^(?:[^\\[\]\s]|\\(?:[\\[\]]|(?![\\[\]]))){1,999}\]:)/y;
  let [quotes, others] = [0, 0];
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) {
    if (match[1] === undefined) others += 1;
    else quotes += 1;
  }
  return { quotes, others };
}

/**
 * Indexes of the lines that surely are code in a fence: what machines have logged may be long, and costs the parser little.
 * A line that is not indented goes on in no container, so that a fence is sure where one begins there, unless an HTML block or
 * another fence has been opened in front of it; then none is sure from there on.
 */
export function fencedLines(lines: readonly string[]): Set<number> {
  const fenced = new Set<number>();
  let marker: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (marker !== null) {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.startsWith(marker)) marker = null;
      else fenced.add(index);
    } else if (/^ {0,3}<|^ {1,3}(?:```|~~~)/.test(line)) break;
    else marker = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0] ?? null;
  }
  return fenced;
}
