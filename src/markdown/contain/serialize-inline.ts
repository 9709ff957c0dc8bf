import type { Image, Link, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cleanLine, escapeInline, escapeLine, escapeLineStart, partAt, trimSpaces } from '../escape.ts';
import {
  bareAddress,
  destination,
  endsAddress,
  hasForeignScheme,
  plainAddress,
  type Target,
} from '../links.ts';
import { offsetsOf } from '../parse.ts';
import { disarm, escapeForEngine, type TemplateEngine } from '../template.ts';
import { containHtml } from './html.ts';
import { breaksIn, isReference, mentionsSomebody, redirected } from './references.ts';

/** The settings and the source of the text that is being written. */
export interface Writing {
  /** The Markdown that the tree was parsed from. */
  readonly source: string;
  readonly engine: TemplateEngine;
  /** `quiet`: GitHub must find no mentions, issues or commits in the text, because it would link them and notify people. */
  readonly references: 'live' | 'quiet';
  /** Targets of link definitions, by identifier. */
  readonly definitions: ReadonlyMap<string, Target>;
}

/** The place of inline content. */
export interface InlinePlace {
  readonly begins: 'line' | 'within a line';
  /** Markdown that follows on the same line. */
  readonly after: string;
  /** Whether it may contain line breaks. */
  readonly lines: 'many' | 'one';
  readonly within: 'paragraph' | 'table' | 'link';
}

/**
 * Markdown of inline content that every common parser reads in the same way: characters that could be markup are escaped, code stands on
 * one line, and only harmless HTML tags are left. Its lines have no white space at their ends. Empty when it would show nothing.
 */
export function writeInline(nodes: readonly PhrasingContent[], place: InlinePlace, writing: Writing): string {
  const markdown = trimLines(writeNodes(nodes, place, writing));
  // A tag alone on the first line would begin an HTML block (CommonMark 4.6) that contains the next lines.
  const beginsWithTag = place.begins === 'line' && markdown.startsWith('<') && markdown.includes('\n');
  return beginsWithTag ? writeInline(nodes, { ...place, lines: 'one' }, writing) : markdown;
}

/** A node, or Markdown (`raw`) that is harmless already. */
type Piece = PhrasingContent | { readonly type: 'raw'; readonly markdown: string };

function writeNodes(nodes: readonly PhrasingContent[], place: InlinePlace, writing: Writing): string {
  const pieces = joinText(readPieces(nodes, writing));
  const written: string[] = [];
  let { begins } = place;
  for (const [index, piece] of pieces.entries()) {
    const after = textFrom(pieces, index + 1, place.after);
    const markdown = writePiece(piece, { ...place, begins, after }, writing);
    written.push(markdown);
    begins = beginsBehind(markdown, begins);
  }
  return written.join('');
}

/** The nodes with harmless HTML, and with footnotes, links to scripts and addresses that are references turned into text. */
function readPieces(nodes: readonly PhrasingContent[], writing: Writing): Piece[] {
  const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []));
  const contained = containHtml(
    html,
    (line) => showText(line, writing),
    writing.engine === 'mdx' ? 'none' : 'some',
  );
  let position = 0;
  return nodes.map((node): Piece => {
    if (node.type === 'html') return { type: 'raw', markdown: contained[position++] ?? '' };
    if (node.type === 'footnoteReference') return textPiece(`[^${node.label ?? node.identifier}]`);
    const piece = withTarget(node, writing);
    const isDangerous = (piece.type === 'link' || piece.type === 'image') && hasForeignScheme(piece.url);
    if (isDangerous) return textPiece(sourceOf(node, writing));
    const mayRefer = writing.references === 'quiet' && piece.type === 'link' && isAddress(piece, writing);
    return mayRefer && isReference(textOf(piece), piece.url) ? textPiece(textOf(piece)) : piece;
  });
}

/** Whether a link is a bare address, without words of its own in brackets. */
function isAddress(link: Link, writing: Writing): boolean {
  return !sourceOf(link, writing).startsWith('[');
}

/** Markdown that shows one line of text, such as HTML that is not allowed. */
function showText(line: string, writing: Writing): string {
  return escapeForEngine(escapeLine(quietly(line, writing)), writing.engine);
}

/** The text; for `quiet` references, with zero-width spaces so that GitHub finds none in it. */
function quietly(text: string, { references }: Writing): string {
  return references === 'quiet' ? partAt(text, breaksIn(text)) : text;
}

/** A link or image with the address from its definition, if it refers to one; other nodes as they are. */
function withTarget(node: PhrasingContent, { definitions }: Writing): PhrasingContent {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node;
  const { url = '', title } = definitions.get(node.identifier) ?? {};
  return node.type === 'linkReference'
    ? { type: 'link', url, title, children: node.children, position: node.position }
    : { type: 'image', url, title, alt: node.alt, position: node.position };
}

function textPiece(value: string): Piece {
  return { type: 'text', value };
}

/** The pieces, with text around a dropped comment joined, because Markdown could arise where the two parts meet. */
function joinText(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.type === 'raw' && piece.markdown === '') continue;
    if (piece.type !== 'text' || last?.type !== 'text') joined.push(piece);
    else joined[joined.length - 1] = textPiece(last.value + piece.value);
  }
  return joined;
}

