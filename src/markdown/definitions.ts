import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Edit, isTooMuch } from './edits.ts';
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

/** The edits that take definitions out and put their addresses where they are used. */
export function definitionEdits(tree: Root, source: string): Edit[] {
  const edits: Edit[] = [];
  const destinations = new Map<string, string>();
  visit(tree, 'definition', (node) => {
    // CommonMark 4.7: the first of several is the one that counts.
    if (!destinations.has(node.identifier)) destinations.set(node.identifier, `(${destination(node)})`);
    edits.push({ ...offsetsOf(node), text: '' });
  });
  visit(tree, ['linkReference', 'imageReference'], (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const text = destinations.get(node.identifier);
    if (text === undefined) return;
    const { end } = offsetsOf(node);
    const label = { shortcut: 0, collapsed: 2, full: 0 }[node.referenceType];
    const start = node.referenceType === 'full' ? lastBracket(source, end) : end - label;
    edits.push({ start, end, text });
  });
  return edits;
}

/** An address and title as a link has them in parentheses. */
export function destination({
  url,
  title,
}: {
  readonly url: string;
  readonly title?: string | null | undefined;
}): string {
  const spaceless = url.replace(/\s/g, (space) => encodeURIComponent(space));
  const address = /^[\w:/?#@!$*+,;=.~%-]+$/.test(spaceless)
    ? spaceless
    : `<${spaceless.replace(/[\\<>&]/g, (character) => `\\${character}`)}>`;
  if (!title) return address;
  return `${address} "${title.replace(/\s+/g, ' ').replace(/[\\"&]/g, (character) => `\\${character}`)}"`;
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
