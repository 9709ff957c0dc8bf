import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Edit, isTooMuch } from './edits.ts';
import { destination, type Target } from './links.ts';
import { isReadable, offsetsOf, parseMarkdown, withinStack } from './parse.ts';

/**
 * The edits after which no link in an answer needs a definition that stands elsewhere, so that it can be cut into pieces:
 * `[a][1]` becomes `[a](https://b.c)` where `[1]: https://b.c` stood. None for an answer that is too long or too deep to parse, or
 * would grow beyond measure.
 *
 * @param answer without a byte order mark, behind which the parser would count offsets
 */
export function linkDefinitionEdits(answer: string): Edit[] {
  // No link definition without it; most answers need not be parsed.
  if (!answer.includes(']:') || !isReadable(answer)) return [];
  const edits = withinStack(() => definitionEdits(parseMarkdown(answer), answer)) ?? [];
  return isTooMuch(edits) ? [] : edits;
}

/** Where links lead by their definitions: of several with one identifier the first counts (CommonMark 4.7). */
export function readDefinitions(tree: Root): Map<string, Target> {
  const targets = new Map<string, Target>();
  visit(tree, 'definition', ({ identifier, url, title }) => {
    if (!targets.has(identifier)) targets.set(identifier, { url, title });
  });
  return targets;
}

/** The edits that take definitions out and put their addresses where they are used. */
function definitionEdits(tree: Root, source: string): Edit[] {
  const edits: Edit[] = [];
  const targets = readDefinitions(tree);
  visit(tree, 'definition', (node) => {
    edits.push({ ...offsetsOf(node), text: '' });
  });
  visit(tree, ['linkReference', 'imageReference'], (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const target = targets.get(node.identifier);
    if (target === undefined) return;
    const { end } = offsetsOf(node);
    const label = { shortcut: 0, collapsed: 2, full: 0 }[node.referenceType];
    const start = node.referenceType === 'full' ? lastBracket(source, end) : end - label;
    edits.push({ start, end, text: `(${destination(target)})` });
  });
  return edits;
}

/** Offset of the `[` that opens the label ending at `end`; brackets within it are escaped. */
function lastBracket(source: string, end: number): number {
  let index = end;
  do index = source.lastIndexOf('[', index - 1);
  while (isEscaped(source, index));
  return index;
}

function isEscaped(source: string, index: number): boolean {
  let start = index;
  while (source[start - 1] === '\\') start -= 1;
  return (index - start) % 2 === 1;
}