/** The text from a piece on. `notText` stands for a piece that is neither text nor HTML. */
function textFrom(pieces: readonly Piece[], index: number, after: string): string {
  const piece = pieces[index];
  if (piece === undefined) return after;
  if (piece.type === 'raw') return piece.markdown;
  return piece.type === 'text' ? piece.value + textFrom(pieces, index + 1, after) : notText;
}

function writePiece(piece: Piece, place: InlinePlace, writing: Writing): string {
  switch (piece.type) {
    case 'raw':
      return place.begins === 'line' ? escapeLineStart(piece.markdown) : piece.markdown;
    case 'text':
      return writeText(piece.value, place, writing);
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const character = piece.type === 'delete' ? '~' : sourceOf(piece, writing).slice(0, 1);
      const marker = piece.type === 'emphasis' ? character : character.repeat(2);
      return mark(writeNodes(piece.children, { ...place, after: marker }, writing), marker);
    }
    case 'inlineCode':
      return writeCode(piece.value, place, writing);
    case 'break':
      return place.lines === 'one' ? ' ' : place.after === '' ? '' : '\\\n';
    case 'link':
      return writeLink(piece, place, writing);
    case 'image':
      return writeImage(piece, place, writing);
    default:
      throw new Error(`Not inline content: ${piece.type}`);
  }
}

function writeText(value: string, { begins, after, lines, within }: InlinePlace, writing: Writing): string {
  const escaped = quietly(value, writing)
    .split('\n')
    .map((line) => escapeForEngine(escapeInline(line, within), writing.engine));
  if (after === notText) {
    // In front of a link, `!` would make it an image, and `^` a footnote in Pandoc and comrak.
    escaped.push((escaped.pop() ?? '').replace(/[!^]$/, '\\$&'));
  }
  const separate = lines === 'one' ? [escaped.join(' ')] : escaped;
  return separate
    .map((line, index) => (index > 0 || begins === 'line' ? escapeLineStart(line) : line))
    .join('\n');
}

/** Words between marks of emphasis. The marks touch the words, because next to white space they would be plain text. */
function mark(text: string, marker: string): string {
  const start = text.search(/[^ \t\n]/);
  if (start < 0) return text;
  let end = text.length;
  while (' \t\n'.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, start) + marker + text.slice(start, end) + marker + text.slice(end);
}

function writeCode(value: string, place: InlinePlace, writing: Writing): string {
  const code = disarm(value.replaceAll('\n', ' '), writing.engine);
  // Parsers disagree on a backslash in front of a pipe.
  if (place.within === 'table' && code.includes('\\|')) return writeText(value, place, writing);
  const runs = new Set(code.match(/`+/g)?.map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const isPadded = /^`|`$/.test(code) || (/^ .* $/.test(code) && code.trim() !== '');
  const padded = isPadded ? ` ${code} ` : code;
  return fence + (place.within === 'table' ? padded.replaceAll('|', '\\|') : padded) + fence;
}

function writeImage(image: Image, place: InlinePlace, writing: Writing): string {
  // GitHub doesn't look for references in the words of an image.
  const alt = writeText(cleanLine(image.alt ?? ''), inBrackets(place), { ...writing, references: 'live' });
  return `![${alt}](${destination(image)})`;
}

/** The place of the words of a link. */
function inBrackets(place: InlinePlace): InlinePlace {
  return { ...place, begins: 'within a line', after: ']', within: 'link' };
}

function writeLink(link: Link, place: InlinePlace, writing: Writing): string {
  if (isAddress(link, writing)) return writeAddress(link, place, writing);
  const label = writeNodes(link.children, inBrackets(place), writing);
  const url = writing.references === 'quiet' ? redirected(link.url) : link.url;
  return `[${label}](${destination({ ...link, url })})`;
}

/**
 * An address as typed, bare or between angle brackets, if all parsers read it as a link and nothing in it as Markdown; otherwise a link with
 * the address as its words.
 */
function writeAddress(link: Link, place: InlinePlace, writing: Writing): string {
  const address = textOf(link);
  const isQuiet = writing.references === 'quiet';
  const mayStay = !(isQuiet && mentionsSomebody(address)) && writing.engine !== 'mdx';
  const isBracketed = sourceOf(link, writing).startsWith('<');
  if (mayStay && isBracketed && plainAddress.test(address)) return `<${address}>`;
  if (!isBracketed && mayStay && bareAddress.test(address) && endsAddress.test(place.after)) return address;
  return `[${writeText(address, inBrackets(place), writing)}](${destination(link)})`;
}

const notText = '[';

/** Whether Markdown that follows this begins a line. It looks at this piece only, because looking at the whole text would be quadratic. */
function beginsBehind(markdown: string, begins: InlinePlace['begins']): InlinePlace['begins'] {
  let index = markdown.length - 1;
  while (markdown[index] === ' ' || markdown[index] === '\t') index -= 1;
  if (index < 0) return begins;
  return markdown[index] === '\n' ? 'line' : 'within a line';
}

/** The lines without white space at their ends, and without blank lines, which would end a paragraph. */
function trimLines(markdown: string): string {
  return markdown
    .split('\n')
    .map(trimSpaces)
    .filter((line) => line !== '')
    .join('\n');
}

function sourceOf(node: PhrasingContent, { source }: Writing): string {
  const { start, end } = offsetsOf(node);
  return source.slice(start, end);
}
