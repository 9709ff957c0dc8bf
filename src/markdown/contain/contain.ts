import type { PhrasingContent, Root, RootContent } from 'mdast';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { readDefinitions } from '../definitions.ts';
import { isThematicBreak, lineStart } from '../line.ts';
import { destination, type Target } from '../links.ts';
import { isReadable, markdownParser, withinStack } from '../parse.ts';
import { cleanLine, cleanText, escapeText } from '../plain.ts';
import { disarm, type TemplateEngine } from '../template.ts';
import { fence, hang, indent, joinBlocks, type WrittenBlock, writeBlocks } from './serialize.ts';
import { type InlinePlace, type Writing, writeInline } from './serialize-inline.ts';

/** Where in a list item somebody's Markdown stands. All of it is Markdown of our own, on one line. */
export interface Place {
  /** What stands on the item's line around a single paragraph. */
  readonly before: string;
  readonly after: string;
  /** The item's line when blocks stand under it; '' when they begin on the line themselves. */
  readonly lead: string;
  /** Whether the line takes a paragraph only where it is all there is, or the first one of several blocks too. */
  readonly paragraph: 'only' | 'first';
  /** A list with the marker `-` that the item ends in, as it would stand at the margin; '' for none. */
  readonly below: string;
  /** The engine that the file is run through. */
  readonly engine: TemplateEngine;
}

/**
 * A list item that holds somebody's Markdown: a single paragraph on its line, otherwise blocks under it; null when nothing in it
 * would be seen. The Markdown is parsed and written again in a form that every common parser reads in the same way. Whatever it is,
 * the item is one item, its own words stay what they are, and it holds no link definition, no footnote, no heading above level 4, no
 * HTML but some harmless tags, no control characters and nothing that the engine executes. What is too large or too deep to be
 * parsed is shown as code.
 *
 * The item's lines are those of a list at the margin, without a line ending behind the last.
 */
export function containItem(answer: string, place: Place): string | null {
  const text = cleanText(answer)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const item = isPlain(text, place.engine)
    ? text && `- ${place.before}${text}${place.after}`
    : disarm(itemWith(text, place) ?? hang('-', withLead(fence(text), place)), place.engine);
  if (item === '') return null;
  return place.below === '' ? item : `${item}\n\n${indent(place.below, 2)}`;
}

/** Longer than anybody's note on a line. */
const longestLine = 2000;

/** The same for Markdown that has to stay on the item's line. A line that is too long to be a note is shown as plain text. */
export function containLine(text: string, place: Pick<Place, 'before' | 'after' | 'engine'>): string {
  const { before, after, engine } = place;
  const line = cleanLine(text);
  const inLine: InlinePlace = { begins: 'within a line', lines: 'one', within: 'paragraph', after };
  // Behind a word, nothing on a line begins a block.
  const words =
    line.length > longestLine
      ? null
      : rewrite(`x ${line}`, { engine, references: 'live' }, ([block], writing) =>
          block?.type === 'paragraph' ? writeInline(block.children, inLine, writing).slice(2) : null,
        );
  return `- ${before}${disarm(words ?? escapeText(line, engine), engine)}${after}`;
}

/**
 * Somebody's Markdown as blocks in a form that every common parser reads in the same way, as `containItem` has it; empty when nothing
 * in it would be seen, null when it is too large or too deep to be parsed.
 */
export function rewriteMarkdown(text: string, style: Style): string | null {
  return rewrite(text, style, (nodes, writing) => joinBlocks(writeBlocks(nodes, writing)));
}

type Style = Pick<Writing, 'engine' | 'references'>;

/** Writes what a text consists of; null where it cannot be had as wanted. */
type Write = (nodes: readonly RootContent[], writing: Writing) => string | null;

declare module 'unified' {
  interface CompileResultMap {
    Rewritten: Rewritten;
  }
}

interface Rewritten {
  readonly markdown: string | null;
}

function rewrite(text: string, style: Style, write: Write): string | null {
  if (!isReadable(text)) return null;
  const processor = unified().use(markdownParser).use(serializer, style, write);
  return withinStack(() => processor.processSync(text).result.markdown);
}

const serializer: Plugin<[Style, Write], Root, Rewritten> = function (style, write) {
  this.compiler = (node, file) => {
    // A plugin knows its processor as one of any kind of tree; this one's parser makes roots.
    const tree = node as Root;
    const source = String(file);
    const definitions = readDefinitions(tree);
    if (growth(tree, definitions) > largestGrowth) return { markdown: null };
    const markdown = write(tree.children, { ...style, source, definitions });
    return {
      markdown: markdown !== null && markdown.length > source.length + largestGrowth ? null : markdown,
    };
  };
};

/**
 * More than what people write grows by: one link definition can be used a thousand times over, and a quote in a hundred others can go
 * on without their marks.
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

function itemWith(text: string, place: Place): string | null {
  return rewrite(text, { engine: place.engine, references: 'live' }, (nodes, writing) => {
    const blocks = apart(writeBlocks(nodes, writing), place);
    const [first, ...others] = blocks;
    if (first === undefined) return '';
    const words = wordsOf(first);
    if (words === null || (others.length > 0 && place.paragraph === 'only')) {
      return blockItem(joinBlocks(blocks), place);
    }
    const { before, after } = place;
    const begins = before === '' ? 'line' : 'within a line';
    const inLine: InlinePlace = { begins, lines: 'many', within: 'paragraph', after };
    const line = before + writeInline(words, inLine, writing) + after;
    return hang('-', others.length === 0 ? line : `${line}\n\n${joinBlocks(others)}`);
  });
}

/** What stands on a line where a block is a paragraph: HTML that is shown as text is one, and a tag alone is not. */
function wordsOf({ node, markdown }: WrittenBlock): readonly PhrasingContent[] | null {
  if (node.type === 'paragraph') return node.children;
  return node.type === 'html' && !markdown.startsWith('<') ? [node] : null;
}

/** A list with dashes that another one follows would go on in it: it gets another marker. */
function apart(blocks: readonly WrittenBlock[], { below }: Place): readonly WrittenBlock[] {
  const last = blocks.at(-1);
  if (below === '' || last?.node.type !== 'list') return blocks;
  // Only an item of this list itself begins at the margin.
  return [...blocks.slice(0, -1), { ...last, markdown: last.markdown.replace(/^-(?= |$)/gm, '+') }];
}

function withLead(blocks: string, { lead }: Place): string {
  return lead === '' ? blocks : `${lead}\n\n${blocks}`;
}

function blockItem(blocks: string, place: Place): string | null {
  const content = withLead(blocks, place);
  // Markers alone would be a thematic break.
  return isThematicBreak(lineStart(`- ${content.split('\n', 1)[0]}`)) ? null : hang('-', content);
}

/** Whether the text is one line and means itself. */
function isPlain(text: string, engine: TemplateEngine): boolean {
  return escapeText(text, engine) === text;
}
