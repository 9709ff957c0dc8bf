import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Edit, isTooMuch } from './edits.ts';
import { offsetsOf, parseMarkdown, withinStack } from './parse.ts';
import { isReadable } from './parsing-cost.ts';

/** Where a link or an image leads. */
export interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

/** Schemes that a link may have; an address without one is relative. */
const schemes = new Set(['http', 'https', 'mailto']);

/** Whether an address has a scheme other than those of web pages and e-mail. Such an address may hold a script or a whole page. */
export function hasForeignScheme(url: string): boolean {
  // Browsers ignore these characters in an address (URL Standard, 4.4).
  const address = url.replace(/^[^!-\uFFFF]+|[\t\n\r]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && !schemes.has(scheme);
}

/**
 * An address and title as they stand between the parentheses of a link. Every character of the address that some parser might take for
 * Markdown, HTML or a tag of a template engine is percent-encoded (RFC 3986, 2.1), so that the address needs no brackets.
 */
export function destination({ url, title }: Target): string {
  const address = url
    .replace(/[^\w/:?#@!$&*+,;=.~%'\u0080-\u{10FFFF}-]|\s/gu, percentEncode)
    // CommonMark 2.5: entities are decoded in addresses too.
    .replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, '&amp;');
  if (!title) return address;
  const escaped = title
    .replace(/\s+/g, ' ')
    .replace(/[\\"&[\]`*_>{}]/g, (character) => `\\${character}`)
    .replaceAll('<', '&lt;');
  return `${address} "${escaped}"`;
}

/** The character percent-encoded, parentheses and `*` included, which `encodeURIComponent` leaves as they are. */
function percentEncode(character: string): string {
  return /[()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character);
}

/** An address that is a link on GitHub without any markup, and in which no parser reads a character as Markdown. */
export const bareAddress =
  /^(?:https?:\/\/|www\.)[A-Za-z0-9](?:[\w/:?#@!$,;=.%+-]*[\w/])?$|^[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+$/i;

/** What may follow such an address without becoming part of it. */
export const endsAddress = /^(?:$|[\s]|[.,;:!?'")]+(?:\s|$))/;

/** An address that is a link to every parser when it stands between angle brackets (CommonMark 6.5). */
export const plainAddress =
  /^(?:https?:|mailto:)[\w/:?#@!$,;=.%+~()*'-]+$|^[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/i;

/**
 * The edits that replace link definitions by inline links, so that an answer can be cut into pieces: with the definition
 * `[1]: https://b.c`, `[a][1]` becomes `[a](https://b.c)`. There are none for an answer that is not `isReadable` or would grow too much.
 *
 * @param answer without a byte order mark, because the parser would count offsets from behind it
 */
export function linkDefinitionEdits(answer: string): Edit[] {
  // Every link definition has these two characters; most answers lack them and need not be parsed.
  if (!answer.includes(']:') || !isReadable(answer)) return [];
  const edits = withinStack(() => definitionEdits(parseMarkdown(answer), answer)) ?? [];
  return isTooMuch(edits) ? [] : edits;
}

/** The targets of link definitions by identifier. Of several definitions of one identifier the first counts (CommonMark 4.7). */
export function readDefinitions(tree: Root): Map<string, Target> {
  const targets = new Map<string, Target>();
  visit(tree, 'definition', ({ identifier, url, title }) => {
    if (!targets.has(identifier)) targets.set(identifier, { url, title });
  });
  return targets;
}

/** The edits that remove the definitions and put their addresses where they are used. */
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

/** Offset of the `[` that opens the label ending at `end`. Brackets within a label are escaped. */
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
