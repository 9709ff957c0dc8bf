import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cleanLine, cleanText } from '../markdown/escape.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { isReadable } from '../markdown/parsing-cost.ts';

/** What GitHub takes for an issue's title, in UTF-16 units, of which it has no more than characters. */
const longestTitle = 256;

/**
 * The plain words of the first block of somebody's Markdown that has any, on one line of at most 256 UTF-16 units: what an image
 * says and what code holds count as words, HTML does not. A longer line is cut and ends in `…`. Empty where there is nothing to be
 * seen.
 */
export function titleOf(markdown: string): string {
  const text = cleanText(markdown);
  const title = isReadable(text) ? firstBlockText(parseMarkdown(text)) : firstLine(text);
  return title.length <= longestTitle ? title : `${cutAtWord(title, longestTitle - 1)}…`;
}

/**
 * The beginning of a text, at most so many UTF-16 units long. It ends with a whole word; a word that is too long for the room on its
 * own ends with a whole grapheme; and one that is too long with a whole character.
 */
export function cutAtWord(text: string, room: number): string {
  if (text.length <= room) return text;
  const start = text.lastIndexOf(' ', room) + 1;
  const end = text.indexOf(' ', room);
  const isLongWord = (end < 0 ? text.length : end) - start > room;
  if (!isLongWord) return text.slice(0, start).trimEnd();
  const grapheme = new Intl.Segmenter('en').segment(text).containing(room)?.index ?? 0;
  const whole = text.slice(0, Math.max(grapheme, start)).trimEnd();
  return whole === '' ? text.slice(0, room).replace(/[\uD800-\uDBFF]$/, '') : whole;
}

/** The words of the first block that holds no other blocks. */
function firstBlockText(node: Nodes): string {
  if (node.type === 'html' || node.type === 'definition') return '';
  const holdsBlocks = ['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition', 'table'];
  if (!holdsBlocks.includes(node.type) || !('children' in node)) return visibleLine(visibleText(node));
  for (const child of node.children) {
    const text = firstBlockText(child);
    if (text !== '') return text;
  }
  return '';
}

function visibleText(node: Nodes): string {
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return textOf(node);
  return node.children.map(visibleText).join(node.type === 'tableRow' ? ' ' : '');
}

/** Of a text that is not to be parsed: the first line that says something. */
function firstLine(text: string): string {
  return visibleLine(text.split('\n').find((line) => /[\p{L}\p{N}]/u.test(line)) ?? '');
}

/** The text on one line; empty when all of it is white space and characters that show nothing. */
function visibleLine(text: string): string {
  const line = cleanLine(text).replace(/\s+/g, ' ').trim();
  return /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(line) ? line : '';
}
