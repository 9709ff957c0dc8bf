import type { PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { cleanLine, cleanText, escapeText, isPlain } from '../escape.ts';
import { inertBlocks, isInertLine } from '../inert.ts';
import { isThematicBreak, lineStart } from '../line.ts';
import { destination, endsAddress, readDefinitions, type Target } from '../links.ts';
import { offsetsOf, parseMarkdown, withinStack } from '../parse.ts';
import { isReadable } from '../parsing-cost.ts';
import { disarm, type TemplateEngine } from '../template.ts';
import { fence, hang, indent, joinBlocks, type WrittenBlock, writeBlocks } from './serialize.ts';
import { type InlinePlace, type Writing, writeInline } from './serialize-inline.ts';

/** The place of somebody's Markdown in a list item: the text around it, which is our own Markdown. */
export interface Place {
  /** The text in front of and behind a single paragraph, on the item's line. */
  readonly before: string;
  readonly after: string;
  /** The item's line if blocks follow below; '' if they begin on that line. */
  readonly lead: string;
  /** Which paragraph stands on the item's line: `only` one that is the whole text, or also the `first` of several blocks. */
  readonly paragraph: 'only' | 'first';
  /** A list with the marker `-`, not indented, that ends the item; '' for none. */
  readonly below: string;
  /** The engine that the file is run through. */
  readonly engine: TemplateEngine;
}

/**
 * A list item that contains somebody's Markdown: a single paragraph on its line, otherwise blocks below it; null when it would show nothing.
 * The Markdown is parsed and written again in a form that every common parser reads in the same way. Whatever the Markdown is, the result is
 * one item, our text around it is unaffected, and it contains no link definition, no footnote, no heading above level 4, no HTML except some
 * harmless tags, no control characters and nothing that the engine executes. Markdown that is not `isReadable` is shown as code.
 *
 * The item is not indented, and no line ending follows its last line.
 */
export function containItem(answer: string, place: Place): string | null {
  const text = cleanText(answer)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const item = inertItem(text, place) ?? plainItem(text, place) ?? parsedItem(text, place);
  if (item === '') return null;
  return place.below === '' ? item : `${item}\n\n${indent(place.below, 2)}`;
}

/** The item of `containItem` without what stands below, by way of the parser; '' when it would show nothing. */
export function parsedItem(text: string, place: Place): string {
  const item = rewrite(text, { engine: place.engine, references: 'live' }, (nodes, writing) => {
    const blocks = writeBlocks(nodes, writing);
    return arrange(blocks, place, (words, inLine) => writeInline(words, inLine, writing));
  });
  return disarm(item ?? hang('-', withLead(fence(text), place)), place.engine);
}

/** The same for a line of plain text; null for any other Markdown. */
function plainItem(text: string, place: Place): string | null {
  return isPlain(text, place.engine) ? text && `- ${place.before}${text}${place.after}` : null;
}

/** The same without parser and serializer; null for Markdown that is not inert. */
function inertItem(text: string, place: Place): string | null {
  // MDX has no bare addresses, and one at the end of the text must end there.
  if (place.engine === 'mdx' || !endsAddress.test(place.after)) return null;
  const blocks = inertBlocks(text)?.map((node): WrittenBlock => {
    const { start, end } = offsetsOf(node);
    return { node, markdown: text.slice(start, end) };
  });
  if (blocks === undefined) return null;
  const item = arrange(blocks, place, () => blocks[0]?.markdown ?? '');
  return item === null ? null : disarm(item, place.engine);
}

/** The most characters of a note that is parsed. */
const longestLine = 2000;

/** As `containItem`, for Markdown that must stay on the item's line. Text that is too long for a note is shown as plain text. */
export function containLine(text: string, place: LinePlace): string {
  const line = cleanLine(text);
  // What follows the words must end an address, and MDX has none.
  const isAsTyped =
    place.engine !== 'mdx' &&
    line.length <= longestLine &&
    endsAddress.test(place.after) &&
    isInertLine(inParagraph(line));
  return `- ${place.before}${isAsTyped ? disarm(line, place.engine) : parsedLine(line, place)}${place.after}`;
}

type LinePlace = Pick<Place, 'before' | 'after' | 'engine'>;

/** The words of `containLine`, by way of the parser. */
export function parsedLine(line: string, { after, engine }: LinePlace): string {
  const inLine: InlinePlace = { begins: 'within a line', lines: 'one', within: 'paragraph', after };
  const written =
    line.length > longestLine
      ? null
      : rewrite(inParagraph(line), { engine, references: 'live' }, ([block], writing) =>
          block?.type === 'paragraph' ? writeInline(block.children, inLine, writing).slice(2) : null,
        );
  return disarm(written ?? escapeText(line, engine), engine);
}

/** With a word in front, a line is parsed as a paragraph and as no other block. */
function inParagraph(line: string): string {
  return `x ${line}`;
}

/**
 * Somebody's Markdown as blocks in the form that `containItem` describes; empty when it would show nothing, null when it is not
 * `isReadable`.
 */
export function rewriteMarkdown(text: string, style: Style): string | null {
  return rewrite(text, style, (nodes, writing) => joinBlocks(writeBlocks(nodes, writing)));
}

type Style = Pick<Writing, 'engine' | 'references'>;

/** Writes the blocks of a text; null if they cannot be written in the wanted form. */
type Write = (nodes: readonly RootContent[], writing: Writing) => string | null;

function rewrite(text: string, style: Style, write: Write): string | null {
  if (!isReadable(text)) return null;
  return withinStack(() => {
    const tree = parseMarkdown(text);
    const definitions = readDefinitions(tree);
    if (growth(tree, definitions) > largestGrowth) return null;
    const markdown = write(tree.children, { ...style, source: text, definitions });
    return markdown !== null && markdown.length > text.length + largestGrowth ? null : markdown;
  });
}

/**
 * The most characters by which rewritten Markdown may be longer than its source. Hostile text could grow without bound: a link definition
 * can be used thousands of times, and a line in a hundred quotes can lack their markers.
 */
const largestGrowth = 200_000;

function growth(tree: Root, definitions: ReadonlyMap<string, Target>): number {
  let characters = 0;
  visit(tree, ['linkReference', 'imageReference'], (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const target = definitions.get(node.identifier);
    if (target !== undefined) characters += destination(target).length;
  });
  return characters;
}

/** The blocks as one item; '' for none, and null where a parser would read something else. */
function arrange(
  written: readonly WrittenBlock[],
  place: Place,
  writeWords: (inline: readonly PhrasingContent[], inLine: InlinePlace) => string,
): string | null {
  const blocks = apart(written, place);
  const [first, ...others] = blocks;
  if (first === undefined) return '';
  const inline = inlineOf(first);
  if (inline === null || (others.length > 0 && place.paragraph === 'only')) {
    const isTight = others.length === 0 && place.below === '' && mayTouchLead(first);
    return blockItem(joinBlocks(blocks), place, isTight ? '\n' : '\n\n');
  }
  const { before, after } = place;
  const begins = before === '' ? 'line' : 'within a line';
  const line = before + writeWords(inline, { begins, lines: 'many', within: 'paragraph', after }) + after;
  return hang('-', others.length === 0 ? line : `${line}\n\n${joinBlocks(others)}`);
}

/** The inline content of a block that is a paragraph once it is written, such as HTML that is shown as text; null for other blocks. */
function inlineOf({ node, markdown }: WrittenBlock): readonly PhrasingContent[] | null {
  if (node.type === 'paragraph') return node.children;
  return node.type === 'html' && !markdown.startsWith('<') ? [node] : null;
}

/** The blocks, in which a list that `below` follows has another marker than dashes, so that the two are not read as one list. */
function apart(blocks: readonly WrittenBlock[], { below }: Place): readonly WrittenBlock[] {
  const last = blocks.at(-1);
  if (below === '' || last?.node.type !== 'list') return blocks;
  // Only items of this list, and not of lists within it, are not indented.
  return [...blocks.slice(0, -1), { ...last, markdown: last.markdown.replace(/^-(?= |$)/gm, '+') }];
}

/**
 * Whether a block, alone below the item's line, needs no blank line above it: a list without blank lines that begins with words.
 * On a line that interrupts a paragraph, not every parser finds a list within the list (`- 2. a`).
 */
function mayTouchLead({ node, markdown }: WrittenBlock): boolean {
  if (node.type !== 'list' || markdown.includes('\n\n')) return false;
  return node.children[0]?.children[0]?.type === 'paragraph' && /^(?:[-+*]|1[.)]) /.test(markdown);
}

function withLead(blocks: string, { lead }: Place, gap: '\n' | '\n\n' = '\n\n'): string {
  return lead === '' ? blocks : lead + gap + blocks;
}

function blockItem(blocks: string, place: Place, gap: '\n' | '\n\n'): string | null {
  // What stands behind the first paragraph of several blocks is told by the blank line below it.
  const content = withLead(blocks, place, place.paragraph === 'first' ? '\n\n' : gap);
  // A line such as `- - -` would be a thematic break.
  return isThematicBreak(lineStart(`- ${content.split('\n', 1)[0]}`)) ? null : hang('-', content);
}
